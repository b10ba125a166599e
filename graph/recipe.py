"""What a build was made with, kept in its folder, so that later commands make the same of it again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from .errors import InputError, UsageError

_FOLDER, _FILE = "store", "recipe.json"


@dataclass(frozen=True, slots=True)
class Recipe:
    """The choices that decide what a build makes of its articles.

    ``base`` is where the IRIs of instances begin; ``ontology`` are the user's own Turtle files, in their order,
    and ``entities`` the CSV files;
    ``quote_limit`` is the most characters that an output quotes at a time, ``None`` where there is no limit.
    """

    base: str
    ontology: tuple[Path, ...] = ()
    entities: tuple[Path, ...] = ()
    quote_limit: int | None = None

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
            "entities": _copied(self.entities, "entities", folder),
            "quote_limit": self.quote_limit,
        }
        text = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        (folder / _FILE).write_text(text, encoding="utf-8", newline="\n")


def recipe_of(directory: Path) -> Recipe:
    """The recipe of the build in ``directory``; its files are the copies that lie there.

    Raises:
        UsageError: there is no build, or it was made before recipes were kept.
    """
    folder = directory / _FOLDER
    try:
        said = json.loads((folder / _FILE).read_text(encoding="utf-8"))
        files = {kind: tuple(folder / str(name) for name in said[kind]) for kind in ("ontology", "entities")}
        return Recipe(str(said["base"]), files["ontology"], files["entities"], said["quote_limit"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UsageError(
            "no build is here, or its recipe is lost", where=str(directory), remedy="build it again with `zhimai build`"
        ) from error


def _copied(files: Sequence[Path], kind: str, folder: Path) -> list[str]:
    """Copies of the files, named by kind, number and name; their names."""
    names = []
    for number, file in enumerate(files, 1):
        name = f"{kind}-{number}-{file.name.removeprefix(f'{kind}-{number}-')}"
        try:
            content = file.read_bytes()
        except OSError as error:
            raise InputError(
                f"cannot be read ({error.strerror})", where=str(file), remedy="check the file and its permissions"
            ) from error
        (folder / name).write_bytes(content)
        names.append(name)
    return names
