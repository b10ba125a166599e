"""The SPARQL endpoint."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..description import SIZES, description
from ..desk import Desk, response, route
from ..protocol import asked


def routes(desk: Desk) -> list[Route]:
    """``/sparql``."""

    async def sparql(request: Request) -> Response:
        question = await asked(request, desk.limits.request_bytes)
        if question is not None:
            return await desk.answer(question)
        sizes = [(row.get("graph", ""), int(row["triples"])) for row in await desk.rows(SIZES)]
        accept = ", ".join(request.headers.getlist("accept"))
        return response(description(str(request.url.replace(query="")), sizes, accept))

    return [route("/sparql", sparql, "GET", "POST")]
