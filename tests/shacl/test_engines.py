"""Each component of SHACL that is compiled gives what pySHACL gives, and what the specification says."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, Store

from graph.errors import OntologyError
from graph.shacl import read_shapes, validate
from graph.shacl.reference import validate_with_pyshacl

PREFIXES = """
@prefix e: <https://example.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
DATA = """
e:Cat rdfs:subClassOf e:Animal .
e:a a e:Cat ; e:p e:b , e:c ; e:n 1 , 2.5 ; e:t "甲" , "乙丙"@zh-Hans , "x"@en , "y"@en ; e:d "2021-02-30"^^xsd:date .
e:b a e:Dog ; e:p "text" ; e:n 7 ; e:m 7 ; e:t "" ; e:d "2021-02-28"^^xsd:date ; e:q e:b .
e:c e:p e:a , [] ; e:n "9"^^xsd:integer ; e:m 10 ; e:d "2021"^^xsd:gYear , "x"^^xsd:gYear ; e:q e:a , e:c .
"""
# A constraint on the values of a property, and the pairs of node and value that break it.
VALUES = {
    "sh:path e:p ; sh:class e:Animal": {("a", "b"), ("a", "c"), ("b", "text"), ("c", "_")},
    "sh:path [ sh:inversePath e:p ] ; sh:class e:Animal": {("a", "c")},
    "sh:path e:p ; sh:nodeKind sh:IRI": {("b", "text"), ("c", "_")},
    "sh:path e:p ; sh:nodeKind sh:BlankNodeOrIRI": {("b", "text")},
    "sh:path e:p ; sh:nodeKind sh:IRIOrLiteral": {("c", "_")},
    "sh:path e:n ; sh:datatype xsd:integer": {("a", "2.5")},
    "sh:path e:t ; sh:datatype xsd:string": {("a", "乙丙"), ("a", "x"), ("a", "y")},
    "sh:path e:t ; sh:datatype rdf:langString": {("a", "甲"), ("b", "")},
    "sh:path e:d ; sh:datatype xsd:date": {("a", "2021-02-30"), ("c", "2021"), ("c", "x")},
    "sh:path e:n ; sh:minInclusive 2.5": {("a", "1")},
    "sh:path e:n ; sh:minExclusive 2.5": {("a", "1"), ("a", "2.5")},
    "sh:path e:n ; sh:maxInclusive 7": {("c", "9")},
    "sh:path e:n ; sh:maxExclusive 7": {("b", "7"), ("c", "9")},
    "sh:path e:p ; sh:minInclusive 0": {("a", "b"), ("a", "c"), ("b", "text"), ("c", "a"), ("c", "_")},
    "sh:path e:t ; sh:minLength 1": {("b", "")},
    "sh:path e:t ; sh:maxLength 1": {("a", "乙丙")},
    'sh:path e:t ; sh:pattern "^[X-Z]$" ; sh:flags "i"': {("a", "甲"), ("a", "乙丙"), ("b", "")},
    'sh:path e:t ; sh:languageIn ( "zh" "fr" )': {("a", "甲"), ("a", "x"), ("a", "y"), ("b", "")},
    "sh:path e:p ; sh:in ( e:a e:b e:c )": {("b", "text"), ("c", "_")},
    "sh:path e:n ; sh:lessThan e:m": {("b", "7")},
    "sh:path e:n ; sh:lessThanOrEquals e:m": set(),
    "sh:path e:p ; sh:disjoint e:q": {("c", "a")},
    "sh:path e:p ; sh:or ( [ sh:class e:Animal ] [ sh:class e:Dog ] [ sh:nodeKind sh:Literal ] )": {
        ("a", "c"),
        ("c", "_"),
    },
}
# A constraint on the set of values, and the nodes that break it.
SETS = {
    "sh:path e:m ; sh:minCount 1": {"a"},
    "sh:path e:p ; sh:minCount 2": {"b"},
    "sh:path e:p ; sh:maxCount 1": {"a", "c"},
    "sh:path e:q ; sh:maxCount 0": {"b", "c"},
    "sh:path e:p ; sh:hasValue e:b": {"b", "c"},
    "sh:path e:t ; sh:uniqueLang true": {"a"},
    "sh:path e:p ; sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMinCount 2": {"b", "c"},
    "sh:path e:p ; sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMaxCount 1": {"a"},
    "sh:path e:p ; sh:qualifiedValueShape [ sh:class e:Animal ; sh:nodeKind sh:IRI ] ; sh:qualifiedMinCount 1": {
        "a",
        "b",
    },
}
NODES = "sh:targetSubjectsOf e:p ; "


def _store(data=DATA):
    store = Store()
    store.load(input=PREFIXES + data, format=RdfFormat.TURTLE)
    return store


def _shape(constraints, targets=NODES):
    return read_shapes(f'{PREFIXES} e:S a sh:NodeShape ; {targets} {constraints} ; sh:message "no" .')


def _name(term):
    return "_" if isinstance(term, BlankNode) else term.value.removeprefix("https://example.org/")


@pytest.mark.parametrize("constraint", VALUES)
def test_constraints_on_values(constraint):
    """A constraint on values finds each wrong value at its node, and pySHACL finds the same."""
    store, shapes = _store(), _shape(f"sh:property [ {constraint} ]")
    found = validate(store, shapes)
    assert {(_name(one.focus), _name(one.value)) for one in found} == VALUES[constraint]
    assert found == validate_with_pyshacl(store, shapes)


@pytest.mark.parametrize("constraint", SETS)
def test_constraints_on_sets(constraint):
    """A constraint on how many values there are finds each wrong node once, without a value."""
    store, shapes = _store(), _shape(f"sh:property [ {constraint} ]")
    found = validate(store, shapes)
    assert sorted((_name(one.focus), one.value) for one in found) == sorted((name, None) for name in SETS[constraint])
    assert found == validate_with_pyshacl(store, shapes)


@pytest.mark.parametrize(
    ("target", "nodes"),
    {
        "sh:targetClass e:Animal ;": {"a"},
        "sh:targetNode e:c , e:nowhere ;": {"c", "nowhere"},
        "sh:targetSubjectsOf e:q ;": {"b", "c"},
        "sh:targetObjectsOf e:q ;": {"a", "b", "c"},
        "sh:targetClass e:Dog ; sh:targetSubjectsOf e:m ;": {"b", "c"},
    }.items(),
)
def test_targets(target, nodes):
    """Targets are by class with all below it, by node, by property either way, and all of these together."""
    store, shapes = _store(), _shape("sh:in ( e:none )", target)
    found = validate(store, shapes)
    assert {_name(one.focus) for one in found} == nodes
    assert found == validate_with_pyshacl(store, shapes)


def test_a_closed_shape():
    """A closed shape finds each property that it neither has nor ignores, with its value."""
    store = _store()
    shapes = _shape("sh:closed true ; sh:ignoredProperties ( rdf:type e:t e:d ) ; sh:property [ sh:path e:p ]")
    found = validate(store, shapes)
    assert {(_name(one.focus), one.path[-1]) for one in found} == {
        ("a", "n"),
        *(("b", x) for x in "nmq"),
        *(("c", x) for x in "nmq"),
    }
    assert found == validate_with_pyshacl(store, shapes)


def test_a_constraint_in_sparql():
    """A SPARQL constraint has its own prefixes, and finds the value that it selects."""
    text = """sh:sparql [ sh:prefixes e:Declared ; sh:message "to itself" ;
        sh:select "SELECT $this ?value WHERE { $this x:q ?value . FILTER($this = ?value) }" ]"""
    declared = 'e:Declared sh:declare [ sh:prefix "x" ; sh:namespace "https://example.org/"^^xsd:anyURI ] .'
    store, shapes = _store(), read_shapes(f"{PREFIXES} e:S a sh:NodeShape ; {NODES} {text} . {declared}")
    found = validate(store, shapes)
    assert {(_name(one.focus), _name(one.value), one.message) for one in found} == {
        ("b", "b", "to itself"),
        ("c", "c", "to itself"),
    }
    assert found == validate_with_pyshacl(store, shapes)


def test_severity_and_message_are_inherited():
    """What a property shape does not say of severity and message its node shape does."""
    text = "e:S a sh:NodeShape ; sh:targetNode e:a ; sh:severity sh:Warning ; sh:message 'outer' ;"
    inner = "sh:property [ sh:path e:m ; sh:minCount 1 ] , [ sh:path e:q ; sh:minCount 1 ; sh:message 'inner' ] ."
    found = validate(_store(), read_shapes(f"{PREFIXES}{text}{inner}"))
    assert [(one.severity, one.message) for one in found] == [("Warning", "outer"), ("Warning", "inner")]


def test_classes_in_a_circle_are_no_trap():
    """Classes that are below each other are one, and nothing hangs."""
    store = _store("e:A rdfs:subClassOf e:B . e:B rdfs:subClassOf e:A . e:x a e:A ; e:p e:x .")
    shapes = _shape("sh:class e:B")
    assert validate(store, shapes) == () == validate_with_pyshacl(store, shapes)


@pytest.mark.parametrize(
    "wrong",
    {
        "sh:xone ( [ sh:class e:A ] ) ": "is not read here",
        "sh:property [ sh:path ( e:p e:q ) ; sh:minCount 1 ]": "neither a property nor the inverse",
        "sh:property e:Nothing": "no property shape",
        "sh:minCount 1": "minCount on a node shape",
        "sh:property [ sh:path e:p ; sh:closed true ]": "closed on a property shape",
        "sh:property [ sh:path e:p ; sh:property [ sh:path e:q ; sh:minCount 1 ] ]": "a property shape in a property",
        "sh:or ( [ sh:disjoint e:p ] )": "disjoint in a nested shape",
        "sh:class e:A . e:Other a sh:PropertyShape ; sh:targetNode e:a ; sh:path e:p": "is no sh:NodeShape",
    }.items(),
)
def test_what_is_not_compiled_is_an_error(wrong):
    """A part of SHACL that is not read stops the reading, so that no constraint is passed over."""
    text, message = wrong
    with pytest.raises(OntologyError, match=message):
        _shape(text)
    with pytest.raises(OntologyError, match="no target"):
        _shape("sh:class e:A", "")


XSD = "http://www.w3.org/2001/XMLSchema#"
TERMS = [
    *(NamedNode(f"https://example.org/{name}") for name in "abc"),
    Literal("甲"),
    Literal("x", language="zh-hans"),
    *(Literal(text, datatype=NamedNode(f"{XSD}integer")) for text in ("1", "01", "7")),
    Literal("2.50", datatype=NamedNode(f"{XSD}decimal")),
]
# Not where numbers are compared: what SPARQL cannot compare violates the constraint, as the specification has it, while
# pySHACL compares the texts.
DATES = [
    *TERMS,
    Literal("2021-04-15", datatype=NamedNode(f"{XSD}date")),
    Literal("x", datatype=NamedNode(f"{XSD}gYear")),
]
EVERYTHING = " ; ".join(f"sh:property [ {constraint} ]" for constraint in (*VALUES, *SETS))


@settings(deadline=None, max_examples=25)
@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("pqnmt"), st.sampled_from(TERMS)), max_size=8),
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("qtd"), st.sampled_from(DATES)), max_size=3),
)
def test_both_engines_agree_on_whatever_there_is(triples, dated):
    """On any small graph all constraints together give the same results with both engines."""
    store, shapes = _store("e:a a e:Cat . e:Cat rdfs:subClassOf e:Animal . e:b a e:Dog ."), _shape(EVERYTHING)
    names = [NamedNode(f"https://example.org/{name}") for name in "abcpqnmtd"]
    by_name = dict(zip("abcpqnmtd", names, strict=True))
    store.extend(Quad(by_name[subject], by_name[predicate], value) for subject, predicate, value in triples + dated)
    assert validate(store, shapes) == validate_with_pyshacl(store, shapes)
