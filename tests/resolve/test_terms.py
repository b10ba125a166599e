"""Well-known terms under other names."""

from __future__ import annotations

import pytest

from graph.resolve.normal import normal
from graph.resolve.terms import known_fairs, known_terms

from .by_hand import article, ids, know, named, reasons


@pytest.mark.parametrize("alias", ["AI技术", "人工智能"])
def test_a_well_known_term_is_one_under_its_names(alias):
    """AI技术 and 人工智能技术 are 人工智能, with a judgement."""
    assert ids(know(article(alias, named(alias, "Technology"))), "offering") == ["人工智能"]


def test_the_judgement_says_that_the_term_is_well_known():
    """The reason names both."""
    knowledge = know(article("AI技术即人工智能", named("AI技术", "Technology"), named("人工智能", "Technology")))
    assert reasons(knowledge, "offering/人工智能") == {"AI技术": "“ai技术” is a well-known name of “人工智能”"}


def test_a_term_is_brought_together_within_its_side_only():
    """A field called 人工智能 and the technology stay two."""
    knowledge = know(article("人工智能，AI技术", named("人工智能", "Industry"), named("AI技术", "Technology")))
    assert [e.id for e in knowledge.entities] == ["industry/人工智能", "offering/人工智能"]


def test_an_alias_names_one_term_and_no_chain():
    """What an alias leads to is a name of its own, so one step is enough."""
    terms = known_terms()
    assert {name: terms[name] for name in terms.values()} == {name: name for name in terms.values()}


@pytest.mark.parametrize("alias", ["世博会", "世博", "世界博覽會"])
def test_a_well_known_fair_is_one_under_its_names(alias):
    """世博会 is 世界博览会 in either script, with a judgement where that is not its name."""
    knowledge = know(article(f"{alias}開幕", named(alias, "Fair")))
    assert ids(knowledge, "occasion") == ["世界博览会"]


def test_an_alias_of_a_fair_is_one_of_fairs_only():
    """世博 read as a firm is a firm of that name."""
    assert ids(know(article("世博开业", named("世博", "Company"))), "org") == ["世博"]


def test_an_alias_names_one_fair_and_no_chain():
    """What an alias leads to is a name of its own, in normal form like the alias."""
    fairs = known_fairs()
    assert {name: fairs[name] for name in fairs.values()} == {name: name for name in fairs.values()}
    assert [name for pair in fairs.items() for name in pair if normal(name) != name] == []


def test_terms_that_no_list_has_keep_their_own_name():
    """An invented technology is itself."""
    assert ids(know(article("栩目技术问世", named("栩目技术", "Technology"))), "offering") == ["栩目技术"]
