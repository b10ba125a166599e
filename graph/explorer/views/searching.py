"""Things found by what people type: any of their names, in either script, any width and case, in pinyin, by initials, or by
all of these mixed (``su州``, ``s zhou``). It is how the interactive page searches, made for a hundred thousand names.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ...page.names import both_scripts, fold
from ...show import Names
from .asked import Asked, Json
from .catalogue import Catalogue

if TYPE_CHECKING:
    from .opened import Opened

_KINDS = {"prefLabel": 0.0, "altLabel": 0.5, "hiddenLabel": 0.75}
_SPOKEN = 3.0
_MOST_COMPARED = 5000
"""Things beyond which no names like what was typed are looked for: that takes longer than typing."""
_FARTHEST = 200
"""Characters of a name in which what is spelt in pinyin may begin."""
_TONES = {"\u0300", "\u0301", "\u0304", "\u030c"}


class _Name(NamedTuple):
    """A name of a thing as it is compared: simplified, and traditional of the same length, or nothing where they are one."""

    thing: int
    shown: str
    hans: str
    hant: str
    penalty: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found. ``matched`` is the name that made it answer; a smaller ``rank`` is a better one."""

    thing: int
    matched: str
    rank: float


class Searching:
    """The names of a build, ready to be searched."""

    def __init__(self, names: Names, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._names: list[_Name] = []
        self._sounding: dict[str, list[int]] = {}
        for thing, name, kind in names.rows:
            if thing in catalogue.number:
                self._add(catalogue.number[thing], name, _KINDS[kind])

    def _add(self, thing: int, name: str, penalty: float) -> None:
        hant, hans = (fold(form) for form in both_scripts(name))
        pairs = [(hans, hant)] if len(hant) == len(hans) else [(hans, hans), (hant, hant)]
        for simplified, traditional in pairs:
            if simplified:
                for letter in {reading[0] for character in simplified for reading in _readings(character)}:
                    self._sounding.setdefault(letter, []).append(len(self._names))
                other = "" if traditional == simplified else traditional
                self._names.append(_Name(thing, name, simplified, other, penalty))

    def find(self, typed: str) -> list[Hit]:
        """What answers, the best first: called exactly so, beginning so, holding it; written before spoken."""
        query, best = _folded(typed), dict[int, Hit]()
        if not query:
            return []
        for name, rank in (*self._written(query), *self._spoken(query)):
            known = best.get(name.thing)
            if known is None or rank < known.rank:
                best[name.thing] = Hit(name.thing, name.shown, rank)
        return sorted(best.values(), key=self._order)

    def _order(self, hit: Hit) -> tuple[float, int, int, int]:
        thing = self._catalogue.things[hit.thing]
        return hit.rank, -thing.documents - self._catalogue.degree(hit.thing), len(thing.name), hit.thing

    def _written(self, query: str) -> Iterator[tuple[_Name, float]]:
        for name in self._names:
            if query in name.hans or (name.hant and query in name.hant):
                forms = (name.hans, name.hant or name.hans)
                rank = 0.0 if query in forms else 1.0 if any(form.startswith(query) for form in forms) else 2.0
                yield name, rank + name.penalty

    def _spoken(self, query: str) -> Iterator[tuple[_Name, float]]:
        if query.isalnum() and not any("a" <= letter <= "z" for letter in query):
            return
        first = query[0]
        numbers = self._sounding.get(first, ()) if first.isascii() else range(len(self._names))
        for number in numbers:
            name = self._names[number]
            for at in range(min(len(name.hans), _FARTHEST)):
                end = _answers(name, query, at, 0)
                if end is not None:
                    yield name, _SPOKEN + (2.0 if at else 0.0 if end == len(name.hans) else 1.0) + name.penalty
                    break


def _folded(typed: str) -> str:
    """What is compared: no tones of pinyin, ü as v."""
    bare = "".join(one for one in unicodedata.normalize("NFD", typed) if one not in _TONES)
    return fold(unicodedata.normalize("NFC", bare)).replace("ü", "v")


def _answers(name: _Name, query: str, at: int, start: int) -> int | None:
    """Where a name ends to answer a query from its character ``at``; nothing where it does not.

    A character is answered by itself, its whole reading or its first letter; the last one by any beginning of its reading.
    """
    if start == len(query):
        return at
    if at == len(name.hans):
        return None
    if query[start] == name.hans[at] or (name.hant and query[start] == name.hant[at]):
        end = _answers(name, query, at + 1, start + 1)
        if end is not None:
            return end
    for length in _lengths(name.hans[at], query, start):
        end = _answers(name, query, at + 1, start + length)
        if end is not None:
            return end
    return None


def _lengths(character: str, query: str, start: int) -> Iterable[int]:
    """How many letters of the query a character may answer, each once: readings that begin alike would double the ways on with
    every character.
    """
    readings = _readings(character)
    return dict.fromkeys(
        length
        for reading in readings
        for length in range(_common(reading, query, start), 0, -1)
        if length in (1, len(reading)) or start + length == len(query)
    )


def _common(reading: str, query: str, start: int) -> int:
    length = 0
    while length < len(reading) and query[start + length : start + length + 1] == reading[length]:
        length += 1
    return length


@lru_cache(maxsize=65536)
def _readings(character: str) -> tuple[str, ...]:
    """How a character may be read, without tones; none for what is no Han character."""
    if character.isascii() or not "\u3400" <= character <= "\U0003ffff":
        return ()
    from pypinyin import Style, pinyin

    read = pinyin(character, style=Style.NORMAL, heteronym=True, errors="ignore")
    return tuple(dict.fromkeys(reading for reading in read[0] if reading)) if read else ()


@dataclass(frozen=True, slots=True)
class Search(Asked):
    """The things that answer what is typed; of a class and those below it, if one is given, and all of it where nothing is typed."""

    typed: str
    cls: str = ""
    most: int = 20
    start: int = 0

    def told(self, opened: Opened) -> Json:
        """``hits``, the best first; ``count`` of all; ``classes`` of all that answer, whatever class is wanted, with how many
        each; ``near``, names that are like it, where nothing answers.
        """
        schema, catalogue = opened.schema, opened.catalogue
        answering = opened.searching.find(self.typed)
        if not self.typed.strip() and self.cls:
            answering = [Hit(at, "", 0.0) for at in catalogue.best_first(range(len(catalogue.things)))]
        classes = Counter(catalogue.things[hit.thing].cls for hit in answering)
        wanted = {one for one in classes if not self.cls or self.cls in schema.above(one)}
        found = [hit for hit in answering if catalogue.things[hit.thing].cls in wanted]
        return {
            "typed": self.typed,
            "hits": [_told(opened, hit) for hit in found[self.start : self.start + self.most]],
            "count": len(found),
            "classes": dict(sorted(classes.items(), key=lambda one: (-one[1], one[0]))),
            "near": [] if found else list(opened.names.nearest(self.typed)),
        }


def _told(opened: Opened, hit: Hit) -> Json:
    catalogue = opened.catalogue
    thing = catalogue.things[hit.thing]
    told = {"id": thing.id, "name": thing.name, "class": thing.cls, "documents": thing.documents}
    matched = hit.matched if fold(hit.matched) != fold(thing.name) else ""
    return {**told, "links": catalogue.degree(hit.thing), "matched": matched}
