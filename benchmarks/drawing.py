"""How soon the explorer draws and how fluid it is, beside plain pyvis in the same run: ``python -m benchmarks.explorer drawing``.

For graphs of several sizes ``zhimai serve`` serves a made-up build, and headless Chromium opens the graph view as it opens by
itself (groups), the graph view with everything in it, and a page of plain pyvis with the same nodes and edges (its defaults),
in turns. The first drawing is the first frame with anything on a canvas, counted from the start of the navigation, so that
the server's time is in it. Then the mouse drags a node in circles, and after it the picture: frames a second, and the longest
time for which the page answered nothing. What pyvis does not draw within the limit counts as over it and is not tried again.
"""

from __future__ import annotations

import argparse
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from graph.errors import ZhimaiError
from graph.model import Knowledge
from graph.ontology import load_ontology
from graph.rdf import write_graphs
from graph.store import create_store

from .browsing import Watch, chromium, middle, share, told, watched
from .speed import machine, positive_number
from .world import world, write_plain

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

_PYVIS = "pyvis, its defaults"
_HEAD = (
    "| nodes | view | first drawing | of pyvis | longest task | frames/s, node dragged | longest task "
    "| frames/s, picture dragged | longest task |\n" + "| --- " * 9 + "|"
)
_ROUND = 24  # moves of the mouse
_RADIUS = 90  # pixels
# Where on the screen the nodes are, and the box they are in, by way of what each page offers to scripts.
_NODES = """() => {
  if (window.zhimai) {
    const box = document.getElementById('canvas').getBoundingClientRect();
    return [box.toJSON(), zhimai.seen().nodes.map((id) => zhimai.where(id)).map(({ x, y }) => [x + box.x, y + box.y])];
  }
  const box = document.getElementById('mynetwork').getBoundingClientRect();
  const places = Object.values(network.getPositions()).map((place) => network.canvasToDOM(place));
  return [box.toJSON(), places.map(({ x, y }) => [x + box.x, y + box.y])];
}"""
_FRAMES = """() => {
  window.frames = 0;
  const count = () => { window.frames += 1; window.counting = requestAnimationFrame(count); };
  window.counting = requestAnimationFrame(count);
  return performance.now();
}"""
_COUNTED = "() => { cancelAnimationFrame(window.counting); return [performance.now(), window.frames]; }"
_WEBGL = """() => {
  const gl = document.createElement('canvas').getContext('webgl2');
  const about = gl?.getExtension('WEBGL_debug_renderer_info');
  return gl ? gl.getParameter(about ? about.UNMASKED_RENDERER_WEBGL : gl.RENDERER) : 'none';
}"""
Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Dragged:
    """Frames a second, and the longest task in milliseconds."""

    frames: float
    longest: float


@dataclass(frozen=True, slots=True)
class Drawn:
    """What one opening showed; nothing was dragged where nothing was drawn in time."""

    painted: float | None
    longest: float
    node: Dragged | None = None
    picture: Dragged | None = None


def add_to(benches: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the bench to a command line."""
    parser = benches.add_parser("drawing", help="first drawing, longest task and frames a second, beside plain pyvis")
    sizes = [100, 1000, 5000, 20_000]
    parser.add_argument(
        "--nodes", type=positive_number, nargs="+", default=sizes, help="100 1000 5000 20000 unless given"
    )
    parser.add_argument("--runs", type=positive_number, default=3, help="the median counts: 3 unless given")
    parser.add_argument("--seconds", type=float, default=3.0, help="how long each is dragged: 3 unless given")
    parser.add_argument(
        "--limit", type=positive_number, default=120, help="seconds to wait for a drawing: 120 unless given"
    )
    parser.set_defaults(run=_run)


def write_build(knowledge: Knowledge, folder: Path) -> Path:
    """What `zhimai serve` needs of a build."""
    folder.mkdir(parents=True, exist_ok=True)
    write_graphs(knowledge, load_ontology(), folder)
    create_store(folder)
    return folder


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of `zhimai serve` over a folder."""
    command = [sys.executable, "-m", "graph", "serve", str(folder), "--port", "0", "--timeout", "120"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8") as server:  # noqa: S603 our own program
        try:
            assert server.stdout is not None  # noqa: S101 it is a pipe
            yield server.stdout.readline().split()[-1]
        finally:
            server.terminate()


def drawn(browser: Browser, address: str, limit: float, seconds: float) -> Drawn:
    """Open an address, wait for its first drawing and a second more, and drag a node and the picture."""
    with watched(browser) as watch:
        watch.page.goto(address, wait_until="commit")
        painted = watch.until_painted(limit)
        if painted is None:
            return Drawn(None, watch.longest)
        watch.page.wait_for_timeout(1000)
        longest = watch.longest
        box, nodes = _nodes(watch.page)
        node = dragged(watch, _nearest(nodes, _middle_of(box)), seconds)
        picture = dragged(watch, _free(nodes, box), seconds)
        return Drawn(painted, longest, node, picture)


def dragged(watch: Watch, at: Point, seconds: float) -> Dragged:
    """Press the mouse at a place and move it in circles for so many seconds."""
    mouse, page = watch.page.mouse, watch.page
    mouse.move(*at)
    _, before = _nodes(page)
    begin = page.evaluate(_FRAMES)
    mouse.down()
    until, turn = time.monotonic() + seconds, 0.0
    while time.monotonic() < until:
        turn += 2 * math.pi / _ROUND
        mouse.move(at[0] + _RADIUS * math.sin(turn), at[1] + _RADIUS * (1 - math.cos(turn)))
    end, frames = page.evaluate(_COUNTED)
    mouse.move(at[0] + _RADIUS, at[1] + _RADIUS)
    _, there = _nodes(page)
    mouse.up()
    if not set(there) - set(before):
        raise ZhimaiError("the mouse dragged nothing", where=page.url, remedy="look at the page")
    page.wait_for_timeout(300)  # the last task is told when it has ended
    tasks = [duration for start, duration in watch.tasks if start < end and start + duration > begin]
    return Dragged(1000 * frames / (end - begin), max(tasks, default=0.0))


def _nodes(page: Page) -> tuple[dict[str, float], list[Point]]:
    """The box of the picture, and the places of the nodes in it."""
    box, nodes = page.evaluate(_NODES)
    inside = [
        (round(x), round(y)) for x, y in nodes if box["left"] < x < box["right"] and box["top"] < y < box["bottom"]
    ]
    if not inside:
        raise ZhimaiError("no node is where the mouse could drag it", where=page.url, remedy="look at the page")
    return box, inside


def _middle_of(box: dict[str, float]) -> Point:
    return (box["left"] + box["right"]) / 2, (box["top"] + box["bottom"]) / 2


def _nearest(nodes: Sequence[Point], place: Point) -> Point:
    return min(nodes, key=lambda node: math.dist(node, place))


def _free(nodes: Sequence[Point], box: dict[str, float]) -> Point:
    """The place in the middle of the box that is farthest from any node."""
    steps = [part / 10 for part in range(2, 9)]
    places = [(box["left"] + a * box["width"], box["top"] + b * box["height"]) for a in steps for b in steps]
    return max(places, key=lambda place: min(math.dist(node, place) for node in nodes))


def measured(browser: Browser, nodes: int, folder: Path, options: argparse.Namespace) -> list[str]:
    """A line for each way of drawing a graph of so many nodes."""
    knowledge, plain = world(nodes), folder / f"{nodes}-pyvis.html"
    write_plain(knowledge, plain)
    with served(write_build(knowledge, folder / str(nodes))) as address:
        ways = {
            "Zhimai, as it opens": f"{address}graph",
            "Zhimai, everything": f"{address}graph#whole",
            _PYVIS: plain.as_uri(),
        }
        found: dict[str, list[Drawn]] = {name: [] for name in ways}
        for _ in range(options.runs):
            for name, way in ways.items():
                if name != _PYVIS or all(one.painted is not None for one in found[name]):
                    found[name].append(drawn(browser, way, options.limit, options.seconds))
    reference = middle([one.painted for one in found[_PYVIS]]) if all(one.painted for one in found[_PYVIS]) else None
    return [line(nodes, name, results, reference, options.limit) for name, results in found.items()]


def line(nodes: int, name: str, results: Sequence[Drawn], reference: float | None, limit: float) -> str:
    """The medians of one way."""
    painted = middle([one.painted for one in results])
    cells = [f"{nodes:,}", name, told(painted, limit), share(painted, reference, limit)]
    cells.append(_milliseconds([one.longest for one in results if one.painted is not None]))
    for done in ([one.node for one in results if one.node], [one.picture for one in results if one.picture]):
        cells.append(f"{median(one.frames for one in done):.0f}" if done else "–")
        cells.append(_milliseconds([one.longest for one in done]))
    return f"| {' | '.join(cells)} |"


def _milliseconds(values: Sequence[float]) -> str:
    return f"{median(values):,.0f} ms" if values else "–"


def _run(options: argparse.Namespace) -> int:
    try:
        with tempfile.TemporaryDirectory() as folder, chromium() as browser:
            with watched(browser) as watch:
                webgl = watch.page.evaluate(_WEBGL)
            print(f"{machine()}; headless Chromium {browser.version}, WebGL by {webgl}; median of {options.runs}\n")
            print(_HEAD)
            for nodes in options.nodes:
                print(*measured(browser, nodes, Path(folder), options), sep="\n", flush=True)
    except ZhimaiError as error:
        print(f"drawing: {error}", file=sys.stderr)
        return error.exit_code
    return 0
