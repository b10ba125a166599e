"""The graph for NetworkX is the property graph."""

from __future__ import annotations

import networkx as nx
from small import CHINA, EDITION, FIRM, ROBOT, SUZHOU

from graph.exports import to_networkx

from .made_up import BASE, opened

GRAPH = opened().graph
NETWORK = to_networkx(GRAPH)


def test_nodes_and_edges_are_those_of_the_property_graph():
    """By IRI, with parallel edges kept."""
    assert list(NETWORK) == [node.iri for node in GRAPH.nodes]
    assert {key for *_, key in NETWORK.edges(keys=True)} == {edge.id for edge in GRAPH.edges}


def test_an_edge_carries_its_sentences():
    """Weight is the number of articles."""
    edge = NETWORK.edges[BASE + FIRM.id, BASE + ROBOT.id, f"{BASE}statement/s1"]
    assert (edge["relation"], edge["status"], edge["weight"]) == ("exhibits", "asserted", 2)
    assert [passage["quote"] for passage in edge["evidence"]][1] == "霁川智能带来云帆机器人"


def test_a_node_carries_its_figures_and_dates():
    """What has no second end stays with its entity."""
    node = NETWORK.nodes[BASE + EDITION.id]
    assert (node["class"], node["values"]) == ("FairEdition", {"startDate": ("2021-04-15",)})
    assert {figure["measure"] for figure in node["figures"]} == {"成交額", "来自江苏的参展企业"}


def test_the_gazetteer_joins_what_the_texts_leave_apart():
    """Its edges are there for paths and components."""
    assert nx.has_path(NETWORK, BASE + FIRM.id, BASE + CHINA.id)
    assert NETWORK.nodes[BASE + SUZHOU.id]["name"] == "蘇州"
