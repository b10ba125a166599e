"""Shapes in Turtle → a flat tuple of checks, each one constraint with the nodes that it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import NoReturn

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from ..errors import OntologyError
from .terms import RDF, TYPE, Node, Term, sh

_TARGETS = ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf")
_VALUE = (
    "class", "datatype", "nodeKind", "minInclusive", "maxInclusive", "minExclusive", "maxExclusive",
    "minLength", "maxLength", "pattern", "languageIn", "in",
)  # fmt: skip
_SET = ("minCount", "maxCount", "hasValue", "uniqueLang", "lessThan", "lessThanOrEquals", "disjoint", "closed")
_BESIDE = ("path", "message", "severity", "property", "flags", "ignoredProperties", "name", "description")
_NESTED = ("or", "qualifiedValueShape", "qualifiedMinCount", "qualifiedMaxCount", "sparql")
_KNOWN = frozenset(map(sh, (*_TARGETS, *_VALUE, *_SET, *_BESIDE, *_NESTED)))
_OF_NODES = ("closed", "sparql")
_OF_VALUES = (
    "minCount", "maxCount", "hasValue", "uniqueLang", "lessThan", "lessThanOrEquals", "qualifiedMinCount",
    "qualifiedMaxCount",
)  # fmt: skip
COMPONENTS = {
    "class": "Class", "datatype": "Datatype", "nodeKind": "NodeKind", "in": "In", "closed": "Closed", "sparql": "SPARQL",
    "or": "Or", "hasValue": "HasValue", "qualifiedMinCount": "QualifiedMinCount",
    "qualifiedMaxCount": "QualifiedMaxCount",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Check:
    """One constraint on the nodes that ``targets`` name, pairs of a kind (``targetClass`` …) and a term.

    ``shape`` is the IRI of the shape or, of a property shape without a name, of the one that holds it; ``node`` is the
    node of the shapes graph that declares the constraint: the shape's own, or that of a SPARQL constraint. ``path`` is ``<iri>``, ``^<iri>`` or empty. ``parameter`` is
    the local name of SHACL's parameter (``minCount``), ``values`` its value or the items of its list, ``beside`` what
    else the constraint needs: flags, ignored properties, or the parts of a nested shape.
    """

    shape: str
    node: Node
    targets: tuple[tuple[str, Term], ...]
    path: str
    parameter: str
    values: tuple[Term, ...]
    severity: str
    message: str
    beside: tuple[Term, ...] = ()
    parts: tuple[tuple[Check, ...], ...] = ()

    @property
    def component(self) -> str:
        """The local name of SHACL's constraint component."""
        name = COMPONENTS.get(self.parameter, self.parameter[0].upper() + self.parameter[1:])
        return f"{name}ConstraintComponent"


@dataclass(frozen=True, slots=True)
class Shapes:
    """Checks, and the triples that they were read from."""

    checks: tuple[Check, ...]
    triples: tuple[tuple[Node, NamedNode, Term], ...]


def read_shapes(text: str, name: str = "shapes") -> Shapes:
    """All checks of a Turtle text, in the order of the text.

    Raises:
        OntologyError: it is not Turtle, or has something of SHACL that this package does not know.
    """
    try:
        triples = tuple((q.subject, q.predicate, q.object) for q in parse(text, RdfFormat.TURTLE))
    except SyntaxError as error:
        raise OntologyError(f"not Turtle: {error.msg}", where=name, remedy="mend the syntax") from error
    return Shapes(tuple(_Reader(triples, name).checks()), triples)


class _Reader:
    def __init__(self, triples: Iterable[tuple[Node, NamedNode, Term]], name: str) -> None:
        self._name = name
        self._values: dict[Node, dict[NamedNode, list[Term]]] = {}
        for subject, predicate, value in triples:
            self._values.setdefault(subject, {}).setdefault(predicate, []).append(value)

    def checks(self) -> Iterator[Check]:
        shapes = [node for node in self._values if sh("NodeShape") in self._all(node, TYPE)]
        for node in self._values:
            if node not in shapes and any(self._all(node, sh(kind)) for kind in _TARGETS):
                self._unknown(_iri(node), "it has a target and is no sh:NodeShape")
        for shape in shapes:
            blank = Check(_iri(shape), shape, self._targets(shape), "", "", (), *self._manner(shape, "Violation", ""))
            yield from self._constraints(shape, blank)
            for inner in self._all(shape, sh("property")):
                yield from self._property_shape(inner, blank)

    def _property_shape(self, node: Term, outer: Check) -> Iterator[Check]:
        if not isinstance(node, NamedNode | BlankNode) or node not in self._values:
            self._unknown(outer.shape, f"{node} is no property shape")
        name = _iri(node) if isinstance(node, NamedNode) else outer.shape
        severity, message = self._manner(node, outer.severity, outer.message)
        if self._all(node, sh("property")):
            self._unknown(name, "a property shape in a property shape")
        blank = replace(outer, shape=name, node=node, path=self._path(node), severity=severity, message=message)
        yield from self._constraints(node, blank)

    def _constraints(self, node: Node, blank: Check) -> Iterator[Check]:
        for predicate in self._values[node]:
            if predicate.value.startswith(sh("").value) and predicate not in _KNOWN:
                self._unknown(blank.shape, f"{predicate} is not read here")
        for parameter in (*_VALUE, *_SET):
            for value in self._all(node, sh(parameter)):
                values = tuple(self._list(value)) if parameter in ("in", "languageIn") else (value,)
                check = replace(blank, parameter=parameter, values=values, beside=self._beside(node, parameter))
                if parameter not in ("uniqueLang", "closed") or _is_true(value):
                    yield self._placed(check)
        yield from map(self._placed, self._nested(node, blank))

    def _placed(self, check: Check) -> Check:
        """The check, where it may stand: some parts of SHACL are for nodes, some for values, only some for nested shapes."""
        if check.parameter in (_OF_NODES if check.path else _OF_VALUES):
            self._unknown(check.shape, f"sh:{check.parameter} on a {'property' if check.path else 'node'} shape")
        for inner in (inner for part in check.parts for inner in part):
            if inner.parameter not in (*_VALUE, "or"):
                self._unknown(check.shape, f"sh:{inner.parameter} in a nested shape")
        return check

    def _nested(self, node: Node, blank: Check) -> Iterator[Check]:
        for value in self._all(node, sh("or")):
            parts = tuple(tuple(self._constraints(_node(one), blank)) for one in self._list(value))
            yield replace(blank, parameter="or", parts=parts)
        for parameter in ("qualifiedMinCount", "qualifiedMaxCount"):
            for value in self._all(node, sh(parameter)):
                (inner,) = self._all(node, sh("qualifiedValueShape"))
                part = tuple(self._constraints(_node(inner), blank))
                yield replace(blank, parameter=parameter, values=(value,), parts=(part,))
        for value in self._all(node, sh("sparql")):
            constraint = _node(value)
            severity, message = self._manner(constraint, blank.severity, blank.message)
            select = f"{self._prefixes(constraint)}{_text(self._all(constraint, sh('select'))[0])}"
            yield replace(
                blank,
                parameter="sparql",
                values=(Literal(select),),
                severity=severity,
                message=message,
                node=constraint,
            )

    def _beside(self, node: Node, parameter: str) -> tuple[Term, ...]:
        if parameter == "pattern":
            return tuple(self._all(node, sh("flags")))
        if parameter == "closed":
            own = [path for inner in self._all(node, sh("property")) for path in self._all(_node(inner), sh("path"))]
            ignored = [one for value in self._all(node, sh("ignoredProperties")) for one in self._list(value)]
            return tuple(dict.fromkeys([*own, *ignored]))
        return ()

    def _targets(self, shape: Node) -> tuple[tuple[str, Term], ...]:
        found = tuple((kind, value) for kind in _TARGETS for value in self._all(shape, sh(kind)))
        return found or self._unknown(_iri(shape), "it has no target")

    def _path(self, node: Node) -> str:
        (path,) = self._all(node, sh("path"))
        if isinstance(path, NamedNode):
            return str(path)
        inverse = self._all(_node(path), sh("inversePath"))
        if len(inverse) != 1 or not isinstance(inverse[0], NamedNode):
            self._unknown(str(node), "its path is neither a property nor the inverse of one")
        return f"^{inverse[0]}"

    def _manner(self, node: Node, severity: str, message: str) -> tuple[str, str]:
        """Severity and message of a shape, or those of the one around it."""
        for value in self._all(node, sh("severity")):
            severity = _iri(value).removeprefix(sh("").value)
        messages = sorted((_text(value) for value in self._all(node, sh("message"))), key=str)
        return severity, messages[0] if messages else message

    def _prefixes(self, constraint: Node) -> str:
        declared = [
            (_text(self._all(_node(one), sh("prefix"))[0]), _text(self._all(_node(one), sh("namespace"))[0]))
            for holder in self._all(constraint, sh("prefixes"))
            for one in self._all(_node(holder), sh("declare"))
        ]
        return "".join(f"PREFIX {prefix}: <{namespace}>\n" for prefix, namespace in declared)

    def _list(self, head: Term) -> Iterator[Term]:
        while head != NamedNode(RDF + "nil"):
            yield self._all(_node(head), NamedNode(RDF + "first"))[0]
            head = self._all(_node(head), NamedNode(RDF + "rest"))[0]

    def _all(self, node: Node, predicate: NamedNode) -> list[Term]:
        return self._values.get(node, {}).get(predicate, [])

    def _unknown(self, shape: str, what: str) -> NoReturn:
        raise OntologyError(what, where=f"{self._name}: {shape}", remedy="use the part of SHACL that graph/shacl names")


def _node(term: Term) -> Node:
    if isinstance(term, Literal | Triple):
        raise OntologyError(f"{term} stands where a node is wanted", where="shapes", remedy="mend the shape")
    return term


def _iri(term: Term) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


def _text(term: Term) -> str:
    return term.value if isinstance(term, Literal) else str(term)


def _is_true(value: Term) -> bool:
    return isinstance(value, Literal) and value.value in ("true", "1")
