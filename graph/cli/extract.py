"""``zhimai extract``."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from ..errors import InputError, one_line
from ..model import Skipped
from ..pipeline import extract as run
from ..record import record
from .options import entities_option, ontology_option, sources_argument


@click.command()
@sources_argument
@ontology_option
@entities_option
@click.pass_context
def extract(
    context: click.Context, sources: tuple[str, ...], ontology: tuple[Path, ...], entities: tuple[Path, ...]
) -> None:
    """Print what each article says, one JSON object a line.

    An object has the article's id, its mentions, statements and figures; offsets count code points of the article as it
    was read, and names are not yet merged across articles. JSON Lines with "id" and "text" keep their ids.

    \b
    Examples:
      zhimai extract news/one.txt
      zhimai extract - < articles.jsonl > said.jsonl
    """
    if not sources:
        raise click.UsageError("no SOURCE is given (- reads standard input)", ctx=context)
    done, skipped = 0, 0
    for one in run(sources, ontology=ontology, entities=entities, stdin=sys.stdin.buffer):
        if isinstance(one, Skipped):
            skipped += 1
            click.echo(one_line(f"zhimai: skipped {one.uri}: {one.reason}"), err=True)
        else:
            done += 1
            click.echo(json.dumps(record(one), ensure_ascii=False))
    if not done and not skipped:
        raise InputError("no article found", where=" ".join(sources), remedy="give files, folders or globs of articles")
    context.exit(InputError.exit_code if not done else 1 if skipped else 0)
