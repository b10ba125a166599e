"""Who says what: quotation marks with a verb of saying, verbs without marks, and what is no speech."""

from __future__ import annotations

import pytest

from graph.model import Status

from .conftest import facts, figures


def said(extraction):
    """Status and speaker of the one claim that 青禾集团 acquires 白鹭集团."""
    (claim,) = [c for c in extraction.claims if c.predicate == "acquires"]
    speaker = dict(claim.qualifiers).get("speaker")
    return claim.status.value, extraction.mentions[speaker].surface if isinstance(speaker, int) else ""


@pytest.mark.parametrize(
    "article",
    [
        "沈知远说：“青禾集团收购了白鹭集团。”",
        "沈知遠說：「青禾集團收購了白鷺集團。」",
        "云杉科技董事长沈知远介绍：“青禾集团收购了白鹭集团。”",
        "“青禾集团收购了白鹭集团，”沈知远说，“天气很好。”",
        "“天气很好，”沈知远说，“青禾集团收购了白鹭集团。”",
        "“青禾集团收购了白鹭集团。”云杉科技董事长沈知远告诉记者。",
        "沈知远表示：“茶叶很好。市场更好。青禾集团收购了白鹭集团。”",
        "沈知远说：“青禾集团的‘采茶王’很好，青禾集团收购了白鹭集团。”",
        "沈知远说：“茶叶很好。\n“青禾集团收购了白鹭集团。”",
        "沈知远：“青禾集团收购了白鹭集团。”",
        "沈知远称，青禾集团收购了白鹭集团。",
        "沈知远还表示，青禾集团收购了白鹭集团。",
        "沈知远认为青禾集团收购了白鹭集团。",
        "据沈知远透露，青禾集团收购了白鹭集团。",
    ],
)
def test_a_claim_with_its_speaker(extracted, article):
    """What somebody says is claimed, and by whom."""
    status, speaker = said(extracted(article))
    assert (status, speaker) in (("claimed", "沈知远"), ("claimed", "沈知遠"))


@pytest.mark.parametrize(
    "article",
    [
        "业内人士指出，青禾集团收购了白鹭集团。",
        "有人说：“青禾集团收购了白鹭集团。”",
        "外界认为青禾集团收购了白鹭集团。",
    ],
)
def test_a_claim_of_somebody_without_a_name(extracted, article):
    """Somebody who is not named claims too."""
    assert said(extracted(article)) == ("claimed", "")


@pytest.mark.parametrize(
    "article",
    [
        "沈知远介绍，青禾集团收购了白鹭集团。",
        "据云杉科技介绍，青禾集团收购了白鹭集团。",
        "云海省统计局数据显示，青禾集团收购了白鹭集团。",
        "云海省商务厅表示，青禾集团收购了白鹭集团。",
        "青禾集团公告称，公司已收购白鹭集团。",
    ],
)
def test_a_source_that_the_article_follows(extracted, article):
    """介绍 and 显示, the word of a body and what it publishes are what the article says itself."""
    assert said(extracted(article)) == ("asserted", "")


@pytest.mark.parametrize(
    "article",
    [
        "青禾集团称，已收购白鹭集团。",
        "青禾集团认为时机已到，收购了白鹭集团。",
        "青禾集团董事长沈知远表示，青禾集团已收购白鹭集团。",
    ],
)
def test_of_their_own_doings(extracted, article):
    """A body and those who speak for it are believed in what they say of themselves."""
    assert said(extracted(article)) == ("asserted", "")


@pytest.mark.parametrize(
    "article",
    [
        "青禾集团被称为“茶王”，收购了白鹭集团。",
        "总的来说，青禾集团收购了白鹭集团。",
        "沈知远提出“茶山计划”，青禾集团收购了白鹭集团。",
        "沈知远说：“茶叶很好。”青禾集团收购了白鹭集团。",
        "沈知远表示祝贺。青禾集团收购了白鹭集团。",
        "“采茶王”青禾集团收购了白鹭集团。",
        "他说的茶叶很好，青禾集团收购了白鹭集团。",
    ],
)
def test_no_speech(extracted, article):
    """Names in quotation marks, 被称为, 总的来说 and speech that has ended make no claim."""
    assert said(extracted(article)) == ("asserted", "")


def test_each_speaker_has_their_own(extracted):
    """The second 称 begins another's words."""
    found = extracted("沈知远称，青禾集团收购了白鹭集团，云杉科技称，云杉集团位于杭州市。")
    speakers = {c.predicate: found.mentions[dict(c.qualifiers)["speaker"]].surface for c in found.claims}
    assert speakers == {"acquires": "沈知远", "locatedIn": "云杉科技"}


def test_a_quotation_that_nothing_closes(extracted):
    """A lost mark makes no claim of what the next paragraph says."""
    found = facts(extracted("沈知远说：“茶叶很好。\n青禾集团收购了白鹭集团。"), "acquires")
    assert [f.status for f in found] == ["asserted"]


def test_a_figure_that_somebody_claims(extracted):
    """A number in somebody's words is claimed as well."""
    found = extracted("沈知远称，青禾集团去年营业收入达到3亿元。")
    assert len(figures(found)) == 1
    assert [m.status for m in found.measures] == [Status.CLAIMED]


def test_a_claim_is_less_sure(extracted):
    """What is claimed has a lower confidence than the same sentence without its speaker."""
    plain, told = (
        next(c.score for c in extracted(article).claims)
        for article in ("青禾集团收购了白鹭集团。", "沈知远称，青禾集团收购了白鹭集团。")
    )
    assert told < plain
