"""What the documents together say of each name: its clusters, its parts, its aliases, whom it stands beside."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..firms import FirmName, firm_name, short_forms
from ..gazetteer import Gazetteer, longest_matches
from ..ontology import Ontology
from .clusters import Cluster, heaviest
from .normal import normal
from .terms import known_terms

Key = tuple[str, str]
"""A space and a name in normal form."""

_FULL = re.compile(r"(?:公司|集团)$")


@dataclass
class Bundle:
    """All clusters of one key.

    ``documents`` are indices of extractions; ``firm`` is the name in parts where it may be a firm's, ``forms`` the short
    forms that are derived from it; ``bare`` is the name without a general word of its class, where that has any; ``seated`` is the id of the place that it begins with, and what
    follows; ``heads`` are where a short form of it may begin.
    """

    key: Key
    clusters: list[Cluster] = field(default_factory=list)
    firm: FirmName | None = None
    forms: tuple[str, ...] = ()
    bare: str = ""
    seated: tuple[str, str] = ("", "")
    heads: tuple[int, ...] = (0,)

    @cached_property
    def documents(self) -> frozenset[int]:
        """Where the name occurs."""
        return frozenset(cluster.document for cluster in self.clusters)

    @cached_property
    def types(self) -> Counter[str]:
        """The classes that its mentions have, with their weight."""
        total: Counter[str] = Counter()
        for cluster in self.clusters:
            total.update(cluster.types)
        return total


@dataclass(frozen=True)
class Known:
    """What is known beside the names: the ontology, the gazetteer, ``aliases`` (the keys that texts introduce each alias
    for), ``shortened`` (those that texts only shorten so), ``terms`` (the names of well-known terms).
    """

    ontology: Ontology
    gazetteer: Gazetteer
    aliases: Mapping[Key, frozenset[Key]]
    shortened: Mapping[Key, frozenset[Key]]
    terms: frozenset[str]

    @cached_property
    def trades(self) -> frozenset[str]:
        """The words of trades that fall away from the names of firms."""
        firm = self.ontology.lexicon("Company")
        return frozenset((*firm.prefixes, *firm.general))

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The words for what an organisation is or deals in: none of them tells two apart."""
        classes = self.ontology.subclasses("Organisation") if "Organisation" in self.ontology.classes else ()
        return self.trades.union(*(self.ontology.lexicon(name).suffixes for name in classes))

    def is_general(self, word: str) -> bool:
        """Whether a word is a trade, a kind of organisation, or the plain name of a place."""
        return word in self.kinds or (word in self.gazetteer.by_name and word not in self.gazetteer.weak)

    def general_words(self, type: str) -> frozenset[str]:
        """The words that a name of that class may end in and do without (产业, 技术); none for most classes."""
        classes = self.ontology.superclasses(type) if type in self.ontology.classes else frozenset((type,))
        return frozenset(word for name in classes for word in self.ontology.lexicon(name).general)


def bundles_of(
    clusters: Sequence[Cluster], ontology: Ontology, gazetteer: Gazetteer
) -> tuple[dict[Key, Bundle], Known]:
    """The bundles by key, and what is known of them all."""
    found: dict[Key, Bundle] = {}
    for cluster in clusters:
        if "@" not in cluster.key[1]:  # what only its article can tell is compared with nothing
            found.setdefault(cluster.key, Bundle(cluster.key)).clusters.append(cluster)
    known = Known(
        ontology, gazetteer, aliases_of(clusters), aliases_of(clusters, derived=True), frozenset(known_terms().values())
    )
    for key, bundle in found.items():
        _measure(bundle, key, known)
    return found, known


def _measure(bundle: Bundle, key: Key, known: Known) -> None:
    name = key[1]
    first = next(longest_matches(name, known.gazetteer.by_name), None)
    place = first[1] if first and first[0] == 0 and first[1] < len(name) else 0
    bundle.heads = (0, place) if place else (0,)
    places = known.gazetteer.by_name.get(name[:place], ())
    if len(places) == 1 and name[:place] not in known.gazetteer.weak:
        bundle.seated = (places[0].id, name[place:])
    if key[0] == known.ontology.lexicon("Company").space and key[0]:
        bundle.firm = firm_name(name, known.kinds, known.gazetteer)
        if _FULL.search(name):
            bundle.forms = tuple(short_forms(name, known.trades, known.gazetteer))
    elif words := known.general_words(heaviest(bundle.types, known.ontology)):
        bundle.bare = next((name[:n] for n in range(2, len(name)) if name[n:] in words), name)


def aliases_of(clusters: Sequence[Cluster], *, derived: bool = False) -> Mapping[Key, frozenset[Key]]:
    """The keys that texts introduce each alias for; ``derived``: that texts shorten so without a word about it."""
    owners: dict[Key, set[Key]] = defaultdict(set)
    for cluster in clusters:
        for name in cluster.reasons.keys() & cluster.names.keys():  # what only points is no name
            if (normal(name) in cluster.derived) == derived:
                owners[(cluster.key[0], normal(name))].add(cluster.key)
    return {alias: frozenset(keys) for alias, keys in owners.items() if alias not in keys}
