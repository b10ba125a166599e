"""A made-up graph of any size: as a knowledge with its articles, and as plain pyvis draws it."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import networkx as nx
from pyvis.network import Network

from graph.model import Document, Entity, Evidence, Knowledge, Mention, Part, Script, Sentence, Statement, Status, Text

_SEED = 11
_CLASSES = ("Company", "City", "Product", "FairEdition", "Person", "Industry", "Technology", "GovernmentBody")
_SYLLABLES = "澄嵐越衡霽光恆硯朗岫拓瀾禾序雲青沐川昀澤璟和聿星樸遠知曜石嶼望舒衍楓"
_SAID = {
    "City": ("locatedIn", "{}位於{}。"),
    "Product": ("develops", "{}研發{}。"),
    "Industry": ("focusesOn", "{}專注於{}。"),
}
_ELSE = ("cooperatesWith", "{}與{}合作。")
_ARTICLE = 40  # sentences


@dataclass(frozen=True, slots=True)
class _Said:
    """A sentence of an article: what it says of which two, and where it stands."""

    number: int
    subject: int
    object: int
    property: str
    quote: str
    document: str
    start: int


def world(size: int) -> Knowledge:
    """So many entities of an invented graph, all of them linked: few hubs, many with one or two relations."""
    chance = random.Random(_SEED)  # noqa: S311 what is made up is no secret
    graph = nx.barabasi_albert_graph(size, 1, seed=_SEED)
    pairs = sorted(graph.edges) + [tuple(chance.sample(range(size), 2)) for _ in range(size // 3)]
    names = ["".join(chance.sample(_SYLLABLES, 4)) + str(number) for number in range(size)]
    types = [_CLASSES[number % len(_CLASSES)] for number in range(size)]
    ids = [f"{type.lower()}/{name}" for type, name in zip(types, names, strict=True)]
    texts, said = _articles(pairs, names, types)
    mentions: list[list[Mention]] = [[] for _ in range(size)]
    for one in said:
        for thing in (one.subject, one.object):
            start = one.start + one.quote.index(names[thing])
            mention = Mention(
                one.document, start, start + len(names[thing]), names[thing], types[thing], "made up", 1.0
            )
            mentions[thing].append(mention)
    entities = [Entity(ids[at], types[at], names[at], mentions=tuple(mentions[at])) for at in range(size)]
    return Knowledge(tuple(texts), tuple(entities), tuple(_statement(one, ids) for one in said), ())


def _articles(
    pairs: Sequence[tuple[int, int]], names: Sequence[str], types: Sequence[str]
) -> tuple[list[Text], list[_Said]]:
    """A sentence for each pair, in articles of a few dozen."""
    texts, said = [], []
    for first in range(0, len(pairs), _ARTICLE):
        document, start = f"d{first // _ARTICLE}", 0
        here = []
        for number, (subject, object) in enumerate(pairs[first : first + _ARTICLE], first):
            property, form = _SAID.get(types[object], _ELSE)
            here.append(
                _Said(number, subject, object, property, form.format(names[subject], names[object]), document, start)
            )
            start += len(here[-1].quote)
        texts.append(_text(document, [one.quote for one in here]))
        said += here
    return texts, said


def _text(id: str, quotes: Sequence[str]) -> Text:
    source = "".join(quotes)
    ends = [sum(map(len, quotes[: at + 1])) for at in range(len(quotes))]
    sentences = (Sentence(end - len(quote), end, Part.BODY, 0) for end, quote in zip(ends, quotes, strict=True))
    places = tuple(range(len(source) + 1))
    document = Document(id, f"{id}.txt", source, "made up")
    return Text(document, source, source, places[:-1], places[1:], Script.HANT, tuple(sentences))


def _statement(one: _Said, ids: Sequence[str]) -> Statement:
    evidence = Evidence(one.document, one.start, one.start + len(one.quote), one.quote, "made up", 0.9)
    return Statement(
        f"s{one.number}", ids[one.subject], one.property, ids[one.object], Status.ASSERTED, 0.9, (evidence,)
    )


def write_plain(knowledge: Knowledge, path: Path) -> None:
    """The same nodes and edges as pyvis draws them, its options untouched."""
    network = Network(directed=True, cdn_resources="in_line")
    for entity in knowledge.entities:
        network.add_node(entity.id, label=entity.name)
    for statement in knowledge.statements:
        network.add_edge(statement.subject, str(statement.object))
    path.write_text(network.generate_html(), encoding="utf-8")
