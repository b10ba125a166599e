"""What the articles say of a thing, for a person who has to know it: a few sentences from as many articles as may be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from ..store import Store
from .names import fold

_SAID = """SELECT DISTINCT ?quote ?document ?title ?published ?source WHERE {
  { ?said rdf:subject $thing } UNION { ?said rdf:object $thing } UNION { ?said zm:about $thing }
  ?said zm:evidence ?evidence . ?evidence zm:document ?document ; zm:quote ?quote .
  OPTIONAL { ?document dcterms:title ?title } OPTIONAL { ?document zm:published ?published }
  OPTIONAL { SELECT ?document (MIN(?s) AS ?source) { ?document dcterms:source ?s } GROUP BY ?document }
} ORDER BY ?published ?document ?quote"""
_MENTIONED = """SELECT DISTINCT ?called ?text ?start ?end ?document ?title ?published ?source WHERE {
  ?mention zm:entity $thing ; zm:document ?document ; zm:start ?start ; zm:end ?end . ?document zm:sourceText ?text .
  OPTIONAL { ?mention zm:surface ?surface } OPTIONAL { ?mention zm:quote ?quoted } BIND(COALESCE(?surface, ?quoted) AS ?called)
  OPTIONAL { ?document dcterms:title ?title } OPTIONAL { ?document zm:published ?published }
  OPTIONAL { SELECT ?document (MIN(?s) AS ?source) { ?document dcterms:source ?s } GROUP BY ?document }
} ORDER BY ?published ?document ?start"""
_END = re.compile(r"[。！？!?\n]")
_LONGEST = 120

Passage = dict[str, str]


def passages_of(store: Store, iri: str, most: int = 2) -> list[Passage]:
    """Sentences about a thing, each of another article as far as there are any: ``quote``, ``title``, ``published``,
    ``source``. What states something goes before what only names it.
    """
    if not iri:
        return []
    said = list(store.query(_SAID.replace("$thing", f"<{iri}>")))
    rows = [*said, *(_mentioned(store, iri) if len({row["document"] for row in said}) < most else ())]
    return [_passage(row) for row in _spread(rows)[:most]]


def passage_under(store: Store, iri: str, name: str) -> Passage | None:
    """A sentence in which a thing stands under that very name, the earliest, in that script if there is one;
    ``None`` where no article calls it so.

    Of a build that did not keep its texts it is a quotation that has the name in it.
    """
    wanted = fold(name)
    named = (row for row in _mentioned(store, iri) if fold(row["called"]) == wanted)
    said = (row for row in store.query(_SAID.replace("$thing", f"<{iri}>")) if wanted in fold(row["quote"]))
    found = sorted((*named, *said), key=lambda row: name not in row["quote"])
    return _passage(found[0]) if found else None


def _passage(row: Mapping[str, str]) -> Passage:
    return {key: row[key] for key in ("quote", "title", "published", "source") if key in row}


def _mentioned(store: Store, iri: str) -> Iterator[Mapping[str, str]]:
    """The sentences of the articles in which a thing is named, where the build kept their texts."""
    for row in store.query(_MENTIONED.replace("$thing", f"<{iri}>")):
        text, start, end = row["text"], int(row["start"]), int(row["end"])
        begin = max((match.end() for match in _END.finditer(text, 0, start)), default=0)
        close = _END.search(text, end)
        quote = text[begin : close.end() if close else len(text)].strip()
        told = {key: value for key, value in row.items() if key not in ("text", "start", "end")}
        yield {"quote": quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST]}…", **told}


def _spread(rows: Iterable[Mapping[str, str]]) -> list[Mapping[str, str]]:
    """The first of each article before the second of any; each sentence once."""
    seen: dict[str, int] = {}
    quotes: dict[str, tuple[int, int, Mapping[str, str]]] = {}
    for at, row in enumerate(rows):
        if row["quote"] not in quotes:
            seen[row["document"]] = turn = seen.get(row["document"], 0) + 1
            quotes[row["quote"]] = (turn, at, row)
    return [row for _, _, row in sorted(quotes.values(), key=lambda found: found[:2])]
