"""``zhimai show``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

_MOST = 10  # items of a list on a terminal


@click.command()
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("name")
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--all", "every", is_flag=True, help="Long lists whole; without it a terminal gets ten items of each.")
def show(directory: Path, name: str, form: str, every: bool) -> None:
    """Show all that is known of one name.

    Its other names, its facts and its figures, each with the sentence that says so. DIR is what a build wrote. NAME is
    any name of the thing, in either script, or its address, such as org:霁川智能.

    \b
    Examples:
      zhimai show outputs 霽川智能
      zhimai show outputs 霽川智能 --format json
    """
    from ..show import show as page_of
    from ..store import open_store

    most = _MOST if sys.stdout.isatty() and not every else None
    click.echo(page_of(open_store(directory), name, form, most).rstrip("\n"))
