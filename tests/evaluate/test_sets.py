"""The tables that put the labels of annotated sets into the words of the ontology."""

from __future__ import annotations

import pytest

from graph.evaluate.readers import FORMATS
from graph.evaluate.sets import known_sets
from graph.evaluate.values import CORE, Relation
from graph.ontology import load_ontology

SETS = {one.id: one for one in known_sets()}


@pytest.mark.parametrize("one", SETS.values(), ids=SETS)
def test_a_table_speaks_the_ontology(one):
    """Classes are core classes, properties are the ontology's, the format is one that is read."""
    assert one.form in FORMATS
    assert set(one.classes.values()) <= set(CORE)
    named = {relation.property for relations in one.relations.values() for relation in relations}
    assert named <= set(load_ontology().properties)
    assert bool(one.classes) != bool(one.relations)


def test_a_passive_relation_is_its_active_one_backwards():
    """被X of FinRE leads from the second name to the first, with the same properties."""
    relations = SETS["finre-valid"].relations
    passive = {label: said for label, said in relations.items() if label.startswith("被")}
    assert passive
    for label, said in passive.items():
        assert said == tuple(Relation(one.property, not one.backwards) for one in relations[label[1:]])


def test_what_has_no_counterpart_maps_to_nothing():
    """Unrelated pairs and two names of one firm are in no table."""
    assert not {"unknown", "自己", "分析"} & set(SETS["finre-train"].relations)
