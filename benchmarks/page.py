"""How soon the page is painted, beside plain pyvis in the same run.

    python -m benchmarks.page [--nodes N …] [--runs N] [--limit SECONDS]

For graphs of several sizes it opens the page as it opens by itself, the page at its whole graph, and the same nodes and
edges as pyvis draws them by default (physics on, vis-network inlined), one after the other in headless Chromium, so that
what else the machine does hits all three; the medians are printed as Markdown. A page counts as painted in the first
frame in which anything stands on its canvas. The longest task is the longest time for which the browser answers nothing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from graph.errors import ZhimaiError
from graph.ontology import load_ontology
from graph.page import write_page

from .browsing import Opened, chromium, middle, opened, share, told
from .speed import machine, positive_number
from .world import world, write_plain

if TYPE_CHECKING:
    from playwright.sync_api import Browser


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
    reference = middle([one.painted for one in found["pyvis, its defaults"]])
    return [_line(nodes, name, results, reference, limit) for name, results in found.items()]


def _line(nodes: int, name: str, results: Sequence[Opened], reference: float | None, limit: float) -> str:
    painted = middle([one.painted for one in results])
    longest = median(one.longest for one in results)
    return (
        f"| {nodes:,} | {name} | {told(painted, limit)} | {share(painted, reference, limit)} | {longest / 1000:.2f} s |"
    )


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
        with tempfile.TemporaryDirectory() as folder, chromium() as browser:
            print(f"{machine()}; median of {arguments.runs}\n")
            print("| nodes | page | first paint | of pyvis | longest task |\n| --- | --- | --- | --- | --- |")
            for nodes in arguments.nodes:
                lines = measured(browser, nodes, arguments.runs, arguments.limit, Path(folder))
                print(*lines, sep="\n", flush=True)
    except ZhimaiError as error:
        print(f"page: {error}", file=sys.stderr)
        return error.exit_code
    return 0


if __name__ == "__main__":
    sys.exit(main())
