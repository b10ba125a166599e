"""A build is opened, asked and answered, and wrong questions are told what is wrong."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import parse
from small import FIRM, KNOWLEDGE, ROBOT
from wcwidth import wcswidth

from graph.errors import OutputError, UsageError
from graph.model import Entity, Knowledge
from graph.ontology import load_ontology
from graph.rdf import write_graphs
from graph.store import create_store, named_queries, named_query, open_store, read_quads

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
    files = sorted(file.name for file in (build / "store").iterdir())
    assert files == ["graph.nq", "prefixes.json"]
    for name in files:
        assert (tmp_path / "store" / name).read_bytes() == (build / "store" / name).read_bytes()


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


WRONG = {
    "SELECT ?s {\n ?s zm:partOf\n }": "query, line 3, column 2: malformed near '}'; mend",
    "SELECT ?s { ?s foo:partOf ?o }": "prefix foo: is not known; declare it with PREFIX",
    "SELECT ?s { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }": "SERVICE asks another server",
    "SELECT ?s { service\n?g { ?s ?p ?o } }": "SERVICE asks another server",
    "DELETE WHERE { ?s ?p ?o }": "a build is not changed by a query",
    "PREFIX a: <http://a/>\nINSERT DATA { a:b a:c a:d }": "a build is not changed by a query",
    "": "malformed or empty",
    "SELECT ?s { ?s ?p ?o": "malformed near",
    "SELECT\n\n\n": "query, line",
}


@pytest.mark.parametrize("sparql", WRONG)
def test_wrong_queries_are_told(store, sparql):
    """One line: where in the query, what, and the remedy."""
    with pytest.raises(UsageError) as caught:
        store.query(sparql)
    assert WRONG[sparql] in str(caught.value)
    assert "\n" not in str(caught.value)


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
    file = make(tmp_path) / "store" / "graph.nq"
    file.write_bytes(file.read_bytes()[:-40])
    with pytest.raises(UsageError, match="build it again"):
        open_store(tmp_path)


def test_an_unwritable_store_is_told(tmp_path):
    """Where the folder cannot be made, the output is named."""
    write_graphs(KNOWLEDGE, ONTOLOGY, tmp_path)
    (tmp_path / "store").touch()
    with pytest.raises(OutputError, match="store: cannot be written"):
        create_store(tmp_path)


QUERIES = named_queries()


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_named_queries_run_as_they_stand(store, query):
    """Without parameters each is sound SPARQL, has two titles and a description, and says what its parameters are."""
    store.query(query.sparql)
    store.query(query.render())
    assert query.titles["en"]
    assert query.titles["zh"]
    assert query.description
    assert all(parameter.description for parameter in query.parameters)


@pytest.mark.parametrize(
    ("name", "values", "column", "found"),
    [
        ("firms-by-province", {"place": "江蘇"}, "firmName", ["霽川智能科技有限公司"]),
        ("firms-by-province", {"place": "浙江"}, "firmName", []),
        ("exhibitors", {"edition": "第八届甲州交易会"}, "exhibitorName", ["霽川智能科技有限公司"]),
        ("exhibitors", {"edition": "甲州交易會"}, "shownName", ["「雲帆」機器人"]),
        ("offerings", {"actor": "霁川"}, "relation", ["展出"]),
        ("figures", {"thing": "第八屆甲州交易會"}, "value", ["2200000000", "0.333333"]),
        ("weakest-facts", {"limit": "1"}, "confidence", ["0.6"]),
        ("editions", {"fair": "甲州交易会"}, "starts", ["2021-04-15"]),
        ("evidence", {"left": "霁川智能", "right": "乙方公司"}, "status", ["据称"]),
        ("evidence", {"left": "乙方公司", "right": "霽川智能"}, "quote", ["据称霁川智能将收购乙方公司"]),
        ("not-facts", {}, "objectName", ["乙方公司"]),
        ("fields", {"field": "養老"}, "actorName", ["霽川智能科技有限公司"]),
        ("across-articles", {}, "articles", ["2"]),
    ],
)
def test_named_queries_find(store, name, values, column, found):
    """Each named query finds what it says, by any name in either script."""
    rows = list(store.query(named_query(name).render(values)))
    assert [row[column] for row in rows] == found


@settings(deadline=None)  # the machine may be busy
@given(name=st.text(min_size=1, max_size=20) | st.sampled_from(['"', "\\", '"} DROP', "\n", "'''", "{", "?x", "#"]))
def test_a_parameter_is_data(store, name):
    """Whatever a name holds, the query stays sound and finds only what is called so; blanks are no name."""
    rows = list(store.query(named_query("figures").render({"thing": name})))
    assert bool(rows) == (not name.strip())


def test_wrong_parameters_are_told():
    """An unknown query, an unknown parameter and a limit that is no number are told with what there is."""
    with pytest.raises(UsageError, match=r"no query 'firm'; use one of across-articles"):
        named_query("firm")
    with pytest.raises(UsageError, match=r"no parameter 'things'; it has: thing"):
        named_query("figures").render({"things": "x"})
    with pytest.raises(UsageError, match="give a number"):
        named_query("weakest-facts").render({"limit": "5; DROP"})


def test_a_limit_left_empty_means_all(store):
    """An empty number takes the limit away."""
    assert len(store.query(named_query("weakest-facts").render({"limit": ""}))) == 7


def test_a_query_file_with_a_mistake_is_told(tmp_path):
    """A parameter that the header lacks would never be filled in."""
    (tmp_path / "a.rq").write_text(
        "# title: A\n# title-zh: 甲\n\nSELECT * {\n  # where ?x is named $y\n}\n", encoding="utf-8"
    )
    with pytest.raises(UsageError, match=r"\$y is no parameter"):
        named_queries(tmp_path)


DOCS = Path(__file__).resolve().parent.parent / "docs" / "queries.md"
BLOCKS = re.findall(r"```sparql\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)


@pytest.mark.parametrize("block", BLOCKS[:-1])
def test_the_queries_of_the_docs_find_something(store, block):
    """Every query that docs/queries.md shows works as it stands."""
    assert len(store.query(block)) > 0


def test_the_named_query_of_the_docs_works(store, tmp_path):
    """What docs/queries.md tells people to write is a sound named query."""
    (tmp_path / "mine.rq").write_text(BLOCKS[-1], encoding="utf-8")
    mine = named_query("mine", tmp_path)
    assert [parameter.default for parameter in mine.parameters] == ["", "50"]
    assert len(store.query(mine.render({"firm": "霁川"}))) == 0


def test_the_docs_name_every_query():
    """A named query that is added is documented."""
    text = DOCS.read_text(encoding="utf-8")
    assert [query.name for query in QUERIES if f"`{query.name}`" not in text] == []
