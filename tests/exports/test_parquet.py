"""Parquet has the same tables, typed."""

from __future__ import annotations

import io
import sys

import pytest
from arro3.core import Table
from arro3.io import read_parquet
from hypothesis import given, settings
from small import FIRM, KNOWLEDGE

from graph.errors import UsageError
from graph.exports import Opened, exporter, open_build
from graph.exports.characters import readable
from graph.model import Knowledge

from .made_up import BASE, hostile, named, opened


def _tables(build: Opened) -> dict[str, Table]:
    return {name: read_parquet(io.BytesIO(data)).read_all() for name, data in exporter("parquet").export(build).items()}


def _column(table: Table, name: str) -> list[object]:
    return [value.as_py() for value in table.column(name)]


def test_the_samples_are_read_back_whole(built):
    """A row a node, an edge, a figure, a passage, with lists as lists and numbers as numbers."""
    graph, tables = open_build(built).graph, _tables(open_build(built))
    assert _column(tables["nodes.parquet"], "aliases") == [list(node.aliases) for node in graph.nodes]
    assert _column(tables["edges.parquet"], "confidence") == [edge.confidence for edge in graph.edges]
    assert _column(tables["figures.parquet"], "value") == [float(figure.value) for figure in graph.figures]
    said = (*graph.edges, *graph.dates, *graph.figures)
    assert _column(tables["evidence.parquet"], "start") == [p.start for one in said for p in one.evidence]


def test_what_is_empty_is_null():
    """So that a count leaves it out."""
    nodes = _tables(opened())["nodes.parquet"]
    codes = dict(zip(_column(nodes, "iri"), _column(nodes, "gb_code"), strict=True))
    assert codes[BASE + FIRM.id] is None
    assert codes[f"{BASE}place/320500"] == "320500"


def test_a_build_without_figures_has_the_columns():
    """An empty table is a table."""
    empty = Knowledge(KNOWLEDGE.texts, KNOWLEDGE.entities, (), ())
    figures = _tables(opened(empty))["figures.parquet"]
    assert (figures.num_rows, "measure" in figures.column_names) == (0, True)


@settings(max_examples=20, deadline=None)
@given(hostile())
def test_hostile_names_survive(name):
    """Every character but those that no output has."""
    nodes = _tables(named(name))["nodes.parquet"]
    names = dict(zip(_column(nodes, "iri"), _column(nodes, "name"), strict=True))
    assert names[BASE + FIRM.id] == readable(name)


def test_without_the_library_the_remedy_is_told(monkeypatch):
    """One line that says what to install."""
    monkeypatch.setitem(sys.modules, "arro3.io", None)
    with pytest.raises(UsageError, match=r"not installed; pip install 'zhimai\[parquet\]'"):
        exporter("parquet").export(opened())
