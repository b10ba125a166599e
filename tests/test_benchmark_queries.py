"""The bench of the named queries: the build that it makes up, what it makes of its measures, and that it runs."""

from __future__ import annotations

import re
import time
from collections import Counter

import pytest

from benchmarks import endpoint, explorer
from benchmarks.endpoint import Rate
from benchmarks.made_up import made_up, write_made_up
from graph.store import named_queries, open_store

TRIPLES = 30_000


@pytest.fixture(scope="module")
def knowledge():
    return made_up(TRIPLES)


def test_the_same_numbers_give_the_same_build(knowledge):
    """So that figures can be had again."""
    assert made_up(TRIPLES) == knowledge


def test_names_are_borne_by_one_thing_each(knowledge):
    """Unlike those of a build that is copied."""
    names = Counter(name for one in knowledge.entities for name in {one.name, *one.aliases})
    borne_by_two = [name for name, number in names.items() if number > 1]
    assert len(names) > 200
    assert len(borne_by_two) < len(names) / 20


def test_all_that_is_said_stands_in_the_articles(knowledge):
    """Quotations and mentions are at their offsets, and the ends of statements are among the things."""
    sources = {text.document.id: text.document.source for text in knowledge.texts}
    clean = {text.document.id: text.clean for text in knowledge.texts}
    for said in (*knowledge.statements, *knowledge.figures):
        for one in said.evidence:
            assert sources[one.document][one.start : one.end] == one.quote
    for entity in knowledge.entities:
        for one in entity.mentions:
            assert clean[one.document][one.start : one.end] == one.surface
    ids = {entity.id for entity in knowledge.entities}
    assert {end for one in knowledge.statements for end in (one.subject, one.object) if isinstance(end, str)} <= ids
    assert {figure.about for figure in knowledge.figures} <= ids


def test_it_has_as_many_triples_as_are_wanted_and_answers_to_all_queries(tmp_path):
    """About as many; each named query finds something with the values of its example."""
    write_made_up(tmp_path, TRIPLES)
    store = open_store(tmp_path)
    (row,) = store.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert TRIPLES * 0.9 < int(row["n"]) < TRIPLES * 1.1
    assert [one.name for one in named_queries() if not list(store.query(one.render(one.example)))] == []


def test_what_takes_too_long_and_what_fails_are_told_apart():
    """Nothing in time is an empty list, a failure is none; the rest is as it was."""
    assert endpoint._within(60, lambda: [1.0]) == [1.0]
    assert endpoint._within(0.05, lambda: [time.sleep(0.01) or 1.0 for _ in range(6000)]) == []
    assert endpoint._within(60, lambda: [1 / 0]) is None


def test_a_row_says_what_is_a_bound_and_what_failed():
    """The least by which ours is quicker, where rdflib was too slow to be measured."""
    ours = Rate(200, 0.005)
    assert endpoint.row("q", ours, Rate(4, 0.25)) == "| q | 200.0 | 5.0 | 4.00 | 250 | 50 |"
    assert endpoint.row("q", ours, Rate(0.1, 10, over=True)) == "| q | 200.0 | 5.0 | < 0.10 | > 10000 | > 2000 |"
    assert endpoint.row("q", ours, None) == "| q | 200.0 | 5.0 | fails | | |"


def test_all_in_turn_take_as_long_as_each_together():
    """Two queries of 0.1 s and 0.3 s are five a second in turn; a bound makes the ratio one."""
    ours, theirs = (Rate(10, 0.1), Rate(10 / 3, 0.3)), (Rate(1, 1), Rate(1 / 3, 3))
    assert endpoint.total(list(zip(ours, theirs, strict=True))).startswith("| all in turn | 5.0 | | 0.50 | | 10 |")
    over = endpoint.total([(ours[0], Rate(0.1, 10, over=True))])
    assert "| < 0.10 | | > 100 |" in over
    assert over.endswith("is at least 100.")


def test_it_runs(capsys):
    """Served, asked beside rdflib, and printed as a table."""
    asked = ["queries", "--quick", "--triples", "1", "--seconds", "0.1", "--query", "fields", "--query", "policies"]
    assert explorer.main(asked) == 0
    printed = capsys.readouterr().out
    assert re.search(r"^18,\d{3} triples, 2 clients; rdflib is given 3 s", printed)
    assert re.findall(r"^\| (fields|policies|all in turn) \| [\d.]+ \|", printed, re.MULTILINE) == [
        "fields",
        "policies",
        "all in turn",
    ]
