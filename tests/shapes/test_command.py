"""`zhimai check`, and what a build does when its own output is not sound."""

from __future__ import annotations

import json
import shutil

import pytest
import rdflib

import graph.rdf
from graph.store import create_store

SENTENCE = "甲湖科技有限公司位于杭州市，在第三届西岭博览会上展出智能传感器。"


@pytest.fixture
def broken(built, tmp_path):
    """A build of the samples in which one thing is of two classes."""
    folder = tmp_path / "broken"
    shutil.copytree(built, folder)
    text = (folder / "graph.trig").read_text("utf-8")
    (folder / "graph.trig").write_text(text.replace(" a zm:Fair ;", " a zm:Fair , zm:Person ;", 1), encoding="utf-8")
    create_store(folder)
    return folder


def test_a_sound_build(zhimai, built):
    """A build that conforms ends with 0 and a line that says so."""
    done = zhimai("check", built)
    assert (done.code, done.out, done.err) == (0, f"{built}: conforms\n", "")


def test_a_broken_build(zhimai, broken):
    """A build that does not ends with 1 and says what is wrong of what."""
    done = zhimai("check", broken)
    assert done.code == 1
    assert "is one of two classes, but a thing has one class" in done.out
    assert "zm:Fair, zm:Person" in done.out


def test_as_json_and_turtle(zhimai, broken):
    """The same as JSON, and as a report of SHACL."""
    done = zhimai("check", broken, "--format", "json")
    assert (done.code, json.loads(done.out)["conforms"]) == (1, False)
    done = zhimai("check", broken, "-f", "turtle")
    report = rdflib.Graph().parse(data=done.out)
    assert (None, rdflib.SH.conforms, rdflib.Literal(False)) in report


def test_what_is_no_build(zhimai, tmp_path):
    """A folder without a build is wrong usage, and so is nothing at all."""
    assert zhimai("check", tmp_path).code == 2
    assert zhimai("check").code == 2
    assert zhimai("check", "--ontology", tmp_path / "none.ttl").code == 2


def test_an_ontology_file_alone(zhimai, tmp_path):
    """Mistakes end with 1, each on a line; recommendations alone end with 0."""
    path = tmp_path / "my.ttl"
    head = "@prefix zm: <https://w3id.org/zhimai/ontology#> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
    head += "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
    path.write_text(f'{head}zm:exhibits zm:cue [ zm:words "亮出来" ] .\n', encoding="utf-8")
    done = zhimai("check", "--ontology", path)
    assert (done.code, done.out) == (0, f"{path}: no mistakes\n")
    labels = 'rdfs:label "x"@en , "器"@zh-Hans , "器"@zh-Hant'
    path.write_text(f"{head}zm:Robot a owl:Class ; rdfs:subClassOf zm:Product ; {labels} .\n", encoding="utf-8")
    done = zhimai("check", "--ontology", path)
    assert (done.code, done.out.splitlines()[0]) == (
        0,
        "recommended: my.ttl:4: zm:Robot: rdfs:comment is missing in en, zh-Hans, zh-Hant; say when it applies",
    )
    path.write_text(f'{head}zm:exhibits zm:cue [ zm:word "a" ] .\n', encoding="utf-8")
    done = zhimai("check", "--ontology", path, "--format", "json")
    assert done.code == 1
    assert {"my.ttl:4: zm:exhibits"} == {one["where"] for one in json.loads(done.out)}


def test_a_build_writes_its_validation(zhimai, tmp_path):
    """A build says that it conforms, on the terminal, in the report and in validation.ttl."""
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    done = zhimai("build", tmp_path / "a.txt", "-o", tmp_path / "out")
    assert (done.code, done.err) == (0, "")
    assert "  validation: conforms\n" in done.out
    assert json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))["violations"] == 0
    assert "| validation | conforms |" in (tmp_path / "out" / "report.md").read_text("utf-8")
    assert "sh:conforms true" in (tmp_path / "out" / "validation.ttl").read_text("utf-8")


def test_a_build_that_is_not_sound_says_so(zhimai, tmp_path, monkeypatch):
    """A build whose output breaks a shape is written all the same, ends with 1 and says how to see what is wrong."""
    write = graph.rdf.write_graphs

    def spoil(knowledge, ontology, folder, base):
        write(knowledge, ontology, folder, base)
        text = (folder / "graph.trig").read_text("utf-8")
        (folder / "graph.trig").write_text(text.replace("zm:status zm:asserted ;", ""), encoding="utf-8")

    monkeypatch.setattr(graph.rdf, "write_graphs", spoil)
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    done = zhimai("build", tmp_path / "a.txt", "-o", tmp_path / "out")
    assert done.code == 1
    assert f"; run: zhimai check {tmp_path / 'out'}" in done.err
    assert "sh:conforms false" in (tmp_path / "out" / "validation.ttl").read_text("utf-8")
