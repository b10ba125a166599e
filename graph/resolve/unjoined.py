"""Judgements on names that were compared and not joined: the grey zone, and what only a hard fact keeps apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ..model import Entity, Judgement, Verdict
from .bundles import Key
from .entities import id_of
from .merge import Joined, Scored


def unjoined(found: Joined, moved: Mapping[Key, Key], entities: Sequence[Entity]) -> tuple[Judgement, ...]:
    """One judgement for two entities: unsure for the grey zone, different where all but a hard fact speaks for one thing.

    ``moved`` says what became of keys. Of several pairs of names of the same two, the most likely speaks; a hard fact between
    any of them leaves no doubt.
    """
    here = {entity.id for entity in entities}
    maybe = found.open(moved)
    doubts = [one for one in found.doubts if frozenset(moved.get(key, key) for key in one.pair) in maybe]
    best: dict[tuple[str, str], Judgement] = {}
    for verdict, pairs in ((Verdict.DIFFERENT, found.parted), (Verdict.UNSURE, doubts)):
        for judgement in _judgements(pairs, verdict, moved):
            ends = (judgement.left, judgement.right)
            known = best.get(ends)
            if here.issuperset(ends) and (
                known is None or (judgement.score, judgement.reason) > (known.score, known.reason)
            ):
                best[ends] = judgement
    return tuple(best[ends] for ends in sorted(best))


def _judgements(pairs: Sequence[Scored], verdict: Verdict, moved: Mapping[Key, Key]) -> Iterator[Judgement]:
    for one in pairs:
        left, right = sorted(id_of(moved.get(key, key)) for key in one.pair)
        if left != right:
            yield Judgement(left, right, verdict, one.score, one.reason())
