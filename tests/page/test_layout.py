from __future__ import annotations

import itertools
import time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.page.drawing import drawing
from graph.page.layout import Box, place
from graph.page.packing import ASPECT, pack, rows
from graph.page.separation import separate
from graph.page.stress import stress_layout

from .made_up import knowledge, ontology


def _placed(size):
    drawn = drawing(knowledge(size), ontology())
    boxes = {node.id: Box(node.width, node.height, node.size) for node in drawn.nodes}
    edges = [(edge.source, edge.target) for edge in drawn.edges]
    return boxes, edges, place(boxes, edges)


def _overlapping(boxes, positions):
    def area(name):
        (x, y), box = positions[name], boxes[name]
        return x - box.width / 2, x + box.width / 2, y - box.radius, y - box.radius + box.height

    areas = [area(name) for name in boxes]
    pairs = itertools.combinations(areas, 2)
    return [(a, b) for a, b in pairs if a[0] < b[1] and b[0] < a[1] and a[2] < b[3] and b[2] < a[3]]


@pytest.mark.parametrize("size", [20, 50, 200])
def test_no_label_covers_another(size):
    """At the sizes of a real reading every node and label has its own room."""
    boxes, _, positions = _placed(size)
    assert len(positions) == len(boxes)
    assert _overlapping(boxes, positions) == []


@pytest.mark.parametrize("size", [20, 50, 200])
def test_the_drawing_suits_a_screen(size):
    """It is wider than high, and neither a line nor a tower."""
    _boxes, edges, positions = _placed(size)
    linked = [positions[name] for edge in edges for name in edge]
    wide, tall = np.ptp(np.array(linked), axis=0)
    assert 0.8 * ASPECT < wide / tall < 1.6 * ASPECT


def test_the_same_graph_lies_the_same_every_time():
    """A second build moves nothing."""
    assert _placed(50)[2] == _placed(50)[2]


def test_two_hundred_nodes_take_seconds_at_most():
    """The layout does not hold up a build."""
    started = time.perf_counter()
    _placed(200)
    assert time.perf_counter() - started < 15


def test_neighbours_lie_closer_than_strangers():
    """Distances on the page follow distances in the graph."""
    points = stress_layout(6, [(i, i + 1) for i in range(5)])
    gaps = np.linalg.norm(points[1:] - points[:-1], axis=1)
    assert np.linalg.norm(points[5] - points[0]) > 3 * gaps.max()


def test_a_chain_lies_level():
    """The long side of a part runs from left to right."""
    wide, tall = np.ptp(stress_layout(6, [(i, i + 1) for i in range(5)]), axis=0)
    assert wide > 3 * tall


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(-3, 3), st.floats(-3, 3)), min_size=2, max_size=25))
def test_rectangles_are_pushed_apart_wherever_they_start(points):
    """Even where all start in one place, hardly any overlap is left."""
    sizes = np.tile([80.0, 40.0], (len(points), 1))
    centres = separate(np.array(points), sizes)
    gap = np.abs(centres[:, None] - centres[None, :])
    covered = ((sizes[0] - gap) > 1.0).all(axis=2)
    np.fill_diagonal(covered, False)
    assert not covered.any()


def test_parts_are_packed_without_overlap():
    """Four squares end up side by side, around the first."""
    one, size = np.zeros((1, 2)), np.array([[100.0, 60.0]])
    centres = pack([one] * 4, [size] * 4)
    gaps = np.abs(centres[:, None] - centres[None, :]) >= np.array([100.0, 60.0])
    assert gaps.any(axis=2)[~np.eye(4, dtype=bool)].all()


def test_lone_names_stand_in_rows_below():
    """Entities without a relation do not mix with the others."""
    below = rows(np.tile([90.0, 40.0], (9, 1)), np.zeros((1, 2)), np.array([[300.0, 100.0]]))
    assert (below[:, 1] > 50).all()
    assert len(np.unique(below[:, 1])) > 1


def test_nothing_to_place_is_no_error():
    """An empty graph has an empty layout."""
    assert place({}, []) == {}
