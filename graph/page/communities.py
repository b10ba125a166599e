"""Which entities of a drawing belong together: communities of the graph, the same every time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    from .drawing import Drawing

SMALLEST = 4
"""Entities that a community has at least; what is smaller is gathered in one."""

MOST = 24
"""Communities told apart at most; the smaller ones are gathered with the rest."""

_SEED = 7
_BACKGROUND = 0.2


def communities(drawing: Drawing) -> tuple[list[tuple[str, ...]], tuple[str, ...]]:
    """The communities, the largest first, and the rest: all entities in parts too small to stand alone.

    In each the best connected come first. Communities are found by the Louvain method (Blondel et al. 2008); what only the
    gazetteer says counts little, so that the map of a country does not hold everything together.
    """
    linked = [node.id for node in drawing.nodes if node.degree]
    number = {id: at for at, id in enumerate(linked)}
    # Numbers, not ids: the order of a set of strings changes from run to run.
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(len(linked)))
    for edge in drawing.edges:
        weight = _BACKGROUND if edge.background else 1.0
        graph.add_edge(number[edge.source], number[edge.target], weight=weight)
    found = [tuple(sorted(part)) for part in nx.community.louvain_communities(graph, seed=_SEED)] if linked else []
    found.sort(key=lambda part: (-len(part), part))
    large = [part for part in found if len(part) >= SMALLEST][:MOST]
    rest = sorted(at for part in found[len(large) :] for at in part)
    return [tuple(linked[at] for at in part) for part in large], tuple(linked[at] for at in rest)
