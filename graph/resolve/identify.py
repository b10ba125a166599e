"""From the clusters of all documents to what they name: names joined, doubtful ones read nearby, people told apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from ..gazetteer import Gazetteer
from ..model import Extraction, Judgement
from ..ontology import Ontology
from .bundles import Key, aliases_of, bundles_of
from .candidates import candidates
from .clusters import Cluster
from .editions import Merge, same_editions
from .merge import Joined, closed, joined, scored_pairs
from .nearby import read_nearby
from .people import separate_people
from .surroundings import Surroundings

_LAST = frozenset({"person", "offering"})


@dataclass(frozen=True, slots=True)
class Identified:
    """What became of the clusters' keys: all merges, what was compared and not joined, and what is unsure about people."""

    merges: list[Merge]
    found: Joined
    people: tuple[Judgement, ...]


def identify(
    clusters: Sequence[Cluster],
    extractions: Sequence[Extraction],
    ontology: Ontology,
    gazetteer: Gazetteer,
    *,
    never: Callable[[Key, Key], bool],
    obeyed: Callable[[Sequence[Merge]], list[Merge]],
    settled: Collection[Key],
) -> Identified:
    """Join the keys of the clusters, and change those of single clusters that only their article explains.

    ``never`` tells keys that are not to be joined, ``obeyed`` makes merges do what a person decided, ``settled`` are keys that
    name a thing before any other. People and offerings come last: they are known by the organisations beside them.
    """
    _retype(clusters, extractions, gazetteer)
    bundles, known = bundles_of(clusters, ontology, gazetteer)
    pairs = {
        pair: rules for pair, rules in candidates(bundles, known.aliases, known.shortened).items() if not never(*pair)
    }
    last = {pair: rules for pair, rules in pairs.items() if pair[0][0] in _LAST}
    first = {pair: rules for pair, rules in pairs.items() if pair not in last}
    around = Surroundings(clusters, extractions, gazetteer)
    found = joined(scored_pairs(first, bundles, known, around), bundles, known, settled)
    around = Surroundings(clusters, extractions, gazetteer, closed(found.merges))
    found = found.and_also(joined(scored_pairs(last, bundles, known, around), bundles, known, settled))
    editions = same_editions(bundles, closed(found.merges), known)
    merges = obeyed(sorted({*found.merges, *editions}))
    moved = closed(merges)
    read_nearby(found, bundles, around, moved)
    _follow(clusters, [merge for merge in merges if merge[0][0] == "person"])
    around = Surroundings(clusters, extractions, gazetteer, moved)  # some clusters have other keys by now
    people = separate_people(clusters, around, moved, found.open(moved))
    return Identified(merges, found, people)


def _retype(clusters: Sequence[Cluster], extractions: Sequence[Extraction], gazetteer: Gazetteer) -> None:
    """Give what was taken for a person the space of the organisation that other articles introduce by that name.

    A person to whom an article gives an organisation stays one.
    """
    around = Surroundings(clusters, extractions, gazetteer)
    introduced = aliases_of(clusters)
    classes = {cluster.key: cluster.types for cluster in clusters}
    for cluster in clusters:
        alias = ("org", cluster.key[1])
        owners = introduced.get(alias, frozenset())
        if cluster.key[0] == "person" and len(owners) == 1 and not around.bodies(cluster):
            cluster.key = alias
            cluster.types = Counter(dict.fromkeys(classes[next(iter(owners))], 1))


def _follow(clusters: Sequence[Cluster], merges: Sequence[Merge]) -> None:
    """Give clusters the keys that their names were merged into, before people of one name are told apart by more."""
    moved = closed(merges)
    why = {gone: (reason, sure) for gone, _, reason, sure in merges}
    for cluster in clusters:
        if cluster.key in moved:
            for name in cluster.names:
                cluster.reasons.setdefault(name, why[cluster.key])
            cluster.key = moved[cluster.key]
