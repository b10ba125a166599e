"""What the gazetteer, not a text, says of the places that occur: what they are part of."""

from __future__ import annotations

from collections.abc import Sequence

from ..gazetteer import Gazetteer, Place
from ..model import Entity


def background_of(
    entities: Sequence[Entity], gazetteer: Gazetteer
) -> tuple[tuple[Entity, ...], tuple[tuple[str, str, str], ...]]:
    """The entities with the larger places of those that occur, and partOf among them, sorted.

    Members of a group (长三角) are tied to it only where the group itself occurs.
    """
    named = {entity.id: gazetteer.places[entity.id] for entity in entities if entity.id in gazetteer.places}
    triples: set[tuple[str, str, str]] = set()
    added: dict[str, Place] = {}
    for place in named.values():
        lower = place
        for above in gazetteer.ancestors(place):
            triples.add((lower.id, "partOf", above.id))
            added[above.id] = above
            lower = above
    for place in named.values():
        triples.update((member, "partOf", place.id) for member in place.members if member in named or member in added)
    known = {entity.id for entity in entities}
    more = [
        Entity(
            place.id,
            place.type,
            place.name,
            hidden=place.names[1:3],
            code=place.code if place.code.isdigit() else "",
            background=True,
        )
        for id, place in added.items()
        if id not in known
    ]
    return tuple(sorted((*entities, *more), key=lambda e: e.id)), tuple(sorted(triples))
