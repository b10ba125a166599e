"""Documents, entities, statements, figures, mentions and judgements as triples, one block a subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath, PureWindowsPath

from ..errors import OntologyError
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
    Text,
    digest,
)
from ..ontology import Ontology
from ..script import simplified
from .names import both_scripts, tagged
from .terms import Iri, Lit, Value, date, decimal, iri, term


@dataclass(frozen=True, slots=True)
class Block:
    """What is said of one subject; ``note`` is a comment for the reader of the file."""

    subject: Iri
    pairs: tuple[tuple[Iri, Value], ...]
    note: str = ""


@dataclass(frozen=True)
class Describer:
    """Makes the blocks of one knowledge, with IRIs below ``base``."""

    knowledge: Knowledge
    ontology: Ontology
    base: str
    _texts: dict[str, Text] = field(init=False, default_factory=dict, repr=False)
    _originals: dict[str, str] = field(init=False, default_factory=dict, repr=False)
    _conflicts: dict[str, list[str]] = field(init=False, default_factory=dict, repr=False)
    _ids: set[str] = field(init=False, default_factory=set, repr=False)

    def __post_init__(self) -> None:
        self._texts.update((text.document.id, text) for text in self.knowledge.texts)
        self._originals.update(self.knowledge.copies)
        for left, right in self.knowledge.conflicts:
            self._conflicts.setdefault(left, []).append(right)
        self._ids.update(entity.id for entity in self.knowledge.entities)

    def iri(self, path: str) -> Iri:
        """The IRI of a path below the base."""
        return iri(self.base, path)

    def document(self, document: Document) -> Block:
        """A document's metadata."""
        script = self._script(document.id)
        texts = {"title": document.title, "publisher": document.publisher, "creator": document.byline}
        pairs: list[tuple[Iri, Value]] = []
        pairs += [(term(f"dcterms:{name}"), tagged(text, script)) for name, text in texts.items() if text]
        pairs += [(term("zm:published"), date(document.published))] if document.published else []
        pairs += [(term("dcterms:language"), Lit(script.value))]
        sources = dict.fromkeys((_portable(document.uri), document.url))
        pairs += [(term("dcterms:source"), Lit(source)) for source in sources if source]
        if original := self._originals.get(document.id):
            pairs.append((term("zm:copyOf"), self.iri(f"document/{original}")))
        return self._block(f"document/{document.id}", "zm:Document", pairs)

    def source(self, document: Document) -> Block:
        """A document's text, in which all offsets count."""
        return Block(self.iri(f"document/{document.id}"), ((term("zm:sourceText"), Lit(document.source)),))

    def entity(self, entity: Entity, facts: Iterable[tuple[Iri, Value]]) -> Block:
        """An entity: its class, its names, its plain facts, the documents that mention it."""
        script = self._script(entity.mentions[0].document) if entity.mentions else Script.HANS
        preferred = both_scripts(entity.name, script)
        aliases = dict.fromkeys(tagged(alias, script) for alias in entity.aliases)
        hidden = dict.fromkeys(tagged(name, script) for name in entity.hidden)
        pairs: list[tuple[Iri, Value]] = [(term("rdfs:label"), tagged(entity.name, script))]
        pairs += [(term("skos:prefLabel"), name) for name in preferred]
        pairs += [(term("skos:altLabel"), name) for name in aliases if name not in preferred]
        pairs += [(term("skos:hiddenLabel"), n) for n in hidden if n not in preferred and n not in aliases]
        pairs += [(term("zm:gbCode"), Lit(entity.code))] if entity.code else []
        pairs += self.listed(entity)
        pairs += facts
        documents = dict.fromkeys(mention.document for mention in entity.mentions)
        pairs += [(term("zm:mentionedIn"), self.iri(f"document/{id}")) for id in sorted(documents)]
        return Block(self.iri(entity.id), ((term("rdf:type"), self._class(entity.type)), *pairs))

    def listed(self, entity: Entity) -> list[tuple[Iri, Value]]:
        """What a user's list, no text, says of an entity: literal values, and the same thing in registries."""
        pairs = [(self._property(name), self._literal(name, value)) for name, value in entity.properties]
        return [*pairs, *((term("owl:sameAs"), iri("", same)) for same in entity.same_as)]

    def fact(self, statement: Statement) -> tuple[Iri, Value]:
        """Predicate and object of a statement's plain triple."""
        return self._property(statement.predicate), self._object(statement)

    def background(self, predicate: str, object_id: str) -> tuple[Iri, Value]:
        """Predicate and object of what a gazetteer adds."""
        return self._property(predicate), self.iri(object_id)

    def statement(self, statement: Statement, evidence: Iterable[Evidence]) -> Iterator[Block]:
        """A statement and the given part of its evidence."""
        evidence, path = tuple(evidence), f"statement/{statement.id}"
        pairs: list[tuple[Iri, Value]] = [
            (term("rdf:subject"), self.iri(statement.subject)),
            (term("rdf:predicate"), self._property(statement.predicate)),
            (term("rdf:object"), self._object(statement)),
            *(self._qualifier(name, value) for name, value in statement.qualifiers),
            (term("zm:status"), term(f"zm:{statement.status.value}")),
            (term("zm:confidence"), decimal(statement.confidence, 2)),
            *_when(statement),
            *self._against(path),
            *self._evidence_links(path, evidence),
        ]
        yield self._block(path, "zm:Statement", pairs, self._note(statement))
        yield from (self._evidence(path, one) for one in evidence)

    def figure(self, figure: Figure, evidence: Iterable[Evidence]) -> Iterator[Block]:
        """A figure and the given part of its evidence."""
        evidence, path = tuple(evidence), f"observation/{figure.id}"
        script = self._script(figure.evidence[0].document) if figure.evidence else Script.HANS
        pairs: list[tuple[Iri, Value]] = [
            (term("zm:about"), self.iri(figure.about)),
            (term("zm:measure"), tagged(figure.measure, script)),
            (term("zm:value"), decimal(figure.value)),
            *self._unit(figure.unit),
            (term("zm:comparator"), term(f"zm:{figure.comparator}")),
            *_times(figure),
        ]
        pairs += [(term("zm:notation"), Lit(figure.notation))] if figure.notation else []
        pairs += [(term("zm:shareOf"), tagged(figure.share_of, script))] if figure.share_of else []
        pairs += [(term("zm:against"), tagged(figure.against, script))] if figure.against else []
        pairs += [
            (term("zm:status"), term(f"zm:{figure.status.value}")),
            (term("zm:confidence"), decimal(figure.confidence, 2)),
            *self._against(path),
            *self._evidence_links(path, evidence),
        ]
        number = figure.notation or decimal(figure.value).value
        unit = figure.unit if figure.unit != "1" else ""
        note = f"{self._name(figure.about)}: {figure.measure} {number} {unit}"
        yield self._block(path, "zm:Observation", pairs, note)
        yield from (self._evidence(path, one) for one in evidence)

    def mention(self, entity: Entity, mention: Mention) -> Block:
        """A mention, with its offsets in the source."""
        text = self._texts[mention.document]
        start, end = text.source_span(mention.start, mention.end)
        quote = text.document.source[start:end]
        pairs: list[tuple[Iri, Value]] = [
            (term("zm:entity"), self.iri(entity.id)),
            (term("zm:mentionType"), self._class(mention.type)),
            (term("zm:document"), self.iri(f"document/{mention.document}")),
            (term("zm:quote"), Lit(quote, language=text.script.value)),
            (term("zm:start"), Lit(str(start), datatype="integer")),
            (term("zm:end"), Lit(str(end), datatype="integer")),
        ]
        if mention.surface != quote:
            pairs.append((term("zm:surface"), Lit(mention.surface, language=text.script.value)))
        pairs += [(term("zm:recogniser"), Lit(mention.recogniser)), (term("zm:confidence"), decimal(mention.score, 2))]
        return self._block(f"mention/{mention.document}-{start}-{end}-{mention.type}", "zm:Mention", pairs)

    def judgement(self, judgement: Judgement) -> Block:
        """A verdict on two names, each an entity where it is one."""
        parts = (judgement.left, judgement.right, judgement.verdict.value, judgement.reason, judgement.by)
        pairs: list[tuple[Iri, Value]] = []
        for side, value in (("left", judgement.left), ("right", judgement.right)):
            known = value in self._ids
            pairs.append((term(f"zm:{side}"), self.iri(value)) if known else (term(f"zm:{side}Name"), Lit(value)))
        pairs += [
            (term("zm:verdict"), term(f"zm:{judgement.verdict.value}")),
            (term("zm:confidence"), decimal(judgement.score, 2)),
            (term("zm:reason"), Lit(judgement.reason)),
            (term("zm:by"), Lit(judgement.by)),
        ]
        return self._block(f"judgement/{digest(*parts)}", "zm:Judgement", pairs)

    def _block(self, path: str, type: str, pairs: Iterable[tuple[Iri, Value]], note: str = "") -> Block:
        return Block(self.iri(path), ((term("rdf:type"), term(type)), *pairs), note)

    def _evidence_links(self, path: str, evidence: Iterable[Evidence]) -> list[tuple[Iri, Value]]:
        return [(term("zm:evidence"), self._evidence(path, one).subject) for one in evidence]

    def _evidence(self, path: str, evidence: Evidence) -> Block:
        """A passage for the statement or figure at ``path``."""
        script = self._script(evidence.document)
        pairs: list[tuple[Iri, Value]] = [
            (term("zm:document"), self.iri(f"document/{evidence.document}")),
            *([(term("zm:quote"), Lit(evidence.quote, language=script.value))] if evidence.quote else []),
            *([(term("zm:omitted"), Lit(str(evidence.omitted), datatype="integer"))] if evidence.omitted else []),
            (term("zm:start"), Lit(str(evidence.start), datatype="integer")),
            (term("zm:end"), Lit(str(evidence.end), datatype="integer")),
            (term("zm:extractor"), Lit(evidence.extractor)),
            (term("zm:confidence"), decimal(evidence.score, 2)),
            *_period(evidence.time),
        ]
        return self._block(f"evidence/{evidence.key(path)}", "zm:Evidence", pairs)

    def _against(self, path: str) -> list[tuple[Iri, Value]]:
        """What a record conflicts with; symmetric, and so written with the first of the two."""
        return [(term("zm:conflictsWith"), self.iri(other)) for other in self._conflicts.get(path, ())]

    def _object(self, statement: Statement) -> Value:
        if isinstance(statement.object, Literal):
            return Lit(statement.object.value, datatype=statement.object.datatype)
        return self.iri(statement.object)

    def _qualifier(self, name: str, value: str) -> tuple[Iri, Value]:
        return self._property(name), self.iri(value) if value in self._ids else Lit(value)

    def _unit(self, unit: str) -> list[tuple[Iri, Value]]:
        if not unit:
            return []
        pairs: list[tuple[Iri, Value]] = [(term("zm:unit"), Lit(unit))]
        known = self.ontology.units.get(simplified(unit))
        pairs += [(term("zm:currency"), Lit(known.currency))] if known and known.currency else []
        pairs += [(term("zm:unitMatch"), Iri(known.match))] if known and known.match else []
        return pairs

    def _property(self, name: str) -> Iri:
        if name not in self.ontology.properties:
            raise OntologyError("no such property", where=f"zm:{name}", remedy="declare it in the ontology")
        return Iri(self.ontology.properties[name].iri)

    def _literal(self, property: str, value: str) -> Lit:
        """A value with the datatype that is the property's range."""
        datatype = self.ontology.properties[property].range
        if not datatype.startswith("xsd:"):
            return date(value)
        return Lit(value, datatype="" if datatype == "xsd:string" else datatype.removeprefix("xsd:"))

    def _class(self, name: str) -> Iri:
        if name not in self.ontology.classes:
            raise OntologyError("no such class", where=f"zm:{name}", remedy="declare it in the ontology")
        return Iri(self.ontology.classes[name].iri)

    def _script(self, document: str) -> Script:
        return self._texts[document].script if document in self._texts else Script.HANS

    def _name(self, id: str) -> str:
        return self.knowledge.entity(id).name if id in self._ids else id

    def _note(self, statement: Statement) -> str:
        object_ = statement.object
        other = object_.value if isinstance(object_, Literal) else self._name(object_)
        label = self.ontology.properties[statement.predicate].labels["zh-Hans"]
        return f"{self._name(statement.subject)} ─ {label} → {other}"


def _times(figure: Figure) -> list[tuple[Iri, Value]]:
    return [*_period(figure.time), *([(term("zm:asOf"), date(figure.as_of))] if figure.as_of else [])]


def _when(statement: Statement) -> Iterator[tuple[Iri, Value]]:
    """Every time of a statement; of spans only a single one, since its ends would not tell which belong together."""
    times = statement.times()
    spans = [time for time in times if time.end]
    for time in (time for time in times if not time.end or len(spans) == 1):
        yield from _period(time)


def _period(time: Period | None) -> list[tuple[Iri, Value]]:
    if time is None:
        return []
    if time.end:
        return [(term("zm:timeStart"), date(time.start)), (term("zm:timeEnd"), date(time.end))]
    return [(term("zm:time"), date(time.start))]


def _portable(uri: str) -> str:
    """A file's absolute path says where somebody keeps it and nothing about the document: only its name is told."""
    for path in (PurePosixPath(uri), PureWindowsPath(uri)):
        if path.is_absolute():
            return path.name
    return uri
