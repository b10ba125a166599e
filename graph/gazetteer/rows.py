"""The CSV files of the gazetteer."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from ..errors import OntologyError

BODIES = ("bodies.csv", "institutions.csv", "firms.csv", "clubs.csv", "sites.csv")
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "abbreviations.csv": ("character", "place", "alone"),
    "groups.csv": ("name", "aliases", "members"),
    "countries.csv": ("code", "aliases"),
    **dict.fromkeys(BODIES, ("name", "type", "aliases")),
    "firm-names.csv": ("name",),
    "former-divisions.csv": ("name", "code", "now", "current", "until", "how"),
    "geonames.csv": ("code", "name", "lat", "long", "feature"),
    "places.csv": ("name", "type", "within", "aliases", "weak"),
    "support.csv": ("type", "before", "after"),
    "policies.csv": ("name", "aliases"),
    "terms.csv": ("name", "type", "aliases"),
    "wikidata.csv": ("code", "name", "item"),
    "words.csv": ("name",),
}


def several(cell: str | None) -> tuple[str, ...]:
    """The names in a cell, parted by bars."""
    return tuple(filter(None, (cell or "").split("|")))


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of one of the files.

    Raises:
        OntologyError: it cannot be read, or lacks a column.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            missing = [column for column in _COLUMNS[path.name] if column not in (reader.fieldnames or ())]
            if missing:
                remedy = f"its first line must be {','.join(_COLUMNS[path.name])}"
                raise OntologyError(f"the column {missing[0]!r} is missing", where=path.name, remedy=remedy)
            return list(reader)
    except UnicodeDecodeError as error:
        raise OntologyError("is not UTF-8", where=path.name, remedy="save it as UTF-8") from error
    except OSError as error:
        raise OntologyError(f"cannot be read ({error.strerror})", where=str(path), remedy="restore the file") from error
