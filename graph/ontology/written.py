"""What of the shipped ontology describes the program's own writing, and so stays where a user's stands in its place."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import replace

from pyoxigraph import BlankNode, NamedNode

from .source import OWL, RDF_TYPE, RDFS, XSD, Node, Triples, TurtleFile
from .view import ZM

_DATATYPES = {ZM + "AnyDate", ZM + "AnyText"}
_THING, _RECORD = NamedNode(ZM + "Thing"), NamedNode(ZM + "Record")


def written_part(shipped: TurtleFile, declared: Set[str]) -> TurtleFile:
    """The shipped file with records and codes, the properties of these, plain codes of things, and the annotations.

    ``declared`` are the IRIs that the other ontology declares itself; they are left to it.
    """
    triples = Triples([shipped])
    records = {iri for iri in triples.subjects(OWL + "Class") if _is_below(triples, iri, _RECORD)}
    known = {iri.value for iri in (*records, _THING)} | declared

    def stays(subject: NamedNode) -> bool:
        types = {iri.value for iri in triples.iris(subject, RDF_TYPE.value)}
        if subject.value in declared or OWL + "Ontology" in types:
            return False
        if OWL + "Class" in types:
            return subject in records
        domain, range_ = (triples.iris(subject, RDFS + which) for which in ("domain", "range"))
        if not domain:
            return bool(types)  # a code, a datatype, an annotation
        ends = (*domain, *range_)
        if any(iri.value.startswith(ZM) and iri.value not in known | _DATATYPES for iri in ends):
            return False
        return not records.isdisjoint(ends) or range_ == [NamedNode(XSD + "string")]

    kept: set[Node] = {subject for subject in triples.named() if stays(subject)}
    while True:  # blank nodes belong to what leads to them
        inner = {value for subject, _, value in shipped.triples if subject in kept and isinstance(value, BlankNode)}
        if inner <= kept:
            break
        kept |= inner
    return replace(shipped, triples=tuple(triple for triple in shipped.triples if triple[0] in kept))


def _is_below(triples: Triples, iri: NamedNode, top: NamedNode) -> bool:
    return iri == top or any(_is_below(triples, above, top) for above in triples.iris(iri, RDFS + "subClassOf"))
