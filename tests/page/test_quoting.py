from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from graph.model import Document, Evidence, Mention, Part, Script, Sentence, Text
from graph.page.quoting import LONGEST, Quoter, Role

from .made_up import entity

_SOURCE = "開幕式上。澄嵐集團在  蘇州展出了機械臂，反響熱烈。翌日閉幕。"
_CLEAN = _SOURCE.replace("  ", "")


def _text(source=_SOURCE, clean=_CLEAN):
    starts = tuple(i for i, char in enumerate(source) if char != " ")
    cuts = [0, *(i + 1 for i, char in enumerate(clean) if char == "。")]
    sentences = tuple(Sentence(a, b, Part.BODY, 0) for a, b in itertools.pairwise(cuts))
    ends = tuple(start + 1 for start in starts)
    return Text(Document("d", "a.txt", source), clean, clean, starts, ends, Script.HANT, sentences)


def _mentioned(type, name, surface, clean=_CLEAN):
    at = clean.index(surface)
    return entity(type, name, mentions=(Mention("d", at, at + len(surface), surface, type, "r", 1.0),))


def _evidence(quote, source=_SOURCE):
    start = source.index(quote)
    return Evidence("d", start, start + len(quote), quote, "cue:x", 0.9)


_FIRM = _mentioned("Company", "澄嵐集團", "澄嵐集團")
_GOOD = _mentioned("Product", "機械臂", "機械臂")


def test_the_quote_stands_in_its_sentence_with_both_names_marked():
    """The passage is the whole sentence; quote, subject, object and context are told apart."""
    quoter = Quoter([_text()], [_FIRM, _GOOD])
    assert quoter.passage(_evidence("澄嵐集團在  蘇州展出了機械臂"), _FIRM.id, _GOOD.id) == [
        ("澄嵐集團", Role.SUBJECT),
        ("在  蘇州展出了", Role.QUOTE),
        ("機械臂", Role.OBJECT),
        ("，反響熱烈。", Role.CONTEXT),
    ]


def test_a_name_without_a_mention_in_the_sentence_is_found_by_its_letters():
    """Where recognition left no offsets, the name itself or an alias is looked for."""
    firm = entity("Company", "澄嵐集團股份有限公司", "澄嵐集團")
    marked = Quoter([_text()], [firm]).passage(_evidence("展出了機械臂"), firm.id)
    assert ("澄嵐集團", Role.SUBJECT) in marked


def test_an_unknown_document_still_shows_the_quote():
    """Evidence of a document that is not at hand is shown by its quote alone."""
    evidence = Evidence("elsewhere", 5, 8, "某句話", "cue:x", 0.9)
    assert Quoter([], []).passage(evidence, "a", "b") == [("某句話", Role.QUOTE)]


def test_without_context_the_quote_stands_alone():
    """Where quotations are limited nothing around them is shown, and the names in them are marked all the same."""
    quoter = Quoter([_text()], [_FIRM, _GOOD], context=False)
    said = Evidence("d", 5, 22, "澄嵐集團在…", "cue:x", 0.9, omitted=12)
    assert quoter.passage(said, _FIRM.id, _GOOD.id) == [("澄嵐集團", Role.SUBJECT), ("在…", Role.QUOTE)]
    assert quoter.passage(Evidence("d", 5, 22, "", "cue:x", 0.9, omitted=17), _FIRM.id, _GOOD.id) == []


def test_a_very_long_sentence_is_cut_around_the_quote():
    """Context beyond what a person reads at a glance is left out."""
    source = "前" * 900 + "要點" + "後" * 900 + "。"
    shown = Quoter([_text(source, source)], []).passage(_evidence("要點", source), "a")
    assert len("".join(text for text, _ in shown)) == LONGEST + 2


@given(st.integers(0, len(_SOURCE) - 1), st.integers(1, 20))
def test_a_passage_is_the_sources_own_characters(start, length):
    """Joined, the pieces are a stretch of the source that holds the quote."""
    end = min(len(_SOURCE), start + length)
    evidence = Evidence("d", start, end, _SOURCE[start:end], "cue:x", 0.9)
    joined = "".join(text for text, _ in Quoter([_text()], [_FIRM, _GOOD]).passage(evidence, _FIRM.id, _GOOD.id))
    assert joined in _SOURCE
    assert evidence.quote in joined
