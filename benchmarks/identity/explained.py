"""Whether ``zhimai show`` tells why two names are one thing."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from graph.model import BASE, Knowledge
from graph.ontology import Ontology
from graph.rdf import write_graphs
from graph.resolve.normal import normal
from graph.show import Known, Names, known_of
from graph.store import create_store, open_store

from .pairs import Answer

_QUOTED = re.compile(r"“([^”]*)”")
_SAME = ("same", "renamed")


def merged(rows: Iterable[Answer]) -> list[Answer]:
    """The pairs that a build takes for one thing under two names."""
    return [row for row in rows if row.together and len(set(_names(row))) > 1]


def shown(knowledge: Knowledge, ontology: Ontology, ids: Iterable[str]) -> Mapping[str, Known]:
    """What ``zhimai show`` knows of each of the entities, by id, in a build of what is known."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        write_graphs(knowledge, ontology, path, BASE)
        create_store(path)
        store = open_store(path)
    names = Names(store)
    return {id: known_of(store, iri) for id in sorted(set(ids)) for iri in names.find(id)[:1]}


def unexplained(rows: Iterable[Answer], known: Mapping[str, Known]) -> Iterator[tuple[Answer, tuple[str, ...]]]:
    """The pairs of which a name is neither the preferred one nor in any judgement, with those names."""
    for row in rows:
        if row.left and (names := tuple(sorted(set(_names(row)) - told_of(known[row.left.entity])))):
            yield row, names


def told_of(known: Known) -> set[str]:
    """The names in normal form of which the page of a thing says why they are its own: the preferred, those judged the same."""
    told = {known["name"], *known["names"]["preferred"]}
    for judgement in known["judgements"]:
        if judgement["verdict"]["id"] in _SAME:
            told.update((judgement["left"], judgement["right"], *_QUOTED.findall(judgement["reason"])))
    return set(map(normal, told))


def _names(row: Answer) -> list[str]:
    return [normal(found.surface) for found in (row.left, row.right) if found]
