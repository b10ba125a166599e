"""Cleaning keeps the way back: every clean character knows its place in the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import Dirty, clean_texts, dirty_texts

from graph.clean import clean
from graph.model import Document, Text
from graph.script import normal_form


def text(source: str) -> Text:
    return clean(Document("d", "d.txt", source))


@given(dirty_texts())
def test_artefacts_put_into_a_text_come_out_again(dirty: Dirty):
    """Whatever readings are put in, sparse or dense, cut off or not, cleaning gives the text of before."""
    assert text(dirty.source).clean == dirty.clean


@given(dirty_texts())
def test_the_map_leads_each_character_back(dirty: Dirty):
    """``starts`` are the places of the clean characters in the source, ``ends`` the places behind them."""
    found = text(dirty.source)
    assert found.starts == dirty.positions
    assert found.ends == tuple(at + 1 for at in dirty.positions)


@given(dirty_texts().filter(lambda d: bool(d.clean)), st.data())
def test_a_quote_is_the_source_between_its_ends(dirty: Dirty, data: st.DataObject):
    """A span's quote begins and ends with the span's characters, and is the span once its artefacts are left out."""
    start = data.draw(st.integers(0, len(dirty.clean) - 1))
    end = data.draw(st.integers(start + 1, len(dirty.clean)))
    found = text(dirty.source)
    quote = found.quote(start, end)
    first, last = found.source_span(start, end)
    assert dirty.source[first:last] == quote
    assert (quote[0], quote[-1]) == (found.clean[start], found.clean[end - 1])
    assert "".join(dirty.source[i] for i in dirty.positions[start:end]) == found.clean[start:end]


def test_a_quote_shows_the_artefacts_inside_it():
    """Evidence quotes what stands in the source, not what was made of it."""
    found = text("第八屆創(chuàng)新設(shè)計(jì)展")
    assert found.clean == "第八屆創新設計展"
    assert found.quote(3, 6) == "創(chuàng)新設"
    assert found.source_span(3, 6) == (3, 14)


@given(clean_texts())
def test_a_text_without_artefacts_stays_as_it_is(source: str):
    """Cleaning takes out artefacts and nothing else."""
    assert text(source).clean == source


@given(st.text())
def test_any_text_can_be_cleaned(source: str):
    """No input fails; clean text, normal form and both maps are of one length."""
    found = text(source)
    assert len(found.clean) == len(found.key) == len(found.starts) == len(found.ends)
    assert "".join(source[a:b] for a, b in zip(found.starts, found.ends, strict=True)) == found.clean


@given(dirty_texts())
def test_cleaning_twice_changes_nothing_more(dirty: Dirty):
    """What is left after cleaning holds no artefact."""
    once = text(dirty.source).clean
    assert text(once).clean == once


@given(dirty_texts())
def test_the_key_is_the_normal_form_of_the_clean_text(dirty: Dirty):
    """Matching happens on the normal form, at the same offsets."""
    found = text(dirty.source)
    assert found.key == normal_form(found.clean)


@given(dirty_texts())
def test_sentences_hold_all_that_is_no_blank(dirty: Dirty):
    """Sentences follow one another without overlap and leave out nothing but blanks."""
    found = text(dirty.source)
    at = 0
    for sentence in found.sentences:
        assert at <= sentence.start < sentence.end
        assert found.clean[at : sentence.start].strip() == ""
        at = sentence.end
    assert found.clean[at:].strip() == ""


def test_the_seed_article_keeps_its_real_brackets(checkout):
    """A converted article of 2,698 characters is 1,700 without its artefacts, its four real brackets among them."""
    seed = checkout.parent / "shared" / "corpus" / "seed.txt"
    if not seed.is_file():
        pytest.skip("the seed article is not part of the repository")
    source = seed.read_text(encoding="utf-8")
    found = text(source)
    assert (len(source), len(found.clean)) == (2698, 1700)
    assert found.clean.count("(") == found.clean.count(")") == 4
    for content in ("(上海)", "(以下簡稱", "(套)"):
        assert content in found.clean
