"""Entries by their names, and aliases that several share."""

from __future__ import annotations

from graph.authority import Authority, Entry

PAPER = Entry("华兴纸业有限公司", "Company", ("华兴", "華興紙業"), where="my.csv:2")
YARD = Entry("华兴造船厂", "Company", ("华兴",), where="my.csv:3")


def test_names_are_compared_in_normal_form():
    """Both scripts and widths are one name."""
    assert Authority((PAPER,)).by_name["华兴纸业"] == (PAPER,)


def test_a_shared_alias_has_all_its_entries():
    """An alias of two rows leads to both, and is told in one line."""
    both = Authority((PAPER, YARD))
    assert both.by_name["华兴"] == (PAPER, YARD)
    (note,) = both.notes
    assert note.startswith("my.csv:2: the alias 华兴 is also that of 华兴造船厂 (my.csv:3); ")


def test_a_full_name_is_nobody_elses_alias():
    """Where one row's alias is another's full name, it means that other."""
    other = Entry("华兴", "Media", where="my.csv:4")
    both = Authority((PAPER, other))
    assert both.by_name["华兴"] == (other,)
    assert both.notes == ()


def test_names_alone():
    """What is no other's tells which of two is meant."""
    assert Authority((PAPER, YARD)).names_alone == {PAPER: ("华兴纸业有限公司", "华兴纸业"), YARD: ("华兴造船厂",)}
