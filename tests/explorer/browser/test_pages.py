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


@pytest.mark.parametrize("room", ["/", "/documents", "/graph", "/ask"])
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_bar_of_a_telephone_is_low_and_whole(open_page, room, lang):
    """It takes a ninth of the screen at most, every room of it is in sight, and it scrolls away."""
    page = open_page(f"{room}?lang={lang}", width=390, height=844)
    bar = page.locator(".bar")
    assert bar.bounding_box()["height"] <= 96
    assert bar.evaluate("one => getComputedStyle(one).position") == "static"
    rooms = [one.bounding_box() for one in page.locator(".bar nav a").all()]
    assert max(one["x"] + one["width"] for one in rooms) <= 390
    assert min(one["height"] for one in rooms) >= 36


def test_the_tools_of_the_graph_stand_in_rows_that_are_filled(open_page):
    """On a tablet in one; on a telephone the views share theirs with the button of the legend, and can be read."""
    page = open_page("/graph", width=1024, height=768)
    page.locator("[data-ready=true]").wait_for()
    tops = {round(one.bounding_box()["y"]) // 12 for one in page.locator(".tools > *").all() if one.is_visible()}
    assert len(tops) == 1
    page.set_viewport_size({"width": 390, "height": 844})
    views, legend = page.locator(".views").bounding_box(), page.locator("#tool-showFilters").bounding_box()
    assert views["width"] > 300
    assert abs(views["y"] - legend["y"]) < 12
