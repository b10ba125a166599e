"""The page in a real browser for those who type, print, hold a telephone or speak another language."""

from __future__ import annotations

import pytest

from graph.model import Knowledge
from graph.page import Filter

from .made_up import Reporter, entity, gathered, knowledge

FIRM = entity("Company", "澄嵐機器人股份有限公司", "澄嵐機器人")
GOOD = entity("Product", "協作機械臂")
CITY = entity("City", "蘇州")
LARGE = knowledge(320)
LABS = entity("ResearchInstitute", "女書3D實驗室")


@pytest.fixture
def small():
    report = Reporter(0, "機器人展開幕")
    report.state(FIRM, "exhibits", GOOD, report.say((FIRM, "澄嵐機器人"), "帶來", GOOD, "。"))
    report.state(FIRM, "locatedIn", CITY, report.say(FIRM, "位於", CITY, "。"))
    report.say(LABS, "。")
    return gathered([report], [FIRM, GOOD, CITY, LABS], [])


def said(page):
    return page.locator("#live").inner_text()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("suzhou", CITY),
        ("su zhou", CITY),
        ("Sū Zhōu", CITY),
        ("sz", CITY),
        ("su州", CITY),
        ("苏zhou", CITY),
        ("s州", CITY),
        ("苏州", CITY),
        ("机器人", FIRM),
        ("澄lan機qiren", FIRM),
        ("clan", FIRM),
        ("jixiebi", GOOD),
        ("xiezuoj", GOOD),
        ("nüshu", LABS),
        ("nvshu3d", LABS),
        ("３Ｄ", LABS),
        ("zhou", CITY),
        ("hou", None),
        ("henglan", None),
    ],
)
def test_search_takes_scripts_sounds_and_initials_mixed(open_page, small, query, found):
    """With or without blanks and tones; a piece of a syllable counts only at the end, or as its first letter."""
    assert open_page(small).evaluate("query => zhimai.find(query)", query) == ([found.id] if found else [])


def test_the_nearest_name_comes_first(open_page):
    """What is called so, then what begins so, then what has it inside; what is written so before what sounds so."""
    report = Reporter(0, "消息")
    names = ["蘇州", "蘇州大學", "新蘇州", "宿州"]
    cities = [entity("City", name) for name in reversed(names)]
    for one in cities:
        report.say(one, "。")
    page = open_page(gathered([report], cities, []))
    ordered = [id.partition("/")[2] for id in page.evaluate("zhimai.find('苏州')")]
    assert ordered == ["蘇州", "蘇州大學", "新蘇州"]
    assert page.evaluate("zhimai.find('suzhou').length") == 4


def test_five_thousand_names_can_be_searched(open_page):
    """The list stays short and says how many more there are; keys go through it."""
    report = Reporter(0, "消息")
    report.say("。")
    names = [entity("Company", f"澄嵐{number}號") for number in range(5000)]
    page = open_page(gathered([report], names, []))
    page.keyboard.press("/")
    page.keyboard.type("chenglan4")
    assert page.locator("#hits [role=option]").count() == 50
    assert "還有" in page.locator("#hits .none").inner_text()
    page.keyboard.type("999")
    assert page.locator("#hits [role=option]").all_inner_texts()[0].startswith("澄嵐4999號")
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == "澄嵐4999號"


def test_a_hit_has_its_class_and_its_count(open_page, small):
    """So that names of one sound are told apart."""
    page = open_page(small)
    page.keyboard.press("/")
    page.keyboard.type("cheng lan")
    assert "企業 · 2 條事實" in page.locator("#hits [role=option]").first.inner_text()


def test_arrow_keys_go_from_name_to_name_and_enter_opens(open_page, small):
    """Each is said aloud; Enter shows its facts, Esc comes back to the graph."""
    page = open_page(small)
    page.keyboard.press("g")
    page.keyboard.press("ArrowRight")
    assert any(one.name in said(page) for one in (FIRM, GOOD, CITY))
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() in {FIRM.name, GOOD.name, CITY.name}
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.id") == "graph"


def test_n_goes_through_the_neighbours(open_page, small):
    """From the selected name to each that it is related to, and round again."""
    page = open_page(small)
    page.evaluate("id => zhimai.select(id)", FIRM.id)
    page.keyboard.press("g")
    heard = []
    for _ in range(3):
        page.keyboard.press("n")
        heard.append(said(page).partition(",")[0])
    assert set(heard) == {GOOD.name, CITY.name}
    assert heard[0] == heard[2]
    page.keyboard.press("Enter")
    assert page.locator("#panel h2").inner_text() == heard[2]


def test_the_overview_can_be_used_by_keys_alone(open_page):
    """Arrow, Enter, Esc: into a class and out again."""
    page = open_page(LARGE)
    page.keyboard.press("g")
    page.keyboard.press("ArrowLeft")
    assert "個名稱" in said(page)
    page.keyboard.press("Enter")
    assert not any(id.startswith("class/") for id in page.evaluate("zhimai.visible().nodes"))
    page.keyboard.press("g")
    page.keyboard.press("Escape")
    assert any(id.startswith("class/") for id in page.evaluate("zhimai.visible().nodes"))


def test_a_question_mark_lists_the_keys(open_page, small):
    """And Esc closes the list, nothing else."""
    page = open_page(small)
    page.evaluate("id => zhimai.select(id)", FIRM.id)
    page.keyboard.press("?")
    assert page.locator("#keys dt").count() > 10
    page.keyboard.press("Escape")
    assert page.locator("#keys").is_hidden()
    assert page.locator("#panel").is_visible()


def test_tab_reaches_everything_and_shows_where_it_is(open_page, small):
    """Search, languages, help, graph, panel and legend."""
    page = open_page(small)
    page.evaluate("id => zhimai.select(id)", FIRM.id)
    page.evaluate("document.activeElement.blur()")
    reached = set()
    for _ in range(70):
        page.keyboard.press("Tab")
        reached.add(
            page.evaluate(
                "[document.activeElement.id, document.activeElement.closest('#legend, #panel, #languages')?.id].find(Boolean)"
            )
        )
        outlined = page.evaluate(
            "(({ outlineStyle, boxShadow }) => outlineStyle !== 'none' || boxShadow !== 'none')(getComputedStyle(document.activeElement))"
        )
        assert outlined or page.evaluate("document.activeElement === document.body"), page.evaluate(
            "document.activeElement.outerHTML.slice(0, 200)"
        )
    assert {"query", "languages", "help", "graph", "panel", "legend"} <= reached


@pytest.mark.parametrize(
    ("locale", "wanted"),
    [
        ("en-US", "en"),
        ("zh-TW", "zh-Hant"),
        ("zh-HK", "zh-Hant"),
        ("zh-CN", "zh-Hans"),
        ("zh", "zh-Hant"),
        ("fr", "en"),
    ],
)
def test_the_interface_speaks_the_browsers_language(open_page, small, locale, wanted):
    """Where a browser asks for Chinese alone, it has the script of the articles."""
    assert open_page(small, locale=locale).evaluate("document.documentElement.lang") == wanted


def test_a_language_that_was_chosen_is_remembered(open_page, small):
    """Also when the page is opened again."""
    page = open_page(small)
    page.locator("#languages button", has_text="EN").click()
    page.reload()
    page.wait_for_function("window.zhimai !== undefined")
    assert page.evaluate("document.documentElement.lang") == "en"
    assert page.title() == "Zhimai 知脈: knowledge graph"


def test_every_control_has_a_name_in_every_language(open_page):
    """A screen reader says what each is, and none is said in another language."""
    page = open_page(LARGE)
    names = {}
    for tag in ("en", "zh-Hans", "zh-Hant"):
        page.evaluate("tag => zhimai.setLanguage(tag)", tag)
        names[tag] = page.evaluate(
            "['query', 'graph', 'help', 'legend', 'views', 'hits', 'languages'].map((id) => document.getElementById(id).getAttribute('aria-label'))"
        )
        unnamed = "[...document.querySelectorAll('button')].filter((one) => !(one.getAttribute('aria-label') ?? one.textContent).trim())"
        assert page.evaluate(f"{unnamed}.length") == 0
    assert all(names["en"])
    assert not set(names["en"]) & set(names["zh-Hant"])


def test_paper_has_the_picture_the_legend_and_the_open_panel(open_page, small):
    """In light colours and without the tools; afterwards the screen is as before."""
    page = open_page(small)
    page.evaluate("id => zhimai.select(id)", FIRM.id)
    page.emulate_media(media="print", color_scheme="dark")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("#stage, .tools, .search").evaluate_all("all => all.every((one) => !one.offsetParent)")
    assert FIRM.name in "".join(page.locator("#paper svg text").all_text_contents())
    assert page.locator("#paper svg path").count() == len(page.evaluate("zhimai.visible().nodes"))
    assert page.locator("#panel details:not([open])").count() == 0
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--canvas').trim()") == "#fff"
    assert page.pdf().startswith(b"%PDF")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator("#stage").is_visible()
    assert page.locator("#panel details[open]").count() == 0


def test_fingers_hit_what_they_aim_at(open_page):
    """On a telephone no control is smaller than 44 pixels, and nothing is cut off at the side."""
    page = open_page(LARGE, width=390, height=844)
    small_ones = page.evaluate(
        "[...document.querySelectorAll('#bar button, #views button')].map((one) => one.getBoundingClientRect())"
        ".filter(({ width, height, right }) => Math.min(width, height) < 43.5 || right > 390).length"
    )
    assert small_ones == 0
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_sheet_of_a_telephone_can_be_drawn_up(open_page, small):
    """Half of the screen is the graph's until one asks for more."""
    page = open_page(small, width=390, height=844)
    page.evaluate("id => zhimai.select(id)", FIRM.id)
    low = page.locator("#panel").bounding_box()["y"]
    page.locator("#panel .handle").click()
    assert page.locator("#panel").bounding_box()["y"] <= low
    assert page.locator("#panel .handle").get_attribute("aria-expanded") == "true"


def test_a_filtered_page_says_what_it_is_filtered_by(open_page, small):
    """In the language of the interface, and in no words where nothing is filtered."""
    page = open_page(small, only=Filter(classes=("Company",), about=("苏州",), steps=2))
    assert page.locator("#filter").inner_text() == "已篩選：類別「企業」、以 苏州 (2) 為中心"
    assert open_page(small).locator("#filter").is_hidden()


def test_an_empty_page_answers_its_keys(open_page):
    """Nothing to show is no error."""
    page = open_page(Knowledge((), (), (), ()))
    for key in ("g", "ArrowRight", "n", "e", "Enter", "o", "p", "l", "f", "Escape"):
        page.keyboard.press(key)
    assert page.complaints == []
