"""Outputs that appear together or not at all.

A build writes into a temporary folder on the same file system as its output folder; when all of it has succeeded the
files are swapped in one by one. A failure at any point leaves the files that stood there before.
"""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from .errors import OutputError

_REMEDY = "choose another folder with -o, or free the space and the permission to write"


@contextmanager
def staged(output: Path) -> Iterator[Path]:
    """Give an empty folder to write into, and publish what is in it to ``output`` when the block ends well.

    Files in ``output`` of other names stay, those inside a folder that the block writes too.

    Raises:
        OutputError: where ``output`` cannot be made or written; nothing in it has changed.
    """
    made = _make(output)
    try:
        with _temporary_folder(output) as folder:
            (new := folder / "new").mkdir()
            yield new
            _publish(new, output, folder / "old")
    except BaseException as error:
        for path in made:
            with suppress(OSError):
                path.rmdir()
        if isinstance(error, OSError):
            raise _failure(output, error) from error
        if isinstance(error, OutputError):  # names the temporary folder, of which the user knows nothing
            raise OutputError(error.what, where=str(output), remedy=_REMEDY) from error
        raise


def check(output: Path) -> None:
    """See early, before the work is done, whether ``output`` can be written; makes nothing.

    Raises:
        OutputError: where it plainly cannot.
    """
    try:
        nearest = next(path for path in (output, *output.absolute().parents) if path.exists())
        if not nearest.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR))
        if not os.access(nearest, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    except OSError as error:
        raise _failure(output, error) from error


def _make(output: Path) -> list[Path]:
    """Make the folder; return what was made, innermost first, to take it away again after a failure."""
    try:
        missing = [path for path in (output, *output.parents) if not path.exists()]
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _failure(output, error) from error
    return missing


@contextmanager
def _temporary_folder(output: Path) -> Iterator[Path]:
    parent = output.resolve().parent
    # A file can only be swapped in from the same file system, and a mounted folder's parent lies on another.
    beside = os.access(parent, os.W_OK) and parent.stat().st_dev == output.stat().st_dev
    with tempfile.TemporaryDirectory(prefix=".zhimai-", dir=parent if beside else output) as name:
        yield Path(name)


def _publish(new: Path, output: Path, old: Path) -> None:
    """Swap in every file of ``new``; on any failure put back what was there."""
    files = _files(new)
    replaced: list[Path] = []
    try:
        for file in files:
            _keep(output / file, old / file)
            replaced.append(file)
            (output / file).parent.mkdir(parents=True, exist_ok=True)
            (new / file).replace(output / file)
    except BaseException:
        _restore(replaced, old, output)
        raise


def _files(folder: Path) -> list[Path]:
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if not path.is_dir())


def _keep(target: Path, copy: Path) -> None:
    """Keep a second name for ``target``, so that replacing it leaves no moment without the file."""
    if not target.exists():
        return
    copy.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(target, copy)
    except OSError:  # a file system without hard links
        shutil.copy2(target, copy)


def _restore(files: list[Path], old: Path, output: Path) -> None:
    for file in reversed(files):
        if (old / file).exists():
            (old / file).replace(output / file)
        else:
            (output / file).unlink(missing_ok=True)


def _failure(output: Path, error: OSError) -> OutputError:
    return OutputError(f"cannot be written ({error.strerror or error})", where=str(output), remedy=_REMEDY)
