"""The files for Neo4j keep to its documented import format, and the script to Cypher's grammar of strings."""

from __future__ import annotations

import csv
import io
import re

import pytest
from hypothesis import given, settings
from small import CARE, FIRM, ROBOT

from graph.exports import Opened, exporter, open_build
from graph.exports.characters import readable
from graph.exports.neo4j import _string, _type

from .made_up import BASE, hostile, named, opened

TYPES = {"int", "long", "float", "double", "boolean", "byte", "short", "char", "string"}
CHECKS = {"int": int, "double": float, "boolean": {"true": True, "false": False}.__getitem__, "string": str}
STRING = re.compile(r"'((?:[^'\\]|\\.)*)'", re.DOTALL)
ESCAPES = {"\\": "\\", "'": "'", "n": "\n", "r": "\r", "t": "\t"}


def _read(data: bytes) -> tuple[list[str], list[dict[str, object]]]:
    """Header and rows by the operations manual ("Import header format"), with the tool's default options.

    A field is ``name:type``; one ``:ID`` in a file of nodes; ``:START_ID``, ``:END_ID`` and ``:TYPE`` in one of
    relationships; ``;`` separates labels and the items of arrays; no field has a line break, unless the tool is told.
    """
    text = data.decode()
    lines = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    assert len(lines) == text.count("\n") == len(text.splitlines()), "a line break in a field"
    header, *rows = lines
    kinds = [_kind(field) for field in header]
    names = [field.partition(":")[0] or field for field in header]
    assert len(set(names)) == len(names)
    assert all(len(row) == len(header) for row in rows)
    return header, [
        {name: _value(cell, *kind) for name, kind, cell in zip(names, kinds, row, strict=True)} for row in rows
    ]


def _kind(field: str) -> tuple[str, bool]:
    name, _, type = field.partition(":")
    if type in ("LABEL", "START_ID", "END_ID", "TYPE"):
        assert not name, field
        return "string", type == "LABEL"
    if type == "ID":
        assert re.fullmatch(r"[A-Za-z]\w*", name), field
        return "string", False
    assert re.fullmatch(r"\w+", name), field
    assert type.removesuffix("[]") in TYPES, field
    return type.removesuffix("[]"), type.endswith("[]")


def _value(cell: str, type: str, is_list: bool) -> object:
    if not cell:
        return [] if is_list else None
    return [CHECKS[type](item) for item in cell.split(";")] if is_list else CHECKS[type](cell)


def _files(build: Opened) -> tuple[list[dict[str, object]], list[dict[str, object]], list[dict[str, object]]]:
    files = exporter("neo4j").export(build)
    read = {name: _read(data) for name, data in files.items()}
    for name in ("nodes.csv", "figures.csv"):
        assert sum(field.endswith(":ID") for field in read[name][0]) == 1
        assert ":LABEL" in read[name][0]
    assert {":START_ID", ":END_ID", ":TYPE"} <= set(read["relationships.csv"][0])
    nodes, figures, relations = (read[name][1] for name in ("nodes.csv", "figures.csv", "relationships.csv"))
    ids = [node["iri"] for node in nodes] + [figure["id"] for figure in figures]
    assert len(set(ids)) == len(ids)
    assert {relation[end] for relation in relations for end in (":START_ID", ":END_ID")} <= set(ids)
    return nodes, figures, relations


def test_the_samples_keep_to_the_format(built):
    """Headers, types, unique ids, and no relationship without its ends."""
    graph = open_build(built).graph
    nodes, figures, relations = _files(open_build(built))
    assert (len(nodes), len(figures)) == (len(graph.nodes), len(graph.figures))
    assert len(relations) == len(graph.edges) + len(graph.figures)


def test_labels_are_the_class_and_all_above_it():
    """So that a query for organisations finds firms."""
    nodes, figures, _ = _files(opened())
    firm = next(node for node in nodes if node["iri"] == BASE + FIRM.id)
    assert firm[":LABEL"] == ["Thing", "Company", "Organisation", "Actor"]
    assert (firm["documents"], firm["background"]) == (2, False)
    assert {tuple(figure[":LABEL"]) for figure in figures} == {("Figure",)}


def test_relations_are_types_in_capitals():
    """As is the custom in Neo4j."""
    assert [_type({"relation": name}) for name in ("exhibitsAt", "partOf", "my:sailsTo")] == [
        "EXHIBITS_AT",
        "PART_OF",
        "MY_SAILS_TO",
    ]


@pytest.mark.parametrize(
    "data",
    [b"iri:ID,a:strng\n", b':ID,a\nx,"a\nb"\n', b"iri:ID,n:int\nx,one\n", b"iri:ID,b:boolean\nx,yes\n"],
)
def test_the_check_finds_what_is_wrong(data):
    """The check of the format is one that can fail."""
    with pytest.raises((AssertionError, KeyError, ValueError)):
        _read(data)


@settings(max_examples=30, deadline=None)
@given(hostile())
def test_hostile_names_keep_to_the_format(name):
    """A line break is a blank, a semicolon in a list the Chinese one; nothing else changes."""
    nodes, _, relations = _files(named(name))
    firm = next(node for node in nodes if node["iri"] == BASE + FIRM.id)
    one_line = re.sub("[\r\n\x85\u2028\u2029]+", " ", readable(name))
    assert (firm["name"] or "") == one_line
    said = next(relation for relation in relations if relation["id"] == f"{BASE}statement/s9")
    assert "".join(said["quotes"]) == one_line.replace(";", "；")


def _evaluated(expression: str) -> str:
    """A sum of string literals, by the grammar: a literal ends at the first quote that no backslash escapes."""
    assert re.fullmatch(rf"{STRING.pattern}(?: \+ {STRING.pattern})*", expression, re.DOTALL)
    parts = STRING.findall(expression)
    return "".join(re.sub(r"\\(.)", lambda m: ESCAPES[m[1]], part, flags=re.DOTALL) for part in parts)


@given(hostile())
def test_a_string_of_cypher_is_read_back(name):
    """Quotes and backslashes are escaped, and nothing is left that older versions read before they read strings."""
    written = _string(name)
    assert _evaluated(written) == name
    assert "\\u" not in written
    assert "\n" not in written
    assert "\r" not in written


@settings(max_examples=30, deadline=None)
@given(hostile())
def test_a_hostile_name_stays_in_its_string(name):
    """What is left of the script without its strings is the same for every name: none gets out."""
    script = exporter("cypher").export(named(name))["graph.cypher"].decode()
    bare = re.sub(r"s( \+ s)*", "s", STRING.sub("s", script))
    tame = exporter("cypher").export(named("甲"))["graph.cypher"].decode()
    assert bare.count("\n") == script.count("\n")
    assert bare.split("\n")[-3:] == STRING.sub("s", tame).split("\n")[-3:]
    assert "'" not in bare
    assert all(line.endswith(";") for line in bare.splitlines())


def test_the_script_merges_nodes_before_their_relationships(built):
    """By IRI, below constraints, one statement a line, as many as there are nodes and edges."""
    graph = open_build(built).graph
    lines = exporter("cypher").export(open_build(built))["graph.cypher"].decode().splitlines()
    kinds = [line.partition(" ")[0] for line in lines]
    nodes, edges = len(graph.nodes) + len(graph.figures), len(graph.edges) + len(graph.figures)
    assert kinds == ["CREATE"] * 2 + ["MERGE"] * nodes + ["MATCH"] * edges


def test_a_relationship_of_the_script():
    """Its ends are found by IRI, it is merged by its statement's IRI."""
    script = exporter("cypher").export(opened())["graph.cypher"].decode()
    line = next(line for line in script.splitlines() if "APPLIED_IN" in line)
    assert line.startswith(
        f"MATCH (a:Thing {{iri: '{BASE}{ROBOT.id}'}}), (b:Thing {{iri: '{BASE}{CARE.id}'}}) "
        f"MERGE (a)-[r:`APPLIED_IN` {{id: '{BASE}statement/s5'}}]->(b) SET r += {{"
    )
