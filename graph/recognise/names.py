"""Names of people, places and organisations: the tagger's opinion and that of a model trained on annotated names, half and half.

The model is the tagger's own second layer, trained further on annotated sentences (``benchmarks/learn_names.py``): it
reads the hidden states of the tagger's first layer, and which characters are capitals, Latin letters, digits or surnames.
The two are averaged, since the tagger knows more names and the model knows better where one begins and ends; the names are
the likeliest sequence of that mixture. The weights have a licence of their own: ``graph/recognise/weights/README.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from ..model import Token
from .surnames import SURNAMES

LABELS = ("O", "PER-B", "PER-I", "LOC-B", "LOC-I", "ORG-B", "ORG-I")
WEIGHTS = Path(__file__).parent / "weights" / "names.onnx"
_CLASSES = {1: "PER", 3: "LOC", 5: "ORG"}
_FORBIDDEN = np.float32(-1e4)

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Name:
    """A name at ``[start, end)`` of a row of characters: the tagger's tag for its class and how likely it is."""

    start: int
    end: int
    tag: str
    score: float


class NameModel:
    """The trained half; the same output every time."""

    def __init__(self, path: Path = WEIGHTS) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])

    def names(self, rows: Sequence[str], hidden: Array, tagged: Array) -> list[tuple[Name, ...]]:
        """The names in rows of one length, as the article writes them.

        ``hidden`` are the states of the tagger's first layer (characters × rows × 256), ``tagged`` its probabilities of
        ``LABELS`` (rows × characters × 7).
        """
        marks = np.array([[_marks(c) for c in row] for row in rows], dtype=np.float32).transpose(1, 0, 2)
        learnt = self._session.run(None, {"hidden": hidden, "marks": marks})[0].transpose(1, 0, 2)
        mixed = (np.exp(learnt) + tagged) / 2
        paths = _likeliest(np.log(mixed + np.float32(1e-7)))
        return [tuple(_names(path, mixed[row])) for row, path in enumerate(paths)]


def with_names(words: Sequence[Token], names: Sequence[Name], offset: int) -> Iterator[Token]:
    """The words of a sentence with the names in their place: a word that a name cuts keeps what is left of it.

    ``offset`` is where the rows' first character stands in the text. What the tagger alone takes for a name is an
    unspecified proper noun.
    """
    at = 0
    spans = [(offset + n.start, offset + n.end, n) for n in names]
    for word in words:
        left = word.start
        while at < len(spans) and spans[at][0] < word.end:
            start, end, name = spans[at]
            if left < start:
                yield _rest(word, left, start)
            if end > word.end:
                left = word.end
                break
            yield Token(start, end, name.tag, name.score)
            left = max(left, end)
            at += 1
        if left < word.end:
            yield _rest(word, left, word.end)


def _rest(word: Token, start: int, end: int) -> Token:
    tag = "nz" if word.tag in _CLASSES.values() else word.tag
    return Token(start, end, tag, word.score)


def _marks(character: str) -> tuple[bool, bool, bool, bool]:
    lower = character.lower()
    return character.isupper(), "a" <= lower <= "z", character.isdigit(), character in SURNAMES


def _names(path: Sequence[int], likely: Array) -> Iterator[Name]:
    start = -1
    for at in range(len(path) + 1):
        label = path[at] if at < len(path) else 0
        if start >= 0 and label != path[start] + 1:
            steps = np.arange(start, at)
            score = np.exp(np.log(likely[steps, path[start:at]] + 1e-7).mean())
            yield Name(start, at, _CLASSES[path[start]], round(float(score), 2))
            start = -1
        if label in _CLASSES:
            start = at


def _likeliest(scores: Array) -> list[list[int]]:
    """The likeliest labels of each row in which no name goes on that did not begin (Viterbi 1967)."""
    rows, steps, count = scores.shape
    allowed = np.zeros((count, count), dtype=np.float32)
    for inside in (2, 4, 6):
        allowed[[one for one in range(count) if one not in (inside - 1, inside)], inside] = _FORBIDDEN
    score = scores[:, 0] + np.where(np.isin(np.arange(count), (2, 4, 6)), _FORBIDDEN, np.float32(0))
    back = np.zeros((steps, rows, count), dtype=np.int64)
    for step in range(1, steps):
        candidates = score[:, :, None] + allowed[None]
        back[step] = candidates.argmax(axis=1)
        score = candidates.max(axis=1) + scores[:, step]
    at = score.argmax(axis=1)
    path = [at]
    for step in range(steps - 1, 0, -1):
        at = back[step, np.arange(rows), at]
        path.append(at)
    return [list(map(int, column)) for column in np.stack(path[::-1], axis=1)]
