"""Products by how texts name them: in quotation marks, by series and number, counted, traded, made."""

from __future__ import annotations

import pytest

from .conftest import names


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("“青禾”人形机器人亮相。", ["“青禾”人形机器人"]),
        ("士兵学习“白鹭”步兵战车的操作。", ["“白鹭”步兵战车"]),
        ("“追光者”号返回港口。", ["“追光者”号"]),
        ("“小而精”产品很多。", []),
        ("“两业”政策见效。", []),
    ],
)
def test_a_name_in_quotation_marks(recognised, sentence, found):
    """What stands behind the marks says what the name is of; a general word behind them makes none."""
    assert names(recognised(sentence), "Product") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("神舟九十号发射成功。", ["神舟九十号"]),
        ("潜艇白鲸号击中货轮青禾丸。", ["白鲸号", "青禾丸"]),
        ("嫦娥九号楼建成。", []),
        ("船员说出了型号。", []),
    ],
)
def test_craft(recognised, sentence, found):
    """Spacecraft have a series and a number, ships a name behind what they are."""
    assert [name for name in names(recognised(sentence), "Product") if name.endswith(("号", "丸"))] == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("当地投入了5000多台智能采茶机。", ["智能采茶机"]),
        ("30万吨节能原油船交付用户。", ["30万吨节能原油船"]),
        ("路边停着两辆自行车。", []),
    ],
)
def test_counted(recognised, sentence, found):
    """Goods in large numbers or put to use, and a ship with its size where it is delivered."""
    assert names(recognised(sentence), "Product") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("将推进大型采茶机、恒温茶箱等研发、制造。", ["大型采茶机", "恒温茶箱"]),
        ("当地投入采茶机、茶叶箱等300多台。", ["采茶机", "茶叶箱"]),
        ("宁波市茶叶产量2万吨。", []),
        ("全省茶叶产量2万吨。", []),
        ("货物出口增长5%。", []),
    ],
)
def test_made(recognised, sentence, found):
    """What is made, or brought in numbers; what is only measured is what somebody else has."""
    assert names(recognised(sentence), "Product") == found


@pytest.mark.parametrize(
    ("sentence", "type", "found"),
    [
        ("系统通过人工智能解析配方。", "Technology", ["人工智能"]),
        ("小麦陆续成熟。", "Product", ["小麦"]),
        ("农户使用了高性能播种机。", "Product", ["高性能播种机"]),
        ("他戴着VR眼镜。", "Technology", []),
        ("人工智能产业壮大。", "Technology", []),
    ],
)
def test_known_terms(recognised, sentence, type, found):
    """A well-known technique or good is named wherever it is no part of a longer name."""
    assert names(recognised(sentence), type) == found


def test_an_app_that_bears_the_name_of_its_firm(recognised):
    """“某某”App, 某某App and 应用“某某” are products; 某某 alone stays the firm."""
    reading = recognised(
        "北京茶望科技有限公司昨天宣布，旗下团购应用“茶望”用户突破千万。“茶望”App今年上线方言客服。打开茶望App，茶望的茶叶就能送到。"
    )
    found = [(m.surface, m.type) for m in reading.mentions if "茶望" in m.surface]
    assert found == [
        ("北京茶望科技有限公司", "Company"),
        ("茶望", "Product"),
        ("“茶望”App", "Product"),
        ("茶望App", "Product"),
        ("茶望", "Company"),
    ]


@pytest.mark.parametrize("text", ["茶农用手机App卖茶。", "茶农用美国App卖茶。", "美国App Tea公司卖茶。"])
def test_an_app_without_a_name(recognised, text):
    """手机App names nothing, nor does a place before App, nor App in a longer Latin name."""
    assert not [m for m in recognised(text).mentions if m.type == "Product" and "App" in m.surface]


def test_a_brand_that_bears_the_name_of_its_firm(recognised):
    """“某某” in marks is the product where the article has “某某”牌."""
    reading = recognised("福建茶望茶业有限公司推出“茶望”牌明前茶。“茶望”去年销售额为两亿元，茶望的茶园很大。")
    marked = [(m.surface, m.type, m.name) for m in reading.mentions if m.surface == "茶望"]
    assert marked[0] == ("茶望", "Product", "“茶望”牌明前茶")
    assert all(type == "Company" for _, type, _ in marked[1:])
