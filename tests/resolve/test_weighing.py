"""From features to a score: weights add up, never is never, and a file that cannot be read says what to do."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import OntologyError
from graph.resolve.weighing import DIFFERENT, FILE, PRIOR, SAME, Weight, score, weights

SUMS = sorted(name for name, weight in weights().items() if not weight.never)
NEVER = sorted(name for name, weight in weights().items() if weight.never)


def test_without_a_feature_two_names_are_two():
    """To stand in one block is no reason to be one thing, nor even to be in doubt."""
    assert score(()) == round(1 / (1 + math.exp(-PRIOR)), 2)
    assert score(()) < DIFFERENT < SAME


@given(st.sets(st.sampled_from(SUMS)), st.sampled_from(SUMS))
def test_a_feature_moves_the_score_the_way_of_its_weight(features, more):
    """What speaks for one thing never lowers the score, what speaks against it never raises it."""
    without, with_ = score(features - {more}), score(features | {more})
    assert with_ >= without if weights()[more].value > 0 else with_ <= without


@given(st.sets(st.sampled_from(SUMS), min_size=1))
def test_the_score_is_the_logistic_of_the_sum(features):
    """In hundredths, and with the prior of a pair in one block."""
    total = PRIOR + sum(weights()[feature].value for feature in features)
    assert abs(score(features) - 1 / (1 + math.exp(-total))) <= 0.005


@given(st.sets(st.sampled_from(SUMS)), st.sets(st.sampled_from(SUMS)))
def test_the_heavier_sum_never_has_the_lower_score(one, other):
    """The score is monotone in the sum of the weights."""
    sums = [sum(weights()[feature].value for feature in features) for features in (one, other)]
    if sums[0] <= sums[1]:
        assert score(one) <= score(other)


@given(st.sets(st.sampled_from(SUMS)), st.sampled_from(NEVER))
def test_never_is_zero_whatever_else_holds(features, never):
    """No number of reasons for one thing outweighs a hard fact."""
    assert score([*features, never]) == 0.0


def test_no_weight_is_nothing():
    """A feature of weight 0 would be none; never is no number."""
    assert [name for name, weight in weights().items() if weight.value == 0 and not weight.never] == []
    assert all(weight.value == 0 for weight in weights().values() if weight.never)


def test_what_parts_or_joins_has_its_words():
    """A hard fact has a reason to tell."""
    assert [name for name in NEVER if not weights()[name].reason] == []


def test_reasons_name_nothing_but_the_two_names_core_and_place():
    """Every reason of the file can be filled in."""
    for weight in weights().values():
        weight.reason.format(short="甲", full="甲乙", core="甲", place="丙")


def test_weights_of_a_folder_of_ones_own(tmp_path):
    """Numbers, words and never are read; further columns are no mistake."""
    (tmp_path / FILE).write_text('feature,weight,reason,note\na,-1.5,"x, y",z\nb,never,,\n', "utf-8")
    assert weights(tmp_path) == {"a": Weight(-1.5, "x, y"), "b": Weight(0.0, "", never=True)}


@pytest.mark.parametrize(
    "content",
    [
        "feature,weight,reason\na,much,\n",
        "feature,weight,reason\na,,\n",
        "feature,reason\na,x\n",
        "feature,weight,reason\na\n",
    ],
)
def test_a_line_without_a_weight_is_told_with_the_remedy(tmp_path, content):
    """A word, nothing or no column where the number should be."""
    (tmp_path / FILE).write_text(content, "utf-8")
    with pytest.raises(OntologyError) as told:
        weights(tmp_path)
    assert told.value.where.startswith(f"{FILE}:")
    assert "give a number or never in the columns feature,weight,reason" in str(told.value)


def test_a_missing_file_is_told_with_the_remedy(tmp_path):
    """Path, cause and what to do."""
    with pytest.raises(OntologyError) as told:
        weights(tmp_path)
    assert told.value.where == str(tmp_path / FILE)
    assert "restore the file" in str(told.value)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"feature,weight,reason\na,1,x\nb,nan,x\n", "identity.csv:3: nan is no weight"),
        (b"feature,weight,reason\na,1,{plaze} x\n", "identity.csv:2: {plaze} stands for nothing"),
        (b"feature,weight,reason\na,1,\xff\n", "identity.csv: is not UTF-8"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path, content, told):
    """Whoever edits the weights learns where and what, not that a key is missing."""
    (tmp_path / FILE).write_bytes(content)
    with pytest.raises(OntologyError, match=re.escape(told)):
        weights(tmp_path)


def test_a_feature_whose_line_is_gone_is_told(tmp_path):
    """Its line is to be restored; without weight it is 0."""
    (tmp_path / FILE).write_text("feature,weight,reason\na,1,x\n", "utf-8")
    with pytest.raises(OntologyError, match="b has no line; restore it, or give it the weight 0"):
        weights(tmp_path)["b"]
