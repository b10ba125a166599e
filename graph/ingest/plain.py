"""Plain text: ``.txt``, ``.md``, and whatever else decodes as text. The last reader, for it takes what is left."""

from __future__ import annotations

from collections.abc import Iterator

from .encoding import decode
from .reader import Blob, Draft


def accepts(blob: Blob) -> bool:  # noqa: ARG001 - the protocol has it
    """Always: whether it is text shows when it is decoded."""
    return True


def read(blob: Blob) -> Iterator[Draft]:
    """The file as one article, its text as decoded."""
    yield Draft(blob.uri, decode(blob.data()), file=blob.name)
