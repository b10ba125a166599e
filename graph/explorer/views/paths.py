"""The shortest ways from one thing to another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import networkx as nx

from ...errors import UsageError
from .asked import Asked, Json
from .catalogue import BACKGROUND, Catalogue
from .picture import picture

if TYPE_CHECKING:
    from .opened import Opened

MOST, LONGEST = 20, 12
_NO_FACT = frozenset({"denied", "hypothetical"})


@dataclass(frozen=True, slots=True)
class Paths(Asked):
    """The shortest paths between two things, whichever way the facts on them go.

    Args:
        start, end: ids of the two.
        most: paths wanted at most; of the shortest length there may be more.
        background: whether what only the gazetteer says may be used where no fact leads from one to the other: that two
            cities lie in one country is nothing that an article tells.
        without: ids of things that no path may go through (a province links everything in it).
        confidence: the least that a fact on a path must have.
    """

    start: str
    end: str
    most: int = 5
    background: bool = True
    without: tuple[str, ...] = ()
    confidence: float = 0.0

    def told(self, opened: Opened) -> Json:
        """``paths`` as lists of ids, ``length`` of each in steps, and a picture of all that is on them; no path, no picture."""
        catalogue = opened.catalogue
        start, end = (catalogue.number[opened.iri(id)] for id in (self.start, self.end))
        if start == end:
            raise UsageError("both ends are one thing", where=self.start, remedy="give two")
        found: list[list[int]] = []
        for background in (False, True)[: 1 + self.background]:
            found = found or _shortest(
                self._links(catalogue, {start, end}, background), start, end, min(self.most, MOST)
            )
        on_them = list(dict.fromkeys(one for path in found for one in path))
        told = [[catalogue.things[one].id for one in path] for path in found]
        return {"paths": told, "length": len(found[0]) - 1 if found else 0, **picture(opened, on_them)}

    def _links(self, catalogue: Catalogue, ends: set[int], background: bool) -> Mapping[int, frozenset[int]]:
        """Thing → what it is linked to by an edge that may be used."""
        barred = set(catalogue.numbers(self.without)) - ends
        found: dict[int, set[int]] = {}
        for edge in catalogue.edges:
            usable = background if edge.status == BACKGROUND else edge.status not in _NO_FACT
            if usable and edge.confidence >= self.confidence and not {edge.source, edge.target} & barred:
                found.setdefault(edge.source, set()).add(edge.target)
                found.setdefault(edge.target, set()).add(edge.source)
        return {one: frozenset(near) for one, near in found.items()}


def _shortest(links: Mapping[int, frozenset[int]], start: int, end: int, most: int) -> list[list[int]]:
    graph: nx.Graph[int] = nx.Graph()
    graph.add_edges_from((one, other) for one, near in links.items() for other in near)
    try:
        found = list(islice(nx.all_shortest_paths(graph, start, end), most))
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return []
    return sorted(found) if found and len(found[0]) - 1 <= LONGEST else []
