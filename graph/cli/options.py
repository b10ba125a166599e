"""What several commands take."""

from __future__ import annotations

from pathlib import Path

import click

sources_argument = click.argument("sources", nargs=-1, metavar="[SOURCE]...")

entities_option = click.option(
    "--entities",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A CSV file of your own with names, classes, aliases and identifiers; may be given several times.",
)

decisions_option = click.option(
    "--decisions",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A CSV file of what you decided of names and statements; may be given several times.",
)

ontology_option = click.option(
    "--ontology",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A Turtle file of your own that adds classes, properties and cues; may be given several times.",
)

quiet_option = click.option("-q", "--quiet", is_flag=True, help="Print nothing but errors.")

json_option = click.option(
    "--json", "as_json", is_flag=True, help="Log what happens as JSON lines on standard error, for a program."
)

quote_limit_option = click.option(
    "--quote-limit",
    type=click.IntRange(min=0),
    metavar="N",
    help="Quote no more than N characters at a time, and leave out the articles' texts; 0 quotes nothing.",
)
