"""The departments that every province, city or county has, under their full and short names (``departments.csv``)."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

from ..gazetteer import Gazetteer, Place, longest_matches
from ..resources import ontology_dir
from .normal import normal

_DIVISIONS = ("Province", "City", "District")


@cache
def departments() -> Mapping[str, str]:
    """The full name by each name, all in normal form."""
    path = ontology_dir() / "gazetteer" / "departments.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        normal(name): normal(row["name"]) for row in rows for name in (row["name"], *row["aliases"].split("|")) if name
    }


def department_of(name: str, gazetteer: Gazetteer) -> str:
    """The full name of a place's department, in normal form; empty where a name is none.

    >>> from ..gazetteer import load_gazetteer
    >>> department_of("江苏发改委", load_gazetteer()), department_of("江苏省甲川研究院", load_gazetteer())
    ('江苏省发展和改革委员会', '')
    """
    seat, rest = _seat(name, gazetteer)
    full = departments().get(rest, "") if seat else ""
    return f"{normal(seat.name)}{full}" if seat and full else ""


def _seat(name: str, gazetteer: Gazetteer) -> tuple[Place | None, str]:
    """The place that a name begins with, the smallest where it has several, and what follows."""
    seat, rest = None, name
    while (found := next(longest_matches(rest, gazetteer.by_name), None)) and found[0] == 0:
        places = [place for place in gazetteer.by_name[rest[: found[1]]] if place.type in _DIVISIONS]
        within = [place for place in places if seat is None or seat in gazetteer.ancestors(place)]
        if len(within) != 1:
            break
        seat, rest = within[0], rest[found[1] :]
    return seat, rest
