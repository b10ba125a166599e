"""The commands, queries and Python that README and docs show are run, and what they are shown to print is what they print."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from graph.cli import cli
from graph.store import open_store

CHECKOUT = Path(__file__).resolve().parent.parent
EXAMPLES = sorted((CHECKOUT / "docs" / "examples").glob("*/README.md"))
PAGES = [*sorted([CHECKOUT / "README.md", *(CHECKOUT / "docs").glob("*.md")]), *EXAMPLES]
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^`([\w./-]+)`\n\n```\w+\n(.*?)^```", re.MULTILINE | re.DOTALL)
PYTHON = re.compile(r"^```python\n(.*?)^```", re.MULTILINE | re.DOTALL)
SPARQL = re.compile(r"^```sparql\n(?!# title)(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#]+)")


def _name(page: Path) -> str:
    return page.relative_to(CHECKOUT).as_posix()


def _shown(page: Path) -> list[tuple[str, str]]:
    """The commands of a page, each with the output shown below it (empty where none is shown)."""
    found = []
    for block in BLOCK.findall(page.read_text("utf-8")):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = part.partition("\n")
            found.append((command, output.strip()))
    return found


def _first_block(page: str, language: str) -> str:
    """The first code block of that language on a page, which its commands use as a file."""
    found = re.search(
        rf"^```{language}\n(.*?)^```", (CHECKOUT / "docs" / page).read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
    return found[1] if found else ""


def _having(block: re.Pattern[str]) -> list[Path]:
    return [page for page in PAGES if block.search(page.read_text("utf-8"))]


def _pattern(output: str) -> str:
    """A pattern for the output shown, in which … stands for anything left out."""
    return ".*".join(re.escape(part) for part in output.split("…"))


@pytest.mark.parametrize("page", [page for page in PAGES if _shown(page)], ids=_name)
def test_commands_of_the_docs(page, zhimai, built, news, monkeypatch):
    """Every `$ zhimai …` of a page works, in order, in a folder with articles in news/ and a build in outputs/.

    A file that the page shows below its name stands there too. Those of an example work in a copy of its folder.
    """
    monkeypatch.chdir(news.parent)
    if page in EXAMPLES:
        shutil.copytree(page.parent, "example")
        monkeypatch.chdir("example")
    else:
        shutil.copytree(built, "outputs")
        (news.parent / "my.csv").write_text(_first_block("your-own.md", "csv"), encoding="utf-8")
        (news.parent / "my.ttl").write_text(_first_block("ontology.md", "turtle"), encoding="utf-8")
    for name, content in FILE.findall(page.read_text("utf-8")):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).write_text(content, "utf-8")
    for command, output in _shown(page):
        program, *words = shlex.split(command)
        assert program == "zhimai", command
        done = zhimai(*words)
        assert done.code == 0, f"{command}: {done.err}"
        assert re.fullmatch(_pattern(output), done.out.strip(), re.DOTALL) or not output, f"{command}:\n{done.out}"


@pytest.mark.parametrize("page", _having(PYTHON), ids=_name)
def test_python_of_the_docs(page, built, news, monkeypatch):
    """The Python of a page runs, in order and in one session, in such a folder."""
    monkeypatch.chdir(news.parent)
    shutil.copytree(built, "outputs")
    session: dict[str, object] = {}
    for block in PYTHON.findall(page.read_text("utf-8")):
        exec(compile(block, str(page), "exec"), session)  # noqa: S102 the docs are ours


@pytest.mark.parametrize("page", _having(SPARQL), ids=_name)
def test_queries_of_the_docs(page, built):
    """Every query of a page finds something in the sample articles."""
    store = open_store(built)
    assert [block for block in SPARQL.findall(page.read_text("utf-8")) if not len(store.query(block))] == []


def test_the_docs_have_what_is_run():
    """The patterns above do not pass by finding nothing."""
    names = {block: {page.stem for page in _having(block)} for block in (BLOCK, FILE, PYTHON, SPARQL)}
    assert names[FILE] == {"curating", "evaluation", "tutorial"}
    assert names[PYTHON] >= {"README", "api", "citing"}
    assert names[SPARQL] >= {"queries", "citing"}
    assert names[BLOCK] >= {"README", "commands", "questions", "tutorial"}


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_links_lead_somewhere(page):
    """A relative link of a page names a file of the repository."""
    missing = [link for link in LINK.findall(page.read_text("utf-8")) if not (page.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_fences_pair(page):
    """Every block of code is closed before the next begins."""
    fences = [line for line in page.read_text("utf-8").splitlines() if line.startswith("```")]
    assert len(fences) % 2 == 0
    assert [fence for fence in fences[1::2] if fence != "```"] == []


def test_every_page_is_listed():
    """docs/README.md has a row for each page beside it."""
    listed = set(LINK.findall((CHECKOUT / "docs" / "README.md").read_text("utf-8")))
    assert {page.name for page in (CHECKOUT / "docs").glob("*.md")} - listed == {"README.md"}


def test_every_example_is_listed():
    """docs/README.md leads to each example."""
    listed = set(LINK.findall((CHECKOUT / "docs" / "README.md").read_text("utf-8")))
    assert {page.relative_to(CHECKOUT / "docs").as_posix() for page in EXAMPLES} - listed == set()


@pytest.mark.parametrize("name", sorted(cli.commands))
def test_every_command_is_documented(name):
    """docs/commands.md shows the help of every command, so that the test above compares it."""
    page = (CHECKOUT / "docs" / "commands.md").read_text("utf-8")
    assert f"\n## zhimai {name}\n\n```console\n$ zhimai {name} --help\n" in page


def test_the_check_runs_what_the_readme_says():
    """.ci/run uses the commands that the README gives for setting up and for the tests."""
    script = (CHECKOUT / ".ci" / "run").read_text("utf-8")
    shell = re.findall(r"^```sh\n(.*?)^```", (CHECKOUT / "README.md").read_text("utf-8"), re.MULTILINE | re.DOTALL)
    commands = [command.strip() for block in shell for command in block.split("&&")]
    assert len(commands) == 4
    assert [command for command in commands if command.replace("python -m venv", "-m venv") not in script] == []
