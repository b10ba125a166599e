"""All things of a build and all that is said between two of them, as numbered rows: small, and quick to walk along.

An id is ``prefix/local`` (``org/霽川智能``), as addresses have it; what has no prefix is called by its IRI.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from ...store import Store
from .schema import Schema, term_name

_THINGS = """SELECT ?thing ?name ?class WHERE { ?thing skos:prefLabel ?preferred ; rdfs:label ?name ; a ?class . ?class a owl:Class }"""
_DOCUMENTS = "SELECT ?thing (COUNT(DISTINCT ?d) AS ?n) WHERE { ?thing zm:mentionedIn ?d } GROUP BY ?thing"
_STATEMENTS = """SELECT ?said ?s ?p ?o ?status ?confidence WHERE {
  ?said a zm:Statement ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; zm:status ?status ; zm:confidence ?confidence
  FILTER(ISIRI(?o)) }"""
_TIMES = """SELECT ?said ?from ?to WHERE { ?said a zm:Statement .
  { ?said zm:time ?from BIND(?from AS ?to) } UNION { ?said zm:timeStart ?from ; zm:timeEnd ?to } }"""
_PUBLISHED = """SELECT ?said ?d ?published WHERE {
  ?said a zm:Statement ; zm:evidence/zm:document ?d . OPTIONAL { ?d zm:published ?published } }"""
_BACKGROUND = """SELECT ?s ?p ?o WHERE {
  GRAPH ?background { ?s ?p ?o } FILTER(STRENDS(STR(?background), "/graph/background") && ISIRI(?o))
  ?p a owl:ObjectProperty . FILTER NOT EXISTS { ?said rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o ; zm:status zm:asserted } }"""

BACKGROUND = "background"
"""The status of what only a gazetteer or a user's list says."""


class Thing(NamedTuple):
    """A thing: its IRI, id, name, class, and in how many documents it is named."""

    iri: str
    id: str
    name: str
    cls: str
    documents: int


class Edge(NamedTuple):
    """What is said between two things, by their numbers. ``id`` is that of the statement (``statement/…``), or says the
    triple where only the background has it. ``start`` and ``end`` are when it holds, else (``dated``) when it was reported; perhaps empty.
    """

    id: str
    source: int
    target: int
    property: str
    status: str
    confidence: float
    start: str
    end: str
    dated: bool
    documents: int


@dataclass(frozen=True)
class Catalogue:
    """The whole. ``number`` is IRI → number of the thing, the place in ``things``."""

    things: tuple[Thing, ...]
    edges: tuple[Edge, ...]
    number: Mapping[str, int]
    prefixes: Mapping[str, str]

    @classmethod
    def read(cls, store: Store, schema: Schema) -> Catalogue:
        """What an opened build holds; things sorted by IRI, edges by their ends."""
        things = tuple(_things(store, schema))
        number = {thing.iri: at for at, thing in enumerate(things)}
        edges = sorted((*_said(store, number), *_listed(store, number)), key=lambda one: (one[1:4], one.id))
        return cls(things, tuple(edges), number, store.prefixes)

    @cached_property
    def around(self) -> tuple[tuple[int, ...], ...]:
        """Thing → the numbers of its edges."""
        found: list[list[int]] = [[] for _ in self.things]
        for at, edge in enumerate(self.edges):
            found[edge.source].append(at)
            if edge.target != edge.source:
                found[edge.target].append(at)
        return tuple(map(tuple, found))

    @cached_property
    def by_id(self) -> Mapping[str, int]:
        """Id → number of the thing."""
        return {thing.id: at for at, thing in enumerate(self.things)}

    @cached_property
    def edge_by_id(self) -> Mapping[str, int]:
        """Id → number of the edge."""
        return {edge.id: at for at, edge in enumerate(self.edges)}

    def degree(self, at: int) -> int:
        """How many edges a thing has."""
        return len(self.around[at])

    def iri(self, id: str) -> str:
        """The IRI that an id stands for, whether or not there is such a thing."""
        return full(id, self.prefixes)

    def id(self, iri: str) -> str:
        """The id of an IRI, whether or not there is such a thing."""
        return short_id(iri, self.prefixes)

    def numbers(self, ids: Iterable[str]) -> list[int]:
        """The numbers of the things with these ids, each once; unknown ones are left out."""
        return list(dict.fromkeys(self.by_id[id] for id in ids if id in self.by_id))

    def between(self, things: Iterable[int]) -> list[int]:
        """The numbers of the edges of which both ends are among the things, in order."""
        inside = set(things)
        found = {
            at
            for one in inside
            for at in self.around[one]
            if self.edges[at].source in inside and self.edges[at].target in inside
        }
        return sorted(found)

    def other(self, edge: Edge, thing: int) -> int:
        """The other end of an edge of a thing."""
        return edge.target if edge.source == thing else edge.source

    def best_first(self, things: Iterable[int]) -> list[int]:
        """Things, the best connected first, then as they are numbered."""
        return sorted(things, key=lambda one: (-len(self.around[one]), one))


def short_id(iri: str, prefixes: Mapping[str, str]) -> str:
    """The id of a thing.

    >>> short_id("https://w3id.org/zhimai/id/org/甲川", {"org": "https://w3id.org/zhimai/id/org/"})
    'org/甲川'
    """
    fitting = [
        (len(space), prefix) for prefix, space in prefixes.items() if iri.startswith(space) and len(iri) > len(space)
    ]
    length, prefix = max(fitting, default=(0, ""))
    return f"{prefix}/{iri[length:]}" if prefix else iri


def full(id: str, prefixes: Mapping[str, str]) -> str:
    """The IRI that an id stands for; an IRI stands for itself.

    >>> full("org/甲川", {"org": "https://w3id.org/zhimai/id/org/"})
    'https://w3id.org/zhimai/id/org/甲川'
    """
    prefix, _, local = id.partition("/")
    return f"{prefixes[prefix]}{local}" if prefix in prefixes else id


def _rows(store: Store, sparql: str) -> Iterator[Any]:
    return iter(store.answer(sparql))  # type: ignore[arg-type]  # rows of SELECT


def _things(store: Store, schema: Schema) -> Iterator[Thing]:
    counts = {thing.value: int(number.value) for thing, number in _rows(store, _DOCUMENTS)}
    found: dict[str, tuple[str, str]] = {}
    for thing, name, cls in _rows(store, _THINGS):
        kind = term_name(cls.value)
        known = found.get(thing.value)
        if known is None or known[1] in schema.above(kind):  # the lowest of its classes
            found[thing.value] = (min(name.value, known[0]) if known else name.value, kind)
    for iri in sorted(found):
        name, kind = found[iri]
        yield Thing(iri, short_id(iri, store.prefixes), name, kind, counts.get(iri, 0))


def _said(store: Store, number: Mapping[str, int]) -> Iterator[Edge]:
    times: dict[str, tuple[str, str]] = {}
    for said, start, end in _rows(store, _TIMES):
        times[said.value] = _wider(times.get(said.value), start.value, end.value)
    reported: dict[str, tuple[str, str]] = {}
    documents: dict[str, set[str]] = {}
    for said, document, published in _rows(store, _PUBLISHED):
        documents.setdefault(said.value, set()).add(document.value)
        if published is not None:
            reported[said.value] = _wider(reported.get(said.value), published.value, published.value)
    for said, s, p, o, status, confidence in _rows(store, _STATEMENTS):
        iri = said.value
        if s.value in number and o.value in number:
            yield Edge(
                short_id(iri, store.prefixes),
                number[s.value],
                number[o.value],
                term_name(p.value),
                term_name(status.value),
                float(confidence.value),
                *(times.get(iri) or reported.get(iri) or ("", "")),
                iri not in times and iri in reported,
                len(documents.get(iri, ())),
            )


def _listed(store: Store, number: Mapping[str, int]) -> Iterator[Edge]:
    for s, p, o in _rows(store, _BACKGROUND):
        if s.value in number and o.value in number:
            name = term_name(p.value)
            ends = (short_id(one.value, store.prefixes) for one in (s, o))
            yield Edge(
                f"{name} {' '.join(ends)}", number[s.value], number[o.value], name, BACKGROUND, 1.0, "", "", False, 0
            )


def _wider(known: tuple[str, str] | None, start: str, end: str) -> tuple[str, str]:
    """The span of both: the earliest start, the latest end, as they are written (years before months before days)."""
    return (start, end) if known is None else (min(known[0], start), max(known[1], end))
