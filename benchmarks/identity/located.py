"""The corpus built as one, and the entity that each gold mention names in it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import graph
from graph.model import Document, Knowledge

from .gold import Article


class Named(Protocol):
    """A name of a thing of that class at ``[start, end)`` of an article's source, as people say."""

    @property
    def article(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def type(self) -> str: ...


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A mention that the pipeline found at ``[start, end)`` of an article's source, its class, its entity's id, its surface."""

    start: int
    end: int
    type: str
    entity: str
    surface: str = ""


def built(articles: Iterable[Article]) -> Knowledge:
    """What one build makes of the articles, given in this order as one file of JSON lines."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "corpus.jsonl"
        path.write_text("".join(f"{_record(article)}\n" for article in articles), encoding="utf-8")
        return graph.knowledge_of([path])


def _record(article: Article) -> str:
    row = {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "published": article.published,
        "publisher": article.publisher,
    }
    return json.dumps(row, ensure_ascii=False)


def record_of(document: Document) -> str:
    """The id that an article has in its file of JSON lines."""
    return document.uri.rpartition("#")[2]


def found_in(knowledge: Knowledge, called: Callable[[Document], str] = record_of) -> dict[str, tuple[Found, ...]]:
    """All mentions of a build with their entities, by what the article is called, in order."""
    texts = {text.document.id: text for text in knowledge.texts}
    names = {id: called(text.document) for id, text in texts.items()}
    found: dict[str, set[Found]] = {name: set() for name in names.values()}
    for entity in knowledge.entities:
        for mention in entity.mentions:
            start, end = texts[mention.document].source_span(mention.start, mention.end)
            found[names[mention.document]].add(Found(start, end, mention.type, entity.id, mention.surface))
    return {name: tuple(sorted(those)) for name, those in found.items()}


def entities_of(
    gold: Sequence[Named], found: Mapping[str, tuple[Found, ...]], spaces: Mapping[str, str]
) -> list[str | None]:
    """For each gold mention the id of the entity that it names; ``None`` where it was not recognised."""
    return [one.entity if one else None for one in found_for(gold, found, spaces)]


def found_for(
    gold: Sequence[Named], found: Mapping[str, tuple[Found, ...]], spaces: Mapping[str, str]
) -> list[Found | None]:
    """For each gold mention the one found in its place; ``None`` where it was not recognised.

    ``spaces`` gives for each class where the IRIs of its things begin (``org``, ``place``).
    """
    return [_found_for(one, found.get(one.article, ()), spaces[one.type]) for one in gold]


def _found_for(gold: Named, found: Sequence[Found], space: str) -> Found | None:
    """The one at exactly that span; or of that space, at the least span around it or the only thing for it inside."""
    same = [one for one in found if (one.start, one.end) == (gold.start, gold.end)]
    kin = [one for one in found if one.entity.partition("/")[0] == space]
    around = same or [one for one in kin if one.start <= gold.start and gold.end <= one.end]
    if around:
        return min(around, key=lambda one: (one.end - one.start, one.type != gold.type, one.entity))
    inside = _standing_for(gold, kin)
    return inside[0] if len({one.entity for one in inside}) == 1 else None


def _standing_for(gold: Named, found: Sequence[Found]) -> list[Found]:
    """Mentions inside that are the head of the name, which in Chinese is its end, or more than half of it."""
    within = [one for one in found if gold.start <= one.start and one.end <= gold.end]
    first = min((one.start for one in within if one.end == gold.end), default=None)
    if first is not None:
        return [one for one in within if (one.start, one.end) == (first, gold.end)]
    return [one for one in within if 2 * (one.end - one.start) > gold.end - gold.start]
