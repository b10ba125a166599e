"""What all rooms share: the processes that answer, the limits, the pages, and what is asked only once a build."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NoReturn
from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ..store import Stamp
from .answering import Answer, Inquiry, Limits, Question
from .pages import Pages
from .protocol import body_of
from .workers import Workers

RESULTS_JSON = "application/sparql-results+json"
Row = dict[str, str]
_PICTURES = 8
"""How much larger than a query a script's request may be: it may name all things and edges of a large picture."""


class Desk:
    """Where rooms ask.

    Args:
        workers: started already.
        limits: what a request may take.
    """

    def __init__(self, workers: Workers, limits: Limits) -> None:
        self.workers, self.limits = workers, limits
        self.pages = Pages()
        self._known: dict[Inquiry, tuple[Stamp, Any]] = {}

    @property
    def prefixes(self) -> Mapping[str, str]:
        """Prefix → IRI, of the build that is served."""
        return self.workers.prefixes

    async def told(self, inquiry: Inquiry) -> Any:  # noqa: ANN401 it is JSON
        """What answers an inquiry, as JSON.

        Raises:
            HTTPException: it is refused.
        """
        return read(await self.workers.ask(inquiry))

    async def once(self, inquiry: Inquiry) -> Any:  # noqa: ANN401 it is JSON
        """The same for what depends on the build alone, which is asked once a build."""
        stamp, told = self._known.get(inquiry, (None, None))
        before = self.workers.stamp
        if stamp is None or stamp != before or self.workers.outdated:
            told = await self.told(inquiry)
            self._known[inquiry] = (before, told)  # meanwhile another build may be served: this answer is not its own
        return told

    async def rows(self, sparql: str) -> list[Row]:
        """The rows of a query that depends on the build alone, as strings."""
        found = (await self.once(Question(sparql, RESULTS_JSON)))["results"]["bindings"]
        return [{name: term["value"] for name, term in row.items()} for row in found]

    async def answer(self, inquiry: Inquiry, file: str = "") -> Response:
        """The answer as it is, for a script; with the name of a ``file``, one to be kept."""
        answer = await self.workers.ask(inquiry)
        return response(answer, file if answer.status == 200 else "")

    async def sent(self, request: Request) -> dict[str, Any]:
        """The JSON object that a script sends.

        Raises:
            HTTPException: it is none, or too large.
        """
        try:
            most = _PICTURES * self.limits.request_bytes
            sent = json.loads(await body_of(request, most), parse_constant=_no_number)
            json.dumps(sent, ensure_ascii=False).encode()  # half a character, as JSON can write it, is none
        except (ValueError, RecursionError) as error:
            raise HTTPException(400, "the body is not JSON in UTF-8") from error
        if not isinstance(sent, dict):
            raise HTTPException(400, "the body is no JSON object")
        return sent


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and the infinities are Python's, not of JSON


def read(answer: Answer) -> Any:  # noqa: ANN401 it is JSON
    """What an answer says, as JSON.

    Raises:
        HTTPException: it is a refusal.
    """
    if answer.status != 200:
        raise HTTPException(answer.status, answer.body.decode().rstrip())
    return json.loads(answer.body)


def response(answer: Answer, file: str = "") -> Response:
    """An answer on its way."""
    headers = {"Content-Disposition": _attachment(file)} if file else {}
    if answer.status == 503:
        headers["Retry-After"] = "1"
    return Response(answer.body, answer.status, {**headers, "Content-Type": answer.media_type, "Vary": "Accept"})


def _attachment(file: str) -> str:
    """What makes a browser keep an answer under a name, in any script (RFC 6266)."""
    plain = re.sub(r"[^\w.-]+", "-", file, flags=re.ASCII).strip("-")
    return f'attachment; filename="{plain}"' + ("" if plain == file else f"; filename*=UTF-8''{quote(file, safe='')}")


def route(
    path: str, endpoint: Callable[[Request], object], *methods: str, middleware: Sequence[Middleware] = ()
) -> Route:
    """A route that says by OPTIONS what it takes; GET unless told otherwise."""
    taken = methods or ("GET",)
    allowed = ", ".join([*taken, *(["HEAD"] if "GET" in taken else []), "OPTIONS"])

    async def answered(request: Request) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers={"Allow": allowed})
        return await endpoint(request)  # type: ignore[misc,no-any-return]

    return Route(path, answered, methods=[*taken, "OPTIONS"], middleware=middleware)
