"""Whether clusters hang on what should be of no consequence: the order of the articles, and articles of other things."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from random import Random

from .gold import Article, Group
from .located import Found, built, found_in

Places = dict[str, tuple[Found, ...]]
Place = tuple[str, int, int, str]
Read = Callable[[Iterable[Article]], Places]


@dataclass(frozen=True, slots=True)
class Removal:
    """What changes in the other articles where a group is left out.

    ``mentions`` are those found in the others with and without it, ``lost`` those found only with or only without it.
    ``touched`` are IRIs that changed of things that the group names too, ``untouched`` of things that it does not.
    """

    group: str
    mentions: int
    lost: int
    touched: tuple[str, ...]
    untouched: tuple[str, ...]


def read(articles: Iterable[Article]) -> Places:
    """Build the articles and say which entity stands where."""
    return found_in(built(articles))


def in_another_order(groups: Sequence[Group], whole: Places, read: Read = read, seeds: Sequence[int] = (1, 2)) -> int:
    """In how many orders, the reverse and a shuffle for each seed, some mention has another entity or is not there."""
    articles = [article for group in groups for article in group.articles]
    orders = [articles[::-1]]
    for seed in seeds:
        Random(seed).shuffle(shuffled := articles.copy())  # noqa: S311 an order is no secret
        orders.append(shuffled)
    return sum(read(order) != whole for order in orders)


def without_each(groups: Sequence[Group], whole: Places, read: Read = read) -> tuple[Removal, ...]:
    """What changes where each group in turn is left out."""
    return tuple(_removal(group, groups, whole, read) for group in groups)


def _removal(group: Group, groups: Sequence[Group], whole: Places, read: Read) -> Removal:
    rest = [article for other in groups if other is not group for article in other.articles]
    gone = {article.id for article in group.articles}
    named = {one.entity for id in gone for one in whole.get(id, ())}
    before = _entities({id: found for id, found in whole.items() if id not in gone})
    after = _entities(read(rest))
    kept = before.keys() & after.keys()
    changed = {before[place] for place in kept if before[place] != after[place]}
    touched, untouched = sorted(changed & named), sorted(changed - named)
    return Removal(group.name, len(kept), len(before.keys() ^ after.keys()), tuple(touched), tuple(untouched))


def _entities(places: Places) -> dict[Place, str]:
    return {(id, one.start, one.end, one.type): one.entity for id, found in places.items() for one in found}
