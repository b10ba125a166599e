"""The editor and its answers in a browser: completion, mistakes in place, questions at hand, files, both languages."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from small import FIRM

HOSTILE = "SELECT * { BIND(<javascript:alert(1)> AS ?a) BIND('<img src=x onerror=alert(1)>' AS ?b) }"


def editing(page):
    """The editor, emptied, once it knows the words of the build."""
    page.wait_for_load_state("networkidle")
    content = page.locator(".cm-content")
    content.click()
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    return content


def choose(page, words):
    """Take the completion that has the words."""
    option = page.locator(".cm-tooltip-autocomplete li", has_text=words).first
    option.wait_for()
    option.click()


def query_of(page):
    return page.locator("#query").evaluate("field => field.value")


def becomes(page, pattern):
    """Wait until the query has the pattern in it."""
    expect = pytest.importorskip("playwright.sync_api").expect
    expect(page.locator("#query")).to_have_value(re.compile(pattern, re.DOTALL))


def ask(page, sparql):
    editing(page)
    page.keyboard.insert_text(sparql)
    page.keyboard.press("Control+Enter")


def test_a_query_is_typed_with_completion_and_asked(open_page):
    """Terms by name or label, variables; the answer is a table with links to things, the address holds the query."""
    page = open_page("/ask")
    editing(page)
    page.keyboard.type("SELECT ?firm ?place {\n?firm a zm:Compan")
    page.locator(".cm-completionInfo", has_text="Company").wait_for()
    choose(page, "zm:Company")
    page.keyboard.type(" ; head")
    choose(page, "zm:headquarteredIn")
    page.keyboard.type(" ?pl")
    choose(page, "?place")
    assert "?firm a zm:Company ; zm:headquarteredIn ?place" in query_of(page)
    page.keyboard.press("Control+Enter")
    page.locator("#answer td a", has_text="蘇州").wait_for()
    assert page.locator("#answer td a", has_text=FIRM.name).get_attribute("href").startswith("/entity/org/")
    assert "query=SELECT" in page.url
    page.reload()
    assert page.locator("#answer td a", has_text="蘇州").is_visible()


@pytest.mark.parametrize(("typed", "label"), [("?x 展", "展出"), ("?x zm:总部", "总部位于")])
def test_terms_are_found_by_their_chinese_labels(open_page, typed, label):
    """With the label beside the name, in the language of the page."""
    page = open_page("/ask?lang=zh-Hans")
    editing(page)
    page.keyboard.insert_text(f"SELECT * {{ {typed[:-1]}")
    page.keyboard.type(typed[-1])
    page.locator(".cm-tooltip-autocomplete .cm-completionDetail", has_text=label).first.wait_for()


def test_a_name_in_quotes_becomes_the_thing_or_its_name_as_the_build_has_it(open_page):
    """With the language, without which it would equal nothing."""
    page = open_page("/ask")
    editing(page)
    page.keyboard.insert_text("SELECT * { ?x zm:locatedIn ")
    page.keyboard.type('"霁川')
    choose(page, "org:霁川智能科技有限公司")
    assert query_of(page).endswith("?x zm:locatedIn org:霁川智能科技有限公司")
    page.keyboard.type(' . ?x rdfs:label "霁川')
    choose(page, f'"{FIRM.name}"')
    becomes(page, "@zh-Hant$")


def test_a_term_says_what_it_means(open_page):
    """Under the pointer."""
    page = open_page("/ask")
    page.locator(".tok-propertyName", has_text="zm:locatedIn").hover()
    page.locator(".cm-tooltip-hover", has_text="zm:Place").wait_for()


def test_a_mistake_is_underlined_and_told(open_page):
    """While one types, in words that a screen reader says too; asked all the same, with its picture."""
    page = open_page("/ask")
    editing(page)
    page.keyboard.insert_text("SELECT ?x { ?x rdfs:label 霽川 }")
    assert page.locator(".cm-lintRange-error").text_content() == "霽川"
    assert "Line 1, column 27" in page.locator(".status").text_content()
    page.keyboard.press("Control+Enter")
    page.get_by_role("alert").get_by_text("stands there bare").wait_for()
    editing(page)
    page.keyboard.insert_text("SELECT ?x { ?x zm:exhibit ?y }")
    assert page.locator(".cm-lintRange-warning").text_content() == "zm:exhibit"
    assert "zm:exhibits?" in page.locator(".status").text_content()


def test_text_typed_over_a_selection_takes_its_place(open_page):
    """And brackets go around it."""
    page = open_page("/ask")
    editing(page)
    page.keyboard.insert_text("ASK ?x")
    page.keyboard.press("Shift+Home")
    page.keyboard.type("D")
    assert query_of(page) == "D"
    page.keyboard.press("Shift+Home")
    page.keyboard.type("{")
    assert query_of(page) == "{D}"


def test_a_question_is_put_into_the_editor_with_its_parameters(open_page):
    """As fields that find names; one step back brings the query before."""
    page = open_page("/ask")
    page.get_by_role("link", name="Exhibitors of an edition").click()
    becomes(page, "zm:exhibitsAt")
    page.get_by_role("combobox", name="an edition such as").fill("甲州交")
    page.get_by_role("option", name="第八屆甲州交易會").click()
    page.get_by_role("button", name="Put it into the query").click()
    becomes(page, "第八屆甲州交易會")
    page.keyboard.press("Control+Enter")
    page.locator("#answer .told").wait_for()
    page.keyboard.press("Control+z")
    becomes(page, "^(?!.*第八屆甲州交易會)")


def test_prefix_lines_indentation_and_what_was_asked_before(open_page):
    """For use elsewhere; for reading; for asking it again."""
    page = open_page("/ask")
    ask(page, "SELECT ?s {\n?s a zm:Fair ;\nrdfs:label ?l\n}")
    page.locator("#answer .told", has_text="1 row").wait_for()
    page.get_by_role("button", name="Indent").click()
    assert query_of(page) == "SELECT ?s {\n  ?s a zm:Fair ;\n    rdfs:label ?l\n}"
    page.get_by_role("button", name="Write PREFIX lines").click()
    becomes(page, "^PREFIX rdfs: <http")
    assert query_of(page).count("PREFIX") == 2
    page.locator("#before summary").click()
    page.locator("#before button", has_text="zm:Fair").first.click()
    assert query_of(page).startswith("SELECT ?s {\n?s a")


def test_tab_leaves_the_editor(open_page):
    """Nobody who uses the keyboard is caught; the page says so."""
    page = open_page("/ask")
    page.locator(".cm-content").click()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Ask"
    assert "Tab" in page.locator("#keys").text_content()


def test_rows_are_sorted_by_their_headings(open_page):
    """Numbers as numbers; up, down, and as they came."""
    page = open_page("/ask?" + urlencode({"query": "SELECT ?n { VALUES ?n { 10 9 100 } }"}))
    column = page.locator("#answer td span:not(.tag)")
    heading = page.get_by_role("button", name="n", exact=True)
    for expected in (["9", "10", "100"], ["100", "10", "9"], ["10", "9", "100"]):
        heading.click()
        assert column.all_text_contents() == expected


def test_an_answer_is_drawn_and_kept(open_page):
    """A picture of its things, whose names lead to them; a file."""
    page = open_page("/ask")
    ask(page, "SELECT ?s ?o { ?s zm:exhibits ?o }")
    page.locator("details.picture summary").click()
    page.locator("svg.small a", has_text="雲帆").wait_for()
    assert page.locator("svg.small line").count() >= 1
    with page.expect_download() as kept:
        page.get_by_role("link", name="CSV").click()
    assert kept.value.suggested_filename == "answer.csv"
    assert page.get_by_role("link", name="Show as a graph").get_attribute("href").startswith("/graph#sparql=SELECT")


def test_a_query_is_stopped(open_page):
    """The page goes on."""
    page = open_page("/ask")
    ask(page, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }")
    page.get_by_role("button", name="Stop").click()
    page.get_by_text("Stopped.").wait_for()
    assert page.get_by_role("button", name="Stop").count() == 0


@pytest.mark.parametrize("script", [True, False])
def test_hostile_answers_are_text(open_page, script):
    """Whether a script shows them or the server."""
    page = open_page("/ask?" + urlencode({"query": HOSTILE}), java_script_enabled=script)
    if script:
        ask(page, f"{HOSTILE} #")
        page.wait_for_url("**%23**")
    assert page.locator("#answer td").all_text_contents() == ["javascript:alert(1)", "<img src=x onerror=alert(1)>"]
    assert page.locator("#answer td a, #answer td img").count() == 0


def test_a_named_query_finds_names_and_shows_itself_in_colours(open_page):
    """Its answer can be sorted and drawn; the query goes on in the editor."""
    page = open_page("/queries/exhibitors?lang=zh-Hans")
    page.locator("pre .tok-keyword", has_text="SELECT").wait_for()
    page.locator("#p-edition").fill("甲州交")
    page.get_by_role("option", name="第八屆甲州交易會").click()
    page.get_by_role("button", name="查询").click()
    page.locator("td a", has_text=FIRM.name).first.wait_for()
    page.get_by_role("link", name="在 SPARQL 中编辑").click()
    page.locator(".cm-content", has_text="第八屆甲州交易會").wait_for()


def test_the_list_of_questions_is_narrowed_by_words(open_page):
    """Those of title and description."""
    page = open_page("/queries")
    page.get_by_role("searchbox", name="Filter").fill("province")
    assert page.locator("dt:visible").all_text_contents() == ["Firms by province"]


def test_all_is_there_without_a_script(open_page):
    """The field, the questions, the answer, its files."""
    page = open_page("/ask", java_script_enabled=False)
    page.locator("#query").fill("SELECT ?s { ?s a zm:Fair }")
    page.get_by_role("button", name="Ask").click()
    assert page.locator("#answer td a").text_content() == "甲州交易會"
    with page.expect_download():
        page.get_by_role("link", name="TSV").click()


@pytest.mark.parametrize(
    ("path", "language"), [("/ask", "en"), ("/queries", "zh-Hant"), ("/queries/exhibitors", "zh-Hans")]
)
def test_a_phone_needs_no_sideways_scrolling(open_page, path, language):
    """Whatever wide things scroll by themselves."""
    page = open_page(f"{path}?lang={language}", width=390, height=844)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
