"""The entries of authority files, by each of their names; immutable."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..script import normal_form


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing that a user lists: its full name, its class, other names, IRIs in registries.

    ``facts`` are further values by property of the ontology: literals, and names of other things. ``where`` is
    ``file:line``.
    """

    name: str
    type: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    where: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """All that it goes by, the full name first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True)
class Authority:
    """The entries of all files, in their order."""

    entries: tuple[Entry, ...] = ()
    _by_name: dict[str, tuple[Entry, ...]] = field(init=False, default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for name in dict.fromkeys(map(normal_form, entry.names)):
                found[name].append(entry)
        for name, entries in found.items():
            full = [entry for entry in entries if normal_form(entry.name) == name]
            self._by_name[name] = tuple(full or entries)  # a full name is nobody else's alias

    @property
    def by_name(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries by each name in normal form; several where an alias is shared."""
        return self._by_name

    @cached_property
    def names_alone(self) -> Mapping[Entry, tuple[str, ...]]:
        """The names of each entry, in normal form, that are no other's."""
        found: dict[Entry, list[str]] = {entry: [] for entry in self.entries}
        for name, entries in self._by_name.items():
            if len(entries) == 1:
                found[entries[0]].append(name)
        return {entry: tuple(names) for entry, names in found.items()}

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """One line for each alias that several entries share."""
        return tuple(
            f"{found[0].where}: the alias {_as_written(name, found[0])} is also that of {_others(found)}; "
            "where a text says no more, it is kept apart from all of them"
            for name, found in self._by_name.items()
            if len(found) > 1
        )


def _as_written(name: str, entry: Entry) -> str:
    return next((own for own in entry.names if normal_form(own) == name), name)


def _others(found: Sequence[Entry]) -> str:
    return ", ".join(f"{entry.name} ({entry.where})" for entry in found[1:])


NO_AUTHORITY = Authority()
"""What nobody has listed anything in."""
