"""The facts of a thing, by property and direction: which there are, and what is told of some of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from ...show import beside
from .asked import Json
from .catalogue import BACKGROUND
from .figures import conflicts_told
from .passages import Passages
from .schema import term_name

if TYPE_CHECKING:
    from .opened import Opened

_VALUES = """SELECT ?said ?p ?value ?status ?confidence WHERE { ?said rdf:subject $thing ; rdf:predicate ?p ; rdf:object ?value ;
  zm:status ?status ; zm:confidence ?confidence . FILTER(ISLITERAL(?value)) } ORDER BY ?p ?value ?said"""


FEW = 6
"""Passages of a fact that are told where many facts are."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of a thing. ``other`` is the number of the thing at its other end; ``value`` what stands there instead."""

    id: str
    property: str
    direction: str
    status: str
    confidence: float
    other: int = -1
    value: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Facts of one property and direction, as ``Schema.way`` has it."""

    property: str
    direction: str
    facts: list[Fact] = field(default_factory=list)


def groups_of(opened: Opened, thing: int) -> list[Group]:
    """All facts of a thing: dates and other values, then what it does, then what is done to it; in a group the surest first,
    the gazetteer's last.
    """
    catalogue, found = opened.catalogue, dict[tuple[str, str], Group]()
    for fact in (*_linked(opened, thing), *_valued(opened, catalogue.things[thing].iri)):
        key = fact.property, fact.direction
        found.setdefault(key, Group(*key)).facts.append(fact)
    for group in found.values():
        group.facts.sort(
            key=lambda one: (
                one.status == BACKGROUND,
                -one.confidence,
                catalogue.things[one.other].name if one.other >= 0 else one.value,
                one.id,
            )
        )
    return sorted(found.values(), key=_order)


def _order(group: Group) -> tuple[bool, bool, str, int, str]:
    value = group.facts[0].value
    return group.direction == "from", not value, value, -len(group.facts), group.property


def _linked(opened: Opened, thing: int) -> Iterable[Fact]:
    catalogue = opened.catalogue
    for at in catalogue.around[thing]:
        edge = catalogue.edges[at]
        way = opened.schema.way(edge.property, edge.source == thing)
        yield Fact(edge.id, edge.property, way, edge.status, edge.confidence, catalogue.other(edge, thing))


def _valued(opened: Opened, iri: str) -> Iterable[Fact]:
    for row in opened.store.query(_VALUES.replace("$thing", str(NamedNode(iri)))):
        status, confidence = term_name(row["status"]), float(row["confidence"])
        id = opened.catalogue.id(row["said"])
        yield Fact(id, term_name(row["p"]), "to", status, confidence, value=row["value"])


def facts_told(opened: Opened, thing: int, facts: Sequence[Fact], most: int = FEW) -> list[Json]:
    """Facts with their other end and what ``statement_told`` tells; what only the background has says which it is (``by``:
    gazetteer or list).
    """
    catalogue, passages = opened.catalogue, Passages(opened)
    said = beside(opened.store, [catalogue.iri(one.id) for one in facts if one.status != BACKGROUND])
    return [_told(opened, thing, one, said.get(catalogue.iri(one.id)), passages, most) for one in facts]


def _told(
    opened: Opened, thing: int, fact: Fact, said: Mapping[str, Any] | None, passages: Passages, most: int
) -> Json:
    catalogue = opened.catalogue
    told: dict[str, Any] = {
        "id": fact.id,
        "other": thing_told(opened, fact.other) if fact.other >= 0 else {"value": fact.value.removeprefix("--")},
        "status": fact.status,
        "confidence": fact.confidence,
        "conflicts": [],
        "qualifiers": [],
        "times": [],
        "evidence": [],
        "said": 0,
    }
    if said is None:
        return told | {"by": "gazetteer" if fact.property == "partOf" else "list"}
    iri = catalogue.things[thing].iri
    other = catalogue.things[fact.other].iri if fact.other >= 0 else ""
    ends = (other, iri) if fact.direction == "from" else (iri, other)
    return told | statement_told(opened, said, passages, ends, most)


def statement_told(
    opened: Opened, said: Mapping[str, Any], passages: Passages, ends: tuple[str, str], most: int | None = None
) -> dict[str, Any]:
    """What stands beside a statement: ``conflicts``, ``qualifiers``, ``times``, passages (``evidence``), so many at most, and
    ``said``, how many there are.

    Args:
        opened: the build.
        said: as ``beside`` gives it.
        passages: finds those of the whole answer.
        ends: the IRIs of subject and object; nothing for an object that is a value.
        most: passages that are told; all unless given.
    """
    return {
        "conflicts": conflicts_told(opened, said, passages, ends[0]),
        "qualifiers": [_qualifier(opened, row) for row in said["qualifiers"]],
        "times": said["times"],
        "evidence": [passages.told(one, *ends) for one in said["evidence"][:most]],
        "said": len(said["evidence"]),
    }


def _qualifier(opened: Opened, row: Mapping[str, str]) -> Json:
    name = term_name(row["property"])
    at = opened.catalogue.number.get(row["value"], -1)
    value = thing_told(opened, at) if at >= 0 else {"value": row.get("other", row["value"])}
    return {"property": name, "labels": opened.schema.labels.get(name, {}), **value}


def thing_told(opened: Opened, at: int) -> dict[str, Any]:
    """A thing by its number, as a link needs it."""
    thing = opened.catalogue.things[at]
    return {"id": thing.id, "name": thing.name, "class": thing.cls}
