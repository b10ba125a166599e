"""Positions whose distances follow the graph's own (stress majorisation), deterministic to the bit of one machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

_SEED = 7
_ROUNDS = 120


def stress_layout(count: int, edges: Sequence[tuple[int, int]]) -> Matrix:
    """Positions of the nodes ``0 … count-1`` of a connected graph, one row each, its long side lying level."""
    hops = _hops(count, edges)
    points = _first_guess(hops)
    off = ~np.eye(count, dtype=bool)
    weights = np.zeros_like(hops)
    weights[off] = hops[off] ** -2.0
    laplacian = np.diag(weights.sum(axis=1)) - weights
    inverse = np.linalg.inv(laplacian + 1.0 / count)
    for _ in range(_ROUNDS if count < 600 else _ROUNDS // 3):
        apart = _distances(points)
        np.fill_diagonal(apart, 1.0)
        ratio = weights * hops / np.maximum(apart, 1e-9)
        points = inverse @ (ratio.sum(axis=1)[:, None] * points - ratio @ points)
    return _levelled(points)


def _hops(count: int, edges: Sequence[tuple[int, int]]) -> Matrix:
    """How many edges lie between any two nodes."""
    near = np.eye(count, dtype=np.float32)
    for a, b in edges:
        near[a, b] = near[b, a] = 1.0
    hops = np.where(near > 0, 1.0, 0.0)
    np.fill_diagonal(hops, 0.0)
    reached = near
    for step in range(2, count):
        if (reached > 0).all():
            break
        wider = (reached @ near > 0).astype(np.float32)
        hops[(wider > 0) & (reached == 0)] = step
        reached = wider
    return hops


def _first_guess(hops: Matrix) -> Matrix:
    """Classical scaling of the distances, with a little noise that parts nodes in the same place of the graph."""
    count = len(hops)
    centre = np.eye(count) - 1.0 / count
    values, vectors = np.linalg.eigh(-0.5 * centre @ hops**2 @ centre)
    points = vectors[:, [-1, -2]] * np.sqrt(np.maximum(values[[-1, -2]], 0.01))
    points *= np.sign(points[np.abs(points).argmax(axis=0), [0, 1]])
    noise = np.random.default_rng(_SEED).normal(scale=0.15, size=(count, 2))
    return np.asarray(points + noise, dtype=np.float64)


def _distances(points: Matrix) -> Matrix:
    return np.asarray(np.hypot(*(np.subtract.outer(axis, axis) for axis in points.T)), dtype=np.float64)


def _levelled(points: Matrix) -> Matrix:
    points = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(points.T @ points)
    axes = axes[:, ::-1]
    axes = axes * np.sign(axes[np.abs(axes).argmax(axis=0), [0, 1]])
    return np.asarray(points @ axes, dtype=np.float64)
