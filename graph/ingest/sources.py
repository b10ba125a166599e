"""What the user names, to files: a file, a folder, a glob, ``-``; in an order that no file system changes."""

from __future__ import annotations

import glob
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from ..errors import InputError
from ..model import Skipped

STDIN = "-"

# Never an article, and always there: what pages are made of, and what systems and office programs leave in folders.
_NO_ARTICLE = frozenset(
    ".png .jpg .jpeg .gif .webp .bmp .ico .svg .tif .tiff .avif .heic .css .js .mjs .map .woff .woff2 .ttf .otf .eot "
    ".mp3 .mp4 .m4a .wav .avi .mov .wmv .flv .webm .lnk .url .tmp .bak .part .crdownload".split()
)
_LEFT_BEHIND = frozenset({"thumbs.db", "desktop.ini", "__macosx"})
_PAGES = (".html", ".htm", ".xhtml", ".shtml")
_PARTS = re.compile(r"(?P<page>.+)(?:_files|\.files)$")  # the folder that a browser saves beside a page


@dataclass(frozen=True, slots=True)
class File:
    """A file to read: where it is, and what it is called in the outputs (``path`` is ``None`` for standard input)."""

    uri: str
    path: Path | None


def locate(sources: Iterable[str]) -> list[File | Skipped]:
    """The files that ``sources`` mean, in their order, a folder's and a glob's sorted, each file once.

    A folder is read with its subfolders, without hidden files and without what is never an article. Raises ``InputError`` where a source does not exist.
    """
    found: list[File | Skipped] = []
    seen: set[str] = set()
    for source in sources:
        for item in _expand(source):
            identity = _identity(item)
            if identity not in seen:
                seen.add(identity)
                found.append(item)
    return found


def _identity(item: File | Skipped) -> str:
    """One string for one file, by whatever name: two links to a file are one file."""
    if isinstance(item, File) and item.path is not None:
        return os.path.normcase(os.path.realpath(item.path))
    return f"\0{item.uri}"


def _expand(source: str) -> Iterator[File | Skipped]:
    if source == STDIN:
        yield File(STDIN, None)
        return
    path = _local(source)
    if path.is_dir():
        yield from _folder(path)
    elif os.path.lexists(path):
        yield File(_uri(path), path)
    else:
        yield from _glob(source)


def _local(source: str) -> Path:
    """The path of a source, which may be a ``file:`` address; ``InputError`` for an address on the network."""
    if source.lower().startswith("file://"):
        return Path(url2pathname(urlsplit(source).path))
    if source.lower().startswith(("http://", "https://")):
        raise InputError("nothing is fetched from the network", where=source, remedy="save the page and give its file")
    if not source or "\0" in source:  # the working directory, and an error of the system's own, otherwise
        raise _missing(source)
    return Path(source)


def _glob(source: str) -> Iterator[File | Skipped]:
    names = glob.glob(source, recursive=True) if glob.has_magic(source) else []  # noqa: PTH207 - takes absolute patterns
    matches = sorted(map(Path, names), key=Path.as_posix)
    if not matches:
        raise _missing(source)
    articles = [
        path for path in matches if not _is_left_out(path.name) and not any(map(_is_part, (path, *path.parents)))
    ]
    for path in articles or matches:
        yield from _folder(path) if path.is_dir() else (File(_uri(path), path),)


def _folder(folder: Path) -> Iterator[File | Skipped]:
    refused: list[OSError] = []
    found: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=refused.append):
        folders[:] = [name for name in folders if not name.startswith(".") and not _is_part(Path(parent, name))]
        found.extend(Path(parent, name) for name in names if not _is_left_out(name))
    for error in refused:
        yield Skipped(_uri(Path(error.filename)), unreadable(error))
    if not found and not refused:
        yield Skipped(_uri(folder), "nothing to read in this folder; put articles there, or name another")
    yield from (File(_uri(path), path) for path in sorted(found, key=Path.as_posix) if _holds_text(path))


def _is_left_out(name: str) -> bool:
    """Whether a folder's file is passed over: hidden, a lock of an office program, a picture, a script, a font, a film."""
    return name.startswith((".", "~$")) or name.lower() in _LEFT_BEHIND or Path(name).suffix.lower() in _NO_ARTICLE


def _is_part(folder: Path) -> bool:
    """Whether a folder holds the parts of a saved page that lies beside it, or what a system left behind."""
    saved = _PARTS.match(folder.name)
    pages = (folder.with_name(f"{saved['page']}{suffix}") for suffix in _PAGES) if saved else ()
    return folder.name.lower() in _LEFT_BEHIND or any(page.is_file() for page in pages)


def _holds_text(path: Path) -> bool:
    """Whether a folder's entry is a file, or a link that leads nowhere (which is reported); a pipe would block."""
    return path.is_file() or not path.exists()


def unreadable(error: OSError) -> str:
    """The reason of ``Skipped`` for what the system does not let us read."""
    return f"cannot be read ({error.strerror or type(error).__name__}); check that it exists and its permissions"


def _missing(source: str) -> InputError:
    return InputError("no such file or folder, and no file of that pattern", where=source, remedy="check the name")


def _uri(path: Path) -> str:
    """The path with ``/``; bytes of a file name that are no text become U+FFFD, so that every output can hold it."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")
