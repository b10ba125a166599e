"""Tables that spreadsheets open and save: what begins like a formula is made text; which encoding, delimiter and line."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from .errors import ZhimaiError

# Full-width signs begin a formula too where the spreadsheet speaks Chinese or Japanese.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_DELIMITERS = ",;\t"
csv.field_size_limit(20 * 1024**2)  # of the whole process: as for tables of articles, whichever are read first


def harmless(text: str) -> str:
    """The text with the apostrophe that spreadsheets hide before what they would run.

    >>> harmless("=1+1"), harmless("甲公司")
    ("'=1+1", '甲公司')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_meant(text: str) -> str:
    """What a cell says without the apostrophe that ``harmless`` put before it.

    >>> as_meant(harmless("=1+1")), as_meant("'甲'")
    ('=1+1', "'甲'")
    """
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def read_table(
    path: Path, mistake: type[ZhimaiError], comment: str = "\0"
) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The first line and the others, each with its number in the file; a line that begins with ``comment`` is empty.

    Raises:
        ZhimaiError: of the kind ``mistake``: the file cannot be read, or is no CSV.
    """
    lines = _text(path, mistake).splitlines(keepends=True)
    text = "".join("\n" if line.startswith((comment, f'"{comment}')) else line for line in lines)
    first = text.lstrip().partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    rows, line = [], 1
    try:
        for cells in reader:
            rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise mistake(f"no CSV: {error}", where=f"{path.name}:{line}", remedy="mend the line") from error
    head = next((at for at, (_, cells) in enumerate(rows) if any(cells)), None)
    return (rows[head][1], rows[head + 1 :]) if head is not None else ([], [])


def _text(path: Path, mistake: type[ZhimaiError]) -> str:
    """The text of a file in UTF-8, UTF-16 with a byte order mark, or GB18030, as spreadsheets save them."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise mistake(f"cannot be read: {reason}", where=str(path), remedy="give a CSV file") from error
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise mistake("is neither UTF-8 nor GB18030", where=path.name, remedy="save it as CSV in UTF-8")
