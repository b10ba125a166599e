"""The page in a real browser for those who explore: expand, hide, pin, colour, limit, find a path, undo."""

from __future__ import annotations

import pytest

from graph.model import Evidence, Period, Status

from .made_up import Reporter, entity, gathered, knowledge

FIRM = entity("Company", "澄嵐機器人股份有限公司", "澄嵐機器人")
RIVAL = entity("Company", "越衡光電有限公司", "越衡光電")
GOOD = entity("Product", "協作機械臂")
LENS = entity("Product", "柔性顯示屏")
FAIR = entity("FairEdition", "第二屆蘇州國際機器人博覽會")
CITY = entity("City", "蘇州")
PROVINCE = entity("Province", "江蘇省", background=True)
LARGE = knowledge(320)
HUB = entity("Company", "望舒集團")
BRANCHES = [entity("Product", f"望舒{number}號") for number in range(70)]


@pytest.fixture(scope="module")
def small():
    """Two firms at one fair in a city; one statement is unsure, one holds since 2019, one is planned."""
    report = Reporter(0, "機器人展開幕")
    said = report.say((FIRM, "澄嵐機器人"), "帶來", GOOD, "和", LENS, "。")
    report.state(FIRM, "exhibits", GOOD, said)
    report.state(FIRM, "exhibits", LENS, said, confidence=0.55)
    report.state(FIRM, "exhibitsAt", FAIR, report.say(FIRM, "參加", FAIR, "。"))
    report.state(RIVAL, "exhibitsAt", FAIR, report.say(RIVAL, "參加", FAIR, "。"))
    report.state(FAIR, "heldIn", CITY, report.say("博覽會在", CITY, "舉行。"))
    said = report.say(RIVAL, "2019年落戶", CITY, "。")
    since = Evidence(said.document, said.start, said.end, said.quote, said.extractor, said.score, time=Period("2019"))
    report.state(RIVAL, "locatedIn", CITY, since)
    report.state(FIRM, "cooperatesWith", RIVAL, report.say(FIRM, "將與", RIVAL, "合作。"), status=Status.PLANNED)
    return gathered([report], [FIRM, RIVAL, GOOD, LENS, FAIR, CITY, PROVINCE], [(CITY.id, "partOf", PROVINCE.id)])


@pytest.fixture(scope="module")
def star():
    """A group with more goods than are shown at a time."""
    report = Reporter(0, "消息")
    for good in BRANCHES:
        report.state(HUB, "develops", good, report.say(HUB, "研發", good, "。"))
    return gathered([report], [HUB, *BRANCHES], [])


def visible(page):
    return set(page.evaluate("zhimai.visible().nodes"))


def lines(page):
    return page.evaluate("zhimai.visible().edges.length")


def relation(page, words):
    return page.locator("#panel .relation", has=page.locator("h4", has_text=words))


def select(page, one):
    page.evaluate("id => zhimai.select(id)", one.id)


def drag(page, id, across, down):
    x, y = page.evaluate("id => { const at = zhimai.where(id); return [at.x, at.y]; }", id)
    frame = page.locator("#graph").bounding_box()
    page.mouse.move(frame["x"] + x, frame["y"] + y)
    page.mouse.down()
    page.mouse.move(frame["x"] + x + across, frame["y"] + y + down, steps=6)
    page.mouse.up()


def test_neighbours_by_one_relation_go_and_come(open_page, small):
    """The panel counts them; what is hidden by one relation does not touch the others."""
    page = open_page(small)
    select(page, FIRM)
    assert relation(page, "展出").locator(".count").inner_text() == "2/2"
    relation(page, "展出").get_by_text("隱藏").click()
    assert visible(page) & {GOOD.id, LENS.id, FAIR.id} == {FAIR.id}
    assert relation(page, "展出").locator(".count").inner_text() == "0/2"
    relation(page, "展出").get_by_text("顯示").click()
    assert {GOOD.id, LENS.id} <= visible(page)


def test_in_a_neighbourhood_a_name_is_expanded_by_one_relation(open_page, small):
    """Only the neighbours by that relation join; each gets a place of its own, and nothing else moves."""
    page = open_page(small)
    page.evaluate("id => zhimai.focus(id)", GOOD.id)
    before = page.evaluate("id => zhimai.where(id).x - zhimai.where(zhimai.visible().nodes[0]).x", GOOD.id)
    select(page, FIRM)
    relation(page, "參展").get_by_text("顯示").click()
    assert visible(page) == {GOOD.id, FIRM.id, FAIR.id}
    assert page.evaluate("id => zhimai.where(id).x - zhimai.where(zhimai.visible().nodes[0]).x", GOOD.id) == before
    select(page, FAIR)
    relation(page, "參展者").get_by_text("顯示").click()
    assert visible(page) == {GOOD.id, FIRM.id, FAIR.id, RIVAL.id}


def test_many_neighbours_come_so_many_at_a_time(open_page, star):
    """A hub opens with its best connected; the button brings more until all are there."""
    page = open_page(star)
    page.evaluate("id => zhimai.focus(id)", HUB.id)
    assert len(visible(page)) == 61
    page.evaluate("id => zhimai.select(id)", HUB.id)
    assert relation(page, "研發").locator(".count").inner_text() == "60/70"
    relation(page, "研發").get_by_text("隱藏").click()
    assert visible(page) == {HUB.id}
    relation(page, "研發").get_by_text("顯示 30 個").click()
    assert len(visible(page)) == 31


def test_what_is_expanded_in_an_opened_class_has_lines(open_page):
    """A member's neighbour that the group did not draw comes with its line."""
    page = open_page(LARGE, anchor="#/class/Person")
    one = next(s for s in LARGE.facts() if s.predicate == "exhibitsAt" and s.subject in visible(page))
    page.evaluate("id => zhimai.select(id)", one.subject)
    assert one.object not in visible(page)
    page.evaluate("([id, p]) => zhimai.expand(id, p)", [one.subject, "exhibitsAt"])
    assert one.object in visible(page)
    assert page.evaluate(
        "([a, b]) => zhimai.edgesBetween(a, b).some((id) => zhimai.visible().edges.includes(id))",
        [one.subject, one.object],
    )


def test_a_name_is_hidden_and_shown_again(open_page, small):
    """By its button or by H; the legend says how many are hidden and brings them back."""
    page = open_page(small)
    select(page, GOOD)
    page.locator("#panel .actions button", has_text="隱藏").click()
    assert GOOD.id not in visible(page)
    assert page.locator("#panel").is_hidden()
    page.keyboard.press("g")
    select(page, CITY)
    page.keyboard.press("h")
    assert CITY.id not in visible(page)
    note = page.locator("#legend .out-of-sight")
    assert "隱藏了 2 個名稱" in note.inner_text()
    note.locator("button").click()
    assert {GOOD.id, CITY.id} <= visible(page)


def test_a_search_finds_what_is_hidden(open_page, small):
    """To hide is not to forget."""
    page = open_page(small)
    page.evaluate("id => zhimai.hide(id)", GOOD.id)
    select(page, GOOD)
    assert GOOD.id in visible(page)


def test_what_is_dragged_stays_there_until_it_is_released(open_page, small):
    """Also when another class is hidden and shown again; the legend lets go."""
    page = open_page(small)
    home = page.evaluate("id => zhimai.where(id)", GOOD.id)
    drag(page, GOOD.id, 60, 45)
    assert page.evaluate("zhimai.pinned()") == [GOOD.id]
    page.locator("#legend .classes .switch", has_text="城市").click()
    there = page.evaluate("id => zhimai.where(id)", GOOD.id)
    assert there["x"] - home["x"] == pytest.approx(60, abs=12)
    assert there["y"] - home["y"] == pytest.approx(45, abs=12)
    page.locator("#legend .out-of-sight button", has_text="放開").click()
    assert page.evaluate("id => zhimai.where(id)", GOOD.id) == pytest.approx(home)


def test_a_name_is_pinned_by_key(open_page, small):
    """D keeps it and lets it go, and says so."""
    page = open_page(small)
    select(page, GOOD)
    page.keyboard.press("d")
    assert page.evaluate("zhimai.pinned()") == [GOOD.id]
    assert GOOD.name in page.locator("#live").inner_text()
    assert page.locator("#panel [data-key=do-pin]").get_attribute("aria-pressed") == "true"
    page.keyboard.press("d")
    assert page.evaluate("zhimai.pinned()") == []


def test_a_name_is_moved_without_a_mouse(open_page, small):
    """By Alt, Shift and an arrow key; the picture stays, and the name is pinned."""
    page = open_page(small)
    select(page, GOOD)
    page.keyboard.press("g")
    page.wait_for_timeout(300)
    here, city = (page.evaluate("id => zhimai.where(id)", one.id) for one in (GOOD, CITY))
    page.keyboard.press("Alt+Shift+ArrowDown")
    assert page.evaluate("id => zhimai.where(id)", GOOD.id)["y"] == pytest.approx(here["y"] + 24)
    assert page.evaluate("id => zhimai.where(id)", CITY.id) == pytest.approx(city)
    assert page.evaluate("zhimai.pinned()") == [GOOD.id]


def test_colours_by_community_have_a_list(open_page):
    """The picture changes, the legend says which community has which colour, and classes come back."""
    page = open_page(knowledge(120))
    before = page.locator("#graph").screenshot()
    page.locator("#legend .colours button", has_text="依群落").click()
    assert page.locator("#graph").screenshot() != before
    listed = page.locator("#legend .communities li")
    assert listed.count() > 1
    fills = listed.locator("path").evaluate_all("all => all.map((one) => one.getAttribute('fill'))")
    assert len(set(fills)) == len(fills)
    page.locator("#legend .colours button", has_text="依類別").click()
    assert page.locator("#legend .communities").count() == 0


def test_a_slider_leaves_what_was_read_surely(open_page, small):
    """What falls below goes, and comes back; what the gazetteer says has no confidence and stays."""
    page = open_page(small)
    before = lines(page)
    slider = page.locator("#sureness")
    slider.fill("0.6")
    assert LENS.id not in visible(page)
    assert PROVINCE.id in visible(page)
    assert lines(page) == before - 1
    slider.focus()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert LENS.id in visible(page)


def test_years_leave_what_holds_then(open_page, small):
    """By when it holds; where that is not told, by the date of the article."""
    page = open_page(small)
    first, last = page.locator("#legend .years select").first, page.locator("#legend .years select").last
    assert first.locator("option").all_inner_texts() == ["2019", "2025"]
    last.select_option("2019")
    assert visible(page) == {RIVAL.id, CITY.id, PROVINCE.id}
    assert page.locator("#legend .years select").first.input_value() == "2019"
    page.locator("#legend .limits h3 button").click()
    assert GOOD.id in visible(page)


def test_limits_count_in_the_overview(open_page):
    """A line between classes stands for what passes."""
    page = open_page(LARGE)
    words = page.locator("#panel .row", has_text="企業 – 產品")
    assert "研發" in words.inner_text()
    page.locator("#sureness").fill("0.8")
    assert "展出" in words.inner_text()
    assert "+" not in words.inner_text()
    page.locator("#sureness").fill("1")
    assert words.count() == 0
    assert page.complaints == []


def test_every_step_can_be_undone_and_done_again(open_page, small):
    """Hidden, expanded, limited, focused: back by Ctrl+Z in the order in which it was done."""
    page = open_page(small)
    whole = visible(page)
    page.evaluate("id => zhimai.hide(id)", GOOD.id)
    page.locator("#legend .classes .switch", has_text="城市").click()
    page.locator("#sureness").fill("0.6")
    page.evaluate("id => zhimai.focus(id)", FAIR.id)
    steps = [visible(page)]
    for _ in range(4):
        page.keyboard.press("Control+z")
        steps.append(visible(page))
    assert len({frozenset(step) for step in steps}) == 5
    assert steps[-1] == whole
    for step in reversed(steps[:-1]):
        page.keyboard.press("Control+Shift+z")
        assert visible(page) == step
    page.locator("#views [data-key=undo]").click()
    assert visible(page) == steps[1]


def test_a_slider_is_one_step_however_far_it_is_drawn(open_page, small):
    """The picture follows while it moves; one Ctrl+Z takes all of it back."""
    page = open_page(small)
    box = page.locator("#sureness").bounding_box()
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 6, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + 0.6 * box["width"], middle, steps=12)
    assert LENS.id not in visible(page)
    page.mouse.up()
    assert 0.5 < float(page.locator("#sureness").input_value()) < 0.7
    page.keyboard.press("g")
    page.keyboard.press("Control+z")
    assert page.locator("#sureness").input_value() == "0"
    assert LENS.id in visible(page)


def test_the_shortest_paths_are_the_picture(open_page, small):
    """From the panel, the search asks where to; the panel tells each path, and a step opens its sentence."""
    page = open_page(small)
    select(page, GOOD)
    page.locator("#panel .actions button", has_text="路徑").click()
    assert GOOD.name in page.locator("#query").get_attribute("placeholder")
    page.keyboard.type("suzhou")
    page.locator("#hits [role=option]", has_text="城市").click()
    assert visible(page) == {GOOD.id, FIRM.id, FAIR.id, RIVAL.id, CITY.id}
    panel = page.locator("#panel")
    assert "3 步" in panel.inner_text()
    assert panel.locator(".paths li").count() == 2
    panel.locator(".paths .step", has_text="參展").first.click()
    assert panel.locator(".statements blockquote").count() > 0
    page.keyboard.press("Escape")
    assert LENS.id in visible(page)


def test_a_path_keeps_to_what_the_legend_lets_through(open_page, small):
    """What is hidden is no way; where none is left the page says so and the picture stays."""
    page = open_page(small)
    page.evaluate("id => zhimai.hide(id)", FAIR.id)
    page.evaluate("([a, b]) => zhimai.path(a, b)", [GOOD.id, CITY.id])
    assert FAIR.id not in visible(page)
    assert RIVAL.id in visible(page)
    page.evaluate("id => zhimai.hide(id)", RIVAL.id)
    before = visible(page)
    page.evaluate("([a, b]) => zhimai.path(a, b)", [GOOD.id, CITY.id])
    assert "沒有路徑" in page.locator("#panel").inner_text()
    assert visible(page) == before


def test_asking_for_a_path_can_be_given_up(open_page, small):
    """Esc in the search; the next search is a search again."""
    page = open_page(small)
    select(page, GOOD)
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    page.keyboard.type("suzhou")
    page.keyboard.press("Enter")
    assert len(visible(page)) == 7


def test_an_overview_by_province_opens(open_page):
    """Beside class and community: where each name lies; what has no place stands apart."""
    page = open_page(LARGE)
    page.locator("#views button", has_text="按省份").click()
    assert {"province/province/江蘇省", "province/rest"} <= visible(page)
    assert "江蘇省" in page.locator("#panel").inner_text()
    page.evaluate("zhimai.view('/province/province/江蘇省')")
    assert page.locator("#panel h2").inner_text() == "江蘇省"
    assert any(id.startswith("company/") for id in visible(page))
    page.keyboard.press("Escape")
    assert "province/rest" in visible(page)


@pytest.mark.parametrize("size", [(1400, 900), (390, 844)])
def test_every_manner_is_reached_by_keys_alone(open_page, small, size):
    """From the panel of a name through all its buttons; nothing complains."""
    page = open_page(small, *size)
    select(page, FIRM)
    for _ in range(5):
        page.keyboard.press("Tab")
    reached = page.evaluate("document.activeElement.closest('#panel') !== null")
    assert reached
    for key in ("e", "d", "h", "Control+z", "t", "t", "s", "Escape", "c", "Escape", "Control+z", "Control+Shift+z"):
        page.keyboard.press(key)
    assert page.complaints == []
