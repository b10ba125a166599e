"""The public interface of the package."""

from __future__ import annotations

from pathlib import Path

import pytest

import graph


def test_everything_public_is_there():
    """Every public name exists and has a docstring."""
    assert [name for name in graph.__all__ if not getattr(graph, name).__doc__] == []


def test_a_build_becomes_a_networkx_graph(built):
    """The entities are the nodes, the facts between them the edges; what is denied only on demand."""
    facts, everything = graph.to_networkx(built), graph.to_networkx(built, everything=True)
    assert set(facts) == set(everything)
    assert 100 < facts.number_of_edges() < everything.number_of_edges()
    assert {status for *_, status in facts.edges(data="status")} == {"asserted", "planned"}


def test_a_build_becomes_an_rdflib_graph(built):
    """RDFLib reads what was built and answers queries on it."""
    found = graph.to_rdflib(built).query(
        "PREFIX zm: <https://w3id.org/zhimai/ontology#> ASK { ?s a zm:Statement ; zm:evidence/zm:quote ?quote }"
    )
    assert found.askAnswer


def test_a_folder_that_is_no_build(tmp_path):
    """A folder without a graph is a mistake of usage, whoever asks."""
    for use in (graph.load, graph.to_networkx, graph.to_rdflib):
        with pytest.raises(graph.UsageError, match="no build is here"):
            use(tmp_path)


def test_every_public_name_is_on_the_page():
    """docs/api.md speaks of all that the package exports."""
    page = (Path(__file__).parent.parent / "docs" / "api.md").read_text("utf-8")
    assert [name for name in graph.__all__ if name not in page] == []


def test_one_source_is_no_list(tmp_path):
    """A string is not taken for a list of characters."""
    with pytest.raises(graph.UsageError, match="sources are a list"):
        graph.build("news", tmp_path / "out")
