"""What a reader is: the bytes it is given, the draft of an article that it gives back, and the protocol between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO, Protocol

from ..errors import InputError
from ..model import Skipped

LIMIT = 20 * 1024 * 1024
"""The largest article, or file that holds one article, in bytes."""

CONTAINER_LIMIT = 100 * 1024 * 1024
"""The largest file that holds pictures and fonts beside its one article, in bytes."""

_HEAD = 4096


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its reader found it, before it is checked.

    ``key`` is the identifier that the source gives it, ``file`` the name of the file it is alone in (it may begin
    with a date), ``text`` the decoded or extracted text without a title that the source states apart. ``is_record`` is true
    where somebody chose the text as one, so that it is an article however short.
    """

    uri: str
    text: str
    title: str = ""
    published: str = ""
    publisher: str = ""
    byline: str = ""
    url: str = ""
    key: str = ""
    file: str = ""
    is_record: bool = False


class Blob:
    """An open file, or standard input: its name, its first bytes, and all of it once, whole or line by line."""

    def __init__(self, uri: str, stream: BinaryIO, name: str = "") -> None:
        self.uri = uri
        self.name = name
        self.suffix = PurePath(name).suffix.lower()
        self.head = stream.read(_HEAD)
        self._stream = stream

    def data(self, limit: int = LIMIT) -> bytes:
        """All bytes; ``InputError`` where they are more than ``limit``."""
        data = self.head + self._stream.read(limit + 1 - len(self.head))
        if len(data) > limit:
            raise too_large(limit)
        return data

    def lines(self) -> Iterator[bytes]:
        """The lines with their ends, one at a time, so that a file may be larger than memory.

        A line longer than ``LIMIT`` comes cut to a little more than that, and its rest is dropped.
        """
        yield from BytesIO(self.head + self._line())
        while line := self._line():
            yield line

    def _line(self) -> bytes:
        line = part = self._stream.readline(LIMIT + 1)
        while len(part) > LIMIT and not part.endswith(b"\n"):
            part = self._stream.readline(LIMIT + 1)
        return line


class Reader(Protocol):
    """A file format. A module with these two functions is one; ``graph.ingest.READERS`` lists them in order."""

    def accepts(self, blob: Blob) -> bool:
        """Whether the file is of this format, by its suffix or its first bytes."""

    def read(self, blob: Blob) -> Iterator[Draft | Skipped]:
        """The articles in the file, and the parts of it that are none; ``InputError`` where nothing can be read."""


def too_large(limit: int = LIMIT) -> InputError:
    """The error for an article, or a file of one article, of more than ``limit`` bytes."""
    return InputError(f"larger than {limit // 1024**2} MB", remedy="split it into one file an article, or JSON lines")
