"""``zhimai show``."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("name")
def show(directory: Path, name: str) -> None:
    """Show all that is known of one name.

    Its other names, its facts and its figures, each with the sentence that says so. DIR is what a build wrote. NAME is
    any name of the thing, in either script.

    \b
    Example:
      zhimai show outputs 霽川智能
    """
    from ..show import show as page_of
    from ..store import open_store

    click.echo(page_of(open_store(directory), name).rstrip("\n"))
