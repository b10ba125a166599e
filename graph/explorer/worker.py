"""A process that answers queries, with a build opened in it."""

from __future__ import annotations

import multiprocessing
import signal
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection
from pathlib import Path

from ..errors import UsageError
from ..store import Stamp, open_store, stamp
from .answering import Answer, Inquiry, Limits, mishap, refusal
from .views import Opened

_SPAWN = multiprocessing.get_context("spawn")  # on every platform the same, and safe beside threads


class Worker:
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
            with suppress(Exception):  # whoever asks for what cannot be read is told so then
                opened.prepare(until=pipe.poll)
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
