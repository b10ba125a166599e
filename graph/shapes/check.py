"""A build's data set against the shapes of its ontology."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal

from pyoxigraph import BlankNode, NamedNode, Quad, Store

from ..errors import UsageError
from ..ontology import Ontology
from ..resources import ontology_dir
from ..shacl import Result, Shapes, read_shapes, validate
from .derive import derived_shapes

Engine = Literal["auto", "sparql", "pyshacl"]
FOR_PYSHACL = 5_000
"""Up to how many quads ``auto`` takes pySHACL: one or two articles with the ontology, in about a second."""
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_TYPE = NamedNode(_RDF + "type")
_PARTS = tuple(NamedNode(_RDF + name) for name in ("subject", "predicate", "object"))


def data_shapes(ontology: Ontology) -> Shapes:
    """The shapes that a graph must meet: those derived from the ontology, and those written by hand."""
    derived = read_shapes(derived_shapes(ontology), "derived shapes")
    extra = read_shapes((ontology_dir() / "extra.shapes.ttl").read_text(encoding="utf-8"), "extra.shapes.ttl")
    return Shapes((*derived.checks, *extra.checks), (*derived.triples, *extra.triples))


def engine_for(engine: Engine, quads: int = FOR_PYSHACL + 1) -> Callable[[Store, Shapes], tuple[Result, ...]]:
    """The function that validates a data set of that many quads, or of many; the results are the same."""
    if engine == "sparql" or (engine == "auto" and quads > FOR_PYSHACL):
        return validate
    from ..shacl.reference import validate_with_pyshacl

    return validate_with_pyshacl


def check_dataset(dataset: Store, ontology: Ontology, engine: Engine = "auto") -> tuple[Result, ...]:
    """What is wrong in a data set whose default graph has all that its named graphs have; it is left as it was.

    Raises:
        UsageError: the data set was built with terms that the ontology lacks.
    """
    _same_terms(dataset, ontology)
    background = list(_background(dataset, ontology))
    dataset.extend(background)
    try:
        return engine_for(engine, len(dataset))(dataset, data_shapes(ontology))
    finally:
        for quad in background:
            dataset.remove(quad)


def _same_terms(dataset: Store, ontology: Ontology) -> None:
    known = {cls.iri for cls in ontology.classes.values()} | {prop.iri for prop in ontology.properties.values()}
    for kind in ("Class", "ObjectProperty", "DatatypeProperty"):
        declared = dataset.quads_for_pattern(None, _TYPE, NamedNode(f"http://www.w3.org/2002/07/owl#{kind}"))
        for quad in declared:
            if isinstance(quad.subject, NamedNode) and quad.subject.value not in known:
                raise UsageError(
                    f"the build has {quad.subject.value}, which the ontology has not",
                    where="check",
                    remedy="give the file that it was built with, by --ontology",
                )


def _background(dataset: Store, ontology: Ontology) -> Iterator[Quad]:
    """For each fact of a graph that is no article's and not the ontology's, an ``rdf:Statement``: what the gazetteer says
    needs no evidence, and SHACL sees no named graphs.
    """
    document = NamedNode(ontology.classes["Document"].iri) if "Document" in ontology.classes else None
    for graph in dataset.named_graphs():
        article = next(dataset.quads_for_pattern(graph, _TYPE, document), None) if document else None
        if article is not None or graph == NamedNode(ontology.iri):
            continue
        for quad in dataset.quads_for_pattern(None, None, None, graph):
            node = BlankNode()
            for part, term in zip(_PARTS, (quad.subject, quad.predicate, quad.object), strict=True):
                yield Quad(node, part, term)
