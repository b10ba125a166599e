"""A forgotten article leaves no trace: the build is what it would have been without it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graph import OutputError, UsageError, build, forget

ONE = "甲湖科技有限公司位于杭州市，主要生产智能传感器。公司2022年营业收入达到3.5亿元。"
TWO = "乙岭机器人有限公司位于宁波市，主要生产巡检机器人。乙岭机器人将参加第三届西岭博览会。"
THREE = "丙原新材料有限公司（以下简称丙原）与乙岭机器人有限公司签署合作协议。丙原现有员工120人。"
OWN = """
@prefix zm: <https://w3id.org/zhimai/ontology#> .
zm:produces zm:cue [ zm:words "主打" ; zm:names zm:Product ] .
"""


def _files(folder: Path) -> dict[str, bytes]:
    """Every file but the reports, which tell time and memory."""
    found = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("report."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


@pytest.fixture
def news(tmp_path, monkeypatch) -> Path:
    """A folder of three articles, two of them about one firm; it stands in the working folder."""
    (tmp_path / "news").mkdir()
    for name, text in (("one.txt", ONE), ("two.txt", TWO), ("three.txt", THREE)):
        (tmp_path / "news" / name).write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return Path("news")


@pytest.mark.parametrize("name", ["news/three.txt", "three.txt"])
def test_the_build_is_what_it_would_have_been(news, name):
    """After forgetting an article, by its source or its file's name, every output is that of a build without it."""
    build(["news"], "all")
    build(["news/one.txt", "news/two.txt"], "some")
    done = forget("all", [name])
    assert [document.uri for document in done.articles] == ["news/three.txt"]
    assert (done.report.documents, done.report.conforms) == (2, True)
    assert _files(Path("all")) == _files(Path("some"))


def test_nothing_of_its_text_is_left(news):
    """No output, not even the report, holds the name that only the forgotten article had."""
    build(["news"], "all")
    assert any("丙原".encode() in path.read_bytes() for path in Path("all").rglob("*") if path.is_file())
    forget("all", ["three.txt"])
    assert [path for path in Path("all").rglob("*") if path.is_file() and "丙原".encode() in path.read_bytes()] == []


def test_the_ontology_and_the_base_of_the_build_are_used_again(news):
    """A build with an ontology and a base of the user's own keeps both, even when the file is gone by then."""
    (news / "one.txt").write_text("甲湖科技有限公司主打智能传感器。", encoding="utf-8")
    Path("my.ttl").write_text(OWN, encoding="utf-8")
    build(["news/one.txt"], "some", ontology=[Path("my.ttl")], base="https://example.org/")
    build(["news"], "all", ontology=[Path("my.ttl")], base="https://example.org/")
    Path("my.ttl").unlink()
    forget("all", ["two.txt", "three.txt"])
    assert "zm:produces" in (Path("all") / "graph.ttl").read_text("utf-8")
    assert _files(Path("all")) == _files(Path("some"))


def test_a_file_of_many_articles_means_all_of_them(news):
    """The name of a file of JSON lines forgets each of its records; a record's own address only that one."""
    lines = "\n".join(f'{{"id": "{n}", "text": "{text}"}}' for n, text in enumerate((ONE, TWO, THREE)))
    (news / "four.jsonl").write_text(lines, encoding="utf-8")
    (news / "five.txt").write_text("丁川电子有限公司位于成都市，主要生产控制芯片。", encoding="utf-8")
    build(["news/four.jsonl", "news/five.txt"], "all")
    assert [one.uri for one in forget("all", ["news/four.jsonl#1"]).articles] == ["news/four.jsonl#1"]
    assert [one.uri for one in forget("all", ["2"]).articles] == ["news/four.jsonl#2"]
    assert len(forget("all", ["four.jsonl"]).articles) == 1


def test_an_unknown_article_is_an_error_that_names_a_near_one(news):
    """Nothing is changed, and the source that comes nearest is suggested."""
    build(["news"], "all")
    before = _files(Path("all"))
    with pytest.raises(UsageError, match=r"no article thre\.txt in this build; did you mean news/three\.txt\?"):
        forget("all", ["thre.txt"])
    assert _files(Path("all")) == before


def test_the_last_article_is_not_forgotten(news):
    """A build without an article is no build: the folder itself is to be removed."""
    build(["news/one.txt"], "all")
    with pytest.raises(UsageError, match="no article would be left"):
        forget("all", ["one.txt"])


def test_a_folder_that_no_build_wrote(news):
    """The error names the folder."""
    with pytest.raises(UsageError, match="news: no build is here"):
        forget(news, ["one.txt"])


def test_a_failure_changes_nothing(news, monkeypatch):
    """Where the outputs cannot be written, the build is as it was, with the article in it."""
    build(["news"], "all")
    before = _files(Path("all"))

    def full(*arguments, **named):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("graph.page.write_page", full)
    with pytest.raises(OutputError):
        forget("all", ["one.txt"])
    assert _files(Path("all")) == before


def test_on_the_command_line(zhimai, news):
    """The command names what it forgot; files that no build wrote stay."""
    build(["news"], "all")
    shutil.copy("news/one.txt", "all/mine.txt")
    done = zhimai("forget", "all", "two.txt")
    assert (done.code, done.out, done.err) == (0, "forgotten: news/two.txt\n", "")
    assert (Path("all") / "mine.txt").exists()
    assert zhimai("forget", "all", "two.txt").code == 2


def test_a_folder_in_a_name_is_meant(news):
    """A name with a folder that the build was not given means nothing, whatever file is called so elsewhere."""
    build(["news"], "all")
    with pytest.raises(UsageError, match=r"no article other/three\.txt"):
        forget("all", ["other/three.txt"])


def test_a_name_that_several_files_have(news):
    """A bare name is refused where it does not say which file; the error names them."""
    (news / "more").mkdir()
    (news / "more" / "three.txt").write_text("丁川电子有限公司位于成都市，主要生产控制芯片。", encoding="utf-8")
    build(["news"], "all")
    with pytest.raises(UsageError, match=r"several files.*news/more/three\.txt, news/three\.txt"):
        forget("all", ["three.txt"])
    assert [one.uri for one in forget("all", ["news/more/three.txt"]).articles] == ["news/more/three.txt"]


def test_the_page_of_a_part_goes(zhimai, news):
    """A page of a part may show what was forgotten, so it is removed."""
    build(["news"], "all")
    assert zhimai("page", "all", "--class", "Company").code == 0
    assert (Path("all") / "page.html").exists()
    forget("all", ["three.txt"])
    assert not (Path("all") / "page.html").exists()
