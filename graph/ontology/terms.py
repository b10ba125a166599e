"""Classes, properties, codes and units from the triples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from pyoxigraph import NamedNode

from ..script import simplified
from .source import OWL, RDF, RDF_TYPE, RDFS, XSD, Mistakes, Triples
from .view import TAGS, ZM, Code, OntClass, Ontology, OntProperty, Unit

ROOTS = frozenset({"Thing", "Record"})
SHAPES = ("dot", "diamond", "square", "triangle", "triangleDown", "star", "hexagon", "box", "ellipse")
_OUTSIDE = {XSD: "xsd:", RDF: "rdf:", RDFS: "rdfs:", OWL: "owl:"}


def local_name(iri: str) -> str:
    """What follows the last ``#`` or ``/``."""
    return re.split(r"[#/]", iri)[-1]


def read_classes(triples: Triples, mistakes: Mistakes) -> dict[str, OntClass]:
    """The classes by name, in the order of the files; what is wrong is noted and left out."""
    subjects = _by_name(triples, ("Class",), mistakes)
    parents = {name: _parents(triples, subject, subjects) for name, subject in subjects.items()}
    for name, subject in subjects.items():
        _check_class(triples, name, subject, parents, mistakes)
    own = {name: _class(triples, name, subject, parents[name]) for name, subject in subjects.items()}
    return {name: _inherit(own, name) for name in own}


def read_properties(triples: Triples, classes: Mapping[str, OntClass], mistakes: Mistakes) -> dict[str, OntProperty]:
    """The properties by name, in the order of the files; what is wrong is noted and left out."""
    found = {}
    for name, subject in _by_name(triples, ("ObjectProperty", "DatatypeProperty"), mistakes).items():
        if name in classes:
            mistakes.add(triples.where(subject), f"there is a class {name} too", "rename one of them")
        prop = _property(triples, name, subject)
        _check_labels(triples, subject, RDFS + "label", mistakes)
        if not prop.literal:
            _check_labels(triples, subject, ZM + "inverseLabel", mistakes)
        if _has_ends(triples, subject, prop.literal, classes, mistakes):
            found[name] = prop
    return found


def _property(triples: Triples, name: str, subject: NamedNode) -> OntProperty:
    kinds = triples.iris(subject, RDF_TYPE.value)
    return OntProperty(
        name=name,
        iri=subject.value,
        labels=triples.by_tag(subject, RDFS + "label"),
        inverse_labels=triples.by_tag(subject, ZM + "inverseLabel"),
        domain=next(map(_term_name, triples.iris(subject, RDFS + "domain")), ""),
        range=next(map(_term_name, triples.iris(subject, RDFS + "range")), ""),
        symmetric=NamedNode(OWL + "SymmetricProperty") in kinds,
        literal=NamedNode(OWL + "DatatypeProperty") in kinds,
        comment=_comment(triples, subject),
    )


def _has_ends(
    triples: Triples, subject: NamedNode, literal: bool, classes: Mapping[str, OntClass], mistakes: Mistakes
) -> bool:
    """Whether there is one domain and one range, and they are what they must be."""
    domain = _one(triples, subject, "domain", mistakes)
    range_ = _one(triples, subject, "range", mistakes)
    if domain is None or range_ is None or not _is_class(triples, subject, domain, classes, mistakes):
        return False
    outside = literal or range_.value.startswith(tuple(_OUTSIDE))
    return outside or _is_class(triples, subject, range_, classes, mistakes)


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


def _by_name(triples: Triples, types: tuple[str, ...], mistakes: Mistakes) -> dict[str, NamedNode]:
    found: dict[str, NamedNode] = {}
    for subject in (subject for type_ in types for subject in triples.subjects(OWL + type_)):
        first = found.setdefault(local_name(subject.value), subject)
        if first != subject:
            mistakes.add(
                triples.where(subject), f"has the local name of {first.value}", "give one of them another name"
            )
    return found


def _parents(triples: Triples, subject: NamedNode, subjects: Mapping[str, NamedNode]) -> tuple[str, ...]:
    known = {node: name for name, node in subjects.items()}
    return tuple(known[iri] for iri in triples.iris(subject, RDFS + "subClassOf") if iri in known)


def _check_class(
    triples: Triples, name: str, subject: NamedNode, parents: dict[str, tuple[str, ...]], mistakes: Mistakes
) -> None:
    where = triples.where(subject)
    _check_labels(triples, subject, RDFS + "label", mistakes)
    if not parents[name] and name not in ROOTS:
        mistakes.add(where, "it has no superclass in the ontology", "add rdfs:subClassOf zm:Thing or a class below it")
    if name in _above(name, parents):
        mistakes.add(where, "it is above itself", "take one rdfs:subClassOf out of the circle")
        parents[name] = ()
    colour, shape = triples.last(subject, ZM + "colour"), triples.last(subject, ZM + "shape")
    if colour and not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        mistakes.add(triples.where(subject, f'"{colour}"'), f'"{colour}" is no colour', 'write it as "#2b6cb0"')
    for form in triples.texts(subject, ZM + "form"):
        _check_form(triples.where(subject, "zm:form"), form, mistakes)
    if shape and shape not in SHAPES:
        mistakes.add(triples.where(subject, f'"{shape}"'), f'"{shape}" is no shape', f"use one of {', '.join(SHAPES)}")


def _check_form(where: str, form: str, mistakes: Mistakes) -> None:
    remedy = "mend the regular expression; in Turtle a backslash is written twice"
    try:
        empty = re.compile(form).match("")
    except re.error as error:
        mistakes.add(where, f"“{form}” is no regular expression: {error.msg}", remedy)
        return
    if empty:
        mistakes.add(where, f"“{form}” matches nothing at all", "let it want a character at least")


def _above(name: str, parents: Mapping[str, tuple[str, ...]]) -> set[str]:
    """All that is above a class, itself only where it is in a circle."""
    found: set[str] = set()
    waiting = list(parents[name])
    while waiting:
        parent = waiting.pop()
        if parent not in found:
            found.add(parent)
            waiting.extend(parents[parent])
    return found


def _class(triples: Triples, name: str, subject: NamedNode, parents: tuple[str, ...]) -> OntClass:
    return OntClass(
        name=name,
        iri=subject.value,
        labels=triples.by_tag(subject, RDFS + "label"),
        comment=_comment(triples, subject),
        parents=parents,
        colour=triples.last(subject, ZM + "colour"),
        shape=triples.last(subject, ZM + "shape"),
        space=triples.last(subject, ZM + "space"),
        suffixes=tuple(sorted(_hints(triples, subject, "suffix"))),
        prefixes=tuple(sorted(_hints(triples, subject, "prefix"))),
        heads=tuple(sorted(_hints(triples, subject, "head"))),
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


def _check_labels(triples: Triples, subject: NamedNode, predicate: str, mistakes: Mistakes) -> None:
    labels = triples.by_tag(subject, predicate)
    missing = [tag for tag in TAGS if not labels.get(tag)]
    if missing:
        short = triples.file(subject).short(NamedNode(predicate))
        remedy = f'add {short} "…"@{missing[0]}'
        mistakes.add(triples.where(subject), f"{short} is missing in {', '.join(missing)}", remedy)


def _one(triples: Triples, subject: NamedNode, which: str, mistakes: Mistakes) -> NamedNode | None:
    values = triples.iris(subject, RDFS + which)
    if len(values) == 1:
        return values[0]
    what = f"it has {len(values) or 'no'} rdfs:{which}{'s' * (len(values) > 1)}"
    remedy = "give it one; use a superclass for several" if values else f"add rdfs:{which} and a class"
    mistakes.add(triples.where(subject, f"rdfs:{which}"), what, remedy)
    return None


def _is_class(
    triples: Triples, subject: NamedNode, iri: NamedNode, classes: Mapping[str, OntClass], mistakes: Mistakes
) -> bool:
    """Whether it is a class of the ontology; of an undeclared one the spelling check has told already."""
    if local_name(iri.value) in classes and classes[local_name(iri.value)].iri == iri.value:
        return True
    if triples.is_declared(iri) or not iri.value.startswith(ZM):
        short = triples.file(subject).short(iri)
        mistakes.add(
            triples.where(subject, short), f"{short} is no class of the ontology", "use an owl:Class declared here"
        )
    return False


def _term_name(iri: NamedNode) -> str:
    for namespace, prefix in _OUTSIDE.items():
        if iri.value.startswith(namespace):
            return prefix + iri.value.removeprefix(namespace)
    return local_name(iri.value)


def _comment(triples: Triples, subject: NamedNode) -> str:
    return triples.by_tag(subject, RDFS + "comment").get("en", "")


def _hints(triples: Triples, subject: NamedNode, which: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(map(simplified, triples.texts(subject, ZM + which))))
