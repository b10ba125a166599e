"""Teams and forces that bear the names of places."""

from __future__ import annotations

import pytest

from .conftest import names, read


def test_a_place_in_a_report_on_a_match_is_a_team():
    reading = read("联赛第五轮，博洛尼亚主场2:1战胜罗马，主教练对球员表示满意。")
    assert {"博洛尼亚", "罗马"} <= set(names(reading, "Organisation"))


def test_a_place_elsewhere_stays_a_place():
    reading = read("博洛尼亚与罗马的企业来到上海，展出了采茶机器人。")
    assert not {"博洛尼亚", "罗马"} & set(names(reading, "Organisation"))


@pytest.mark.parametrize("source", ["公司把华东市场作为主场。", "杭州击败多个城市获得举办权。"])
def test_one_word_of_sport_makes_no_match(source):
    assert not [m for m in read(source).mentions if m.recogniser == "team"]


@pytest.mark.parametrize("source", ["美军撤出该基地。", "驻日美军的规模缩小。", "战后，苏军离开了该城。"])
def test_the_forces_of_a_nation(source):
    assert any(m.surface.endswith("军") and m.type == "Organisation" for m in read(source).mentions)


@pytest.mark.parametrize("source", ["该国以军事优势著称。", "领军企业来自杭州。"])
def test_what_only_looks_like_forces(source):
    assert not [m for m in read(source).mentions if m.surface.endswith("军")]
