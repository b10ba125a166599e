"""The pipeline keeps the order of the stages, survives single articles and changes outputs together or not at all."""

from __future__ import annotations

import errno
import importlib
import json
import os
import shutil
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from graph import Extraction, InputError, OutputError, Skipped, build, extract, load
from graph.model import Document
from graph.resources import samples_dir

OUTPUTS = {
    *("graph.html", "graph.ttl", "graph.trig", "graph.nq", "graph.jsonld", "graph.graphml", "graph.gexf"),
    *("nodes.csv", "edges.csv", "figures.csv", "evidence.csv", "report.json", "report.md", "store", "validation.ttl"),
}
GOOD = "甲湖科技有限公司位于杭州市，主要生产智能传感器。公司2022年营业收入达到3.5亿元。"
OTHER = "乙岭机器人有限公司位于宁波市，主要生产巡检机器人。公司现有员工120人。"


def _bytes(folder: Path) -> dict[str, bytes]:
    """Every file but the reports, which tell time and memory."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("report."))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def pair(tmp_path) -> tuple[str, str]:
    """Two small articles."""
    for name, text in (("good.txt", GOOD), ("other.txt", OTHER)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return str(tmp_path / "good.txt"), str(tmp_path / "other.txt")


def test_the_samples_are_built(built):
    """A build without a source reads every sample article and writes every output."""
    report = json.loads((built / "report.json").read_text("utf-8"))
    assert {path.name for path in built.iterdir()} == OUTPUTS
    assert (report["skipped"], report["documents"]) == ([], 15)
    assert sum(report["relations"].values()) > 100


def test_no_output_says_where_zhimai_is_installed(built):
    """The sample articles are named without the folder that the package lies in."""
    place = str(samples_dir()).encode()
    assert [name for name, content in _bytes(built).items() if place in content] == []


def test_neither_order_nor_repetition_matters(news, tmp_path, monkeypatch):
    """The same articles in another order, some of them twice, give the same bytes."""
    monkeypatch.chdir(tmp_path)
    files = sorted(path.relative_to(tmp_path).as_posix() for path in news.iterdir())
    shutil.copy(files[0], "zz-copy.txt")
    build(files, "one")
    report = build([*reversed(files), "zz-copy.txt"], "two")
    assert _bytes(Path("one")) == _bytes(Path("two"))
    assert report.duplicates == 1


def test_two_runs_give_the_same_bytes(built, tmp_path):
    """Another process, with other hashes of strings, writes the same bytes."""
    command = "import sys; from graph.cli import main; sys.exit(main(['build', '-o', sys.argv[1]]))"
    environment = os.environ | {"PYTHONHASHSEED": "4711"}
    subprocess.run([sys.executable, "-c", command, tmp_path / "out"], env=environment, check=True, capture_output=True)
    assert _bytes(tmp_path / "out") == _bytes(built)


@pytest.mark.parametrize("stage", ["clean", "recognise", "relate"])
def test_an_article_that_fails_does_not_lose_the_others(tmp_path, pair, monkeypatch, stage):
    """An unexpected error in one article is reported with its type, and the other article is built."""
    module = importlib.import_module(f"graph.{stage}")
    real = getattr(module, stage)

    def fail(what, *others):
        what = list(what) if stage == "recognise" else what
        if "乙岭" in repr(what):
            raise ZeroDivisionError("nothing\nto divide")
        return real(what, *others)

    monkeypatch.setattr(module, stage, fail)
    report = build(pair, tmp_path / "out")
    assert report.documents == 1
    ((uri, reason),) = report.skipped
    assert uri == pair[1]
    assert "ZeroDivisionError: nothing to divide" in reason


def test_without_any_article_nothing_is_touched(tmp_path):
    """Where nothing can be read the error names the reason, and the output folder is as it was."""
    (tmp_path / "empty.txt").write_text("")
    with pytest.raises(InputError, match=r"empty\.txt: "):
        build([str(tmp_path / "empty.txt")], tmp_path / "out")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "No space left on device"), ValueError("x")])
def test_a_failed_build_leaves_the_one_before(tmp_path, pair, monkeypatch, failure):
    """A build that cannot write its last output changes none of the outputs that stood there."""
    output = tmp_path / "out"
    build(pair[:1], output)
    before = _bytes(output) | {"report": (output / "report.json").read_bytes()}

    def fail(*arguments, **named):
        raise failure

    monkeypatch.setattr("graph.page.write_page", fail)
    with pytest.raises(OutputError if isinstance(failure, OSError) else ValueError):
        build(pair, output)
    assert _bytes(output) | {"report": (output / "report.json").read_bytes()} == before
    assert {path.name for path in tmp_path.iterdir()} == {"out", "good.txt", "other.txt"}


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for the size of files")
def test_a_disk_that_is_full_leaves_the_build_before(tmp_path, pair):
    """Where the system refuses to write more, the command ends with 3 and one line, and nothing has changed."""
    output = tmp_path / "out"
    build(pair[:1], output)
    before = _bytes(output)
    limited = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000)); "
    command = limited + "from graph.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [sys.executable, "-c", command, "build", *pair, "-o", str(output)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.count("\n")) == (3, 1), done.stderr
    assert "cannot be written" in done.stderr
    assert _bytes(output) == before


@pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_build_leaves_the_one_before(tmp_path, pair, number):
    """Interrupted while it writes, the command ends with 130, takes its temporary folder away and changes nothing."""
    output = tmp_path / "out"
    build(pair[:1], output)
    before = _bytes(output)
    command = textwrap.dedent("""
        import signal, sys, time, graph.page
        signal.signal(signal.SIGINT, signal.default_int_handler)  # the background job of a shell ignores it
        graph.page.write_page = lambda *_, **__: (print("writing", flush=True), time.sleep(60))
        from graph.cli import main
        sys.exit(main(sys.argv[1:]))
    """)
    process = subprocess.Popen(
        [sys.executable, "-c", command, "build", *pair, "-o", str(output)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1"},
    )
    assert process.stdout.readline() == "writing\n"
    process.send_signal(number)
    _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors.count("\n")) == (130, 1), errors
    assert _bytes(output) == before
    assert {path.name for path in tmp_path.iterdir()} == {"out", "good.txt", "other.txt"}


def test_extractions_come_in_the_order_of_the_sources(tmp_path, pair):
    """`extract` gives one value for each article in the order given, and a Skipped in the place of a bad one."""
    (tmp_path / "bad.txt").write_text("")
    results = list(extract([pair[1], str(tmp_path / "bad.txt"), pair[0]]))
    assert [type(result) for result in results] == [Extraction, Skipped, Extraction]
    assert [result.text.document.source for result in results[::2]] == [OTHER, GOOD]


def test_extractions_quote_the_source(news):
    """Every claim and figure of the samples has a span in its article's source."""
    results = [result for result in extract([str(news)]) if isinstance(result, Extraction)]
    spans = [(result.text, item.start, item.end) for result in results for item in (*result.claims, *result.measures)]
    assert spans
    for text, start, end in spans:
        first, last = text.source_span(start, end)
        assert text.document.source[first:last] == text.quote(start, end) != ""


def test_what_was_built_can_be_loaded(built):
    """`load` opens the folder of a build for queries."""
    assert list(load(built).query("SELECT ?s WHERE { ?s a zm:Company }"))


def test_standard_input_is_an_article(tmp_path):
    """`-` reads one article from the stream that is given."""
    import io

    (found,) = extract(["-"], stdin=io.BytesIO(GOOD.encode()))
    assert isinstance(found, Extraction)
    assert isinstance(found.text.document, Document)
    assert found.text.document.source == GOOD
