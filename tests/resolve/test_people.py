"""People: one name is one person where the posts agree, else two."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from .by_hand import article, claim, ids, know, named

NAME = "林一帆"
FIRM, RIVAL, SHORT = "栩川智能有限公司", "澜岸数据有限公司", "栩川智能"
TWO = [f"{NAME}-{FIRM}", f"{NAME}-{RIVAL}"]


def _of(firm, post="董事长", name=NAME):
    """An article in which a firm's officer speaks."""
    return article(
        f"{firm}{post}{name}说",
        named(firm, "Company"),
        named(post, "Position"),
        named(name, "Person", "tagger"),
        claims=[claim(2, "affiliatedWith", 0), claim(2, "holdsPosition", 1)],
    )


def _speaks(name=NAME):
    return article(f"{name}说", named(name, "Person", "tagger"))


def test_people_of_one_name_in_different_organisations_stay_two():
    """A chairman here and a manager there who share a name are two nodes."""
    knowledge = know(_of(FIRM), _of(RIVAL, "经理"))
    assert ids(knowledge, "person") == TWO


def test_one_organisation_makes_one_person():
    """Two posts in one firm are held by one person."""
    assert ids(know(_of(FIRM), _of(FIRM, "经理")), "person") == [f"{NAME}-{FIRM}"]


def test_the_short_form_of_a_firm_is_the_same_organisation():
    """An officer of the firm under its full and under its short name is one person."""
    assert ids(know(_of(FIRM), _of(SHORT)), "person") == [f"{NAME}-{FIRM}"]
    assert ids(know(_of(FIRM), _of(SHORT), _of(RIVAL)), "person") == TWO


def test_two_organisations_in_one_article_make_one_person():
    """Who holds posts in both firms in one article is one person, in the articles on either firm too."""
    both = article(
        f"{FIRM}董事长、{RIVAL}经理{NAME}说",
        named(FIRM, "Company"),
        named(RIVAL, "Company"),
        named(NAME, "Person", "tagger"),
        claims=[claim(2, "affiliatedWith", 0), claim(2, "affiliatedWith", 1)],
    )
    assert ids(know(_of(FIRM), both, _of(RIVAL)), "person") == [f"{NAME}-{FIRM}"]
    third = "甬屿精密有限公司"
    assert ids(know(_of(FIRM), both, _of(RIVAL), _of(third)), "person") == [f"{NAME}-{FIRM}", f"{NAME}-{third}"]


def test_a_name_alone_joins_the_only_person_of_that_name():
    """An article without a post means the person that the others know."""
    assert ids(know(_of(FIRM), _speaks()), "person") == [f"{NAME}-{FIRM}"]


def test_a_name_alone_joins_neither_of_two():
    """Where two people share the name, one without a post stays apart."""
    assert ids(know(_of(FIRM), _of(RIVAL), _speaks()), "person") == [NAME, *TWO]


def test_people_keep_their_own_posts():
    """What is said of one is not said of the other."""
    knowledge = know(_of(FIRM), _of(RIVAL, "经理"))
    assert {(s.subject, s.object) for s in knowledge.statements if s.predicate == "holdsPosition"} == {
        (f"person/{NAME}-{FIRM}", "position/董事长"),
        (f"person/{NAME}-{RIVAL}", "position/经理"),
    }


def test_the_label_of_a_person_has_no_organisation():
    """The name that tells two people apart in the IRI does not show in the label."""
    knowledge = know(_of(FIRM), _of(RIVAL))
    assert {e.name for e in knowledge.entities if e.type == "Person"} == {NAME}


def test_both_scripts_are_one_person():
    """沈硯秋 and 沈砚秋 of one firm are one."""
    assert ids(know(_of(FIRM, name="沈硯秋"), _of(FIRM, name="沈砚秋")), "person") == [f"沈砚秋-{FIRM}"]


@settings(max_examples=30, deadline=None)
@given(st.permutations([_of(FIRM), _of(RIVAL, "经理"), _of(SHORT, "主席"), _speaks(), _of(FIRM, name="沈砚秋")]))
def test_the_order_of_the_articles_makes_no_other_people(articles):
    """Whoever comes first, the people and their ids are the same."""
    assert ids(know(*articles), "person") == [NAME, *TWO, f"沈砚秋-{FIRM}"]
