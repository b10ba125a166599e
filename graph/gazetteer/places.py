"""Places other than China's divisions: countries, groups of places, cities and regions abroad."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from babel import Locale

from ..errors import OntologyError
from ..script import simplified
from .known import CHINA, Place
from .rows import rows_of, several

# CLDR's codes for parts of the world that news names; countries have two letters.
_CONTINENTS = ("002", "003", "005", "009", "019", "142", "150", "419", "015", "035", "143", "145", "155", "151", "154")
_NOT_COUNTRIES = frozenset({"HK", "MO", "TW", "EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})


def countries(folder: Path) -> Iterator[Place]:
    """Countries and continents, in both scripts' names."""
    hans, hant = Locale.parse("zh_Hans"), Locale.parse("zh_Hant")
    extra = {row["code"]: tuple(row["aliases"].split("|")) for row in rows_of(folder / "countries.csv")}
    for code, name in sorted(hans.territories.items()):
        country = len(code) == 2 and code not in _NOT_COUNTRIES
        if not country and code not in _CONTINENTS:
            continue
        other = simplified(hant.territories.get(code, name))
        given = extra.get(code, ())
        first = given[0] if given else name
        names = tuple(n for n in dict.fromkeys((first, *given, name, other)) if len(n) > 1)
        yield Place(f"place/{first}", first, "Country" if country else "Region", code if country else "", "", names)


def group_of(row: Mapping[str, str], full: Mapping[str, Place], path: Path) -> Place:
    """A group of places (长三角), a row of ``groups.csv``; ``full`` are places by their full names."""
    members = tuple(place_called(name, full, path).id for name in several(row["members"]))
    names = (row["name"], *several(row["aliases"]))
    return Place(f"place/{row['name']}", row["name"], "Region", "", CHINA, names, (), members)


def place_of(row: Mapping[str, str], full: Mapping[str, Place], path: Path) -> Place:
    """A city, landmark or stretch of land of ``places.csv``, ``within`` a country or province, or in none."""
    name, weak = row["name"], several(row["weak"])
    parent = place_called(row["within"], full, path).id if row["within"] else ""
    names = tuple(one for one in (name, *several(row["aliases"])) if one not in weak)
    return Place(f"place/{name}", name, row["type"], "", parent, names, weak)


def place_called(name: str, full: Mapping[str, Place], path: Path) -> Place:
    """The place of a full name.

    Raises:
        OntologyError: no place is called so.
    """
    if name not in full:
        raise OntologyError(f"no place is called {name!r}", where=path.name, remedy="give its full name, as 江苏省")
    return full[name]
