"""Scores in words: Markdown tables, JSON rows, and the commonest errors with a sentence each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from .values import Error, Score, Tally


def table(scores: Iterable[Score]) -> str:
    """One row for each set, part and system, the classes or properties in the last column."""
    head = ["set", "of", "system", "what", "P", "R", "F1", "found / gold", "by class or property: F1 (gold)"]
    return markdown(head, map(_row, scores))


def _row(score: Score) -> list[str]:
    by = ", ".join(f"{name} {tally.f1:.2f} ({tally.gold})" for name, tally in score.by.items())
    total = score.total
    ratios = [f"{total.precision:.3f}", f"{total.recall:.3f}", f"**{total.f1:.3f}**"]
    counts = f"{total.found} / {total.gold}"
    return [score.set, str(score.samples), score.system, score.part, *ratios, counts, by]


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, ["---"] * len(head), *rows]) + "\n"


def row(score: Score) -> dict[str, Any]:
    """A score as plain values for JSON, without its errors."""
    return {
        "set": score.set,
        "samples": score.samples,
        "system": score.system,
        "part": score.part,
        **_counts(score.total),
        "by": {name: _counts(tally) for name, tally in score.by.items()},
    }


def _counts(tally: Tally) -> dict[str, float]:
    return {
        "p": round(tally.precision, 4),
        "r": round(tally.recall, 4),
        "f1": round(tally.f1, 4),
        "found": tally.found,
        "right": tally.right,
        "gold": tally.gold,
        "hit": tally.hit,
    }


def commonest(errors: Sequence[Error], most: int) -> Iterator[str]:
    """The kinds of errors by frequency, under each what it hits most often, at most so many, with one of its sentences."""
    kinds = Counter(error.kind for error in errors)
    ordered = sorted(errors, key=lambda error: (-kinds[error.kind], error.kind))
    for kind, group in groupby(ordered, key=lambda error: error.kind):
        yield f"{kinds[kind]:5}  {kind}"
        first: dict[str, str] = {}
        counts: Counter[str] = Counter()
        for error in group:
            first.setdefault(error.what, error.text)
            counts[error.what] += 1
        for what, count in sorted(counts.items(), key=lambda item: -item[1])[:most]:
            yield f"       {count:4}  {what}\n             {' '.join(first[what].split())[:200]}"
