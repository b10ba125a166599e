"""A checkout in which no scripts were bundled shows its pages all the same."""

from __future__ import annotations

import pytest
from lxml import html

from graph.explorer import Limits, Place, serve
from graph.explorer.server import UNBUNDLED

from .served import serving


def modules(answer):
    """The scripts that a page names."""
    assert answer.status_code == 200
    return html.fromstring(answer.content).xpath("//script[@type='module']/@src")


@pytest.fixture
def unbundled(monkeypatch, tmp_path):
    """There is no folder of scripts."""
    for module in ("pages", "rooms.files"):
        monkeypatch.setattr(f"graph.explorer.{module}.STATIC", tmp_path / "static")


def test_without_scripts_the_pages_are_whole(small, unbundled):
    """They name none, nor notices of them, and what is asked for is not there."""
    with serving(small) as client:
        for path in ("/", "/graph", "/documents", "/ask"):
            answer = client.get(path)
            assert modules(answer) == []
            assert "/static/" not in answer.text
        assert client.get("/static/NOTICES.txt").status_code == 404


def test_without_scripts_it_is_told_once(small, unbundled, monkeypatch):
    """With the command that makes them."""
    said = []
    monkeypatch.setattr("graph.explorer.server._Server.run", lambda *_, **__: None)
    serve(small, Place(port=0), Limits(), 1, said.append)
    assert said[2:] == [UNBUNDLED]
    assert "client/bundle.py" in UNBUNDLED
