"""Trades by their last word, and lists that 行业 or 以…为重点 closes."""

from __future__ import annotations

import pytest

from .conftest import names


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("今年高技术制造业利润增长5%。", ["高技术制造业"]),
        ("规模以上农副食品加工业增加值增长7%。", ["农副食品加工业"]),
        ("巩固提升海洋装备制造业优势。", ["海洋装备制造业"]),
        ("装备制造业与消费品制造业利润增长。", ["装备制造业", "消费品制造业"]),
        ("青禾省农业稳步发展。", []),
        ("青禾物流业协会成立。", []),
    ],
)
def test_a_branch(recognised, sentence, found):
    """A branch has the words that narrow it; 农业 alone is too wide, and an association is none."""
    assert names(recognised(sentence), "Industry") == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("其中，造纸、陶瓷行业利润分别增长5%、6%。", ["造纸", "陶瓷"]),
        ("云海省以造船、纺织、陶瓷等为重点，开展对接活动。", ["造船", "纺织", "陶瓷"]),
        ("陶瓷是云海省的支柱产业。", ["陶瓷"]),
        ("来自造纸、陶瓷等行业企业的代表到场。", []),
    ],
)
def test_a_list_without_and_so_on(recognised, sentence, found):
    """行业 closes a list whose numbers are dealt out, 为重点 one that somebody has put first."""
    assert names(recognised(sentence), "Industry") == found


@pytest.mark.parametrize("sentence", ["加快发展重点产业。", "推动创新链产业链融合。", "各地培育特色产业。"])
def test_no_trade_in_general(recognised, sentence):
    """What is said of every trade names none."""
    assert names(recognised(sentence), "Industry") == []
