"""The SPARQL endpoint."""

from __future__ import annotations

from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..description import SIZES, description
from ..desk import Desk, response, route
from ..guard import ENDPOINT, LOOPBACK
from ..protocol import asked

_CORS = Middleware(
    CORSMiddleware,
    allow_origin_regex=LOOPBACK.pattern,
    allow_methods=["GET", "HEAD", "POST"],
    allow_headers=["*"],
    max_age=600,
)


def routes(desk: Desk) -> list[Route]:
    """``/sparql``."""

    async def sparql(request: Request) -> Response:
        question = await asked(request, desk.limits.request_bytes)
        if question is not None:
            return await desk.answer(question)
        sizes = [(row.get("graph", ""), int(row["triples"])) for row in await desk.rows(SIZES)]
        accept = ", ".join(request.headers.getlist("accept"))
        return response(description(str(request.url.replace(query="")), sizes, accept))

    return [route(ENDPOINT, sparql, "GET", "POST", middleware=[_CORS])]
