"""``zhimai explain``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import click
from wcwidth import wcswidth

from ..model import Claim, Extraction, Literal, Measure, Text
from ..pipeline import Explanation
from ..pipeline import explain as run
from .options import ontology_option


@click.command()
@click.argument("sentence")
@ontology_option
def explain(sentence: str, ontology: tuple[Path, ...]) -> None:
    """Show what is found in a sentence, and why.

    For those who extend the ontology: the mentions recognised in SENTENCE, the cues that fire and those that were seen
    but lacked an argument, the statements and the figures. Offsets count characters.

    \b
    Example:
      zhimai explain 浙江霽川智能科技有限公司位於杭州市。
    """
    explanation = run(sentence, ontology=ontology)
    for title, rows in _sections(explanation):
        click.echo(title)
        for line in _aligned(rows):
            click.echo(f"  {line}")
        if not rows:
            click.echo("  none")


def _sections(explanation: Explanation) -> Iterable[tuple[str, list[tuple[str, ...]]]]:
    said = explanation.extraction
    yield (
        "mentions",
        [
            (one.surface, one.type, _place(said.text, one.start, one.end), one.recogniser, f"{one.score:.2f}")
            for one in said.mentions
        ],
    )
    yield (
        "cues",
        [(one.cue, one.words, _place(said.text, one.start, one.end), one.verdict) for one in explanation.cues],
    )
    yield "statements", [_statement(claim, said) for claim in said.claims]
    yield "figures", [_figure(measure, said) for measure in said.measures]


def _place(text: Text, start: int, end: int) -> str:
    first, last = text.source_span(start, end)
    return f"{first}–{last}"


def _statement(claim: Claim, said: Extraction) -> tuple[str, ...]:
    value = claim.object
    end = value.value if isinstance(value, Literal) else _name(said, value)
    qualifiers = ", ".join(
        f"{name} {_name(said, what) if isinstance(what, int) else what}" for name, what in claim.qualifiers
    )
    head = (_name(said, claim.subject), claim.predicate, end, claim.status.value, claim.extractor, f"{claim.score:.2f}")
    return (*head, qualifiers)


def _figure(measure: Measure, said: Extraction) -> tuple[str, ...]:
    time = "/".join(part for part in (measure.time.start, measure.time.end) if part) if measure.time else ""
    value = f"{measure.comparator} {measure.value:f} {measure.unit}"
    return (_name(said, measure.about), measure.measure, value, time, measure.extractor, f"{measure.score:.2f}")


def _name(said: Extraction, mention: int) -> str:
    return said.mentions[mention].surface if mention >= 0 else "?"


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterable[str]:
    """The rows with their columns aligned; a Chinese character is two columns wide."""
    widths = [max(map(wcswidth, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell + " " * (width - wcswidth(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
