"""All that is known of a thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...show import known_of
from .asked import Asked, Json

if TYPE_CHECKING:
    from .opened import Opened


@dataclass(frozen=True, slots=True)
class Entity(Asked):
    """A thing by its id."""

    id: str

    def told(self, opened: Opened) -> Json:
        """What ``known_of`` gives, and its ``id``."""
        iri = opened.iri(self.id)
        return {**known_of(opened.store, iri), "id": opened.catalogue.id(iri)}
