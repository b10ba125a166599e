"""Editions of fairs: their numbers and years, and one edition under every name of its series."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.resolve.editions import edition_of, same_editions

from .by_hand import alias, article, bundled, named, of

SERIES = "中国栩川国际博览会"
_DIGITS = "零一二三四五六七八九"


def _numeral(number: int) -> str:
    """A number up to 999 as people write it: 十, 二十一, 一百零八."""
    hundreds, tens, ones = number // 100, number // 10 % 10, number % 10
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "")


@given(st.integers(1, 999))
def test_numerals_and_digits_are_one_number(number):
    """第一百零八届 is 第108届."""
    for words in (_numeral(number), str(number)):
        assert edition_of(f"第{words}届栩博会") == (str(number), "栩博会")


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("首届栩博会", ("1", "栩博会")),
        ("第一三四届栩博会", ("134", "栩博会")),
        ("第一〇二届栩博会", ("102", "栩博会")),
        ("2024栩博会", ("2024", "栩博会")),
        ("2024年栩博会", ("2024", "栩博会")),
        ("2024年度栩博会", ("2024", "栩博会")),
        ("第三次栩川会议", ("3", "栩川会议")),
        ("栩博会", ("", "")),
        ("第三栩博会", ("", "")),
        ("栩博会第三届", ("", "")),
        ("第三届", ("", "")),
        ("3024栩博会", ("", "")),
    ],
)
def test_number_and_series(name, found):
    """The number or year before the series; nothing where there is none, or no series behind it."""
    assert edition_of(name) == found


def _merged(*articles, moved=None):
    bundles, known, _ = bundled(*articles)
    return {(gone[1], stays[1]) for gone, stays, _, _ in same_editions(bundles, moved or {}, known)}


def _edition(name):
    return of(name, "FairEdition")


def test_one_number_of_one_series_is_one_edition():
    """The longer name stays."""
    articles = [_edition(name) for name in ("第3届栩川博览会", "第三届栩川博览会", "第四届栩川博览会")]
    assert _merged(*articles) == {("第3届栩川博览会", "第三届栩川博览会")}


def test_the_series_may_have_been_joined_under_another_name():
    """What became of the name of the series is followed."""
    articles = [_edition("第三届栩博会"), _edition(f"第三届{SERIES}")]
    assert _merged(*articles) == set()
    moved = {("occasion", "栩博会"): ("occasion", SERIES)}
    assert _merged(*articles, moved=moved) == {("第三届栩博会", f"第三届{SERIES}")}


def test_the_series_may_be_defined_in_a_text():
    """A short name that one text introduces for the series, and no text for another, means it."""
    articles = [_edition("第三届栩展"), _edition(f"第三届{SERIES}")]
    assert _merged(*articles, alias("栩展", SERIES, "Fair")) == {("第三届栩展", f"第三届{SERIES}")}
    two = [alias("栩展", SERIES, "Fair"), alias("栩展", "栩岸交易会", "Fair")]
    assert _merged(*articles, *two) == set()


def test_a_well_known_series_is_one_under_its_short_name():
    """By the list of fairs, without an article that says so."""
    assert _merged(_edition("第九十届广交会"), _edition("第90届中国进出口商品交易会")) == {
        ("第九十届广交会", "第90届中国进出口商品交易会")
    }


def test_only_editions_have_numbers():
    """第三届栩川大学 read as a university is no edition."""
    assert _merged(of("第3届栩川大学", "University"), of("第三届栩川大学", "University")) == set()


def test_the_reason_names_number_and_series():
    """Edition 3 of 栩川博览会."""
    bundles, known, _ = bundled(_edition("第3届栩川博览会"), _edition("第三届栩川博览会"))
    ((_, _, reason, score),) = same_editions(bundles, {}, known)
    assert reason == "edition 3 of “栩川博览会” under another name"
    assert 0 < score < 1


def test_an_edition_in_one_article_only_is_merged_with_nothing():
    """A number alone brings no two together."""
    assert (
        _merged(article("第三届栩博会，栩博会", named("第三届栩博会", "FairEdition"), named("栩博会", "Fair"))) == set()
    )
