"""The rooms of the explorer: each takes the desk and gives its routes."""

from __future__ import annotations

from collections.abc import Callable

from starlette.routing import Route

from ..desk import Desk
from . import answers, ask, documents, endpoint, entity, files, graph, search, start

ROOMS: tuple[Callable[[Desk], list[Route]], ...] = (
    start.routes,
    search.routes,
    entity.routes,
    documents.routes,
    graph.routes,
    ask.routes,
    answers.routes,
    endpoint.routes,
    files.routes,
)
