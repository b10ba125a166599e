"""Annotated articles: the gold format of ``benchmarks/gold/README.md``, with the text beside it.

A folder's ``gold/`` holds one JSON file an article and may hold ``sets.json``, which puts articles into sets; those that it
does not name are the set ``gold``. The text is looked for at ``document`` below the folder (or below another that the user
names), then beside the JSON file under the same name with ``.txt``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from ..errors import InputError
from .names import name_key

_SETS = "sets.json"
_SCALES = {
    "万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "十亿": 10**9, "亿": 10**8,
    "千万": 10**7, "百万": 10**6, "万": 10**4, "千": 10**3, "百": 10**2,
}  # fmt: skip
_SCALE = re.compile(rf"[多余]?({'|'.join(_SCALES)})(?![分瓦米克卡])")
_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+|/\d+)?")


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """A thing of an article: the first of ``names`` as the annotation has it, all of them as keys, its spans if given."""

    name: str
    keys: frozenset[str]
    type: str
    optional: bool
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """A property between two names."""

    subject: str
    property: str
    object: str
    optional: bool


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A number of a thing; ``value`` has its scale words multiplied out, ``None`` where it has no number; ``share`` is
    whether it is a percentage or a ratio, which may be written either way.
    """

    subject: str
    measure: str
    value: Fraction | None
    unit: str
    share: bool
    optional: bool


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated article and its text's file."""

    article: Path
    entities: tuple[GoldEntity, ...]
    relations: tuple[GoldRelation, ...]
    figures: tuple[GoldFigure, ...]


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Articles that are scored together. The errors of one that is ``unseen`` are told only where it is asked for."""

    id: str
    title: str
    files: tuple[Path, ...]
    unseen: bool = False


def gold_sets(folder: Path) -> tuple[GoldSet, ...]:
    """The sets of articles in a folder's ``gold/``; none where there is no such folder.

    Raises:
        InputError: where ``sets.json`` is broken.
    """
    gold = folder / "gold"
    files = {path.stem: path for path in sorted(gold.glob("*.json")) if path.name != _SETS}
    said: dict[str, Any] = _json(gold / _SETS) if (gold / _SETS).is_file() else {}
    sets, named = [], set[str]()
    for id, one in said.items():
        named.update(one["documents"])
        paths = tuple(gold / f"{name}.json" for name in one["documents"])
        sets.append(GoldSet(id, one["title"], paths, one.get("unseen", False)))
    rest = tuple(path for name, path in files.items() if name not in named)
    return ((GoldSet("gold", "annotated articles", rest),) if rest else ()) + tuple(sets)


def read_gold(path: Path, folders: Sequence[Path]) -> Gold:
    """An annotation; its text lies below one of the folders or beside it.

    Raises:
        InputError: where the file is broken or the text is not there.
    """
    said = _json(path)
    try:
        places = [*(folder / said["document"] for folder in folders), path.with_suffix(".txt")]
        article = next((place for place in places if place.is_file()), None)
        if article is None:
            raise InputError("its text is not there", where=str(path), remedy=f"put it at {places[0]}")
        return Gold(
            article,
            tuple(_entity(row) for row in said["entities"]),
            tuple(GoldRelation(row["s"], row["p"], row["o"], _optional(row)) for row in said.get("relations", ())),
            tuple(_figure(row) for row in said.get("figures", ())),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"not an annotation: {error} is missing or wrong", where=str(path)) from error


def _json(path: Path) -> Any:  # noqa: ANN401 whoever reads it looks what it is
    try:
        return json.loads(path.read_text("utf-8-sig"))
    except (OSError, ValueError) as error:
        raise InputError(f"cannot be read: {error}", where=str(path), remedy="mend or remove it") from error


def _optional(row: dict[str, Any]) -> bool:
    return bool(row.get("optional"))


def _entity(row: dict[str, Any]) -> GoldEntity:
    names = [row["name"], *row.get("aliases", ())]
    spans = tuple((int(start), int(end)) for start, end in row.get("mentions", ()))
    return GoldEntity(row["name"], frozenset(map(name_key, names)), row["type"], _optional(row), spans)


def _figure(row: dict[str, Any]) -> GoldFigure:
    value, unit = str(row["value"]), str(row.get("unit") or "")
    share = "/" in value or "%" in unit
    return GoldFigure(row["subject"], row["measure"], magnitude(value, unit), unit, share, _optional(row))


def magnitude(value: str, unit: str) -> Fraction | None:
    """The number in a value, with the scale word (万, 亿 …) multiplied out that follows it or begins its unit."""
    text = name_key(value).replace(",", "")
    found = _NUMBER.search(text)
    if not found:
        return None
    scale = _SCALE.match(text[found.end() :] + name_key(unit))
    return Fraction(found[0]) * (_SCALES[scale[1]] if scale else 1)
