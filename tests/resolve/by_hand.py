"""Articles as recognition and relation would leave them, made by hand: a source, mentions by surface, claims by index."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from graph.gazetteer import load_gazetteer
from graph.model import Claim, Document, Extraction, Knowledge, Literal, Measure, Mention, Period, Script, Status, Text
from graph.ontology import Ontology, load_ontology
from graph.resolve import resolve
from graph.resolve.bundles import Bundle, Key, Known, bundles_of
from graph.resolve.candidates import candidates
from graph.resolve.clusters import Cluster, clusters_of
from graph.resolve.compared import Compared
from graph.resolve.normal import normal
from graph.resolve.surroundings import Surroundings
from graph.script import normal_form

Named = tuple[str, str, str, str, float]
"""Surface, class, recogniser, the name that it names (or nothing), score."""


@cache
def ontology() -> Ontology:
    """The ontology that ships."""
    return load_ontology()


def text(source: str, script: Script = Script.HANS) -> Text:
    """A text that needs no cleaning; its id is a hash of the source, as a reader would give it."""
    document = Document(hashlib.sha256(source.encode()).hexdigest()[:16], "by-hand.txt", source)
    ends = tuple(range(1, len(source) + 1))
    return Text(document, source, normal_form(source), tuple(range(len(source))), ends, script)


def named(surface: str, type: str, recogniser: str = "structure", name: str = "", score: float = 0.9) -> Named:
    """What `article` makes a mention of."""
    return surface, type, recogniser, name, score


def article(source: str, *names: Named, claims: Sequence[Claim] = (), measures: Sequence[Measure] = ()) -> Extraction:
    """An extraction whose mentions are the names, in the order of the source; a name given twice is its next occurrence."""
    of = text(source)
    mentions, found_until = [], dict[str, int]()
    for surface, type, recogniser, name, score in names:
        start = source.index(surface, found_until.get(surface, 0))
        found_until[surface] = start + 1
        mentions.append(Mention(of.document.id, start, start + len(surface), surface, type, recogniser, score, name))
    return Extraction(of, tuple(mentions), tuple(claims), tuple(measures))


def claim(
    subject: int,
    predicate: str,
    object_: int | Literal,
    *,
    score: float = 0.8,
    status: Status = Status.ASSERTED,
    span: tuple[int, int] = (0, 1),
    qualifiers: tuple[tuple[str, int | str], ...] = (),
    time: Period | None = None,
) -> Claim:
    """A claim between two mentions by their place in the list."""
    return Claim(subject, predicate, object_, *span, f"cue:{predicate}", score, status, qualifiers, time)


def measure(about: int, words: str, value: str, unit: str, **more: object) -> Measure:
    """A figure about the mention at that place in the list."""
    return Measure(about, words, Decimal(value), unit, "exactly", 0, 1, "figure", 0.8, **more)  # type: ignore[arg-type]


def know(*articles: Extraction) -> Knowledge:
    """The articles brought together."""
    return resolve(articles, ontology())


def ids(knowledge: Knowledge, space: str) -> list[str]:
    """The ids of a space without its name, background left out."""
    return [e.id.partition("/")[2] for e in knowledge.entities if e.id.startswith(f"{space}/") and not e.background]


def reasons(knowledge: Knowledge, id: str) -> dict[str, str]:
    """Why each name belongs to an entity."""
    return {j.right: j.reason for j in knowledge.judgements if j.left == id}


def of(name: str, type: str = "Company", document: str = "{}宣布") -> Extraction:
    """An article that names one thing and nothing else."""
    return article(document.format(name), named(name, type))


def alias(short: str, full: str, type: str = "Company") -> Extraction:
    """An article that introduces one name for another."""
    return article(f"{full}（简称“{short}”）", named(full, type), named(short, type, "definition", full))


def clustered(*articles: Extraction) -> list[Cluster]:
    """The clusters of the articles, each read by itself."""
    return [
        cluster
        for number, extraction in enumerate(articles)
        for cluster in clusters_of(number, extraction, ontology(), load_gazetteer(), frozenset())
    ]


def bundled(*articles: Extraction) -> tuple[dict[Key, Bundle], Known, Surroundings]:
    """What the articles together say of each name, what is known beside them, and where the names stand."""
    clusters = clustered(*articles)
    bundles, known = bundles_of(clusters, ontology(), load_gazetteer())
    return bundles, known, Surroundings(clusters, articles, load_gazetteer())


def compared(one: str, other: str, *articles: Extraction) -> Compared:
    """Two names of the articles as the features see them, with the rules that pair them."""
    bundles, known, around = bundled(*articles)
    wanted = (normal(one), normal(other))
    short, full = sorted((key for key in bundles if key[1] in wanted), key=lambda key: (len(key[1]), key[1]))
    rules = candidates(bundles, known.aliases).get(min((short, full), (full, short)), frozenset())
    return Compared(bundles[short], bundles[full], rules, known, around)
