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

ontology_option = click.option(
    "--ontology",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A Turtle file of your own that adds classes, properties and cues; may be given several times.",
)
