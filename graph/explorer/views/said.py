"""What some edges say, with the sentences that say so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...show import statements_of
from .asked import Asked, Json, Unknown
from .catalogue import BACKGROUND, Edge
from .schema import term_name

if TYPE_CHECKING:
    from .opened import Opened

_PUBLISHERS = "SELECT ?document (MIN(?p) AS ?publisher) WHERE { VALUES ?document { $these } ?document dcterms:publisher ?p } GROUP BY ?document"
_MENTIONS = """SELECT DISTINCT ?document ?start ?end ?entity WHERE { VALUES ?document { $these } VALUES ?entity { $ends }
  ?mention zm:document ?document ; zm:entity ?entity ; zm:start ?start ; zm:end ?end }"""
_QUALIFIERS = """SELECT DISTINCT ?p ?value ?name WHERE { $these ?p ?value . ?p rdfs:domain zm:Statement
  OPTIONAL { ?value rdfs:label ?name } } ORDER BY ?p ?name ?value"""
_ROLES = ("subject", "object")


@dataclass(frozen=True, slots=True)
class Said(Asked):
    """Edges by their ids."""

    ids: tuple[str, ...]

    def told(self, opened: Opened) -> Json:
        """Each with its ends, property, status, confidence, when it holds or was reported, and where an article says it
        ``times``, ``qualifiers``, ``conflicts`` and ``evidence``.
        """
        return [self._edge(opened, id) for id in self.ids]

    def _edge(self, opened: Opened, id: str) -> Json:
        catalogue = opened.catalogue
        if id not in catalogue.edge_by_id:
            raise Unknown("nothing is said under that id", where=id, remedy="take the ids of a picture")
        edge = catalogue.edges[catalogue.edge_by_id[id]]
        told = {name: getattr(edge, name) for name in ("property", "status", "confidence", "start", "end", "dated")}
        ends = {
            role: {"id": thing.id, "name": thing.name, "class": thing.cls}
            for role, thing in (("source", catalogue.things[edge.source]), ("target", catalogue.things[edge.target]))
        }
        more = {} if edge.status == BACKGROUND else self._statement(opened, edge)
        return {"id": id, **ends, **told, **more}

    def _statement(self, opened: Opened, edge: Edge) -> Json:
        iri = opened.catalogue.iri(edge.id)
        told = statements_of(opened.store, [iri])[iri]
        ends = [opened.catalogue.things[one].iri for one in (edge.source, edge.target)]
        documents = {one["document"] for one in told["evidence"]}
        publishers = {
            row["document"]: row["publisher"] for row in opened.store.query(_filled(_PUBLISHERS, these=documents))
        }
        marks = _marks(opened, documents, ends)
        evidence = [_marked(one, publishers, marks) for one in told["evidence"]]
        return {**told, "qualifiers": _qualifiers(opened, iri), "evidence": evidence}


_Mark = tuple[int, int, str]


def _marks(opened: Opened, documents: Iterable[str], ends: list[str]) -> dict[str, list[_Mark]]:
    """Document → where the ends of a statement are named in it."""
    found: dict[str, list[_Mark]] = {}
    for row in opened.store.query(_filled(_MENTIONS, these=documents, ends=ends)):
        role = _ROLES[ends.index(row["entity"])]
        found.setdefault(row["document"], []).append((int(row["start"]), int(row["end"]), role))
    return found


def _marked(evidence: Json, publishers: dict[str, str], marks: dict[str, list[_Mark]]) -> Json:
    """A piece of evidence with its publisher, and with ``marks``: from, to and role of the ends that its quote names."""
    start, end = int(evidence["start"]), int(evidence["end"])
    inside = [
        (one - start, other - start, role)
        for one, other, role in sorted(marks.get(evidence["document"], ()))
        if start <= one and other <= end
    ]
    publisher = publishers.get(evidence["document"])
    return {**evidence, "marks": inside, **({"publisher": publisher} if publisher else {})}


def _qualifiers(opened: Opened, iri: str) -> Json:
    """What a statement says besides, each with the labels of its property, and the id of its value where that is a thing."""
    told = []
    for row in opened.store.query(_QUALIFIERS.replace("$these", f"<{iri}>")):
        labels = opened.schema.labels.get(term_name(row["p"]), {})
        thing = opened.catalogue.number.get(row["value"])
        known = {} if thing is None else {"id": opened.catalogue.things[thing].id}
        told.append({"labels": labels, "value": row.get("name", row["value"]), **known})
    return told


def _filled(sparql: str, **iris: Iterable[str]) -> str:
    for name, these in iris.items():
        sparql = sparql.replace(f"${name}", " ".join(f"<{iri}>" for iri in sorted(these)))
    return sparql
