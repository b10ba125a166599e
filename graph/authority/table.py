"""CSV as spreadsheets save it: which encoding, which delimiter, which line."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from ..errors import EntitiesError

_DELIMITERS = ",;\t"
csv.field_size_limit(20 * 1024**2)  # of the whole process: as for tables of articles, whichever are read first


def read_table(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The first line and the others, each with its number in the file."""
    text = _text(path)
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    rows, line = [], 1
    try:
        for cells in reader:
            rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise EntitiesError(f"no CSV: {error}", where=f"{path.name}:{line}", remedy="mend the line") from error
    return (rows[0][1], rows[1:]) if rows else ([], [])


def _text(path: Path) -> str:
    """The text of a file in UTF-8, UTF-16 with a byte order mark, or GB18030, as spreadsheets save them."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise EntitiesError(f"cannot be read: {reason}", where=str(path), remedy="give a CSV file") from error
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise EntitiesError("is neither UTF-8 nor GB18030", where=path.name, remedy="save it as CSV in UTF-8")
