"""Trades and products that are terms because a statistic is said of them."""

from __future__ import annotations

import pytest

from .conftest import names


@pytest.mark.parametrize(
    ("sentence", "trades"),
    [
        ("3月份，茶机制造业营业收入同比增长5%。", ["茶机制造业"]),
        ("规模以上水产加工业企业实现营业收入8亿元。", ["水产加工业"]),
        ("其中，茶叶、茶具行业利润分别增长8%、7%。", ["茶叶", "茶具"]),
        ("茶具及器械制造业、茶机制造业实际使用外资分别增长8%和7%。", ["茶具及器械制造业", "茶机制造业"]),
    ],
)
def test_trades(recognised, sentence, trades):
    """A trade by its ending, a list that 行业 sums up, a name with 及 in it; size is no part of the name."""
    assert names(recognised(sentence), "Industry") == trades


@pytest.mark.parametrize(
    ("sentence", "products"),
    [
        ("采茶机器人产量增长38%。", ["采茶机器人"]),
        ("医疗机器人和民用无人机产量分别增长8%和5%。", ["医疗机器人", "民用无人机"]),
    ],
)
def test_products(recognised, sentence, products):
    """A product by its ending, alone or in a list."""
    assert names(recognised(sentence), "Product") == products


@pytest.mark.parametrize(
    "sentence",
    [
        "规模以上工业增加值增长5%。",
        "企业利润增长5%。",
        "茶机制造业利润可观。",
        "我们到茶机制造业投资3亿元。",
    ],
)
def test_none(recognised, sentence):
    """Words that only end like trades, a statistic without a number, and an object are none."""
    assert [m for m in recognised(sentence).mentions if m.recogniser == "measured"] == []


def test_a_trade_of_a_place_is_not_named_by_it(recognised):
    """Right behind a place the statistic is the place's."""
    found = recognised("浙江省茶机制造业产值增长5%。").mentions
    assert [m for m in found if m.recogniser == "measured"] == []
