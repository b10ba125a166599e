"""A build is opened, asked and answered, and wrong questions are told what is wrong."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import parse
from small import FIRM, KNOWLEDGE, ROBOT
from wcwidth import wcswidth

from graph.errors import OutputError, QueryError, RefusedError, UsageError
from graph.model import Entity, Knowledge
from graph.ontology import load_ontology
from graph.rdf import write_graphs
from graph.store import create_store, open_store, read_quads

BASE = "https://w3id.org/zhimai/id/"
ONTOLOGY = load_ontology()


def make(folder, knowledge=KNOWLEDGE):
    write_graphs(knowledge, ONTOLOGY, folder)
    create_store(folder)
    return folder


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    """The small knowledge as a build's folder."""
    return make(tmp_path_factory.mktemp("build"))


@pytest.fixture(scope="module")
def store(build):
    return open_store(build)


def test_two_builds_give_the_same_bytes(build, tmp_path):
    """The store's files depend on the knowledge alone."""
    turned = replace(KNOWLEDGE, entities=KNOWLEDGE.entities[::-1], statements=KNOWLEDGE.statements[::-1])
    make(tmp_path, turned)
    for name in ("graph.nq", "store/prefixes.json"):
        assert (tmp_path / name).read_bytes() == (build / name).read_bytes()


def test_the_quads_are_those_of_graph_trig(build, tmp_path):
    """Each in its own graph alone, with the prefixes; a folder that is no build is told."""
    quads, prefixes = read_quads(build)
    assert set(quads) == set(parse(path=build / "graph.trig"))
    assert prefixes["zm"] == "https://w3id.org/zhimai/ontology#"
    with pytest.raises(UsageError, match="no build is here"):
        read_quads(tmp_path)


def test_plain_facts_without_a_prefix_or_graph(store):
    """The shortest question works."""
    rows = list(store.query("SELECT ?firm ?shown WHERE { ?firm zm:exhibits ?shown }"))
    assert rows == [{"firm": BASE + FIRM.id, "shown": BASE + ROBOT.id}]


def test_evidence_without_graph(store):
    """Statements and their passages are reached as plainly as facts, and counted once however many documents say so."""
    query = "SELECT ?quote { ?s rdf:predicate zm:exhibits ; zm:confidence ?c ; zm:evidence/zm:quote ?quote }"
    assert len(store.query(query)) == 2


def test_what_two_graphs_say_is_counted_once(store):
    """苏州 partOf 江苏 stands in the default and in the background graph and is one fact."""
    assert len(store.query("SELECT ?place { ?place zm:partOf ?larger }")) == 2


def test_graph_narrows_to_a_document(store):
    """GRAPH with a document's IRI sees what that document says."""
    query = f"SELECT ?quote {{ GRAPH <{BASE}document/d2> {{ ?s rdf:predicate zm:exhibits ; zm:evidence/zm:quote ?quote }} }}"
    assert list(store.query(query)) == [{"quote": "霁川智能带来云帆机器人"}]


def test_superclasses_are_reached_by_a_path(store):
    """Only leaf classes are asserted, and the ontology is there to climb."""
    query = "SELECT ?actor { ?actor a/rdfs:subClassOf* zm:Organisation }"
    assert {row["actor"].rpartition("/")[2] for row in store.query(query)} == {"霁川智能科技有限公司", "乙方公司"}


def test_a_table_is_aligned(store):
    """Columns line up on a terminal, where a Chinese character is two wide."""
    lines = store.query("SELECT ?name ?x { ?x a zm:Company ; rdfs:label ?name } ORDER BY ?name").render().splitlines()
    assert lines[0].split() == ["name", "x"]
    assert lines[-1] == "2 rows"
    starts = {wcswidth(line[: line.index("org:")]) for line in lines[2:4]}
    assert starts == {wcswidth(lines[0][: lines[0].index(" x") + 1])}


def test_a_table_is_safe_to_print(tmp_path):
    """Line breaks and the terminal's control characters in a name do not reach the terminal."""
    odd = Entity("org/x", "Company", "甲\n\x1b[31m乙\u202e丙")
    table = open_store(make(tmp_path, Knowledge((), (odd,), (), ()))).query(
        "SELECT ?n { ?x rdfs:label ?n ; a zm:Company }"
    )
    assert table.render().splitlines()[2] == "甲 [31m乙 丙"


def test_csv_reads_back(store):
    """CSV has a header and a line a row, with full IRIs."""
    text = store.query("SELECT ?firm ?none { ?firm zm:exhibits ?o }").render("csv")
    assert list(csv.reader(io.StringIO(text))) == [["firm", "none"], [BASE + FIRM.id, ""]]


@pytest.mark.parametrize("value", ["=1+1", "+cmd", "-cmd", "@x"])
def test_no_cell_of_a_spreadsheet_is_a_formula(store, value):
    """For a spreadsheet such a cell is text and the file says that it is UTF-8; SPARQL's CSV stays as the standard has it."""
    answer = store.query(f"SELECT ?x ?n {{ VALUES (?x ?n) {{ ('{value}' -12.5) }} }}")
    text = answer.render("spreadsheet")
    assert text[0] == "\ufeff"
    assert list(csv.reader(io.StringIO(text[1:])))[1] == [f"'{value}", "-12.5"]
    assert list(csv.reader(io.StringIO(answer.render("csv"))))[1] == [value, "-12.5"]


def test_tsv_is_sparqls(store):
    """TSV has the terms as SPARQL writes them, a line a row whatever they hold."""
    text = store.query("SELECT ?n ?o { BIND('a\\tb\\nc'@en AS ?n) }").render("tsv")
    assert text == '?n\t?o\n"a\\tb\\nc"@en\t\n'


def test_xml_is_sparqls(store):
    """XML is the SPARQL results format, and RDF/XML for CONSTRUCT."""
    assert "<sparql" in store.query("ASK { ?s zm:exhibits ?o }").render("xml")
    text = store.query("CONSTRUCT WHERE { ?s zm:exhibits ?o }").render("xml")
    assert len(rdflib.Graph().parse(data=text, format="xml")) == 1


def test_markdown_is_a_table(store):
    """A bar in a cell does not part it."""
    assert store.query("SELECT ?x { BIND('a|b' AS ?x) }").render("markdown") == "| x |\n| --- |\n| a\\|b |\n"


@given(
    cells=st.lists(st.lists(st.text("a霽b川 ", max_size=30), min_size=3, max_size=3), min_size=1, max_size=4),
    width=st.integers(40, 120),
)
def test_a_table_fits_the_terminal(store, cells, width):
    """With a width no line is longer, and nothing is cut without an ellipsis; without one nothing is cut."""
    values = " ".join(f"({' '.join(json.dumps(cell, ensure_ascii=False) for cell in row)})" for row in cells)
    answer = store.query(f"SELECT ?a ?b ?c {{ VALUES (?a ?b ?c) {{ {values} }} }}")
    fitted, whole = answer.render(width=width).splitlines(), answer.render().splitlines()
    assert max(map(wcswidth, fitted)) <= width
    assert all("…" in short or short.split() == long.split() for short, long in zip(fitted[2:], whole[2:], strict=True))
    assert "…" not in answer.render()


def test_json_is_sparqls(store):
    """JSON is the SPARQL results format."""
    found = json.loads(store.query("SELECT ?v { ?f zm:notation '1/3' ; zm:value ?v }").render("json"))
    assert found["head"]["vars"] == ["v"]
    assert found["results"]["bindings"][0]["v"]["value"] == "0.333333"


def test_turtle_of_construct_reads_back(store):
    """CONSTRUCT gives Turtle with the prefixes it uses, the same every time."""
    query = "CONSTRUCT { ?s zm:exhibits ?o } WHERE { ?s zm:exhibits ?o }"
    text = store.query(query).render("turtle")
    assert len(rdflib.Graph().parse(data=text)) == 1
    assert [line.split()[1] for line in text.splitlines() if line.startswith("@prefix")] == ["offering:", "org:", "zm:"]
    assert text == store.query(query).render("turtle")


def test_construct_as_json_is_json_ld(store):
    """A graph has no rows, so its JSON is JSON-LD."""
    text = store.query("CONSTRUCT WHERE { ?s zm:exhibits ?o }").render("json")
    assert len(rdflib.Graph().parse(data=text, format="json-ld")) == 1


@pytest.mark.parametrize(("name", "answer"), [("exhibits", "true"), ("owns", "false")])
def test_ask(store, name, answer):
    """ASK is answered by true or false."""
    found = store.query(f"ASK {{ ?s zm:{name} ?o }}")
    assert found.render().strip() == answer
    assert list(found) == [{"answer": answer}]


@pytest.mark.parametrize("name", ["?service", "'SERVICE'", "<x:SERVICE>"])
def test_the_word_service_is_harmless_elsewhere(store, name):
    """A variable, a string or an IRI may be called so."""
    subject = name if name[0] == "?" else "?s"
    assert len(store.query(f"SELECT * {{ {subject} zm:exhibits ?o BIND({name} AS ?x) }} # SERVICE")) == 1


def test_turtle_of_a_table_is_told(store):
    """A table is no graph."""
    with pytest.raises(UsageError, match="use table, csv or json"):
        store.query("SELECT ?s { ?s ?p ?o }").render("turtle")


def test_no_build_is_told(tmp_path):
    """A folder that no build wrote is named, with the remedy."""
    for call in (open_store, create_store):
        with pytest.raises(UsageError, match=r"give the folder that `zhimai build` wrote"):
            call(tmp_path / "nowhere")


def test_a_damaged_store_is_told(tmp_path):
    """A store cut short is no traceback."""
    file = make(tmp_path) / "graph.nq"
    file.write_bytes(file.read_bytes()[:-40])
    with pytest.raises(UsageError, match="build it again"):
        open_store(tmp_path)


def test_an_unwritable_store_is_told(tmp_path):
    """Where the folder cannot be made, the output is named."""
    write_graphs(KNOWLEDGE, ONTOLOGY, tmp_path)
    (tmp_path / "store").touch()
    with pytest.raises(OutputError, match="store: cannot be written"):
        create_store(tmp_path)


def test_a_query_is_checked_without_being_asked(store):
    """A sound one that would take years says nothing; a malformed one has its place."""
    store.check("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }")
    with pytest.raises(QueryError) as told:
        store.check("SELECT ?x {\n ?x rdfs:label 丙 }")
    assert (told.value.line_number, told.value.column) == (2, 16)
    with pytest.raises(RefusedError):
        store.check("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
