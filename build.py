"""``python build.py [SOURCE…] [-o DIR]`` from a checkout, the same as ``zhimai build``."""

from __future__ import annotations

import sys

try:
    from graph.cli import main
except ModuleNotFoundError as error:
    sys.exit(f"zhimai: {error.name} is not installed; set up with: python -m pip install -e .")

if __name__ == "__main__":
    sys.exit(main(["build", *sys.argv[1:]]))
