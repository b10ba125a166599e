"""Ontology → the shapes that a graph in its terms must meet: what each property joins."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

from ..ontology import Ontology, OntProperty

SHAPES = "https://w3id.org/zhimai/shapes/data#"
_PREFIXES = {
    "owl": "http://www.w3.org/2002/07/owl#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "sh": "http://www.w3.org/ns/shacl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def derived_shapes(ontology: Ontology) -> str:
    """The shapes in Turtle, in the order of the ontology's properties.

    Of each property: its subjects are of its domain, its values of its range or datatype; of a relation between things,
    nothing stands in it to itself; of a symmetric one, it is written once.
    """
    head = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in _PREFIXES.items())
    shapes = (shape for prop in ontology.properties.values() for shape in _shapes(ontology, prop))
    return "\n".join([head, *shapes])


def _shapes(ontology: Ontology, prop: OntProperty) -> Iterator[str]:
    # Full IRIs: a name of one's own may hold what a prefixed name in Turtle may not.
    shape = f"{SHAPES}{quote(prop.name)}"
    domain, name = ontology.classes[prop.domain], _words(f"{prop.name} ({prop.labels['zh-Hans']})")
    kind, wanted = _range(ontology, prop)
    subject = f"is the subject of {name}, but no {_words(domain.name)} ({_words(domain.labels['zh-Hans'])})"
    yield (
        f"<{shape}> a sh:NodeShape ; sh:targetSubjectsOf <{prop.iri}> ;\n"
        f'    sh:class <{domain.iri}> ; sh:message "{subject}"@en ;\n'
        f'    sh:property [ sh:path <{prop.iri}> ; {kind} ; sh:message "is the value of {name}, but no {wanted}"@en ] .\n'
    )
    if not prop.literal and ontology.fits(prop.domain, "Thing"):
        yield (
            f"<{shape}-itself> a sh:NodeShape ; sh:targetSubjectsOf <{prop.iri}> ;\n"
            f'    sh:disjoint <{prop.iri}> ; sh:message "stands in {name} to itself"@en .\n'
        )
    if prop.symmetric:
        once = f"SELECT $this ?value WHERE {{ $this <{prop.iri}> ?value . ?value <{prop.iri}> $this . "
        yield (
            f"<{shape}-once> a sh:NodeShape ; sh:targetSubjectsOf <{prop.iri}> ;\n"
            f'    sh:sparql [ sh:message "stands in {name} both ways, which is written once"@en ;\n'
            f'        sh:select "{once}FILTER(STR($this) < STR(?value)) }}" ] .\n'
        )


def _range(ontology: Ontology, prop: OntProperty) -> tuple[str, str]:
    """The constraint on values, and what they must be in words."""
    if prop.range in ontology.datatypes:
        types = ontology.datatypes[prop.range]
        options = " ".join(f"[ sh:datatype <{iri}> ]" for iri in types)
        return f"sh:or ( {options} )", " or ".join(map(_short, types))
    if prop.range in ontology.classes:
        cls = ontology.classes[prop.range]
        return f"sh:class <{cls.iri}>", _words(f"{cls.name} ({cls.labels['zh-Hans']})")
    if prop.literal:
        return f"sh:datatype {prop.range}", f"sound {prop.range}"
    return ("sh:nodeKind sh:IRI", "IRI") if prop.range == "rdfs:Resource" else (f"sh:class {prop.range}", prop.range)


def _words(text: str) -> str:
    """A label as it may stand in a message: on one line, what Turtle reserves escaped."""
    return " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')


def _short(iri: str) -> str:
    return next((f"{p}:{iri.removeprefix(n)}" for p, n in _PREFIXES.items() if iri.startswith(n)), iri)
