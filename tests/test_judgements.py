"""The log of judgements says what each build into a folder judged otherwise than the one before."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph import build, forget, rebuild
from graph.errors import InputError, OutputError
from graph.judgements import LOG, Changes, Log, read_log
from graph.model import Entity, Judgement, Verdict

SAME = Judgement("org/甲川", "甲", Verdict.SAME, 0.9, "“甲” is defined")
DOUBT = Judgement("org/甲川", "org/甲川电子", Verdict.UNSURE, 0.6, "a common beginning")
FIRM = Entity("org/甲川", "Company", "甲川")
FULL = "霁川智能科技有限公司（以下简称“霁川”）位于杭州市，主要生产巡检机器人。去年霁川的营业收入为3亿元。"
SHORT = "霁川在上海市展出巡检机器人，合肥市的丙川电子有限公司订购了五台。"


def _built(folder: Path, *judgements: Judgement) -> Log:
    """The log after a build with these judgements."""
    (folder / "store").mkdir(exist_ok=True)
    log = read_log(folder)
    log.keep(log.news(judgements), folder)
    return read_log(folder)


def _lines(folder: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (folder / LOG).read_text("utf-8").splitlines()]


def _changes(folder: Path, *judgements: Judgement, entities: tuple[Entity, ...] = (FIRM,)) -> Changes:
    log = read_log(folder)
    changes = log.changes(log.news(judgements), entities)
    assert changes is not None
    return changes


def test_a_line_has_all_of_a_judgement(tmp_path):
    """Names are readable characters, ids are those below the base."""
    _built(tmp_path, SAME)
    told = '{"left": "org/甲川", "right": "甲", "verdict": "same", "score": 0.9, "reason": "“甲” is defined", "by": "zhimai"}'
    assert (tmp_path / LOG).read_text("utf-8") == f"{told}\n"


def test_nothing_new_adds_nothing(tmp_path):
    """The order of the judgements, a score that drifts a little and a reason in other words are no change."""
    _built(tmp_path, SAME, DOUBT)
    before = (tmp_path / LOG).read_bytes()
    _built(tmp_path, replace(DOUBT, score=0.65), replace(SAME, score=0.851, reason="in other words"))
    assert (tmp_path / LOG).read_bytes() == before


@pytest.mark.parametrize("change", [{"score": 0.84}, {"verdict": Verdict.DIFFERENT}])
def test_what_is_otherwise_is_added(tmp_path, change):
    """A score that moved and another verdict go below what was; nothing before is touched."""
    _built(tmp_path, SAME, DOUBT)
    before = (tmp_path / LOG).read_bytes()
    _built(tmp_path, replace(SAME, **change), DOUBT)
    after = (tmp_path / LOG).read_bytes()
    assert after.startswith(before)
    assert len(after.splitlines()) == len(before.splitlines()) + 1


def test_small_steps_add_up(tmp_path):
    """The score is compared with what the log says, not with that of the last build."""
    for score in (0.9, 0.86, 0.82):
        _built(tmp_path, replace(SAME, score=score))
    assert [line["score"] for line in _lines(tmp_path)] == [0.9, 0.82]


def test_what_no_longer_arises_is_withdrawn_once(tmp_path):
    """The line says what was held; the same judgement later is new again."""
    _built(tmp_path, SAME)
    _built(tmp_path)
    assert _built(tmp_path).standing == {}
    assert _lines(tmp_path)[1:] == [_lines(tmp_path)[0] | {"verdict": "withdrawn", "was": "same"}]
    _built(tmp_path, SAME)
    assert [line["verdict"] for line in _lines(tmp_path)] == ["same", "withdrawn", "same"]


def test_a_person_has_a_word_of_their_own(tmp_path):
    """It stands beside the program's, a rename beside a merge, and other words of a person are news."""
    person = replace(SAME, reason="同一地址", by="林")
    renamed = replace(person, verdict=Verdict.RENAMED)
    assert len(_built(tmp_path, SAME, person, renamed).standing) == 3
    _built(tmp_path, SAME, replace(person, by="陈"), renamed)
    assert [line["by"] for line in _lines(tmp_path)].count("陈") == 1


@pytest.mark.parametrize(
    "damage",
    [
        b'{"left": "org/',
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"left":1,"right":"","reason":"","by":"","verdict":"same","score":1}',
    ],
)
def test_a_damaged_line_is_told_and_stays(tmp_path, damage):
    """It counts for nothing and is not lost; what is new begins on a line of its own."""
    _built(tmp_path, SAME)
    path = tmp_path / LOG
    path.write_bytes(path.read_bytes() + damage)
    log = _built(tmp_path, SAME, DOUBT)
    assert log.notes == (f"{LOG}:2: is no judgement and is passed over; it stays in the file",)
    assert path.read_bytes().split(b"\n")[1] == damage
    assert list(log.standing.values()) == [SAME, DOUBT]


@pytest.mark.parametrize("score", ["1.2", "NaN", "1e999", "9" * 400])
def test_a_score_beyond_its_range_is_damage(tmp_path, score):
    """Scores are between 0 and 1."""
    _built(tmp_path, SAME)
    path = tmp_path / LOG
    path.write_text(path.read_text("utf-8").replace("0.9", score), encoding="utf-8")
    assert (read_log(tmp_path).standing, len(read_log(tmp_path).notes)) == ({}, 1)


def test_a_log_that_cannot_be_read(tmp_path):
    """The error names the file and the remedy."""
    (tmp_path / LOG).mkdir(parents=True)
    with pytest.raises(InputError, match=r"judgements\.jsonl: cannot be read .* begin the log anew"):
        read_log(tmp_path)


def test_the_first_build_has_no_changes(tmp_path):
    """Without a build before there is nothing to compare with."""
    log = read_log(tmp_path)
    assert log.changes(log.news([SAME]), [FIRM]) is None


def test_changes_are_told_in_names(tmp_path):
    """New merges, withdrawn ones and other verdicts, each with names and reason; doubts that come or go are none."""
    other = replace(SAME, right="乙")
    _built(tmp_path, SAME, replace(DOUBT, right="org/丙"), replace(DOUBT, right="org/丁"))
    changes = _changes(tmp_path, other, replace(DOUBT, right="org/丙", verdict=Verdict.DIFFERENT))
    (new,), (gone,), (changed,) = (group.examples for group in (changes.merged, changes.withdrawn, changes.changed))
    assert (new.left, new.right, new.reason) == ("甲川", "乙", SAME.reason)
    assert (gone.left, gone.right) == ("甲川", "甲")
    assert (changed.right, changed.was, changed.verdict) == ("org/丙", "unsure", "different")


def test_a_thing_that_found_its_full_name_lost_no_name(tmp_path):
    """Its id is another, and the judgements on the old one are withdrawn; but the names are still one thing."""
    _built(tmp_path, SAME)
    full = Entity("org/杭州甲川电子有限公司", "Company", "杭州甲川電子有限公司", ("甲川", "甲"))
    moved = replace(SAME, left=full.id)
    assert _changes(tmp_path, moved, entities=(full,)).withdrawn.number == 0
    assert _changes(tmp_path, moved, entities=(replace(full, aliases=("甲川",)),)).withdrawn.number == 1


def test_ten_examples_the_least_sure_first(tmp_path):
    """All are counted."""
    _built(tmp_path)
    merged = _changes(tmp_path, *(replace(SAME, right=f"甲{n:02}", score=n / 100) for n in range(99, 79, -1))).merged
    assert (merged.number, [one.right for one in merged.examples]) == (20, [f"甲{n}" for n in range(80, 90)])


_JUDGEMENTS = st.lists(
    st.builds(
        Judgement,
        st.sampled_from(["org/甲", "org/乙", "甲\u2028\n乙"]),
        st.sampled_from(["甲", '乙"\\', "org/乙"]),
        st.sampled_from(Verdict),
        st.floats(0, 1),
        st.sampled_from(["一", "二"]),
        st.sampled_from(["zhimai", "林", "陈"]),
    ),
    max_size=8,
)


@given(st.lists(_JUDGEMENTS, max_size=5), st.randoms(use_true_random=False))
def test_the_log_replayed_is_the_last_build(tmp_path_factory, builds, random):
    """After any builds the log says of each pair what the last one judged, the score to 0.05; a second time adds nothing."""
    folder = tmp_path_factory.mktemp("log")
    for judgements in builds:
        _built(folder, *judgements)
    now = _built(folder, *(last := builds[-1] if builds else [])).standing
    fresh = _built(tmp_path_factory.mktemp("fresh"), *random.sample(last, len(last))).standing
    assert now.keys() == fresh.keys()
    for pair, one in now.items():
        assert one.verdict is fresh[pair].verdict
        assert round(abs(one.score - fresh[pair].score), 2) <= 0.05
    before = (folder / LOG).read_bytes()
    _built(folder, *reversed(last))
    assert (folder / LOG).read_bytes() == before


@pytest.fixture
def news(tmp_path, monkeypatch) -> Path:
    """Two articles, the current folder being the one that they lie in."""
    monkeypatch.chdir(tmp_path)
    for name, text in (("full.txt", FULL), ("short.txt", SHORT)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_builds_into_one_folder(news):
    """The second build adds what its article changed, a third none, and the report tells the merge with its reason."""
    assert build(["short.txt"], "out").changes is None
    changes = build(["short.txt", "full.txt"], "out").changes
    assert changes is not None
    assert "霁川" in {one.right for one in changes.merged.examples}
    page = (news / "out" / "report.md").read_text("utf-8")
    assert "## Names since the last build" in page
    assert "- 霁川智能科技有限公司 / 霁川 (" in page
    after = (news / "out" / LOG).read_bytes()
    rebuild("out")
    assert (news / "out" / LOG).read_bytes() == after


def test_a_build_that_fails_leaves_the_log(news, monkeypatch):
    """The log is published with the other files or not at all."""
    build(["short.txt"], "out")
    before = (news / "out" / LOG).read_bytes()

    def full(*arguments: object, **named: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("graph.shapes.check_dataset", full)
    with pytest.raises(OutputError):
        build(["full.txt"], "out")
    assert (news / "out" / LOG).read_bytes() == before


def test_forgetting_begins_the_log_anew(news):
    """No name that only the forgotten article had is left in it, and the report compares with nothing."""
    build(["full.txt", "short.txt"], "out")
    assert "霁川智能科技有限公司" in (news / "out" / LOG).read_text("utf-8")
    report = forget("out", ["full.txt"]).report
    assert "霁川智能科技有限公司" not in (news / "out" / LOG).read_text("utf-8")
    assert report.changes is None
