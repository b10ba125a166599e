"""Aliases that a text defines, short forms of firms, and names said again."""

from __future__ import annotations

import pytest

from graph.model import Reading

from .conftest import names


def named(reading: Reading, surface: str) -> set[str]:
    """What the mentions with that surface name."""
    return {m.name for m in reading.mentions if m.surface == surface}


@pytest.mark.parametrize(
    ("definition", "alias", "full"),
    [
        ("江苏云岚智能装备有限公司(以下简称“云岚智能”)", "云岚智能", "江苏云岚智能装备有限公司"),
        ("江蘇雲嵐智能裝備有限公司（以下簡稱“雲嵐智能”）", "雲嵐智能", "江蘇雲嵐智能裝備有限公司"),
        ("江苏云岚智能装备有限公司(下称“云岚智能”)", "云岚智能", "江苏云岚智能装备有限公司"),
        ("江苏云岚智能装备有限公司(以下简称云岚智能)", "云岚智能", "江苏云岚智能装备有限公司"),
        ("中国茶叶流通协会(中茶协)", "中茶协", "中国茶叶流通协会"),
        ("东湖国际茶叶博览会(ETE)", "ETE", "东湖国际茶叶博览会"),
    ],
)
def test_a_definition(recognised, definition, alias, full):
    """以下简称, 下称 and brackets define another name for what stands before them."""
    assert named(recognised(f"{definition}引起了关注。"), alias) == {full}


def test_an_alias_behind_an_edition_names_the_series(recognised):
    """第三届…博览会(以下简称“…”) shortens the series, for the next edition will have the alias too."""
    reading = recognised("第三届东湖国际茶叶博览会(以下简称“东茶会”)开幕。东茶会共设五个展区。")
    assert names(reading, "Fair").count("东茶会") == 2
    assert named(reading, "东茶会") == {"东湖国际茶叶博览会"}


def test_a_short_form(recognised):
    """A firm named in full is recognised by what is left without place, trade and legal form."""
    reading = recognised("江苏云岚智能装备有限公司位于苏州市。云岚展出了采茶机器人。")
    assert named(reading, "云岚") == {"江苏云岚智能装备有限公司"}


def test_no_short_form_without_the_full_name(recognised):
    """The same word names nothing where no firm of that name was said."""
    assert named(recognised("云岚展出了采茶机器人。"), "云岚") <= {""}


def test_a_term_said_again(recognised):
    """A product that a cue has named is recognised where no cue stands by it."""
    reading = recognised("青禾集团展出了采茶机器人。观众喜欢采茶机器人。")
    assert names(reading, "Product") == ["采茶机器人", "采茶机器人"]


def test_brackets_that_define_nothing(recognised):
    """Words in brackets that are no short form of what stands before them are no alias."""
    assert named(recognised("中国茶叶流通协会(会员单位)公布了名单。"), "会员单位") == set()


def test_a_place_in_brackets_is_no_alias(recognised):
    """A place behind a firm's name does not name the firm."""
    assert "杭州" not in names(recognised("青禾集团(杭州)获奖。"), "Company")


def test_a_former_name(recognised):
    """原名 in brackets gives the name that the firm had, without the word itself."""
    reading = recognised("青禾集团(原名白鹭茶机有限公司)成立于2001年。")
    assert named(reading, "白鹭茶机有限公司") == {"青禾集团"}
    assert not any(m.surface.startswith("原名") for m in reading.mentions)


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("温岭泽川精密传动有限公司", "泽川传动"),
        ("浙江云岚新材料股份有限公司", "云岚新材"),
        ("云岚科技股份有限公司", "云岚股份"),
    ],
)
def test_a_short_form_that_keeps_characters(recognised, full, short):
    """A short form with the first two characters of the firm's own name and some of its trade is the firm."""
    assert named(recognised(f"{full}位于杭州市。{short}今年投产。"), short) == {full}


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("云岚科技股份有限公司位于杭州市。云岚置业今年投产。", "云岚置业"),
        ("云岚传动有限公司和云岚新材料股份有限公司位于杭州市。云岚新材今年投产。", "云岚新材"),
        ("泽恒精密传动有限公司位于杭州市。泽川传动今年投产。", "泽川传动"),
        ("海川市电子信息产业集团有限公司位于杭州市。电子信息今年很热。", "电子信息"),
    ],
)
def test_a_name_that_keeps_no_characters_of_one_firm(recognised, text, other):
    """Another trade, two firms of one first word and another word are no short form."""
    assert named(recognised(text), other) <= {""}


def test_the_latin_name_of_a_known_term(recognised):
    """The brackets behind a technique of the list give its name in Latin letters."""
    reading = recognised("茶园用数字孪生（Digital Twin）技术管理。")
    assert named(reading, "Digital Twin") == {"数字孪生"}
