"""The page of results."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from small import FIRM, RIVAL, SUZHOU

from ..served import HOSTILE
from .pages import only_our_scripts, page


def test_results_lead_to_their_things(client):
    """Found in either script and by pinyin; with class and counts."""
    for typed in ("苏州", "蘇州", "suzhou", "sz"):
        tree = page(client, f"/search?q={quote(typed)}&lang=en")
        assert tree.cssselect("#hits a")[0].get("href") == f"/entity/{SUZHOU.id}"
        assert tree.cssselect("#hits .kind")[0].text == "City"


def test_results_are_narrowed_by_class(client):
    """Each class says how many of it there are, whichever is chosen."""
    tree = page(client, f"/search?q={quote('甲州')}&lang=en")
    classes = [" ".join(link.text_content().split()) for link in tree.cssselect(".classes a")]
    assert classes == ["All 2", "Fair 1", "Edition of a fair 1"]
    fair = page(client, tree.cssselect(".classes a")[1].get("href"))
    assert [link.text for link in fair.cssselect("#hits a")] == ["甲州交易會"]
    assert [" ".join(link.text_content().split()) for link in fair.cssselect(".classes a")] == classes
    assert fair.cssselect(".classes [aria-current]")[0].text_content().startswith("Fair")


def test_a_class_alone_lists_its_things(client):
    """The best connected first; those of classes below it too."""
    tree = page(client, "/search?class=Company")
    assert [link.get("href") for link in tree.cssselect("#hits a")] == [
        f"/entity/{quote(FIRM.id)}",
        f"/entity/{quote(RIVAL.id)}",
    ]
    assert len(page(client, "/search?class=Organisation").cssselect("#hits li")) == 2


def test_the_one_that_answers_is_shown_at_once(client):
    """From the field at the head of each page."""
    answer = client.get("/search", params={"q": "蘇州", "go": "1"})
    assert (answer.status_code, answer.headers["location"]) == (303, f"/entity/{SUZHOU.id}")


@pytest.mark.parametrize("typed", ["", "   ", HOSTILE, "没有这个", "a" * 5000, "\x00", "[", "%"])
def test_whatever_is_typed_is_text(client, typed):
    """Nothing runs, nothing fails, and what was typed stands in the field."""
    answer = client.get("/search", params={"q": typed, "class": HOSTILE if typed == "[" else ""})
    assert answer.status_code == 200
    tree = page(client, f"/search?q={quote(typed)}")
    only_our_scripts(tree)
    if typed.isprintable():
        assert tree.cssselect(".again input")[0].get("value") == typed[:200]
