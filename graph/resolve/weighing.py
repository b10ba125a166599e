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
_NAMES = ("short", "full", "core", "place")
_COLUMNS = f"give a number or {_NEVER} in the columns {','.join(COLUMNS)}"


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
        OntologyError: where the file is missing or has a mistake.
    """
    path = (folder or ontology_dir()) / FILE
    try:
        with path.open(encoding="utf-8", newline="") as file:
            rows = csv.DictReader(file)
            return _Weights((row["feature"], _weight(row, f"{FILE}:{rows.line_num}")) for row in rows)
    except OSError as error:
        raise OntologyError(f"cannot be read ({error.strerror})", where=str(path), remedy="restore the file") from error
    except UnicodeDecodeError as error:
        raise OntologyError("is not UTF-8", where=FILE, remedy="save it as CSV in UTF-8") from error
    except KeyError as error:
        raise OntologyError(f"no column {error}", where=f"{FILE}:1", remedy=_COLUMNS) from error


class _Weights(dict[str, Weight]):
    """The lines of the file, by feature; one that is asked for and not there is a mistake in the file."""

    def __missing__(self, feature: str) -> Weight:
        raise OntologyError(f"{feature} has no line", where=FILE, remedy="restore it, or give it the weight 0")


def _weight(row: Mapping[str, str | None], where: str) -> Weight:
    weight, reason = row["weight"] or "", row["reason"] or ""
    never = weight == _NEVER
    try:
        value = 0.0 if never else float(weight)
        reason.format(**dict.fromkeys(_NAMES, ""))
    except ValueError as error:
        raise OntologyError(f"{weight or 'nothing'} is no weight", where=where, remedy=_COLUMNS) from error
    except (KeyError, IndexError) as error:
        remedy = f"use {', '.join(f'{{{name}}}' for name in _NAMES)}"
        raise OntologyError(f"{{{error.args[0]}}} stands for nothing", where=where, remedy=remedy) from error
    if not math.isfinite(value):
        raise OntologyError(f"{weight} is no weight", where=where, remedy=_COLUMNS)
    return Weight(value, reason, never)


def score(features: Iterable[str]) -> float:
    """How likely it is that a pair with these features is one thing, between 0 and 1.

    >>> score(()) < DIFFERENT < SAME < score(("introduced",)), score(("introduced", "other edition"))
    (True, 0.0)
    """
    known = [weights()[feature] for feature in features]
    if any(weight.never for weight in known):
        return 0.0
    return round(1 / (1 + math.exp(-PRIOR - sum(weight.value for weight in known))), 2)
