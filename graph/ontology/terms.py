"""Classes, properties, codes, units and datatypes from triples that are sound."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from pyoxigraph import Literal, NamedNode, Triple

from ..script import simplified
from .source import OWL, RDF, RDF_TYPE, RDFS, XSD, Triples
from .view import ZM, Code, OntClass, Ontology, OntProperty, Unit

_OUTSIDE = {XSD: "xsd:", RDF: "rdf:", RDFS: "rdfs:", OWL: "owl:"}


def local_name(iri: str) -> str:
    """What follows the last ``#`` or ``/``."""
    return re.split(r"[#/]", iri)[-1]


def read_classes(triples: Triples) -> dict[str, OntClass]:
    """The classes by name, in the order of the files."""
    subjects = {local_name(subject.value): subject for subject in triples.subjects(OWL + "Class")}
    own = {name: _class(triples, name, subject, subjects) for name, subject in subjects.items()}
    return {name: _inherit(own, name) for name in own}


def read_properties(triples: Triples) -> dict[str, OntProperty]:
    """The properties by name, in the order of the files, relations first."""
    kinds = ("ObjectProperty", "DatatypeProperty")
    return {
        local_name(subject.value): _property(triples, subject)
        for kind in kinds
        for subject in triples.subjects(OWL + kind)
    }


def _property(triples: Triples, subject: NamedNode) -> OntProperty:
    kinds = triples.iris(subject, RDF_TYPE.value)
    return OntProperty(
        name=local_name(subject.value),
        iri=subject.value,
        labels=triples.by_tag(subject, RDFS + "label"),
        inverse_labels=triples.by_tag(subject, ZM + "inverseLabel"),
        domain=_term_name(triples.iris(subject, RDFS + "domain")[0]),
        range=_term_name(triples.iris(subject, RDFS + "range")[0]),
        symmetric=NamedNode(OWL + "SymmetricProperty") in kinds,
        literal=NamedNode(OWL + "DatatypeProperty") in kinds,
        comment=_comment(triples, subject),
        takes_time=triples.last(subject, ZM + "takesTime") in ("true", "1"),
        single_valued=triples.last(subject, ZM + "singleValued") in ("true", "1"),
    )


def read_datatypes(triples: Triples) -> dict[str, tuple[str, ...]]:
    """The datatypes of our own by name, each with the IRIs of those that it holds."""
    return {
        local_name(subject.value): tuple(
            iri
            for union in triples.terms(subject, OWL + "equivalentClass")
            if not isinstance(union, Literal | Triple)
            for iri in triples.items(union, OWL + "unionOf")
        )
        for subject in triples.subjects(RDFS + "Datatype")
    }


def read_codes(triples: Triples, ontology: Ontology) -> dict[str, Code]:
    """The items of closed lists by name."""
    kinds = ontology.subclasses("Code") if "Code" in ontology.classes else frozenset()
    return {
        local_name(subject.value): Code(
            name=local_name(subject.value),
            kind=kind,
            labels=triples.by_tag(subject, RDFS + "label"),
            comment=_comment(triples, subject),
        )
        for kind in (name for name in ontology.classes if name in kinds)
        for subject in triples.subjects(ontology.classes[kind].iri)
    }


def read_units(triples: Triples) -> dict[str, Unit]:
    """The units by each word for them."""
    units = {}
    for subject in triples.subjects(ZM + "Unit"):
        symbols = _hints(triples, subject, "symbol")
        match = next((iri.value for iri in triples.iris(subject, ZM + "unitMatch")), "")
        unit = Unit(local_name(subject.value), symbols, triples.last(subject, ZM + "currency"), match)
        units.update(dict.fromkeys(symbols, unit))
    return units


def _class(triples: Triples, name: str, subject: NamedNode, subjects: Mapping[str, NamedNode]) -> OntClass:
    names = {node: known for known, node in subjects.items()}
    return OntClass(
        name=name,
        iri=subject.value,
        labels=triples.by_tag(subject, RDFS + "label"),
        comment=_comment(triples, subject),
        parents=tuple(names[iri] for iri in triples.iris(subject, RDFS + "subClassOf") if iri in names),
        colour=triples.last(subject, ZM + "colour"),
        shape=triples.last(subject, ZM + "shape"),
        space=triples.last(subject, ZM + "space"),
        suffixes=tuple(sorted(_hints(triples, subject, "suffix"))),
        prefixes=tuple(sorted(_hints(triples, subject, "prefix"))),
        heads=tuple(sorted(_hints(triples, subject, "head"))),
        general=tuple(sorted(_hints(triples, subject, "generalWord"))),
        stops=tuple(sorted(_hints(triples, subject, "stop"))),
        leads=tuple(sorted(_hints(triples, subject, "lead"))),
        bears=triples.last(subject, ZM + "bearsFigures") in ("true", "1"),
        forms=tuple(sorted(triples.texts(subject, ZM + "form"))),
    )


def _inherit(own: Mapping[str, OntClass], name: str) -> OntClass:
    """The class with colour, shape and space from above where it has none of its own."""
    cls = own[name]
    lineage = [cls, *_lineage(own, name)]

    def first(values: Iterator[str], otherwise: str) -> str:
        return next((value for value in values if value), otherwise)

    return replace(
        cls,
        colour=first((c.colour for c in lineage), "#8a8f98").lower(),
        shape=first((c.shape for c in lineage), "dot"),
        space=first((c.space for c in lineage), name.lower()),
    )


def _lineage(own: Mapping[str, OntClass], name: str) -> Iterator[OntClass]:
    """The superclasses, nearest first."""
    for parent in own[name].parents:
        yield own[parent]
        yield from _lineage(own, parent)


def _term_name(iri: NamedNode) -> str:
    for namespace, prefix in _OUTSIDE.items():
        if iri.value.startswith(namespace):
            return prefix + iri.value.removeprefix(namespace)
    return local_name(iri.value)


def _comment(triples: Triples, subject: NamedNode) -> str:
    return triples.by_tag(subject, RDFS + "comment").get("en", "")


def _hints(triples: Triples, subject: NamedNode, which: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(simplified, triples.texts(subject, ZM + which))))
