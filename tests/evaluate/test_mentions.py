"""What counts as a right name: exact span and core class, the outermost one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graph.clean import clean
from graph.evaluate.mentions import core_spans, score_mentions
from graph.evaluate.values import Sample, Span, Tally
from graph.model import Document, Extraction, Mention
from graph.ontology import load_ontology

from .made_up import NAMES

TEXT = "上海市商務委員會的林知遠昨天到訪蘇州的衡嶼電子。"
ONTOLOGY = load_ontology()


def _said(*mentions):
    """An extraction of TEXT with names, each given as its surface and class."""
    text = clean(Document("d", "d", TEXT))
    found = []
    for surface, type in mentions:
        at = TEXT.index(surface)
        found.append(Mention("d", at, at + len(surface), surface, type, "by hand", 1.0))
    return Extraction(text, tuple(found))


def _span(surface, label):
    at = TEXT.index(surface)
    return Span(at, at + len(surface), label)


def _ours(said, *gold):
    samples = [Sample("1", TEXT, tuple(_span(*one) for one in gold))]
    return score_mentions(NAMES, samples, [said], ONTOLOGY)[0]


def test_a_subclass_counts_as_its_core_class():
    """A government body is an organisation; a product is no core name."""
    said = _said(("上海市商務委員會", "GovernmentBody"), ("衡嶼電子", "Product"))
    assert core_spans(said, ONTOLOGY) == [_span("上海市商務委員會", "Organisation")]


def test_of_names_in_one_another_the_outer_one_counts():
    """上海 in 上海市商務委員會 is structure, neither right nor wrong."""
    said = _said(("上海市商務委員會", "GovernmentBody"), ("上海", "Province"))
    assert _ours(said, ("上海市商務委員會", "company")).total == Tally(1, 1, 1, 1)


@pytest.mark.parametrize(("surface", "type"), [("衡嶼", "Company"), ("衡嶼電子", "Person")])
def test_another_span_or_class_is_wrong_and_missed(surface, type):
    """It counts against precision and against recall."""
    assert _ours(_said((surface, type)), ("衡嶼電子", "company")).total == Tally(found=1, right=0, gold=1, hit=0)


def test_what_the_set_calls_something_else_is_neither_right_nor_wrong():
    """A name of a type that maps to nothing is not asked for, and finding it is no error."""
    score = _ours(_said(("蘇州", "City"), ("林知遠", "Person")), ("蘇州", "scene"), ("林知遠", "name"))
    assert score.total == Tally(1, 1, 1, 1)


def test_what_the_set_does_not_have_is_one_too_many():
    """An error names its kind, the name and the sentence."""
    (error,) = _ours(_said(("蘇州", "City"))).errors
    assert (error.kind, error.what, error.text) == ("extra Place", "蘇州", TEXT)


def test_a_skipped_text_has_its_names_missed():
    """A record that `extract` skips counts in the gold."""
    assert _ours(None, ("蘇州", "address")).total == Tally(0, 0, 1, 0)


def test_lac_alone_stands_beside_it_without_errors():
    """The tagger gets the same texts and is scored by the same rules."""
    sample = Sample("1", TEXT, (_span("林知遠", "name"),))
    _, alone = score_mentions(NAMES, [sample], [None], ONTOLOGY)
    assert (alone.system, alone.by["Person"].hit, alone.errors) == ("LAC alone", 1, ())


def test_offsets_are_those_of_the_source():
    """What cleaning takes out of a text does not move a name."""
    said = _said(("蘇州", "City"))
    text = replace(
        said.text, starts=tuple(at + 5 for at in said.text.starts), ends=tuple(at + 5 for at in said.text.ends)
    )
    (span,) = core_spans(replace(said, text=text), ONTOLOGY)
    assert span.start == TEXT.index("蘇州") + 5
