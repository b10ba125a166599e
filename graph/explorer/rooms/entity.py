"""The page of a thing: all that is known of it, each fact with its sentences."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..desk import Desk, route
from ..views.entity import Entity


def routes(desk: Desk) -> list[Route]:
    """``/entity/ID`` and ``/api/entity?id=``."""

    async def entity(request: Request) -> Response:
        known = await desk.told(Entity(request.path_params["id"]))
        return desk.pages.page(request, "entity", known=known)

    async def data(request: Request) -> Response:
        return await desk.answer(Entity(request.query_params.get("id", "")))

    return [route("/entity/{id:path}", entity), route("/api/entity", data)]
