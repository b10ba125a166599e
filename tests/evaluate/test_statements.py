"""When a statement asserts a relation that a set lists, and when it is wrong."""

from __future__ import annotations

import pytest

from graph.clean import clean
from graph.evaluate.statements import score_statements
from graph.evaluate.values import Pair, Sample, Tally
from graph.model import Claim, Document, Extraction, Link, Literal, Mention, Status
from graph.ontology import load_ontology

from .made_up import RELATIONS

TEXT = "衡嶼電子股份有限公司（衡嶼電子）今天宣布收購雲岫重工，與青渠資本合作。"
NAMES = ("衡嶼電子股份有限公司", "（衡嶼電子", "雲岫重工", "青渠資本")
WHOLE, SHORT, WORKS, CAPITAL = range(4)
ONTOLOGY = load_ontology()


def _claim(subject, property, object, status=Status.ASSERTED):
    return Claim(subject, property, object, 0, len(TEXT), "by hand", 0.9, status)


def _said(*claims, links=()):
    mentions = []
    for name in NAMES:
        start, surface = TEXT.index(name) + name.startswith("（"), name.lstrip("（")
        mentions.append(Mention("d", start, start + len(surface), surface, "Company", "by hand", 1.0))
    return Extraction(clean(Document("d", "d", TEXT)), tuple(mentions), tuple(claims), links=tuple(links))


def _scores(said, *pairs):
    return score_statements(RELATIONS, [Sample("1", TEXT, pairs=tuple(Pair(*one) for one in pairs))], [said], ONTOLOGY)


def _total(said, *pairs):
    return _scores(said, *pairs)[0].total


BOUGHT = ("衡屿电子", "收购", "云岫重工")  # the set writes the other script
SOLD = ("云岫重工", "被收购", "衡屿电子")


def test_a_relation_listed_in_both_directions_is_one():
    """收购 and 被收购 of one pair are one fact, and one statement hits it."""
    assert _total(_said(_claim(SHORT, "acquires", WORKS)), BOUGHT, SOLD) == Tally(1, 1, 1, 1)


def test_the_direction_counts():
    """The bought firm does not buy."""
    assert _total(_said(_claim(WORKS, "acquires", SHORT)), BOUGHT) == Tally(1, 0, 1, 0)


def test_of_a_symmetric_property_the_direction_is_free():
    """合作 holds either way."""
    pair = ("云岫重工", "合作", "青渠资本")
    assert _total(_said(_claim(CAPITAL, "cooperatesWith", WORKS)), pair) == Tally(1, 1, 1, 1)


def test_any_property_of_the_table_says_it():
    """A second property for a label is as right as the first, and is counted with it."""
    score, _ = _scores(_said(_claim(WORKS, "signsContractWith", CAPITAL)), ("云岫重工", "合作", "青渠资本"))
    assert score.by == {"cooperatesWith": Tally(1, 1, 1, 1)}


@pytest.mark.parametrize("label", ["unknown", "纠纷"])
def test_a_statement_on_a_pair_without_that_relation_is_wrong(label):
    """Listed as unrelated, or as related otherwise."""
    assert _total(_said(_claim(SHORT, "acquires", WORKS)), ("衡屿电子", label, "云岫重工")) == Tally(1, 0, 0, 0)


def test_a_statement_on_a_pair_that_is_not_listed_does_not_count():
    """The set may say nothing of it."""
    assert _total(_said(_claim(SHORT, "acquires", CAPITAL)), BOUGHT) == Tally(0, 0, 1, 0)


def test_a_property_that_no_label_maps_to_does_not_count():
    """The set does not ask for it."""
    assert _total(_said(_claim(SHORT, "subsidiaryOf", WORKS)), BOUGHT) == Tally(0, 0, 1, 0)


@pytest.mark.parametrize(("status", "found"), [(Status.PLANNED, 1), (Status.CLAIMED, 0), (Status.DENIED, 0)])
def test_what_is_asserted_or_planned_counts(status, found):
    """What is only claimed, and what is denied, is not asserted."""
    assert _total(_said(_claim(SHORT, "acquires", WORKS, status)), BOUGHT).found == found


def test_a_name_that_the_text_ties_to_the_pair_s_counts():
    """The set has the short name, the statement the whole one."""
    said = _said(_claim(WHOLE, "acquires", WORKS), links=[Link(WHOLE, SHORT, "definition", 1.0)])
    assert _total(said, BOUGHT) == Tally(1, 1, 1, 1)
    assert _total(_said(_claim(WHOLE, "acquires", WORKS)), BOUGHT) == Tally(0, 0, 1, 0)


def test_a_date_is_compared_as_a_date():
    """2004年3月 is 2004-03."""
    said = _said(_claim(SHORT, "foundedOn", Literal("2004-03", "gYearMonth")))
    assert _total(said, ("衡屿电子", "成立日期", "2004年3月")) == Tally(1, 1, 1, 1)


def test_always_the_majority_asserts_the_commonest_of_every_pair():
    """It is right of one pair and wrong of the other."""
    _, always = _scores(None, BOUGHT, ("云岫重工", "unknown", "青渠资本"))
    assert (always.system, always.total) == ("always the majority", Tally(2, 1, 1, 1))


def test_errors_say_what_the_set_has_instead():
    """An assertion that is wrong is told with the pair's own labels."""
    score, _ = _scores(_said(_claim(SHORT, "acquires", WORKS)), ("衡屿电子", "纠纷", "云岫重工"))
    (error,) = score.errors
    assert (error.kind, error.text) == ("extra acquires", TEXT)
    assert "纠纷" in error.what
