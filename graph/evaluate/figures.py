"""Figures in sentences: a number that a set gives for a measure of a named thing.

A figure of ours counts where its bearer is called as a thing is of which the set gives that measure (the words for the
measure overlap), and is right where its number is within 1 % of the set's.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from ..model import Extraction
from .gold import magnitude
from .names import is_close, name_key, names_of, overlap
from .values import Error, EvalSet, Sample, Score, Tally

PART = "figures"


@dataclass(frozen=True, slots=True)
class _Given:
    """What the set gives: whose measure, and how much."""

    subject: str
    measure: str
    value: Fraction
    said: str


def score_figures(of: EvalSet, samples: Sequence[Sample], said: Sequence[Extraction | None]) -> Score:
    """Zhimai's score on the figures of a set, by measure, with its errors."""
    by: defaultdict[str, Tally] = defaultdict(Tally)
    errors: list[Error] = []
    for sample, one in zip(samples, said, strict=True):
        hit: set[_Given] = set()
        given = list(_given(sample, of))
        for subject, measure, value in _ours(one) if one else ():
            asked = [row for row in given if row.subject in subject and overlap(measure, row.measure)]
            if not asked:
                continue
            right = [row for row in asked if is_close(value, row.value, share=False)]
            hit.update(right)
            by[asked[0].measure] += Tally(found=1, right=int(bool(right)))
            if not right:
                shown = f"{asked[0].subject} {measure} {float(value):g} ({asked[0].said})"
                errors.append(Error(f"extra {asked[0].measure}", shown, sample.text))
        for row in given:
            by[row.measure] += Tally(gold=1, hit=int(row in hit))
            if row not in hit:
                errors.append(Error(f"missed {row.measure}", f"{row.subject} {row.said}", sample.text))
    ordered = dict(sorted(by.items(), key=lambda item: (-item[1].gold, item[0])))
    return Score(of.id, "Zhimai", PART, len(samples), sum(by.values(), Tally()), ordered, tuple(errors))


def _given(sample: Sample, of: EvalSet) -> Iterator[_Given]:
    """Values without a number in digits are left out."""
    for pair in sample.pairs:
        value = magnitude(pair.tail, "") if pair.label in of.figures else None
        if value is not None:
            yield _Given(name_key(pair.head), of.figures[pair.label], value, pair.tail)


def _ours(said: Extraction) -> Iterator[tuple[set[str], str, Fraction]]:
    names = names_of(said)
    for one in said.measures:
        if one.about >= 0:
            yield names[one.about], one.measure, Fraction(one.value)
