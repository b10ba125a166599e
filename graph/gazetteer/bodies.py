"""Well-known bodies, by their names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..script import normal_form
from .known import Body
from .rows import BODIES, rows_of, several


def known_bodies(folder: Path, items: Mapping[str, str]) -> Iterator[Body]:
    """The well-known bodies, and firms of which only the name is known; a list of one's own may lack the column ``weak``.

    ``items`` are those of Wikidata by the full name.
    """
    for file in BODIES:
        for row in rows_of(folder / file):
            weak, item = several(row.get("weak")), items.get(row["name"], "")
            yield Body(row["name"], row["type"], several(row["aliases"]), weak, item)
    for row in rows_of(folder / "firm-names.csv"):
        yield Body(row["name"], "Company", item=items.get(row["name"], ""))


def bodies_by_name(bodies: Iterable[Body]) -> tuple[dict[str, Body], dict[str, tuple[Body, ...]]]:
    """Bodies by the names that count anywhere, and by those that need support; the first file that has a name wins."""
    strong: dict[str, Body] = {}
    weak: dict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        for name in (body.name, *body.aliases):
            if name not in body.weak:
                strong.setdefault(normal_form(name), body)
        for name in body.weak:
            weak[normal_form(name)].append(body)
    return strong, {name: tuple(found) for name, found in weak.items()}
