"""What is known of each article beside its text, read once a build, and its text, read when it is wanted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode

from ...ontology import ZM
from ...store import Store

_HEADS = """SELECT ?document ?kind ?value WHERE { ?document a zm:Document .
  VALUES ?kind { dcterms:title dcterms:publisher dcterms:creator dcterms:language dcterms:source zm:published zm:copyOf }
  ?document ?kind ?value }"""
_ALL = "SELECT ?document WHERE { ?document a zm:Document }"
_TEXT, _DOCUMENT, _EVIDENCE = (NamedNode(f"{ZM}{name}") for name in ("sourceText", "document", "evidence"))
_MENTION, _TYPE = NamedNode(f"{ZM}Mention"), NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


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
        """What it is called: its title, else where it came from."""
        return self.title or (self.sources[0] if self.sources else self.iri.rpartition("/")[2])

    @property
    def address(self) -> str:
        """Where it stands on the web, if that is known."""
        return next((one for one in self.sources if one.startswith(("https://", "http://"))), "")


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
    def mentions(self) -> Mapping[str, int]:
        """Article → how many mentions it has."""
        mentions = {mention for mention, _ in self._pairs(_TYPE, _MENTION)}
        return Counter(document.value for one, document in self._pairs(_DOCUMENT) if one in mentions)

    @cached_property
    def facts(self) -> Mapping[str, int]:
        """Article → how many facts and figures it bears out."""
        document_of = dict(self._pairs(_DOCUMENT))
        said = {(one, document_of.get(evidence)) for one, evidence in self._pairs(_EVIDENCE)}
        return Counter(document.value for _, document in said if document is not None)

    def _pairs(self, property: NamedNode, object: NamedNode | None = None) -> Iterator[tuple[Any, Any]]:
        """Subjects and objects of a property, quicker than a query where there are a million."""
        for quad in self._store.dataset.quads_for_pattern(None, property, object, DefaultGraph()):
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
