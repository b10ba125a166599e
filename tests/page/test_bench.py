"""The bench of the page draws the same graph both ways, and sees when one of them is painted."""

from __future__ import annotations

import re

from benchmarks.browsing import opened
from benchmarks.page import main
from benchmarks.world import world, write_plain
from graph.ontology import load_ontology
from graph.page import write_page


def test_all_of_the_made_up_graph_is_linked():
    """So that every page draws as many nodes as it says."""
    known = world(60)
    ends = {end for one in known.statements for end in (one.subject, one.object)}
    assert ends == {one.id for one in known.entities}
    assert len(known.entities) == 60


def test_its_sentences_say_what_its_statements_state():
    """Quotes and mentions are the text's own characters."""
    known = world(40)
    sources = {text.document.id: text.document.source for text in known.texts}
    assert len(sources) == 2
    for one in known.statements:
        (said,) = one.evidence
        source = sources[said.document]
        assert source[said.start : said.end] == said.quote
        assert known.entity(one.subject).name in said.quote
        assert known.entity(str(one.object)).name in said.quote
    mentions = [(one, mention) for one in known.entities for mention in one.mentions]
    assert all(sources[at.document][at.start : at.end] == one.name for one, at in mentions)
    assert {sentence.end for text in known.texts for sentence in text.sentences} >= {
        s.evidence[0].end for s in known.statements
    }


def test_pyvis_draws_the_same_nodes_and_edges(tmp_path):
    """With its own options, and vis-network in the file."""
    known = world(30)
    write_plain(known, tmp_path / "plain.html")
    page = (tmp_path / "plain.html").read_text("utf-8")
    nodes = re.search(r"nodes = new vis\.DataSet\((\[.*?\])\);", page)
    assert nodes
    assert nodes[1].count('"label"') == 30
    assert "vis-network" in page


def test_a_painted_page_is_seen_and_an_empty_one_is_not(browser, tmp_path):
    """The time of the first paint, or none within the limit."""
    write_page(world(20), load_ontology(), tmp_path / "full.html")
    (tmp_path / "empty.html").write_text("<div class='vis-network'><canvas></canvas></div>", "utf-8")
    assert opened(browser, (tmp_path / "full.html").as_uri(), 30).painted
    assert opened(browser, (tmp_path / "empty.html").as_uri(), 1).painted is None


def test_without_chromium_it_says_so(monkeypatch, capsys):
    """One line and a code, no table of nothing."""
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert main(["--nodes", "5"]) == 3
    assert capsys.readouterr().err == "page: no Chromium is found; install chromium\n"
