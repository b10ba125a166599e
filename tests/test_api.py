"""The public interface of the package."""

from __future__ import annotations

import pytest

import graph


def test_everything_public_is_there():
    """Every public name exists and has a docstring."""
    assert [name for name in graph.__all__ if not getattr(graph, name).__doc__] == []


def test_knowledge_becomes_a_networkx_graph(news):
    """The entities of the articles are the nodes, the facts between them the edges."""
    knowledge = graph.knowledge_of([str(news)])
    network = graph.to_networkx(knowledge)
    assert set(network) == {entity.id for entity in knowledge.entities}
    assert network.number_of_edges() > 100


def test_a_build_becomes_an_rdflib_graph(built):
    """RDFLib reads what was built and answers queries on it."""
    found = graph.to_rdflib(built).query(
        "PREFIX zm: <https://w3id.org/zhimai/ontology#> ASK { ?s a zm:Statement ; zm:evidence/zm:quote ?quote }"
    )
    assert found.askAnswer


def test_a_folder_that_is_no_build(tmp_path):
    """A folder without a graph is a mistake of usage, whoever asks."""
    for use in (graph.load, graph.to_rdflib):
        with pytest.raises(graph.UsageError, match="no build is here"):
            use(tmp_path)
