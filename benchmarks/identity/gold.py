"""The groups of articles with the clusters of mentions that are one thing, as ``README.md`` describes them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from graph.errors import UsageError

FOLDER = Path(__file__).resolve().parent / "clusters"
SETS = ("development", "test")
EVERY = "all"


@dataclass(frozen=True, slots=True)
class Article:
    """A document of a group; all offsets count in ``source``."""

    id: str
    title: str
    text: str
    published: str
    publisher: str

    @property
    def source(self) -> str:
        """The source text as the pipeline makes it of a record whose title stands apart."""
        return f"{self.title}\n{self.text}"


@dataclass(frozen=True, slots=True)
class Cluster:
    """One thing: where it is named, as (article, surface, number of the occurrence from 1, or 0 for all)."""

    id: str
    type: str
    kind: str
    note: str
    named: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Articles that have a hard case in common, of one half of the corpus."""

    name: str
    half: str
    about: str
    articles: tuple[Article, ...]
    clusters: tuple[Cluster, ...]


@dataclass(frozen=True, slots=True, order=True)
class GoldMention:
    """A name at ``[start, end)`` of an article's source, with the cluster that it belongs to and that one's kind."""

    article: str
    start: int
    end: int
    surface: str
    cluster: str
    type: str
    kind: str
    half: str


def load(folder: Path = FOLDER) -> tuple[Group, ...]:
    """All groups, by name.

    Raises:
        UsageError: where the folder has none, or a file is no group.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise UsageError(
            "no group of articles is here", where=str(folder), remedy="name the folder with the JSON files"
        )
    return tuple(map(_group, paths))


def _group(path: Path) -> Group:
    try:
        row = json.loads(path.read_text("utf-8"))
        articles = tuple(Article(**one) for one in row["documents"])
        return Group(row["group"], row["set"], row["about"], articles, tuple(map(_cluster, row["clusters"])))
    except (ValueError, KeyError, TypeError) as error:
        remedy = "see benchmarks/identity/README.md for the format"
        raise UsageError(
            f"this is no group ({type(error).__name__}: {error})", where=str(path), remedy=remedy
        ) from error


def _cluster(row: dict[str, object]) -> Cluster:
    rows = row["mentions"]
    if not isinstance(rows, list):
        raise TypeError("mentions is no list")
    named = tuple((str(one), str(surface), 0 if which == EVERY else int(which)) for one, surface, which in rows)
    return Cluster(str(row["id"]), str(row["class"]), str(row["kind"]), str(row["note"]), named)


def mentions(groups: Iterable[Group]) -> tuple[GoldMention, ...]:
    """The mentions of all clusters, in the order of article and offset."""
    return tuple(sorted(one for group in groups for one in _mentions(group)))


def _mentions(group: Group) -> Iterator[GoldMention]:
    sources = {article.id: article.source for article in group.articles}
    for cluster in group.clusters:
        for article, surface, which in cluster.named:
            places = occurrences(sources.get(article, ""), surface)
            for start in places if which == 0 else places[which - 1 : which]:
                end = start + len(surface)
                yield GoldMention(article, start, end, surface, cluster.id, cluster.type, cluster.kind, group.half)


def occurrences(text: str, surface: str) -> list[int]:
    """Where ``surface`` begins in ``text``, overlapping ones too.

    >>> occurrences("甲甲甲", "甲甲")
    [0, 1]
    """
    return [at for at in range(len(text)) if surface and text.startswith(surface, at)]


def problems(groups: Sequence[Group], classes: Collection[str]) -> list[str]:
    """What is wrong with the corpus, a line each; none where all is in order."""
    found = list(_twice("article", (article.id for group in groups for article in group.articles)))
    found += _twice("cluster", (cluster.id for group in groups for cluster in group.clusters))
    found += _twice("text", (article.text for group in groups for article in group.articles))
    for group in groups:
        found += [f"{group.name}: {line}" for line in _problems(group, classes)]
    return found


def _twice(what: str, ids: Iterable[str]) -> Iterator[str]:
    yield from (f"{what} {id} is there {count} times" for id, count in Counter(ids).items() if count > 1)


def _problems(group: Group, classes: Collection[str]) -> Iterator[str]:
    if group.half not in SETS:
        yield f"{group.half} is no set"
    sources = {article.id: article.source for article in group.articles}
    yield from (
        f"the text of {one.id} begins with its title" for one in group.articles if one.text.startswith(one.title)
    )
    for cluster in group.clusters:
        if cluster.type not in classes:
            yield f"{cluster.type} of {cluster.id} is no class of the ontology"
        if not cluster.named:
            yield f"{cluster.id} is named nowhere"
        for article, surface, which in cluster.named:
            if len(occurrences(sources.get(article, ""), surface)) < max(which, 1):
                yield f"{surface} of {cluster.id} does not stand {max(which, 1)} times in {article}"
    yield from _overlaps(sorted(_mentions(group)))


def _overlaps(ordered: Sequence[GoldMention]) -> Iterator[str]:
    for one, two in pairwise(ordered):
        if one.article == two.article and two.start < one.end:
            yield f"{one.surface} of {one.cluster} and {two.surface} of {two.cluster} overlap in {one.article}"
