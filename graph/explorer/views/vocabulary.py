"""The words that a query can use: prefixes, and the terms of the ontology and of other vocabularies, with what they mean."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...store import language
from .asked import Asked, Json

if TYPE_CHECKING:
    from .opened import Opened

_CLASSES = "SELECT ?term (COUNT(*) AS ?n) WHERE { ?s a ?term } GROUP BY ?term"
_PROPERTIES = "SELECT ?term (COUNT(*) AS ?n) WHERE { ?s ?term ?o } GROUP BY ?term"
_DECLARED = """SELECT ?term ?type WHERE {
  VALUES ?type { owl:Class owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty zm:Status zm:Comparator zm:Verdict zm:Unit }
  ?term a ?type }"""
_TOLD = """SELECT ?term ?property ?value WHERE { VALUES ?property { rdfs:label rdfs:comment rdfs:domain rdfs:range }
  VALUES ?type { owl:Class owl:ObjectProperty owl:DatatypeProperty owl:AnnotationProperty zm:Status zm:Comparator zm:Verdict zm:Unit }
  ?term a ?type ; ?property ?value . FILTER(!ISBLANK(?value)) }"""


@dataclass(frozen=True, slots=True)
class Vocabulary(Asked):
    """All terms."""

    def told(self, opened: Opened) -> Json:
        """``prefixes``, and ``terms``: the short form → ``kind`` (class, property, individual), how often it is used
        (``count``), ``labels`` and ``comments`` by language, ``domain`` and ``range``.
        """
        store = opened.store
        terms: dict[str, dict[str, Any]] = {}

        def term(iri: str, kind: str) -> dict[str, Any]:
            new: dict[str, Any] = {"kind": kind, "count": 0, "labels": {}, "comments": {}, "domain": [], "range": []}
            return terms.setdefault(store.short(iri), new)

        for row in store.query(_DECLARED):
            term(row["term"], _kind(row["type"]))
        for sparql, kind in ((_CLASSES, "class"), (_PROPERTIES, "property")):
            for row in store.query(sparql):
                term(row["term"], kind)["count"] = int(row["n"])
        for about, property, value in store.answer(_TOLD):  # type: ignore[union-attr]  # rows of SELECT
            known, name = terms[store.short(about.value)], property.value.rpartition("#")[2]
            if name in ("domain", "range"):
                known[name].append(store.short(value.value))
            else:
                known[f"{name}s"].setdefault(language(value.language or "en"), value.value)
        return {"prefixes": dict(store.prefixes), "terms": dict(sorted(terms.items()))}


def _kind(type: str) -> str:
    name = type.rpartition("#")[2]
    return "class" if name == "Class" else "property" if name.endswith("Property") else "individual"
