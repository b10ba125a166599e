"""What some edges say, with the sentences that say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...show import statements_of
from .asked import Asked, Json, Unknown
from .catalogue import BACKGROUND

if TYPE_CHECKING:
    from .opened import Opened


@dataclass(frozen=True, slots=True)
class Said(Asked):
    """Edges by their ids."""

    ids: tuple[str, ...]

    def told(self, opened: Opened) -> Json:
        """Each with its ends, property, status, confidence, times, qualifiers, conflicts and ``evidence``; what only the
        background has without.
        """
        catalogue = opened.catalogue
        for id in self.ids:
            if id not in catalogue.edge_by_id:
                raise Unknown("nothing is said under that id", where=id, remedy="take the ids of a picture")
        edges = [catalogue.edges[catalogue.edge_by_id[id]] for id in self.ids]
        said = statements_of(opened.store, [catalogue.iri(edge.id) for edge in edges if edge.status != BACKGROUND])
        told = []
        for edge in edges:
            source, target = catalogue.things[edge.source], catalogue.things[edge.target]
            told.append(
                {
                    "id": edge.id,
                    "source": {"id": source.id, "name": source.name, "class": source.cls},
                    "target": {"id": target.id, "name": target.name, "class": target.cls},
                    "property": edge.property,
                    "status": edge.status,
                    "confidence": edge.confidence,
                    **said.get(catalogue.iri(edge.id), {}),
                }
            )
        return told
