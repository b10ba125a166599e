"""Decisions are added at the end of a file, and only the last one can be taken back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.decisions import Choice, Decision, append_decision, load_decisions, take_back
from graph.errors import DecisionsError, OutputError

ONE = Decision(Choice.SAME, "甲川", "甲川智能", reason="one, and the same", by="Lin", date="2024-06-12")
TWO = Decision(Choice.REJECT, "甲川", "=乙型", "produces")


def test_what_is_written_is_read(tmp_path):
    """The first line is made with the file; what is there stays."""
    path = tmp_path / "d.csv"
    append_decision(path, ONE)
    begun = path.read_bytes()
    append_decision(path, TWO)
    assert path.read_bytes().startswith(begun)
    assert load_decisions([path]).all == (ONE, TWO)


_CELL = st.text(st.sampled_from("甲乙=+'\"#, \n\t;a-"), min_size=1, max_size=8).filter(
    lambda text: text.strip() and not text.strip().startswith("'")  # which a spreadsheet hides
)


@given(thing=_CELL, reason=_CELL)
def test_any_name_comes_back(tmp_path_factory, thing, reason):
    """Whatever marks a name or a reason has, the file is one line longer and says the same."""
    path = tmp_path_factory.mktemp("d") / "d.csv"
    append_decision(path, Decision(Choice.RENAME, thing, "丙", reason=reason))
    (found,) = load_decisions([path])
    assert (found.thing, found.reason) == (" ".join(thing.split()), " ".join(reason.split()))


def test_what_a_spreadsheet_would_run_is_text(tmp_path):
    """A name out of an article must not be a formula in somebody's spreadsheet."""
    append_decision(tmp_path / "d.csv", TWO)
    assert ",'=乙型," in (tmp_path / "d.csv").read_text("utf-8")


def test_a_last_line_without_an_end_is_not_spoilt(tmp_path):
    """Editors leave the last line break out."""
    path = tmp_path / "d.csv"
    path.write_text("decision,thing,relation,other,reason,by,date\nsame,丙,,丁,,,", encoding="utf-8")
    append_decision(path, ONE)
    assert [decision.thing for decision in load_decisions([path])] == ["丙", "甲川"]


def test_the_last_one_is_taken_back(tmp_path):
    """The file is what it was; another line than the last stays."""
    path = tmp_path / "d.csv"
    append_decision(path, ONE)
    before = path.read_bytes()
    append_decision(path, TWO)
    assert not take_back(path, ONE)
    assert take_back(path, TWO)
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", ["name,class\n甲,企业\n", "decision,thing,other\nsame,甲,乙\n"])
def test_a_file_of_another_kind_is_left_alone(tmp_path, content):
    """A list of entities, or decisions in columns of one's own, would be spoilt by a line of ours."""
    path = tmp_path / "d.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(DecisionsError):
        append_decision(path, ONE)
    assert path.read_text("utf-8") == content


def test_a_file_that_cannot_be_written(tmp_path):
    """The path is named."""
    with pytest.raises(OutputError, match="cannot be written"):
        append_decision(tmp_path / "missing" / "d.csv", ONE)
