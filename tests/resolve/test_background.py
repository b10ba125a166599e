"""Background: what the gazetteer knows of the places that occur."""

from __future__ import annotations

from graph.gazetteer import load_gazetteer
from graph.resolve.background import background_of

from .by_hand import article, know, named


def _of(*names):
    """The background of an article that names places, without its ends' prefix."""
    knowledge = know(article("，".join(names), *(named(name, "Place", "gazetteer") for name in names)))
    return {(s.removeprefix("place/"), o.removeprefix("place/")) for s, _, o in knowledge.background}, knowledge


def test_a_place_lies_in_what_is_above_it():
    """苏州 brings 苏州市 → 江苏省 → 中国."""
    assert _of("苏州")[0] == {("苏州市", "江苏省"), ("江苏省", "中国")}


def test_what_is_above_is_marked_as_background():
    """江苏省 and 中国 are there with code and class though no text names them; 苏州 is no background."""
    _, knowledge = _of("苏州")
    assert {e.id: (e.background, e.type, e.code) for e in knowledge.entities} == {
        "place/苏州市": (False, "City", "320500"),
        "place/江苏省": (True, "Province", "320000"),
        "place/中国": (True, "Country", ""),
    }


def test_what_a_text_names_is_no_background():
    """江苏 named beside 苏州 is an entity with a mention."""
    assert not _of("苏州", "江苏")[1].entity("place/江苏省").background


def test_every_end_of_the_background_is_an_entity():
    """No triple of the background leads to a place that is not there."""
    triples, knowledge = _of("昆山", "长三角", "义乌", "香港", "德国")
    assert {f"place/{end}" for pair in triples for end in pair} <= {e.id for e in knowledge.entities}


def test_members_of_a_group_are_tied_to_it_only_where_it_occurs():
    """江苏 and 浙江 are in 长三角 where the text names 长三角, and 广东 never is."""
    places = ["江苏", "浙江", "广东"]
    assert not any("长三角" in pair for pair in _of(*places)[0])
    assert {s for s, o in _of(*places, "长三角")[0] if o == "长三角"} == {"江苏省", "浙江省"}


def test_a_member_that_is_background_itself_is_tied_too():
    """With 苏州 and 长三角 in the text, 苏州 is found in 长三角 by way of 江苏."""
    assert ("江苏省", "长三角") in _of("苏州", "长三角")[0]


def test_a_country_lies_in_nothing():
    """Germany brings no background."""
    assert _of("德国")[0] == set()


def test_only_places_have_a_background():
    """A firm called like a place is none."""
    knowledge = know(article("苏州", named("苏州", "Company")))
    assert background_of(knowledge.entities, load_gazetteer()) == (knowledge.entities, ())


def test_a_place_of_a_shared_name_lies_where_the_article_says():
    """朝阳区 beside 长春 lies in 长春市, beside 北京 in 北京市."""
    assert ("朝阳区-220104", "长春市") in _of("长春", "朝阳区")[0]
    assert ("朝阳区-110105", "北京市") in _of("北京", "朝阳区")[0]
