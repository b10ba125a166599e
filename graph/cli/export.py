"""``zhimai export``."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from .options import quote_limit_option


def _formats(context: click.Context, option: click.Parameter, begun: str) -> list[CompletionItem]:
    """The formats that a shell may complete."""
    from ..exports import EXPORTERS

    del context, option
    return [CompletionItem(one.name, help=one.file) for one in EXPORTERS if one.name.startswith(begun)]


@click.command()
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "-t",
    "--to",
    "name",
    required=True,
    metavar="FORMAT",
    shell_complete=_formats,
    help="One of the formats above.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The file or the folder to write; - is standard output.  [default: the name above, in the current folder]",
)
@click.option(
    "--everything", is_flag=True, help="Edges and figures also for what is only claimed, hypothetical or denied."
)
@quote_limit_option
def export(directory: Path, name: str, output: Path | None, everything: bool, quote_limit: int | None) -> None:
    """Write what a build knows in another format.

    DIR is what a build wrote. The formats:

    \b
      nquads    graph.nq         the whole data set, for any triple store
      jsonld    graph.jsonld     entities with their statements, for the web
      graphml   graph.graphml    for yEd, igraph, Cytoscape, NetworkX
      gexf      graph.gexf       for Gephi
      csv       csv/             tables for spreadsheets and pandas
      rdfxml    graph.rdf        for tools that read no Turtle
      rdf12     graph-rdf12.ttl  statements as RDF 1.2 triple terms
      neo4j     neo4j/           CSV for neo4j-admin database import
      cypher    graph.cypher     a script for Neo4j
      parquet   parquet/         tables for DuckDB, pandas, Polars

    \b
    Examples:
      zhimai export outputs --to cypher
      zhimai export outputs --to neo4j -o import
      zhimai export outputs --to graphml -o - --quote-limit 0 > facts.graphml
    """
    from ..errors import UsageError
    from ..exports import contents, exporter, open_build
    from ..exports import export as write

    format = exporter(name)
    opened = open_build(directory, everything=everything)
    if str(output) == "-":
        if format.is_folder:
            raise UsageError(f"{name} is several files", where="-o", remedy="give a folder")
        click.echo(contents(opened, format, quote_limit=quote_limit)[format.file], nl=False)
        return
    for path in write(opened, format, output or Path(format.file), quote_limit=quote_limit):
        click.echo(path)
