"""What a build knows of one thing, as plain values: names, facts and figures with their sentences, judgements, articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ..store import Store
from .said import Beside, articles_of, beside

Known = dict[str, Any]

_ZH = 'FILTER(LANGMATCHES(LANG(?{0}), "zh-Hans"))'
_EN = 'FILTER(LANGMATCHES(LANG(?{0}), "en"))'
_NAMES_OF = """SELECT DISTINCT ?name ?kind WHERE {
  VALUES ?kind { skos:prefLabel skos:altLabel skos:hiddenLabel } $thing ?kind ?name } ORDER BY ?name"""
_HEAD = f"""SELECT DISTINCT ?label ?zh ?en ?code ?same WHERE {{
  $thing rdfs:label ?label ; a ?class . ?class rdfs:label ?zh , ?en . {_ZH.format("zh")} {_EN.format("en")}
  OPTIONAL {{ $thing zm:gbCode ?code }} OPTIONAL {{ $thing owl:sameAs ?same }} }} ORDER BY ?same"""
_FACTS = f"""SELECT DISTINCT ?statement ?zh ?en ?other ?value ?status ?tone ?confidence WHERE {{
  ?statement a zm:Statement ; $this $thing ; $that ?value ; rdf:predicate ?p ; zm:status ?status ; zm:confidence ?confidence .
  ?status rdfs:label ?tone . {_ZH.format("tone")}
  ?p $label ?zh , ?en . {_ZH.format("zh")} {_EN.format("en")}
  OPTIONAL {{ ?value rdfs:label ?other }} }} ORDER BY ?zh DESC(?confidence) ?other ?value ?statement"""
_LISTED = f"""SELECT DISTINCT ?zh ?en ?value WHERE {{
  GRAPH ?background {{ $thing ?p ?value }} FILTER(STRENDS(STR(?background), "/graph/background"))
  ?p a owl:DatatypeProperty ; rdfs:label ?zh , ?en . {_ZH.format("zh")} {_EN.format("en")} }} ORDER BY ?zh ?value"""
_BACKGROUND = f"""SELECT DISTINCT ?zh ?en ?other ?value ?p WHERE {{
  GRAPH ?background {{ $subject ?p $object }} FILTER(STRENDS(STR(?background), "/graph/background"))
  FILTER NOT EXISTS {{ ?said rdf:subject $subject ; rdf:predicate ?p ; rdf:object $object ; zm:status zm:asserted }}
  ?p a owl:ObjectProperty ; $label ?zh , ?en . {_ZH.format("zh")} {_EN.format("en")}
  ?value rdfs:label ?other }} ORDER BY ?zh ?other"""
_FIGURES = f"""SELECT DISTINCT ?figure ?measure ?compared ?confidence ?value ?unit ?notation ?time ?from ?to ?asOf ?share ?against ?status ?tone
WHERE {{
  ?figure zm:about $thing ; zm:measure ?measure ; zm:value ?value ; zm:status ?status ; zm:comparator/rdfs:label ?compared ;
    zm:confidence ?confidence .
  ?status rdfs:label ?tone . {_ZH.format("tone")} {_ZH.format("compared")}
  OPTIONAL {{ ?figure zm:unit ?unit }} OPTIONAL {{ ?figure zm:notation ?notation }} OPTIONAL {{ ?figure zm:time ?time }}
  OPTIONAL {{ ?figure zm:timeStart ?from ; zm:timeEnd ?to }} OPTIONAL {{ ?figure zm:asOf ?asOf }}
  OPTIONAL {{ ?figure zm:shareOf ?share }} OPTIONAL {{ ?figure zm:against ?against }} }} ORDER BY ?measure ?time ?value ?figure"""
_JUDGEMENTS = f"""SELECT DISTINCT ?verdict ?zh ?left ?leftName ?right ?rightName ?reason ?score ?by WHERE {{
  ?judgement a zm:Judgement ; zm:left|zm:right $thing ; zm:verdict ?verdict ; zm:reason ?reason ; zm:confidence ?score ; zm:by ?by .
  ?verdict rdfs:label ?zh . {_ZH.format("zh")}
  {{ ?judgement zm:left ?left . ?left rdfs:label ?leftName }} UNION {{ ?judgement zm:leftName ?leftName }}
  {{ ?judgement zm:right ?right . ?right rdfs:label ?rightName }} UNION {{ ?judgement zm:rightName ?rightName }} }}
ORDER BY ?leftName ?rightName ?reason"""
_CLASS = f"""SELECT ?zh ?en WHERE {{
  $thing a ?class . ?class rdfs:label ?zh , ?en . {_ZH.format("zh")} {_EN.format("en")} }}"""
_VERDICTS = ("same", "renamed", "retyped", "rejected", "different", "unsure")
_DOCUMENTS = "SELECT DISTINCT ?document WHERE { $thing zm:mentionedIn ?document }"


_KINDS = {"prefLabel": "preferred", "altLabel": "alias", "hiddenLabel": "short"}


def known_of(store: Store, iri: str) -> Known:
    """What a build knows of the thing with that IRI, ready for JSON.

    ``facts`` go both ways: ``direction`` is ``to`` where the thing is the subject and ``from`` where it is the object; one
    without ``status`` is the gazetteer's or that of a user's list, whose values are ``listed``; ``times`` are when it holds.
    ``judgements`` are merges first, then what a person put right, what is kept apart, what is unsure. Offsets count code points of a document's source text, the end excluded.
    """
    node = f"<{iri}>"
    rows = _ask(store, _HEAD, thing=node)
    head = rows[0]
    names: dict[str, list[str]] = {kind: [] for kind in _KINDS.values()}
    for row in _ask(store, _NAMES_OF, thing=node):
        kept = names[_KINDS[row["kind"].rpartition("#")[2]]]
        kept += [row["name"]] if row["name"] not in kept else []
    return {
        "iri": iri,
        "name": head["label"],
        "class": {"zh": head["zh"], "en": head["en"]},
        "names": names,
        "code": head.get("code"),
        "listed": _ask(store, _LISTED, thing=node),
        "sameAs": list(dict.fromkeys(row["same"] for row in rows if "same" in row)),
        "facts": [
            *_facts(store, node, "to"),
            *_background(store, node, "to"),
            *_facts(store, node, "from"),
            *_background(store, node, "from"),
        ],
        "figures": list(_figures(store, node)),
        "judgements": judgements_of(store, iri),
        "articles": _articles(store, node),
    }


def _facts(store: Store, node: str, direction: str) -> Iterator[Known]:
    """Facts with the thing at that end of their statements."""
    ends = (
        ("rdf:subject", "rdf:object", "rdfs:label")
        if direction == "to"
        else ("rdf:object", "rdf:subject", "zm:inverseLabel")
    )
    this, that, label = ends
    rows = _ask(store, _FACTS, thing=node, this=this, that=that, label=label)
    more = beside(store, (row["statement"] for row in rows))
    for row in rows:
        one = more[row["statement"]]
        yield {
            **_end(row, direction),
            "status": {"id": row["status"].rpartition("#")[2], "zh": row["tone"]},
            "confidence": float(row["confidence"]),
            "conflicts": _conflicts(one),
            "qualifiers": {row["zh"]: row.get("other", row["value"]) for row in one["qualifiers"]},
            "times": one["times"],
            "evidence": one["evidence"],
        }


def _conflicts(one: Beside) -> list[Known]:
    """What cannot be true beside a fact or figure, with its own sentences."""
    told = ("compared", "tone", "value", "unit", "evidence")
    return [{key: row[key] for key in told if key in row} for row in one["conflicts"]]


def _background(store: Store, node: str, direction: str) -> Iterator[Known]:
    """What a gazetteer adds, without a sentence."""
    ends = {"subject": node, "object": "?value", "label": "rdfs:label"}
    if direction == "from":
        ends = {"subject": "?value", "object": node, "label": "zm:inverseLabel"}
    for row in _ask(store, _BACKGROUND, **ends):
        yield _end(row, direction) | {"by": "gazetteer" if row["p"].endswith("#partOf") else "list"}


def _end(row: dict[str, str], direction: str) -> Known:
    other = {"name": row["other"], "iri": row["value"]} if "other" in row else {"value": row["value"]}
    return {"direction": direction, "relation": {"zh": row["zh"], "en": row["en"]}, "other": other}


def _figures(store: Store, node: str) -> Iterator[Known]:
    told = ("measure", "value", "unit", "notation", "time", "from", "to", "asOf", "share", "against")
    rows = _ask(store, _FIGURES, thing=node)
    more = beside(store, (row["figure"] for row in rows))
    for row in rows:
        one = more[row["figure"]]
        yield {
            **{key: row[key] for key in told if key in row},
            "comparator": row["compared"],
            "status": {"id": row["status"].rpartition("#")[2], "zh": row["tone"]},
            "confidence": float(row["confidence"]),
            "conflicts": _conflicts(one),
            "evidence": one["evidence"],
        }


def _articles(store: Store, node: str) -> list[Known]:
    """The articles that name the thing, those without a date first, then the earliest."""
    iris = [row["document"] for row in _ask(store, _DOCUMENTS, thing=node)]
    found = ({"document": iri, **more} for iri, more in articles_of(store, iris).items())
    return sorted(found, key=lambda one: (one.get("published", ""), one["document"]))


def judgements_of(store: Store, iri: str) -> list[Known]:
    """What was judged of a thing; ``other`` is the other side, a thing or a name alone, which has no ``iri``."""
    found = [_judgement(store, iri, row) for row in _ask(store, _JUDGEMENTS, thing=f"<{iri}>")]
    return sorted(found, key=lambda one: _VERDICTS.index(one["verdict"]["id"]))


def _judgement(store: Store, iri: str, row: dict[str, str]) -> Known:
    side = "left" if row.get("right") == iri else "right"
    that = row.get(side)
    return {
        "left": row["leftName"],
        "right": row["rightName"],
        "other": {"name": row[f"{side}Name"], "iri": that, "class": class_of(store, that) if that else None},
        "verdict": {"id": row["verdict"].rpartition("#")[2], "zh": row["zh"]},
        "confidence": float(row["score"]),
        "reason": row["reason"],
        "by": row["by"],
    }


def class_of(store: Store, iri: str) -> dict[str, str]:
    """The class of a thing in both languages."""
    return _ask(store, _CLASS, thing=f"<{iri}>")[0]


def _ask(store: Store, query: str, **values: str) -> list[dict[str, str]]:
    """The rows of a query in which each ``$name`` is replaced by a piece of SPARQL."""
    return list(store.query(re.sub(r"\$(\w+)", lambda match: values[match[1]], query)))
