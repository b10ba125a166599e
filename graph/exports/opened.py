"""An opened build as exporters read it: its quads, an index of them, and the property graph made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from ..ontology import ZM
from ..store import read_quads

if TYPE_CHECKING:
    from .view import PropertyGraph

Term = NamedNode | Literal
GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"
DCTERMS = "http://purl.org/dc/terms/"
OWL = "http://www.w3.org/2002/07/owl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
_SAID = (f"{ZM}Statement", f"{ZM}Observation", f"{ZM}Evidence")


def name(subject: object) -> str:
    """The IRI of a subject; Zhimai writes neither blank nodes nor triple terms."""
    return subject.value if isinstance(subject, NamedNode) else str(subject)


class Index:
    """What is said of each subject: predicate → values, in the order of the quads, each once."""

    def __init__(self, quads: Sequence[Quad]) -> None:
        self._found: dict[str, dict[str, dict[Term, None]]] = {}
        self._by_class: dict[str, set[str]] = {}
        for quad in quads:
            if isinstance(quad.object, Term):
                subject, predicate = name(quad.subject), quad.predicate.value
                self._found.setdefault(subject, {}).setdefault(predicate, {})[quad.object] = None
                if predicate == f"{RDF}type":
                    self._by_class.setdefault(quad.object.value, set()).add(subject)

    def subjects(self, cls: str) -> list[str]:
        """The IRIs of the things of a class, sorted."""
        return sorted(self._by_class.get(cls, ()))

    def terms(self, subject: str, predicate: str) -> tuple[Term, ...]:
        """The values, as terms."""
        return tuple(self._found.get(subject, {}).get(predicate, ()))

    def values(self, subject: str, predicate: str) -> tuple[str, ...]:
        """The values, as strings: IRIs in full, literals without tag and datatype."""
        return tuple(term.value for term in self.terms(subject, predicate))

    def value(self, subject: str, predicate: str) -> str:
        """The first value; empty where there is none."""
        return next(iter(self.values(subject, predicate)), "")

    def tagged(self, subject: str, predicate: str, language: str) -> str:
        """The first value in a language; empty where there is none."""
        terms = self.terms(subject, predicate)
        return next((t.value for t in terms if isinstance(t, Literal) and (t.language or "") == language.lower()), "")


@dataclass(frozen=True)
class Opened:
    """A build. ``quads`` are sorted, ``prefixes`` are prefix → IRI.

    With ``everything`` the property graph also has as edges what is only claimed, hypothetical or denied.
    """

    quads: tuple[Quad, ...]
    prefixes: Mapping[str, str]
    everything: bool = False

    @cached_property
    def index(self) -> Index:
        """All that is said, whatever the graph."""
        return Index(self.quads)

    @cached_property
    def graph(self) -> PropertyGraph:
        """The entities as nodes, the facts as edges."""
        from .reading import property_graph

        return property_graph(self)

    @cached_property
    def triples(self) -> tuple[Triple, ...]:
        """What ``graph.ttl`` holds, sorted: plain facts, statements, figures and evidence."""
        said = {NamedNode(iri) for cls in _SAID for iri in self.index.subjects(cls)}
        wanted = (q for q in self.quads if isinstance(q.graph_name, DefaultGraph) or q.subject in said)
        return tuple(dict.fromkeys(Triple(q.subject, q.predicate, q.object) for q in wanted))

    @cached_property
    def background(self) -> frozenset[tuple[str, str, str]]:
        """Subject, predicate and object of what a gazetteer says of the entities."""
        graphs = {q.graph_name for q in self.quads if isinstance(q.graph_name, NamedNode)}
        wanted = {graph for graph in graphs if graph.value.endswith("/graph/background")}
        judged = set(self.index.subjects(f"{ZM}Judgement"))
        return frozenset(
            (name(q.subject), q.predicate.value, q.object.value)
            for q in self.quads
            if q.graph_name in wanted and isinstance(q.object, NamedNode) and name(q.subject) not in judged
        )

    def short(self, iri: str) -> str:
        """A term of the ontology by its local name, another one with its prefix, or in full where it has none."""
        for own in (ZM, GEO):
            if iri.startswith(own):
                return iri.removeprefix(own)
        spaces = [(len(space), prefix) for prefix, space in self.prefixes.items() if iri.startswith(space)]
        length, prefix = max(spaces, default=(0, ""))
        return f"{prefix}:{iri[length:]}" if prefix else iri


def open_build(directory: Path, *, everything: bool = False) -> Opened:
    """Open the folder that a build wrote.

    Raises:
        UsageError: ``directory`` is no such folder, or its store is damaged.
    """
    quads, prefixes = read_quads(directory)
    return Opened(quads, prefixes, everything)
