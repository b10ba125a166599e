"""What the scripts of the rooms that ask are told: answers as rows, mistakes, and the words that a query can use."""

from __future__ import annotations

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from ..desk import Desk, route
from ..views.answer import Checked, Shown
from ..views.vocabulary import Vocabulary
from .ask import MOST_ROWS, called, rendered, values_of


def routes(desk: Desk) -> list[Route]:
    """``/api/table``, ``/api/check``, ``/api/vocabulary`` and ``/api/named/NAME``."""

    async def table(request: Request) -> Response:
        return await desk.answer(Shown(await sparql_of(request), MOST_ROWS))

    async def check(request: Request) -> Response:
        return await desk.answer(Checked(await sparql_of(request)))

    async def vocabulary(_: Request) -> Response:
        return JSONResponse(await desk.once(Vocabulary()))

    async def named(request: Request) -> Response:
        """The SPARQL of a named query, with the values that are given."""
        query, _ = called(request.path_params["name"])
        return Response(rendered(query, values_of(request)), media_type="application/sparql-query")

    async def sparql_of(request: Request) -> str:
        sparql = (await desk.sent(request)).get("sparql")
        if not isinstance(sparql, str):
            raise HTTPException(400, "sparql is not a text; send the query")
        return sparql

    return [
        route("/api/table", table, "POST"),
        route("/api/check", check, "POST"),
        route("/api/vocabulary", vocabulary),
        route("/api/named/{name}", named),
    ]
