"""The command line: what it prints, its exit codes, and one line for every failure."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time

import pytest

from graph.cli import cli
from graph.store import FORMS

SENTENCE = "甲湖科技有限公司位于杭州市，在第三届西岭博览会上展出智能传感器。公司2022年营业收入达到3.5亿元。"
BAD = {
    "empty": b"",
    "blank": b" \n\n ",
    "binary": bytes(range(256)) * 8,
    "broken encoding": ("第三届博览会" * 20).encode()[:-1].replace("会".encode(), b"\xe4\xff"),
    "no Chinese": b"A fair opened in Hangzhou yesterday, and many firms came to see it." * 3,
}


@pytest.fixture
def article(tmp_path):
    """A file with one small article."""
    path = tmp_path / "article.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    return path


def _one_line(err: str) -> bool:
    return err.startswith("zhimai: ") and err.count("\n") == 1 and "Traceback" not in err


def test_build_says_what_it_made(zhimai, article, tmp_path):
    """A build ends with 0 and tells how much it found and where to look."""
    done = zhimai("build", article, "-o", tmp_path / "out")
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("1 article: ")
    assert str(tmp_path / "out" / "graph.html") in done.out


def test_quiet_is_quiet(zhimai, article, tmp_path):
    """`--quiet` prints nothing when all goes well."""
    assert zhimai("build", article, "-o", tmp_path / "out", "--quiet").out == ""


def test_foreign_files_stay(zhimai, article, tmp_path):
    """What a build does not write stays in the output folder."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "README.md").write_text("mine")
    assert zhimai("build", article, "-o", tmp_path / "out").code == 0
    assert (tmp_path / "out" / "README.md").read_text() == "mine"


@pytest.mark.parametrize("kind", BAD)
def test_an_article_that_cannot_be_read(zhimai, tmp_path, kind):
    """The only article being unreadable is wrong usage: 2, one line that names the file, nothing written."""
    (tmp_path / "bad.txt").write_bytes(BAD[kind])
    done = zhimai("build", tmp_path / "bad.txt", "-o", tmp_path / "out")
    assert (done.code, done.out) == (2, "")
    assert _one_line(done.err)
    assert "bad.txt" in done.err
    assert not (tmp_path / "out").exists()


def test_one_unreadable_among_a_hundred(zhimai, tmp_path):
    """One bad article among a hundred is named and skipped; the rest is built, and the command ends with 1."""
    (tmp_path / "news").mkdir()
    for number in range(99):
        text = SENTENCE.replace("2022", str(1920 + number))
        (tmp_path / "news" / f"{number:02}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "news" / "bad.txt").write_bytes(BAD["binary"])
    done = zhimai("build", tmp_path / "news", "-o", tmp_path / "out")
    assert done.code == 1
    assert done.out.startswith("99 articles: ")
    assert _one_line(done.err)
    assert "bad.txt" in done.err
    report = json.loads((tmp_path / "out" / "report.json").read_text("utf-8"))
    assert (report["documents"], len(report["skipped"])) == (99, 1)


@pytest.mark.parametrize("command", ["build", "extract"])
def test_a_source_that_does_not_exist(zhimai, tmp_path, command):
    """A source that is not there ends with 2 and one line that names it."""
    done = zhimai(command, tmp_path / "nowhere.txt")
    assert done.code == 2
    assert _one_line(done.err)
    assert "nowhere.txt" in done.err


def test_a_mistake_in_an_ontology(zhimai, article, tmp_path):
    """A broken ontology file ends with 2 and one line that names the file; nothing is written."""
    (tmp_path / "my.ttl").write_text("@prefix zm: <https://w3id.org/zhimai/ontology#> .\nzm:A zm:b ;;; [ .\n")
    done = zhimai("build", article, "-o", tmp_path / "out", "--ontology", tmp_path / "my.ttl")
    assert done.code == 2
    assert _one_line(done.err)
    assert "my.ttl" in done.err
    assert not (tmp_path / "out").exists()


def test_an_output_that_cannot_be_written(zhimai, article):
    """A folder below a regular file cannot be made: 3, one line with the remedy."""
    done = zhimai("build", article, "-o", article / "out")
    assert (done.code, done.out) == (3, "")
    assert _one_line(done.err)
    assert "choose another folder" in done.err


@pytest.mark.parametrize(
    "words",
    [
        ["bild"],
        ["build", "--nope"],
        ["build", "--base", "nonsense"],
        ["extract"],
        ["query"],
        ["query", "."],
        ["query", ".", "SELECT ?s WHERE { ?s a zm:Company }", "--name", "x"],
        ["query", ".", "--param", "x"],
        ["query", "no-build", "--name", "x"],
        ["show", "no-build", "x"],
        ["explain"],
        ["explain", "  "],
    ],
)
def test_wrong_usage(zhimai, tmp_path, monkeypatch, words):
    """A wrong word on the command line ends with 2 and one line."""
    monkeypatch.chdir(tmp_path)
    done = zhimai(*words)
    assert done.code == 2
    assert _one_line(done.err), done.err


def test_extract_keeps_ids_and_prints_json(zhimai):
    """JSON Lines in, JSON lines out, in the same order and with the same ids."""
    lines = [{"id": f"n-{number}", "text": SENTENCE.replace("2022", str(2000 + number))} for number in (3, 1, 2)]
    done = zhimai("extract", "-", stdin="\n".join(json.dumps(line) for line in lines).encode())
    assert done.code == 0
    found = [json.loads(line) for line in done.out.splitlines()]
    assert [one["id"] for one in found] == ["n-3", "n-1", "n-2"]


def test_offsets_of_extract_count_in_the_text(zhimai):
    """The offsets of a mention cut its surface out of the text that came in."""
    done = zhimai("extract", "-", stdin=json.dumps({"id": "1", "text": SENTENCE}).encode())
    mentions = json.loads(done.out)["mentions"]
    assert "甲湖科技有限公司" in {mention["surface"] for mention in mentions}
    assert all(SENTENCE[mention["start"] : mention["end"]] == mention["surface"] for mention in mentions)


def test_extract_names_what_it_skips(zhimai):
    """A broken line is named on standard error, the others are printed, and the command ends with 1."""
    done = zhimai("extract", "-", stdin=json.dumps({"id": "1", "text": SENTENCE}).encode() + b"\n{broken\n")
    assert (done.code, len(done.out.splitlines())) == (1, 1)
    assert _one_line(done.err)


def test_explain_shows_mentions_and_cues(zhimai):
    """`explain` names what is recognised and the cues that are seen."""
    done = zhimai("explain", SENTENCE)
    assert (done.code, done.err) == (0, "")
    assert "甲湖科技有限公司" in done.out
    assert [line for line in done.out.splitlines() if not line.startswith(" ")] == [
        "mentions",
        "passed over",
        "cues",
        "statements",
        "figures",
    ]


def test_explain_takes_several_sentences(zhimai):
    """Each sentence has a heading, and standard input has one a line."""
    done = zhimai("explain", SENTENCE, "-", stdin="甲川来了。\n\n乙岭来了。\n".encode())
    heads = [line for line in done.out.splitlines() if line.startswith("# ")]
    assert heads == [f"# {SENTENCE}", "# 甲川来了。", "# 乙岭来了。"]


def test_explain_for_tools(zhimai):
    """As JSON each sentence is one object, whose indices lead to mentions and statements and whose offsets cut the text."""
    done = zhimai("explain", SENTENCE, SENTENCE, "--format", "json")
    one, other = map(json.loads, done.out.splitlines())
    assert one == other
    assert one["sentence"] == SENTENCE
    for seen in (*one["mentions"], *one["passed_over"]):
        assert SENTENCE[seen["start"] : seen["end"]] == seen["surface"]
    for cue in one["cues"]:
        assert SENTENCE[cue["start"] : cue["end"]] == cue["words"]
        assert {one["statements"][number]["extractor"] for number in cue["statements"]} <= {f"cue:{cue['cue']}"}
        assert cue["verdict"]
    assert any(cue["statements"] for cue in one["cues"])


def test_explain_shows_what_was_passed_over(zhimai):
    """A mention that lost says to what."""
    done = zhimai("explain", "研究者到了杭州市滨江区人民法院。")
    assert "passed over" in done.out
    assert " is longer" in done.out or " is surer" in done.out


def test_explain_of_nothing(zhimai):
    """Standard input without a sentence is wrong usage."""
    done = zhimai("explain", "-", stdin=b"\n \n")
    assert done.code == 2
    assert _one_line(done.err)


def test_query_by_sparql(zhimai, built):
    """A query of one's own needs no prefixes and prints as CSV too."""
    done = zhimai("query", built, "SELECT (COUNT(*) AS ?n) WHERE { ?s a zm:Company }", "--format", "csv")
    assert (done.code, done.out.splitlines()[0]) == (0, "n")
    assert int(done.out.splitlines()[1]) > 10


def test_a_malformed_query(zhimai, built):
    """A mistake in a query ends with 2, with one line that tells it and with the place in the query."""
    done = zhimai("query", built, "SELECT ?x { ?x rdfs:label 霽川 }")
    assert done.code == 2
    told, shown, mark = done.err.splitlines()
    assert told.startswith("zhimai: query, line 1, column 27: 霽川 stands there bare")
    assert shown.index("霽川") == len(mark) - 1


def test_named_queries_are_listed(zhimai):
    """`--list` needs no build and has a line a query, with both titles."""
    done = zhimai("query", "--list")
    lines = done.out.partition("\n\n")[0].splitlines()
    assert (done.code, len(lines) >= 25) == (0, True)
    assert ["firms-by-province", "各省企业", "Firms by province"] in [line.split(maxsplit=2) for line in lines]


def test_a_named_query_is_described(zhimai, built):
    """`--describe` says in both languages what is answered, names the parameters, and shows a command that works."""
    done = zhimai("query", "--describe", "firms-by-province")
    assert done.code == 0
    assert all(part in done.out for part in ("省、自治区或直辖市", "Firms with the province", "SELECT DISTINCT"))
    command = next(line.split() for line in done.out.splitlines() if line.startswith("  zhimai query outputs"))
    assert "浙江省" in zhimai("query", built, *command[3:]).out


def test_every_form_of_an_answer_is_offered(zhimai, built):
    """`--format` has the forms of the store, though it does not load it."""
    offered = next(option for option in cli.commands["query"].params if option.name == "form").type.choices
    assert tuple(offered) == FORMS


def test_a_query_in_a_file(zhimai, built, tmp_path):
    """`--name` takes a file of one's own; hints are given for it as for a query at the prompt."""
    (tmp_path / "my.rq").write_text("SELECT ?x { ?x zm:locatedin ?y }", encoding="utf-8")
    done = zhimai("query", built, "--name", tmp_path / "my.rq")
    assert (done.code, "0 rows" in done.out) == (0, True)
    assert "did you mean zm:locatedIn?" in done.err


def test_an_answer_in_a_file(zhimai, built, tmp_path):
    """`-o` writes the answer, in the format that the name of the file says."""
    file = tmp_path / "firms.csv"
    done = zhimai("query", built, "SELECT ?n { ?x a zm:Company ; rdfs:label ?n }", "-o", file)
    assert (done.code, done.out) == (0, "")
    assert file.read_bytes().startswith(b"n\r\n")
    assert zhimai("query", built, "ASK { ?s ?p ?o }", "-o", tmp_path / "none" / "x").code == 0
    (tmp_path / "folder").mkdir()
    assert zhimai("query", built, "ASK { ?s ?p ?o }", "-o", tmp_path / "folder").code == 3
    refused = zhimai("query", built, "ASK { ?s ?p ?o }", "-o", tmp_path / "firms.xlsx")
    assert (refused.code, "no form has the suffix .xlsx" in refused.err) == (2, True)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit for the size of files")
@pytest.mark.parametrize("words", [("query", "-n", "overview", "-o"), ("page", "-o")])
def test_a_full_disk_leaves_the_file_that_stood_there(built, tmp_path, words):
    """An answer or a page that cannot be written whole leaves the old one, and nothing beside it."""
    (tmp_path / "old.html").write_text("old")
    command, *options = words
    limited = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (600, 600)); "
    run = limited + "from graph.cli import main; sys.exit(main(sys.argv[1:]))"
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            run,
            command,
            str(built),
            *options,
            str(tmp_path / "old.html"),
            *(["-f", "csv"] if command == "query" else []),
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.count("\n")) == (3, 1), done.stderr
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"old.html": "old"}


def test_an_answer_that_takes_too_long(zhimai, built):
    """`--timeout` ends a query that would go on."""
    done = zhimai("query", built, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", "--timeout", "0.2")
    assert done.code == 2
    assert "no answer within 0.2 s" in done.err


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["SELECT ?s { ?s ?p ?o }"], "the folder of the build comes before the query"),
        (["outputs", "exhibitors"], "exhibitors is a named query: --name exhibitors"),
        (["outputs"], "a folder and either SPARQL or --name are wanted"),
    ],
)
def test_a_command_that_lacks_a_part(zhimai, words, told):
    """What is missing is said."""
    done = zhimai("query", *words)
    assert (done.code, told in done.err) == (2, True)


def test_a_named_query_takes_parameters(zhimai, built):
    """A parameter narrows the answer to what bears the name, in either script."""
    every = zhimai("query", built, "--name", "firms-by-province")
    some = zhimai("query", built, "--name", "firms-by-province", "--param", "place=江蘇")
    assert (every.code, some.code) == (0, 0)
    assert 0 < len(some.out.splitlines()) < len(every.out.splitlines())


@pytest.mark.parametrize(
    ("words", "note"),
    [
        (["SELECT ?s { ?s zm:locatdIn ?o }"], "the build knows no zm:locatdIn; did you mean zm:locatedIn?"),
        (["--name", "firms-by-province", "--param", "place=火星"], "nothing is called 火星"),
        (["--name", "deals", "--param", "actor=江汭光"], "nothing is called 江汭光; did you mean"),
    ],
)
def test_an_empty_answer_is_explained(zhimai, built, words, note):
    """Where nothing is found because a word is unknown, standard error says so; the answer is still an answer."""
    done = zhimai("query", built, *words)
    assert (done.code, "0 rows" in done.out) == (0, True)
    assert note in done.err


def test_an_empty_answer_to_a_sound_query(zhimai, built):
    """A query whose words are all known is answered in silence."""
    done = zhimai("query", built, "SELECT ?s { ?s zm:locatedIn ?s }")
    assert (done.code, done.err) == (0, "")


def test_a_query_from_standard_input(zhimai, built):
    """`-` in the place of the query reads it from standard input."""
    assert zhimai("query", built, "-", stdin=b"ASK { ?s a zm:Company }").out == "true\n"


def test_an_unknown_named_query(zhimai, built):
    """A named query that does not exist ends with 2 and one line."""
    done = zhimai("query", built, "--name", "no-such-query")
    assert done.code == 2
    assert _one_line(done.err)


def test_show_in_either_script(zhimai, built):
    """A name in the other script shows the same entity."""
    one, other = zhimai("show", built, "霽川智能"), zhimai("show", built, "霁川智能")
    assert (one.code, one.out) == (0, other.out)
    assert "余杭" in one.out


def test_show_as_json(zhimai, built):
    """`--format json` gives the things of that name with their facts and sentences."""
    done = zhimai("show", built, "霁川智能", "--format", "json")
    (thing,) = json.loads(done.out)
    assert (done.code, thing["class"]["en"]) == (0, "Company")
    assert all(fact["evidence"][0]["quote"] for fact in thing["facts"] if "status" in fact)


def test_show_an_unknown_name(zhimai, built):
    """A name that is not there ends with 2 and one line."""
    done = zhimai("show", built, "沒有這家公司")
    assert done.code == 2
    assert _one_line(done.err)


def test_a_mistake_of_ours_is_one_line(zhimai, article, tmp_path, monkeypatch):
    """An unexpected error ends with 3 and a line that names its type, not with a traceback."""

    def fail(*arguments, **named):
        raise RecursionError("deep\ndown")

    monkeypatch.setattr("graph.resolve.resolve", fail)
    done = zhimai("build", article, "-o", tmp_path / "out")
    assert done.code == 3
    assert _one_line(done.err)
    assert "RecursionError: deep down" in done.err


def test_a_reader_that_has_seen_enough(tmp_path, checkout):
    """A closed pipe is no error."""
    lines = "\n".join(json.dumps({"id": number, "text": SENTENCE}) for number in range(2000))
    (tmp_path / "many.jsonl").write_text(lines)
    process = subprocess.Popen(
        [sys.executable, "-m", "graph", "extract", str(tmp_path / "many.jsonl")],
        cwd=checkout,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait(timeout=60) == 0
    process.stderr.close()


def test_help_is_quick():
    """`zhimai --help` loads none of the heavy libraries."""
    heavy = {"numpy", "onnxruntime", "rdflib", "pyoxigraph", "pyvis", "networkx", "trafilatura", "opencc"}
    command = "import sys; from graph.cli import main; main(['--help']); print(*sys.modules, file=sys.stderr)"
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True)
    assert heavy.isdisjoint(done.stderr.split())
    assert time.perf_counter() - begun < 5


def test_json_logs_the_stages_and_the_end(zhimai, article, tmp_path):
    """With --json standard output is empty, and each line on standard error is an event with its time."""
    (tmp_path / "bad.txt").write_bytes(BAD["binary"])
    done = zhimai("build", article, tmp_path / "bad.txt", "-o", tmp_path / "out", "--json")
    events = [json.loads(line) for line in done.err.splitlines()]
    assert (done.code, done.out) == (1, "")
    assert [event["stage"] for event in events if event["event"] == "stage" and not event.get("done")] == [
        "ontology",
        "read",
        "clean",
        "recognise",
        "relate",
        "resolve",
        "write",
        "validate",
    ]
    assert all(event["time"] for event in events)
    assert events[-2]["event"] == "skipped"
    assert events[-2]["source"].endswith("bad.txt")
    assert (events[-1]["event"], events[-1]["articles"], events[-1]["exit_code"]) == ("done", 1, 1)


def test_json_logs_an_error(zhimai, tmp_path):
    """An error is the last event, with its message and the exit code."""
    done = zhimai("build", tmp_path / "none.txt", "-o", tmp_path / "out", "--json")
    last = json.loads(done.err.splitlines()[-1])
    assert (done.code, last["event"], last["exit_code"]) == (2, "error", 2)
    assert "none.txt" in last["message"]


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
def test_a_bar_on_a_terminal_and_none_in_a_pipe(article, tmp_path):
    """Standard error shows how far each stage is where it is a terminal; in a pipe it stays empty."""
    import pty

    command = [sys.executable, "-m", "graph", "build", str(article), "-o", str(tmp_path / "out")]
    parent, child = pty.openpty()
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=child, check=True)
    shown = os.read(parent, 65536).decode()
    assert "recognise" in shown
    assert "100%" in shown
    assert subprocess.run(command, capture_output=True, check=True).stderr == b""


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_a_script_of_the_shell(zhimai, shell):
    """The script asks the command itself what may follow."""
    done = zhimai("completion", shell)
    assert done.code == 0
    assert f"_ZHIMAI_COMPLETE={shell}_complete" in done.out


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("zhimai que", "query"),
        ("zhimai build --on", "--ontology"),
        ("zhimai query out --name firms-by", "firms-by-province"),
        ("zhimai export out --to parq", "parquet"),
    ],
)
def test_a_shell_is_told_what_may_follow(zhimai, monkeypatch, words, wanted):
    """Commands, options, the names of queries and formats complete."""
    monkeypatch.setenv("_ZHIMAI_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(words.count(" ")))
    assert zhimai().out == f"plain,{wanted}\n"


def test_every_command_is_in_the_help(zhimai):
    """The sections of the help leave no command out."""
    shown = zhimai("--help").out
    assert [name for name in cli.commands if f"  {name} " not in shown] == []
