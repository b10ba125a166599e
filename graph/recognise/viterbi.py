"""The likeliest sequence of labels (Viterbi 1967, "Error bounds for convolutional codes and an asymptotically optimum decoding
algorithm").
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def likeliest(scores: NDArray[np.float32], transitions: NDArray[np.float32]) -> list[list[int]]:
    """The likeliest labels of each row, decoded for the whole batch at once: ``scores`` are rows × steps × labels,
    ``transitions`` what going from a label to another adds.
    """
    rows, steps, _ = scores.shape
    score = scores[:, 0]
    back = np.zeros((steps, rows, scores.shape[2]), dtype=np.int64)
    for step in range(1, steps):
        candidates = score[:, :, None] + transitions[None]
        back[step] = candidates.argmax(axis=1)
        score = candidates.max(axis=1) + scores[:, step]
    at = score.argmax(axis=1)
    path = [at]
    for step in range(steps - 1, 0, -1):
        at = back[step, np.arange(rows), at]
        path.append(at)
    return [list(map(int, column)) for column in np.stack(path[::-1], axis=1)]
