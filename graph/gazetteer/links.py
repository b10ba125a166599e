"""What the same place or body is called in Wikidata and GeoNames, and where a division lies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from .known import Place

_WIKIDATA = "http://www.wikidata.org/entity/"
_GEONAMES = "https://sws.geonames.org/"
Rows = Iterable[Mapping[str, str]]


def items_of(rows: Rows) -> dict[str, str]:
    """The IRIs in Wikidata, of places by their code and of bodies by their full name, from ``wikidata.csv``."""
    return {row["code"] or row["name"]: _WIKIDATA + row["item"] for row in rows}


def with_links(places: Mapping[str, Place], items: Mapping[str, str], rows: Rows) -> dict[str, Place]:
    """The places by id with their items, and what the rows of ``geonames.csv`` say of divisions: a point, a feature."""
    told = {row["code"]: row for row in rows}
    found = dict(places)
    for place in [place for place in places.values() if place.code in told or place.code in items]:
        row = told.get(place.code, {})
        feature = f"{_GEONAMES}{row['feature']}/" if row.get("feature") else ""
        same_as = tuple(filter(None, (items.get(place.code, ""), feature)))
        found[place.id] = replace(place, point=(row["lat"], row["long"]) if row else (), same_as=same_as)
    return found
