"""One more line in a file of decisions, and that line taken back."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

from ..errors import DecisionsError, OutputError, one_line
from ..spreadsheets import harmless
from .decision import Decision
from .load import COLUMNS, load_decisions


def append_decision(path: Path, decision: Decision) -> None:
    """Write a decision at the end of a file, which is made where it is missing; it is on the disk when this returns.

    Raises:
        DecisionsError: the file is none of decisions, or has other columns than ours in our order.
        OutputError: it cannot be written.
    """
    try:
        begun = path.exists() and path.stat().st_size > 0
        if begun:
            _check(path)
        with path.open("ab") as file:
            if begun and not path.read_bytes().endswith(b"\n"):
                file.write(b"\n")
            file.write(_line(COLUMNS) * (not begun) + _line(_cells(decision)))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        raise _failed(path, error) from error


def take_back(path: Path, decision: Decision) -> bool:
    """Take the last line out of a file if it is that decision; whether it was.

    Raises:
        OutputError: the file cannot be written.
    """
    try:
        content, line = path.read_bytes(), _line(_cells(decision))
        if not content.endswith(line):
            return False
        os.truncate(path, len(content) - len(line))
    except OSError as error:
        raise _failed(path, error) from error
    return True


def _check(path: Path) -> None:
    """See that a line of ours fits the file: it can be read, is UTF-8 and has our columns in our order."""
    load_decisions([path])
    head = next((line for line in path.read_bytes().splitlines() if line.strip() and not line.startswith(b"#")), b"")
    if head.removeprefix(b"\xef\xbb\xbf").strip() != _line(COLUMNS).strip():
        remedy = f"let its first line be {','.join(COLUMNS)} and save it in UTF-8 with commas"
        raise DecisionsError("has other columns, or others between them", where=path.name, remedy=remedy)


def _cells(decision: Decision) -> tuple[str, ...]:
    said = (decision.choice.value, decision.thing, decision.relation, decision.other)
    return tuple(harmless(one_line(text)) for text in (*said, decision.reason, decision.by, decision.date))


def _line(cells: tuple[str, ...]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue().encode()


def _failed(path: Path, error: OSError) -> OutputError:
    return OutputError(f"cannot be written ({error.strerror or error})", where=str(path), remedy="give another file")
