"""``zhimai forget``."""

from __future__ import annotations

from pathlib import Path

import click

from ..errors import one_line
from ..pipeline import forget as run
from .options import json_option, quiet_option
from .progress import followed, log


@click.command()
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.argument("articles", metavar="SOURCE...", nargs=-1, required=True)
@quiet_option
@json_option
@click.pass_context
def forget(context: click.Context, directory: Path, articles: tuple[str, ...], quiet: bool, as_json: bool) -> None:
    """Make a build as if it had never been given an article.

    DIR is what a build wrote; SOURCE is an article as the build was given it, its file's name, its web address or its
    id. All outputs of the build are made anew from the articles that stay, so nothing is left that only the others
    said. Files that no build writes, and copies elsewhere, are not touched.

    \b
    Examples:
      zhimai forget my-graph news/20240612-03.txt
      zhimai forget my-graph 20240612-03.txt https://example.org/a/17
    """
    with followed(quiet=quiet, as_json=as_json) as notify:
        done = run(directory, articles, notify=notify)
    for document in done.articles:
        if as_json:
            log("forgotten", source=document.uri, id=document.id)
        elif not quiet:
            click.echo(one_line(f"forgotten: {document.uri}  {document.title}"))
    if done.report.violations:
        click.echo(f"zhimai: validation: {done.report.violations} results; run: zhimai check {directory}", err=True)
    context.exit(0 if done.report.conforms else 1)
