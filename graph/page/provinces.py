"""Which province the entities of a drawing lie in: by the place that is told of them, and what that is part of."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .drawing import Drawing

FEWEST = 2
"""Provinces that there are at least where names are told apart by them."""

_LEAD = ("locatedIn", "headquarteredIn", "heldIn")
_UP = ("partOf", "locatedIn")
_PROVINCE = "Province"

_Targets = dict[str, list[str]]


def provinces(drawing: Drawing) -> tuple[dict[str, tuple[str, ...]], tuple[str, ...]]:
    """The linked entities of each province, by its id, the largest first; and the rest, of which none is known.

    In each the best connected come first. What is told of two provinces lies in the one that is fewer steps away.
    """
    province = {node.id for node in drawing.nodes if node.type == _PROVINCE}
    lead, up = _followed(drawing, _LEAD), _followed(drawing, _UP)
    found: dict[str, list[str]] = {}
    rest: list[str] = []
    for node in drawing.nodes:
        if node.degree:
            at = _climbed(lead.get(node.id, [node.id]) if node.id not in province else [node.id], up, province)
            (found.setdefault(at, []) if at else rest).append(node.id)
    if len(found) < FEWEST:
        return {}, ()
    order = sorted(found, key=lambda name: (-len(found[name]), name))
    return {id: tuple(found[id]) for id in order}, tuple(rest)


def _followed(drawing: Drawing, names: Iterable[str]) -> _Targets:
    """Where the relations of these names lead to, from each entity."""
    wanted, targets = set(names), _Targets()
    for edge in drawing.edges:
        if wanted.intersection(edge.forward):
            targets.setdefault(edge.source, []).append(edge.target)
        if wanted.intersection(edge.backward):
            targets.setdefault(edge.target, []).append(edge.source)
    return targets


def _climbed(start: Iterable[str], up: Mapping[str, list[str]], province: set[str]) -> str:
    """The nearest province above some places, the first by its id where several are as near; empty where there is none."""
    level, seen = set(start), set[str]()
    while level:
        if reached := level & province:
            return min(reached)
        seen |= level
        level = {above for place in level for above in up.get(place, ())} - seen
    return ""
