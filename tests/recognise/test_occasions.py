"""Fairs as series, their editions, events; and what only ends like one."""

from __future__ import annotations

import pytest

from .conftest import names, surfaces


@pytest.mark.parametrize(
    ("sentence", "edition", "series"),
    [
        ("第三届东湖国际茶叶博览会开幕。", "第三届东湖国际茶叶博览会", "东湖国际茶叶博览会"),
        ("第三屆東湖國際茶葉博覽會開幕。", "第三屆東湖國際茶葉博覽會", "東湖國際茶葉博覽會"),
        ("第12届东湖国际茶叶博览会开幕。", "第12届东湖国际茶叶博览会", "东湖国际茶叶博览会"),
        ("首届东湖国际茶叶博览会开幕。", "首届东湖国际茶叶博览会", "东湖国际茶叶博览会"),
        ("2024年东湖国际茶叶博览会开幕。", "2024年东湖国际茶叶博览会", "东湖国际茶叶博览会"),
        ("东湖国际茶叶博览会(2024)开幕。", "东湖国际茶叶博览会(2024)", "东湖国际茶叶博览会"),
        ("首届帆博会开幕。", "首届帆博会", "帆博会"),
    ],
)
def test_an_edition_and_its_series(recognised, sentence, edition, series):
    """A number or a year makes an edition of the name, and the series stands inside it."""
    reading = recognised(sentence)
    assert names(reading, "FairEdition") == [edition]
    assert names(reading, "Fair") == [series]


def test_a_series_alone(recognised):
    """Without number and year a fair is the series only."""
    assert surfaces(recognised("东湖国际茶叶博览会很有名。")) == [("东湖国际茶叶博览会", "Fair")]


def test_a_bracketed_place_belongs_to_the_name(recognised):
    """中国(某地)国际… is one name."""
    assert "中国(海川)国际茶叶博览会" in names(recognised("中国(海川)国际茶叶博览会开幕。"), "Fair")


def test_two_editions_in_a_list(recognised):
    """Each item of a list of editions keeps its own number."""
    reading = recognised("第三届东湖国际茶叶博览会和第五届茶机展览会开幕。")
    assert names(reading, "FairEdition") == ["第三届东湖国际茶叶博览会", "第五届茶机展览会"]


@pytest.mark.parametrize(
    "sentence",
    [
        "博览会吸引了很多观众。",
        "這個博覽會很好。",
        "社交会让人疲惫。",
        "这是一个机会。",
        "移交会上，双方代表签字。",
        "大会议程已经确定。",
        "新闻发布会昨天举行。",
        "双方举行了一场推介会。",
        "他们在国际贸易谈判中成交会更快。",
        "往届帆博会观众很多。",
    ],
)
def test_no_occasions(recognised, sentence):
    """A bare head, a word that ends in 会 and another year's edition are not taken for occasions."""
    assert [name for type in ("Fair", "FairEdition", "Event") for name in names(recognised(sentence), type)] == []


@pytest.mark.parametrize("name", ["2023年长三角青年创业论坛", "第二届云端茶业峰会", "第二届海川纺织大会"])
def test_a_numbered_event(recognised, name):
    """A forum, summit or congress keeps its number or year."""
    assert names(recognised(f"{name}开幕。"), "Event") == [name]


@pytest.mark.parametrize("name", ["新品发布会", "行业论坛"])
def test_a_description_is_no_event(recognised, name):
    """What only says of which kind an event was has no name."""
    assert names(recognised(f"青禾集团举行了{name}。"), "Event") == []


def test_an_event_named_in_quotation_marks(recognised):
    """Quotation marks name an event together with the word behind them."""
    assert names(recognised("现场举行了“茶香出海”推介会。"), "Event") == ["“茶香出海”推介会"]


def test_an_edition_under_an_alias(recognised):
    """A number before an alias that the text defines makes an edition."""
    reading = recognised("东湖国际茶叶博览会(以下简称“东茶会”)很有名。首届东茶会吸引了客商。")
    assert "首届东茶会" in names(reading, "FairEdition")


@pytest.mark.parametrize("before", ["上届", "下届"])
def test_another_edition_is_not_named_by_its_pointer(recognised, before):
    """上届 points at an edition that the text does not number; it is no part of a name."""
    assert names(recognised(f"{before}东湖国际茶叶博览会在杭州市举行。"), "Fair") in ([], ["东湖国际茶叶博览会"])


def test_a_name_that_begins_with_a_general_word(recognised):
    """全球 belongs to the name of an event behind its number."""
    assert names(recognised("第二届全球智能纺织大会在绍兴召开。"), "Event") == ["第二届全球智能纺织大会"]


@pytest.mark.xfail(strict=True, reason="the quotation marks inside the name end it")
def test_quotation_marks_inside_a_name(recognised):
    """A name may have a quoted part between its number and its head."""
    reading = recognised("第三届“东湖之光”茶叶博览会开幕。")
    assert names(reading, "FairEdition") == ["第三届“东湖之光”茶叶博览会"]


@pytest.mark.parametrize("name", ["第三届智能装备展", "2024年慕尼黑上海电子展", "首届新材料展"])
def test_a_numbered_fair_that_ends_in_a_bare_character(recognised, name):
    """展 ends a fair's name where a number or a year stands before it."""
    assert names(recognised(f"{name}在南京开幕。"), "FairEdition") == [name]


@pytest.mark.parametrize(
    "sentence", ["2024年产业发展迅速。", "2023年企业参展热情高。", "第139届青湖交易会第二期今天闭展。"]
)
def test_what_else_ends_so(recognised, sentence):
    """发展, 参展 and 闭展 end no name."""
    assert [n for n in names(recognised(sentence), "Fair") if n.endswith("展")] == []


@pytest.mark.parametrize("season", ["国庆档", "2021年国庆档"])
def test_a_season_of_cinemas(recognised, season):
    """A holiday and 档 is an event, with its year where one stands before it."""
    assert names(recognised(f"{season}票房很高。"), "Event") == [season]
