"""A text cut into paragraphs and pieces: what is named there, however names lie in one another, and what is highlighted.

Offsets count code points of the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from .asked import Json

PART = 30_000
"""Characters after which a long text goes on in another part, at the next paragraph."""
_LEEWAY = 5_000
_LINES = re.compile(r"[^\r\n]+")
_BREAK = re.compile(r"[\r\n]+")

Span = tuple[int, int]


class Mention(NamedTuple):
    """Where a thing is named, by its number."""

    start: int
    end: int
    thing: int


def parts(text: str) -> list[Span]:
    """The parts of a text, at least one; a paragraph is broken only where it is very long.

    >>> parts("甲")
    [(0, 1)]
    """
    found, start = [], 0
    while len(text) - start > PART + _LEEWAY:
        near = _BREAK.search(text, start + PART, start + PART + _LEEWAY)
        end = near.end() if near else start + PART
        found.append((start, end))
        start = end
    return [*found, (start, len(text))]


def part_of(bounds: Sequence[Span], offset: int) -> int:
    """Which part an offset lies in; the first for one that lies nowhere."""
    return next((at for at, (start, end) in enumerate(bounds) if start <= offset < end), 0)


def paragraphs(text: str, span: Span, mentions: Sequence[Mention], roles: Sequence[tuple[int, int, int]]) -> list[Json]:
    """The paragraphs of a part, each with ``start`` and its ``pieces``: a text alone, or [text, things from the innermost outwards,
    role, whether a name begins here].
    """
    inside = [one for one in mentions if one.end > span[0] and one.start < span[1] and one.start < one.end]
    found, first = [], 0
    for line in _LINES.finditer(text, *span):
        while first < len(inside) and inside[first].end <= line.start():
            first += 1  # those that end before; a longer one that ends later only keeps more of them in sight
        here = [one for one in _until(inside, first, line.end()) if one.end > line.start()]
        found.append({"start": line.start(), "pieces": list(_pieces(text, line.span(), here, roles))})
    return found


def _until(mentions: Sequence[Mention], first: int, end: int) -> Iterator[Mention]:
    for at in range(first, len(mentions)):
        if mentions[at].start >= end:
            return
        yield mentions[at]


def _pieces(
    text: str, span: Span, mentions: Sequence[Mention], roles: Iterable[tuple[int, int, int]]
) -> Iterator[Json]:
    marked = [one for one in roles if one[0] < span[1] and one[1] > span[0]]
    cuts = {span[0], span[1]}
    for start, end in (*((one.start, one.end) for one in mentions), *((one[0], one[1]) for one in marked)):
        cuts.update(min(max(at, span[0]), span[1]) for at in (start, end))
    waiting, open_ = 0, list[Mention]()
    for start, end in pairwise(sorted(cuts)):
        while waiting < len(mentions) and mentions[waiting].start <= start:
            open_.append(mentions[waiting])
            waiting += 1
        open_ = [one for one in open_ if one.end > start]
        covering = sorted(open_, key=lambda one: (one.end - one.start, -one.start, one.thing))
        role = max((one[2] for one in marked if one[0] <= start < one[1]), default=0)
        if not covering and not role:
            yield text[start:end]
            continue
        things = list(dict.fromkeys(one.thing for one in covering))
        yield [text[start:end], things, role, bool(covering) and covering[0].start == start]
