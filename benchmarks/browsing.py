"""What benches of pages share: Chromium, and when a page is painted and how long it answers nothing."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from statistics import median
from typing import TYPE_CHECKING

from graph.errors import ZhimaiError

if TYPE_CHECKING:
    from playwright.sync_api import Browser, ConsoleMessage, Page

_SAYS = "bench:"
# A canvas keeps what was drawn in two dimensions; what WebGL draws is looked at before the browser takes it away.
_WATCH = """
(() => {
  const tell = (what, value) => console.debug('bench:' + JSON.stringify([what, value]));
  new PerformanceObserver((list) => {
    for (const task of list.getEntries()) tell('task', [task.startTime, task.duration]);
  }).observe({ type: 'longtask', buffered: true });
  const small = new OffscreenCanvas(96, 96).getContext('2d', { willReadFrequently: true });
  let painted = false;
  const paint = () => { if (!painted) { painted = true; requestAnimationFrame(() => tell('painted', performance.now())); } };
  const isDrawn = (canvas) => {
    if (!canvas.width || !canvas.height) return false;
    small.clearRect(0, 0, 96, 96);
    small.drawImage(canvas, 0, 0, 96, 96);
    const { data } = small.getImageData(0, 0, 96, 96);
    return data.some((value, at) => value !== data[at % 4]);
  };
  for (const kind of [WebGLRenderingContext, WebGL2RenderingContext]) {
    for (const name of ['drawArrays', 'drawElements', 'drawArraysInstanced', 'drawElementsInstanced']) {
      const draw = kind.prototype[name];
      if (draw) kind.prototype[name] = function (...given) {
        draw.apply(this, given);
        if (!painted) queueMicrotask(() => !painted && isDrawn(this.canvas) && paint());
      };
    }
  }
  const look = () => {
    if (painted) return;
    const shown = [...document.querySelectorAll('canvas')].filter((canvas) => canvas.checkVisibility());
    if (shown.some(isDrawn)) { painted = true; tell('painted', performance.now()); } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
"""


@dataclass
class Watch:
    """What a page tells of itself while it is opened; it tells when it can, and is never asked."""

    page: Page
    painted: float | None = None
    tasks: list[tuple[float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._heard)
        self.page.add_init_script(_WATCH)

    def _heard(self, said: ConsoleMessage) -> None:
        if not said.text.startswith(_SAYS):
            return
        what, value = json.loads(said.text.removeprefix(_SAYS))
        if what == "painted":
            self.painted = value
        else:
            self.tasks.append(tuple(value))

    def until_painted(self, limit: float) -> float | None:
        """Milliseconds from the start of the navigation to the first frame with anything on a canvas, none after so many seconds."""
        until = time.monotonic() + limit
        while self.painted is None and time.monotonic() < until:
            self.page.wait_for_timeout(100)
        return self.painted if self.painted is not None and self.painted <= 1000 * limit else None

    @property
    def longest(self) -> float:
        """The longest time, in milliseconds, for which the page answered nothing."""
        return max((duration for _, duration in self.tasks), default=0.0)


@dataclass(frozen=True, slots=True)
class Opened:
    """Milliseconds until the first paint (``None`` where the limit passed before) and of the longest task."""

    painted: float | None
    longest: float


@contextmanager
def watched(browser: Browser) -> Iterator[Watch]:
    """A page in a context of its own, of which a watch hears."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, locale="en-GB")
    try:
        yield Watch(context.new_page())
    finally:
        context.close()


def opened(browser: Browser, address: str, limit: float) -> Opened:
    """Open an address without a network, and watch it until it is painted and a second more."""
    with watched(browser) as watch:
        watch.page.context.route("http*://**", lambda route: route.abort())
        watch.page.goto(address, wait_until="commit")
        painted = watch.until_painted(limit)
        watch.page.wait_for_timeout(1000)
        return Opened(painted, watch.longest)


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser without a window.

    Raises:
        ZhimaiError: there is none.
    """
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        raise ZhimaiError("no Chromium is found", remedy="install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def middle(values: Sequence[float | None]) -> float | None:
    """The median, ``None`` (later than the limit) counting as the longest."""
    found = median(float("inf") if value is None else value for value in values)
    return None if found == float("inf") else found


def told(milliseconds: float | None, limit: float) -> str:
    """A median in seconds."""
    return f"over {limit:g} s" if milliseconds is None else f"{milliseconds / 1000:.2f} s"


def share(milliseconds: float | None, reference: float | None, limit: float) -> str:
    """A median as a share of another; where the other passed the limit, under its share of that."""
    if milliseconds is None:
        return "–"
    if reference is None:
        return f"under {milliseconds / limit / 1000:.3f}"
    return f"{milliseconds / reference:.2f}"
