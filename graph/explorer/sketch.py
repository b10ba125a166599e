"""A small picture of what stands around a thing, drawn by the server: it needs no script, and each of its names is a link."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wcwidth import wcswidth

_MARGIN_X, _MARGIN_Y = 70, 34
_LINE = 16
"""Columns of a label's line; a Chinese character is two wide."""
_LONGEST = 2 * _LINE


@dataclass(frozen=True, slots=True)
class Spot:
    """A thing in the picture: where it stands, and the lines of its name."""

    id: str
    name: str
    cls: str
    x: int
    y: int
    lines: tuple[str, ...]
    middle: bool


@dataclass(frozen=True, slots=True)
class Sketch:
    """The whole. ``lines`` are x, y, x, y and what links the two: property and status."""

    view: str
    spots: tuple[Spot, ...]
    lines: tuple[tuple[int, int, int, int, str, str], ...]


def sketched(picture: Mapping[str, Any], middle: str) -> Sketch:
    """The picture as SVG has it, y downwards."""
    spots = tuple(
        Spot(one["id"], one["name"], one["class"], one["x"], -one["y"], lines_of(one["name"]), one["id"] == middle)
        for one in picture["nodes"]
    )
    by_id = {spot.id: spot for spot in spots}
    drawn: dict[tuple[str, str], tuple[int, int, int, int, str, str]] = {}
    for edge in picture["edges"]:
        a, b = by_id[edge["source"]], by_id[edge["target"]]
        if a is not b:
            drawn.setdefault((min(a.id, b.id), max(a.id, b.id)), (a.x, a.y, b.x, b.y, edge["property"], edge["status"]))
    left, top = min(spot.x for spot in spots) - _MARGIN_X, min(spot.y for spot in spots) - _MARGIN_Y
    width, height = (
        max(spot.x for spot in spots) + _MARGIN_X - left,
        max(spot.y for spot in spots) + _MARGIN_Y + 20 - top,
    )
    return Sketch(f"{left} {top} {width} {height}", spots, tuple(drawn.values()))


def lines_of(name: str) -> tuple[str, ...]:
    """A name in at most two lines.

    >>> lines_of("甲川智能装备")
    ('甲川智能装备',)
    """
    shown = _cut(name, _LONGEST)
    first = _cut(shown, _LINE, "") if wcswidth(shown) > _LINE else shown
    return tuple(line for line in (first, shown[len(first) :]) if line)


def _cut(text: str, width: int, end: str = "…") -> str:
    """The beginning of a text that is so wide at most."""
    if wcswidth(text) <= width:
        return text
    at = len(text)
    while at and wcswidth(text[:at] + end) > width:
        at -= 1
    return text[:at] + end
