"""Styles, and the scripts that were bundled when the package was built."""

from __future__ import annotations

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from ..desk import Desk, route
from ..pages import STATIC, STYLE

_TYPES = {
    ".svg": "image/svg+xml",
    ".css": "text/css",
    ".js": "text/javascript",
    ".txt": "text/plain",
    ".json": "application/json",
}


def routes(_: Desk) -> list[Route]:
    """``/style/…`` and ``/static/…``."""
    return [route("/style/{name}", _style), route("/static/{name}", _static)]


async def _style(request: Request) -> Response:
    return _file(STYLE, request.path_params["name"])


async def _static(request: Request) -> Response:
    return _file(STATIC, request.path_params["name"])


def _file(folder: Path, name: str) -> Response:
    """A file that lies in the folder itself."""
    known = {path.name: path for path in folder.glob("*") if path.suffix in _TYPES}
    if name not in known:
        raise HTTPException(404, f"no such file: {name}")
    return FileResponse(known[name], media_type=_TYPES[known[name].suffix])
