"""How far a run is, for whoever waits: a bar on a terminal, nothing in a pipe, JSON lines on demand."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from ..errors import ZhimaiError
from ..progress import Notify, Progress

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

_EVERY = 1.0  # seconds between two lines of JSON on one stage


@contextmanager
def followed(*, quiet: bool, as_json: bool) -> Iterator[Notify | None]:
    """Give what `build` is to notify: a bar on a terminal, JSON lines with ``as_json``, otherwise nothing.

    With ``as_json`` an error ends the run with a JSON line instead of the usual one.
    """
    if as_json:
        try:
            yield _Lines()
        except ZhimaiError as error:
            log("error", message=str(error), exit_code=error.exit_code)
            raise click.exceptions.Exit(error.exit_code) from error
    elif quiet or not sys.stderr.isatty():
        yield None
    else:
        bars = _Bars()
        try:
            yield bars
        finally:
            bars.close()


def log(event: str, **fields: object) -> None:
    """Write one JSON object with the time and the event on standard error."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    click.echo(json.dumps({"time": now, "event": event, **fields}, ensure_ascii=False), err=True)


class _Lines:
    """A line when a stage begins, and about one a second while it goes from article to article."""

    def __init__(self) -> None:
        self._last = 0.0

    def __call__(self, progress: Progress) -> None:
        now = time.monotonic()
        if progress.done and progress.done < progress.total and now - self._last < _EVERY:
            return
        self._last = now
        of = {"done": progress.done, "articles": progress.total} if progress.total else {}
        log("stage", stage=progress.stage, **of)


class _Bars:
    """A progress bar a stage; a stage that does not go by articles only shows its name."""

    def __init__(self) -> None:
        self._stage = ""
        self._bar: ProgressBar[int] | None = None

    def __call__(self, progress: Progress) -> None:
        if progress.stage != self._stage:
            self.close()
            self._stage = progress.stage
            if progress.total:
                bar = click.progressbar(length=progress.total, label=f"{progress.stage:<9}", file=sys.stderr)
                self._bar = bar.__enter__()
            else:
                click.echo(f"{progress.stage} …", err=True)
        elif self._bar:
            self._bar.update(progress.done - self._bar.pos)

    def close(self) -> None:
        """End the bar of the last stage, so that what follows begins on a line of its own."""
        if self._bar:
            self._bar.render_finish()
        self._bar = None
