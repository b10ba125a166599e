"""Codes and their check characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.authority import is_credit_code
from graph.authority.codes import fits_datatype

from .lists import CREDIT

CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def test_the_example_of_the_standard():
    """GB 32100-2015 computes the check character of its example."""
    assert is_credit_code(CREDIT)


@given(st.integers(0, 17), st.sampled_from(CHARACTERS))
def test_every_other_character_is_caught(place, character):
    """A code with any one character changed is wrong."""
    changed = CREDIT[:place] + character + CREDIT[place + 1 :]
    assert is_credit_code(changed) == (changed == CREDIT)


@pytest.mark.parametrize("code", ["", CREDIT[:-1], CREDIT + "0", CREDIT.replace("M", "I"), CREDIT.lower()])
def test_what_has_not_the_form(code):
    """18 characters of the standard's alphabet, in capitals."""
    assert not is_credit_code(code)


@pytest.mark.parametrize(
    ("value", "datatype", "fits"),
    [
        ("12", "xsd:integer", True),
        ("12.5", "xsd:integer", False),
        ("12.5", "xsd:decimal", True),
        ("2024-06", "AnyDate", True),
        ("--06-05", "AnyDate", True),
        ("6月", "AnyDate", False),
        ("2024", "xsd:date", False),
        ("anything", "xsd:string", True),
    ],
)
def test_values_fit_their_datatype(value, datatype, fits):
    """Numbers and dates are checked; what has no form of its own is taken as it is."""
    assert fits_datatype(value, datatype) == fits
