"""The property graph has what the build says, and nothing that is no fact unless asked for."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from small import CHINA, EDITION, FIRM, JIANGSU, KNOWLEDGE, RIVAL, ROBOT, STATEMENTS, SUZHOU, evidence, statement

from graph.model import Status

from .made_up import BASE, opened

GRAPH = opened().graph
NODES = {node.iri.removeprefix(BASE): node for node in GRAPH.nodes}


def _edge(graph, source, relation, target):
    wanted = (BASE + source.id, relation, BASE + target.id)
    found = [edge for edge in graph.edges if (edge.source, edge.relation, edge.target) == wanted]
    return found[0] if len(found) == 1 else None


def test_every_entity_is_a_node():
    """Documents, statements and figures are no nodes."""
    assert set(NODES) == {entity.id for entity in KNOWLEDGE.entities}


def test_a_node_has_its_names_and_classes():
    """The name as in the text, in both scripts, aliases, short forms, the class and all above it with labels."""
    node = NODES[FIRM.id]
    assert (node.name, node.name_hans, node.name_hant) == (
        "霽川智能科技有限公司",
        "霁川智能科技有限公司",
        "霽川智能科技有限公司",
    )
    assert (node.aliases, node.short_names) == (("霁川智能", "霽川智能"), ("霁川",))
    assert node.classes == ("Company", "Organisation", "Actor", "Thing")
    assert (node.class_en, node.class_zh, node.colour) == ("Company", "企业", "#2b6cb0")
    assert (node.documents, node.mentions, node.background) == (2, 2, False)


def test_a_place_has_its_code():
    """The GB/T 2260 code and the public registry."""
    assert (NODES[SUZHOU.id].gb_code, NODES[SUZHOU.id].same_as) == ("320500", SUZHOU.same_as)


def test_what_only_the_gazetteer_names_is_marked():
    """A node without a mention is background."""
    assert [iri for iri, node in NODES.items() if node.background] == [CHINA.id]


def test_an_edge_is_a_statement_with_its_evidence():
    """Labels in both directions, status, confidence, qualifiers by name, and each passage with its article."""
    edge = _edge(GRAPH, FIRM, "exhibits", ROBOT)
    assert edge.id == f"{BASE}statement/s1"
    assert (edge.label_zh, edge.inverse_en, edge.status, edge.confidence) == ("展出", "exhibited by", "asserted", 0.95)
    assert edge.qualifiers == (("edition", EDITION.name),)
    assert [(p.title, p.published, p.quote) for p in edge.evidence] == [
        ("霽川智能亮相", "2021-04", "霽川智能亮相第八屆甲州交易會，展出「雲帆」機器人"),
        ("机器人走进养老院", "2021-04-16", "霁川智能带来云帆机器人"),
    ]
    assert edge.weight == 2


def test_what_is_claimed_is_no_edge_unless_asked_for():
    """Analysis sees facts only; everything is there on demand, with its status."""
    assert _edge(GRAPH, FIRM, "acquires", RIVAL) is None
    assert _edge(opened(everything=True).graph, FIRM, "acquires", RIVAL).status == "claimed"


def test_a_claimed_figure_is_no_figure_unless_asked_for():
    """The rule for edges holds for figures."""
    claimed = replace(KNOWLEDGE, figures=(replace(KNOWLEDGE.figures[0], status=Status.CLAIMED),))
    assert opened(claimed).graph.figures == ()
    assert [figure.status for figure in opened(claimed, everything=True).graph.figures] == ["claimed"]


def test_gazetteer_edges_are_marked():
    """What no text says is marked as background and has no evidence."""
    edge = _edge(GRAPH, SUZHOU, "partOf", JIANGSU)
    assert (edge.background, edge.evidence, edge.weight) == (True, (), 1)
    assert not _edge(GRAPH, FIRM, "headquarteredIn", SUZHOU).background


def test_what_a_text_says_too_is_no_background():
    """A triple of the gazetteer that a text asserts is the edge of the text alone."""
    said = statement("s0", SUZHOU, "partOf", JIANGSU, evidence("d1", "蘇州"))
    edge = _edge(opened(replace(KNOWLEDGE, statements=(said, *STATEMENTS))).graph, SUZHOU, "partOf", JIANGSU)
    assert (edge.background, edge.id) == (False, f"{BASE}statement/s0")


def test_statements_that_differ_in_status_are_two_edges():
    """Nothing is merged, so that an edge has one status and its own evidence."""
    planned = statement("s0", FIRM, "exhibits", ROBOT, evidence("d2", "云帆机器人"), status=Status.PLANNED)
    graph = opened(replace(KNOWLEDGE, statements=(planned, *STATEMENTS))).graph
    ends = [(edge.source, edge.target, edge.status) for edge in graph.edges if edge.relation == "exhibits"]
    assert sorted(status for *_, status in ends) == ["asserted", "planned"]


def test_dates_are_on_the_node_and_have_their_evidence():
    """What has no second end stays with its entity."""
    assert NODES[EDITION.id].values == {"startDate": ("2021-04-15",)}
    dated = GRAPH.dates[0]
    assert (dated.about_name, dated.relation, dated.value) == (EDITION.name, "startDate", "2021-04-15")
    assert dated.evidence[0].quote == "第八屆甲州交易會"


def test_a_figure_has_all_its_parts():
    """The value is exact, a span has two ends."""
    by_measure = {figure.measure: figure for figure in GRAPH.figures}
    turnover, growth = by_measure["成交額"], by_measure["参展企业"]
    assert (turnover.value, turnover.unit, turnover.currency, turnover.time) == (
        Decimal(2200000000),
        "元",
        "CNY",
        "2021",
    )
    assert (growth.value, growth.time, growth.time_end, growth.as_of, growth.against) == (
        Decimal("-12.5"),
        "2018",
        "2022-03",
        "2023-12-31",
        "同比",
    )
    assert NODES[EDITION.id].figures == 2


def test_the_order_of_the_knowledge_does_not_matter():
    """Nodes and edges come in one order, so that what is written from them is stable."""
    turned = replace(KNOWLEDGE, entities=KNOWLEDGE.entities[::-1], statements=STATEMENTS[::-1])
    assert opened(turned).graph == GRAPH
