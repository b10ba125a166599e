"""The routes."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from ..errors import UsageError
from ..store import NamedQuery, Stamp, named_queries
from .answering import Answer, Limits, Question
from .description import SIZES, description
from .guard import LOOPBACK, Guard
from .pages import COUNTS, Pages, is_chinese
from .protocol import asked
from .workers import Workers

_TEMPLATES = Path(__file__).parent / "templates"
_JSON = "application/sparql-results+json"
_Row = dict[str, str]


def application(workers: Workers, limits: Limits, *, loopback: bool = True, token: str = "") -> Guard:
    """The ASGI application over processes that answer; they are ended with it.

    Args:
        workers: started already.
        limits: what a request may take.
        loopback: whether it is reached by names of this machine only, and so answers to no other.
        token: what a client must show; nothing where anybody on this machine may ask.
    """
    routes = _Routes(workers, limits)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        workers.close()

    app = Starlette(
        routes=[
            _route("/", routes.start, "GET"),
            _route("/sparql", routes.sparql, "GET", "POST"),
            _route("/ask", routes.ask, "GET"),
            _route("/queries/{name}", routes.named, "GET"),
            _route("/explorer.css", routes.style, "GET"),
        ],
        middleware=[
            Middleware(
                CORSMiddleware,
                allow_origin_regex=LOOPBACK.pattern,
                allow_methods=["GET", "HEAD", "POST"],
                allow_headers=["*"],
                max_age=600,
            )
        ],
        exception_handlers={HTTPException: _refused},
        lifespan=lifespan,
    )
    app.router.redirect_slashes = False
    return Guard(app, loopback, token)


class _Routes:
    """What each address answers."""

    def __init__(self, workers: Workers, limits: Limits) -> None:
        self._workers, self._limits = workers, limits
        self._pages = Pages(_TEMPLATES)
        self._known: dict[str, tuple[Stamp, list[_Row]]] = {}

    async def start(self, request: Request) -> Response:
        counts = await self._rows(COUNTS)
        return self._page(self._pages.start(counts, named_queries(), chinese=is_chinese(request)))

    async def sparql(self, request: Request) -> Response:
        question = await asked(request, self._limits.request_bytes)
        if question is not None:
            return _response(await self._workers.ask(question))
        sizes = [(row.get("graph", ""), int(row["triples"])) for row in await self._rows(SIZES)]
        accept = ", ".join(request.headers.getlist("accept"))
        return _response(description(str(request.url.replace(query="")), sizes, accept))

    async def named(self, request: Request) -> Response:
        """A named query: a page, or with ``.csv`` or ``.json`` after its name a file."""
        name, _, form = request.path_params["name"].partition(".")
        query = next((one for one in named_queries() if one.name == name), None)
        if query is None or form not in ("", "csv", "json"):
            raise HTTPException(
                404, f"no query {name!r}; / lists them" if query is None else "it is had as csv or json"
            )
        values = {key: value for key, value in request.query_params.items() if key != "lang"}
        try:
            sparql = query.render(values)
        except UsageError as error:
            raise HTTPException(400, str(error)) from error
        question = Question(sparql, accept=_JSON, spreadsheet=form == "csv")
        answer = await self._workers.ask(question)
        if answer.status != 200 or form:
            return _response(answer, f"{name}.{form}" if form and answer.status == 200 else "")
        return self._page(self._shown(query, values, answer, chinese=is_chinese(request)))

    async def ask(self, request: Request) -> Response:
        """A query of the reader's own as a page, for people; a malformed one is told there."""
        sparql = request.query_params.get("query", "")
        answer = await self._workers.ask(Question(sparql, f"{_JSON}, text/turtle;q=0.5"))
        is_table = answer.media_type == _JSON
        found = json.loads(answer.body) if is_table else answer.body.decode()
        page = self._pages.ask(sparql, found, self._workers.prefixes, chinese=is_chinese(request))
        return self._page(page, answer.status)

    async def style(self, _: Request) -> Response:
        return FileResponse(_TEMPLATES / "explorer.css", media_type="text/css")

    def _shown(self, query: NamedQuery, values: dict[str, str], answer: Answer, *, chinese: bool) -> str:
        return self._pages.query(query, values, json.loads(answer.body), self._workers.prefixes, chinese=chinese)

    async def _rows(self, sparql: str) -> list[_Row]:
        """The rows of a query that only depends on the build, which is asked once a build."""
        stamp, rows = self._known.get(sparql, (None, []))
        if stamp is None or stamp != self._workers.stamp or self._workers.outdated:
            answer = await self._workers.ask(Question(sparql, _JSON))
            if answer.status != 200:
                raise HTTPException(answer.status, answer.body.decode().rstrip())
            found = json.loads(answer.body)["results"]["bindings"]
            rows = [{name: term["value"] for name, term in row.items()} for row in found]
            self._known[sparql] = (self._workers.stamp, rows)
        return rows

    @staticmethod
    def _page(html: str, status: int = 200) -> Response:
        return Response(html, status, media_type="text/html")


def _route(path: str, endpoint: Callable[[Request], object], *methods: str) -> Route:
    """A route that says by OPTIONS what it takes."""
    allowed = ", ".join([*methods, *(["HEAD"] if "GET" in methods else []), "OPTIONS"])

    async def answer(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": allowed})
        return await endpoint(request)  # type: ignore[misc,no-any-return]

    return Route(path, answer, methods=[*methods, "OPTIONS"])


def _response(answer: Answer, file: str = "") -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{file}"'} if file else {}
    if answer.status == 503:
        headers["Retry-After"] = "1"
    return Response(answer.body, answer.status, {**headers, "Content-Type": answer.media_type, "Vary": "Accept"})


def _refused(_: Request, error: Exception) -> Response:
    """One line of plain text for what is refused."""
    assert isinstance(error, HTTPException)  # noqa: S101 it is registered for nothing else
    return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)
