"""Names that divisions had: a former name counts like the one of today, as long as nothing bears it today.

A division that was dissolved, and whose land no one division has now, stays a place of its own, without a code of today, in
what it was part of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from ..errors import OntologyError
from .known import Former, Place
from .names import short_name

_SHORTENED = ("市", "县", "区", "旗")
_RECENT = "1990"  # older names hardly stand in news without what they were, and some are words (渡口)


def with_former(places: Mapping[str, Place], rows: Iterable[Mapping[str, str]], path: Path) -> dict[str, Place]:
    """The places by id with the names that they had, from the rows of ``former-divisions.csv``.

    A former name that some place bears today stays with that place; its short form (襄樊) is added where no place has it. What
    was dissolved is added as a place.

    Raises:
        OntologyError: a row gives a code that no division has.
    """
    by_code = {place.code: place for place in places.values() if place.code}
    borne = {name for place in places.values() for name in (*place.names, *place.weak)}
    found: dict[str, list[Former]] = defaultdict(list)
    gone: dict[str, Place] = {}
    for row in rows:
        if row["now"] not in by_code:
            remedy = "give the code of a division in force, as 341882"
            raise OntologyError(f"no division has the code {row['now']!r}", where=path.name, remedy=remedy)
        place, former = by_code[row["now"]], Former(row["name"], row["code"], row["until"])
        if former.name in borne:
            continue
        if row["how"] == "dissolved":
            gone[f"place/{former.name}"] = _dissolved(former, place)
        else:
            found[place.id].append(former)
    return {**places, **{id: _with(places[id], former, borne) for id, former in found.items()}, **gone}


def _with(place: Place, former: Iterable[Former], borne: set[str]) -> Place:
    """The latest name first."""
    ordered = tuple(sorted(former, key=lambda one: (one.until, one.name), reverse=True))
    full = [one.name for one in ordered]
    recent = [one.name for one in ordered if one.until > _RECENT and one.name.endswith(_SHORTENED)]
    short = [name for name in map(short_name, recent) if name not in borne]
    strong = [name for name in full if len(name) > 2]  # 蓟县 may be another word's part
    weak = [name for name in (*full, *short) if name not in strong]
    return replace(
        place,
        names=tuple(dict.fromkeys((*place.names, *strong))),
        weak=tuple(dict.fromkeys((*place.weak, *weak))),
        former=ordered,
    )


def _dissolved(former: Former, within: Place) -> Place:
    return Place(f"place/{former.name}", former.name, "District", "", within.id, (former.name,), former=(former,))
