"""The quads of a build → its property graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property

from pyoxigraph import NamedNode

from ..ontology import ZM
from .opened import DCTERMS, OWL, RDF, RDFS, SKOS, Opened
from .view import Dated, Edge, Figure, Node, Passage, PropertyGraph

_FACTS = ("asserted", "planned")
GREY = "#8a8f98"


def property_graph(opened: Opened) -> PropertyGraph:
    """The property graph of a build."""
    return _Reading(opened).graph()


class _Reading:
    def __init__(self, opened: Opened) -> None:
        self._opened, self._index = opened, opened.index
        self._iris = self._entities()
        self._mentions = Counter(self._get(mention, "entity") for mention in self._index.subjects(f"{ZM}Mention"))
        literal = self._index.subjects(f"{OWL}DatatypeProperty")
        self._value_relations = [iri for iri in literal if self._is_of_things(iri) and iri != f"{ZM}gbCode"]
        self._relations = frozenset(self._index.subjects(f"{OWL}ObjectProperty"))
        self._passages: dict[str, Passage] = {}
        self._climbed: dict[str, tuple[str, ...]] = {}

    def graph(self) -> PropertyGraph:
        """The property graph."""
        statements = self._index.subjects(f"{ZM}Statement")
        shown = [iri for iri in statements if self._is_shown(iri)]
        edges = [self._edge(iri) for iri in shown if self._is_entity(iri)]
        stated = {(edge.source, edge.relation, edge.target) for edge in edges if edge.status == "asserted"}
        told = (triple for triple in sorted(self._opened.background) if triple[1] in self._relations)
        background = map(self._background, told)
        edges += [edge for edge in background if (edge.source, edge.relation, edge.target) not in stated]
        figures = [self._figure(iri) for iri in self._index.subjects(f"{ZM}Observation") if self._is_shown(iri)]
        counts = Counter(figure.about for figure in figures)
        return PropertyGraph(
            nodes=tuple(self._node(iri, counts[iri]) for iri in self._iris),
            edges=tuple(sorted(edges, key=lambda e: (e.source, e.target, e.relation, e.id))),
            dates=tuple(self._dated(iri) for iri in shown if not self._is_entity(iri)),
            figures=tuple(sorted(figures, key=lambda f: (f.about, f.measure, f.id))),
            value_relations=tuple(map(self._opened.short, self._value_relations)),
        )

    def _entities(self) -> list[str]:
        """Whatever is of one of the ontology's classes below Thing."""
        classes = [iri for iri in self._index.subjects(f"{OWL}Class") if self._is_thing(iri)]
        return sorted({iri for cls in classes for iri in self._index.subjects(cls)})

    def _is_thing(self, cls: str) -> bool:
        above = self._index.values(cls, f"{RDFS}subClassOf")
        return cls == f"{ZM}Thing" or any(self._is_thing(parent) for parent in above if parent != cls)

    def _is_of_things(self, property_: str) -> bool:
        return self._is_thing(self._index.value(property_, f"{RDFS}domain"))

    def _node(self, iri: str, figures: int) -> Node:
        index = self._index
        cls = index.value(iri, f"{RDF}type")
        classes = self._climb(cls)
        hans, hant = (index.tagged(iri, f"{SKOS}prefLabel", script) for script in ("zh-Hans", "zh-Hant"))
        documents = index.values(iri, f"{ZM}mentionedIn")
        values = {self._opened.short(p): index.values(iri, p) for p in self._value_relations if index.terms(iri, p)}
        return Node(
            iri=iri,
            name=self._name(iri),
            name_hans=hans,
            name_hant=hant,
            classes=tuple(map(self._opened.short, classes)),
            class_en=index.tagged(cls, f"{RDFS}label", "en"),
            class_zh=index.tagged(cls, f"{RDFS}label", "zh-Hans"),
            colour=next(filter(None, (index.value(one, f"{ZM}colour") for one in classes)), GREY),
            aliases=tuple(dict.fromkeys(index.values(iri, f"{SKOS}altLabel"))),
            short_names=tuple(dict.fromkeys(index.values(iri, f"{SKOS}hiddenLabel"))),
            gb_code=index.value(iri, f"{ZM}gbCode"),
            same_as=index.values(iri, f"{OWL}sameAs"),
            documents=len(documents),
            mentions=self._mentions[iri],
            figures=figures,
            background=not documents,
            values=values,
        )

    def _climb(self, cls: str) -> tuple[str, ...]:
        """The class and those of ours above it, nearest first."""
        if cls not in self._climbed:
            above = [c for c in self._index.values(cls, f"{RDFS}subClassOf") if c != cls and self._is_thing(c)]
            self._climbed[cls] = tuple(dict.fromkeys((cls, *above, *(up for c in above for up in self._climb(c)))))
        return self._climbed[cls]

    def _edge(self, iri: str) -> Edge:
        return Edge(
            id=iri,
            **self._ends(self._index.value(iri, f"{RDF}subject"), self._index.value(iri, f"{RDF}object")),
            **self._relation(self._index.value(iri, f"{RDF}predicate")),
            status=self._code(iri, "status"),
            confidence=float(self._get(iri, "confidence")),
            qualifiers=tuple(sorted(self._qualifiers(iri))),
            times=tuple(sorted(set(self._times(iri)))),
            background=False,
            evidence=self._evidence(iri),
        )

    def _ends(self, source: str, target: str) -> dict[str, str]:
        names = {"source_name": self._name(source), "target_name": self._name(target)}
        return {"source": source, "target": target, **names}

    def _relation(self, iri: str) -> dict[str, str]:
        labels = {
            f"{key}_{short}": self._index.tagged(iri, predicate, tag)
            for key, predicate in (("label", f"{RDFS}label"), ("inverse", f"{ZM}inverseLabel"))
            for short, tag in (("en", "en"), ("zh", "zh-Hans"))
        }
        return {"relation": self._opened.short(iri), **labels}

    def _background(self, triple: tuple[str, str, str]) -> Edge:
        source, property_, target = triple
        relation = self._relation(property_)
        return Edge(
            id=f"{source}>{relation['relation']}>{target}",
            **self._ends(source, target),
            **relation,
            status="asserted",
            confidence=1.0,
            qualifiers=(),
            times=(),
            background=True,
            evidence=(),
        )

    def _qualifiers(self, iri: str) -> Iterator[tuple[str, str]]:
        for property_ in self._qualifying:
            for value in self._index.values(iri, property_):
                yield self._opened.short(property_), self._name(value) or value

    def _times(self, iri: str) -> Iterator[str]:
        for evidence in self._index.values(iri, f"{ZM}evidence"):
            if start := self._get(evidence, "time") or self._get(evidence, "timeStart"):
                yield "/".join(filter(None, (start, self._get(evidence, "timeEnd"))))

    @cached_property
    def _qualifying(self) -> tuple[str, ...]:
        """The ontology's qualifiers: properties of statements that are no part of every statement's frame."""
        frame = {f"{ZM}{name}" for name in ("status", "confidence", "evidence")}
        every = [*self._index.subjects(f"{OWL}ObjectProperty"), *self._index.subjects(f"{OWL}DatatypeProperty")]
        return tuple(p for p in every if p not in frame and self._index.value(p, f"{RDFS}domain") == f"{ZM}Statement")

    def _dated(self, iri: str) -> Dated:
        return Dated(
            id=iri,
            about=(about := self._index.value(iri, f"{RDF}subject")),
            about_name=self._name(about),
            relation=self._opened.short(self._index.value(iri, f"{RDF}predicate")),
            value=self._index.value(iri, f"{RDF}object"),
            status=self._code(iri, "status"),
            confidence=float(self._get(iri, "confidence")),
            evidence=self._evidence(iri),
        )

    def _figure(self, iri: str) -> Figure:
        get = self._get
        return Figure(
            id=iri,
            about=(about := get(iri, "about")),
            about_name=self._name(about),
            measure=get(iri, "measure"),
            value=Decimal(get(iri, "value")),
            unit=get(iri, "unit"),
            currency=get(iri, "currency"),
            comparator=self._code(iri, "comparator"),
            notation=get(iri, "notation"),
            time=get(iri, "time") or get(iri, "timeStart"),
            time_end=get(iri, "timeEnd"),
            as_of=get(iri, "asOf"),
            share_of=get(iri, "shareOf"),
            against=get(iri, "against"),
            status=self._code(iri, "status"),
            confidence=float(get(iri, "confidence")),
            evidence=self._evidence(iri),
        )

    def _evidence(self, iri: str) -> tuple[Passage, ...]:
        found = (self._passage(evidence) for evidence in self._index.values(iri, f"{ZM}evidence"))
        return tuple(sorted(found, key=lambda p: (p.published, p.document, p.start, p.end, p.extractor)))

    def _passage(self, iri: str) -> Passage:
        if iri not in self._passages:
            document = self._get(iri, "document")
            self._passages[iri] = Passage(
                document=document,
                title=self._index.value(document, f"{DCTERMS}title"),
                published=self._get(document, "published"),
                source=self._index.value(document, f"{DCTERMS}source"),
                quote=self._get(iri, "quote"),
                start=int(self._get(iri, "start")),
                end=int(self._get(iri, "end")),
                omitted=int(self._get(iri, "omitted") or 0),
                extractor=self._get(iri, "extractor"),
                confidence=float(self._get(iri, "confidence")),
            )
        return self._passages[iri]

    def _name(self, iri: str) -> str:
        return self._index.value(iri, f"{RDFS}label")

    def _is_shown(self, said: str) -> bool:
        return self._opened.everything or self._code(said, "status") in _FACTS

    def _is_entity(self, statement: str) -> bool:
        return isinstance(self._index.terms(statement, f"{RDF}object")[0], NamedNode)

    def _get(self, iri: str, name: str) -> str:
        return self._index.value(iri, ZM + name)

    def _code(self, iri: str, name: str) -> str:
        return self._get(iri, name).removeprefix(ZM)
