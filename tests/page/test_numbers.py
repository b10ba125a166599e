from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.page.numbers import exact, readable


@pytest.mark.parametrize(
    ("value", "hans", "hant", "english"),
    [
        ("2200000000", "22亿", "22億", "2.2 billion"),
        ("35000", "3.5万", "3.5萬", "35,000"),
        ("1234567", "123.5万", "123.5萬", "1.235 million"),
        ("4000000000000", "4万亿", "4萬億", "4 trillion"),
        ("12.5", "12.5", "12.5", "12.5"),
        ("-120000000", "-1.2亿", "-1.2億", "-120 million"),
        ("0", "0", "0", "0"),
        ("1E+45", *(f"{10**n:,}{word}" for n, word in ((33, "万亿"), (33, "萬億"), (33, " trillion")))),
    ],
)
def test_big_numbers_are_read_with_scale_words(value, hans, hant, english):
    """Each language has its own scale words, and small numbers stand as they are."""
    assert readable(Decimal(value)) == {"zh-Hans": hans, "zh-Hant": hant, "en": english}


@given(st.decimals(min_value=-(10**15), max_value=10**15, places=4))
def test_the_exact_form_loses_nothing(value):
    """Without its commas it is the number itself."""
    assert Decimal(exact(value).replace(",", "")) == value
