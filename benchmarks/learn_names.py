"""Train the model of names that ships in ``graph/recognise/weights``, and measure it on sets that it was not trained on.

    python -m benchmarks.learn_names [--shared DIR] [--output FILE] [--epochs N] [--seed N]

It needs PyTorch and onnx (``pip install torch onnx``), which nothing else does, and some minutes on one core. What may
train what ships stands in ``graph/recognise/weights/README.md``; CLUENER, ResumeNER and WeiboNER are not among it.

The model is the second layer of the tagger (a bidirectional GRU) and its output layer, trained further with a small
learning rate. The loss has three parts: the annotated label of a character; where a set annotates only some of the names
(FinRE has firms, FewFC the participants of events), what the tagger thinks of the characters between them; and everywhere
a little of what the tagger thinks, so that what it knows is not forgotten (learning without forgetting, Li and Hoiem 2016).
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import nn
from torch.nn import functional

from graph.evaluate import read_set
from graph.evaluate.values import Sample
from graph.recognise.names import LABELS, WEIGHTS, marks
from graph.recognise.tagger import MODEL, Tagger
from graph.script import normal_form

from .renaming import Named, Renamer

_UNKNOWN = -1
_LONGEST = 120
_BATCH = 2500  # characters
_SHARES = {"uner": 1.0, "uner renamed": 0.5, "finre": 0.5, "finre renamed": 0.25, "fewfc": 0.25}
_TAUGHT, _KEPT = 0.7, 0.15
_UNER = {"PER", "LOC", "ORG"}
_BODY = ("sub-org", "obj-org", "target-company", "share-org")
_PEOPLE = ("sub-per", "obj-per", "share-per")


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence with a label for each character (``-1`` where none is annotated), and what the tagger makes of it:
    the states of its first layer and its probabilities of ``LABELS``.
    """

    text: str
    labels: NDArray[np.int64]
    hidden: NDArray[np.float16]
    tagged: NDArray[np.float16]


class Names(nn.Module):
    """The tagger's second layer and output; begins as they are, with nothing learnt about the marks of characters."""

    def __init__(self, tagger: Tagger) -> None:
        super().__init__()
        weights = {one.name: numpy_helper.to_array(one) for one in onnx.load(MODEL).graph.initializer}
        self.gru = nn.GRU(256 + 4, 128, bidirectional=True)
        self.out = nn.Linear(256 + 4, 59)
        self.drop = nn.Dropout(0.35)
        self.register_buffer("collapse", torch.eye(len(LABELS))[torch.tensor(tagger.label)])
        with torch.no_grad():
            self._begin_as(weights)

    def _begin_as(self, weights: dict[str, NDArray[np.float32]]) -> None:
        for number, suffix in enumerate(("_l0", "_l0_reverse")):
            wide = torch.zeros(384, 260)
            wide[:, :256] = _gates(weights["helper.concat.14"][number])
            getattr(self.gru, f"weight_ih{suffix}").copy_(wide)
            getattr(self.gru, f"weight_hh{suffix}").copy_(_gates(weights["helper.concat.15"][number]))
            bias = weights["helper.concat.18"][number]
            getattr(self.gru, f"bias_ih{suffix}").copy_(_gates(bias[:384]))
            getattr(self.gru, f"bias_hh{suffix}").copy_(_gates(bias[384:]))
        self.out.weight.zero_()
        self.out.weight[:, :256] = torch.tensor(weights["linear_0.w_0"].T.copy())
        self.out.bias.copy_(torch.tensor(weights["linear_0.b_0"].copy()))

    def forward(self, hidden: torch.Tensor, marks: torch.Tensor) -> torch.Tensor:
        """The log-probabilities of ``LABELS``; characters × rows × 7."""
        states, _ = self.gru(torch.cat([self.drop(hidden), marks], -1))
        tags = functional.softmax(self.out(torch.cat([self.drop(states), marks], -1)), -1)
        return torch.log(tags @ self.collapse + 1e-7)


def _gates(rows: NDArray[np.float32]) -> torch.Tensor:
    """ONNX orders the gates of a GRU update, reset, new; PyTorch reset, update, new."""
    return torch.tensor(np.concatenate([rows[128:256], rows[:128], rows[256:384]]))


def annotated(shared: Path, renamer: Renamer) -> Iterator[tuple[str, str, list[Named], int]]:
    """The sentences that may train: the set, the sentence, its names, and what a character outside them is."""
    for sample in read_set(shared, "uner-gsdsimp-train"):
        names = [(span.start, span.end, span.label) for span in sample.spans if span.label in _UNER]
        yield "uner", sample.text, names, 0
        yield "uner renamed", *renamer.renamed(sample.text, names), 0
    for sample in read_set(shared, "finre-train"):
        names = list(_standing(sample.text, {name: "ORG" for p in sample.pairs for name in (p.head, p.tail)}))
        yield "finre", sample.text, names, _UNKNOWN
        yield "finre renamed", *renamer.renamed(sample.text, names), _UNKNOWN
    for sample in read_set(shared, "fewfc"):
        yield "fewfc", sample.text, list(_standing(sample.text, _participants(sample))), _UNKNOWN


def _participants(sample: Sample) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for pair in sample.pairs:
        roles = pair.label.partition(":")[2].split(">")
        for name, role in zip((pair.head, pair.tail), roles, strict=True):
            kind = "ORG" if role in _BODY else "PER" if role in _PEOPLE else ""
            if kind and len(name) > 1 and not set("、,，") & set(name) and name != "公司":
                kinds[name] = kind
    return kinds


def _standing(text: str, kinds: dict[str, str]) -> Iterator[Named]:
    """Where names stand in a text, the longest first."""
    taken: set[int] = set()
    for name in sorted(kinds, key=lambda one: (-len(one), one)):
        at = text.find(name)
        while at >= 0:
            if taken.isdisjoint(range(at, at + len(name))):
                taken.update(range(at, at + len(name)))
                yield at, at + len(name), kinds[name]
            at = text.find(name, at + 1)


def examples(rows: Iterable[tuple[str, str, list[Named], int]], tagger: Tagger) -> dict[str, list[Example]]:
    """The sentences with their labels and the tagger's states, by set."""
    kept = [row for row in rows if 0 < len(row[1]) <= _LONGEST]
    states = tagger.states([normal_form(text) for _, text, _, _ in kept])
    found: dict[str, list[Example]] = {}
    for (name, text, names, outside), (hidden, tagged) in zip(kept, states, strict=True):
        labels = np.full(len(text), outside)
        for start, end, kind in names:
            labels[start:end] = LABELS.index(f"{kind}-I")
            labels[start] = LABELS.index(f"{kind}-B")
        found.setdefault(name, []).append(Example(text, labels, hidden.astype(np.float16), tagged.astype(np.float16)))
    return found


def train(found: dict[str, list[Example]], model: Names, epochs: int, seed: int) -> None:
    """Train in place; the same seed gives the same weights on the same machine."""
    chance = random.Random(seed)  # noqa: S311 what is drawn needs no secrecy
    steps = epochs * len(list(_batches(_drawn(found, chance), chance))) * 21 // 20 + 5
    optimiser = torch.optim.AdamW(model.parameters(), lr=1e-3, weight_decay=1e-2)
    pace = torch.optim.lr_scheduler.OneCycleLR(optimiser, 1e-3, total_steps=steps, pct_start=0.1)
    for epoch in range(epochs):
        model.train()
        total = 0.0
        for batch in _batches(_drawn(found, chance), chance):
            loss = _loss(model, batch)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            pace.step()
            total += loss.item()
        print(f"epoch {epoch + 1}: loss {total:.1f}", flush=True)


def _drawn(found: dict[str, list[Example]], chance: random.Random) -> list[Example]:
    return [one for name, share in _SHARES.items() for one in chance.sample(found[name], int(share * len(found[name])))]


def _batches(drawn: Sequence[Example], chance: random.Random) -> list[list[Example]]:
    """Batches of sentences of one length, for the backward layer would read padding."""
    lengths: dict[int, list[Example]] = {}
    for one in drawn:
        lengths.setdefault(len(one.text), []).append(one)
    batches = [
        group[at : at + max(1, _BATCH // length)]
        for length, group in sorted(lengths.items())
        for at in range(0, len(group), max(1, _BATCH // length))
    ]
    chance.shuffle(batches)
    return batches


def _loss(model: Names, batch: Sequence[Example]) -> torch.Tensor:
    hidden = torch.tensor(np.stack([one.hidden for one in batch], 1)).float()
    said = model(hidden, torch.tensor(np.stack([marks(one.text) for one in batch], 1)))
    labels = torch.tensor(np.stack([one.labels for one in batch], 1))
    tagged = torch.tensor(np.stack([one.tagged for one in batch], 1)).float()
    known, open_ = labels >= 0, labels == _UNKNOWN
    annotated = functional.nll_loss(said[known], labels[known], reduction="sum")
    taught = -(tagged[open_] * said[open_]).sum()
    kept = -(tagged * said).sum()
    return (annotated + _TAUGHT * taught + _KEPT * kept) / _BATCH


def export(model: Names, path: Path) -> None:
    """Write the model as ONNX, its weights rounded to half precision and kept so."""
    model.eval().half().float()
    path.parent.mkdir(parents=True, exist_ok=True)
    shapes = {"hidden": {0: "characters", 1: "rows"}, "marks": {0: "characters", 1: "rows"}}
    torch.onnx.export(
        model,
        (torch.zeros(9, 2, 256), torch.zeros(9, 2, 4)),
        str(path),
        input_names=list(shapes),
        output_names=["likely"],
        dynamic_axes={**shapes, "likely": {0: "characters", 1: "rows"}},
        opset_version=17,
        dynamo=False,
    )
    onnx.save(_halved(onnx.load(path)), path)


def _halved(model: onnx.ModelProto) -> onnx.ModelProto:
    """The weights stored as half floats that are cast when the model is loaded: half the size, the same arithmetic."""
    graph = model.graph
    casts = []
    for tensor in list(graph.initializer):
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < 1000:
            continue
        half = numpy_helper.from_array(values.astype(np.float16), f"{tensor.name}.half")
        graph.initializer.remove(tensor)
        graph.initializer.append(half)
        casts.append(onnx.helper.make_node("Cast", [half.name], [tensor.name], to=onnx.TensorProto.FLOAT))
    nodes = [*casts, *graph.node]
    del graph.node[:]
    graph.node.extend(nodes)
    return model


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="the folder that holds data/")
    parser.add_argument("--output", type=Path, default=WEIGHTS)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    torch.set_num_threads(1)
    tagger = Tagger(names=None)
    renamer = Renamer(options.shared / "data/company_names/Company-Shorter-Form.txt", options.seed)
    found = examples(annotated(options.shared, renamer), tagger)
    print({name: len(rows) for name, rows in found.items()}, flush=True)
    model = Names(tagger)
    train(found, model, options.epochs, options.seed)
    export(model, options.output)
    print(f"{options.output}: {options.output.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
