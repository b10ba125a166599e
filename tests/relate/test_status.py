"""How far the text commits itself."""

from __future__ import annotations

import pytest

from .conftest import facts


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("青禾集团收购了白鹭集团。", "asserted"),
        ("青禾集团已收购白鹭集团。", "asserted"),
        ("青禾集团将收购白鹭集团。", "planned"),
        ("青禾集團將收購白鷺集團。", "planned"),
        ("青禾集团将于明年收购白鹭集团。", "planned"),
        ("青禾集团拟收购白鹭集团。", "planned"),
        ("青禾集团打算收购白鹭集团。", "planned"),
        ("沈知远说：“青禾集团收购了白鹭集团。”", "claimed"),
        ("沈知遠說：「青禾集團收購了白鷺集團。」", "claimed"),
        ("据消息人士透露，青禾集团收购了白鹭集团。", "claimed"),
        ("如果青禾集团收购白鹭集团，市场会改变。", "hypothetical"),
        ("青禾集团可能收购白鹭集团。", "hypothetical"),
        ("青禾集团是否收购白鹭集团尚不清楚。", "hypothetical"),
        ("青禾集团没有收购白鹭集团。", "denied"),
        ("青禾集團沒有收購白鷺集團。", "denied"),
        ("青禾集团从未收购白鹭集团。", "denied"),
        ("青禾集团尚未收购白鹭集团。", "denied"),
        ("青禾集团未收购白鹭集团。", "denied"),
        ("青禾集团否认收购白鹭集团。", "denied"),
        ("青禾集团不再持有白鹭集团的股份。", "denied"),
    ],
)
def test_a_status(extracted, sentence, status):
    """The words before a cue, and quotation marks around it, give the status of its claim."""
    (found,) = facts(extracted(sentence))
    assert (found.subject[:2], found.status) == ("青禾", status)


def test_what_was_planned_and_given_up(extracted):
    """原定 leaves open whether it happened."""
    (found,) = facts(extracted("青禾集团原定在宁波设立白鹭科技有限公司。"), "founds")
    assert found.status == "hypothetical"


def test_a_plan_goes_on(extracted):
    """A clause that goes on with a planned one is planned too."""
    found = facts(extracted("青禾集团将于明年收购白鹭集团，并建设青云产业园。"))
    assert {f.predicate: f.status for f in found}["establishes"] == "planned"


def test_a_denial_ends_with_its_clause(extracted):
    """What stands behind the comma is not denied."""
    found = facts(extracted("青禾集团没有收购白鹭集团，生产采茶机器人。"))
    assert {f.predicate: f.status for f in found} == {"acquires": "denied", "produces": "asserted"}


def test_words_in_quotation_marks_that_nobody_says(extracted):
    """Quotation marks around a name claim nothing."""
    (found,) = facts(extracted("“青禾集团”收购了白鹭集团。"))
    assert found.status == "asserted"


def test_put_before_the_verb_is_no_plan(extracted):
    """将 with an object before the verb is no future."""
    (found,) = facts(extracted("青禾集团将多目视觉技术应用于医疗、物流等领域。"), "appliedIn")[:1]
    assert found.status == "asserted"


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("青禾集团在无锡展出了采茶机器人。", "asserted"),
        ("青禾集团在無錫展出了採茶機器人。", "asserted"),
        ("青禾集团不仅展出采茶机器人，也很有名。", "asserted"),
        ("青禾集团不断研发采茶机器人。", "asserted"),
        ("青禾集团未来将展出采茶机器人。", "planned"),
        ("青禾集团无偿展出采茶机器人。", "asserted"),
    ],
)
def test_no_denial(extracted, sentence, status):
    """无锡 is a town, 不仅 adds, 未来 is the future: none denies."""
    (found,) = facts(extracted(sentence))
    assert found.status == status


def test_a_forum_in_wuxi(extracted):
    """What is held in 无锡 is held."""
    found = facts(extracted("2023年长三角青年创业论坛在无锡举办。"))
    assert {f.status for f in found} == {"asserted"}


def test_put_before_the_verb_whatever_the_tagger_says(extracted):
    """将采茶机器人应用于… is no future."""
    (found,) = facts(extracted("青禾集团将采茶机器人应用于农业、园林等领域。"), "appliedIn")[:1]
    assert found.status == "asserted"


def test_a_rumour(extracted):
    """有传言称 makes a claim of what follows."""
    (found,) = facts(extracted("有传言称青禾集团收购白鹭集团。"))
    assert found.status == "claimed"


def test_a_denial_behind_the_fact(extracted):
    """…的消息不属实 denies what stands before it."""
    (found,) = facts(extracted("青禾集团收购白鹭集团的消息不属实。"))
    assert found.status == "denied"
