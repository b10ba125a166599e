"""A bulletin is divided into its reports, a numbered list into its entries; an article is one piece."""

from __future__ import annotations

import pytest

from graph.clean import clean
from graph.model import Document

BODY = "甲公司昨天在云海市的工厂里开工，工人们从早忙到晚，附近的街上也热闹。"
MORE = BODY.replace("甲", "乙")
LAST = BODY.replace("甲", "丙")


def items(source, title=""):
    return [s.item for s in clean(Document("d", "d.txt", source, title=title)).sentences]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("▲", "▲"),
        ("●", "●"),
        ("1.", "2."),
        ("1、", "2、"),
        ("一、", "二、"),
        ("（一）", "（二）"),
        ("①", "②"),
        ("【财经】", "【科技】"),
        ("海川日报云海6月5日讯 ", "海川日报苏州6月5日讯 "),
        ("本报讯 ", "本报讯 "),
    ],
)
def test_marks_numbers_and_datelines_begin_an_item(first, second):
    """Every report begins with the same sort of mark; what stands before the first belongs to all."""
    source = f"今天的消息如下，请看仔细。\n{first}甲公司开工。厂长到场。\n{second}乙公司开工。"
    assert items(source) == [0, 1, 1, 2]


def test_a_rule_of_dashes_begins_an_item():
    """A line of dashes belongs to what stands before it."""
    assert items("今天的消息。\n-----\n甲公司开工。\n-----\n乙公司开工。") == [0, 0, 1, 1, 2]


def test_headlines_begin_an_item():
    """Headings as long as a headline, each with a paragraph of text, are reports."""
    source = f"要闻汇总\n{BODY}\n甲公司在云海市建成新的工厂\n{MORE}\n乙公司在苏州市建成新的工厂\n{LAST}"
    assert items(source, title="要闻汇总") == [0, 0, 1, 1, 2, 2]


@pytest.mark.parametrize(
    "source",
    [
        f"{BODY}\n▲甲公司开工。",
        f"{BODY}\n1.甲公司开工。\n3.乙公司开工。",
        f"{BODY}\n2.甲公司开工。\n3.乙公司开工。",
        f"{BODY}\n1.5万人到场。\n2.5万人离开。",
        f"{BODY}\n签约成果丰硕\n{MORE}\n客商云集\n{LAST}",
        f"{BODY}\n甲公司在云海市建成新的工厂\n{MORE}",
        f"{BODY}\n{MORE}\n{LAST}",
        "",
    ],
)
def test_one_piece(source):
    """One mark, a broken count, decimals, short headings, one heading and plain paragraphs divide nothing."""
    assert set(items(source)) <= {0}


def test_counting_goes_past_ten():
    """十一 follows 十."""
    numbers = "一 二 三 四 五 六 七 八 九 十 十一 十二".split()
    assert items("\n".join(f"{n}、甲公司开工。" for n in numbers)) == list(range(1, 13))
