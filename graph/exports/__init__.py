"""What goes out of a build: one exporter a module, made of the quads that the store holds.

``EXPORTERS`` are all formats, in the order in which they are listed; those of ``IN_BUILD`` every build writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ..errors import OutputError, UsageError
from ..staging import staged
from .exporter import Exporter
from .gexf import Gexf
from .graphml import GraphML
from .jsonld import JsonLd
from .limit import limited
from .neo4j import Cypher, Neo4j
from .networkx import to_networkx
from .nquads import NQuads
from .opened import Opened, open_build
from .parquet import Parquet
from .rdf12 import Rdf12
from .rdfxml import RdfXml
from .spreadsheet import Spreadsheet

__all__ = [
    "EXPORTERS",
    "IN_BUILD",
    "Exporter",
    "Opened",
    "contents",
    "export",
    "export_all",
    "exporter",
    "open_build",
    "to_networkx",
]

IN_BUILD: tuple[Exporter, ...] = (JsonLd(), GraphML(), Gexf(), Spreadsheet())
EXPORTERS: tuple[Exporter, ...] = (NQuads(), *IN_BUILD, RdfXml(), Rdf12(), Neo4j(), Cypher(), Parquet())


def exporter(name: str) -> Exporter:
    """The exporter of that name.

    Raises:
        UsageError: there is none.
    """
    for one in EXPORTERS:
        if one.name == name:
            return one
    known = ", ".join(one.name for one in EXPORTERS)
    raise UsageError(f"no format {name!r}", where="export", remedy=f"use one of {known}")


def contents(opened: Opened, format: Exporter, *, quote_limit: int | None = None) -> Mapping[str, bytes]:
    """The files of a build in one format, by name.

    Raises:
        UsageError: the build holds something that the format cannot, or a library is missing.
    """
    return format.export(opened if quote_limit is None else limited(opened, quote_limit))


def export(opened: Opened, format: Exporter, path: Path, *, quote_limit: int | None = None) -> tuple[Path, ...]:
    """Write a build in one format; all its files appear together or not at all.

    Args:
        opened: the build.
        format: the exporter.
        path: the file, or the folder where the format is several files; made where it is missing.
        quote_limit: the most characters of a quotation, as for a build; any number where it is ``None``.

    Returns:
        the files written.

    Raises:
        UsageError: the build holds something that the format cannot, or a library is missing.
        OutputError: ``path`` cannot be written; what stood there is as it was.
    """
    content = contents(opened, format, quote_limit=quote_limit)
    folder = path if format.is_folder else path.parent
    if not format.is_folder and path.is_dir():
        raise OutputError("is a folder", where=str(path), remedy="give the name of a file with -o")
    names = {name: name if format.is_folder else path.name for name in content}
    with staged(folder) as new:
        for name, data in content.items():
            (new / names[name]).write_bytes(data)
    return tuple(folder / name for name in names.values())


def export_all(directory: Path) -> None:
    """Write into a folder with a store every format that a build has, beside what is there.

    Raises:
        OutputError: a file cannot be written.
    """
    opened = open_build(directory)
    for one in IN_BUILD:
        for name, data in one.export(opened).items():
            try:
                (directory / name).write_bytes(data)
            except OSError as error:
                reason = f"cannot be written: {error.strerror}"
                raise OutputError(reason, where=str(directory / name), remedy="give another folder") from error
