"""What tests of several modules need."""

from __future__ import annotations

import io
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph import build
from graph.cli import main
from graph.resources import samples_dir

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHECKOUT = Path(__file__).resolve().parent.parent


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden`` writes the kept files anew: those of tests/golden and ontology/context.jsonld, and what docs derive."""
    parser.addoption(
        "--update-golden",
        action="store_true",
        help="write tests/golden, ontology/context.jsonld, docs/questions.md and a table of docs/resolution.md",
    )


@dataclass(frozen=True)
class Outcome:
    """How a command ended and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder that holds pyproject.toml."""
    return CHECKOUT


@pytest.fixture(scope="session")
def built(tmp_path_factory) -> Path:
    """A build of the sample articles, for reading only."""
    output = tmp_path_factory.mktemp("built") / "outputs"
    build([], output)
    return output


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, where there is one; one for all tests, since Playwright runs once in a thread."""
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if chromium is None:
        pytest.skip("no chromium on this machine")
    arguments = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    with api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=arguments)
        yield opened
        opened.close()


@pytest.fixture
def news(tmp_path) -> Path:
    """A folder ``news`` of articles: the samples without their README."""
    return Path(shutil.copytree(samples_dir(), tmp_path / "news", ignore=shutil.ignore_patterns("README.md")))


@pytest.fixture
def zhimai(monkeypatch, capfd) -> Callable[..., Outcome]:
    """Runs the command line in this process: ``zhimai("build", "a.txt", stdin=b"")``."""
    monkeypatch.setenv("COLUMNS", "80")

    def run(*arguments: object, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capfd.readouterr()
        code = main([str(argument) for argument in arguments])
        captured = capfd.readouterr()
        return Outcome(code, captured.out, captured.err)

    return run
