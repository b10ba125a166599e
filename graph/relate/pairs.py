"""Relations between two firms of a sentence by what was learnt of such sentences, where no cue says anything of them.

The weights come from ``benchmarks/learn_pairs.py`` (log-linear, over the features of ``pair_features``). They name
properties of the ontology; what it lacks is passed over. The confidence is how often such a guess was right of sentences
that had not been learnt from.
"""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..model import Claim, Status
from .claims import same_name
from .pair_features import features
from .scene import Referent, Scene
from .status import status_of

WEIGHTS = Path(__file__).with_name("pairs.npz")
_SURE = 0.5
_MANY = 10  # firms: a sentence with more is a list
_FIRMS = frozenset({"Company", "Organisation"})
_CAUTION = (Status.DENIED, Status.HYPOTHETICAL, Status.CLAIMED, Status.PLANNED, Status.ASSERTED)
_TURNED = {">": "<", "<": ">", "=": "="}


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """A property between two firms; the subject is the one that stands first (``>``), second (``<``), or both are (``=``).

    ``change`` is what becomes of a share. Without a property nothing is said.
    """

    predicate: str
    order: str
    change: str = ""

    def turned(self) -> Said:
        """The same, read from the other firm."""
        return Said(self.predicate, _TURNED[self.order], self.change)


@dataclass(frozen=True)
class Learnt:
    """Weights: a row for each feature, ascending, a column for each class; steps of likelihood and how often that is right."""

    features: NDArray[np.uint32]
    weights: NDArray[np.int8]
    scale: float
    classes: tuple[Said, ...]
    calibration: tuple[tuple[float, float], ...] = ()

    @classmethod
    def of(cls, known: NDArray[np.uint32], table: NDArray[np.float32], classes: Sequence[Said]) -> Learnt:
        """From weights of full precision."""
        scale = float(np.abs(table).max()) / 127
        return cls(known, np.rint(table / scale).astype(np.int8), scale, tuple(classes))

    @classmethod
    def load(cls, path: Path) -> Learnt:
        with np.load(path, allow_pickle=False) as file:
            classes = tuple(Said(*(str(part) for part in row)) for row in file["classes"])
            steps = tuple((float(likely), float(right)) for likely, right in file["calibration"])
            return cls(file["features"], file["weights"], float(file["scale"]), classes, steps)

    def save(self, path: Path) -> None:
        rows = [(one.predicate, one.order, one.change) for one in self.classes]
        np.savez_compressed(
            path,
            features=self.features,
            weights=self.weights,
            scale=np.float64(self.scale),
            classes=np.array(rows),
            calibration=np.array(self.calibration),
        )

    def guess(self, shown: Iterable[int]) -> tuple[Said, float]:
        """What such a pair's sentence most likely says, and how sure that is."""
        wanted = np.array(sorted(shown), np.uint32)
        at = np.searchsorted(self.features, wanted).clip(max=len(self.features) - 1)
        known = at[self.features[at] == wanted]
        if not len(known):
            return Said("", "="), 0.0
        scores = self.weights[known].astype(np.float64).sum(0) * self.scale / np.sqrt(len(known))
        raised = np.exp(scores - scores.max())
        said, likely = self.likeliest(raised / raised.sum())
        step = bisect_right(self.calibration, (likely, 2.0)) - 1
        return said, self.calibration[step][1] if step >= 0 else 0.0

    def likeliest(self, likely: Iterable[float]) -> tuple[Said, float]:
        """The likeliest statement; its changes count together, and the likeliest of them is named."""
        together: dict[tuple[str, str], list[tuple[float, Said]]] = defaultdict(list)
        for said, chance in zip(self.classes, likely, strict=True):
            together[said.predicate, said.order].append((float(chance), said))
        best = max((found for (name, _), found in together.items() if name), key=lambda f: sum(c for c, _ in f))
        return max(best)[1], sum(chance for chance, _ in best)


@lru_cache(maxsize=1)
def _learnt() -> Learnt:
    return Learnt.load(WEIGHTS)


def by_pairs(scene: Scene, claims: Iterable[Claim]) -> Iterator[Claim]:
    """What sentences say of two firms of which ``claims`` say nothing there, whatever its status."""
    spoken = {(c.start, frozenset((c.subject, c.object))) for c in claims if isinstance(c.object, int)}
    for number, groups in enumerate(scene.groups):
        firms = [r for group in groups for r in group.members if r.type in _FIRMS]
        if not scene.in_body(number) or not 2 <= len({r.mention for r in firms}) <= _MANY:
            continue
        start = scene.sentences[number].start
        for left, right in _nearest(scene, firms):
            if (start, frozenset((left.mention, right.mention))) not in spoken:
                yield from _claims(scene, number, left, right)


def _nearest(scene: Scene, firms: Sequence[Referent]) -> Iterator[tuple[Referent, Referent]]:
    """Each two firms once, where they stand nearest to each other."""
    best: dict[frozenset[str], tuple[Referent, Referent]] = {}
    for left, right in itertools.combinations(firms, 2):
        names = frozenset(scene.mentions[one.mention].name or scene.mentions[one.mention].surface for one in (left, right))
        known = best.get(names)
        if "Company" in (left.type, right.type) and not same_name(scene, left, right) and (
            known is None or right.start - left.end < known[1].start - known[0].end
        ):
            best[names] = (left, right)
    yield from best.values()


def _claims(scene: Scene, sentence: int, left: Referent, right: Referent) -> Iterator[Claim]:
    said, sure = _learnt().guess(features(scene, sentence, left, right))
    score = round(sure * left.score * right.score, 2)
    if score < _SURE or said.predicate not in scene.ontology.properties:
        return
    span = scene.sentences[sentence]
    subject, object_ = (right, left) if said.order == "<" else (left, right)
    yield Claim(
        subject.mention,
        said.predicate,
        object_.mention,
        span.start,
        span.end,
        f"pair:{said.predicate}",
        score,
        _status(scene, sentence, right),
        (("change", said.change),) if said.change else (),
    )


def _status(scene: Scene, sentence: int, right: Referent) -> Status:
    """The most cautious reading right behind the pair and at the end of its clause, wherever the verb stands."""
    end = scene.clauses[sentence][scene.clause_at(sentence, right.start)].end
    found = {status_of(scene, sentence, at, at) for at in (right.start, max(right.start, end - 1))}
    return next(status for status in _CAUTION if status in found)
