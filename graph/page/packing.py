"""Parts of a drawing put side by side: the largest in the middle, the others into the nearest free room."""

from __future__ import annotations

from functools import cache
from itertools import count
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Cell = tuple[int, int]

ASPECT = 1.45
"""Width over height of the whole drawing, about that of a screen beside the legend."""

_CELL = 34.0
_GAP = 46.0
_MOST_DRAWN_OUT = 1.4


def pack(parts: Sequence[Matrix], sizes: Sequence[Matrix]) -> Matrix:
    """The centres of all parts in one drawing, in the order given; the first part stays about the origin.

    ``parts[i]`` are the centres of the rectangles of part ``i``, ``sizes[i]`` their widths and heights.
    """
    taken: set[Cell] = set()
    placed = [np.empty((0, 2))]
    for centres, size in zip(parts, sizes, strict=True):
        low, high = bounds(centres, size)
        centred = centres - (low + high) / 2
        cells = _cells(centred, size)
        shift = next(shift for shift in _spiral() if not any((x + shift[0], y + shift[1]) in taken for x, y in cells))
        taken.update((x + shift[0], y + shift[1]) for x, y in cells)
        placed.append(centred + np.array(shift) * _CELL)
    return np.concatenate(placed)


def rows(sizes: Matrix, above: Matrix, above_sizes: Matrix) -> Matrix:
    """Centres of rectangles in rows, as a block below those that stand at ``above``."""
    low, high = bounds(above, above_sizes) if len(above) else (np.zeros(2), np.zeros(2))
    area = float((sizes[:, 0] * sizes[:, 1]).sum())
    width = max(float(high[0] - low[0]), 1.3 * float(np.sqrt(area * ASPECT)))
    left, x, y, height = float(low[0] + high[0] - width) / 2, 0.0, float(high[1]) + _GAP, 0.0
    centres = []
    for wide, high_ in sizes:
        if x > 0 and x + wide > width:
            x, y, height = 0.0, y + height, 0.0
        centres.append((left + x + wide / 2, y + high_ / 2))
        x, height = x + wide, max(height, high_)
    return np.array(centres, dtype=np.float64).reshape(-1, 2)


def bounds(centres: Matrix, sizes: Matrix) -> tuple[Matrix, Matrix]:
    """The upper left and the lower right corner around rectangles."""
    return (centres - sizes / 2).min(axis=0), (centres + sizes / 2).max(axis=0)


def _cells(centres: Matrix, sizes: Matrix) -> list[Cell]:
    """The cells of a grid that a part covers, with half a gap around it; what it encloses row by row is covered too."""
    reach = sizes / 2 + _GAP / 2
    first = np.floor((centres - reach) / _CELL).astype(int)
    last = np.floor((centres + reach) / _CELL).astype(int)
    spans: dict[int, tuple[int, int]] = {}
    for (left, top), (right, bottom) in zip(first.tolist(), last.tolist(), strict=True):
        for row in range(top, bottom + 1):
            near, far = spans.get(row, (left, right))
            spans[row] = min(near, left), max(far, right)
    return [(x, row) for row, (near, far) in sorted(spans.items()) for x in range(near, far + 1)]


def _spiral() -> Iterator[Cell]:
    """All cells of the grid, from the origin outwards, the corners of a page of the drawing's aspect not last."""
    for ring in count():
        yield from _ring(ring)


@cache
def _ring(ring: int) -> tuple[Cell, ...]:
    """The cells between two outlines about the origin; every part of a drawing goes through the same ones."""

    def ring_of(x: int, y: int) -> float:
        return float(((abs(x) / ASPECT) ** 4 + abs(y) ** 4) ** 0.25)

    reach = int((ring + 1) * ASPECT) + 1
    around = ((x, y) for x in range(-reach, reach + 1) for y in range(-ring - 1, ring + 2))
    found = [(x, y) for x, y in around if ring <= ring_of(x, y) < ring + 1]
    return tuple(sorted(found, key=lambda cell: (ring_of(*cell), cell)))


def fill(centres: Matrix, sizes: Matrix) -> Matrix:
    """The drawing drawn out along its shorter side towards the aspect of a page; nothing comes to overlap by that."""
    if not len(centres):
        return centres
    low, high = bounds(centres, sizes)
    wide, tall = high - low
    lack = float(wide / tall / ASPECT)
    drawn_out = min(max(lack, 1 / lack), _MOST_DRAWN_OUT)
    stretch: Matrix = np.array([drawn_out, 1.0] if lack < 1 else [1.0, drawn_out])
    return np.asarray(centres * stretch)
