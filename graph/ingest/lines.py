"""Lines on pages, to paragraphs: what a page breaks for want of room is joined again, and what it repeats is left out.

A line ends its paragraph where the next word would still have fitted, where the next line is indented, set in another
size, or stands lower than lines do after a sentence's end.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

_INDENT = 1.2  # in sizes of the type, as all below
_SLACK = 1.1  # a line may lack a character, for none begins with a comma
_COLUMN = 3.0  # lines whose left ends are no farther apart stand in one column
_PITCH = 1.35  # times the usual distance between lines
_WIDEST_PITCH = 2.2
_OTHER_SIZE = 0.12

_END = re.compile(r"[。！？!?…：:；;][”’」』）)】]*$")
_EDGE_LINES = 2
_PAGE_NUMBER = re.compile(
    r"(?:[-—–·|~\s]*(?:第\s*)?\d{1,4}\s*[页頁版]?(?:\s*[/／,，]?\s*(?:共|of)?\s*\d{1,4}\s*[页頁版]?)?[-—–·|~\s]*)"
    r"|(?:page|p\.)\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?",
    re.IGNORECASE,
)
_PRINTED = re.compile(r"(?:https?|file)://\S+\s+\d{1,4}/\d{1,4}")  # what a browser prints below a page
_PRINTED_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?\s+(?:[上下]午\s?)?\d{1,2}:\d\d")
_LATIN = re.compile(r"[A-Za-z0-9,.;:)%]")
_HYPHEN = re.compile(r"[A-Za-z]-$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its text, its ends and its top in points, the size of its type, the width of its first word."""

    text: str
    left: float
    right: float
    top: float
    size: float
    first: float


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line in its column: how much room it leaves at the right, how far it is indented, and how lines follow there."""

    line: Line
    room: float
    indent: float
    pitch: float


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[str]:
    """The paragraphs of pages, in order, without page numbers and without the lines that pages repeat at their edges."""
    text = ""
    last: _Placed | None = None
    shown = [[], *_without_edges(pages)]
    for placed in (placed for before, page in pairwise(shown) for placed in _in_columns(page, before)):
        if last is not None and _goes_on(last, placed):
            text = _joined(text, placed.line.text)
        else:
            if text:
                yield text
            text = placed.line.text
        last = placed
    if text:
        yield text


def _in_columns(page: Sequence[Line], before: Sequence[Line]) -> Iterator[_Placed]:
    """The lines of a page in their columns, of which the page before it tells too: the last may have but one line."""
    pitch = _pitch(page)
    for line in page:
        column = [
            other
            for other in (*before, *page)
            if abs(other.left - line.left) <= _COLUMN * line.size and _alike(other, line)
        ]
        left, room = min(other.left for other in column), _margin(column) - line.right
        # A line that stands out of its column is none of it.
        yield _Placed(line, room if room > -line.size else float("inf"), line.left - left, pitch)


def _margin(column: Sequence[Line]) -> float:
    """Where the lines of a column end that are full: the rightmost place at which several of them do, if there is one."""
    ends = sorted((line.right for line in column), reverse=True)
    slack, several = column[0].size, 3
    shared = (end for end, third in zip(ends, ends[several - 1 :], strict=False) if end - third <= slack)
    return next(shared, ends[0])


def _goes_on(last: _Placed, next: _Placed) -> bool:
    """Whether the paragraph of one line goes on in the next."""
    size, ended = last.line.size, bool(_END.search(last.line.text))
    if not _alike(last.line, next.line) or last.room > next.line.first + _SLACK * size:
        return False
    if next.indent > _INDENT * size and (ended or last.indent <= _INDENT * size):
        return False
    drop = last.line.top - next.line.top
    return not (ended and drop > _PITCH * last.pitch)


def _alike(one: Line, other: Line) -> bool:
    return abs(one.size - other.size) <= _OTHER_SIZE * max(one.size, other.size)


def _pitch(page: Sequence[Line]) -> float:
    """The usual distance between lines of a page, in points."""
    drops = [one.top - other.top for one, other in pairwise(page) if one.top > other.top and _alike(one, other)]
    return min(median(drops), _WIDEST_PITCH * page[0].size) if drops else float("inf")


def _joined(text: str, more: str) -> str:
    """Two parts of a paragraph: a blank between words in Latin letters, none in Chinese, none for a hyphen."""
    if text.endswith("\xad") or (_HYPHEN.search(text) and more[:1].islower()):
        return text[:-1] + more
    return f"{text} {more}" if _LATIN.match(text[-1:]) and more[:1].isascii() and more[:1].isalpha() else text + more


def _without_edges(pages: Sequence[Sequence[Line]]) -> Iterator[Sequence[Line]]:
    """The pages without page numbers, and without what stands first or last on several of them in the same type."""
    edges = [_edges(page) for page in pages]
    seen = Counter(key for lines in edges for key in {_key(line) for line in lines})
    often = max(2, len(pages) / 3)
    for page, lines in zip(pages, edges, strict=True):
        printed = any(_PRINTED.fullmatch(line.text.strip()) for line in lines)
        gone = {
            line
            for line in lines
            if (seen[_key(line)] >= often and not _END.search(line.text))
            or _PAGE_NUMBER.fullmatch(line.text.strip())
            or (printed and (_PRINTED.fullmatch(line.text.strip()) or _PRINTED_DATE.match(line.text)))
        }
        yield [line for line in page if line not in gone]


def _edges(page: Sequence[Line]) -> list[Line]:
    """The lines that stand highest and lowest, whatever their place in the order of reading."""
    by_height = sorted(page, key=lambda line: -line.top)
    return by_height[:_EDGE_LINES] + by_height[_EDGE_LINES:][-_EDGE_LINES:]


def _key(line: Line) -> tuple[str, int, int]:
    """What a line that pages repeat has in common: its words, whatever the number, its size and its height."""
    return re.sub(r"\d+", "#", "".join(line.text.split())), round(line.size), round(line.top)
