"""People of one name: one person where their organisations or the others around them agree, else kept apart.

A person is known by the organisations that the articles give him: his key is 张伟@某公司 wherever one is known, so that
another 张伟 elsewhere changes nothing of it. A mention without an organisation joins the only person of that name; where
there are several it joins none.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from ..model import Judgement, Verdict
from ..resources import ontology_dir
from .bundles import Key
from .clusters import Cluster
from .entities import id_of
from .surroundings import Surroundings

_BEGINNING = 3  # characters in which names of one house agree
_BRANCH = re.compile(r"(?:分行|支行|分公司|分院|分校|分会|分局|[店厂])$")
_RARE, _COMMON = 0.6, 0.45  # how likely people of one name in unconnected organisations are one
_ENOUGH_RARE, _ENOUGH_COMMON = 1, 3  # how many shared acquaintances make two of one name one person


@cache
def common_given_names() -> frozenset[str]:
    """Given names that very many people have, in simplified characters."""
    path = ontology_dir() / "gazetteer" / "given-names.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return frozenset(row["name"] for row in csv.DictReader(file))


@dataclass
class _Side:
    """Articles in which a name is held to be one person's: their clusters, organisations and acquaintances."""

    clusters: list[Cluster]
    bodies: set[Key]
    company: set[Key] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The organisation that the person is known by."""
        return min(key[1] for key in self.bodies)


def separate_people(
    clusters: Sequence[Cluster], around: Surroundings, moved: Mapping[Key, Key], alike: frozenset[frozenset[Key]]
) -> tuple[Judgement, ...]:
    """Give the clusters of people keys of their own by their organisations; what is unsure about it.

    ``moved`` says what became of the keys of organisations; ``alike`` are pairs of keys that may be one.
    """
    groups: dict[Key, list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.key[0] == "person":
            groups[cluster.key].append(cluster)
    found: list[Judgement] = []
    for key in sorted(groups):
        found.extend(_separate(key, groups[key], around, moved, alike))
    return tuple(found)


def _separate(
    key: Key,
    clusters: Sequence[Cluster],
    around: Surroundings,
    moved: Mapping[Key, Key],
    alike: frozenset[frozenset[Key]],
) -> Iterator[Judgement]:
    known: list[_Side] = []
    alone: list[Cluster] = []
    for cluster in clusters:
        bodies = {moved.get(body, body) for body in around.bodies(cluster)}
        if bodies:
            company = {moved.get(k, k) for k in around.company(frozenset((cluster.document,)), key)} - bodies
            known.append(_Side([cluster], bodies, company))
        else:
            alone.append(cluster)
    sides = _joined(known, alike, _ENOUGH_COMMON if _is_common(key[1]) else _ENOUGH_RARE)
    for side in sides:
        for cluster in (*side.clusters, *(alone if len(sides) == 1 else ())):
            cluster.key = (key[0], f"{key[1]}@{side.name}")
    likely = _COMMON if _is_common(key[1]) else _RARE
    for at, one in enumerate(sides):
        for other in sides[at + 1 :]:
            left, right = sorted(id_of((key[0], f"{key[1]}@{side.name}")) for side in (one, other))
            reason = (
                f"people called “{key[1]}” in two organisations that nothing connects: “{one.name}” and “{other.name}”"
            )
            yield Judgement(left, right, Verdict.UNSURE, likely, reason)


def _joined(sides: Sequence[_Side], alike: frozenset[frozenset[Key]], enough: int) -> list[_Side]:
    """The sides that agree made one, until none agree; sorted by their names."""
    found = sorted(sides, key=lambda side: (side.name, sorted(side.bodies)))
    at = 0
    while at < len(found):
        other = next((o for o in found[at + 1 :] if _agree(found[at], o, alike, enough)), None)
        if other is None:
            at += 1
            continue
        found.remove(other)
        one = found[at]
        found[at] = _Side([*one.clusters, *other.clusters], one.bodies | other.bodies, one.company | other.company)
        at = 0
    return sorted(found, key=lambda side: side.name)


def _agree(one: _Side, other: _Side, alike: frozenset[frozenset[Key]], enough: int) -> bool:
    if one.bodies & other.bodies or len(one.company & other.company) >= enough:
        return True
    return any(_akin(a, b, alike) for a in one.bodies for b in other.bodies)


def _akin(one: Key, other: Key, alike: frozenset[frozenset[Key]]) -> bool:
    """Whether two organisations may be one, or begin with one name; two branches of one house are two."""
    if frozenset((one, other)) in alike:
        return True
    short, full = sorted((one[1], other[1]), key=len)
    branches = all(_BRANCH.search(name) for name in (short, full))
    return full.startswith(short[:_BEGINNING] if len(short) > _BEGINNING and not branches else short)


def _is_common(name: str) -> bool:
    return name[1:] in common_given_names()
