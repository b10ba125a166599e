"""What a build holds, told on the first page: how much of what, where, when, and what contradicts what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...show import fold
from .asked import Asked, Json
from .catalogue import BACKGROUND
from .schema import term_name

if TYPE_CHECKING:
    from .opened import Opened

_SIZES = """SELECT ?kind (COUNT(?one) AS ?n) WHERE {
  VALUES ?kind { zm:Document zm:Statement zm:Observation zm:Evidence } ?one a ?kind } GROUP BY ?kind"""
_ARTICLES = """SELECT ?document (MIN(?titled) AS ?title) (MIN(?by) AS ?publisher) (MIN(?on) AS ?published) (MIN(?from) AS ?source) WHERE {
  ?document a zm:Document .
  OPTIONAL { ?document dcterms:title ?titled } OPTIONAL { ?document dcterms:publisher ?by }
  OPTIONAL { ?document zm:published ?on } OPTIONAL { ?document dcterms:source ?from } } GROUP BY ?document"""
_SITED = "SELECT ?property WHERE { ?property rdfs:subPropertyOf* zm:locatedIn }"
_CODES = "SELECT ?place ?code WHERE { ?place a zm:Province ; zm:gbCode ?code }"
_DATES = """SELECT ?thing ?property ?date ?status WHERE { ?thing zm:editionOf ?series .
  VALUES ?property { zm:date zm:startDate zm:endDate }
  ?said rdf:subject ?thing ; rdf:predicate ?property ; rdf:object ?date ; zm:status ?status }"""
_CONFLICTS = """SELECT DISTINCT ?left ?right ?thing WHERE { ?left zm:conflictsWith ?right ; zm:about|rdf:subject ?thing }
  ORDER BY ?thing ?left ?right"""
_SAID = """SELECT DISTINCT ?measure ?comparator ?value ?unit ?property ?object ?name ?status ?time ?from ?to WHERE {
  <$said> zm:status ?status .
  { <$said> zm:measure ?measure ; zm:comparator ?comparator ; zm:value ?value . OPTIONAL { <$said> zm:unit ?unit } }
  UNION { <$said> rdf:predicate ?property ; rdf:object ?object . OPTIONAL { ?object rdfs:label ?name } }
  OPTIONAL { <$said> zm:time ?time } OPTIONAL { <$said> zm:timeStart ?from ; zm:timeEnd ?to } }"""
_EVIDENCE = """SELECT DISTINCT ?quote ?document ?start ?end WHERE { <$said> zm:evidence ?evidence .
  ?evidence zm:document ?document ; zm:start ?start ; zm:end ?end . OPTIONAL { ?evidence zm:quote ?quote } } ORDER BY ?document ?start"""

_FULL = re.compile(r"\d{4}(-\d\d){0,2}")
_MOST_SERIES, _MOST_CONFLICTS, _MOST_CONNECTED, _MOST_ARTICLES, _MOST_PUBLISHERS = 12, 6, 12, 6, 10


@dataclass(frozen=True, slots=True)
class Overview(Asked):
    """The whole build in a few lists."""

    def told(self, opened: Opened) -> Json:
        """``sizes``, ``articles``, ``firms``, ``series``, ``conflicts``, ``connected``; of what is long the first, with the ``count``
        of all.
        """
        articles = articles_of(opened)
        series, conflicts = series_of(opened), conflicting(opened)
        return {
            "sizes": _sizes(opened),
            "articles": _articles(articles),
            "firms": firms_by_province(opened),
            "series": {"count": len(series), "first": series[:_MOST_SERIES]},
            "conflicts": {
                "count": len(conflicts),
                "first": [_conflict(opened, articles, *one) for one in conflicts[:_MOST_CONFLICTS]],
            },
            "connected": connected(opened, _MOST_CONNECTED),
        }


def _sizes(opened: Opened) -> Json:
    """How many articles, things, statements, figures and quotes there are."""
    found = {term_name(row["kind"]): int(row["n"]) for row in opened.store.query(_SIZES)}
    kinds = {"articles": "Document", "statements": "Statement", "figures": "Observation", "quotes": "Evidence"}
    return {"things": len(opened.catalogue.things), **{name: found.get(kind, 0) for name, kind in kinds.items()}}


Articles = Mapping[str, Mapping[str, str]]


def articles_of(opened: Opened) -> Articles:
    """IRI → ``title``, ``publisher``, ``published`` and ``source`` of an article, as far as they are known."""
    return {row["document"]: dict(row) for row in opened.store.query(_ARTICLES)}


def _articles(articles: Articles) -> Json:
    """From when to when they were published and by whom, and the newest of them."""
    days = sorted(one["published"] for one in articles.values() if "published" in one)
    ranked = publishers(articles)
    newest = sorted(articles.values(), key=lambda one: (one.get("published", ""), one["document"]), reverse=True)
    return {
        "since": days[0] if days else "",
        "until": days[-1] if days else "",
        "undated": len(articles) - len(days),
        "publishers": {"count": len(ranked), "first": ranked[:_MOST_PUBLISHERS]},
        "newest": newest[:_MOST_ARTICLES],
    }


def publishers(articles: Articles) -> list[Json]:
    """Who published how many articles, most first; a name in both scripts is one, called as it is most often."""
    found: dict[str, Counter[str]] = {}
    for one in articles.values():
        if "publisher" in one:
            found.setdefault(fold(one["publisher"]), Counter())[one["publisher"]] += 1
    rows = [{"name": max(sorted(names), key=names.__getitem__), "count": names.total()} for names in found.values()]
    return sorted(rows, key=lambda one: (-one["count"], one["name"]))


def firms_by_province(opened: Opened) -> Json:
    """Provinces with how many firms have a seat or site in each (as the named query counts: a firm may be in several), and how
    many firms there are, with and without one.
    """
    catalogue, schema = opened.catalogue, opened.schema
    sited = {term_name(row["property"]) for row in opened.store.query(_SITED)}
    codes = {row["place"]: row["code"] for row in opened.store.query(_CODES)}
    firms: dict[int, set[int]] = {}
    for edge in catalogue.edges:
        if edge.property in sited and edge.status in ("asserted", BACKGROUND):
            if "Company" in schema.above(catalogue.things[edge.source].cls):
                for province in _provinces(opened, edge.target):
                    firms.setdefault(province, set()).add(edge.source)
    rows = [
        {"id": place.id, "name": place.name, "code": codes.get(place.iri, ""), "count": len(found)}
        for place, found in ((catalogue.things[at], found) for at, found in firms.items())
    ]
    return {
        "provinces": sorted(rows, key=lambda one: (-one["count"], one["id"])),
        "placed": len(set().union(*firms.values())),
        "count": sum("Company" in schema.above(thing.cls) for thing in catalogue.things),
    }


def _provinces(opened: Opened, place: int) -> Iterator[int]:
    """The provinces of which a place is a part, or which it is."""
    catalogue, schema = opened.catalogue, opened.schema
    found = [place]
    for one in found:  # it grows while it is read
        if "Province" in schema.above(catalogue.things[one].cls):
            yield one
        for edge in (catalogue.edges[at] for at in catalogue.around[one]):
            if edge.source == one and edge.property == "partOf" and edge.status in ("asserted", BACKGROUND):
                found += [edge.target] if edge.target not in found else []


def series_of(opened: Opened) -> list[Json]:
    """Fairs and other series with their editions, those with most editions first; ``from`` and ``to`` as exactly as they are known."""
    catalogue = opened.catalogue
    dates = _dates(opened)
    exhibitors = Counter(edge.target for edge in catalogue.edges if edge.property == "exhibitsAt" and _holds(edge.status))
    editions: dict[int, dict[int, Json]] = {}
    for edge in catalogue.edges:
        if edge.property == "editionOf" and _holds(edge.status):
            thing = catalogue.things[edge.source]
            told = {"id": thing.id, "name": thing.name, "exhibitors": exhibitors[edge.source], **dates.get(thing.iri, {})}
            editions.setdefault(edge.target, {})[edge.source] = told
    rows = [
        {
            "id": catalogue.things[at].id,
            "name": catalogue.things[at].name,
            "class": catalogue.things[at].cls,
            "editions": sorted(found.values(), key=lambda one: (one.get("from", "9999"), one["id"])),
        }
        for at, found in editions.items()
    ]
    return sorted(rows, key=lambda one: (-sum("from" in each for each in one["editions"]), -len(one["editions"]), one["id"]))


def _holds(status: str) -> bool:
    return status in ("asserted", "planned", BACKGROUND)


def _dates(opened: Opened) -> dict[str, Json]:
    """Thing → ``from``, ``to`` and the ``status`` of its dates: asserted where one says so. Dates without a year are left out."""
    found: dict[str, dict[str, list[tuple[str, str]]]] = {}
    for row in opened.store.query(_DATES):
        status = term_name(row["status"])
        if _FULL.fullmatch(row["date"]) and status in ("asserted", "planned"):
            found.setdefault(row["thing"], {}).setdefault(term_name(row["property"]), []).append((status, row["date"]))
    told = {}
    for thing, kinds in found.items():
        asserted = {status for dates in kinds.values() for status, _ in dates}
        status = "asserted" if "asserted" in asserted else "planned"
        start = _best(kinds.get("startDate", []), status) or _best(kinds.get("date", []), status)
        end = _best(kinds.get("endDate", []), status)
        told[thing] = {"from": start or end, "to": end or start, "status": status}
    return told


def _best(dates: Iterable[tuple[str, str]], status: str) -> str:
    """The most exact of the dates with a status, the earliest of several."""
    return min((date for said, date in dates if said == status), key=lambda date: (-len(date), date), default="")


_Conflict = tuple[str, str, str]


def conflicting(opened: Opened) -> list[_Conflict]:
    """Thing and the two records of it that cannot both be true, as IRIs."""
    rows = opened.store.query(_CONFLICTS)
    return [(row["thing"], row["left"], row["right"]) for row in rows if row["thing"] in opened.catalogue.number]


def _conflict(opened: Opened, articles: Articles, thing: str, left: str, right: str) -> Json:
    """``thing``, and ``sides`` with what each says and the sentences that say so."""
    known = opened.catalogue.things[opened.catalogue.number[thing]]
    sides = [_side(opened, articles, one) for one in (left, right)]
    return {"thing": {"id": known.id, "name": known.name}, "sides": sides}


def _side(opened: Opened, articles: Articles, said: str) -> Json:
    row = dict(next(iter(opened.store.query(_SAID.replace("$said", said))), {}))
    for name in ("comparator", "property", "status"):
        if name in row:
            row[name] = term_name(row[name])
    row["object"] = row.pop("name", row.get("object", ""))
    evidence = [
        {**articles[one["document"]], **one, "start": int(one["start"]), "end": int(one["end"])}
        for one in opened.store.query(_EVIDENCE.replace("$said", said))
    ]
    return {**row, "evidence": evidence}


def connected(opened: Opened, most: int) -> list[Json]:
    """The things of which articles say most, places aside: those hold much together everywhere."""
    catalogue, schema = opened.catalogue, opened.schema
    links = Counter(
        end for edge in catalogue.edges if edge.status != BACKGROUND for end in {edge.source, edge.target}
    )
    ranked = sorted(links, key=lambda at: (-links[at], -catalogue.things[at].documents, at))
    named = (at for at in ranked if "Place" not in schema.above(catalogue.things[at].cls))
    rows = ((catalogue.things[at], links[at]) for at, _ in zip(named, range(most)))
    return [
        {"id": one.id, "name": one.name, "class": one.cls, "links": count, "documents": one.documents}
        for one, count in rows
    ]
