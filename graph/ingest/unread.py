"""Formats that are known and not read: each is turned down with what to do, before another reader takes it for text."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import InputError
from .reader import Blob, Draft

_MAGIC = {
    b"%PDF-": ("a PDF", "save its text as .txt"),
    b"PK\x03\x04": ("a ZIP archive or an office document", "unpack it, or save its text as .txt"),
    b"\xd0\xcf\x11\xe0": ("an office document", "save its text as .txt"),
    b"{\\rtf": ("an office document", "save its text as .txt"),
    b"\x1f\x8b": ("a compressed file", "unpack it"),
    b"BZh": ("a compressed file", "unpack it"),
    b"\xfd7zXZ": ("a compressed file", "unpack it"),
    b"7z\xbc\xaf": ("a compressed file", "unpack it"),
    b"\x89PNG": ("a picture", "give the article's text"),
    b"\xff\xd8\xff": ("a picture", "give the article's text"),
    b"GIF8": ("a picture", "give the article's text"),
}
_TABLES = {".csv", ".tsv"}


def accepts(blob: Blob) -> bool:
    """Whether the file's first bytes are those of a known binary format, or its suffix that of a table."""
    return blob.suffix in _TABLES or blob.head.startswith(tuple(_MAGIC))


def read(blob: Blob) -> Iterator[Draft]:
    """Never an article: ``InputError`` that names the format and the remedy."""
    what, remedy = next(
        (said for magic, said in _MAGIC.items() if blob.head.startswith(magic)),
        ("a table", "make it JSON lines with the fields id and text"),
    )
    raise InputError(f"{what}, which is not read", remedy=remedy)
