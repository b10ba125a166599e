"""``zhimai show``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

_MOST = 10  # items of a list on a terminal


@click.command()
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("name")
@click.argument("other", required=False, metavar="[OTHER]")
@click.option("-f", "--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--all", "every", is_flag=True, help="Long lists whole; without it a terminal gets ten items of each.")
def show(directory: Path, name: str, other: str | None, form: str, every: bool) -> None:
    """Show all that is known of a name, or why two are one.

    Its other names, its facts and its figures, each with the sentence that says so. DIR is what a build wrote. NAME is
    any name of the thing, in either script, or its address, such as org:霁川智能.

    With OTHER, a second name: whether the two are one thing, what was judged of them, by whom and why, a sentence in
    which each stands, and how to decide otherwise.

    \b
    Examples:
      zhimai show outputs 霽川智能
      zhimai show outputs 霽川智能 --format json
      zhimai show outputs 霽川智能 浙江霽川智能科技有限公司
    """
    from ..show import show as page_of
    from ..show import why
    from ..store import open_store

    store = open_store(directory)
    if other is not None:
        click.echo(why(store, name, other, form, directory).rstrip("\n"))
        return
    most = _MOST if sys.stdout.isatty() and not every else None
    click.echo(page_of(store, name, form, most, directory).rstrip("\n"))
