"""Where names stand: in which articles, beside which others, in what relation, and among which places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from ..gazetteer import Gazetteer
from ..model import Extraction
from .bundles import Key
from .clusters import Cluster

_KNOWN_BY = frozenset({"org", "person", "offering", "project", "facility", "platform"})
_MAKING = frozenset({"produces", "develops", "exhibits"})
_JOINING = frozenset({"、", "和", "与", "及", "同", "跟", "/", ",", "，"})


@dataclass(frozen=True)
class Surroundings:
    """What the articles show of each name beside the name itself; ``moved`` is where keys ended up that are joined already."""

    clusters: Sequence[Cluster]
    extractions: Sequence[Extraction]
    gazetteer: Gazetteer
    moved: Mapping[Key, Key] = field(default_factory=dict)

    @cached_property
    def keys(self) -> Mapping[tuple[int, int], Key]:
        """The key of each mention by (document, mention)."""
        return {(c.document, member): self._key(c) for c in self.clusters for member in c.members}

    def _key(self, cluster: Cluster) -> Key:
        return self.moved.get(cluster.key, cluster.key)

    @cached_property
    def by_document(self) -> Mapping[int, frozenset[Key]]:
        """The keys of each document."""
        found: dict[int, set[Key]] = defaultdict(set)
        for cluster in self.clusters:
            found[cluster.document].add(self._key(cluster))
        return {document: frozenset(keys) for document, keys in found.items()}

    @cached_property
    def _telling(self) -> Mapping[int, frozenset[Key]]:
        """The keys of each document that tell something: no places and posts, and nothing that every reader knows.

        That does not hang on how many articles there are, so that another one changes nothing between names that it lacks.
        """
        return {
            document: frozenset(key for key in keys if key[0] in _KNOWN_BY and key[1] not in self.gazetteer.bodies)
            for document, keys in self.by_document.items()
        }

    def company(self, documents: frozenset[int], key: Key) -> frozenset[Key]:
        """The telling names that stand in those documents beside ``key``."""
        return frozenset[Key]().union(*(self._telling[d] for d in documents)) - {key}

    def places(self, documents: frozenset[int]) -> frozenset[str]:
        """The names of the places in those documents, and of what they lie in."""
        return frozenset[str]().union(*(self._places[d] for d in documents))

    @cached_property
    def _places(self) -> Mapping[int, frozenset[str]]:
        return {
            document: frozenset(name for key in keys if key[0] == "place" for name in self._around(key[1]))
            for document, keys in self.by_document.items()
        }

    def _around(self, name: str) -> frozenset[str]:
        place = self.gazetteer.places.get(f"place/{name}")
        if place is None or place.type == "Country":
            return frozenset()
        above = (p for p in self.gazetteer.ancestors(place) if p.type != "Country")
        return frozenset(name for p in (place, *above) for name in (*p.names, *p.weak))

    def bodies(self, cluster: Cluster) -> frozenset[Key]:
        """The organisations that an article gives a person: what he belongs to, and where he holds a post."""
        return self._bodies.get((cluster.document, self._key(cluster)), frozenset())

    @cached_property
    def makers(self) -> Mapping[Key, frozenset[Key]]:
        """Who is said to make, develop or show each offering."""
        found: dict[Key, set[Key]] = defaultdict(set)
        for number, extraction in enumerate(self.extractions):
            for claim in extraction.claims:
                maker, made = self.keys.get((number, claim.subject)), self.keys.get((number, _mention(claim.object)))
                if claim.predicate in _MAKING and maker and made:
                    found[made].add(maker)
        return {made: frozenset(makers) for made, makers in found.items()}

    @cached_property
    def _bodies(self) -> Mapping[tuple[int, Key], frozenset[Key]]:
        found: dict[tuple[int, Key], set[Key]] = defaultdict(set)
        for number, extraction in enumerate(self.extractions):
            for claim in extraction.claims:
                person = self.keys.get((number, claim.subject))
                if person is None or claim.predicate not in ("affiliatedWith", "holdsPosition"):
                    continue
                named = [claim.object] if claim.predicate == "affiliatedWith" else [v for _, v in claim.qualifiers]
                bodies = (self.keys.get((number, _mention(value))) for value in named)
                found[(number, person)].update(body for body in bodies if body)
        return {at: frozenset(bodies) for at, bodies in found.items() if bodies}

    @cached_property
    def related(self) -> frozenset[frozenset[Key]]:
        """The pairs of names between which some article states a relation."""
        found: set[frozenset[Key]] = set()
        for number, extraction in enumerate(self.extractions):
            for claim in extraction.claims:
                ends = (self.keys.get((number, claim.subject)), self.keys.get((number, _mention(claim.object))))
                if ends[0] and ends[1] and ends[0] != ends[1]:
                    found.add(frozenset((ends[0], ends[1])))
        return frozenset(found)

    @cached_property
    def beside(self) -> frozenset[frozenset[Key]]:
        """The pairs of names that some article lists one after the other (甲、乙)."""
        found: set[frozenset[Key]] = set()
        for number, extraction in enumerate(self.extractions):
            mentions = sorted((m.start, m.end, at) for at, m in enumerate(extraction.mentions))
            for (_, end, left), (start, _, right) in pairwise(mentions):
                if start - end == 1 and extraction.text.clean[end] in _JOINING:
                    ends = (self.keys.get((number, left)), self.keys.get((number, right)))
                    if ends[0] and ends[1] and ends[0] != ends[1]:
                        found.add(frozenset((ends[0], ends[1])))
        return frozenset(found)


def _mention(object: object) -> int:
    return object if isinstance(object, int) else -1
