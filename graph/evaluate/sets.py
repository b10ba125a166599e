"""The annotated sets that are known: one TOML file each in ``sets/``, with its files, its format and its mapping.

A file has ``title``, ``kind`` (``mentions`` or ``statements``), ``format``, ``[files]`` (part = path or paths below the
user's folder; each part is a set of its own) and ``[classes]`` or ``[relations]``: the set's labels in our words.
``^acquires`` is read from the pair's tail to its head, a list names properties that all say it, and an empty string
says that we have no counterpart.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from .readers import read_samples
from .values import EvalSet, Relation, Sample

_FOLDER = Path(__file__).resolve().parent / "sets"


@cache
def known_sets() -> tuple[EvalSet, ...]:
    """All sets, those of names first."""
    found = [one for path in sorted(_FOLDER.glob("*.toml")) for one in _read(path)]
    return tuple(sorted(found, key=lambda one: one.kind))


def read_set(folder: Path, id: str) -> list[Sample]:
    """The samples of a set whose files lie below a folder.

    Raises:
        InputError: where a file is not there or not of its format.
    """
    one = next(one for one in known_sets() if one.id == id)
    return read_samples([folder / file for file in one.files], one.form)


def _read(path: Path) -> Iterator[EvalSet]:
    said = tomllib.loads(path.read_text("utf-8"))
    relations = {label: _relations(value) for label, value in said.get("relations", {}).items()}
    for part, files in said["files"].items():
        single = len(said["files"]) == 1
        yield EvalSet(
            id=path.stem if single else f"{path.stem}-{part}",
            title=said["title"] if single else f"{said['title']} {part}",
            kind=said["kind"],
            form=said["format"],
            files=tuple(map(Path, [files] if isinstance(files, str) else files)),
            classes=said.get("classes", {}),
            relations={label: found for label, found in relations.items() if found},
        )


def _relations(value: str | list[str]) -> tuple[Relation, ...]:
    names = [value] if isinstance(value, str) else value
    return tuple(Relation(name.removeprefix("^"), name.startswith("^")) for name in names if name)
