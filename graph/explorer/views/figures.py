"""The figures of a thing, by what is measured, each with its sentences; and what of them a chart over time can show."""

from __future__ import annotations

import math
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from ...page.numbers import exact, readable
from ...script import simplified
from ...show import beside
from .asked import Json
from .passages import Passages
from .schema import term_name

if TYPE_CHECKING:
    from .opened import Opened

_FIGURES = """SELECT ?figure ?measure ?comparator ?status ?confidence ?value ?unit ?notation ?time ?from ?to ?asOf ?share ?against
WHERE { ?figure zm:about $thing ; zm:measure ?measure ; zm:value ?value ; zm:status ?status ; zm:comparator ?comparator ; zm:confidence ?confidence .
  OPTIONAL { ?figure zm:unit ?unit } OPTIONAL { ?figure zm:notation ?notation } OPTIONAL { ?figure zm:time ?time }
  OPTIONAL { ?figure zm:timeStart ?from ; zm:timeEnd ?to } OPTIONAL { ?figure zm:asOf ?asOf }
  OPTIONAL { ?figure zm:shareOf ?share } OPTIONAL { ?figure zm:against ?against } } ORDER BY ?measure ?time ?from ?value ?figure"""
_DRAWN = ("asserted", "planned", "claimed")

Row = dict[str, str]


def figure_rows(opened: Opened, thing: str) -> list[Row]:
    """The figures about the thing with that IRI, as the store has them, each once."""
    found: dict[str, Row] = {}
    for row in opened.store.query(_FIGURES.replace("$thing", str(NamedNode(thing)))):
        found.setdefault(row["figure"], row)
    return list(found.values())


def figures_told(opened: Opened, rows: list[Row], passages: Passages, thing: str) -> Json:
    """Figures by measure and unit: ``measure``, ``unit``, ``figures`` and ``points``, those of them that have a time and are
    neither supposed nor denied.
    """
    said = beside(opened.store, (row["figure"] for row in rows))
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((simplified(row["measure"]), _unit(row)), []).append(row)
    told = []
    for (_, unit), some in groups.items():
        figures = [_figure(opened, row, said[row["figure"]], passages, thing) for row in some]
        points = [_point(one) for one in figures if one["when"] and one["status"] in _DRAWN]
        points = [one for one in points if math.isfinite(one["value"])]  # JSON has no infinity, and a chart no room
        points.sort(key=lambda one: (one["start"], one["end"], one["value"]))
        told.append({"measure": some[0]["measure"], "unit": unit, "figures": figures, "points": points})
    return told


def number_told(value: str, unit: str, notation: str = "") -> dict[str, Any]:
    """A number as people read it, by language, and the whole of it."""
    number = Decimal(value)
    forms = dict.fromkeys(("en", "zh-Hans", "zh-Hant"), notation) if notation else readable(number)
    return {"value": value, "unit": unit, "shown": forms, "exact": notation or exact(number)}


def _figure(opened: Opened, row: Row, beside: Mapping[str, Any], passages: Passages, thing: str) -> dict[str, Any]:
    return {
        "id": opened.catalogue.id(row["figure"]),
        "measure": row["measure"],
        **number_told(row["value"], _unit(row), row.get("notation", "")),
        "comparator": term_name(row["comparator"]),
        "compared": opened.schema.labels.get(term_name(row["comparator"]), {}),
        "when": row.get("time") or row.get("from", ""),
        "until": row.get("to", ""),
        "asOf": row.get("asOf", ""),
        "shareOf": row.get("share", ""),
        "against": row.get("against", ""),
        "status": term_name(row["status"]),
        "confidence": float(row["confidence"]),
        "conflicts": conflicts_told(opened, beside, passages, thing),
        "evidence": [passages.told(one, thing) for one in beside["evidence"]],
    }


def conflicts_told(opened: Opened, beside: Mapping[str, Any], passages: Passages, thing: str) -> Json:
    """What cannot be true beside a fact or figure, with its sentences."""
    told = []
    for row in beside["conflicts"]:
        one: dict[str, Any] = {"status": term_name(row["status"]), "value": row["value"], "unit": "", "compared": {}}
        if "comparator" in row:
            name = term_name(row["comparator"])
            one |= {**number_told(row["value"], _unit(row)), "compared": opened.schema.labels.get(name, {})}
            one["comparator"] = name
        told.append(one | {"evidence": [passages.told(each, thing) for each in row["evidence"]]})
    return told


def _point(one: Mapping[str, Any]) -> dict[str, Any]:
    """A figure as a chart needs it."""
    told = {key: one[key] for key in ("id", "shown", "exact", "comparator", "status")}
    return {**told, "start": one["when"], "end": one["until"], "value": float(one["value"])}


def _unit(row: Mapping[str, str]) -> str:
    unit = row.get("unit", "1")
    return "" if unit == "1" else unit
