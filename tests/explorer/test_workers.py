"""The processes that answer: one is replaced when it ends or when the build is made anew."""

from __future__ import annotations

import asyncio
import builtins
import multiprocessing
import os
import signal
import sys
import threading
import time
from dataclasses import dataclass, replace

import pytest
from small import KNOWLEDGE

from graph.errors import UsageError
from graph.explorer import Limits
from graph.explorer.answering import Answer, Question
from graph.explorer.workers import Workers

from .served import PATIENCE, gained, serving, write

FIRMS = {"query": "SELECT ?firm { ?firm a zm:Company }"}
ENDLESS = {"query": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"}
FEWER = replace(KNOWLEDGE, entities=tuple(one for one in KNOWLEDGE.entities if one.id != "org/乙方公司"), statements=())


def firms(client):
    return len(client.get("/sparql", params=FIRMS).json()["results"]["bindings"])


def test_a_build_that_is_made_anew_is_served_at_once(tmp_path):
    """By every worker, and on the pages; it is said once."""
    said: list[str] = []
    with serving(write(tmp_path), count=2, said=said) as client:
        assert firms(client) == 2
        assert '>Company</a></th><td class="number">2<' in client.get("/").text
        write(tmp_path, FEWER)
        assert '>Company</a></th><td class="number">1<' in client.get("/").text
        assert [firms(client) for _ in range(4)] == [1] * 4
    assert said == ["the build was made anew; it is served from now on"]


def test_a_build_that_breaks_leaves_the_one_before(tmp_path):
    """What is half written is told once and not served; what is removed is served on, and a new one taken up."""
    said: list[str] = []
    with serving(write(tmp_path), said=said) as client:
        (tmp_path / "graph.nq").write_text("half a")
        assert [firms(client) for _ in range(3)] == [2] * 3
        assert len(said) == 1
        assert "cannot be opened" in said[0]
        (tmp_path / "graph.nq").unlink()
        assert firms(client) == 2
        write(tmp_path, FEWER)
        assert firms(client) == 1
    assert len(said) == 2


def test_a_build_that_broke_and_whose_worker_ended_is_told(tmp_path):
    """There is none to serve on; it is taken up again once it is whole."""
    with serving(write(tmp_path), Limits(seconds=1)) as client:
        (tmp_path / "graph.nq").write_text("half a")
        assert "no answer within 1 s" in client.get("/sparql", params=ENDLESS).text
        answer = client.get("/sparql", params=FIRMS)
        assert (answer.status_code, answer.text) == (503, "the build cannot be opened any more; build it again\n")
        write(tmp_path)
        assert firms(client) == 2


def test_a_folder_without_a_build_is_refused(tmp_path):
    """By the usual message, which came from the process."""
    workers = Workers(tmp_path, Limits(), 2, print)
    with pytest.raises(UsageError, match="no build is here"):
        workers.start()


def test_a_query_that_takes_long_does_not_hold_up_others(small):
    """Two workers answer at the same time: the second while the first is still at work."""
    with serving(small, Limits(seconds=8), count=2) as client:
        slow = threading.Thread(target=client.get, args=("/sparql",), kwargs={"params": ENDLESS})
        slow.start()
        try:
            assert (firms(client), slow.is_alive()) == (2, True)
        finally:
            slow.join()  # the client waits for ever where it is left in the middle of an answer


def test_who_waits_too_long_for_a_worker_is_told(small):
    """503, to come again."""
    with serving(small, Limits(seconds=1), count=1) as client:
        statuses: list[tuple[int, str]] = []

        def ask():
            answer = client.get("/sparql", params=ENDLESS)
            statuses.append((answer.status_code, answer.text))

        threads = [threading.Thread(target=ask) for _ in range(3)]
        for thread in threads:
            thread.start()
            time.sleep(0.1)
        for thread in threads:
            thread.join()
    assert {status for status, _ in statuses} == {503}
    assert any("no worker was free for 1 s" in text for _, text in statuses)


def test_the_others_answer_while_one_is_replaced(small, monkeypatch):
    """Every question, as often as there are workers and more; the one in place of the ended is opened without being asked."""
    replacing, go_on = threading.Event(), threading.Event()
    renewed = Workers._renewed

    def slowly(self, worker):
        replacing.set()
        assert go_on.wait(60)
        return renewed(self, worker)

    monkeypatch.setattr(Workers, "_renewed", slowly)
    with serving(small, Limits(seconds=1), count=2) as client:
        assert "no answer within 1 s" in client.get("/sparql", params=ENDLESS).text
        assert replacing.wait(60)
        assert [firms(client) for _ in range(5)] == [2] * 5
        go_on.set()
        assert [firms(client) for _ in range(5)] == [2] * 5


def test_the_last_worker_is_waited_for_while_it_is_replaced(small, monkeypatch):
    """Longer than a question waits for one that is at work."""
    renewed = Workers._renewed

    def slowly(self, worker):
        time.sleep(2)
        return renewed(self, worker)

    monkeypatch.setattr(Workers, "_renewed", slowly)
    with serving(small, Limits(seconds=1)) as client:
        assert "no answer within 1 s" in client.get("/sparql", params=ENDLESS).text
        assert firms(client) == 2


def test_a_question_that_nobody_waits_for_is_stopped(small):
    """Long before its time is over, whether it is at work or waits for a worker; a quick one leaves its worker as it was."""

    async def asked():
        workers = Workers(small, Limits(seconds=600), 1, print)
        workers.start()
        try:
            before = multiprocessing.active_children()
            quick = asyncio.create_task(workers.ask(Question(FIRMS["query"], "text/csv")))
            await asyncio.sleep(0)
            quick.cancel()
            endless = [asyncio.create_task(workers.ask(Question(ENDLESS["query"]))) for _ in range(2)]
            await asyncio.sleep(0.3)
            between = multiprocessing.active_children()
            for task in endless:
                task.cancel()
            answer = await asyncio.wait_for(workers.ask(Question(FIRMS["query"], "text/csv")), 60)
            return answer.status, before == between, before == multiprocessing.active_children()
        finally:
            workers.close()

    assert gained(asked()) == (200, True, False)


@dataclass(frozen=True)
class Failing:
    """What is asked wrongly: its answer fails as the name of an error says."""

    error: str

    def answered(self, opened, limits):  # noqa: ARG002 as every question
        raise getattr(builtins, self.error)("a line\nand another, \ud800")


@pytest.mark.parametrize("error", ["KeyError", "RecursionError", "StopIteration", "AssertionError"])
def test_a_mistake_of_ours_is_told_and_the_worker_lives_on(small, error):
    """500 in one line that says what failed and where; it is no question of memory."""

    async def asked():
        workers = Workers(small, Limits(), 1, print)
        workers.start()
        try:
            before = multiprocessing.active_children()
            failed = await workers.ask(Failing(error))
            answer = await workers.ask(Question(FIRMS["query"], "text/csv"))
            return failed, answer.status, before == multiprocessing.active_children()
        finally:
            workers.close()

    failed, status, lives = gained(asked())
    line = failed.body.decode()
    assert (failed.status, status, lives) == (500, 200, True)
    assert line.startswith(f"Failing: cannot be answered, by a mistake of Zhimai ({error}: ")
    assert "at test_workers.py:" in line
    assert line.count("\n") == 1


@dataclass(frozen=True)
class Read:
    """Whether a worker has read what the pages need."""

    def answered(self, opened, limits):  # noqa: ARG002 as every question
        return Answer(b"yes" if "coordinates" in vars(opened) else b"no", "text/plain")


def test_a_worker_that_nobody_asks_reads_what_pages_need(small):
    """So that the first page is not slower than the others."""

    async def asked():
        workers = Workers(small, Limits(), 1, print)
        workers.start()
        try:
            until = time.monotonic() + PATIENCE
            while (answer := await workers.ask(Read())).body != b"yes" and time.monotonic() < until:
                await asyncio.sleep(0.1)
            return answer.body
        finally:
            workers.close()

    assert gained(asked()) == b"yes"


def test_a_worker_that_is_killed_is_replaced(small):
    """What it worked on is refused in a line, and the next question is answered."""
    with serving(small) as client:
        answers: list[tuple[int, int]] = []

        def ask():
            answer = client.get("/sparql", params=ENDLESS)
            answers.append((answer.status_code, answer.text.count("\n")))

        asking = threading.Thread(target=ask)
        asking.start()
        time.sleep(0.5)
        for child in multiprocessing.active_children():
            child.kill()
        asking.join()
        assert answers == [(500, 1)]
        assert firms(client) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps a process to its memory")
def test_a_query_that_needs_too_much_memory_ends_alone(small):
    """500 in a line, and the next question is answered."""
    with serving(small, Limits(memory=64)) as client:
        greedy = "SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i"
        answer = client.get("/sparql", params={"query": greedy})
        assert answer.status_code == 500
        assert "limit of 64 MB of memory" in answer.text
        assert firms(client) == 2


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals are masked on POSIX only")
def test_workers_do_not_hear_ctrl_c(small):
    """A terminal sends it to all; the server alone ends on it, and ends them."""
    with serving(small) as client:
        assert multiprocessing.active_children()
        for child in multiprocessing.active_children():
            os.kill(child.pid, signal.SIGINT)
        time.sleep(0.2)
        assert firms(client) == 2
