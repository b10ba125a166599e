"""Surnames with a title, and the last part of foreign names."""

from __future__ import annotations

import pytest

from .test_aliases import named

FULL = "云岚智能科技有限公司总经理沈知远介绍了产品。"


@pytest.mark.parametrize(
    ("text", "address"),
    [
        (f"{FULL}沈总说，茶很香。", "沈总"),
        (f"{FULL}沈总经理表示，市场很大。", "沈总经理"),
        (f"{FULL}据沈先生介绍，茶园有十亩。", "沈先生"),
        ("沈总說，茶很香。雲嵐智能總經理沈知遠介紹了產品。", "沈总"),
        ("茶商協會秘書長沈知遠致辭。沈秘書長還介紹了產品。", "沈秘書長"),
        ("虹桥理工大学教授沈知远参观了展台。沈教授认为，茶很香。", "沈教授"),
    ],
)
def test_a_surname_with_a_title(recognised, text, address):
    """The only person of the surname in the article is meant, whether the name in full stands before or behind."""
    assert {name.replace("遠", "远") for name in named(recognised(text), address)} == {"沈知远"}


def test_a_compound_surname(recognised):
    """欧阳院长 is 欧阳知远."""
    assert named(recognised("院长欧阳知远致辞。欧阳院长说，茶很香。"), "欧阳院长") == {"欧阳知远"}


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("董事长沈知远和总经理沈从岚致辞。沈先生笑了。", "沈先生"),
        (f"{FULL}市民沈女士在店里买了茶。", "沈女士"),
        ("（记者 沈知远）茶叶丰收了。沈总说，茶很香。", "沈总"),
        (f"{FULL}韩总说，茶很香。", "韩总"),
        (f"{FULL}沈总部设在杭州。", "沈总"),
        ("沈总说，茶很香。", "沈总"),
    ],
)
def test_nobody_in_particular(recognised, text, address):
    """Two of one surname, a stranger, a reporter, another surname and another word are nobody that the article named."""
    assert named(recognised(text), address) <= {""}


def test_of_two_the_one_with_the_post(recognised):
    """Of two people of one surname a title means the one who has it."""
    reading = recognised("董事长沈知远和总经理沈从岚致辞。沈总经理说，茶很香。")
    assert named(reading, "沈总经理") == {"沈从岚"}


def test_the_last_part_of_a_foreign_name(recognised):
    """莫罗 is 皮埃尔·莫罗, whatever dot stands in the name."""
    for dot in "·•・‧∙":
        reading = recognised(f"采购会会长皮埃尔{dot}莫罗说，茶很香。莫罗此前在里昂工作。")
        assert named(reading, "莫罗") == {f"皮埃尔{dot}莫罗"}


def test_no_last_part_of_two_names(recognised):
    """Where two people have the last part, it is neither's."""
    reading = recognised("会长皮埃尔·莫罗和会长玛丽·莫罗到了。莫罗此前在里昂工作。")
    assert named(reading, "莫罗") <= {""}


def test_a_foreign_name_in_its_own_letters(recognised):
    """The brackets behind a person give the name in its own letters."""
    reading = recognised("采购会会长皮埃尔·莫罗（Pierre Moreau）说，茶很香。")
    assert named(reading, "Pierre Moreau") == {"皮埃尔·莫罗"}
