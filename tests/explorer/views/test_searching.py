"""Search as one types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import EDITION, FAIR, FIRM, JIANGSU, KNOWLEDGE, ROBOT, SUZHOU

from graph.explorer.views.searching import Search, _lengths


def found(opened, typed, cls=""):
    return [hit["id"] for hit in Search(typed, cls).told(opened)["hits"]]


@pytest.mark.parametrize(
    "typed",
    ["霽川", "霁川智能", "霽川智能科技有限公司", " 霁川 智能", "jichuan", "jì chuān", "JICHUANZHI", "jczn", "ji川智n", "霁c智neng"],
)  # fmt: skip
def test_a_firm_answers_to_all_its_names(opened, typed):
    """Either script, pinyin with and without tones, initials, all mixed."""
    assert found(opened, typed)[0] == FIRM.id


@pytest.mark.parametrize("typed", ["苏州", "蘇州", "suzhou", "sz", "su州", "suz"])
def test_a_city_answers_too(opened, typed):
    """Half a syllable does at the end."""
    assert SUZHOU.id in found(opened, typed)


@pytest.mark.parametrize("typed", ["", "  ", "·", "（）", "szz", "没有这个", "\x00", "%' OR 1"])
def test_what_nothing_answers_to_finds_nothing(opened, typed):
    """Blanks and dots are nothing; there is no error."""
    assert found(opened, typed) == []


def test_what_is_called_so_comes_before_what_holds_it(opened):
    """The fair before its edition, whose name ends in the fair's."""
    assert found(opened, "甲州交易会") == [FAIR.id, EDITION.id]


def test_a_class_narrows_with_those_below_it(opened):
    """A city is a place, a robot is none."""
    assert found(opened, "苏", "Place") == [JIANGSU.id, SUZHOU.id] or found(opened, "苏", "Place") == [
        SUZHOU.id,
        JIANGSU.id,
    ]
    assert found(opened, "yunfan", "Place") == []
    assert found(opened, "yunfan", "Offering") == [ROBOT.id]


def test_the_name_that_answered_is_told_where_the_preferred_one_does_not_show_why(opened):
    """An alias; the name itself goes without saying."""
    hits = Search("霁川智能").told(opened)["hits"]
    assert hits[0]["matched"] in FIRM.aliases
    assert Search("乙方公司").told(opened)["hits"][0]["matched"] == ""


def test_names_like_it_are_suggested_where_nothing_answers(opened):
    """For a slip of the pen."""
    told = Search("霁川只能").told(opened)
    assert (told["hits"], told["count"]) == ([], 0)
    assert any("霁川智能" in name or "霽川智能" in name for name in told["near"])


@given(st.sampled_from(KNOWLEDGE.entities), st.data())
def test_any_piece_of_a_name_finds_its_thing(opened, entity, data):
    """As the text writes it."""
    start = data.draw(st.integers(0, len(entity.name) - 1))
    piece = entity.name[start : data.draw(st.integers(start + 1, len(entity.name)))]
    if piece.strip("「」"):
        assert entity.id in found(opened, piece)


def test_readings_that_begin_alike_are_tried_once():
    """着 is read zhe, zhao, zhuo and zhu: tried each, a name of forty of them would take longer than the world is old."""
    assert list(_lengths("着", "zzzz", 0)) == [1]
    assert sorted(_lengths("着", "zhao", 0)) == [1, 4]
