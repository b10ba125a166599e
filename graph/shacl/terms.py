"""The names of SHACL, and terms as SPARQL writes them."""

from __future__ import annotations

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Node = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal | Triple

SH = "http://www.w3.org/ns/shacl#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = NamedNode(RDF + "type")
SUBCLASS = NamedNode(RDFS + "subClassOf")


def sh(name: str) -> NamedNode:
    """The term of SHACL with that local name."""
    return NamedNode(SH + name)


def tag(language: str) -> str:
    """A language tag in its usual case; Oxigraph hands tags on in lower case."""
    return {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}.get(language.lower(), language)
