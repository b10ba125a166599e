"""Two bundles of one space that are compared, and what can be seen of the two together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from ..firms import FirmName
from .bundles import Bundle, Key, Known
from .candidates import reading
from .clusters import heaviest
from .surroundings import Surroundings


@dataclass(frozen=True)
class Compared:
    """Two bundles of one space that are compared; ``short`` has the shorter name."""

    short: Bundle
    full: Bundle
    rules: frozenset[str]
    known: Known
    around: Surroundings

    @property
    def names(self) -> tuple[str, str]:
        """The shorter and the longer name."""
        return self.short.key[1], self.full.key[1]

    @cached_property
    def classes(self) -> tuple[str, str]:
        """The class of each."""
        ontology = self.known.ontology
        return heaviest(self.short.types, ontology), heaviest(self.full.types, ontology)

    @cached_property
    def firms(self) -> tuple[FirmName, FirmName] | None:
        """Both names in parts, where they have one core."""
        one, other = self.short.firm, self.full.firm
        return (one, other) if one and other and one.core == other.core and len(one.core) > 1 else None

    @cached_property
    def rest(self) -> str:
        """What the longer name has before or behind the shorter."""
        short, full = self.names
        if full.startswith(short):
            return full[len(short) :]
        return full[: -len(short)] if full.endswith(short) else ""

    @cached_property
    def differing(self) -> tuple[str, str]:
        """The characters by which two names of one length differ; else those of a short form that is read as the shorter is."""
        short, full = self.names
        alike = (form for form in self.full.forms if reading(form) == reading(short))
        other = full if len(full) == len(short) else next(alike, short)
        unlike = [(a, b) for a, b in zip(short, other, strict=True) if a != b]
        return "".join(a for a, _ in unlike), "".join(b for _, b in unlike)

    @cached_property
    def bodies(self) -> tuple[frozenset[Key], frozenset[Key]]:
        """The organisations that articles give each, where they are people."""
        one, other = (
            frozenset[Key]().union(*(self.around.bodies(cluster) for cluster in bundle.clusters))
            for bundle in (self.short, self.full)
        )
        return one, other

    @cached_property
    def shared_company(self) -> int:
        """How many telling names stand both in articles of the one and in articles of the other."""
        apart = (self.short.documents - self.full.documents, self.full.documents - self.short.documents)
        if not apart[0] or not apart[1]:
            return 0
        both = self.around.company(apart[0], self.short.key) & self.around.company(apart[1], self.full.key)
        return len(both - {self.short.key, self.full.key})


Feature = Callable[[Compared], bool]
