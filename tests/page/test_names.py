from __future__ import annotations

import pytest

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


def test_keys_hold_both_scripts_and_the_sounds():
    """A name is found in either script, by its pinyin and by the initials of its pinyin."""
    spelt, spoken = search_keys(["蘇州市"])
    assert {"蘇州市", "苏州市"} <= set(spelt)
    assert {"suzhoushi", "szs"} <= set(spoken)
