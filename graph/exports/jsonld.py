"""JSON-LD that reads as plain JSON: an object an article and an entity, its statements and figures inside it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode

from ..ontology import ZM
from ..store import language
from .context import Context, context
from .opened import RDF, Term, name

if TYPE_CHECKING:
    from .opened import Opened

Json = str | int | list["Json"] | dict[str, "Json"]
_STRING = "http://www.w3.org/2001/XMLSchema#string"
_NESTED = {f"{ZM}evidence"}
_ENDS = {"statements": f"{RDF}subject", "figures": f"{ZM}about"}


class JsonLd:
    """One file: what ``graph.ttl`` holds, with its context inside, so that no network is needed to read it."""

    name = "jsonld"
    file = "graph.jsonld"
    is_folder = False

    def export(self, opened: Opened) -> Mapping[str, bytes]:
        """The file."""
        terms = context(opened)
        nodes = _Nodes(opened, terms).all()
        text = json.dumps({"@context": terms.definitions, "@graph": nodes}, ensure_ascii=False, indent=1)
        return {self.file: f"{text}\n".encode()}


class _Nodes:
    def __init__(self, opened: Opened, terms: Context) -> None:
        self._terms = terms
        self._found: dict[str, dict[str, list[Term]]] = {}
        for triple in opened.triples:
            if isinstance(triple.object, Term):
                properties = self._found.setdefault(name(triple.subject), {})
                properties.setdefault(triple.predicate.value, []).append(triple.object)
        self._inside: dict[str, dict[str, list[str]]] = {}
        for iri, said in self._found.items():
            for key, end in _ENDS.items():
                for about in said.get(end, ()):
                    self._inside.setdefault(about.value, {}).setdefault(key, []).append(iri)

    def all(self) -> list[Json]:
        """Articles and entities, sorted by IRI; all else stands inside them."""
        nested = set(_ENDS.values())
        evidence = {value.value for said in self._found.values() for p in _NESTED for value in said.get(p, ())}
        return [
            self._node(iri) for iri, said in self._found.items() if not nested & said.keys() and iri not in evidence
        ]

    def _node(self, iri: str, skip: str = "") -> dict[str, Json]:
        node: dict[str, Json] = {"id": iri}
        said = self._found.get(iri, {})
        for predicate in sorted(said, key=lambda p: (p != f"{RDF}type", self._terms.order(p))):
            if predicate == f"{RDF}type":
                node["type"] = _one([self._terms.name(value.value) for value in said[predicate]])
            elif predicate != skip:
                node[self._terms.name(predicate)] = self._values(predicate, said[predicate])
        for key, inside in self._inside.get(iri, {}).items():
            node[key] = [self._node(one, skip=_ENDS[key]) for one in inside]
        return node

    def _values(self, predicate: str, values: Sequence[Term]) -> Json:
        definition = self._terms.definition(predicate)
        if predicate in _NESTED:
            return [self._node(value.value) for value in values]
        if definition.get("@container") == "@language":
            return _by_language(values)
        written = [self._value(value, definition.get("@type", "")) for value in values]
        return written if definition.get("@container") == "@set" else _one(written)

    def _value(self, value: Term, type: str) -> Json:
        if isinstance(value, NamedNode):
            if type == "@vocab":
                return self._terms.name(value.value)
            return value.value if type == "@id" else {"id": value.value}
        if value.language:
            return {"@value": value.value, "@language": language(value.language)}
        datatype = value.datatype.value
        if type and datatype == self._terms.expanded(type):
            return int(value.value) if type == "xsd:integer" and str(int(value.value)) == value.value else value.value
        if datatype == _STRING:
            return {"@value": value.value} if type else value.value
        return {"@value": value.value, "@type": self._terms.name(datatype)}


def _by_language(values: Sequence[Term]) -> Json:
    found: dict[str, list[Json]] = {}
    for value in values:
        tag = language(value.language) if isinstance(value, Literal) and value.language else "@none"
        found.setdefault(tag, []).append(value.value)
    return {tag: _one(texts) for tag, texts in sorted(found.items())}


def _one(values: list[Json]) -> Json:
    return values[0] if len(values) == 1 else values
