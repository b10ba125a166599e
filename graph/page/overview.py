"""A large graph told in a few nodes, by class, community and province, and how each of them looks once it is opened."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import networkx as nx

from .layout import Box, place
from .provinces import provinces

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .drawing import Drawing, DrawnEdge, DrawnNode
    from .layout import Position

SUMMARISED = 150
"""Linked nodes beyond which there are overviews; a narrow screen opens on one, a wide one takes in some more at once."""

MOST_MEMBERS = 80
"""Members of a group that are drawn at most when it is opened."""

MOST_LONE = 40
"""Beyond so many members none without a relation is drawn."""

MOST_DRAWN = 120
"""Nodes that are drawn when a group is opened, what its members are linked to included."""

BACKGROUND = "background"
"""The property under which what only the gazetteer says is counted, as in the legend."""

_LABEL = (124.0, 40.0)
_BACKGROUND_WEIGHT = 0.1
_LINKS_PER_GROUP = 1.5
_SMALL = (10.0, 34.0)

_Properties = Counter[tuple[str, bool]]


@dataclass(frozen=True, slots=True)
class Group:
    """Several entities as one node. ``members`` are those drawn at all, the best connected first; ``count`` is how many
    there are. ``opened`` says where its members, and what they are linked to, stand once it is opened.
    """

    id: str
    count: int
    members: tuple[str, ...]
    size: float
    position: Position
    opened: Mapping[str, Position]


@dataclass(frozen=True, slots=True)
class Link:
    """All edges between two groups: by property, how many go from source to target and how many back.

    ``drawn`` is false for the weaker ones, which would make a tangle of the overview.
    """

    source: str
    target: str
    count: int
    properties: tuple[tuple[str, int, int], ...]
    drawn: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """The whole graph by ``kind``: ``class``, ``community`` or ``province``.

    The group ``community/rest`` has what is too small, ``province/rest`` what lies in no known province.
    """

    kind: str
    groups: tuple[Group, ...]
    links: tuple[Link, ...]


def overviews(
    drawing: Drawing, counts: Mapping[str, int], communities: tuple[Sequence[Sequence[str]], Sequence[str]]
) -> tuple[Overview, ...]:
    """The overviews of a drawing, none where it is small enough to be seen at once.

    ``counts`` says how many entities of each class there are, drawn or not; ``communities`` are those of the drawing.
    """
    if sum(node.degree > 0 for node in drawing.nodes) <= SUMMARISED:
        return ()
    by_class: dict[str, list[str]] = {name: [] for name in sorted(counts)}
    for node in drawing.nodes:
        by_class[node.type].append(node.id)
    whole = _Whole(drawing)
    found = [whole.overview("class", {f"class/{name}": ids for name, ids in by_class.items()}, True, counts)]
    large, small = communities
    numbered = {str(number): ids for number, ids in enumerate(large, 1)}
    found.append(whole.overview("community", _parts("community", numbered, small), False))
    places, elsewhere = provinces(drawing)
    if places:
        found.append(whole.overview("province", _parts("province", places, elsewhere), True))
    return tuple(found)


def _parts(kind: str, named: Mapping[str, Sequence[str]], rest: Sequence[str]) -> dict[str, Sequence[str]]:
    parts = {f"{kind}/{name}": ids for name, ids in named.items()}
    return parts | ({f"{kind}/rest": rest} if rest else {})


class _Whole:
    """The drawing, indexed."""

    def __init__(self, drawing: Drawing) -> None:
        self._nodes = {node.id: node for node in drawing.nodes}
        self._edges = drawing.edges
        self._around: dict[str, list[str]] = {node.id: [] for node in drawing.nodes}
        for edge in drawing.edges:
            self._around[edge.source].append(edge.target)
            self._around[edge.target].append(edge.source)

    def overview(
        self, kind: str, parts: Mapping[str, Sequence[str]], wider: bool, counts: Mapping[str, int] | None = None
    ) -> Overview:
        """The overview by ``parts``; ``wider`` where an opened group also shows what its members are linked to."""
        count = {id: counts[id.partition("/")[2]] if counts else len(members) for id, members in parts.items()}
        links = _links(self._edges, {member: id for id, members in parts.items() for member in members})
        largest = max(count.values())
        sizes = {id: _radius(number, largest) for id, number in count.items()}
        boxes = {id: Box(max(_LABEL[0], 2 * size), 2 * size + _LABEL[1], size) for id, size in sizes.items()}
        positions = place(boxes, [(link.source, link.target) for link in links if link.drawn])
        groups = [
            Group(id, count[id], tuple(members), sizes[id], positions[id], self._opened(members, wider))
            for id, members in parts.items()
        ]
        return Overview(kind, tuple(groups), links)

    def _opened(self, members: Sequence[str], wider: bool) -> dict[str, Position]:
        linked = sum(bool(self._around[id]) for id in members)
        chosen = list(members[: min(max(linked, MOST_LONE), MOST_MEMBERS)])
        if wider:
            inside = set(chosen)
            near = Counter(other for id in chosen for other in self._around[id] if other not in inside)
            chosen += sorted(near, key=lambda other: (-near[other], other))[: MOST_DRAWN - len(chosen)]
        shown, heart = set(chosen), set(members)
        boxes = {id: _box(self._nodes[id]) for id in chosen}
        pairs = [(edge.source, edge.target) for edge in self._edges if {edge.source, edge.target} <= shown]
        return place(boxes, [pair for pair in pairs if heart.intersection(pair)])


def _box(node: DrawnNode) -> Box:
    return Box(node.width, node.height, node.size)


def _radius(count: int, largest: int) -> float:
    small, large = _SMALL
    return round(small + (large - small) * math.sqrt(count / max(largest, 1)), 1)


def _links(edges: Iterable[DrawnEdge], group: Mapping[str, str]) -> tuple[Link, ...]:
    counts: Counter[tuple[str, str]] = Counter()
    said: Counter[tuple[str, str]] = Counter()
    ways: dict[tuple[str, str], _Properties] = {}
    for edge in edges:
        source, target = group[edge.source], group[edge.target]
        turned = source > target
        pair = (target, source) if turned else (source, target)
        counts[pair] += 1
        found = ways.setdefault(pair, Counter())
        if edge.background:
            found[BACKGROUND, bool(edge.forward) is not turned] += 1
            continue
        said[pair] += 1
        found.update((name, not turned) for name in edge.forward)
        found.update((name, turned) for name in edge.backward)
    drawn = _strongest({pair: said[pair] + _BACKGROUND_WEIGHT * (count - said[pair]) for pair, count in counts.items()})
    return tuple(Link(*pair, counts[pair], _by_property(ways[pair]), pair in drawn) for pair in sorted(counts))


def _by_property(ways: _Properties) -> tuple[tuple[str, int, int], ...]:
    """Each property with its numbers forward and backward, the most frequent first, the gazetteer's last."""
    found = [(name, ways[name, True], ways[name, False]) for name in {name for name, _ in ways}]
    return tuple(sorted(found, key=lambda item: (item[0] == BACKGROUND, -item[1] - item[2], item[0])))


def _strongest(counts: Mapping[tuple[str, str], float]) -> set[tuple[str, str]]:
    """The links that hold the overview together (a maximum spanning forest), and the strongest of the others."""
    order = sorted((pair for pair in counts if pair[0] != pair[1]), key=lambda pair: (-counts[pair], pair))
    graph: nx.Graph[str] = nx.Graph()
    graph.add_weighted_edges_from((*pair, counts[pair]) for pair in order)
    kept = {(min(a, b), max(a, b)) for a, b in nx.maximum_spanning_edges(graph, data=False)}
    room = int(_LINKS_PER_GROUP * len(graph)) - len(kept)
    return kept.union([pair for pair in order if pair not in kept][: max(0, room)])
