"""CSV that spreadsheets open right: UTF-8 with a mark, and no cell that a spreadsheet takes for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from ..spreadsheets import harmless
from .tables import Table, Value, tables

if TYPE_CHECKING:
    from .opened import Opened

SEPARATOR = " | "


class Spreadsheet:
    """Four files; a list is a cell with `` | `` between its items.

    A text that begins like a formula has an apostrophe before it, which spreadsheets do not run; numbers have none.
    """

    name = "csv"
    file = "csv"
    is_folder = True

    def export(self, opened: Opened) -> Mapping[str, bytes]:
        """``nodes.csv``, ``edges.csv``, ``figures.csv`` and ``evidence.csv``."""
        return {f"{table.name}.csv": _written(table) for table in tables(opened.graph)}


def _written(table: Table) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows(map(_cell, row) for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Value) -> str:
    match value:
        case bool():
            return str(value).lower()
        case Decimal():
            return f"{value:f}"
        case int() | float():
            return str(value)
    text = SEPARATOR.join(value) if isinstance(value, tuple) else value
    return harmless(text)
