"""Rectangles pushed apart until none covers another, each moved as little as can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

_FILL = 0.42
_LONGEST = 150.0
_ROUNDS = 400
_WIDER = 1.25


def separate(points: Matrix, sizes: Matrix) -> Matrix:
    """Centres for rectangles of ``sizes`` (width, height a row) that keep the shape of ``points`` without overlaps.

    In ``points`` neighbours are about 1 apart; they are first spread so that the rectangles fill a good part of the
    page, or less where that would tear neighbours far apart.
    """
    centres = _spread(points, sizes)
    for number in range(_ROUNDS if len(points) < 600 else _ROUNDS // 6):
        push, worst = _push(centres, sizes)
        if worst < 0.5:
            break
        centres = centres + push * (0.6 if number % 2 else 0.45)
    return centres


def _spread(points: Matrix, sizes: Matrix) -> Matrix:
    extent = np.maximum(points.max(axis=0) - points.min(axis=0), 1e-6)
    room = float((sizes[:, 0] * sizes[:, 1]).sum()) / _FILL
    thin = max(extent) * 0.2
    scale = min(_LONGEST, np.sqrt(room / (max(extent[0], thin) * max(extent[1], thin))))
    return np.asarray((points - points.mean(axis=0)) * scale * np.array([np.sqrt(_WIDER), 1 / np.sqrt(_WIDER)]))


def _push(centres: Matrix, sizes: Matrix) -> tuple[Matrix, float]:
    """How far to move each rectangle off those it covers, along the shorter way out, and the worst overlap."""
    gap = centres[:, None, :] - centres[None, :, :]
    over = (sizes[:, None, :] + sizes[None, :, :]) / 2 - np.abs(gap)
    covered = (over > 0).all(axis=2)
    np.fill_diagonal(covered, False)
    if not covered.any():
        return np.zeros_like(centres), 0.0
    level = over[:, :, 0] < over[:, :, 1]
    order = np.sign(np.arange(len(centres))[:, None] - np.arange(len(centres))[None, :])
    way = np.where(gap == 0, order[:, :, None], np.sign(gap))
    step = np.where(covered[:, :, None] & np.stack([level, ~level], axis=2), over * way, 0.0)
    depth = np.where(covered, np.minimum(over[:, :, 0], over[:, :, 1]), 0.0)
    return step.sum(axis=1) / 2, float(depth.max())
