"""``zhimai build``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import one_line
from ..pipeline import BASE
from ..pipeline import build as run
from .options import (
    decisions_option,
    entities_option,
    json_option,
    ontology_option,
    quiet_option,
    quote_limit_option,
    sources_argument,
)
from .progress import followed, log

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
@decisions_option
@click.option("--base", default=BASE, show_default=True, help="Where the IRIs of what is found begin.")
@quote_limit_option
@quiet_option
@json_option
@click.pass_context
def build(
    context: click.Context,
    sources: tuple[str, ...],
    output: Path,
    ontology: tuple[Path, ...],
    entities: tuple[Path, ...],
    decisions: tuple[Path, ...],
    base: str,
    quote_limit: int | None,
    quiet: bool,
    as_json: bool,
) -> None:
    """Build a knowledge graph from articles.

    SOURCE is a file (text, HTML, PDF, Word, table, JSON), a folder, a glob, or - for standard input; with none, the sample
    articles that come with Zhimai are built. All outputs are replaced together at the end: a build that fails changes nothing.
    What you decided with `zhimai curate` (decisions.csv in the output folder) is taken along.

    \b
    Examples:
      zhimai build
      zhimai build news/ 'more/*.html' -o my-graph
      zhimai build news/ --ontology my.ttl --entities my.csv
    """
    with followed(quiet=quiet, as_json=as_json) as notify:
        report = run(
            sources,
            output,
            ontology=ontology,
            entities=entities,
            decisions=decisions,
            base=base,
            quote_limit=quote_limit,
            stdin=sys.stdin.buffer,
            notify=notify,
        )
    code = 0 if report.complete and report.conforms else 1
    if as_json:
        _log(report, output, code)
    elif not quiet:
        _summarise(report, output)
    context.exit(code)


def _log(report: Report, output: Path, code: int) -> None:
    for uri, reason in report.skipped:
        log("skipped", source=uri, reason=reason)
    for where, what in (*report.unapplied, *report.left_out):
        log("decision", where=where, note=what)
    entities, relations = sum(report.entities.values()), sum(report.relations.values())
    counts = {"articles": report.documents, "entities": entities, "relations": relations, "figures": report.figures}
    log("done", output=str(output), **counts, skipped=len(report.skipped), violations=report.violations, exit_code=code)


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
    if report.conforms:
        click.echo("  validation: conforms")
    else:
        results = _count(report.violations, "result", "results")
        click.echo(f"zhimai: validation: {results}; run: zhimai check {output}", err=True)
    tell_notes(report)
    for uri, reason in report.skipped[:_SHOWN]:
        click.echo(one_line(f"zhimai: skipped {uri}: {reason}"), err=True)
    if (more := len(report.skipped) - _SHOWN) > 0:
        click.echo(f"zhimai: skipped {more} more, see {output / 'report.md'}", err=True)


def tell_notes(report: Report) -> None:
    """Say on standard error what deserves a look: in lists, and of a person's decisions."""
    told = [f"{where}: {what}" for where, what in (*report.unapplied, *report.left_out)]
    for note in (*report.notes[:_SHOWN], *told[:_SHOWN]):
        click.echo(one_line(f"zhimai: note: {note}"), err=True)
    if (more := len(told) - _SHOWN) > 0:
        click.echo(f"zhimai: note: {more} more on decisions, see report.md", err=True)


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
