"""The articles: a list of them, and each with its mentions coloured in the text."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..desk import Desk, route
from ..views.documents import SORTS, Article, Articles
from ..views.schema import Schemed
from ..views.tables import ArticlesTable, ArticleTable
from ..views.turtle import OfArticle
from .fields import as_file, file_name, number, pages_of

_MOST_TYPED, _PAGE = 200, 100


def routes(desk: Desk) -> list[Route]:
    """``/documents`` and ``/document/ID``.

    ``format`` gives a file instead of the page: ``csv`` or ``json`` the list, or of an article the table ``of`` mentions, facts or
    figures; ``ttl`` all that an article says.
    """

    async def documents(request: Request) -> Response:
        asked = _asked(request)
        if form := request.query_params.get("format", ""):
            return await desk.answer(as_file(ArticlesTable(asked), form), f"articles.{form}")
        found = await desk.told(asked)
        pages = pages_of(request, found["count"], asked.start, _PAGE)
        schema = await desk.once(Schemed())
        return desk.pages.page(
            request,
            "documents",
            found=found,
            asked=asked,
            pages=pages,
            sorts=SORTS,
            schema=schema,
            fields=_fields(asked),
        )

    async def document(request: Request) -> Response:
        id, fields = request.path_params["id"], request.query_params
        if form := fields.get("format", ""):
            of = "" if form == "ttl" else fields.get("of", "mentions")
            asked = OfArticle(id) if form == "ttl" else as_file(ArticleTable(id, of), form, "ttl")
            return await desk.answer(asked, file_name(id, of, form=form))
        start, end = number(request, "start", -1), number(request, "end", -1)
        article = await desk.told(Article(id, number(request, "part"), start, end, fields.get("said", "")))
        schema = await desk.once(Schemed())
        said = [
            {key: one[key] for key in ("start", "end", "marks")} for one in (*article["facts"], *article["figures"])
        ]
        data = {"things": article["things"], "said": said}
        return desk.pages.page(request, "document", article=article, schema=schema, data=data)

    return [route("/documents", documents), route("/document/{id}", document)]


def _asked(request: Request) -> Articles:
    fields = request.query_params
    since, until = (fields.get(name, "").strip()[:4] for name in ("since", "until"))
    sort = fields.get("sort", "-published")
    return Articles(
        fields.get("q", "")[:_MOST_TYPED],
        fields.get("publisher", ""),
        since,
        until,
        fields.get("thing", ""),
        sort if sort.removeprefix("-") in SORTS else "-published",
        number(request, "start"),
        _PAGE,
    )


def _fields(asked: Articles) -> dict[str, str]:
    """What narrows the list, as an address has it."""
    named = {
        "q": asked.typed,
        "publisher": asked.publisher,
        "since": asked.since,
        "until": asked.until,
        "thing": asked.thing,
    }
    return {name: value for name, value in named.items() if value}
