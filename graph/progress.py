"""How far a run is: the stages by name, what they took, and whoever wants to know."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TypeVar

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage is: ``done`` of ``total`` articles, both 0 where the stage does not go by articles."""

    stage: str
    done: int = 0
    total: int = 0


Notify = Callable[[Progress], None]
"""Is told of each stage when it begins, and after each article of it."""


class Stages:
    """Times the stages by name, in the order in which they first run, and tells how far they are."""

    def __init__(self, notify: Notify | None = None) -> None:
        self._notify = notify or _nobody
        self.seconds: dict[str, float] = {}

    @contextmanager
    def __call__(self, name: str, total: int = 0) -> Iterator[None]:
        """Time a stage; ``total`` is the number of articles that `each` will hand out in it."""
        self._notify(Progress(name, 0, total))
        begun = time.perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - begun

    def each(self, name: str, items: Sequence[_Item]) -> Iterator[_Item]:
        """The items, one by one; an item counts as done when the next is asked for."""
        for number, item in enumerate(items, 1):
            yield item
            self._notify(Progress(name, number, len(items)))


def _nobody(progress: Progress) -> None:
    del progress
