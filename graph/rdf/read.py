"""``graph.trig`` → what a build knew: the way back, for what works on a build without reading its articles anew."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox

from ..errors import UsageError
from ..model import (
    Document,
    Entity,
    Evidence,
    Figure,
    Judgement,
    Knowledge,
    Literal,
    Mention,
    Period,
    Script,
    Statement,
    Status,
    Text,
    Verdict,
)
from ..ontology import Ontology
from .terms import NAMESPACES

_RDF, _ZM = NAMESPACES["rdf"], NAMESPACES["zm"]
_TYPE = f"{_RDF}type"
_Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_Values = dict[str, list[_Term]]


def read_documents(directory: Path, base: str) -> tuple[Document, ...]:
    """The articles of a build, by id; ``source`` is empty where the build did not keep their text.

    Raises:
        UsageError: there is no readable ``graph.trig`` in ``directory``.
    """
    return _Dataset(directory, base).documents()


def read_knowledge(directory: Path, ontology: Ontology, base: str, clean: Callable[[Document], Text]) -> Knowledge:
    """What the build in ``directory`` knew; writing it again gives the same graphs.

    What the files do not hold stays empty: the names of mentions, and what was skipped. Of an article whose text a limit
    on quotations kept out, the clean text is empty, quotations are as cut as they are in the files, and the offsets of
    mentions count in the source: such a knowledge can be shown, and not be written again.

    Args:
        directory: what a build wrote.
        ontology: the ontology that it was built with.
        base: what its IRIs begin with.
        clean: makes the clean text of an article, as the build did.

    Raises:
        UsageError: there is no readable ``graph.trig``, or it holds what the ontology does not know.
    """
    return _Dataset(directory, base).knowledge(ontology, clean)


class _Dataset:
    """A parsed ``graph.trig``: what is said of each subject, wherever it stands, and the background apart."""

    def __init__(self, directory: Path, base: str) -> None:
        self._where, self._base = str(directory), base
        self._said: dict[str, _Values] = {}
        self._background: list[tuple[str, str, str]] = []
        self._listed: list[tuple[str, str, str]] = []
        try:
            for quad in ox.parse((directory / "graph.trig").read_bytes(), ox.RdfFormat.TRIG):
                self._add(quad)
        except (OSError, SyntaxError) as error:
            remedy = "give the folder that `zhimai build` wrote"
            raise UsageError("no readable graph.trig", where=str(directory), remedy=remedy) from error

    def _add(self, quad: ox.Quad) -> None:
        values = self._said.setdefault(_plain(quad.subject), {}).setdefault(quad.predicate.value, [])
        if quad.object not in values:
            values.append(quad.object)
        behind = isinstance(quad.graph_name, ox.NamedNode) and quad.graph_name.value == f"{self._base}graph/background"
        if behind and isinstance(quad.object, ox.NamedNode):
            self._background.append((_plain(quad.subject), quad.predicate.value, quad.object.value))
        elif behind and isinstance(quad.object, ox.Literal):
            self._listed.append((_plain(quad.subject), quad.predicate.value, quad.object.value))

    def documents(self) -> tuple[Document, ...]:
        return tuple(self._document(subject) for subject in self._of("document"))

    def knowledge(self, ontology: Ontology, clean: Callable[[Document], Text]) -> Knowledge:
        names = {cls.iri: name for name, cls in ontology.classes.items()}
        texts = {document.id: self._text(document, clean) for document in self.documents()}
        try:
            return self._knowledge(ontology, names, texts)
        except (KeyError, ValueError, StopIteration) as error:
            raise UsageError(
                f"graph.trig holds what this ontology does not know ({error})",
                where=self._where,
                remedy="build it again, or give the ontology that it was built with",
            ) from error

    def _knowledge(self, ontology: Ontology, names: Mapping[str, str], texts: Mapping[str, Text]) -> Knowledge:
        mentions = self._mentions(names, texts)
        things = [subject for subject in self._said if names.get(self._one(subject, _TYPE), "") in ontology.classes]
        records = ontology.subclasses("Record") if "Record" in ontology.classes else frozenset()
        entities = [
            self._entity(subject, type, mentions.get(subject, []))
            for subject in things
            if (type := names[self._one(subject, _TYPE)]) not in records
        ]
        properties = {known.iri: name for name, known in ontology.properties.items()}
        background = {(s, properties[p], o) for s, p, o in self._background if p in properties and p not in _OF_RECORDS}
        listed: dict[str, list[tuple[str, str]]] = {}
        for subject, predicate, value in sorted(self._listed):
            if predicate in properties and self._id(subject).partition("/")[0] != "judgement":
                listed.setdefault(self._id(subject), []).append((properties[predicate], value))
        entities = [replace(entity, properties=tuple(sorted(listed.get(entity.id, ())))) for entity in entities]
        return Knowledge(
            texts=tuple(texts.values()),
            entities=tuple(sorted(entities, key=lambda entity: entity.id)),
            statements=tuple(self._statement(subject, properties) for subject in self._of("statement")),
            figures=tuple(self._figure(subject) for subject in self._of("observation")),
            judgements=tuple(self._judgement(subject) for subject in self._of("judgement")),
            background=tuple(sorted((self._id(s), p, self._id(o)) for s, p, o in background)),
            copies=tuple(self._copies()),
            conflicts=tuple(self._conflicts()),
        )

    def _copies(self) -> Iterator[tuple[str, str]]:
        for subject in self._of("document"):
            if original := self._link(subject, "copyOf"):
                yield self._id(subject).partition("/")[2], original.partition("/")[2]

    def _conflicts(self) -> Iterator[tuple[str, str]]:
        for subject in (*self._of("observation"), *self._of("statement")):
            for other in sorted(self._texts(subject, f"{_ZM}conflictsWith")):
                yield self._id(subject), self._id(other)

    def _document(self, subject: str) -> Document:
        sources = self._texts(subject, f"{NAMESPACES['dcterms']}source")
        said = {
            name: self._one(subject, f"{NAMESPACES['dcterms']}{name}") for name in ("title", "publisher", "creator")
        }
        return Document(
            id=self._id(subject).partition("/")[2],
            uri=sources[0] if sources else "",
            source=self._one(subject, f"{_ZM}sourceText"),
            title=said["title"],
            published=self._one(subject, f"{_ZM}published"),
            publisher=said["publisher"],
            byline=said["creator"],
            url=sources[-1] if sources and sources[-1].startswith(("http://", "https://")) else "",
        )

    def _text(self, document: Document, clean: Callable[[Document], Text]) -> Text:
        if document.source:
            return clean(document)
        language = self._one(f"{self._base}document/{document.id}", f"{NAMESPACES['dcterms']}language")
        return Text(document, "", "", (), (), Script(language or Script.HANS))

    def _mentions(self, names: Mapping[str, str], texts: Mapping[str, Text]) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = {}
        for subject in self._of("mention"):
            text = texts[self._link(subject, "document").partition("/")[2]]
            start, end = _clean_span(text, int(self._zm(subject, "start")), int(self._zm(subject, "end")))
            mention = Mention(
                document=text.document.id,
                start=start,
                end=end,
                surface=self._zm(subject, "surface") or self._zm(subject, "quote"),
                type=names[self._zm(subject, "mentionType")],
                recogniser=self._zm(subject, "recogniser"),
                score=float(self._zm(subject, "confidence")),
            )
            found.setdefault(self._zm(subject, "entity"), []).append(mention)
        return found

    def _entity(self, subject: str, type: str, mentions: Iterable[Mention]) -> Entity:
        return Entity(
            id=self._id(subject),
            type=type,
            name=self._one(subject, f"{NAMESPACES['rdfs']}label"),
            aliases=self._texts(subject, f"{NAMESPACES['skos']}altLabel"),
            hidden=self._texts(subject, f"{NAMESPACES['skos']}hiddenLabel"),
            mentions=tuple(sorted(mentions, key=lambda m: (m.document, m.start, m.end))),
            code=self._zm(subject, "gbCode"),
            same_as=tuple(_plain(same) for same in self._said[subject].get(f"{NAMESPACES['owl']}sameAs", ())),
            background=f"{_ZM}mentionedIn" not in self._said[subject],
        )

    def _statement(self, subject: str, properties: Mapping[str, str]) -> Statement:
        object = self._said[subject][f"{_RDF}object"][0]
        qualifiers = [
            (properties[predicate], self._id(_plain(value)) if isinstance(value, ox.NamedNode) else _plain(value))
            for predicate, values in self._said[subject].items()
            if predicate in properties and predicate not in _OF_RECORDS
            for value in values
        ]
        return Statement(
            id=self._id(subject).partition("/")[2],
            subject=self._id(self._one(subject, f"{_RDF}subject")),
            predicate=properties[self._one(subject, f"{_RDF}predicate")],
            object=_literal(object) if isinstance(object, ox.Literal) else self._id(_plain(object)),
            status=Status(self._zm(subject, "status").removeprefix(_ZM)),
            confidence=float(self._zm(subject, "confidence")),
            evidence=self._evidence(subject),
            qualifiers=tuple(qualifiers),
        )

    def _figure(self, subject: str) -> Figure:
        return Figure(
            id=self._id(subject).partition("/")[2],
            about=self._link(subject, "about"),
            measure=self._zm(subject, "measure"),
            value=Decimal(self._zm(subject, "value")),
            unit=self._zm(subject, "unit"),
            comparator=self._zm(subject, "comparator").removeprefix(_ZM),
            status=Status(self._zm(subject, "status").removeprefix(_ZM)),
            confidence=float(self._zm(subject, "confidence")),
            evidence=self._evidence(subject),
            notation=self._zm(subject, "notation"),
            time=self._period(subject),
            as_of=self._zm(subject, "asOf"),
            share_of=self._zm(subject, "shareOf"),
            against=self._zm(subject, "against"),
        )

    def _evidence(self, subject: str) -> tuple[Evidence, ...]:
        found = (_plain(link) for link in self._said[subject].get(f"{_ZM}evidence", ()))
        return tuple(
            Evidence(
                document=self._link(node, "document").partition("/")[2],
                start=int(self._zm(node, "start")),
                end=int(self._zm(node, "end")),
                quote=self._zm(node, "quote"),
                extractor=self._zm(node, "extractor"),
                score=float(self._zm(node, "confidence")),
                omitted=int(self._zm(node, "omitted") or 0),
                time=self._period(node),
            )
            for node in found
        )

    def _period(self, subject: str) -> Period | None:
        start = self._zm(subject, "time") or self._zm(subject, "timeStart")
        return Period(start, self._zm(subject, "timeEnd")) if start else None

    def _judgement(self, subject: str) -> Judgement:
        left, right = (
            self._link(subject, side) if self._zm(subject, side) else self._zm(subject, f"{side}Name")
            for side in ("left", "right")
        )
        return Judgement(
            left=left,
            right=right,
            verdict=Verdict(self._zm(subject, "verdict").removeprefix(_ZM)),
            score=float(self._zm(subject, "confidence")),
            reason=self._zm(subject, "reason"),
            by=self._zm(subject, "by"),
        )

    def _of(self, space: str) -> list[str]:
        """The subjects of a space of records (statement, document …), by IRI."""
        return sorted(subject for subject in self._said if subject.startswith(f"{self._base}{space}/"))

    def _id(self, iri: str) -> str:
        return iri.removeprefix(self._base)

    def _texts(self, subject: str, predicate: str) -> tuple[str, ...]:
        return tuple(_plain(value) for value in self._said.get(subject, {}).get(predicate, ()))

    def _one(self, subject: str, predicate: str) -> str:
        return next(iter(self._texts(subject, predicate)), "")

    def _zm(self, subject: str, name: str) -> str:
        return self._one(subject, _ZM + name)

    def _link(self, subject: str, name: str) -> str:
        return self._id(self._zm(subject, name))


_OF_RECORDS = frozenset(
    _ZM + name
    for name in "status confidence evidence time timeStart timeEnd conflictsWith left right verdict reason by".split()
)
"""What statements and judgements carry themselves; any other property of theirs is a qualifier."""


def _plain(term: _Term) -> str:
    return term.value if isinstance(term, ox.NamedNode | ox.Literal | ox.BlankNode) else str(term)


def _literal(value: ox.Literal) -> Literal:
    return Literal(value.value, value.datatype.value.removeprefix(NAMESPACES["xsd"]))


def _clean_span(text: Text, start: int, end: int) -> tuple[int, int]:
    """The clean span of a span of the source; where there is no text, the span of the source."""
    if not text.starts:
        return start, end
    return bisect_left(text.starts, start), bisect_right(text.ends, end)
