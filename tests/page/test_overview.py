from __future__ import annotations

from collections import Counter

import pytest

from graph.page.communities import communities
from graph.page.drawing import drawing
from graph.page.overview import BACKGROUND, MOST_DRAWN, SUMMARISED, overviews

from .made_up import Reporter, entity, gathered, knowledge, ontology


def _overviews(known):
    picture = drawing(known, ontology())
    return overviews(picture, Counter(one.type for one in known.entities), communities(picture))


@pytest.fixture(scope="module")
def firms():
    """More firms than are drawn at once, each in a city, the city in a province, and a trade that nothing is said of."""
    report = Reporter(0, "消息")
    city, province, trade = entity("City", "蘇州"), entity("Province", "江蘇省"), entity("Industry", "食品產業")
    made = [entity("Company", f"澄嵐{number}號") for number in range(SUMMARISED + 10)]
    for firm in made:
        report.state(firm, "locatedIn", city, report.say(firm, "位於", city, "。"))
    report.state(made[0], "cooperatesWith", made[1], report.say(made[0], "與", made[1], "合作。"))
    report.say(trade, "。")
    known = gathered([report], [*made, city, province, trade], [(city.id, "partOf", province.id)])
    classes, communities = _overviews(known)
    return classes, communities


def test_a_small_graph_has_no_overview():
    """What can be seen at once is seen at once."""
    assert _overviews(knowledge(60)) == ()


def test_each_class_is_a_node_with_its_count(firms):
    """Also a class that nothing is said of."""
    classes, _ = firms
    counts = {group.id: group.count for group in classes.groups}
    assert counts == {"class/City": 1, "class/Company": 160, "class/Industry": 1, "class/Province": 1}


def test_a_larger_class_is_a_larger_node(firms):
    """Its area follows the count."""
    classes, _ = firms
    size = {group.id: group.size for group in classes.groups}
    assert size["class/Company"] > 2 * size["class/City"]


def test_a_link_counts_relations_by_property_and_direction(firms):
    """From the class that comes first in the alphabet to the other."""
    classes, _ = firms
    links = {(link.source, link.target): link for link in classes.links}
    assert links["class/City", "class/Company"].properties == (("locatedIn", 0, 160),)
    assert links["class/Company", "class/Company"].properties == (("cooperatesWith", 1, 0),)


def test_the_gazetteers_relations_are_counted_apart(firms):
    """They are not told as what articles say."""
    classes, _ = firms
    (link,) = [link for link in classes.links if link.target == "class/Province"]
    assert link.properties == ((BACKGROUND, 1, 0),)


def test_an_opened_class_shows_no_more_than_can_be_read(firms):
    """The best connected members, with what they are linked to."""
    classes, _ = firms
    firm = next(group for group in classes.groups if group.id == "class/Company")
    assert len(firm.opened) <= MOST_DRAWN
    assert "city/蘇州" in firm.opened
    assert set(firm.members[:50]) <= set(firm.opened)


def test_all_that_is_linked_is_in_a_community(firms):
    """The second overview leaves out only what has no relation."""
    _, communities = firms
    assert sum(group.count for group in communities.groups) == SUMMARISED + 12


def test_an_overview_is_no_tangle():
    """However many links there are, no more are drawn than one and a half a node."""
    for overview in _overviews(knowledge(500)):
        drawn = [link for link in overview.links if link.drawn]
        assert len(drawn) <= 1.5 * len(overview.groups)
        assert all(link.source != link.target for link in drawn)


def test_every_group_that_has_a_link_hangs_together_with_the_others():
    """The strongest links of each part are drawn, so that no group seems to stand alone."""
    classes, *_ = _overviews(knowledge(500))
    linked = {end for link in classes.links if link.source != link.target for end in (link.source, link.target)}
    drawn = {end for link in classes.links if link.drawn for end in (link.source, link.target)}
    assert drawn == linked


def test_an_overview_by_province_has_what_lies_in_each():
    """Its group is called after the province; what has no known place is a group of its own."""
    *_, places = _overviews(knowledge(500))
    assert places.kind == "province"
    assert {group.id for group in places.groups} == {
        "province/province/江蘇省",
        "province/province/浙江省",
        "province/province/安徽省",
        "province/rest",
    }
    opened = next(group for group in places.groups if group.id == "province/province/江蘇省").opened
    assert any(id.startswith("product/") for id in opened)
