"""What is written is what is known: readable, stable, and read back by others to the triple."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from small import CARE, EDITION, FIRM, FIRST, KNOWLEDGE, RIVAL, ROBOT, STATEMENTS, SUZHOU, evidence, statement, text

from graph.errors import OntologyError, OutputError
from graph.model import Entity, Knowledge, Literal, Mention, Script
from graph.ontology import load_ontology
from graph.rdf import write_graphs
from graph.rdf.names import both_scripts
from graph.rdf.terms import Iri, Lit, decimal, iri, turtle
from graph.script import script_of_name

BASE = "https://w3id.org/zhimai/id/"
ZM = rdflib.Namespace("https://w3id.org/zhimai/ontology#")
RDF, RDFS, SKOS = rdflib.RDF, rdflib.RDFS, rdflib.SKOS
ONTOLOGY = load_ontology()


def node(path):
    return rdflib.URIRef(BASE + path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The small knowledge, written."""
    folder = tmp_path_factory.mktemp("graphs")
    write_graphs(KNOWLEDGE, ONTOLOGY, folder)
    return folder


@pytest.fixture(scope="module")
def graph(folder):
    """graph.ttl as rdflib reads it."""
    return rdflib.Graph().parse(folder / "graph.ttl")


@pytest.fixture(scope="module")
def quads(folder):
    """graph.trig as Oxigraph reads it."""
    return list(ox.parse(path=folder / "graph.trig"))


def in_graph(quads, name):
    return [quad for quad in quads if quad.graph_name == ox.NamedNode(name)]


def write(tmp_path, knowledge, **options):
    write_graphs(knowledge, ONTOLOGY, tmp_path, **options)
    return rdflib.Graph().parse(tmp_path / "graph.ttl")


def test_two_writes_give_the_same_bytes(folder, tmp_path):
    """Neither the run nor the order of the parts shows in the files."""
    turned = replace(
        KNOWLEDGE,
        texts=KNOWLEDGE.texts[::-1],
        entities=KNOWLEDGE.entities[::-1],
        statements=tuple(replace(s, evidence=s.evidence[::-1]) for s in STATEMENTS[::-1]),
        figures=KNOWLEDGE.figures[::-1],
        judgements=KNOWLEDGE.judgements[::-1],
        background=KNOWLEDGE.background[::-1],
    )
    write_graphs(turned, ONTOLOGY, tmp_path)
    for name in ("graph.ttl", "graph.trig"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_an_evidence_is_of_one_fact_and_its_iri_says_not_how_sure(tmp_path):
    """Two facts of one passage have an evidence each; another score leaves the IRIs as they are."""
    said = evidence("d1", FIRST)
    facts = [replace(STATEMENTS[0], id=id, evidence=(said,)) for id in ("s1", "s2")]

    def nodes(facts):
        graph = write(tmp_path, replace(KNOWLEDGE, statements=tuple(facts), figures=()))
        return {str(s.subject): set(graph.objects(node(f"statement/{s.id}"), ZM.evidence)) for s in facts}, set(
            graph.subjects(RDF.type, ZM.Evidence)
        )

    assert len(nodes(facts)[1]) == 2
    assert nodes([replace(s, evidence=(replace(said, score=0.5),)) for s in facts]) == nodes(facts)


def test_both_libraries_read_the_same_triples(folder, graph):
    """Rdflib and Oxigraph agree on every triple, so nothing hangs on one parser's leniency."""
    text = "".join(sorted(f"{t.subject} {t.predicate} {t.object} .\n" for t in ox.parse(path=folder / "graph.ttl")))
    again = rdflib.Graph().parse(data=text, format="nt")
    assert {t.lower() for t in again.serialize(format="nt").splitlines()} == {
        t.lower() for t in graph.serialize(format="nt").splitlines()
    }


def test_asserted_facts_are_plain_triples(graph):
    """What is asserted stands as subject, predicate, object."""
    assert (node(FIRM.id), ZM.exhibits, node(ROBOT.id)) in graph
    assert (node(EDITION.id), ZM.startDate, rdflib.Literal("2021-04-15", datatype=rdflib.XSD.date)) in graph


def test_claimed_statements_are_no_plain_triples(graph):
    """What is only claimed has its statement and nothing else."""
    assert (node(FIRM.id), ZM.acquires, node(RIVAL.id)) not in graph
    assert (node("statement/s6"), ZM.status, ZM.claimed) in graph


def test_what_the_gazetteer_adds_has_no_statement(graph):
    """苏州 partOf 江苏 is a plain triple without evidence."""
    assert (node(SUZHOU.id), ZM.partOf, node("place/320000")) in graph
    assert not list(graph.subjects(RDF.predicate, ZM.partOf))


def test_a_statement_names_its_ends_and_evidence(graph):
    """A statement has subject, predicate, object, status, confidence to two digits, and a passage for each document."""
    said = node("statement/s1")
    assert graph.value(said, RDF.subject) == node(FIRM.id)
    assert graph.value(said, RDF.predicate) == ZM.exhibits
    assert graph.value(said, RDF.object) == node(ROBOT.id)
    assert graph.value(said, ZM.edition) == node(EDITION.id)
    assert graph.value(said, ZM.confidence).toPython() == Decimal("0.95")
    assert {graph.value(e, ZM.document) for e in graph.objects(said, ZM.evidence)} == {
        node("document/d1"),
        node("document/d2"),
    }


def test_the_source_from_start_to_end_is_the_quote(quads):
    """Every passage and mention is the source text between its offsets, to the character."""
    values = {(quad.subject, quad.predicate.value.rpartition("#")[2]): quad.object for quad in quads}
    placed = [subject for subject, predicate in values if predicate == "quote"]
    assert len(placed) > 10
    for subject in placed:
        source = values[values[subject, "document"], "sourceText"].value
        start, end = int(values[subject, "start"].value), int(values[subject, "end"].value)
        assert source[start:end] == values[subject, "quote"].value


def test_a_mention_of_a_cleaned_text_quotes_the_source(tmp_path):
    """Offsets count in the source, artefacts included, and the cleaned surface stands beside the quote."""
    source = "蘇(sū)州"
    cleaned = replace(text("d1", source, Script.HANT), clean="蘇州", key="苏州", starts=(0, 5), ends=(1, 6))
    place = replace(SUZHOU, mentions=(Mention("d1", 0, 2, "蘇州", "City", "test", 0.9),))
    write_graphs(Knowledge((cleaned,), (place,), (), ()), ONTOLOGY, tmp_path)
    dataset = rdflib.Dataset().parse(tmp_path / "graph.trig", format="trig")
    mention = node("mention/d1-0-6-City")
    found = {p: o for _, p, o, _ in dataset.quads((mention, None, None, None))}
    assert str(found[ZM.quote]) == source
    assert str(found[ZM.surface]) == "蘇州"


def test_labels_in_both_scripts(graph):
    """The label is as in the text, the preferred labels are in both scripts."""
    assert graph.value(node(FIRM.id), RDFS.label) == rdflib.Literal("霽川智能科技有限公司", lang="zh-Hant")
    assert set(graph.objects(node(FIRM.id), SKOS.prefLabel)) == {
        rdflib.Literal("霽川智能科技有限公司", lang="zh-Hant"),
        rdflib.Literal("霁川智能科技有限公司", lang="zh-Hans"),
    }
    assert rdflib.Literal("霁川", lang="zh-Hans") in set(graph.objects(node(FIRM.id), SKOS.hiddenLabel))


def test_a_latin_name_has_no_chinese_tag(tmp_path):
    """ACME is ACME in every script."""
    acme = Entity("org/ACME", "Company", "ACME")
    graph = write(tmp_path, Knowledge((), (acme,), (), ()))
    assert set(graph.objects(node("org/ACME"), SKOS.prefLabel)) == {rdflib.Literal("ACME")}


@pytest.mark.parametrize(
    ("name", "script"),
    [("訊實科技", Script.HANT), ("讯实科技", Script.HANS), ("上海", None), ("后里", None), ("里程", None)],
)
def test_characters_betray_their_script(name, script):
    """訊 is traditional, 讯 simplified, 后 could be either; then the article decides."""
    for otherwise in Script:
        assert script_of_name(name, otherwise) is (script or otherwise)


def test_a_simplified_name_in_a_traditional_article_is_converted():
    """The article's script does not make a simplified name traditional."""
    assert both_scripts("讯实", Script.HANT) == (Lit("讯实", "zh-Hans"), Lit("訊實", "zh-Hant"))


def test_each_entity_has_one_class(graph):
    """Only the leaf class is asserted."""
    types = Counter(s for s, o in graph.subject_objects(RDF.type) if str(o).startswith(str(ZM)))
    assert set(types.values()) == {1}
    assert graph.value(node(CARE.id), RDF.type) == ZM.Industry


def test_places_have_codes_and_registries(graph):
    """A place has its GB/T 2260 code, a registered thing its owl:sameAs."""
    assert graph.value(node(SUZHOU.id), ZM.gbCode) == rdflib.Literal("320500")
    assert graph.value(node(SUZHOU.id), rdflib.OWL.sameAs) == rdflib.URIRef("http://www.wikidata.org/entity/Q42622")


def test_documents_have_their_metadata(graph):
    """Title, date of the precision given, publisher, source."""
    first, second = node("document/d1"), node("document/d2")
    assert graph.value(first, ZM.published) == rdflib.Literal("2021-04", datatype=rdflib.XSD.gYearMonth)
    assert graph.value(second, rdflib.DCTERMS.publisher) == rdflib.Literal("乙报", lang="zh-Hans")
    assert set(map(str, graph.objects(first, rdflib.DCTERMS.source))) == {"d1.txt", "https://example.org/1"}


@pytest.mark.parametrize("path", ["/home/someone/a.txt", r"C:\Users\someone\a.txt"])
def test_no_absolute_path_is_told(tmp_path, path):
    """Where somebody keeps a file is nobody's business and would differ from run to run."""
    kept = text("d1", "甲", Script.HANS)
    kept = replace(kept, document=replace(kept.document, uri=path))
    write_graphs(Knowledge((kept,), (), (), ()), ONTOLOGY, tmp_path)
    for name in ("graph.ttl", "graph.trig"):
        assert "someone" not in (tmp_path / name).read_text(encoding="utf-8")


def test_a_figure_in_full(graph):
    """Scale words are multiplied out; the currency, comparator and time are said."""
    figure = node("observation/f1")
    assert graph.value(figure, ZM.value) == rdflib.Literal("2200000000", datatype=rdflib.XSD.decimal)
    assert graph.value(figure, ZM.unit) == rdflib.Literal("元")
    assert graph.value(figure, ZM.currency) == rdflib.Literal("CNY")
    assert graph.value(figure, ZM.comparator) == ZM.approximately
    assert graph.value(figure, ZM.time) == rdflib.Literal("2021", datatype=rdflib.XSD.gYear)


def test_a_fraction_keeps_its_notation(graph):
    """A third is its decimal to six places, and "1/3"."""
    figure = node("observation/f2")
    assert graph.value(figure, ZM.value) == rdflib.Literal("0.333333", datatype=rdflib.XSD.decimal)
    assert graph.value(figure, ZM.notation) == rdflib.Literal("1/3")
    assert graph.value(figure, ZM.shareOf) == rdflib.Literal("参展企业", lang="zh-Hans")


def test_a_span_of_time_has_two_ends(graph):
    """A span has a start and an end, each of its own precision, and no zm:time."""
    figure = node("observation/f3")
    assert graph.value(figure, ZM.timeStart) == rdflib.Literal("2018", datatype=rdflib.XSD.gYear)
    assert graph.value(figure, ZM.timeEnd) == rdflib.Literal("2022-03", datatype=rdflib.XSD.gYearMonth)
    assert graph.value(figure, ZM.time) is None


@pytest.mark.parametrize(
    ("value", "digits", "written"),
    [("2.2E+9", None, "2200000000"), ("-12.50", None, "-12.5"), ("0", None, "0"), ("-0.0", None, "0"), (1.0, 2, "1.0")],
)
def test_decimals_are_plain(value, digits, written):
    """No exponent, no idle zeros; confidences always with a point."""
    assert decimal(Decimal(str(value)), digits).value == written


def test_the_default_graph_has_plain_facts_only(quads):
    """Statements, evidence and mentions stand in the graphs of their documents."""
    plain = [quad for quad in quads if isinstance(quad.graph_name, ox.DefaultGraph)]
    classes = {q.object.value.rpartition("#")[2] for q in plain if q.predicate.value == str(RDF.type)}
    assert "Company" in classes
    assert not classes & {"Statement", "Evidence", "Mention", "Observation", "Judgement", "Class"}


def test_a_document_graph_has_only_its_own_evidence(quads):
    """A statement that two documents make stands in both graphs, each with its own passage."""
    for id in ("d1", "d2"):
        own = in_graph(quads, f"{BASE}document/{id}")
        assert any(quad.subject == ox.NamedNode(f"{BASE}statement/s1") for quad in own)
        documents = {quad.object.value for quad in own if quad.predicate.value == str(ZM.document)}
        assert documents == {f"{BASE}document/{id}"}


def test_the_background_graph_has_gazetteer_and_judgements(quads):
    """Places within places, and verdicts on names with things where they are things."""
    background = in_graph(quads, f"{BASE}graph/background")
    assert any(quad.predicate.value == str(ZM.partOf) for quad in background)
    sides = {
        q.predicate.value.rpartition("#")[2] for q in background if q.object.value in (BASE + RIVAL.id, "霁川智能 (d2)")
    }
    assert sides == {"right", "rightName"}


def test_the_ontology_graph_tells_the_terms(quads):
    """Whoever gets the data set gets the meaning of its terms."""
    terms = in_graph(quads, "https://w3id.org/zhimai/ontology")
    label = ox.Literal("展出", language="zh-Hans")
    assert any(q.subject.value == str(ZM.exhibits) and q.object == label for q in terms)


def test_chinese_iris_are_readable(folder):
    """Names in IRIs are written as they are."""
    written = (folder / "graph.ttl").read_text(encoding="utf-8")
    assert "org:霁川智能科技有限公司 a zm:Company ;" in written
    assert "%" not in re.sub(r'"[^"]*"|#.*', "", written)


def test_the_first_line_counts(folder):
    """The file says what is in it, and not when it was made."""
    first = (folder / "graph.ttl").read_text(encoding="utf-8").splitlines()[0]
    assert (
        first
        == "# Zhimai 知脈 graph.ttl: 2 documents, 8 entities, 7 statements, 3 figures, 1 place added from the gazetteer"
    )


def test_places_of_the_gazetteer_are_counted_apart(tmp_path):
    """What no text names is not counted as found."""
    place = replace(SUZHOU, id="place/1", background=True)
    write(tmp_path, replace(KNOWLEDGE, entities=(*KNOWLEDGE.entities, place)))
    first = (tmp_path / "graph.ttl").read_text(encoding="utf-8").splitlines()[0]
    assert first.endswith("8 entities, 7 statements, 3 figures, 2 places added from the gazetteer")


def test_prefixes_of_ones_own(tmp_path):
    """A prefix under which a user's file declares terms is one of the outputs' prefixes."""
    file = tmp_path / "my.ttl"
    file.write_text(
        "@prefix my: <https://example.org/my#> . @prefix zm: <https://w3id.org/zhimai/ontology#> ."
        "@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> ."
        'my:Ship a owl:Class ; rdfs:subClassOf zm:Product ; rdfs:label "Ship"@en , "船"@zh-Hans , "船"@zh-Hant .',
        encoding="utf-8",
    )
    write_graphs(KNOWLEDGE, load_ontology(extra=[file]), tmp_path, base=BASE)
    written = (tmp_path / "graph.ttl").read_text(encoding="utf-8")
    assert re.search(r"^@prefix my:\s+<https://example\.org/my#> \.$", written, re.MULTILINE)


def test_another_base(tmp_path):
    """All instances move to a base of one's own."""
    graph = write(tmp_path, KNOWLEDGE, base="https://example.org/")
    assert (rdflib.URIRef(f"https://example.org/{FIRM.id}"), ZM.exhibits, None) in graph
    assert BASE not in (tmp_path / "graph.trig").read_text(encoding="utf-8")


def test_nothing_known_gives_sound_files(tmp_path):
    """No documents, no entities: still Turtle and TriG."""
    assert len(write(tmp_path, Knowledge((), (), (), ()))) == 0
    assert list(ox.parse(path=tmp_path / "graph.trig"))


def test_an_unknown_property_is_told(tmp_path):
    """A fact with a property that the ontology lacks is a mistake, not a new term."""
    odd = statement("s9", FIRM, "exhibitz", ROBOT, evidence("d1", "霽川智能"))
    with pytest.raises(OntologyError, match="zm:exhibitz"):
        write_graphs(replace(KNOWLEDGE, statements=(odd,)), ONTOLOGY, tmp_path)


def test_an_unwritable_folder_is_told(tmp_path):
    """The file and the remedy are named."""
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match=r"graph\.ttl: cannot be written"):
        write_graphs(KNOWLEDGE, ONTOLOGY, tmp_path / "file")


ODD = st.text(st.characters(codec="utf-8"), min_size=1, max_size=12) | st.sampled_from(
    [
        '"',
        "\\",
        "\n\r\t",
        "<script>alert(1)</script>",
        "😀",
        "%",
        "%4",
        "a%20b",
        "中國(上海)交易會",
        "-",
        "a.",
        ".",
        "“甲”",
        "#x",
        "a/b",
        "。",
        "\u3000",
    ]
)


@settings(deadline=None)  # it reads and writes files
@given(name=ODD, quoted=ODD)
def test_odd_names_come_back_as_they_were(tmp_path_factory, name, quoted):
    """Quotes, line breaks, backslashes, markup and emoji survive, in names and in quotes, with both parsers."""
    folder = tmp_path_factory.mktemp("odd")
    odd = Entity(f"org/{name}", "Company", name)
    said = replace(evidence("d1", FIRST[:4]), quote=quoted)
    fact = statement("s1", odd, "startDate", Literal("2021", "gYear"), said)
    write_graphs(Knowledge((), (odd,), (fact,), ()), ONTOLOGY, folder)
    subject = iri(BASE, odd.id)
    triples = [(t.subject.value, t.predicate.value, t.object.value) for t in ox.parse(path=folder / "graph.ttl")]
    assert (subject, str(RDFS.label), name) in triples
    assert quoted in {o for _, p, o in triples if p == str(ZM.quote)}
    graph = rdflib.Graph().parse(folder / "graph.ttl")
    assert str(graph.value(rdflib.URIRef(subject), RDFS.label)) == name
    assert list(ox.parse(path=folder / "graph.trig"))


@given(ODD, ODD)
def test_different_ids_are_different_iris(one, other):
    """Escaping merges nothing, unless an id was escaped before it came."""
    if "%" not in one + other:
        assert (iri(BASE, one) == iri(BASE, other)) == (one == other)


@given(ODD)
def test_prefixed_names_mean_the_full_iri(local):
    """A prefixed name, wherever it is written, stands for the IRI it came from."""
    full = iri(BASE, f"org/{local}")
    written = turtle(full, {f"{BASE}org/": "org"})
    (triple,) = ox.parse(f"@prefix org: <{BASE}org/> . {written} a {written} .", ox.RdfFormat.TURTLE)
    assert triple.subject.value == full == Iri(triple.object.value)
