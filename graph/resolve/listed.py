"""What a user's list of entities settles: which names are one, which stay apart, and what the list adds to the graph."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from ..authority import Authority, Entry
from ..gazetteer import Gazetteer
from ..model import Entity, Judgement, Verdict
from ..ontology import Ontology
from .bundles import Key
from .normal import normal

Listed = Mapping[Key, Entry]


def listed_keys(authority: Authority, ontology: Ontology, gazetteer: Gazetteer) -> Listed:
    """The entries by the key that the clusters of their names have; a known place has that of the gazetteer."""
    found: dict[Key, Entry] = {}
    for entry in authority.entries:
        name = normal(entry.name)
        places = gazetteer.by_name.get(name, ()) if ontology.fits(entry.type, "Place") else ()
        place = places[0].id.removeprefix("place/") if len(places) == 1 else ""
        found[("place", place) if place else (ontology.classes[entry.type].space, name)] = entry
    return found


def shared_by_several(authority: Authority) -> Callable[[Key, Key], bool]:
    """Whether one of two keys is an alias that entries share: it is joined with nothing."""
    shared = {normal(name) for name, entries in authority.by_name.items() if len(entries) > 1}
    return lambda left, right: not shared.isdisjoint((left[1], right[1]))


def unsure(entities: Iterable[Entity], authority: Authority) -> Iterator[Judgement]:
    """A judgement for each entry that an alias in the texts may mean, where nothing says which."""
    for entity in entities:
        if any(mention.recogniser == "ambiguous" for mention in entity.mentions):
            entries = {e for m in entity.mentions for e in _sharing(m.surface, authority)}
            for entry in sorted(entries, key=lambda e: e.name):
                reason = f"“{entity.name}” is an alias of {len(entries)} entries, this one in {entry.where}"
                yield Judgement(entity.id, entry.name, Verdict.UNSURE, 0.5, reason)


def _sharing(surface: str, authority: Authority) -> tuple[Entry, ...]:
    found = authority.by_name.get(normal(surface), ())
    return found if len(found) > 1 else ()


def listed_background(
    entities: Sequence[Entity], listed: Mapping[str, Entry], ontology: Ontology, gazetteer: Gazetteer
) -> tuple[tuple[Entity, ...], tuple[tuple[str, str, str], ...]]:
    """Places that the entries lead to and no text names, and the relations of the entries that occur; ``listed`` by id."""
    here = {entity.id for entity in entities}
    ids = {normal(entry.name): id for id, entry in listed.items()}
    added: dict[str, Entity] = {}
    triples: set[tuple[str, str, str]] = set()
    for id in sorted(here & listed.keys()):
        for property, value in listed[id].facts:
            if ontology.properties[property].literal:
                continue
            target = ids.get(normal(value), "")
            places = () if target else gazetteer.by_name.get(normal(value), ())
            if len(places) == 1:
                place, target = places[0], places[0].id
                if target not in here:
                    code = place.code if place.code.isdigit() else ""
                    added[target] = Entity(
                        target,
                        ontology.standing_for(place.type),
                        place.name,
                        hidden=place.names[1:3],
                        code=code,
                        background=True,
                    )
            if target in here or target in added:
                triples.add((id, property, target))
    return tuple(added.values()), tuple(sorted(triples))
