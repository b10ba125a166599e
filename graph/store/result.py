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
from ..spreadsheets import harmless

Term = NamedNode | BlankNode | Literal | Triple
Answer = QuerySolutions | QueryBoolean | QueryTriples
FORMS = ("table", "markdown", "csv", "spreadsheet", "tsv", "json", "xml", "turtle")
_STANDARDS = {
    "json": (QueryResultsFormat.JSON, RdfFormat.JSON_LD),
    "xml": (QueryResultsFormat.XML, RdfFormat.RDF_XML),
}
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_SMALLEST = 8  # columns of the terminal below which no cell is cut
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

    def render(self, form: str = "table", width: int | None = None) -> str:
        """The answer as text.

        Args:
            form: ``table``, ``markdown``, ``csv`` and ``tsv`` and ``xml`` and ``json`` (SPARQL's formats; RDF/XML and
                JSON-LD for CONSTRUCT), ``turtle``, or ``spreadsheet`` (CSV with a byte order mark, in which no cell
                is a formula).
            width: columns that a table may take; longer cells are cut with an ellipsis.

        Raises:
            UsageError: there is no such form, or the answer has none in it.
        """
        if form not in FORMS:
            raise UsageError(f"no form {form!r}", where="query", remedy=f"use one of {', '.join(FORMS)}")
        if form == "turtle" and not self._is_graph:
            raise UsageError("only CONSTRUCT and DESCRIBE give Turtle", where="query", remedy="use table, csv or json")
        match form:
            case "table":
                return self._table(width)
            case "markdown":
                return self._markdown()
            case "csv":
                return self._csv([_text(term) or "" for term in row] for row in self._rows)
            case "spreadsheet":
                return "\ufeff" + self._csv([_harmless(_text(term) or "") for term in row] for row in self._rows)
            case "tsv":
                return self._tsv()
            case "turtle":
                return self._turtle()
        return self._standard(*_STANDARDS[form])

    def _table(self, width: int | None) -> str:
        if self._is_boolean:
            return f"{_text(self._rows[0][0])}\n"
        cells = self._cells()
        count = f"{len(cells)} {'row' if len(cells) == 1 else 'rows'}"
        return "\n".join([*aligned([self.variables, *cells], header=True, width=width), "", count]) + "\n"

    def _markdown(self) -> str:
        rows = [self.variables, ["---"] * len(self.variables), *self._cells()]
        escaped = ([cell.replace("|", "\\|") for cell in row] for row in rows)
        return "".join(f"| {' | '.join(row)} |\n" for row in escaped)

    def _csv(self, rows: Iterable[Sequence[str]]) -> str:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(self.variables)
        writer.writerows(rows)
        return out.getvalue()

    def _tsv(self) -> str:
        rows = [[f"?{name}" for name in self.variables]]
        rows += [["" if term is None else str(term) for term in row] for row in self._rows]
        return "".join("\t".join(row) + "\n" for row in rows)

    def _standard(self, results: QueryResultsFormat, triples: RdfFormat) -> str:
        """In a W3C format: one for rows, one for graphs."""
        answer = self._run()
        if isinstance(answer, QueryTriples):
            return _decoded(serialize(_sorted(answer), format=triples)) + "\n"
        return _decoded(answer.serialize(format=results)) + "\n"

    def _turtle(self) -> str:
        return turtle([Triple(*row) for row in self._rows], self._prefixes)  # type: ignore[arg-type]

    def _cells(self) -> list[list[str]]:
        return [[_clean(self._shown(term)) for term in row] for row in self._rows]

    def _shown(self, term: Term | None) -> str:
        if isinstance(term, NamedNode):
            return short(term.value, self._prefixes)
        return _text(term) or ""


def turtle(triples: Iterable[Triple], prefixes: Mapping[str, str]) -> str:
    """Triples in Turtle, with those of the prefixes that they use."""
    text = _decoded(serialize(triples, format=RdfFormat.TURTLE, prefixes=dict(prefixes)))
    lines = text.splitlines(keepends=True)
    head = sorted(line for line in lines if line.startswith("@prefix"))  # written in no order of their own
    body = "".join(line for line in lines if not line.startswith("@prefix"))
    used = [line for line in head if f"{line.split()[1]}" in body]
    return "".join(used) + ("\n" if used else "") + body


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


def _harmless(text: str) -> str:
    return text if _NUMBER.fullmatch(text) else harmless(text)


def aligned(rows: Sequence[Sequence[str]], *, header: bool = False, width: int | None = None) -> Iterator[str]:
    """Lines of columns; a Chinese character is two columns of the terminal wide.

    With a ``header`` the first row is underlined; with a ``width`` long cells are cut so that all fits.
    """
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    if width is not None and widths:
        cap = _cap(widths, width - 2 * (len(widths) - 1))
        widths = [min(each, cap) for each in widths]
    for number, row in enumerate(rows):
        cut = [_cut(cell, each) for cell, each in zip(row, widths, strict=True)]
        yield "  ".join(cell + " " * (each - _width(cell)) for cell, each in zip(cut, widths, strict=True)).rstrip()
        if header and number == 0:
            yield "  ".join("─" * each for each in widths)


def _cap(widths: Sequence[int], room: int) -> int:
    """The greatest width of a column with which all fit, the narrow ones whole; never below a few characters."""
    fitting = (cap for cap in range(max(widths), _SMALLEST, -1) if sum(min(width, cap) for width in widths) <= room)
    return next(fitting, _SMALLEST)


def _cut(text: str, width: int) -> str:
    if _width(text) <= width:
        return text
    kept = next(end for end in range(min(len(text), width), -1, -1) if _width(text[:end]) < width)
    return f"{text[:kept]}…"


def _width(text: str) -> int:
    return max(wcswidth(text), 0)
