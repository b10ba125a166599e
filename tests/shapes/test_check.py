"""A build's data set is checked against its ontology: what is sound conforms, what is broken is found, by both engines."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store

from graph.errors import UsageError
from graph.ontology import load_ontology
from graph.shacl import validate
from graph.shapes import check_dataset, data_shapes
from graph.shapes.check import FOR_PYSHACL, engine_for
from graph.store import open_store

BASE = "https://w3id.org/zhimai/id/"
PREFIXES = f"""
PREFIX zm: <https://w3id.org/zhimai/ontology#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX org: <{BASE}org/> PREFIX occasion: <{BASE}occasion/> PREFIX place: <{BASE}place/> PREFIX s: <{BASE}statement/>
PREFIX geo: <http://www.w3.org/2003/01/geo/wgs84_pos#>
PREFIX o: <{BASE}observation/> PREFIX offering: <{BASE}offering/> PREFIX document: <{BASE}document/>
"""
FIRM, ROBOT, EDITION = "org:霁川智能科技有限公司", "offering:云帆机器人", "occasion:第八届甲州交易会"

# An update of the small build, and what is then said of which node (and value).
BROKEN = {
    f"INSERT DATA {{ {FIRM} a zm:City }}": ("a thing has one class", FIRM),
    f"DELETE WHERE {{ {FIRM} rdfs:label ?l }}": ("has no rdfs:label", FIRM),
    f'INSERT DATA {{ {FIRM} rdfs:label "别名"@zh-Hans }}': ("two rdfs:labels", FIRM),
    f"DELETE WHERE {{ {FIRM} skos:prefLabel ?l }}": ("has no skos:prefLabel", FIRM),
    f'INSERT DATA {{ {FIRM} skos:prefLabel "别名"@zh-Hans }}': ("two preferred names in one script", FIRM),
    f'DELETE DATA {{ {FIRM} skos:prefLabel "霽川智能科技有限公司"@zh-Hant }}': ("but no skos:prefLabel", FIRM),
    f'INSERT DATA {{ {FIRM} skos:altLabel "霽川智能科技有限公司"@zh-Hant }}': ("the preferred one too", FIRM),
    f'INSERT DATA {{ {FIRM} skos:hiddenLabel "霽川智能"@zh-Hant }}': ("another name too", FIRM),
    f'INSERT DATA {{ {FIRM} skos:hiddenLabel "霽川智能科技有限公司"@zh-Hant }}': ("a hidden name and the preferred", FIRM),
    f"INSERT DATA {{ {FIRM} zm:exhibit {ROBOT} }}": ("is no property of the ontology", "zm:"),
    f"INSERT DATA {{ {ROBOT} zm:exhibits {ROBOT} }}": ("is the subject of exhibits (展出), but no Actor", ROBOT),
    f"INSERT DATA {{ {FIRM} zm:exhibits {EDITION} }}": ("is the value of exhibits (展出), but no Offering", FIRM),
    f'INSERT DATA {{ {EDITION} zm:startDate "2021"^^xsd:integer }}': ("is the value of startDate", EDITION),
    f'INSERT DATA {{ {EDITION} zm:startDate "2021-02-30"^^xsd:date }}': ("is the value of startDate", EDITION),
    f"INSERT DATA {{ {FIRM} zm:produces {ROBOT} }}": ("for which there is no statement", FIRM),
    f"INSERT DATA {{ {FIRM} zm:acquires {FIRM} }}": ("stands in acquires (收购) to itself", FIRM),
    f"INSERT DATA {{ {FIRM} zm:competesWith org:乙方公司 . org:乙方公司 zm:competesWith {FIRM} }}": ("which is written once", None),
    "INSERT DATA { place:320000 zm:partOf place:320500 }": ("is part of itself", "place:320500"),
    f"INSERT DATA {{ {EDITION} zm:editionOf occasion:丙州交易会 }}": ("an edition of two fairs", EDITION),
    f"INSERT DATA {{ {FIRM} zm:locatedIn place:320500 }}": ("zm:locatedIn is not written too", FIRM),
    f'INSERT DATA {{ {EDITION} zm:endDate "2021-04-14"^^xsd:date }}': ("before every start", EDITION),
    'INSERT DATA { place:320000 zm:gbCode "320500" }': ("the code of two places", "place:320500"),
    'INSERT DATA { place:CN zm:gbCode "1" }': ("no GB/T 2260 code", "place:CN"),
    'INSERT DATA { place:320500 zm:gbCode "320501" }': ("two GB/T 2260 codes", "place:320500"),
    'INSERT DATA { place:320500 zm:formerCode "3205" }': ("no former GB/T 2260 code", "place:320500"),
    "INSERT DATA { place:CN geo:lat 95.0 }": ("is no latitude", "place:CN"),
    "INSERT DATA { place:CN geo:long 120.5 }": ("has a longitude, but no latitude", "place:CN"),
    "INSERT DATA { place:CN geo:long 120.5 , 121.5 }": ("has two longitudes", "place:CN"),
    f"INSERT DATA {{ {FIRM} zm:mentionedIn document:d3 . document:d3 a zm:Document }}": ("no mention of it", FIRM),
    f"DELETE WHERE {{ {FIRM} zm:mentionedIn ?d }}": ("no zm:mentionedIn for the document", None),
    f"DELETE DATA {{ {FIRM} zm:exhibits {ROBOT} }}": ("the plain fact is missing", "s:s1"),
    f"INSERT DATA {{ {FIRM} zm:acquires org:乙方公司 }}": ("only claimed, hypothetical or denied", "s:s6"),
    "DELETE WHERE { s:s1 rdf:subject ?x }": ("has no rdf:subject", "s:s1"),
    f"INSERT DATA {{ s:s1 rdf:subject {EDITION} }}": ("has two rdf:subjects", "s:s1"),
    "INSERT DATA { s:s1 rdf:subject s:s2 }": ("but no thing of the graph", "s:s1"),
    "DELETE WHERE { s:s1 rdf:predicate ?x }": ("has no rdf:predicate", "s:s1"),
    "INSERT DATA { s:s1 rdf:predicate zm:produces }": ("has two rdf:predicates", "s:s1"),
    "INSERT DATA { s:s1 rdf:predicate rdfs:label }": ("no property of the ontology", "s:s1"),
    "DELETE WHERE { s:s1 rdf:object ?x }": ("has no rdf:object", "s:s1"),
    f"INSERT DATA {{ s:s1 rdf:object {EDITION} }}": ("has two rdf:objects", "s:s1"),
    f"INSERT DATA {{ s:s6 rdf:object {ROBOT} }}": ("whose relation does not take it", "s:s6"),
    f"INSERT DATA {{ s:s6 rdf:subject {ROBOT} }}": ("is the subject of a statement whose relation", "s:s6"),
    "DELETE WHERE { s:s1 zm:status ?x }": ("has no zm:status", "s:s1"),
    "INSERT DATA { s:s1 zm:status zm:denied }": ("has two statuses", "s:s1"),
    "INSERT DATA { s:s1 zm:status zm:rumoured . zm:rumoured a zm:Status }": ("is no status", "zm:rumoured"),
    "DELETE WHERE { s:s1 zm:confidence ?x }": ("has no zm:confidence", "s:s1"),
    "INSERT DATA { s:s1 zm:confidence 1.5 }": ("which lies between 0 and 1", "s:s1"),
    "INSERT DATA { s:s1 zm:confidence 0.5 }": ("has two confidences", "s:s1"),
    "DELETE WHERE { s:s1 zm:evidence ?x }": ("has no evidence", "s:s1"),
    "DELETE { ?e zm:quote ?q } INSERT { ?e zm:quote ''@zh-Hant } WHERE { s:s2 zm:evidence ?e . ?e zm:quote ?q }": ("an empty quote", None),
    "DELETE { ?e zm:quote ?q } INSERT { ?e zm:quote '别的'@zh-Hans } WHERE { s:s2 zm:evidence ?e . ?e zm:quote ?q }": ("not what the source text says", None),
    "DELETE { ?e zm:end ?x } INSERT { ?e zm:end 0 } WHERE { s:s2 zm:evidence ?e . ?e zm:end ?x }": ("not before the end", None),
    "DELETE { ?e zm:start ?x } INSERT { ?e zm:start -1 } WHERE { s:s2 zm:evidence ?e . ?e zm:start ?x }": ("before the text", None),
    "DELETE { ?e zm:document ?x } WHERE { s:s2 zm:evidence ?e . ?e zm:document ?x }": ("has no zm:document", None),
    "INSERT { s:s1 zm:evidence ?e } WHERE { s:s2 zm:evidence ?e }": ("is evidence for two facts", None),
    "DELETE { ?e zm:extractor ?x } WHERE { s:s2 zm:evidence ?e . ?e zm:extractor ?x }": ("has no zm:extractor", None),
    "INSERT { ?e zm:document document:d9 } WHERE { s:s2 zm:evidence ?e }": ("is the value of document (文章), but no Document", None),
    "DELETE { ?d zm:sourceText ?x } WHERE { ?d zm:sourceText ?x FILTER(STRENDS(STR(?d), 'd1')) }": ("has no zm:sourceText", "document:d1"),
    "INSERT DATA { document:d1 zm:copyOf document:d2 . document:d2 zm:copyOf document:d1 }": ("is a copy of a copy", "document:d1"),
    "DELETE WHERE { document:d1 dcterms:language ?x }": ("has no dcterms:language", "document:d1"),
    'INSERT DATA { document:d1 dcterms:language "en" }': ("is no script of Chinese", "document:d1"),
    "DELETE WHERE { o:f1 zm:about ?x }": ("has no zm:about", "o:f1"),
    "INSERT DATA { o:f1 zm:value 7.0 }": ("has two values", "o:f1"),
    "INSERT DATA { o:f1 zm:comparator zm:nearly . zm:nearly a zm:Comparator }": ("is no comparator", "o:f1"),
    'INSERT DATA { o:f1 zm:timeStart "2020"^^xsd:gYear }': ("one end of a span", "o:f1"),
    "DELETE WHERE { o:f3 zm:timeStart ?x }": ("one end of a span", "o:f3"),
    "DELETE WHERE { o:f2 zm:notation ?x }": ("a fraction, of which the notation is missing", "o:f2"),
    'INSERT DATA { o:f1 zm:currency "yuan" }': ("is no ISO 4217 code", "o:f1"),
    "DELETE { ?j zm:reason ?x } WHERE { ?j zm:reason ?x }": ("has no zm:reason", None),
    "INSERT { ?j zm:leftName '甲' } WHERE { ?j a zm:Judgement }": ("one thing or name on each side", None),
    "INSERT { ?j zm:verdict zm:unsure } WHERE { ?j a zm:Judgement }": ("has two verdicts", None),
    "DELETE { ?m zm:entity ?x } WHERE { ?m a zm:Mention ; zm:entity ?x }": ("has no zm:entity", None),
}  # fmt: skip


def _node(short):
    prefix, _, local = short.partition(":")
    spaces = {"zm": "https://w3id.org/zhimai/ontology#", "s": f"{BASE}statement/", "o": f"{BASE}observation/"}
    return NamedNode(spaces.get(prefix, f"{BASE}{prefix}/") + local)


def test_a_sound_build_conforms(store, ontology):
    """The small knowledge, written and read again, has nothing wrong, says either engine."""
    assert check_dataset(store.dataset, ontology, "sparql") == ()
    assert check_dataset(store.dataset, ontology, "pyshacl") == ()


def test_the_samples_conform(built, ontology):
    """A build of the sample articles has nothing wrong."""
    assert check_dataset(open_store(built).dataset, ontology, "sparql") == ()


def test_the_data_set_is_left_as_it_was(store, ontology):
    """What the checker adds for itself it takes away again."""
    before = set(store.dataset)
    check_dataset(store.dataset, ontology, "sparql")
    assert set(store.dataset) == before


@pytest.mark.parametrize("update", BROKEN)
def test_each_break_is_found(store, ontology, update):
    """A graph with one thing wrong has a result that says it of the right node."""
    store.dataset.update(PREFIXES + update)
    message, node = BROKEN[update]
    found = [one for one in check_dataset(store.dataset, ontology, "sparql") if message in one.message]
    assert found
    assert node is None or _node(node) in {one.focus for one in found}


def test_both_engines_find_all_breaks(store, ontology):
    """With all of it broken at once both engines give the same results."""
    for update in BROKEN:
        store.dataset.update(PREFIXES + update)
    found = check_dataset(store.dataset, ontology, "sparql")
    assert len({one.message for one in found}) > 45
    assert found == check_dataset(store.dataset, ontology, "pyshacl")


@settings(deadline=None, max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_both_engines_agree_on_random_breaks(written, ontology, data):
    """Whatever triples of facts and records are taken out, turned or given to others, both engines find the same."""
    dataset = open_store(written).dataset
    plain = sorted(dataset.quads_for_pattern(None, None, None, DefaultGraph()), key=str)
    own = [quad for quad in plain if str(quad.subject).startswith(f"<{BASE}")]
    for _ in range(data.draw(st.integers(1, 8))):
        one, other = data.draw(st.sampled_from(own)), data.draw(st.sampled_from(own))
        kind = data.draw(st.sampled_from(["remove", "object", "subject", "turn"]))
        if kind == "object" and getattr(one.object, "datatype", "") != getattr(other.object, "datatype", ""):
            continue  # of a bound that a value cannot be compared with (a date as confidence) pySHACL says nothing
        if kind in ("remove", "object"):
            dataset.remove(one)
        if kind == "object":
            dataset.add(Quad(one.subject, one.predicate, other.object))
        elif kind == "subject":
            dataset.add(Quad(other.subject, one.predicate, one.object))
        elif kind == "turn" and isinstance(one.object, NamedNode):
            dataset.add(Quad(one.object, one.predicate, one.subject))
    assert check_dataset(dataset, ontology, "sparql") == check_dataset(dataset, ontology, "pyshacl")


def test_superclasses_may_be_written_too(store, ontology):
    """A thing with its class and the classes above it still has one class."""
    store.dataset.update(f"{PREFIXES} INSERT DATA {{ {FIRM} a zm:Organisation , zm:Actor , zm:Thing }}")
    assert check_dataset(store.dataset, ontology, "sparql") == ()


def test_what_the_gazetteer_says_needs_no_statement(store, ontology):
    """A fact of the background graph has no statement; the same fact elsewhere is one without evidence."""
    fact = "place:320500 zm:partOf place:320000"
    store.dataset.update(f"{PREFIXES} DELETE DATA {{ GRAPH <{BASE}graph/background> {{ {fact} }} }}")
    found = check_dataset(store.dataset, ontology, "sparql")
    assert [(one.focus, one.value) for one in found] == [(_node("place:320500"), _node("place:320000"))]


def test_a_relation_of_ones_own_is_checked(tmp_path):
    """A class and a relation of a user's own have shapes without a line of code."""
    labels = '"x"@en , "造"@zh-Hans , "造"@zh-Hant'
    (tmp_path / "my.ttl").write_text(
        f"""@prefix zm: <https://w3id.org/zhimai/ontology#> . @prefix my: <https://example.org/my#> .
        @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
        my:Vessel a owl:Class ; rdfs:subClassOf zm:Product ; rdfs:label {labels} .
        my:launches a owl:ObjectProperty ; rdfs:domain zm:Company ; rdfs:range my:Vessel ;
            rdfs:label {labels} ; zm:inverseLabel {labels} .""",
        encoding="utf-8",
    )
    data = Store()
    data.load(
        input="<e:a> <https://example.org/my#launches> <e:b> . <e:b> a <https://example.org/my#Vessel> .",
        format=RdfFormat.TURTLE,
    )
    found = validate(data, data_shapes(load_ontology(tmp_path / "my.ttl")))
    assert "is the subject of launches (造), but no Company (企业)" in [one.message for one in found]
    assert not [one for one in found if "value of launches" in one.message]


def test_a_build_with_another_ontology_is_told(store, ontology):
    """A build whose own terms are not given is not checked by half."""
    store.dataset.update("INSERT DATA { <https://example.org/my#Vessel> a <http://www.w3.org/2002/07/owl#Class> }")
    with pytest.raises(UsageError, match=r"my#Vessel.*--ontology"):
        check_dataset(store.dataset, ontology, "sparql")


def test_which_engine():
    """Small graphs are for pySHACL, larger ones for SPARQL; who asks for one gets it."""
    assert engine_for("auto", FOR_PYSHACL).__name__ == "validate_with_pyshacl"
    assert engine_for("auto", FOR_PYSHACL + 1) is engine_for("sparql", 1) is validate
    assert engine_for("pyshacl").__name__ == "validate_with_pyshacl"


def test_every_property_has_its_shape(ontology):
    """Domain and range of every property of the ontology are checked."""
    checked = {check.path.strip("<>") for check in data_shapes(ontology).checks}
    assert {prop.iri for prop in ontology.properties.values()} <= checked
