"""How quick the explorer is.

    python -m benchmarks.explorer drawing [--nodes N …] [--runs N] [--seconds S] [--limit S]
    python -m benchmarks.explorer queries [--triples N] [--seconds S] [--limit S] [--clients N] [--query NAME]… [--quick]

``drawing`` draws made-up graphs in the graph view and with plain pyvis; see ``benchmarks/drawing.py``. ``queries`` asks the
named queries, each with its example, over a made-up build of a million triples, and rdflib in the same run; see
``benchmarks/endpoint.py``. What they print is Markdown.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from . import drawing, endpoint


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one of the benches."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.explorer", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    benches = parser.add_subparsers(required=True, metavar="BENCH")
    drawing.add_to(benches)
    endpoint.add_to(benches)
    options = parser.parse_args(arguments)
    run: int = options.run(options)
    return run


if __name__ == "__main__":
    sys.exit(main())
