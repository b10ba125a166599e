"""Where the things of a picture stand at first, the same every time; the browser then lets them settle.

A small picture is laid out by stress with room for its labels. A large one is laid out by what belongs together: each community is a
disc with its best connected things in the middle (a sunflower's pattern, Vogel 1979), and the discs lie side by side.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import networkx as nx

from ...page.layout import Box, place
from .clusters import clusters

_MOST_BY_STRESS = 300
_SPACING = 34.0
_GAP = 60.0
_GOLDEN = math.pi * (3 - math.sqrt(5))
_SMALLEST_DISC = 4
_LEAST_DISCS, _PER_DISC = 8, 150

Spot = tuple[int, int]
Link = tuple[int, int]


def spots(things: Sequence[int], links: Iterable[Link]) -> dict[int, Spot]:
    """A place for each thing, y upwards. ``links`` have both ends among the things."""
    links = sorted({(min(a, b), max(a, b)) for a, b in links if a != b})
    if len(things) <= _MOST_BY_STRESS:
        boxes = {str(one): Box(110, 40, 10) for one in things}
        placed = place(boxes, [(str(a), str(b)) for a, b in links])
        return {int(one): (x, -y) for one, (x, y) in placed.items()}
    return _by_discs(things, links)


def _by_discs(things: Sequence[int], links: Sequence[Link]) -> dict[int, Spot]:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(things)
    graph.add_edges_from(links)
    parts = clusters(graph, max(_LEAST_DISCS, len(things) // _PER_DISC))
    discs = [part for part in parts if len(part) >= _SMALLEST_DISC]
    if rest := [one for part in parts if len(part) < _SMALLEST_DISC for one in part]:
        discs.append(rest)
    discs.sort(key=lambda part: (-len(part), part))
    found: dict[int, Spot] = {}
    for part, (x, y) in zip(discs, _packed([_radius(len(part)) for part in discs]), strict=True):
        best = sorted(part, key=lambda one: (-graph.degree(one), one))
        for at, one in enumerate(best):
            far, turn = _SPACING * math.sqrt(at), at * _GOLDEN
            found[one] = (round(x + far * math.cos(turn)), round(y + far * math.sin(turn)))
    return found


def _radius(count: int) -> float:
    return _SPACING * math.sqrt(count) + _GAP / 2


def _packed(radii: Sequence[float]) -> list[tuple[float, float]]:
    """Centres of circles that do not overlap, the first in the middle, the others on a spiral around it."""
    placed: list[tuple[float, float, float]] = []
    start = 0
    for at, radius in enumerate(radii):
        if at and radius < radii[at - 1] * 0.7:
            start = 0  # a smaller one may fit into a gap that was too narrow before
        step = start
        while True:
            far, turn = radii[0] * 0.35 * math.sqrt(step), step * _GOLDEN
            x, y = far * math.cos(turn) * 1.3, far * math.sin(turn)
            if all((x - a) ** 2 + (y - b) ** 2 >= (radius + other) ** 2 for a, b, other in placed):
                break
            step += 1
        start = step
        placed.append((x, y, radius))
    return [(x, y) for x, y, _ in placed]
