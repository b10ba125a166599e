"""``zhimai eval``."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ..errors import InputError
from .options import entities_option, ontology_option


@click.command("eval")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--set", "sets", multiple=True, metavar="NAME", help="Score this set only; may be given several times.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Take N samples of a set, evenly spread.")
@click.option(
    "--errors",
    type=click.IntRange(min=1),
    metavar="N",
    help="Show the N commonest errors of each kind, with a sentence.",
)
@click.option(
    "--texts", type=click.Path(path_type=Path), metavar="DIR", help="Where the texts of the articles in gold/ lie."
)
@click.option("--svg", type=click.Path(path_type=Path), metavar="FILE", help="Draw the calibration curve into a file.")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON object a score instead of a table.")
@ontology_option
@entities_option
def evaluate(
    folder: Path,
    sets: tuple[str, ...],
    limit: int | None,
    errors: int | None,
    texts: Path | None,
    svg: Path | None,
    as_json: bool,
    ontology: tuple[Path, ...],
    entities: tuple[Path, ...],
) -> None:
    """Measure how right extraction is on annotated sets.

    FOLDER holds public annotated sets in data/, in their own formats, or articles of your own in gold/; which sets are
    known, and what an annotation looks like, is told in docs/evaluation.md. A set that is not there is left out, in one
    line. Beside Zhimai stand LAC alone, on sets of names, and always asserting the commonest relation, on sets of
    relations. Where gold/judged.jsonl is, the calibration of confidences is shown, too.

    \b
    Examples:
      zhimai eval annotated
      zhimai eval annotated --set cluener --limit 500 --errors 5
    """
    from ..evaluate import Absent, Bench, commonest, row, table

    scores, absent = [], []
    for one in Bench(folder, texts, ontology, entities).scores(sets, limit):
        if isinstance(one, Absent):
            absent.append(one.set)
            continue
        scores.append(one)
        if as_json:
            click.echo(json.dumps(row(one), ensure_ascii=False))
        if errors and one.errors:
            click.echo(f"{one.set}: {one.part}", err=as_json)
            click.echo("\n".join(commonest(one.errors, errors)), err=as_json)
    if absent and (scores or sets):
        click.echo(f"zhimai: left out, for their files are not there: {', '.join(absent)}", err=True)
    if scores and not as_json:
        click.echo(table(scores), nl=False)
    judged = not sets and _calibration(folder, svg, as_json=as_json)
    if not scores and not judged:
        remedy = "see docs/evaluation.md for what is read"
        raise InputError("no annotated set is there", where=str(folder), remedy=remedy)


def _calibration(folder: Path, svg: Path | None, *, as_json: bool) -> bool:
    """Show the curve of a folder's judged statements; whether there are any."""
    from ..evaluate import JUDGED, calibration_error, curve, curve_svg, curve_table, curve_text, read_judged

    path = folder / "gold" / JUDGED
    if not path.is_file():
        return False
    bins = curve(read_judged(path))
    error = calibration_error(bins)
    if as_json:
        rows = [{"low": one.low, "high": one.high, "count": one.count, "right": one.right} for one in bins]
        click.echo(json.dumps({"set": "judged", "calibration_error": round(error, 4), "bins": rows}))
    else:
        click.echo(f"\nConfidence and what is right; expected calibration error {error:.3f}\n")
        click.echo(f"{curve_table(bins)}\n{curve_text(bins)}", nl=False)
    if svg:
        svg.write_text(curve_svg(bins), encoding="utf-8", newline="\n")
    return True
