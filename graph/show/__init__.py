"""All that a build knows of a name: its facts with the sentences that say so, its figures, its merges; and why two names
are one thing or not.

Everything comes from a build's folder; nothing is read out of the articles again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from ..store import Store
from .known import Known, judgements_of, known_of
from .names import Names, find, fold, id_of, is_called, nearest
from .passages import passages_of
from .said import beside
from .text import lines_of, source_line, why_lines
from .why import why_of

__all__ = [
    "Known",
    "Names",
    "beside",
    "find",
    "fold",
    "id_of",
    "is_called",
    "judgements_of",
    "known_of",
    "nearest",
    "passages_of",
    "show",
    "source_line",
    "why",
    "why_of",
]

_DIRECTORY = Path("DIR")


def show(store: Store, name: str, form: str = "text", most: int | None = None, directory: Path = _DIRECTORY) -> str:
    """What a build knows of a name; several things of that name follow one another.

    Args:
        store: an opened build.
        name: any name of the thing, or its IRI.
        form: ``text`` for a terminal, or ``json``: a list of things as ``known_of`` gives them.
        most: as text, how many items of each list; all unless given.
        directory: where the build is, for the commands that the text tells.

    Raises:
        UsageError: nothing has that name; the nearest names are suggested.
    """
    names = Names(store)
    known = [known_of(store, iri) for iri in names.known(name, where="show")]
    if form == "json":
        return _json(known)
    pages = ("\n".join(lines_of(one, names, directory, most)) for one in known)
    return "\n\n\n".join([*_several(store, known), *pages]) + "\n"


def why(store: Store, name: str, other: str, form: str = "text", directory: Path = _DIRECTORY) -> str:
    """Why two names are one thing or not, with what was judged and a sentence of each.

    Args:
        store: an opened build.
        name: any name of a thing, or its IRI.
        other: another.
        form: ``text`` for a terminal, or ``json``: what ``why_of`` gives.
        directory: where the build is, for the commands that the text tells.

    Raises:
        UsageError: nothing has one of the names; the nearest names are suggested.
    """
    told = why_of(store, name, other)
    return _json(told) if form == "json" else "\n".join(why_lines(told, directory)) + "\n"


def _json(told: object) -> str:
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _several(store: Store, known: list[Known]) -> Iterator[str]:
    """Where a name has several bearers, which they are and how to ask for one."""
    if len(known) > 1:
        bearers = (f"  {one['class']['zh']} {one['class']['en']}  {store.short(one['iri'])}" for one in known)
        yield "\n".join([f"{len(known)} 个同名事物 things of that name; give an address to see one alone", *bearers])
