"""How quick the explorer is.

    python -m benchmarks.explorer queries [--triples N] [--seconds S] [--limit S] [--clients N] [--query NAME]… [--quick]

``queries`` asks the named queries, each with its example, over a made-up build of a million triples, and rdflib in the same
run; see ``benchmarks/endpoint.py``. What it prints is Markdown.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from . import endpoint


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one of the benches."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.explorer", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    benches = parser.add_subparsers(required=True, metavar="BENCH")
    endpoint.add_to(benches)
    options = parser.parse_args(arguments)
    run: int = options.run(options)
    return run


if __name__ == "__main__":
    sys.exit(main())
