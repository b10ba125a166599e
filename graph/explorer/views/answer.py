"""The answer to a query as a page shows it: rows of terms, and what is known of the IRIs among them."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QueryTriples, Triple

from ...errors import QueryError, UsageError
from ...show import is_called
from ...store import Answer, Term, hints, language, turtle, turtle_languages
from .asked import Asked, Json
from .meaning import meaning

if TYPE_CHECKING:
    from .opened import Opened

_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
_TRIPLE = ("subject", "predicate", "object")
_Row = Sequence[Term | None]


@dataclass(frozen=True, slots=True)
class Checked(Asked):
    """Whether a query can be asked."""

    sparql: str

    def told(self, opened: Opened) -> Json:
        """The ``mistake`` in it, or nothing."""
        try:
            opened.store.check(self.sparql)
        except UsageError as error:
            return {"mistake": _mistake(error)}
        return {"mistake": None}


@dataclass(frozen=True, slots=True)
class Shown(Asked):
    """A query's answer, of which so many rows are shown.

    Args:
        sparql: the query.
        most: rows that are shown.
        named: of a named query, its parameters that are names, each with its value; its answer gives names too, so that a
            text which one thing alone is called leads to it.
    """

    sparql: str
    most: int = 1000
    named: tuple[tuple[str, str], ...] | None = None

    def told(self, opened: Opened) -> Json:
        """What is wrong (``mistake``), or ``form`` (``rows``, ``triples``, ``answer``), ``names`` of the columns, the
        first ``rows`` and the ``count`` of all, what is ``known`` of the IRIs in them, ``seconds``, ``hints`` of what
        may have been meant, names that are ``unknown`` where nothing is found, and ``turtle`` of triples.
        """
        begun = time.perf_counter()
        try:
            answer = opened.store.answer(self.sparql)
            form, names, rows, count = self._read(answer)
        except (UsageError, OSError, RuntimeError, ValueError) as error:
            return {"mistake": _mistake(error)}
        seconds = time.perf_counter() - begun
        cells = [[self._cell(opened, term) for term in row] for row in rows]
        bound = [{name for name, term in zip(names, row, strict=True) if term is not None} for row in rows]
        return {
            "form": form,
            "names": names,
            "rows": cells,
            "count": count,
            "known": {iri: meaning(opened, iri) for iri in _iris(rows)},
            "seconds": max(round(seconds, 3), 0.001),
            "hints": list(hints(opened.store, self.sparql, names, bound)) if self.named is None else [],
            "unknown": [] if rows else list(_unknown(opened, self.named or ())),
            "turtle": _turtle(opened, rows) if form == "triples" else "",
        }

    def _read(self, answer: Answer) -> tuple[str, list[str], list[_Row], int]:
        """Form, columns, the first rows and the number of all."""
        if isinstance(answer, QueryBoolean):
            return "answer", ["answer"], [(Literal(bool(answer)),)], 1
        if isinstance(answer, QueryTriples):
            triples = list(dict.fromkeys(answer))
            return "triples", list(_TRIPLE), [tuple(triple) for triple in triples[: self.most]], len(triples)
        names, count = [variable.value for variable in answer.variables], 0
        rows: list[_Row] = []
        for solution in answer:
            count += 1
            if count <= self.most:
                rows.append(tuple(solution))
        return "rows", names, rows, count

    def _cell(self, opened: Opened, term: Term | None) -> Json:
        """A term as JSON: ``iri``, ``blank``, ``triple``, or ``value`` with its ``language`` or ``datatype``."""
        if term is None:
            return None
        if isinstance(term, NamedNode):
            return {"iri": term.value}
        if isinstance(term, BlankNode):
            return {"blank": term.value}
        if not isinstance(term, Literal):
            return {"triple": str(term)}
        cell: dict[str, str] = {"value": term.value}
        if term.language:
            cell["language"] = language(term.language)
        elif term.datatype.value != _XSD_STRING:
            cell["datatype"] = opened.store.short(term.datatype.value)
        if self.named is not None and len(found := opened.names.best(term.value)) == 1:
            cell["thing"] = opened.catalogue.id(found[0])
        return cell


def _mistake(error: Exception) -> Json:
    """What is wrong, the remedy, and the place (``line``, ``column``, a ``picture`` of it) where it has one."""
    if isinstance(error, QueryError):
        place = {"line": error.line_number, "column": error.column, "picture": error.picture}
        return {"what": error.what, "remedy": error.remedy, **place}
    if isinstance(error, UsageError):
        return {"what": error.what, "remedy": error.remedy}
    return {"what": f"it cannot be answered: {error}", "remedy": "mend or simplify it"}


def _unknown(opened: Opened, named: Iterable[tuple[str, str]]) -> Iterator[Json]:
    """Which of the names nothing bears, with those that are like them."""
    for parameter, name in named:
        if not is_called(opened.store, name):
            yield {"parameter": parameter, "name": name, "near": opened.names.nearest(name)}


def _turtle(opened: Opened, rows: Iterable[_Row]) -> str:
    triples = (Triple(*row) for row in rows)  # type: ignore[arg-type]  # a triple has no empty places
    return turtle_languages(turtle(triples, opened.store.prefixes).encode()).decode()


def _iris(rows: Iterable[_Row]) -> Iterator[str]:
    yield from dict.fromkeys(term.value for row in rows for term in row if isinstance(term, NamedNode))
