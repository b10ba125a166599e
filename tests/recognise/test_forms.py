"""Names by form (zm:form) and by what leads to them (zm:lead)."""

from __future__ import annotations

import pytest

from graph.clean import clean
from graph.model import Document
from graph.ontology import Ontology, load_ontology
from graph.recognise import recognise

OWN = r"""
@prefix zm:   <https://w3id.org/zhimai/ontology#> .
@prefix my:   <https://example.org/my#> .
@prefix owl:  <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

my:Trial a owl:Class ; rdfs:subClassOf zm:Thing ;
    rdfs:label "Trial"@en , "试验"@zh-Hans , "試驗"@zh-Hant ; zm:form "(?:nct|chictr)\\d{6,10}" .
my:Clinic a owl:Class ; rdfs:subClassOf zm:Organisation ;
    rdfs:label "Clinic"@en , "医院"@zh-Hans , "醫院"@zh-Hant ; zm:suffix "医院" ; zm:lead "申办方" .
zm:Person zm:lead "研究者" .
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory) -> Ontology:
    """The shipped ontology with ``OWN`` beside it."""
    path = tmp_path_factory.mktemp("own") / "my.ttl"
    path.write_text(OWN, encoding="utf-8")
    return load_ontology(extra=[path])


def found(source: str, ontology: Ontology) -> list[tuple[str, str]]:
    """Surface and class of all mentions."""
    (reading,) = recognise([clean(Document("a", "a.txt", source))], ontology)
    return [(m.surface, m.type) for m in reading.mentions]


@pytest.mark.parametrize("number", ["NCT01234567", "ＮＣＴ01234567", "ChiCTR2400001"])
def test_a_number_of_a_register(own, number):
    """A form finds names in any case and width."""
    assert found(f"试验{number}已经启动。", own) == [(number, "Trial")]


@pytest.mark.parametrize("number", ["XNCT01234567", "NCT0123456789012", "NCT12"])
def test_no_part_of_a_longer_one(own, number):
    """Letters and digits beside it make it something else."""
    assert found(f"编号{number}。", own) == []


def test_a_lead_is_no_part_of_the_name(own):
    """What leads to a name is cut off it."""
    assert ("云杉第一医院", "Clinic") in found("申办方云杉第一医院负责实施。", own)


def test_a_lead_tells_a_person(own):
    """A surname behind the word is a person, also where the tagger takes the name for a place."""
    assert ("罗启山", "Person") in found("研究者罗启山负责实施。", own)


def test_a_class_of_ones_own_goes_before_the_one_above_it(own):
    """Of two classes for one ending the user's is the more special."""
    assert ("杭州市云杉医院", "Clinic") in found("他昨天到了杭州市云杉医院。", own)
