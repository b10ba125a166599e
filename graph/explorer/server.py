"""The server: one address, until it is told to stop."""

from __future__ import annotations

import errno
import ipaddress
import secrets
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import uvicorn

from ..errors import UsageError
from .answering import Limits, Question
from .application import application
from .pages import scripts
from .workers import Workers

_HOLDINGS = """
SELECT ?articles ?statements ?figures WHERE {
  { SELECT (COUNT(*) AS ?articles) WHERE { ?article a zm:Document } }
  { SELECT (COUNT(*) AS ?statements) WHERE { ?statement a zm:Statement } }
  { SELECT (COUNT(*) AS ?figures) WHERE { ?figure a zm:Observation } }
}"""
_SHORTEST_TOKEN = 16
_LAST_ANSWERS = 2  # seconds that answers under way have when the server stops
UNBUNDLED = "the pages have no scripts, since none were bundled: run `python client/bundle.py` in the checkout"


@dataclass(frozen=True)
class Place:
    """Where to serve and for whom.

    Args:
        host: a name or address of this machine.
        port: 0 for any free one.
        token: what clients must show; made at random where the host is no loopback and none is given.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    token: str = ""

    @property
    def loopback(self) -> bool:
        """Whether only this machine can reach it."""
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return self.host == "localhost"

    def secret(self) -> str:
        """The token that is wanted, or nothing.

        Raises:
            UsageError: the one given can be guessed, or cannot be sent.
        """
        if not self.token:
            return "" if self.loopback else secrets.token_urlsafe()
        if len(self.token) < _SHORTEST_TOKEN or not self.token.isascii() or not self.token.isprintable():
            remedy = f"give {_SHORTEST_TOKEN} or more letters and digits"
            raise UsageError("too short, or not of plain characters", where="--token", remedy=remedy)
        return self.token


def serve(
    directory: Path,
    place: Place,
    limits: Limits,
    workers: int,
    say: Callable[[str], None],
    show: Callable[[str], object] | None = None,
) -> None:
    """Serve what a build wrote until the process is told to stop.

    Args:
        directory: the folder of the build.
        place: where, and for whom.
        limits: what a request may take.
        workers: how many queries are answered at a time.
        say: told in a line where it serves, and when the build has been made anew.
        show: given the address once it listens there, with the token where one is wanted.

    Raises:
        UsageError: the folder holds no build, the port is taken or the host is none of this machine.
    """
    token = place.secret()
    with _bound(place) as listening:
        pool = Workers(directory, limits, workers, say)
        pool.start()
        app = application(pool, limits, loopback=place.loopback, token=token)
        config = uvicorn.Config(
            app,
            log_config=None,
            access_log=False,  # it would keep tokens
            proxy_headers=False,
            server_header=False,
            timeout_graceful_shutdown=_LAST_ANSWERS,
        )
        host = f"[{place.host}]" if ":" in place.host else place.host
        address = f"http://{host}:{listening.getsockname()[1]}/"
        entry = f"{address}?token={token}" if token else address
        say(f"serving {directory}{_holdings(pool)} at {entry}")
        say(f"SPARQL endpoint: {address}sparql" + ("  (Authorization: Bearer and the token)" if token else ""))
        if not scripts():
            say(UNBUNDLED)
        if show is not None:
            show(entry)
        try:
            _Server(config, pool).run(sockets=[listening])
        finally:
            pool.close()


def _holdings(pool: Workers) -> str:
    """How much there is, in brackets; nothing where it takes too long to count."""
    answer = pool.ask_before(Question(_HOLDINGS, "text/csv"))
    if answer is None or answer.status != 200:
        return ""
    names, numbers = (line.split(",") for line in answer.body.decode().splitlines())
    return f" ({', '.join(' '.join(pair) for pair in zip(numbers, names, strict=True))})"


class _Server(uvicorn.Server):
    """A server that refuses the queries under way when it stops, instead of waiting for them."""

    def __init__(self, config: uvicorn.Config, pool: Workers) -> None:
        super().__init__(config)
        self._pool = pool

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._pool.close()
        await super().shutdown(sockets)


def _bound(place: Place) -> socket.socket:
    """A socket that listens there."""
    where = f"{place.host}:{place.port}"
    try:
        found = socket.getaddrinfo(place.host, place.port, proto=socket.IPPROTO_TCP)
        family, kind, protocol, _, address = found[0]
    except OSError as error:
        raise UsageError("no such host", where=place.host, remedy="give an address of this machine") from error
    listening = socket.socket(family, kind, protocol)  # asyncio sends at once only where it sees that this is TCP
    if sys.platform != "win32":  # there it would let two programs have one port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(address)
        listening.listen()
    except OSError as error:
        listening.close()
        if error.errno == errno.EADDRINUSE:
            remedy = "give another one with --port; --port 0 takes any free one"
            raise UsageError("the port is taken", where=where, remedy=remedy) from error
        remedy = "give another host or port"
        raise UsageError(f"cannot be listened at: {error.strerror}", where=where, remedy=remedy) from error
    return listening
