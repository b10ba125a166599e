"""People of one name: one person where they share an organisation or one article, else kept apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..model import Extraction
from .bundles import Key
from .clusters import Cluster


def separate_people(
    clusters: Sequence[Cluster], extractions: Sequence[Extraction], moved: Mapping[Key, Key]
) -> list[Cluster]:
    """The clusters with people of one name told apart by their organisations: 张伟 and 张伟@某公司 have two keys."""
    groups: dict[tuple[str, str], list[Cluster]] = defaultdict(list)
    for cluster in clusters:
        if cluster.key[0] == "person":
            groups[cluster.key].append(cluster)
    keys = {(c.document, member): moved.get(c.key, c.key)[1] for c in clusters for member in c.members}
    for found in groups.values():
        if len(found) > 1:
            _separate(found, extractions, keys)
    return list(clusters)


def _separate(found: Sequence[Cluster], extractions: Sequence[Extraction], keys: Mapping[tuple[int, int], str]) -> None:
    bodies = [_bodies(cluster, extractions[cluster.document], keys) for cluster in found]
    sides: list[set[str]] = []
    for own in sorted((b for b in bodies if b), key=sorted):
        touching = [side for side in sides if side & own]
        sides = [side for side in sides if not side & own] + [set(own).union(*touching)]
    if len(sides) < 2:
        return
    for cluster, own in zip(found, bodies, strict=True):
        side = next((side for side in sides if side & own), None)
        if side is not None:
            cluster.key = (cluster.key[0], f"{cluster.key[1]}@{min(side)}")


def _bodies(cluster: Cluster, extraction: Extraction, keys: Mapping[tuple[int, int], str]) -> set[str]:
    """The organisations and posts that the document gives a person."""
    members = set(cluster.members)
    return {
        keys[(cluster.document, claim.object)]
        for claim in extraction.claims
        if claim.predicate == "affiliatedWith"
        and claim.subject in members
        and isinstance(claim.object, int)
        and (cluster.document, claim.object) in keys
    }
