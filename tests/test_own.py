"""What a user brings, followed from the file to every output: a relation, a class, a list, an ontology of one's own."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import DefaultGraph, NamedNode, Quad

from graph import OntologyError, UsageError, build, explain, extract, knowledge_of, load
from graph.ontology import load_ontology
from graph.shapes import check_dataset
from graph.store import named_queries

MY = "https://example.org/tea#"
HEAD = f"""
@prefix zm:   <https://w3id.org/zhimai/ontology#> .
@prefix tea:  <{MY}> .
@prefix owl:  <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
GARDEN = """
tea:Garden a owl:Class ; rdfs:subClassOf zm:Thing ;
    rdfs:label "Tea garden"@en , "茶园"@zh-Hans , "茶園"@zh-Hant ;
    zm:suffix "茶园" ; zm:stop "茶园" ; zm:colour "#2f855b" ; zm:shape "hexagon" ; zm:space "garden" ; zm:bearsFigures true .
"""
ADDED = (
    HEAD
    + GARDEN
    + """
tea:tends a owl:ObjectProperty ; rdfs:domain zm:Organisation ; rdfs:range tea:Garden ;
    rdfs:label "tends"@en , "托管"@zh-Hans , "托管"@zh-Hant ;
    zm:inverseLabel "tended by"@en , "托管方"@zh-Hans , "托管方"@zh-Hant ;
    zm:cue [ zm:words "托管" ; zm:confidence 0.9 ; zm:unless "托管费" ; zm:qualifier "role=托管" ] .
tea:mu a zm:Unit ; rdfs:label "mu"@en , "亩"@zh-Hans , "畝"@zh-Hant ; zm:symbol "亩" ;
    zm:unitMatch <https://example.org/unit/MU> .
"""
)
REPLACED = (
    HEAD
    + """
zm:Thing a owl:Class ; rdfs:label "Thing"@en , "事物"@zh-Hans , "事物"@zh-Hant .
zm:Place a owl:Class ; rdfs:subClassOf zm:Thing ; rdfs:label "Place"@en , "地点"@zh-Hans , "地點"@zh-Hant .
"""
    + GARDEN
    + """
tea:grownIn a owl:ObjectProperty ; rdfs:domain tea:Garden ; rdfs:range zm:Place ;
    rdfs:label "grown in"@en , "产于"@zh-Hans , "產於"@zh-Hant ;
    zm:inverseLabel "grows"@en , "出产"@zh-Hans , "出產"@zh-Hant ;
    zm:cue [ zm:words "位于" ; zm:confidence 0.9 ] , [ zm:words "开办" ; zm:frame zm:Locative ; zm:status zm:planned ] .
tea:openedOn a owl:DatatypeProperty ; rdfs:domain tea:Garden ; rdfs:range zm:AnyDate ;
    rdfs:label "opened on"@en , "开园日期"@zh-Hans , "開園日期"@zh-Hant ; zm:cue [ zm:words "开园" ] .
"""
)
ARTICLE = """云雾茶园开园
2024-04-02
云雾茶园位于浙江省杭州市，2019年3月开园，面积达到1200亩。青禾集团托管了云雾茶园。
"""
LIST = "名称,类别,别名,uscc,股票代码,链接,位于\n青禾茶业集团股份有限公司,企业,青禾集团|青禾,91350100M000100Y43,600000.SH,Q42,福州市\n"


@pytest.fixture
def folder(tmp_path) -> Path:
    """A folder with an article, two ontologies and a list."""
    for name, text in (("a.txt", ARTICLE), ("added.ttl", ADDED), ("replaced.ttl", REPLACED), ("my.csv", LIST)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def extended(folder) -> Path:
    """A build of the article with the relation added."""
    build([str(folder / "a.txt")], folder / "out", ontology=[folder / "added.ttl"])
    return folder / "out"


@pytest.fixture
def own(folder) -> Path:
    """A build of the article with an ontology in place of the shipped one."""
    report = build([str(folder / "a.txt")], folder / "out", ontology=[folder / "replaced.ttl"])
    assert report.skipped == ()
    return folder / "out"


def payload(out: Path) -> dict:
    """What the page's script is given about the entities and facts."""
    page = (out / "graph.html").read_text("utf-8")
    found = (
        json.loads(block)
        for block in re.findall(r'<script[^>]*type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)
    )
    return next(block for block in found if "facts" in block)


def test_a_relation_of_ones_own_in_the_extraction(folder):
    """A relation and a class added in a Turtle file are extracted from an article."""
    (one,) = extract([str(folder / "a.txt")], ontology=[folder / "added.ttl"])
    facts = {
        (one.mentions[c.subject].surface, c.predicate, one.mentions[c.object].surface)
        for c in one.claims
        if isinstance(c.object, int)
    }
    assert ("青禾集团", "tends", "云雾茶园") in facts


def test_a_relation_of_ones_own_in_the_data(extended):
    """graph.ttl has the triple and its statement under the user's own IRI, with the prefix and the qualifier."""
    graph = rdflib.Graph().parse(extended / "graph.ttl")
    tends = rdflib.URIRef(MY + "tends")
    ((subject, object_),) = graph.subject_objects(tends)
    assert (object_, rdflib.RDF.type, rdflib.URIRef(MY + "Garden")) in graph
    assert object_.startswith("https://w3id.org/zhimai/id/garden/")
    (statement,) = graph.subjects(rdflib.RDF.predicate, tends)
    assert (statement, rdflib.RDF.subject, subject) in graph
    assert str(graph.value(statement, rdflib.URIRef("https://w3id.org/zhimai/ontology#role"))) == "托管"
    assert dict(graph.namespaces())["tea"] == rdflib.URIRef(MY)


def test_a_unit_of_ones_own_in_the_data(extended):
    """A figure in a unit of the user's has its match; a class with zm:bearsFigures bears it."""
    rows = list(load(extended).query("SELECT ?v ?m WHERE { ?f zm:value ?v ; zm:unitMatch ?m ; zm:about/a tea:Garden }"))
    assert [dict(row) for row in rows] == [{"v": "1200", "m": "https://example.org/unit/MU"}]


def test_a_relation_of_ones_own_in_the_ontology_graph(extended):
    """The dataset's ontology graph has the user's terms, without cues and hints."""
    dataset = rdflib.Dataset().parse(extended / "graph.trig")
    terms = dataset.graph(rdflib.URIRef("https://w3id.org/zhimai/ontology"))
    assert (
        rdflib.URIRef(MY + "tends"),
        rdflib.RDFS.domain,
        rdflib.URIRef("https://w3id.org/zhimai/ontology#Organisation"),
    ) in terms
    assert (rdflib.URIRef(MY + "Garden"), rdflib.RDFS.label, rdflib.Literal("茶園", lang="zh-Hant")) in terms
    assert not list(terms.objects(None, rdflib.URIRef("https://w3id.org/zhimai/ontology#cue")))


def test_a_relation_of_ones_own_on_the_page(extended):
    """The page has class, colour and labels in all languages, and the fact with its sentence."""
    page = payload(extended)
    (garden,) = (cls for cls in page["classes"] if cls["id"] == "Garden")
    assert "#2f855b" in json.dumps(garden)
    (tends,) = (prop for prop in page["properties"] if prop["id"] == "tends")
    assert {"托管", "托管方", "tends", "tended by"} <= set(
        re.findall(r'"([^"]+)"', json.dumps(tends, ensure_ascii=False))
    )
    (fact,) = (fact for fact in page["facts"] if fact["p"] == "tends")
    assert page["passages"][fact["evidence"][0]["passage"]] == "青禾集团托管了云雾茶园。"


def test_a_relation_of_ones_own_in_the_shapes(zhimai, extended, tmp_path):
    """The build conforms without being told its ontology again; a tea garden that tends a firm does not."""
    done = zhimai("check", extended)
    assert (done.code, done.out) == (0, f"{extended}: conforms\n")
    dataset = load(extended).dataset
    tends = NamedNode(f"{MY}tends")
    (quad,) = dataset.quads_for_pattern(None, tends, None, DefaultGraph())
    dataset.add(Quad(quad.object, tends, quad.subject))
    found = check_dataset(dataset, load_ontology(extra=[extended.parent / "added.ttl"]))
    assert {result.path for result in found} >= {f"{MY}tends"}


@pytest.mark.parametrize("which", ["added.ttl", "replaced.ttl"])
def test_builds_of_ones_own_conform(folder, zhimai, which):
    """With a list, and with an ontology that adds or stands in place of the shipped one, what is built is sound."""
    lists = [folder / "my.csv"] if which == "added.ttl" else []
    report = build([folder / "a.txt"], folder / "out", ontology=[folder / which], entities=lists)
    assert report.conforms
    assert zhimai("check", folder / "out").code == 0


def test_a_relation_of_ones_own_in_queries(zhimai, extended):
    """A query by the predicate finds it, its prefix needs no declaration, and no note says that it is unknown."""
    done = zhimai("query", extended, "SELECT ?firm ?garden WHERE { ?firm tea:tends ?garden }", "-f", "csv")
    assert (done.code, done.err) == (0, "")
    assert "云雾茶园" in done.out
    nothing = zhimai("query", extended, "SELECT ?firm WHERE { ?firm tea:tends ?firm }")
    assert "knows no" not in nothing.err
    assert not load(extended).unknown_terms("SELECT ?x { ?x tea:tends ?y }")


def test_a_relation_of_ones_own_is_reported_and_shown(zhimai, extended):
    """report.json counts it, and `zhimai show` tells it with its label and sentence."""
    report = json.loads((extended / "report.json").read_text("utf-8"))
    assert (report["relations"]["tends"], report["entities"]["Garden"]) == (1, 1)
    shown = zhimai("show", extended, "雲霧茶園")
    assert "托管方 tended by" in shown.out
    assert "“青禾集团托管了云雾茶园。”" in shown.out


def test_an_ontology_of_ones_own(zhimai, own):
    """With few classes the places of the shipped ontology are that ontology's; all that is written has its labels."""
    report = json.loads((own / "report.json").read_text("utf-8"))
    assert set(report["entities"]) == {"Garden", "Place"}
    assert set(report["relations"]) == {"grownIn", "openedOn"}
    shown = zhimai("show", own, "云雾茶园")
    assert shown.code == 0
    for line in ("产于 grown in", "杭州市  0.9", "开园日期 opened on", "面积: 1,200亩"):
        assert line in shown.out


def test_an_ontology_of_ones_own_answers_every_query(zhimai, own):
    """The queries that ship may find nothing on it, and none fails; SPARQL of one's own finds what is there."""
    names = [query.name for query in named_queries() if all(one.default for one in query.parameters)]
    assert names
    assert [name for name in names if zhimai("query", own, "--name", name).code] == []
    assert "杭州" in zhimai("query", own, "SELECT ?p WHERE { ?g tea:grownIn ?p }").out


def test_an_ontology_of_ones_own_on_the_page(own):
    """The page's legend has the two classes and no other."""
    assert {cls["id"] for cls in payload(own)["classes"]} == {"Garden", "Place"}


def test_an_ontology_of_ones_own_reads_the_samples(folder):
    """None of the sample articles fails on it, nor on an ontology that knows nothing."""
    (folder / "bare.ttl").write_text(
        HEAD + 'zm:Thing a owl:Class ; rdfs:label "Thing"@en , "事物"@zh-Hans , "事物"@zh-Hant .'
    )
    for name in ("replaced.ttl", "bare.ttl"):
        assert build([], folder / "out", ontology=[folder / name]).skipped == ()


def test_a_list_in_the_data(folder):
    """Names, codes and IRIs of a list stand in graph.ttl, and in the background graph of the dataset alone."""
    build([str(folder / "a.txt")], folder / "out", entities=[folder / "my.csv"])
    graph = rdflib.Graph().parse(folder / "out" / "graph.ttl")
    zm = rdflib.Namespace("https://w3id.org/zhimai/ontology#")
    ((firm, code),) = graph.subject_objects(zm.creditCode)
    assert str(code) == "91350100M000100Y43"
    assert str(graph.value(firm, zm.stockCode)) == "600000.SH"
    assert graph.value(firm, rdflib.OWL.sameAs) == rdflib.URIRef("http://www.wikidata.org/entity/Q42")
    assert str(graph.value(firm, rdflib.RDFS.label)) == "青禾茶业集团股份有限公司"
    assert {str(name) for name in graph.objects(firm, rdflib.SKOS.altLabel)} == {"青禾集团"}
    place = graph.value(firm, zm.locatedIn)
    assert (None, rdflib.RDF.object, place) not in graph
    dataset = rdflib.Dataset().parse(folder / "out" / "graph.trig")
    graphs = {str(g) for *_, g in dataset.quads((firm, zm.creditCode, None, None))}
    assert "https://w3id.org/zhimai/id/graph/background" in graphs
    assert not any("/document/" in name for name in graphs)


def test_a_list_on_the_page_and_in_show(zhimai, folder):
    """Page and `zhimai show` tell the codes, and that no text says so."""
    assert zhimai("build", folder / "a.txt", "-o", folder / "out", "--entities", folder / "my.csv").code == 0
    (fact,) = (fact for fact in payload(folder / "out")["facts"] if fact["p"] == "creditCode")
    assert (fact["value"], fact["evidence"]) == ("91350100M000100Y43", [])
    shown = zhimai("show", folder / "out", "青禾").out
    assert "统一社会信用代码 unified social credit code: 91350100M000100Y43" in shown
    assert "福州市  (自备名录 own list)" in shown


def test_a_list_makes_the_same_bytes_again(folder):
    """Two builds with a list and an ontology of one's own are the same bytes."""
    outs = [folder / "one", folder / "two"]
    for out in outs:
        build([str(folder / "a.txt")], out, ontology=[folder / "added.ttl"], entities=[folder / "my.csv"])
    for name in ("graph.ttl", "graph.trig", "graph.html"):
        assert (outs[0] / name).read_bytes() == (outs[1] / name).read_bytes()


def test_a_shared_alias_is_reported(zhimai, folder):
    """The terminal and the report say which rows share an alias; the build goes on."""
    (folder / "two.csv").write_text(
        "name,class,aliases\n青禾茶业,Company,青禾集团\n青禾纸业,Company,青禾集团\n", encoding="utf-8"
    )
    done = zhimai("build", folder / "a.txt", "-o", folder / "out", "--entities", folder / "two.csv")
    assert done.code == 0
    assert done.err.startswith("zhimai: note: two.csv:2: the alias 青禾集团 is also that of 青禾纸业 (two.csv:3); ")
    assert "the alias 青禾集团" in (folder / "out" / "report.md").read_text("utf-8")
    assert json.loads((folder / "out" / "report.json").read_text("utf-8"))["notes"]


def test_a_mistake_in_a_list_stops_the_build(zhimai, folder):
    """One line with file, line and remedy, exit code 2, and nothing written."""
    (folder / "bad.csv").write_text("name,class\n青禾集团,Compny\n", encoding="utf-8")
    for words in (
        ("build", folder / "a.txt", "-o", folder / "out"),
        ("extract", folder / "a.txt"),
        ("explain", "青禾集团。"),
    ):
        done = zhimai(*words, "--entities", folder / "bad.csv")
        assert done.code == 2
        assert re.fullmatch(r"zhimai: bad\.csv:2: Compny is no class of the ontology; use one, as .*\n", done.err)
    assert not (folder / "out").exists()


def test_python_takes_lists_too(folder):
    """`explain`, `extract` and `knowledge_of` have the argument as well."""
    lists = [folder / "my.csv"]
    assert {m.recogniser for m in explain("青禾来了。", entities=lists).extraction.mentions} == {"entities"}
    (one,) = extract([str(folder / "a.txt")], entities=lists)
    assert "entities" in {m.recogniser for m in one.mentions}
    assert knowledge_of([str(folder / "a.txt")], entities=lists).entity("org/青禾茶业集团股份有限公司").properties


def test_a_form_that_never_ends_is_told(folder):
    """A regular expression that tries for ever stops the build with its remedy, and nothing is written."""
    (folder / "slow.ttl").write_text(HEAD + 'zm:Product zm:form "(a|aa)+b" .', encoding="utf-8")
    (folder / "a.txt").write_text(ARTICLE + "a" * 40, encoding="utf-8")
    with pytest.raises(OntologyError, match="takes too long"):
        build([folder / "a.txt"], folder / "out", ontology=[folder / "slow.ttl"])
    assert not (folder / "out").exists()


def test_labels_with_marks_of_turtle(folder):
    """Quotation marks, backslashes and line breaks in labels and names break no shape."""
    odd = ADDED.replace('"托管"@zh-Hans', '"\\"托\\n管\\\\"@zh-Hans', 1)
    (folder / "odd.ttl").write_text(odd, encoding="utf-8")
    assert build([folder / "a.txt"], folder / "out", ontology=[folder / "odd.ttl"]).conforms


def test_a_symmetric_relation_of_a_list_is_written_once(folder):
    """Two rows that name each other, or what a text says already, are one fact."""
    rows = "name,class,cooperatesWith\n青禾集团,Company,白鹭集团\n白鹭集团,Company,青禾集团\n"
    (folder / "two.csv").write_text(rows, encoding="utf-8")
    (folder / "a.txt").write_text("青禾集团与白鹭集团都来自海川。这两家企业参加了茶博会。", encoding="utf-8")
    assert build([folder / "a.txt"], folder / "out", entities=[folder / "two.csv"]).conforms


def test_a_prefix_that_is_a_space_of_ours(folder):
    """A prefix of one's own that names a space of instances too is the user's."""
    (folder / "org.ttl").write_text(ADDED.replace("tea:", "org:"), encoding="utf-8")
    build([folder / "a.txt"], folder / "out", ontology=[folder / "org.ttl"])
    assert len(load(folder / "out").query("SELECT ?x { ?x org:tends ?y }")) == 1


@pytest.mark.parametrize(
    "base", ["nonsense", "https://example.org/<x>/", "https://example.org/a b/", "https://example.org"]
)
def test_a_base_that_is_none(folder, base):
    """It is told before anything is read."""
    with pytest.raises(UsageError, match="is no IRI that ends in"):
        build([folder / "none.txt"], folder / "out", base=base)


def test_a_build_with_a_list_is_read_back(folder, zhimai):
    """The page written again from the folder is the build's own, to the byte, listed values included."""
    build([folder / "a.txt"], folder / "out", ontology=[folder / "added.ttl"], entities=[folder / "my.csv"])
    before = (folder / "out" / "graph.html").read_bytes()
    assert zhimai("page", folder / "out").code == 0
    assert (folder / "out" / "graph.html").read_bytes() == before
    assert zhimai("page", folder / "out", "--class", "tea:Garden", "-o", folder / "garden.html").code == 0
