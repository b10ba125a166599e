"""``zhimai page``."""

from __future__ import annotations

from pathlib import Path

import click

from ..pipeline import draw
from .options import quiet_option


@click.command()
@click.argument("directory", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="The file to write; DIR/graph.html by default, or DIR/page.html for a part.",
)
@click.option("--class", "classes", multiple=True, metavar="CLASS", help="Names of a class, and what they relate to.")
@click.option("--property", "properties", multiple=True, metavar="PROPERTY", help="One relation.")
@click.option("--about", multiple=True, metavar="NAME", help="What lies around a name.")
@click.option("--steps", type=click.IntRange(1), default=1, show_default=True, help="How far around, with --about.")
@click.option("--document", "documents", multiple=True, metavar="ARTICLE", help="What one article says.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0.0, help="What was read so surely at least.")
@click.option("--limit", type=click.IntRange(1), help="So many names at most, the best connected.")
@click.option("--no-background", is_flag=True, help="Nothing that only the gazetteer says.")
@quiet_option
def page(
    directory: Path,
    output: Path | None,
    classes: tuple[str, ...],
    properties: tuple[str, ...],
    about: tuple[str, ...],
    steps: int,
    documents: tuple[str, ...],
    min_confidence: float,
    limit: int | None,
    no_background: bool,
    quiet: bool,
) -> None:
    """Write the interactive page again, or a page of a part.

    DIR is what a build wrote. CLASS and PROPERTY are named as in the ontology or by a label (Company, 企业, exhibits),
    NAME in either script, ARTICLE by its file, title, address or id. Options of one kind may be repeated and widen the
    page; options of several kinds must all hold. The page says what it is narrowed to.

    \b
    Examples:
      zhimai page outputs --class 企业 -o firms.html
      zhimai page outputs --about 霽川智能 --steps 2 -o neighbours.html
      zhimai page outputs --property exhibits --min-confidence 0.8
    """
    from ..page import Filter

    only = Filter(classes, properties, about, steps, documents, min_confidence, limit, not no_background)
    path = draw(directory, output, only=only)
    if not quiet:
        click.echo(str(path))
