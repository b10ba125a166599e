"""Turtle files → their triples by subject, knowing where things stand so that a mistake can be shown with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from ..errors import OntologyError

Node = NamedNode | BlankNode
Term = NamedNode | BlankNode | Literal | Triple

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
_NUMBER = re.compile(r"[+-]?\d*\.?\d+")
RDF_TYPE = NamedNode(RDF + "type")


@dataclass(frozen=True)
class TurtleFile:
    """One Turtle file: its text, its prefixes and its triples in the order of the text."""

    path: Path
    text: str
    prefixes: Mapping[str, str]
    triples: tuple[tuple[Node, NamedNode, Term], ...]

    def short(self, term: Term) -> str:
        """The term as this file would write it: ``zm:Company``, ``"带来"``."""
        if isinstance(term, NamedNode):
            for prefix, iri in self.prefixes.items():
                if term.value.startswith(iri):
                    return f"{prefix}:{term.value.removeprefix(iri)}"
        if isinstance(term, Literal):
            is_number = _NUMBER.fullmatch(term.value) and term.datatype.value.startswith(XSD)
            return term.value if is_number and term.datatype.value != XSD + "string" else f'"{term.value}"'
        return str(term)

    def line(self, *landmarks: str) -> int:
        """The line of the last landmark found, each looked for after the one before; 0 where there is none.

        The first is looked for at the beginning of a line before it is looked for anywhere.
        """
        position, found = 0, -1
        for landmark in landmarks:
            word = re.escape(landmark) + (r"(?![\w-])" if landmark[-1].isalnum() else "")
            match = re.compile(f"^{word}", re.MULTILINE).search(self._code) if found < 0 else None
            match = match or re.compile(word).search(self._code, position)
            if match:
                position, found = match.end(), match.start()
        return self.text.count("\n", 0, found) + 1 if found >= 0 else 0

    @cached_property
    def _code(self) -> str:
        """The text with its comment lines blanked out, so that positions stay."""
        return re.sub(r"(?m)^\s*#.*$", _blank, self.text)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def read_turtle(path: Path) -> TurtleFile:
    """Parse one file; ``OntologyError`` where it cannot be read, is not UTF-8 or not Turtle."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise OntologyError(
            f"cannot be read: {reason}", where=str(path), remedy="give a Turtle file in UTF-8"
        ) from error
    try:
        parser = parse(text, RdfFormat.TURTLE, rename_blank_nodes=True)
        triples = tuple((quad.subject, quad.predicate, quad.object) for quad in parser)
    except SyntaxError as error:
        what = re.sub(r"^Parser error at line .*?: ", "", str(error.msg))
        raise OntologyError(
            f"not Turtle: {what}", where=f"{path.name}:{error.lineno}", remedy="mend the syntax there or just above"
        ) from error
    return TurtleFile(path, text, parser.prefixes, triples)


class Triples:
    """The triples of several files by subject and predicate, values in the order of the files."""

    def __init__(self, files: Iterable[TurtleFile]) -> None:
        self.files = tuple(files)
        self._values: dict[Node, dict[str, list[Term]]] = {}
        self._origin: dict[Term, TurtleFile] = {}
        for file in self.files:
            for subject, predicate, value in file.triples:
                self._origin[subject] = file
                for term in (predicate, value):
                    if isinstance(term, NamedNode | BlankNode):
                        self._origin.setdefault(term, file)
                values = self._values.setdefault(subject, {}).setdefault(predicate.value, [])
                if value not in values:
                    values.append(value)

    def named(self) -> Iterator[NamedNode]:
        """All named subjects, in the order of the files."""
        return (subject for subject in self._values if isinstance(subject, NamedNode))

    def is_declared(self, subject: Node) -> bool:
        """Whether a file gives the subject a type."""
        return bool(self.terms(subject, RDF_TYPE.value))

    def subjects(self, type_iri: str) -> Iterator[NamedNode]:
        """The named subjects with that ``rdf:type``, in the order of the files."""
        wanted = NamedNode(type_iri)
        return (subject for subject in self.named() if wanted in self.terms(subject, RDF_TYPE.value))

    def terms(self, subject: Node, predicate: str) -> list[Term]:
        """All values."""
        return self._values.get(subject, {}).get(predicate, [])

    def iris(self, subject: Node, predicate: str) -> list[NamedNode]:
        """The values that are IRIs."""
        return [term for term in self.terms(subject, predicate) if isinstance(term, NamedNode)]

    def texts(self, subject: Node, predicate: str) -> list[str]:
        """The values that are literals, as strings."""
        return [term.value for term in self.terms(subject, predicate) if isinstance(term, Literal)]

    def last(self, subject: Node, predicate: str) -> str:
        """The last literal: what a later file says goes before what an earlier one says. Empty where there is none."""
        return next(reversed(self.texts(subject, predicate)), "")

    def items(self, subject: Node, predicate: str) -> list[str]:
        """The IRIs in the lists that are values."""
        found, heads = [], [term for term in self.terms(subject, predicate) if isinstance(term, NamedNode | BlankNode)]
        while heads:
            head = heads.pop()
            found += [iri.value for iri in self.iris(head, RDF + "first")]
            heads += [term for term in self.terms(head, RDF + "rest") if isinstance(term, BlankNode)]
        return found

    def by_tag(self, subject: Node, predicate: str) -> dict[str, str]:
        """The language-tagged values by tag; the last of a tag counts."""
        literals = (term for term in self.terms(subject, predicate) if isinstance(term, Literal) and term.language)
        return {_tag(term.language or ""): term.value for term in literals}

    def file(self, term: Term) -> TurtleFile:
        """The last file that speaks of the term: where a mistake is likely to be mended."""
        return self._origin[term]


def _tag(language: str) -> str:
    """The tag in its usual case; parsers hand it on in lower case."""
    return {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}.get(language.lower(), language)
