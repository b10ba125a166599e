"""People: one name is one person where the posts agree, else two."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.model import Verdict
from graph.resolve.people import common_given_names

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


def _with(firm, name, *others):
    """An article in which somebody of a firm speaks, and others are named, none beside another."""
    return article(
        f"{firm}的{name}说，" + "。说".join(others),
        named(firm, "Company"),
        named(name, "Person", "tagger"),
        *(named(other, "Company") for other in others),
        claims=[claim(1, "affiliatedWith", 0)],
    )


ACQUAINTANCES = ("岸田重工", "湖屿机械", "溟渊精密")
COMMON = "林伟"


def _unsure(knowledge):
    return [j for j in knowledge.judgements if j.verdict is Verdict.UNSURE]


def test_an_acquaintance_makes_a_rare_name_one_person():
    """林一帆 here and there with one other firm in both articles is one man; without it he is not."""
    assert ids(know(_with(FIRM, NAME, ACQUAINTANCES[0]), _with(RIVAL, NAME, ACQUAINTANCES[0])), "person") == [TWO[0]]
    assert ids(know(_with(FIRM, NAME, ACQUAINTANCES[0]), _with(RIVAL, NAME, ACQUAINTANCES[1])), "person") == TWO


@pytest.mark.parametrize(("shared", "people"), [(1, 2), (2, 2), (3, 1)])
def test_a_common_name_needs_more_acquaintances(shared, people):
    """Of those called 林伟 there are thousands: three others in common make one person, fewer do not."""
    articles = [_with(firm, COMMON, *ACQUAINTANCES[:shared]) for firm in (FIRM, RIVAL)]
    assert len(ids(know(*articles), "person")) == people


def test_common_given_names_are_known_in_both_scripts():
    """偉 is 伟 by the time names are compared; a name of two characters is common or not as one."""
    assert {"伟", "静"} <= common_given_names()
    assert "一帆" not in common_given_names()
    assert len(ids(know(*(_with(firm, "林偉", ACQUAINTANCES[0]) for firm in (FIRM, RIVAL))), "person")) == 2


def test_people_of_one_name_are_unsure():
    """Two of one name in two organisations may be one who moved: a judgement says so, less sure of a common name."""
    (rare,) = _unsure(know(_of(FIRM), _of(RIVAL)))
    (common,) = _unsure(know(_of(FIRM, name=COMMON), _of(RIVAL, name=COMMON)))
    assert {rare.left, rare.right} == {f"person/{person}" for person in TWO}
    assert common.score < rare.score < 0.8
    assert FIRM in rare.reason
    assert RIVAL in rare.reason


def test_one_of_a_bank_and_of_its_branch_is_one_person():
    """A branch is part of the bank, so one name in both is one person; in two branches it need not be."""
    bank, branches = "栩川银行", ["栩川银行杭州分行", "栩川银行苏州分行"]
    assert ids(know(_of(bank, name=COMMON), _of(branches[0], name=COMMON)), "person") == [f"{COMMON}-{bank}"]
    assert len(ids(know(*(_of(branch, name=COMMON) for branch in branches)), "person")) == 2
    together = know(*(_of(body, name=COMMON) for body in (bank, *branches)))
    assert ids(together, "person") == [f"{COMMON}-{bank}"]


def test_organisations_that_may_be_one_have_one_person():
    """栩川 may be 江苏栩川智能有限公司: while that is in doubt, one name in both is one person."""
    knowledge = know(_of("江苏栩川智能有限公司", name=COMMON), _of("栩川", name=COMMON))
    assert len(ids(knowledge, "person")) == 1


def test_a_name_without_an_organisation_anywhere_is_one_person():
    """Where no article says whose he is, nothing tells two apart."""
    assert ids(know(_speaks(), article(f"{NAME}到场", named(NAME, "Person", "tagger"))), "person") == [NAME]


def test_another_person_of_the_name_changes_no_id():
    """The key has the organisation from the first, so that a second 林一帆 elsewhere changes nothing of the first."""
    assert set(ids(know(_of(FIRM)), "person")) < set(ids(know(_of(FIRM), _of(RIVAL)), "person"))


@settings(max_examples=30, deadline=None)
@given(st.permutations([_of(FIRM), _of(RIVAL, "经理"), _of(SHORT, "主席"), _speaks(), _of(FIRM, name="沈砚秋")]))
def test_the_order_of_the_articles_makes_no_other_people(articles):
    """Whoever comes first, the people and their ids are the same."""
    assert ids(know(*articles), "person") == [NAME, *TWO, f"沈砚秋-{FIRM}"]


def test_a_name_alone_joins_the_one_whose_organisation_its_article_names():
    """Of two chairmen of one name the article that names the firm of one means him; one that names both means neither."""
    of_one = article(f"{FIRM}获奖，{NAME}说", named(FIRM, "Company"), named(NAME, "Person", "tagger"))
    assert ids(know(_of(FIRM), _of(RIVAL), of_one), "person") == TWO
    of_both = article(
        f"{FIRM}与{RIVAL}获奖，{NAME}说",
        named(FIRM, "Company"),
        named(RIVAL, "Company"),
        named(NAME, "Person", "tagger"),
    )
    assert ids(know(_of(FIRM), _of(RIVAL), of_both), "person") == [NAME, *TWO]
