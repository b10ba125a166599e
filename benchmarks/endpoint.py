"""How many queries a second the endpoint answers, beside rdflib in the same run: ``python -m benchmarks.explorer queries``.

A made-up build is served by ``zhimai serve`` and asked by some clients at a time over HTTP. rdflib has the same triples in
the memory of a process of its own, and is asked there without HTTP; a query that it has not answered within a limit counts as
one that takes as long as that, so that what is printed is the least by which ours is quicker. One over which rdflib fails
counts for neither. Never are both at work at once.
"""

from __future__ import annotations

import _thread
import argparse
import http.client
import multiprocessing
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import geometric_mean, quantiles
from urllib.parse import quote, urlsplit

from graph.store import NamedQuery, named_queries, named_query, open_store, read_quads

from .made_up import write_made_up

_SPAWN = multiprocessing.get_context("spawn")
_HEAD = "| query | ours/s | p95 ms | rdflib/s | p95 ms | times |\n|---|---|---|---|---|---|"


def add_to(benches: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the bench to a command line."""
    parser = benches.add_parser("queries", help="queries a second and p95 of the named queries, beside rdflib")
    parser.add_argument("--triples", type=int, help="1,000,000 unless given")
    parser.add_argument("--seconds", type=float, help="how long each query is asked again and again: 3 unless given")
    parser.add_argument("--limit", type=float, help="seconds that rdflib may take for an answer: 10 unless given")
    parser.add_argument("--clients", type=int, default=2, help="how many ask at a time, and workers answer")
    parser.add_argument("--query", action="append", help="only that one; may be repeated")
    parser.add_argument("--quick", action="store_true", help="100,000 triples, half a second, a limit of three")
    parser.set_defaults(run=_run)


def timed(ask: Callable[[], object], seconds: float) -> list[float]:
    """How long each of the questions took that can be asked one after the other in so many seconds; one at least."""
    times: list[float] = []
    end = time.perf_counter() + seconds
    while not times or time.perf_counter() < end:
        begin = time.perf_counter()
        ask()
        times.append(time.perf_counter() - begin)
    return times


def over_http(address: str, sparql: str, seconds: float, clients: int) -> Rate:
    """What so many clients at a time get, each on a connection that stays open."""
    place = urlsplit(address)

    def client(_: int) -> list[float]:
        connection = http.client.HTTPConnection(place.netloc, timeout=600)

        def ask() -> None:
            connection.request("GET", f"{place.path}?query={quote(sparql)}")
            answer = connection.getresponse()
            body = answer.read()
            if answer.status != 200:
                raise SystemExit(body.decode())

        ask()
        return timed(ask, seconds)

    with ThreadPoolExecutor(clients) as threads:
        times = list(chain.from_iterable(threads.map(client, range(clients))))
    return Rate(clients * len(times) / sum(times), p95(times))


def p95(times: Sequence[float]) -> float:
    """The time within which 95 of 100 were done."""
    return quantiles(times, n=20)[-1] if len(times) > 1 else times[0]


@dataclass(frozen=True)
class Rate:
    """Queries a second and p95 in seconds; ``over`` where none was answered in time, and less and more is true."""

    a_second: float
    p95: float
    over: bool = False


class Rdflib:
    """rdflib in a process of its own, with all triples of a build; ``count`` is how many they are."""

    def __init__(self, folder: Path) -> None:
        quads, self._prefixes = read_quads(folder)
        lines = {f"{quad.triple} .\n" for quad in quads}
        self.count = len(lines)
        self._file = folder / "all.nt"
        self._file.write_text("".join(lines), encoding="utf-8")
        self._pipe, other = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_in_rdflib, args=(other, self._file, dict(self._prefixes)), daemon=True)

    def start(self) -> None:
        """Let it read the triples, and wait for that."""
        self._process.start()
        self._pipe.recv()

    def asked(self, sparql: str, seconds: float, limit: float) -> Rate | None:
        """What it answers one after the other, the first answer too, which may take long; nothing where it fails."""
        self._pipe.send((sparql, seconds, limit))
        while not self._pipe.poll(2 * limit + seconds):  # an interruption that comes while Python tidies up is lost
            os.kill(self._process.pid or 0, signal.SIGINT)
        times: list[float] | None = self._pipe.recv()
        if times is None:
            return None
        return Rate(len(times) / sum(times), p95(times)) if times else Rate(1 / limit, limit, over=True)

    def end(self) -> None:
        """Stop it."""
        if self._process.pid:
            self._process.kill()


def _in_rdflib(pipe: Connection, file: Path, prefixes: Mapping[str, str]) -> None:
    import rdflib

    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell lets what it starts in the background ignore it
    graph = rdflib.Graph()
    graph.parse(file, format="nt")
    pipe.send(len(graph))
    while True:
        try:
            sparql, seconds, limit = pipe.recv()
        except KeyboardInterrupt:  # it came just after the answer
            continue
        pipe.send(_within(limit, lambda: timed(lambda: len(list(graph.query(sparql, initNs=prefixes))), seconds)))  # noqa: B023 it is asked at once


def _within(limit: float, ask: Callable[[], list[float]]) -> list[float] | None:
    """What a question gives; an empty list where it takes longer (Ctrl-C stops Python wherever it is), ``None`` where it fails."""
    timer = threading.Timer(limit, _thread.interrupt_main)
    timer.start()
    try:
        times = ask()
        return times if max(times) <= limit else []  # what is raised while something is being tidied away is lost
    except KeyboardInterrupt:
        return []
    except Exception:  # noqa: BLE001 whatever it is that rdflib fails at
        return None
    finally:
        timer.cancel()


@contextmanager
def served(folder: Path, workers: int) -> Iterator[str]:
    """The address of the endpoint over a build."""
    command = [sys.executable, "-m", "graph", "serve", str(folder), "--port", "0", "--timeout", "600"]
    with subprocess.Popen([*command, "--workers", str(workers)], stdout=subprocess.PIPE, text=True) as server:  # noqa: S603 our own program
        try:
            assert server.stdout is not None  # noqa: S101 it is a pipe
            server.stdout.readline()
            yield server.stdout.readline().split()[2]
        finally:
            server.terminate()


def opening(folder: Path) -> str:
    """How long it takes to open a build, and how much memory a process then has, and had at most; Linux tells that."""
    with _SPAWN.Pool(1) as pool:
        seconds, now, most = pool.apply(_opened, (folder,))
    memory = f" and takes {now:.0f} MB, {most:.0f} MB at most" if most else ""
    return f"A worker has opened them after {seconds:.1f} s{memory}."


def _opened(folder: Path) -> tuple[float, float, float]:
    begin = time.perf_counter()
    store = open_store(folder)
    seconds = time.perf_counter() - begin
    try:
        status = Path("/proc/self/status").read_text(encoding="utf-8")
    except OSError:
        return seconds, 0, 0
    kilobytes = {line.partition(":")[0]: line.split()[1] for line in status.splitlines() if line.startswith("Vm")}
    assert store.prefixes  # noqa: S101 it is kept until its memory is measured
    return seconds, int(kilobytes["VmRSS"]) / 1024, int(kilobytes["VmHWM"]) / 1024


def row(name: str, ours: Rate, theirs: Rate | None) -> str:
    """A line of the table."""
    if theirs is None:
        return f"| {name} | {ours.a_second:.1f} | {1000 * ours.p95:.1f} | fails | | |"
    less, more = ("< ", "> ") if theirs.over else ("", "")
    cells = (
        f"{ours.a_second:.1f}",
        f"{1000 * ours.p95:.1f}",
        f"{less}{theirs.a_second:.2f}",
        f"{more}{1000 * theirs.p95:.0f}",
        f"{more}{ours.a_second / theirs.a_second:.0f}",
    )
    return f"| {name} | {' | '.join(cells)} |"


def total(pairs: Sequence[tuple[Rate, Rate]]) -> str:
    """What a round of all queries comes to, as a line of the table, and the mean of the ratios."""
    ours, theirs = (sum(1 / rate.a_second for rate in rates) for rates in zip(*pairs, strict=True))
    over = any(their.over for _, their in pairs)
    least, less = ("at least ", "< ") if over else ("", "")
    mean = geometric_mean(our.a_second / their.a_second for our, their in pairs)
    n = len(pairs)
    round_of_all = (
        f"| all in turn | {n / ours:.1f} | | {less}{n / theirs:.2f} | | {'> ' if over else ''}{theirs / ours:.0f} |"
    )
    return f"{round_of_all}\n\nThe geometric mean of the {n} ratios is {least}{mean:.0f}."


def _run(options: argparse.Namespace) -> int:
    most, usual = (100_000, (0.5, 3.0)) if options.quick else (1_000_000, (3.0, 10.0))
    triples = most if options.triples is None else options.triples
    given = (options.seconds, options.limit)
    seconds, limit = (want if have is None else have for have, want in zip(given, usual, strict=True))
    queries = [named_query(name) for name in options.query] if options.query else named_queries()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_made_up(folder, triples)
        rdflib = Rdflib(folder)
        print(f"{rdflib.count:,} triples, {options.clients} clients; rdflib is given {limit:g} s for an answer.")
        print(f"{opening(folder)}\n\n{_HEAD}", flush=True)
        try:
            rdflib.start()
            with served(folder, options.clients) as address:
                _compare(address, rdflib, queries, seconds, limit, options.clients)
        finally:
            rdflib.end()
    return 0


def _compare(
    address: str, rdflib: Rdflib, queries: Sequence[NamedQuery], seconds: float, limit: float, clients: int
) -> None:
    pairs: list[tuple[Rate, Rate]] = []
    for query in queries:
        sparql = query.render(query.example)
        ours = over_http(address, sparql, seconds, clients)
        theirs = rdflib.asked(sparql, seconds, limit)
        if theirs is not None:
            pairs.append((ours, theirs))
        print(row(query.name, ours, theirs), flush=True)
    if pairs:
        print(total(pairs))
