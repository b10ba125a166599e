"""The answer to a query, and how it is shown."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Triple,
    serialize,
)
from wcwidth import wcswidth

from ..errors import UsageError

Term = NamedNode | BlankNode | Literal | Triple
Answer = QuerySolutions | QueryBoolean | QueryTriples
FORMS = ("table", "csv", "json", "turtle")
_TRIPLE = ("subject", "predicate", "object")


class Result:
    """What a query found. Iterating gives its rows as dictionaries of strings; a variable without a value is left out.

    ASK has one row with the variable ``answer``; CONSTRUCT has ``subject``, ``predicate`` and ``object``.
    """

    def __init__(self, run: Callable[[], Answer], prefixes: Mapping[str, str]) -> None:
        self._run, self._prefixes = run, prefixes
        answer = run()
        self._is_graph = isinstance(answer, QueryTriples)
        self._is_boolean = isinstance(answer, QueryBoolean)
        self.variables = _variables(answer)
        self._rows = tuple(_rows(answer))

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[dict[str, str]]:
        for row in self._rows:
            yield {name: text for name, text in zip(self.variables, map(_text, row), strict=True) if text is not None}

    def render(self, form: str = "table") -> str:
        """The answer as ``table``, ``csv``, ``json`` (SPARQL's, or JSON-LD for CONSTRUCT) or ``turtle``.

        Raises:
            UsageError: there is no such form, or the answer has none in it.
        """
        if form not in FORMS:
            raise UsageError(f"no form {form!r}", where="query", remedy=f"use one of {', '.join(FORMS)}")
        if form == "turtle" and not self._is_graph:
            raise UsageError("only CONSTRUCT and DESCRIBE give Turtle", where="query", remedy="use table, csv or json")
        return {"table": self._table, "csv": self._csv, "json": self._json, "turtle": self._turtle}[form]()

    def _table(self) -> str:
        if self._is_boolean:
            return f"{_text(self._rows[0][0])}\n"
        cells = [[_clean(self._shown(term)) for term in row] for row in self._rows]
        count = f"{len(cells)} {'row' if len(cells) == 1 else 'rows'}"
        return "\n".join([*_aligned(self.variables, cells), "", count]) + "\n"

    def _csv(self) -> str:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(self.variables)
        writer.writerows([_text(term) or "" for term in row] for row in self._rows)
        return out.getvalue()

    def _json(self) -> str:
        answer = self._run()
        if isinstance(answer, QueryTriples):
            return _decoded(serialize(_sorted(answer), format=RdfFormat.JSON_LD)) + "\n"
        return _decoded(answer.serialize(format=QueryResultsFormat.JSON)) + "\n"

    def _turtle(self) -> str:
        triples = [Triple(*row) for row in self._rows]  # type: ignore[arg-type]
        text = _decoded(serialize(triples, format=RdfFormat.TURTLE, prefixes=dict(self._prefixes)))
        lines = text.splitlines(keepends=True)
        head = sorted(line for line in lines if line.startswith("@prefix"))  # written in no order of their own
        body = "".join(line for line in lines if not line.startswith("@prefix"))
        used = [line for line in head if f"{line.split()[1]}" in body]
        return "".join(used) + ("\n" if used else "") + body

    def _shown(self, term: Term | None) -> str:
        if isinstance(term, NamedNode):
            return short(term.value, self._prefixes)
        return _text(term) or ""


def short(iri: str, prefixes: Mapping[str, str]) -> str:
    """The IRI with the longest prefix that fits, for reading."""
    fitting = [(len(namespace), prefix) for prefix, namespace in prefixes.items() if iri.startswith(namespace)]
    length, prefix = max(fitting, default=(0, ""))
    return f"{prefix}:{iri[length:]}" if prefix else iri


def _variables(answer: Answer) -> tuple[str, ...]:
    if isinstance(answer, QuerySolutions):
        return tuple(variable.value for variable in answer.variables)
    return ("answer",) if isinstance(answer, QueryBoolean) else _TRIPLE


def _rows(answer: Answer) -> Iterator[tuple[Term | None, ...]]:
    if isinstance(answer, QueryBoolean):
        yield (Literal(bool(answer)),)
    elif isinstance(answer, QueryTriples):
        yield from ((t.subject, t.predicate, t.object) for t in _sorted(answer))
    else:
        yield from (tuple(solution) for solution in answer)


def _sorted(triples: Iterable[Triple]) -> list[Triple]:
    return sorted(set(triples), key=str)


def _decoded(output: bytes | None) -> str:
    return (output or b"").decode()


def _text(term: Term | None) -> str | None:
    return None if term is None else term.value if isinstance(term, NamedNode | Literal) else str(term)


def _clean(text: str) -> str:
    """Line breaks would break the table, control characters the terminal."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2066-\u2069]+", " ", text)


def _aligned(header: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines of columns; a Chinese character is two columns of the terminal wide."""
    widths = [max(map(_width, column)) for column in zip(header, *rows, strict=True)]
    for row in (header, ["─" * width for width in widths], *rows):
        padded = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        yield "  ".join(padded).rstrip()


def _width(text: str) -> int:
    return max(wcswidth(text), 0)
