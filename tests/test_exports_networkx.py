"""The graph for NetworkX has the facts and nothing that is no fact."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import networkx as nx
from small import CHINA, EDITION, FIRM, JIANGSU, KNOWLEDGE, RIVAL, ROBOT, STATEMENTS, SUZHOU, evidence, statement

from graph.exports import to_networkx
from graph.model import Status


def test_every_entity_is_a_node():
    """Nodes are entities by id, with their name, class and aliases."""
    graph = to_networkx(KNOWLEDGE)
    assert set(graph) == {entity.id for entity in KNOWLEDGE.entities}
    node = graph.nodes[FIRM.id]
    assert (node["name"], node["type"], node["documents"]) == (FIRM.name, "Company", 2)
    assert node["aliases"] == list(FIRM.aliases)


def test_a_fact_is_an_edge_with_its_quotes():
    """The edge's key is the property; it has status, confidence and the passages."""
    edge = to_networkx(KNOWLEDGE).edges[FIRM.id, ROBOT.id, "exhibits"]
    assert (edge["status"], edge["confidence"]) == ("asserted", 0.954)
    assert edge["quotes"][1] == "霁川智能带来云帆机器人"
    assert edge["qualifiers"] == [("edition", EDITION.id)]


def test_what_is_claimed_is_no_edge_unless_asked_for():
    """Analysis sees facts only; everything is there on demand, with its status."""
    assert not to_networkx(KNOWLEDGE).has_edge(FIRM.id, RIVAL.id)
    everything = to_networkx(KNOWLEDGE, everything=True)
    assert everything.edges[FIRM.id, RIVAL.id, "acquires"]["status"] == "claimed"


def test_gazetteer_edges_are_marked():
    """What no text says is marked as background."""
    graph = to_networkx(KNOWLEDGE)
    assert graph.edges[SUZHOU.id, JIANGSU.id, "partOf"]["background"]
    assert not graph.edges[FIRM.id, SUZHOU.id, "headquarteredIn"]["background"]
    assert nx.has_path(graph, FIRM.id, CHINA.id)


def test_statements_of_the_same_ends_are_one_edge():
    """Two statements that differ in status are one edge of the firmer status with the quotes of both."""
    planned = statement(
        "s0", FIRM, "exhibits", ROBOT, evidence("d2", "云帆机器人"), status=Status.PLANNED, confidence=0.99
    )
    graph = to_networkx(replace(KNOWLEDGE, statements=(planned, *STATEMENTS)))
    edge = graph.edges[FIRM.id, ROBOT.id, "exhibits"]
    assert (edge["status"], edge["confidence"], len(edge["quotes"])) == ("asserted", 0.99, 3)


def test_dates_and_figures_are_on_the_node():
    """What has no second end stays with its entity."""
    node = to_networkx(KNOWLEDGE).nodes[EDITION.id]
    assert node["dates"] == {"startDate": ["2021-04-15"]}
    figure = next(figure for figure in node["figures"] if figure["measure"] == "成交額")
    assert (figure["value"], figure["unit"], figure["time"]) == (Decimal("2.2E+9"), "元", ("2021", ""))


def test_the_order_of_the_knowledge_does_not_matter():
    """Nodes and edges come in one order, so that what is written from them is stable."""
    turned = replace(KNOWLEDGE, entities=KNOWLEDGE.entities[::-1], statements=STATEMENTS[::-1])
    assert list(to_networkx(turned).edges(keys=True)) == list(to_networkx(KNOWLEDGE).edges(keys=True))
