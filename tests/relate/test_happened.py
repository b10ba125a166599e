"""When a fact holds: the time of its own clause, and none where the time is another's."""

from __future__ import annotations

import pytest

from graph.model import Period

A, B, C = "青禾集团", "白鹭集团", "云杉科技有限公司"


def _times(extraction, predicate):
    return [claim.time for claim in extraction.claims if claim.predicate == predicate]


@pytest.mark.parametrize(
    ("sentence", "predicate", "time"),
    [
        (f"2022年10月，{A}与{B}签订合作协议。", "signsContractWith", Period("2022-10")),
        (f"{A}于2022年10月与{B}签订合作协议。", "signsContractWith", Period("2022-10")),
        (f"去年，{A}收购{B}。", "acquires", Period("2023")),
        (f"{A}今年3月12日收购{B}。", "acquires", Period("2024-03-12")),
        (f"3月12日，在杭州市，{A}收购{B}。", "acquires", Period("2024-03-12")),
        (f"{A}将于明年收购{B}。", "acquires", Period("2025")),
        (f"沈知远2021年任{C}董事长。", "holdsPosition", Period("2021")),
        ("沈知遠2021年創立了白鷺科技有限公司。", "founds", Period("2021")),
    ],
)
def test_a_time_of_the_clause_is_when_it_holds(extracted, sentence, predicate, time):
    """Before the cue in its clause, or before the comma that the clause begins with; relative ones by the article's date."""
    assert _times(extracted(sentence, published="2024-06-06"), predicate) == [time]


@pytest.mark.parametrize(
    "sentence",
    [
        f"{A}收购{B}。",
        f"3月12日，{A}发布公告，拟收购{B}。",
        f"{A}3月12日宣布收购{B}。",
        f"2015年成立的{A}收购{B}。",
        f"{A}2015年成立于杭州市，收购{B}。",
        f"2020年以前{A}收购{B}。",
        f"{A}收购{B}，2015年后者只有十人。",
    ],
)
def test_a_time_that_is_anothers_is_not_taken(extracted, sentence):
    """That of the announcement, of a founding, of the next clause; nor is there one where the text says before or after it."""
    assert _times(extracted(sentence, published="2024-06-06"), "acquires") == [None]


def test_without_a_year_there_is_no_time(extracted):
    """In an article without a date, 3月12日 is of no known year."""
    assert _times(extracted(f"3月12日，{A}收购{B}。"), "acquires") == [None]


def test_a_relation_that_takes_no_time_has_none(extracted):
    """Where a firm lies is no event: zm:takesTime is for the ontology to say."""
    found = extracted(f"2022年，{C}位于杭州市。", published="2024-06-06")
    assert [claim.time for claim in found.claims if claim.predicate == "locatedIn"] == [None]
