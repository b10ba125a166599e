"""What is seen of the graph, as Turtle that stands alone: names and classes, facts, their statements and the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from ...ontology import ZM
from ...store import Store, turtle_languages
from ..answering import Answer, Limits, refusal
from .asked import Asked, Json, Unknown
from .catalogue import BACKGROUND, Edge
from .documents import head_of
from .facts import groups_of
from .figures import figure_rows

if TYPE_CHECKING:
    from .opened import Opened

_NAMED = """CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?s { $these }
  VALUES ?p { rdf:type rdfs:label skos:prefLabel skos:altLabel } ?s ?p ?o }"""
_OWN = "CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?s { $these } ?s ?p ?o }"
_STATEMENTS = """CONSTRUCT { ?s ?p ?o . ?e ?q ?v } WHERE { VALUES ?s { $these }
  { ?s ?p ?o } UNION { ?s zm:evidence ?e . ?e ?q ?v } }"""
_DOCUMENTS = """CONSTRUCT { ?d ?p ?o } WHERE { VALUES ?s { $these } ?s zm:evidence/zm:document ?d .
  VALUES ?p { rdf:type dcterms:title dcterms:publisher dcterms:source zm:published } ?d ?p ?o }"""
_PLAIN = """CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?said { $these } VALUES ?status { zm:asserted zm:planned }
  ?said zm:status ?status ; rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o }"""
_AT_ONCE = 500


class _Turtle(Asked):
    """What is told is a text, and goes out as one."""

    __slots__ = ()

    def answered(self, opened: Opened, limits: Limits) -> Answer:
        """The Turtle as a file, or the refusal that says why there is none."""
        try:
            body = str(self.told(opened)).encode()
        except Unknown as error:
            return refusal(404, str(error))
        return Answer(body, "text/turtle; charset=utf-8") if len(body) <= limits.answer_bytes else limits.too_large()


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
        triples = {*_found(opened.store, _OWN, [iri]), *_said(opened.store, said), *_of_edges(opened, edges, ())}
        return _written(opened, triples)


@dataclass(frozen=True, slots=True)
class OfArticle(_Turtle):
    """What an article says, by the last part of its IRI."""

    id: str

    def told(self, opened: Opened) -> Json:
        """What is known of it, and its named graph: its text where the build kept it, its mentions, statements and figures."""
        iri = head_of(opened, self.id).iri
        named = opened.store.dataset.quads_for_pattern(None, None, None, NamedNode(iri))
        return _written(opened, {*_found(opened.store, _OWN, [iri]), *(quad.triple for quad in named)})


def _of_edges(opened: Opened, edges: Iterable[Edge], things: Iterable[int]) -> set[Triple]:
    """Edges with what bears them out, and the names of their ends and of other things."""
    edges, catalogue = list(edges), opened.catalogue
    ends = {one for edge in edges for one in (edge.source, edge.target)}.union(things)
    named = _found(opened.store, _NAMED, [catalogue.things[one].iri for one in sorted(ends)])
    said = _said(opened.store, [catalogue.iri(edge.id) for edge in edges if edge.status != BACKGROUND])
    return {*named, *said, *(_plain(opened, edge) for edge in edges if edge.status == BACKGROUND)}


def _said(store: Store, iris: Sequence[str]) -> Iterator[Triple]:
    for sparql in (_STATEMENTS, _DOCUMENTS, _PLAIN):
        yield from _found(store, sparql, iris)


def _plain(opened: Opened, edge: Edge) -> Triple:
    subject, object = (NamedNode(opened.catalogue.things[one].iri) for one in (edge.source, edge.target))
    return Triple(subject, NamedNode(edge.property if ":" in edge.property else f"{ZM}{edge.property}"), object)


def _found(store: Store, sparql: str, iris: Sequence[str]) -> Iterator[Triple]:
    for first in range(0, len(iris), _AT_ONCE):
        these = " ".join(str(NamedNode(iri)) for iri in iris[first : first + _AT_ONCE])
        yield from store.answer(sparql.replace("$these", these))  # type: ignore[misc]  # triples of CONSTRUCT


def _written(opened: Opened, triples: Iterable[Triple]) -> str:
    written = serialize(sorted(triples, key=str), format=RdfFormat.TURTLE, prefixes=dict(opened.store.prefixes))
    return turtle_languages(written or b"").decode()
