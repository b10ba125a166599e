"""What a build holds, told on the first page: how much of what, where, when, and what contradicts what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .asked import Asked, Json
from .catalogue import BACKGROUND
from .conflicts import conflicts_of, told
from .facts import thing_told
from .schema import term_name
from .series import series_of
from .tables import Row, Table, chosen

if TYPE_CHECKING:
    from .opened import Opened

_SIZES = """SELECT ?kind (COUNT(?one) AS ?n) WHERE {
  VALUES ?kind { zm:Document zm:Statement zm:Observation zm:Evidence } ?one a ?kind } GROUP BY ?kind"""
_SITED = "SELECT ?property WHERE { ?property rdfs:subPropertyOf* zm:locatedIn }"
_CODES = "SELECT ?place ?code WHERE { ?place a zm:Province ; zm:gbCode ?code }"
_MOST_SERIES, _MOST_CONFLICTS, _MOST_CONNECTED, _MOST_ARTICLES, _MOST_PUBLISHERS = 12, 4, 12, 6, 10
_HOLDS = ("asserted", BACKGROUND)


@dataclass(frozen=True, slots=True)
class Overview(Asked):
    """The whole build in a few lists."""

    def told(self, opened: Opened) -> Json:
        """``sizes``, ``articles``, ``firms``, ``series``, ``conflicts``, ``connected``; of what is long the ``first``, with the
        ``count`` of all.
        """
        conflicts = conflicts_of(opened)
        return {
            "sizes": _sizes(opened),
            "articles": _articles(opened),
            "firms": firms_by_province(opened),
            "series": _first(series_of(opened), _MOST_SERIES),
            "conflicts": {"count": len(conflicts), "first": told(opened, conflicts[:_MOST_CONFLICTS])},
            "connected": _first(connected(opened), _MOST_CONNECTED),
        }


def _first(rows: list[Json], most: int) -> Json:
    return {"count": len(rows), "first": rows[:most]}


def _sizes(opened: Opened) -> Json:
    """How many articles, things, statements, figures and quotes there are."""
    found = {term_name(row["kind"]): int(row["n"]) for row in opened.store.query(_SIZES)}
    kinds = {"articles": "Document", "statements": "Statement", "figures": "Observation", "quotes": "Evidence"}
    return {"things": len(opened.catalogue.things), **{name: found.get(kind, 0) for name, kind in kinds.items()}}


def _articles(opened: Opened) -> Json:
    """From when to when they were published and by whom, and the newest of them."""
    heads = opened.articles.heads
    days = sorted(head.published for head in heads.values() if head.published)
    newest = sorted(heads, key=lambda iri: (heads[iri].published, iri), reverse=True)
    return {
        "since": days[0] if days else "",
        "until": days[-1] if days else "",
        "undated": len(heads) - len(days),
        "publishers": _first(publishers(opened), _MOST_PUBLISHERS),
        "newest": [opened.articles.told(iri) for iri in newest[:_MOST_ARTICLES]],
    }


def publishers(opened: Opened) -> list[Json]:
    """Who published how many articles, most first; a name in both scripts is one, called as it is most often."""
    return [{"name": name, "count": count} for name, count in opened.articles.publishers]


def firms_by_province(opened: Opened) -> Json:
    """``provinces`` with how many firms have a seat or site in each, as the named query counts (a firm may be in several); how
    many firms are ``placed`` so, and the ``count`` of all.
    """
    catalogue, codes = opened.catalogue, {row["place"]: row["code"] for row in opened.store.query(_CODES)}
    sited = {term_name(row["property"]) for row in opened.store.query(_SITED)}
    is_firm = ["Company" in opened.schema.above(thing.cls) for thing in catalogue.things]
    firms: dict[int, set[int]] = {}
    for edge in catalogue.edges:
        if edge.property in sited and edge.status in _HOLDS and is_firm[edge.source]:
            for province in _provinces(opened, edge.target):
                firms.setdefault(province, set()).add(edge.source)
    rows = [
        {**thing_told(opened, at), "code": codes.get(catalogue.things[at].iri, ""), "count": len(found)}
        for at, found in firms.items()
    ]
    return {
        "provinces": sorted(rows, key=lambda one: (-one["count"], one["id"])),
        "placed": len(set().union(*firms.values())),
        "count": sum(is_firm),
    }


def _provinces(opened: Opened, place: int) -> Iterator[int]:
    """The provinces of which a place is a part, or which it is."""
    catalogue, found = opened.catalogue, [place]
    for one in found:  # it grows while it is read
        if "Province" in opened.schema.above(catalogue.things[one].cls):
            yield one
        for edge in (catalogue.edges[at] for at in catalogue.around[one]):
            if edge.source == one and edge.property == "partOf" and edge.status in _HOLDS:
                found += [] if edge.target in found else [edge.target]


def connected(opened: Opened) -> list[Json]:
    """Things by how much articles say of them, most first; without places, which hold much together everywhere."""
    catalogue, schema = opened.catalogue, opened.schema
    said = (edge for edge in catalogue.edges if edge.status != BACKGROUND)
    links = Counter(end for edge in said for end in {edge.source, edge.target})
    ranked = sorted(links, key=lambda at: (-links[at], -catalogue.things[at].documents, at))
    return [
        {**thing_told(opened, at), "links": links[at], "documents": catalogue.things[at].documents}
        for at in ranked
        if "Place" not in schema.above(catalogue.things[at].cls)
    ]


@dataclass(frozen=True, slots=True)
class OverviewTable(Table):
    """A list of the first page, all of it; ``of`` is one of ``OVERVIEW_TABLES``."""

    of: str

    def table(self, opened: Opened) -> tuple[tuple[str, ...], Iterable[Row]]:
        """The list in full."""
        columns, rows = chosen(OVERVIEW_TABLES, self.of)
        return columns, rows(opened)


def _classes(opened: Opened) -> Iterator[Row]:
    counts = Counter(thing.cls for thing in opened.catalogue.things)
    for name, count in counts.most_common():
        yield {"class": name, **opened.schema.labels.get(name, {}), "count": count}


def _editions(opened: Opened) -> Iterator[Row]:
    for series in series_of(opened):
        for one in series["editions"]:
            yield {**one, "series": series["name"], "seriesId": series["id"], "edition": one["name"]}


def _conflicts(opened: Opened) -> Iterator[Row]:
    for one in told(opened, conflicts_of(opened)):
        row: dict[str, object] = {
            "thing": one["thing"]["name"],
            "id": one["thing"]["id"],
            "what": one["what"].get("en"),
        }
        for name, side in zip(("one", "other"), one["sides"], strict=True):
            value = side["value"] if "value" in side else side["other"].get("name", side["other"].get("value"))
            row |= {name: value, f"{name}Unit": side.get("unit", ""), f"{name}Compared": side.get("comparator", "")}
            row |= {f"{name}Status": side["status"], f"{name}Times": "; ".join(side["times"])}
            row[f"{name}Quotes"] = " | ".join(each["quote"] for each in side["evidence"])
            row[f"{name}Documents"] = " | ".join(each["document"] for each in side["evidence"])
        yield row


_Rows = Callable[["Opened"], Iterable[Row]]
_SIDE = ("", "Compared", "Unit", "Status", "Times", "Quotes", "Documents")
OVERVIEW_TABLES: Mapping[str, tuple[tuple[str, ...], _Rows]] = {
    "provinces": (("name", "id", "code", "count"), lambda opened: firms_by_province(opened)["provinces"]),
    "editions": (("series", "seriesId", "edition", "id", "start", "end", "status", "exhibitors"), _editions),
    "conflicts": (
        ("thing", "id", "what", *(f"{side}{part}" for side in ("one", "other") for part in _SIDE)),
        _conflicts,
    ),
    "connected": (("name", "id", "class", "links", "documents"), connected),
    "classes": (("class", "en", "zh-Hans", "count"), _classes),
    "publishers": (("name", "count"), publishers),
}
