"""What a user's list of entities settles, and what it adds to the graph."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.authority import Authority, Entry
from graph.model import Extraction, Knowledge, Verdict
from graph.resolve import resolve
from graph.script import script_of

from .by_hand import article, ids, named, ontology, reasons

HAICHUAN = Entry(
    "海川控股集团有限公司",
    "Company",
    ("海川", "海川国际"),
    ("http://www.wikidata.org/entity/Q42",),
    (("creditCode", "91350100M000100Y43"), ("locatedIn", "青岛市"), ("partnerOf", "乙岭集团")),
    "my.csv:2",
)
YILING = Entry("乙岭集团", "Company", where="my.csv:3")
PAPER = Entry("华兴纸业有限公司", "Company", ("华兴",), where="my.csv:4")
YARD = Entry("华兴造船厂有限公司", "Company", ("华兴",), where="my.csv:5")
ALIAS = named("海川", "Company", "entities", HAICHUAN.name, 0.96)


def know(*articles: Extraction, entries: tuple[Entry, ...] = (HAICHUAN, YILING, PAPER, YARD)) -> Knowledge:
    """The articles brought together with these entries."""
    return resolve(articles, ontology(), Authority(entries))


def test_all_names_are_one():
    """Aliases and the full name in several articles are one thing under the full name."""
    knowledge = know(
        article("海川来了", ALIAS), article("海川国际来了", named("海川国际", "Company", "entities", HAICHUAN.name))
    )
    assert ids(knowledge, "org") == ["海川控股集团有限公司"]
    entity = knowledge.entity("org/海川控股集团有限公司")
    assert (entity.name, set(entity.aliases)) == (HAICHUAN.name, {"海川", "海川国际"})
    assert reasons(knowledge, entity.id)["海川"] == "the list of entities has “海川” as a name of it"


def test_what_no_text_uses_is_hidden():
    """An alias that no text has is no altLabel."""
    assert "海川国际" in know(article("海川来了", ALIAS)).entity("org/海川控股集团有限公司").hidden


def test_what_the_list_adds():
    """Codes, IRIs and the place stand with the entity; the place and what it lies in are background."""
    knowledge = know(article("海川来了", ALIAS))
    entity = knowledge.entity("org/海川控股集团有限公司")
    assert entity.properties == (("creditCode", "91350100M000100Y43"),)
    assert entity.same_as == ("http://www.wikidata.org/entity/Q42",)
    assert (entity.id, "locatedIn", "place/青岛市") in knowledge.background
    assert knowledge.entity("place/青岛市").background
    assert knowledge.entity("place/山东省").background
    assert knowledge.statements == ()


def test_only_what_occurs_is_written():
    """An entry that no text names is not there, and no relation leads to it."""
    knowledge = know(article("海川来了", ALIAS))
    assert "org/乙岭集团" not in {e.id for e in knowledge.entities}
    assert not any(predicate == "partnerOf" for _, predicate, _ in knowledge.background)


def test_a_relation_between_two_that_occur():
    """With both ends in the texts the relation of the list is background."""
    knowledge = know(article("海川来了", ALIAS), article("乙岭集团来了", named("乙岭集团", "Company")))
    assert ("org/海川控股集团有限公司", "partnerOf", "org/乙岭集团") in knowledge.background


def test_a_shared_alias_is_merged_with_nobody():
    """An alias of two entries stays a thing of its own, with a doubt about each, though one article tells which it means."""
    told = named("华兴", "Company", "entities", PAPER.name)
    knowledge = know(article("华兴来了", told), article("华兴又来了", named("华兴", "Company", "ambiguous")))
    assert sorted(ids(knowledge, "org")) == ["华兴", "华兴纸业有限公司"]
    doubts = [j for j in knowledge.judgements if j.verdict is Verdict.UNSURE]
    assert {(j.left, j.right) for j in doubts} == {("org/华兴", PAPER.name), ("org/华兴", YARD.name)}


def test_two_entries_stay_two():
    """A group and a firm that a short form would bring together are two where the list has both."""
    group, firm = Entry("云杉集团", "Company"), Entry("云杉集团有限公司", "Company")
    both = article("云杉集团有限公司和云杉集团", named("云杉集团有限公司", "Company"), named("云杉集团", "Company"))
    assert len(ids(know(both, entries=(group, firm)), "org")) == 2
    assert len(ids(know(both, entries=()), "org")) == 1


def test_the_class_of_the_list_holds():
    """What another article takes for a firm is what the list says."""
    lab = Entry("云杉实验", "ResearchInstitute")
    knowledge = know(article("云杉实验", named("云杉实验", "Company")), entries=(lab,))
    assert knowledge.entity("org/云杉实验").type == "ResearchInstitute"


@pytest.mark.parametrize(
    ("source", "name"), [("海川來到臺灣", "海川控股集團有限公司"), ("海川来到台湾", HAICHUAN.name)]
)
def test_the_name_is_in_the_script_of_the_texts(source, name):
    """A name from the list is written as the first text that names it is."""
    said = article(source, ALIAS)
    knowledge = know(replace(said, text=replace(said.text, script=script_of(source))))
    assert knowledge.entity("org/海川控股集团有限公司").name == name


@given(st.permutations([ALIAS, named("乙岭集团", "Company"), named("华兴", "Company", "ambiguous")]))
def test_the_order_of_articles_does_not_matter(names):
    """Entities, judgements and background are the same in any order."""
    articles = [article(f"{one[0]}来了", one) for one in names]
    one, other = know(*articles), know(*reversed(articles))
    assert (one.entities, one.background) == (other.entities, other.background)
    assert set(one.judgements) == set(other.judgements)
