"""Lists, clauses and referents; and what holds of the claims of any text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from opencc import OpenCC
from recognise.conftest import news, read, shipped

from graph.gazetteer import load_gazetteer
from graph.model import Literal
from graph.relate import relate
from graph.relate.referents import lay_out
from graph.relate.scene import Scene


def scene(source: str, title: str = "") -> Scene:
    return lay_out(read(source, title=title), shipped(), load_gazetteer())


def groups(source: str) -> list[list[str]]:
    """The lists of the first sentence, in the text's words."""
    laid = scene(source)
    clean = laid.text.clean
    return [[clean[member.start : member.end] for member in group.members] for group in laid.groups[0]]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("青禾集团、白鹭集团及云杉科技到场。", [["青禾集团", "白鹭集团", "云杉科技"]]),
        ("青禾集團、白鷺集團以及雲杉科技到場。", [["青禾集團", "白鷺集團", "雲杉科技"]]),
        ("沪苏浙皖四地合作。", [["沪", "苏", "浙", "皖"]]),
        ("《茶机条例》和《茶园条例》印发。", [["《茶机条例》", "《茶园条例》"]]),
        ("青禾集团收购白鹭集团。", [["青禾集团"], ["白鹭集团"]]),
        ("青禾集团与沈知远合作。", [["青禾集团"], ["沈知远"]]),
    ],
)
def test_lists(sentence, expected):
    """、, 和, 及 and 以及 join what is of one kind; a verb or another kind parts."""
    assert groups(sentence) == expected


def test_titles_without_a_comma():
    """Titles side by side are a list without 、."""
    assert groups("《茶机条例》《茶园条例》印发。") == [["《茶机条例》", "《茶园条例》"]]


def test_the_series_in_an_edition_is_no_referent():
    """Only the outermost of nested names can be an argument."""
    assert groups("第三届东湖国际茶叶博览会开幕。") == [["第三届东湖国际茶叶博览会"]]


def test_an_alias_in_its_definition_is_no_referent():
    """The alias inside the brackets that define it is no argument."""
    assert groups("青禾集团有限公司(以下简称“青禾集团”)位于杭州市。") == [["青禾集团有限公司"], ["杭州市"]]


@pytest.mark.parametrize("dateline", ["新华社杭州6月5日电(记者 沈知远)", "海川日报杭州6月5日讯(记者 沈知远)"])
def test_a_dateline_is_no_referent(dateline):
    """The medium and the place of a dateline are no arguments."""
    clean = f"{dateline}茶叶丰收。"
    found = {name for group in groups(clean) for name in group}
    assert found.isdisjoint({"新华社", "海川日报", "杭州"})


def test_clauses():
    """Commas part clauses, not those inside a list or a title."""
    laid = scene("青禾集团位于杭州市，生产《茶,山》和采茶机器人。")
    clean = laid.text.clean
    assert [clean[c.start : c.end] for c in laid.clauses[0]] == ["青禾集团位于杭州市，", "生产《茶,山》和采茶机器人。"]


def test_a_blank_parts_a_title():
    """In a title a blank parts clauses."""
    laid = scene("茶香满城 青禾集团参展\n青禾集团昨天参展。", title="茶香满城 青禾集团参展")
    assert len(laid.clauses[0]) == 2


def test_a_caption_says_nothing():
    """What stands under a picture is no sentence of the article."""
    said = relate(read("青禾集团很有名。\n图为白鹭集团展出采茶机器人。"), shipped())
    assert said.claims == said.measures == ()


ARTICLE = (
    "第三届东湖国际茶叶博览会(以下简称“东茶会”)6月5日在杭州市开幕。东茶会由青禾集团和白鹭集团主办，吸引近1000家企业参展。\n"
    "江苏云岚智能装备有限公司董事长沈知远介绍，公司研发了采茶机器人。该产品应用于农业、园林等领域，去年销售额达到3亿元，同比增长15%。\n"
    "沪苏浙皖四地将举行茶业论坛。"
)


def test_both_scripts_say_the_same():
    """An article in traditional characters has the mentions, claims and measures of the same in simplified ones."""
    traditional = OpenCC("s2t").convert(ARTICLE)
    assert traditional != ARTICLE
    plain, other = (relate(read(source, published="2024-06-06"), shipped()) for source in (ARTICLE, traditional))
    assert len(plain.claims) > 8
    assert len(plain.measures) > 2
    assert [(m.start, m.end, m.type) for m in plain.mentions] == [(m.start, m.end, m.type) for m in other.mentions]
    assert plain.claims == other.claims
    assert [(m.about, m.value, m.comparator, m.time) for m in plain.measures] == [
        (m.about, m.value, m.comparator, m.time) for m in other.measures
    ]


@settings(max_examples=120, deadline=None)
@given(news.map(lambda source: f"{source}。"))
def test_claims_of_any_text(source):
    """Indices point at mentions, classes fit domain and range, the evidence is a sentence, scores are shares."""
    said = relate(read(source), shipped())
    ontology, spans = shipped(), {(s.start, s.end) for s in said.text.sentences}
    for claim in said.claims:
        prop = ontology.properties[claim.predicate]
        assert 0 <= claim.subject < len(said.mentions)
        assert ontology.fits(said.mentions[claim.subject].type, prop.domain)
        if isinstance(claim.object, Literal):
            assert prop.literal
            assert claim.object.datatype in ("date", "gYear", "gYearMonth", "gMonthDay")
        else:
            assert 0 <= claim.object < len(said.mentions)
            assert claim.object != claim.subject
            assert ontology.fits(said.mentions[claim.object].type, prop.range)
        assert (claim.start, claim.end) in spans
        assert 0 < claim.score <= 1
        assert all(0 <= at < len(said.mentions) for _, at in claim.qualifiers if isinstance(at, int))


@settings(max_examples=120, deadline=None)
@given(news.map(lambda source: f"{source}。"))
def test_measures_of_any_text(source):
    """A measure has a bearer, words, a finite value, a comparator of the contract and a sentence."""
    said = relate(read(source), shipped())
    spans = {(s.start, s.end) for s in said.text.sentences}
    comparators = {code.name for code in shipped().codes.values() if code.kind == "Comparator"}
    for measure in said.measures:
        assert 0 <= measure.about < len(said.mentions)
        assert measure.measure.strip() == measure.measure != ""
        assert measure.value.is_finite()
        assert measure.comparator in comparators
        assert (measure.start, measure.end) in spans


@settings(max_examples=40, deadline=None)
@given(news.map(lambda source: f"{source}。"))
def test_no_fact_twice(source):
    """One sentence states a fact of two mentions once for each status."""
    claims = relate(read(source), shipped()).claims
    keys = [(c.subject, c.predicate, c.object, c.start, c.status) for c in claims]
    assert len(keys) == len(set(keys))


def test_relating_reads_only_the_reading():
    """The same reading gives the same claims, and without mentions there is nothing."""
    reading = read("青禾集团收购了白鹭集团，去年营业收入20亿元。")
    assert relate(reading, shipped()) == relate(reading, shipped())
    assert relate(replace(reading, mentions=()), shipped()).claims == ()
