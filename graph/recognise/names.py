"""Names of people, places and organisations: the tagger's opinion and that of a model trained on annotated names, half and half.

The model is the tagger's own second layer, trained further on annotated sentences (``benchmarks/learn_names.py``): it
reads the hidden states of the tagger's first layer, and which characters are capitals, Latin letters, digits or surnames.
The two are averaged, since the tagger knows more names and the model knows better where one begins and ends; the names are
the likeliest sequence of that mixture. The weights have a licence of their own: ``graph/recognise/weights/README.md``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from ..model import Token
from .surnames import SURNAMES
from .viterbi import likeliest

LABELS = ("O", "PER-B", "PER-I", "LOC-B", "LOC-I", "ORG-B", "ORG-I")
WEIGHTS = Path(__file__).parent / "weights" / "names.onnx"
_CLASSES = {1: "PER", 3: "LOC", 5: "ORG"}
_INSIDE = [2, 4, 6]
_TAGS = frozenset(_CLASSES.values())
_FORBIDDEN, _NEVER = np.float32(-1e4), np.float32(1e-7)
_SURE, _SURER = (
    0.55,
    0.75,
)  # from which on a name that the tagger does not have stands, and one in which it sees common words alone
# Parts of speech that stand in no name, and those that stand in no place's name nor, by themselves, in a short form.
_PROPER = frozenset({"nz", "nw", "nr", "ns", "nt", "s", "xc", *_TAGS})
_OUTSIDE = frozenset({"p", "c", "u", "d", "r", "TIME", "ad", "xc"})
_VERBS = frozenset({"v", "vd", "m", "q", "f"})

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

    def read(self, rows: Sequence[str], hidden: Array, tagged: Array) -> list[tuple[tuple[Name, ...], Array]]:
        """The names in rows of one length, as the article writes them, and the mixed probabilities of ``LABELS``.

        ``hidden`` are the states of the tagger's first layer (characters × rows × 256), ``tagged`` its probabilities of
        ``LABELS`` (rows × characters × 7).
        """
        marked = np.stack([marks(row) for row in rows], axis=1)
        learnt = self._session.run(None, {"hidden": hidden, "marks": marked})[0].transpose(1, 0, 2)
        mixed = (np.exp(learnt) + tagged) / 2
        paths = _whole(np.log(mixed + _NEVER))
        return [(tuple(_names(path, mixed[row])), mixed[row]) for row, path in enumerate(paths)]


def marks(row: str) -> Array:
    """What the model reads of each character beside the states: whether it is a capital, a Latin letter, a digit, a surname."""
    found = [(c.isupper(), "a" <= c.lower() <= "z", c.isdigit(), c in SURNAMES) for c in row]
    return np.array(found, dtype=np.float32)


def with_names(words: Sequence[Token], names: Sequence[Name], likely: Array, offset: int) -> Iterator[Token]:
    """The words of a sentence with the names in their place: a word that a name cuts keeps what is left of it.

    ``offset`` is where the row's first character stands in the text, ``likely`` what the names were read from: a name of
    the tagger's that is not among them stays, as likely as it says.
    """
    at = 0
    for name in _undivided(words, names, offset):
        start, end = offset + name.start, offset + name.end
        while at < len(words) and words[at].end <= start:
            yield _weighed(words[at], likely, offset)
            at += 1
        last = at
        while last < len(words) and words[last].start < end:
            last += 1
        touched = words[at:last]
        at = last
        if not touched or not _stands(name, touched, start, end):
            yield from (_weighed(word, likely, offset) for word in touched)
            continue
        if touched[0].start < start:
            yield _rest(touched[0], touched[0].start, start)
        yield Token(start, end, name.tag, name.score)
        if touched[-1].end > end:
            words = [*words[:at], _rest(touched[-1], end, touched[-1].end), *words[at:]]
    yield from (_weighed(word, likely, offset) for word in words[at:])


def _undivided(words: Sequence[Token], names: Sequence[Name], offset: int) -> Iterator[Name]:
    """The names but those of which several lie in what the tagger takes for one name of their kind."""
    lies_in: dict[int, list[Name]] = {}
    for name in names:
        within = (i for i, w in enumerate(words) if w.start <= offset + name.start and offset + name.end <= w.end)
        index = next(within, -1)
        one = index if index >= 0 and words[index].tag == name.tag else -1 - len(lies_in)
        lies_in.setdefault(one, []).append(name)
    for index, found in lies_in.items():
        if index < 0 or len(found) == 1:
            yield from found


def _stands(name: Name, words: Sequence[Token], start: int, end: int) -> bool:
    """Whether a name goes before the words that it touches: not where it would swallow a word that is no part of names of
    its kind, nor several places, each of which is a name by itself.
    """
    tags = [word.tag for word in words]
    if tags == [name.tag] and (words[0].start, words[0].end) == (start, end):
        return True
    if name.tag == "LOC" and tags.count("LOC") > 1:
        return False
    if name.tag == "ORG" and tags == ["LOC", "ORG"] and words[0].start == start and words[1].end == end:
        return False  # a place before a name says where the body is
    common = not _PROPER.intersection(tags)
    return name.score >= (_SURER if common else _SURE) and not any(
        tag in _OUTSIDE or (tag in _VERBS and (name.tag == "LOC" or word.end - word.start == 1))
        for tag, word in zip(tags, words, strict=True)
        if start <= word.start and word.end <= end and len(words) > 1
    )


def _weighed(word: Token, likely: Array, offset: int) -> Token:
    """A word with what the mixture makes of it, where the tagger takes it for a name."""
    if word.tag not in _TAGS:
        return word
    first, inside = LABELS.index(f"{word.tag}-B"), LABELS.index(f"{word.tag}-I")
    start, end = word.start - offset, word.end - offset
    return replace(word, score=_score(likely[start:end], [first] + [inside] * (end - start - 1)))


def _rest(word: Token, start: int, end: int) -> Token:
    return Token(start, end, "nz" if word.tag in _TAGS else word.tag, word.score)


def _score(likely: Array, path: Sequence[int]) -> float:
    """The geometric mean of the probabilities along a path."""
    return round(float(np.exp(np.log(likely[np.arange(len(path)), path] + _NEVER).mean())), 2)


def _names(path: Sequence[int], likely: Array) -> Iterator[Name]:
    start = -1
    for at in range(len(path) + 1):
        label = path[at] if at < len(path) else 0
        if start >= 0 and label != path[start] + 1:
            yield Name(start, at, _CLASSES[path[start]], _score(likely[start:at], path[start:at]))
            start = -1
        if label in _CLASSES:
            start = at


def _whole(scores: Array) -> list[list[int]]:
    """The likeliest labels of each row in which no name goes on that did not begin."""
    count = len(LABELS)
    allowed = np.zeros((count, count), dtype=np.float32)
    for inside in _INSIDE:
        allowed[[one for one in range(count) if one not in (inside - 1, inside)], inside] = _FORBIDDEN
    begun = scores.copy()
    begun[:, 0, _INSIDE] += _FORBIDDEN
    return likeliest(begun, allowed)
