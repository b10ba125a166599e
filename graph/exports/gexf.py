"""GEXF 1.3: for Gephi, Gephi Lite and Retina, with the ontology's colours.

Written here and not by NetworkX, which puts today's date into the file and knows no parallel edges of a kind.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from .tables import Column, Kind, Table, Value, edges, nodes

if TYPE_CHECKING:
    from .opened import Opened

GEXF, VIZ = "http://gexf.net/1.3", "http://gexf.net/1.3/viz"
SEPARATOR = "; "
_TYPES = {
    Kind.STRING: "string",
    Kind.INTEGER: "integer",
    Kind.NUMBER: "double",
    Kind.BOOLEAN: "boolean",
    Kind.LIST: "string",
}
_GOLDEN_ANGLE = math.pi * (3 - math.sqrt(5))
_ROOM = 40.0


class Gexf:
    """One file; a list is a string with ``; `` between its items, and what is empty is left out."""

    name = "gexf"
    file = "graph.gexf"
    is_folder = False

    def export(self, opened: Opened) -> Mapping[str, bytes]:
        """The file."""
        root = ET.Element("gexf", {"xmlns": GEXF, "xmlns:viz": VIZ, "version": "1.3"})
        meta = ET.SubElement(root, "meta")
        ET.SubElement(meta, "creator").text = "Zhimai"
        graph = ET.SubElement(root, "graph", {"defaultedgetype": "directed", "mode": "static", "idtype": "string"})
        node_table, edge_table = nodes(opened.graph), edges(opened.graph)
        for table, kind in ((node_table, "node"), (edge_table, "edge")):
            _declare(graph, table, kind)
        _write_nodes(graph, node_table, opened)
        _write_edges(graph, edge_table, opened)
        ET.indent(root, " ")
        return {self.file: ET.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"}


def _declare(graph: ET.Element, table: Table, kind: str) -> None:
    attributes = ET.SubElement(graph, "attributes", {"class": kind})
    for column in _columns(table):
        ET.SubElement(attributes, "attribute", {"id": column.name, "title": column.name, "type": _TYPES[column.kind]})


def _columns(table: Table) -> list[Column]:
    """Those that become attributes; the others are part of the element itself."""
    return [column for column in table.columns if column.name not in ("id", "iri", "source", "target")]


def _write_nodes(graph: ET.Element, table: Table, opened: Opened) -> None:
    degrees = Counter(end for edge in opened.graph.edges for end in (edge.source, edge.target))
    places = _places([node.iri for node in opened.graph.nodes], degrees)
    parent = ET.SubElement(graph, "nodes", {"count": str(len(table.rows))})
    for node, record in zip(opened.graph.nodes, table.records(), strict=True):
        element = ET.SubElement(parent, "node", {"id": node.iri, "label": str(record["name"])})
        _values(element, table, record)
        red, green, blue = (str(int(node.colour[at : at + 2], 16)) for at in (1, 3, 5))
        ET.SubElement(element, "viz:color", {"r": red, "g": green, "b": blue})
        x, y = places[node.iri]
        ET.SubElement(element, "viz:position", {"x": f"{x:.1f}", "y": f"{y:.1f}", "z": "0.0"})
        ET.SubElement(element, "viz:size", {"value": f"{10 + 4 * math.sqrt(degrees[node.iri]):.1f}"})


def _write_edges(graph: ET.Element, table: Table, opened: Opened) -> None:
    parent = ET.SubElement(graph, "edges", {"count": str(len(table.rows))})
    for edge, record in zip(opened.graph.edges, table.records(), strict=True):
        ends = {"id": edge.id, "source": edge.source, "target": edge.target}
        looks = {"label": edge.label_zh or edge.relation, "kind": edge.relation, "weight": f"{edge.weight:.1f}"}
        _values(ET.SubElement(parent, "edge", ends | looks), table, record)


def _values(element: ET.Element, table: Table, record: Mapping[str, Value]) -> None:
    values = ET.SubElement(element, "attvalues")
    for column in _columns(table):
        value = record[column.name]
        if value not in ("", ()):
            ET.SubElement(values, "attvalue", {"for": column.name, "value": _plain(value)})


def _plain(value: Value) -> str:
    match value:
        case bool():
            return str(value).lower()
        case tuple():
            return SEPARATOR.join(value)
        case Decimal():
            return f"{value:f}"
    return str(value)


def _places(iris: Iterable[str], degrees: Mapping[str, int]) -> dict[str, tuple[float, float]]:
    """The best connected in the middle, the others around them as the seeds of a sunflower: a start for a layout."""
    order = sorted(iris, key=lambda iri: (-degrees[iri], iri))
    return {iri: _seed(number) for number, iri in enumerate(order)}


def _seed(number: int) -> tuple[float, float]:
    radius, angle = _ROOM * math.sqrt(number), number * _GOLDEN_ANGLE
    return radius * math.cos(angle), radius * math.sin(angle)
