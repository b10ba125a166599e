"""Multinomial logistic regression by L-BFGS, in NumPy alone, so that the same data gives the same weights."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
_MEMORY, _ARMIJO = 8, 1e-4


def fit(rows: Floats, classes: NDArray[np.int64], weights: Floats, count: int, penalty: float, steps: int) -> Floats:
    """The weights, one column a class, of rows of features; ``penalty`` is that of L2, ``weights`` those of the rows."""
    wanted = np.zeros((len(rows), count), np.float32)
    wanted[np.arange(len(rows)), classes] = 1

    def loss(flat: Floats) -> tuple[float, Floats]:
        table = flat.reshape(rows.shape[1], count)
        likely = probabilities(rows @ table)
        error = -float((weights * np.log((likely * wanted).sum(1) + 1e-12)).sum())
        slope = rows.T @ ((likely - wanted) * weights[:, None]) + penalty * table
        return error + penalty / 2 * float((flat * flat).sum()), slope.ravel()

    return _descend(loss, np.zeros(rows.shape[1] * count, np.float32), steps).reshape(rows.shape[1], count)


def probabilities(scores: Floats) -> Floats:
    """The softmax of each row."""
    raised = np.exp(scores - scores.max(1, keepdims=True))
    return np.asarray(raised / raised.sum(1, keepdims=True), np.float32)


def _descend(loss: Callable[[Floats], tuple[float, Floats]], at: Floats, steps: int) -> Floats:
    value, slope = loss(at)
    moves: list[tuple[Floats, Floats]] = []
    for _ in range(steps):
        direction = _direction(slope, moves)
        down, length = float(direction @ slope), 1.0 if moves else 1.0 / (1e-9 + float(np.abs(slope).max()))
        while True:
            there = at + np.float32(length) * direction
            new_value, new_slope = loss(there)
            if new_value <= value + _ARMIJO * length * down or length < 1e-8:
                break
            length /= 2
        step, turn = there - at, new_slope - slope
        if float(step @ turn) > 0:
            moves = [*moves[1 - _MEMORY :], (step, turn)]
        done = value - new_value < 1e-6 * abs(value)
        at, value, slope = there, new_value, new_slope
        if done:
            break
    return at


def _direction(slope: Floats, moves: list[tuple[Floats, Floats]]) -> Floats:
    """The quasi-Newton direction of the two loops of L-BFGS (Nocedal 1980)."""
    down, kept = -slope, []
    for step, turn in reversed(moves):
        share = float(step @ down) / float(step @ turn)
        kept.append(share)
        down = down - np.float32(share) * turn
    if moves:
        step, turn = moves[-1]
        down = down * np.float32(float(step @ turn) / float(turn @ turn))
    for (step, turn), share in zip(moves, reversed(kept), strict=True):
        down = down + np.float32(share - float(turn @ down) / float(step @ turn)) * step
    return down
