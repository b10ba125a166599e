"""How sure a statement is, by how often what found it was right: ``ontology/precision.csv``.

The file counts, for each extractor, how many of its statements readers judged, how many of them were right, and how sure it
said it was on average (``python -m benchmarks.judging measure`` writes it). A score is multiplied by the share that was
right over the confidence that was said, drawn towards one the more, the fewer were judged (a Beta prior with the weight of
``_PRIOR`` judgements). An extractor of which none was judged says what it says.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from ..errors import OntologyError
from ..model import Claim
from ..resources import ontology_dir

FILE = "precision.csv"
COLUMNS = ("extractor", "judged", "right", "confidence")
_PRIOR = 5
_HIGHEST = 0.98


def family(extractor: str) -> str:
    """What is measured together: the words of a cue are, what was learnt stands apart (cue:acquires/收购 → cue:acquires)."""
    head, _, word = extractor.partition("/")
    return extractor if word == "learnt" else head


def weighed(claim: Claim) -> Claim:
    """The claim as sure as what found it has proved to be."""
    factor = factors().get(family(claim.extractor), 1.0)
    return replace(claim, score=round(min(_HIGHEST, claim.score * factor), 2))


@cache
def factors(folder: Path | None = None) -> Mapping[str, float]:
    """What the scores of each extractor are multiplied by; ``folder`` is the shipped ontology's unless given.

    Raises:
        OntologyError: where the file is missing or a line of it has no numbers.
    """
    path = (folder or ontology_dir()) / FILE
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return {row["extractor"]: factor(row) for row in csv.DictReader(file)}
    except OSError as error:
        raise OntologyError(f"cannot be read ({error.strerror})", where=str(path), remedy="restore the file") from error
    except (KeyError, TypeError, ValueError, ZeroDivisionError) as error:
        remedy = f"write it anew with the columns {','.join(COLUMNS)}"
        raise OntologyError(f"a line has no numbers: {error}", where=FILE, remedy=remedy) from error


def factor(row: Mapping[str, str]) -> float:
    """What a line of the file makes of a score: above one where more were right than was said."""
    judged, right, said = int(row["judged"]), int(row["right"]), float(row["confidence"])
    return (right + _PRIOR * said) / ((judged + _PRIOR) * said)
