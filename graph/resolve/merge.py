"""Which names are one thing: pairs are scored, rivals taken into account, and the sure ones followed to clusters.

What two hard facts part (other numbers, other places, two known bodies, a person's decision) is never joined, not even by way
of a third name. A short name that fits two things equally well is given to neither: each such pair is in the grey zone.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from .bundles import Bundle, Key, Known
from .candidates import Pair
from .compared import Compared
from .editions import Merge
from .features import FEATURES
from .surroundings import Surroundings
from .weighing import DIFFERENT, SAME, score, weights

_AHEAD = 2.0  # how much better, in weights, a name has to fit the one than any other
_SHORTENED = frozenset(
    {"introduced", "core kept", "short form", "same core", "abbreviation", "series", "nation dropped", "place before"}
)
_ALIKE = frozenset({"legal form dropped", "fuller", "general word dropped", "place dropped"})
_LOOSE = frozenset({"head dropped", "shares dropped", "trade dropped", "place tells"})
_ALIKE_FROM = 0.6


@dataclass(frozen=True)
class Scored:
    """A pair of names with the features that hold and the score that they make."""

    compared: Compared
    features: tuple[str, ...]
    score: float

    @property
    def pair(self) -> Pair:
        """The keys, the shorter name first."""
        return self.compared.short.key, self.compared.full.key

    @property
    def apart(self) -> bool:
        """Whether a feature parts the two whatever else holds."""
        return any(weights()[feature].never for feature in self.features)

    def likely_but_for_rivals(self) -> bool:
        """Whether the two would be one if the shorter name did not fit others as well."""
        return "several" in self.features and score(f for f in self.features if f != "several") >= SAME

    def likely_but_for_that(self) -> bool:
        """Whether two firms' names would be one without what parts them."""
        firms = all(self.compared.known.ontology.fits(name, "Company") for name in self.compared.classes)
        return firms and score(f for f in self.features if not weights()[f].never) >= SAME

    def reason(self) -> str:
        """Why, in words: what its features say, in the order of the file of weights."""
        short, full = self.compared.names
        known = weights()
        core = self.compared.firms[0].core if self.compared.firms else ""
        places = [*self.compared.firms[1].places, *self.compared.firms[0].places, ""] if self.compared.firms else [""]
        told = [
            f for f in self.features if known[f].reason and not (f == "same core" and "short form" in self.features)
        ]
        order = list(known)
        telling = sorted(told, key=lambda f: (not known[f].never, order.index(f)))
        wanted = [f for f in telling if known[f].never or known[f].value > 0] if self.score >= SAME else telling
        said = [known[f].reason.format(short=short, full=full, core=core, place=places[0]) for f in wanted]
        return "; ".join(dict.fromkeys(said)) or f"“{short}” and “{full}” are alike"


@dataclass
class Joined:
    """What became of the names: merges, the pairs in the grey zone, those that only a hard fact keeps apart, and all that one
    parts.
    """

    merges: list[Merge] = field(default_factory=list)
    doubts: list[Scored] = field(default_factory=list)
    parted: list[Scored] = field(default_factory=list)
    apart: frozenset[frozenset[Key]] = frozenset()

    def and_also(self, other: Joined) -> Joined:
        """This and what became of other names."""
        return Joined(
            [*self.merges, *other.merges],
            [*self.doubts, *other.doubts],
            [*self.parted, *other.parted],
            self.apart | other.apart,
        )

    def open(self, moved: Mapping[Key, Key]) -> frozenset[frozenset[Key]]:
        """The pairs of things that may be one: some of their names are in doubt, and no hard fact parts others of them.

        ``moved`` says what became of keys.
        """
        doubted = _followed((one.pair for one in self.doubts), moved)
        return frozenset(pair for pair in doubted - _followed(self.apart, moved) if len(pair) == 2)


def joined(
    scored: Sequence[Scored], bundles: Mapping[Key, Bundle], known: Known, settled: Collection[Key] = ()
) -> Joined:
    """Join the pairs that are one; ``settled`` are keys that name a cluster before any other, of which no two are one."""
    apart = frozenset(frozenset(s.pair) for s in scored if s.apart)
    groups = _Groups(apart, settled)
    reasons: dict[frozenset[Key], tuple[str, float]] = {}
    for one in sorted((s for s in scored if s.score >= SAME), key=lambda s: (-s.score, s.pair)):
        groups.join(*one.pair)
        reasons.setdefault(frozenset(one.pair), (one.reason(), one.score))
    found = Joined(apart=apart)
    for members in groups.clusters():
        stays = max(members, key=lambda key: (key in settled, *_rank(key, bundles, known)))
        found.merges += [_merge(gone, stays, members, reasons) for gone in members if gone != stays]
    for one in scored:
        if not groups.together(*one.pair):
            if one.score >= DIFFERENT or one.likely_but_for_rivals():
                found.doubts.append(one)
            elif one.apart and one.likely_but_for_that():
                found.parted.append(one)
    return found


def _followed(pairs: Iterable[Iterable[Key]], moved: Mapping[Key, Key]) -> frozenset[frozenset[Key]]:
    return frozenset(frozenset(moved.get(key, key) for key in pair) for pair in pairs)


def scored_pairs(
    pairs: Mapping[Pair, frozenset[str]], bundles: Mapping[Key, Bundle], known: Known, around: Surroundings
) -> list[Scored]:
    """Candidate pairs with their features and scores, rivals taken into account, in the order of their keys."""
    first: list[Scored] = []
    for (left, right), rules in pairs.items():
        short, full = sorted((left, right), key=lambda key: (len(key[1]), key[1]))
        compared = Compared(bundles[short], bundles[full], rules, known, around)
        features = tuple(name for name, holds in FEATURES.items() if holds(compared))
        first.append(Scored(compared, features, score(features)))
    return _with_rivals(first)


def _with_rivals(scored: Sequence[Scored]) -> list[Scored]:
    """The pairs with what the others say of them: whether a name fits one thing only, or several."""
    apart = frozenset(frozenset(s.pair) for s in scored if s.apart)
    alike = _alike(scored, apart)
    fitting = _by_end(s for s in scored if _plausible(s))
    return [_rivalled(one, _rivals(one, fitting, alike, apart), alike) if _plausible(one) else one for one in scored]


def _by_end(pairs: Iterable[Scored]) -> Mapping[Key, Sequence[Scored]]:
    found: dict[Key, list[Scored]] = defaultdict(list)
    for one in pairs:
        for key in one.pair:
            found[key].append(one)
    return found


def _alike(scored: Sequence[Scored], apart: Collection[frozenset[Key]]) -> _Groups:
    """Names that are nearly the same, which are no rivals of each other; one that is so near to two that a hard fact parts
    belongs with neither.
    """
    near = [
        s
        for s in sorted(scored, key=lambda s: (-s.score, s.pair))
        if s.score >= _ALIKE_FROM and _ALIKE.intersection(s.features) and _LOOSE.isdisjoint(s.features)
    ]
    by_end = _by_end(near)
    alike = _Groups(apart)
    for one in near:
        if not any(_contradicting(one, by_end, apart)):
            alike.join(*one.pair)
    return alike


def _contradicting(
    one: Scored, by_end: Mapping[Key, Sequence[Scored]], apart: Collection[frozenset[Key]]
) -> Iterator[Scored]:
    """The pairs of either name with a third that a hard fact parts from the other."""
    for key, other in (one.pair, one.pair[::-1]):
        for pair in by_end[key]:
            third = pair.pair[0] if pair.pair[1] == key else pair.pair[1]
            if frozenset((third, other)) in apart:
                yield pair


def _plausible(one: Scored) -> bool:
    return not one.apart and bool(_SHORTENED.intersection(one.features)) and one.score >= DIFFERENT / 2


def _rivals(
    one: Scored, fitting: Mapping[Key, Sequence[Scored]], alike: _Groups, apart: Collection[frozenset[Key]]
) -> list[Scored]:
    """The pairs that cannot be had together with one: of its shorter name with other things, or as a hard fact says."""
    short, full = one.pair
    elsewhere = (s for s in fitting[short] if s.pair[0] == short and not alike.together(s.pair[1], full))
    return [*(s for s in elsewhere if not alike.together(*s.pair)), *_contradicting(one, fitting, apart)]


def _rivalled(one: Scored, rivals: Sequence[Scored], alike: _Groups) -> Scored:
    if not rivals:
        more = "only one"
    elif alike.together(*one.pair) or _logit(one.score) - _logit(max(s.score for s in rivals)) >= _AHEAD:
        return one
    else:
        more = "several"
    features = (*one.features, more)
    return Scored(one.compared, features, score(features))


def _logit(likely: float) -> float:
    held = min(max(likely, 0.01), 0.99)
    return math.log(held / (1 - held))


class _Groups:
    """Keys joined step by step, but never two that are to stay apart."""

    def __init__(self, apart: Collection[frozenset[Key]], settled: Collection[Key] = ()) -> None:
        self._settled = frozenset(settled)
        self._members: dict[Key, list[Key]] = {}
        self._of: dict[Key, Key] = {}
        self._apart: dict[Key, set[Key]] = defaultdict(set)
        for pair in apart:
            if len(pair) == 2:
                one, other = pair
                self._apart[one].add(other)
                self._apart[other].add(one)

    def join(self, left: Key, right: Key) -> None:
        """Make the groups of two keys one, unless members of theirs are to stay apart."""
        one, other = self._root(left), self._root(right)
        if one == other:
            return
        if len(self._members[one]) < len(self._members[other]):
            one, other = other, one
        if self._parted(self._members[one], self._members[other]):
            return
        for key in self._members.pop(other):
            self._of[key] = one
            self._members[one].append(key)

    def _parted(self, one: Collection[Key], other: Collection[Key]) -> bool:
        """Whether members of two groups are to stay apart: by a hard fact, or as two entries of a user's list."""
        if any(not self._apart[key].isdisjoint(one) for key in other if key in self._apart):
            return True
        return not self._settled.isdisjoint(one) and not self._settled.isdisjoint(other)

    def together(self, left: Key, right: Key) -> bool:
        """Whether two keys are in one group."""
        return left == right or (left in self._of and self._of[left] == self._of.get(right))

    def clusters(self) -> Iterator[list[Key]]:
        """The groups of two keys and more, sorted."""
        yield from sorted(sorted(members) for members in self._members.values() if len(members) > 1)

    def _root(self, key: Key) -> Key:
        if key not in self._of:
            self._of[key] = key
            self._members[key] = [key]
        return self._of[key]


def _rank(key: Key, bundles: Mapping[Key, Bundle], known: Known) -> tuple[bool, bool, int, str]:
    """Which name stands for all: one that lists know, one with a legal form, the longest."""
    listed = key[1] in known.terms or (key[0] == "org" and key[1] in known.gazetteer.bodies)
    form = bundles[key].firm if key in bundles else None
    return listed, bool(form and form.form), len(key[1]), key[1]


def _merge(gone: Key, stays: Key, members: Iterable[Key], reasons: Mapping[frozenset[Key], tuple[str, float]]) -> Merge:
    """Why a name went to another: by the pair of the two, else by its surest pair with any of the group."""
    direct = reasons.get(frozenset((gone, stays)))
    if direct is None:
        by_way = (reasons.get(frozenset((gone, other))) for other in members if other != gone)
        direct = max((found for found in by_way if found), key=lambda found: (found[1], found[0]))
    return gone, stays, *direct


def closed(found: Iterable[Merge]) -> Mapping[Key, Key]:
    """Where each key ends up when all merges are followed."""
    step = {gone: stays for gone, stays, _, _ in found}

    def end(key: Key) -> Key:
        seen = {key}
        while key in step and step[key] not in seen:
            key = step[key]
            seen.add(key)
        return key

    return {key: end(key) for key in step}
