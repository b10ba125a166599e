"""Results of a check for a person: what is wrong, how often, with which things, in which articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from pyoxigraph import Literal, NamedNode, QuerySolutions, Store

from ..shacl import Result
from ..shacl.terms import Term

_SHOWN = 10  # cases of a finding that the table names; JSON and Turtle have all
_LONG = 40
_NAME = """SELECT ?name WHERE {
    { ?node rdfs:label ?name } UNION { ?node dcterms:title ?name } UNION { ?node zm:quote ?name }
    UNION { ?node zm:about/rdfs:label ?about ; zm:measure ?measure . BIND(CONCAT(?about, ': ', ?measure) AS ?name) }
    UNION {
        ?node rdf:subject ?subject ; rdf:predicate ?property ; rdf:object ?object .
        OPTIONAL { ?subject rdfs:label ?left } OPTIONAL { ?object rdfs:label ?right }
        OPTIONAL { ?property rdfs:label ?verb FILTER(LANGMATCHES(LANG(?verb), 'zh-Hans')) }
        BIND(CONCAT(COALESCE(?left, '?'), ' ', COALESCE(?verb, '?'), ' ', COALESCE(?right, STR(?object))) AS ?name)
    }
} ORDER BY ?name LIMIT 1"""
_SEEN = """SELECT (MIN(?any) AS ?source) WHERE {
    { ?node zm:mentionedIn ?document } UNION { ?node zm:document ?document } UNION { ?node zm:evidence/zm:document ?document }
    UNION { ?node dcterms:source ?own . BIND(?node AS ?document) }
    ?document dcterms:source ?any
} GROUP BY ?document ORDER BY ?source"""


@dataclass(frozen=True, slots=True)
class Case:
    """One node of which a finding is true: its name, its IRI, the values that are wrong, and the articles it is in."""

    name: str
    node: str
    values: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, and where; ``message`` reads on from a case's values or, without any, from its name."""

    message: str
    shape: str
    cases: tuple[Case, ...]


def findings(results: Iterable[Result], dataset: Store, prefixes: Mapping[str, str]) -> tuple[Finding, ...]:
    """The results by what is wrong, the most frequent first; nodes and values in the short form of the prefixes."""
    teller = _Teller(dataset, prefixes)
    ordered = sorted(results, key=lambda one: (one.shape, one.message, str(one.focus), str(one.value)))
    found = [
        Finding(message, shape, tuple(teller.cases(group)))
        for (shape, message), group in groupby(ordered, key=lambda one: (one.shape, one.message))
    ]
    return tuple(sorted(found, key=lambda one: (-len(one.cases), one.shape, one.message)))


def table(found: Iterable[Finding]) -> str:
    """The findings as lines to read."""
    return "".join(f"{line}\n" for finding in found for line in _lines(finding))


def to_json(found: Iterable[Finding]) -> str:
    """The findings as a JSON object with a line break at the end; ``conforms`` is whether there are none."""
    shown = [
        {
            "message": finding.message,
            "shape": finding.shape,
            "cases": [
                {"name": one.name, "node": one.node, "values": one.values, "articles": one.articles}
                for one in finding.cases
            ],
        }
        for finding in found
    ]
    return json.dumps({"conforms": not shown, "findings": shown}, ensure_ascii=False, indent=2) + "\n"


def _lines(finding: Finding) -> Iterator[str]:
    yield f"{len(finding.cases)} × {finding.message}"
    for one in finding.cases[:_SHOWN]:
        values = f": {', '.join(one.values)}" if one.values else ""
        more = f" and {len(one.articles) - 1} more" if len(one.articles) > 1 else ""
        seen = f"; seen in {one.articles[0]}{more}" if one.articles else ""
        name = f"{one.name} ({one.node})" if one.name else one.node
        yield f"    {name}{values}{seen}"
    if len(finding.cases) > _SHOWN:
        yield f"    and {len(finding.cases) - _SHOWN} more"


@dataclass(frozen=True)
class _Teller:
    dataset: Store
    prefixes: Mapping[str, str]

    def cases(self, results: Iterable[Result]) -> Iterator[Case]:
        """One case for each node of results that are sorted by node."""
        for focus, group in groupby(results, key=lambda one: one.focus):
            values = [one.value for one in group if one.value not in (None, focus)]
            yield Case(
                name=self._name(focus),
                node=self._short(focus),
                values=tuple(dict.fromkeys(self._value(value) for value in values if value is not None)),
                articles=tuple(self._ask(_SEEN, focus)),
            )

    def _value(self, value: Term) -> str:
        name = self._name(value)
        return f"{name} ({self._short(value)})" if name else self._short(value)

    def _name(self, node: Term) -> str:
        if isinstance(node, NamedNode) and node.value.startswith(self.prefixes.get("zm", "\0")):
            return ""  # the ontology's own terms are known by their short form
        return next((_shortened(name) for name in self._ask(_NAME, node)), "")

    def _ask(self, query: str, node: Term) -> Iterator[str]:
        if not isinstance(node, NamedNode):
            return
        solutions = self.dataset.query(query.replace("?node", str(node)), prefixes=dict(self.prefixes))
        for row in solutions if isinstance(solutions, QuerySolutions) else ():
            if isinstance(row[0], Literal):
                yield row[0].value

    def _short(self, term: Term) -> str:
        if isinstance(term, NamedNode):
            for prefix, namespace in self.prefixes.items():
                if term.value.startswith(namespace):
                    return f"{prefix}:{term.value.removeprefix(namespace)}"
            return term.value
        return f'"{_shortened(term.value)}"' if isinstance(term, Literal) else str(term)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONG else f"{text[:_LONG]}…"
