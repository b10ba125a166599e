"""A short name that fits several things, read article by article: which of them does this one mean?

An article means the one that it also names in full, whose place it names, or whose acquaintances it names, if that is so of
one of them alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from .bundles import Bundle, Key
from .clusters import Cluster
from .merge import Joined
from .surroundings import Surroundings

_ENOUGH = 1.5
_AHEAD = 1.0
_IN_FULL, _PLACE, _COMPANY, _MOST_COMPANY = 2.0, 1.5, 0.8, 2
_SURE = 0.85


def read_nearby(found: Joined, bundles: Mapping[Key, Bundle], around: Surroundings, moved: Mapping[Key, Key]) -> None:
    """Give clusters of doubtful short names the key of the one thing that their article bears out, with the reason."""
    rivals: dict[Key, set[Key]] = defaultdict(set)
    for doubt in found.doubts:
        short, full = doubt.pair
        if "several" in doubt.features and short not in moved:
            rivals[short].add(moved.get(full, full))
    members: dict[Key, list[Key]] = defaultdict(list)
    for key in bundles:
        members[moved.get(key, key)].append(key)
    akin = found.open(moved)
    for short in sorted(rivals):
        if len(rivals[short]) > 1:
            for cluster in bundles[short].clusters:
                _read(cluster, sorted(rivals[short]), members, bundles, around, akin)


def _read(
    cluster: Cluster,
    rivals: Sequence[Key],
    members: Mapping[Key, Sequence[Key]],
    bundles: Mapping[Key, Bundle],
    around: Surroundings,
    akin: frozenset[frozenset[Key]],
) -> None:
    weighed = sorted(
        (
            (sum(weight for weight, _ in said), key, [why for _, why in said])
            for key, said in ((key, list(_speaking(cluster, members[key], bundles, around))) for key in rivals)
        ),
        key=lambda one: (-one[0], one[1]),
    )
    best = weighed[0]
    others = [
        weight for weight, key, _ in weighed[1:] if frozenset((key, best[1])) not in akin
    ]  # what may be it is no rival
    if best[0] < _ENOUGH or best[0] - max(others, default=0.0) < _AHEAD:
        return
    short, key = cluster.key[1], best[1]
    reason = f"“{short}” fits several, and here it is “{key[1]}”: {' and '.join(best[2])}"
    cluster.key = key
    for name in cluster.names:
        cluster.reasons.setdefault(name, (reason, _SURE))


def _speaking(
    cluster: Cluster, names: Sequence[Key], bundles: Mapping[Key, Bundle], around: Surroundings
) -> Iterator[tuple[float, str]]:
    """What in an article speaks for a thing of those names: how much, and in words."""
    here = frozenset((cluster.document,))
    documents = frozenset[int]().union(*(bundles[name].documents for name in names))
    if cluster.document in documents:
        yield _IN_FULL, "the article names it in full"
    places = {place for name in names if (firm := bundles[name].firm) for place in firm.places}
    if found := sorted(places & around.places(here)):
        yield _PLACE, f"the article names {found[0]}"
    shared = (around.company(here, cluster.key) & around.company(documents - here, cluster.key)) - set(names)
    if shared:
        yield _COMPANY * min(len(shared), _MOST_COMPANY), f"the article names “{min(shared)[1]}” as others do beside it"
