"""People, their posts and bylines."""

from __future__ import annotations

import pytest

from .conftest import names


@pytest.mark.parametrize(
    ("sentence", "person", "post"),
    [
        ("云岚智能科技有限公司董事长沈知远介绍了产品。", "沈知远", "董事长"),
        ("雲嵐智能科技有限公司董事長沈知遠介紹了產品。", "沈知遠", "董事長"),
        ("市商务委副主任周岚致辞。", "周岚", "副主任"),
        ("沈知远现任虹桥理工大学校长。", "沈知远", "校长"),
        ("沈知远是青禾集团总经理。", "沈知远", "总经理"),
    ],
)
def test_a_person_with_a_post(recognised, sentence, person, post):
    """A post before or behind a name is a mention of its own, with what qualifies it."""
    reading = recognised(sentence)
    assert names(reading, "Person") == [person]
    assert names(reading, "Position") == [post]


def test_posts_in_a_row(recognised):
    """Several posts of one person are all found."""
    reading = recognised("青禾集团董事长、中国茶叶流通协会会长沈知远致辞。")
    assert names(reading, "Position") == ["董事长", "会长"]


@pytest.mark.parametrize(
    "line", ["(记者 沈知远 韩若川)海川市的茶叶丰收了。", "记者 沈知远 韩若川 报道", "文/沈知远 图/韩若川"]
)
def test_a_byline(recognised, line):
    """The names of a byline are people."""
    reading = recognised(line)
    assert names(reading, "Person") == ["沈知远", "韩若川"]
    assert {m.recogniser for m in reading.mentions if m.type == "Person"} == {"byline"}


@pytest.mark.parametrize(
    "sentence", ["主任说明了情况。", "北望群山，南临大海。", "苏浙两地的茶农很忙。", "记者采访了茶农。"]
)
def test_nobody(recognised, sentence):
    """A post without a name, directions and abbreviated places are nobody."""
    reading = recognised(sentence)
    assert names(reading, "Person") == names(reading, "Position") == []


def test_a_foreign_name_behind_a_post(recognised):
    """A foreign name is found where a post stands before it."""
    assert names(recognised("西班牙茶商会会长玛丽·杜邦表示，市场很大。"), "Person") == ["玛丽·杜邦"]


def test_a_foreign_name_with_a_title(recognised):
    """女士 ends a name."""
    assert names(recognised("玛丽·杜邦女士参观了展台。"), "Person") == ["玛丽·杜邦"]


@pytest.mark.xfail(strict=True, reason="the last character of the word before the name is taken into it: 商皮埃尔·莫罗")
def test_a_foreign_name_behind_a_noun(recognised):
    """A foreign name begins behind the noun that says who it is."""
    assert names(recognised("法国采购商皮埃尔·莫罗说，茶很香。"), "Person") == ["皮埃尔·莫罗"]


@pytest.mark.parametrize(
    "sentence", ["陈女士在店里买了茶。", "據李先生介紹，茶園有十畝。", "小王和老张都来了。", "张某被带走调查。"]
)
def test_a_form_of_address_names_nobody(recognised, sentence):
    """A surname with a form of address tells nobody apart."""
    assert names(recognised(sentence), "Person") == []


def test_a_name_in_latin_letters(recognised):
    """A name written with capitals is one where the tagger sees a person."""
    assert names(recognised("该公司创始人Martin Hedlund表示，产品将在年内上市。"), "Person") == ["Martin Hedlund"]


def test_a_last_character_that_is_a_word(recognised):
    """Between a post and 说 a name has its last character, though that is a word too; 也 is none."""
    assert names(recognised("云岚智能总经理方叔同说，茶很香。"), "Person") == ["方叔同"]
    assert names(recognised("云岚智能总经理方平也说，茶很香。"), "Person") == ["方平"]
