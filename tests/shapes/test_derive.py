"""Shapes follow from the ontology, in Turtle that any SHACL tool reads."""

from __future__ import annotations

import rdflib
from rdflib import SH

from graph.ontology import ZM
from graph.shapes import derived_shapes

OURS = rdflib.Namespace(ZM)
DATA = rdflib.Namespace("https://w3id.org/zhimai/shapes/data#")


def _graph(ontology):
    return rdflib.Graph().parse(data=derived_shapes(ontology))


def test_domain_and_range(ontology):
    """The subjects of a relation are of its domain, its values of its range."""
    graph = _graph(ontology)
    shape = DATA.heldAt
    assert graph.value(shape, SH.targetSubjectsOf) == OURS.heldAt
    assert graph.value(shape, SH["class"]) == OURS.Occasion
    assert graph.value(graph.value(shape, SH.property), SH["class"]) == OURS.Venue


def test_datatypes(ontology):
    """A value is of the property's datatype, or of one of those that a datatype of our own holds."""
    graph = _graph(ontology)
    assert graph.value(graph.value(DATA.value, SH.property), SH.datatype) == rdflib.XSD.decimal
    options = graph.items(graph.value(graph.value(DATA.startDate, SH.property), SH["or"]))
    assert {graph.value(option, SH.datatype).fragment for option in options} == {
        "date",
        "gYearMonth",
        "gYear",
        "gMonthDay",
    }


def test_only_what_is_symmetric_is_written_once(ontology):
    """Each symmetric relation has a shape that it is written one way, no other has."""
    names = {name.removesuffix("-once") for name in _names(ontology) if name.endswith("-once")}
    assert names == {name for name, prop in ontology.properties.items() if prop.symmetric}


def test_nothing_is_related_to_itself(ontology):
    """Relations between things have a shape against loops; those of records and literals have none."""
    names = {name.removesuffix("-itself") for name in _names(ontology) if name.endswith("-itself")}
    assert {"partOf", "acquires", "competesWith"} <= names
    assert not names & {"startDate", "evidence", "document"}


def test_the_same_ontology_gives_the_same_shapes(ontology):
    """Shapes have an order of their own."""
    assert derived_shapes(ontology) == derived_shapes(ontology)


def _names(ontology):
    return [str(shape).partition("#")[2] for shape in _graph(ontology).subjects(rdflib.RDF.type, SH.NodeShape)]
