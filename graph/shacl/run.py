"""Checks over an Oxigraph store."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pyoxigraph import DefaultGraph, NamedNode, QuerySolutions, Store

from .compile import compile_check
from .read import Check, Shapes
from .result import Result
from .terms import SUBCLASS, Term


def validate(store: Store, shapes: Shapes) -> tuple[Result, ...]:
    """The results over the store's default graph, sorted."""
    below = _below(store)
    found = {result for check in shapes.checks for result in _results(store, check, below)}
    return tuple(sorted(found, key=lambda result: result.order))


def _below(store: Store) -> dict[Term, tuple[Term, ...]]:
    """Each class that has any, with all its subclasses at whatever depth and itself."""
    above: dict[Term, set[Term]] = {}
    for quad in store.quads_for_pattern(None, SUBCLASS, None, DefaultGraph()):
        above.setdefault(quad.subject, set()).add(quad.object)
    below: dict[Term, list[Term]] = {}
    for cls in above:
        for higher in _climb(cls, above):
            below.setdefault(higher, []).append(cls)
    return {cls: (cls, *sorted(set(found) - {cls}, key=str)) for cls, found in below.items()}


def _climb(cls: Term, above: Mapping[Term, set[Term]]) -> set[Term]:
    found: set[Term] = set()
    waiting = [cls]
    while waiting:
        for higher in above.get(waiting.pop(), ()):
            if higher not in found:
                found.add(higher)
                waiting.append(higher)
    return found


def _results(store: Store, check: Check, below: Mapping[Term, tuple[Term, ...]]) -> Iterator[Result]:
    solutions = store.query(compile_check(check, below))
    if not isinstance(solutions, QuerySolutions):
        raise TypeError(f"{check.shape}: a constraint is no SELECT")
    names = {variable.value for variable in solutions.variables}
    for row in solutions:
        yield _result(check, {name: row[name] for name in names})


def _result(check: Check, row: Mapping[str, Term | None]) -> Result:
    focus = row["this"]
    if focus is None:
        raise TypeError(f"{check.shape}: a constraint does not bind $this")
    path = row.get("path")
    return Result(
        focus,
        path.value if isinstance(path, NamedNode) else check.path.replace("<", "").replace(">", ""),
        row.get("value", focus if not check.path and check.parameter == "sparql" else None),
        check.shape,
        check.component,
        check.severity,
        check.message,
    )
