"""Opens the page of a knowledge in a real browser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.ontology import load_ontology
from graph.page import Filter, write_page

from .made_up import ontology

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    from graph.model import Knowledge

EVERYTHING = Filter()
Opener = Callable[..., "Page"]


@pytest.fixture(scope="session")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Knowledge, Filter], Path]:
    """Writes the page of a knowledge, each but once."""
    pages: dict[tuple[int, Filter], tuple[Knowledge, Path]] = {}

    def write(knowledge: Knowledge, only: Filter) -> Path:
        key = (id(knowledge), only)
        if key not in pages:
            path = tmp_path_factory.mktemp("page") / "graph.html"
            write_page(knowledge, load_ontology() if only.narrows() else ontology(), path, only=only)
            pages[key] = (knowledge, path)  # kept, so that its id stays its own
        return pages[key][1]

    return write


@pytest.fixture
def open_page(browser: Browser, written: Callable[[Knowledge, Filter], Path]) -> Iterator[Opener]:
    """Opens the page of a knowledge; requests and complaints gather in ``page.requested`` and ``page.complaints``."""
    contexts = []

    def opener(
        knowledge: Knowledge,
        width: int = 1400,
        height: int = 900,
        anchor: str = "",
        locale: str = "zh-TW",
        only: Filter = EVERYTHING,
    ) -> Page:
        path = written(knowledge, only)
        context = browser.new_context(
            viewport={"width": width, "height": height}, reduced_motion="reduce", locale=locale
        )
        contexts.append(context)
        page = context.new_page()
        page.requested, page.complaints = [], []
        page.on("request", lambda request: page.requested.append(request.url))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("console", lambda message: page.complaints.append(message.text))
        page.goto(path.as_uri() + anchor)
        page.wait_for_function("window.zhimai !== undefined")
        return page

    yield opener
    for context in contexts:
        context.close()
