"""What is seen of the graph, as Turtle that stands alone: names and classes, facts, their statements and the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Triple, serialize

from ...ontology import ZM
from ...store import Store, turtle_languages
from .asked import Asked, Json
from .catalogue import BACKGROUND, Edge
from .documents import head_of
from .facts import groups_of
from .figures import figure_rows

if TYPE_CHECKING:
    from .opened import Opened

_RDF, _RDFS = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2000/01/rdf-schema#"
_SKOS, _DCTERMS = "http://www.w3.org/2004/02/skos/core#", "http://purl.org/dc/terms/"
_OF_THINGS = frozenset((f"{_RDF}type", f"{_RDFS}label", f"{_SKOS}prefLabel", f"{_SKOS}altLabel"))
_OF_DOCUMENTS = frozenset(
    (f"{_RDF}type", f"{_DCTERMS}title", f"{_DCTERMS}publisher", f"{_DCTERMS}source", f"{ZM}published")
)
_FACTUAL = (f"{ZM}asserted", f"{ZM}planned")


class _Turtle(Asked):
    """A question whose answer is Turtle."""

    __slots__ = ()
    media_type = "text/turtle; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Seen(_Turtle):
    """The things and edges of a picture, by their ids."""

    nodes: tuple[str, ...]
    edges: tuple[str, ...]

    def told(self, opened: Opened) -> Json:
        """The Turtle; ids that nothing has are left out."""
        catalogue = opened.catalogue
        edges = [catalogue.edges[catalogue.edge_by_id[id]] for id in self.edges if id in catalogue.edge_by_id]
        return _written(opened, _of_edges(opened, edges, catalogue.numbers(self.nodes)))


@dataclass(frozen=True, slots=True)
class About(_Turtle):
    """All that is said of a thing, by its id."""

    id: str

    def told(self, opened: Opened) -> Json:
        """Its own triples, its statements and figures with their evidence, the articles, and the names of what it is linked to."""
        catalogue, iri = opened.catalogue, opened.iri(self.id)
        edges = [catalogue.edges[at] for at in catalogue.around[catalogue.number[iri]]]
        values = [
            catalogue.iri(fact.id)
            for group in groups_of(opened, catalogue.number[iri])
            for fact in group.facts
            if fact.value
        ]
        said = [*values, *(row["figure"] for row in figure_rows(opened, iri))]
        triples = {*_triples(opened.store, [iri]), *_said(opened.store, said), *_of_edges(opened, edges, ())}
        return _written(opened, triples)


@dataclass(frozen=True, slots=True)
class OfArticle(_Turtle):
    """What an article says, by the last part of its IRI."""

    id: str

    def told(self, opened: Opened) -> Json:
        """What is known of it, and its named graph: its text where the build kept it, its mentions, statements and figures."""
        iri = head_of(opened, self.id).iri
        named = opened.store.dataset.quads_for_pattern(None, None, None, NamedNode(iri))
        return _written(opened, {*_triples(opened.store, [iri]), *(quad.triple for quad in named)})


def _of_edges(opened: Opened, edges: Sequence[Edge], things: Iterable[int]) -> set[Triple]:
    """Edges with what bears them out, and the names of their ends and of other things."""
    catalogue = opened.catalogue
    ends = {one for edge in edges for one in (edge.source, edge.target)}.union(things)
    named = _triples(opened.store, (catalogue.things[one].iri for one in ends), _OF_THINGS)
    said = _said(opened.store, [catalogue.iri(edge.id) for edge in edges if edge.status != BACKGROUND])
    return {*named, *said, *(_plain(opened, edge) for edge in edges if edge.status == BACKGROUND)}


def _said(store: Store, iris: Iterable[str]) -> Iterator[Triple]:
    """Statements and figures, their evidence, its articles, and the plain triples of what is asserted or planned."""
    documents = set()
    for iri in iris:
        told: dict[str, Any] = {}
        for triple in _triples(store, [iri]):
            yield triple
            told[triple.predicate.value] = triple.object
            if triple.predicate.value == f"{ZM}evidence":
                passage = list(_triples(store, [triple.object.value]))  # type: ignore[union-attr]  # it is an IRI
                documents |= {one.object for one in passage if one.predicate.value == f"{ZM}document"}
                yield from passage
        if f"{_RDF}subject" in told and told[f"{ZM}status"].value in _FACTUAL:
            yield Triple(*(told[f"{_RDF}{part}"] for part in ("subject", "predicate", "object")))
    yield from _triples(store, (one.value for one in documents), _OF_DOCUMENTS)  # type: ignore[union-attr]


def _triples(store: Store, iris: Iterable[str], only: frozenset[str] | None = None) -> Iterator[Triple]:
    """The triples of some subjects, one subject at a time: a query about all of them would go through the whole store."""
    for iri in iris:
        for quad in store.dataset.quads_for_pattern(NamedNode(iri), None, None, DefaultGraph()):
            if only is None or quad.predicate.value in only:
                yield quad.triple


def _plain(opened: Opened, edge: Edge) -> Triple:
    subject, object = (NamedNode(opened.catalogue.things[one].iri) for one in (edge.source, edge.target))
    return Triple(subject, NamedNode(edge.property if ":" in edge.property else f"{ZM}{edge.property}"), object)


def _written(opened: Opened, triples: Iterable[Triple]) -> str:
    written = serialize(sorted(triples, key=str), format=RdfFormat.TURTLE, prefixes=dict(opened.store.prefixes))
    return turtle_languages(written or b"").decode()
