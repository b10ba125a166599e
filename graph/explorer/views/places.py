"""Where things are: their own coordinates, or those of what they are linked to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ...store import Store
from .asked import Json

if TYPE_CHECKING:
    from .opened import Opened

_COORDINATES = """SELECT ?thing ?lat ?long WHERE {
  ?thing <http://www.w3.org/2003/01/geo/wgs84_pos#lat> ?lat ; <http://www.w3.org/2003/01/geo/wgs84_pos#long> ?long }"""
_MOST = 500

Coordinates = tuple[float, float]
"""Latitude, longitude."""


def coordinates_of(store: Store) -> Mapping[str, Coordinates]:
    """The coordinates of all things that have any, by their IRIs."""
    return {row["thing"]: (float(row["lat"]), float(row["long"])) for row in store.query(_COORDINATES)}


def places_told(opened: Opened, thing: int) -> Json:
    """A thing itself, where it has coordinates (``self`` is true), and what it is linked to that has some: ``id``, ``name``,
    ``class``, ``lat``, ``long`` and ``count``, how many links lead there.
    """
    catalogue, links = opened.catalogue, dict[int, int]()
    for at in catalogue.around[thing]:
        other = catalogue.other(catalogue.edges[at], thing)
        links[other] = links.get(other, 0) + 1
    near = [one for one in catalogue.best_first(links) if one != thing][:_MOST]
    return [
        {
            "id": one.id,
            "name": one.name,
            "class": one.cls,
            "lat": opened.coordinates[one.iri][0],
            "long": opened.coordinates[one.iri][1],
            "count": links.get(at, 0),
            "self": at == thing,
        }
        for at, one in ((at, catalogue.things[at]) for at in (thing, *near))
        if one.iri in opened.coordinates
    ]
