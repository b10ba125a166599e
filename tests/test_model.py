"""What travels is frozen, compares by value, and never loses its way back to the source."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, fields, is_dataclass

import pytest
from small import EDITION, FIRM, KNOWLEDGE, RIVAL
from small import text as small_text

from graph import model
from graph.model import Document, Knowledge, Script, Status, Text

# 創(chuàng)新展: the clean text leaves the reading out.
SOURCE = "創(chuàng)新展"
TEXT = Text(Document("d", "d.txt", SOURCE), "創新展", "创新展", (0, 9, 10), (1, 10, 11), Script.HANT)


@pytest.mark.parametrize(
    ("start", "end", "quote"), [(0, 1, "創"), (0, 2, "創(chuàng)新"), (1, 3, "新展"), (0, 3, SOURCE), (2, 3, "展")]
)
def test_a_clean_span_quotes_its_source(start, end, quote):
    """The quote is the source from the first character to the last, with what lies between them."""
    assert TEXT.quote(start, end) == quote
    first, last = TEXT.source_span(start, end)
    assert SOURCE[first:last] == quote


def test_a_span_that_ends_before_an_artefact_leaves_it_out():
    """An artefact belongs to what goes on behind it, not to a name that ends before it."""
    assert TEXT.source_span(0, 1) == (0, 1)


def test_an_empty_text_may_lack_sentences():
    """Sentences are additive: a text can be made by hand without."""
    assert TEXT.sentences == ()


def test_an_entity_is_found_by_its_id():
    """``Knowledge.entity`` gives the very entity."""
    assert KNOWLEDGE.entity(FIRM.id) is FIRM


def test_an_unknown_id_is_a_key_error():
    """A wrong id is never passed over."""
    with pytest.raises(KeyError, match="nobody"):
        KNOWLEDGE.entity("org/nobody")


def test_facts_are_what_the_texts_assert_or_plan():
    """A claimed acquisition is a statement, and no fact."""
    facts = list(KNOWLEDGE.facts())
    assert {s.status for s in KNOWLEDGE.statements} == {Status.ASSERTED, Status.CLAIMED}
    assert [s.id for s in facts] == ["s1", "s2", "s3", "s4", "s5", "s7"]


@pytest.mark.parametrize("status", list(Status))
def test_only_two_of_the_statuses_make_facts(status):
    """Asserted and planned do; claimed, hypothetical and denied do not."""
    said = model.Statement("s", FIRM.id, "acquires", RIVAL.id, status, 0.9, ())
    facts = list(Knowledge((), (FIRM, RIVAL), (said,), ()).facts())
    assert bool(facts) == (status in (Status.ASSERTED, Status.PLANNED))


def test_knowledge_compares_by_what_it_knows():
    """Two of the same content are equal; its index is no part of it."""
    again = Knowledge(**{f.name: getattr(KNOWLEDGE, f.name) for f in fields(Knowledge) if not f.name.startswith("_")})
    assert again == KNOWLEDGE
    assert again.entity(EDITION.id) is EDITION


def test_knowledge_crosses_to_another_process():
    """Pickled and read back it is equal, and finds its entities."""
    again = pickle.loads(pickle.dumps(KNOWLEDGE))  # noqa: S301 (our own bytes)
    assert again == KNOWLEDGE
    assert again.entity(FIRM.id) == FIRM


VALUES = [v for v in vars(model).values() if isinstance(v, type) and is_dataclass(v)]


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_what_travels_is_frozen(kind):
    """No stage can change what another made."""
    value = kind.__new__(kind)
    with pytest.raises(FrozenInstanceError):
        setattr(value, fields(kind)[0].name, "x")


@pytest.mark.parametrize("kind", VALUES, ids=lambda kind: kind.__name__)
def test_what_travels_has_slots(kind):
    """A misspelt attribute cannot be added in silence."""
    assert not hasattr(kind.__new__(kind), "__dict__")


def test_a_text_made_by_hand_equals_its_like():
    """Values compare by content, so that tests can build what they expect."""
    assert small_text("d", "甲州", Script.HANS) == small_text("d", "甲州", Script.HANS)
    assert small_text("d", "甲州", Script.HANS) != small_text("d", "甲州", Script.HANT)
