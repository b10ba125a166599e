"""PDF: the text layer of a file, its lines put together to paragraphs. PDFium reads it, by way of pypdfium2.

(Compared on pages that Chromium prints and on old ones that name a Chinese encoding and embed no font: PDFium gave every
character right, ten times faster than pypdf and pdfminer.six, which both leave radicals, U+2F00 on, where characters stand.)
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise, takewhile
from math import hypot
from statistics import median
from typing import TYPE_CHECKING

from ..errors import InputError
from .lines import Line, paragraphs
from .reader import CONTAINER_LIMIT, Blob, Draft

if TYPE_CHECKING:
    from pypdfium2 import PdfTextPage

_MAGIC = b"%PDF-"
_BEFORE = 1024  # bytes of something else that may stand before a PDF, as readers of PDF agree
_LEAST = 10  # characters; what shows fewer is a picture with a stamp on it
_UNKNOWN = 0.2  # the share of characters without meaning from which on a font does not tell what it shows
_HYPHEN = "\xad"  # one that the page's line end made


@dataclass(frozen=True, slots=True)
class _Char:
    """A character, its left, right and upper edge and the size of its type in points."""

    text: str
    left: float
    right: float
    top: float
    size: float


def accepts(blob: Blob) -> bool:
    """Whether it begins as a PDF does."""
    return _MAGIC in blob.head[:_BEFORE]


def read(blob: Blob) -> Iterator[Draft]:
    """The file as one article: its paragraphs, a line each, without page numbers and running heads."""
    pages = [list(_lines(page)) for page in _pages(blob.data(CONTAINER_LIMIT))]
    text = "\n".join(paragraphs(pages))
    shown = "".join(text.split())
    if len(shown) < _LEAST:
        raise InputError(
            "a PDF without a text layer (a scan)", remedy="put it through text recognition, or give its text"
        )
    if sum(map(_meaningless, shown)) > _UNKNOWN * len(shown):
        raise InputError(
            "a PDF whose fonts do not tell their characters", remedy="put it through text recognition, or give its text"
        )
    yield Draft(blob.uri, text, file=blob.name)


def _pages(data: bytes) -> Iterator[list[_Char]]:
    """The characters of each page in the order of reading."""
    from pypdfium2 import PdfDocument, PdfiumError  # a moment, spared to those who read no PDF

    try:
        with PdfDocument(data) as document:
            for number in range(len(document)):
                yield _characters(document[number].get_textpage())
    except PdfiumError as error:
        if "password" in str(error).lower():
            raise InputError("a PDF with a password", remedy="save it without one") from error
        raise InputError("a broken PDF", remedy="fetch or save it again") from error


def _characters(page: PdfTextPage) -> list[_Char]:
    from pypdfium2 import raw

    matrix, found = raw.FS_MATRIX(), []
    for at in range(page.count_chars()):
        raw.FPDFText_GetMatrix(page, at, matrix)
        left, _, right, top = page.get_charbox(at, loose=True)
        size = raw.FPDFText_GetFontSize(page, at) * hypot(matrix.b, matrix.d)
        text = _HYPHEN if raw.FPDFText_IsHyphen(page, at) == 1 else chr(raw.FPDFText_GetUnicode(page, at))
        found.append(_Char(text, left, right, top, size))
    return found


def _lines(page: list[_Char]) -> Iterator[Line]:
    for is_end, group in groupby(page, key=lambda one: one.text in "\r\n"):
        line = [] if is_end else list(group)
        while line and line[-1].text.isspace():
            line.pop()
        while line and line[0].text.isspace():
            line.pop(0)
        if line:
            yield _line(line)


def _line(characters: list[_Char]) -> Line:
    shown = [one for one in characters if not one.text.isspace()]
    return Line(
        text=_text(characters).encode("utf-16", "surrogatepass").decode("utf-16", "replace"),  # Windows gives halves
        left=min(one.left for one in shown),
        right=max(one.right for one in shown),
        top=max(one.top for one in shown),
        size=median(one.size for one in shown),
        first=_first_width(characters),
    )


def _text(characters: list[_Char]) -> str:
    """The text of a line; blanks beside Chinese characters that are only the gaps of a line set to full width go."""
    shown = [one for one in characters if one.text != " "]
    wide = [b.left - a.right for a, b in pairwise(shown) if _is_wide(a) and _is_wide(b)]
    usual = max(0.0, median(wide)) if wide else 0.0
    kept = [characters[0].text]
    for before, one, after in zip(characters, characters[1:], [*characters[2:], characters[-1]], strict=False):
        gap = after.left - before.right
        if one.text != " " or not (_is_wide(before) or _is_wide(after)) or gap > 1.5 * usual + 0.1 * before.size:
            kept.append(one.text)
    return "".join(kept)


def _is_wide(one: _Char) -> bool:
    return one.text > "\u2e80"


def _first_width(characters: list[_Char]) -> float:
    """The width of what cannot be broken at a line's beginning: a word or number, or one Chinese character."""
    first = characters[0]
    word = [
        first,
        *takewhile(lambda one: first.text.isascii() and one.text.isascii() and one.text.isalnum(), characters[1:]),
    ]
    return word[-1].right - first.left


def _meaningless(char: str) -> bool:
    """Whether a character has no meaning by itself: for private use, a control character, one that is none."""
    return "\ue000" <= char <= "\uf8ff" or (char < " ") or char in "\ufffd\ufffe\uffff"
