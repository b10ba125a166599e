"""``zhimai page``: the page again, or a page of a part."""

from __future__ import annotations

import shutil

import pytest


@pytest.fixture
def build(built, tmp_path):
    """A build of its own, to be written into."""
    return shutil.copytree(built, tmp_path / "build")


def test_the_page_is_written_again_to_the_byte(zhimai, build):
    """Without a filter it is what the build wrote."""
    before = (build / "graph.html").read_bytes()
    (build / "graph.html").unlink()
    done = zhimai("page", build)
    assert (done.code, done.out.strip(), done.err) == (0, str(build / "graph.html"), "")
    assert (build / "graph.html").read_bytes() == before


def test_a_limit_on_quotations_holds_for_the_page_too(zhimai, news, tmp_path):
    """What the build did not quote, the page that is written again does not quote either."""
    assert zhimai("build", news, "-o", tmp_path / "short", "--quote-limit", "12").code == 0
    page = tmp_path / "short" / "graph.html"
    before = page.read_bytes()
    assert zhimai("page", tmp_path / "short").code == 0
    is_same = page.read_bytes() == before  # a comparison that fails would be told for minutes
    assert is_same


def test_a_part_does_not_take_the_place_of_the_whole(zhimai, build):
    """A filtered page goes beside the page of the build, unless another file is named."""
    before = (build / "graph.html").read_bytes()
    assert zhimai("page", build, "--class", "企业").code == 0
    assert (build / "graph.html").read_bytes() == before
    part = (build / "page.html").read_text("utf-8")
    assert '"filter":[["class","企业"]]' in part
    assert zhimai("page", build, "--class", "企业", "-o", build / "firms.html", "-q").out == ""
    assert (build / "firms.html").read_text("utf-8") == part


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--class", "Compny"], "no class Compny; did you mean Company"),
        (["--property", "exhibit"], "no property exhibit; did you mean exhibits"),
        (["--about", "無此名"], "no name 無此名; give the name"),
        (["--min-confidence", "2"], "--min-confidence"),
    ],
)
def test_what_is_not_there_is_wrong_usage(zhimai, build, words, said):
    """One line, 2, and the page that stood there still does."""
    before = (build / "graph.html").read_bytes()
    done = zhimai("page", build, *words, "-o", build / "graph.html")
    assert done.code == 2
    assert said in done.err
    assert done.err.count("\n") == 1
    assert (build / "graph.html").read_bytes() == before


def test_a_folder_that_is_no_build_is_wrong_usage(zhimai, tmp_path):
    """The line says what to give instead."""
    done = zhimai("page", tmp_path)
    assert done.code == 2
    assert "zhimai build" in done.err
