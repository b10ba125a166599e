"""Outputs appear together or not at all."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from graph.errors import OutputError
from graph.staging import check, staged


def _tree(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def _write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def test_files_are_there_after_the_block(tmp_path):
    """What the block writes stands in the output folder, which is made, and nothing else is left."""
    with staged(tmp_path / "deep" / "out") as folder:
        _write(folder, {"a.txt": "a", "store/b.txt": "b"})
    assert _tree(tmp_path) == {"deep/out/a.txt": "a", "deep/out/store/b.txt": "b"}


def test_files_are_replaced_and_foreign_ones_stay(tmp_path):
    """A file of the same name is replaced; a file that the block does not write stays."""
    _write(tmp_path / "out", {"a.txt": "old", "README.md": "mine", ".gitkeep": ""})
    with staged(tmp_path / "out") as folder:
        _write(folder, {"a.txt": "new"})
    assert _tree(tmp_path / "out") == {"a.txt": "new", "README.md": "mine", ".gitkeep": ""}


def test_foreign_files_in_a_written_folder_stay(tmp_path):
    """Whoever names a folder with a store/ of their own loses nothing in it."""
    _write(tmp_path / "out", {"store/notes.txt": "mine", "store/graph.nq": "old"})
    with staged(tmp_path / "out") as folder:
        _write(folder, {"store/graph.nq": "new"})
    assert _tree(tmp_path / "out") == {"store/notes.txt": "mine", "store/graph.nq": "new"}


@pytest.mark.parametrize("error", [ValueError("x"), KeyboardInterrupt()])
def test_a_failure_in_the_block_changes_nothing(tmp_path, error):
    """An error or an interruption while writing leaves the folder as it was, without temporary files."""
    _write(tmp_path / "out", {"a.txt": "old"})
    with pytest.raises(type(error)), staged(tmp_path / "out") as folder:
        _write(folder, {"a.txt": "new"})
        raise error
    assert _tree(tmp_path) == {"out/a.txt": "old"}


def test_a_failure_leaves_no_new_folder(tmp_path):
    """A folder that was made for the outputs is taken away again when nothing came of it."""
    with pytest.raises(ValueError, match="x"), staged(tmp_path / "deep" / "out"):
        raise ValueError("x")
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_an_output_error(tmp_path):
    """The system's refusal to write becomes one line that names the folder and the remedy."""
    refusal = OSError(errno.ENOSPC, "No space left on device")
    message = r"out: cannot be written \(No space left on device\); choose another folder"
    with pytest.raises(OutputError, match=message), staged(tmp_path / "out"):
        raise refusal


def test_a_failure_while_swapping_puts_everything_back(tmp_path):
    """Where the last of several files cannot be swapped in, the first ones are as they were."""
    _write(tmp_path / "out", {"a.txt": "old a", "b.txt": "old b", "z.txt/in-the-way": ""})
    before = _tree(tmp_path)
    with pytest.raises(OutputError), staged(tmp_path / "out") as folder:
        _write(folder, {"a.txt": "new a", "b.txt": "new b", "c.txt": "new c", "z.txt": "new z"})
    assert _tree(tmp_path) == before


@pytest.mark.parametrize("use", [check, lambda output: staged(output).__enter__()])
def test_a_folder_below_a_file_cannot_be_written(tmp_path, use):
    """A path below a regular file is refused, early and late."""
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="file/out: cannot be written"):
        use(tmp_path / "file" / "out")


def test_checking_makes_nothing(tmp_path):
    """The early check of a folder that could be made leaves no trace."""
    check(tmp_path / "deep" / "out")
    assert list(tmp_path.iterdir()) == []
