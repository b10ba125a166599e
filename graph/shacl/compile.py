"""A check → the SPARQL query whose solutions are its results."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from .read import Check
from .terms import RDF, XSD, Term, tag

_COMPARED = {"minInclusive": ">=", "maxInclusive": "<=", "minExclusive": ">", "maxExclusive": "<"}
_PAIRS = {"lessThan": "<", "lessThanOrEquals": "<="}
_LENGTHS = {"minLength": ">=", "maxLength": "<="}
_KINDS = {
    "IRI": "isIRI(?value)",
    "BlankNode": "isBlank(?value)",
    "Literal": "isLiteral(?value)",
    "BlankNodeOrIRI": "isBlank(?value) || isIRI(?value)",
    "IRIOrLiteral": "isIRI(?value) || isLiteral(?value)",
    "BlankNodeOrLiteral": "isBlank(?value) || isLiteral(?value)",
}
# Datatypes whose literals may be malformed: a cast of the text gives the same type or nothing.
_CAST = frozenset(XSD + name for name in "boolean integer decimal float double date dateTime gYear gYearMonth".split())
_WHERE = re.compile(r"WHERE\s*\{", re.IGNORECASE)


def compile_check(check: Check, below: Mapping[Term, tuple[Term, ...]]) -> str:
    """A SELECT of ``?this`` and, where they are told, ``?value`` and ``?path``, without repetitions.

    The queries follow the definitions of SHACL's components, https://www.w3.org/TR/shacl/#core-components. ``below`` has
    the classes below a class, itself first; a class that it lacks has none.
    """
    return _Compiler(check, below).query()


@dataclass(frozen=True)
class _Compiler:
    check: Check
    below: Mapping[Term, tuple[Term, ...]]

    def query(self) -> str:
        check = self.check
        if check.parameter == "sparql":
            return self._sparql()
        if check.parameter.endswith("Count"):
            return self._counted("<" if check.parameter.endswith("inCount") else ">")
        if check.parameter in _PAIRS:
            holds = f"COALESCE(?value {_PAIRS[check.parameter]} ?other, false)"
            return _select("?this ?value", f"{self._values()} ?this {self._first()} ?other . FILTER(!{holds})")
        match check.parameter:
            case "hasValue":
                return _select("?this", f"{self._target()} FILTER NOT EXISTS {{ ?this {check.path} {self._first()} }}")
            case "uniqueLang":
                two = f"?this {check.path} ?one , ?other . FILTER(!sameTerm(?one, ?other) && LANG(?one) = LANG(?other))"
                return _select("?this", f"{self._target()} {two} FILTER(LANG(?one) != '')")
            case "closed":
                known = ", ".join(map(_term, check.beside))
                odd = f"?this ?path ?value . FILTER(?path NOT IN ({known}))"
                return _select("?this ?path ?value", f"{self._target()} {odd}")
            case "disjoint":
                return _select("?this ?value", f"{self._values()} ?this {self._first()} ?value .")
        return _select("?this ?value", f"{self._values()} FILTER(!({self._holds(check)}))")

    def _target(self) -> str:
        """The pattern that binds ``?this`` to each node that the check concerns."""
        parts = [self._bound(kind, term) for kind, term in self.check.targets]
        return parts[0] if len(parts) == 1 else " UNION ".join(f"{{ {part} }}" for part in parts)

    def _bound(self, kind: str, term: Term) -> str:
        if kind == "targetClass":
            return self._is_a("?this", term)
        if kind == "targetNode":
            return f"VALUES ?this {{ {term} }}"
        pattern = f"?this {term} ?target_" if kind == "targetSubjectsOf" else f"?target_ {term} ?this"
        return f"{{ SELECT DISTINCT ?this WHERE {{ {pattern} }} }}"

    def _is_a(self, variable: str, cls: Term | None) -> str:
        """The pattern that a variable is of a class or of one below it."""
        classes = self.below.get(cls, (cls,)) if cls is not None else ()
        if len(classes) == 1:
            return f"{variable} <{RDF}type> {classes[0]} ."
        return f"VALUES ?class_ {{ {' '.join(map(str, classes))} }} {variable} <{RDF}type> ?class_ ."

    def _values(self) -> str:
        """The target and each of its value nodes: those at the end of the path, or the node itself."""
        path = self.check.path
        if [(kind, str(term)) for kind, term in self.check.targets] == [("targetSubjectsOf", path)]:
            return f"?this {path} ?value ."  # whatever has a value is a target
        return f"{self._target()} ?this {path} ?value ." if path else f"{self._target()} BIND(?this AS ?value)"

    def _first(self) -> str:
        return _term(self.check.values[0])

    def _counted(self, sign: str) -> str:
        number = _text(self.check.values[0])
        filtered = f"FILTER({self._all_hold(self.check.parts[0])})" if self.check.parts else ""
        value = f"?this {self.check.path} ?value . {filtered}"
        if (sign, number) == ("<", "1"):
            return _select("?this", f"{self._target()} FILTER NOT EXISTS {{ {value} }}")
        body = f"{self._target()} OPTIONAL {{ {value} }}"
        return f"SELECT ?this WHERE {{ {body} }} GROUP BY ?this HAVING(COUNT(DISTINCT ?value) {sign} {number})"

    def _sparql(self) -> str:
        """The constraint's own query, with the target at the head of its pattern and ``$this`` bound by it."""
        body = _text(self.check.values[0]).replace("$this", "?this")
        return _WHERE.sub(lambda match: f"{match.group()} {{ {self._target()} }}", body, count=1)

    def _all_hold(self, checks: tuple[Check, ...]) -> str:
        return " && ".join(f"({self._holds(one)})" for one in checks) or "true"

    def _holds(self, check: Check) -> str:
        """The expression that is true where ``?value`` satisfies the constraint."""
        if check.parameter == "or":
            return " || ".join(f"({self._all_hold(part)})" for part in check.parts)
        if check.parameter == "class":
            return f"EXISTS {{ {self._is_a('?value', check.values[0])} }}"
        return _holds(check)


def _holds(check: Check) -> str:
    first = check.values[0]
    match check.parameter:
        case "datatype":
            return _is_of(first)
        case "nodeKind":
            return _KINDS[str(first).rpartition("#")[2].rstrip(">")]
        case "minLength" | "maxLength":
            return f"!isBlank(?value) && STRLEN(STR(?value)) {_LENGTHS[check.parameter]} {_term(first)}"
        case "pattern":
            flags = "".join(f", {_term(flag)}" for flag in check.beside)
            return f"!isBlank(?value) && REGEX(STR(?value), {_term(first)}{flags})"
        case "languageIn":
            return " || ".join(f"COALESCE(langMatches(LANG(?value), {_term(one)}), false)" for one in check.values)
        case "in":
            return " || ".join(f"sameTerm(?value, {_term(one)})" for one in check.values)
    return f"COALESCE(?value {_COMPARED[check.parameter]} {_term(first)}, false)"


def _is_of(datatype: Term) -> str:
    """Whether a literal has the datatype and is well-formed in it."""
    same = f"sameTerm(DATATYPE(?value), {datatype})"
    if isinstance(datatype, NamedNode) and datatype.value in _CAST:
        same += f" && sameTerm(DATATYPE({datatype}(STR(?value))), {datatype})"
    return f"COALESCE({same}, false)"


def _select(variables: str, body: str) -> str:
    return f"SELECT DISTINCT {variables} WHERE {{ {body} }}"


def _text(term: Term) -> str:
    return term.value if isinstance(term, Literal) else str(term)


def _term(term: Term) -> str:
    """The term as SPARQL writes it."""
    if isinstance(term, Literal) and term.language:
        return f"{Literal(term.value)}@{tag(term.language)}"
    return str(term)
