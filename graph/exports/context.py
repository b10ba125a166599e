"""The JSON-LD context of a build: short names for the classes, properties and codes of its ontology.

``ontology/context.jsonld`` is this for the ontology that ships with Zhimai.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ..ontology import ZM
from .opened import DCTERMS, GEO, OWL, RDF, RDFS, SKOS

if TYPE_CHECKING:
    from .opened import Opened

XSD = "http://www.w3.org/2001/XMLSchema#"
Definition = str | Mapping[str, str]
_PREFIXES = {"dcterms": DCTERMS, "geo": GEO, "owl": OWL, "rdf": RDF, "rdfs": RDFS, "skos": SKOS, "xsd": XSD, "zm": ZM}
_LANGUAGES = {"@container": "@language"}
_SET = {"@container": "@set"}
_FIXED: dict[str, Definition] = {
    "id": "@id",
    "type": "@type",
    "label": {"@id": "rdfs:label", **_LANGUAGES},
    "name": {"@id": "skos:prefLabel", **_LANGUAGES},
    "alias": {"@id": "skos:altLabel", **_LANGUAGES},
    "shortName": {"@id": "skos:hiddenLabel", **_LANGUAGES},
    "sameAs": {"@id": "owl:sameAs", "@type": "@id", **_SET},
    "title": {"@id": "dcterms:title", **_LANGUAGES},
    "publisher": {"@id": "dcterms:publisher", **_LANGUAGES},
    "creator": {"@id": "dcterms:creator", **_LANGUAGES},
    "language": {"@id": "dcterms:language"},
    "source": {"@id": "dcterms:source", **_SET},
    "predicate": {"@id": "rdf:predicate", "@type": "@vocab"},
    "object": {"@id": "rdf:object", "@type": "@id"},
    "statements": {"@reverse": "rdf:subject", **_SET},
    "figures": {"@reverse": "zm:about", **_SET},
}
_LAST = (
    "measure",
    "comparator",
    "value",
    "unit",
    "status",
    "confidence",
    "document",
    "quote",
    "start",
    "end",
    "evidence",
)
"""Properties of records in the order in which one reads them; the others come before."""
_LITERALS: dict[str, Mapping[str, str]] = {
    f"{ZM}AnyDate": {"@type": "xsd:date"},
    f"{XSD}decimal": {"@type": "xsd:decimal"},
    f"{XSD}integer": {"@type": "xsd:integer"},
    f"{RDF}langString": _LANGUAGES,
    f"{ZM}AnyText": _LANGUAGES,
}


@dataclass(frozen=True)
class Context:
    """``definitions`` is the value of ``@context``."""

    definitions: Mapping[str, Definition]

    def to_json(self) -> str:
        """The context as a file of its own."""
        return json.dumps({"@context": self.definitions}, ensure_ascii=False, indent=1) + "\n"

    @cached_property
    def _names(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for name, definition in self.definitions.items():
            iri = definition if isinstance(definition, str) else definition.get("@id", "")
            if iri and not iri.startswith("@"):
                found.setdefault(self.expanded(iri), name)
        return found

    @cached_property
    def _places(self) -> Mapping[str, int]:
        return {name: number for number, name in enumerate(self.definitions)}

    def name(self, iri: str) -> str:
        """The term for an IRI, or with a prefix, or the IRI itself."""
        if iri in self._names:
            return self._names[iri]
        prefix = next((p for p in self._prefixes if iri.startswith(self._prefixes[p])), "")
        return f"{prefix}:{iri.removeprefix(self._prefixes[prefix])}" if prefix else iri

    def definition(self, iri: str) -> Mapping[str, str]:
        """How the values of a property are written."""
        found = self.definitions.get(self._names.get(iri, ""), "")
        return {} if isinstance(found, str) else found

    def expanded(self, name: str) -> str:
        """The IRI of a name with a prefix."""
        prefix, _, local = name.partition(":")
        return f"{self._prefixes[prefix]}{local}" if prefix in self._prefixes else name

    def order(self, iri: str) -> tuple[int, int, str]:
        """A key to sort properties by for a reader."""
        name = self._names.get(iri, "")
        return _LAST.index(name) + 1 if name in _LAST else 0, self._places.get(name, len(self._places)), iri

    @cached_property
    def _prefixes(self) -> Mapping[str, str]:
        return {n: d for n, d in self.definitions.items() if isinstance(d, str) and d.endswith(("#", "/", ":"))}


def context(opened: Opened) -> Context:
    """The context for a build, its user's own terms included (those with their prefix)."""
    terms = dict(_terms(opened))
    own = {name.partition(":")[0] for name in terms if ":" in name}
    prefixes = _PREFIXES | {prefix: opened.prefixes[prefix] for prefix in sorted(own & opened.prefixes.keys())}
    fixed = {**prefixes, **_FIXED}
    return Context(fixed | {name: definition for name, definition in sorted(terms.items()) if name not in fixed})


def _terms(opened: Opened) -> Iterator[tuple[str, Definition]]:
    index = opened.index
    classes = index.subjects(f"{OWL}Class")
    codes = {cls for cls in classes if f"{ZM}Code" in index.values(cls, f"{RDFS}subClassOf")}
    records = {cls for cls in classes if f"{ZM}Record" in (cls, *index.values(cls, f"{RDFS}subClassOf"))}
    for cls in classes:
        yield opened.short(cls), _curie(cls, opened)
    for cls in sorted(codes):
        for code in index.subjects(cls):
            yield opened.short(code), _curie(code, opened)
    for property_ in index.subjects(f"{OWL}DatatypeProperty"):
        kind = _LITERALS.get(index.value(property_, f"{RDFS}range"), {})
        yield opened.short(property_), {"@id": _curie(property_, opened), **kind}
    for property_ in index.subjects(f"{OWL}ObjectProperty"):
        kind = {"@type": "@vocab" if index.value(property_, f"{RDFS}range") in codes else "@id"}
        one = index.value(property_, f"{RDFS}domain") in records and property_ != f"{ZM}evidence"
        yield opened.short(property_), {"@id": _curie(property_, opened), **kind, **({} if one else _SET)}


def _curie(iri: str, opened: Opened) -> str:
    own = next((prefix for prefix, space in _PREFIXES.items() if iri.startswith(space)), "")
    return f"{own}:{iri.removeprefix(_PREFIXES[own])}" if own else opened.short(iri)
