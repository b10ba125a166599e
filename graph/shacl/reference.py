"""The same results from pySHACL, the reference implementation in Python; seconds where SPARQL takes a fraction of one."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pyoxigraph as ox
import pyshacl
import rdflib
import rdflib.query
from pyoxigraph import Store
from rdflib.plugins.sparql import prepareQuery
from rdflib.plugins.sparql.sparql import Query

from .read import Check, Shapes
from .result import Result
from .terms import SH, Node, Term, tag

_SH = rdflib.Namespace(SH)


def validate_with_pyshacl(store: Store, shapes: Shapes) -> tuple[Result, ...]:
    """What ``validate`` gives, computed by pySHACL without inference."""
    data, rules = _Graph(), rdflib.Graph()
    with _quiet():
        for quad in store.quads_for_pattern(None, None, None, ox.DefaultGraph()):
            data.add((_to(quad.subject), _to(quad.predicate), _to(quad.object)))
        for subject, predicate, value in shapes.triples:
            rules.add((_to(subject), _to(predicate), _to(value)))
        _, report, _ = pyshacl.validate(data, shacl_graph=rules, inplace=True)
    by_node: dict[tuple[Node, str], Check] = {}
    for check in shapes.checks:
        by_node.setdefault((check.node, check.component), check)
    found = {_result(report, node, by_node) for node in report.objects(None, _SH.result)}
    return tuple(sorted(found, key=lambda result: result.order))


class _Graph(rdflib.Graph):
    """Parses a query once: pySHACL asks the same one anew for every node, and RDFLib would parse it as often."""

    def __init__(self) -> None:
        super().__init__()
        self._parsed: dict[str, Query] = {}

    def query(self, query_object: str | Query, *arguments: Any, **options: Any) -> rdflib.query.Result:  # noqa: ANN401
        """What ``rdflib.Graph.query`` gives."""
        if isinstance(query_object, str):
            if query_object not in self._parsed:
                self._parsed[query_object] = prepareQuery(query_object)
            query_object = self._parsed[query_object]
        return super().query(query_object, *arguments, **options)


def _result(report: rdflib.Graph, node: rdflib.term.Node, by_node: Mapping[tuple[Node, str], Check]) -> Result:
    def one(name: str) -> Term | None:
        value = report.value(node, _SH[name])
        return None if value is None else _from(value)

    component = str(report.value(node, _SH.sourceConstraintComponent)).removeprefix(SH)
    source = one("sourceConstraint") if component.startswith("SPARQL") else one("sourceShape")
    check = by_node[source, component]  # type: ignore[index]
    focus, path, value = one("focusNode"), one("resultPath"), one("value")
    if focus is None:
        raise TypeError("pySHACL gives a result without a focus node")
    shown = path.value if isinstance(path, ox.NamedNode) else check.path.replace("<", "").replace(">", "")
    return Result(focus, shown, value, check.shape, component, check.severity, check.message)


def _to(term: Term) -> rdflib.term.Node:
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    if isinstance(term, ox.Literal):
        if term.language:
            return rdflib.Literal(term.value, lang=tag(term.language))
        plain = term.datatype.value == str(rdflib.XSD.string)
        datatype = None if plain else rdflib.URIRef(term.datatype.value)
        return rdflib.Literal(term.value, datatype=datatype, normalize=False)
    raise TypeError("a triple as a term")


def _from(term: rdflib.term.Node) -> Term:
    if isinstance(term, rdflib.URIRef):
        return ox.NamedNode(str(term))
    if isinstance(term, rdflib.BNode):
        return ox.BlankNode(str(term))
    if isinstance(term, rdflib.Literal):
        if term.language:
            return ox.Literal(str(term), language=term.language)
        return (
            ox.Literal(str(term), datatype=ox.NamedNode(str(term.datatype))) if term.datatype else ox.Literal(str(term))
        )
    raise TypeError(f"{term!r} in a report of pySHACL")


@contextmanager
def _quiet() -> Iterator[None]:
    """RDFLib logs every malformed literal with a traceback, or warns of it; the report tells of them anyway."""
    log = logging.getLogger("rdflib.term")
    before = log.level
    log.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        log.setLevel(before)
