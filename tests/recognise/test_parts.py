"""Names within names, regions by number, bodies by the kind before them, short names of places."""

from __future__ import annotations

import pytest

from .conftest import names, read, surfaces


@pytest.mark.parametrize(
    ("sentence", "outer", "inner"),
    [
        ("他来到中国科学院青禾研究所。", "中国科学院青禾研究所", "中国科学院"),
        ("清华大学白鹭研究院成立。", "清华大学白鹭研究院", "清华大学"),
        ("青禾集团云海有限公司到场。", "青禾集团云海有限公司", ""),
        ("中国建材设计研究院成立。", "中国建材设计研究院", ""),
        ("货物经青禾大桥白鹭口岸出口。", "青禾大桥白鹭口岸", "青禾大桥"),
    ],
)
def test_the_larger_whole(recognised, sentence, outer, inner):
    """An academy is spoken of with its institute; a firm's full name is one, whatever it begins with."""
    parents = [m.surface for m in recognised(sentence).mentions if m.recogniser == "parent"]
    assert parents == ([inner] if inner else [])


def test_the_cities_of_a_region(recognised):
    """九市 behind a region names a smaller one."""
    found = names(recognised("长三角九市进出口增长。"), "Region")
    assert found == ["长三角九市", "长三角"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("德国调查机构迪诺玛近日的民调显示支持率下降。", ("迪诺玛", "Organisation")),
        ("某国大型零售商家美乐家居公司可能涨价。", ("家美乐家居公司", "Company")),
    ],
)
def test_a_body_behind_its_kind(recognised, sentence, found):
    """The kind before a name says where it begins and what it is."""
    assert found in surfaces(recognised(sentence))


def test_former_units(recognised):
    """专区 and 人民公社 behind a town made a unit once; at a fair 专区 is a zone."""
    reading = recognised("1962年金华专区撤销。")
    assert ("金华专区", "City") in surfaces(reading)


def test_a_county_named_short():
    """青溪 in 石门、青溪两县 is the county that the text names in full."""
    reading = read("石门县设立。后来分为石门、青溪两县，青溪县较大。")
    assert {m.name for m in reading.mentions if m.surface == "青溪"} == {"青溪县"}


def test_the_firm_in_its_shareholders_meeting(recognised):
    """A firm whose shareholders meet is spoken of, where the text names it elsewhere."""
    reading = recognised("云岚股份股东大会换届。云岚股份26日公告。")
    assert [m.surface for m in reading.mentions if m.type == "Company"] == ["云岚股份", "云岚股份"]
