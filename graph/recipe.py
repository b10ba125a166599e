"""What a build was made with, kept in its folder, so that later commands make the same of it again."""

from __future__ import annotations

import hashlib
import json
import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from .errors import InputError, UsageError

DECISIONS = "decisions.csv"
"""The file of a person's decisions in a build's folder; every build into that folder takes it along, and none writes it."""

_FOLDER, _FILE = "store", "recipe.json"
_COPY = re.compile(r"(?:ontology|entities|decisions)-[0-9a-f]{8}-")


@dataclass(frozen=True, slots=True)
class Recipe:
    """The choices that decide what a build makes of its articles.

    ``base`` is where the IRIs of instances begin; ``ontology`` are the user's own Turtle files, in their order, and
    ``entities`` and ``decisions`` the CSV files, without the decisions in the build's own folder; ``quote_limit`` is the
    most characters that an output quotes at a time, ``None`` where there is no limit.
    """

    base: str
    ontology: tuple[Path, ...] = ()
    entities: tuple[Path, ...] = ()
    quote_limit: int | None = None
    decisions: tuple[Path, ...] = ()

    def decided_in(self, directory: Path) -> tuple[Path, ...]:
        """The files of decisions that hold for a build into ``directory``: those given, then the folder's own."""
        own = directory / DECISIONS
        return (*self.decisions, own) if own.exists() else self.decisions

    @contextmanager
    def snapshot(self) -> Iterator[Recipe]:
        """The recipe with its files as they are now: each is read once, and a later change of it does not count.

        Raises:
            InputError: a file cannot be read.
        """
        with tempfile.TemporaryDirectory(prefix="zhimai-") as name:
            given = (("ontology", self.ontology), ("entities", self.entities), ("decisions", self.decisions))
            ontology, entities, decisions = (
                tuple(_copy(file, Path(name, f"{kind}-{number}")) for number, file in enumerate(files))
                for kind, files in given
            )
            yield replace(self, ontology=ontology, entities=entities, decisions=decisions)

    def keep(self, directory: Path) -> None:
        """Write the recipe with a copy of its files into ``store/`` of ``directory``.

        Raises:
            InputError: a file cannot be read.
            OSError: the folder cannot be written.
        """
        folder = directory / _FOLDER
        folder.mkdir(exist_ok=True)
        said = {
            "base": self.base,
            "ontology": _copied(self.ontology, "ontology", folder),
            "entities": sorted(_copied(self.entities, "entities", folder)),
            "decisions": _copied(self.decisions, "decisions", folder),
            "quote_limit": self.quote_limit,
        }
        text = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        (folder / _FILE).write_text(text, encoding="utf-8", newline="\n")


def given_decisions(files: Sequence[str | Path], directory: Path) -> tuple[Path, ...]:
    """Files of decisions without the one in the build's own folder, which is read there and never copied."""
    own = (directory / DECISIONS).resolve()
    return tuple(path for path in map(Path, files) if path.resolve() != own)


def bare_name(file: Path) -> str:
    """The name that the user gave a file of which a recipe may have a copy."""
    return _COPY.sub("", file.name, count=1)


def recipe_of(directory: Path) -> Recipe:
    """The recipe of the build in ``directory``; its files are the copies that lie there.

    Raises:
        UsageError: there is no build, or it was made before recipes were kept.
    """
    folder = directory / _FOLDER
    try:
        said = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        files = {kind: tuple(folder / str(name) for name in said[kind]) for kind in ("ontology", "entities")}
        decisions = tuple(folder / str(name) for name in said.get("decisions", ()))  # older builds have none
        return Recipe(str(said["base"]), files["ontology"], files["entities"], said["quote_limit"], decisions)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            "no build is here, or its recipe is lost", where=str(directory), remedy="build it again with `zhimai build`"
        ) from error


def drop_old_copies(directory: Path) -> None:
    """Remove copies that an earlier build kept and the recipe in ``directory`` does not name."""
    recipe = recipe_of(directory)
    named = {path.name for path in (*recipe.ontology, *recipe.entities, *recipe.decisions)}
    for path in (directory / _FOLDER).iterdir():
        if _COPY.match(path.name) and path.name not in named:
            with suppress(OSError):
                path.unlink()


def _copied(files: Sequence[Path], kind: str, folder: Path) -> list[str]:
    """Copies of the files, named by kind, content and name; their names."""
    names = []
    for file in files:
        content = _read(file)
        name = f"{kind}-{hashlib.sha256(content).hexdigest()[:8]}-{bare_name(file)}"
        (folder / name).write_bytes(content)
        names.append(name)
    return names


def _copy(file: Path, to: Path) -> Path:
    """A copy in a folder of its own, under the name that the user gave the file."""
    content = _read(file)
    to.mkdir()
    copy = to / bare_name(file)
    copy.write_bytes(content)
    return copy


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise InputError(
            f"cannot be read ({error.strerror})", where=str(file), remedy="check the file and its permissions"
        ) from error
