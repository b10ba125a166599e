"""The first page: what the build holds, and the ways into it."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..desk import Desk, route
from ..views.picture import Schemed
from .ask import question_links


def routes(desk: Desk) -> list[Route]:
    """``/``."""

    async def start(request: Request) -> Response:
        return desk.pages.page(request, "start", schema=await desk.once(Schemed()), queries=question_links())

    return [route("/", start)]
