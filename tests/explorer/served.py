"""Folders to serve, and the application over them: without a port, and in a process of its own."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from small import KNOWLEDGE
from starlette.testclient import TestClient

from graph.explorer import Limits, application
from graph.explorer.pages import scripts
from graph.explorer.workers import Workers
from graph.ontology import load_ontology
from graph.rdf import write_graphs
from graph.store import create_store

PATIENCE = 60  # seconds; the machine may be busy
NEEDS_SCRIPTS = pytest.mark.skipif(not scripts(), reason="the scripts were never bundled: python client/bundle.py")
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


@contextmanager
def started(*options):
    """`zhimai serve` with the options in a process of its own: the process and what it printed before it served."""
    command = [sys.executable, "-m", "graph", "serve", *map(str, options)]
    flags = {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP} if sys.platform == "win32" else {}
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8", **flags
    )
    try:
        yield process, [process.stdout.readline() for _ in range(2 if scripts() else 3)]
    finally:
        process.kill()
        process.communicate(timeout=PATIENCE)


def address(lines):
    """The endpoint's."""
    return re.search(r"http://\S+", lines[1])[0]


def gained(work):
    """What a coroutine gives, run in a thread of its own: in this one Playwright's loop runs once a browser was opened."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()
