"""What the scorers work on: annotated texts, the rules that read a set's labels, and counts with their ratios.

Offsets are half-open and count code points of a sample's ``text``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

CORE = ("Person", "Place", "Organisation")
"""The classes that mention sets are compared on; each stands for its subclasses too."""


@dataclass(frozen=True, slots=True)
class Span:
    """An annotated name at ``[start, end)``; ``label`` is the set's own word for its kind."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two annotated names of one text and the set's own word for how the first stands to the second."""

    head: str
    label: str
    tail: str


@dataclass(frozen=True, slots=True)
class Sample:
    """An annotated text, a sentence mostly. A pair that the set lists as unrelated has a label that maps to nothing."""

    id: str
    text: str
    spans: tuple[Span, ...] = ()
    pairs: tuple[Pair, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A property of ours; ``backwards`` where it leads from the pair's tail to its head (``^acquires``)."""

    property: str
    backwards: bool = False


@dataclass(frozen=True, slots=True)
class EvalSet:
    """An annotated set: where its files lie below the user's folder, how they are read, what its labels are with us.

    ``classes`` leads from a label to a core class, ``relations`` to the properties that say the same, the nearest first,
    ``figures`` to the word for what is measured; a label that is in none has no counterpart.
    """

    id: str
    title: str
    kind: str
    form: str
    files: tuple[Path, ...]
    classes: Mapping[str, str]
    relations: Mapping[str, tuple[Relation, ...]]
    figures: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many items were found, how many of those are right, how many the gold has and how many of those were hit."""

    found: int = 0
    right: int = 0
    gold: int = 0
    hit: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.found + other.found, self.right + other.right, self.gold + other.gold, self.hit + other.hit)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.hit / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Error:
    """Something missed, found too much or found wrongly: ``kind`` and ``what`` group alike ones, ``text`` shows one."""

    kind: str
    what: str
    text: str


@dataclass(frozen=True, slots=True)
class Score:
    """What a system reaches on a part of a set: all together and by class or property, with what went wrong."""

    set: str
    system: str
    part: str
    samples: int
    total: Tally
    by: Mapping[str, Tally]
    errors: tuple[Error, ...] = ()

    def silent(self) -> Score:
        """The score without its errors."""
        return replace(self, errors=())
