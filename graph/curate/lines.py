"""Doubts as lines for a terminal, as a table and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from ..errors import one_line
from ..show import Names, fold, passages_of, source_line
from ..store import Store, aligned
from .doubts import Doubt, Side

_MOST = 6  # other names that are shown
_COUNTED = (("statement", "statements"), ("figure", "figures"), ("article", "articles"))


def table_of(doubts: Sequence[Doubt]) -> str:
    """One line a doubt, most consequential first."""
    rows = [("consequence", "score", "one", "other", "why asked")]
    for doubt in doubts:
        names = (_titled(doubt.left), _titled(doubt.right))
        rows.append((f"{doubt.consequence:.2f}", f"{doubt.score:.2f}", *names, one_line("; ".join(doubt.reasons))))
    return "\n".join(aligned(rows))


def json_of(store: Store, names: Names, doubts: Iterable[Doubt]) -> str:
    """The doubts as a list of objects, with the names and the sentences of both sides."""
    found = [
        {
            "consequence": doubt.consequence,
            "score": doubt.score,
            "reasons": doubt.reasons,
            "left": _known(store, names, doubt.left),
            "right": _known(store, names, doubt.right),
        }
        for doubt in doubts
    ]
    return json.dumps(found, ensure_ascii=False, indent=1)


def doubt_lines(store: Store, names: Names, doubt: Doubt, number: int, total: int) -> Iterator[str]:
    """What a person needs to decide: both sides with a few sentences of each, and why the program is unsure."""
    yield f"{number} / {total}  {one_line(doubt.left.name)}  =?  {one_line(doubt.right.name)}"
    for reason in doubt.reasons:
        yield f"  {one_line(reason)}  ({doubt.score:.2f})"
    for letter, side in (("A", doubt.left), ("B", doubt.right)):
        yield ""
        yield f"  {letter}  {_titled(side)}"
        if not side.iri:
            yield "     named in no article by this name"
            continue
        others = {fold(name): one_line(name) for name in names.of(side.iri) if fold(name) != fold(side.name)}
        counts = (side.statements, side.figures, side.articles)
        counted = (f"{n:,} {words[n != 1]}" for n, words in zip(counts, _COUNTED, strict=True) if n)
        yield from [f"     also: {'、'.join(list(others.values())[:_MOST])}"] if others else []
        yield f"     {', '.join(counted)}"
        for passage in passages_of(store, side.iri):
            yield f"     “{one_line(passage['quote'])}”"
            yield f"       {source_line(passage)}"


def _titled(side: Side) -> str:
    return one_line(f"{side.name}  {' '.join(side.cls)}")


def _known(store: Store, names: Names, side: Side) -> dict[str, object]:
    counts = {"statements": side.statements, "figures": side.figures, "articles": side.articles}
    called = names.of(side.iri) if side.iri else (side.name,)
    cls = {"zh": side.cls[0], "en": side.cls[1]} if side.iri else None
    told = {"name": side.name, "iri": side.iri or None, "class": cls, "names": called, **counts}
    return told | {"sentences": passages_of(store, side.iri)}
