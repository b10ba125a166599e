"""Whom somebody means by a name: the things of a build by each of their names, and the names that are like one."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable

from ..errors import UsageError
from ..script import simplified
from ..store import Store, is_named

_GAP = re.compile(r"[\s·•・()（）《》〈〉“”\"'‘’「」『』,，.。、-]+")
_NAMES = """SELECT DISTINCT ?thing ?name ?kind WHERE {
  VALUES ?kind { skos:prefLabel skos:altLabel skos:hiddenLabel } ?thing ?kind ?name }"""
_MOST_NEAR = 5
_LONGEST = 200
"""Characters of a name that is compared letter by letter; what is longer is no slip of the pen, and takes seconds."""
_BEST_FIRST = ("prefLabel", "altLabel", "hiddenLabel")


class Names:
    """The names of a build, read once."""

    def __init__(self, store: Store) -> None:
        self._prefixes = store.prefixes
        self.rows = [(row["thing"], row["name"], row["kind"].rpartition("#")[2]) for row in store.query(_NAMES)]
        """Of each name the IRI of the thing, the name, and its kind: ``prefLabel``, ``altLabel`` or ``hiddenLabel``."""
        self._of: dict[str, dict[str, None]] = {}
        self._by_name: dict[str, dict[str, int]] = {}
        for thing, name, kind in self.rows:
            ranks = self._by_name.setdefault(fold(name), {})
            ranks[thing] = min(_BEST_FIRST.index(kind), ranks.get(thing, len(_BEST_FIRST)))
            self._of.setdefault(thing, {})[name] = None

    def find(self, name: str) -> tuple[str, ...]:
        """The IRIs of what bears a name, in either script and whatever the brackets and spaces; sorted, perhaps none.

        An IRI of the build finds its thing too: in full, with its prefix (``org:甲川``) or as an id (``org/甲川``).
        """
        wanted = fold(name)
        prefix, _, local = name.partition(":" if ":" in name else "/")
        full = f"{self._prefixes[prefix]}{local}" if prefix in self._prefixes else name
        return tuple(sorted({*(self._by_name.get(wanted, ()) if wanted else ()), *({full} & self._of.keys())}))

    def best(self, name: str) -> tuple[str, ...]:
        """Of what bears a name, those that it is the preferred name of; where there are none, the other name, the short."""
        ranks, found = self._by_name.get(fold(name), {}), self.find(name)
        least = min((ranks.get(thing, -1) for thing in found), default=0)
        return tuple(thing for thing in found if ranks.get(thing, -1) == least)

    def word(self, thing: str, name: str) -> str:
        """What to call a thing so that it alone is meant: its name, or its id where others bear the name too."""
        return name if self.best(name) == (thing,) else id_of(thing)

    def is_preferred(self, thing: str, name: str) -> bool:
        """Whether a name is the preferred one of a thing, by its IRI."""
        return self._by_name.get(fold(name), {}).get(thing) == 0

    def has(self, name: str) -> bool:
        """Whether something bears that name; an IRI or an id is none."""
        return fold(name) in self._by_name

    def of(self, thing: str) -> tuple[str, ...]:
        """All names of a thing, by its IRI."""
        return tuple(sorted(self._of.get(thing, ())))

    def known(self, name: str, *, where: str) -> tuple[str, ...]:
        """The IRIs of what bears a name, at least one.

        Raises:
            UsageError: nothing has that name; the nearest names are suggested.
        """
        if not fold(name):
            raise UsageError("no name is given", where=where, remedy="give one that the build has")
        if found := self.find(name):
            return found
        near = "、".join(self.nearest(name))
        remedy = f"did you mean {near}?" if near else "ask `zhimai query DIR --name across-articles` for names"
        raise UsageError(f"nothing is called {name}", where=where, remedy=remedy)

    def nearest(self, name: str) -> tuple[str, ...]:
        """Names like a name, one a thing: that hold it, that are spelt like it, or that sound so in pinyin; at most five."""
        wanted = fold(name)
        if not wanted or len(wanted) > _LONGEST:
            return ()
        script = name == simplified(name)
        # Of one name in both scripts, that in the script of the question.
        rows = sorted(self.rows, key=lambda row: (row[1] == simplified(row[1])) == script)
        names = {fold(called): (thing, called) for thing, called, _ in rows if len(called) <= _LONGEST}
        held = sorted((key for key in names if wanted in key), key=lambda key: (len(key), key))
        near = difflib.get_close_matches(wanted, sorted(names), n=_MOST_NEAR, cutoff=0.4)
        sounding = _sounding(wanted, names) if wanted.isascii() else ()
        by_thing: dict[str, str] = {}
        for key in (*held, *sounding, *near):
            by_thing.setdefault(*names[key])
        return tuple(by_thing.values())[:_MOST_NEAR]


def id_of(iri: str) -> str:
    """The id of a thing: the path of its IRI below the base."""
    return "/".join(re.split(r"[/#:]", iri)[-2:])


def find(store: Store, name: str) -> tuple[str, ...]:
    """What ``Names.find`` gives, for one name alone."""
    return Names(store).find(name)


def is_called(store: Store, name: str) -> bool:
    """Whether a thing, a class or a relation has that name, as the named queries take names."""
    return bool(store.query(f"SELECT ?x {{ {is_named('x', name)} }}"))


def nearest(store: Store, name: str) -> tuple[str, ...]:
    """What ``Names.nearest`` gives, for one name alone."""
    return Names(store).nearest(name)


def fold(name: str) -> str:
    """A name in the form in which names are compared here: one script, width and case, no brackets, spaces or dots."""
    return _GAP.sub("", simplified(unicodedata.normalize("NFKC", name))).casefold()


def _sounding(letters: str, names: Iterable[str]) -> list[str]:
    """The names whose pinyin, without tones, begins with the letters or holds them."""
    from pypinyin import lazy_pinyin

    spelt = {key: "".join(lazy_pinyin(key)).casefold() for key in names}
    return sorted((key for key in names if letters in spelt[key]), key=lambda key: (len(key), key))
