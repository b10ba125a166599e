"""Turtle → ``Ontology``: which files make it up, what is checked in them, what of them is published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pyoxigraph import BlankNode, NamedNode, Triple

from ..resources import ontology_dir
from ..shacl import validate
from .check import Engine, Mistake, mistakes, raise_if_wrong
from .cues import read_cues
from .source import OWL, RDF_TYPE, Triples, TurtleFile, read_turtle
from .terms import read_classes, read_codes, read_datatypes, read_properties, read_units
from .view import ZM, OntClass, Ontology
from .written import written_part

_UNPUBLISHED = frozenset(ZM + name for name in ("suffix", "prefix", "lead", "form", "head", "stop", "cue"))


def load_ontology(path: Path | None = None, extra: Sequence[Path] = ()) -> Ontology:
    """Read the ontology.

    A file that declares ``zm:Thing`` stands in place of the shipped ontology, of which only what the program itself writes
    stays (records, codes, units) unless the file declares ``zm:Record`` too; any other adds classes, relations, cues or
    hints to it. Of a colour, shape, space or label said twice, the later file's counts.

    Args:
        path: the first file; ``None`` for the ontology that ships.
        extra: further files.

    Raises:
        OntologyError: a file is unreadable, no Turtle, or wrong in what it says: the first mistake with its line, and
            the others in it.
    """
    files, shipped = _files([*([path] if path else []), *extra])
    triples = Triples(files)
    raise_if_wrong(triples)
    classes = read_classes(triples)
    iri, version = _header(triples)
    ontology = Ontology(
        iri,
        version,
        read_classes(triples),
        read_properties(triples),
        datatypes=read_datatypes(triples),
        units=read_units(triples),
        triples=_published(files),
        prefixes=_own_prefixes(files),
        broader={} if shipped else _broader(classes),
    )
    ontology = replace(ontology, codes=read_codes(triples, ontology))
    return replace(ontology, cues=read_cues(triples, ontology))


def check_ontology(
    path: Path | None = None, extra: Sequence[Path] = (), engine: Engine = validate
) -> tuple[Mistake, ...]:
    """All that is wrong in the files that ``load_ontology`` would read, recommendations included, in their order.

    Raises:
        OntologyError: a file is unreadable or no Turtle.
    """
    return mistakes(Triples(_files([*([path] if path else []), *extra])[0]), engine)


def _files(paths: Sequence[Path]) -> tuple[tuple[TurtleFile, ...], bool]:
    """The files that make up the ontology, and whether the shipped one is among them."""
    given = tuple(map(read_turtle, paths))
    declared = {s.value for file in given for s, p, _ in file.triples if p == RDF_TYPE and isinstance(s, NamedNode)}
    if ZM + "Thing" not in declared:
        return (_shipped(), *given), True
    return ((*given, written_part(_shipped(), declared)) if ZM + "Record" not in declared else given), False


def _shipped() -> TurtleFile:
    return read_turtle(ontology_dir() / "zhimai.ttl")


def _broader(classes: Mapping[str, OntClass]) -> dict[str, str]:
    """What stands for each shipped class that is not among the classes: the nearest above it, ``Thing`` excepted."""
    shipped = read_classes(Triples([_shipped()]))

    def nearest(name: str) -> str:
        above = (parent if parent in classes else nearest(parent) for parent in shipped[name].parents)
        return next((found for found in above if found), "")

    found = {name: nearest(name) for name in shipped if name not in classes}
    return {name: above for name, above in found.items() if above not in ("", "Thing", "Record")}


def _header(triples: Triples) -> tuple[str, str]:
    """The IRI and version of the first header."""
    for subject in triples.subjects(OWL + "Ontology"):
        return subject.value, triples.last(subject, OWL + "versionInfo")
    return ZM.rstrip("#"), ""


def _own_prefixes(files: Sequence[TurtleFile]) -> dict[str, str]:
    """The prefixes of terms declared outside the namespace of Zhimai."""
    return {
        prefix: namespace
        for file in files
        for prefix, namespace in sorted(file.prefixes.items())
        if prefix
        and namespace != ZM
        and any(isinstance(s, NamedNode) and s.value.startswith(namespace) for s, p, _ in file.triples if p == RDF_TYPE)
    }


def _published(files: Sequence[TurtleFile]) -> tuple[Triple, ...]:
    """What a data set tells about its terms: all but blank nodes, cues and lexical hints."""
    found = {
        Triple(subject, predicate, value)
        for file in files
        for subject, predicate, value in file.triples
        if isinstance(subject, NamedNode) and not isinstance(value, BlankNode) and predicate.value not in _UNPUBLISHED
    }
    return tuple(sorted(found, key=str))
