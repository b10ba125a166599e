"""Where things are."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.explorer.views import Opened
from graph.explorer.views.places import places_told
from graph.store import open_store


@pytest.fixture(scope="module")
def samples(built: Path) -> Opened:
    """The build of the sample articles, whose gazetteer has coordinates."""
    return Opened(open_store(built))


def test_a_place_comes_first_and_then_what_lies_in_it(samples):
    """With how many links lead there."""
    told = places_told(samples, samples.catalogue.by_id["place/浙江省"])
    assert (told[0]["id"], told[0]["self"]) == ("place/浙江省", True)
    assert {"place/杭州市", "place/宁波市"} <= {one["id"] for one in told[1:]}
    assert all(27 < one["lat"] < 32 and 118 < one["long"] < 124 and one["count"] > 0 for one in told[1:])


def test_what_is_nowhere_has_no_places(opened):
    """No place of the small knowledge has coordinates."""
    assert places_told(opened, opened.catalogue.by_id["place/320500"]) == []
