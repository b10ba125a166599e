"""How far two ways to put mentions into clusters agree: B-cubed (Bagga and Baldwin 1998) and pairs.

A clustering is a sequence with one label for each mention; mentions of one label are one thing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

Labels = Sequence[Hashable]


@dataclass(frozen=True, slots=True)
class Agreement:
    """Precision and recall, and over how many mentions they are."""

    precision: float
    recall: float
    mentions: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


Measure = Callable[[Labels, Labels, Sequence[int] | None], Agreement]


def b_cubed(gold: Labels, found: Labels, of: Sequence[int] | None = None) -> Agreement:
    """For each mention, how much of what is found with it belongs with it, and how much of what belongs is found.

    ``of`` are the indices of the mentions over which is averaged; what lies in their clusters counts whether in ``of`` or
    not.

    >>> b_cubed("aab", "xyy")
    Agreement(precision=0.6666666666666666, recall=0.6666666666666666, mentions=3)
    """
    right, there, made = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    chosen = range(len(gold)) if of is None else of
    if not chosen:
        return Agreement(0.0, 0.0, 0)
    precision = sum(right[gold[i], found[i]] / made[found[i]] for i in chosen) / len(chosen)
    recall = sum(right[gold[i], found[i]] / there[gold[i]] for i in chosen) / len(chosen)
    return Agreement(precision, recall, len(chosen))


def pairwise(gold: Labels, found: Labels, of: Sequence[int] | None = None) -> Agreement:
    """The share of pairs of mentions found together that belong together, and the reverse.

    ``of`` are the indices of mentions of which a pair must have one at least. Where no pair is found, none is wrong; where
    none belongs together, none is missed.

    >>> pairwise("aab", "xyy")
    Agreement(precision=0.0, recall=0.0, mentions=3)
    """
    chosen = range(len(gold)) if of is None else of
    inside = set(chosen)
    right = found_pairs = gold_pairs = 0
    for i in inside:
        for j in range(len(gold)):
            if j == i or (j in inside and j < i):
                continue
            belongs, together = gold[i] == gold[j], found[i] == found[j]
            right += belongs and together
            gold_pairs += belongs
            found_pairs += together
    return Agreement(
        right / found_pairs if found_pairs else 1.0, right / gold_pairs if gold_pairs else 1.0, len(chosen)
    )
