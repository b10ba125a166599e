"""Mistakes that people make in SPARQL: each is shown at its place and told in words."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small import KNOWLEDGE
from wcwidth import wcswidth

from graph.errors import QueryError, RefusedError, UsageError
from graph.ontology import load_ontology
from graph.rdf import write_graphs
from graph.store import create_store, hints, open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """The small knowledge, built and opened."""
    folder = tmp_path_factory.mktemp("build")
    write_graphs(KNOWLEDGE, load_ontology(), folder)
    create_store(folder)
    return open_store(folder)


# The query, with ‸ before the place that is to be shown; what is said; the remedy.
MISTAKES = [
    ("SELECT ?f { ?f a zm:Company ‸?f zm:locatedIn ?p }", "a dot is missing", "part two patterns by a dot"),
    ("SELECT ?f { ?f a zm:Company, ?f ‸zm:locatedIn ?p }", "a comma lists further objects", "by a dot"),
    ("SELECT ?f { ?f ‸foaf:name ?n }", "prefix foaf: is not known", "PREFIX foaf: <"),
    ("SELECT ?f { ?f ‸rdf_s:label ?n }", "prefix rdf_s: is not known", "did you mean rdfs:?"),
    ("SELECT ?f { ?f a ‸https://w3id.org/zhimai/ontology#Company }", "angle brackets", "write <http"),
    ("PREFIX ex: ‸http://example.org/ SELECT ?f { ?f ?p ?o }", "angle brackets", "write PREFIX name: <"),
    ("SELECT ?f { ?f a zm:Company‸", "a closing } is missing", "add it at the end"),
    ("SELECT ?f WHERE ‸?f a zm:Company }", "a { is missing", "write {"),
    ("SELECT ?f { ?f a zm:Company OPTIONAL ‸?f zm:locatedIn ?p }", "a { is missing", "write {"),
    ("SELECT ?f { ?f a zm:Company } ‸}", "a } too many", "take it away"),
    ("SELECT ?f { ?f rdfs:label ‸“霽川” }", "“ is a full-width or typographic mark", 'type "'),
    ("SELECT ‸？f { ?f a zm:Company }", "？ is a full-width", "type ?"),
    ("SELECT ?f WHERE ‸｛ ?f a zm:Company ｝", "｛ is a full-width", "type {"),
    ("SELECT ?f { ?f a zm:Company ‸。 ?f zm:locatedIn ?p }", "。 is a full-width", "type ."),
    ("SELECT ?f { ?f a zm:Company ‸； zm:locatedIn ?p }", "； is a full-width", "type ;"),
    ("SELECT ?f { ?f a zm‸：Company }", "： is a full-width", "type :"),
    ("SELECT ?f { ?f zm:value ?v FILTER‸（?v > 3） }", "（ is a full-width", "type ("),
    ("SELECT ?f‸\u3000WHERE { ?f a zm:Company }", "a wide space", "a plain space"),
    ("SELECT ?f‸", "the pattern is missing", "WHERE {"),
    ("SELECT ‸WHERE { ?f a zm:Company }", "SELECT names no variable", "SELECT *"),
    ("SELECT ?f‸, ?p { ?f zm:locatedIn ?p }", "no commas", "SELECT ?a ?b"),
    ("SELECT ‸f { ?f a zm:Company }", "a variable begins with ?", "write ?f"),
    ("SELECT ‸COUNT(?f) { ?f a zm:Company }", "brackets and a name", "(COUNT(?x) AS ?n)"),
    ("‸SELECT ?p (COUNT(?f) AS ?n) { ?f zm:locatedIn ?p }", "only variables of GROUP BY", "add GROUP BY"),
    ("SELECT ?f { ?f rdfs:label ?n FILTER(‸STARTSWITH(?n, 'a')) }", "STARTSWITH is no function", "STRSTARTS?"),
    ("SELECT ?f { ?f rdfs:label ?n FILTER(‸CONTAIN(?n, 'a')) }", "CONTAIN is no function", "CONTAINS?"),
    ("SELECT ?f { ?f zm:value ?v FILTER ‸?v > 3 }", "a condition stands in brackets", "FILTER(…)"),
    ("SELECT ?f { ?f zm:value ?v FILTER(?v ‸== 3) }", "== is no word", "write ="),
    ("SELECT ?f { ?f zm:value ?v FILTER(?v > 3 ‸AND ?v < 5) }", "AND is no word", "&&"),
    ("SELECT ?f { ?f rdfs:label ?n FILTER(?n ‸LIKE '%a%') }", "LIKE is no word", "CONTAINS"),
    ("SELECT ?f { ?f rdfs:label ‸霽川智能 }", "霽川智能 stands there bare", 'FILTER(STR(?name) = "霽川智能")'),
    ('SELECT ?f { ?f rdfs:label ‸"霽川智能 }', "is not closed", "close it"),
    ('SELECT ?f { ?f rdfs:label "a‸\\q" }', "is no escape", "for a backslash"),
    ("SELECT ?f { ?f ‸locatedin ?p }", "locatedin has no prefix", "did you mean zm:locatedIn?"),
    ("SELECT ?f { ?f ‸nonsense ?p }", "nonsense has no prefix", "?nonsense for a variable"),
    ("SELECT ?f { ?f zm:locatedIn ‸}", "a pattern is not finished", "three parts"),
    ("SELECT ?f {\n ?f zm:locatedIn\n ‸}", "a pattern is not finished", "three parts"),
    ("SELECT ?f { ?f zm:value 5‸亿 }", "亿 is no part of a number", "all its digits"),
    ("SELECT ?f { ?f a zm:Company ‸ORDER BY ?f }", "ORDER BY stands inside the braces", "after the last }"),
    ("SELECT ?f { ?f a zm:Company } LIMIT 3 ‸ORDER BY ?f", "ORDER BY stands too late", "the order is"),
    ("‸SELCT ?f { ?f a zm:Company }", "SELCT is no word of SPARQL", "did you mean SELECT?"),
    ("‸霽川智能", "this is no SPARQL", "zhimai show"),
    ("‸", "empty", "ask something"),
    ("‸DELETE WHERE { ?s ?p ?o }", "a build is not changed by a query", "use SELECT"),
    ("PREFIX a: <http://a/>\n‸INSERT DATA { a:b a:c a:d }", "a build is not changed by a query", "use SELECT"),
]


@pytest.mark.parametrize(("query", "what", "remedy"), MISTAKES, ids=[query for query, *_ in MISTAKES])
def test_a_mistake_is_told_with_its_place(store, query, what, remedy):
    """The message has line and column, what is wrong and what to do; the picture marks the place."""
    sparql, place = query.replace("‸", ""), query.index("‸")
    with pytest.raises(QueryError) as caught:
        store.query(sparql)
    before = sparql[:place]
    line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
    assert caught.value.where == f"query, line {line}, column {column}"
    assert what in caught.value.what
    assert remedy in caught.value.remedy
    assert "\n" not in str(caught.value)
    if sparql:
        shown, mark = caught.value.picture.split("\n")
        assert shown.strip() == sparql.splitlines()[line - 1].strip()
        assert wcswidth(mark) == 2 + wcswidth(before.rpartition("\n")[2]) + 1


@pytest.mark.parametrize(
    "sparql", ["SELECT ?s { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SELECT ?s { service\n?g { ?s ?p ?o } }"]
)
def test_another_server_is_not_asked(store, sparql):
    """SERVICE is refused."""
    with pytest.raises(RefusedError, match="SERVICE asks another server"):
        store.query(sparql)


@pytest.fixture
def listener():
    """The address of a server on loopback, and the list of what it was asked."""
    asked: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(500)

        def do_POST(self):
            self.do_GET()

        def log_message(self, *arguments):
            """Say nothing."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", asked
        server.shutdown()


@pytest.mark.parametrize(
    "condition",
    [
        "FILTER(1<2)SERVICE?u{?a?b?c}FILTER(3>2)",
        "FILTER(?u<'x>')SERVICE?u{?a?b?c}FILTER('1'='1')",
        "FILTER(?u<?u#>\n)SERVICE SILENT?u{?a?b?c}",
        "FILTER(1<2)\\u0053ERVICE ?u {?a ?b ?c}",
    ],
)
def test_service_is_not_hidden(store, listener, condition):
    """What looks like an IRI or a text to a pattern, and is a comparison to the parser, hides no SERVICE."""
    address, asked = listener
    for query in (
        f"SELECT * {{ VALUES ?u {{<{address}>}} {condition} }}",
        f"ASK {{ VALUES ?u {{<{address}>}} {condition} }}",
    ):
        with pytest.raises(UsageError):
            store.query(query)
    assert asked == []


@settings(deadline=None, max_examples=200)  # the machine may be busy
@given(text=st.text(st.sampled_from("SELECT ?x{}().;,\"'<>:#\\\n\tzma1霽。？“FILTERORDER BY"), max_size=60))
def test_whatever_is_written_is_answered_or_told(store, text):
    """No text makes the explanation itself fail, and the place lies within the text."""
    try:
        store.query(text)
    except QueryError as error:
        line, column = map(int, error.where.removeprefix("query, line ").split(", column "))
        assert column - 1 <= len(f"{text}\n".split("\n")[line - 1])
    except UsageError:
        pass


NOTES = [
    ("SELECT ?s { ?s zm:locatedin ?o }", "the build knows no zm:locatedin; did you mean zm:locatedIn?"),
    ("SELECT ?s { ?s rdfs:lable ?o }", "did you mean rdfs:label?"),
    ("SELECT ?s { ?s zm:xyzzy ?o }", "the build knows no zm:xyzzy"),
    ("SELECT ?nmae { ?s rdfs:label ?name }", "?nmae stands nowhere else"),
    ("SELECT ?s { ?s rdfs:label '霽川智能科技有限公司' }", "with a language only"),
    ("SELECT ?a、?b { ?s rdfs:label ?o }", "、 is taken for a part of a name"),
]


def hinted(store, sparql):
    result = store.query(sparql)
    return list(hints(store, sparql, result.variables, list(result)))


@pytest.mark.parametrize(("sparql", "note"), NOTES)
def test_what_a_sound_query_may_have_meant(store, sparql, note):
    """A query that runs and finds nothing useful gets a hint."""
    assert [told for told in hinted(store, sparql) if note in told]


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?s { ?s zm:locatedIn ?s }",
        "SELECT ?s { ?s rdfs:label '霽川智能科技有限公司'@zh-Hant }",
        "SELECT ?s { ?s zm:unit '元' FILTER(?v = 'nothing') }",
        "SELECT * { ?s a zm:Company OPTIONAL { ?s zm:gbCode ?o } }",
        "PREFIX zm: <http://example.org/> SELECT ?s { ?s zm:other ?o }",
        "SELECT ?v { ?s zm:value ?o BIND(xsd:integer(?o) AS ?v) } # zm:comment '、'",
    ],
)
def test_nothing_is_said_where_nothing_looks_wrong(store, sparql):
    """An empty answer to a sound question is an answer."""
    assert hinted(store, sparql) == []
