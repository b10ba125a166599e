"""The two files: which blocks go where, and in what order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path

import pyoxigraph as ox

from ..errors import OutputError
from ..model import BASE, Entity, Evidence, Figure, Knowledge, Statement
from ..ontology import Ontology
from .describe import Block, Describer
from .layout import graph, heading, paragraphs, prefixes, prologue
from .terms import NAMESPACES, Iri, Lit, Value, term


def write_graphs(knowledge: Knowledge, ontology: Ontology, directory: Path, base: str = BASE) -> None:
    """Write ``graph.ttl`` and ``graph.trig`` into an existing folder; the same knowledge gives the same bytes.

    ``graph.ttl`` has the facts as plain triples, and their statements, figures and evidence. ``graph.trig`` has the
    plain triples in its default graph, all that stands in a document in a graph with the document's IRI, what the
    gazetteer adds and the judgements on names in ``…/graph/background``, and the ontology in a graph with its IRI.

    Args:
        knowledge: what to write.
        ontology: the ontology that it was read with.
        directory: the folder.
        base: what the IRIs of all instances begin with; it ends in ``/`` or ``#``.

    Raises:
        OutputError: a file cannot be written.
        OntologyError: the knowledge has a class or property that the ontology has not.
    """
    plan = _Plan(knowledge, ontology, base)
    for name, text in (("graph.ttl", plan.turtle()), ("graph.trig", plan.trig())):
        try:
            (directory / name).write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            raise OutputError(
                f"cannot be written: {error.strerror}", where=str(directory / name), remedy="give another folder"
            ) from error


class _Plan:
    """What is written where, of one knowledge."""

    def __init__(self, knowledge: Knowledge, ontology: Ontology, base: str) -> None:
        self._knowledge, self._ontology, self._base = knowledge, ontology, base
        self._describe = Describer(knowledge, ontology, base)
        self._texts = sorted(knowledge.texts, key=lambda text: text.document.id)
        self._entities = sorted(knowledge.entities, key=lambda entity: (self._rank(entity), entity.id))
        self._property_rank = {name: number for number, name in enumerate(ontology.properties)}
        place = {entity.id: number for number, entity in enumerate(self._entities)}
        self._statements = sorted(
            knowledge.statements,
            key=lambda s: (place[s.subject], self._property_rank.get(s.predicate, -1), str(s.object), s.id),
        )
        self._figures = sorted(knowledge.figures, key=lambda f: (place[f.about], f.measure, f.id))

    def turtle(self) -> str:
        """All of ``graph.ttl``."""
        known = self._prefixes("document", "statement", "observation", "evidence")
        parts = [self._head("graph.ttl", known), *self._plain(known)]
        parts += _section("Statements and their evidence 陈述与证据", self._all_statements(), known)
        parts += _section("Figures and their evidence 数据与证据", self._all_figures(), known)
        return "\n\n".join(parts) + "\n"

    def trig(self) -> str:
        """All of ``graph.trig``."""
        known = self._prefixes("document", "statement", "observation", "evidence", "mention", "judgement", "graph")
        parts = [self._head("graph.trig", known), *self._plain(known)]
        for id, blocks in self._by_document():
            parts += [heading(f"Document {id} 文章"), graph(self._describe.iri(f"document/{id}"), blocks, known)]
        background = graph(self._describe.iri("graph/background"), self._background(), known)
        parts += [heading("Background and judgements 背景与判定"), background] if background else []
        terms = graph(Iri(self._ontology.iri), _ontology_blocks(self._ontology), known)
        parts += [heading("Ontology 本体"), terms] if terms else []
        return "\n\n".join(parts) + "\n"

    def _head(self, name: str, known: Mapping[str, str]) -> str:
        k = self._knowledge
        named = [entity for entity in k.entities if not entity.background]
        counts = {"documents": k.texts, "entities": named, "statements": k.statements, "figures": k.figures}
        summary = ", ".join(f"{len(things)} {kind}" for kind, things in counts.items())
        if added := len(k.entities) - len(named):
            summary += f", {added} {'place' if added == 1 else 'places'} added from the gazetteer"
        return prologue((f"Zhimai 知脈 {name}: {summary}",), known).rstrip("\n")

    def _prefixes(self, *records: str) -> dict[str, str]:
        spaces = (entity.id.partition("/")[0] for entity in self._knowledge.entities if "/" in entity.id)
        return prefixes(self._base, (*spaces, *records), self._ontology.prefixes)

    def _rank(self, entity: Entity) -> tuple[int, str]:
        """Entities of one space stand together, in the order of the ontology's classes."""
        space = entity.id.partition("/")[0]
        spaces = list(dict.fromkeys(cls.space for cls in self._ontology.classes.values()))
        return spaces.index(space) if space in spaces else len(spaces), space

    def _plain(self, known: Mapping[str, str]) -> Iterator[str]:
        """Documents and entities with their plain facts: the default graph."""
        documents = (self._describe.document(text.document) for text in self._texts)
        yield from _section("Documents 文章", documents, known)
        facts = self._facts()
        for (_, space), entities in groupby(self._entities, key=self._rank):
            blocks = (self._describe.entity(entity, facts[entity.id]) for entity in entities)
            yield from _section(self._title(space), blocks, known)

    def _title(self, space: str) -> str:
        cls = next((cls for cls in self._ontology.classes.values() if cls.space == space), None)
        return f"{cls.labels['en']} {cls.labels['zh-Hans']}" if cls else space

    def _facts(self) -> Mapping[str, list[tuple[Iri, Value]]]:
        """Predicates and objects by subject, from the texts and from the gazetteer, in the ontology's order."""
        plain: defaultdict[str, set[tuple[int, str, tuple[Iri, Value]]]] = defaultdict(set)
        for s in self._knowledge.facts():
            plain[s.subject].add((self._property_rank.get(s.predicate, -1), str(s.object), self._describe.fact(s)))
        for subject, predicate, object_ in self._knowledge.background:
            pair = self._describe.background(predicate, object_)
            plain[subject].add((self._property_rank[predicate], object_, pair))
        return defaultdict(
            list, {id: [pair for *_, pair in sorted(found, key=lambda f: f[:2])] for id, found in plain.items()}
        )

    def _all_statements(self) -> Iterator[Block]:
        for statement in self._statements:
            yield from self._describe.statement(statement, _sorted(statement.evidence))

    def _all_figures(self) -> Iterator[Block]:
        for figure in self._figures:
            yield from self._describe.figure(figure, _sorted(figure.evidence))

    def _by_document(self) -> Iterator[tuple[str, list[Block]]]:
        mentions, evidence = self._mentions(), self._evidence()
        for text in self._texts:
            id = text.document.id
            source = [self._describe.source(text.document)] if self._knowledge.quote_limit is None else []
            yield id, [*source, *mentions[id], *evidence[id]]

    def _mentions(self) -> Mapping[str, list[Block]]:
        found: defaultdict[str, list[Block]] = defaultdict(list)
        pairs = ((mention, entity) for entity in self._entities for mention in entity.mentions)
        for mention, entity in sorted(pairs, key=lambda p: (p[0].document, p[0].start, p[0].end, p[0].type, p[1].id)):
            found[mention.document].append(self._describe.mention(entity, mention))
        return found

    def _evidence(self) -> Mapping[str, list[Block]]:
        found: defaultdict[str, list[Block]] = defaultdict(list)
        everything: tuple[Statement | Figure, ...] = (*self._statements, *self._figures)
        for said in everything:
            for document, group in groupby(_sorted(said.evidence), key=lambda e: e.document):
                found[document] += self._said(said, group)
        return found

    def _said(self, said: Statement | Figure, evidence: Iterable[Evidence]) -> Iterable[Block]:
        describe = self._describe
        return describe.statement(said, evidence) if isinstance(said, Statement) else describe.figure(said, evidence)

    def _background(self) -> Iterator[Block]:
        found: defaultdict[str, list[tuple[Iri, Value]]] = defaultdict(list)
        for entity in self._knowledge.entities:
            if listed := self._describe.listed(entity):
                found[entity.id] += listed
        for subject, predicate, object_ in sorted(set(self._knowledge.background)):
            found[subject].append(self._describe.background(predicate, object_))
        for subject in sorted(found):
            yield Block(self._describe.iri(subject), tuple(found[subject]))
        judgements = sorted(self._knowledge.judgements, key=lambda j: (j.left, j.right, j.verdict, j.reason))
        yield from map(self._describe.judgement, judgements)


def _section(title: str, blocks: Iterable[Block], known: Mapping[str, str]) -> list[str]:
    found = list(paragraphs(blocks, known))
    return [heading(title), *found] if found else []


def _sorted(evidence: Iterable[Evidence]) -> list[Evidence]:
    return sorted(evidence, key=lambda e: (e.document, e.start, e.end, e.extractor))


def _ontology_blocks(ontology: Ontology) -> Iterator[Block]:
    """The named terms of the ontology, in its own order: by subject as sorted there."""
    for subject, group in groupby(ontology.triples, key=lambda triple: str(triple.subject)):
        pairs = [(Iri(triple.predicate.value), _value(triple.object)) for triple in group]
        pairs.sort(key=lambda pair: pair[0] != term("rdf:type"))
        yield Block(Iri(subject[1:-1]), tuple(pairs))


def _value(value: object) -> Value:
    if isinstance(value, ox.Literal):
        language = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}.get(value.language or "", value.language or "")
        datatype = "" if language else value.datatype.value.removeprefix(NAMESPACES["xsd"])
        return Lit(value.value, language=language, datatype="" if datatype == "string" else datatype)
    return Iri(str(value)[1:-1])
