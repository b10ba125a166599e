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
        for record, node in zip(nodes(graph).records(), graph.nodes, strict=True):
            flat = _flat(record)
            network.add_node(flat.pop("iri"), label=record["name"], **flat, colour=node.colour)
        for number, (record, edge) in enumerate(zip(edges(graph).records(), graph.edges, strict=True)):
            flat = _flat(record)
            ends = flat.pop("source"), flat.pop("target")
            more = {"label": record["label_zh"], "weight": edge.weight, "statement": flat.pop("id")}
            network.add_edge(*ends, key=f"e{number}", **more, **flat)
        out = BytesIO()
        nx.write_graphml(network, out)
        return {self.file: out.getvalue()}


def _flat(record: Mapping[str, Value]) -> dict[str, str | int | float | bool]:
    return {name: _plain(value) for name, value in record.items() if value not in ("", ())}


def _plain(value: Value) -> str | int | float | bool:
    if isinstance(value, tuple):
        return SEPARATOR.join(value)
    return float(value) if isinstance(value, Decimal) else value
