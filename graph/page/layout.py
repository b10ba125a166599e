"""Where everything is drawn: computed once, the same every time, so that the page is calm from the start.

Each connected part is laid out by stress (distances on the page follow distances in the graph), its labels are pushed
apart, and the parts are packed around the largest. Entities without a relation follow in rows below.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx
import numpy as np

from .packing import fill, pack, rows
from .separation import separate
from .stress import stress_layout

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from numpy.typing import NDArray

MARGIN = 10.0
"""Free room around every label."""


@dataclass(frozen=True, slots=True)
class Box:
    """The room a node takes: ``radius`` of its shape, whose centre is its position, and its label below."""

    width: float
    height: float
    radius: float


Position = tuple[int, int]


def place(boxes: Mapping[str, Box], edges: Iterable[tuple[str, str]]) -> dict[str, Position]:
    """A position for every node: the centre of its shape, in pixels at scale 1, y downwards."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(boxes)
    graph.add_edges_from(edge for edge in edges if edge[0] != edge[1])
    parts = sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
    linked = [part for part in parts if len(part) > 1]
    blocks = [_part(graph, part, boxes) for part in linked]
    names = [name for part in linked for name in part]
    sizes = _sizes(names, boxes)
    centres = fill(pack(blocks, [_sizes(part, boxes) for part in linked]), sizes)
    lone = [part[0] for part in parts if len(part) == 1]
    centres = np.concatenate([centres, rows(_sizes(lone, boxes), centres, sizes)])
    return {name: _shape_centre(centre, boxes[name]) for name, centre in zip([*names, *lone], centres, strict=True)}


def _part(graph: nx.Graph[str], part: Sequence[str], boxes: Mapping[str, Box]) -> NDArray[np.float64]:
    index = {name: number for number, name in enumerate(part)}
    edges = [(index[a], index[b]) for a, b in graph.subgraph(part).edges]
    return separate(stress_layout(len(part), edges), _sizes(part, boxes))


def _sizes(names: Sequence[str], boxes: Mapping[str, Box]) -> NDArray[np.float64]:
    sizes = [(boxes[name].width + 2 * MARGIN, boxes[name].height + 1.6 * MARGIN) for name in names]
    return np.array(sizes, dtype=np.float64).reshape(-1, 2)


def _shape_centre(centre: NDArray[np.float64], box: Box) -> Position:
    x, y = centre
    return round(float(x)), round(float(y) - box.height / 2 + box.radius)
