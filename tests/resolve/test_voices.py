"""Which articles are copies of another, and whose voice each is."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Script, Text
from graph.resolve.voices import Voice, copies_of, voices_of
from graph.script import normal_form, traditional

from .by_hand import text

BOILERPLATE = "该展会创办以来已成为区域内规模最大的行业盛会，由多家行业协会联合主办，面向全球观众免费开放。"
REPORT = (
    "甲州交易会昨日在甲州会展中心落下帷幕，组委会公布的统计显示，三天里共有八百多家厂商带来新品，"
    "现场签下的意向合同总额超过19亿元，其中机器人关节和减速器最受买家欢迎。组委会负责人林远舟说，"
    "下一届将增设低空经济展区，并在滨江的新馆举行，首批展位下月开始预订。"
)
OTHER = (
    "澜岸数据有限公司与乙州大学共建的港口调度实验室近日挂牌，双方将用五年时间研究集装箱堆场的排班算法，"
    "首期投入3000万元，二十名研究生已经进驻，明年夏天会在两座码头先行试用。"
)


def _article(source: str, id: str = "", published: str = "", publisher: str = "", script: Script = Script.HANS) -> Text:
    made = text(source, script)
    document = replace(made.document, published=published, publisher=publisher, id=id or made.document.id)
    return replace(made, document=document)


def _copies(*texts: Text) -> dict[str, str]:
    return dict(copies_of(texts))


def test_a_syndicated_article_is_a_copy_of_the_earliest():
    """The same report with another head and tail belongs to that which appeared first."""
    first = _article(REPORT, "b", "2021-04-18")
    later = _article(f"甲州晚报讯 {REPORT}（责任编辑：秦某）", "a", "2021-04-19")
    assert _copies(later, first, _article(OTHER, "c")) == {"a": "b"}


def test_a_copy_in_the_other_script_is_a_copy():
    """What is compared is the normal form."""
    hant = _article(traditional(REPORT), "b", "2021-04-19", script=Script.HANT)
    assert _copies(_article(REPORT, "a", "2021-04-18"), hant) == {"b": "a"}


def test_an_excerpt_is_a_copy_of_the_whole_though_it_is_earlier():
    """A third of an article, word for word, is that article's; the whole stays the original."""
    assert _copies(_article(REPORT[:60], "a", "2021-04-17"), _article(REPORT, "b", "2021-04-18")) == {"a": "b"}


def test_two_editions_that_share_their_boilerplate_are_two_voices():
    """A common passage makes no copy."""
    news = [
        "第八届到场厂商七百家，签约额19亿元，重点是航材与传动部件。",
        "第九届到场厂商九百家，签约额22亿元，新设储能与低空经济两个展区。",
    ]
    assert _copies(*(_article(BOILERPLATE + new) for new in news)) == {}


def test_a_form_filled_in_with_other_numbers_is_no_copy():
    """Two notices of one wording have numbers of their own."""
    form = "{}月{}日，甲州钢材市场螺纹钢均价每吨{}元，较前一交易日上涨{}元，成交量{}吨，市场观望情绪较浓，多数商家按需采购。"
    assert _copies(_article(form.format(3, 5, 3810, 20, 1250)), _article(form.format(4, 9, 3925, 35, 1630))) == {}


def test_what_is_very_short_is_nobodys_copy():
    """Two reporters may write the same headline."""
    assert _copies(_article("第八届甲州交易会今日开幕", "a"), _article("第八届甲州交易会今日开幕！", "b")) == {}


def test_two_articles_in_one_roundup_are_no_copies_of_each_other():
    """Both are the roundup's, and neither is the other's."""
    roundup = _article(f"{REPORT}\n{OTHER}", "r")
    assert _copies(_article(REPORT, "a"), _article(OTHER, "b"), roundup) == {"a": "r", "b": "r"}


CUTS = st.lists(st.tuples(st.sampled_from((REPORT, OTHER)), st.integers(0, 60)), min_size=1, max_size=6)


@given(CUTS, st.randoms())
def test_the_order_of_the_articles_changes_nothing(cuts, random):
    """Whatever the excerpts, the copies are the same in any order; no original is itself a copy."""
    texts = [_article(source[:at] or source, str(i), f"2021-04-1{i}") for i, (source, at) in enumerate(cuts)]
    found = copies_of(texts)
    random.shuffle(texts)
    assert copies_of(texts) == found
    assert not {original for _, original in found} & {copy for copy, _ in found}


@given(CUTS)
def test_an_article_about_other_things_changes_no_copies(cuts):
    """What was a copy stays one."""
    texts = [_article(REPORT[at:], str(i)) for i, (_, at) in enumerate(cuts)]
    assert set(copies_of(texts)) == set(copies_of([*texts, _article(OTHER, "other")]))


def test_the_voice_of_a_copy_is_its_original_and_that_ones_publisher():
    """Who prints it does not matter; a publisher is one in both scripts, and nobody's where none is known."""
    texts = [
        _article("甲", "a", publisher="浦江產經網"),
        _article("乙", "b", publisher="甲州晚报"),
        _article("丙", "c"),
    ]
    assert voices_of(texts, [("b", "a")]) == {
        "a": Voice("a", "浦江产经网"),
        "b": Voice("a", "浦江产经网"),
        "c": Voice("c", "c"),
    }


@pytest.mark.parametrize("source", ["", "。", "甲" * 39, "甲" * 400])
def test_any_text_can_be_compared(source):
    """Empty, without a letter, too short, monotonous: none of them breaks it."""
    assert normal_form(source) == source
    assert copies_of([_article(source, "a")]) == ()
