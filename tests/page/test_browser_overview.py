"""The page of a large graph in a real browser: overviews, opened groups, the way back, addresses."""

from __future__ import annotations

from collections import Counter

import pytest

from graph.page.overview import MOST_DRAWN

from .made_up import knowledge

LARGE = knowledge(320)
FIRM = next(one for one in LARGE.entities if one.type == "Company" and "儲能" in one.name)


def visible(page):
    return set(page.evaluate("zhimai.visible().nodes"))


def where(page, id):
    frame = page.locator("#graph").bounding_box()
    x, y = page.evaluate("id => { const at = zhimai.where(id); return [at.x, at.y]; }", id)
    return frame["x"] + x, frame["y"] + y


@pytest.fixture
def page(open_page):
    return open_page(LARGE)


def test_a_large_graph_opens_on_its_classes(page):
    """One node a class; the panel says what one sees; nothing complains."""
    assert visible(page) == {f"class/{one.type}" for one in LARGE.entities}
    assert page.locator("#panel h2").inner_text() == "按類別"
    assert f"{len(LARGE.entities):,} 個名稱" in page.locator("#panel").inner_text()
    assert page.complaints == []


def test_a_click_opens_a_class_and_escape_goes_back(page):
    """Its names with what they are related to, few enough to be read."""
    page.mouse.click(*where(page, "class/Company"))
    opened = visible(page)
    assert {"Company", "FairEdition"} <= {one.type for one in LARGE.entities if one.id in opened}
    assert len(opened) <= MOST_DRAWN
    assert page.locator("#panel h2").inner_text() == "企業"
    page.keyboard.press("Escape")
    assert "class/Company" in visible(page)


def test_the_panel_lists_every_name_of_a_class(page):
    """Also those that are not drawn; a click goes to one."""
    page.evaluate("zhimai.view('/class/Company')")
    names = page.locator("#panel section").first
    while names.locator(".more").count():
        names.locator(".more").click()
    assert names.locator(".name").count() == sum(one.type == "Company" for one in LARGE.entities)
    names.locator(".name", has_text=FIRM.name).first.click()
    assert page.locator("#panel h2").inner_text() == FIRM.name


def test_the_whole_graph_is_one_click_away(page):
    """And the overview is one click from there."""
    page.locator("#views button", has_text="全部名稱").click()
    assert FIRM.id in visible(page)
    assert not any(id.startswith("class/") for id in visible(page))
    page.locator("#views button", has_text="按類別").click()
    assert "class/Company" in visible(page)


def test_communities_open_too(page):
    """The other overview: names that belong together, each found inside."""
    page.locator("#views button", has_text="按群落").click()
    groups = visible(page)
    assert groups
    assert all(id.startswith("community/") for id in groups)
    page.evaluate("zhimai.view('/community/1')")
    assert visible(page) <= {one.id for one in LARGE.entities}
    page.locator("#views button", has_text="返回").click()
    assert visible(page) == groups


def test_a_line_between_classes_lists_what_it_stands_for(page):
    """Counts by relation, then the facts themselves with their sentences."""
    before = page.locator("#graph").screenshot()
    page.locator("#panel .row .link", has_text="企業 – 產品").click()
    assert page.locator("#graph").screenshot() != before
    panel = page.locator("#panel")
    assert "展出" in panel.inner_text()
    assert panel.locator(".statements .evidence").count() > 0


def test_going_to_a_name_shows_its_neighbourhood(page):
    """From the overview a search leads into the graph, with all that the name is related to."""
    page.keyboard.press("/")
    page.keyboard.type(FIRM.name)
    page.keyboard.press("Enter")
    shown = visible(page)
    near = {s.object for s in LARGE.facts() if s.subject == FIRM.id and isinstance(s.object, str)}
    near |= {s.subject for s in LARGE.facts() if s.object == FIRM.id}
    assert shown == near | {FIRM.id}
    page.keyboard.press("Escape")
    assert "class/Company" in visible(page)


def test_names_of_a_neighbourhood_do_not_lie_on_each_other(page):
    """They stand in rings, each with room for its label."""
    ends = Counter(end for one in LARGE.facts() for end in (one.subject, one.object) if isinstance(end, str))
    page.evaluate("id => zhimai.select(id)", ends.most_common(1)[0][0])
    points = [page.evaluate("id => { const { x, y } = zhimai.where(id); return [x, y]; }", id) for id in visible(page)]
    assert len(points) > 8
    gaps = [max(abs(a[0] - b[0]), abs(a[1] - b[1])) for a in points for b in points if a is not b]
    assert min(gaps) > 20


def test_an_address_leads_to_a_name_with_its_neighbourhood(open_page):
    """Whoever is sent a link sees what it is about at once."""
    page = open_page(LARGE, anchor=f"#{FIRM.id}")
    assert page.locator("#panel h2").inner_text() == FIRM.name
    assert FIRM.id in visible(page)
    assert len(visible(page)) < 30


@pytest.mark.parametrize(("address", "title"), [("#/class/Product", "產品"), ("#/community", "按群落")])
def test_a_view_has_an_address(open_page, address, title):
    """It can be bookmarked and sent, and the address follows where one goes."""
    page = open_page(LARGE, anchor=address)
    assert page.locator("#panel h2").inner_text() == title
    assert page.evaluate("location.hash") == address
    page.evaluate("location.hash = '#/class/Company'")
    page.wait_for_function("document.querySelector('#panel h2').textContent === '企業'")


def test_an_address_of_nothing_says_so(open_page):
    """With what is called like it; the address is shown as text, whatever stands in it."""
    page = open_page(LARGE, anchor="#company/儲能")
    assert page.locator("#panel h2").inner_text() == "本頁沒有這個名稱"
    assert "company/儲能" in page.locator("#panel").inner_text()
    assert "儲能" in page.locator("#panel .name").first.inner_text()
    page = open_page(LARGE, anchor="#<img src=x onerror=alert(1)>")
    assert "<img" in page.locator("#panel .chip").inner_text()
    assert page.complaints == []


def test_the_legend_filters_the_overview_too(page):
    """A class that is hidden goes, and a relation that is hidden is not counted."""
    page.locator("#legend .classes .switch", has_text="職務").click()
    assert "class/Position" not in visible(page)
    lines = len(page.evaluate("zhimai.visible().edges"))
    page.locator("#legend .relations .switch", has_text="舉辦於").click()
    assert len(page.evaluate("zhimai.visible().edges")) < lines


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (1000, 700), (390, 844)])
def test_an_overview_can_be_read_at_once(open_page, width, height):
    """Every class has its label, whole and within the stage."""
    page = open_page(LARGE, width=width, height=height)
    boxes = page.evaluate("zhimai.labels()")
    assert {box["owner"] for box in boxes} == visible(page)
    frame = page.locator("#graph").bounding_box()
    sides = page.evaluate(
        "zhimai.labels().map((box) => [zhimai.onStage({ x: box.left, y: 0 }).x, zhimai.onStage({ x: box.right, y: 0 }).x])"
    )
    assert min(left for left, _ in sides) >= -1
    assert max(right for _, right in sides) <= frame["width"] + 1


def test_a_middling_graph_opens_whole_where_there_is_room(open_page):
    """A telephone begins with the overview, a wide screen with the names; each has the other."""
    middling = knowledge(200)
    wide, narrow = open_page(middling), open_page(middling, width=390, height=844)
    assert not any(id.startswith("class/") for id in visible(wide))
    assert all(id.startswith("class/") for id in visible(narrow))
    wide.locator("#views button", has_text="按類別").click()
    assert all(id.startswith("class/") for id in visible(wide))
