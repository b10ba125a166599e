"""What a query speaks of, as a picture."""

from __future__ import annotations

import pytest
from small import CARE, EDITION, FIRM, ROBOT, SUZHOU

from graph.explorer.views.drawn import Drawn, unprojected
from graph.store import named_queries, named_query


def drawn(opened, sparql, **more):
    return {node["id"] for node in Drawn(sparql, **more).told(opened)["nodes"]}


@pytest.mark.parametrize(
    ("sparql", "things"),
    [
        ("SELECT ?f { ?f zm:exhibits ?o }", {FIRM.id}),
        ("SELECT ?n { ?f zm:exhibits ?o . ?f rdfs:label ?n }", {FIRM.id, ROBOT.id}),
        ("SELECT (COUNT(?o) AS ?n) { ?o zm:appliedIn ?i }", {ROBOT.id, CARE.id}),
        ("SELECT ?s { ?s a zm:Statement ; rdf:predicate zm:headquarteredIn }", {FIRM.id, SUZHOU.id}),
        ("CONSTRUCT { ?o zm:appliedIn ?i } WHERE { ?o zm:appliedIn ?i }", {ROBOT.id, CARE.id}),
        ("ASK { ?o zm:appliedIn ?i }", set()),
        ("SELECT ?n { VALUES ?n { 1 2 } }", set()),
    ],
)
def test_the_things_of_an_answer_are_drawn(opened, sparql, things):
    """Those that it gives; where it gives names or numbers only, those behind them; the ends of statements."""
    assert drawn(opened, sparql) == things


def test_a_named_query_draws_all_that_it_goes_by(opened):
    """The edition too, not the exhibitors alone, whose IRIs the answer has."""
    sparql = named_query("exhibitors").render({})
    assert {FIRM.id, EDITION.id} <= drawn(opened, sparql, named=True)
    assert EDITION.id not in drawn(opened, sparql)


def test_the_first_things_are_drawn_and_all_are_counted(opened):
    """In the order of the answer."""
    told = Drawn("SELECT ?t { ?t a zm:Company } ORDER BY DESC(?t)", most=1).told(opened)
    assert ([node["id"] for node in told["nodes"]], told["count"]) == ([FIRM.id], 2)


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_every_named_query_can_be_unprojected(opened, query):
    """What comes of it is a query that can be asked."""
    opened.store.query(unprojected(query.render(query.example)))


@pytest.mark.parametrize(
    "sparql", ["ASK {}", "DESCRIBE <x:y>", "CONSTRUCT { ?a ?b ?c } WHERE { SELECT ?a { ?a ?b ?c } }"]
)
def test_what_is_no_select_has_no_other_form(sparql):
    """A SELECT inside it is not taken for it."""
    assert unprojected(sparql) == ""


def test_a_query_inside_a_query_stays_as_it_is():
    """Only the outer one is widened."""
    inside = "{ { SELECT ?n WHERE { ?a ?b ?n } } }"
    assert unprojected(f"SELECT ?n WHERE {inside} LIMIT 1") == f"SELECT * WHERE {inside} LIMIT 1"


def test_braces_in_texts_and_comments_are_no_braces():
    """Nor is a word SELECT in them one."""
    sparql = '# SELECT { \nSELECT ?n { ?a rdfs:label ?n FILTER(?n != "}") } # }'
    assert unprojected(sparql) == '# SELECT { \nSELECT * WHERE { ?a rdfs:label ?n FILTER(?n != "}") } # }'
