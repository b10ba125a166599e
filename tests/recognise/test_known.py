"""Well-known organisations: names that count anywhere, and weak ones that need the text's support."""

from __future__ import annotations

import pytest

from .conftest import read, surfaces


def known(text: str) -> list[tuple[str, str]]:
    """Surface and full name of what the gazetteer's bodies account for."""
    return [(m.surface, m.name) for m in read(text).mentions if m.recogniser == "gazetteer" and m.name]


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("工行与甲州港集团签署了协议。", "工行", "中国工商银行"),
        ("曼联客场1比0击败热刺。", "曼联", "曼彻斯特联足球俱乐部"),
        ("美联储宣布加息。", "美联储", "美国联邦储备委员会"),
    ],
)
def test_a_short_form_leads_to_the_full_name(text, short, full):
    """What news calls a body and what it is called are one."""
    assert (short, full) in known(text)


@pytest.mark.parametrize(
    "text",
    [
        "果农正在采摘苹果。",
        "长征五号火箭搭载卫星升空。",
        "演员雷诺出席了首映式。",
    ],
)
def test_a_weak_name_without_support_is_nothing(text):
    """Fruit, a rocket and an actor are no organisations."""
    assert known(text) == []


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("雷诺周三收购了甲乙电池厂。", "雷诺", "雷诺汽车"),
        ("苹果手机销量大增。", "苹果", "苹果公司"),
        ("火箭险胜公牛。", "公牛", "芝加哥公牛"),
    ],
)
def test_words_around_bear_a_weak_name_out(text, short, full):
    """A takeover or a product behind a firm, a victory before a club."""
    assert dict(known(text)).get(short) == full


def test_the_full_name_elsewhere_bears_a_weak_name_out():
    """Where the text has introduced the firm, its short form is the firm."""
    assert ("苹果", "苹果公司") in known("苹果公司昨日发布公告。分析师认为,苹果将在秋季推出新机。")


def test_a_city_is_no_club_unless_the_text_says_so():
    """伯明翰 is a place to live in, and a team to beat."""
    assert ("伯明翰", "City") in surfaces(read("他在伯明翰读书。"))
    assert ("利物浦", "Organisation") in surfaces(read("曼联在雨中战胜了利物浦。"))


def test_a_local_organ_is_not_the_national_one():
    """某市卫健委 is another body than the commission of the state."""
    assert known("某市卫健委通报了情况。") == []


def test_a_ministry_of_another_state_is_not_the_chinese_one():
    """美国财政部 holds the name of 财政部 and is itself known."""
    assert [full for _, full in known("美国财政部发表声明。")] == ["美国财政部"]


def test_a_place_before_a_firm_is_no_part_of_its_name():
    """The tagger makes one word of place and name."""
    assert ("科大讯飞", "科大讯飞") in known("同时，安徽科大讯飞也继续参展，带来新产品。")


def test_a_latin_name_is_no_part_of_a_longer_one():
    """IBMX is another word than IBM."""
    assert known("新型号IBMX已经停产，工程师仍在维护。") == []
