"""A short name that fits several things means what its own article bears out, if that is one of them alone."""

from __future__ import annotations

from graph.gazetteer import load_gazetteer
from graph.resolve.identify import identify

from .by_hand import article, clustered, know, named, of, ontology, reasons

WEST, EAST, SHORT = "四川栩川智能有限公司", "浙江栩川智能有限公司", "栩川智能"
KNOWN = (of(WEST), of(EAST))
COMPANY = ("岸田重工", "湖屿机械")


def _with(name: str, *others: str, places: tuple[str, ...] = ()):
    """An article about a firm that names other firms and places, none beside another."""
    names = [*(named(one, "Company") for one in (name, *others)), *(named(place, "Province") for place in places)]
    return article("，说。".join((name, *others, *places)), *names)


def _means(*articles) -> list[str]:
    """What the short name means in each of the articles that use it, with both firms known; in the order given."""
    knowledge = know(*KNOWN, *articles)
    return [
        next(
            e.id
            for e in knowledge.entities
            for m in e.mentions
            if m.document == one.text.document.id and m.surface == SHORT
        )
        for one in articles
        if any(m.surface == SHORT for m in one.mentions)
    ]


def test_the_place_in_the_article_decides():
    """栩川智能 in an article on 浙江 is the firm of 浙江, in one on 四川 that of 四川, in a third neither."""
    found = _means(_with(SHORT, places=("浙江",)), _with(SHORT, places=("四川",)), of(SHORT))
    assert found == [f"org/{EAST}", f"org/{WEST}", f"org/{SHORT}"]


def test_a_city_brings_its_province():
    """杭州 lies in 浙江."""
    city = article(f"{SHORT}在杭州", named(SHORT, "Company"), named("杭州", "City"))
    assert _means(city) == [f"org/{EAST}"]


def test_both_places_decide_nothing():
    """An article that names the places of both is of no help."""
    assert _means(_with(SHORT, places=("浙江", "四川"))) == [f"org/{SHORT}"]


def test_the_full_name_in_the_article_decides():
    """Beside the one firm in full the short name is that firm."""
    assert _means(_with(SHORT, WEST)) == [f"org/{WEST}"]


def test_both_full_names_decide_nothing():
    """Who names both in full means neither for certain."""
    assert _means(_with(SHORT, WEST, EAST)) == [f"org/{SHORT}"]


def test_two_acquaintances_decide_and_one_does_not():
    """An article that names the same two others as those on the one firm do is on that firm."""
    about = _with(EAST, *COMPANY)
    assert _means(about, _with(SHORT, *COMPANY)) == [f"org/{EAST}"]
    assert _means(about, _with(SHORT, COMPANY[0])) == [f"org/{SHORT}"]


def test_the_reason_says_what_the_article_bears_out():
    """A judgement with the place, the full name or the acquaintance by which it was read."""
    knowledge = know(*KNOWN, _with(SHORT, places=("浙江",)), of(SHORT))
    assert reasons(knowledge, f"org/{EAST}") == {
        SHORT: f"“{SHORT}” fits several, and here it is “{EAST}”: the article names 浙江"
    }
    knowledge = know(*KNOWN, _with(SHORT, EAST))
    assert reasons(knowledge, f"org/{EAST}")[SHORT].endswith("the article names it in full")
    knowledge = know(*KNOWN, _with(EAST, *COMPANY), _with(SHORT, *COMPANY))
    assert "as others do beside it" in reasons(knowledge, f"org/{EAST}")[SHORT]


def test_a_name_that_fits_one_thing_is_not_read():
    """Without a rival there is nothing to choose, whatever the article names."""
    clusters = clustered(of(EAST), _with("栩川", places=("浙江",)))
    identify(
        clusters,
        [of(EAST), _with("栩川", places=("浙江",))],
        ontology(),
        load_gazetteer(),
        never=lambda *_: False,
        obeyed=list,
        settled=(),
    )
    assert ("org", "栩川") in {cluster.key for cluster in clusters}


def test_only_the_article_itself_is_read():
    """What one article bears out says nothing of the next."""
    found = _means(_with(SHORT, places=("浙江",)), _with(SHORT, "溟渊精密"))
    assert found == [f"org/{EAST}", f"org/{SHORT}"]
