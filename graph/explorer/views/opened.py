"""A build as a process keeps it: the store, and what the pages need of it in a form that is quick to look up.

Everything but the store is read when it is first wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from ...show import Names
from ...store import Store
from .articles import ArticleIndex
from .asked import Unknown
from .catalogue import Catalogue
from .grouping import Grouping
from .places import Coordinates, coordinates_of
from .schema import Schema
from .searching import Searching

_MOST_SHOWN = 200
"""Characters of an id that nothing has, as the refusal repeats it."""


@dataclass(frozen=True)
class Opened:
    """An opened build.

    Args:
        store: what answers SPARQL.
    """

    store: Store

    @cached_property
    def names(self) -> Names:
        """Things by their names, as the other commands find them."""
        return Names(self.store)

    @cached_property
    def schema(self) -> Schema:
        """Classes and properties of the ontology that the build was made with."""
        return Schema.read(self.store)

    @cached_property
    def catalogue(self) -> Catalogue:
        """All things, and all that is said between two of them."""
        return Catalogue.read(self.store, self.schema)

    @cached_property
    def searching(self) -> Searching:
        """Things by what people type."""
        return Searching(self.names, self.catalogue)

    @cached_property
    def articles(self) -> ArticleIndex:
        """What is known of the articles beside their texts."""
        return ArticleIndex(self.store)

    @cached_property
    def coordinates(self) -> Mapping[str, Coordinates]:
        """Latitude and longitude by IRI."""
        return coordinates_of(self.store)

    @cached_property
    def grouping(self) -> Grouping:
        """Things by class, province and community."""
        return Grouping(self.catalogue, self.schema)

    def prepare(self, until: Callable[[], bool]) -> None:
        """Read beforehand what the pages need first, part by part, until somebody asks."""
        for part in ("schema", "catalogue", "names", "searching", "grouping", "articles.counts", "coordinates"):
            if until():
                return
            attrgetter(part)(self)

    def iri(self, id: str) -> str:
        """The IRI of the thing with that id.

        Raises:
            Unknown: there is none; names like it are suggested.
        """
        iri = self.catalogue.iri(id)
        if iri in self.catalogue.number:
            return iri
        near = "、".join(self.names.nearest(id.rpartition("/")[2]))
        raise Unknown(
            "no such thing", where=id[:_MOST_SHOWN], remedy=f"did you mean {near}?" if near else "search for it"
        )
