"""What the forms of RDF hold is what the build holds, as two libraries read it."""

from __future__ import annotations

import re

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from small import ROBOT

from graph.errors import UsageError
from graph.exports import Opened, exporter
from graph.exports.characters import readable
from graph.store import turtle_languages

from .made_up import BASE, hostile, named, opened, triples

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SMALL = opened()


def _bytes(build: Opened, name: str) -> bytes:
    format = exporter(name)
    return format.export(build)[format.file]


def _canonical(found) -> set[ox.Triple]:
    """The triples with what XML refuses replaced as RDF/XML does."""

    def value(term):
        if not isinstance(term, ox.Literal):
            return term
        text = readable(term.value)
        return ox.Literal(text, language=term.language) if term.language else ox.Literal(text, datatype=term.datatype)

    return {ox.Triple(t.subject, t.predicate, value(t.object)) for t in found}


def _by_rdflib(data: bytes, format: str) -> set[ox.Triple]:
    return triples(
        rdflib.Graph().parse(data=data, format=format).serialize(format="nt").encode(), ox.RdfFormat.N_TRIPLES
    )


def test_the_triples_are_those_of_graph_ttl(built):
    """Of the sample build, to the triple."""
    from graph.exports import open_build

    assert set(open_build(built).triples) == triples((built / "graph.ttl").read_bytes(), ox.RdfFormat.TURTLE)


def test_n_quads_of_the_samples_are_the_data_set(built):
    """graph.nq holds what graph.trig holds, graph for graph, in sorted lines with language tags as people write them."""
    data = (built / "graph.nq").read_bytes()
    wanted = ox.Dataset(ox.parse(path=built / "graph.trig"))
    assert ox.Dataset(ox.parse(data, ox.RdfFormat.N_QUADS)) == wanted
    lines = data.splitlines(keepends=True)
    assert lines == sorted(set(lines))
    assert b'"@zh-Hant' in data
    assert b'"@zh-hant' not in data


@pytest.mark.parametrize(("name", "form", "format"), [("rdfxml", "xml", "RDF_XML"), ("jsonld", "json-ld", "JSON_LD")])
def test_the_samples_are_read_back_whole(built, name, form, format):
    """By rdflib and by Oxigraph, the same triples as in graph.ttl."""
    from graph.exports import open_build

    build = open_build(built)
    data = _bytes(build, name)
    assert triples(data, getattr(ox.RdfFormat, format)) == set(build.triples)
    assert _by_rdflib(data, form) == set(build.triples)


@settings(max_examples=30, deadline=None)
@given(hostile())
def test_hostile_names_survive_n_quads(name):
    """Every character that a literal may hold."""
    build = named(name)
    assert set(ox.parse(_bytes(build, "nquads"), ox.RdfFormat.N_QUADS)) == set(build.quads)


@settings(max_examples=30, deadline=None)
@given(hostile())
def test_hostile_names_survive_json_ld(name):
    """Oxigraph and rdflib read back every character."""
    build = named(name)
    data = _bytes(build, "jsonld")
    assert triples(data, ox.RdfFormat.JSON_LD) == set(build.triples)
    assert _by_rdflib(data, "json-ld") == set(build.triples)


@settings(max_examples=30, deadline=None)
@given(hostile())
def test_hostile_names_survive_rdf_xml(name):
    """Every character that XML admits; the others are U+FFFD."""
    build = named(name)
    data = _bytes(build, "rdfxml")
    assert triples(data, ox.RdfFormat.RDF_XML) == _canonical(build.triples)
    assert _by_rdflib(data, "xml") == _canonical(build.triples)


@settings(max_examples=30, deadline=None)
@given(hostile())
def test_hostile_names_survive_rdf_1_2(name):
    """The triple term of each statement is its subject, predicate and object."""
    build = named(name)
    found = triples(_bytes(build, "rdf12"), ox.RdfFormat.TURTLE)
    parts = {f"{RDF}{part}" for part in ("subject", "predicate", "object")}
    said = {t for t in build.triples if t.predicate.value not in parts}
    assert {t for t in found if t.predicate.value != f"{RDF}reifies"} == said
    reified = {t.subject.value: t.object for t in found if t.predicate.value == f"{RDF}reifies"}
    statement = reified[f"{BASE}statement/s9"]
    assert (statement.object.value, len(reified)) == (BASE + ROBOT.id, 8)
    plain = {t for t in reified.values() if t in found}
    assert {iri for iri, t in reified.items() if t not in plain} == {f"{BASE}statement/s6"}


def test_rdf_xml_refuses_a_property_that_it_cannot_write():
    """XML has no element of the name 9."""
    quad = ox.Quad(ox.NamedNode("http://a/s"), ox.NamedNode("http://a/9"), ox.Literal("x"))
    with pytest.raises(UsageError, match="http://a/9: RDF/XML has no way"):
        _bytes(Opened((quad,), {}), "rdfxml")


def test_prefixes_come_in_one_order():
    """The libraries' own order changes from run to run."""
    turtle = re.findall(rb"^@prefix (\S+):", _bytes(SMALL, "rdf12"), re.MULTILINE)
    xml = re.findall(rb"xmlns:(\w+)=", _bytes(SMALL, "rdfxml"))
    assert (turtle, xml) == (sorted(turtle), sorted(xml))
    assert len(turtle) > 10


def test_a_tag_in_a_literal_is_no_tag():
    """Only what follows a literal is a language tag."""
    line = b'<a> <b> "@zh-hant \\" @zh-hant"@zh-hant .'
    assert turtle_languages(line) == b'<a> <b> "@zh-hant \\" @zh-hant"@zh-Hant .'
