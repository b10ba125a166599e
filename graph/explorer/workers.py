"""Processes that answer queries, each with the build opened in it.

Oxigraph cannot be told to stop. A query that takes too long, or that nobody waits for any more, is stopped by ending its
process; another one is started in its place at once, while the others answer. A process is also what keeps a query that
needs too much memory from ending the server.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import ParamSpec, TypeVar

from ..errors import UsageError
from ..store import Stamp, stamp
from .answering import Answer, Inquiry, Limits, refusal
from .worker import Worker

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
        self._free: asyncio.Queue[Worker] = asyncio.Queue()
        self._all: set[Worker] = set()
        self._threads = ThreadPoolExecutor(count)
        self._one_renewal = asyncio.Lock()
        self._renewals: set[asyncio.Task[Worker]] = set()
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

    async def _taken(self) -> Worker | None:
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

    async def _unheard(self, worker: Worker, asking: asyncio.Future[Answer | None]) -> None:
        """Let a worker whose answer nobody waits for come to its end, but for no longer than another takes to open."""
        await asyncio.wait({asking}, timeout=worker.opening)
        if not asking.done():
            worker.end()
            await asyncio.wait({asking})
        self._give_back(worker)

    def _give_back(self, worker: Worker) -> None:
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

    def _put(self, renewal: asyncio.Task[Worker]) -> None:
        if not renewal.cancelled():
            self._free.put_nowait(renewal.result())

    def _is_current(self, worker: Worker) -> bool:
        """Whether the build is the one that it opened, or cannot be opened."""
        now = stamp(self._directory)
        return now is None or now in (worker.stamp, self._unreadable)

    def _renew(self, worker: Worker) -> asyncio.Task[Worker]:
        """Start to open the build anew in place of a worker; it goes on if nobody waits for it any more."""

        async def renewed() -> Worker:
            async with self._one_renewal:
                return await self._in_thread(self._renewed, worker)

        renewal = asyncio.create_task(renewed())
        self._renewals.add(renewal)
        renewal.add_done_callback(self._renewals.discard)
        return renewal

    def _renewed(self, worker: Worker) -> Worker:
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

    def _new(self) -> Worker:
        worker = Worker(self._directory, self._limits)
        self._all.add(worker)
        return worker

    def _end(self, worker: Worker) -> None:
        self._all.discard(worker)
        worker.end()
        worker.join()
