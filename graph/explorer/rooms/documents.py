"""The articles: a list of them, and each with its mentions coloured in the text."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..desk import Desk, route
from ..views.documents import Article, Articles


def routes(desk: Desk) -> list[Route]:
    """``/documents`` and ``/document/ID``."""

    async def documents(request: Request) -> Response:
        return desk.pages.page(request, "documents", articles=await desk.once(Articles()))

    async def document(request: Request) -> Response:
        article = await desk.told(Article(request.path_params["id"]))
        return desk.pages.page(request, "document", article=article)

    return [route("/documents", documents), route("/document/{id}", document)]
