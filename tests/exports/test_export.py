"""What is written where, all of it or nothing, and the command that does it."""

from __future__ import annotations

import csv
import errno
import io
import json
import re
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest

import graph
import graph.exports
from graph.cli import cli
from graph.errors import OutputError, UsageError
from graph.exports import EXPORTERS, IN_BUILD, export, exporter

from .made_up import opened

SMALL = opened()
FORMATS = [one.name for one in EXPORTERS]


def _tree(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_build_gives_the_same_bytes(name):
    """Every format, from two openings of two builds."""
    assert exporter(name).export(SMALL) == exporter(name).export(opened())


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_written(name, tmp_path):
    """One file of the name given, or the format's files in the folder given, and nothing else."""
    one = exporter(name)
    written = export(SMALL, one, tmp_path / "deep" / "out")
    assert {path.relative_to(tmp_path).as_posix() for path in written} == _tree(tmp_path)
    assert all(path.stat().st_size for path in written)
    assert (tmp_path / "deep" / "out").is_dir() == one.is_folder


def test_a_build_has_its_exports(built):
    """Beside the graphs, the page, the store and the reports."""
    assert {"graph.nq", "graph.jsonld", "graph.graphml", "graph.gexf"} <= _tree(built)
    assert {"nodes.csv", "edges.csv", "figures.csv", "evidence.csv"} <= _tree(built)
    assert {one.name for one in IN_BUILD} == {"jsonld", "graphml", "gexf", "csv"}


@pytest.mark.parametrize("name", ["nquads", *(one.name for one in IN_BUILD)])
def test_what_a_build_wrote_is_what_an_export_gives(built, name, tmp_path):
    """There is one way to write a format."""
    for path in export(graph.exports.open_build(built), exporter(name), tmp_path / exporter(name).file):
        assert path.read_bytes() == (built / path.name).read_bytes()


@pytest.mark.parametrize("name", ["jsonld", "csv"])
def test_a_full_disk_leaves_what_was_there(name, tmp_path, monkeypatch):
    """The old file is the old file, and nothing half-written lies about."""
    out = tmp_path / "out"
    written = export(SMALL, exporter(name), out)
    before = {path: path.read_bytes() for path in written}

    def full(path: Path, data: bytes) -> int:
        path.open("wb").close()
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OutputError, match="No space left on device"):
        export(SMALL, exporter(name), out)
    assert {path: path.read_bytes() for path in before} == before
    assert len(_tree(tmp_path)) == len(before)


def test_a_folder_is_no_file(tmp_path):
    """A format that is one file does not go where a folder stands."""
    with pytest.raises(OutputError, match="give the name of a file"):
        export(SMALL, exporter("gexf"), tmp_path)


def test_the_api_exports(built, tmp_path):
    """By the name of the format."""
    (path,) = graph.export(built, "graphml", tmp_path / "g.graphml", quote_limit=0)
    network = nx.read_graphml(path)
    assert network.number_of_nodes() > 200
    assert not any("quotes" in data for *_, data in network.edges(data=True))


def test_everything_is_there_on_demand(built, tmp_path):
    """What is only claimed, hypothetical or denied has an edge with its status."""
    for everything in (False, True):
        graph.export(built, "csv", tmp_path / str(everything), everything=everything)
    facts, all_of_it = ((tmp_path / name / "edges.csv").read_text("utf-8") for name in ("False", "True"))
    assert ",denied," not in facts
    assert ",denied," in all_of_it


def test_the_command_writes_to_the_current_folder(built, zhimai, tmp_path, monkeypatch):
    """It names what it wrote; the build stays as it was."""
    monkeypatch.chdir(tmp_path)
    done = zhimai("export", built, "--to", "neo4j")
    assert done.out.split() == [str(Path("neo4j", name)) for name in ("nodes.csv", "figures.csv", "relationships.csv")]
    assert zhimai("export", built, "--to", "cypher").out == "graph.cypher\n"
    assert _tree(tmp_path) == {"neo4j/nodes.csv", "neo4j/figures.csv", "neo4j/relationships.csv", "graph.cypher"}
    assert "neo4j" not in {path.name for path in built.iterdir()}


def test_the_command_writes_to_standard_output(built, zhimai):
    """With -o -, where the format is one file."""
    done = zhimai("export", built, "--to", "jsonld", "-o", "-")
    assert done.out.encode() == (built / "graph.jsonld").read_bytes()
    several = zhimai("export", built, "--to", "csv", "-o", "-")
    assert (several.code, several.err) == (2, "zhimai: -o: csv is several files; give a folder\n")


def test_mistakes_are_told_in_a_line(built, zhimai, tmp_path):
    """No such format, no such build, no such limit."""
    format = zhimai("export", built, "--to", "pdf")
    assert (format.code, format.err) == (2, f"zhimai: export: no format 'pdf'; use one of {', '.join(FORMATS)}\n")
    folder = zhimai("export", tmp_path, "--to", "gexf")
    assert (folder.code, "no build is here" in folder.err) == (2, True)
    assert zhimai("export", built, "--to", "gexf", "--quote-limit", "-1").code == 2
    with pytest.raises(UsageError, match="no format"):
        graph.export(built, "pdf", tmp_path / "x.pdf")


def test_the_help_lists_every_format():
    """In the order of the exporters, with the file that is written."""
    listed = re.findall(r"^ {6}(\w+) +(\S+) ", cli.commands["export"].help, re.MULTILINE)
    usual = [(one.name, f"{one.file}/" if one.is_folder else one.file) for one in EXPORTERS]
    assert [row for row in listed if row[0] in FORMATS] == usual


def test_a_store_takes_the_quads(built, tmp_path):
    """What goes to a triple store is the whole data set."""
    graph.export(built, "nquads", tmp_path / "g.nq")
    store = ox.Store()
    store.bulk_load(path=tmp_path / "g.nq")
    assert len(list(store.named_graphs())) == 17


def test_where_a_place_lies_is_in_every_format(built):
    """Suzhou's latitude, with a short name in tables and JSON-LD and the vocabulary's IRI in RDF."""
    text = {name: (built / name).read_text("utf-8-sig") for name in ("nodes.csv", "graph.jsonld", "graph.graphml")}
    (row,) = (one for one in csv.DictReader(io.StringIO(text["nodes.csv"])) if one["gb_code"] == "320500")
    assert (row["lat"], row["long"]) == ("31.3041", "120.5954")
    assert '"lat": "31.3041"' in text["graph.jsonld"]
    assert json.loads(text["graph.jsonld"])["@context"]["lat"] == {"@id": "geo:lat", "@type": "xsd:decimal"}
    assert ">31.3041<" in text["graph.graphml"]
    assert "<http://www.w3.org/2003/01/geo/wgs84_pos#lat>" in (built / "graph.nq").read_text("utf-8")
