"""``zhimai query``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..store import Store


def _parameter(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    pairs = dict(value.partition("=")[::2] for value in values)
    if wrong := [value for value in values if "=" not in value]:
        raise click.BadParameter(f"{wrong[0]!r} is not of the form NAME=VALUE", ctx=context, param=option)
    return pairs


@click.command()
@click.argument("directory", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.argument("sparql", required=False)
@click.option("-n", "--name", help="Ask a named query instead of one of your own.")
@click.option("-p", "--param", multiple=True, callback=_parameter, metavar="NAME=VALUE", help="A parameter of it.")
@click.option("--list", "listing", is_flag=True, help="List the named queries with their parameters.")
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "turtle"]),
    default="table",
    show_default=True,
    help="Turtle is for CONSTRUCT and DESCRIBE.",
)
@click.pass_context
def query(
    context: click.Context,
    directory: Path | None,
    sparql: str | None,
    name: str | None,
    param: dict[str, str],
    listing: bool,
    form: str,
) -> None:
    """Ask what a build knows, in SPARQL or by a named query.

    DIR is what a build wrote; SPARQL is a query, or - to read one from standard input. The prefixes zm:, rdfs:, skos:
    and the others of graph.ttl need no declaration.

    \b
    Examples:
      zhimai query --list
      zhimai query outputs --name firms-by-province --param place=浙江
      zhimai query outputs "SELECT ?firm ?place WHERE { ?firm zm:locatedIn ?place }"
    """
    if listing:
        _list()
        return
    if directory is None or (sparql is None) == (name is None):
        raise click.UsageError("a folder and either SPARQL or --name are wanted", ctx=context)
    if param and name is None:
        raise click.UsageError("--param goes with --name", ctx=context)
    from ..store import named_query, open_store

    if name is not None:
        sparql = named_query(name).render(param)
    elif sparql == "-":
        sparql = sys.stdin.buffer.read().decode(errors="replace")
    store = open_store(directory)
    result = store.query(str(sparql))
    click.echo(result.render(form), nl=False)
    if not len(result):
        _explain_nothing(store, str(sparql), [value for value in param.values() if not value.isdigit()])


def _explain_nothing(store: Store, sparql: str, names: list[str]) -> None:
    """Say on standard error what may be why nothing was found; the answer itself stays as it is."""
    from ..show import find

    for term in store.unknown_terms(sparql):
        click.echo(f"zhimai: note: the build knows no {term}; did you misspell it?", err=True)
    for value in names:
        if not find(store, value):
            click.echo(f"zhimai: note: nothing is called {value}", err=True)


def _list() -> None:
    from ..store import named_queries

    for one in named_queries():
        click.echo(f"{one.name}  {one.titles['en']}  {one.titles['zh']}")
        if one.description:
            click.echo(f"    {one.description}")
        for parameter in one.parameters:
            default = f" (default: {parameter.default})" if parameter.default else ""
            click.echo(f"    {parameter.name}=  {parameter.description}{default}")
