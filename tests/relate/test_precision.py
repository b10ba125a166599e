"""How sure a statement is, by what was judged of those found likewise."""

from __future__ import annotations

import csv

import pytest

from graph.errors import OntologyError
from graph.model import Claim
from graph.relate.precision import COLUMNS, FILE, factor, factors, family, weighed
from graph.resources import ontology_dir


def test_who_was_right_as_often_as_he_said_stays_as_sure():
    assert factor([(20, 16, 0.8)]) == pytest.approx(1)


def test_who_was_wrong_more_often_becomes_less_sure():
    assert 0.5 < factor([(20, 8, 0.8)]) < 1


def test_few_judgements_move_little():
    assert factor([(2, 0, 0.8)]) > factor([(20, 0, 0.8)]) > 0


def test_the_words_of_a_property_count_together():
    assert factor([(10, 4, 0.8), (10, 4, 0.8), (0, 0, 0.0)]) == factor([(20, 8, 0.8)])


def test_the_words_of_a_cue_are_measured_together_and_what_was_learnt_apart():
    assert family("cue:acquires/收购") == family("cue:acquires/并购") == "cue:acquires"
    assert family("cue:acquires/learnt") == "cue:acquires/learnt"
    assert family("structure:edition") == "structure:edition"


def test_an_extractor_that_nobody_judged_says_what_it_says():
    claim = Claim(0, "acquires", 1, 0, 9, "cue:nobody/says", 0.83)
    assert weighed(claim) == claim


def test_no_statement_is_certain():
    assert weighed(Claim(0, "editionOf", 1, 0, 9, "structure:edition", 1.0)).score < 1


def test_the_shipped_file_counts():
    """No more are right than were judged, and at least 300 were."""
    with (ontology_dir() / FILE).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert tuple(rows[0]) == COLUMNS
    assert all(0 <= int(row["right"]) <= int(row["judged"]) for row in rows)
    assert sum(int(row["judged"]) for row in rows) >= 300


@pytest.mark.parametrize(
    "content", [None, "extractor,judged\ncue:acquires,x\n", "extractor,judged,right,confidence\na,b,0,0\n"]
)
def test_a_file_that_cannot_be_used(tmp_path, content):
    if content is not None:
        (tmp_path / FILE).write_text(content, encoding="utf-8")
    with pytest.raises(OntologyError, match=FILE):
        factors(tmp_path)
