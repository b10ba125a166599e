"""Cells of tables that spreadsheets open: what begins like a formula is made text."""

from __future__ import annotations

# Full-width signs begin a formula too where the spreadsheet speaks Chinese or Japanese.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def harmless(text: str) -> str:
    """The text with the apostrophe that spreadsheets hide before what they would run.

    >>> harmless("=1+1"), harmless("甲公司")
    ("'=1+1", '甲公司')
    """
    return f"'{text}" if text.startswith(_FORMULA) else text
