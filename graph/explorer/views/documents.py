"""The articles of a build."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .asked import Asked, Json, Unknown

if TYPE_CHECKING:
    from .opened import Opened

_ARTICLES = """SELECT ?document ?title ?publisher ?published ?source WHERE { ?document a zm:Document .
  OPTIONAL { ?document dcterms:title ?title } OPTIONAL { ?document dcterms:publisher ?publisher }
  OPTIONAL { ?document zm:published ?published } OPTIONAL { ?document dcterms:source ?source } } ORDER BY DESC(?published) ?document"""
_TEXT = "SELECT ?text WHERE { <$document> zm:sourceText ?text }"
_MENTIONS = """SELECT ?start ?end ?entity WHERE { ?mention zm:document <$document> ; zm:start ?start ; zm:end ?end ; zm:entity ?entity }
  ORDER BY ?start DESC(?end)"""


@dataclass(frozen=True, slots=True)
class Articles(Asked):
    """All articles, the newest first."""

    def told(self, opened: Opened) -> Json:
        """Each with ``document`` (its IRI), ``title``, ``publisher``, ``published``, ``source``, as far as known."""
        found: dict[str, dict[str, str]] = {}
        for row in opened.store.query(_ARTICLES):
            found.setdefault(row["document"], dict(row))
        return list(found.values())


@dataclass(frozen=True, slots=True)
class Article(Asked):
    """An article by the last part of its IRI."""

    id: str

    def told(self, opened: Opened) -> Json:
        """What ``Articles`` gives, with its ``text`` where the build kept it and ``mentions``: offsets of the text and the thing."""
        catalogue = opened.catalogue
        iri = catalogue.iri(f"document/{self.id}")
        head = next((one for one in Articles().told(opened) if one["document"] == iri), None)
        if head is None:
            raise Unknown("no such article", where=self.id, remedy="/documents lists them")
        text = next((row["text"] for row in opened.store.query(_TEXT.replace("$document", iri))), None)
        mentions = [
            {"start": int(row["start"]), "end": int(row["end"]), "id": catalogue.id(row["entity"])}
            for row in opened.store.query(_MENTIONS.replace("$document", iri))
        ]
        return {**head, "text": text, "mentions": mentions}
