"""The grey zone of a build: pairs of names that may be one thing, most consequential first.

The consequence of a pair is what a wrong answer would put in the wrong place, weighed by how open the question is:

    consequence = sqrt(left * right) * (1 - |2 * score - 1|)

where ``left`` and ``right`` count the statements, figures and articles of the two, at least 1 each, and the second factor is
at least 0.1. The geometric mean lets a pair of two well-known things go before one of a well-known and a once-named one,
whose joining would change little; a score of 0.5 says that either answer is as likely.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import sqrt

from ..decisions import Choice, Decision
from ..show import Names
from ..store import Store

_LEAST_OPEN = 0.1
_UNSURE = """SELECT DISTINCT ?left ?leftName ?right ?rightName ?reason ?score WHERE {
  ?judgement a zm:Judgement ; zm:verdict zm:unsure ; zm:reason ?reason ; zm:confidence ?score .
  { ?judgement zm:left ?left . ?left rdfs:label ?leftName } UNION { ?judgement zm:leftName ?leftName }
  { ?judgement zm:right ?right . ?right rdfs:label ?rightName } UNION { ?judgement zm:rightName ?rightName } }"""
_COUNTS = {
    "statements": "?said a zm:Statement ; rdf:subject|rdf:object ?thing",
    "figures": "?said a zm:Observation ; zm:about ?thing",
    "articles": "?thing zm:mentionedIn ?said",
}
_CLASSES = """SELECT DISTINCT ?thing ?zh ?en WHERE {
  ?thing zm:mentionedIn ?document ; a ?class . ?class rdfs:label ?zh , ?en .
  FILTER(LANGMATCHES(LANG(?zh), "zh-Hans")) FILTER(LANGMATCHES(LANG(?en), "en")) }"""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two: a thing of the build, or a name alone, which has no ``iri`` (an entry of a list, a bare name)."""

    name: str
    iri: str = ""
    cls: tuple[str, str] = ("", "")
    statements: int = 0
    figures: int = 0
    articles: int = 0

    @property
    def weight(self) -> int:
        """How much hangs on it, at least 1."""
        return max(1, self.statements + self.figures + self.articles)


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pair that the program left to a person, with its reasons and its best score."""

    left: Side
    right: Side
    reasons: tuple[str, ...]
    score: float

    @property
    def consequence(self) -> float:
        """What hangs on the answer; see the head of this module."""
        open = max(_LEAST_OPEN, 1 - abs(2 * self.score - 1))
        return round(sqrt(self.left.weight * self.right.weight) * open, 2)


def doubts_of(store: Store, decided: Iterable[Decision] = (), names: Names | None = None) -> list[Doubt]:
    """The pairs of a build that no decision is about, most consequential first, then by name."""
    names = names or Names(store)
    done = set(_pairs(decided, names))
    rows: dict[frozenset[str], list[Mapping[str, str]]] = {}
    for asked in store.query(_UNSURE):
        row = {**_thing(asked, "left", names), **_thing(asked, "right", names)} | asked
        pair = frozenset((row.get("left", row["leftName"]), row.get("right", row["rightName"])))
        if len(pair) == 2 and pair not in done:
            rows.setdefault(pair, []).append(row)
    if not rows:
        return []
    counts = {kind: _count(store, pattern) for kind, pattern in _COUNTS.items()}
    classes = {row["thing"]: (row["zh"], row["en"]) for row in store.query(_CLASSES)}
    found = (_doubt(some, counts, classes) for some in rows.values())
    return sorted(found, key=lambda doubt: (-doubt.consequence, doubt.left.name, doubt.right.name, doubt.reasons))


def _thing(row: Mapping[str, str], which: str, names: Names) -> dict[str, str]:
    """The IRI behind a side that is a name alone, where the build has one thing of that name."""
    found = () if which in row else names.best(row[f"{which}Name"])
    return {which: found[0]} if len(found) == 1 else {}


def _doubt(
    rows: list[Mapping[str, str]], counts: Mapping[str, Counter[str]], classes: Mapping[str, tuple[str, str]]
) -> Doubt:
    first = min(rows, key=lambda row: (row["leftName"], row["rightName"]))

    def side(which: str) -> Side:
        iri = first.get(which, "")
        numbers = {kind: count[iri] for kind, count in counts.items()}
        return Side(first[f"{which}Name"], iri, classes.get(iri, ("", "")), **numbers)

    reasons = tuple(sorted({row["reason"] for row in rows}))
    return Doubt(side("left"), side("right"), reasons, max(float(row["score"]) for row in rows))


def _count(store: Store, pattern: str) -> Counter[str]:
    rows = store.query(f"SELECT ?thing (COUNT(DISTINCT ?said) AS ?number) WHERE {{ {pattern} }} GROUP BY ?thing")
    return Counter({row["thing"]: int(row["number"]) for row in rows if "thing" in row})


def _pairs(decided: Iterable[Decision], names: Names) -> Iterator[frozenset[str]]:
    """The pairs that decisions are about: IRIs, or a name where the build has no such thing."""
    for decision in decided:
        if decision.choice in (Choice.SAME, Choice.DIFFERENT):
            sides = [names.best(name) or (name,) for name in (decision.thing, decision.other)]
            yield from (frozenset((left, right)) for left in sides[0] for right in sides[1])
