"""Quotes in their sentences: which characters are shown around one, and what is marked in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small import FIRM, FIRST, ROBOT, SUZHOU

from graph.explorer.views.passages import Passages, around

TEXT = "甲来了。乙走了，丙没动。\n丁在家。戊不在。"


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("乙走了", "甲来了。乙走了，丙没动。"),  # the rest of its sentence, and the sentence before
        ("甲来了。", "甲来了。乙走了，丙没动。"),  # the sentence after
        ("丁在家。", "丁在家。戊不在。"),  # nothing of another paragraph
        ("丙没动。\n丁在家。", "甲来了。乙走了，丙没动。\n丁在家。戊不在。"),  # a quote may go over its end
    ],
)
def test_a_quote_is_shown_in_its_sentences(quote, shown):
    """Whole ones, with their neighbours, inside a paragraph."""
    start = TEXT.index(quote)
    first, last, cut = around(TEXT, start, start + len(quote))
    assert TEXT[first:last] == shown
    assert cut == (False, False)


def test_a_long_neighbour_is_cut_and_said_to_be():
    """So that a page of facts stays one that is read."""
    text = "长" * 500 + "。短句。" + "又" * 500
    start = text.index("短句")
    first, last, cut = around(text, start, start + 3)
    assert (len(text[first:start]), len(text[start + 3 : last])) == (60, 60)
    assert cut == (True, True)


@given(st.text(alphabet="甲乙。！\n\r”a", min_size=1, max_size=400), st.data())
def test_the_passage_holds_the_quote(text, data):
    """Whatever the text: no character of the quote is lost, and not all of a long text is shown."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last, _ = around(text, start, end)
    assert 0 <= first <= start
    assert end <= last <= len(text)
    assert (start - first) + (last - end) <= 2 * (180 + 60)


def said(quote, document="d1"):
    """Evidence as the store gives it."""
    start = FIRST.index(quote)
    iri = f"https://w3id.org/zhimai/id/document/{document}"
    return {"document": iri, "start": start, "end": start + len(quote), "quote": quote}


def test_subject_and_object_are_marked(opened):
    """By the mentions of the text; joined, the pieces are the article's own characters."""
    catalogue = opened.catalogue
    one = said("霽川智能亮相第八屆甲州交易會，展出「雲帆」機器人。")
    told = Passages(opened).told(one, catalogue.iri(FIRM.id), catalogue.iri(ROBOT.id))
    assert [piece for piece in told["pieces"] if piece[1] > 1] == [("霽川智能", 2), ("「雲帆」機器人", 3)]
    assert (
        "".join(piece for piece, _ in told["pieces"])
        == "霽川智能亮相第八屆甲州交易會，展出「雲帆」機器人。霽川智能科技有限公司總部位於蘇州。"
    )
    assert (told["title"], told["published"]) == ("霽川智能亮相", "2021-04")


def test_what_is_not_in_the_quote_is_marked_beside_it(opened):
    """A quote may say `the company`; whom it means stands before it."""
    told = Passages(opened).told(said("成交額近22億元。"), opened.catalogue.iri(SUZHOU.id))
    assert ("蘇州", 2) in told["pieces"]


def test_a_name_without_a_mention_is_found_by_its_letters(opened):
    """The second place of a firm in a text that has a mention of the first only."""
    passages = Passages(opened)
    start = FIRST.index("霽川智能科技有限公司")
    span = (start, start + 14)
    assert passages.within(opened.catalogue.iri(FIRM.id), said("蘇州")["document"], span) == [(start, start + 10)]
