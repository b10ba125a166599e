"""Sets to scores: which are there, what is read of them, and who scores which kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..model import Extraction
from ..ontology import Ontology, load_ontology
from .extracted import extractions, sampled
from .mentions import score_mentions
from .readers import read_samples
from .sets import chosen, known_sets
from .statements import score_statements
from .values import EvalSet, Sample, Score

Scorer = Callable[[EvalSet, Sequence[Sample], Sequence[Extraction | None], Ontology], list[Score]]
_SCORERS: dict[str, Scorer] = {"mentions": score_mentions, "statements": score_statements}


@dataclass(frozen=True, slots=True)
class Absent:
    """A set whose files are not there, and which."""

    set: str
    missing: Path


def evaluate(
    folder: Path,
    sets: Sequence[str] = (),
    *,
    limit: int | None = None,
    ontology: Sequence[Path] = (),
    entities: Sequence[Path] = (),
) -> Iterator[Score | Absent]:
    """Score Zhimai, and what stands beside it, on the annotated sets below a folder.

    Args:
        folder: holds ``data/`` as the set files name it.
        sets: the ids of the sets to score; all by default.
        limit: the most samples of a set; they are spread evenly over it.
        ontology: Turtle files of your own.
        entities: CSV files of your own.

    Raises:
        UsageError: where there is no such set.
        InputError: where a set's file is not of its format.
    """
    terms = load_ontology(extra=ontology)
    for one in chosen(known_sets(), sets):
        missing = [folder / file for file in one.files if not (folder / file).is_file()]
        if missing:
            yield Absent(one.id, missing[0])
            continue
        samples = sampled(read_samples([folder / file for file in one.files], one.form), limit)
        yield from _SCORERS[one.kind](one, samples, list(extractions(samples, ontology, entities)), terms)
