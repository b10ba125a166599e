"""Names that a user lists, in texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.authority import Authority, Entry
from graph.clean import clean
from graph.model import Document, Mention
from graph.recognise import passed_over, recognise

from .conftest import news, shipped

HAICHUAN = Entry("海川控股集团有限公司", "Company", ("海川", "HCG"))
PAPER = Entry("华兴纸业有限公司", "Company", ("华兴",))
YARD = Entry("华兴造船厂", "Company", ("华兴",))
DESK = Entry("华兴书桌", "Product", ("华兴",))
ROBOT = Entry("云帆", "Product")


def mentions(source: str, *entries: Entry) -> list[Mention]:
    """The mentions of an article, with these entries known."""
    (reading,) = recognise([clean(Document("a", "a.txt", source))], shipped(), Authority(entries))
    return list(reading.mentions)


def by_list(source: str, *entries: Entry) -> list[tuple[str, str, str]]:
    """Surface, class and name of what the list finds."""
    kinds = ("entities", "ambiguous")
    return [(m.surface, m.type, m.name) for m in mentions(source, *entries) if m.recogniser in kinds]


def test_a_name_that_nothing_else_would_find():
    """A product without any sign of one gets its class from the list."""
    assert by_list("他们昨天谈到了云帆。", ROBOT) == [("云帆", "Product", "云帆")]
    assert mentions("他们昨天谈到了云帆。") == []


@pytest.mark.parametrize("surface", ["海川", "HCG", "ＨＣＧ", "hcg"])
def test_aliases_in_any_width_and_case(surface):
    """An alias is found in half and full width, and names the entry."""
    assert by_list(f"昨天，{surface}发布了报告。", HAICHUAN) == [(surface, "Company", HAICHUAN.name)]


def test_both_scripts():
    """A name listed in one script is found in the other."""
    assert by_list("海川控股集團有限公司發佈了報告。", HAICHUAN)[0][0] == "海川控股集團有限公司"


def test_a_longer_name_wins():
    """The full name of another firm that holds an alias is that firm."""
    found = mentions("海川物流有限公司位于杭州市。", HAICHUAN)
    assert [(m.surface, m.recogniser) for m in found if m.type == "Company"] == [("海川物流有限公司", "structure")]


def test_a_kind_before_a_name_is_no_part_of_it():
    """A listed name behind a firm of some kind is that name, not a longer one."""
    assert (
        by_list("德国日用品公司海川集团有限公司来了。", Entry("海川集团有限公司", "Company"))[0][0]
        == "海川集团有限公司"
    )


@pytest.mark.parametrize("source", ["集中建设了三座桥。", "他喜欢CHCGX。"])
def test_a_short_name_does_not_cut_words(source):
    """Two characters across words, and Latin letters inside a word, are no name."""
    assert by_list(source, Entry("中建集团", "Company", ("中建", "HCG"))) == []


def test_the_text_says_which_of_two_is_meant():
    """A shared alias is the entry of which the text has another name."""
    found = by_list("华兴纸业有限公司成立于1998年。华兴去年获奖。", PAPER, YARD)
    assert found == [(PAPER.name, "Company", PAPER.name), ("华兴", "Company", PAPER.name)]


@pytest.mark.parametrize("others", ["", "华兴纸业有限公司和华兴造船厂都来了。"])
def test_a_shared_alias_names_neither(others):
    """Without any other name, or with those of both, it is kept apart."""
    assert by_list(f"{others}华兴去年获奖。", PAPER, YARD)[-1] == ("华兴", "Company", "")


def test_a_shared_alias_of_two_classes_is_left_to_others():
    """What may be a firm or a product is neither by the list."""
    assert by_list("华兴去年获奖。", PAPER, DESK) == []


def test_the_definition_of_the_text_goes_before():
    """What the text defines an alias for is no entry's."""
    found = mentions("华兴钢铁有限公司（以下简称“华兴”）位于杭州市。", PAPER)
    assert [m.name for m in found if m.surface == "华兴"] == ["华兴钢铁有限公司"]


def test_what_a_listed_name_was_preferred_to():
    """What another recogniser proposed and the list outdid is told."""
    authority = Authority((Entry("云岚智能科技有限公司", "ResearchInstitute"),))
    (reading,) = recognise([clean(Document("a", "a.txt", "云岚智能科技有限公司位于杭州市。"))], shipped(), authority)
    lost = {(one.type, by.recogniser) for one, by in passed_over(reading, shipped(), authority)}
    assert ("Company", "entities") in lost


@settings(deadline=None)
@given(news, st.permutations([HAICHUAN, PAPER, YARD, ROBOT]))
def test_the_order_of_the_list_does_not_matter(source, entries):
    """The same entries in another order give the same mentions."""
    assert mentions(source, *entries) == mentions(source, HAICHUAN, PAPER, YARD, ROBOT)
