"""GEXF keeps to the schema of version 1.3, and NetworkX reads it back as it was written."""

from __future__ import annotations

import io
from collections import Counter

import networkx as nx
import pytest
from hypothesis import given, settings
from lxml import etree
from small import FIRM, ROBOT

from graph.exports import Opened, exporter, open_build
from graph.exports.characters import readable

from .made_up import BASE, hostile, named, opened

G, V = "{http://gexf.net/1.3}", "{http://gexf.net/1.3/viz}"
TYPES = {"integer", "long", "double", "float", "boolean", "string", "liststring", "anyURI"}
# Of each element the children and attributes that the schema admits, and the attributes that it wants.
SCHEMA = {
    f"{G}gexf": ({f"{G}meta", f"{G}graph"}, {"version", "variant"}, {"version"}),
    f"{G}meta": ({f"{G}creator", f"{G}keywords", f"{G}description"}, {"lastmodifieddate"}, set()),
    f"{G}creator": (set(), set(), set()),
    f"{G}graph": (
        {f"{G}attributes", f"{G}nodes", f"{G}edges"},
        {"defaultedgetype", "idtype", "mode", "timeformat", "timerepresentation", "timezone", "start", "end"},
        set(),
    ),
    f"{G}attributes": ({f"{G}attribute"}, {"class"}, {"class"}),
    f"{G}attribute": ({f"{G}default", f"{G}options"}, {"id", "title", "type"}, {"id", "title", "type"}),
    f"{G}nodes": ({f"{G}node"}, {"count"}, set()),
    f"{G}node": (
        {f"{G}attvalues", f"{V}color", f"{V}position", f"{V}size", f"{V}shape"},
        {"id", "label", "pid"},
        {"id"},
    ),
    f"{G}edges": ({f"{G}edge"}, {"count"}, set()),
    f"{G}edge": (
        {f"{G}attvalues", f"{V}color", f"{V}thickness", f"{V}shape"},
        {"id", "source", "target", "type", "kind", "label", "weight"},
        {"source", "target"},
    ),
    f"{G}attvalues": ({f"{G}attvalue"}, set(), set()),
    f"{G}attvalue": (set(), {"for", "value", "start", "end"}, {"for", "value"}),
    f"{V}color": (set(), {"r", "g", "b", "a", "hex"}, set()),
    f"{V}position": (set(), {"x", "y", "z"}, {"x", "y"}),
    f"{V}size": (set(), {"value"}, {"value"}),
}


def _bytes(build: Opened) -> bytes:
    return exporter("gexf").export(build)["graph.gexf"]


def _faults(data: bytes) -> list[str]:
    root = etree.fromstring(data)
    faults = [] if root.get("version") == "1.3" else ["version"]
    for element in root.iter():
        children, attributes, wanted = SCHEMA.get(element.tag, (set(), set(), {f"no element {element.tag}"}))
        faults += [f"{element.tag} in it: {child.tag}" for child in element if child.tag not in children]
        faults += [f"{element.tag} has {name}" for name in set(element.keys()) - attributes]
        faults += [f"{element.tag} lacks {name}" for name in wanted - set(element.keys())]
    declared = {
        kind: {a.get("id"): a.get("type") for a in root.iterfind(f".//{G}attributes[@class='{kind}']/{G}attribute")}
        for kind in ("node", "edge")
    }
    for kind, types in declared.items():
        faults += [f"type {type}" for type in types.values() if type not in TYPES]
        values = root.iterfind(f".//{G}{kind}/{G}attvalues/{G}attvalue")
        faults += [f"{kind}: {v.get('for')}={v.get('value')}" for v in values if not _fits(v, types)]
    nodes = [node.get("id") for node in root.iter(f"{G}node")]
    ends = {edge.get(end) for edge in root.iter(f"{G}edge") for end in ("source", "target")}
    faults += [f"{iri} twice" for iri, count in Counter(nodes).items() if count > 1]
    faults += [f"no node {iri}" for iri in ends - set(nodes)]
    colours = [int(colour.get(part)) for colour in root.iter(f"{V}color") for part in "rgb"]
    return faults + [f"colour {value}" for value in colours if not 0 <= value <= 255]


def _fits(value: etree._Element, types: dict[str, str]) -> bool:
    text, checks = value.get("value"), {"integer": int, "double": float, "string": str}
    type = types.get(value.get("for"), "undeclared")
    try:
        return text in ("true", "false") if type == "boolean" else checks[type](text) is not None
    except (KeyError, ValueError):
        return False


def test_the_samples_keep_to_the_schema(built):
    """Elements, attributes, types and ends of edges."""
    assert _faults((built / "graph.gexf").read_bytes()) == []


@pytest.mark.parametrize(
    ("old", "new"), [(b"viz:size", b"viz:bulk"), (b'type="double"', b'type="number"'), (b' target="', b' aim="')]
)
def test_the_check_finds_what_is_wrong(old, new):
    """The check of the schema is one that can fail."""
    assert _faults(_bytes(opened()).replace(old, new)) != []


def test_the_samples_are_read_back_whole(built):
    """Every node with its name, class and colour, every edge with its relation and weight."""
    graph, network = open_build(built).graph, nx.read_gexf(built / "graph.gexf", version="1.3")
    assert {n: (d["label"], d["class"]) for n, d in network.nodes(data=True)} == {
        node.iri: (node.name, node.classes[0]) for node in graph.nodes
    }
    assert Counter((s, t, d["relation"], d["weight"]) for s, t, d in network.edges(data=True)) == Counter(
        (edge.source, edge.target, edge.relation, float(edge.weight)) for edge in graph.edges
    )


def test_a_node_looks_as_the_ontology_says():
    """Its colour is its class's, and no two nodes stand at one place."""
    network = nx.read_gexf(io.BytesIO(_bytes(opened())), version="1.3")
    assert network.nodes[BASE + FIRM.id]["viz"]["color"] == {"r": 0x2B, "g": 0x6C, "b": 0xB0, "a": 1.0}
    places = [(d["viz"]["position"]["x"], d["viz"]["position"]["y"]) for _, d in network.nodes(data=True)]
    assert len(set(places)) == len(places)


def test_an_edge_says_its_kind():
    """Gephi tells parallel edges apart by it."""
    root = etree.fromstring(_bytes(opened()))
    edge = next(e for e in root.iter(f"{G}edge") if e.get("target") == BASE + ROBOT.id)
    assert (edge.get("kind"), edge.get("label"), edge.get("weight")) == ("exhibits", "展出", "2.0")


@settings(max_examples=30, deadline=None)
@given(hostile())
def test_hostile_names_survive(name):
    """Every character that XML admits; the others are U+FFFD."""
    data = _bytes(named(name))
    assert _faults(data) == []
    network = nx.read_gexf(io.BytesIO(data), version="1.3")
    assert network.nodes[BASE + FIRM.id]["label"] == readable(name)
    edge = next(d for *_, d in network.edges(data=True) if d["id"] == f"{BASE}statement/s9")
    assert edge["quotes"] == readable(name)
