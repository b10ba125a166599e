"""Processes that answer queries, each with the build opened in it.

Oxigraph cannot be told to stop. A query that takes too long is stopped by ending its process; another one takes its
place when it is wanted. A process is also what keeps a query that needs too much memory from ending the server.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import ParamSpec, TypeVar

from ..errors import UsageError
from ..store import Stamp, open_store, stamp
from .answering import Answer, Inquiry, Limits, refusal
from .views import Opened

_SPAWN = multiprocessing.get_context("spawn")  # on every platform the same, and safe beside threads
_STOPPING = refusal(503, "the server is being stopped")
_P = ParamSpec("_P")
_T = TypeVar("_T")


class Workers:
    """Some processes that answer queries on one build.

    Args:
        directory: what a build wrote.
        limits: what a query may take.
        count: how many queries are answered at a time.
        say: told in a line when the build has been made anew.
    """

    def __init__(self, directory: Path, limits: Limits, count: int, say: Callable[[str], None]) -> None:
        self._directory, self._limits, self._count, self._say = directory, limits, count, say
        self._free: asyncio.Queue[_Worker] = asyncio.Queue()
        self._all: set[_Worker] = set()
        self._threads = ThreadPoolExecutor(count)
        self._renewal = asyncio.Lock()
        self._unreadable: Stamp = None
        self._closed = False
        self.prefixes: Mapping[str, str] = {}
        self.stamp: Stamp = None
        """What tells the build that was opened last from the one before."""

    def start(self) -> None:
        """Start the processes and wait until each has opened the build.

        Raises:
            UsageError: the folder holds no build.
        """
        try:
            for worker in [self._new() for _ in range(self._count)]:
                self.prefixes, self.stamp = worker.opened(), worker.stamp
                self._free.put_nowait(worker)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """End all processes, also those at work: their questions are refused."""
        self._closed = True
        for worker in tuple(self._all):
            self._end(worker)
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def ask(self, question: Inquiry) -> Answer:
        """The answer, or a refusal where it takes too long."""
        seconds = self._limits.seconds
        try:
            async with asyncio.timeout(seconds):
                worker = await self._free.get()
        except TimeoutError:
            return refusal(503, f"no worker was free for {seconds:g} s; ask again later")
        try:
            if self._closed:
                return _STOPPING
            worker = await self._current(worker)
            if not worker.alive:
                return refusal(503, "the build cannot be opened any more; build it again")
            answer = await self._in_thread(worker.ask, question, seconds)
        except BaseException:  # cancelled: what it still answers would be taken for the answer to the next question
            worker.end()
            raise
        finally:
            self._free.put_nowait(worker)
        if answer is not None or self._closed:
            return answer or _STOPPING
        if worker.stopped:
            what = f"query: no answer within {seconds:g} s"
            return refusal(503, f"{what}; simplify it, or serve with a larger --timeout")
        what = (
            f"it ended the process that worked on it, most likely at the limit of {self._limits.memory:g} MB of memory"
        )
        return refusal(500, f"query: {what}; simplify it, or serve with a larger --max-memory")

    def ask_before(self, question: Inquiry) -> Answer | None:
        """The answer to a question that is asked before any loop runs; nothing where it takes too long."""
        worker = self._free.get_nowait()
        try:
            return worker.ask(question, self._limits.seconds)
        finally:
            self._free.put_nowait(worker)

    @property
    def outdated(self) -> bool:
        """Whether the build has been made anew since it was opened last; the next question opens it."""
        return stamp(self._directory) not in (None, self.stamp, self._unreadable)

    async def _current(self, worker: _Worker) -> _Worker:
        """The worker, or another one where it has ended or the build was made anew since it opened its own."""
        now = stamp(self._directory)
        kept = now is None or now in (worker.stamp, self._unreadable)
        if worker.alive and kept:
            return worker
        async with self._renewal:
            return await self._in_thread(self._renewed, worker)

    def _renewed(self, worker: _Worker) -> _Worker:
        fresh = self._new()
        try:
            prefixes = fresh.opened()
        except UsageError as error:
            self._end(fresh)
            if self._unreadable != fresh.stamp:
                self._unreadable = fresh.stamp
                self._say(f"the build has changed and cannot be opened ({error}); the one before is served on")
            return worker
        self._end(worker)
        if fresh.stamp != self.stamp:
            self.prefixes, self.stamp = prefixes, fresh.stamp
            self._say("the build was made anew; it is served from now on")
        return fresh

    async def _in_thread(self, work: Callable[_P, _T], *arguments: _P.args, **named: _P.kwargs) -> _T:
        return await asyncio.get_running_loop().run_in_executor(self._threads, partial(work, *arguments, **named))

    def _new(self) -> _Worker:
        worker = _Worker(self._directory, self._limits)
        self._all.add(worker)
        return worker

    def _end(self, worker: _Worker) -> None:
        self._all.discard(worker)
        worker.end()


class _Worker:
    """A process, and the end of the pipe that leads to it."""

    def __init__(self, directory: Path, limits: Limits) -> None:
        self.stamp: Stamp = stamp(directory)
        self.stopped = False
        self._pipe, other = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_work, args=(other, directory, limits), daemon=True)
        with _without_interruption():
            self._process.start()
        other.close()

    @property
    def alive(self) -> bool:
        return self._process.is_alive()

    def opened(self) -> Mapping[str, str]:
        """The prefixes of the build, once it is opened.

        Raises:
            UsageError: it cannot be opened.
        """
        try:
            said = self._pipe.recv()
        except (EOFError, OSError) as error:
            raise UsageError("the process that was to open the build ended") from error
        if isinstance(said, UsageError):
            raise said
        prefixes: Mapping[str, str] = said
        return prefixes

    def ask(self, question: Inquiry, seconds: float) -> Answer | None:
        """The answer; nothing where the process ends over it, or takes too long and is ended (``stopped``)."""
        try:
            self._pipe.send(question)
            if self._pipe.poll(seconds):
                answer: Answer = self._pipe.recv()
                return answer
            self.stopped = True
        except (EOFError, OSError):
            pass
        self.end()
        return None

    def end(self) -> None:
        """End the process; the pipe is left to whoever still waits at it, who sees its end."""
        self._process.kill()
        self._process.join()


def _work(pipe: Connection, directory: Path, limits: Limits) -> None:
    """What a process does: open the build, then answer until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends this process
    with suppress(EOFError, OSError):
        try:
            opened = Opened(open_store(directory))
        except UsageError as error:
            pipe.send(error)
            return
        _limit_memory(limits.memory_bytes)
        pipe.send(dict(opened.store.prefixes))
        opened.prepare(until=pipe.poll)
        while True:
            pipe.send(pipe.recv().answered(opened, limits))


def _limit_memory(more: int) -> None:
    """Let this process take so many bytes beyond what it has; Linux alone tells what that is, and keeps to a limit."""
    try:
        import resource

        pages = int(Path("/proc/self/statm").read_text().split()[0])
    except (ImportError, OSError):
        return
    resource.setrlimit(resource.RLIMIT_AS, (pages * resource.getpagesize() + more, resource.RLIM_INFINITY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # it ends at the limit, and leaves no file


@contextmanager
def _without_interruption() -> Iterator[None]:
    """What is started meanwhile never hears Ctrl-C, not even before it can say so itself."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
