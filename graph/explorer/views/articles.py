"""What is known of each article beside its text, read once a build, and its text, read when it is wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath
from typing import Any, NamedTuple

from pyoxigraph import DefaultGraph, NamedNode

from ...ontology import ZM
from ...show import fold
from ...store import Store

_HEADS = """SELECT ?document ?kind ?value WHERE { ?document a zm:Document .
  VALUES ?kind { dcterms:title dcterms:publisher dcterms:creator dcterms:language dcterms:source zm:published zm:copyOf }
  ?document ?kind ?value }"""
_ALL = "SELECT ?document WHERE { ?document a zm:Document }"
_TEXT, _DOCUMENT, _EVIDENCE = (NamedNode(f"{ZM}{name}") for name in ("sourceText", "document", "evidence"))


@dataclass(slots=True)
class Head:
    """An article by its IRI. ``copy_of`` is the IRI of what it is a copy of."""

    iri: str
    title: str = ""
    publisher: str = ""
    creator: str = ""
    language: str = ""
    published: str = ""
    copy_of: str = ""
    sources: list[str] = field(default_factory=list)

    @property
    def shown(self) -> str:
        """What it is called: its title, else where it came from, of a file its name."""
        source = self.sources[0] if self.sources else ""
        return self.title or (source if "://" in source else PurePath(source).name) or self.iri.rpartition("/")[2]

    @property
    def address(self) -> str:
        """Where it stands on the web, if that is known."""
        return next((one for one in self.sources if one.startswith(("https://", "http://"))), "")


class Counts(NamedTuple):
    """Article → how many mentions it has, and how many facts and figures it bears out."""

    mentions: Mapping[str, int]
    facts: Mapping[str, int]


class ArticleIndex:
    """The articles of a build by their IRIs."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.heads: Mapping[str, Head] = dict(sorted(_read(store)))

    @cached_property
    def copies(self) -> Mapping[str, list[str]]:
        """Article → its copies."""
        found: dict[str, list[str]] = {}
        for iri, head in self.heads.items():
            if head.copy_of:
                found.setdefault(head.copy_of, []).append(iri)
        return found

    @cached_property
    def counts(self) -> Counts:
        """How much each article names and says."""
        document_of = dict(self._pairs(_DOCUMENT))  # of mentions and of evidence, the only two that have one
        said = list(self._pairs(_EVIDENCE))
        pairs = {(one, document_of[passage].value) for one, passage in said if passage in document_of}
        for _, passage in said:
            document_of.pop(passage, None)
        mentions = Counter(document.value for document in document_of.values())
        return Counts(mentions, Counter(document for _, document in pairs))

    @cached_property
    def publishers(self) -> Sequence[tuple[str, int]]:
        """The publishers with how many articles each, most first; one in both scripts is one, called as most call it."""
        found: dict[str, Counter[str]] = {}
        for head in self.heads.values():
            if head.publisher:
                found.setdefault(fold(head.publisher), Counter())[head.publisher] += 1
        named = ((min(names, key=lambda name: (-names[name], name)), names.total()) for names in found.values())
        return sorted(named, key=lambda one: (-one[1], one[0]))

    def _pairs(self, property: NamedNode) -> Iterator[tuple[Any, Any]]:
        """Subjects and objects of a property, quicker than a query where there are a million."""
        for quad in self._store.dataset.quads_for_pattern(None, property, None, DefaultGraph()):
            yield quad.subject, quad.object

    def text(self, iri: str) -> str | None:
        """The text of an article; nothing where the build kept none."""
        quads = self._store.dataset.quads_for_pattern(NamedNode(iri), _TEXT, None, DefaultGraph())
        found: Any = next((quad.object for quad in quads), None)
        return None if found is None else str(found.value)

    def told(self, iri: str) -> dict[str, str]:
        """What a quotation says of its article, empty where it is not known; ``copyOf`` is the title of what it is a copy of,
        ``original`` the IRI of that.
        """
        head = self.heads.get(iri, Head(iri))
        original = self.heads.get(head.copy_of)
        copied = {"copyOf": original.shown, "original": original.iri} if original else {"copyOf": "", "original": ""}
        return {
            "document": iri,
            "title": head.shown,
            "published": head.published,
            "publisher": head.publisher,
            **copied,
        }


def _read(store: Store) -> Iterator[tuple[str, Head]]:
    found = {row["document"]: Head(row["document"]) for row in store.query(_ALL)}
    fields = {"copyOf": "copy_of"}
    for row in store.query(_HEADS):
        head, kind = found[row["document"]], row["kind"].replace("#", "/").rpartition("/")[2]
        if kind == "source":
            head.sources.append(row["value"])
        else:
            name = fields.get(kind, kind)
            setattr(head, name, min(getattr(head, name) or row["value"], row["value"]))
    for iri, head in found.items():
        head.sources.sort(key=lambda one: (one.startswith(("https://", "http://")), one))
        yield iri, head
