"""A file of decisions is read with patience, and every mistake in it is told with its line and the remedy."""

from __future__ import annotations

import pytest

from graph.decisions import Choice, Decision, load_decisions
from graph.errors import DecisionsError

HEAD = "decision,thing,relation,other,reason,by,date\n"


def file(folder, content, name="d.csv", encoding="utf-8"):
    path = folder / name
    path.write_bytes(content.encode(encoding))
    return path


def test_each_column_is_read(tmp_path):
    """A line becomes a decision, with its place."""
    line = "reject,甲川智能,produces,乙型机器人,it only sells it,Lin,2024-06-12\n"
    (found,) = load_decisions([file(tmp_path, HEAD + line)])
    assert found == Decision(
        Choice.REJECT, "甲川智能", "乙型机器人", "produces", "it only sells it", "Lin", "2024-06-12"
    )
    assert found.where == "d.csv:2"


def test_comments_and_blank_lines_are_passed_over(tmp_path):
    """Lines keep their numbers; a comment may hold half a pair of quotation marks."""
    content = f'# mine\n\n{HEAD}# not "sure\n,,,,,,\nsame,甲,,乙,,,\n"# also, a comment"\n'
    (found,) = load_decisions([file(tmp_path, content)])
    assert (found.thing, found.other, found.where) == ("甲", "乙", "d.csv:6")


def test_who_decided_is_a_person_unless_said(tmp_path):
    """Columns that say nothing may be left out."""
    (found,) = load_decisions([file(tmp_path, "decision,thing,other\nrename,甲川,甲川智能\n")])
    assert (found.by, found.reason, found.date) == ("person", "", "")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_as_spreadsheets_save_it(tmp_path, encoding):
    """Other encodings, semicolons and Chinese titles do as well."""
    content = "决定;事物;关系;另一;理由\r\n同;甲川;;甲川智能;“同一地址”\r\n"
    (found,) = load_decisions([file(tmp_path, content, encoding=encoding)])
    assert (found.choice, found.thing, found.other, found.reason) == (Choice.SAME, "甲川", "甲川智能", "“同一地址”")


def test_files_follow_one_another(tmp_path):
    """The decisions of a later file come after those of an earlier one."""
    one, two = file(tmp_path, f"{HEAD}same,甲,,乙,,,\n", "1.csv"), file(tmp_path, f"{HEAD}same,丙,,丁,,,\n", "2.csv")
    assert [decision.thing for decision in load_decisions([two, one])] == ["丙", "甲"]


def test_an_empty_file_decides_nothing(tmp_path):
    """Nothing, or a header alone."""
    assert (
        len(load_decisions([file(tmp_path, ""), file(tmp_path, HEAD, "2.csv"), file(tmp_path, "# x\n", "3.csv")])) == 0
    )


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("maybe,甲,,乙", "d.csv:2: maybe is no decision; use one of same, different, reject, rename, retype"),
        (",甲,,乙", "d.csv:2: no decision; use"),
        ("same,,,乙", "d.csv:2: no thing; fill it in"),
        ("same,甲,,", "d.csv:2: no other; fill it in"),
        ("same,甲,,甲", "d.csv:2: 甲 stands on both sides; name another"),
        ("same,甲,produces,乙", "d.csv:2: same has no relation; leave the cell empty"),
        ("reject,甲,,乙", "d.csv:2: no relation; say which statement is wrong"),
        ("same,甲,,乙,,,yesterday", "d.csv:2: yesterday is no date; write it as 2024-06-12"),
        ("same,甲,,乙,a, b, c, d,e", "d.csv:2: 9 cells under 7 columns; put"),
    ],
)
def test_mistakes_of_a_line(tmp_path, line, told):
    """What is wrong, where, and what to do."""
    with pytest.raises(DecisionsError) as error:
        load_decisions([file(tmp_path, f"{HEAD}{line}\n")])
    assert error.value.line.startswith(told)


def test_all_mistakes_at_once(tmp_path):
    """One look finds all of them, in the order of the lines."""
    with pytest.raises(DecisionsError) as error:
        load_decisions([file(tmp_path, f"{HEAD}maybe,甲,,乙\nsame,甲,,乙\nsame,,,乙\n")])
    assert [one.where for one in (error.value, *error.value.others)] == ["d.csv:2", "d.csv:4"]


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("thing,other", "d.csv:1: no column decision; let the first line be decision,thing,relation"),
        ("decision,thing,other,colour", "d.csv:1: the column 'colour' is unknown"),
        ("decision,thing,other,other", "d.csv:1: two columns other; keep one"),
    ],
)
def test_mistakes_of_the_first_line(tmp_path, head, told):
    """Without its columns a file is not read."""
    with pytest.raises(DecisionsError) as error:
        load_decisions([file(tmp_path, f"{head}\nsame,甲,乙\n")])
    assert error.value.line.startswith(told)


def test_a_file_that_is_not_there(tmp_path):
    """The path is named."""
    with pytest.raises(DecisionsError, match=r"none\.csv: cannot be read"):
        load_decisions([tmp_path / "none.csv"])
