"""Answers as rows: forms, the first rows and all of them, mistakes with and without a place."""

from __future__ import annotations

import pytest

from graph.explorer.views.answer import Checked, Shown


def test_the_first_rows_are_told_and_all_are_counted(opened):
    """Columns in their order; an empty place is nothing."""
    told = Shown("SELECT ?n ?none { VALUES ?n { 1 2 3 } }", most=2).told(opened)
    assert (told["form"], told["names"], told["count"]) == ("rows", ["n", "none"], 3)
    assert told["rows"] == [[{"value": str(n), "datatype": "xsd:integer"}, None] for n in (1, 2)]


def test_every_kind_of_term_has_its_form(opened):
    """IRI, blank node, text with its language as people write it, plain text."""
    told = Shown('SELECT * { BIND(zm:Fair AS ?a) BIND(BNODE() AS ?b) BIND("丙"@zh-hant AS ?c) BIND("丁" AS ?d) }').told(
        opened
    )
    iri, blank, text, plain = told["rows"][0]
    assert iri == {"iri": "https://w3id.org/zhimai/ontology#Fair"}
    assert blank.keys() == {"blank"}
    assert text == {"value": "丙", "language": "zh-Hant"}
    assert plain == {"value": "丁"}


def test_a_graph_has_each_triple_once(opened):
    """However often the pattern makes it."""
    told = Shown("CONSTRUCT { zm:a zm:b zm:c } { ?s a zm:Company }").told(opened)
    assert (told["form"], told["names"], told["count"]) == ("triples", ["subject", "predicate", "object"], 1)
    assert told["turtle"].endswith("zm:a zm:b zm:c .\n")


def test_a_name_leads_to_its_thing_only_in_the_answer_of_a_named_query(opened):
    """A text of one's own query may be anything."""
    sparql = "SELECT ('乙方公司' AS ?name) ('乙方' AS ?other) {}"
    assert Shown(sparql).told(opened)["rows"] == [[{"value": "乙方公司"}, {"value": "乙方"}]]
    assert Shown(sparql, named=()).told(opened)["rows"][0][0] == {"value": "乙方公司", "thing": "org/乙方公司"}


def test_names_that_nothing_bears_are_told_where_nothing_is_found(opened):
    """A class is called by its label too; where something is found, nothing is said."""
    named = (("left", "乙方公"), ("right", "企业"))
    unknown = Shown("SELECT ?x { ?x a zm:None }", named=named).told(opened)["unknown"]
    assert [(one["parameter"], one["name"]) for one in unknown] == [("left", "乙方公")]
    assert "乙方公司" in unknown[0]["near"]
    assert Shown("SELECT ?x { ?x a zm:Company }", named=named).told(opened)["unknown"] == []


@pytest.mark.parametrize("asked", [Checked, Shown])
def test_a_mistake_has_its_place(opened, asked):
    """Counted in characters from 1, with a picture of the line."""
    mistake = asked("SELECT ?x {\n ?x rdfs:label 丙 }").told(opened)["mistake"]
    assert (mistake["line"], mistake["column"]) == (2, 16)
    assert mistake["picture"].splitlines()[0] == "   ?x rdfs:label 丙 }"


def test_a_query_that_can_be_asked_has_no_mistake(opened):
    """It is only read, not answered."""
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
    assert Checked(endless).told(opened) == {"mistake": None}
