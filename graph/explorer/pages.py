"""The plain pages: what the build holds, and the named queries with their answers, in Chinese and English.

Everything that a build says (labels, titles, texts) is data: Jinja escapes all of it, no address in it becomes a link,
and the pages have no script that could be added to.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request

from ..store import NamedQuery, short

COUNTS = """
SELECT ?class (COUNT(DISTINCT ?thing) AS ?number) (SAMPLE(?english) AS ?en) (SAMPLE(?chinese) AS ?zh) WHERE {
  ?class a owl:Class .
  ?thing a ?class .
  OPTIONAL { ?class rdfs:label ?english FILTER(LANGMATCHES(LANG(?english), "en")) }
  OPTIONAL { ?class rdfs:label ?chinese FILTER(LANGMATCHES(LANG(?chinese), "zh-Hans")) }
} GROUP BY ?class ORDER BY DESC(?number) ?class"""
"""How many things of each class of the ontology there are, and what the class is called."""

MOST_ROWS = 1000
"""Rows of an answer that a page shows; its files have all."""

_FIRST = "SELECT ?firm ?place WHERE { ?firm a zm:Company ; zm:locatedIn ?place } LIMIT 20"


class Pages:
    """The pages as HTML.

    Args:
        folder: where the templates and the words of the interface lie.
    """

    def __init__(self, folder: Path) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True
        )
        self._words = json.loads((folder / "interface.json").read_text(encoding="utf-8"))

    def start(self, counts: Sequence[Mapping[str, str]], queries: Sequence[NamedQuery], *, chinese: bool) -> str:
        """The first page."""
        language = _language(chinese=chinese)
        classes = [(row.get(language) or row["class"], int(row["number"])) for row in counts]
        links = [(f"/queries/{one.name}?{urlencode({**one.example, 'lang': language})}", one) for one in queries]
        return self._render("start.html", language, classes=classes, queries=links, sparql=_FIRST)

    def query(
        self,
        query: NamedQuery,
        values: Mapping[str, str],
        found: Mapping[str, Any],
        prefixes: Mapping[str, str],
        *,
        chinese: bool,
    ) -> str:
        """A named query with its answer, ``found`` as SPARQL's JSON has it."""
        return self._render(
            "query.html",
            _language(chinese=chinese),
            query=query,
            values=values,
            file=f"?{urlencode(values)}",
            **_table(found, prefixes),
        )

    def ask(self, sparql: str, found: Mapping[str, Any] | str, prefixes: Mapping[str, str], *, chinese: bool) -> str:
        """A query of the reader's own with its answer, or with the text that stands in its place."""
        shown = {"text": found} if isinstance(found, str) else {"text": "", **_table(found, prefixes)}
        return self._render("ask.html", _language(chinese=chinese), sparql=sparql, **shown)

    def _render(self, template: str, language: str, **content: object) -> str:
        shown = self._environment.get_template(template)
        return shown.render(say=self._words[language], language=language, **content)


def is_chinese(request: Request) -> bool:
    """Whether a request wants Chinese: by ``lang`` in its address, else by the first language that it accepts."""
    wanted = request.query_params.get("lang") or request.headers.get("accept-language", "")
    return wanted.strip().lower().startswith("zh")


def _language(*, chinese: bool) -> str:
    return "zh" if chinese else "en"


def _table(found: Mapping[str, Any], prefixes: Mapping[str, str]) -> dict[str, Any]:
    """The first rows of what SPARQL's JSON has, with the names of the columns and the number of all; ASK is one row."""
    if "boolean" in found:
        return {"names": ["answer"], "rows": [[str(found["boolean"]).lower()]], "count": 1}
    names, bindings = found["head"]["vars"], found["results"]["bindings"]
    rows = [[_shown(row.get(name), prefixes) for name in names] for row in bindings[:MOST_ROWS]]
    return {"names": names, "rows": rows, "count": len(bindings)}


def _shown(term: Mapping[str, Any] | None, prefixes: Mapping[str, str]) -> str:
    if term is None:
        return ""
    value = str(term["value"])
    return short(value, prefixes) if term["type"] == "uri" else value
