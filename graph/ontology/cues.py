"""Cues from triples that are sound: the words and patterns by which texts state a relation."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from pyoxigraph import BlankNode, NamedNode

from ..model import Status
from ..script import simplified
from .source import Node, Triples
from .terms import local_name
from .view import ZM, Cue, Ontology, OntProperty

DEFAULT_CONFIDENCE = 0.8


def read_cues(triples: Triples, ontology: Ontology) -> tuple[Cue, ...]:
    """All cues, sorted by property and first word or pattern."""
    found = [
        _CueReader(triples, ontology, prop, node).cue()
        for prop in ontology.properties.values()
        for node in triples.terms(NamedNode(prop.iri), ZM + "cue")
        if isinstance(node, BlankNode | NamedNode)
    ]
    return _numbered(sorted(found, key=_order))


@dataclass(frozen=True)
class _CueReader:
    triples: Triples
    ontology: Ontology
    prop: OntProperty
    node: Node

    def cue(self) -> Cue:
        """The cue of the node."""
        words, patterns = self._texts("words"), self._texts("pattern")
        frame = "" if patterns else self._name("frame") or "Verb"
        status = self._name("status")
        return Cue(
            id=f"{self.prop.name}/{'learnt' if frame == 'Learnt' else (words or patterns)[0]}",
            property=self.prop.name,
            words=words,
            patterns=patterns,
            frame=frame,
            names=self._name("names"),
            subjects=self._admitted("subjectClass", self.prop.domain),
            objects=frozenset() if self.prop.literal else self._admitted("objectClass", self.prop.range),
            confidence=float(self.triples.last(self.node, ZM + "confidence") or DEFAULT_CONFIDENCE),
            qualifiers=tuple(sorted(_split(text) for text in self._texts("qualifier"))),
            status=Status(status) if status else None,
            unless=self._texts("unless"),
        )

    def _texts(self, which: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(map(simplified, self.triples.texts(self.node, ZM + which))))

    def _name(self, which: str) -> str:
        return next((local_name(iri.value) for iri in self.triples.iris(self.node, ZM + which)), "")

    def _admitted(self, which: str, otherwise: str) -> frozenset[str]:
        names = [local_name(iri.value) for iri in self.triples.iris(self.node, ZM + which)] or [otherwise]
        return frozenset[str]().union(*map(self.ontology.subclasses, names))


def _split(qualifier: str) -> tuple[str, str]:
    name, _, value = qualifier.partition("=")
    return name.strip(), value.strip()


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
