"""What is drawn: a node an entity, an edge for all the facts between two of them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model import Status
from .labels import size, wrap

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model import Entity, Knowledge
    from ..ontology import Ontology

GREY = "#8a8f98"
_ROOM_FOR_HUBS = 0.7
LARGEST = 1500
"""Nodes drawn at most; beyond it the best connected are, and search and panel still know the others."""


@dataclass(frozen=True, slots=True)
class DrawnNode:
    """An entity as drawn: its label in lines, ``size`` its radius, ``width`` and ``height`` the room for both."""

    id: str
    type: str
    lines: tuple[str, ...]
    colour: str
    shape: str
    size: float
    width: float
    height: float
    degree: int
    background: bool


@dataclass(frozen=True, slots=True)
class DrawnEdge:
    """All facts between two entities, in both directions.

    ``forward`` are the properties that hold from source to target, ``backward`` the others; ``planned`` where no text
    says more than that it is to be, ``background`` where only the gazetteer says it. ``statements`` are positions in
    ``Knowledge.statements``.
    """

    id: str
    source: str
    target: str
    forward: tuple[str, ...]
    backward: tuple[str, ...]
    arrows: str
    planned: bool
    background: bool
    statements: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """The nodes and edges of the page, in a stable order."""

    nodes: tuple[DrawnNode, ...]
    edges: tuple[DrawnEdge, ...]


@dataclass(slots=True)
class _Pair:
    source: str
    target: str
    forward: dict[str, None]
    backward: dict[str, None]
    statements: list[int]
    planned: bool = True


def drawing(knowledge: Knowledge, ontology: Ontology) -> Drawing:
    """The drawing of what ``knowledge`` asserts, plans and takes from the gazetteer."""
    pairs = _pairs(knowledge)
    degrees: dict[str, int] = {}
    for source, target in pairs:
        degrees[source] = degrees.get(source, 0) + 1
        degrees[target] = degrees.get(target, 0) + 1
    entities = sorted(knowledge.entities, key=lambda entity: (-degrees.get(entity.id, 0), entity.id))[:LARGEST]
    drawn = {entity.id for entity in entities}
    nodes = tuple(_node(entity, ontology, degrees.get(entity.id, 0)) for entity in entities)
    kept = [pair for key, pair in sorted(pairs.items()) if drawn.issuperset(key)]
    return Drawing(nodes, tuple(_edge(f"e{number}", pair, ontology) for number, pair in enumerate(kept)))


def _pairs(knowledge: Knowledge) -> dict[tuple[str, str], _Pair]:
    known = {entity.id for entity in knowledge.entities}
    pairs: dict[tuple[str, str], _Pair] = {}
    for index, statement in enumerate(knowledge.statements):
        if statement.status not in (Status.ASSERTED, Status.PLANNED) or not isinstance(statement.object, str):
            continue
        if {statement.subject, statement.object} <= known and statement.subject != statement.object:
            pair = _add(pairs, statement.subject, statement.predicate, statement.object)
            pair.statements.append(index)
            pair.planned = pair.planned and statement.status is Status.PLANNED
    for subject, predicate, object in knowledge.background:
        if {subject, object} <= known and subject != object:
            _add(pairs, subject, predicate, object)
    return pairs


def _add(pairs: dict[tuple[str, str], _Pair], subject: str, predicate: str, object: str) -> _Pair:
    key = (subject, object) if subject < object else (object, subject)
    pair = pairs.setdefault(key, _Pair(subject, object, {}, {}, []))
    (pair.forward if pair.source == subject else pair.backward)[predicate] = None
    return pair


def _node(entity: Entity, ontology: Ontology, degree: int) -> DrawnNode:
    cls = ontology.classes.get(entity.type)
    lines = wrap(entity.name)
    radius = round(min(20.0, 6.0 + 2.4 * math.sqrt(degree)), 1)
    label_width, label_height = size(lines)
    room = 1.0 + min(_ROOM_FOR_HUBS, degree / 20)
    return DrawnNode(
        id=entity.id,
        type=entity.type,
        lines=lines,
        colour=cls.colour if cls else GREY,
        shape=cls.shape if cls else "dot",
        size=radius,
        width=max(label_width * room, 2 * radius),
        height=2 * radius + label_height * room,
        degree=degree,
        background=entity.background,
    )


def _edge(id: str, pair: _Pair, ontology: Ontology) -> DrawnEdge:
    properties: Mapping[str, object] = ontology.properties
    order = {name: place for place, name in enumerate(properties)}

    def sort(names: dict[str, None]) -> tuple[str, ...]:
        return tuple(sorted(names, key=lambda name: (order.get(name, len(order)), name)))

    return DrawnEdge(
        id=id,
        source=pair.source,
        target=pair.target,
        forward=sort(pair.forward),
        backward=sort(pair.backward),
        arrows=_arrows(pair, ontology),
        planned=pair.planned and bool(pair.statements),
        background=not pair.statements,
        statements=tuple(pair.statements),
    )


def _arrows(pair: _Pair, ontology: Ontology) -> str:
    def directed(names: dict[str, None]) -> bool:
        return any(name not in ontology.properties or not ontology.properties[name].symmetric for name in names)

    ends = [end for end, names in (("to", pair.forward), ("from", pair.backward)) if directed(names)]
    return ",".join(ends)
