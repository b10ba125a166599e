"""Who may ask, and what every answer says to a browser.

A web page of somebody else must not read what is served here: not by a name that leads to this machine (DNS rebinding,
hence the check of ``Host``), not by a script (``Origin``, ``Sec-Fetch-Site``), not in a frame.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

LOOPBACK = re.compile(r"https?://(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?")
"""The origins whose scripts may ask the endpoint."""
ENDPOINT = "/sparql"
_LOOPBACK_HOST = re.compile(r"(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?", re.IGNORECASE)
_COOKIE = "zhimai"
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_KEPT = "/static/"  # a built file's name has a digest of what is in it, so it never changes


@dataclass(frozen=True)
class Guard:
    """An ASGI application before another one.

    Args:
        app: what answers those who may ask.
        loopback: whether only names of this machine may stand in ``Host``.
        token: what must be shown; nothing where anybody on this machine may ask.
    """

    app: ASGIApp
    loopback: bool = True
    token: str = ""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        scope["nonce"] = nonce = secrets.token_urlsafe(16)  # the editor's styles, which its library writes, show it

        async def send_guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.update({**_HEADERS, "Content-Security-Policy": _POLICY.format(nonce=nonce)})
                if message["status"] == 200 and scope["path"].startswith(_KEPT) and scope["path"].endswith(".js"):
                    headers["Cache-Control"] = "private, max-age=31536000, immutable"
            await send(message)

        await (self._refusal(scope) or self.app)(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        if self.loopback and not _LOOPBACK_HOST.fullmatch(headers.get("host", "")):
            return PlainTextResponse("this server answers to localhost only\n", 421)
        if _is_foreign(headers, neighbours=scope["path"] == ENDPOINT):
            return PlainTextResponse("scripts and forms of other sites may not ask here\n", 403)
        return self._unknown(scope, headers) if self.token else None

    def _unknown(self, scope: Scope, headers: Headers) -> Response | None:
        """The refusal of who shows no token, or for who shows it in the address the way on with a cookie."""
        if scope["method"] == "OPTIONS" and "access-control-request-method" in headers:
            return None  # a browser sends no credentials when it asks whether it may ask
        fields = parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True)
        if any(name == "token" and _same(value, self.token) for name, value in fields):
            rest = [field for field in fields if field[0] != "token"]
            return self._way_on(scope["path"], rest) if scope["method"] in ("GET", "HEAD") else None
        scheme, _, shown = headers.get("authorization", "").partition(" ")
        if (scheme.lower() == "bearer" and _same(shown.strip(), self.token)) or self._has_cookie(headers):
            return None
        how = "send it as Authorization: Bearer, or open the address that `zhimai serve` printed"
        return PlainTextResponse(f"a token is wanted; {how}\n", 401, {"WWW-Authenticate": "Bearer"})

    def _way_on(self, path: str, fields: list[tuple[str, str]]) -> Response:
        """To the same address without the token, so that it stays in no history."""
        address = "/" + path.lstrip("/\\")  # one slash: two would lead to another host
        response = RedirectResponse(f"{address}?{urlencode(fields)}" if fields else address, 303)
        response.set_cookie(_COOKIE, self._cookie, httponly=True, samesite="strict")
        return response

    @property
    def _cookie(self) -> str:
        """Not the token itself: other servers on the same machine see its cookies."""
        return hmac.new(self.token.encode(), b"cookie", hashlib.sha256).hexdigest()

    def _has_cookie(self, headers: Headers) -> bool:
        cookies = (cookie.strip().partition("=") for cookie in headers.get("cookie", "").split(";"))
        return any(name == _COOKIE and _same(value, self._cookie) for name, _, value in cookies)


def _is_foreign(headers: Headers, *, neighbours: bool) -> bool:
    """Whether a script, a form or a picture of another site asks; following a link is nobody's script. Pages of other programs
    on this machine are no other site where ``neighbours`` may ask.
    """
    origin = headers.get("origin")
    if origin is not None and headers.get("sec-fetch-site") != "same-origin":  # our own form may send `Origin: null`
        own = origin.partition("://")[2] == headers.get("host")
        return not (own or (neighbours and LOOPBACK.fullmatch(origin)))
    return headers.get("sec-fetch-site") == "cross-site" and headers.get("sec-fetch-mode") != "navigate"


def _same(shown: str, secret: str) -> bool:
    return hmac.compare_digest(shown.encode(), secret.encode())
