"""The normal form brings both scripts together, character for character."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.clean import clean
from graph.model import Document, Script
from graph.script import normal_form


def plane() -> list[str]:
    """All characters of the Basic Multilingual Plane."""
    return [chr(code) for code in range(0x10000) if unicodedata.category(chr(code)) != "Cs"]


def test_each_character_stays_one_character():
    """Over the whole plane, the normal form of one character is one character."""
    assert [c for c in plane() if len(normal_form(c)) != 1] == []


def test_the_normal_form_of_a_normal_form_is_itself():
    """Over the whole plane, once is enough."""
    assert [c for c in plane() if normal_form(normal_form(c)) != normal_form(c)] == []


@given(st.text())
def test_a_text_keeps_its_length(text: str):
    """Offsets in the normal form are offsets in the text, in every plane."""
    assert len(normal_form(text)) == len(text)


@given(st.text(), st.text())
def test_no_character_depends_on_its_neighbours(left: str, right: str):
    """The normal form of a part is the part of the normal form."""
    assert normal_form(left + right) == normal_form(left) + normal_form(right)


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("廣東數位產業", "广东数位产业"),
        ("發展", "发展"),
        ("臺灣", "台湾"),
        ("義大利", "义大利"),
        ("綫上", "线上"),
        ("線上", "线上"),
        ("裏面", "里面"),
        ("裡面", "里面"),
        ("靑山", "青山"),
        ("羣衆", "群众"),
        ("爲", "为"),
        ("為", "为"),
    ],
)
def test_both_scripts_and_variants_are_one(traditional, simplified):
    """Traditional and variant characters read as the simplified one, which stays what it is."""
    assert normal_form(traditional) == normal_form(simplified) == simplified


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("ＡＢＣ１２３", "abc123"),
        ("５％，（２）", "5%,(2)"),
        ("\u3000", " "),
        ("「數位」『雲帆』", "“数位”“云帆”"),
        ("〈綱要〉", "《纲要》"),
        ("阿‧里・山•馬", "阿·里·山·马"),
    ],
)
def test_widths_case_quotes_and_dots_are_one(written, expected):
    """Full-width letters, capitals, corner brackets and the sorts of middle dot are brought together."""
    assert normal_form(written) == expected


@pytest.mark.parametrize(("written", "expected"), [("｢雲｣", "“云”"), ("﹁雲﹂", "“云”"), ("甲･乙", "甲·乙")])
def test_narrow_and_vertical_forms_are_brought_together_too(written, expected):
    """Half-width and vertical corner brackets are quotation marks, as the full-width ones are."""
    assert normal_form(written) == expected


@pytest.mark.parametrize("written", ["①300家", "10²家"])
def test_a_circled_or_raised_digit_does_not_join_the_number_beside_it(written):
    """A list mark or a footnote mark is no digit of the number that it stands at."""
    digits = [c for c in normal_form(written) if c in "0123456789"]
    assert len(digits) == len([c for c in written if c in "0123456789"])


@pytest.mark.parametrize(
    ("source", "script"),
    [
        ("廣東的數位產業", Script.HANT),
        ("广东的数字产业", Script.HANS),
        ("廣東企業研发新品種", Script.HANT),
        ("广东企業研发新品种", Script.HANS),
        ("皇后在里弄", Script.HANS),
        ("ABC 123", Script.HANS),
        ("", Script.HANS),
    ],
)
def test_the_script_is_that_of_most_telling_characters(source, script):
    """Only characters of one script alone are counted; where they tell nothing, the text is simplified."""
    assert clean(Document("d", "d.txt", source)).script == script


def test_a_shared_character_tells_no_script():
    """后, 里 and 云 stand in both scripts and do not outvote one that does not."""
    assert clean(Document("d", "d.txt", "皇后里云於")).script == Script.HANT
