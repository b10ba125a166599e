"""What a reader sees and does, in a real browser."""

from __future__ import annotations

import itertools

import pytest

from graph.model import Knowledge, Status

from .made_up import Reporter, entity, gathered, knowledge

FIRM = entity("Company", "澄嵐機器人股份有限公司", "澄嵐機器人")
GOOD = entity("Product", "協作機械臂")
FAIR = entity("FairEdition", "第二屆蘇州國際機器人博覽會")
CITY = entity("City", "蘇州")
PROVINCE = entity("Province", "江蘇省", background=True)
LONE = entity("Industry", "食品產業")


@pytest.fixture
def small():
    """A firm that shows an arm at a fair, plans to work with a city, and a name without relations."""
    report = Reporter(0, "機器人展開幕")
    said = report.say((FIRM, "澄嵐機器人"), "帶來", GOOD, "，吸引眾多觀眾。")
    report.state(FIRM, "exhibits", GOOD, said, qualifiers=(("edition", FAIR.id),))
    report.state(FIRM, "develops", GOOD, said, confidence=0.7)
    said = report.say("博覽會在", CITY, "舉行。")
    report.state(FAIR, "heldIn", CITY, said)
    report.state(FIRM, "cooperatesWith", CITY, said, status=Status.PLANNED)
    report.say(LONE, "也受到關注。")
    return gathered([report], [FIRM, GOOD, FAIR, CITY, PROVINCE, LONE], [(CITY.id, "partOf", PROVINCE.id)])


def visible(page):
    return set(page.evaluate("zhimai.visible().nodes"))


def click_node(page, id, times=1):
    x, y = page.evaluate("id => { const at = zhimai.where(id); return [at.x, at.y]; }", id)
    frame = page.locator("#graph").bounding_box()
    page.mouse.click(frame["x"] + x, frame["y"] + y, click_count=times)


@pytest.mark.parametrize("size", [20, 200])
def test_the_page_loads_without_a_request_or_a_complaint(open_page, size):
    """Nothing but the file itself is read, and the console stays empty under the strict policy."""
    page = open_page(knowledge(size))
    page.wait_for_timeout(300)
    assert [url for url in page.requested if not url.startswith(("file:", "data:"))] == []
    assert page.complaints == []


def test_a_click_on_a_node_shows_its_facts(open_page, small):
    """Names, class, facts by property with links, and the document."""
    page = open_page(small)
    click_node(page, FIRM.id)
    panel = page.locator("#panel")
    assert panel.locator("h2").inner_text() == FIRM.name
    assert panel.locator("h4").all_inner_texts() == ["展出", "研發", "合作"]
    assert "澄岚机器人股份有限公司" in panel.inner_text()
    assert "機器人展開幕" in panel.inner_text()
    panel.locator(".group .name", has_text="協作機械臂").first.click()
    assert panel.locator("h2").inner_text() == GOOD.name
    assert panel.locator("h4").first.inner_text() == "展出者"


def test_an_edge_shows_its_sentence_with_both_names_marked(open_page, small):
    """The statements of the pair, their confidence, and the quote with subject and object."""
    page = open_page(small)
    page.evaluate("([a, b]) => zhimai.selectEdge(zhimai.edgesBetween(a, b)[0])", [FIRM.id, GOOD.id])
    panel = page.locator("#panel")
    assert panel.locator(".statements > li").count() == 2
    passage = panel.locator("blockquote").first
    assert passage.inner_text() == "澄嵐機器人帶來協作機械臂，吸引眾多觀眾。"
    assert passage.locator("mark.subject").inner_text() == "澄嵐機器人"
    assert passage.locator("mark.object").inner_text() == "協作機械臂"
    assert panel.locator(".confidence").all_inner_texts() == ["0.90", "0.70"]
    assert FAIR.name in panel.locator(".qualifiers").inner_text()


def test_a_click_on_the_line_between_two_nodes_selects_the_edge(open_page, small):
    """A thin line is caught by a hand that is nearly right."""
    page = open_page(small)
    middle = page.evaluate(
        "([a, b]) => { const [p, q] = [zhimai.where(a), zhimai.where(b)]; return [(p.x + q.x) / 2, (p.y + q.y) / 2]; }",
        [FIRM.id, GOOD.id],
    )
    frame = page.locator("#graph").bounding_box()
    page.mouse.click(frame["x"] + middle[0], frame["y"] + middle[1] + 3)
    assert page.locator("#panel .statements").count() == 1


@pytest.mark.parametrize("query", ["澄岚机器人", "澄嵐", "chenglan", "cljqr", "ＣＨＥＮＧＬＡＮ"])
def test_search_finds_a_name_in_either_script_and_by_its_sound(open_page, small, query):
    """As one types; Enter selects and centres."""
    page = open_page(small)
    page.keyboard.press("/")
    page.keyboard.type(query)
    assert page.locator("#hits [role=option]").first.inner_text().startswith(FIRM.name)
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == FIRM.name
    assert page.locator("#hits").is_hidden()


def test_the_legend_hides_and_shows_a_class(open_page, small):
    """One switch a class; what it hides comes back."""
    page = open_page(small)
    switch = page.locator("#legend .classes .switch", has_text="產品")
    switch.click()
    assert GOOD.id not in visible(page)
    page.locator("#legend .classes .switch", has_text="產品").click()
    assert GOOD.id in visible(page)


def test_a_relation_filter_leaves_its_own_edges_only(open_page, small):
    """'Only' keeps one relation and the names it links."""
    page = open_page(small)
    row = page.locator("#legend .relations li", has_text="舉辦於")
    row.hover()
    row.locator(".only").click()
    assert visible(page) == {FAIR.id, CITY.id}
    page.locator("#legend .relations h3 .link").click()
    assert GOOD.id in visible(page)


def test_names_without_a_relation_wait_behind_a_switch(open_page, small):
    """They are counted, hidden at first, and shown on demand or by a search."""
    page = open_page(small)
    assert LONE.id not in visible(page)
    page.locator("#isolated").check()
    assert LONE.id in visible(page)


def test_a_search_reveals_what_is_hidden(open_page, small):
    """A name that was found can be seen, whatever the filters say; Escape hides it again."""
    page = open_page(small)
    page.evaluate("zhimai.select(zhimai.find('食品')[0])")
    assert LONE.id in visible(page)
    page.keyboard.press("Escape")
    assert LONE.id not in visible(page)
    assert page.locator("#panel").is_hidden()


def test_the_interface_changes_its_language(open_page, small):
    """Labels of classes and relations follow; names stay as the texts write them."""
    page = open_page(small)
    page.evaluate("id => zhimai.select(id)", FIRM.id)
    page.locator("#languages button", has_text="EN").click()
    assert page.locator("#panel h4").first.inner_text() == "exhibits"
    assert "Company" in page.locator("#legend").inner_text()
    assert page.locator("#panel h2").inner_text() == FIRM.name
    page.locator("#languages button", has_text="简").click()
    assert page.locator("#panel h4").nth(1).inner_text() == "研发"


def test_focus_shows_the_neighbourhood_and_escape_leaves_it(open_page, small):
    """A double click narrows the graph to what belongs together."""
    page = open_page(small)
    page.evaluate("id => zhimai.focus(id)", GOOD.id)
    assert visible(page) == {GOOD.id, FIRM.id}
    page.evaluate("id => zhimai.focus(id)", FIRM.id)
    assert visible(page) == {GOOD.id, FIRM.id, CITY.id}
    page.keyboard.press("Escape")
    assert FAIR.id in visible(page)


def test_a_double_click_reaches_a_node_that_the_panel_would_cover(open_page):
    """The panel waits for the second click where it would lie under the pointer."""
    page = open_page(knowledge(50))
    nodes = page.evaluate("zhimai.visible().nodes")
    last = max(nodes, key=lambda node: page.evaluate("id => zhimai.where(id).x", node))
    click_node(page, last, times=2)
    page.wait_for_timeout(400)
    assert last in visible(page)
    assert len(visible(page)) < 10
    assert page.locator("#panel h2").is_visible()


def test_hovering_changes_nothing_but_the_light(open_page, small):
    """A hover opens no panel and moves nothing, and the pictures with and without it differ."""
    page = open_page(small)
    before = page.locator("#graph").screenshot()
    x, y = page.evaluate("id => { const at = zhimai.where(id); return [at.x, at.y]; }", GOOD.id)
    frame = page.locator("#graph").bounding_box()
    page.mouse.move(frame["x"] + x, frame["y"] + y)
    page.wait_for_timeout(150)
    assert page.locator("#graph").screenshot() != before
    assert page.locator("#panel").is_hidden()
    page.mouse.move(frame["x"] + 2, frame["y"] + 2)
    page.wait_for_timeout(150)
    assert page.locator("#graph").screenshot() == before


def test_the_gazetteers_facts_say_where_they_come_from(open_page, small):
    """No sentence is invented for what no text says."""
    page = open_page(small)
    page.evaluate("([a, b]) => zhimai.selectEdge(zhimai.edgesBetween(a, b)[0])", [CITY.id, PROVINCE.id])
    assert "來自地名錄" in page.locator("#panel").inner_text()


def test_a_link_to_a_name_opens_it(open_page, small):
    """The address carries the selection."""
    page = open_page(small, anchor=f"#{CITY.id}")
    assert page.locator("#panel h2").inner_text() == CITY.name


def test_texts_of_an_article_never_run(open_page):
    """A name, title or sentence made of markup is shown as it is written."""
    evil = "<img src=x onerror=\"document.title='ran'\"></script><script>document.title='ran'</script>"
    firm, good = entity("Company", evil, "別名" + evil), entity("Product", "臂{{7*7}}${8*8}")
    report = Reporter(0, evil)
    said = report.say(firm, "展出", good, "。")
    report.state(firm, "exhibits", good, said, qualifiers=(("role", evil),))
    page = open_page(gathered([report], [firm, good], []))
    page.evaluate("id => zhimai.select(id)", firm.id)
    assert page.locator("#panel h2").inner_text() == evil
    page.evaluate("([a, b]) => zhimai.selectEdge(zhimai.edgesBetween(a, b)[0])", [firm.id, good.id])
    page.keyboard.press("/")
    page.keyboard.type("img")
    page.wait_for_timeout(200)
    assert page.title() == "知脈 Zhimai：知識圖譜"
    assert page.locator("#panel img, #hits img").count() == 0
    assert page.complaints == []


def test_an_empty_graph_says_so(open_page):
    """Nobody looks at a blank page and wonders."""
    page = open_page(Knowledge((), (), (), ()))
    assert "還沒有任何名稱" in page.locator("#empty").inner_text()
    assert page.complaints == []


def test_names_without_any_relation_can_be_shown(open_page):
    """Where nothing is linked, the page offers the names."""
    report = Reporter(0, "標題")
    report.say(LONE, "。")
    page = open_page(gathered([report], [LONE], []))
    page.locator("#empty button").click()
    assert visible(page) == {LONE.id}


def test_most_labels_of_two_hundred_nodes_are_readable_at_once(open_page):
    """At first sight more than half of the names can be read, and none stands over another."""
    page = open_page(knowledge(200), anchor="#/whole")
    boxes = page.evaluate("zhimai.labels()")
    assert len(boxes) > 0.55 * len(visible(page))
    for a, b in itertools.combinations(boxes, 2):
        level = a["left"] < b["right"] and b["left"] < a["right"]
        assert not (level and a["top"] < b["bottom"] and b["top"] < a["bottom"])


def test_a_label_stands_below_its_node_where_there_is_room(open_page):
    """Beside a node a label would lie on the line to its neighbour."""
    report = Reporter(0, "消息")
    report.state(FIRM, "locatedIn", CITY, report.say(FIRM, "落戶", CITY, "。"))
    page = open_page(gathered([report], [FIRM, CITY], []))
    boxes = page.evaluate("zhimai.labels().map((box) => [zhimai.onStage(box).y, zhimai.where(box.owner).y])")
    assert [label > node for label, node in boxes] == [True, True]


@pytest.mark.parametrize(("width", "height"), [(1400, 900), (390, 800)])
def test_no_label_is_cut_off_at_first_sight(open_page, width, height):
    """What the first view shows of a name, it shows whole."""
    page = open_page(knowledge(60), width=width, height=height)
    stage = page.locator("#graph").bounding_box()
    corners = page.evaluate(
        "zhimai.labels().map((box) => [zhimai.onStage({ x: box.left, y: box.top }), zhimai.onStage({ x: box.right, y: box.bottom })])"
    )
    assert corners
    assert min(upper[axis] for upper, _ in corners for axis in "xy") >= -1
    assert max(lower["x"] for _, lower in corners) <= stage["width"] + 1
    assert max(lower["y"] for _, lower in corners) <= stage["height"] + 1


def test_selecting_closes_the_legend_of_a_narrow_screen(open_page, small):
    """Who goes to a name wants to see it, not the legend over it."""
    page = open_page(small, width=390, height=844)
    page.locator("#drawer").click()
    page.evaluate("id => zhimai.select(id)", FIRM.id)
    assert page.locator("#drawer").get_attribute("aria-expanded") == "false"


def test_a_narrow_screen_has_everything(open_page, small):
    """On a telephone the legend waits behind a button and the panel comes from below."""
    page = open_page(small, width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator("#drawer").click()
    page.locator("#legend .classes .switch", has_text="城市").click()
    assert CITY.id not in visible(page)
    page.keyboard.press("Escape")
    page.evaluate("id => zhimai.select(id)", FIRM.id)
    assert page.locator("#panel").bounding_box()["y"] > 300


def test_keys_reach_search_legend_and_panel(open_page, small):
    """Everything can be done without a mouse, and what has the focus is seen."""
    page = open_page(small)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.locator("#graph").focus()
    before = page.evaluate("id => zhimai.where(id)", FIRM.id)
    page.keyboard.press("Shift+ArrowRight")
    assert page.evaluate("id => zhimai.where(id)", FIRM.id)["x"] < before["x"]
