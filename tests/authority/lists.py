"""Lists of entities as a test writes them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from graph.authority import Authority, load_authority
from graph.ontology import Ontology, load_ontology

CREDIT = "91350100M000100Y43"  # the example of the standard itself


@cache
def ontology() -> Ontology:
    """The ontology that ships."""
    return load_ontology()


def listed(folder: Path, *lines: str, name: str = "my.csv", encoding: str = "utf-8") -> Authority:
    """The authority of one file with these lines."""
    path = folder / name
    path.write_bytes(("\n".join(lines) + "\n").encode(encoding))
    return load_authority([path], ontology())
