"""Sentences end where a reader ends them, and each knows the part of the article that it stands in."""

from __future__ import annotations

import pytest

from graph.clean import clean
from graph.model import Document, Part

LEAD = "甲州交易会今天开幕。"


def sentences(source, title=""):
    found = clean(Document("d", "d.txt", source, title=title))
    return [found.clean[s.start : s.end] for s in found.sentences]


def parts(source, title=""):
    return [s.part for s in clean(Document("d", "d.txt", source, title=title)).sentences]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("展会开幕。客商云集。", ["展会开幕。", "客商云集。"]),
        ("真的吗？太好了！走吧。", ["真的吗？", "太好了！", "走吧。"]),
        ("展会开幕。客商云集", ["展会开幕。", "客商云集"]),
        ("太好了！！！走吧。", ["太好了！！！", "走吧。"]),
        ("甲；乙，丙：丁。", ["甲；乙，丙：丁。"]),
    ],
)
def test_full_stops_questions_and_exclamations_end_a_sentence(source, expected):
    """A semicolon, a comma and a colon do not; a last sentence may lack its stop."""
    assert sentences(source) == expected


@pytest.mark.parametrize(
    ("source", "first"),
    [
        ("他说：“展会很好。”客商散去。", "他说：“展会很好。”"),
        ("他說：「展會很好。」客商散去。", "他說：「展會很好。」"),
        ("(展会很好。)客商散去。", "(展会很好。)"),
    ],
)
def test_a_closing_quote_or_bracket_stays_with_its_sentence(source, first):
    """What closes stands with what it closes, in both scripts."""
    assert sentences(source)[0] == first
    assert len(sentences(source)) == 2


def test_a_bad_decimal_point_ends_nothing():
    """In 4。5万亿 the stop is a point."""
    assert sentences("规模达4。5万亿元。其次是服务。") == ["规模达4。5万亿元。", "其次是服务。"]


def test_a_number_may_end_a_sentence():
    """A stop behind a digit ends the sentence unless a digit follows."""
    assert sentences("编号为2023。年底揭晓。") == ["编号为2023。", "年底揭晓。"]


def test_a_paragraph_ends_a_sentence():
    """No sentence runs over a line's end, and paragraphs are numbered."""
    found = clean(Document("d", "d.txt", "甲州交易会开幕，\n\n客商云集。")).sentences
    assert [s.paragraph for s in found] == [0, 1]


def test_blanks_around_a_sentence_are_not_part_of_it():
    """Indents and blanks between sentences lie outside the spans."""
    assert sentences("\u3000\u3000展会开幕。 \u3000客商云集。 \n") == ["展会开幕。", "客商云集。"]


@pytest.mark.parametrize("source", ["", " \n\u3000\n"])
def test_nothing_has_no_sentence(source):
    """An empty text and one of blanks have none."""
    assert sentences(source) == []


def test_title_lead_heading_and_body_are_told_apart():
    """A short first line without a stop is the title; the first paragraph the lead; a later short line a heading."""
    source = f"甲州交易会开幕\n{LEAD}\n签约成果丰硕\n双方签约。现场热烈。"
    assert parts(source) == [Part.TITLE, Part.LEAD, Part.HEADING, Part.BODY, Part.BODY]


def test_a_repeated_title_counts_once():
    """Pages print the title two or three times; the first is the title, and the others are left out."""
    title = "甲州交易会开幕"
    assert parts(f"{title}\n{title}\n{LEAD}\n{title}", title) == [Part.TITLE, Part.LEAD]


def test_a_title_is_known_in_the_other_script():
    """The title of a page and the one in its text may differ in script."""
    assert parts(f"記者手記\n甲州交易會開幕\n{LEAD}", "甲州交易会开幕")[1] == Part.TITLE


def test_an_article_may_begin_with_its_lead():
    """A first line that is a sentence is no title."""
    assert parts(f"{LEAD}\n双方签约。") == [Part.LEAD, Part.BODY]


@pytest.mark.parametrize(
    "line",
    [
        "图为新款展台。",
        "图1：新款展台",
        "图二 新款展台",
        "上图：展台前的客商",
        "展台前人头攒动 林某某摄",
        "(记者 林某摄)",
        "圖為新款展臺。",
    ],
)
def test_captions_are_known_by_their_words(line):
    """图为…, 图1… and …摄 are captions, in both scripts."""
    assert parts(f"{LEAD}\n{line}\n双方签约。") == [Part.LEAD, Part.CAPTION, Part.BODY]


@pytest.mark.parametrize("line", ["图书馆昨天开放。", "图文并茂的展板引人注目。", "该片在甲州影视城拍摄。"])
def test_a_sentence_that_only_resembles_a_caption_is_none(line):
    """图书馆 and 拍摄 make no caption."""
    assert parts(f"{LEAD}\n{line}") == [Part.LEAD, Part.BODY]


def test_damage_ends_a_sentence_and_its_paragraph():
    """What was swallowed may be a stop or a subject, so nothing is carried over it."""
    found = clean(Document("d", "d.txt", "甲公司昨天??缃收购了乙公司。丙公司到场。")).sentences
    assert [s.paragraph for s in found] == [0, 1, 1]
