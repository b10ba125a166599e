"""Articles in: files, folders, globs and standard input → ``Document``.

A reader for each format is a module with two functions (``reader.Reader``); a new format is one file and one line in
``READERS``. What cannot be read is a ``Skipped`` with its reason, and the others go on.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from ..errors import InputError
from ..model import Document, Skipped
from . import archive, docx, page, pdf, plain, records, table, unread
from .document import finish
from .reader import Blob, Draft, Reader
from .sources import File, locate, unreadable

__all__ = ["READERS", "Blob", "Draft", "Reader", "read"]

READERS: tuple[Reader, ...] = (pdf, docx, unread, table, records, archive, page, plain)
"""The formats, in the order in which they are asked; the last takes everything."""


def read(sources: Iterable[str], stdin: BinaryIO | None = None) -> Iterator[Document | Skipped]:
    """The articles of ``sources``, in their order, each read when it is asked for.

    Args:
        sources: files, folders (with their subfolders, sorted, without hidden files), globs, or ``-``.
        stdin: what ``-`` reads; the process's standard input where none is given.

    Returns:
        A ``Document`` for each article, and a ``Skipped`` for each file or record that is none.

    Raises:
        InputError: at once, where a source does not exist.
    """
    return _read(locate(sources), stdin)


def _read(files: list[File | Skipped], stdin: BinaryIO | None) -> Iterator[Document | Skipped]:
    for file in files:
        if isinstance(file, Skipped):
            yield file
            continue
        try:
            yield from _articles(file, stdin)
        except InputError as error:
            yield Skipped(file.uri, str(error))
        except OSError as error:
            yield Skipped(file.uri, unreadable(error))


def _articles(file: File, stdin: BinaryIO | None) -> Iterator[Document | Skipped]:
    if file.path is None:
        yield from _from_blob(Blob(file.uri, stdin or sys.stdin.buffer))
    else:
        with file.path.open("rb") as stream:
            yield from _from_blob(Blob(file.uri, stream, file.path.name))


def _from_blob(blob: Blob) -> Iterator[Document | Skipped]:
    reader = next(reader for reader in READERS if reader.accepts(blob))
    for draft in reader.read(blob):
        yield draft if isinstance(draft, Skipped) else _finished(draft)


def _finished(draft: Draft) -> Document | Skipped:
    try:
        return finish(draft)
    except InputError as error:
        return Skipped(draft.uri, str(error))
