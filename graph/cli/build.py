"""``zhimai build``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..pipeline import BASE
from ..pipeline import build as run
from .options import entities_option, ontology_option, sources_argument

if TYPE_CHECKING:
    from ..report import Report

_SHOWN = 10  # skipped sources that are named on the terminal; report.md names all


@click.command()
@sources_argument
@click.option(
    "-o",
    "--output",
    default="outputs",
    show_default=True,
    type=click.Path(path_type=Path),
    help="The folder to write into; made where it is missing.",
)
@ontology_option
@entities_option
@click.option("--base", default=BASE, show_default=True, help="Where the IRIs of what is found begin.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")
@click.pass_context
def build(
    context: click.Context,
    sources: tuple[str, ...],
    output: Path,
    ontology: tuple[Path, ...],
    entities: tuple[Path, ...],
    base: str,
    quiet: bool,
) -> None:
    """Build a knowledge graph from articles.

    SOURCE is a file (text, HTML, JSON Lines), a folder, a glob, or - for standard input; with none, the sample articles
    that come with Zhimai are built. All outputs are replaced together at the end: a build that fails changes nothing.

    \b
    Examples:
      zhimai build
      zhimai build news/ 'more/*.html' -o my-graph
      zhimai build news/ --ontology my.ttl --entities my.csv
    """
    if not base.startswith(("http://", "https://", "urn:")) or not base.endswith(("/", "#", ":")):
        raise click.BadParameter("an IRI that ends in /, # or : is wanted", param_hint="--base")
    report = run(
        sources,
        output,
        ontology=ontology,
        entities=entities,
        base=base,
        stdin=sys.stdin.buffer,
        notify=None if quiet else _notify,
    )
    if not quiet:
        _summarise(report, output)
    context.exit(0 if report.complete else 1)


def _notify(stage: str) -> None:
    """Tell a person who waits at a terminal how far the build is."""
    if sys.stderr.isatty():
        click.echo(f"{stage} …", err=True)


def _summarise(report: Report, output: Path) -> None:
    entities, relations = sum(report.entities.values()), sum(report.relations.values())
    counts = (
        _count(entities, "entity", "entities"),
        _count(relations, "relation", "relations"),
        _count(report.figures, "figure", "figures"),
    )
    click.echo(f"{_count(report.documents, 'article', 'articles')}: {', '.join(counts)}")
    for name, what in (
        ("graph.html", "the graph to look at, in a browser"),
        ("graph.ttl", "the graph to read, every fact with its evidence"),
        ("report.md", "what was built, what was skipped"),
    ):
        click.echo(f"  {output / name}  {what}")
    for note in report.notes[:_SHOWN]:
        click.echo(f"zhimai: note: {note}", err=True)
    for uri, reason in report.skipped[:_SHOWN]:
        click.echo(f"zhimai: skipped {uri}: {reason}", err=True)
    if (more := len(report.skipped) - _SHOWN) > 0:
        click.echo(f"zhimai: skipped {more} more, see {output / 'report.md'}", err=True)


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
