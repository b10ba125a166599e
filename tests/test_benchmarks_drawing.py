"""The bench of the graph view drags what it says it drags, and its table tells what was not drawn in time."""

from __future__ import annotations

import pytest

from benchmarks import explorer
from benchmarks.drawing import Dragged, Drawn, drawn, line, served, write_build
from benchmarks.world import world, write_plain
from graph.explorer.pages import scripts

SLOW = Drawn(None, 900.0)
FIRST = Drawn(1500.0, 80.0, Dragged(59.6, 20.0), Dragged(30.0, 40.0))
SECOND = Drawn(2500.0, 180.0, Dragged(49.6, 30.0), Dragged(20.0, 60.0))


def cells(row):
    return [cell.strip() for cell in row.strip("|").split("|")]


def test_a_line_has_the_medians():
    """Of what was drawn; the ratio is that to pyvis."""
    row = line(1000, "ours", [FIRST, SECOND], 4000.0, 60)
    assert cells(row) == ["1,000", "ours", "2.00 s", "0.50", "130 ms", "55", "25 ms", "25", "50 ms"]


def test_what_is_not_drawn_in_time_is_told():
    """It is over the limit, nothing was dragged, and what is beside it took less than its share of the limit."""
    assert cells(line(5000, "pyvis", [SLOW], None, 60))[2:] == ["over 60 s", "–", "–", "–", "–", "–", "–"]
    assert cells(line(5000, "ours", [FIRST], None, 60))[3] == "under 0.025"


@pytest.mark.skipif(not scripts(), reason="the scripts were never bundled: python client/bundle.py")
def test_ours_and_pyvis_are_drawn_and_dragged(browser, tmp_path):
    """Both show frames; the node that the mouse took has moved."""
    known = world(30)
    write_plain(known, tmp_path / "plain.html")
    plain = drawn(browser, (tmp_path / "plain.html").as_uri(), 60, 0.5)
    assert plain.painted
    assert plain.node.frames > 0 < plain.picture.frames
    with served(write_build(known, tmp_path / "build")) as address:
        ours = drawn(browser, f"{address}graph#whole", 60, 0.5)
        assert ours.painted
        assert ours.node.frames > 0 < ours.picture.frames


def test_without_chromium_it_says_so(monkeypatch, capsys):
    """One line and a code, no table of nothing."""
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert explorer.main(["drawing", "--nodes", "5"]) == 3
    assert capsys.readouterr().err == "drawing: no Chromium is found; install chromium\n"
