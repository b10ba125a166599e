"""``zhimai check``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ..errors import UsageError
from ..recipe import recipe_of
from .options import ontology_option

if TYPE_CHECKING:
    from ..shapes import Engine


@click.command()
@click.argument("directory", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@ontology_option
@click.option(
    "--engine",
    type=click.Choice(["auto", "sparql", "pyshacl"]),
    default="auto",
    show_default=True,
    help="What checks: our own compiler to SPARQL, or pySHACL; the results are the same.",
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["table", "json", "turtle"]),
    default="table",
    show_default=True,
    help="Turtle is SHACL's validation report, and for DIR only.",
)
@click.pass_context
def check(
    context: click.Context, directory: Path | None, ontology: tuple[Path, ...], engine: Engine, form: str
) -> None:
    """Check what a build wrote, or an ontology file of your own.

    With DIR: whether every thing has one class, every relation joins what it may, every fact has its evidence and every
    quote stands in its article, by the ontology that it was built with or by the --ontology given.

    With --ontology alone: every mistake in the file with its line and the remedy, and what is recommended besides.

    Ends with 1 where something is wrong.

    \b
    Examples:
      zhimai check outputs
      zhimai check --ontology my.ttl
    """
    if directory is not None:
        wrong = _check_build(directory, ontology, engine, form)
    elif ontology:
        wrong = _check_ontology(ontology, engine, form)
    else:
        raise click.UsageError("a folder or --ontology is wanted", ctx=context)
    context.exit(1 if wrong else 0)


def _check_build(directory: Path, ontology: tuple[Path, ...], engine: Engine, form: str) -> bool:
    from ..ontology import load_ontology
    from ..shacl import report
    from ..shapes import check_dataset, findings, table, to_json
    from ..store import open_store

    store = open_store(directory)
    terms = load_ontology(extra=ontology or recipe_of(directory).ontology)
    results = check_dataset(store.dataset, terms, engine)
    if form == "turtle":
        click.echo(report(results, store.prefixes), nl=False)
        return bool(results)
    found = findings(results, store.dataset, store.prefixes)
    if form == "json":
        click.echo(to_json(found), nl=False)
    else:
        click.echo(table(found) or f"{directory}: conforms\n", nl=False)
    return bool(results)


def _check_ontology(ontology: tuple[Path, ...], engine: Engine, form: str) -> bool:
    from ..ontology import check_ontology
    from ..shapes import engine_for

    if form == "turtle":
        raise UsageError("only a build has a report in Turtle", where="check", remedy="use table or json")
    found = check_ontology(extra=ontology, engine=engine_for(engine))
    if form == "json":
        shown = [
            {"where": one.where, "what": one.what, "remedy": one.remedy, "violation": one.violation} for one in found
        ]
        click.echo(json.dumps(shown, ensure_ascii=False, indent=2))
    for one in found if form == "table" else ():
        click.echo(f"{'' if one.violation else 'recommended: '}{one.error()}")
    if form == "table" and not found:
        click.echo(f"{', '.join(map(str, ontology))}: no mistakes")
    return any(one.violation for one in found)
