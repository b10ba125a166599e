"""What holds for every build, seen on the sample articles: what the graph says is what they say, and nothing twice."""

from __future__ import annotations

import re

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import Extraction, Knowledge, Status, extract, knowledge_of
from graph.ontology import load_ontology
from graph.resolve import resolve

ZM = rdflib.Namespace("https://w3id.org/zhimai/ontology#")
ONTOLOGY = load_ontology()
# The classes that users' queries count on.
CONTRACT = frozenset(
    "Actor Organisation Company GovernmentBody Media University ResearchInstitute Association Person Place Country "
    "Province City District Region Occasion Fair FairEdition Event Offering Product Technology Industry Work Policy "
    "Publication Programme Project Award Position Venue Facility ExhibitionZone Platform".split()
)
POINTING = re.compile(r"^(?:[该該本此][公产產届屆院所]|我[国國]|其$|双方|雙方)")


@pytest.fixture(scope="module")
def samples() -> Knowledge:
    """What a build of the sample articles knows."""
    return knowledge_of([])


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    """What the sample articles say, one by one."""
    return [one for one in extract([]) if isinstance(one, Extraction)]


@settings(max_examples=10, deadline=None)
@given(st.data())
def test_the_order_of_the_samples_is_of_no_consequence(extractions, samples, data):
    """Resolved in any order, the sample articles give the same entities, facts, figures and background."""
    order = data.draw(st.permutations(range(len(extractions))))
    found = resolve([extractions[number] for number in order], ONTOLOGY)
    assert found.entities == samples.entities
    assert found.statements == samples.statements
    assert found.figures == samples.figures
    assert found.background == samples.background


def test_judgements_do_not_depend_on_the_order(extractions, samples):
    """Which article comes first does not decide the reason and score of a judgement."""
    for order in (extractions, extractions[::-1]):
        assert resolve(order, ONTOLOGY).judgements == samples.judgements


def test_every_quote_stands_in_its_article(samples):
    """For all statements and figures of the samples, the source has the quote at its offsets."""
    sources = {text.document.id: text.document.source for text in samples.texts}
    evidence = [e for said in (*samples.statements, *samples.figures) for e in said.evidence]
    assert len(evidence) > 200
    assert [e for e in evidence if sources[e.document][e.start : e.end] != e.quote or not e.quote.strip()] == []


def test_everything_said_has_evidence(samples):
    """No statement and no figure stands without a sentence."""
    assert [said for said in (*samples.statements, *samples.figures) if not said.evidence] == []


def test_every_id_is_one_things(samples):
    """Ids of entities, statements and figures are unique."""
    for many in (samples.entities, samples.statements, samples.figures):
        assert len({one.id for one in many}) == len(many)


def test_both_ends_of_a_statement_are_entities(samples):
    """Subjects, objects, qualifiers, bearers of figures and ends of judgements are known; nothing relates to itself."""
    known = {entity.id for entity in samples.entities}
    ends = {s.subject for s in samples.statements} | {s.object for s in samples.statements if isinstance(s.object, str)}
    ends |= {f.about for f in samples.figures} | {j.left for j in samples.judgements}
    ends |= {value for s in samples.statements for _, value in s.qualifiers if "/" in value}
    assert ends <= known
    assert [s for s in samples.statements if s.subject == s.object] == []


def test_statements_fit_the_ontology(samples):
    """After resolution, too, subject and object are of the domain and range of their property."""
    properties = ONTOLOGY.properties
    wrong = []
    for s in samples.statements:
        ends = [(s.subject, properties[s.predicate].domain)]
        ends += [(s.object, properties[s.predicate].range)] if isinstance(s.object, str) else []
        wrong += [
            (s.predicate, id, wanted) for id, wanted in ends if not ONTOLOGY.fits(samples.entity(id).type, wanted)
        ]
    assert wrong == []


def test_symmetric_relations_stand_once(samples):
    """No two statements of the samples say A with B and B with A."""
    pairs = [
        (s.predicate, frozenset((s.subject, s.object)), s.status, s.qualifiers)
        for s in samples.statements
        if ONTOLOGY.properties[s.predicate].symmetric
    ]
    assert pairs
    assert len(pairs) == len(set(pairs))


def test_confidence_has_two_digits_between_0_and_1(samples):
    """Statements and figures are sure to a degree in (0, 1], in hundredths."""
    found = [said.confidence for said in (*samples.statements, *samples.figures)]
    assert all(0 < confidence <= 1 and round(confidence, 2) == confidence for confidence in found)


def test_every_entity_has_a_class_of_the_contract(samples):
    """Nothing in the samples has a class that queries do not know."""
    assert {entity.type for entity in samples.entities} <= CONTRACT


def test_words_that_point_are_no_names(samples):
    """No entity is called 该公司, 本届 or 我国, or has such an alias."""
    names = [name for e in samples.entities for name in (e.name, *e.aliases, *e.hidden)]
    assert [name for name in names if POINTING.match(name)] == []


def test_names_are_whole_and_differ(samples):
    """Names are not empty, have no blank or mark at an end but a pair within (“甲”系统), and no alias is the name again."""
    for entity in samples.entities:
        names = (entity.name, *entity.aliases)
        assert len(set(names)) == len(names)
        whole = [re.sub("^[“「]([^“”「」]+)[”」](?=.)", r"\1", name) for name in names]
        assert [name for name in whole if not name or name != name.strip(" 《》“”「」，。、（(")] == []


def test_known_places_lie_in_china(samples):
    """Every division with a code leads over partOf of the background to 中国."""
    up = {}
    for s, p, o in samples.background:
        assert p == "partOf"
        up.setdefault(s, set()).add(o)
    for place in (e for e in samples.entities if e.code):
        reached, ahead = set(), {place.id}
        while ahead:
            reached |= ahead
            ahead = set().union(*(up.get(id, set()) for id in ahead)) - reached
        assert "place/中国" in reached, place.name


@pytest.fixture(scope="module")
def turtle(built) -> rdflib.Graph:
    """The graph.ttl of the samples."""
    return rdflib.Graph().parse(built / "graph.ttl", format="turtle")


def _triples(graph, *statuses):
    """The triples that statements of some statuses are about."""
    return {
        (graph.value(s, rdflib.RDF.subject), graph.value(s, rdflib.RDF.predicate), graph.value(s, rdflib.RDF.object))
        for status in statuses
        for s in graph.subjects(ZM.status, ZM[status.value])
        if (s, rdflib.RDF.type, ZM.Statement) in graph
    }


FACTS, OTHERS = (Status.ASSERTED, Status.PLANNED), (Status.CLAIMED, Status.HYPOTHETICAL, Status.DENIED)


def test_what_is_asserted_or_planned_is_a_plain_triple(turtle):
    """Every such statement has its triple beside it."""
    facts = _triples(turtle, *FACTS)
    assert facts
    assert facts - set(turtle) == set()


def test_what_is_only_claimed_or_denied_is_none(turtle):
    """Claimed, hypothetical and denied statements have no plain triple, unless another statement asserts it."""
    others = _triples(turtle, *OTHERS) - _triples(turtle, *FACTS)
    assert others
    assert others & set(turtle) == set()


def test_labels_are_in_both_scripts(turtle):
    """Whatever has a Han character in its name has a preferred name in each script; what has none has no tag for it."""
    for node, label in turtle.subject_objects(rdflib.RDFS.label):
        tags = sorted((name.language or "").lower() for name in turtle.objects(node, rdflib.SKOS.prefLabel))
        assert tags == (["zh-hans", "zh-hant"] if re.search(r"[㐀-鿿]", label) else [""]), label
