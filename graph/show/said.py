"""What stands beside statements and figures: evidence, qualifiers, times, conflicts; asked for many of them at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pyoxigraph import NamedNode

from ..store import Store

Row = dict[str, str]
Beside = dict[str, Any]

_ZH = 'FILTER(LANGMATCHES(LANG(?{0}), "zh-Hans"))'
_EVIDENCE = """SELECT DISTINCT ?said ?quote ?document ?start ?end WHERE {
  VALUES ?said { $these } ?said zm:evidence ?evidence . ?evidence zm:document ?document ; zm:start ?start ; zm:end ?end .
  OPTIONAL { ?evidence zm:quote ?quote } }"""
_QUALIFIERS = f"""SELECT DISTINCT ?said ?property ?zh ?value ?other WHERE {{
  VALUES ?said {{ $these }} ?said ?property ?value . ?property rdfs:domain zm:Statement ; rdfs:label ?zh . {_ZH.format("zh")}
  OPTIONAL {{ ?value rdfs:label ?other }} }} ORDER BY ?zh ?other ?value"""
_TIMES = """SELECT DISTINCT ?said ?time WHERE { VALUES ?said { $these } ?said zm:evidence ?evidence .
  { ?evidence zm:time ?time } UNION { ?evidence zm:timeStart ?from ; zm:timeEnd ?to . BIND(CONCAT(STR(?from), "/", STR(?to)) AS ?time) }
} ORDER BY STR(?time)"""
_CONFLICTS = f"""SELECT DISTINCT ?said ?other ?comparator ?compared ?value ?unit ?status ?tone WHERE {{
  VALUES ?said {{ $these }} ?said zm:conflictsWith|^zm:conflictsWith ?other . ?other zm:status ?status . ?status rdfs:label ?tone . {_ZH.format("tone")}
  {{ ?other zm:value ?value ; zm:comparator ?comparator . ?comparator rdfs:label ?compared . {_ZH.format("compared")}
     OPTIONAL {{ ?other zm:unit ?unit }} }}
  UNION {{ ?other rdf:object ?object . OPTIONAL {{ ?object rdfs:label ?name }} BIND(COALESCE(STR(?name), STR(?object)) AS ?value) }}
}} ORDER BY ?value ?other"""
_ARTICLES = """SELECT ?document ?title ?published ?source WHERE { VALUES ?document { $these } ?document a zm:Document .
  OPTIONAL { ?document dcterms:title ?title } OPTIONAL { ?document zm:published ?published } OPTIONAL { ?document dcterms:source ?source } }"""
_COPIES = """SELECT ?document (COALESCE(?title, ?source) AS ?copyOf) WHERE { VALUES ?document { $these } ?document zm:copyOf ?original .
  ?original dcterms:source ?source OPTIONAL { ?original dcterms:title ?title } }"""
_AT_ONCE = 500
_TOLD_OF_ARTICLES = ("title", "published", "source", "copyOf")


def beside(store: Store, iris: Iterable[str]) -> Mapping[str, Beside]:
    """What stands beside statements or figures, by their IRIs: ``conflicts``, ``qualifiers``, ``times``, ``evidence``.

    Terms of the ontology are IRIs with their Chinese labels beside them; who shows them chooses.
    """
    iris = list(dict.fromkeys(iris))
    found: dict[str, Beside] = {iri: {"conflicts": [], "qualifiers": [], "times": [], "evidence": []} for iri in iris}
    for row in _asked(store, _CONFLICTS, iris):
        found[row.pop("said")]["conflicts"].append(row)
    for row in _asked(store, _QUALIFIERS, iris):
        found[row.pop("said")]["qualifiers"].append(row)
    for row in _asked(store, _TIMES, iris):
        found[row["said"]]["times"].append(row["time"])
    others = [other["other"] for one in found.values() for other in one["conflicts"]]
    said = evidence(store, (*iris, *others))
    for iri, one in found.items():
        one["evidence"] = said.get(iri, [])
        for other in one["conflicts"]:
            other["evidence"] = said.get(other["other"], [])
    return found


def evidence(store: Store, iris: Iterable[str]) -> Mapping[str, list[Beside]]:
    """The passages that say so, by what they say, each with what is known of its article; the earliest first."""
    rows = list(_asked(store, _EVIDENCE, dict.fromkeys(iris)))
    articles = articles_of(store, (row["document"] for row in rows))
    found: dict[str, list[Beside]] = {}
    for row in rows:
        place = {"start": int(row["start"]), "end": int(row["end"])}
        told = {key: value for key, value in row.items() if key not in ("said", "start", "end")}
        found.setdefault(row["said"], []).append({**told, **place, **articles.get(row["document"], {})})
    for passages in found.values():
        passages.sort(key=lambda one: (one.get("published", ""), one["document"], one["start"]))
    return found


def articles_of(store: Store, iris: Iterable[str]) -> Mapping[str, Row]:
    """Of documents ``title``, ``published``, ``source`` and ``copyOf``, as far as known; of several the first."""
    iris = list(dict.fromkeys(iris))
    found: dict[str, Row] = {}
    for row in (*_asked(store, _ARTICLES, iris), *_asked(store, _COPIES, iris)):
        known = found.setdefault(row["document"], {})
        for key in _TOLD_OF_ARTICLES:
            if key in row:
                known[key] = min(known.get(key, row[key]), row[key])
    return {iri: {key: known[key] for key in _TOLD_OF_ARTICLES if key in known} for iri, known in found.items()}


def _asked(store: Store, sparql: str, iris: Iterable[str]) -> Iterator[Row]:
    """The rows of a query about some things, asked in batches."""
    asked = list(iris)
    for first in range(0, len(asked), _AT_ONCE):
        these = " ".join(str(NamedNode(iri)) for iri in asked[first : first + _AT_ONCE])
        yield from store.query(sparql.replace("$these", these))
