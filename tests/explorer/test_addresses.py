"""Addresses, and what becomes part of a style: whatever an id, a class or a colour is made of."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.explorer.pages import colour, document_address, entity_address, token


@given(st.text(min_size=1))
def test_an_id_comes_back_from_its_address(id):
    """It ends at no question mark, hash or quotation mark of its own."""
    address = entity_address(id)
    assert unquote(address.removeprefix("/entity/")) == id
    assert not re.search(r"[\s\"'<>?#]", address)


@given(st.text())
def test_a_fact_comes_back_from_the_address_of_its_passage(said):
    """Beside the offsets, before the place in the page."""
    parts = urlsplit(document_address("https://example.org/document/d1", 3, 9, said))
    fields = parse_qs(parts.query)
    assert (parts.path, parts.fragment, fields["start"], fields["end"]) == ("/document/d1", "passage", ["3"], ["9"])
    assert fields.get("said", [""]) == [said]


@given(st.text())
def test_a_class_is_one_name_of_a_style(name):
    """Nothing in it ends a rule or an attribute, and two classes have two."""
    assert re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", token(name))
    assert token(name) != token(name + "x")


@pytest.mark.parametrize("value", ["", "red", "#12", "#12345g", "#fff;}", "url(x)", "#fff\n", "</style>"])
def test_what_is_no_colour_is_grey(value):
    """An ontology may say anything."""
    assert colour(value) == "#8a8f98"


def test_a_colour_stays():
    """Short, long, with opacity."""
    assert [colour(one) for one in ("#fff", "#5A8fc4", "#5a8fc4cc")] == ["#fff", "#5A8fc4", "#5a8fc4cc"]
