"""Questions: those that are ready, and the reader's own in SPARQL; each with its answer as a table and as files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ...errors import UsageError
from ...store import NamedQuery, named_queries, short
from ..answering import Question
from ..desk import RESULTS_JSON, Desk, route
from ..pages import rows_shown

MOST_ROWS = 1000
"""Rows of an answer that a page shows; its files have all."""
_OWN_FIELDS = ("lang", "theme")


def routes(desk: Desk) -> list[Route]:
    """``/queries``, ``/queries/NAME`` and ``/ask``."""

    async def ready(request: Request) -> Response:
        return desk.pages.page(request, "queries", queries=question_links())

    async def named(request: Request) -> Response:
        """A named query: a page, or with ``.csv`` or ``.json`` after its name a file."""
        query, form = _called(request.path_params["name"])
        values = {key: value for key, value in request.query_params.items() if key not in _OWN_FIELDS}
        try:
            sparql = query.render(values)
        except UsageError as error:
            raise HTTPException(400, str(error)) from error
        question = Question(sparql, accept=RESULTS_JSON, spreadsheet=form == "csv")
        if form:
            return await desk.answer(question, f"{query.name}.{form}")
        found = await desk.told(question)
        shown = {"query": query, "values": values, "file": f"?{urlencode(values)}", **_table(found, desk.prefixes)}
        return desk.pages.page(request, "query", **shown)

    async def ask(request: Request) -> Response:
        """A query of the reader's own; a malformed one is told there."""
        sparql = request.query_params.get("query", "")
        if not sparql:
            return desk.pages.page(request, "ask", sparql="", text="")
        answer = await desk.workers.ask(Question(sparql, f"{RESULTS_JSON}, text/turtle;q=0.5"))
        if answer.media_type == RESULTS_JSON:
            shown: dict[str, Any] = {"text": "", **_table(json.loads(answer.body), desk.prefixes)}
        else:
            shown = {"text": answer.body.decode()}
        return desk.pages.page(request, "ask", answer.status, sparql=sparql, **shown)

    return [route("/queries", ready), route("/queries/{name}", named), route("/ask", ask)]


def question_links() -> list[tuple[str, NamedQuery]]:
    """The named queries, each with an address at which it finds something."""
    return [(f"/queries/{one.name}?{urlencode(one.example)}", one) for one in named_queries()]


def _called(path: str) -> tuple[NamedQuery, str]:
    """The query and the form of its answer that an address means."""
    name, _, form = path.partition(".")
    query = next((one for one in named_queries() if one.name == name), None)
    if query is None:
        raise HTTPException(404, f"no query {name!r}; / lists them")
    if form not in ("", "csv", "json"):
        raise HTTPException(404, "it is had as csv or json")
    return query, form


def _table(found: Mapping[str, Any], prefixes: Mapping[str, str]) -> dict[str, Any]:
    """The first rows of what SPARQL's JSON has, with the names of the columns and the number of all."""
    names, bindings = rows_shown(found)
    rows = [[_shown(row.get(name), prefixes) for name in names] for row in bindings[:MOST_ROWS]]
    return {"names": names, "rows": rows, "count": len(bindings)}


def _shown(term: Mapping[str, Any] | None, prefixes: Mapping[str, str]) -> str:
    if term is None:
        return ""
    value = str(term["value"])
    return short(value, prefixes) if term["type"] == "uri" else value
