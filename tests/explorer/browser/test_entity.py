"""The page of a thing in a browser: its drawings, its links, and all of it without script."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import expect
from small import EDITION, FIGURES, FIRM, KNOWLEDGE, ROBOT, SUZHOU

from graph.model import Period

from ..served import HOSTILE, write

SMALL, LARGE = {"width": 390, "height": 844}, {"width": 1400, "height": 900}


@pytest.fixture(scope="module")
def hostile(server, tmp_path_factory):
    """A firm and titles that would run, figures of three years, and a text that looks like markup."""
    firm = replace(FIRM, name=HOSTILE)
    entities = tuple(firm if one.id == FIRM.id else one for one in KNOWLEDGE.entities)
    texts = tuple(replace(one, document=replace(one.document, title=HOSTILE)) for one in KNOWLEDGE.texts)
    years = tuple(
        replace(FIGURES[0], id=f"y{year}", time=Period(str(year)), value=FIGURES[0].value + year)
        for year in (2019, 2020, 2021)
    )
    knowledge = replace(KNOWLEDGE, entities=entities, texts=texts, figures=(*FIGURES[1:], *years))
    return server(write(tmp_path_factory.mktemp("hostile"), knowledge))


def test_from_search_to_a_thing_to_its_sentence(open_page):
    """As one types in the bar; then the article opens at the passage, with subject and object marked."""
    page = open_page("/")
    page.locator("#finder").press_sequentially("jichuan")
    page.locator(".bar .results [role=option]").first.click()
    expect(page.locator("h1")).to_have_text(FIRM.name)
    page.locator(".fact", has_text="乙方公司").locator(".source a").click()
    expect(page.locator("#passage")).to_be_in_viewport()
    expect(page.locator("mark.subject")).to_have_text("霁川智能")
    expect(page.locator("mark.object")).to_have_text("乙方公司")
    expect(page.locator(".said .chosen")).to_contain_text("乙方公司")


def test_the_picture_leads_to_its_neighbours_and_to_the_graph(open_page):
    """By pointer and by key."""
    page = open_page(f"/entity/{FIRM.id}")
    page.locator(".sketch .spot", has_text="蘇州").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(SUZHOU.name)
    page.locator(".sketch figcaption a").click()
    assert page.url.endswith(f"/graph#start={SUZHOU.id.replace('/', '%2F')}") or "/graph#" in page.url


def test_figures_are_drawn_over_time(open_page, hostile):
    """Where there are at least two times; a point leads to its row. The table stays."""
    page = open_page(f"{hostile}/entity/{EDITION.id}")
    points = page.locator("#chart .mark")
    expect(points).to_have_count(3)
    expect(page.locator("table.figures tbody")).to_have_count(4)
    points.first.click()
    assert "#observation/y2019" in page.url
    assert open_page(f"/entity/{EDITION.id}").locator("#chart").count() == 0


def test_places_are_drawn_on_a_map(open_page, server, built):
    """The list of the same stays one click away; a place leads to its page."""
    page = open_page(f"{server(built)}/entity/place/浙江省")
    page.locator("#map .map-dot").first.wait_for()
    expect(page.locator(".places")).not_to_have_attribute("open", "")
    page.locator("#map a[aria-label^=宁波市]").click()
    expect(page.locator("h1")).to_have_text("宁波市")


def test_nothing_hostile_runs(open_page, hostile):
    """A name, titles: no dialog, no request, no complaint of the browser; the heading is the name to the letter."""
    for path in (
        f"/entity/{FIRM.id}",
        f"/entity/{ROBOT.id}",
        f"/entity/{SUZHOU.id}",
        "/documents",
        "/search?q=alert",
        "/document/d1",
    ):
        page = open_page(hostile + path)
        page.on("dialog", lambda dialog, complaints=page.complaints: complaints.append(dialog.message))
        page.wait_for_load_state("networkidle")
        assert all(address.startswith(hostile) for address in page.requested)
    assert open_page(f"{hostile}/entity/{FIRM.id}").locator("h1").inner_text() == HOSTILE


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("size", [SMALL, LARGE], ids=["phone", "desk"])
def test_nothing_is_wider_than_the_screen(open_page, server, built, size, theme):
    """Things with much said of them; tables scroll inside."""
    site = server(built)
    for path in ("/entity/org/浙江霁川智能科技有限公司", "/entity/place/浙江省", "/documents", "/search?class=Company"):
        page = open_page(site + path, **size, color_scheme=theme)
        page.wait_for_load_state("networkidle")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path


def test_all_is_there_without_script(open_page):
    """Facts, sentences, figures, pictures and files."""
    page = open_page(f"/entity/{FIRM.id}", java_script_enabled=False)
    expect(page.locator(".fact")).to_have_count(3 + 1)
    expect(page.locator(".passage").first).to_be_visible()
    expect(page.locator(".sketch svg")).to_be_visible()
    page.locator(".sketch .spot", has_text="蘇州").click()
    expect(page.locator("h1")).to_have_text(SUZHOU.name)


def test_a_file_is_downloaded(open_page):
    """Under the thing's own name."""
    page = open_page(f"/entity/{SUZHOU.id}")
    with page.expect_download() as told:
        page.locator("section[aria-labelledby=facts] .files a").first.click()
    assert told.value.suggested_filename == "320500-facts.csv"
