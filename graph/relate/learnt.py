"""Relations between two firms of a sentence by what was learnt of such sentences, where no other cue says anything of them.

The weights come from ``benchmarks/learn_pairs.py`` (log-linear, over the features of ``pair_features``). What they guess is
a claim where the ontology has a cue with the frame ``Learnt`` for the property, and one of its words stands near the two:
a text must say it in so many words, however likely it is. The confidence is how often such a guess was right of sentences
that had not been learnt from.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ..model import Claim
from ..ontology import Cue
from .claims import Found, claim, held_back, same_name
from .pair_features import features
from .scene import Referent, Scene

WEIGHTS = Path(__file__).with_name("learnt.npz")
_SURE = 0.5  # more likely right than not
_MANY = 10  # firms: a sentence with more is a list
_BEFORE, _BEHIND = 20, 40  # characters around a pair in which a word of the cue may stand
_FIRMS = frozenset({"Company", "Organisation"})
_TURNED = {">": "<", "<": ">", "=": "="}


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """A property between two firms; the subject is the one that stands first (``>``), second (``<``), or both are (``=``).
    Without a property nothing is said.
    """

    predicate: str
    order: str

    def turned(self) -> Said:
        """The same, read from the other firm."""
        return Said(self.predicate, _TURNED[self.order])


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
        rows = [(one.predicate, one.order) for one in self.classes]
        np.savez_compressed(
            path,
            features=self.features,
            weights=self.weights,
            scale=np.float64(self.scale),
            classes=np.array(rows),
            calibration=np.array(self.calibration),
        )

    def guess(self, shown: Iterable[int], worded: Container[str]) -> tuple[Said, float]:
        """What a pair's sentence most likely says, of the properties of which it has a word, and how sure that is."""
        wanted = np.array(sorted(shown), np.uint32)
        at = np.searchsorted(self.features, wanted).clip(max=len(self.features) - 1)
        known = at[self.features[at] == wanted]
        if not len(known):
            return Said("", "="), 0.0
        scores = self.weights[known].astype(np.float64).sum(0) * self.scale / np.sqrt(len(known))
        raised = np.exp(scores - scores.max())
        said, likely = self.likeliest(raised / raised.sum(), worded)
        step = bisect_right(self.calibration, (likely, 2.0)) - 1
        return said, self.calibration[step][1] if step >= 0 else 0.0

    def likeliest(self, likely: Iterable[float], worded: Container[str]) -> tuple[Said, float]:
        """The likeliest of what may be said, and how likely it is."""
        chances = ((float(chance), said) for said, chance in zip(self.classes, likely, strict=True))
        chance, said = max(((c, s) for c, s in chances if s.predicate in worded), default=(0.0, Said("", "=")))
        return said, chance


@lru_cache(maxsize=1)
def _learnt() -> Learnt:
    return Learnt.load(WEIGHTS)


def by_pairs(scene: Scene, claims: Iterable[Claim]) -> Iterator[Found]:
    """What sentences say of two firms of which ``claims`` say nothing there, whatever its status.

    Nor is a property guessed of a firm of which a cue says it with another: the words have their two ends already.
    """
    between = [(c, c.object) for c in claims if isinstance(c.object, int)]
    spoken = {(c.start, frozenset((c.subject, object_))) for c, object_ in between}
    taken = {(c.start, c.predicate, _named(scene, end)) for c, object_ in between for end in (c.subject, object_)}
    for number, groups in enumerate(scene.groups):
        firms = [r for group in groups for r in group.members if r.type in _FIRMS]
        if not scene.in_body(number) or not 2 <= len({r.mention for r in firms}) <= _MANY:
            continue
        start = scene.sentences[number].start
        for left, right in _nearest(scene, firms):
            if (start, frozenset((left.mention, right.mention))) not in spoken:
                for found in _found(scene, number, left, right):
                    ends = {(start, found.cue.property, _named(scene, one.mention)) for one in (left, right)}
                    if not ends & taken and not _side_by_side(scene, number, left, right, found.cue.property):
                        yield found


def _side_by_side(scene: Scene, sentence: int, left: Referent, right: Referent, property: str) -> bool:
    """Whether two firms are members of one list while what is said of both holds with a third outside it (甲与乙、丙合作)."""
    if not scene.ontology.properties[property].symmetric:
        return False
    together = [group for group in scene.groups[sentence] if left in group.members and right in group.members]
    others = [r for group in scene.groups[sentence] if group not in together for r in group.members]
    return bool(together) and any(r.type in _FIRMS for r in others)


def _named(scene: Scene, mention: int) -> str:
    return scene.mentions[mention].name or scene.mentions[mention].surface


def _nearest(scene: Scene, firms: Sequence[Referent]) -> Iterator[tuple[Referent, Referent]]:
    """Each two firms once, where they stand nearest to each other."""
    best: dict[frozenset[str], tuple[Referent, Referent]] = {}
    for left, right in itertools.combinations(firms, 2):
        names = frozenset(_named(scene, one.mention) for one in (left, right))
        known = best.get(names)
        if (
            "Company" in (left.type, right.type)
            and not same_name(scene, left, right)
            and (known is None or right.start - left.end < known[1].start - known[0].end)
        ):
            best[names] = (left, right)
    yield from best.values()


def words_near(scene: Scene, sentence: int, left: Referent, right: Referent) -> dict[str, tuple[Cue, re.Match[str]]]:
    """The cues, by property, of which a word stands near two firms, with the first such word."""
    cues = (cue for cue in scene.ontology.cues if cue.frame == "Learnt")
    found = ((cue, _word(scene, cue, sentence, left, right)) for cue in cues)
    return {cue.property: (cue, word) for cue, word in found if word}


def _found(scene: Scene, sentence: int, left: Referent, right: Referent) -> Iterator[Found]:
    words = words_near(scene, sentence, left, right)
    said, sure = _learnt().guess(features(scene, sentence, left, right), words) if words else (Said("", "="), 0.0)
    if sure < _SURE:
        return
    cue, word = words[said.predicate]
    subject, object_ = (right, left) if said.order == "<" else (left, right)
    if subject.type in cue.subjects and object_.type in cue.objects:
        measured = replace(cue, confidence=sure)
        made = claim(scene, measured, sentence, word.start(), word.end(), subject, object_, 1.0)
        yield Found(cue, word.start(), word.end(), (made,))


def _word(scene: Scene, cue: Cue, sentence: int, left: Referent, right: Referent) -> re.Match[str] | None:
    """The first word of a cue between two firms, else right behind or before them; names do not count."""
    span, pattern = scene.sentences[sentence], _either(cue.words)
    if held_back(cue, scene.key[span.start : span.end]):
        return None
    stretches = (
        (left.end, right.start),
        (right.end, min(span.end, right.end + _BEHIND)),
        (max(span.start, left.start - _BEFORE), left.start),
    )
    for start, end in stretches:
        for match in pattern.finditer(scene.key, start, end):
            if not any(r.start < match.end() and match.start() < r.end for r in scene.referents):
                return match
    return None


@lru_cache(maxsize=64)
def _either(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))))
