"""A small sound build, and how to break it."""

from __future__ import annotations

import pytest
from small import KNOWLEDGE

from graph.ontology import load_ontology
from graph.rdf import write_graphs
from graph.store import create_store, open_store


@pytest.fixture(scope="session")
def ontology():
    """The shipped ontology."""
    return load_ontology()


@pytest.fixture(scope="session")
def written(ontology, tmp_path_factory):
    """A folder with the small knowledge that is made by hand, for reading only."""
    folder = tmp_path_factory.mktemp("small")
    write_graphs(KNOWLEDGE, ontology, folder)
    create_store(folder)
    return folder


@pytest.fixture
def store(written):
    """The small build, opened anew: what a test does to it is its own."""
    return open_store(written)
