"""How sure a statement is, by how often what found it was right: ``ontology/precision.csv``.

The file counts, for each extractor that ships, how many of its statements readers judged, how many of them were right, and
how sure it said it was on average (``python -m benchmarks.judging measure`` writes it). The words of a property's cues are
counted together. A score is multiplied by the share that was right over the confidence that was said, drawn towards one
the more, the fewer were judged (a Beta prior with the weight of ``_PRIOR`` judgements). What the file does not name, a
user's own cue, is as sure as it says.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from ..errors import OntologyError
from ..model import Claim
from ..resources import ontology_dir

FILE = "precision.csv"
COLUMNS = ("extractor", "judged", "right", "confidence")
_PRIOR = 8
_HIGHEST = 0.98


def family(extractor: str) -> str:
    """What is measured together: the words of a cue are, what was learnt stands apart (cue:acquires/收购 → cue:acquires)."""
    head, _, word = extractor.partition("/")
    return extractor if word == "learnt" else head


def weighed(claim: Claim) -> Claim:
    """The claim as sure as what found it has proved to be."""
    return replace(claim, score=round(min(_HIGHEST, claim.score * factors().get(claim.extractor, 1.0)), 2))


@cache
def factors(folder: Path | None = None) -> Mapping[str, float]:
    """What the scores of each extractor are multiplied by; ``folder`` is the shipped ontology's unless given.

    Raises:
        OntologyError: where the file is missing or a line of it has no numbers.
    """
    path = (folder or ontology_dir()) / FILE
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = [
                (row["extractor"], int(row["judged"]), int(row["right"]), float(row["confidence"]))
                for row in csv.DictReader(file)
            ]
    except OSError as error:
        raise OntologyError(f"cannot be read ({error.strerror})", where=str(path), remedy="restore the file") from error
    except (KeyError, TypeError, ValueError) as error:
        remedy = f"write it anew with the columns {','.join(COLUMNS)}"
        raise OntologyError(f"a line has no numbers: {error}", where=FILE, remedy=remedy) from error
    together: defaultdict[str, list[tuple[int, int, float]]] = defaultdict(list)
    for extractor, judged, right, said in rows:
        together[family(extractor)].append((judged, right, said))
    found = {name: factor(members) for name, members in together.items()}
    return {extractor: found[family(extractor)] for extractor, *_ in rows}


def factor(counts: Iterable[tuple[int, int, float]]) -> float:
    """What judgements make of a score: numbers judged, right, and the confidence said, of each extractor of a family.

    Above one where more were right than was said.
    """
    rows = list(counts)
    judged, right = sum(row[0] for row in rows), sum(row[1] for row in rows)
    if not judged:
        return 1.0
    said = sum(row[0] * row[2] for row in rows) / judged
    return (right + _PRIOR * said) / ((judged + _PRIOR) * said)
