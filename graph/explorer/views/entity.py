"""All that is known of a thing, as its page shows it; and what a name or an address may mean that is no thing's id."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from ...show import judgements_of
from ...store import language
from .asked import Asked, Json, Unknown
from .facts import FEW, Group, facts_told, groups_of, thing_told
from .figures import figure_rows, figures_told
from .passages import Passages
from .picture import picture
from .places import places_told
from .schema import term_name

if TYPE_CHECKING:
    from .opened import Opened

FIRST, PAGE = 50, 200
"""Facts of a property that the page of a thing shows at first; and a page of them where one property is asked for."""
_AROUND = 14
_ALL = 1 << 31
_MOST_ARTICLES, _MOST_FIGURES, _MOST_JUDGEMENTS = 30, 200, 60
_NAMES = """SELECT DISTINCT ?name ?kind WHERE {
  VALUES ?kind { skos:prefLabel skos:altLabel skos:hiddenLabel } $thing ?kind ?name } ORDER BY ?name"""
_KINDS = {"prefLabel": "preferred", "altLabel": "alias", "hiddenLabel": "short"}
_SAME = "SELECT DISTINCT ?same WHERE { $thing owl:sameAs ?same } ORDER BY ?same"
_CODES = "SELECT ?code WHERE { $thing zm:gbCode ?code } ORDER BY ?code"
_LISTED = """SELECT DISTINCT ?p ?value WHERE {
  GRAPH ?background { $thing ?p ?value } FILTER(STRENDS(STR(?background), "/graph/background")) ?p a owl:DatatypeProperty } ORDER BY ?p ?value"""
_DOCUMENTS = "SELECT DISTINCT ?document WHERE { $thing zm:mentionedIn ?document }"


@dataclass(frozen=True, slots=True)
class Entity(Asked):
    """A thing by its id: all of it, or (with ``property`` and ``direction``) a page of its facts of one kind alone, or one
    ``fact`` alone with all its passages.
    """

    id: str
    property: str = ""
    direction: str = ""
    start: int = 0
    fact: str = ""

    def told(self, opened: Opened) -> Json:
        """``names``, ``groups`` of facts, ``figures``, ``articles``, ``judgements``, ``places``, ``picture`` and what else the page shows."""
        catalogue = opened.catalogue
        thing = catalogue.number[opened.iri(self.id)]
        groups = groups_of(opened, thing)
        told = {**_head(opened, thing), "facts": sum(len(group.facts) for group in groups)}
        if self.property or self.fact:
            return told | {"groups": [self._part(opened, thing, groups)]}
        iri = catalogue.things[thing].iri
        rows = figure_rows(opened, iri)
        judgements = judgements_of(opened.store, iri)
        return told | {
            **_names(opened, thing),
            "groups": [_group(opened, thing, group, 0, FIRST) for group in groups],
            "figureCount": len(rows),
            "figures": figures_told(opened, rows[:_MOST_FIGURES], Passages(opened), iri),
            "judgementCount": len(judgements),
            "judgements": [_judgement(opened, one) for one in judgements[:_MOST_JUDGEMENTS]],
            "articles": articles_told(opened, iri)[:_MOST_ARTICLES],
            "places": places_told(opened, thing),
            "picture": _picture(opened, thing),
        }

    def _part(self, opened: Opened, thing: int, groups: list[Group]) -> Json:
        for group in groups:
            for at, fact in enumerate(group.facts):
                if fact.id == self.fact:
                    return _group(opened, thing, group, at, 1, _ALL)
            if (group.property, group.direction) == (self.property, self.direction or group.direction):
                return _group(opened, thing, group, self.start, PAGE)
        raise Unknown("no such facts", where=self.fact or self.property, remedy="take those of its page")


def _head(opened: Opened, thing: int) -> dict[str, Any]:
    one = opened.catalogue.things[thing]
    return {**thing_told(opened, thing), "iri": one.iri, "documents": one.documents}


def _group(opened: Opened, thing: int, group: Group, start: int, most: int, passages: int = FEW) -> Json:
    name, schema = group.property, opened.schema
    labels = schema.inverse.get(name) if group.direction == "from" else None
    shown = group.facts[start : start + most]
    return {
        "property": name,
        "direction": group.direction,
        "labels": labels or schema.labels.get(name, {}),
        "count": len(group.facts),
        "start": start,
        "facts": facts_told(opened, thing, shown, passages),
    }


def _names(opened: Opened, thing: int) -> dict[str, Any]:
    """What it is called, by kind; who else is called so; codes, registries and what a list says of it."""
    store, one = opened.store, opened.catalogue.things[thing]
    node = str(NamedNode(one.iri))
    names: dict[str, dict[str, str]] = {kind: {} for kind in _KINDS.values()}
    for name, kind in store.answer(_NAMES.replace("$thing", node)):  # type: ignore[union-attr]  # rows of SELECT
        names[_KINDS[kind.value.rpartition("#")[2]]].setdefault(name.value, language(name.language or ""))
    listed: dict[str, list[str]] = {}
    for row in store.query(_LISTED.replace("$thing", node)):
        listed.setdefault(term_name(row["p"]), []).append(row["value"])
    numbers = opened.catalogue.number
    called = [name for kind in names.values() for name in kind]
    shared = {name: [iri for iri in opened.names.find(name) if iri != one.iri and iri in numbers] for name in called}
    return {
        "names": {
            kind: [{"name": name, "language": tag} for name, tag in some.items()] for kind, some in names.items()
        },
        "namesakes": [
            {"name": name, "things": [thing_told(opened, numbers[iri]) for iri in others]}
            for name, others in shared.items()
            if others
        ],
        "codes": [row["code"] for row in store.query(_CODES.replace("$thing", node))],
        "sameAs": [row["same"] for row in store.query(_SAME.replace("$thing", node))],
        "listed": [
            {"property": name, "labels": opened.schema.labels.get(name, {}), "values": values}
            for name, values in listed.items()
        ],
    }


def articles_told(opened: Opened, iri: str) -> list[dict[str, str]]:
    """The articles that name a thing, the newest first, those without a date last."""
    rows = opened.store.query(_DOCUMENTS.replace("$thing", str(NamedNode(iri))))
    found = [opened.articles.told(row["document"]) for row in rows]
    return sorted(sorted(found, key=lambda one: one["document"]), key=lambda one: one["published"], reverse=True)


def _judgement(opened: Opened, one: dict[str, Any]) -> Json:
    other, verdict = one["other"], one["verdict"]["id"]
    at = opened.catalogue.number.get(other["iri"] or "", -1)
    that = thing_told(opened, at) if at >= 0 else {"name": other["name"]}
    told = {key: one[key] for key in ("left", "right", "confidence", "reason", "by")}
    return {**told, "other": that, "verdict": verdict, "labels": opened.schema.labels.get(verdict, {})}


def _picture(opened: Opened, thing: int) -> Json:
    catalogue = opened.catalogue
    near = {catalogue.other(catalogue.edges[at], thing) for at in catalogue.around[thing]} - {thing}
    chosen = picture(opened, [thing, *catalogue.best_first(near)[:_AROUND]])
    return {**chosen, "count": len(near)}


@dataclass(frozen=True, slots=True)
class Called(Asked):
    """What may be meant by an address or a name that is no thing's id."""

    name: str

    def told(self, opened: Opened) -> Json:
        """``things`` that bear the name, and ``near``, names that are like it."""
        numbers = opened.catalogue.number
        local = self.name.rpartition("/")[2]
        found = [iri for name in dict.fromkeys((self.name, local)) for iri in opened.names.find(name) if iri in numbers]
        things = [
            {
                **thing_told(opened, at),
                "documents": opened.catalogue.things[at].documents,
                "links": opened.catalogue.degree(at),
            }
            for at in opened.catalogue.best_first(dict.fromkeys(numbers[iri] for iri in found))
        ]
        return {"name": local, "things": things, "near": [] if things else list(opened.names.nearest(local))}
