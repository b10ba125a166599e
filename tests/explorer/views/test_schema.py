"""Terms of the ontology that a build was made with."""

from __future__ import annotations

from graph.explorer.views.schema import Schema, Schemed
from graph.store import open_store

from ..served import write


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


def test_a_colour_that_is_none_is_not_told(tmp_path):
    """Styles and drawings put it in as it is, so it could name an address."""
    quads = write(tmp_path) / "graph.nq"
    said = [line for line in quads.read_text("utf-8").splitlines() if "#colour>" not in line]
    city = '<https://w3id.org/zhimai/ontology#City> <https://w3id.org/zhimai/ontology#colour> "url(//evil.example)"'
    graph = next(line.rsplit(" ", 2)[1] for line in said if line.startswith("<https://w3id.org/zhimai/ontology#City>"))
    quads.write_text("\n".join([*said, f"{city} {graph} ."]) + "\n", "utf-8")
    assert Schema.read(open_store(tmp_path)).colours == {}
