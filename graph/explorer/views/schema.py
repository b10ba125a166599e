"""Classes, properties and statuses of the ontology that a build was made with: labels in three languages, and colours."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...ontology import ZM
from ...store import Store, language
from .asked import Asked, Json

if TYPE_CHECKING:
    from .opened import Opened

_LABELS = """SELECT ?term ?kind ?label WHERE {
  VALUES ?type { owl:Class owl:ObjectProperty owl:DatatypeProperty zm:Status zm:Comparator zm:Verdict } ?term a ?type .
  VALUES ?kind { rdfs:label zm:inverseLabel } ?term ?kind ?label }"""
_CLASSES = """SELECT ?term ?colour ?parent WHERE { ?term a owl:Class .
  OPTIONAL { ?term zm:colour ?colour } OPTIONAL { ?term rdfs:subClassOf ?parent . ?parent a owl:Class } }"""
_PROPERTIES = """SELECT ?term ?symmetric WHERE { ?term a owl:ObjectProperty .
  OPTIONAL { ?term a owl:SymmetricProperty BIND(true AS ?symmetric) } }"""
_PLAIN, _COLOUR = "#8a8f98", re.compile(r"#[0-9a-fA-F]{3,8}")

Labels = Mapping[str, str]
"""Language (``en``, ``zh-Hans``, ``zh-Hant``) → label."""


@dataclass(frozen=True)
class Schema:
    """Terms by their short names: ``Company`` for one of the ontology, the IRI for one of a user's own."""

    labels: Mapping[str, Labels]
    inverse: Mapping[str, Labels]
    colours: Mapping[str, str]
    parents: Mapping[str, tuple[str, ...]]
    symmetric: frozenset[str]
    properties: frozenset[str]

    @classmethod
    def read(cls, store: Store) -> Schema:
        """The terms of an opened build."""
        labels: dict[str, dict[str, str]] = {}
        inverse: dict[str, dict[str, str]] = {}
        for term, kind, label in store.answer(_LABELS):  # type: ignore[union-attr]  # rows of SELECT
            found = labels if kind.value.endswith("#label") else inverse
            found.setdefault(term_name(term.value), {})[language(label.language or "en")] = label.value
        colours: dict[str, str] = {}
        parents: dict[str, list[str]] = {}
        for term, colour, parent in store.answer(_CLASSES):  # type: ignore[union-attr]
            name = term_name(term.value)
            if colour is not None and _COLOUR.fullmatch(colour.value):  # pages and drawings put it in as it is
                colours[name] = colour.value
            parents.setdefault(name, []).extend([term_name(parent.value)] if parent is not None else [])
        rows = [(term_name(term.value), flag) for term, flag in store.answer(_PROPERTIES)]  # type: ignore[union-attr]
        return cls(
            labels,
            inverse,
            colours,
            {name: tuple(sorted(found)) for name, found in parents.items()},
            frozenset(name for name, flag in rows if flag is not None),
            frozenset(name for name, _ in rows),
        )

    def colour(self, cls: str) -> str:
        """The colour of a class: its own, else the nearest above that has one."""
        for one in self.above(cls):
            if one in self.colours:
                return self.colours[one]
        return _PLAIN

    def above(self, cls: str) -> tuple[str, ...]:
        """A class and all above it, the nearest first."""
        found = [cls]
        for one in found:  # it grows while it is read
            found += [parent for parent in self.parents.get(one, ()) if parent not in found]
        return tuple(found)

    def way(self, property: str, outward: bool) -> str:
        """Which way a fact goes from a thing: ``to`` where the thing is its subject, ``from`` where it is its object, ``both``
        where the property is symmetric.
        """
        return "both" if property in self.symmetric else "to" if outward else "from"

    def told(self, classes: Mapping[str, int], properties: Mapping[str, int]) -> dict[str, Any]:
        """What the pages' scripts need: the classes and properties that occur, with how often."""
        return {
            "classes": {
                name: {"labels": self.labels.get(name, {}), "colour": self.colour(name), "count": count}
                for name, count in classes.items()
            },
            "properties": {
                name: {
                    "labels": self.labels.get(name, {}),
                    "inverse": self.inverse.get(name, {}),
                    "symmetric": name in self.symmetric,
                    "count": count,
                }
                for name, count in properties.items()
            },
            "statuses": {
                name: self.labels.get(name, {}) for name in ("asserted", "planned", "claimed", "hypothetical", "denied")
            },
        }


@dataclass(frozen=True, slots=True)
class Schemed(Asked):
    """The classes and properties that occur, with labels, colours and counts; how many things and edges there are."""

    def told(self, opened: Opened) -> Json:
        """``classes``, ``properties``, ``statuses``, ``provinces`` (id → name), ``things``, ``edges``."""
        catalogue = opened.catalogue
        classes = Counter(thing.cls for thing in catalogue.things)
        properties = Counter(edge.property for edge in catalogue.edges)
        told = opened.schema.told(dict(classes.most_common()), dict(properties.most_common()))
        provinces = {one.id: one.name for one in catalogue.things if "Province" in opened.schema.above(one.cls)}
        return {**told, "provinces": provinces, "things": len(catalogue.things), "edges": len(catalogue.edges)}


def term_name(iri: str) -> str:
    """A term of the ontology by its local name; another by its IRI."""
    return iri.removeprefix(ZM)
