"""Readings that a converter left behind go; every other bracket stays."""

from __future__ import annotations

import pytest

from graph.clean import clean
from graph.model import Document


def cleaned(source):
    return clean(Document("d", "d.txt", source)).clean


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("創(chuàng)新", "創新"),
        ("報(bào)告設(shè)計(jì)", "報告設計"),
        ("市場監(jiān)督", "市場監督"),
    ],
)
def test_a_reading_in_brackets_goes(source, expected):
    """The reading of the character before it is an artefact, brackets included."""
    assert cleaned(source) == expected


def test_dense_artefacts_go_one_by_one():
    """Where every character has one, all go."""
    assert cleaned("報(bào)業(yè)應(yīng)進(jìn)區(qū)") == "報業應進區"


@pytest.mark.parametrize("source", ["創(chuang)新", "創(CHUÀNG)新", "創(Chuang)新", "創(chuàng)新"])
def test_tone_marks_may_be_missing_or_written_apart(source):
    """Toneless, capital and decomposed spellings are one reading."""
    assert cleaned(source) == "創新"


@pytest.mark.parametrize("source", ["會(huì )議", "會( huì)議", "會( huì )議", "會(huì\u00a0)議"])
def test_a_blank_may_stand_inside(source):
    """A blank before or after the reading belongs to the artefact."""
    assert cleaned(source) == "會議"


@pytest.mark.parametrize("source", ["同時(sh", "同時(shí", "同時(s", "同時(sh "])
def test_the_closing_bracket_may_be_lost_at_the_end_of_a_text(source):
    """What is cut off at the end goes, if it begins as the reading does."""
    assert cleaned(source) == "同時"


def test_an_open_bracket_in_mid_text_stays():
    """Only the end of the text excuses a missing bracket."""
    assert cleaned("同時(sh展出") == "同時(sh展出"


@pytest.mark.parametrize("source", ["同時(以下簡", "公會(上", "同時(CE", "會(a"])
def test_content_that_is_cut_off_stays(source):
    """What does not begin as the reading does is content, cut off or not."""
    assert cleaned(source) == source


@pytest.mark.parametrize("spelling", ["lǜ", "lü", "lv", "LV", "lu\u0308"])
def test_v_stands_for_u_with_dots(spelling):
    """Converters write the vowel of 綠 as ü, as v, or with the marks apart."""
    assert cleaned(f"綠({spelling})色") == "綠色"


@pytest.mark.parametrize("source", ["長(zhǎng)江", "長(cháng)江", "銀行(háng)", "行(xíng)業", "會(kuài)計"])
def test_every_reading_of_a_character_counts(source):
    """A converter that picks the wrong reading leaves an artefact all the same."""
    assert "(" not in cleaned(source)


@pytest.mark.parametrize(
    "source",
    [
        "中國(上海)國際技術展覽會",
        "簽約設備300臺(套)",
        "國家會展中心(上海)",
        "雲帆機器人(21.290, 0.40)",
        "PET(CT)掃描",
        "甲州交易會(以下簡稱“甲交會”)",
        "甲州交易會(甲交會)",
        "(記者 林某 何某)",
        "世界貿易組織(WTO)",
        "會(wǎng)議",
        "會(CEO)見",
        "雲(yún2)",
        "會()議",
        "會( )議",
        "x(x)",
        "會（huì）議",
        "會\n(huì)議",
        "會[huì]議",
    ],
)
def test_other_brackets_are_content(source):
    """A place, a unit, a definition, an abbreviation, a quotation, another character's reading: all stay."""
    assert cleaned(source) == source


def test_content_behind_an_artefact_stays():
    """An artefact does not take the bracket behind it along."""
    assert cleaned("甲交會(huì)(上海)開幕") == "甲交會(上海)開幕"


def test_only_the_character_next_to_the_bracket_is_asked():
    """A reading of a character further to the left is content."""
    assert cleaned("創新(chuàng)") == "創新(chuàng)"
