"""What became of every cue, and relations of one's own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from recognise.conftest import news, read, shipped

from graph.clean import clean
from graph.model import Document, Extraction, Reading
from graph.ontology import load_ontology
from graph.recognise import recognise
from graph.relate import explain, explain_numbers, relate

from .conftest import Fact, facts, names

OWN = """
@prefix zm:   <https://w3id.org/zhimai/ontology#> .
@prefix my:   <https://example.org/tea#> .
@prefix owl:  <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .

my:TeaGarden a owl:Class ; rdfs:subClassOf zm:Facility ;
    rdfs:label "Tea garden"@en , "茶园"@zh-Hans , "茶園"@zh-Hant ;
    zm:suffix "茶园" ; zm:stop "茶园" .

my:tends a owl:ObjectProperty ; rdfs:domain zm:Company ; rdfs:range zm:Facility ;
    rdfs:label "tends"@en , "托管"@zh-Hans , "托管"@zh-Hant ;
    zm:inverseLabel "tended by"@en , "托管方"@zh-Hans , "托管方"@zh-Hant ;
    zm:cue [ zm:words "托管" ; zm:confidence 0.9 ; zm:unless "托管费" ] .

my:blends a owl:ObjectProperty ; rdfs:domain zm:Company ; rdfs:range zm:Product ;
    rdfs:label "blends"@en , "拼配"@zh-Hans , "拼配"@zh-Hant ;
    zm:inverseLabel "blended by"@en , "拼配方"@zh-Hans , "拼配方"@zh-Hant ;
    zm:cue [ zm:words "拼配出" ; zm:names zm:Product ; zm:confidence 0.9 ] ,
           [ zm:pattern "{o}的拼配由{s}完成" ; zm:confidence 0.8 ; zm:status zm:claimed ] .

zm:acquires zm:cue [ zm:words "吃下" ; zm:confidence 0.7 ] .
"""


@pytest.fixture
def own(tmp_path):
    """Reads and relates with the shipped ontology and ``OWN`` beside it."""
    path = Path(tmp_path / "tea.ttl")
    path.write_text(OWN, encoding="utf-8")
    ontology = load_ontology(extra=[path])

    class Own:
        def __init__(self) -> None:
            self.ontology = ontology

        def read(self, source: str) -> Reading:
            return recognise([clean(Document("a", "a.txt", source))], ontology)[0]

        def __call__(self, source: str) -> Extraction:
            return relate(self.read(source), ontology)

    return Own()


def seen(source: str) -> dict[str, str]:
    """The verdict by the words of each cue."""
    return {found.words: found.verdict for found in explain(read(source), shipped())}


def all_seen(source: str) -> list[str]:
    """All verdicts, in the order of the text."""
    return [found.verdict for found in explain(read(source), shipped())]


def test_a_cue_that_holds():
    """A cue with both ends says how many statements came of it."""
    assert seen("青禾集团收购了白鹭集团。") == {"收购": "1 statement"}
    assert seen("青禾集团收购了白鹭集团、云杉制药有限公司。") == {"收购": "2 statements"}


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("收购价格很高。", "no Organisation before it as its subject; no Organisation behind it as its object"),
        ("青禾集团收购茶叶。", "no Organisation behind it as its object; 茶叶 is a Product"),
        ("青禾集团收购杭州市。", "no Organisation behind it as its object; 杭州市 is a City"),
        ("茶农收购了白鹭集团。", "no Organisation before it as its subject"),
        ("杭州市收购了白鹭集团。", "no Organisation before it as its subject; 杭州市 is a City"),
        ("青禾集团的控股股东是白鹭集团。", "“控股股东” holds it back (zm:unless)"),
        ("青禾集团成立得很早。", "no date in its clause"),
        ("青禾集团今年成立。", "no date in its clause: 今年 needs the date of an article"),
    ],
)
def test_a_cue_that_does_not(sentence, verdict):
    """A cue that comes to nothing says what it lacked."""
    assert verdict in all_seen(sentence)


def test_a_word_that_is_part_of_another():
    """A cue's word that the tagger reads as part of a longer one says of which."""
    assert seen("青禾集团的投资者来了。")["投资"] == "the tagger reads it as part of “投资者”"


def test_a_date_cue_is_told_too():
    """Cues of dates have verdicts like the others; of overlapping words of one cue the longest is told."""
    assert seen("青禾集团成立于1987年。")["成立于"] == "1 statement"


def test_a_better_cue_takes_the_pair(own):
    """Where two cues say the same, the surer one has it, and the other says so."""
    verdicts = {f.cue: f.verdict for f in explain(own.read("青禾集团收购并吃下白鹭集团。"), own.ontology)}
    assert verdicts["acquires/收购"] == "1 statement"
    assert verdicts["acquires/吃下"] == "said more surely by cue:acquires/收购"


@settings(deadline=None)
@given(news)
def test_verdicts_account_for_every_claim(source):
    """Each claim of a cue is told by exactly one of the cues seen, whatever the text."""
    reading = read(source)
    told = [claim for found in explain(reading, shipped()) for claim in found.claims]
    by_cue = [claim for claim in relate(reading, shipped()).claims if claim.extractor.startswith("cue:")]
    assert {repr(claim) for claim in by_cue} <= {repr(claim) for claim in told}


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("青禾集团去年营业收入达到3亿元。", ""),
        ("一共3亿元。", "nothing beside it says what it measures"),
        ("营业收入达到3亿元。", "it measures 营业收入, but nothing says whose"),
    ],
)
def test_numbers_are_told(sentence, verdict):
    """A number gives a figure, or says what it lacks."""
    assert [number.verdict for number in explain_numbers(read(sentence), shipped())] == [verdict]


def test_cues_come_in_the_order_of_the_text():
    """Offsets lead to the words, and grow."""
    reading = read("青禾集团收购了白鹭集团，展出了采茶机器人。")
    found = explain(reading, shipped())
    assert [reading.text.clean[one.start : one.end] for one in found] == [one.words for one in found]
    assert [one.start for one in found] == sorted(one.start for one in found)


def test_a_relation_of_ones_own(own):
    """A relation and its cue in a file beside the ontology are found in a text, in either script."""
    assert facts(own("青禾集团托管了青云产业园。"), "tends") == [Fact("青禾集团", "tends", "青云产业园")]
    assert facts(own("青禾集團託管了青雲產業園。"), "tends") == [Fact("青禾集團", "tends", "青雲產業園")]


def test_without_the_file_there_is_no_such_relation(extracted):
    """The shipped ontology alone does not know it."""
    assert facts(extracted("青禾集团托管了青云产业园。"), "tends") == []


def test_a_relation_of_ones_own_goes_on_over_lists_and_status(own):
    """A new cue has lists, carried subjects and status like any other."""
    found = facts(own("青禾集团位于杭州市，将吃下白鹭集团和云杉制药有限公司。"), "acquires")
    firms = ("白鹭集团", "云杉制药有限公司")
    assert found == [Fact("青禾集团", "acquires", firm, "planned") for firm in firms]


def test_a_cue_is_no_part_of_a_name(own):
    """A verb that the ontology gives as a cue does not begin the name behind it."""
    assert facts(own("青禾集团将托管青云产业园。"), "tends") == [Fact("青禾集团", "tends", "青云产业园", "planned")]


def test_the_exception_of_a_cue_of_ones_own(own):
    """zm:unless holds back the cue."""
    assert facts(own("青禾集团托管费由青云产业园支付。"), "tends") == []


def test_a_cue_of_ones_own_names_terms(own, extracted):
    """zm:names makes a product of the object, which nothing else would recognise."""
    sentence = "青禾集团拼配出云雾茶饮料机。"
    assert facts(own(sentence)) == [Fact("青禾集团", "blends", "云雾茶饮料机")]
    assert facts(extracted(sentence)) == []


def test_a_pattern_of_ones_own_with_a_status(own):
    """zm:status on a cue settles the status of its claims."""
    found = facts(own("青禾集团展出采茶机器人。采茶机器人的拼配由青禾集团完成。"), "blends")
    assert found == [Fact("青禾集团", "blends", "采茶机器人", "claimed")]


def test_a_cue_for_a_shipped_relation(own):
    """One more cue for a relation that ships."""
    assert facts(own("青禾集团吃下白鹭集团。"), "acquires") == [Fact("青禾集团", "acquires", "白鹭集团")]


def test_the_extractor_names_the_cue(own):
    """A claim says which cue found it, with the cue's confidence."""
    (claim,) = own("青禾集团吃下白鹭集团。").claims
    assert (claim.extractor, claim.score) == ("cue:acquires/吃下", 0.7)


def test_a_class_of_ones_own(own):
    """zm:suffix of a new class finds its names, as docs/ontology.md says."""
    assert names(own("青禾集团托管了云雾茶园。"), "TeaGarden") == ["云雾茶园"]


def test_the_stop_word_of_a_class_of_ones_own(own):
    """What zm:stop lists is no name."""
    assert names(own("青禾集团托管了茶园。"), "TeaGarden") == []


def test_the_example_of_the_docs(tmp_path, checkout):
    """The file that docs/ontology.md shows finds the relation that it adds."""
    page = (checkout / "docs" / "ontology.md").read_text("utf-8")
    (example,) = re.findall(r"```turtle\n(.*?)```", page, re.DOTALL)
    path = Path(tmp_path / "my.ttl")
    path.write_text(example, encoding="utf-8")
    ontology = load_ontology(extra=[path])
    (reading,) = recognise([clean(Document("a", "a.txt", "青禾集团建造了远洋科考船。"))], ontology)
    assert facts(relate(reading, ontology)) == [Fact("青禾集团", "launches", "远洋科考船")]
