"""From the features of a pair to how likely the two names are one thing (after Fellegi and Sunter, 1969).

Each feature that holds adds its weight, the logarithm of how much likelier it makes it that the two are one; the sum, by the
logistic function, is the score. The weights and the words of the reasons are in ``ontology/identity.csv``; the weight
``never`` parts the two whatever else holds.
"""

from __future__ import annotations

import csv
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ..errors import OntologyError
from ..resources import ontology_dir

FILE = "identity.csv"
COLUMNS = ("feature", "weight", "reason")
SAME = 0.8
"""From this score on two names are one thing."""
DIFFERENT = 0.4
"""Below this score they are two; between the two thresholds lies the grey zone."""
PRIOR = -1.6
"""The weight of being in one block and nothing else."""
_NEVER = "never"


@dataclass(frozen=True, slots=True)
class Weight:
    """What a feature adds, and the words for it (empty where it is not told); ``never`` where it parts the two."""

    value: float
    reason: str
    never: bool = False


@cache
def weights(folder: Path | None = None) -> Mapping[str, Weight]:
    """The weights by feature; ``folder`` is the shipped ontology's unless given.

    Raises:
        OntologyError: where the file is missing or a line of it has no number.
    """
    path = (folder or ontology_dir()) / FILE
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return {row["feature"]: _weight(row) for row in csv.DictReader(file)}
    except OSError as error:
        raise OntologyError(f"cannot be read ({error.strerror})", where=str(path), remedy="restore the file") from error
    except (KeyError, TypeError, ValueError) as error:
        remedy = f"give a number or {_NEVER} in the columns {','.join(COLUMNS)}"
        raise OntologyError(f"a line has no weight: {error}", where=FILE, remedy=remedy) from error


def _weight(row: Mapping[str, str]) -> Weight:
    never = row["weight"] == _NEVER
    return Weight(0.0 if never else float(row["weight"]), row["reason"], never)


def score(features: Iterable[str]) -> float:
    """How likely it is that a pair with these features is one thing, between 0 and 1.

    >>> score(()) < DIFFERENT < SAME < score(("introduced",)), score(("introduced", "other edition"))
    (True, 0.0)
    """
    known = [weights()[feature] for feature in features]
    if any(weight.never for weight in known):
        return 0.0
    return round(1 / (1 + math.exp(-PRIOR - sum(weight.value for weight in known))), 2)
