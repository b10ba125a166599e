"""Learn, from FinRE's training sentences, what a sentence says of two firms: ``python -m benchmarks.learn_pairs``.

Writes the weights that ``graph/relate/learnt.py`` reads. FinRE (thunlp/Chinese_NRE, MIT) gives two firms, a sentence and a
relation; its names are put in as mentions, since their recognition is another matter. Confidences are calibrated on
predictions for sentences that were not trained on (cross-validation), by isotonic regression. The same data gives the same
file, but for the last bit of a floating-point sum.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from graph.clean import clean
from graph.gazetteer import load_gazetteer
from graph.model import Document, Mention, Reading
from graph.ontology import Ontology, load_ontology
from graph.recognise import recognise
from graph.relate.learnt import WEIGHTS, Learnt, Said, words_near
from graph.relate.pair_features import features
from graph.relate.referents import lay_out
from graph.relate.scene import Referent, Scene
from graph.script import normal_form

from .softmax import Floats, fit, probabilities

# FinRE's relations as ours; "<" where our subject is FinRE's tail. The others are not of our kind, or too few to learn.
RELATIONS: Mapping[str, Said] = {
    "合作": Said("cooperatesWith", "="),
    "合资": Said("cooperatesWith", "="),
    "竞争": Said("competesWith", "="),
    "签约": Said("signsContractWith", "="),
    "合并": Said("mergesWith", "="),
    "重组": Said("mergesWith", "="),
    "纠纷": Said("disputesWith", "="),
    "拥有": Said("subsidiaryOf", "<"),
    "成立": Said("founds", ">"),
    "持股": Said("holdsShareIn", ">"),
    "入股": Said("holdsShareIn", ">"),
    "增持": Said("holdsShareIn", ">"),
    "减持": Said("reducesStakeIn", ">"),
    "收购": Said("acquires", ">"),
    "拟收购": Said("acquires", ">"),
    "注资": Said("investsIn", ">"),
    "转让": Said("sellsTo", ">"),
    "买资": Said("sellsTo", "<"),
}
_NONE = Said("", "=")
_FOLDS, _OFTEN, _PENALTY, _STEPS = 5, 8, 0.03, 120
_KEPT = 9000


@dataclass(frozen=True, slots=True)
class Pair:
    """Two firms of a sentence, with its features, the properties of which it has a word, and what it says of them, read
    from the one that stands first.
    """

    sentence: int
    shown: frozenset[int]
    worded: frozenset[str]
    said: tuple[Said, ...]


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--shared", type=Path, default=Path("../shared"), help="where data/finre lies")
    options.add_argument("--out", type=Path, default=WEIGHTS)
    given = options.parse_args()
    pairs = list(read_pairs(given.shared / "data/finre/train.tsv", load_ontology()))
    learnt = learn(pairs)
    learnt.save(given.out)
    print(f"{len(pairs)} pairs, {len(learnt.features)} features, {given.out.stat().st_size // 1024} KiB")
    for likely, right in learnt.calibration:
        print(f"  {likely:.2f} is right in {right:.2f}")


def read_pairs(path: Path, ontology: Ontology) -> Iterator[Pair]:
    """The pairs of a file of FinRE, in its order."""
    by_sentence: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        head, tail, relation, sentence = line.split("\t")
        if head != tail and relation != "自己":
            by_sentence[sentence].append((normal_form(head), normal_form(tail), relation))
    for number, (sentence, rows) in enumerate(by_sentence.items()):
        (reading,) = recognise([clean(Document(str(number), str(number), sentence))], ontology)
        named = _with_names(reading, {name for head, tail, _ in rows for name in (head, tail)})
        yield from _pairs(number, lay_out(named, ontology, load_gazetteer()), rows)


def _with_names(reading: Reading, names: Iterable[str]) -> Reading:
    """A reading with every occurrence of the names as a firm, the longer first."""
    key, spans = reading.text.key, list[tuple[int, int]]()
    for name in sorted(names, key=lambda one: (-len(one), one)):
        found = (match.span() for match in re.finditer(re.escape(name), key))
        spans += [(i, j) for i, j in found if all(j <= start or end <= i for start, end in spans)]
    document = reading.text.document.id
    firms = [Mention(document, i, j, key[i:j], "Company", "given", 1.0) for i, j in spans]
    others = [m for m in reading.mentions if all(m.end <= i or j <= m.start for i, j in spans)]
    return replace(reading, mentions=tuple(sorted([*firms, *others], key=lambda m: (m.start, -m.end))))


def _pairs(number: int, scene: Scene, rows: Sequence[tuple[str, str, str]]) -> Iterator[Pair]:
    stated: dict[tuple[str, str], list[str]] = defaultdict(list)
    for head, tail, relation in rows:
        stated[head, tail].append(relation)
    for (head, tail), relations in stated.items():
        if near := _nearest(scene, head, tail):
            sentence, left, right = near
            said = [RELATIONS.get(relation, _NONE) for relation in relations if not relation.startswith("被")]
            turned = [RELATIONS.get(r[1:], _NONE).turned() for r in relations if r.startswith("被")]
            every = tuple(dict.fromkeys(one for one in (*said, *turned) if one != _NONE)) or (_NONE,)
            worded = frozenset(words_near(scene, sentence, left, right))
            yield Pair(number, features(scene, sentence, left, right), worded, every)


def _nearest(scene: Scene, head: str, tail: str) -> tuple[int, Referent, Referent] | None:
    """The two occurrences that stand nearest to each other, head first; the rows in the other order give the others."""
    found = [
        (right.start - left.end, number, left, right)
        for number, groups in enumerate(scene.groups)
        for left in (r for group in groups for r in group.members)
        for right in (r for group in groups for r in group.members)
        if left.end <= right.start
        and scene.mentions[left.mention].surface == head
        and scene.mentions[right.mention].surface == tail
    ]
    return min(found, key=lambda one: one[:2])[1:] if found else None


def learn(pairs: Sequence[Pair]) -> Learnt:
    """Weights from all pairs, calibrated on those of each fold by the weights from the others."""
    counted = Counter(feature for pair in pairs for feature in pair.shown)
    vocabulary = np.array(sorted(f for f, times in counted.items() if times >= _OFTEN), np.uint32)
    classes = tuple(sorted({one for pair in pairs for one in pair.said}))
    rows = _rows([pair.shown for pair in pairs], vocabulary)
    guesses = np.zeros((len(pairs), len(classes)), np.float32)
    folds = np.array([pair.sentence % _FOLDS for pair in pairs])
    for fold in range(_FOLDS):
        table = _table(rows, pairs, classes, np.flatnonzero(folds != fold))
        guesses[folds == fold] = probabilities(rows[folds == fold] @ table)
    table = _table(rows, pairs, classes, np.arange(len(pairs)))
    kept = np.sort(np.argsort(-np.abs(table).max(1), kind="stable")[:_KEPT])
    learnt = Learnt.of(vocabulary[kept], table[kept], classes)
    return replace(learnt, calibration=_calibrated(learnt, guesses, pairs))


def _rows(shown: Sequence[frozenset[int]], vocabulary: NDArray[np.uint32]) -> Floats:
    """One row a pair, each of length one."""
    column = {int(feature): at for at, feature in enumerate(vocabulary)}
    rows = np.zeros((len(shown), len(vocabulary)), np.float32)
    for number, one in enumerate(shown):
        known = [column[feature] for feature in one if feature in column]
        rows[number, known] = 1 / np.sqrt(len(known))
    return rows


def _table(rows: Floats, pairs: Sequence[Pair], classes: Sequence[Said], chosen: NDArray[np.int64]) -> Floats:
    """Weights from the chosen pairs; one of which two things are said counts half for each."""
    which = [(int(at), classes.index(one), 1 / len(pairs[at].said)) for at in chosen for one in pairs[at].said]
    at, wanted, weights = (np.array(column) for column in zip(*which, strict=True))
    return fit(rows[at], wanted, weights.astype(np.float32), len(classes), _PENALTY, _STEPS)


def _calibrated(learnt: Learnt, guesses: Floats, pairs: Sequence[Pair]) -> tuple[tuple[float, float], ...]:
    """How often the likeliest statement is right, by how likely it seemed: rising steps of isotonic regression."""
    best = [learnt.likeliest(row, pair.worded) for row, pair in zip(guesses, pairs, strict=True)]
    judged = sorted(
        (likely, said in pair.said) for (said, likely), pair in zip(best, pairs, strict=True) if said.predicate
    )
    blocks: list[tuple[float, float, int]] = []  # where it begins, right, of how many
    for likely, right in judged:
        blocks.append((likely, float(right), 1))
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] >= blocks[-1][1] / blocks[-1][2]:
            (start, more, these), (_, fewer, those) = blocks[-2:]
            blocks[-2:] = [(start, more + fewer, these + those)]
    return tuple((round(start, 3), round(right / of, 2)) for start, right, of in blocks if of >= 30)


if __name__ == "__main__":
    main()
