"""Well-known terms and their other names, from ``ontology/gazetteer/terms.csv``."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

from ..resources import ontology_dir
from .normal import normal


@cache
def known_terms() -> Mapping[str, str]:
    """The name, in normal form, by each of its aliases in normal form."""
    path = ontology_dir() / "gazetteer" / "terms.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {normal(alias): normal(row["name"]) for row in rows for alias in (row["name"], *row["aliases"].split("|"))}
