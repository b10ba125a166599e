"""Zhimai 知脈: from Chinese news articles to a knowledge graph in which every fact shows its evidence.

The public interface, all of it stable:

- ``build(sources, output)`` reads articles and writes the graph, the page, the store and a report;
- ``extract(sources)`` gives what each article says, with offsets, before names are merged across articles;
- ``explain(sentence)`` shows what is recognised in a sentence and which cues fire;
- ``knowledge_of(sources)`` gives what ``build`` would write as a value;
- ``forget(directory, articles)`` makes a build as if it had never been given some of its articles;
- ``rebuild(directory)`` makes a build again with what a person has decided since (``decisions.csv`` in it);
- ``load(directory)`` opens what a build wrote, ``query(directory, sparql)`` asks it, ``to_networkx(directory)`` and
  ``to_rdflib(directory)`` give it to those libraries, ``export(directory, format, path)`` to other programs;
- the values that travel, from ``Document`` to ``Knowledge``, and the errors, all below ``ZhimaiError``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .errors import (
    DecisionsError,
    EntitiesError,
    InputError,
    OntologyError,
    OutputError,
    QueryError,
    UsageError,
    ZhimaiError,
)
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
from .pipeline import Explanation, Forgotten, build, explain, extract, forget, knowledge_of, rebuild
from .progress import Progress
from .report import Report

if TYPE_CHECKING:
    import networkx
    import rdflib

    from .store import Result, Store

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "DecisionsError",
    "Document",
    "EntitiesError",
    "Entity",
    "Evidence",
    "Explanation",
    "Extraction",
    "Figure",
    "Forgotten",
    "InputError",
    "Judgement",
    "Knowledge",
    "Literal",
    "Measure",
    "Mention",
    "OntologyError",
    "OutputError",
    "Progress",
    "QueryError",
    "Report",
    "Skipped",
    "Statement",
    "Status",
    "Text",
    "UsageError",
    "ZhimaiError",
    "build",
    "explain",
    "export",
    "extract",
    "forget",
    "knowledge_of",
    "load",
    "query",
    "rebuild",
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


def export(
    directory: str | Path, format: str, path: str | Path, *, everything: bool = False, quote_limit: int | None = None
) -> tuple[Path, ...]:
    """Write what a build knows in another format and return the files written, all of them or none.

    Args:
        directory: what a build wrote.
        format: ``nquads``, ``jsonld``, ``graphml``, ``gexf``, ``csv``, ``rdfxml``, ``rdf12``, ``neo4j``, ``cypher`` or
            ``parquet``.
        path: the file to write, or the folder where the format is several files (csv, neo4j, parquet).
        everything: edges and figures also for what is only claimed, hypothetical or denied; otherwise only for what is
            asserted or planned. RDF has statements of every status anyway.
        quote_limit: the most characters that are quoted at a time, as for ``build``.

    Raises:
        UsageError: ``directory`` is no build, there is no such format, or a library for it is missing.
        OutputError: ``path`` cannot be written; what stood there is as it was.
    """
    from .exports import export as write
    from .exports import exporter, open_build

    chosen = exporter(format)
    return write(open_build(Path(directory), everything=everything), chosen, Path(path), quote_limit=quote_limit)


def to_networkx(directory: str | Path, *, everything: bool = False) -> networkx.MultiDiGraph[str]:
    """The facts as a graph: entities are nodes, relations are edges that carry their status and their sentences.

    A node is an entity's IRI with ``name``, ``name_hans``, ``name_hant``, ``class``, ``classes``, ``aliases``,
    ``gb_code``, ``documents`` and ``mentions`` (counts), ``dates``, ``figures`` and more; an edge's key is its
    statement's IRI, with ``relation``, ``label_en``, ``label_zh``, ``status``, ``confidence``, ``qualifiers``,
    ``evidence`` and ``weight``, the number of articles that state it.

    Args:
        directory: what a build wrote.
        everything: also what is only claimed, hypothetical or denied; otherwise only what is asserted or planned.

    Raises:
        UsageError: where ``directory`` is no build.
    """
    from .exports import open_build
    from .exports import to_networkx as convert

    return convert(open_build(Path(directory), everything=everything).graph)


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
