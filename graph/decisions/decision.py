"""What a person decided; immutable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

PERSON = "person"
"""Who decided, where nobody says."""


class Choice(StrEnum):
    """What a decision does."""

    SAME = "same"
    DIFFERENT = "different"
    REJECT = "reject"
    RENAME = "rename"
    RETYPE = "retype"


_SAID = {
    Choice.SAME: "{thing} and {other} are one",
    Choice.DIFFERENT: "{thing} and {other} are two",
    Choice.REJECT: "{thing} {relation} {other} is rejected",
    Choice.RENAME: "{thing} is called {other}",
    Choice.RETYPE: "{thing} is of the class {other}",
}


@dataclass(frozen=True, slots=True)
class Decision:
    """One line of a file of decisions; ``where`` is its ``file:line`` and no part of what it says.

    ``thing`` and ``other`` are names or ids as the person wrote them; ``relation`` is a property or a measure, and
    ``other`` then perhaps a value. For a new name or class ``other`` is that.
    """

    choice: Choice
    thing: str
    other: str
    relation: str = ""
    reason: str = ""
    by: str = PERSON
    date: str = ""
    where: str = field(default="", compare=False)

    def __str__(self) -> str:
        """The decision in words."""
        return _SAID[self.choice].format(thing=self.thing, other=self.other, relation=self.relation)


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions of all files, in their order."""

    all: tuple[Decision, ...] = ()

    def __iter__(self) -> Iterator[Decision]:
        return iter(self.all)

    def __len__(self) -> int:
        return len(self.all)

    def of(self, *choices: Choice) -> tuple[Decision, ...]:
        """Those that do one of these things, in their order."""
        return tuple(decision for decision in self.all if decision.choice in choices)


NO_DECISIONS = Decisions()
"""Where nobody has decided anything."""
