"""The small picture of what stands around a thing."""

from __future__ import annotations

import pytest

from graph.explorer.sketch import lines_of, sketched


def node(id, x, y, name="甲"):
    return {"id": id, "name": name, "class": "Company", "x": x, "y": y}


def edge(source, target, status="asserted"):
    return {"source": source, "target": target, "property": "locatedIn", "status": status}


def test_all_is_inside_and_upside_down():
    """SVG counts downwards; names have room at the edges."""
    sketch = sketched({"nodes": [node("a", 0, 0), node("b", 100, 50)], "edges": [edge("a", "b")]}, "a")
    left, top, width, height = map(int, sketch.view.split())
    assert [(spot.x, spot.y, spot.middle) for spot in sketch.spots] == [(0, 0, True), (100, -50, False)]
    assert all(left < spot.x < left + width and top < spot.y < top + height for spot in sketch.spots)
    assert sketch.lines == ((0, 0, 100, -50, "locatedIn", "asserted"),)


def test_one_line_between_two_things():
    """However much is said of the two, and whichever way; none from a thing to itself."""
    edges = [edge("b", "a"), edge("a", "b", "planned"), edge("a", "a")]
    sketch = sketched({"nodes": [node("a", 0, 0), node("b", 9, 9)], "edges": edges}, "a")
    assert [line[5] for line in sketch.lines] == ["asserted"]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("甲川", ("甲川",)),
        ("甲川智能装备制造公司", ("甲川智能装备制造", "公司")),
        ("一二三四五六七八九十一二三四五六七八九十", ("一二三四五六七八", "九十一二三四五…")),
        ("", ()),
    ],
)
def test_a_name_takes_two_lines_at_most(name, lines):
    """A Chinese character is as wide as two letters."""
    assert lines_of(name) == lines
