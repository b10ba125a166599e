"""Every error is one line: where, what, remedy."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError, OntologyError, OutputError, RefusedError, UsageError, ZhimaiError

FAMILY = (InputError, UsageError, RefusedError, OntologyError, OutputError)


@pytest.mark.parametrize(
    ("where", "remedy", "message"),
    [
        ("a.txt", "give an article", "a.txt: it is empty; give an article"),
        ("a.txt", "", "a.txt: it is empty"),
        ("", "give an article", "it is empty; give an article"),
        ("", "", "it is empty"),
    ],
)
def test_a_message_says_where_what_and_the_remedy(where, remedy, message):
    """Parts that are not given leave no mark."""
    assert str(InputError("it is empty", where=where, remedy=remedy)) == message


@given(st.text(), st.text(), st.text())
def test_a_message_is_one_line(what, where, remedy):
    """Line ends inside the parts become blanks."""
    assert len(str(ZhimaiError(what, where=where, remedy=remedy)).splitlines()) <= 1


def test_the_parts_can_be_read_one_by_one():
    """A caller need not take the message apart."""
    error = OntologyError("no such class", where="my.ttl", remedy="declare it")
    assert (error.what, error.where, error.remedy) == ("no such class", "my.ttl", "declare it")


@pytest.mark.parametrize("kind", FAMILY)
def test_one_except_catches_the_family(kind):
    """All are ZhimaiErrors."""
    with pytest.raises(ZhimaiError, match=r"^a\.txt: wrong$"):
        raise kind("wrong", where="a.txt")


@pytest.mark.parametrize(
    ("kind", "code"), [(InputError, 2), (UsageError, 2), (OntologyError, 2), (OutputError, 3), (ZhimaiError, 3)]
)
def test_the_exit_code_tells_the_users_mistakes_from_failures(kind, code):
    """2 is wrong usage or unreadable input, 3 a failure that changed nothing."""
    assert kind("wrong").exit_code == code


@pytest.mark.parametrize("kind", FAMILY)
def test_an_error_crosses_from_a_worker_unchanged(kind):
    """Pickled and read back, message and parts are the same."""
    error = kind("wrong", where="a.txt", remedy="mend it")
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 (our own bytes)
    assert type(again) is kind
    assert (str(again), again.what, again.where, again.remedy) == (str(error), "wrong", "a.txt", "mend it")


def test_others_are_counted_in_one_line():
    """An error that stands for several is still one line; the others are in it, each with a line of its own."""
    others = [OntologyError("b", where="my.ttl:2"), OntologyError("c", where="my.ttl:3", remedy="mend it")]
    error = OntologyError("a", where="my.ttl:1", remedy="mend it", others=others)
    assert str(error) == "my.ttl:1: a; mend it (and 2 more mistakes)"
    assert [one.line for one in (error, *error.others)] == [
        "my.ttl:1: a; mend it",
        "my.ttl:2: b",
        "my.ttl:3: c; mend it",
    ]
