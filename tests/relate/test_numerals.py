"""Numerals: the value of a number however it is written."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.relate.numerals import is_rough, value

DIGITS = "零一二三四五六七八九"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("一百二十", "120"),
        ("一百零五", "105"),
        ("一千零一十二", "1012"),
        ("一万零十二", "10012"),
        ("二百五", "250"),
        ("两千三", "2300"),
        ("一万二", "12000"),
        ("二〇二三", "2023"),
        ("一万五千亿", "1500000000000"),
        ("二十万亿", "20000000000000"),
        ("1亿2000万", "120000000"),
        ("4.78万亿", "4780000000000"),
        ("二十一点五亿", "2150000000"),
        ("壹佰贰拾", "120"),
        ("负六点六", "-6.6"),
        ("1,234.50", "1234.5"),
    ],
)
def test_the_value(text, number):
    """By place, digit by digit, with scales in a row, in formal numerals."""
    assert value(text) == Decimal(number)


@pytest.mark.parametrize(("text", "number"), [("三四十", 30), ("七八千", 7000), ("十七八", 17), ("二三百万", 2000000)])
def test_neighbouring_digits_are_about_the_lower(text, number):
    """三四十 is thirty or forty."""
    assert (value(text), is_rough(text)) == (number, True)


@pytest.mark.parametrize("text", ["二十三", "三十四", "一二三四", "四五〇"])
def test_digits_in_a_row_are_no_guess(text):
    """A tens digit before its ones, and a year, are exact."""
    assert not is_rough(text)


@given(st.integers(1, 9999))
def test_every_number_below_ten_thousand(number: int):
    """Written by the rules, it is read as it is."""
    assert value(_written(number)) == number


def _written(number: int) -> str:
    words, zero = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        if digit:
            words += ("零" if zero and words else "") + DIGITS[digit] + name
        zero = digit == 0
    return words
