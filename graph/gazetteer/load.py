"""The gazetteer from its sources."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from pathlib import Path

from ..resources import ontology_dir
from ..script import normal_form
from .bodies import bodies_by_name, known_bodies
from .divisions import divisions
from .former import with_former
from .known import Gazetteer, Place, Support
from .links import items_of, with_links
from .places import countries, group_of, place_called, place_of
from .rows import rows_of, several


@cache
def load_gazetteer(folder: Path | None = None) -> Gazetteer:
    """Read the gazetteer; ``folder`` is the shipped ``ontology/gazetteer`` unless given.

    Raises:
        OntologyError: a CSV file is missing, or names a place that is not known.
    """
    folder = folder or ontology_dir() / "gazetteer"
    places = {place.id: place for place in (*divisions(), *countries(folder))}
    full = {place.name: place for place in places.values() if place.type != "District"}
    groups = [group_of(row, full, folder / "groups.csv") for row in rows_of(folder / "groups.csv")]
    more = [place_of(row, full, folder / "places.csv") for row in rows_of(folder / "places.csv")]
    for place in (*groups, *more):
        places.setdefault(place.id, place)
    items = items_of(rows_of(folder / "wikidata.csv"))
    places = with_links(places, items, rows_of(folder / "geonames.csv"))
    places = with_former(places, rows_of(folder / "former-divisions.csv"), folder / "former-divisions.csv")
    by_name: dict[str, list[Place]] = defaultdict(list)
    for place in places.values():
        for name in dict.fromkeys(map(normal_form, (*place.names, *place.weak))):
            by_name[name].append(place)
    words = {row["name"] for row in rows_of(folder / "words.csv")}  # 朝阳 is a city, and a word
    strong = {normal_form(name) for place in places.values() for name in place.names} - words
    rows = rows_of(folder / "abbreviations.csv")
    bodies, weak_bodies = bodies_by_name(known_bodies(folder, items))
    return Gazetteer(
        places=places,
        by_name={name: tuple(found) for name, found in by_name.items()},
        weak=frozenset(name for name in by_name if name not in strong),
        characters={row["character"]: place_called(row["place"], full, folder / "abbreviations.csv") for row in rows},
        alone=frozenset(row["character"] for row in rows if row["alone"] == "yes"),
        policies={
            normal_form(name).strip("“”"): row["name"]
            for row in rows_of(folder / "policies.csv")
            for name in (row["name"], *several(row["aliases"]))
        },
        terms={
            normal_form(name): row["type"]
            for row in rows_of(folder / "terms.csv")
            for name in (row["name"], *several(row["aliases"]))
        },
        bodies=bodies,
        weak_bodies=weak_bodies,
        support={
            row["type"]: Support(several(row["before"]), several(row["after"]))
            for row in rows_of(folder / "support.csv")
        },
    )
