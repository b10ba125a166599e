"""A running server, and Oxigraph's own server over the same quads: to one question they have one answer."""

from __future__ import annotations

import io
import shutil
import socket
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from urllib.parse import urlencode
from urllib.request import Request

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset, QueryResultsFormat, RdfFormat, parse, parse_query_results

from graph.explorer.negotiation import RESULTS, TRIPLES
from graph.store import named_queries, open_store

from .test_server import OPEN, PATIENCE, address, started

OXIGRAPH = shutil.which("oxigraph") or shutil.which("oxigraph", path=str(Path(sys.executable).parent))
ID = "https://w3id.org/zhimai/id/"
SELECTS = {
    "texts, numbers, dates and what is missing": "SELECT * { ?figure zm:value ?value ; zm:measure ?measure . "
    "OPTIONAL { ?figure zm:time ?time } OPTIONAL { ?figure zm:asOf ?day } }",
    "graphs": "SELECT ?graph (COUNT(*) AS ?triples) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph",
    "everything": "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p",
    "nothing": "SELECT ?x { ?x a zm:Nothing }",
}
GRAPHS = {
    "facts": "CONSTRUCT WHERE { ?firm zm:exhibits ?shown }",
    "texts": "CONSTRUCT { ?thing rdfs:label ?name } { ?thing a zm:Company ; rdfs:label ?name }",
    "nodes without a name": "CONSTRUCT { [ rdfs:label ?name ; rdfs:seeAlso ?firm ] } "
    "{ ?firm a zm:Company ; skos:prefLabel ?name }",
    "a thing": f"DESCRIBE <{ID}place/浙江省>",
    "things": "DESCRIBE ?firm { ?firm zm:exhibits ?shown }",
    "a document": "CONSTRUCT { ?s ?p ?o } { GRAPH ?graph { ?mention a zm:Mention } GRAPH ?graph { ?s ?p ?o } }",
    "nothing": "CONSTRUCT { ?s ?p ?o } { ?s a zm:Nothing ; ?p ?o }",
}

pytestmark = pytest.mark.skipif(not OXIGRAPH, reason="the extra `test` has Oxigraph's server")


@pytest.fixture(scope="module")
def ours(built):
    """The address of an endpoint over the samples."""
    with started(built, "--port", 0) as (_, lines):
        yield address(lines)


@pytest.fixture(scope="module")
def theirs(built, tmp_path_factory):
    """Oxigraph's own server over the same quads."""
    folder = tmp_path_factory.mktemp("oxigraph")
    quads = folder / "all.nq"
    open_store(built).dataset.dump(quads.open("wb"), RdfFormat.N_QUADS)
    load = [OXIGRAPH, "load", "--location", str(folder / "db"), "--file", str(quads)]
    subprocess.run(load, check=True, capture_output=True, timeout=PATIENCE)
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    command = [OXIGRAPH, "serve-read-only", "--location", str(folder / "db"), "--bind", f"127.0.0.1:{port}"]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            for _ in range(PATIENCE * 10):
                with socket.socket() as knock:
                    if knock.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}/query"
        finally:
            process.kill()
            process.wait(PATIENCE)


@pytest.fixture(scope="module")
def asked(ours, theirs, built):
    """Both answers to a query in a format, ours first. Oxigraph has to be told the prefixes."""
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in open_store(built).prefixes.items())

    def both(query, media_type, **fields):
        return [
            fetched(ours, {"query": query, **fields}, media_type),
            fetched(theirs, {"query": prefixes + query, **fields}, media_type),
        ]

    return both


def fetched(endpoint, fields, media_type):
    """The body of an answer, which has the media type that was asked for."""
    request = Request(endpoint, urlencode(fields, doseq=True).encode(), {"Accept": media_type})  # noqa: S310 http
    with OPEN(request, timeout=PATIENCE) as answer:
        assert answer.headers.get_content_type() == media_type
        return answer.read()


def rows(body, format=QueryResultsFormat.JSON):
    """The rows of an answer to SELECT, each as often as it has it; those of CSV, in which terms have no type, as text."""
    if format == QueryResultsFormat.CSV:
        head, *lines = body.decode().splitlines()
        return head, Counter(lines)
    found = parse_query_results(io.BytesIO(body), format)
    names = [variable.value for variable in found.variables]
    return names, Counter(tuple(str(row[name]) for name in names) for row in found)


def triples(body, format):
    """The triples of an answer as a graph: what its nodes without a name are called is all one."""
    graph = Dataset(parse(body, format))
    graph.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return graph


@pytest.mark.parametrize("query", named_queries(), ids=lambda query: query.name)
def test_named_queries(asked, query):
    """Every one finds, with the values of its example, the same rows as often."""
    one, other = map(rows, asked(query.render(query.example), "application/sparql-results+json"))
    assert one == other
    assert one[1]


@pytest.mark.parametrize("format", RESULTS, ids=lambda one: one.media_types[0])
@pytest.mark.parametrize("query", SELECTS.values(), ids=SELECTS)
def test_results_in_every_format(asked, query, format):
    """The same rows, whatever they hold."""
    one, other = (rows(body, format.format) for body in asked(query, format.media_types[0]))
    assert one == other
    assert bool(one[1]) == ("zm:Nothing" not in query)


@pytest.mark.parametrize("format", RESULTS[:2], ids=lambda one: one.media_types[0])
@pytest.mark.parametrize("thing", ["zm:Company", "zm:Nothing"])
def test_yes_and_no(asked, thing, format):
    """In the formats that the standard has for them."""
    answers = asked(f"ASK {{ ?thing a {thing} }}", format.media_types[0])
    one, other = (bool(parse_query_results(io.BytesIO(body), format.format)) for body in answers)
    assert one == other == (thing == "zm:Company")


@pytest.mark.parametrize("format", TRIPLES, ids=lambda one: one.media_types[0])
@pytest.mark.parametrize("query", GRAPHS.values(), ids=GRAPHS)
def test_graphs_in_every_format(asked, query, format):
    """Graphs that are one but for the names of what has none."""
    one, other = (triples(body, format.format) for body in asked(query, format.media_types[0]))
    assert one == other
    assert bool(len(one)) == ("zm:Nothing" not in query)


@pytest.mark.parametrize("named", [False, True])
def test_graphs_that_the_request_chooses(asked, built, named):
    """One of a document, as the default graph and for GRAPH."""
    (document,) = list(open_store(built).query("SELECT ?d { ?d a zm:Document } ORDER BY ?d LIMIT 1"))
    fields = {"named-graph-uri" if named else "default-graph-uri": document["d"]}
    query = "SELECT ?p (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?p"
    one, other = map(
        rows, asked(query if named else SELECTS["everything"], "application/sparql-results+json", **fields)
    )
    assert one == other
    assert one[1]
