"""How soon the page is painted, beside plain pyvis in the same run.

    python -m benchmarks.page [--nodes N …] [--runs N] [--limit SECONDS]

For graphs of several sizes it opens the page as it opens by itself, the page at its whole graph, and the same nodes and
edges as pyvis draws them by default (physics on, vis-network inlined), one after the other in headless Chromium, so that
what else the machine does hits all three; the medians are printed as Markdown. A page counts as painted in the first
frame in which anything stands on its canvas. The longest task is the longest time for which the browser answers nothing.
"""

from __future__ import annotations

import argparse
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

import networkx as nx
from pyvis.network import Network

from graph.errors import ZhimaiError
from graph.model import Document, Entity, Evidence, Knowledge, Mention, Part, Script, Sentence, Statement, Status, Text
from graph.ontology import load_ontology
from graph.page import write_page

from .speed import machine, positive_number

if TYPE_CHECKING:
    from playwright.sync_api import Browser

_SEED = 11
_CLASSES = ("Company", "City", "Product", "FairEdition", "Person", "Industry", "Technology", "GovernmentBody")
_SYLLABLES = "澄嵐越衡霽光恆硯朗岫拓瀾禾序雲青沐川昀澤璟和聿星樸遠知曜石嶼望舒衍楓"
_WATCH = """
window.longest = 0; window.painted = null;
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) window.longest = Math.max(window.longest, task.duration);
}).observe({ type: 'longtask', buffered: true });
const small = new OffscreenCanvas(96, 96).getContext('2d', { willReadFrequently: true });
const look = () => {
  for (const canvas of document.querySelectorAll('.vis-network canvas')) {
    small.clearRect(0, 0, 96, 96);
    if (canvas.width && canvas.height) small.drawImage(canvas, 0, 0, 96, 96);
    if (small.getImageData(0, 0, 96, 96).data.some((value) => value > 0)) { window.painted = performance.now(); return; }
  }
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""


@dataclass(frozen=True, slots=True)
class Opened:
    """Milliseconds until the first paint (``None`` where the limit passed before) and of the longest task."""

    painted: float | None
    longest: float


def world(size: int) -> Knowledge:
    """So many entities of an invented graph, all of them linked: few hubs, many with one or two relations."""
    chance = random.Random(_SEED)  # noqa: S311 what is made up is no secret
    graph = nx.barabasi_albert_graph(size, 1, seed=_SEED)
    pairs = sorted(graph.edges) + [tuple(chance.sample(range(size), 2)) for _ in range(size // 3)]
    names = ["".join(chance.sample(_SYLLABLES, 4)) + str(number) for number in range(size)]
    types = [_CLASSES[number % len(_CLASSES)] for number in range(size)]
    sentences = [f"{names[a]}與{names[b]}合作。" for a, b in pairs]
    starts = [sum(map(len, sentences[:at])) for at in range(len(sentences))]
    source = "".join(sentences)
    spans = [(start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=True)]
    text = Text(
        Document("d", "made-up.txt", source, "made up"),
        source,
        source,
        tuple(range(len(source))),
        tuple(range(1, len(source) + 1)),
        Script.HANT,
        tuple(Sentence(start, end, Part.BODY, 0) for start, end in spans),
    )
    mentions: dict[int, list[Mention]] = {number: [] for number in range(size)}
    for (a, b), (start, end) in zip(pairs, spans, strict=True):
        mentions[a].append(Mention("d", start, start + len(names[a]), names[a], types[a], "made up", 1.0))
        mentions[b].append(Mention("d", end - 3 - len(names[b]), end - 3, names[b], types[b], "made up", 1.0))
    ids = [f"{type.lower()}/{name}" for type, name in zip(types, names, strict=True)]
    statements = [
        Statement(
            f"s{at}",
            ids[a],
            "cooperatesWith",
            ids[b],
            Status.ASSERTED,
            0.9,
            (Evidence("d", start, end, source[start:end], "made up", 0.9),),
        )
        for at, ((a, b), (start, end)) in enumerate(zip(pairs, spans, strict=True))
    ]
    entities = [Entity(ids[at], types[at], names[at], mentions=tuple(mentions[at])) for at in range(size)]
    return Knowledge((text,), tuple(entities), tuple(statements), ())


def write_plain(knowledge: Knowledge, path: Path) -> None:
    """The same nodes and edges as pyvis draws them, its options untouched."""
    network = Network(directed=True, cdn_resources="in_line")
    for entity in knowledge.entities:
        network.add_node(entity.id, label=entity.name)
    for statement in knowledge.statements:
        network.add_edge(statement.subject, str(statement.object))
    path.write_text(network.generate_html(), encoding="utf-8")


def opened(browser: Browser, address: str, limit: float) -> Opened:
    """Open an address in a context of its own, without a network, and watch it until it is painted and a second more."""
    context = browser.new_context(viewport={"width": 1400, "height": 900}, locale="en-GB")
    try:
        context.route("http*://**", lambda route: route.abort())
        page = context.new_page()
        page.add_init_script(_WATCH)
        page.goto(address, wait_until="commit")
        until = time.monotonic() + limit  # a page that is busy answers late: only the clock counts
        while page.evaluate("window.painted") is None and time.monotonic() < until:
            page.wait_for_timeout(250)
        page.wait_for_timeout(1000)
        painted, longest = page.evaluate("[window.painted, window.longest]")
        return Opened(painted if painted is None or painted <= 1000 * limit else None, longest)
    finally:
        context.close()


def measured(browser: Browser, nodes: int, runs: int, limit: float, folder: Path) -> list[str]:
    """A line for each way of opening a graph of so many nodes."""
    knowledge, ours, plain = world(nodes), folder / f"{nodes}.html", folder / f"{nodes}-pyvis.html"
    write_page(knowledge, load_ontology(), ours)
    write_plain(knowledge, plain)
    ways = {
        "Zhimai, as it opens": ours.as_uri(),
        "Zhimai, the whole graph": f"{ours.as_uri()}#/whole",
        "pyvis, its defaults": plain.as_uri(),
    }
    found: dict[str, list[Opened]] = {name: [] for name in ways}
    for _ in range(runs):
        for name, address in ways.items():
            found[name].append(opened(browser, address, limit))
    reference = _middle([one.painted for one in found["pyvis, its defaults"]])
    return [_line(nodes, name, results, reference, limit) for name, results in found.items()]


def _middle(values: Sequence[float | None]) -> float | None:
    """The median, ``None`` (later than the limit) counting as the longest."""
    middle = median(float("inf") if value is None else value for value in values)
    return None if middle == float("inf") else middle


def _line(nodes: int, name: str, results: Sequence[Opened], reference: float | None, limit: float) -> str:
    painted = _middle([one.painted for one in results])
    longest = median(one.longest for one in results)
    shown = f"{painted / 1000:.2f} s" if painted is not None else f"over {limit:g} s"
    if painted is None:
        ratio = "–"
    else:
        ratio = f"{painted / reference:.2f}" if reference is not None else f"under {painted / limit / 1000:.3f}"
    return f"| {nodes:,} | {name} | {shown} | {ratio} | {longest / 1000:.2f} s |"


def main(words: Sequence[str] | None = None) -> int:
    """Run the command line; 0 when done; else one line on standard error and the error's exit code."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.page", description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "--nodes", type=positive_number, nargs="+", default=[100, 500, 1500], help="sizes (100 500 1500)"
    )
    parser.add_argument("--runs", type=positive_number, default=3, help="how many times; the median counts (3)")
    parser.add_argument("--limit", type=positive_number, default=120, help="seconds to wait for a page (120)")
    arguments = parser.parse_args(words)
    try:
        chromium = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
        if chromium is None:
            raise ZhimaiError("no Chromium is found", remedy="install chromium")
        from playwright.sync_api import sync_playwright

        print(f"{machine()}; median of {arguments.runs}\n")
        print("| nodes | page | first paint | of pyvis | longest task |\n| --- | --- | --- | --- | --- |")
        with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            for nodes in arguments.nodes:
                lines = measured(browser, nodes, arguments.runs, arguments.limit, Path(folder))
                print(*lines, sep="\n", flush=True)
            browser.close()
    except ZhimaiError as error:
        print(f"page: {error}", file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
