"""The graph view, and what its script asks for."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ...errors import UsageError
from ..answering import Inquiry
from ..desk import Desk, route
from ..views.drawn import Drawn
from ..views.grouping import Summary
from ..views.paths import Paths
from ..views.picture import Added, Around, Belonging, Chosen, Grouped, Whole
from ..views.said import Said
from ..views.schema import Schemed
from ..views.turtle import Seen
from .ask import called

_Sent = dict[str, Any]
_GREATEST = 1_000_000_000


def routes(desk: Desk) -> list[Route]:
    """``/graph`` and ``/api/…``: what is short is asked by GET, what names many things by POST of a JSON object."""

    async def graph(request: Request) -> Response:
        return desk.pages.page(request, "graph", schema=await desk.once(Schemed()))

    async def schema(_: Request) -> Response:
        return await desk.answer(Schemed())

    got: dict[str, Callable[[Request], Inquiry]] = {
        "summary": lambda request: Summary(request.query_params.get("by", "class")),
        "around": lambda request: Around(request.query_params.get("id", "")),
        "said": lambda request: Said(tuple(request.query_params.getlist("id"))),
    }
    sent: dict[str, Callable[[_Sent], Inquiry]] = {
        "start": lambda sent: Chosen(_texts(sent, "ids"), _number(sent, "around", 0)),
        "whole": lambda sent: Whole(_number(sent, "limit", 25_000)),
        "add": lambda sent: Added(_texts(sent, "ids"), _texts(sent, "have")),
        "group": _group,
        "belonging": lambda sent: Belonging(_text(sent, "by"), _texts(sent, "ids")),
        "paths": _paths,
        "query": _query,
        "turtle": lambda sent: Seen(_texts(sent, "nodes"), _texts(sent, "edges")),
    }
    return [
        route("/graph", graph),
        route("/api/schema", schema),
        *(route(f"/api/{name}", _by_get(desk, make)) for name, make in got.items()),
        *(route(f"/api/{name}", _by_post(desk, make), "POST") for name, make in sent.items()),
    ]


def _by_get(desk: Desk, make: Callable[[Request], Inquiry]) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        return await desk.answer(make(request))

    return answer


def _by_post(desk: Desk, make: Callable[[_Sent], Inquiry]) -> Callable[[Request], Awaitable[Response]]:
    async def answer(request: Request) -> Response:
        try:
            return await desk.answer(make(await desk.sent(request)))
        except UsageError as error:
            raise HTTPException(400, str(error)) from error

    return answer


def _group(sent: _Sent) -> Inquiry:
    most, start = _number(sent, "limit", 80), _number(sent, "start", 0)
    return Grouped(
        _text(sent, "by"), _text(sent, "key"), most, start, _texts(sent, "have"), _number(sent, "related", 0)
    )


def _paths(sent: _Sent) -> Inquiry:
    return Paths(
        _text(sent, "from"),
        _text(sent, "to"),
        _number(sent, "limit", 5),
        sent.get("background", True) is not False,
        _texts(sent, "without"),
        float(_number(sent, "confidence", 0)) / 100,
    )


def _query(sent: _Sent) -> Inquiry:
    """The picture of a query: one with a name, and the values of its parameters, or SPARQL."""
    most = _number(sent, "limit", 300)
    if "name" not in sent:
        return Drawn(_text(sent, "sparql"), most)
    values = sent.get("values", {})
    if not isinstance(values, dict):
        raise _mistaken("values", "an object")
    query, _ = called(_text(sent, "name"))  # never a file of somebody's, which a name with .rq would be elsewhere
    return Drawn(query.render({key: str(value) for key, value in values.items()}), most, named=True)


def _text(sent: _Sent, name: str) -> str:
    value = sent.get(name)
    if not isinstance(value, str) or not value:
        raise _mistaken(name, "a text")
    return value


def _texts(sent: _Sent, name: str) -> tuple[str, ...]:
    value = sent.get(name, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise _mistaken(name, "a list of texts")
    return tuple(value)


def _number(sent: _Sent, name: str, usual: int) -> int:
    value = sent.get(name, usual)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= _GREATEST:
        raise _mistaken(name, f"a whole number from 0 to {_GREATEST:,}")
    return value


def _mistaken(name: str, wanted: str) -> UsageError:
    return UsageError(f"{name} is not {wanted}", where="request", remedy=f"send {wanted}")
