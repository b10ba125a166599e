"""Formats that are known and not read: each is turned down with what to do, before another reader takes it for text."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import InputError
from .reader import Blob, Draft

_PICTURE = ("a picture", "give the article's text")
_COMPRESSED = ("a compressed file", "unpack it")
_MAGIC = {
    b"PK\x03\x04": ("a ZIP archive or an office document", "unpack it, or save the document as .docx, .csv or .pdf"),
    b"\xd0\xcf\x11\xe0": (
        "an office document of the old kind, or one with a password",
        "save it as .docx or .csv, without a password",
    ),
    b"{\\rtf": ("an office document of the old kind", "save it as .docx"),
    b"\x1f\x8b": _COMPRESSED,
    b"BZh": _COMPRESSED,
    b"\xfd7zXZ": _COMPRESSED,
    b"7z\xbc\xaf": _COMPRESSED,
    b"Rar!": _COMPRESSED,
    b"\x89PNG": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
    b"RIFF": _PICTURE,
}


def accepts(blob: Blob) -> bool:
    """Whether the file's first bytes are those of a known format that is not read."""
    return blob.head.startswith(tuple(_MAGIC))


def read(blob: Blob) -> Iterator[Draft]:
    """Never an article: ``InputError`` that names the format and the remedy."""
    what, remedy = next(said for magic, said in _MAGIC.items() if blob.head.startswith(magic))
    raise InputError(f"{what}, which is not read", remedy=remedy)
