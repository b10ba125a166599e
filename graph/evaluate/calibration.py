"""Calibration: whether of the statements with a confidence of 0.9 nine in ten are right.

Judged statements are JSON lines with ``confidence`` and ``right`` (and where each stands, see
``benchmarks/gold/README.md``). They are put into bins of confidence; a bin's share of right ones comes with its Wilson
interval (Wilson 1927) at 95 %, and the expected calibration error is the mean distance between share and confidence over
the bins, weighted by their sizes (Naeini et al. 2015).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from pathlib import Path

from ..errors import InputError
from .told import markdown

JUDGED = "judged.jsonl"
_WIDTH = 0.05
_Z = 1.959964
_BAR = 40
_SIDE, _EDGE = 320, 40


@dataclass(frozen=True, slots=True)
class Judged:
    """A statement's confidence, what found it, and whether a reader holds it to be right."""

    confidence: float
    extractor: str
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The statements of confidence in ``[low, high)``, the last bin with its upper end."""

    low: float
    high: float
    count: int
    right: int
    confidence: float

    @property
    def share(self) -> float:
        return self.right / self.count

    @property
    def interval(self) -> tuple[float, float]:
        """The Wilson interval of the share."""
        n, share = self.count, self.share
        middle, spread = share + _Z**2 / (2 * n), _Z * sqrt(share * (1 - share) / n + _Z**2 / (4 * n**2))
        whole = 1 + _Z**2 / n
        return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)


def read_judged(path: Path) -> list[Judged]:
    """The rows of a judged file.

    Raises:
        InputError: where a row is no judgement.
    """
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            confidence, right = float(row["confidence"]), row["right"]
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(f"line {number} is no judgement: {error}", where=str(path)) from error
        if not isinstance(right, bool) or not 0 <= confidence <= 1:
            raise InputError(f"line {number} is no judgement", where=str(path), remedy='"right" is true or false')
        found.append(Judged(confidence, str(row.get("extractor", "")), right))
    return found


def curve(judged: Iterable[Judged]) -> list[Bin]:
    """The bins that have statements, by rising confidence."""
    last = round(1 / _WIDTH) - 1
    bins: dict[int, list[Judged]] = {}
    for one in judged:
        bins.setdefault(min(int(one.confidence / _WIDTH + 1e-9), last), []).append(one)
    return [
        Bin(
            round(at * _WIDTH, 2),
            round((at + 1) * _WIDTH, 2),
            len(rows),
            sum(one.right for one in rows),
            sum(one.confidence for one in rows) / len(rows),
        )
        for at, rows in sorted(bins.items())
    ]


def calibration_error(bins: Sequence[Bin]) -> float:
    """The expected calibration error; 0 where nothing was judged."""
    count = sum(one.count for one in bins)
    return sum(one.count * abs(one.share - one.confidence) for one in bins) / count if count else 0.0


def curve_table(bins: Sequence[Bin]) -> str:
    """The curve as a Markdown table."""
    head = ["confidence", "statements", "mean confidence", "right", "95 % interval"]
    return markdown(head, map(_row, bins))


def _row(one: Bin) -> list[str]:
    low, high = one.interval
    named, interval = f"{one.low:.2f} to {one.high:.2f}", f"{low:.2f} to {high:.2f}"
    return [named, str(one.count), f"{one.confidence:.2f}", f"{one.share:.2f}", interval]


def curve_text(bins: Sequence[Bin]) -> str:
    """The curve as bars of text: █ to the share that is right, | where the confidence is."""
    lines = []
    for one in bins:
        bar = list(("█" * round(one.share * _BAR)).ljust(_BAR + 1))
        bar[round(one.confidence * _BAR)] = "|"
        lines.append(f"{one.low:.2f} to {one.high:.2f}  {''.join(bar)} {one.share:.2f} of {one.count}")
    return "\n".join(lines) + "\n"


def curve_svg(bins: Sequence[Bin]) -> str:
    """The curve as a drawing: a dot a bin with its interval, and the diagonal on which confidence is right."""

    def x(value: float) -> str:
        return f"{_EDGE + value * _SIDE:.1f}"

    def y(value: float) -> str:
        return f"{_EDGE / 2 + (1 - value) * _SIDE:.1f}"

    size = f"{_SIDE + 1.5 * _EDGE:.0f}"
    ticks = [value / 5 for value in range(6)]
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{size}" height="{size}" font-family="sans-serif" font-size="11">',
        "<title>Share of right statements by confidence</title>",
        f'<rect width="{size}" height="{size}" fill="#fff"/>',
        f'<path d="M{x(0)} {y(1)}V{y(0)}H{x(1)}" fill="none" stroke="#444"/>',
        f'<path d="M{x(0)} {y(0)}L{x(1)} {y(1)}" stroke="#999" stroke-dasharray="4 4"/>',
        *(f'<text x="{x(at)}" y="{_SIDE + _EDGE * 0.9:.0f}" text-anchor="middle">{at:.1f}</text>' for at in ticks),
        *(f'<text x="{_EDGE - 6}" y="{y(at - 0.01)}" text-anchor="end">{at:.1f}</text>' for at in ticks),
        f'<text x="{x(0.5)}" y="{_SIDE + _EDGE * 1.3:.0f}" text-anchor="middle">confidence</text>',
        f'<text x="12" y="{y(0.5)}" text-anchor="middle" transform="rotate(-90 12 {y(0.5)})">share right</text>',
    ]
    for one in bins:
        low, high = one.interval
        at = x(one.confidence)
        parts.append(f'<path d="M{at} {y(low)}V{y(high)}" stroke="#2b6cb0" stroke-width="2"/>')
        radius = 2 + sqrt(one.count) / 3
        label = f"{one.right} of {one.count} right at {one.confidence:.2f}"
        dot = f'<circle cx="{at}" cy="{y(one.share)}" r="{radius:.1f}" fill="#2b6cb0"><title>{label}</title></circle>'
        parts.append(dot)
    return "\n".join([*parts, "</svg>"]) + "\n"
