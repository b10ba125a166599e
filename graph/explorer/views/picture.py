"""Parts of the graph as the graph view draws them, and what stands around a thing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...errors import UsageError
from .asked import Asked, Json
from .catalogue import Catalogue, Edge
from .grouping import group_of
from .placing import spots

if TYPE_CHECKING:
    from .opened import Opened

MOST = 25_000
"""Things that a picture has at most."""


def picture(opened: Opened, things: Sequence[int], among: Iterable[int] = ()) -> Json:
    """The things as ``nodes``, each with a place, and as ``edges`` what links them to one another and to those ``among``
    which they come, of which the picture is there already.
    """
    catalogue = opened.catalogue
    inside = set(things)
    links = [at for at in catalogue.between(inside | set(among)) if _touches(catalogue.edges[at], inside)]
    ends = [(catalogue.edges[at].source, catalogue.edges[at].target) for at in links]
    placed = spots(things, [pair for pair in ends if pair[0] in inside and pair[1] in inside])
    provinces = opened.grouping.keys("province")
    return {
        "nodes": [_node(catalogue, one, placed[one], provinces[one]) for one in things],
        "edges": [_edge(catalogue, catalogue.edges[at]) for at in links],
    }


def _touches(edge: Edge, things: set[int]) -> bool:
    return edge.source in things or edge.target in things


def _node(catalogue: Catalogue, at: int, spot: tuple[int, int], province: str) -> Json:
    thing = catalogue.things[at]
    told = {"id": thing.id, "name": thing.name, "class": thing.cls, "documents": thing.documents}
    return {**told, "links": catalogue.degree(at), "province": province, "x": spot[0], "y": spot[1]}


def _edge(catalogue: Catalogue, edge: Edge) -> Json:
    told = edge._asdict()
    ends = {"source": catalogue.things[edge.source].id, "target": catalogue.things[edge.target].id}
    return {**told, **ends}


@dataclass(frozen=True, slots=True)
class Chosen(Asked):
    """The things with some ids. With ``around``, also their best connected neighbours, so many of each."""

    ids: tuple[str, ...]
    around: int = 0

    def told(self, opened: Opened) -> Json:
        """A picture, and ``missing``, the ids that nothing has."""
        catalogue = opened.catalogue
        things = catalogue.numbers(self.ids)
        missing = [id for id in self.ids if id not in catalogue.by_id]
        if not things and missing:
            opened.iri(missing[0])  # which says what may have been meant
        found = dict.fromkeys(things)
        for one in things if self.around else ():
            near = {catalogue.other(catalogue.edges[at], one) for at in catalogue.around[one]}
            new = [other for other in catalogue.best_first(near) if other not in found]
            found |= dict.fromkeys(new[: self.around])
        return {**picture(opened, list(found)[:MOST]), "missing": missing}


@dataclass(frozen=True, slots=True)
class Grouped(Asked):
    """Members of a group, the best connected first, from one of them on; and so many ``related`` things of other groups that
    they are linked to: those with the most links to them.
    """

    kind: str
    key: str
    most: int = 80
    start: int = 0
    have: tuple[str, ...] = ()
    related: int = 0

    def told(self, opened: Opened) -> Json:
        """A picture of those that are not there yet, and the ``count`` of all members."""
        members = group_of(opened, self.kind, self.key)
        have = opened.catalogue.numbers(self.have)
        known = set(have)
        new = [one for one in members[self.start : self.start + self.most] if one not in known]
        new += self._related(opened.catalogue, new, {*members, *have})
        return {**picture(opened, new, have), "count": len(members)}

    def _related(self, catalogue: Catalogue, members: Sequence[int], barred: set[int]) -> list[int]:
        links = Counter(catalogue.other(catalogue.edges[at], one) for one in members for at in catalogue.around[one])
        near = sorted(
            (one for one in links if one not in barred), key=lambda one: (-links[one], -catalogue.degree(one), one)
        )
        return near[: self.related]


@dataclass(frozen=True, slots=True)
class Whole(Asked):
    """Everything that is linked, the best connected first where there is too much of it."""

    most: int = MOST

    def told(self, opened: Opened) -> Json:
        """A picture, and the ``count`` of all that is linked."""
        catalogue = opened.catalogue
        linked = catalogue.best_first(at for at, edges in enumerate(catalogue.around) if edges)
        return {**picture(opened, linked[: min(self.most, MOST)]), "count": len(linked)}


@dataclass(frozen=True, slots=True)
class Around(Asked):
    """By which properties, and which way, a thing can be expanded."""

    id: str

    def told(self, opened: Opened) -> Json:
        """``property``, ``direction`` (as ``Schema.way`` has it), ``ids`` of what is there, the best connected first."""
        catalogue = opened.catalogue
        thing = catalogue.number[opened.iri(self.id)]
        found: dict[tuple[str, str], set[int]] = {}
        for at in catalogue.around[thing]:
            edge = catalogue.edges[at]
            way = opened.schema.way(edge.property, edge.source == thing)
            found.setdefault((edge.property, way), set()).add(catalogue.other(edge, thing))
        told = [
            {
                "property": name,
                "direction": way,
                "ids": [catalogue.things[one].id for one in catalogue.best_first(near)],
            }
            for (name, way), near in found.items()
        ]
        return sorted(told, key=lambda one: (-len(one["ids"]), one["property"], one["direction"]))


@dataclass(frozen=True, slots=True)
class Added(Asked):
    """Some things to be added to a picture that has others: what an expansion, a search or an undo brings."""

    ids: tuple[str, ...]
    have: tuple[str, ...]

    def told(self, opened: Opened) -> Json:
        """A picture of those that are not there yet, with the edges to those that are."""
        catalogue = opened.catalogue
        have = catalogue.numbers(self.have)
        known = set(have)
        new = [one for one in catalogue.numbers(self.ids) if one not in known]
        if len(new) + len(have) > MOST:
            raise UsageError(f"a picture has at most {MOST:,} things", where="ids", remedy="add fewer")
        return picture(opened, new, have)


@dataclass(frozen=True, slots=True)
class Belonging(Asked):
    """To which groups of a kind some things belong."""

    kind: str
    ids: tuple[str, ...]

    def told(self, opened: Opened) -> Json:
        """Id → key of its group."""
        keys = opened.grouping.keys(self.kind)
        by_id = opened.catalogue.by_id
        return {id: keys[by_id[id]] for id in self.ids if id in by_id}
