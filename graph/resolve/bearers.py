"""Whom a person means by a name or an id: the same rule before names are brought together and after."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Generic, TypeVar

from .entities import slug
from .normal import normal

_Bearer = TypeVar("_Bearer")
_PARTS = re.compile(r"[/#:]")


class Bearers(Generic[_Bearer]):
    """Things by id and by name. A name that is one thing's own is not another's whose other name it is."""

    def __init__(self) -> None:
        self._by_id: dict[str, _Bearer] = {}
        self._by_slug: dict[str, set[_Bearer]] = defaultdict(set)
        self._by_name: dict[str, dict[_Bearer, int]] = defaultdict(dict)

    def add(self, bearer: _Bearer, id: str, *ranks: Iterable[str]) -> None:
        """Enter a thing with its names, those by which it is known best first."""
        self._by_id[id] = bearer
        for rank, names in enumerate(ranks):
            for name in names:
                plain = normal(name)
                known = self._by_name[plain]
                known[bearer] = min(rank, known.get(bearer, rank))
                self._by_slug[f"{id.partition('/')[0]}/{slug(plain)}"].add(bearer)

    def also(self, id: str, bearer: _Bearer) -> None:
        """Enter an id that a thing would have by itself, where no thing has it."""
        self._by_id.setdefault(id, bearer)

    def of(self, text: str) -> frozenset[_Bearer]:
        """The things that somebody may mean: that of an id (``org/甲川``, ``org:甲川`` or the whole IRI), of an id that
        a name here once had, or all that bear the name best; none where nothing does.
        """
        id = "/".join(_PARTS.split(text.strip())[-2:])
        if id in self._by_id:
            return frozenset({self._by_id[id]})
        if id in self._by_slug:
            return frozenset(self._by_slug[id])
        known = self._by_name.get(normal(text), {})
        best = min(known.values(), default=0)
        return frozenset(bearer for bearer, rank in known.items() if rank == best)
