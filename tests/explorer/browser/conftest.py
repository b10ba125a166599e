"""The explorer in a real browser: servers over builds, and pages on which nothing may go wrong."""

from __future__ import annotations

import runpy
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from graph.explorer.pages import scripts as scripts_of_pages

from ..served import address, started, write

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Server = Callable[[Path], str]
Opener = Callable[..., "Page"]


@pytest.fixture(scope="session", autouse=True)
def scripts(checkout: Path) -> None:
    """The pages have scripts, those of the sources."""
    if not scripts_of_pages():
        pytest.skip("the scripts were never bundled: python client/bundle.py")
    assert runpy.run_path(str(checkout / "client" / "bundle.py"))["is_bundled"](), "stale: python client/bundle.py"


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """Serves a build's folder, each but once: the address of its first page, without a slash at its end."""
    with ExitStack() as running:
        addresses: dict[Path, str] = {}

        def serve(folder: Path) -> str:
            if folder not in addresses:
                _, lines = running.enter_context(started(folder, "--port", 0, "--workers", 1))
                addresses[folder] = address(lines).removesuffix("/sparql")
            return addresses[folder]

        yield serve


@pytest.fixture(scope="session")
def site(server, tmp_path_factory) -> str:
    """The address of a server over the small knowledge."""
    return server(write(tmp_path_factory.mktemp("small")))


@pytest.fixture
def open_page(browser: Browser, site: str) -> Iterator[Opener]:
    """Opens a path of the server, or an address; the test fails where its page throws, complains or breaks its policy.

    What a test expects to go wrong it takes out of ``page.complaints``; requests gather in ``page.requested``.
    """
    pages: list[Page] = []

    def opener(address: str = "/", width: int = 1400, height: int = 900, **context: object) -> Page:
        usual = {"locale": "en-GB", "reduced_motion": "reduce"}
        page = browser.new_context(viewport={"width": width, "height": height}, **usual | context).new_page()
        page.complaints, page.requested = [], []
        page.on("request", lambda request: page.requested.append(request.url))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        page.on("console", lambda said: said.type == "error" and page.complaints.append(said.text))
        pages.append(page)
        page.goto(site + address if address.startswith("/") else address)
        return page

    yield opener
    complaints = [one for page in pages for one in page.complaints]
    for page in pages:
        page.context.close()
    assert complaints == []
