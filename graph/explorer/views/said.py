"""What some edges say, with the sentences that say so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...show import beside
from .asked import Asked, Json, Unknown
from .catalogue import BACKGROUND, Edge
from .facts import statement_told, thing_told
from .passages import Passages

if TYPE_CHECKING:
    from .opened import Opened

_TOLD = ("id", "property", "status", "confidence", "start", "end", "dated")


@dataclass(frozen=True, slots=True)
class Said(Asked):
    """Edges by their ids."""

    ids: tuple[str, ...]

    def told(self, opened: Opened) -> Json:
        """Each with its ends, property, status, confidence, when it holds or was reported, and where an article says it what
        ``statement_told`` tells.
        """
        catalogue, passages = opened.catalogue, Passages(opened)
        edges = [self._edge(opened, id) for id in self.ids]
        said = beside(opened.store, [catalogue.iri(edge.id) for edge in edges if edge.status != BACKGROUND])
        return [_told(opened, edge, said.get(catalogue.iri(edge.id)), passages) for edge in edges]

    def _edge(self, opened: Opened, id: str) -> Edge:
        catalogue = opened.catalogue
        if id not in catalogue.edge_by_id:
            raise Unknown("nothing is said under that id", where=id, remedy="take the ids of a picture")
        return catalogue.edges[catalogue.edge_by_id[id]]


def _told(opened: Opened, edge: Edge, said: Mapping[str, Any] | None, passages: Passages) -> Json:
    told = {name: getattr(edge, name) for name in _TOLD}
    named = {"source": thing_told(opened, edge.source), "target": thing_told(opened, edge.target)}
    things = opened.catalogue.things
    ends = things[edge.source].iri, things[edge.target].iri
    return {**told, **named, **({} if said is None else statement_told(opened, said, passages, ends))}
