"""What the gazetteer knows of a place, a body and the words around a weak name, and the gazetteer itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ..script import normal_form
from .names import short_name

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
class Former:
    """A name that a division had, with the code of that time; ``until`` is the year in which it ended, or empty."""

    name: str
    code: str
    until: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A known place: ``id`` as entities use it, full name (simplified), class, GB/T 2260 code, id of what it is part of.

    ``names`` are all that it goes by, the full name first; ``weak`` those that are names only where the tagger agrees;
    ``members`` are ids for a group; ``former`` the names that it had, which are among its names (of what was dissolved, its own); ``point`` latitude and
    longitude (WGS 84, decimal degrees); ``same_as`` IRIs of the same place elsewhere.
    """

    id: str
    name: str
    type: str
    code: str = ""
    parent: str = ""
    names: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    former: tuple[Former, ...] = ()
    point: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()

    def why(self, name: str) -> str:
        """Why a name (in normal form) is this place's, in words for a person."""
        code = f" {self.code}" if self.code else ""
        for former in self.former:
            if normal_form(former.name).startswith(name) and name not in (self.name, short_name(self.name)):
                since = f" since {former.until}" if former.until else ""
                return f"gazetteer: {name} is {self.name}{code}{since}"
        return f"gazetteer: {self.name}{code}"


@dataclass(frozen=True, slots=True)
class Body:
    """A well-known organisation, venue or facility: full name (simplified), class, other names; ``weak`` are those that need support.

    ``item`` is its IRI in Wikidata, or empty.
    """

    name: str
    type: str
    aliases: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    item: str = ""


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
