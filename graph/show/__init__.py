"""All that a build knows of a name: its facts with the sentences that say so, its figures, its merges.

Everything comes from a build's folder; nothing is read out of the articles again.
"""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator

from ..errors import UsageError
from ..script import simplified
from ..store import Store
from .known import Known, known_of
from .text import lines_of

__all__ = ["Known", "find", "known_of", "nearest", "show"]

_GAP = re.compile(r"[\s·•・()（）《》〈〉“”\"'‘’「」『』,，.。、-]+")
_NAMES = """SELECT DISTINCT ?thing ?name WHERE {
  ?thing skos:prefLabel|skos:altLabel|skos:hiddenLabel ?name }"""
_MOST_NEAR = 5


def find(store: Store, name: str) -> tuple[str, ...]:
    """The IRIs of what bears a name, in either script and whatever the brackets and spaces; sorted, perhaps none.

    An IRI of the build, in full or with its prefix, finds its thing too.
    """
    wanted = _fold(name)
    prefix, _, local = name.partition(":")
    full = f"{store.prefixes[prefix]}{local}" if prefix in store.prefixes else name
    rows = store.query(_NAMES)
    return tuple(sorted({r["thing"] for r in rows if (wanted and _fold(r["name"]) == wanted) or r["thing"] == full}))


def nearest(store: Store, name: str) -> tuple[str, ...]:
    """Names like a name, one a thing: that hold it, that are spelt like it, or that sound so in pinyin; at most five."""
    wanted = _fold(name)
    if not wanted:
        return ()
    script = name == simplified(name)
    rows = sorted(store.query(_NAMES), key=lambda row: (row["name"] == simplified(row["name"])) == script)
    names = {_fold(row["name"]): row for row in rows}  # of one name in both scripts, that in the script of the question
    held = sorted((key for key in names if wanted in key), key=lambda key: (len(key), key))
    near = difflib.get_close_matches(wanted, sorted(names), n=_MOST_NEAR, cutoff=0.4)
    sounding = _sounding(wanted, names) if wanted.isascii() else ()
    by_thing: dict[str, str] = {}
    for key in (*held, *sounding, *near):
        by_thing.setdefault(names[key]["thing"], names[key]["name"])
    return tuple(by_thing.values())[:_MOST_NEAR]


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
    found = find(store, name)
    if not _fold(name):
        raise UsageError("no name is given", where="show", remedy="give one: `zhimai show DIR NAME`")
    if not found:
        near = "、".join(nearest(store, name))
        remedy = f"did you mean {near}?" if near else "ask `zhimai query DIR --name across-articles` for names"
        raise UsageError(f"nothing is called {name}", where="show", remedy=remedy)
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


def _sounding(letters: str, names: Iterable[str]) -> list[str]:
    """The names whose pinyin, without tones, begins with the letters or holds them."""
    from pypinyin import lazy_pinyin

    spelt = {key: "".join(lazy_pinyin(key)).casefold() for key in names}
    return sorted((key for key in names if letters in spelt[key]), key=lambda key: (len(key), key))


def _fold(name: str) -> str:
    return _GAP.sub("", simplified(unicodedata.normalize("NFKC", name))).casefold()
