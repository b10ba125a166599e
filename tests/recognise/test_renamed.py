"""Former and later names of one thing."""

from __future__ import annotations

import pytest

from graph.recognise.renamed import followed

from .conftest import mention
from .test_aliases import named

OLD, NEW = "云杉化工有限公司", "岭川新材股份有限公司"


@pytest.mark.parametrize(
    "sentence",
    [
        f"{OLD}更名为{NEW}。",
        f"{OLD}正式改名{NEW}。",
        f"{OLD}日前挂牌更名为“{NEW}”。",
        f"{OLD}5月3日公告，公司名称变更为“{NEW}”。",
        f"{OLD}公告称，经工商登记，公司名称由“{OLD}”变更为“{NEW}”。",
        f"{OLD}（现更名为{NEW}）位于杭州。",
        f"{OLD}（现{NEW}）位于杭州。",
        f"{NEW}（原{OLD}）位于杭州。",
        f"{NEW}（原名{OLD}）位于杭州。",
        f"{NEW}（曾用名{OLD}）位于杭州。",
        f"{NEW}，前身为{OLD}，位于杭州。",
        f"{NEW}的前身是成立于2001年的{OLD}，位于杭州。",
        f"{NEW}由{OLD}更名而来。",
    ],
)
def test_one_thing_under_two_names(recognised, sentence):
    """The former name is another name of what the later one names."""
    reading = recognised(sentence)
    assert NEW in named(reading, OLD)
    assert named(reading, NEW) == {""}


@pytest.mark.parametrize(
    "sentence",
    [
        f"{OLD}和白鹭材料有限公司合并更名为{NEW}。",
        f"{OLD}与白鹭材料有限公司合并组建{NEW}。",
        f"{NEW}由{OLD}和白鹭材料有限公司合并而成。",
        f"{NEW}的前身是{OLD}和白鹭材料有限公司。",
        f"{NEW}，前身为{OLD}的研究室，位于杭州。",
        f"{OLD}的子公司更名为{NEW}。",
        f"{OLD}没有更名为{NEW}。",
        f"{NEW}收购{OLD}。",
        f"{OLD}办理了名称及经营范围的工商登记变更手续，{NEW}到场。",
    ],
)
def test_two_things(recognised, sentence):
    """What several become is a third; a part of a thing, what is denied and what is bought is no other name of it."""
    assert named(recognised(sentence), OLD) == {""}


def test_the_short_form_of_a_former_name_names_the_later(recognised):
    """云杉 is what 云杉化工有限公司 has become, all through the article."""
    reading = recognised(f"云杉化工股东很多。{OLD}更名为{NEW}。云杉化工的老厂区正在改建。")
    assert named(reading, "云杉化工") == {NEW}


def test_a_new_name_that_only_quotation_marks_show(recognised):
    """变更为“…” gives a name, whatever the tagger makes of it."""
    reading = recognised("云杉化工有限公司公告，证券简称由“云杉化工”变更为“望岭”。")
    assert named(reading, "云杉化工") == {"望岭"}
    assert {m.type for m in reading.mentions if m.surface == "望岭"} == {"Company"}


def test_names_that_define_each_other_end():
    """Two names each of which is defined by the other keep one name each."""
    one = mention(0, 2, "Company", surface="甲川", recogniser="definition", name="乙川")
    two = mention(4, 6, "Company", surface="乙川", recogniser="definition", name="甲川")
    assert [m.name for m in followed([one, two])] == ["甲川", "乙川"]
