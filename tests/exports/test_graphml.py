"""NetworkX reads GraphML back as it was written."""

from __future__ import annotations

import io
from collections import Counter

import networkx as nx
from hypothesis import given, settings
from lxml import etree
from small import FIRM, ROBOT

from graph.exports import Opened, exporter, open_build
from graph.exports.characters import readable

from .made_up import BASE, hostile, named, opened

NS = {"g": "http://graphml.graphdrawing.org/xmlns"}


def _bytes(build: Opened) -> bytes:
    return exporter("graphml").export(build)["graph.graphml"]


def _read(build: Opened) -> nx.MultiDiGraph:
    return nx.read_graphml(io.BytesIO(_bytes(build)), force_multigraph=True)


def test_the_samples_are_read_back_whole(built):
    """Every node with its name and class, every edge with its relation, however many run side by side."""
    graph, network = open_build(built).graph, nx.read_graphml(built / "graph.graphml", force_multigraph=True)
    assert network.is_directed()
    assert {n: (d["label"], d["class"]) for n, d in network.nodes(data=True)} == {
        node.iri: (node.name, node.classes[0]) for node in graph.nodes
    }
    assert Counter((s, t, d["relation"], d["weight"]) for s, t, d in network.edges(data=True)) == Counter(
        (edge.source, edge.target, edge.relation, edge.weight) for edge in graph.edges
    )


def test_attributes_are_typed():
    """Counts are numbers, marks are truth values, lists are one string."""
    network = _read(opened())
    firm = network.nodes[BASE + FIRM.id]
    assert (firm["documents"], firm["background"], firm["aliases"]) == (2, False, "霁川智能; 霽川智能")
    edge = next(d for _, t, d in network.edges(BASE + FIRM.id, data=True) if t == BASE + ROBOT.id)
    assert (edge["confidence"], edge["label"], edge["statement"]) == (0.95, "展出", f"{BASE}statement/s1")


def test_every_id_stands_once():
    """Programs stricter than NetworkX join what has one id."""
    root = etree.fromstring(_bytes(opened()))
    for kind in ("key", "node", "edge"):
        ids = [element.get("id") for element in root.iterfind(f".//g:{kind}", NS)]
        assert ids
        assert len(ids) == len(set(ids)), kind


@settings(max_examples=30, deadline=None)
@given(hostile())
def test_hostile_names_survive(name):
    """Every character that XML admits; the others are U+FFFD."""
    network = _read(named(name))
    assert network.nodes[BASE + FIRM.id]["label"] == readable(name)
    edge = next(d for *_, d in network.edges(data=True) if d["statement"] == f"{BASE}statement/s9")
    assert (edge["quotes"], edge["source_name"]) == (readable(name), readable(name))
