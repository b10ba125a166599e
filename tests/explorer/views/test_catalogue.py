"""Things and edges of a build, numbered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import CHINA, EDITION, FIRM, JIANGSU, KNOWLEDGE, RIVAL, ROBOT

from graph.explorer.views import Unknown
from graph.explorer.views.catalogue import BACKGROUND, full, short_id

PREFIXES = {"org": "https://w3id.org/zhimai/id/org/", "person": "https://w3id.org/zhimai/id/person/", "": "x:"}


def edges_of(opened, entity, property):
    catalogue = opened.catalogue
    at = catalogue.by_id[entity.id]
    return [edge for edge in map(catalogue.edges.__getitem__, catalogue.around[at]) if edge.property == property]


def test_every_thing_is_there_once_with_its_class(opened):
    """In the order of their IRIs, each with its most special class and the number of its articles."""
    things = opened.catalogue.things
    assert sorted(thing.id for thing in things) == sorted(entity.id for entity in KNOWLEDGE.entities)
    assert [thing.iri for thing in things] == sorted(thing.iri for thing in things)
    firm = things[opened.catalogue.by_id[FIRM.id]]
    assert (firm.name, firm.cls, firm.documents) == (FIRM.name, "Company", 2)


def test_a_statement_is_an_edge(opened):
    """With its status, confidence and the number of articles; its id is that of the statement."""
    (edge,) = edges_of(opened, FIRM, "exhibits")
    things = opened.catalogue.things
    assert (things[edge.source].id, things[edge.target].id) == (FIRM.id, ROBOT.id)
    assert (edge.id, edge.status, edge.confidence, edge.documents) == ("statement/s1", "asserted", 0.95, 2)
    (claimed,) = edges_of(opened, RIVAL, "acquires")
    assert claimed.status == "claimed"


def test_what_the_gazetteer_says_is_an_edge_of_its_own_status(opened):
    """It has no statement, and its id says the triple."""
    (edge,) = [one for one in edges_of(opened, JIANGSU, "partOf") if one.target == opened.catalogue.by_id[CHINA.id]]
    assert (edge.status, edge.id, edge.documents) == (BACKGROUND, f"partOf {JIANGSU.id} {CHINA.id}", 0)


def test_an_edge_without_a_time_has_that_of_its_reports(opened):
    """And says so; what is said to hold at a time has that time."""
    edges = [edge for edge in opened.catalogue.edges if edge.status != BACKGROUND]
    assert all(bool(edge.start) or not edge.dated for edge in edges)
    (edge,) = edges_of(opened, EDITION, "editionOf")
    published = {text.document.id: text.document.published for text in KNOWLEDGE.texts}["d1"]
    assert (edge.start, edge.end, edge.dated) == (published or "", published or "", bool(published))


def test_edges_between_things_have_both_ends_among_them(opened):
    """None that leads out."""
    catalogue = opened.catalogue
    inside = catalogue.numbers([FIRM.id, ROBOT.id, EDITION.id, "org/nobody"])
    assert len(inside) == 3
    assert {catalogue.edges[at].property for at in catalogue.between(inside)} == {"exhibits", "exhibitsAt"}


def test_an_id_that_nothing_has_is_told_with_names_like_it(opened):
    """A misspelt one leads to what was meant."""
    with pytest.raises(Unknown, match=r"org/霁川智: no such thing; did you mean .*霁川智能"):
        opened.iri("org/霁川智")
    assert opened.iri(FIRM.id).endswith(FIRM.id)


@given(st.sampled_from([PREFIXES["org"], PREFIXES["person"], "http://elsewhere/"]), st.text(min_size=1))
def test_an_id_leads_back_to_its_iri(space, local):
    """Whatever stands in the name."""
    iri = space + local
    assert full(short_id(iri, PREFIXES), PREFIXES) == iri
