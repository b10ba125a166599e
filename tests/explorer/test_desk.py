"""What is asked once a build, and only for that build."""

from __future__ import annotations

from dataclasses import dataclass

from graph.explorer import Limits
from graph.explorer.answering import Answer, Question
from graph.explorer.desk import Desk

from .served import gained

ASKED = Question("ASK {}")


@dataclass
class Builds:
    """Workers over a build that can be made anew while they answer."""

    stamp: int = 1
    asked: int = 0
    anew: bool = False
    outdated: bool = False

    async def ask(self, _: Question) -> Answer:
        self.asked += 1
        told = self.stamp
        if self.anew:
            self.stamp, self.anew = self.stamp + 1, False
        return Answer(str(told).encode(), "application/json")


def test_what_depends_on_the_build_alone_is_asked_once():
    """And again when the build is another."""
    builds = Builds()
    desk = Desk(builds, Limits())
    assert [gained(desk.once(ASKED)) for _ in range(3)] == [1, 1, 1]
    assert builds.asked == 1
    builds.stamp = 2
    assert [gained(desk.once(ASKED)) for _ in range(2)] == [2, 2]
    assert builds.asked == 2


def test_an_answer_of_the_build_before_is_not_kept_for_the_next():
    """Another worker opened the new build while this one still answered of the old."""
    builds = Builds(anew=True)
    desk = Desk(builds, Limits())
    assert [gained(desk.once(ASKED)) for _ in range(2)] == [1, 2]
