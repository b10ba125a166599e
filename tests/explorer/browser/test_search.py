"""The page of results and the list of articles by keyboard."""

from __future__ import annotations

from playwright.sync_api import expect
from small import FIRM, RIVAL


def test_arrow_keys_go_through_the_results(open_page):
    """From the field down and up again; Enter opens."""
    page = open_page("/search?class=Company")
    page.locator(".again input[type=search]").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("#hits a").first).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")  # there is no third
    expect(page.locator("#hits a").last).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(".again input[type=search]")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(RIVAL.name)


def test_the_field_of_the_bar_shows_all_results(open_page):
    """Enter after a name that nothing bears alone leads to the page, from any other."""
    page = open_page("/documents")
    page.keyboard.press("/")
    expect(page.locator("#finder")).to_be_focused()
    page.keyboard.type(FIRM.name)
    page.locator(".bar .results [role=option]").first.wait_for()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(FIRM.name)


def test_the_list_of_articles_is_narrowed_without_script(open_page):
    """A form and links are all that it needs."""
    page = open_page("/documents?lang=en", java_script_enabled=False)
    page.locator("input[name=q]").nth(1).fill("养老")
    page.locator(".narrowing button").click()
    expect(page.locator("table.articles tbody tr")).to_have_count(1)
    page.locator("th a", has_text="Facts").click()
    expect(page.locator("th[aria-sort]")).to_contain_text("Facts")
    expect(page.locator("table.articles tbody tr")).to_have_count(1)
