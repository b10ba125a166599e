"""The tables open right in a spreadsheet and run nothing there."""

from __future__ import annotations

import csv
import io
import re

from hypothesis import given, settings
from small import EDITION, FIRM

from graph.exports import Opened, exporter, open_build
from graph.exports.characters import readable

from .made_up import BASE, hostile, named, opened


def _tables(build: Opened) -> dict[str, list[dict[str, str]]]:
    return {name: _rows(data) for name, data in exporter("csv").export(build).items()}


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


SMALL = _tables(opened())


def test_spreadsheets_know_the_encoding():
    """Excel takes a file without the mark for another encoding."""
    assert all(data.startswith(b"\xef\xbb\xbf") for data in exporter("csv").export(opened()).values())


def test_the_samples_are_read_back_whole(built):
    """A row a node, an edge, a figure, a passage."""
    graph = open_build(built).graph
    rows = {name: _rows((built / f"{name}.csv").read_bytes()) for name in ("nodes", "edges", "figures", "evidence")}
    assert [row["iri"] for row in rows["nodes"]] == [node.iri for node in graph.nodes]
    assert [(row["source"], row["relation"], row["target"]) for row in rows["edges"]] == [
        (edge.source, edge.relation, edge.target) for edge in graph.edges
    ]
    assert [row["measure"] for row in rows["figures"]] == [figure.measure for figure in graph.figures]
    said = (*graph.edges, *graph.dates, *graph.figures)
    assert [row["quote"] for row in rows["evidence"]] == [p.quote for one in said for p in one.evidence]


def test_an_edge_shows_its_evidence():
    """Both sentences in one cell, both articles in another."""
    edge = next(row for row in SMALL["edges.csv"] if row["relation"] == "exhibits")
    assert edge["quotes"] == "霽川智能亮相第八屆甲州交易會，展出「雲帆」機器人 | 霁川智能带来云帆机器人"
    assert edge["sources"] == "2021-04 霽川智能亮相 | 2021-04-16 机器人走进养老院"
    assert (edge["documents"], edge["confidence"], edge["qualifiers"]) == ("2", "0.95", f"edition={EDITION.name}")


def test_evidence_has_its_offsets():
    """A row of evidence leads to its edge and into the article."""
    row = next(row for row in SMALL["evidence.csv"] if row["of"] == f"{BASE}statement/s2")
    assert (row["kind"], row["relation"], row["start"], row["end"], row["omitted"]) == (
        "edge",
        "headquarteredIn",
        "25",
        "41",
        "0",
    )


def test_a_negative_number_is_a_number():
    """Only texts are guarded."""
    assert {row["value"] for row in SMALL["figures.csv"]} == {"2200000000", "0.333333", "-12.5"}


@settings(max_examples=40, deadline=None)
@given(hostile())
def test_no_name_is_a_formula_and_none_is_lost(name):
    """What begins like one has an apostrophe before it, and is otherwise as it was."""
    tables = _tables(named(name))
    cells = [cell for rows in tables.values() for row in rows for key, cell in row.items() if key != "value"]
    assert [cell for cell in cells if re.match(r"[=+\-@＝＋－＠\t\r\n]", cell)] == []
    found = next(row["name"] for row in tables["nodes.csv"] if row["iri"] == BASE + FIRM.id)
    assert found in (readable(name), "'" + readable(name))
