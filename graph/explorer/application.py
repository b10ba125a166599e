"""The application: the rooms behind the guard."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from .answering import Limits, mishap
from .desk import Desk
from .guard import Guard
from .hanging_up import HangingUp
from .rooms import ROOMS
from .workers import Workers

_FOR_PROGRAMS = ("/sparql", "/api/", "/static/", "/style/")


def application(workers: Workers, limits: Limits, *, loopback: bool = True, token: str = "") -> Guard:
    """The ASGI application over processes that answer; they are ended with it.

    Args:
        workers: started already.
        limits: what a request may take.
        loopback: whether it is reached by names of this machine only, and so answers to no other.
        token: what a client must show; nothing where anybody on this machine may ask.
    """
    desk = Desk(workers, limits)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        workers.close()

    async def refused(request: Request, error: Exception) -> Response:
        """A page for who reads pages, else one line of plain text."""
        assert isinstance(error, HTTPException)  # noqa: S101 it is registered for nothing else
        wants_page = "text/html" in request.headers.get("accept", "")
        if wants_page and not request.url.path.startswith(_FOR_PROGRAMS):
            return desk.pages.page(request, "error", error.status_code, message=error.detail)
        return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)

    async def failed(_: Request, error: Exception) -> Response:
        """A mistake of ours; its trace goes to the terminal."""
        return PlainTextResponse(f"this {mishap(error)}\n", 500)

    app = Starlette(
        routes=[one for room in ROOMS for one in room(desk)],
        middleware=[Middleware(HangingUp)],
        exception_handlers={HTTPException: refused, Exception: failed},
        lifespan=lifespan,
    )
    app.router.redirect_slashes = False
    return Guard(app, loopback, token)
