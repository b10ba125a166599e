"""What a person is asked, what an answer does at once, and what a build makes of it."""

from __future__ import annotations

import json
import os
import pty
import select
import shutil
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from graph import DecisionsError, UsageError, build, forget, rebuild
from graph.curate import Desk, Doubt, Side
from graph.decisions import Choice, load_decisions
from graph.show import show
from graph.store import open_store

ARTICLES = {
    "one.txt": "甲川智能位于苏州市，主要生产巡检机器人。甲川智能2023年营业收入达到3.5亿元。",
    "two.txt": "甲川智能将参加第三届西岭博览会。丙原与乙湖科技有限公司签署合作协议。",
    "three.txt": "丙原位于宁波市。",
}
LIST = """name,class,aliases
甲川智能科技有限公司,Company,甲川智能
甲川智能控股有限公司,Company,甲川智能
丙原新材料有限公司,Company,丙原
丙原重工有限公司,Company,丙原
"""


@pytest.fixture(scope="module")
def sources(tmp_path_factory) -> Path:
    """Three articles, and a list in which aliases are shared."""
    folder = tmp_path_factory.mktemp("curate")
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "list.csv").write_text(LIST, encoding="utf-8")
    build([folder / name for name in ARTICLES], folder / "built", entities=[folder / "list.csv"])
    return folder


@pytest.fixture
def directory(sources, tmp_path) -> Path:
    """A build of one's own."""
    return Path(shutil.copytree(sources / "built", tmp_path / "built"))


def file(directory: Path) -> list[tuple[str, ...]]:
    """What the file of decisions says, without its dates."""
    path = directory / "decisions.csv"
    found = load_decisions([path]) if path.exists() else ()
    return [(d.choice.value, d.thing, d.relation, d.other, d.reason, d.by) for d in found]


def outputs(folder: Path) -> dict[str, bytes]:
    """Every file of a build but the reports, which tell time, the log of the builds before, and the person's own."""
    found = (
        path for path in folder.rglob("*") if path.is_file() and path.stem not in ("report", "decisions", "judgements")
    )
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_what_is_asked_first(directory):
    """Each pair once, that on which more hangs first."""
    doubts = Desk(directory).doubts()
    assert [(doubt.left.name, doubt.right.name) for doubt in doubts] == [
        ("甲川智能", "甲川智能控股有限公司"),
        ("甲川智能", "甲川智能科技有限公司"),
        ("丙原", "丙原新材料有限公司"),
        ("丙原", "丙原重工有限公司"),
    ]
    assert doubts == sorted(doubts, key=lambda doubt: -doubt.consequence)
    assert (doubts[0].left.articles, doubts[0].left.figures) == (2, 1)


@pytest.mark.parametrize(
    ("left", "right", "score", "consequence"),
    [
        ((4, 0, 0), (9, 0, 0), 0.5, 6.0),
        ((2, 1, 1), (4, 3, 2), 0.75, 3.0),
        ((4, 0, 0), (9, 0, 0), 1.0, 0.6),
        ((0, 0, 0), (4, 3, 2), 0.5, 3.0),
    ],
)
def test_consequence(left, right, score, consequence):
    """The geometric mean of what hangs on each, weighed by how open the question is, as documented."""
    sides = (Side(name, statements=s, figures=f, articles=a) for name, (s, f, a) in (("甲", left), ("乙", right)))
    assert Doubt(*sides, ("why",), score).consequence == consequence


def test_what_is_decided_is_not_asked_again(directory):
    """Neither before the build is made again nor after."""
    desk = Desk(directory)
    desk.answer(desk.doubts()[0], Choice.DIFFERENT)
    assert len(desk.doubts()) == 3
    rebuild(directory)
    assert len(Desk(directory).doubts()) == 3


def test_answers_in_a_pipe(zhimai, directory):
    """A line an answer, its reason behind the key; the end of the lines ends the review."""
    done = zhimai("curate", directory, "--by", "林", stdin="n 另一家\n\ny\n".encode())
    assert done.code == 0
    assert file(directory) == [
        ("different", "甲川智能", "", "甲川智能控股有限公司", "另一家", "林"),
        ("same", "丙原", "", "丙原新材料有限公司", "", "林"),
    ]
    assert "“甲川智能2023年营业收入达到3.5亿元。”" in done.out
    assert "one.txt" in done.out
    assert "2 decided, 2 left" in done.out
    assert f"zhimai curate {directory} --rebuild" in done.out


def test_taking_back(zhimai, directory):
    """U takes the last answer out of the file and asks again; where there is none it says so."""
    done = zhimai("curate", directory, stdin=b"u\ny\nn\nu\nu\nn\nq\n")
    assert done.out.count("taken back") == 2
    assert "nothing to take back" in done.out
    assert file(directory) == [("different", "甲川智能", "", "甲川智能控股有限公司", "", "person")]


def test_a_reason_typed_apart(zhimai, directory):
    """W takes a line as the reason of the answer that follows."""
    zhimai("curate", directory, stdin="w\n同一地址\ny\ny\n".encode())
    assert [line[4] for line in file(directory)] == ["同一地址", ""]


def test_what_means_nothing_asks_for_help(zhimai, directory):
    """The keys are told, and nothing is decided."""
    done = zhimai("curate", directory, stdin=b"maybe\nq\n")
    assert "they are two" in done.out
    assert file(directory) == []
    assert not (directory / "decisions.csv").exists()


def test_nothing_to_review(zhimai, directory):
    """Where all is decided it says so."""
    desk = Desk(directory)
    for doubt in desk.doubts():
        desk.answer(doubt, Choice.DIFFERENT)
    assert "nothing to review" in zhimai("curate", directory).out
    assert zhimai("curate", directory, "--list").out.splitlines()[1:] == []


def test_a_list_of_what_is_asked(zhimai, directory):
    """As a table and as JSON, without asking."""
    table = zhimai("curate", directory, "--list", stdin=b"y\n")
    assert [line.split()[2] for line in table.out.splitlines()] == ["one", "甲川智能", "甲川智能", "丙原", "丙原"]
    found = json.loads(zhimai("curate", directory, "--json").out)
    assert [one["right"]["name"] for one in found][2] == "丙原新材料有限公司"
    assert found[0]["left"]["sentences"][0]["source"].endswith("one.txt")
    assert file(directory) == []


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("--same", "甲川智能", "丙原"), ("same", "甲川智能", "", "丙原")),
        (("--different", "甲川智能", "org/丙原"), ("different", "甲川智能", "", "org/丙原")),
        (("--same", "甲川智能", "甲川智能控股有限公司"), ("same", "甲川智能", "", "甲川智能控股有限公司")),
        (("--different", "org:甲川智能", "丙原"), ("different", "org/甲川智能", "", "丙原")),
        (("--reject", "甲川智能", "produces", "巡检机器人"), ("reject", "甲川智能", "produces", "巡检机器人")),
        (("--reject", "甲川智能", "营业收入", "3.5亿元"), ("reject", "甲川智能", "营业收入", "3.5亿元")),
        (("--rename", "甲川智能", "甲川集团"), ("rename", "甲川智能", "", "甲川集团")),
        (("--retype", "甲川智能", "协会"), ("retype", "甲川智能", "", "协会")),
    ],
)
def test_decided_in_the_command(zhimai, directory, words, line):
    """One decision a command, without the dialogue."""
    assert zhimai("curate", directory, *words, "--reason", "所以").code == 0
    assert file(directory) == [(*line, "所以", "person")]


def test_decided_and_built_in_one_command(zhimai, directory):
    """Several decisions and the build made again, which conforms and applies them all."""
    words = ("--same", "甲川智能", "丙原", "--reject", "甲川智能", "produces", "巡检机器人", "--retype", "丙原", "协会")
    done = zhimai("curate", directory, *words, "--rename", "丙原", "甲丙协会", "--rebuild")
    assert done.code == 0
    assert "4 decisions applied" in done.out
    report = json.loads((directory / "report.json").read_text("utf-8"))
    assert (report["unapplied"], report["violations"]) == ([], 0)
    assert "produces" not in report["relations"]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--same", "甲川", "丙原"), "nothing is called 甲川; did you mean 甲川智能"),
        (("--same", "丙原", "丙原"), "丙原 stands on both sides"),
        (("--retype", "甲川智能", "无此类"), "无此类 is no class of things in this ontology; give one"),
        (("--reject", "甲川智能", "produces", "苏州市"), "no such statement here; of 甲川智能 is said:"),
    ],
)
def test_what_does_not_fit_the_build(zhimai, directory, words, told):
    """Nothing is written, and the message helps on."""
    done = zhimai("curate", directory, *words)
    assert done.code == 2
    assert told in done.err
    assert file(directory) == []


def test_a_name_of_several_is_taken_from_one(zhimai, tmp_path):
    """What `show` gives for two names of one thing can be given to `curate`, also where others bear the one too."""
    for city, place in (("west", "成都"), ("east", "杭州")):
        text = f"{place}栩川智能有限公司（以下简称“栩川智能”）位于{place}市。栩川智能参展。"
        (tmp_path / f"{city}.txt").write_text(text, encoding="utf-8")
    build([tmp_path / "west.txt", tmp_path / "east.txt"], tmp_path / "built")
    pair = ("栩川智能", "成都栩川智能有限公司")
    shown = zhimai("show", tmp_path / "built", *pair)
    assert f"--different {' '.join(pair)}" in shown.out
    assert zhimai("curate", tmp_path / "built", "--different", *pair, "--rebuild").code == 0
    assert "1 decision applied" in zhimai("curate", tmp_path / "built", "--rebuild").out
    assert "相同 one thing" not in zhimai("show", tmp_path / "built", *pair).out


def test_a_decision_survives_every_build(sources, directory):
    """Another build into the folder, from the articles, takes the file along and leaves it as it is."""
    Desk(directory).decide(Choice.RENAME, "甲川智能", "甲川集团", reason="新名")
    written = (directory / "decisions.csv").read_bytes()
    for _ in range(2):
        build([sources / name for name in ARTICLES], directory, entities=[sources / "list.csv"])
        assert (directory / "decisions.csv").read_bytes() == written
        page = show(open_store(directory), "甲川集团")
        assert page.startswith("甲川集团  企业 Company")
        assert "新名" in page
        assert "https://w3id.org/zhimai/id/org/甲川智能" in page


def test_made_again_is_as_built_anew(sources, directory, tmp_path):
    """The build made again of what it kept has the bytes of one from the articles with the same decisions."""
    Desk(directory).decide(Choice.SAME, "甲川智能", "丙原")
    rebuild(directory)
    again = tmp_path / "again"
    again.mkdir()
    shutil.copy(directory / "decisions.csv", again)
    build([sources / name for name in ARTICLES], again, entities=[sources / "list.csv"])
    assert outputs(directory) == outputs(again)


def test_forgetting_honours_decisions(directory):
    """What is left of a build is put right as before; a decision on what is gone is told."""
    desk = Desk(directory)
    desk.decide(Choice.RENAME, "甲川智能", "甲川集团")
    desk.decide(Choice.RENAME, "乙湖科技有限公司", "乙湖集团")
    report = forget(directory, ["two.txt"]).report
    assert report.decided == {"renamed": 1}
    assert [where for where, _ in report.unapplied] == ["decisions.csv:3"]
    assert "nothing here is called 乙湖科技有限公司" in (directory / "report.md").read_text("utf-8")


def test_files_that_are_given_are_kept(sources, tmp_path):
    """Files of decisions are copied into the recipe, in their order, and the folder's own comes last."""
    for name, new in (("b.csv", "甲川一号"), ("a.csv", "甲川二号")):
        (tmp_path / name).write_text(f"decision,thing,other\nrename,甲川智能,{new}\n", encoding="utf-8")
    files, output = [tmp_path / "b.csv", tmp_path / "a.csv"], tmp_path / "out"
    build([sources / "one.txt"], output, entities=[sources / "list.csv"], decisions=files)
    for path in files:
        path.unlink()
    assert rebuild(output).decided == {"renamed": 1}
    assert show(open_store(output), "甲川智能").startswith("甲川二号")
    (output / "decisions.csv").write_text("decision,thing,other\nrename,甲川二号,甲川三号\n", encoding="utf-8")
    rebuild(output)
    assert show(open_store(output), "甲川智能").startswith("甲川三号")


def test_a_file_of_ones_own(zhimai, directory, tmp_path):
    """--decisions writes elsewhere, and the build made again with it keeps a copy."""
    mine = tmp_path / "mine.csv"
    zhimai("curate", directory, "--decisions", mine, "--rename", "甲川智能", "甲川集团")
    assert not (directory / "decisions.csv").exists()
    assert zhimai("curate", directory, "--decisions", mine, "--rebuild").code == 0
    zhimai("curate", directory, "--decisions", mine, "--rename", "丙原", "丙原集团", "--rebuild")
    mine.unlink()
    assert rebuild(directory).decided == {"renamed": 2}


def test_a_mistake_in_the_file_loses_nothing(sources, directory):
    """The build stops before an article is read, with the line, and stays what it was."""
    before = outputs(directory)
    (directory / "decisions.csv").write_text("decision,thing,other\nmaybe,甲,乙\n", encoding="utf-8")
    with pytest.raises(DecisionsError, match=r"decisions\.csv:2: maybe is no decision"):
        build([sources / "one.txt"], directory)
    assert outputs(directory) == before


def test_what_does_not_apply_is_told_on_the_terminal(zhimai, sources, tmp_path):
    """After a build, as a note."""
    (tmp_path / "d.csv").write_text("decision,thing,other\nsame,无名公司,甲川智能\n", encoding="utf-8")
    done = zhimai("build", sources / "one.txt", "-o", tmp_path / "out", "--decisions", tmp_path / "d.csv")
    assert done.code == 0
    assert "zhimai: note: d.csv:2: 无名公司 and 甲川智能 are one: nothing here is called 无名公司" in done.err


def test_a_build_without_its_texts(zhimai, sources, tmp_path):
    """It can be reviewed, and says that it must be built from the articles."""
    build([sources / "one.txt"], tmp_path / "out", entities=[sources / "list.csv"], quote_limit=20)
    done = zhimai("curate", tmp_path / "out", stdin=b"y\n")
    assert "did not keep its texts" in done.out
    assert zhimai("curate", tmp_path / "out", "--rebuild").code == 2
    with pytest.raises(UsageError, match="were not kept"):
        rebuild(tmp_path / "out")


def test_single_keys_on_a_terminal(directory):
    """On a terminal a key is enough, and an interrupt keeps what was decided."""
    main, side = pty.openpty()
    command = [sys.executable, "-m", "graph", "curate", str(directory)]
    process = subprocess.Popen(command, stdin=side, stdout=side, stderr=side, close_fds=True)
    os.close(side)
    _until(main, "quit >")
    _press(main, b"n")
    _until(main, "quit >")
    _press(main, b"\x03")
    assert "1 decided, 3 left" in _until(main, "3 left")
    assert process.wait(timeout=20) == 0
    assert [line[0] for line in file(directory)] == ["different"]


def _press(terminal: int, key: bytes) -> None:
    """Press a key once single keys are listened to; what comes before is thrown away."""
    limit = time.monotonic() + 30
    while termios.tcgetattr(terminal)[3] & termios.ICANON and time.monotonic() < limit:
        time.sleep(0.02)
    os.write(terminal, key)


def _until(terminal: int, awaited: str) -> str:
    """What a terminal shows until something appears, or for so long."""
    seen, limit = b"", time.monotonic() + 30
    while awaited.encode() not in seen and time.monotonic() < limit:
        if select.select([terminal], [], [], 1)[0]:
            try:
                seen += os.read(terminal, 65536)
            except OSError:  # the other side is closed
                break
    return seen.decode("utf-8", "replace")
