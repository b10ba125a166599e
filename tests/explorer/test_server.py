"""A running server, asked over HTTP by the clients that people use."""

from __future__ import annotations

import re
import shutil
import signal
import socket
import sys
import threading
import time
from http.client import HTTPConnection
from pathlib import Path
from statistics import median
from urllib.error import HTTPError
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from SPARQLWrapper import CSV, JSON, POST, TURTLE, XML, SPARQLWrapper
from SPARQLWrapper.SPARQLExceptions import EndPointInternalError, QueryBadFormed, Unauthorized

from graph.explorer import Limits, Place, serve
from graph.store import open_store

from .served import PATIENCE, address, started

ZM = "https://w3id.org/zhimai/ontology#"
FIRMS = "SELECT ?firm ?place WHERE { ?firm a zm:Company ; zm:locatedIn ?place }"
TOKEN = "a-token-for-the-tests-only"  # noqa: S105 it opens nothing
OPEN = build_opener().open


@pytest.fixture(scope="module")
def endpoint(built):
    """The address of an endpoint over the samples."""
    with started(built, "--port", 0, "--timeout", 20, "--max-answer", 1) as (_, lines):
        yield address(lines)


def test_it_says_where_it_serves(built):
    """The folder, how much is in it, the address and the endpoint; Ctrl-C ends it with a line and 0, whatever it works on."""
    with started(built, "--port", 0) as (process, lines):
        where = re.fullmatch(r"serving (.*) \((.*)\) at (http://127\.0\.0\.1:\d+/)\n", lines[0])
        assert Path(where[1]) == built
        assert re.fullmatch(r"15 articles, [1-9]\d+ statements, [1-9]\d+ figures", where[2])
        assert lines[1] == f"SPARQL endpoint: {where[3]}sparql\n"
        with OPEN(where[3], timeout=PATIENCE) as page:
            assert b"/queries/exhibitors" in page.read()
        process.send_signal(signal.CTRL_BREAK_EVENT if sys.platform == "win32" else signal.SIGINT)
        out, err = process.communicate(timeout=PATIENCE)
        assert (process.returncode, out, err) == (0, "stopped\n", "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signal")
def test_it_is_stopped_in_the_middle_of_a_query(built):
    """The client is told, no process is left, and nothing but the line is printed."""
    with started(built, "--port", 0) as (process, lines):
        endless = SPARQLWrapper(address(lines), returnFormat=JSON)
        endless.setQuery("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
        threading.Timer(1, process.terminate).start()
        begin = time.monotonic()
        with pytest.raises(HTTPError, match="503"):
            endless.query()
        out, err = process.communicate(timeout=PATIENCE)
        assert (process.returncode, out, err) == (0, "stopped\n", "")
        assert time.monotonic() - begin < 20


def test_a_query_whose_client_hangs_up_is_stopped(built):
    """The only worker answers the next client, long before the time of the query is over."""
    with started(built, "--port", 0, "--workers", 1, "--timeout", 600) as (_, lines):
        host, port = address(lines).split("/")[2].split(":")
        for method in ("GET", "POST"):
            query = "query=SELECT+(COUNT(*)+AS+%3Fn)+%7B%3Fa+%3Fb+%3Fc.%3Fd+%3Fe+%3Ff.%3Fg+%3Fh+%3Fi%7D"
            connection = HTTPConnection(host, int(port))
            form = {"Content-Type": "application/x-www-form-urlencoded"}
            if method == "GET":
                connection.request("GET", f"/sparql?{query}")
            else:
                connection.request("POST", "/sparql", query, form)
            time.sleep(0.5)
            connection.close()
            with OPEN(f"{address(lines)}?query=ASK%7B%7D", timeout=PATIENCE) as answer:
                assert b"true" in answer.read()


def test_nothing_is_written(built, tmp_path):
    """What lies in the folder is the same after all kinds of requests."""
    folder = Path(shutil.copytree(built, tmp_path / "outputs"))
    before = {path: path.stat().st_mtime_ns for path in [folder, *folder.rglob("*")]}
    with started(folder, "--port", 0) as (_, lines):
        for path in ("", "sparql", "queries/documents", "sparql?query=ASK%7B%7D"):
            OPEN(address(lines).removesuffix("sparql") + path, timeout=PATIENCE).close()
    assert {path: path.stat().st_mtime_ns for path in [folder, *folder.rglob("*")]} == before


def test_answers_are_sent_at_once(endpoint):
    """Small ones do not wait for the other side, which would take forty milliseconds each."""
    connection = HTTPConnection(endpoint.split("/")[2])
    times = []
    for _ in range(51):
        begin = time.monotonic()
        connection.request("GET", "/sparql?query=ASK%7B%7D")
        assert connection.getresponse().read() == b'{"head":{},"boolean":true}'
        times.append(time.monotonic() - begin)
    assert median(times) < 0.03


def test_a_port_that_is_taken_is_told(zhimai, built):
    """With the remedy, and before anything is opened."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = zhimai("serve", built, "--port", port)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"zhimai: 127.0.0.1:{port}: the port is taken; give another one with --port; --port 0 takes any free one\n"
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "no build is here; give the folder that `zhimai build` wrote"),
        (("--token", "short"), "--token: too short"),
        (("--token", "a token of many characters 霽"), "--token: too short, or not of plain characters"),
        (("--host", "no such host"), "no such host: no such host; give an address of this machine"),
    ],
)
def test_what_cannot_be_served_is_told(zhimai, tmp_path, options, said):
    """In a line, with 2."""
    done = zhimai("serve", tmp_path, "--port", 0, *options)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert said in done.err


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.0.2.1", "example.org"])  # noqa: S104 nothing is opened here
def test_another_host_wants_a_token(host):
    """Where none is given, one is made that nobody guesses, another one each time; on loopback none is needed."""
    assert len({Place(host).secret() for _ in range(9)} | {""}) == 10
    assert len(Place(host).secret()) > 40
    assert [Place(one).secret() for one in ("127.0.0.1", "127.1.2.3", "::1", "localhost")] == [""] * 4
    assert Place(host, token=TOKEN).secret() == Place(token=TOKEN).secret() == TOKEN


def test_a_client_shows_its_token(built):
    """SPARQLWrapper gets in with it in a header, a browser by the address that is printed, nobody without."""
    with started(built, "--port", 0, "--token", TOKEN) as (_, lines):
        where = re.search(r"(http://127\.0\.0\.1:\d+/)\?token=(\S+)\n", lines[0])
        assert where[2] == TOKEN
        client = SPARQLWrapper(where[1] + "sparql", returnFormat=JSON)
        client.setQuery("ASK {}")
        with pytest.raises(Unauthorized):
            client.query()
        client.addCustomHttpHeader("Authorization", f"Bearer {TOKEN}")
        assert client.queryAndConvert()["boolean"] is True
        browser = build_opener(HTTPCookieProcessor())
        with browser.open(where[0].strip(), timeout=PATIENCE) as page:
            assert page.url == where[1]
            assert b"/queries/exhibitors" in page.read()


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper(endpoint, method):
    """Each of its formats of results, by both of its methods."""
    client = SPARQLWrapper(endpoint)
    client.setMethod(method)
    client.setTimeout(PATIENCE)
    client.setQuery(FIRMS)
    client.setReturnFormat(JSON)
    found = client.queryAndConvert()["results"]["bindings"]
    client.setReturnFormat(XML)
    xml = client.queryAndConvert().toxml()
    client.setReturnFormat(CSV)
    table = client.queryAndConvert().decode().splitlines()
    assert len(found) == xml.count("<result>") == len(table) - 1 > 5
    assert table[0] == "firm,place"


def test_sparqlwrapper_gets_graphs_and_errors(endpoint):
    """CONSTRUCT as Turtle; the query sent as it is; a malformed one and one that grows too large raise its exceptions."""
    client = SPARQLWrapper(endpoint)
    client.setMethod(POST)
    client.setRequestMethod("postdirectly")
    client.setReturnFormat(TURTLE)
    client.setQuery("CONSTRUCT WHERE { ?firm zm:exhibits ?shown }")
    assert len(rdflib.Graph().parse(data=client.queryAndConvert(), format="turtle")) > 0
    client.setQuery("SELECT {")
    with pytest.raises(QueryBadFormed, match="SELECT names no variable"):
        client.query()
    client.setReturnFormat(JSON)
    client.setQuery("SELECT * { ?s ?p ?o . ?a ?b ?c }")
    with pytest.raises(EndPointInternalError, match="larger than 1 MB"):
        client.query()


@pytest.mark.parametrize("method", ["GET", "POST", "POST_FORM"])
def test_rdflib_sparqlstore(endpoint, built, method):
    """The library reads the endpoint as if it were a graph of its own: patterns, queries, a document's graph."""
    store = SPARQLStore(endpoint, method=method, returnFormat="json")
    graph = rdflib.Graph(store)
    own = open_store(built)
    company = rdflib.URIRef(f"{ZM}Company")
    firms = set(graph.subjects(rdflib.RDF.type, company))
    assert {str(firm) for firm in firms} == {row["f"] for row in own.query("SELECT ?f { ?f a zm:Company }")}
    assert (next(iter(firms)), rdflib.RDF.type, company) in graph
    assert len(list(graph.query(FIRMS))) == len(own.query(FIRMS))
    document = next(iter(graph.subjects(rdflib.RDF.type, rdflib.URIRef(f"{ZM}Document"))))
    inside = rdflib.Graph(SPARQLStore(endpoint, method=method), identifier=document)
    count = list(own.query(f"SELECT ?s {{ GRAPH <{document}> {{ ?s a zm:Mention }} }}"))
    assert len(list(inside.subjects(rdflib.RDF.type, rdflib.URIRef(f"{ZM}Mention")))) == len(count) > 0


def test_what_is_served_can_be_shown_at_once(small, monkeypatch):
    """Whoever shows it gets the address once it listens, with the token where one is wanted."""
    shown = []
    monkeypatch.setattr("graph.explorer.server._Server.run", lambda *_, **__: None)
    serve(small, Place(port=0, token=TOKEN), Limits(), 1, lambda _: None, shown.append)
    (address,) = shown
    assert re.fullmatch(rf"http://127\.0\.0\.1:\d+/\?token={TOKEN}", address)
