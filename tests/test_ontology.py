"""The ontology says what it must, extends by a file, and never passes over a mistake."""

from __future__ import annotations

import pickle
import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal

from graph.errors import OntologyError
from graph.model import Status
from graph.ontology import TAGS, ZM, load_ontology
from graph.resources import ontology_dir

HEAD = """@prefix zm: <https://w3id.org/zhimai/ontology#> .
@prefix my: <https://example.org/my#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
"""
LABELS = 'rdfs:label "r"@en , "机"@zh-Hans , "機"@zh-Hant'
INVERSE = 'zm:inverseLabel "r"@en , "机"@zh-Hans , "機"@zh-Hant'
CLASSES = {
    "Actor": "Thing",
    **dict.fromkeys(("Organisation", "Person", "Place"), "Actor"),
    **dict.fromkeys(
        ("Company", "GovernmentBody", "Media", "University", "ResearchInstitute", "Association"), "Organisation"
    ),
    **dict.fromkeys(("Country", "Province", "City", "District", "Region"), "Place"),
    "Occasion": "Thing",
    **dict.fromkeys(("Fair", "FairEdition", "Event"), "Occasion"),
    "Offering": "Thing",
    **dict.fromkeys(("Product", "Technology"), "Offering"),
    "Industry": "Thing",
    "Work": "Thing",
    **dict.fromkeys(("Policy", "Publication"), "Work"),
    **dict.fromkeys(("Programme", "Project", "Award", "Position"), "Thing"),
    **dict.fromkeys(("Venue", "Facility", "ExhibitionZone", "Platform"), "Thing"),
    **dict.fromkeys(("Observation", "Statement", "Evidence", "Document"), "Record"),
}
OF_RECORDS = {
    "mentionedIn": ("Thing", "Document"),
    "gbCode": ("Place", "xsd:string"),
    "published": ("Document", "AnyDate"),
    "status": ("Record", "Status"),
    "confidence": ("Record", "xsd:decimal"),
    "evidence": ("Record", "Evidence"),
    "role": ("Statement", "xsd:string"),
    "edition": ("Statement", "Occasion"),
    "organisation": ("Statement", "Actor"),
    "document": ("Record", "Document"),
    "quote": ("Record", "rdf:langString"),
    **dict.fromkeys(("start", "end"), ("Record", "xsd:integer")),
    "extractor": ("Evidence", "xsd:string"),
    "about": ("Observation", "Thing"),
    **dict.fromkeys(("measure", "shareOf", "against"), ("Observation", "AnyText")),
    "value": ("Observation", "xsd:decimal"),
    **dict.fromkeys(("unit", "notation"), ("Observation", "xsd:string")),
    "comparator": ("Observation", "Comparator"),
    **dict.fromkeys(("time", "timeStart", "timeEnd"), ("Record", "AnyDate")),
    "asOf": ("Observation", "AnyDate"),
}
CODES = {
    "Status": {"asserted", "planned", "claimed", "hypothetical", "denied"},
    "Comparator": {"exactly", "approximately", "moreThan", "atLeast", "lessThan", "atMost"},
}
CONTRACT = {
    "partOf": ("Thing", "Thing"),
    "locatedIn": ("Thing", "Place"),
    "headquarteredIn": ("Organisation", "Place"),
    "editionOf": ("FairEdition", "Fair"),
    "heldIn": ("Occasion", "Place"),
    "heldAt": ("Occasion", "Venue"),
    "organises": ("Actor", "Occasion"),
    "hosts": ("Place", "Occasion"),
    "exhibitsAt": ("Actor", "Occasion"),
    "exhibits": ("Actor", "Offering"),
    "develops": ("Actor", "Offering"),
    "produces": ("Actor", "Offering"),
    "usesTechnology": ("Offering", "Offering"),
    "basedOn": ("Offering", "Offering"),
    "appliedIn": ("Offering", "Industry"),
    "focusesOn": ("Actor", "Industry"),
    **dict.fromkeys(
        ("subsidiaryOf", "memberOf", "partnerOf", "owns", "holdsShareIn", "investsIn", "acquires", "suppliesTo"),
        ("Organisation", "Organisation"),
    ),
    **dict.fromkeys(("mergesWith", "cooperatesWith", "competesWith", "signsContractWith"), ("Actor", "Actor")),
    "founds": ("Actor", "Organisation"),
    "establishes": ("Actor", "Thing"),
    "issues": ("Actor", "Work"),
    "concerns": ("Work", "Thing"),
    "respondsTo": ("Thing", "Work"),
    "affiliatedWith": ("Person", "Organisation"),
    "holdsPosition": ("Person", "Position"),
    "participatesIn": ("Actor", "Occasion"),
    "receives": ("Thing", "Award"),
    **dict.fromkeys(("date", "startDate", "endDate", "foundedOn", "issuedOn"), ("Thing", "AnyDate")),
}


@pytest.fixture(scope="module")
def shipped():
    return load_ontology()


@pytest.fixture
def load(tmp_path):
    """Load the shipped ontology with one file added."""

    def load(body, head=HEAD):
        file = tmp_path / "my.ttl"
        file.write_text(head + body, encoding="utf-8")
        return load_ontology(file)

    return load


@pytest.mark.parametrize("name", [*CONTRACT, *OF_RECORDS])
def test_domain_and_range_of_the_contract(shipped, name):
    """Each property joins the classes, or has the datatype, that the contract says."""
    found = shipped.properties[name]
    assert (found.domain, found.range) == {**CONTRACT, **OF_RECORDS}[name]


@pytest.mark.parametrize("name", CLASSES)
def test_classes_of_the_contract(shipped, name):
    """Each class is directly below the one that the contract says."""
    assert shipped.classes[name].parents == (CLASSES[name],)


def test_no_thing_or_relation_is_beside_the_contract(shipped):
    """The contract names every class of things that there is, and every relation but the dealings between actors."""
    dealings = {"reducesStakeIn", "sellsTo", "pledgesTo", "guarantees", "winsTenderOf", "disputesWith", "takesToCourt"}
    things = {name for name in shipped.classes if shipped.fits(name, "Thing")}
    assert things == {name for name, above in CLASSES.items() if above != "Record"} | {"Thing"}
    stated = {name for name, found in shipped.properties.items() if shipped.fits(found.domain, "Thing")}
    codes = {"gbCode", "formerCode", "creditCode", "stockCode"}
    assert stated == {*CONTRACT, *dealings, *codes, "mentionedIn", "formerName", "lat", "long"}


@pytest.mark.parametrize("kind", CODES)
def test_closed_lists_of_the_contract(shipped, kind):
    """Statuses and comparators are those of the contract."""
    assert {code.name for code in shipped.codes.values() if code.kind == kind} == CODES[kind]


def test_dates_are_of_any_precision(shipped):
    """A date is a day, a month, a year, or a day of no known year."""
    assert [iri.rpartition("#")[2] for iri in shipped.datatypes["AnyDate"]] == [
        "date",
        "gYearMonth",
        "gYear",
        "gMonthDay",
    ]


def test_the_version_is_in_the_header(shipped):
    """The header names a version, the IRI of the version, and the one before."""
    text = (ontology_dir() / "zhimai.ttl").read_text(encoding="utf-8")
    assert re.fullmatch(r"\d+\.\d+\.\d+", shipped.version)
    assert f"owl:versionIRI <{shipped.iri}/{shipped.version}>" in text
    assert re.search(rf"owl:priorVersion <{shipped.iri}/\d+\.\d+\.\d+>", text)


def test_symmetric_relations(shipped):
    """Merging, cooperating, competing, signing, quarrelling and contradicting read the same from both ends; nothing else does."""
    symmetric = {name for name, found in shipped.properties.items() if found.symmetric}
    assert symmetric == {
        "mergesWith",
        "cooperatesWith",
        "competesWith",
        "signsContractWith",
        "disputesWith",
        "conflictsWith",
    }


def test_every_term_is_labelled_and_explained(shipped):
    """Classes and properties have three labels and an English comment, relations three inverse labels."""
    for term in (*shipped.classes.values(), *shipped.properties.values()):
        assert set(term.labels) == set(TAGS), term.name
        assert term.comment, term.name
    for found in shipped.properties.values():
        assert found.literal or set(found.inverse_labels) == set(TAGS), found.name


def test_a_place_is_an_actor(shipped):
    """A place acts where it stands for its government."""
    assert shipped.fits("City", "Actor")
    assert "City" in shipped.subclasses("Actor")
    assert not shipped.fits("Actor", "City")
    assert not shipped.fits("Nonsense", "Thing")


def test_records_are_no_things(shipped):
    """Statements and documents are about things and are none."""
    assert shipped.superclasses("Document") == {"Document", "Record"}


def test_spaces_are_inherited(shipped):
    """A firm and a university have IRIs of one kind, so that a change of class keeps the IRI."""
    assert shipped.classes["Company"].space == shipped.classes["University"].space == "org"
    assert shipped.classes["City"].space == "place"


def test_concrete_classes_look_different(shipped):
    """No two classes of things share shape and colour on the page."""
    looks = [(c.shape, c.colour) for name, c in shipped.classes.items() if shipped.fits(name, "Thing")]
    assert len(looks) == len(set(looks))


def test_cues_are_in_simplified_characters(load):
    """A cue written in traditional characters matches all the same."""
    (cue,) = [c for c in load('zm:exhibits zm:cue [ zm:words "攜來展示" ] .').cues if c.words == ("携来展示",)]
    assert cue.id == "exhibits/携来展示"


def test_a_cue_with_everything(load):
    """All parts of a cue arrive, classes with those below them."""
    ontology = load(
        'zm:organises zm:cue [ zm:words "甲办" , "乙办" ; zm:frame zm:After ; zm:names zm:Event ; zm:subjectClass zm:Media ;'
        ' zm:objectClass zm:Fair , zm:Event ; zm:confidence 0.7 ; zm:qualifier "role=主办" ; zm:status zm:planned ;'
        ' zm:unless "不办" ] .'
    )
    (cue,) = [cue for cue in ontology.cues if cue.id == "organises/甲办"]
    assert (cue.words, cue.frame, cue.names, cue.confidence) == (("甲办", "乙办"), "After", "Event", 0.7)
    assert (cue.subjects, cue.objects) == ({"Media"}, {"Fair", "Event"})
    assert (cue.qualifiers, cue.status, cue.unless) == ((("role", "主办"),), Status.PLANNED, ("不办",))


def test_a_cue_without_classes_admits_domain_and_range(load):
    """What a cue does not limit, the relation does."""
    (cue,) = [
        cue
        for cue in load('zm:exhibits zm:cue [ zm:pattern "把{o}给{s}看" ] .').cues
        if cue.patterns == ("把{o}给{s}看",)
    ]
    assert cue.subjects == load_ontology().subclasses("Actor")
    assert cue.objects == {"Offering", "Product", "Technology"}


def test_cues_with_the_same_first_word_have_two_ids(load):
    """An id names one cue."""
    cues = load(
        'zm:exhibits zm:cue [ zm:words "咦" ; zm:confidence 0.3 ] , [ zm:words "咦" ; zm:confidence 0.4 ] .'
    ).cues
    assert [(cue.id, cue.confidence) for cue in cues if cue.words == ("咦",)] == [
        ("exhibits/咦", 0.3),
        ("exhibits/咦~2", 0.4),
    ]
    assert len({cue.id for cue in cues}) == len(cues)


def test_a_file_adds_a_class_and_a_relation(load):
    """A class and a relation of one's own, in a namespace of one's own, stand beside the shipped ones."""
    ontology = load(
        f"my:Robot a owl:Class ; rdfs:subClassOf zm:Product ; {LABELS} ."
        f"my:feeds a owl:ObjectProperty ; rdfs:domain my:Robot ; rdfs:range zm:Person ; {LABELS} ; {INVERSE} ;"
        '  zm:cue [ zm:words "喂" ] .'
    )
    assert ontology.fits("Robot", "Offering")
    assert ontology.classes["Robot"].colour == ontology.classes["Product"].colour
    assert ontology.properties["feeds"].iri == "https://example.org/my#feeds"
    assert [cue.id for cue in ontology.cues if cue.property == "feeds"] == ["feeds/喂"]


def test_a_later_file_recolours(load):
    """Of a colour said twice the later file's counts."""
    assert load('zm:Company zm:colour "#AABBCC" .').classes["Company"].colour == "#aabbcc"


def test_a_whole_file_replaces(tmp_path):
    """A file that declares zm:Thing stands in place of the shipped ontology, but for what the program writes."""
    file = tmp_path / "own.ttl"
    file.write_text(f'{HEAD} zm:Thing a owl:Class ; {LABELS} . <https://x.org/> a owl:Ontology ; owl:versionInfo "7" .')
    ontology = load_ontology(extra=[file])
    assert [name for name in ontology.classes if not ontology.fits(name, "Record")] == ["Thing"]
    assert (ontology.iri, ontology.version) == ("https://x.org/", "7")


def test_a_file_in_place_keeps_what_the_program_writes(tmp_path):
    """Statuses, units, frames and the properties of records are there; relations between things are not."""
    file = tmp_path / "own.ttl"
    cue = '[ zm:words "开" ; zm:frame zm:After ; zm:status zm:planned ]'
    likes = f"zm:likes a owl:ObjectProperty ; rdfs:domain zm:Thing ; rdfs:range zm:Thing ; {LABELS} ; {INVERSE} ; zm:cue {cue} ."
    file.write_text(f"{HEAD} zm:Thing a owl:Class ; {LABELS} . {likes}", encoding="utf-8")
    ontology = load_ontology(extra=[file])
    assert {"status", "evidence", "value", "mentionedIn", "creditCode", "likes"} <= set(ontology.properties)
    assert {"partOf", "locatedIn", "exhibits", "foundedOn", "edition", "gbCode"}.isdisjoint(ontology.properties)
    assert "planned" in ontology.codes
    assert ontology.units["美元"].currency == "USD"
    assert [cue.status for cue in ontology.cues] == [Status.PLANNED]


def test_a_file_in_place_with_records_of_its_own_is_all_there_is(tmp_path):
    """A file that declares zm:Record too has the whole vocabulary to itself."""
    file = tmp_path / "own.ttl"
    file.write_text(f"{HEAD} zm:Thing a owl:Class ; {LABELS} . zm:Record a owl:Class ; {LABELS} .", encoding="utf-8")
    ontology = load_ontology(extra=[file])
    assert (list(ontology.classes), ontology.properties) == (["Thing", "Record"], {})


def test_what_stands_for_a_class_that_is_left_out(tmp_path, shipped):
    """The nearest class above it that is there; nothing where only zm:Thing is."""
    file = tmp_path / "own.ttl"
    place = f"zm:Place a owl:Class ; rdfs:subClassOf zm:Thing ; {LABELS} ."
    file.write_text(f"{HEAD} zm:Thing a owl:Class ; {LABELS} . {place}", encoding="utf-8")
    own = load_ontology(extra=[file])
    assert [own.standing_for(name) for name in ("City", "Place", "Company", "Nonsense")] == ["Place", "Place", "", ""]
    assert [shipped.standing_for(name) for name in ("City", "Nonsense")] == ["City", ""]
    assert own.lexicon("Company").suffixes == ()


def test_hints_of_a_class_of_ones_own(load):
    """Forms, leads and whether it bears figures are read; a class outside our namespace is the user's own."""
    body = f"""my:Trial a owl:Class ; rdfs:subClassOf zm:Thing ; {LABELS} ;
        zm:form "nct\\\\d{{8}}" ; zm:lead "試驗" ; zm:bearsFigures true ."""
    ontology = load(body)
    trial = ontology.classes["Trial"]
    assert (trial.forms, trial.leads, trial.bears) == (("nct\\d{8}",), ("试验",), True)
    assert ontology.is_own("Trial")
    assert not ontology.is_own("Company")


def test_an_unreadable_file_is_told(tmp_path):
    """A file that is missing or not UTF-8 is named."""
    with pytest.raises(OntologyError, match=r"none\.ttl.*cannot be read"):
        load_ontology(tmp_path / "none.ttl")
    (tmp_path / "gbk.ttl").write_bytes("# 知脉".encode("gbk"))
    with pytest.raises(OntologyError, match="not UTF-8"):
        load_ontology(tmp_path / "gbk.ttl")


def test_published_triples_have_no_cues(shipped):
    """A data set tells what terms mean, not how they are found."""
    predicates = {triple.predicate.value.removeprefix(ZM) for triple in shipped.triples}
    assert "inverseLabel" in predicates
    assert not predicates & {"cue", "words", "suffix", "prefix", "head", "stop"}
    assert all(isinstance(t.object, Literal) or not str(t.object).startswith("_:") for t in shipped.triples)


def test_units_are_known_by_their_words(shipped):
    """元 is the yuan, % is QUDT's per cent."""
    assert shipped.units["元"].currency == "CNY"
    assert shipped.units["%"].match == "http://qudt.org/vocab/unit/PERCENT"


def test_loading_is_quick_and_repeatable(shipped):
    """Loading takes well under half a second, gives the same every time, and the result can be sent to workers."""
    seconds = []
    for _ in range(3):
        begun = time.perf_counter()
        assert load_ontology() == shipped
        seconds.append(time.perf_counter() - begun)
    assert min(seconds) < 0.4
    assert pickle.loads(pickle.dumps(shipped)) == shipped  # noqa: S301 (our own bytes)


@settings(deadline=None)  # it reads and writes files
@given(st.text(max_size=80))
def test_whatever_is_in_a_file_it_loads_or_is_told(tmp_path_factory, junk):
    """Junk behind sound Turtle is an OntologyError or harmless, never another exception."""
    file = tmp_path_factory.mktemp("junk") / "junk.ttl"
    file.write_text(HEAD + "zm:exhibits zm:cue " + junk, encoding="utf-8", errors="replace")
    told = ""
    try:
        load_ontology(file)
    except OntologyError as error:
        told = str(error)
    assert not told or "junk.ttl" in told


def test_the_shipped_file_is_where_the_loader_looks():
    """A checkout and a wheel both carry the file."""
    assert (ontology_dir() / "zhimai.ttl").is_file()


DOCS = Path(__file__).resolve().parent.parent / "docs" / "ontology.md"


def test_the_example_of_the_docs_loads(load):
    """What docs/ontology.md tells people to write works as it stands."""
    (example,) = re.findall(r"```turtle\n(.*?)```", DOCS.read_text(encoding="utf-8"), re.DOTALL)
    ontology = load(example, head="")
    assert ontology.fits("Vessel", "Product")
    assert {"launches/交付", "launches/由{s}建造的{o}", "exhibits/重磅展示"} <= {cue.id for cue in ontology.cues}


def test_the_docs_name_every_class_and_relation(shipped):
    """A class of things or a relation that is added is documented."""
    text = DOCS.read_text(encoding="utf-8")
    names = {name for name in shipped.classes if shipped.fits(name, "Thing")} | set(CONTRACT)
    assert sorted(name for name in names if not re.search(rf"\b{name}\b", text)) == []
