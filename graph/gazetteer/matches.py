"""Known names in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping


def longest_matches(text: str, names: Mapping[str, object]) -> Iterator[tuple[int, int]]:
    """The half-open spans of the longest names (of two characters and more) in a text, left to right, without overlap."""
    lengths = _lengths(names)
    at = 0
    while at < len(text) - 1:
        for length in lengths.get(text[at : at + 2], ()):
            if at + length <= len(text) and text[at : at + length] in names:
                yield at, at + length
                at += length
                break
        else:
            at += 1


# Lengths by the identity of a mapping, which is kept so that it stays the same: to compare thousands of names at every call
# would cost more than the search.
_LENGTHS: dict[int, tuple[Mapping[str, object], int, Mapping[str, tuple[int, ...]]]] = {}
_KEPT = 16


def _lengths(names: Mapping[str, object]) -> Mapping[str, tuple[int, ...]]:
    """For the first two characters of names: the lengths to try, the longest first."""
    known = _LENGTHS.get(id(names))
    if known and known[0] is names and known[1] == len(names):
        return known[2]
    found: dict[str, set[int]] = defaultdict(set)
    for name in names:
        found[name[:2]].add(len(name))
    lengths = {head: tuple(sorted(sizes, reverse=True)) for head, sizes in found.items()}
    if len(_LENGTHS) >= _KEPT:
        _LENGTHS.clear()
    _LENGTHS[id(names)] = (names, len(names), lengths)
    return lengths
