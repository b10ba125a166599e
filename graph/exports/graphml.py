"""GraphML: for yEd, igraph, Cytoscape, NetworkX and most other programs for graphs."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING

from .tables import Value, edges, nodes

if TYPE_CHECKING:
    from .opened import Opened

SEPARATOR = "; "


class GraphML:
    """One file; a list is a string with ``; `` between its items, and what is empty is left out."""

    name = "graphml"
    file = "graph.graphml"
    is_folder = False

    def export(self, opened: Opened) -> Mapping[str, bytes]:
        """The file."""
        import networkx as nx

        graph = opened.graph
        network: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for node, colour in zip(nodes(graph).records(), (node.colour for node in graph.nodes), strict=True):
            flat = _flat(node)
            network.add_node(flat.pop("iri"), label=node["name"], **flat, colour=colour)
        for number, (edge, weight) in enumerate(
            zip(edges(graph).records(), (edge.weight for edge in graph.edges), strict=True)
        ):
            flat = _flat(edge)
            ends = flat.pop("source"), flat.pop("target")
            network.add_edge(
                *ends, key=f"e{number}", label=edge["label_zh"], weight=weight, statement=flat.pop("id"), **flat
            )
        out = BytesIO()
        nx.write_graphml(network, out)
        return {self.file: out.getvalue()}


def _flat(record: Mapping[str, Value]) -> dict[str, str | int | float | bool]:
    return {name: _plain(value) for name, value in record.items() if value not in ("", ())}


def _plain(value: Value) -> str | int | float | bool:
    if isinstance(value, tuple):
        return SEPARATOR.join(value)
    return float(value) if isinstance(value, Decimal) else value
