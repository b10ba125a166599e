"""The SPARQL 1.1 Protocol, case by case."""

from __future__ import annotations

import json
from urllib.parse import urlencode

import pytest
from pyoxigraph import RdfFormat, parse

BASE = "https://w3id.org/zhimai/id/"
FIRMS = "SELECT ?firm { ?firm a zm:Company }"
SHOWN = "CONSTRUCT WHERE { ?firm zm:exhibits ?shown }"
FORM = "application/x-www-form-urlencoded"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
GRAPHS = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"


def rows(answer):
    """The rows of SPARQL's JSON, each as a dictionary of strings."""
    assert answer.status_code == 200, answer.text
    found = json.loads(answer.content)["results"]["bindings"]
    return [{name: term["value"] for name, term in row.items()} for row in found]


def line(answer):
    """What a refusal says, which is one line of plain text."""
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.endswith("\n")
    assert answer.text.count("\n") == 1
    return answer.text.rstrip()


def post(client, body, media_type, **options):
    return client.post("/sparql", content=body, headers={"Content-Type": media_type}, **options)


@pytest.mark.parametrize(
    "ask",
    [
        lambda client: client.get("/sparql", params={"query": FIRMS}),
        lambda client: client.post("/sparql", data={"query": FIRMS}),
        lambda client: post(client, FIRMS, "application/sparql-query"),
        lambda client: post(client, FIRMS, "application/sparql-query; charset=UTF-8"),
        lambda client: post(client, urlencode({"query": FIRMS, "format": "json"}), f"{FORM}; charset=utf-8"),
    ],
    ids=["get", "form", "direct", "direct with charset", "form with unknown fields"],
)
def test_a_query_can_be_sent_in_three_ways(client, ask):
    """GET, POST of a form and POST of the query itself have one answer; prefixes of the build need no declaration."""
    assert {row["firm"] for row in rows(ask(client))} == {f"{BASE}org/霁川智能科技有限公司", f"{BASE}org/乙方公司"}


def test_chinese_goes_in_and_comes_out(client):
    """A query in UTF-8 finds names in UTF-8."""
    found = rows(client.get("/sparql", params={"query": "SELECT ?x { ?x rdfs:label ?n FILTER(STR(?n) = '乙方公司') }"}))
    assert found == [{"x": f"{BASE}org/乙方公司"}]


def test_head_has_the_headers_of_get(client):
    """HEAD answers as GET does, without the body."""
    told, got = (getattr(client, verb)("/sparql", params={"query": FIRMS}) for verb in ("head", "get"))
    assert (told.status_code, told.content) == (200, b"")
    assert told.headers["content-length"] == str(len(got.content))
    assert told.headers["content-type"] == got.headers["content-type"]


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        (FIRMS, "*/*", "application/sparql-results+json"),
        (FIRMS, "", "application/sparql-results+json"),
        (FIRMS, "application/json", "application/json"),
        (FIRMS, "application/sparql-results+xml", "application/sparql-results+xml"),
        (FIRMS, "application/xml", "application/xml"),
        (FIRMS, "text/csv", "text/csv; charset=utf-8"),
        (FIRMS, "TEXT/CSV ; header=present", "text/csv; charset=utf-8"),
        (FIRMS, "text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        (FIRMS, "text/csv;q=0.2, application/sparql-results+xml;q=0.7", "application/sparql-results+xml"),
        (FIRMS, "text/*;q=0.5, text/csv;q=0, */*;q=0.1", "text/xml; charset=utf-8"),
        (FIRMS, "text/turtle, */*;q=0.1", "application/sparql-results+json"),
        (FIRMS, "text/csv;q=loud", "text/csv; charset=utf-8"),
        (SHOWN, "*/*", "text/turtle; charset=utf-8"),
        (SHOWN, "application/n-triples", "application/n-triples"),
        (SHOWN, "application/rdf+xml", "application/rdf+xml"),
        (SHOWN, "application/trig", "application/trig"),
        (SHOWN, "application/n-quads", "application/n-quads"),
        (SHOWN, "application/ld+json", "application/ld+json"),
        (SHOWN, "application/sparql-results+json, text/turtle;q=0.3", "text/turtle; charset=utf-8"),
    ],
)
def test_the_format_is_the_one_accepted(client, query, accept, media_type):
    """The highest q-value wins, the most special range gives it, and of equals ours comes first."""
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)
    assert "Accept" in answer.headers["vary"]


@pytest.mark.parametrize(
    ("query", "accept"),
    [(FIRMS, "text/turtle"), (SHOWN, "text/csv"), (FIRMS, "*/*;q=0"), (SHOWN, "application/sparql-results+json")],
)
def test_what_is_accepted_and_cannot_be_had_is_told(client, query, accept):
    """406 names the formats that there are."""
    answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
    assert answer.status_code == 406
    assert ("text/turtle" if query == SHOWN else "text/csv") in line(answer)


@pytest.mark.parametrize(
    ("media_type", "format"),
    [
        ("text/turtle", RdfFormat.TURTLE),
        ("application/n-triples", RdfFormat.N_TRIPLES),
        ("application/rdf+xml", RdfFormat.RDF_XML),
        ("application/trig", RdfFormat.TRIG),
        ("application/n-quads", RdfFormat.N_QUADS),
        ("application/ld+json", RdfFormat.JSON_LD),
    ],
)
def test_every_format_has_the_same_triples(client, media_type, format):
    """CONSTRUCT and DESCRIBE read back alike from each."""
    for query in (SHOWN, "DESCRIBE <https://w3id.org/zhimai/id/org/乙方公司>"):
        plain, written = (
            client.get("/sparql", params={"query": query}, headers={"Accept": one}).content
            for one in ("application/n-triples", media_type)
        )
        assert set(parse(written, format)) == set(parse(plain, RdfFormat.N_TRIPLES)) != set()


@pytest.mark.parametrize(
    ("accept", "body"),
    [
        ("application/json", b'"boolean":true'),
        ("application/xml", b"<boolean>true</boolean>"),
        ("text/csv", b"true"),
        ("text/tab-separated-values", b"true"),
    ],
)
def test_ask_has_all_formats_of_results(client, accept, body):
    """Yes or no in each."""
    answer = client.get("/sparql", params={"query": "ASK { ?f zm:exhibits ?o }"}, headers={"Accept": accept})
    assert body in answer.content


def test_the_request_chooses_the_graphs(client):
    """default-graph-uri and named-graph-uri stand in the place of what the query says, in all three ways."""
    one, other = f"{BASE}document/d1", f"{BASE}document/d2"
    whole = int(rows(client.get("/sparql", params={"query": COUNT}))[0]["n"])
    asked = {"query": COUNT, "default-graph-uri": one}
    first = int(rows(client.get("/sparql", params=asked))[0]["n"])
    assert 0 < first < whole
    assert int(rows(client.post("/sparql", data=asked))[0]["n"]) == first
    direct = post(client, COUNT, "application/sparql-query", params={"default-graph-uri": one})
    assert int(rows(direct)[0]["n"]) == first
    both = rows(client.get("/sparql", params={**asked, "default-graph-uri": [one, other]}))
    assert first < int(both[0]["n"]) < whole
    said = COUNT.replace("{", f"FROM <{other}> {{", 1)
    assert int(rows(client.get("/sparql", params={**asked, "query": said}))[0]["n"]) == first


def test_graphs_that_are_not_named_are_not_there(client):
    """Named graphs alone leave the default graph empty, default graphs alone leave none to GRAPH, unknown ones are empty."""
    one = f"{BASE}document/d1"
    assert rows(client.get("/sparql", params={"query": GRAPHS, "named-graph-uri": one})) == [{"g": one}]
    assert rows(client.get("/sparql", params={"query": COUNT, "named-graph-uri": one})) == [{"n": "0"}]
    assert rows(client.get("/sparql", params={"query": GRAPHS, "default-graph-uri": one})) == []
    assert rows(client.get("/sparql", params={"query": COUNT, "default-graph-uri": "http://127.0.0.1/no"})) == [
        {"n": "0"}
    ]
    assert rows(client.get("/sparql", params={"query": COUNT.replace("{", "FROM <x:no> {", 1)})) == [{"n": "0"}]


@pytest.mark.parametrize(
    ("media_type", "format"),
    [
        ("text/turtle", RdfFormat.TURTLE),
        ("application/rdf+xml", RdfFormat.RDF_XML),
        ("application/ld+json", RdfFormat.JSON_LD),
    ],
)
def test_without_a_query_the_service_is_described(client, media_type, format):
    """Its address, language, formats and graphs with their sizes, in the vocabulary of the standard."""
    answer = client.get("/sparql", headers={"Accept": media_type})
    assert answer.headers["content-type"].partition(";")[0] == media_type
    sd = "http://www.w3.org/ns/sparql-service-description#"
    said = {(quad.predicate.value, quad.object.value) for quad in parse(answer.content, format)}
    assert {(f"{sd}endpoint", "http://127.0.0.1:8000/sparql"), (f"{sd}supportedLanguage", f"{sd}SPARQL11Query")} <= said
    assert (f"{sd}name", f"{BASE}document/d1") in said
    assert (f"{sd}resultFormat", "http://www.w3.org/ns/formats/SPARQL_Results_CSV") in said
    whole = rows(client.get("/sparql", params={"query": COUNT}))[0]["n"]
    assert ("http://rdfs.org/ns/void#triples", whole) in said


def test_a_description_that_cannot_be_had_is_told(client):
    """406, as for an answer."""
    assert client.get("/sparql", headers={"Accept": "text/csv"}).status_code == 406


def test_a_malformed_query_is_shown_at_its_place(client):
    """400 with the message of `zhimai query`, the line and the column."""
    answer = client.get("/sparql", params={"query": "SELECT ?x {\n ?x a zm:Company"})
    assert answer.status_code == 400
    first, *picture = answer.text.splitlines()
    assert first == "query, line 2, column 17: a closing } is missing; add it at the end"
    assert [one.strip() for one in picture] == ["?x a zm:Company", "^"]


@pytest.mark.parametrize(
    ("ask", "status", "said"),
    [
        (lambda c: c.get("/sparql", params={"query": "SELECT ?x { SERVICE <http://127.0.0.1/> { ?x ?y ?z } }"}), 403, "SERVICE"),
        (lambda c: c.get("/sparql", params={"query": "LOAD <http://127.0.0.1/>"}), 400, "not changed by a query"),
        (lambda c: c.get("/sparql", params={"query": ""}), 400, "empty"),
        (lambda c: c.get("/sparql", params={"query": [FIRMS, FIRMS]}), 400, "several queries"),
        (lambda c: c.get("/sparql?query=%FF"), 400, "not percent-encoded UTF-8"),
        (lambda c: c.get("/sparql?" + "&".join("a=1" for _ in range(1001))), 400, "1000 parameters"),
        (lambda c: c.get("/sparql", params={"query": FIRMS, "default-graph-uri": "no iri"}), 400, "IRI"),
        (lambda c: c.get("/sparql", params={"update": "CLEAR ALL"}), 403, "read-only"),
        (lambda c: c.post("/sparql", data={"update": "CLEAR ALL"}), 403, "read-only"),
        (lambda c: post(c, "CLEAR ALL", "application/sparql-update"), 403, "read-only"),
        (lambda c: post(c, "CLEAR ALL", "application/sparql-query"), 400, "not changed by a query"),
        (lambda c: post(c, "a=b", FORM), 400, "no query"),
        (lambda c: post(c, b"SELECT \xff", "application/sparql-query"), 400, "not UTF-8"),
        (lambda c: post(c, FIRMS, "application/sparql-query", params={"query": FIRMS}), 400, "two queries"),
        (lambda c: post(c, FIRMS, "text/plain"), 415, "application/sparql-query"),
        (lambda c: c.post("/sparql", content=FIRMS), 415, "missing"),
        (lambda c: c.put("/sparql", content=FIRMS), 405, "Method Not Allowed"),
        (lambda c: c.delete("/sparql"), 405, "Method Not Allowed"),
        (lambda c: c.post("/"), 405, "Method Not Allowed"),
        (lambda c: c.get("/sparql/"), 404, "Not Found"),
    ],
)  # fmt: skip
def test_what_breaks_the_protocol_is_told(client, ask, status, said):
    """Each refusal has its status and says in the first line what is wrong."""
    answer = ask(client)
    assert answer.status_code == status, answer.text
    assert said in answer.text.splitlines()[0]
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"


def test_405_says_what_is_allowed(client):
    """And so does OPTIONS."""
    for answer in (client.put("/sparql"), client.options("/sparql")):
        assert {"GET", "HEAD", "POST", "OPTIONS"} == set(answer.headers["allow"].split(", "))
    assert client.options("/sparql").status_code == 204


def test_a_query_that_takes_too_long_is_ended(strict):
    """503 in a line, and the next question is answered as if nothing had been."""
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    assert "no answer within 1 s" in line(answer := strict.get("/sparql", params={"query": endless}))
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "1")
    assert len(rows(strict.get("/sparql", params={"query": FIRMS}))) == 2


@pytest.mark.parametrize(
    "query", ["SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"]
)
def test_an_answer_that_grows_too_large_is_stopped(strict, query):
    """500, which the standard has for what is refused, in a line, long before all of it is written."""
    answer = strict.get("/sparql", params={"query": query})
    assert answer.status_code == 500
    assert "larger than 0.01 MB" in line(answer)


@pytest.mark.parametrize("chunked", [False, True])
def test_a_request_that_is_too_large_is_not_read(strict, chunked):
    """413, whether it says its length or not."""
    body = FIRMS.encode() + b" " * 2000
    answer = post(strict, iter([body]) if chunked else body, "application/sparql-query")
    assert answer.status_code == 413
    assert "larger than 1 kB" in line(answer)


def test_a_script_may_name_a_whole_picture(strict):
    """Eight times as much as a query may have, and no more."""
    fits, larger = ({"nodes": ["org/甲"] * number, "edges": []} for number in (400, 1000))
    assert strict.post("/api/turtle", json=fits).status_code == 200
    assert strict.post("/api/turtle", json=larger).status_code == 413
