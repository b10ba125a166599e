"""The service description: what the endpoint is and can, as RDF (https://www.w3.org/TR/sparql11-service-description/)."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, serialize

from .answering import Answer, described, refusal
from .negotiation import RESULTS, TRIPLES, chosen

_SD, _VOID = "http://www.w3.org/ns/sparql-service-description#", "http://rdfs.org/ns/void#"
_RDF, _XSD = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2001/XMLSchema#"
_PREFIXES = {"sd": _SD, "void": _VOID, "rdf": _RDF, "xsd": _XSD}
_MOST_GRAPHS = 1000

SIZES = """
SELECT ?graph (COUNT(*) AS ?triples) WHERE {
  { ?s ?p ?o } UNION { GRAPH ?graph { ?s ?p ?o } }
} GROUP BY ?graph ORDER BY ?graph"""
"""How many triples each graph has; the default graph has no name."""


def description(endpoint: str, sizes: list[tuple[str, int]], accept: str) -> Answer:
    """The description of the endpoint at an address, in the format that is accepted.

    Args:
        endpoint: its address.
        sizes: IRI and triples of each graph, the IRI empty for the default graph.
        accept: the client's header ``Accept``.
    """
    choice = chosen(accept, TRIPLES)
    if choice is None:
        return refusal(406, f"no format in Accept fits; the description can be had as {described(TRIPLES)}")
    format, media_type = choice[0].format, choice[1]
    quads = list(_quads(endpoint, sizes))
    prefixes = _PREFIXES if format in (RdfFormat.TURTLE, RdfFormat.TRIG) else None
    body = serialize(quads, format=format, prefixes=prefixes) or b""  # type: ignore[arg-type]
    return Answer(body, f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type)


def _quads(endpoint: str, sizes: list[tuple[str, int]]) -> Iterator[Quad]:
    service, dataset, whole = NamedNode(endpoint), BlankNode("dataset"), BlankNode("whole")
    a = NamedNode(f"{_RDF}type")
    yield Quad(service, a, _sd("Service"))
    yield Quad(service, _sd("endpoint"), service)
    yield Quad(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    yield Quad(service, _sd("defaultEntailmentRegime"), NamedNode("http://www.w3.org/ns/entailment/Simple"))
    for format in dict.fromkeys(one.format.iri for one in (*RESULTS, *TRIPLES)):
        yield Quad(service, _sd("resultFormat"), NamedNode(format))
    yield Quad(service, _sd("defaultDataset"), dataset)
    yield Quad(dataset, a, _sd("Dataset"))
    yield Quad(dataset, _sd("defaultGraph"), whole)
    for number, (name, triples) in enumerate(sizes):
        graph = BlankNode(f"graph{number}") if name else whole
        if name and number > _MOST_GRAPHS:
            break
        if name:
            named = BlankNode(f"named{number}")
            yield Quad(dataset, _sd("namedGraph"), named)
            yield Quad(named, a, _sd("NamedGraph"))
            yield Quad(named, _sd("name"), NamedNode(name))
            yield Quad(named, _sd("graph"), graph)
        yield Quad(graph, a, _sd("Graph"))
        yield Quad(graph, NamedNode(f"{_VOID}triples"), Literal(triples))


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)
