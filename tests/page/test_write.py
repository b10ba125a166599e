from __future__ import annotations

import re

import pytest

from graph.errors import OutputError
from graph.model import Knowledge
from graph.page import write_page

from .made_up import knowledge, ontology


def test_two_writes_give_the_same_bytes(tmp_path):
    """The page can live in git."""
    for name in ("a.html", "b.html"):
        write_page(knowledge(30), ontology(), tmp_path / name)
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


def test_the_page_is_one_file_that_refers_to_no_other(tmp_path):
    """No element of it names a script, style, picture or frame elsewhere, and its policy forbids them all."""
    write_page(knowledge(30), ontology(), tmp_path / "graph.html")
    page = (tmp_path / "graph.html").read_text(encoding="utf-8")
    assert not re.search(r"<(script|link|img|iframe)[^>]*\b(src|href)=[\"'](?!data:)", page)
    assert "default-src 'none'; script-src 'sha256-" in page
    assert "unsafe" not in page.split("</head>")[0].split("<style>")[0]


def test_an_empty_build_has_a_page_too(tmp_path):
    """No entity is no error."""
    write_page(Knowledge((), (), (), ()), ontology(), tmp_path / "graph.html")
    assert (tmp_path / "graph.html").stat().st_size > 100_000


def test_a_path_that_cannot_be_written_is_an_output_error(tmp_path):
    """The message is one line that names the file and the remedy."""
    with pytest.raises(OutputError, match=r"^graph\.html: cannot write the page .*; give a writable folder$"):
        write_page(knowledge(5), ontology(), tmp_path / "missing" / "graph.html")
