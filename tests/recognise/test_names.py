"""Names from the mixture of the tagger and the trained model: where they stand among the tagger's words."""

from __future__ import annotations

import numpy as np
import pytest

from graph.model import Token
from graph.recognise.names import LABELS, Name, marks, with_names
from graph.recognise.tagger import shared_tagger

from .conftest import read


def likely(length: int) -> np.ndarray:
    """As good as nothing known: each label as likely as any other."""
    return np.full((length, len(LABELS)), 1 / len(LABELS), dtype=np.float32)


def words(*pieces: tuple[str, str]) -> tuple[Token, ...]:
    at, found = 0, []
    for word, tag in pieces:
        found.append(Token(at, at + len(word), tag, 0.9))
        at += len(word)
    return tuple(found)


def merged(tokens: tuple[Token, ...], *names: Name) -> list[tuple[int, int, str]]:
    return [(t.start, t.end, t.tag) for t in with_names(tokens, names, likely(tokens[-1].end), 0)]


def test_a_name_takes_the_place_of_the_words_that_it_covers():
    tokens = words(("云岚", "nz"), ("半导体", "n"), ("上市", "v"))
    assert merged(tokens, Name(0, 5, "ORG", 0.8)) == [(0, 5, "ORG"), (5, 7, "v")]


def test_a_name_cuts_a_word_and_leaves_the_rest():
    tokens = words(("沈知远说", "PER"), ("好", "a"))
    assert merged(tokens, Name(0, 3, "PER", 0.8)) == [(0, 3, "PER"), (3, 4, "nz"), (4, 5, "a")]


@pytest.mark.parametrize(
    "pieces",
    [
        (("海川", "LOC"), ("东临", "v"), ("白鹭湖", "LOC")),  # two places
        (("海川", "LOC"), ("与", "c"), ("白鹭", "n")),  # a conjunction
        (("海川", "LOC"), ("北", "f"), ("倚", "v")),  # a verb is no part of a place
    ],
)
def test_a_place_swallows_no_verb_and_no_other_place(pieces):
    tokens = words(*pieces)
    assert merged(tokens, Name(0, tokens[-1].end, "LOC", 0.9)) == [(t.start, t.end, t.tag) for t in tokens]


def test_a_place_before_a_body_stays_a_word_of_its_own():
    tokens = words(("海川", "LOC"), ("云岚科技", "ORG"))
    assert merged(tokens, Name(0, 6, "ORG", 0.9)) == [(0, 2, "LOC"), (2, 6, "ORG")]


def test_an_unsure_name_gives_way_to_the_words():
    tokens = words(("前沿", "n"), ("技术", "n"))
    assert merged(tokens, Name(0, 2, "ORG", 0.6)) == [(0, 2, "n"), (2, 4, "n")]


def test_one_name_of_the_tagger_is_not_made_two():
    tokens = words(
        ("申办方云杉医院", "ORG"),
    )
    assert merged(tokens, Name(0, 2, "ORG", 0.8), Name(2, 7, "ORG", 0.8)) == [(0, 7, "ORG")]


def test_a_name_that_only_the_tagger_sees_stays_as_likely_as_the_mixture_says():
    tokens = words(
        ("海川", "LOC"),
    )
    found = next(with_names(tokens, (), likely(2), 0))
    assert found.tag == "LOC"
    assert found.score == pytest.approx(1 / len(LABELS), abs=0.01)


def test_offsets_count_in_the_text():
    tokens = (Token(10, 12, "nz", 0.9), Token(12, 15, "n", 0.9))
    found = list(with_names(tokens, (Name(0, 5, "ORG", 0.8),), likely(5), 10))
    assert [(t.start, t.end) for t in found] == [(10, 15)]


def test_marks_tell_capitals_latin_digits_and_surnames():
    assert marks("Aa5沈").tolist() == [[1, 1, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]]


def test_the_words_still_cover_every_character():
    text = read("江蘇雲嵐智能裝備有限公司董事長沈知遠在杭州市濱江區宣布，與Blue Heron Ltd.合作。").text
    tokens = shared_tagger().tag(text)
    assert [t.start for t in tokens[1:]] == [t.end for t in tokens[:-1]]
    assert (tokens[0].start, tokens[-1].end) == (0, len(text.clean))
