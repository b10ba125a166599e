"""Rectangles pushed apart until none covers another, each moved as little as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Pairs = tuple[NDArray[np.intp], NDArray[np.intp]]

_FILL = 0.42
_LONGEST = 150.0
_ROUNDS = 500
_FRESH = 10
_NEAR = 60.0
_WIDER = 1.25


def separate(points: Matrix, sizes: Matrix) -> Matrix:
    """Centres for rectangles of ``sizes`` (width, height a row) that keep the shape of ``points`` without overlaps.

    In ``points`` neighbours are about 1 apart; they are first spread so that the rectangles fill a good part of the
    page, or less where that would tear neighbours far apart.
    """
    centres = _spread(points, sizes)
    pairs = _near(centres, sizes)
    for number in range(1, _ROUNDS):
        if number % _FRESH == 0:
            pairs = _near(centres, sizes)
        push, worst = _push(centres, sizes, pairs)
        if worst < 0.5 and number % _FRESH == 0:
            break
        centres = centres + push * (1.2 if number % 2 else 0.9)
    return centres


def _spread(points: Matrix, sizes: Matrix) -> Matrix:
    extent = np.maximum(points.max(axis=0) - points.min(axis=0), 1e-6)
    room = float((sizes[:, 0] * sizes[:, 1]).sum()) / _FILL
    thin = max(extent) * 0.2
    scale = min(_LONGEST, np.sqrt(room / (max(extent[0], thin) * max(extent[1], thin))))
    return np.asarray((points - points.mean(axis=0)) * scale * np.array([np.sqrt(_WIDER), 1 / np.sqrt(_WIDER)]))


def _near(centres: Matrix, sizes: Matrix) -> Pairs:
    """The pairs of rectangles that cover each other or are about to."""
    first, second = np.triu_indices(len(centres), 1)
    room = (sizes[first] + sizes[second]) / 2 + _NEAR
    near = (np.abs(centres[first] - centres[second]) < room).all(axis=1)
    return first[near], second[near]


def _push(centres: Matrix, sizes: Matrix, pairs: Pairs) -> tuple[Matrix, float]:
    """How far to move each rectangle off those it covers, along the shorter way out, and the worst overlap."""
    first, second = pairs
    gap = centres[first] - centres[second]
    over = (sizes[first] + sizes[second]) / 2 - np.abs(gap)
    covered = (over > 0).all(axis=1)
    if not covered.any():
        return np.zeros_like(centres), 0.0
    first, second, gap, over = first[covered], second[covered], gap[covered], over[covered]
    shorter = over.argmin(axis=1)
    rows = np.arange(len(over))
    depth, way = over[rows, shorter], np.where(gap[rows, shorter] < 0, -1.0, 1.0)
    push = np.zeros_like(centres)
    for axis in (0, 1):
        step = np.where(shorter == axis, depth * way, 0.0) / 2
        push[:, axis] = np.bincount(first, step, len(push)) - np.bincount(second, step, len(push))
    return push, float(depth.max())
