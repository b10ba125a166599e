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


@pytest.mark.parametrize("state", ["（2024—2027年）", "（2024-2027年）", "（试行）", "（征求意见稿）"])
def test_years_behind_a_title(recognised, state):
    """Years and the state of a draft stand in the mention and not in what it names."""
    reading = recognised(f"海川市印发《海川市茶园管理办法{state}》。《海川市茶园管理办法》共十条。")
    named = [(m.surface, m.name) for m in reading.mentions if m.type == "Policy"]
    title = "海川市茶园管理办法"
    assert named == [(f"《{title}{state}》", title), (f"《{title}》", title)]


def test_two_periods_of_one_title(recognised):
    """Where an article has one title with two periods, the years tell them apart."""
    reading = recognised("《海川市茶园规划（2016—2020年）》和《海川市茶园规划（2021—2025年）》已经发布。")
    assert len({m.name for m in reading.mentions if m.type == "Policy"}) == 2


def test_a_version_is_another(recognised):
    """A list of one year is not that of another."""
    reading = recognised("《海川市茶园管理办法（2024年版）》发布。")
    assert [m.name for m in reading.mentions if m.type == "Policy"] == ["海川市茶园管理办法（2024年版）"]


@pytest.mark.parametrize("short", ["《方案》提出", "“方案”提出", "《行动方案》提出"])
def test_a_general_word_for_a_policy(recognised, short):
    """方案 after a title that ends so is that policy."""
    reading = recognised(f"海川市印发《海川市茶园提升行动方案（2024—2027年）》。{short}，茶园达到十万亩。")
    assert {m.name for m in reading.mentions if m.type == "Policy"} <= {"海川市茶园提升行动方案", "行动方案"}
    assert len([m for m in reading.mentions if m.type == "Policy"]) == 2


def test_a_general_word_after_two_policies(recognised):
    """After two titles that end so, 方案 is neither."""
    reading = recognised("《海川市茶园提升行动方案》和《海川市茶机推广行动方案》发布。《方案》提出，茶园达到十万亩。")
    assert [m.type for m in reading.mentions if m.surface == "《方案》"] == ["Publication"]


@pytest.mark.parametrize("said", ["（业内称“茶园十条”）", "（简称“茶园十条”）", "，即“茶园十条”，"])
def test_a_policy_by_what_people_call_it(recognised, said):
    """What the text says a policy is called names it, in marks and without."""
    reading = recognised(f"《关于促进茶园健康发展的若干措施》{said}公布。茶园十条公布后，茶农很高兴。")
    called = [m.name for m in reading.mentions if m.surface == "茶园十条"]
    assert called == ["关于促进茶园健康发展的若干措施"] * 2
