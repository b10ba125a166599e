"""Processes that answer queries, each with the build opened in it.

Oxigraph cannot be told to stop. A query that takes too long, or that nobody waits for any more, is stopped by ending its
process; another one is started in its place at once, while the others answer. A process is also what keeps a query that
needs too much memory from ending the server.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
import time
from collections.abc import Callable, Coroutine, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from typing import ParamSpec, TypeVar

from ..errors import UsageError
from ..store import Stamp, open_store, stamp
from .answering import Answer, Inquiry, Limits, mishap, refusal
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
        self._one_renewal = asyncio.Lock()
        self._renewals: set[asyncio.Task[_Worker]] = set()
        self._unheard_tasks: set[asyncio.Task[None]] = set()
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
            worker.end()
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def ask(self, question: Inquiry) -> Answer:
        """The answer, or a refusal where it takes too long. Where it is cancelled, the query is stopped too."""
        seconds = self._limits.seconds
        worker = await self._taken()
        if worker is None:
            return refusal(503, f"no worker was free for {seconds:g} s; ask again later")
        if self._closed or not worker.alive:
            self._free.put_nowait(worker)
            return _STOPPING if self._closed else refusal(503, "the build cannot be opened any more; build it again")
        asking = asyncio.ensure_future(self._in_thread(worker.ask, question, seconds))
        try:
            answer = await asyncio.shield(asking)
        except BaseException:
            self._keep(self._unheard(worker, asking))
            raise
        self._give_back(worker)
        if answer is not None or self._closed:
            return answer or _STOPPING
        if worker.stopped:
            what = f"query: no answer within {seconds:g} s"
            return refusal(503, f"{what}; simplify it, or serve with a larger --timeout")
        what = (
            "it ended the process that worked on it, most likely at the limit of "
            f"{self._limits.memory:g} MB of memory, or since it is nested too deep"
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

    async def _taken(self) -> _Worker | None:
        """A worker that has the build as it is now, to be given back; nothing where none was free in time.

        It has ended where it cannot be replaced. One that is being opened is waited for whatever the time.
        """
        while True:
            try:
                async with asyncio.timeout(self._limits.seconds):
                    worker = await self._free.get()
            except TimeoutError:
                if not self._renewals:
                    return None
                await asyncio.wait(self._renewals, return_when=asyncio.FIRST_COMPLETED)
                continue
            if self._closed or (worker.alive and self._is_current(worker)):
                return worker
            renewal = self._renew(worker)
            try:
                return await asyncio.shield(renewal)
            except asyncio.CancelledError:
                renewal.add_done_callback(self._put)
                raise

    async def _unheard(self, worker: _Worker, asking: asyncio.Future[Answer | None]) -> None:
        """Let a worker whose answer nobody waits for come to its end, but for no longer than another takes to open."""
        await asyncio.wait({asking}, timeout=worker.opening)
        if not asking.done():
            worker.end()
            await asyncio.wait({asking})
        self._give_back(worker)

    def _give_back(self, worker: _Worker) -> None:
        """Let the next question have the worker; where it has just ended, another one in its place once that is open."""
        if worker.alive or self._closed:
            self._free.put_nowait(worker)
        else:
            self._renew(worker).add_done_callback(self._put)

    def _keep(self, work: Coroutine[object, object, None]) -> None:
        """Do something that nobody waits for."""
        task = asyncio.create_task(work)
        self._unheard_tasks.add(task)  # the loop alone would forget it
        task.add_done_callback(self._unheard_tasks.discard)

    def _put(self, renewal: asyncio.Task[_Worker]) -> None:
        if not renewal.cancelled():
            self._free.put_nowait(renewal.result())

    def _is_current(self, worker: _Worker) -> bool:
        """Whether the build is the one that it opened, or cannot be opened."""
        now = stamp(self._directory)
        return now is None or now in (worker.stamp, self._unreadable)

    def _renew(self, worker: _Worker) -> asyncio.Task[_Worker]:
        """Start to open the build anew in place of a worker; it goes on if nobody waits for it any more."""

        async def renewed() -> _Worker:
            async with self._one_renewal:
                return await self._in_thread(self._renewed, worker)

        renewal = asyncio.create_task(renewed())
        self._renewals.add(renewal)
        renewal.add_done_callback(self._renewals.discard)
        return renewal

    def _renewed(self, worker: _Worker) -> _Worker:
        """Another worker, or the same where the build cannot be opened."""
        if self._closed:
            return worker
        try:
            fresh = self._new()
        except OSError:
            return worker
        try:
            prefixes = fresh.opened()
        except UsageError as error:
            self._end(fresh)
            if self._unreadable != fresh.stamp and not self._closed:
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
        worker.join()


class _Worker:
    """A process, and the end of the pipe that leads to it."""

    def __init__(self, directory: Path, limits: Limits) -> None:
        self.stamp: Stamp = stamp(directory)
        self.stopped = self._ended = False
        self.opening = 0.0
        """How many seconds it took to open the build."""
        self._begun = time.monotonic()
        self._pipe, other = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_work, args=(other, directory, limits), daemon=True)
        with _without_interruption():
            self._process.start()
        other.close()

    @property
    def alive(self) -> bool:
        return not self._ended and self._process.is_alive()

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
        self.opening = time.monotonic() - self._begun
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
        """End the process at once; the pipe is left to whoever still waits at it, who sees its end."""
        self._ended = True
        self._process.kill()

    def join(self) -> None:
        """Wait until the process has left, and its memory is free."""
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
        while True:
            pipe.send(_answered(pipe.recv(), opened, limits))


def _answered(question: Inquiry, opened: Opened, limits: Limits) -> Answer:
    """The answer; a mistake of ours is told with its place, and leaves the process to the next question.

    One that runs out of memory is not to be trusted any more: it ends.
    """
    try:
        return question.answered(opened, limits)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 whatever it is, the others have their answers
        return refusal(500, f"{type(question).__name__}: {mishap(error)}")


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
