"""Things in groups: by class, by province, by community; and the whole told as those groups and what links them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import networkx as nx

from ...errors import UsageError
from ...page.layout import Box, place
from .asked import Asked, Json, Unknown
from .catalogue import BACKGROUND, Catalogue
from .clusters import clusters
from .schema import Schema

if TYPE_CHECKING:
    from .opened import Opened

KINDS = ("class", "province", "community")
REST = "rest"
"""The group of what belongs to no other."""

_IN_PLACE = ("headquarteredIn", "locatedIn", "heldIn", "heldAt", "partOf", "affiliatedWith")
"""Relations that lead to where a thing is, the surest first."""
_STEPS = 8
_BACKGROUND_WEIGHT = 0.2
_MOST_COMMUNITIES, _SMALLEST = 24, 4
_MOST_LINKS = 1.5
"""Links drawn between groups, for each group."""


class Grouping:
    """Which group each thing belongs to. Groups are named by a key: a class, the id of a province, a number."""

    def __init__(self, catalogue: Catalogue, schema: Schema) -> None:
        self._catalogue, self._schema = catalogue, schema

    def keys(self, kind: str) -> Sequence[str]:
        """Thing → the key of its group.

        Raises:
            UsageError: there is no such kind of groups.
        """
        if kind == "class":
            return self._classes
        if kind == "province":
            return self._provinces
        if kind == "community":
            return self._communities
        raise UsageError("no such kind of groups", where=kind, remedy=f"take one of {', '.join(KINDS)}")

    def members(self, kind: str) -> Mapping[str, list[int]]:
        """Key → its things, the best connected first; the largest group first, the rest last."""
        found: dict[str, list[int]] = {}
        for thing, key in enumerate(self.keys(kind)):
            found.setdefault(key, []).append(thing)
        ordered = sorted(found, key=lambda key: (key == REST, -len(found[key]), key))
        return {key: self._catalogue.best_first(found[key]) for key in ordered}

    @cached_property
    def _classes(self) -> Sequence[str]:
        return [thing.cls for thing in self._catalogue.things]

    @cached_property
    def _provinces(self) -> Sequence[str]:
        return [self._province(thing) or REST for thing in range(len(self._catalogue.things))]

    def _province(self, thing: int) -> str:
        """The id of the province that a thing lies in, the first that its relations lead to; nothing where none does."""
        things = self._catalogue.things
        seen, here = {thing}, [thing]
        for _ in range(_STEPS):
            for one in here:
                if "Province" in self._schema.above(things[one].cls):
                    return things[one].id
            here = [one for one in self._onward(here) if one not in seen]
            seen.update(here)
        return ""

    def _onward(self, here: Iterable[int]) -> list[int]:
        found = [
            (_IN_PLACE.index(edge.property), edge.target)
            for one in here
            for edge in (self._catalogue.edges[at] for at in self._catalogue.around[one])
            if edge.source == one and edge.property in _IN_PLACE and edge.status in ("asserted", "planned", BACKGROUND)
        ]
        return [target for _, target in sorted(found)]

    @cached_property
    def _communities(self) -> Sequence[str]:
        """Communities, the largest is ``1``; what only the gazetteer says counts little, so that the map of a country does not
        hold everything together.
        """
        graph: nx.Graph[int] = nx.Graph()
        graph.add_nodes_from(at for at in range(len(self._catalogue.things)) if self._catalogue.around[at])
        for edge in self._catalogue.edges:
            graph.add_edge(edge.source, edge.target, weight=_BACKGROUND_WEIGHT if edge.status == BACKGROUND else 1.0)
        found = clusters(graph, _MOST_COMMUNITIES)
        keys = [REST] * len(self._catalogue.things)
        for number, part in enumerate(found[:_MOST_COMMUNITIES], 1):
            for thing in part if len(part) >= _SMALLEST else ():
                keys[thing] = str(number)
        return keys


@dataclass(frozen=True, slots=True)
class Summary(Asked):
    """The whole build as groups of a kind and the links between them."""

    kind: str

    def told(self, opened: Opened) -> Json:
        """``groups`` with their places, sizes and best members, ``links`` with how often each property leads which way."""
        catalogue = opened.catalogue
        keys, members = opened.grouping.keys(self.kind), opened.grouping.members(self.kind)
        links = _links(catalogue, keys)
        drawn = _strongest({pair: sum(found.values()) for pair, found in links.items()})
        largest = max((len(found) for key, found in members.items() if key != REST), default=1)
        sizes = {key: round(10 + 30 * min(1.0, len(found) / largest) ** 0.5, 1) for key, found in members.items()}
        spots = place({key: Box(120, 2 * size + 40, size) for key, size in sizes.items()}, drawn)
        groups = [
            {
                "key": key,
                "count": len(found),
                "size": sizes[key],
                "x": spots[key][0],
                "y": -spots[key][1],
                "names": [catalogue.things[one].name for one in found[:3]],
                **self._called(opened, key, found),
            }
            for key, found in members.items()
        ]
        told = [
            {
                "source": a,
                "target": b,
                "drawn": (a, b) in drawn,
                "count": sum(found.values()),
                "properties": found.most_common(),
            }
            for (a, b), found in sorted(links.items())
        ]
        return {"kind": self.kind, "groups": groups, "links": told}

    def _called(self, opened: Opened, key: str, found: Sequence[int]) -> Json:
        """What a group has of its own: the colour of a class, the name of a province, that of a community's best connected."""
        if self.kind == "class":
            return {"colour": opened.schema.colour(key)}
        if self.kind == "province" and key != REST:
            return {"name": opened.catalogue.things[opened.catalogue.by_id[key]].name}
        if self.kind == "community" and key != REST:
            return {"name": opened.catalogue.things[found[0]].name}
        return {}


def group_of(opened: Opened, kind: str, key: str) -> list[int]:
    """The things of a group, the best connected first.

    Raises:
        Unknown: there is no such group.
    """
    found = opened.grouping.members(kind).get(key)
    if found is None:
        raise Unknown("no such group", where=f"{kind} {key}", remedy=f"the summary by {kind} lists them")
    return found


_Pair = tuple[str, str]


def _links(catalogue: Catalogue, keys: Sequence[str]) -> dict[_Pair, Counter[str]]:
    found: dict[_Pair, Counter[str]] = {}
    for edge in catalogue.edges:
        pair = keys[edge.source], keys[edge.target]
        if pair[0] != pair[1] and edge.status != BACKGROUND:
            found.setdefault(pair, Counter())[edge.property] += 1
    return found


def _strongest(counts: Mapping[_Pair, int]) -> set[_Pair]:
    """The links that hold the summary together (a maximum spanning forest), and the strongest of the others."""
    graph: nx.Graph[str] = nx.Graph()
    order = sorted((pair for pair in counts if REST not in pair), key=lambda pair: (-counts[pair], pair))
    for a, b in order:
        graph.add_edge(a, b, weight=counts[a, b] + counts.get((b, a), 0))
    tree = {frozenset(edge) for edge in nx.maximum_spanning_edges(graph, data=False)}
    kept = {pair for pair in order if frozenset(pair) in tree}
    room = int(_MOST_LINKS * len(graph)) - len(tree)
    return kept.union([pair for pair in order if pair not in kept][: max(0, room)])
