"""A part of what a build knows: by class, relation, neighbourhood, article or confidence. Nothing is left without its ends."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from ..errors import UsageError
from ..script import simplified
from .names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..model import Document, Entity, Evidence, Figure, Knowledge, Statement
    from ..ontology import Ontology

_Relation = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Filter:
    """What is to be shown; what is empty narrows nothing, and all that is given must hold.

    ``classes`` and ``properties`` are named by their name in the ontology or by a label; ``about`` are names in either
    script, with ``steps`` relations around them; ``documents`` are articles by their source, file name, title, address or
    id. ``min_confidence`` is between 0 and 1, ``limit`` is how many things are shown at most, and ``background`` whether
    what only the gazetteer says is shown.
    """

    classes: tuple[str, ...] = ()
    properties: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    steps: int = 1
    documents: tuple[str, ...] = ()
    min_confidence: float = 0.0
    limit: int | None = None
    background: bool = True

    def narrows(self) -> bool:
        """Whether anything at all may be left out."""
        return self != Filter(steps=self.steps)


def filtered(knowledge: Knowledge, ontology: Ontology, wanted: Filter) -> Knowledge:
    """The part of ``knowledge`` that ``wanted`` asks for.

    A relation of which one end is of a class asked for brings its other end; what stands in no article that is left, and
    no relation brings, stays out.

    Raises:
        UsageError: there is no such class, property, name or article, or nothing is left.
    """
    if not wanted.narrows():
        return knowledge
    part = _Part(knowledge, ontology, wanted)
    kept = part.knowledge()
    if not kept.entities:
        raise UsageError("nothing is left to show", where="page", remedy="loosen the filter")
    return kept


class _Part:
    def __init__(self, knowledge: Knowledge, ontology: Ontology, wanted: Filter) -> None:
        self._knowledge, self._wanted = knowledge, wanted
        self._types = {entity.id: entity.type for entity in knowledge.entities}
        self._classes = _classes(ontology, wanted.classes)
        self._properties = _properties(ontology, wanted.properties)
        self._heart = _named(knowledge.entities, wanted.about)
        self._documents = _documents([text.document for text in knowledge.texts], wanted.documents)
        self._mentioned = {
            entity.id: {m.document for m in entity.mentions} & self._documents for entity in knowledge.entities
        }

    def knowledge(self) -> Knowledge:
        statements = [one for one in map(self._said, self._knowledge.statements) if one and self._fits_statement(one)]
        background = [triple for triple in self._knowledge.background if self._fits_triple(triple)]
        if self._wanted.about:
            near = self._reach([*map(_ends, statements), *((s, o) for s, _, o in background)])
            statements = [one for one in statements if near.issuperset(_ends(one))]
        else:
            near = set(self._types)
        own = {entity.id for entity in self._knowledge.entities if entity.id in near and self._is_own(entity)}
        ids = own | self._heart | {id for one in statements for id in (*_ends(one), *_qualifying(one, self._types))}
        background = self._closed(background, ids, near)
        ids |= {id for subject, _, object in background for id in (subject, object)}
        return self._cut(statements, background, self._best(ids, statements, background))

    def _said(self, statement: Statement) -> Statement | None:
        """The statement with the evidence of the articles asked for; ``None`` without any, or too unsure."""
        evidence = self._evidence(statement.evidence)
        sure = statement.confidence >= self._wanted.min_confidence
        return replace(statement, evidence=evidence) if evidence and sure else None

    def _evidence(self, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        return tuple(item for item in evidence if item.document in self._documents)

    def _fits_statement(self, statement: Statement) -> bool:
        return self._fits(statement.predicate, _ends(statement))

    def _fits_triple(self, triple: _Relation) -> bool:
        return self._wanted.background and self._fits(triple[1], (triple[0], triple[2]))

    def _fits(self, property: str, ends: Iterable[str]) -> bool:
        if self._properties and property not in self._properties:
            return False
        return not self._classes or any(self._types.get(id) in self._classes for id in ends)

    def _is_own(self, entity: Entity) -> bool:
        """Whether an entity is shown for itself, not only as the end of a relation."""
        if self._properties or not self._mentioned[entity.id]:
            return False
        return not self._classes or entity.type in self._classes

    def _reach(self, pairs: Iterable[tuple[str, ...]]) -> set[str]:
        """What lies at most so many steps from the names asked for."""
        around: dict[str, set[str]] = {}
        for pair in pairs:
            for id in pair:
                around.setdefault(id, set()).update(pair)
        found = set(self._heart)
        for _ in range(self._wanted.steps):
            found |= {other for id in found for other in around.get(id, ())}
        return found

    def _closed(self, background: list[_Relation], ids: set[str], near: set[str]) -> list[_Relation]:
        """What the gazetteer says of what is shown, and in turn of that: a town, its province, its country."""
        told = self._properties or self._classes or self._wanted.about
        found = {triple for triple in background if told and near.issuperset((triple[0], triple[2]))}
        reached = set(ids)
        while more := {triple for triple in background if triple[0] in reached and triple[2] in near} - found:
            found |= more
            reached |= {object for _, _, object in more}
        return [triple for triple in background if triple in found]

    def _best(self, ids: set[str], statements: Iterable[Statement], background: Iterable[_Relation]) -> set[str]:
        """The best connected, as many as are wanted, what was asked for first."""
        limit = self._wanted.limit
        if limit is None or len(ids) <= limit:
            return ids
        degree = Counter(id for one in statements for id in _ends(one))
        degree.update(id for subject, _, object in background for id in (subject, object))
        return set(sorted(ids, key=lambda one: (one not in self._heart, -degree[one], one))[:limit])

    def _cut(self, statements: Iterable[Statement], background: Iterable[_Relation], ids: set[str]) -> Knowledge:
        said = tuple(one for one in statements if ids.issuperset(_ends(one)))
        told = tuple(triple for triple in background if ids.issuperset((triple[0], triple[2])))
        brought = {id for one in said for id in (*_ends(one), *_qualifying(one, self._types))}
        brought |= {id for subject, _, object in told for id in (subject, object)}
        ids = {id for id in ids if id in brought or self._mentioned[id]}
        figures = tuple(one for one in map(self._measured, self._knowledge.figures) if one and one.about in ids)
        entities = [self._entity(entity) for entity in self._knowledge.entities if entity.id in ids]
        evidence = [item for one in said for item in one.evidence] + [item for one in figures for item in one.evidence]
        shown = {item.document for item in evidence}
        shown |= {mention.document for entity in entities for mention in entity.mentions}
        return replace(
            self._knowledge,
            texts=tuple(text for text in self._knowledge.texts if text.document.id in shown),
            entities=tuple(entities),
            statements=said,
            figures=figures,
            judgements=tuple(one for one in self._knowledge.judgements if not ids.isdisjoint((one.left, one.right))),
            background=told,
            _by_id={},
        )

    def _measured(self, figure: Figure) -> Figure | None:
        evidence = self._evidence(figure.evidence)
        return (
            replace(figure, evidence=evidence)
            if evidence and figure.confidence >= self._wanted.min_confidence
            else None
        )

    def _entity(self, entity: Entity) -> Entity:
        return replace(entity, mentions=tuple(m for m in entity.mentions if m.document in self._documents))


def _ends(statement: Statement) -> tuple[str, ...]:
    object = statement.object
    return (statement.subject, object) if isinstance(object, str) else (statement.subject,)


def _qualifying(statement: Statement, known: Mapping[str, str]) -> list[str]:
    return [value for _, value in statement.qualifiers if value in known]


def _classes(ontology: Ontology, names: Iterable[str]) -> frozenset[str]:
    """The classes that are asked for, with all below them."""
    labels = _spelt({name: cls.labels for name, cls in ontology.classes.items()})
    return frozenset(
        below for name in names for cls in _called(labels, name, "class") for below in ontology.subclasses(cls)
    )


def _properties(ontology: Ontology, names: Iterable[str]) -> frozenset[str]:
    labels = _spelt({name: known.labels for name, known in ontology.properties.items()})
    return frozenset(found for name in names for found in _called(labels, name, "property"))


def _named(entities: Iterable[Entity], names: Iterable[str]) -> set[str]:
    spelt: dict[str, list[str]] = {}
    for entity in entities if names else ():
        for name in dict.fromkeys((entity.name, *entity.aliases, *entity.hidden, entity.id)):
            spelt.setdefault(name, []).append(entity.id)
    return {found for name in names for found in _called(spelt, name, "name")}


def _documents(documents: Iterable[Document], names: Iterable[str]) -> set[str]:
    """The articles that are asked for, all of them where none is."""
    if not names:
        return {document.id for document in documents}
    spelt: dict[str, list[str]] = {}
    for document in documents:
        file = document.uri.partition("#")[0]
        for name in {document.id, document.uri, file, PurePath(file).name, document.title, document.url} - {""}:
            spelt.setdefault(name, []).append(document.id)
    return {found for name in names for found in _called(spelt, name, "article")}


def _spelt(terms: Mapping[str, Mapping[str, str]]) -> dict[str, list[str]]:
    """The terms of an ontology by their names and labels."""
    spelt: dict[str, list[str]] = {}
    for name, labels in terms.items():
        for word in dict.fromkeys((name, *labels.values())):
            spelt.setdefault(word, []).append(name)
    return spelt


def _called(spelt: Mapping[str, list[str]], name: str, kind: str) -> list[str]:
    """What is called so, in either script, whatever the case and the spaces.

    Raises:
        UsageError: nothing is; the nearest names are suggested.
    """
    wanted = _folded(name)
    # zm:Company is Company, and org:甲 or the whole IRI is the id org/甲.
    for asked in (wanted, _folded("/".join(re.split("[/#:]", name)[-2:])), _folded(name.rpartition(":")[2])):
        if found := [id for word, ids in spelt.items() if _folded(word) == asked for id in ids]:
            return list(dict.fromkeys(found))
    short = sorted((word for word in spelt if wanted and wanted in _folded(word)), key=len)
    near = list(dict.fromkeys([*short, *difflib.get_close_matches(name, spelt, n=3, cutoff=0.5)]))[:3]
    remedy = f"did you mean {', '.join(near)}?" if near else f"give the {kind} as the page shows it"
    raise UsageError(f"no {kind} {name}", where="page", remedy=remedy)


def _folded(word: str) -> str:
    return fold(simplified(word))
