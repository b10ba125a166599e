"""What counts as the same class, property or unit in a gold article (``alike.toml``)."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from ..ontology import Ontology
from .names import name_key

_FILE = Path(__file__).resolve().with_name("alike.toml")
_SCALES = re.compile("[万亿千百十]")


class Alike:
    """The conventions of gold articles. ``uncounted`` is a class of no things, ``only_in_gold`` its property."""

    def __init__(self, ontology: Ontology) -> None:
        said = tomllib.loads(_FILE.read_text("utf-8"))
        symmetric = {name for name, one in ontology.properties.items() if one.symmetric}
        self._families = [frozenset(family) for family in said["families"]]
        self._same: dict[str, str] = said["same"]
        self._either_way = symmetric | set(said["either_way"])
        self.uncounted: str = said["uncounted"]
        self.only_in_gold: str = said["only_in_gold"]

    def classes(self, one: str, other: str) -> bool:
        """Whether two classes are one or of one family."""
        return one == other or any(one in family and other in family for family in self._families)

    def key(self, subject: int | str, property: str, object: int | str) -> tuple[int | str, str, int | str]:
        """What statements are compared by: close properties as one, the ends in one order where direction is free."""
        property = self._same.get(property, property)
        ends = sorted((subject, object), key=str) if property in self._either_way else [subject, object]
        return ends[0], property, ends[1]

    def units(self, ours: str, theirs: str) -> bool:
        """Whether units agree, scale words aside; where the gold has none, any does."""
        mine, wanted = (_SCALES.sub("", name_key(unit)) for unit in (ours, theirs))
        return not wanted or bool(set(mine) & set(wanted)) or (wanted == "%" and mine in ("", "1"))
