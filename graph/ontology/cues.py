"""Cues from the triples: the words and patterns by which texts state a relation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from pyoxigraph import BlankNode, NamedNode

from ..model import Status
from ..script import simplified
from .source import Mistakes, Node, Triples
from .spelling import CUE_TERMS, FRAMES, suggest
from .terms import local_name
from .view import ZM, Cue, Ontology, OntProperty

DEFAULT_CONFIDENCE = 0.8
_ALLOWED = frozenset(ZM + name for name in CUE_TERMS)
_ONLY_IN_CUES = _ALLOWED - {ZM + "confidence", ZM + "status"}


def read_cues(triples: Triples, ontology: Ontology, mistakes: Mistakes) -> tuple[Cue, ...]:
    """All cues, sorted by property and first word or pattern; what is wrong in them is noted."""
    _check_places(triples, ontology, mistakes)
    found = [
        reader.cue()
        for prop in ontology.properties.values()
        for node in triples.terms(NamedNode(prop.iri), ZM + "cue")
        if (reader := _reader(triples, ontology, mistakes, prop, node)) and reader.is_sound()
    ]
    return _numbered(sorted(found, key=_order))


def _check_places(triples: Triples, ontology: Ontology, mistakes: Mistakes) -> None:
    """A cue on what is no property, or a cue's words outside a cue, would be passed over."""
    properties = {prop.iri for prop in ontology.properties.values()}
    used = {node for iri in properties for node in triples.terms(NamedNode(iri), ZM + "cue")}
    for subject in triples.named():
        for iri in triples.predicates(subject):
            short = triples.file(subject).short(NamedNode(iri))
            if iri == ZM + "cue" and subject.value not in properties and triples.is_declared(subject):
                mistakes.add(
                    triples.where(subject, short), "a cue on what is no sound property", "hang it on a relation"
                )
            elif iri in _ONLY_IN_CUES and subject not in used:
                mistakes.add(triples.where(subject, short), f"{short} outside a cue", "write zm:cue [ … ] around it")


def _reader(
    triples: Triples, ontology: Ontology, mistakes: Mistakes, prop: OntProperty, node: object
) -> _CueReader | None:
    if isinstance(node, BlankNode | NamedNode):
        return _CueReader(triples, ontology, mistakes, prop, node)
    mistakes.add(triples.where(NamedNode(prop.iri), "zm:cue"), "a cue without a node", 'write [ zm:words "…" ]')
    return None


@dataclass(frozen=True)
class _CueReader:
    triples: Triples
    ontology: Ontology
    mistakes: Mistakes
    prop: OntProperty
    node: Node

    def cue(self) -> Cue:
        """The cue, of a node that is sound."""
        words, patterns = self._texts("words"), self._texts("pattern")
        status = self._name("status")
        return Cue(
            id=f"{self.prop.name}/{(words or patterns)[0]}",
            property=self.prop.name,
            words=words,
            patterns=patterns,
            frame="" if patterns else self._name("frame") or "Verb",
            names=self._name("names"),
            subjects=self._admitted("subjectClass", self.prop.domain),
            objects=frozenset() if self.prop.literal else self._admitted("objectClass", self.prop.range),
            confidence=float(self.triples.last(self.node, ZM + "confidence") or DEFAULT_CONFIDENCE),
            qualifiers=tuple(sorted(_split(text) for text in self._texts("qualifier"))),
            status=Status(status) if status else None,
            unless=self._texts("unless"),
        )

    def is_sound(self) -> bool:
        """Whether the node makes a cue; what is wrong is noted, but for names that the spelling check has noted."""
        wrong = list(self._wrong())
        for landmark, what, remedy in wrong:
            self.mistakes.add(self._where(landmark), what, remedy)
        return not wrong and self._name("status") in ("", *Status) and self._name("frame") in ("", *FRAMES)

    def _wrong(self) -> Iterator[tuple[str, str, str]]:
        yield from self._wrong_terms()
        yield from self._wrong_texts()
        yield from self._wrong_classes()
        yield from self._wrong_values()

    def _wrong_terms(self) -> Iterator[tuple[str, str, str]]:
        for iri in self.triples.predicates(self.node):
            if iri.startswith(ZM) and iri not in _ALLOWED:
                short = self._short(iri)
                yield short, f"{short} is no property of a cue", suggest(iri.removeprefix(ZM), CUE_TERMS, "take it out")

    def _wrong_texts(self) -> Iterator[tuple[str, str, str]]:
        words, patterns = self._texts("words"), self._texts("pattern")
        if not words and not patterns:
            yield "zm:cue", "a cue without words and without a pattern", 'add zm:words "…" or zm:pattern "…{s}…{o}…"'
        if patterns and (words or self._name("frame")):
            yield patterns[0], "a cue with both a pattern and words or a frame", "make two cues of it"
        for pattern in patterns:
            missing = [slot for slot in ("{s}", "{o}") if slot not in pattern]
            if missing:
                yield pattern, f"pattern {pattern!r} has no {' and no '.join(missing)}", "mark where both ends stand"
        for text in self._texts("qualifier"):
            name, value = _split(text)
            if not value:
                yield text, f"qualifier {text!r} is not of the form property=value", 'write for example "role=主办"'
            elif name not in self.ontology.properties:
                remedy = suggest(name, self.ontology.properties, "name a property of the ontology")
                yield text, f"qualifier {text!r}: {name} is no property", remedy

    def _wrong_classes(self) -> Iterator[tuple[str, str, str]]:
        ends = {"subjectClass": self.prop.domain, "objectClass": self.prop.range, "names": self.prop.range}
        for which, limit in ends.items():
            for iri in self.triples.iris(self.node, ZM + which):
                name, short = local_name(iri.value), self._short(iri.value)
                if name not in self.ontology.classes:
                    if self.triples.is_declared(iri) or not iri.value.startswith(ZM):
                        yield short, f"zm:{which} {short} is no class", "declare it as an owl:Class, or mend it"
                elif not self.ontology.fits(name, limit):
                    end = "domain" if which == "subjectClass" else "range"
                    yield (
                        short,
                        f"zm:{which} {short} is not below {limit}",
                        f"the {end} of {self.prop.name} must hold it",
                    )

    def _wrong_values(self) -> Iterator[tuple[str, str, str]]:
        for which, kind, names in (("frame", "Frame", FRAMES), ("status", "Status", tuple(Status))):
            for iri in self.triples.iris(self.node, ZM + which):
                if local_name(iri.value) not in names and self.triples.is_declared(iri):
                    short = self._short(iri.value)
                    yield short, f"{short} is no zm:{kind}", f"use one of {', '.join(names)}"
        confidence = self.triples.last(self.node, ZM + "confidence")
        if confidence and not _is_share(confidence):
            yield confidence, f"confidence {confidence} is not between 0 and 1", "write for example 0.9"

    def _texts(self, which: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(simplified, self.triples.texts(self.node, ZM + which))))

    def _name(self, which: str) -> str:
        return next((local_name(iri.value) for iri in self.triples.iris(self.node, ZM + which)), "")

    def _admitted(self, which: str, otherwise: str) -> frozenset[str]:
        names = [local_name(iri.value) for iri in self.triples.iris(self.node, ZM + which)] or [otherwise]
        known = (name for name in names if name in self.ontology.classes)
        return frozenset[str]().union(*map(self.ontology.subclasses, known))

    def _short(self, iri: str) -> str:
        return self.triples.file(self.node).short(NamedNode(iri))

    def _where(self, landmark: str) -> str:
        """The line of the landmark in this cue of the property, as far as its first literal leads there."""
        file, prop = self.triples.file(self.node), NamedNode(self.prop.iri)
        texts = (*self.triples.texts(self.node, ZM + "words"), *self.triples.texts(self.node, ZM + "pattern"), "")
        line = file.line(file.short(prop), "zm:cue", f'"{texts[0]}"', landmark)
        return f"{file.path.name}:{line}: {file.short(prop)}"


def _split(qualifier: str) -> tuple[str, str]:
    name, _, value = qualifier.partition("=")
    return name.strip(), value.strip()


def _is_share(text: str) -> bool:
    try:
        return 0 < float(text) <= 1
    except ValueError:
        return False


def _order(cue: Cue) -> tuple[str, ...]:
    rest = (cue.frame, cue.names, *sorted(cue.subjects), "|", *sorted(cue.objects), repr(cue.qualifiers), *cue.unless)
    return (cue.property, *(cue.words or cue.patterns), str(cue.status), str(cue.confidence), *rest)


def _numbered(cues: list[Cue]) -> tuple[Cue, ...]:
    """Cues of one property that begin with the same word are told apart by a number from the second on."""
    seen: Counter[str] = Counter()
    numbered = []
    for cue in cues:
        seen[cue.id] += 1
        numbered.append(replace(cue, id=f"{cue.id}~{seen[cue.id]}") if seen[cue.id] > 1 else cue)
    return tuple(numbered)
