"""A graph for NetworkX: entities as nodes, facts as edges."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import networkx as nx

from ..model import Entity, Figure, Knowledge, Literal, Statement, Status


def to_networkx(knowledge: Knowledge, *, everything: bool = False) -> nx.MultiDiGraph[str]:
    """The facts as a directed graph with parallel edges.

    A node is an entity's id, with ``name``, ``type``, ``aliases``, ``code``, ``background``, ``documents`` (how many
    mention it), ``dates`` (property → values) and ``figures`` (each a dictionary; its value is a ``Decimal``). An edge's
    key is the property's name; it has ``status``, ``confidence`` (the highest), ``quotes``, ``qualifiers`` and
    ``background``, which is true where a gazetteer says it and no text.

    Args:
        knowledge: what to export.
        everything: also what is only claimed, hypothetical or denied; otherwise only what is asserted or planned.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    statements = knowledge.statements if everything else tuple(knowledge.facts())
    dates, figures = _dates(statements), _figures(knowledge.figures)
    for entity in sorted(knowledge.entities, key=lambda entity: entity.id):
        graph.add_node(entity.id, **_node(entity), dates=dates.get(entity.id, {}), figures=figures.get(entity.id, []))
    for (subject, object_, predicate), group in sorted(_by_edge(statements).items()):
        graph.add_edge(subject, object_, key=predicate, **_edge(group))
    for subject, predicate, object_ in sorted(knowledge.background):
        if not graph.has_edge(subject, object_, key=predicate):
            graph.add_edge(subject, object_, key=predicate, **{**_edge([]), "background": True})
    return graph


def _node(entity: Entity) -> dict[str, Any]:
    return {
        "name": entity.name,
        "type": entity.type,
        "aliases": list(entity.aliases),
        "code": entity.code,
        "background": entity.background,
        "documents": len({mention.document for mention in entity.mentions}),
    }


def _by_edge(statements: Iterable[Statement]) -> Mapping[tuple[str, str, str], list[Statement]]:
    edges: defaultdict[tuple[str, str, str], list[Statement]] = defaultdict(list)
    for statement in statements:
        if not isinstance(statement.object, Literal):
            edges[statement.subject, statement.object, statement.predicate].append(statement)
    return edges


def _edge(statements: list[Statement]) -> dict[str, Any]:
    """One edge for all statements of the same two ends; its status is the firmest of theirs."""
    firmest = min((list(Status).index(s.status) for s in statements), default=0)
    quotes = dict.fromkeys(evidence.quote for s in sorted(statements, key=lambda s: s.id) for evidence in s.evidence)
    return {
        "status": list(Status)[firmest].value,
        "confidence": max((s.confidence for s in statements), default=1.0),
        "quotes": list(quotes),
        "qualifiers": sorted({pair for s in statements for pair in s.qualifiers}),
        "background": False,
    }


def _dates(statements: Iterable[Statement]) -> Mapping[str, dict[str, list[str]]]:
    dates: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for statement in sorted(statements, key=lambda s: (s.predicate, str(s.object))):
        if isinstance(statement.object, Literal):
            values = dates[statement.subject].setdefault(statement.predicate, [])
            if statement.object.value not in values:
                values.append(statement.object.value)
    return dates


def _figures(figures: Iterable[Figure]) -> Mapping[str, list[dict[str, Any]]]:
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for figure in sorted(figures, key=lambda figure: (figure.measure, figure.id)):
        found[figure.about].append(
            {
                "measure": figure.measure,
                "value": figure.value,
                "unit": figure.unit,
                "comparator": figure.comparator,
                "time": (figure.time.start, figure.time.end) if figure.time else None,
                "as_of": figure.as_of,
                "status": figure.status.value,
                "quotes": [evidence.quote for evidence in figure.evidence],
            }
        )
    return found
