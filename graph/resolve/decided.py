"""A person's word on which names are one: what must be brought together, what must stay apart, and merges that obey.

Of two decisions that contradict each other the later line holds. What is left out so is told by `applied`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from ..decisions import Choice, Decision, Decisions
from ..model import Extraction
from .bearers import Bearers
from .bundles import Key
from .clusters import Cluster, bare
from .editions import Merge
from .entities import id_of
from .listed import Listed
from .merge import closed
from .normal import normal

Pair = tuple[Key, Key, Decision]


class Forced(NamedTuple):
    """Pairs of keys that are one, and pairs that are two whatever speaks for one; neither contradicts the other."""

    same: tuple[Pair, ...] = ()
    different: tuple[Pair, ...] = ()


def forced(
    decisions: Decisions, clusters: Iterable[Cluster], listed: Listed, moved: Mapping[Key, Key] | None = None
) -> Forced:
    """What decisions say of the keys of clusters, and of the entries of a user's list, which may occur in no text.

    A name that several keys bear is left out, unless ``moved`` (where each key ends up by the program's own judgement)
    brings them to one.
    """
    if not decisions.of(Choice.SAME, Choice.DIFFERENT):
        return Forced()
    bearers = _bearers(clusters, listed, decisions)
    same, different = [], []
    groups = _Groups()
    for decision in reversed(decisions.of(Choice.SAME, Choice.DIFFERENT)):
        pair = _pair(decision, bearers, moved or {})
        if pair is None:
            continue
        left, right = pair
        if decision.choice is Choice.SAME and groups.join(left, right):
            same.append((left, right, decision))
        elif decision.choice is Choice.DIFFERENT and groups.part(left, right):
            different.append((left, right, decision))
    return Forced(tuple(same), tuple(different))


def _bearers(clusters: Iterable[Cluster], listed: Listed, decisions: Decisions) -> Bearers[Key]:
    names: dict[Key, set[str]] = defaultdict(set, {key: set(entry.names) for key, entry in listed.items()})
    for cluster in clusters:
        names[cluster.key].update(cluster.names)
    bearers = Bearers[Key]()
    for key in sorted(names):
        bearers.add(key, id_of(key), [key[1].split("@")[0]], sorted(names[key]))
    for decision in decisions.of(Choice.RENAME):  # a later line may call it by its new name
        for key in bearers.of(decision.thing):
            bearers.add(key, id_of(key), (), (), [decision.other])
    return bearers


def _pair(decision: Decision, bearers: Bearers[Key], moved: Mapping[Key, Key]) -> tuple[Key, Key] | None:
    """The two keys of a decision, where each name is one key's; of names in several spaces those of a space in common."""
    left, right = (bearers.of(name) for name in (decision.thing, decision.other))
    spaces = {key[0] for key in left} & {key[0] for key in right}
    if len(left) > 1 or len(right) > 1:
        left, right = (frozenset(key for key in side if not spaces or key[0] in spaces) for side in (left, right))
    one, other = _only(left, moved), _only(right, moved)
    return (one, other) if one and other and one != other else None


def _only(keys: frozenset[Key], moved: Mapping[Key, Key]) -> Key | None:
    ends = {moved.get(key, key) for key in keys}
    return next(iter(keys)) if len(keys) == 1 else next(iter(ends)) if len(ends) == 1 else None


class _Groups:
    """Which keys are one so far, and which groups must not become one."""

    def __init__(self) -> None:
        self._above: dict[Key, Key] = {}
        self._apart: dict[Key, set[Key]] = defaultdict(set)

    def of(self, key: Key) -> Key:
        """The key that stands for the group."""
        while (above := self._above.get(key, key)) != key:
            self._above[key] = self._above.get(above, above)
            key = above
        return key

    def join(self, left: Key, right: Key) -> bool:
        """Make two groups one, where nothing keeps them apart; whether they are one now."""
        one, other = sorted((self.of(left), self.of(right)))
        if one == other:
            return True
        if other in self._apart[one]:
            return False
        self._above[other] = one
        for third in self._apart.pop(other, set()):
            self._apart[third].discard(other)
            self._apart[third].add(one)
            self._apart[one].add(third)
        return True

    def part(self, left: Key, right: Key) -> bool:
        """Keep two groups apart from now on; false where they are one already."""
        one, other = self.of(left), self.of(right)
        if one == other:
            return False
        self._apart[one].add(other)
        self._apart[other].add(one)
        return True


def kept_apart(said: Forced, otherwise: Callable[[Key, Key], bool]) -> Callable[[Key, Key], bool]:
    """Whether two keys are kept apart: by a person's word, or otherwise."""
    pairs = {frozenset((left, right)) for left, right, _ in said.different}
    return lambda left, right: frozenset((left, right)) in pairs or otherwise(left, right)


def obeying(found: Sequence[Merge], said: Forced, listed: Collection[Key] = ()) -> list[Merge]:
    """The merges with what a person's word adds and without what it forbids, also by way of a third.

    Of merges that cannot all be had the surest are kept, then the first by name. A key that is ``listed`` stays.
    """
    if not said.same and not said.different:
        return list(found)
    groups = _Groups()
    for left, right, _ in said.same:
        groups.join(left, right)
    for left, right, _ in said.different:
        groups.part(left, right)
    kept = [merge for merge in sorted(found, key=lambda m: (-m[3], m)) if groups.join(merge[0], merge[1])]
    members: dict[Key, set[Key]] = defaultdict(set)
    for pair in (*(merge[:2] for merge in kept), *(same[:2] for same in said.same)):
        members[groups.of(pair[0])].update(pair)
    words = {groups.of(left): decision for left, _, decision in reversed(said.same)}
    why = {gone: (reason, score) for gone, _, reason, score in reversed(kept)}
    merges = []
    for name, keys in members.items():
        stays = _staying(keys, kept, listed)
        word = (why_forced(words[name]), 1.0) if name in words else ("", 0.0)
        merges += [(key, stays, *why.get(key, word)) for key in keys if key != stays]
    return sorted(merges)


def why_forced(decision: Decision) -> str:
    """The reason of what was merged on a person's word, where the names are not those of the decision itself."""
    return f"a person decided that {decision}"


def _staying(keys: Collection[Key], kept: Iterable[Merge], listed: Collection[Key]) -> Key:
    """The key that gives its id to a group: a listed one or known place, then where the program's merges lead, then the
    fullest name.
    """
    moved = closed([merge for merge in kept if merge[0] in keys])
    return max(keys, key=lambda key: (key in listed, key[0] == "place", key not in moved, len(key[1]), key))


def parted(clusters: Sequence[Cluster], extractions: Sequence[Extraction], decisions: Decisions) -> list[Cluster]:
    """The clusters, from which a name leaves that an article itself gives to a thing and a person says is another's.

    Of two such names that which is not the thing's own leaves; where neither is, the first.
    """
    found = list(clusters)
    for decision in decisions.of(Choice.DIFFERENT):
        one, other = (normal(text.rpartition("/")[2]) for text in (decision.thing, decision.other))
        for cluster in list(found):
            if {one, other} <= {cluster.key[1], *map(normal, cluster.names)}:
                leaving = other if one == cluster.key[1] else one
                found.append(_leave(cluster, leaving, extractions[cluster.document]))
    return [cluster for cluster in found if cluster.members]


def _leave(cluster: Cluster, name: str, extraction: Extraction) -> Cluster:
    """Take the mentions of a name out of a cluster, into one of their own."""
    own = Cluster((cluster.key[0], name), cluster.document)
    members, cluster.members = cluster.members, []
    cluster.types, cluster.names = Counter(), Counter()
    for index in members:
        mention = extraction.mentions[index]
        side = own if normal(bare(mention.surface)) == name else cluster
        side.add(index, mention, mention.score)
    cluster.reasons = {known: why for known, why in cluster.reasons.items() if normal(known) != name}
    return own
