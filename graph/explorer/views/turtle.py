"""What is seen of the graph, as Turtle that stands alone: names and classes, facts, their statements and the evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from ...ontology import ZM
from ...store import Store, turtle_languages
from ..answering import Answer, Limits
from .asked import Asked, Json
from .catalogue import BACKGROUND, Edge

if TYPE_CHECKING:
    from .opened import Opened

_THINGS = """CONSTRUCT { ?s ?p ?o } WHERE { VALUES ?s { $these }
  VALUES ?p { rdf:type rdfs:label skos:prefLabel skos:altLabel } ?s ?p ?o }"""
_STATEMENTS = """CONSTRUCT { ?s ?p ?o . ?e ?q ?v } WHERE { VALUES ?s { $these }
  { ?s ?p ?o } UNION { ?s zm:evidence ?e . ?e ?q ?v } }"""
_DOCUMENTS = """CONSTRUCT { ?d ?p ?o } WHERE { VALUES ?s { $these } ?s zm:evidence/zm:document ?d .
  VALUES ?p { rdf:type dcterms:title dcterms:publisher dcterms:source zm:published } ?d ?p ?o }"""
_FACTUAL = ("asserted", "planned", BACKGROUND)


@dataclass(frozen=True, slots=True)
class Seen(Asked):
    """The things and edges of a picture, by their ids."""

    nodes: tuple[str, ...]
    edges: tuple[str, ...]

    def told(self, opened: Opened) -> Json:
        """The Turtle; ids that nothing has are left out."""
        catalogue = opened.catalogue
        edges = [catalogue.edges[catalogue.edge_by_id[id]] for id in self.edges if id in catalogue.edge_by_id]
        ends = {one for edge in edges for one in (edge.source, edge.target)}
        things = [catalogue.things[one].iri for one in sorted(ends.union(catalogue.numbers(self.nodes)))]
        said = [catalogue.iri(edge.id) for edge in edges if edge.status != BACKGROUND]
        triples = {
            *_found(opened.store, _THINGS, things),
            *_found(opened.store, _STATEMENTS, said),
            *_found(opened.store, _DOCUMENTS, said),
            *(_plain(opened, edge) for edge in edges if edge.status in _FACTUAL),
        }
        written = serialize(sorted(triples, key=str), format=RdfFormat.TURTLE, prefixes=dict(opened.store.prefixes))
        return turtle_languages(written or b"").decode()

    def answered(self, opened: Opened, limits: Limits) -> Answer:
        """The same as a file."""
        body = str(self.told(opened)).encode()
        return Answer(body, "text/turtle; charset=utf-8") if len(body) <= limits.answer_bytes else limits.too_large()


def _plain(opened: Opened, edge: Edge) -> Triple:
    subject, object = (NamedNode(opened.catalogue.things[one].iri) for one in (edge.source, edge.target))
    return Triple(subject, NamedNode(edge.property if ":" in edge.property else f"{ZM}{edge.property}"), object)


def _found(store: Store, sparql: str, iris: Iterable[str]) -> Iterator[Triple]:
    these = " ".join(str(NamedNode(iri)) for iri in iris)
    yield from store.answer(sparql.replace("$these", these))  # type: ignore[misc]  # triples of CONSTRUCT
