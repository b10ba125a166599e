from __future__ import annotations

import os
import subprocess
import sys

from graph.page.communities import MOST, SMALLEST, communities
from graph.page.drawing import drawing

from .made_up import Reporter, entity, gathered, knowledge, ontology


def _stars(*sizes):
    """A drawing of separate stars of so many nodes each."""
    report, things = Reporter(0, "消息"), []
    for number, size in enumerate(sizes):
        hub, *others = (entity("Company", f"第{number}組{at}") for at in range(size))
        things += [hub, *others]
        for other in others:
            report.state(hub, "cooperatesWith", other, report.say(hub, "與", other, "合作。"))
    return drawing(gathered([report], things, []), ontology())


def test_what_is_linked_belongs_together():
    """Separate parts are communities of their own, the largest first, each with its hub before the others."""
    found, rest = communities(_stars(5, 9))
    assert [len(part) for part in found] == [9, 5]
    assert [part[0] for part in found] == ["company/第1組0", "company/第0組0"]
    assert rest == ()


def test_what_is_too_small_is_gathered():
    """Pairs do not make a community each."""
    found, rest = communities(_stars(6, 2, SMALLEST - 1, 2))
    assert [len(part) for part in found] == [6]
    assert len(rest) == 2 + SMALLEST - 1 + 2


def test_there_are_not_more_than_can_be_told_apart():
    """The smaller ones of many are gathered too."""
    found, rest = communities(_stars(*[SMALLEST] * (MOST + 3)))
    assert len(found) == MOST
    assert len(rest) == 3 * SMALLEST


def test_every_linked_name_is_in_one_of_them():
    """Nothing is lost, nothing is there twice."""
    drawn = drawing(knowledge(120), ontology())
    found, rest = communities(drawn)
    members = [id for part in found for id in part] + list(rest)
    assert sorted(members) == sorted(node.id for node in drawn.nodes if node.degree)


def test_nothing_drawn_has_no_community():
    """An empty graph is no error."""
    assert communities(_stars()) == ([], ())


def test_communities_do_not_change_from_run_to_run():
    """Whatever order Python gives to sets of strings, the page has the same bytes."""
    program = (
        "from graph.page.communities import communities\n"
        "from graph.page.drawing import drawing\n"
        "from tests.page.made_up import knowledge, ontology\n"
        "print(communities(drawing(knowledge(150), ontology())))"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1
