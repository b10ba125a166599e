"""Folders to serve, and the application over them without a port."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path

from small import KNOWLEDGE
from starlette.testclient import TestClient

from graph.explorer import Limits, application
from graph.explorer.workers import Workers
from graph.ontology import load_ontology
from graph.rdf import write_graphs
from graph.store import create_store

HERE = "http://127.0.0.1:8000"
USUAL = Limits()
HOSTILE = "甲\"'><script>alert(1)</script><img src=x onerror=alert(2)>"


def write(folder: Path, knowledge=KNOWLEDGE) -> Path:
    """A build's folder with what queries need."""
    write_graphs(knowledge, load_ontology(), folder)
    create_store(folder)
    return folder


@contextmanager
def serving(folder, limits=USUAL, count=1, said=None, **guard):
    """A client of the application over a folder; it lives on 127.0.0.1:8000, and no port is opened."""
    workers = Workers(folder, limits, count, (said if said is not None else []).append)
    workers.start()
    with TestClient(
        application(workers, limits, **guard), base_url=HERE, follow_redirects=False, raise_server_exceptions=False
    ) as client:
        yield client
