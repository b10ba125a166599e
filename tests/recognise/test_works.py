"""Policies and publications by their titles, strategies by name."""

from __future__ import annotations

import pytest

from .conftest import names, surfaces


@pytest.mark.parametrize(
    ("title", "type"),
    [
        ("《海川省茶产业发展规划》", "Policy"),
        ("《茶機推廣行動方案》", "Policy"),
        ("《茶园管理条例(试行)》", "Policy"),
        ("《茶机行动计划(2023—2025年)》", "Policy"),
        ("《海川茶业白皮书》", "Publication"),
        ("《茶山夜話》", "Publication"),
    ],
)
def test_titles(recognised, title, type):
    """What stands in 《》 is a policy where it ends as one, else a publication."""
    assert (title, type) in surfaces(recognised(f"有关部门公布了{title}。"))


def test_the_name_of_a_title(recognised):
    """A title is named without its marks."""
    (found,) = recognised("《茶山夜话》出版。").mentions
    assert (found.surface, found.name) == ("《茶山夜话》", "茶山夜话")


@pytest.mark.parametrize("sentence", ["“千帆出海”战略提出十年。", "“千帆出海”倡議提出十年。"])
def test_a_strategy_in_quotation_marks(recognised, sentence):
    """Quotation marks before 战略 or 倡议 hold the name of a policy."""
    assert names(recognised(sentence), "Policy") == ["千帆出海"]


def test_a_policy_without_marks(recognised):
    """A verb of issuing introduces a policy that has no marks around it."""
    assert names(recognised("海川市出台茶机推广实施方案。"), "Policy") == ["茶机推广实施方案"]


@pytest.mark.parametrize("sentence", ["公司推出新战略。", "这是一项好政策。", "他写了一本书。", "方案已经通过。"])
def test_no_works(recognised, sentence):
    """A general word is no title."""
    assert surfaces(recognised(sentence)) == []
