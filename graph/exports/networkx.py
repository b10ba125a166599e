"""A graph for NetworkX: entities as nodes, facts as edges."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import networkx as nx

if TYPE_CHECKING:
    from .view import PropertyGraph


def to_networkx(graph: PropertyGraph) -> nx.MultiDiGraph[str]:
    """The property graph as a directed graph with parallel edges.

    A node is an entity's IRI, with the fields of ``Node`` and ``class``; ``figures`` is a list of dictionaries (a value
    is a ``Decimal``). An edge's key is the statement's IRI; it has the fields of ``Edge``, ``evidence`` as dictionaries,
    and ``weight``, the number of articles that state it (1 where it is the gazetteer).
    """
    network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    figures: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for figure in graph.figures:
        figures[figure.about].append(_without(asdict(figure), "about", "about_name"))
    for node in graph.nodes:
        attributes = _without(asdict(node), "iri") | {"class": node.classes[0], "figures": figures[node.iri]}
        network.add_node(node.iri, **attributes)
    for edge in graph.edges:
        attributes = _without(asdict(edge), "source", "source_name", "target", "target_name")
        network.add_edge(edge.source, edge.target, key=edge.id, weight=edge.weight, **attributes)
    return network


def _without(fields: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name not in names}
