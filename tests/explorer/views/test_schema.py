"""Terms of the ontology that a build was made with."""

from __future__ import annotations

from graph.explorer.views.schema import Schemed


def test_what_occurs_is_told_with_labels_colours_and_counts(opened):
    """In three languages."""
    told = Schemed().told(opened)
    firm = told["classes"]["Company"]
    assert (firm["labels"]["en"], firm["labels"]["zh-Hans"], firm["count"]) == ("Company", "企业", 2)
    assert firm["colour"].startswith("#")
    assert "Person" not in told["classes"]
    assert told["properties"]["exhibits"]["inverse"]["en"]
    assert told["things"] == sum(one["count"] for one in told["classes"].values())


def test_a_class_without_a_colour_has_that_above_it(opened):
    """And one that nobody knows has a plain one."""
    schema = opened.schema
    assert schema.above("City")[:2] == ("City", "Place")
    bare = {name: colour for name, colour in schema.colours.items() if name != "City"}
    assert type(schema)(
        schema.labels, schema.inverse, bare, schema.parents, schema.symmetric, schema.properties
    ).colour("City") == schema.colour("Place")
    assert schema.colour("Nothing") == "#8a8f98"


def test_symmetric_properties_are_known(opened):
    """They have no direction."""
    assert "cooperatesWith" in opened.schema.symmetric
    assert "exhibits" not in opened.schema.symmetric
