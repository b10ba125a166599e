"""RDF 1.2: statements as triple terms, in Turtle."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from ..ontology import ZM
from ..store import turtle_languages
from .opened import RDF, name

if TYPE_CHECKING:
    from .opened import Opened

_PARTS = tuple(NamedNode(f"{RDF}{name}") for name in ("subject", "predicate", "object"))
_REIFIES = NamedNode(f"{RDF}reifies")


class Rdf12:
    """One file: what ``graph.ttl`` holds, where each statement ``rdf:reifies <<( s p o )>>`` instead of naming the three.

    Status, confidence and evidence are those of the reifier; only asserted and planned ones are also plain triples.
    """

    name = "rdf12"
    file = "graph-rdf12.ttl"
    is_folder = False

    def export(self, opened: Opened) -> Mapping[str, bytes]:
        """The file."""
        text = serialize(_triples(opened), format=RdfFormat.TURTLE, prefixes=dict(opened.prefixes)) or b""
        lines = text.splitlines(keepends=True)
        head = sorted(line for line in lines if line.startswith(b"@prefix"))  # Oxigraph writes them in no order
        body = (line for line in lines if not line.startswith(b"@prefix"))
        return {self.file: turtle_languages(b"".join([*head, b"\n", *body]))}


def _triples(opened: Opened) -> Iterator[Triple]:
    statements = {NamedNode(iri) for iri in opened.index.subjects(f"{ZM}Statement")}
    begun: set[object] = set()
    for triple in opened.triples:
        if triple.subject in statements and triple.predicate in _PARTS:
            if triple.subject not in begun:
                begun.add(triple.subject)
                yield Triple(triple.subject, _REIFIES, _reified(opened, name(triple.subject)))
        else:
            yield triple


def _reified(opened: Opened, statement: str) -> Triple:
    subject, predicate, object_ = (opened.index.terms(statement, part.value)[0] for part in _PARTS)
    return Triple(subject, predicate, object_)  # type: ignore[arg-type]
