"""How many queries a second the endpoint answers, beside rdflib in the same run.

    python -m benchmarks.endpoint [--seconds S] [--clients N] [--copies N] [--query NAME]…

The sample articles are built and served by `zhimai serve`, and asked by N clients at a time over HTTP; rdflib has the same
triples in its memory and is asked in this process, without HTTP. With --copies the triples are there several times under
other names, which makes a larger store of the same shape. Printed as Markdown: queries per second and the time within which
95 of 100 were answered.
"""

from __future__ import annotations

import argparse
import http.client
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain
from pathlib import Path
from statistics import quantiles
from urllib.parse import quote, urlsplit

import rdflib

from graph import build
from graph.store import NamedQuery, named_query, open_store

_QUERIES = ("firms-by-province", "evidence")
_BASE = b"/id/"


def multiplied(folder: Path, copies: int) -> None:
    """Put copies of all that was found into ``graph.nq`` of a build, each below a base of its own."""
    file = folder / "graph.nq"
    lines = file.read_bytes().splitlines(keepends=True)
    copied = (
        [line.replace(_BASE, b"/id-%d/" % number) for line in lines if _BASE in line] for number in range(1, copies)
    )
    file.write_bytes(b"".join(chain(lines, *copied)))


def timed(ask: Callable[[], object], seconds: float) -> list[float]:
    """How long each of the questions took that can be asked one after the other in so many seconds; one at least."""
    ask()
    times: list[float] = []
    end = time.perf_counter() + seconds
    while not times or time.perf_counter() < end:
        begin = time.perf_counter()
        ask()
        times.append(time.perf_counter() - begin)
    return times


def over_http(address: str, sparql: str, seconds: float, clients: int) -> tuple[float, float]:
    """Queries per second and p95 (seconds) of so many clients at a time, each on a connection that stays open."""
    place = urlsplit(address)

    def client(_: int) -> list[float]:
        connection = http.client.HTTPConnection(place.netloc, timeout=600)

        def ask() -> None:
            connection.request("GET", f"{place.path}?query={quote(sparql)}")
            answer = connection.getresponse()
            body = answer.read()
            if answer.status != 200:
                raise SystemExit(body.decode())

        return timed(ask, seconds)

    with ThreadPoolExecutor(clients) as threads:
        times = list(chain.from_iterable(threads.map(client, range(clients))))
    return clients * len(times) / sum(times), p95(times)


def p95(times: Sequence[float]) -> float:
    """The time within which 95 of 100 were done."""
    return quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


def in_rdflib(graph: rdflib.Graph, sparql: str, prefixes: dict[str, str], seconds: float) -> tuple[float, float]:
    """The same of rdflib, asked one after the other."""
    times = timed(lambda: len(list(graph.query(sparql, initNs=prefixes))), seconds)
    return len(times) / sum(times), p95(times)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the bench."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.endpoint", description=__doc__)
    parser.add_argument("--seconds", type=float, default=5.0)
    parser.add_argument("--clients", type=int, default=2)
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--query", action="append")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        build([], Path(folder))
        multiplied(Path(folder), options.copies)
        queries = [named_query(name) for name in options.query or _QUERIES]
        _compare(Path(folder), queries, options.seconds, options.clients)
    return 0


def _compare(folder: Path, queries: Sequence[NamedQuery], seconds: float, clients: int) -> None:
    store = open_store(folder)
    prefixes = dict(store.prefixes)
    graph = rdflib.Graph()
    graph.parse(
        data="".join(f"{quad.triple} .\n" for quad in store.dataset.quads_for_pattern(None, None, None)), format="nt"
    )
    print(f"{len(graph)} triples, {clients} clients\n")
    print("| query | ours/s | p95 ms | rdflib/s | p95 ms | times |\n|---|---|---|---|---|---|")
    command = [sys.executable, "-m", "graph", "serve", str(folder), "--port", "0", "--timeout", "600"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 our own program
        try:
            assert server.stdout is not None  # noqa: S101 it is a pipe
            server.stdout.readline()
            address = server.stdout.readline().split()[2]
            for query in queries:
                sparql = query.render(query.example)
                ours, ours95 = over_http(address, sparql, seconds, clients)
                theirs, theirs95 = in_rdflib(graph, sparql, prefixes, seconds)
                cells = (f"{ours:.0f}", f"{1000 * ours95:.1f}", f"{theirs:.2f}", f"{1000 * theirs95:.0f}")
                print(f"| {query.name} | {' | '.join(cells)} | {ours / theirs:.0f} |", flush=True)
        finally:
            server.terminate()


if __name__ == "__main__":
    sys.exit(main())
