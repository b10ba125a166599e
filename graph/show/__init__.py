"""All that a build knows of a name: its facts with the sentences that say so, its figures, its merges.

Everything comes from a build's folder; nothing is read out of the articles again.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from ..store import Store
from .known import Known, known_of
from .names import Names, find, fold, nearest
from .text import lines_of, source_line

__all__ = ["Known", "Names", "find", "fold", "known_of", "nearest", "show", "source_line"]


def show(store: Store, name: str, form: str = "text", most: int | None = None) -> str:
    """What a build knows of a name; several things of that name follow one another.

    Args:
        store: an opened build.
        name: any name of the thing, or its IRI.
        form: ``text`` for a terminal, or ``json``: a list of things as ``known_of`` gives them.
        most: as text, how many items of each list; all unless given.

    Raises:
        UsageError: nothing has that name; the nearest names are suggested.
    """
    found = Names(store).known(name, where="show")
    known = [known_of(store, iri) for iri in found]
    if form == "json":
        return json.dumps(known, ensure_ascii=False, indent=1) + "\n"
    pages = ("\n".join(lines_of(one, most)) for one in known)
    return "\n\n\n".join([*_several(store, known), *pages]) + "\n"


def _several(store: Store, known: list[Known]) -> Iterator[str]:
    """Where a name has several bearers, which they are and how to ask for one."""
    if len(known) > 1:
        bearers = (f"  {one['class']['zh']} {one['class']['en']}  {store.short(one['iri'])}" for one in known)
        yield "\n".join([f"{len(known)} 个同名事物 things of that name; give an address to see one alone", *bearers])
