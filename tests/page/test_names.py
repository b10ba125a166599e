from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.page.names import both_scripts, fold, search_keys


def test_the_other_script_is_found_by_conversion():
    """A traditional name stays as it is, and its simplified form is added."""
    assert both_scripts("澄嵐雲計算") == ("澄嵐雲計算", "澄岚云计算")


def test_a_simplified_name_gets_its_traditional_form():
    """The other way round."""
    assert both_scripts("澄岚云计算") == ("澄嵐雲計算", "澄岚云计算")


def test_a_latin_name_has_no_other_script():
    """A name without Chinese characters comes back as it is."""
    assert both_scripts("ABC Labs") == ("ABC Labs", "ABC Labs")


@pytest.mark.parametrize("query", ["ＡＢＣ　Labs", "abc labs", "ABC·LABS"])
def test_width_case_and_spaces_do_not_matter(query):
    """A query finds a name however it is typed."""
    assert fold(query) == "abclabs"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("蘇州市", ("苏州市", "蘇州市", "su zhou shi")),
        ("重慶3D打印", ("重庆3d打印", "重慶3d打印", "chong qing 3 d da yin")),
        ("女書", ("女书", "女書", "nv shu")),
        ("ABC Labs", ("abclabs", "", "")),
        ("上海", ("上海", "", "shang hai")),
    ],
)
def test_a_key_has_both_scripts_and_a_syllable_for_each_character(name, key):
    """What the page matches a query with, character by character."""
    assert search_keys([name]) == [key]


@given(st.text(alphabet="蘇州重慶ab3·（）一", max_size=12))
def test_characters_and_syllables_go_together(name):
    """No name, however mixed, puts the page out of step."""
    for hans, hant, spoken in search_keys([name]):
        assert not hant or len(hant) == len(hans)
        assert not spoken or len(spoken.split(" ")) == len(hans)


def test_names_that_are_folded_alike_are_one_key():
    """Another width or script of a name adds nothing."""
    assert len(search_keys(["蘇州", "苏州", "蘇 州"])) == 1
