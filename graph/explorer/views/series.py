"""Fairs and other series with their editions, and when each was or will be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from .asked import Json
from .catalogue import BACKGROUND
from .facts import thing_told
from .schema import term_name

if TYPE_CHECKING:
    from .opened import Opened

_DATES = """SELECT ?thing ?property ?date ?status WHERE { ?thing zm:editionOf ?series .
  VALUES ?property { zm:date zm:startDate zm:endDate }
  ?said rdf:subject ?thing ; rdf:predicate ?property ; rdf:object ?date ; zm:status ?status }"""
_FULL = re.compile(r"\d{4}(-\d\d){0,2}")
_HELD = ("asserted", "planned", BACKGROUND)


def series_of(opened: Opened) -> list[Json]:
    """Series with their ``editions``, those with most dated ones first. An edition has ``start`` and ``end`` as exactly as they
    are known, both empty where no date is, the ``status`` of these dates, and how many ``exhibitors`` are named.
    """
    dates, exhibitors = _dates(opened), _exhibitors(opened)
    editions: dict[int, set[int]] = {}
    for edge in opened.catalogue.edges:
        if edge.property == "editionOf" and edge.status in _HELD:
            editions.setdefault(edge.target, set()).add(edge.source)
    found = []
    for series, members in editions.items():
        told = [_edition(opened, one, dates, exhibitors[one]) for one in members]
        told.sort(key=lambda one: (one["start"] or "9999", one["id"]))
        found.append({**thing_told(opened, series), "editions": told})
    return sorted(found, key=lambda one: (-_dated(one), -len(one["editions"]), one["id"]))


def _dated(series: Json) -> int:
    return sum(bool(one["start"]) for one in series["editions"])


def _edition(opened: Opened, at: int, dates: dict[str, Json], exhibitors: int) -> dict[str, Any]:
    none = {"start": "", "end": "", "status": ""}
    return {
        **thing_told(opened, at),
        **dates.get(opened.catalogue.things[at].iri, none),
        "exhibitors": exhibitors,
    }


def _exhibitors(opened: Opened) -> Counter[int]:
    pairs = {
        (edge.source, edge.target)
        for edge in opened.catalogue.edges
        if edge.property == "exhibitsAt" and edge.status in _HELD
    }
    return Counter(edition for _, edition in pairs)


def _dates(opened: Opened) -> dict[str, Json]:
    """IRI of an edition → its dates: those that are asserted, else those that were planned. One without a year is none."""
    found: dict[str, dict[tuple[str, str], list[str]]] = {}
    for row in opened.store.query(_DATES):
        if _FULL.fullmatch(row["date"]):
            key = term_name(row["status"]), term_name(row["property"])
            found.setdefault(row["thing"], {}).setdefault(key, []).append(row["date"])
    told = {}
    for thing, dates in found.items():
        for status in ("asserted", "planned"):
            start = _best(dates.get((status, "startDate"), ())) or _best(dates.get((status, "date"), ()))
            end = _best(dates.get((status, "endDate"), ()))
            if start or end:
                told[thing] = {"start": start or end, "end": end or start, "status": status}
                break
    return told


def _best(dates: Iterable[str]) -> str:
    """The most exact, and the earliest of several.

    >>> _best(["2023-06", "2023-06-15", "2023-06-16"])
    '2023-06-15'
    """
    return min(dates, key=lambda date: (-len(date), date), default="")
