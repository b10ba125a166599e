"""``zhimai explain``."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import click
from wcwidth import wcswidth

from ..errors import InputError
from ..model import Claim, Extraction, Literal, Measure, Mention, Text
from ..pipeline import Explanation, explanations
from ..record import record
from .options import entities_option, ontology_option


@click.command()
@click.argument("sentences", nargs=-1, required=True, metavar="SENTENCE...")
@ontology_option
@entities_option
@click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="JSON is one object a sentence and line.",
)
def explain(sentences: tuple[str, ...], ontology: tuple[Path, ...], entities: tuple[Path, ...], form: str) -> None:
    """Show what is found in a sentence, and why.

    And why not more. For those who extend the ontology: the mentions recognised in each SENTENCE and what they were
    preferred to, every cue seen in it with what came of it or what it lacked, the statements, and the numbers. Offsets
    count characters. A SENTENCE that is - stands for those on standard input, one a line.

    \b
    Examples:
      zhimai explain 浙江霽川智能科技有限公司位於杭州市。
      zhimai explain --ontology my.ttl --entities my.csv - < sentences.txt
    """
    found = list(_sentences(sentences))
    for number, explanation in enumerate(explanations(found, ontology=ontology, entities=entities)):
        if form == "json":
            click.echo(json.dumps(_record(explanation), ensure_ascii=False))
            continue
        if len(found) > 1:
            click.echo(f"{chr(10) * (number > 0)}# {found[number]}")
        _print(explanation)


def _sentences(given: Sequence[str]) -> Iterator[str]:
    from ..ingest.encoding import decode

    for sentence in given:
        if sentence != "-":
            yield sentence
            continue
        lines = [line.strip() for line in decode(sys.stdin.buffer.read()).splitlines()]
        if not any(lines):
            raise InputError("nothing is there", where="-", remedy="give a sentence a line")
        yield from filter(None, lines)


def _print(explanation: Explanation) -> None:
    for title, rows in _sections(explanation):
        if rows or title not in ("passed over", "numbers left out"):
            click.echo(title)
            for line in _aligned(rows):
                click.echo(f"  {line}")
            if not rows:
                click.echo("  none")


def _sections(explanation: Explanation) -> Iterable[tuple[str, list[tuple[str, ...]]]]:
    said = explanation.extraction
    yield "mentions", [(*_mention(one, said.text), _meant(one)) for one in said.mentions]
    yield "passed over", [(*_mention(lost, said.text), _beaten(lost, by)) for lost, by in explanation.passed_over]
    yield (
        "cues",
        [(one.cue, one.words, _place(said.text, one.start, one.end), one.verdict) for one in explanation.cues],
    )
    yield "statements", [_statement(claim, said) for claim in said.claims]
    yield "figures", [_figure(measure, said) for measure in said.measures]
    left_out = [one for one in explanation.numbers if not one.measures]
    yield (
        "numbers left out",
        [(said.text.clean[one.quantity.start : one.quantity.end].strip(), one.verdict) for one in left_out],
    )


def _mention(one: Mention, text: Text) -> tuple[str, ...]:
    return (one.surface, one.type, _place(text, one.start, one.end), one.recogniser, f"{one.score:.2f}")


def _meant(one: Mention) -> str:
    return f"means {one.name}" if one.name and one.name != one.surface else ""


def _beaten(lost: Mention, by: Mention) -> str:
    """Why a proposed mention does not stand, in words."""
    if (lost.start, lost.end) == (by.start, by.end):
        return f"{by.type} by {by.recogniser} is surer"
    longer = by.end - by.start > lost.end - lost.start
    return f"{by.surface} by {by.recogniser} is {'longer' if longer else 'surer'}"


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


def _record(explanation: Explanation) -> dict[str, Any]:
    """The object that `zhimai extract` prints, with who found each mention, and what came to nothing."""
    said = explanation.extraction
    found = record(said)
    mentions = [
        shown | {"recogniser": one.recogniser} | ({"name": one.name} if one.name else {})
        for shown, one in zip(found["mentions"], said.mentions, strict=True)
    ]
    return {
        "sentence": said.text.document.source,
        "mentions": mentions,
        "passed_over": [
            _span(said.text, lost.start, lost.end)
            | {"surface": lost.surface, "type": lost.type, "recogniser": lost.recogniser, "score": round(lost.score, 2)}
            | {"instead": said.mentions.index(by)}
            for lost, by in explanation.passed_over
        ],
        "cues": [
            _span(said.text, one.start, one.end)
            | {"cue": one.cue, "words": one.words, "verdict": one.verdict}
            | {"statements": [said.claims.index(claim) for claim in one.claims]}
            for one in explanation.cues
        ],
        "statements": found["statements"],
        "figures": found["figures"],
        "numbers_left_out": [
            _span(said.text, one.quantity.start, one.quantity.end) | {"verdict": one.verdict}
            for one in explanation.numbers
            if not one.measures
        ],
    }


def _span(text: Text, start: int, end: int) -> dict[str, int]:
    first, last = text.source_span(start, end)
    return {"start": first, "end": last}


def _aligned(rows: Sequence[tuple[str, ...]]) -> Iterable[str]:
    """The rows with their columns aligned; a Chinese character is two columns wide."""
    widths = [max(map(wcswidth, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell + " " * (width - wcswidth(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
