"""The pages in a browser: whole without scripts, quiet with them, and from nowhere but their server."""

from __future__ import annotations

import pytest

PATHS = ("/", "/search?q=霽川", "/graph", "/documents", "/queries", "/ask")


@pytest.mark.parametrize("path", PATHS)
def test_a_page_loads_without_a_complaint(open_page, site, path):
    """No error, nothing that its policy forbids, and no request to another host."""
    page = open_page(path)
    page.wait_for_load_state("networkidle")
    assert page.get_by_role("main").is_visible()
    assert [url for url in page.requested if not url.startswith(site)] == []


def test_search_needs_no_script(open_page):
    """Enter in the bar leads to the page of what is called so."""
    page = open_page("/", java_script_enabled=False)
    field = page.get_by_role("banner").get_by_role("searchbox")
    field.fill("霽川智能")
    field.press("Enter")
    page.wait_for_url("**/entity/**")
    assert page.get_by_role("heading", level=1).is_visible()
