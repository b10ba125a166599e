"""Candidate blocking: which names are compared at all. Names that share no block are never compared.

Each rule finds pairs by an index, so that the work grows with the number of names and not with its square. A name that
fits more than ``MOST`` others by one rule is no name to tell them by, and the rule passes it over.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from pypinyin import lazy_pinyin

from .bundles import Bundle, Key

MOST = 60
Pair = tuple[Key, Key]
Bundles = Mapping[Key, Bundle]
Rule = Callable[[Bundles], Iterator[Pair]]

_SHORTEST_READING = 3
_SHORTEST_SLIP = 4
_LONGEST_SHORT = 5
_SHORTEST_FULL = 4
LONGEST_SERIES = 4
SHORTEST_FAIR = 6


def candidates(bundles: Bundles, *aliases: Mapping[Key, frozenset[Key]]) -> Mapping[Pair, frozenset[str]]:
    """The pairs of keys to be compared, each in order, with the names of the rules that found it.

    ``aliases`` are the keys that texts introduce each alias for, and those that they shorten so.
    """
    found: dict[Pair, set[str]] = defaultdict(set)
    pairs = [(name, rule(bundles)) for name, rule in RULES.items()]
    pairs += [("alias", by_alias(bundles, known)) for known in aliases]
    for name, blocked in pairs:
        for left, right in blocked:
            if left != right and left[0] == right[0]:
                found[min((left, right), (right, left))].add(name)
    return {pair: frozenset(found[pair]) for pair in sorted(found)}


def by_short_form(bundles: Bundles) -> Iterator[Pair]:
    """A firm's name and what remains of another without place, trade and legal form."""
    owners: dict[Key, set[Key]] = defaultdict(set)
    for key, bundle in bundles.items():
        for form in bundle.forms:
            owners[(key[0], form)].add(key)
    for short, full in owners.items():
        if short in bundles and len(full) <= MOST:
            yield from ((short, key) for key in full)


def by_core(bundles: Bundles) -> Iterator[Pair]:
    """Two firms with the same distinctive core (甲川智能, 浙江甲川科技)."""
    yield from _sharing((key, [(key[0], bundle.firm.core)] if bundle.firm else []) for key, bundle in bundles.items())


def by_ending(bundles: Bundles) -> Iterator[Pair]:
    """A name and another that begins or ends with it."""
    fitting: dict[Key, list[Key]] = defaultdict(list)
    for key in bundles:
        space, name = key
        for cut in range(1, len(name)):
            for part in ((space, name[:cut]), (space, name[cut:])):
                if len(part[1]) > 1 and part in bundles:
                    fitting[part].append(key)
    yield from _few(fitting)


def by_abbreviation(bundles: Bundles) -> Iterator[Pair]:
    """A short name whose characters stand in another in their order, from its first character or that after its place."""
    shorts: dict[tuple[str, str, str], list[Key]] = defaultdict(list)
    for key in bundles:
        if 2 <= len(key[1]) <= _LONGEST_SHORT:
            shorts[(key[0], key[1][0], key[1][1])].append(key)
    fitting: dict[Key, list[Key]] = defaultdict(list)
    for key, bundle in bundles.items():
        if len(key[1]) >= _SHORTEST_FULL:
            for short in _abbreviating(key, bundle, shorts):
                fitting[short].append(key)
    yield from _few(fitting)


def _abbreviating(key: Key, bundle: Bundle, shorts: Mapping[tuple[str, str, str], Sequence[Key]]) -> Iterator[Key]:
    """The short names that may abbreviate a name; ``shorts`` are by space and their first two characters."""
    for head in bundle.heads:
        name = key[1][head:]
        for second in dict.fromkeys(name[1:]):
            for short in shorts.get((key[0], name[0], second), ()):
                if len(short[1]) < len(key[1]) and keeps(short[1], name):
                    yield short


def by_reading(bundles: Bundles) -> Iterator[Pair]:
    """Names, or short forms of them, that are read alike, tones aside: mis-converted and mistyped characters."""
    yield from _sharing(
        (key, [(key[0], reading(name)) for name in (key[1], *bundle.forms) if len(name) >= _SHORTEST_READING])
        for key, bundle in bundles.items()
    )


def by_slip(bundles: Bundles) -> Iterator[Pair]:
    """Names of one length that differ in one character."""
    yield from _sharing(
        (key, [(key[0], at, name[:at] + name[at + 1 :]) for at in range(len(name))])
        for key, name in ((key, key[1]) for key in bundles)
        if len(name) >= _SHORTEST_SLIP
    )


def by_alias(bundles: Bundles, aliases: Mapping[Key, frozenset[Key]]) -> Iterator[Pair]:
    """A name that some text introduces for another."""
    for alias, owners in aliases.items():
        if alias in bundles and len(owners) <= MOST:
            yield from ((alias, key) for key in owners if key in bundles)


def by_series(bundles: Bundles) -> Iterator[Pair]:
    """The short name of a fair and a full one that ends alike and has its first character anywhere."""
    fairs = [key for key, bundle in bundles.items() if "Fair" in bundle.types]
    shorts: dict[tuple[str, str], list[Key]] = defaultdict(list)
    for key in fairs:
        if len(key[1]) <= LONGEST_SERIES:
            shorts[(key[1][0], key[1][-1])].append(key)
    for key in fairs:
        if len(key[1]) > SHORTEST_FAIR:
            for first in dict.fromkeys(key[1]):
                yield from ((short, key) for short in shorts.get((first, key[1][-1]), ()) if keeps(short[1], key[1]))


def by_general_word(bundles: Bundles) -> Iterator[Pair]:
    """Names that differ in a general word at the end (新能源产业, 新能源行业)."""
    yield from _sharing((key, [(key[0], bundle.bare)] if bundle.bare else []) for key, bundle in bundles.items())


def by_place(bundles: Bundles) -> Iterator[Pair]:
    """Names that begin with one place under two names and go on alike (印尼甲川论坛, 印度尼西亚甲川论坛)."""
    seated = ((key, bundle.seated) for key, bundle in bundles.items())
    yield from _sharing((key, [(key[0], *seat)] if seat[0] else []) for key, seat in seated)


RULES: Mapping[str, Rule] = {
    "short form": by_short_form,
    "core": by_core,
    "ending": by_ending,
    "abbreviation": by_abbreviation,
    "reading": by_reading,
    "slip": by_slip,
    "series": by_series,
    "general word": by_general_word,
    "place": by_place,
}
"""The rules by name."""


def keeps(short: str, full: str) -> bool:
    """Whether the characters of one name stand in the other in their order.

    >>> keeps("上交会", "上海国际技术进出口交易会"), keeps("交上会", "上海国际技术进出口交易会")
    (True, False)
    """
    at = 0
    for character in short:
        at = full.find(character, at) + 1
        if not at:
            return False
    return True


@lru_cache(maxsize=65536)
def reading(name: str) -> tuple[str, ...]:
    """The reading of a name without tones, a syllable a character."""
    return tuple(lazy_pinyin(character)[0] for character in name)


def _few(fitting: Mapping[Key, Sequence[Key]]) -> Iterator[Pair]:
    """Each short name with what it fits, where that is not too much."""
    for short, full in fitting.items():
        if len(full) <= MOST:
            yield from ((short, key) for key in full)


def _sharing(keys: Iterable[tuple[Key, Iterable[Hashable]]]) -> Iterator[Pair]:
    """All pairs of keys in one block, of the blocks that are not too large."""
    blocks: dict[Hashable, list[Key]] = defaultdict(list)
    for key, values in keys:
        for value in values:
            blocks[value].append(key)
    for found in blocks.values():
        if len(found) <= MOST:
            yield from ((left, right) for at, left in enumerate(found) for right in found[at + 1 :])
