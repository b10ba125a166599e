from __future__ import annotations

from graph.model import Evidence, Knowledge, Literal, Statement, Status
from graph.page import drawing as module
from graph.page.drawing import drawing

from .made_up import entity, ontology

_FIRM, _GOOD, _CITY = entity("Company", "澄嵐集團"), entity("Product", "機械臂"), entity("City", "蘇州")
_SAID = (Evidence("d", 0, 1, "x", "cue:x", 0.9),)


def _state(subject, predicate, object, status=Status.ASSERTED):
    target = object if isinstance(object, Literal) else object.id
    return Statement(f"{predicate}{status}", subject.id, predicate, target, status, 0.9, _SAID)


def _drawn(*statements, background=()):
    return drawing(Knowledge((), (_FIRM, _GOOD, _CITY), statements, (), background=background), ontology())


def test_facts_of_one_pair_are_one_edge():
    """Parallel relations become one edge with all their properties, in the ontology's order."""
    (edge,) = _drawn(_state(_FIRM, "develops", _GOOD), _state(_FIRM, "exhibits", _GOOD)).edges
    assert (edge.source, edge.target, edge.forward) == (_FIRM.id, _GOOD.id, ("exhibits", "develops"))


def test_a_fact_the_other_way_gives_the_edge_a_second_arrow():
    """Facts in both directions share the edge and are kept apart."""
    (edge,) = _drawn(_state(_FIRM, "exhibits", _GOOD), _state(_GOOD, "appliedIn", _FIRM)).edges
    assert (edge.forward, edge.backward, edge.arrows) == (("exhibits",), ("appliedIn",), "to,from")


def test_a_symmetric_fact_has_no_arrow():
    """Cooperation has no direction."""
    (edge,) = _drawn(_state(_FIRM, "cooperatesWith", _CITY)).edges
    assert edge.arrows == ""


def test_an_edge_is_planned_only_where_nothing_is_asserted():
    """One asserted fact makes the line solid."""
    planned = _state(_FIRM, "exhibits", _GOOD, Status.PLANNED)
    assert _drawn(planned).edges[0].planned
    assert not _drawn(planned, _state(_FIRM, "develops", _GOOD)).edges[0].planned


def test_what_is_only_claimed_or_a_date_is_not_drawn():
    """The picture holds what is asserted or planned between entities; the panel tells the rest."""
    claimed = _state(_FIRM, "exhibits", _GOOD, Status.CLAIMED)
    assert _drawn(claimed, _state(_FIRM, "foundedOn", Literal("2011", "gYear"))).edges == ()


def test_the_gazetteers_edges_are_marked():
    """What no text says is drawn lighter."""
    (edge,) = _drawn(background=((_CITY.id, "partOf", _FIRM.id),)).edges
    assert edge.background


def test_too_large_a_graph_keeps_its_best_connected(monkeypatch):
    """Beyond the limit the nodes with the most relations are drawn, and the edges among them."""
    monkeypatch.setattr(module, "LARGEST", 2)
    drawn = _drawn(
        _state(_FIRM, "exhibits", _GOOD), _state(_FIRM, "locatedIn", _CITY), _state(_GOOD, "appliedIn", _FIRM)
    )
    assert len(drawn.nodes) == 2
    assert drawn.nodes[0].id == _FIRM.id
    assert len(drawn.edges) == 1
