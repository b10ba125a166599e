"""Where the data that ships with Zhimai lies: the one module that knows.

A checkout reads ``ontology/`` beside the package; a wheel carries the same folder inside the package.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def ontology_dir() -> Path:
    """The folder with ``zhimai.ttl``, ``gazetteer/`` and ``queries/``."""
    carried = _PACKAGE / "data" / "ontology"
    return carried if carried.is_dir() else _PACKAGE.parent / "ontology"


def samples_dir() -> Path:
    """The folder with the sample articles that ``zhimai build`` builds when it is given no source."""
    return _PACKAGE / "samples"
