"""The first page in a browser: its map and its charts, by eye, by keys and without scripts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small import EDITION, FAIR, JIANGSU, KNOWLEDGE

from ..served import HOSTILE, write

PHONE = {"width": 390, "height": 844}


@pytest.fixture
def start(open_page):
    """Opens the page and waits until it has drawn."""

    def open_(**how):
        page = open_page("/", **how)
        page.locator("#map .map-area").first.wait_for()
        return page

    return open_


def test_charts_stand_in_the_place_of_tables(start):
    """Which are a click away, and open where nothing was drawn."""
    page = start()
    tables = page.locator("section", has=page.locator("figure")).locator("details")
    assert tables.count() == 3
    assert [one.get_attribute("open") for one in tables.all()] == [None] * 3
    tables.first.locator("summary").click()
    assert page.get_by_role("rowheader", name="江苏").is_visible()


def test_without_scripts_the_tables_are_open(open_page):
    """And no figure takes any room."""
    page = open_page("/", java_script_enabled=False)
    assert page.get_by_role("rowheader", name="江苏").is_visible()
    assert [one.is_visible() for one in page.locator("figure").all()] == [False] * 4


def test_the_map_has_all_areas_and_names_those_with_firms(start):
    """34 areas of which one is a link, which says how many firms are there."""
    page = start()
    areas = page.locator("#map")
    assert areas.locator(".map-area").count() == 34
    link = areas.get_by_role("link", name="Jiangsu 江苏: 1 firm")
    assert link.locator(".shade-1").count() == 1
    assert areas.locator(".map-names text:not(.quiet)").all_text_contents() == ["Jiangsu 1"]
    link.click()
    page.wait_for_url("**/queries/firms-by-province?*")


@pytest.mark.parametrize(
    ("locale", "name"), [("en-GB", "Hubei"), ("zh-CN", "湖北"), ("zh-TW", "湖北"), ("zh-HK", "廣東")]
)
def test_areas_are_named_in_the_language_of_the_page(start, locale, name):
    """As many as stand free of each other: none covers another, none is cut off."""
    page = start(locale=locale)
    names = page.locator("#map .map-names text")
    assert name in names.all_text_contents()
    boxes = [one.bounding_box() for one in names.all()]
    sheet = page.locator("#map svg").bounding_box()
    assert all(sheet["x"] <= one["x"] and one["x"] + one["width"] <= sheet["x"] + sheet["width"] for one in boxes)
    for at, one in enumerate(boxes):
        for other in boxes[:at]:
            apart = (
                abs(one["x"] + one["width"] / 2 - other["x"] - other["width"] / 2) - (one["width"] + other["width"]) / 2
            )
            below = abs(one["y"] + one["height"] / 2 - other["y"] - other["height"] / 2)
            assert apart > -1 or below > 9


def test_the_map_has_one_stop_of_the_tab_key(start):
    """From the buttons on, and Enter opens what has the focus."""
    page = start()
    page.get_by_role("button", name="Everything").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert page.locator("#map .mark:focus").get_attribute("aria-label") == "Jiangsu 江苏: 1 firm"
    page.keyboard.press("Enter")
    page.wait_for_url("**/queries/firms-by-province?*")


def test_the_map_zooms_by_button_key_and_wheel(start):
    """And shows everything again; the wheel alone scrolls the page."""
    page = start()
    sheet, svg = page.locator("#map svg > g").first, page.locator("#map svg")

    def scale() -> float:
        return float(sheet.get_attribute("transform").split("scale(")[1].rstrip(")"))

    page.get_by_role("button", name="Closer").click()
    assert scale() == pytest.approx(1.6)
    page.get_by_role("button", name="Everything").click()
    assert scale() == 1
    page.locator("#map .mark").focus()
    page.keyboard.press("+")
    page.keyboard.press("+")
    page.keyboard.press("-")
    assert scale() == pytest.approx(1.6)
    page.keyboard.press("0")
    assert scale() == 1
    page.locator("#find").focus()
    svg.hover()
    page.mouse.wheel(0, -120)
    assert scale() == 1
    page.keyboard.down("Control")
    page.mouse.wheel(0, -120)
    page.keyboard.up("Control")
    assert scale() > 1


def test_a_drag_moves_the_map_and_opens_nothing(start):
    """Even one that begins and ends on an area."""
    page = start()
    box = page.locator("#map .mark .map-area").bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 40, y + 10, steps=4)
    page.mouse.up()
    assert page.locator("#map svg > g").first.get_attribute("transform").startswith("translate(40")
    assert page.url.endswith("/")


def test_bars_are_links_with_their_numbers(start):
    """As long as their counts, and walked by the arrow keys."""
    page = start()
    bars = page.locator("#class-bars")
    first = bars.get_by_role("link").first
    assert first.get_attribute("aria-label") == "Company: 2 things"
    first.focus()
    page.keyboard.press("ArrowDown")
    assert page.locator("#class-bars .mark:focus").get_attribute("aria-label") != "Company: 2 things"
    widths = [float(one.get_attribute("width")) for one in bars.locator(".chart-bar").all()]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] > 1


def test_the_timeline_has_a_mark_for_each_edition(start):
    """With its date, and a link to its page."""
    page = start()
    mark = page.locator("#timeline").get_by_role("link", name="第八屆甲州交易會, 2021-04-15")
    assert mark.locator("circle.chart-moment").count() == 1
    mark.click()
    page.wait_for_url("**/entity/occasion/**")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_it_whole(start, scheme):
    """Nothing is wider than the screen."""
    page = start(**PHONE, color_scheme=scheme)
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    assert page.locator("#map svg").bounding_box()["width"] <= PHONE["width"]


def test_what_is_drawn_follows_the_width(start):
    """The map is as wide as its place after the window has changed."""
    page = start()
    page.set_viewport_size({"width": 700, "height": 900})
    svg = page.locator("#map svg")
    page.wait_for_timeout(300)
    assert float(svg.get_attribute("viewBox").split()[2]) == pytest.approx(svg.bounding_box()["width"], abs=3)


def test_the_search_in_the_middle_finds_as_one_types(start):
    """And leads to the page of what is taken."""
    page = start()
    page.locator("#find").fill("yunfan")
    page.locator(".find [role=option]").first.wait_for()
    page.keyboard.press("Enter")
    page.wait_for_url("**/entity/offering/**")


def test_what_is_hostile_is_drawn_as_text(open_page, server, tmp_path_factory):
    """The names of a province, a fair and an edition reach marks and names as they are, and run nothing."""
    hostile = {one.id: replace(one, name=HOSTILE) for one in (JIANGSU, FAIR, EDITION)}
    entities = tuple(hostile.get(one.id, one) for one in KNOWLEDGE.entities)
    site = server(write(tmp_path_factory.mktemp("hostile"), replace(KNOWLEDGE, entities=entities)))
    page = open_page(f"{site}/", locale="zh-CN")
    page.on("dialog", lambda dialog: page.complaints.append(dialog.message))
    page.locator("#map .map-area").first.wait_for()
    said = page.locator("figure .mark").evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert f"{HOSTILE}: 1 家企业" in said
    assert f"{HOSTILE}, 2021-04-15" in said
    assert page.locator("main script, main img").count() == 0


def test_what_there_is_not_is_said(open_page, server, tmp_path_factory):
    """Without provinces, fairs and contradictions the page has no empty chart."""
    bare = replace(KNOWLEDGE, statements=(), figures=(), background=())
    page = open_page(f"{server(write(tmp_path_factory.mktemp('bare'), bare))}/")
    page.locator("#class-bars svg").wait_for()
    assert page.get_by_text("Nothing of the kind is in these articles.").count() == 3
    assert page.get_by_text("Nothing here contradicts anything else.").is_visible()
    assert page.locator("figure").count() == 1
