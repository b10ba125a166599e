"""Search: as one types, and as a page."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from ..desk import Desk, route
from ..pages import entity_address
from ..views.schema import Schemed
from ..views.searching import Search
from .fields import number, pages_of

_MOST_TYPED, _MOST_PAGE = 200, 100


def routes(desk: Desk) -> list[Route]:
    """``/search``, ``/api/search``."""

    async def typed(request: Request) -> Response:
        return await desk.answer(_asked(request, 12))

    async def search(request: Request) -> Response:
        """The page; where ``go`` is asked, the one thing that answers is shown at once."""
        asked = _asked(request, _MOST_PAGE)
        found = await desk.told(asked)
        if "go" in request.query_params and found["count"] == 1:
            return RedirectResponse(entity_address(found["hits"][0]["id"]), 303)
        schema = await desk.once(Schemed())
        pages = pages_of(request, found["count"], asked.start, _MOST_PAGE)
        return desk.pages.page(request, "search", found=found, schema=schema, cls=asked.cls, pages=pages)

    return [route("/search", search), route("/api/search", typed)]


def _asked(request: Request, most: int) -> Search:
    fields = request.query_params
    return Search(fields.get("q", "")[:_MOST_TYPED], fields.get("class", ""), most, number(request, "start"))
