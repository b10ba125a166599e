"""When a thing, a statement or a figure of an annotated article is found, and when names are one thing."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from graph.clean import clean
from graph.evaluate.articles import mark
from graph.evaluate.gold import Gold, GoldEntity, GoldFigure, GoldRelation, magnitude
from graph.evaluate.names import name_key
from graph.evaluate.values import Tally
from graph.model import Document, Entity, Evidence, Figure, Knowledge, Mention, Statement, Status
from graph.ontology import load_ontology

SOURCE = "衡嶼電子股份有限公司（衡嶼電子）位於蘇州市。林知遠出任董事長。衡嶼電子去年營業收入達12億元。"
ONTOLOGY = load_ontology()
TEXT = clean(Document("d", "d", SOURCE))
EVIDENCE = (Evidence("d", 0, len(SOURCE), SOURCE, "by hand", 0.9),)


def _node(id, type, name, *aliases):
    at = SOURCE.find(name)
    mentions = (Mention("d", at, at + len(name), name, type, "by hand", 1.0),) if at >= 0 else ()
    return Entity(id, type, name, aliases, mentions=mentions)


FIRM = _node("firm", "Company", "衡嶼電子股份有限公司", "衡嶼電子")
CITY = _node("city", "City", "蘇州市")


def _said(*nodes, facts=(), figures=()):
    statements = tuple(Statement(f"s{at}", *fact, Status.ASSERTED, 0.9, EVIDENCE) for at, fact in enumerate(facts))
    return Knowledge((TEXT,), nodes, statements, tuple(figures))


def _thing(name, type, *aliases, optional=False):
    return GoldEntity(name, frozenset(map(name_key, (name, *aliases))), type, optional, ())


THINGS = (_thing("衡屿电子股份有限公司", "Company", "衡屿电子"), _thing("苏州市", "City"))


def _marks(said, *, things=THINGS, relations=(), figures=()):
    return mark(Gold(Path("a.txt"), things, relations, figures), said, ONTOLOGY)


def _total(marks, part):
    return sum(marks[part].by.values(), Tally())


def test_a_thing_is_found_by_any_of_its_names_in_either_script():
    """And by a class of the family: an organisation is what the gold calls a firm."""
    said = _said(_node("firm", "Organisation", "衡嶼電子"), CITY)
    assert _total(_marks(said), "entities") == Tally(2, 2, 2, 2)


def test_a_class_of_another_family_is_another_thing():
    """A place is no firm: one is missed and one too many."""
    marks = _marks(_said(_node("place", "Place", "衡嶼電子"), CITY))
    assert _total(marks, "entities") == Tally(2, 1, 2, 1)
    assert {error.kind for error in marks["entities"].errors} == {"missed Company", "extra Place"}


def test_a_second_node_of_a_thing_is_one_too_many():
    """The thing is found, but its names stand on two nodes: resolution says so, too."""
    said = _said(_node("one", "Company", "衡嶼電子股份有限公司"), _node("two", "Company", "衡嶼電子"), CITY)
    marks = _marks(said)
    assert _total(marks, "entities") == Tally(3, 2, 2, 2)
    assert _total(marks, "resolution") == Tally(found=0, right=0, gold=1, hit=0)
    assert [error.kind for error in marks["resolution"].errors] == ["not merged"]


def test_names_of_two_things_on_one_node_are_merged_wrongly():
    """A node that carries both joins a pair that is none."""
    said = _said(_node("firm", "Company", "衡嶼電子股份有限公司", "衡嶼電子", "林知遠"))
    marks = _marks(said, things=(*THINGS, _thing("林知远", "Person")))
    assert _total(marks, "resolution") == Tally(found=3, right=1, gold=1, hit=1)


def test_an_optional_thing_counts_neither_way():
    """Found or not, it is not asked for."""
    things = (THINGS[0], _thing("苏州市", "City", optional=True))
    assert _total(_marks(_said(FIRM, CITY), things=things), "entities") == Tally(1, 1, 1, 1)


def test_a_name_that_the_article_does_not_have_counts_for_nothing():
    """A label that is made up finds no thing."""
    said = _said(Entity("firm", "Company", "衡屿集团", mentions=FIRM.mentions), CITY)
    assert _total(_marks(said, things=(_thing("衡屿集团", "Company"), THINGS[1])), "entities").hit == 1


@pytest.mark.parametrize("property", ["headquarteredIn", "locatedIn"])
def test_close_properties_are_one(property):
    """A firm whose head office is in a town is in that town."""
    said = _said(FIRM, CITY, facts=[("firm", property, "city")])
    row = GoldRelation("衡屿电子", "locatedIn", "苏州市", optional=False)
    assert _total(_marks(said, relations=(row,)), "statements") == Tally(1, 1, 1, 1)


def test_a_statement_that_the_gold_does_not_have_is_wrong():
    """And an optional one counts neither way."""
    said = _said(FIRM, CITY, facts=[("firm", "focusesOn", "city"), ("firm", "locatedIn", "city")])
    row = GoldRelation("衡屿电子", "locatedIn", "苏州市", optional=True)
    marks = _marks(said, relations=(row,))
    assert _total(marks, "statements") == Tally(1, 0, 0, 0)
    assert marks["statements"].errors[0].text == SOURCE


def _figure(value, unit="元", measure="營業收入", about="firm"):
    return Figure("f", about, measure, Decimal(value), unit, "exactly", Status.ASSERTED, 0.9, EVIDENCE)


ROW = GoldFigure("衡屿电子", "营业收入", magnitude("12亿", "元"), "元", share=False, optional=False)


@pytest.mark.parametrize(
    ("figure", "right"),
    [
        (_figure("1200000000"), 1),
        (_figure("1205000000"), 1),
        (_figure("1300000000"), 0),
        (_figure("1200000000", unit="家"), 0),
        (_figure("1200000000", measure="人口"), 0),
        (_figure("1200000000", about="city"), 0),
    ],
)
def test_a_figure_has_its_bearer_its_number_its_unit_and_its_measure(figure, right):
    """One per cent is near enough for the number."""
    marks = _marks(_said(FIRM, CITY, figures=[figure]), figures=(ROW,))
    assert _total(marks, "figures") == Tally(1, right, 1, right)


@pytest.mark.parametrize(
    ("value", "unit", "number"),
    [
        ("12", "亿元", 1_200_000_000),
        ("1.5萬", "人", 15_000),
        ("1,200", "家", 1200),
        ("3", "千瓦", 3),
        ("超600", "", 600),
    ],
)
def test_scale_words_are_multiplied_out(value, unit, number):
    """Whether they stand with the number or with the unit; 千瓦 is a unit."""
    assert magnitude(value, unit) == number


def test_what_has_no_number_is_none():
    """A word for an amount is no number."""
    assert magnitude("多数", "") is None
