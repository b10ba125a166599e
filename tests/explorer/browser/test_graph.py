"""The graph view in a real browser: what opens, expands, hides and comes back, over the small knowledge."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from lxml import etree
from pyoxigraph import RdfFormat, parse
from small import CARE, CHINA, EDITION, FAIR, FIRM, JIANGSU, KNOWLEDGE, RIVAL, ROBOT, SUZHOU

from ..served import HOSTILE, write

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def expect():
    """What waits until something holds."""
    return pytest.importorskip("playwright.sync_api").expect


@pytest.fixture
def graph(open_page):
    """Opens the graph view at the end of an address, and waits until it stands."""

    def opener(end: str = "", **how):
        page = open_page(end if end.startswith("http") else f"/graph{end}", **how)
        page.locator("[data-ready=true]").wait_for()
        return page

    return opener


def about(thing=FIRM):
    """The end of an address that starts with a thing."""
    return f"#start={quote(thing.id)}"


def seen(page):
    """What is seen, by ids."""
    return set(page.evaluate("window.zhimai.seen().things"))


def wait_for_things(page, expect, count):
    expect(page.locator("#seen")).to_contain_text(f"{count} things")


def select(page, thing):
    page.evaluate("id => window.zhimai.select(id)", thing.id)


def way(page, property, direction="to"):
    """The row of the panel that leads along a relation."""
    return page.locator(f'.way[data-property="{property}"][data-direction="{direction}"]')


def spot(page, id):
    """Where something stands on the screen."""
    at = page.evaluate("id => window.zhimai.where(id)", id)
    box = page.locator("#canvas").bounding_box()
    return box["x"] + at["x"], box["y"] + at["y"]


# --- ways in


def test_it_opens_on_groups(graph, expect):
    """By class, each with its number; by province and by community too, and the address says which."""
    page = graph()
    assert "group:class:Company" in page.evaluate("window.zhimai.seen().nodes")
    expect(page.locator("#seen")).to_have_text(f"8 groups of {len(KNOWLEDGE.entities)} things")
    page.get_by_role("group", name="Views").get_by_role("button", name="Provinces").click()
    expect(page.locator("#panel")).to_contain_text(JIANGSU.name)
    page.wait_for_url("**#by=province")
    again = graph("#by=province")
    expect(again.locator("#panel h2")).to_have_text("By province")


def test_a_group_opens_to_its_members(graph, expect):
    """By a double click, with what they are linked to; the trail leads back, and so does the browser."""
    page = graph()
    page.mouse.dblclick(*spot(page, "group:class:Company"))
    expect(page.locator("#trail")).to_contain_text("Company · 2 of 2 members")
    assert {FIRM.id, RIVAL.id, ROBOT.id} <= seen(page)
    page.go_back()
    expect(page.locator("#seen")).to_contain_text("groups")


def test_a_thing_is_added_from_search(graph, expect):
    """Found by its name in the other script; it comes with its links to what is there."""
    page = graph(about(ROBOT))
    wait_for_things(page, expect, 3)
    page.locator("#graph-finder").fill("苏州")
    expect(page.get_by_role("option").first).to_contain_text(SUZHOU.name)
    page.keyboard.press("Enter")
    wait_for_things(page, expect, 4)
    expect(page.locator("#panel h2")).to_have_text(SUZHOU.name)


def test_a_named_query_is_drawn(graph, expect):
    """With the values of its parameters, as the page of the query links to it; and so is SPARQL."""
    page = graph(f"#query=relations&thing={quote(FIRM.name)}")
    assert FIRM.id in seen(page)
    page = graph("#sparql=" + quote("SELECT ?a WHERE { ?a a zm:Company }"))
    assert seen(page) == {FIRM.id, RIVAL.id}
    expect(page.locator("#notice")).to_have_text("From the question: 2 of 2 things")


def test_an_unknown_thing_is_told(graph, expect):
    """In a line, above the overview."""
    page = graph("#start=org%2Fnobody")
    page.complaints.clear()  # the browser tells that a request was refused
    expect(page.locator("#notice")).to_contain_text("no such thing")
    expect(page.locator("#seen")).to_contain_text("groups")


def test_everything_is_drawn_on_demand(graph, expect):
    """All that is linked."""
    page = graph()
    page.get_by_role("button", name="Everything").click()
    wait_for_things(page, expect, 9)


# --- what is selected


def test_a_thing_tells_its_relations_and_grows_along_them(graph, expect):
    """With counts of what is there and what is seen; what came goes again, and nothing else does."""
    page = graph(about(ROBOT))
    select(page, ROBOT)
    expect(page.locator("#panel h2")).to_have_text(ROBOT.name)
    expect(page.locator("#panel .deeds a")).to_have_attribute("href", f"/entity/{quote(ROBOT.id)}")
    select(page, FIRM)
    expect(way(page, "headquarteredIn").locator(".number")).to_have_text("0 / 1")
    way(page, "headquarteredIn").locator("summary").click()
    page.get_by_role("button", name="headquartered in: add 1").click()
    wait_for_things(page, expect, 4)
    assert SUZHOU.id in seen(page)
    way(page, "headquarteredIn").locator("summary").click()
    way(page, "headquarteredIn").get_by_role("button", name="collapse").click()
    wait_for_things(page, expect, 3)
    assert seen(page) == {ROBOT.id, FIRM.id, CARE.id}


def test_a_line_tells_its_sentences(graph, expect):
    """With subject and object marked, date and publisher, and the article at the passage."""
    page = graph(about(ROBOT))
    (x1, y1), (x2, y2) = spot(page, FIRM.id), spot(page, ROBOT.id)
    page.mouse.click((x1 + x2) / 2, (y1 + y2) / 2)
    said = page.locator("#panel .said")
    expect(said).to_have_count(1)
    expect(said).to_contain_text("confidence 0.95")
    expect(said.locator("mark.subject").first).to_have_text("霽川智能")
    expect(said.locator("mark.object").first).to_have_text("「雲帆」機器人")
    expect(said).to_contain_text("2021-04-16 乙报")
    said.get_by_role("link", name="机器人走进养老院").click()
    page.wait_for_url("**/document/d2?start=*")
    expect(page.locator(".text mark.subject")).to_have_text("霁川智能")


# --- hide, pin, undo


def test_what_is_hidden_comes_back(graph, expect):
    """By undo and do again, by keys and buttons, or all at once."""
    page = graph(about())
    before = seen(page)
    select(page, ROBOT)
    page.get_by_role("button", name="Hide").click()
    expect(page.locator("#seen")).to_contain_text(f"{len(before) - 1} things")
    assert seen(page) == before - {ROBOT.id}
    page.keyboard.press("Control+z")
    assert seen(page) == before
    page.keyboard.press("Control+Shift+Z")
    assert seen(page) == before - {ROBOT.id}
    page.get_by_role("button", name="Show all again").click()
    assert seen(page) == before
    page.get_by_role("button", name="Undo").click()
    assert seen(page) == before - {ROBOT.id}


def test_what_is_dragged_is_pinned(graph):
    """It stays where it was put; undo takes it back."""
    page = graph(about())
    x, y = spot(page, ROBOT.id)
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y + 20, steps=4)
    page.mouse.move(x + 60, y + 40, steps=4)
    page.mouse.up()
    page.wait_for_timeout(100)
    moved = spot(page, ROBOT.id)
    assert moved == pytest.approx((x + 60, y + 40), abs=3)
    assert page.evaluate("[...window.zhimai.view().pinned]") == [ROBOT.id]
    page.keyboard.press("Control+z")
    assert spot(page, ROBOT.id) == pytest.approx((x, y), abs=3)
    assert page.evaluate("[...window.zhimai.view().pinned]") == []


def test_only_a_neighbourhood_is_kept(graph, expect):
    """And all comes back."""
    page = graph("#whole")
    select(page, ROBOT)
    page.get_by_role("button", name="Only its neighbourhood").click()
    wait_for_things(page, expect, 3)
    assert seen(page) == {FIRM.id, ROBOT.id, CARE.id}
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    wait_for_things(page, expect, 9)


# --- legend and filters


def test_a_class_and_a_relation_are_switched_off(graph, expect):
    """The legend counts what is seen; *only* leaves one, *all* brings all back."""
    page = graph("#whole")
    legend = page.get_by_role("complementary", name="Legend and filters")
    legend.get_by_role("button", name="City 1").click()
    assert SUZHOU.id not in seen(page)
    expect(legend.get_by_role("button", name="City 0")).to_have_attribute("aria-pressed", "false")
    legend.get_by_role("button", name="all").first.click()
    assert SUZHOU.id in seen(page)
    legend.get_by_role("button", name="Only exhibits", exact=True).click()
    assert seen(page) == {FIRM.id, ROBOT.id}


def test_facts_are_filtered_by_confidence_status_time_and_background(graph):
    """Claims are off at first; what has no time stays unless it is told not to."""
    page = graph("#whole")
    facts = "window.zhimai.seen().facts"
    claim, sure, listed = "statement/s6", "statement/s3", f"partOf {SUZHOU.id} {JIANGSU.id}"
    assert claim not in page.evaluate(facts)
    page.get_by_label("claimed").check()
    assert {claim, sure, listed} <= set(page.evaluate(facts))
    page.get_by_label("what only the gazetteer says").uncheck()
    assert listed not in page.evaluate(facts)
    page.get_by_label("Least confidence").fill("0.7")
    page.wait_for_timeout(400)
    assert sure not in page.evaluate(facts)
    page.get_by_role("button", name="Clear filters").click()
    page.get_by_label("Years: From").fill("2022")
    page.get_by_label("Years: From").press("Enter")
    assert page.evaluate(facts) == [one for one in page.evaluate(facts) if one.startswith("partOf")]
    page.get_by_label("a report's date counts as a time").uncheck()
    assert sure in page.evaluate(facts)


def test_members_collapse_into_their_group(graph, expect):
    """One node with their number stands for them, and opens again."""
    page = graph("#whole")
    page.get_by_label("Group by").select_option("class")
    expect(page.locator("#seen")).to_contain_text("9 things")
    nodes = page.evaluate("window.zhimai.seen().nodes")
    assert all(node.startswith("group:class:") for node in nodes)
    page.mouse.dblclick(*spot(page, "group:class:Company"))
    page.wait_for_timeout(100)
    nodes = page.evaluate("window.zhimai.seen().nodes")
    assert FIRM.id in nodes
    assert "group:class:Product" in nodes


def test_colours_stand_for_provinces(graph, expect):
    """The legend names and counts them."""
    page = graph(about())
    page.get_by_label("Colour by").select_option("province")
    expect(page.locator("#legend .groups")).to_contain_text(JIANGSU.name)


# --- paths


def test_a_path_is_drawn_and_told(graph, expect):
    """In words, with the direction of each step; the things on it come into the picture."""
    page = graph(about(CARE))
    select(page, CARE)
    page.get_by_role("button", name="Path to …").click()
    page.get_by_label("To", exact=True).fill("甲州交易會")
    page.get_by_role("option", name=FAIR.name).first.wait_for()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Paths · 4 steps")).to_be_visible()
    words = page.locator(".paths li").first.inner_text()
    assert " ".join(words.split()).startswith(f"{CARE.name} ←applied in— {ROBOT.name} ←exhibits— {FIRM.name}")
    assert {FAIR.id, EDITION.id, FIRM.id, ROBOT.id, CARE.id} <= seen(page)


# --- links


def test_a_link_restores_what_is_seen(graph, expect, open_page):
    """Hidden, pinned, filtered, coloured, grouped, selected, and where the eye was."""
    page = graph("#whole")
    select(page, ROBOT)
    page.keyboard.press("p")
    select(page, CARE)
    page.keyboard.press("h")
    page.get_by_label("claimed").check()
    page.get_by_label("Colour by").select_option("province")
    expect(page.locator("#legend .groups")).to_be_visible()
    select(page, FIRM)
    page.mouse.wheel(0, -200)
    link = page.evaluate("window.zhimai.link()")
    assert "#v1=" in link
    again = graph(link)
    told = "(({ seen, view, selected, where }) => [seen(), [...view().pinned], [...view().hidden], view().colour, selected(), where(ID)])(window.zhimai)"
    first, second = (one.evaluate(told.replace("ID", repr(ROBOT.id))) for one in (page, again))
    assert {key: sorted(value) for key, value in first[0].items()} == {
        key: sorted(value) for key, value in second[0].items()
    }
    assert first[1:5] == second[1:5]
    assert [second[5]["x"], second[5]["y"]] == pytest.approx([first[5]["x"], first[5]["y"]], abs=2)


def test_a_broken_link_is_told(graph, expect):
    """And the overview is there."""
    page = graph("#v1=AAAA")
    expect(page.locator("#notice")).to_contain_text("cannot be read")
    expect(page.locator("#seen")).to_contain_text("groups")


# --- files


def saved(page, name):
    """What the menu saves under a name."""
    page.locator("#tool-save").click()
    with page.expect_download() as told:
        page.get_by_role("button", name=name).click()
    return Path(told.value.path())


def test_what_is_seen_is_saved_as_turtle_and_tables(graph):
    """The evidence with it."""
    page = graph(about(ROBOT))
    iris = {triple.subject.value for triple in parse(saved(page, "Turtle").read_bytes(), RdfFormat.TURTLE)}
    assert any(iri.endswith(ROBOT.id) for iri in iris)
    assert not any(iri.endswith(EDITION.id) for iri in iris)
    things = list(csv.reader(saved(page, "Things").read_text("utf-8-sig").splitlines()))
    assert {row[0] for row in things[1:]} == {ROBOT.name, FIRM.name, CARE.name}
    facts = list(csv.reader(saved(page, "Facts").read_text("utf-8-sig").splitlines()))
    assert ["霁川智能带来云帆机器人", "机器人走进养老院", "乙报"] in [row[6:9] for row in facts]


def test_what_is_seen_is_saved_as_a_picture(graph):
    """A drawing in which text is text, and a picture twice as large."""
    page = graph(about(ROBOT))
    svg = etree.parse(saved(page, "SVG")).getroot()
    texts = {"".join(one.itertext()) for one in svg.iter(f"{SVG}text")}
    assert {ROBOT.name, CARE.name} <= texts
    assert any(text.startswith("Product") for text in texts)
    png = saved(page, "PNG").read_bytes()
    assert png.startswith(b"\x89PNG")
    width = int.from_bytes(png[16:20], "big")
    assert width == 2 * int(svg.get("width"))


# --- without the picture


def test_the_table_has_what_is_seen(graph, expect):
    """Things and facts, sorted by a column, with links."""
    page = graph(about(ROBOT))
    page.keyboard.press("t")
    table = page.locator('table[data-table="things"]')
    expect(table.locator("tbody tr")).to_have_count(3)
    expect(table.get_by_role("link", name=ROBOT.name)).to_have_attribute("href", f"/entity/{quote(ROBOT.id)}")
    table.get_by_role("button", name="Name").click()
    names = table.locator("tbody tr td:first-child").all_text_contents()
    expect(table.locator("th").first).to_have_attribute("aria-sort", "ascending")
    table.get_by_role("button", name="Name").click()
    assert table.locator("tbody tr td:first-child").all_text_contents() == names[::-1]
    facts = page.locator('table[data-table="facts"] tbody tr')
    expect(facts).to_have_count(2)
    page.keyboard.press("Escape")
    expect(page.locator("#table")).to_be_hidden()


def test_all_is_done_by_keys(graph, expect):
    """From thing to thing, to neighbours, opened, expanded, hidden, pinned; each step is said."""
    page = graph()
    page.locator("#canvas").focus()
    page.keyboard.press("ArrowRight")
    status = page.locator("#graph-status")
    expect(status).to_contain_text("group of")
    page.evaluate("window.zhimai.select('group:class:Company')")
    page.keyboard.press("Enter")
    expect(page.locator("#trail")).to_contain_text("Company")
    page.locator("#canvas").focus()
    select(page, FIRM)
    page.keyboard.press("n")
    expect(status).to_contain_text("links")
    select(page, ROBOT)
    page.keyboard.press("e")
    expect(status).to_have_text("1 added")
    page.keyboard.press("p")
    expect(status).to_have_text(f"Pinned: {ROBOT.name}")
    page.keyboard.press("h")
    expect(status).to_have_text(f"Hidden: {ROBOT.name}")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_contain_text("only the neighbourhood")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


@pytest.mark.parametrize(("locale", "word"), [("zh-CN", "类别"), ("zh-TW", "類別"), ("en-GB", "Classes")])
def test_it_speaks_the_readers_language(graph, expect, locale, word):
    """Both scripts, and English."""
    page = graph(locale=locale)
    expect(page.locator("[data-view=class]")).to_have_text(word)


def test_it_fits_a_telephone(graph, expect):
    """Nothing is wider than the screen; legend and details are sheets."""
    page = graph("#whole", width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(page.locator("#legend")).to_be_hidden()
    page.get_by_role("button", name="Legend").click()
    expect(page.locator("#legend")).to_be_visible()
    page.keyboard.press("Escape")
    select(page, FIRM)
    expect(page.locator("#panel")).to_be_visible()
    page.locator("#panel .close").click()
    expect(page.locator("#panel")).to_be_hidden()


def test_it_says_so_without_script(open_page, expect):
    """What the build holds is told."""
    page = open_page("/graph", java_script_enabled=False)
    expect(page.locator("#graph")).to_contain_text("drawn by a script")
    expect(page.locator("#graph")).to_contain_text("Company")


def test_labels_do_not_cover_each_other(graph):
    """None that is not asked for by name."""
    page = graph("#whole")
    labels = page.evaluate("window.zhimai.labels()")
    assert len(labels) > 5
    for at, a in enumerate(labels):
        for b in labels[at + 1 :]:
            apart = (
                a["right"] <= b["left"] or b["right"] <= a["left"] or a["bottom"] <= b["top"] or b["bottom"] <= a["top"]
            )
            assert apart, (a["id"], b["id"])


# --- what a build says is data


def test_hostile_names_are_names(graph, server, tmp_path_factory, expect):
    """On the canvas, in the panel, the table, the paths and the drawing."""
    firm = replace(FIRM, name=HOSTILE)
    known = replace(KNOWLEDGE, entities=tuple(firm if one.id == FIRM.id else one for one in KNOWLEDGE.entities))
    address = server(write(tmp_path_factory.mktemp("hostile"), known))
    page = graph(f"{address}/graph{about(FIRM)}")
    dialogs = []
    page.on("dialog", lambda dialog: dialogs.append(dialog.dismiss()))
    expect(page.locator("#panel h2")).to_have_text(HOSTILE)
    page.keyboard.press("t")
    expect(page.locator('table[data-table="things"]')).to_contain_text(HOSTILE)
    svg = etree.fromstring(page.evaluate("window.zhimai.svg()").encode())
    assert HOSTILE in {title.text for title in svg.iter(f"{SVG}title")}
    assert not [one for one in svg.iter() if etree.QName(one).localname in ("script", "image", "img", "foreignObject")]
    assert not [name for one in svg.iter() for name in one.attrib if name.startswith("on")]
    assert page.locator("#graph img, #graph script").count() == 0
    assert dialogs == []
    assert CHINA.id not in seen(page)


def test_what_was_narrowed_is_set_right_at_once(graph, expect):
    """Pins, filters and what is hidden go; the things stay."""
    page = graph("#whole")
    expect(page.locator("#reset")).to_be_hidden()
    before = seen(page)
    select(page, ROBOT)
    page.keyboard.press("p")
    page.keyboard.press("h")
    page.get_by_label("what only the gazetteer says").uncheck()
    page.locator("#reset").click()
    assert seen(page) == before
    assert page.evaluate("[...window.zhimai.view().pinned]") == []
    expect(page.locator("#reset")).to_be_hidden()


def test_where_nothing_can_be_drawn_it_is_told(browser, site, expect):
    """A browser without WebGL is led to the search."""
    page = browser.new_context(locale="en-GB").new_page()
    page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null")
    page.goto(f"{site}/graph")
    expect(page.locator("#graph")).to_contain_text("needs WebGL")
    page.context.close()


def test_on_a_telephone_what_is_chosen_stands_above_its_details(graph):
    """The sheet of details covers no part of the picture, and the thing is in what is left of it."""
    page = graph(about(), width=390, height=844)
    canvas, panel = page.locator("#canvas").bounding_box(), page.locator("#panel").bounding_box()
    assert canvas["y"] + canvas["height"] <= panel["y"] + 1
    at = page.evaluate("id => window.zhimai.where(id)", FIRM.id)
    assert 0 < at["x"] < canvas["width"]
    assert 0 < at["y"] < canvas["height"]


def test_the_keyboard_keeps_its_place(graph, expect):
    """A thing that is pinned stays the one that the next key means; what a panel had of the focus goes to what takes its place."""
    page = graph(about())
    page.mouse.move(1, 1)
    page.locator("#canvas").focus()
    said = page.locator("#graph-status")
    page.keyboard.press("n")
    first = said.inner_text()
    page.keyboard.press("p")
    expect(said).to_contain_text("Pinned: ")
    page.keyboard.press("n")
    expect(said).not_to_contain_text("Pinned: ")
    assert said.inner_text() != first
    page.get_by_role("button", name="Pin", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Unpin")).to_be_focused()
    page.locator("#tool-paths").click()
    expect(page.locator("#path-to")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_focused()


def test_what_a_filter_leaves_is_said(graph, expect):
    """To who does not see the picture."""
    page = graph(about())
    said, count = page.locator("#graph-status"), page.locator("#seen")
    before = count.inner_text()
    page.get_by_label("Least confidence").fill("1")
    expect(count).not_to_have_text(before)
    expect(said).to_have_text("1 thing, 0 facts")
    page.get_by_role("button", name="Clear filters").click()
    expect(said).to_have_text(before)
