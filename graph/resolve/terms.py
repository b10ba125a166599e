"""Well-known terms and fairs and their other names, from ``terms.csv`` and ``fairs.csv`` in ``ontology/gazetteer``."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache

from ..resources import ontology_dir
from .normal import normal


@cache
def known_terms() -> Mapping[str, str]:
    """The name of a well-known term, in normal form, by each of its names in normal form."""
    return _names("terms.csv")


@cache
def known_fairs() -> Mapping[str, str]:
    """The name of a well-known fair, in normal form, by each of its names in normal form."""
    return _names("fairs.csv")


def _names(file: str) -> Mapping[str, str]:
    with (ontology_dir() / "gazetteer" / file).open(encoding="utf-8", newline="") as rows:
        return {
            normal(name): normal(row["name"])
            for row in csv.DictReader(rows)
            for name in (row["name"], *row["aliases"].split("|"))
            if name
        }
