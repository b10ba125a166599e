"""Tables: ``.csv`` and ``.tsv`` with a row of names first and an article a row, read row by row."""

from __future__ import annotations

import codecs
import csv
from collections.abc import Iterator
from io import StringIO
from itertools import chain, count, zip_longest

from ..errors import InputError
from ..model import Skipped
from .encoding import decode, encoding_of
from .fields import NAMES, draft, field_name
from .reader import LIMIT, Blob, Draft

_SUFFIXES = {".csv", ".tsv"}
_DELIMITERS = ",\t;|"
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAMPLE = 1 << 18  # bytes, in whole lines, that show a table's encoding

csv.field_size_limit(LIMIT)  # of the whole process: set once, so that nothing depends on what was read before


def accepts(blob: Blob) -> bool:
    """By the suffix: nothing else tells a table from a text with commas."""
    return blob.suffix in _SUFFIXES


def read(blob: Blob) -> Iterator[Draft | Skipped]:
    """An article for each row, ``file#id`` or ``file#number`` its URI; the row of names is number 1, as in a spreadsheet.

    A row without a text is skipped; ``InputError`` for a table in which no column is one of texts.
    """
    lines = _lines(blob)
    head = next(lines, "")
    if not head:
        raise InputError("empty", remedy="give an article with text")
    rows = csv.reader(chain([head], lines), delimiter="\t" if blob.suffix == ".tsv" else _delimiter(head), strict=True)
    names = next(_numbered(rows, blob.uri, 1), (1, []))[1]
    if isinstance(names, Skipped) or not {field_name(name) for name in names}.intersection(NAMES["text"]):
        raise InputError("a table without a column of texts", remedy=f"name one {' or '.join(NAMES['text'][:4])}")
    for number, row in _numbered(rows, blob.uri, 2):
        yield (
            row
            if isinstance(row, Skipped)
            else _article(blob.uri, number, dict(zip_longest(names, row[: len(names)], fillvalue="")))
        )


def _article(uri: str, number: int, record: dict[str, str]) -> Draft | Skipped:
    found = draft(uri, number, record)
    if found.text.strip():
        return found
    return Skipped(found.uri, f"row {number}: no text in it; put the article there, or remove the row")


def _numbered(rows: Iterator[list[str]], uri: str, first: int) -> Iterator[tuple[int, list[str] | Skipped]]:
    """The rows with their numbers, without blank ones; one that the parser refuses is skipped."""
    for number in count(first):
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            reason = f"row {number}: no row of a table ({error}); see that its quotation marks are paired"
            yield number, Skipped(f"{uri}#{number}", reason)
            if "limit" in str(error):  # within a quotation that never ends, no later row can be told
                return
        else:
            if any(cell.strip() for cell in row):
                yield number, row


def _delimiter(head: str) -> str:
    """The mark that parts the names; the standard library's sniffer guesses by texts too, which are full of commas."""
    return max(_DELIMITERS, key=head.count)


def _lines(blob: Blob) -> Iterator[str]:
    """The lines as text, their ends kept, in the encoding that the first of them show."""
    if blob.head.startswith(_WIDE):
        yield from StringIO(decode(blob.data()), newline="")
        return
    lines = blob.lines()
    sample, size = [], 0
    for line in lines:
        sample.append(line)
        size += len(line)
        if size > _SAMPLE:
            break
    encoding = encoding_of(b"".join(sample).removeprefix(codecs.BOM_UTF8))
    for line in chain(sample, lines):
        yield line.removeprefix(codecs.BOM_UTF8).decode(encoding, "replace").replace("\r\n", "\n")
