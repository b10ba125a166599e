"""Relations that stand in names and in what is put side by side."""

from __future__ import annotations

import pytest

from .conftest import Fact, facts

EDITION = "第三届东湖国际茶叶博览会"


@pytest.mark.parametrize(
    ("edition", "series"),
    [(EDITION, "东湖国际茶叶博览会"), ("2024年東湖國際茶葉博覽會", "東湖國際茶葉博覽會"), ("首届帆博会", "帆博会")],
)
def test_an_edition_of_its_series(extracted, edition, series):
    """An edition is of the series inside its name."""
    assert facts(extracted(f"{edition}很热闹。"), "editionOf") == [Fact(edition, "editionOf", series)]


def test_the_place_in_the_name_of_a_firm(extracted):
    """The place that a firm's name begins with counts as said."""
    found = facts(extracted("江苏云岚智能装备有限公司获奖。"))
    assert found == [Fact("江苏云岚智能装备有限公司", "locatedIn", "江苏")]


def test_the_place_in_the_name_of_a_university(extracted):
    """That in a university's name does not."""
    assert facts(extracted("江苏理工大学招生。"), "locatedIn") == []


def test_places_side_by_side(extracted):
    """The larger first: each is part of the one before."""
    found = facts(extracted("浙江省杭州市余杭区的茶园很大。"))
    assert found == [Fact("杭州市", "partOf", "浙江省"), Fact("余杭区", "partOf", "杭州市")]


def test_a_list_shares_the_larger_place(extracted):
    """甲市乙区和丙区: both districts are in the city."""
    found = facts(extracted("江苏省南京市溧水区和高淳区的茶园很大。"), "partOf")
    assert Fact("溧水区", "partOf", "南京市") in found
    assert Fact("高淳区", "partOf", "南京市") in found


@pytest.mark.parametrize("sentence", ["江苏省、安徽省的茶园很大。", "江苏省杭州市都有茶园。", "中国德国的茶园都很大。"])
def test_places_that_do_not_hold_each_other(extracted, sentence):
    """A list, and places that the gazetteer puts elsewhere, are not parts of one another."""
    assert facts(extracted(sentence), "partOf") == []


def test_a_policy_on_a_region(extracted):
    """A policy whose title begins with a place concerns it."""
    found = facts(extracted("《长三角茶产业发展规划》印发。"))
    assert found == [Fact("《长三角茶产业发展规划》", "concerns", "长三角")]


def test_zones_are_parts_of_the_edition(extracted):
    """In an article on one edition, zones are parts of it."""
    found = facts(extracted(f"{EDITION}开幕。现场设立绿色茶机展区、品牌茶企展区。"), "partOf")
    assert found == [Fact("绿色茶机展区", "partOf", EDITION), Fact("品牌茶企展区", "partOf", EDITION)]


def test_a_sub_forum_is_part_of_the_edition(extracted):
    """A parallel forum named in an article on one edition is part of it."""
    found = facts(extracted(f"{EDITION}开幕。现场举行了海川茶机创新平行论坛。"), "partOf")
    assert [f.object for f in found] == [EDITION]


def test_who_shows_exhibits_at_the_edition(extracted):
    """A firm that shows something in an article on one edition exhibits at that edition."""
    found = facts(extracted(f"{EDITION}开幕。青禾集团展出了采茶机器人。"), "exhibitsAt")
    assert found == [Fact("青禾集团", "exhibitsAt", EDITION)]


@pytest.mark.parametrize("sentence", ["青禾集团没有展出采茶机器人。", "如果青禾集团展出采茶机器人，观众会喜欢。"])
def test_who_does_not_show_does_not_exhibit(extracted, sentence):
    """Neither a denied nor a hypothetical show makes an exhibitor."""
    assert facts(extracted(f"{EDITION}开幕。{sentence}"), "exhibitsAt") == []


def test_without_an_edition_nobody_exhibits(extracted):
    """Outside an article on an edition, to show something says nothing of a fair."""
    assert facts(extracted("青禾集团展出了采茶机器人。"), "exhibitsAt") == []


def test_a_sentence_that_opens_with_a_place(extracted):
    """在甲，乙建设丙: 丙 lies in 甲."""
    found = facts(extracted("在江苏省，青禾集团建设青云产业园。"), "locatedIn")
    assert found == [Fact("青云产业园", "locatedIn", "江苏省")]


@pytest.mark.parametrize(
    ("body", "place"),
    [("上海市商务委员会", "上海市"), ("上海市商務委員會", "上海市"), ("浙江省科学技术厅", "浙江省")],
)
def test_the_place_in_the_name_of_an_office(extracted, body, place):
    """The place in the name of a local office is a mention, and where it is."""
    found = facts(extracted(f"{body}昨天开会。"), "locatedIn")
    assert [(f.subject, f.object) for f in found] == [(body, place)]


def test_an_office_elsewhere(extracted):
    """What a province keeps in another city does not lie in the province."""
    found = facts(extracted("浙江省人民政府驻上海办事处昨天开会。"), "locatedIn")
    assert "浙江省" not in {f.object for f in found if "驻" in f.subject}


def test_an_institute_is_part_of_its_academy(extracted):
    """What begins with the name of a larger body is part of it, a firm of a group its subsidiary."""
    assert facts(extracted("他来到中国科学院青禾研究所。"), "partOf") == [
        Fact("中国科学院青禾研究所", "partOf", "中国科学院")
    ]
    assert facts(extracted("云海青禾集团白鹭公司很有名。"), "subsidiaryOf") == [
        Fact("云海青禾集团白鹭公司", "subsidiaryOf", "云海青禾集团")
    ]


def test_a_firm_behind_its_kind_lies_where_it_says(extracted):
    """德国汽车巨头甲 is a firm of Germany."""
    found = facts(extracted("德国汽车巨头迪诺玛宣布涨价。"), "locatedIn")
    assert found == [Fact("迪诺玛", "locatedIn", "德国")]


def test_what_the_title_of_a_policy_names(extracted):
    """A policy concerns the trade that its title names and the text speaks of."""
    found = facts(extracted("云海省大力发展茶叶加工业，印发《茶叶加工业振兴规划》。"), "concerns")
    assert [f.object for f in found] == ["茶叶加工业"]


def test_two_roads_side_by_side(extracted):
    """A road lies in no road, and what lies in a place as the text says is no part of it besides."""
    assert facts(extracted("他站在杭州市秋实路春华路路口。"), "partOf") != []
    assert "秋实路" not in {f.object for f in facts(extracted("他站在杭州市秋实路春华路路口。"), "partOf")}
