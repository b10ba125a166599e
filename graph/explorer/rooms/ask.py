"""Questions: those that are ready, and the reader's own in SPARQL; each with its answer as a table and as files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ...errors import UsageError
from ...store import NamedQuery, named_queries
from ..answering import Question
from ..desk import RESULTS_JSON, Desk, route
from ..reader import Reader, columns, reader_of
from ..views.answer import Shown
from ..views.schema import Schemed

MOST_ROWS = 1000
"""Rows of an answer that a page shows; its files have all."""
_ROWS = (("csv", "CSV"), ("tsv", "TSV"), ("json", "JSON"), ("xml", "XML"))
_TRIPLES = (("ttl", "Turtle"), ("nt", "N-Triples"), ("jsonld", "JSON-LD"), ("rdf", "RDF/XML"))
FILES = {"answer": _ROWS, "rows": _ROWS, "triples": _TRIPLES}
"""Form of an answer → the files that it can be had as: their suffixes and what to call them."""
_MEDIA_TYPES = {
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "json": RESULTS_JSON,
    "xml": "application/sparql-results+xml",
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
}
_OWN_FIELDS = ("lang", "theme")
_SUGGESTED = {"class": "classes", "relation": "properties"}
"""Parameters that are a class or a relation → where the schema has these."""


def routes(desk: Desk) -> list[Route]:
    """``/queries``, ``/queries/NAME`` and ``/ask``."""

    async def ready(request: Request) -> Response:
        return desk.pages.page(request, "queries", queries=question_links())

    async def named(request: Request) -> Response:
        """A named query: a page, or with ``.csv`` or ``.json`` after its name a file."""
        query, form = called(request.path_params["name"])
        values = values_of(request)
        sparql = rendered(query, values)
        if form:
            question = Question(sparql, accept=RESULTS_JSON, spreadsheet=form == "csv")
            return await desk.answer(question, f"{query.name}.{form}")
        told = await desk.told(Shown(sparql, MOST_ROWS, query.names_in(values)))
        if "mistake" in told:
            raise HTTPException(400, f"{told['mistake']['what']}; {told['mistake']['remedy']}")
        shown = {"query": query, "values": values, "file": f"?{urlencode(values)}", "sparql": sparql, "told": told}
        called_by = {"columns": columns(reader_of(request).language), "schema": await desk.once(Schemed())}
        return desk.pages.page(request, "query", suggested=_SUGGESTED, **called_by, **shown)

    async def ask(request: Request) -> Response:
        """A query of the reader's own; what is wrong with it is told there. With ``file``, the answer to be kept."""
        sparql, file = request.query_params.get("query", ""), request.query_params.get("file", "")
        if file:
            return await kept(sparql, file)
        told = await desk.told(Shown(sparql, MOST_ROWS)) if sparql.strip() else None
        status = 400 if told and "mistake" in told else 200
        ready = [_ready(address, query, reader_of(request)) for address, query in question_links()]
        shown = {"queries": ready, "parameters": {one["name"]: one["parameters"] for one in ready}, "files": FILES}
        return desk.pages.page(request, "ask", status, sparql=sparql, told=told, **shown)

    async def kept(sparql: str, file: str) -> Response:
        if file not in _MEDIA_TYPES:
            raise HTTPException(404, f"it is had as {', '.join(_MEDIA_TYPES)}")
        question = Question(sparql, accept=_MEDIA_TYPES[file], spreadsheet=file == "csv")
        return await desk.answer(question, f"answer.{file}")

    return [route("/queries", ready), route("/queries/{name}", named), route("/ask", ask)]


def question_links() -> list[tuple[str, NamedQuery]]:
    """The named queries, each with an address at which it finds something."""
    return [(f"/queries/{one.name}?{urlencode(one.example)}", one) for one in named_queries()]


def _ready(address: str, query: NamedQuery, reader: Reader) -> dict[str, Any]:
    """A named query in the reader's language, for the list beside the editor."""
    parameters = [
        {
            "name": one.name,
            "description": reader.spoken(one.descriptions),
            "default": one.default,
            "naming": one.name in query.naming and one.name not in _SUGGESTED,
            "terms": _SUGGESTED.get(one.name),
        }
        for one in query.parameters
    ]
    told = {"title": reader.spoken(query.titles), "description": reader.spoken(query.descriptions)}
    return {"name": query.name, "address": address, **told, "parameters": parameters}


def called(path: str) -> tuple[NamedQuery, str]:
    """The query and the form of its answer that an address means.

    Raises:
        HTTPException: there is no such query or form.
    """
    name, _, form = path.partition(".")
    query = next((one for one in named_queries() if one.name == name), None)
    if query is None:
        raise HTTPException(404, f"no query {name!r}; /queries lists them")
    if form not in ("", "csv", "json"):
        raise HTTPException(404, "it is had as csv or json")
    return query, form


def values_of(request: Request) -> dict[str, str]:
    """The values of parameters that an address gives."""
    return {key: value for key, value in request.query_params.items() if key not in _OWN_FIELDS}


def rendered(query: NamedQuery, values: Mapping[str, str]) -> str:
    """The SPARQL of a query with values.

    Raises:
        HTTPException: it has no such parameter, or a value does not fit.
    """
    try:
        return query.render(values)
    except UsageError as error:
        raise HTTPException(400, str(error)) from error
