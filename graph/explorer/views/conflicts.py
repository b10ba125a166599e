"""What cannot be true together: pairs of figures or of facts, each with the sentences that say so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from pyoxigraph import NamedNode

from ...show import beside
from .asked import Json
from .facts import thing_told
from .figures import number_told
from .passages import Passages
from .schema import term_name

if TYPE_CHECKING:
    from .opened import Opened

_PAIRS = """SELECT DISTINCT ?thing ?left ?right WHERE { ?left zm:conflictsWith ?right ; zm:about|rdf:subject ?thing }
  ORDER BY ?thing ?left ?right"""
_SAID = """SELECT DISTINCT ?measure ?comparator ?value ?unit ?time ?from ?to ?property ?object ?status WHERE {
  $said zm:status ?status .
  { $said zm:measure ?measure ; zm:comparator ?comparator ; zm:value ?value . OPTIONAL { $said zm:unit ?unit }
    OPTIONAL { $said zm:time ?time } OPTIONAL { $said zm:timeStart ?from ; zm:timeEnd ?to } }
  UNION { $said rdf:predicate ?property ; rdf:object ?object } }"""


class Conflict(NamedTuple):
    """A thing and the two records about it, by their IRIs."""

    thing: str
    left: str
    right: str


def conflicts_of(opened: Opened) -> list[Conflict]:
    """All that are known."""
    rows = opened.store.query(_PAIRS)
    return [Conflict(**row) for row in rows if row["thing"] in opened.catalogue.number]


def told(opened: Opened, conflicts: Sequence[Conflict]) -> list[Json]:
    """Each with its ``thing``, ``what`` is said of it (a measure as the text has it, or the labels of a property), and both
    ``sides``: a number or a value, its status, times and passages.
    """
    said = beside(opened.store, [iri for one in conflicts for iri in (one.left, one.right)])
    passages, found = Passages(opened), []
    for one in conflicts:
        rows = [(iri, _row(opened, iri)) for iri in (one.left, one.right)]
        sides = [_side(opened, row, said[iri], passages, one.thing) for iri, row in rows]
        what = _what(opened, rows[0][1])
        found.append({"thing": thing_told(opened, opened.catalogue.number[one.thing]), "what": what, "sides": sides})
    return found


def _row(opened: Opened, said: str) -> Mapping[str, str]:
    return next(iter(opened.store.query(_SAID.replace("$said", str(NamedNode(said))))))


def _what(opened: Opened, row: Mapping[str, str]) -> Json:
    if "measure" in row:
        return dict.fromkeys(("en", "zh-Hans", "zh-Hant"), row["measure"])
    name = term_name(row["property"])
    return opened.schema.labels.get(name, {"en": name})


def _side(
    opened: Opened, row: Mapping[str, str], more: Mapping[str, Any], passages: Passages, thing: str
) -> dict[str, Any]:
    side: dict[str, Any] = {"status": term_name(row["status"]), "times": more["times"]}
    if "measure" in row:
        side["times"] = [row["time"]] if "time" in row else [f"{row['from']}/{row['to']}"] if "from" in row else []
        comparator, unit = term_name(row["comparator"]), row.get("unit", "1")
        side |= number_told(row["value"], "" if unit == "1" else unit)
        side |= {"comparator": comparator, "compared": opened.schema.labels.get(comparator, {})}
    else:
        at = opened.catalogue.number.get(row["object"], -1)
        side["other"] = thing_told(opened, at) if at >= 0 else {"value": row["object"]}
    return side | {"evidence": [passages.told(one, thing) for one in more["evidence"]]}
