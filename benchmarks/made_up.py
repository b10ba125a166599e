"""A build of any size with made-up articles, in structure like one of real ones.

Round the sample articles, so that the examples of the named queries find what they name, it has as many articles more as
are wanted: each has a cast of firms, people, products, fairs and the like, sentences that relate them, figures, and an
evidence for each. Names are invented and borne by one thing each; a few things stand in many articles, most in one or two;
places are those of the gazetteer, in the cities and provinces in which they lie. The same numbers give the same build.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

from graph import knowledge_of
from graph.gazetteer import load_gazetteer
from graph.model import (
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
from graph.ontology import load_ontology
from graph.rdf import write_graphs
from graph.store import create_store

from . import wording

_TRIPLES_OF_SAMPLES, _TRIPLES_OF_ARTICLE = 19_000, 843


def write_made_up(folder: Path, triples: int) -> None:
    """Write what queries need of a build of about so many triples into an existing folder."""
    write_graphs(made_up(triples), load_ontology(), folder)
    create_store(folder)


def made_up(triples: int) -> Knowledge:
    """What a build of about so many triples knows; at least that of the sample articles."""
    return _World(max(0, (triples - _TRIPLES_OF_SAMPLES) // _TRIPLES_OF_ARTICLE)).knowledge()


@dataclass(frozen=True)
class _Said:
    """A fact or figure before the articles that say it are brought together."""

    subject: str
    property: str
    object: str | Literal
    status: Status


class _World:
    """Things, and articles about them."""

    def __init__(self, articles: int) -> None:
        self._random = random.Random(f"made up {articles}")  # noqa: S311 no secret
        self._samples = knowledge_of([])
        self._places = load_gazetteer().places
        self._names = {name for one in self._samples.entities for name in (one.name, *one.aliases, *one.hidden)}
        self._articles = articles
        self._entities = {one.id: one for one in self._samples.entities}
        self._mentions: defaultdict[str, list[Mention]] = defaultdict(list)
        self._said: defaultdict[_Said, list[Evidence]] = defaultdict(list)
        self._figures: list[Figure] = []
        self._settled: dict[tuple[str, str], str | Literal] = {}
        self._pools = self._things()

    def knowledge(self) -> Knowledge:
        """All of it, with the samples."""
        samples = self._samples
        texts = [self._article(number) for number in range(self._articles)]
        copies = [(texts[n].document.id, texts[n - 1].document.id) for n in range(15, len(texts), 15)]
        statements = {one.id: one for one in samples.statements}
        statements |= {one.id: one for one in self._statements()}
        background = dict.fromkeys((*samples.background, *self._located()))
        entities = tuple(
            replace(one, mentions=(*one.mentions, *self._mentions[one.id]))
            for one in self._entities.values()
            if one.mentions or one.background or self._mentions[one.id]
        )
        return Knowledge(
            texts=(*samples.texts, *texts),
            entities=entities,
            statements=tuple(statements.values()),
            figures=(*samples.figures, *self._figures),
            judgements=(*samples.judgements, *self._judgements(entities)),
            background=tuple(background),
            copies=(*samples.copies, *copies),
            conflicts=(*samples.conflicts, *self._conflicts()),
        )

    def _things(self) -> dict[str, list[str]]:
        """Ids by class, the most spoken of first; those of the samples are among the first."""
        number = self._articles
        pools: dict[str, list[str]] = {name: [] for name in wording.CAST}
        for place in self._places.values():
            if place.type in ("City", "District") and place.code:
                made = Entity(place.id, place.type, place.name, place.names[1:], code=place.code, same_as=place.same_as)
                self._entities.setdefault(place.id, made)
                pools[place.type].append(place.id)
        for places in (pools["City"], pools["District"]):
            self._random.shuffle(places)
        kinds = {"Company": 2.5, "Person": 2.0, "Product": 2.0, "Technology": 0.3, "Policy": 0.3}
        for kind, share in kinds.items():
            pools[kind] = [self._made(kind) for _ in range(int(share * number))]
        for kind, count in {"Industry": 150, "Position": 40, "Venue": 60, "GovernmentBody": 300}.items():
            pools[kind] = [self._made(kind) for _ in range(min(count, number))]
        for _ in range(number // 30 + 1):
            fair = self._made("Fair")
            pools["Fair"].append(fair)
            for ordinal in wording.ORDINALS:
                name = f"第{ordinal}届{self._entities[fair].name}"
                edition = self._add("FairEdition", "occasion", name)
                pools["FairEdition"].append(edition)
                self._settled[edition, "editionOf"] = fair
        for one in self._samples.entities:
            if one.type in pools and one.type not in ("City", "District"):
                pools[one.type].insert(self._random.randrange(20), one.id)
        return pools

    def _made(self, kind: str) -> str:
        """A new thing of a class."""
        coined, pick = self._coined(), self._random.choice
        city = self._places[self._random.choice(_cities())].names[-1]
        if kind == "Company":
            trade = pick(wording.TRADES)
            name = f"{city}{coined}{trade}有限公司"
            return self._add(kind, "org", name, (f"{coined}{trade}",), (coined, f"{city}{coined}"))
        space, name = {
            "Person": ("person", f"{pick(wording.SURNAMES)}{coined}"),
            "Product": ("offering", f"{coined}{pick(wording.WARES)}"),
            "Technology": ("offering", f"{coined}{pick(wording.METHODS)}"),
            "Industry": ("industry", f"{coined}{pick(wording.BRANCHES)}"),
            "Position": ("position", f"{coined}{pick(wording.POSTS)}"),
            "Venue": ("venue", f"{city}{coined}会展中心"),
            "GovernmentBody": ("org", f"{city}{coined}{pick(wording.OFFICES)}"),
            "Policy": ("work", f"《{city}{coined}产业行动方案》"),
            "Fair": ("occasion", f"{city}{coined}博览会"),
        }[kind]
        return self._add(kind, space, name)

    def _coined(self) -> str:
        """A name that nothing bears yet: two characters, or three once those are used up."""
        while True:
            length = 2 if len(self._names) < len(wording.CHARACTERS) ** 2 // 2 else 3
            name = "".join(self._random.choices(wording.CHARACTERS, k=length))
            if name not in self._names:
                self._names.add(name)
                return name

    def _add(
        self, kind: str, space: str, name: str, aliases: tuple[str, ...] = (), hidden: tuple[str, ...] = ()
    ) -> str:
        id = f"{space}/{name.strip('《》')}"
        self._entities[id] = Entity(id, kind, name, aliases, hidden)
        return id

    def _article(self, number: int) -> Text:
        """An article with what it says."""
        published = (date(2018, 1, 1) + timedelta(self._random.randrange(2500))).isoformat()
        id = _hash("article", number)
        cast = {kind: [self._popular(kind) for _ in range(count)] for kind, count in wording.CAST.items()}
        writer = _Writer(id, self)
        for kind, property, other, words in self._random.choices(wording.RELATIONS, k=19):
            self._relate(writer, cast, kind, property, other, words)
        for kind, measure, unit in self._random.choices(wording.MEASURES, k=8):
            self._measure(writer, self._random.choice(cast[kind]), measure, unit, published)
        first = self._entities[cast["Company"][0]]
        publisher = f"{wording.CHARACTERS[number % 25]}州产经网"
        document = Document(
            id, f"articles/{number}.txt", writer.text, f"{first.aliases[0] if first.aliases else first.name}最新动态",
            published, publisher, "", f"https://news.example/{number}.html",
        )  # fmt: skip
        length = len(writer.text)
        return Text(document, writer.text, writer.text, tuple(range(length)), tuple(range(1, length + 1)), Script.HANS)

    def _popular(self, kind: str) -> str:
        """A thing of a class, the first ones far more often than the last ones."""
        pool = self._pools[kind]
        return pool[int(len(pool) * self._random.random() ** 2)]

    def _relate(
        self, writer: _Writer, cast: dict[str, list[str]], kind: str, property: str, other: str, words: str
    ) -> None:
        subject = self._random.choice(cast[kind])
        day = (date(1995, 1, 1) + timedelta(self._random.randrange(10000))).isoformat()
        object: str | Literal = self._random.choice(cast[other]) if other else Literal(day, "date")
        if property in wording.SINGLE:
            object = self._settled.setdefault((subject, property), object)
        if subject == object:
            return
        likely = [Status.ASSERTED] * 18 + [Status.PLANNED, Status.CLAIMED]
        status = self._random.choice(likely)
        time = Period(day[:7]) if self._random.random() < 0.2 else None
        said = writer.say(words, subject, object, f"cue:{property}/made up", time)
        self._said[_Said(subject, property, object, status)].append(said)

    def _measure(self, writer: _Writer, about: str, measure: str, unit: str, published: str) -> None:
        value = Decimal(self._random.randrange(1, 10000) * 10 ** self._random.choice((0, 2, 5)))
        year = str(int(published[:4]) - self._random.randrange(3))
        said = writer.say(
            f"{year}年，{{}}的{measure}达到{{}}{unit}。", about, Literal(str(value), "decimal"), "figure", None
        )
        id = _hash(about, measure, str(value), writer.document, len(writer.text))
        comparator = self._random.choice(wording.COMPARATORS)
        figure = Figure(id, about, measure, value, unit, comparator, Status.ASSERTED, 0.8, (said,), time=Period(year))
        self._figures.append(figure)

    def _statements(self) -> Iterator[Statement]:
        for one, evidence in self._said.items():
            id = _hash(one.subject, one.property, str(one.object), one.status.value)
            firm = self._settled.get((one.subject, "affiliatedWith")) if one.property == "holdsPosition" else None
            qualifiers = (("organisation", firm),) if isinstance(firm, str) else ()
            confidence = min(0.99, max(said.score for said in evidence) + 0.01 * len(evidence))
            yield Statement(
                id, one.subject, one.property, one.object, one.status, confidence, tuple(evidence), qualifiers
            )

    def _located(self) -> Iterator[tuple[str, str, str]]:
        """What the gazetteer adds: the places in which those of the articles lie."""
        gazetteer = load_gazetteer()
        for id in [id for id in self._entities if id in self._places and (self._mentions[id])]:
            inner = id
            for outer in gazetteer.ancestors(self._places[id]):
                if outer.id not in self._entities or not self._mentions[outer.id]:
                    made = Entity(
                        outer.id, outer.type, outer.name, code=outer.code, same_as=outer.same_as, background=True
                    )
                    known = self._entities.get(outer.id, made)
                    self._entities[outer.id] = known if known.mentions else made
                yield inner, "partOf", outer.id
                inner = outer.id

    def _judgements(self, entities: Sequence[Entity]) -> Iterator[Judgement]:
        """That an alias is the thing's, and that two things are two."""
        firms = [one for one in entities if one.type == "Company"]
        for one in firms:
            for alias in one.aliases:
                yield Judgement(one.id, alias, Verdict.SAME, 0.93, f"short form: {alias} stands in {one.name}")
        for _ in range(3 * self._articles):
            left, right = sorted(self._random.sample(firms, 2), key=lambda one: one.id)
            verdict = self._random.choice((Verdict.DIFFERENT, Verdict.DIFFERENT, Verdict.UNSURE))
            score = round(0.5 + self._random.random() / 2, 2)
            yield Judgement(left.id, right.id, verdict, score, "their names share characters; their articles differ")

    def _conflicts(self) -> Iterator[tuple[str, str]]:
        """Some of the figures of one thing, measure and year that differ."""
        first: dict[tuple[str, str, Period | None], str] = {}
        for one in self._figures:
            other = first.setdefault((one.about, one.measure, one.time), one.id)
            if other != one.id and self._random.random() < 0.1:
                yield f"observation/{other}", f"observation/{one.id}"


class _Writer:
    """An article as it is written, with the mentions in it."""

    def __init__(self, document: str, world: _World) -> None:
        self.document, self.text, self._world = document, "", world

    def say(self, words: str, subject: str, object: str | Literal, extractor: str, time: Period | None) -> Evidence:
        """Add a sentence about a thing and another thing or value."""
        start = len(self.text)
        before, between, after = words.split("{}")
        for part, thing in ((before, subject), (between, object)):
            self.text += part
            self._name(thing)
        self.text += after
        end = len(self.text)
        score = round(0.6 + 0.39 * self._world._random.random(), 2)
        return Evidence(self.document, start, end, self.text[start:end], extractor, score, time=time)

    def _name(self, thing: str | Literal) -> None:
        if isinstance(thing, Literal):
            self.text += thing.value
            return
        entity = self._world._entities[thing]
        surface = self._world._random.choice((entity.name, *entity.aliases))
        at = len(self.text)
        self.text += surface
        mention = Mention(self.document, at, len(self.text), surface, entity.type, "made up", 0.9)
        self._world._mentions[thing].append(mention)


def _cities() -> list[str]:
    return [place.id for place in load_gazetteer().places.values() if place.type == "City" and place.code]


def _hash(*parts: object) -> str:
    return sha256("|".join(map(str, parts)).encode()).hexdigest()[:16]
