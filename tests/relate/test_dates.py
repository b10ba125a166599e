"""Dates of things."""

from __future__ import annotations

import pytest

from .conftest import Fact, facts

EDITION = "第三届东湖国际茶叶博览会"


@pytest.mark.parametrize(
    ("sentence", "predicate", "date"),
    [
        ("青禾集团成立于1987年。", "foundedOn", "1987"),
        ("青禾集團成立於1987年。", "foundedOn", "1987"),
        ("青禾集团创立于2003年5月。", "foundedOn", "2003-05"),
        ("青禾集团于1998年成立。", "foundedOn", "1998"),
        ("1987年成立的青禾集团很有名。", "foundedOn", "1987"),
        (f"{EDITION}于2024年6月5日开幕。", "startDate", "2024-06-05"),
        (f"{EDITION}于2024年6月9日闭幕。", "endDate", "2024-06-09"),
        (f"{EDITION}于2024年6月5日在杭州市举行。", "date", "2024-06-05"),
        (f"{EDITION}6月5日在杭州市开幕。", "startDate", "--06-05"),
        ("《茶机推广行动方案》于2024年3月8日发布。", "issuedOn", "2024-03-08"),
    ],
)
def test_a_date(extracted, sentence, predicate, date):
    """A date stands as precisely as the text gives it; without a year it is a day of any year."""
    assert [f.object for f in facts(extracted(sentence), predicate)] == [date]


@pytest.mark.parametrize(
    ("sentence", "predicate", "date"),
    [
        (f"{EDITION}6月5日在杭州市开幕。", "startDate", "2024-06-05"),
        (f"{EDITION}昨天在杭州市闭幕。", "endDate", "2024-06-09"),
        (f"{EDITION}去年在杭州市举行。", "date", "2023"),
        (f"{EDITION}今年3月在杭州市举行。", "date", "2024-03"),
    ],
)
def test_a_date_relative_to_the_article(extracted, sentence, predicate, date):
    """昨天, 去年 and a day without a year are counted from the article's date."""
    assert [f.object for f in facts(extracted(sentence, published="2024-06-10"), predicate)] == [date]


def test_a_range_of_days(extracted):
    """From one day to another: a start and an end."""
    found = facts(extracted(f"{EDITION}于2024年6月5日至9日在杭州市举行。"))
    assert Fact(EDITION, "startDate", "2024-06-05") in found
    assert Fact(EDITION, "endDate", "2024-06-09") in found
    assert "date" not in [f.predicate for f in found]


def test_a_planned_date(extracted):
    """将于 plans the date too."""
    found = facts(extracted(f"{EDITION}将于2024年6月5日在杭州市举行。"), "date")
    assert found == [Fact(EDITION, "date", "2024-06-05", "planned")]


def test_a_policy_in_the_object(extracted):
    """The date of issuing belongs to the policy, not to who issues it."""
    found = facts(extracted("浙江省商务厅于2024年3月8日发布《茶机推广行动方案》。"), "issuedOn")
    assert found == [Fact("《茶机推广行动方案》", "issuedOn", "2024-03-08")]


@pytest.mark.parametrize(
    "sentence",
    [f"{EDITION}昨天在杭州市闭幕。", "公司成立于1987年。", "青禾集团成立20年来发展迅速。", "青禾集团2024年很有名。"],
)
def test_no_date(extracted, sentence):
    """昨天 in an article without a date, a firm without a name, a stretch of years and a year beside nothing give none."""
    dates = {"date", "startDate", "endDate", "foundedOn", "issuedOn"}
    assert [f for f in facts(extracted(sentence)) if f.predicate in dates] == []


def test_entry_into_force_is_not_issuing(extracted):
    """于…发布,自…起施行: the first is the date of issuing."""
    found = facts(extracted("《茶机推广行动方案》于2024年3月8日发布，自2024年5月1日起施行。"), "issuedOn")
    assert [f.object for f in found] == ["2024-03-08"]


def test_a_date_that_opens_the_sentence(extracted):
    """A date before the first comma holds of what follows."""
    found = facts(extracted("2024年3月，浙江省商务厅印发《茶机推广行动方案》。"), "issuedOn")
    assert [f.object for f in found] == ["2024-03"]


def test_the_date_of_what_is_founded(extracted):
    """1987年，甲创办乙: 乙 was founded then."""
    assert facts(extracted("1987年，沈知远创办青禾集团。"), "foundedOn") == [Fact("青禾集团", "foundedOn", "1987")]


def test_whoever_founds_is_older(extracted):
    """甲成立新公司 says when the new one was founded, not 甲."""
    assert facts(extracted("2024年2月，青禾集团成立新公司。"), "foundedOn") == []
    assert [f.object for f in facts(extracted("2024年2月，青禾集团成立。"), "foundedOn")] == ["2024-02"]
