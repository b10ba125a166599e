"""Zhimai 知脈: from Chinese news articles to a knowledge graph in which every fact shows its evidence.

The public interface, all of it stable:

- ``build(sources, output)`` reads articles and writes the graph, the page, the store and a report;
- ``extract(sources)`` gives what each article says, with offsets, before names are merged across articles;
- ``explain(sentence)`` shows what is recognised in a sentence and which cues fire;
- ``knowledge_of(sources)`` gives what ``build`` would write as a value, ``to_networkx(knowledge)`` makes a graph of it;
- ``load(directory)`` opens what a build wrote, ``query(directory, sparql)`` asks it, ``to_rdflib(directory)``
  gives it to RDFLib;
- the values that travel, from ``Document`` to ``Knowledge``, and the errors, all below ``ZhimaiError``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .errors import EntitiesError, InputError, OntologyError, OutputError, UsageError, ZhimaiError
from .model import (
    Claim,
    Document,
    Entity,
    Evidence,
    Extraction,
    Figure,
    Judgement,
    Knowledge,
    Literal,
    Measure,
    Mention,
    Skipped,
    Statement,
    Status,
    Text,
)
from .pipeline import Explanation, build, explain, extract, knowledge_of
from .report import Report

if TYPE_CHECKING:
    import networkx
    import rdflib

    from .store import Result, Store

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "Document",
    "EntitiesError",
    "Entity",
    "Evidence",
    "Explanation",
    "Extraction",
    "Figure",
    "InputError",
    "Judgement",
    "Knowledge",
    "Literal",
    "Measure",
    "Mention",
    "OntologyError",
    "OutputError",
    "Report",
    "Skipped",
    "Statement",
    "Status",
    "Text",
    "UsageError",
    "ZhimaiError",
    "build",
    "explain",
    "extract",
    "knowledge_of",
    "load",
    "query",
    "to_networkx",
    "to_rdflib",
]


def load(directory: str | Path) -> Store:
    """Open the folder that a build wrote.

    Raises:
        UsageError: where ``directory`` is not such a folder.
    """
    from .store import open_store

    return open_store(Path(directory))


def query(directory: str | Path, sparql: str) -> Result:
    """Ask the folder that a build wrote; the prefixes of the outputs are known and need no declaration.

    Raises:
        UsageError: where ``directory`` is no build or the query is malformed.
    """
    return load(directory).query(sparql)


def to_networkx(knowledge: Knowledge, *, everything: bool = False) -> networkx.MultiDiGraph[str]:
    """The facts as a graph: entities are nodes, relations are edges that carry their status and their sentences.

    With ``everything`` it also has what is only claimed, hypothetical or denied.
    """
    from .exports import to_networkx as convert

    return convert(knowledge, everything=everything)


def to_rdflib(directory: str | Path) -> rdflib.Graph:
    """The facts, statements, figures and evidence that a build wrote (``graph.ttl``) as an RDFLib graph.

    Raises:
        UsageError: where ``directory`` is no build.
    """
    import rdflib

    path = Path(directory) / "graph.ttl"
    if not path.is_file():
        raise UsageError("no build is here", where=str(directory), remedy="give the folder that `zhimai build` wrote")
    return rdflib.Graph().parse(path, format="turtle")
