"""Honours in quotation marks, and the nation."""

from __future__ import annotations

import pytest

from .conftest import names


def test_a_title_of_honour(recognised):
    """What stands in quotation marks before 称号 is an award."""
    assert names(recognised("青禾集团获得“全国茶机示范企业”称号。"), "Award") == ["全国茶机示范企业"]


def test_several_honours_share_one_head(recognised):
    """Each name of a row before 称号 is an award, in either script."""
    reading = recognised("海川市被授予“中國茶機之鄉”“綠色製造名城”稱號。")
    assert names(reading, "Award") == ["中國茶機之鄉", "綠色製造名城"]


def test_a_prize_by_its_ending(recognised):
    """A national prize is an award by how it ends."""
    assert names(recognised("青禾集团获得国家科技进步奖。"), "Award") == ["国家科技进步奖"]


@pytest.mark.parametrize("word", ["全国", "我國"])
def test_the_nation(recognised, word):
    """全国 and 我国 point at China."""
    (found,) = recognised(f"{word}共有茶园500万亩。").mentions
    assert (found.surface, found.type, found.recogniser, found.name) == (word, "Country", "deictic", "中国")


@pytest.mark.parametrize("sentence", ["全国政协委员到场。", "他获奖了。", "“好茶”卖得很快。"])
def test_neither(recognised, sentence):
    """全国政协 is a body, 获奖 a verb, and quotation marks alone confer nothing."""
    reading = recognised(sentence)
    assert names(reading, "Award") == names(reading, "Country") == []


def test_a_prize_in_quotation_marks(recognised):
    """“金叶奖” behind 获得 is an award."""
    assert names(recognised("青禾集团获得“金叶奖”。"), "Award") == ["金叶奖"]
