"""How the lists of former names and of points are made: by rules that leave out what they cannot tell."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import former_divisions as former
from benchmarks import geonames
from benchmarks.geonames import Known, Spot
from graph.gazetteer import Place

CITY = {"990100": "甲州市"}


def led(monkeypatch, *revisions):
    """What the names of the revisions lead to: name and how, by the former name; the last revision is in force."""
    dates = [f"{1990 + number}12" for number in range(len(revisions) - 1)]
    line = [*zip(dates, revisions, strict=False), ("", revisions[-1])]
    monkeypatch.setattr(former, "revisions", lambda _: line)
    return {row.name: (row.current, row.how) for row in former.former_divisions(Path())}


def test_another_name_under_the_same_code_is_a_new_name(monkeypatch):
    """And what follows it is followed."""
    first, second = {**CITY, "990121": "乙丙县"}, {**CITY, "990121": "丁戊县"}
    assert led(monkeypatch, first, second) == {"乙丙县": ("丁戊县", "renamed")}
    third = {**CITY, "990181": "丁戊市"}
    assert led(monkeypatch, first, second, third) == {
        "乙丙县": ("丁戊市", "renamed"),
        "丁戊县": ("丁戊市", "regraded"),
    }


def test_a_code_that_was_given_to_another_renames_nothing(monkeypatch):
    """A name that exists already has not come into being: the old one is of what was dissolved."""
    first = {**CITY, "990121": "乙丙县", "990122": "丁戊县"}
    assert led(monkeypatch, first, {**CITY, "990121": "丁戊县"}) == {"乙丙县": ("甲州市", "dissolved")}


def test_a_county_in_place_of_a_city_is_regraded(monkeypatch):
    """县 or 市, the name is the same, and the city's code is new."""
    assert led(monkeypatch, {**CITY, "990121": "乙丙县"}, {**CITY, "990181": "乙丙市"}) == {
        "乙丙县": ("乙丙市", "regraded")
    }


def test_of_two_successors_none_is_taken(monkeypatch):
    """Two new divisions of the name: the old one stands alone."""
    after = {**CITY, "990181": "乙丙市", "990112": "乙丙区"}
    assert led(monkeypatch, {**CITY, "990121": "乙丙县"}, after) == {"乙丙县": ("甲州市", "dissolved")}


def test_a_county_is_not_followed_by_a_prefecture_of_its_name(monkeypatch):
    """A prefecture is more than the county that gave it its name."""
    after = {"990200": "乙丙市", **CITY}
    assert "乙丙县" not in led(monkeypatch, {**CITY, "990121": "乙丙县"}, after)


@pytest.mark.parametrize("name", ["郊区", "新市区", "市辖区", "省直辖县级行政区划", "城关区"])
def test_general_names_are_no_names(name):
    """They mean a place only beside their city."""
    assert former.GENERAL.fullmatch(name)


def test_what_bears_the_name_today_is_not_former(monkeypatch):
    """The name went from one to another."""
    first = {**CITY, "990121": "乙丙县", "990122": "丁戊县"}
    assert "乙丙县" not in led(monkeypatch, first, {**CITY, "990121": "丁戊县", "990122": "乙丙县"})


def spot(*names, people=0, latitude=30.0):
    """A populated place."""
    return Spot(frozenset(names), people, latitude, 120.0)


def test_a_prefecture_lies_where_its_largest_place_of_the_name_does():
    """A village may be called like the city."""
    within = {"9901": [spot("甲州", people=9), spot("甲州", people=900, latitude=31.0), spot("乙丙市", people=5000)]}
    found = geonames.point(Place("place/甲州市", "甲州市", "City", "990100"), Known({"CN": [], **within}, {}))
    assert found is not None
    assert found.latitude == 31.0


@pytest.mark.parametrize("names", [[("乙丙",)], [("乙丙县",), ("乙丙县",)], [("丁戊县",)]])
def test_a_county_without_one_place_of_its_full_name_has_no_point(names):
    """The short name may be a village's, and of two nobody knows which."""
    within = {"CN": [], "9901": [spot(*some) for some in names]}
    assert geonames.point(Place("place/乙丙县", "乙丙县", "District", "990121"), Known(within, {})) is None
