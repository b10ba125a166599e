"""The whole graph of a few small articles, triple by triple, as it was read against their text."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import rdflib
from rdflib.compare import graph_diff, to_isomorphic

from graph import build

GOLDEN = Path(__file__).parent / "golden"
CASES = sorted(path.name for path in GOLDEN.iterdir() if path.is_dir())
ZM = rdflib.Namespace("https://w3id.org/zhimai/ontology#")
TUNED = {ZM.confidence, ZM.extractor}


def _build(case, output):
    """The graph that a build of a case's articles writes."""
    sources = sorted(path.relative_to(GOLDEN).as_posix() for path in (GOLDEN / case).glob("*.txt"))
    build(sources, output)
    return output / "graph.ttl"


def _said(path):
    """What a graph says, without scores and extractors; evidence, whose IRI depends on them, by its content."""
    graph = rdflib.Graph().parse(path, format="turtle")
    blank = {node: rdflib.BNode() for node in graph.subjects(rdflib.RDF.type, ZM.Evidence)}
    said = rdflib.Graph()
    for s, p, o in graph:
        if p not in TUNED:
            said.add((blank.get(s, s), p, blank.get(o, o)))
    return said


def _lines(graph):
    """The triples of a graph, to be read in a failure's message."""
    return sorted(" ".join(node.n3(graph.namespace_manager) for node in triple) for triple in graph)


@pytest.mark.parametrize("case", CASES)
def test_the_graph_is_what_was_read_against_the_text(case, tmp_path, monkeypatch, request):
    """A build of the articles says every triple of the golden graph and no other."""
    monkeypatch.chdir(GOLDEN)
    written = _build(case, tmp_path / "out")
    if request.config.getoption("--update-golden"):
        shutil.copy(written, GOLDEN / case / "graph.ttl")
    expected, found = to_isomorphic(_said(GOLDEN / case / "graph.ttl")), to_isomorphic(_said(written))
    _, missing, extra = graph_diff(expected, found)
    assert {"missing": _lines(missing), "extra": _lines(extra)} == {"missing": [], "extra": []}
    assert expected == found


@pytest.mark.parametrize("case", CASES)
def test_golden_quotes_stand_in_the_articles(case):
    """Every quote of a golden graph is in one of its articles, at the offsets that it gives."""
    graph = rdflib.Graph().parse(GOLDEN / case / "graph.ttl", format="turtle")
    sources = {str(document): str(source) for document, source in graph.subject_objects(rdflib.DCTERMS.source)}
    evidence = set(graph.subjects(rdflib.RDF.type, ZM.Evidence))
    assert evidence
    for node in evidence:
        text = (GOLDEN / sources[str(graph.value(node, ZM.document))]).read_text("utf-8")
        start, end = (graph.value(node, p).toPython() for p in (ZM.start, ZM.end))
        assert text[start:end] == str(graph.value(node, ZM.quote))
