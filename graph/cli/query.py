"""``zhimai query``."""

from __future__ import annotations

import re
import shlex
import shutil
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from ..errors import OutputError, UsageError
from ..staging import staged

if TYPE_CHECKING:
    from ..store import NamedQuery, Store

_FORMS = ["table", "markdown", "csv", "spreadsheet", "tsv", "json", "xml", "turtle"]  # those of graph.store, unloaded
_SUFFIXES = {".csv": "csv", ".tsv": "tsv", ".json": "json", ".srj": "json", ".xml": "xml", ".srx": "xml"}
_SUFFIXES |= {".md": "markdown", ".ttl": "turtle", ".txt": "table"}


_PULSE = 0.1  # seconds after which an interruption is noticed
_Answer = tuple[str, list[str]]


def _names(context: click.Context, option: click.Parameter, begun: str) -> list[CompletionItem]:
    """The named queries that a shell may complete, each with its title."""
    from ..store import named_queries

    del context, option
    return [CompletionItem(one.name, help=one.titles["en"]) for one in named_queries() if one.name.startswith(begun)]


def _parameter(context: click.Context, option: click.Parameter, values: tuple[str, ...]) -> dict[str, str]:
    pairs = dict(value.partition("=")[::2] for value in values)
    if wrong := [value for value in values if "=" not in value]:
        raise click.BadParameter(f"{wrong[0]!r} is not of the form NAME=VALUE", ctx=context, param=option)
    return pairs


@click.command()
@click.argument("directory", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.argument("sparql", required=False)
@click.option(
    "-n",
    "--name",
    shell_complete=_names,
    help="Ask a named query, or that of a file NAME.rq, instead of one of your own.",
)
@click.option("-p", "--param", multiple=True, callback=_parameter, metavar="NAME=VALUE", help="A parameter of it.")
@click.option("--list", "listing", is_flag=True, help="List the named queries.")
@click.option(
    "--describe",
    metavar="NAME",
    shell_complete=_names,
    help="Show a named query: what it answers, its parameters, its SPARQL.",
)
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(_FORMS),
    help="How to print the answer; table unless the name of --output says otherwise.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write the answer to a file.")
@click.option("--timeout", type=click.FloatRange(min=0), metavar="SECONDS", help="Give up after so long.")
@click.pass_context
def query(
    context: click.Context,
    directory: Path | None,
    sparql: str | None,
    name: str | None,
    param: dict[str, str],
    listing: bool,
    describe: str | None,
    form: str | None,
    output: Path | None,
    timeout: float | None,
) -> None:
    """Ask what a build knows, in SPARQL or by a named query.

    DIR is what a build wrote; SPARQL is a query, or - to read one from standard input. The prefixes zm:, rdfs:, skos:
    and the others of graph.ttl need no declaration. Turtle is for CONSTRUCT and DESCRIBE; spreadsheet is CSV that Excel
    and its like open well.

    \b
    Examples:
      zhimai query --list
      zhimai query --describe exhibitors
      zhimai query outputs --name firms-by-province --param place=浙江
      zhimai query outputs "SELECT ?firm ?place WHERE { ?firm zm:locatedIn ?place }" -o firms.csv
    """
    if listing or describe is not None:
        click.echo("\n".join(_list() if describe is None else _describe(describe)))
        return
    _check(context, directory, sparql, name, param)
    from ..store import named_query

    named = named_query(name) if name is not None else None
    if named:
        sparql = named.render(param)
    elif sparql == "-":
        sparql = sys.stdin.buffer.read().decode(errors="replace")
    chosen = form or _form_of(output)
    names = tuple(value for _, value in named.names_in(param)) if named else ()
    written = named.sparql if named else str(sparql)
    checked = "" if named and not str(name).endswith(".rq") else written  # the shipped ones need no hints
    text, notes = _answer(lambda: _ask(Path(directory or ""), str(sparql), chosen, checked, names), timeout)
    _write(text, output)
    for note in notes:
        click.echo(f"zhimai: note: {note}", err=True)


def _form_of(output: Path | None) -> str:
    """The form that a file's suffix says; a table on the terminal and in plain text."""
    suffix = output.suffix.lower() if output else ""
    if suffix not in ("", ".txt", *_SUFFIXES):
        remedy = (
            f"use one of {' '.join(_SUFFIXES)}, or say the form with -f (spreadsheet for one that spreadsheets open)"
        )
        raise UsageError(f"no form has the suffix {suffix}", where=str(output), remedy=remedy)
    return _SUFFIXES.get(suffix, "table")


def _check(
    context: click.Context, directory: Path | None, sparql: str | None, name: str | None, param: dict[str, str]
) -> None:
    """Tell a command that lacks a part which one."""
    if directory is not None and sparql is None and name is None and "{" in str(directory):
        raise click.UsageError("the folder of the build comes before the query", ctx=context)
    if directory is None or (sparql is None) == (name is None):
        raise click.UsageError("a folder and either SPARQL or --name are wanted", ctx=context)
    if param and name is None:
        raise click.UsageError("--param goes with --name", ctx=context)
    if sparql and "{" not in sparql and sparql != "-":
        from ..store import named_queries

        if sparql in {one.name for one in named_queries()}:
            raise click.UsageError(f"{sparql} is a named query: --name {sparql}", ctx=context)


def _answer(ask: Callable[[], _Answer], timeout: float | None) -> _Answer:
    """What ``ask`` gives, within so many seconds.

    Oxigraph cannot be told to stop, so it works in a thread of its own, which ends with the program: an interruption or
    a time limit need not wait for it.
    """
    done: list[_Answer | BaseException] = []

    def work() -> None:
        try:
            done.append(ask())
        except BaseException as error:  # noqa: BLE001 raised again below
            done.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    end = None if timeout is None else time.monotonic() + timeout
    while thread.is_alive() and (end is None or time.monotonic() < end):
        thread.join(_PULSE if end is None else min(_PULSE, max(0.0, end - time.monotonic())))
    if not done:
        raise UsageError(f"no answer within {timeout:g} s", where="query", remedy="simplify it, or give it more time")
    if isinstance(done[0], BaseException):
        raise done[0]
    return done[0]


def _ask(directory: Path, sparql: str, form: str, checked: str, names: tuple[str, ...]) -> _Answer:
    """The answer as text, and what may be wrong with the question: in the SPARQL to be checked, and in the names."""
    from ..store import hints, open_store

    store = open_store(directory)
    result = store.query(sparql)
    notes = [*hints(store, checked, result.variables, list(result)), *(() if len(result) else _unknown(store, names))]
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    return result.render(form, columns), notes


def _unknown(store: Store, names: tuple[str, ...]) -> Iterator[str]:
    """Which of the names nothing bears."""
    from ..show import is_called, nearest

    for name in names:
        if not is_called(store, name):
            near = "、".join(nearest(store, name))
            yield f"nothing is called {name}" + (f"; did you mean {near}?" if near else "")


def _write(text: str, output: Path | None) -> None:
    """In bytes, so that no platform changes the line ends; a file that stood there is replaced whole or not at all."""
    if output is None:
        click.echo(text.encode(), nl=False)
        return
    if output.is_dir():
        raise OutputError("is a folder", where=str(output), remedy="give the name of a file with -o")
    with staged(output.parent) as folder:
        (folder / output.name).write_bytes(text.encode())


def _list() -> Iterator[str]:
    from ..store import aligned, named_queries

    queries = named_queries()
    yield from aligned([(one.name, one.titles["zh"], one.titles["en"]) for one in queries])
    yield f"\n{len(queries)} queries. What one answers and how to ask it: zhimai query --describe NAME"


def _describe(name: str) -> Iterator[str]:
    from ..store import named_query

    one = named_query(name)
    yield f"{one.name}  {one.titles['zh']}  {one.titles['en']}"
    yield from (f"  {text}" for text in one.descriptions.values())
    if one.parameters:
        yield "\nParameters"
    for parameter in one.parameters:
        default = f" (default: {parameter.default})" if parameter.default else ""
        yield f"  {parameter.name}=  {'  '.join(parameter.descriptions.values())}{default}"
    yield from (
        "\nExample",
        f"  {example(one)}",
        "\nSPARQL",
        *(f"  {line}".rstrip() for line in one.sparql.splitlines()),
    )


def example(one: NamedQuery) -> str:
    """The command that asks a named query with its example's values."""
    values = (f"{name}={value}" for name, value in one.example.items())
    parts = (value if re.fullmatch(r"[\w=.-]+", value) else shlex.quote(value) for value in values)
    return " ".join(["zhimai query outputs --name", one.name, *(f"--param {part}" for part in parts)])
