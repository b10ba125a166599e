"""What lists say of the things that occur: codes, the same thing in registries, where a place lies, what it was called."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from ..gazetteer import Body, Former, Gazetteer, Place
from ..model import Entity
from ..ontology import Ontology
from .entities import slug
from .normal import normal

_WIKIDATA = "http://www.wikidata.org/entity/"


def linked(entities: Iterable[Entity], ontology: Ontology, gazetteer: Gazetteer) -> tuple[Entity, ...]:
    """The entities with all that the gazetteer knows of them, in their order; what a user's list gives goes before it.

    A place is known by its id, a body by the full name that its id is made of. Names that a place had are hidden names of
    it, so that it is found by them. Values that the ontology has no property for are left out.
    """
    places = gazetteer.places
    known = (*gazetteer.bodies.values(), *chain.from_iterable(gazetteer.weak_bodies.values()))
    bodies = {slug(normal(body.name)): body for body in known if body.item}
    return tuple(
        _place(entity, places[entity.id], ontology)
        if entity.id in places
        else _body(entity, bodies.get(entity.id.partition("/")[2]), ontology)
        for entity in entities
    )


def _place(entity: Entity, place: Place, ontology: Ontology) -> Entity:
    used = {normal(name) for name in (entity.name, *entity.aliases, *entity.hidden)}
    former = (one.name for one in place.former if normal(one.name) not in used)
    given = {name for name, _ in entity.properties}
    known = {(name, value) for name, value in _values(place) if name in ontology.properties and name not in given}
    return replace(
        entity,
        hidden=tuple(dict.fromkeys((*entity.hidden, *former))),
        code=place.code if place.code.isdigit() else "",
        same_as=_same(entity, place.same_as),
        properties=tuple(sorted({*entity.properties, *known})),
    )


def _values(place: Place) -> Iterator[tuple[str, str]]:
    for former in place.former:
        yield from [("formerCode", former.code)] if former.code != place.code else []
        yield "formerName", _told(former)
    yield from zip(("lat", "long"), place.point, strict=False)


def _told(former: Former) -> str:
    """A former name as a person reads it: 广德县 341822 (–2019)."""
    return f"{former.name} {former.code} (–{former.until})" if former.until else f"{former.name} {former.code}"


def _body(entity: Entity, body: Body | None, ontology: Ontology) -> Entity:
    if body is None or not ontology.fits(entity.type, "Organisation"):
        return entity
    return replace(entity, same_as=_same(entity, (body.item,)))


def _same(entity: Entity, known: Iterable[str]) -> tuple[str, ...]:
    """The user's IRIs, then those known here; an item of Wikidata that the user gives stands alone."""
    own = any(iri.startswith(_WIKIDATA) for iri in entity.same_as)
    more = (iri for iri in known if not (own and iri.startswith(_WIKIDATA)))
    return tuple(dict.fromkeys((*entity.same_as, *more)))
