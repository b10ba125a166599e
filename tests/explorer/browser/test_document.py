"""An article in a browser: cards, colours, and what it says shown where it says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from playwright.sync_api import expect
from small import FIRM, FIRST, KNOWLEDGE, SECOND, text

from graph.model import Mention, Script

from ..served import write

HIGHLIGHTED = """role => [...(CSS.highlights.get(role) ?? [])].map(range => range.toString())"""


@pytest.fixture
def article(open_page):
    """The first article."""
    return open_page("/document/d1?lang=en")


def test_a_fact_is_shown_in_the_text(article):
    """Without a new page: the quote and in it subject and object; the address leads there again."""
    fact = article.locator(".said li", has_text="headquartered")
    fact.locator("a.choose").click()
    assert article.evaluate(HIGHLIGHTED, "quote") == ["霽川智能科技有限公司總部位於蘇州"]
    assert article.evaluate(HIGHLIGHTED, "subject") == ["霽川智能科技有限公司"]
    assert article.evaluate(HIGHLIGHTED, "object") == ["蘇州"]
    expect(fact).to_have_attribute("aria-current", "true")
    assert article.evaluate("window.performance.getEntriesByType('navigation').length") == 1
    article.reload()
    expect(article.locator("#passage")).to_be_in_viewport()
    expect(article.locator("mark.object")).to_have_text("蘇州")


def test_choosing_another_takes_the_first_away(open_page):
    """Also where the server had marked it."""
    page = open_page("/document/d2?start=0&end=5#passage")
    assert page.locator("mark").count() > 0
    page.locator("a.choose").last.click()
    assert page.locator(".text mark").count() == 0
    assert len(page.evaluate(HIGHLIGHTED, "quote")) == 1
    assert page.locator(".text").inner_text() == SECOND


def test_a_name_opens_a_card_that_leads_on(article):
    """By key: the focus goes into it and comes back; Escape, a click elsewhere and the way on close it."""
    name = article.locator(".text a.m", has_text="蘇州")
    name.focus()
    article.keyboard.press("Enter")
    card = article.get_by_role("dialog", name="蘇州")
    expect(card).to_contain_text("City")
    expect(card.locator("a").first).to_be_focused()
    article.keyboard.press("Escape")
    expect(card).to_have_count(0)
    expect(name).to_be_focused()
    name.click()
    article.locator("h1").click()
    expect(card).to_have_count(0)
    name.click()
    card.locator("a").first.click()
    expect(article.locator("h1")).to_have_text("蘇州")


def test_a_name_in_a_name_tells_both(open_page):
    """The innermost first."""
    page = open_page("/document/d1")
    page.locator(".text a.m.inner").first.click()
    expect(page.locator(".card li")).to_have_count(2)


def test_colours_are_switched_off(open_page):
    """One class alone, with or without script; all and none with it."""
    for script in (False, True):
        page = open_page("/document/d1", java_script_enabled=script)
        city = page.locator(".text a.k-City").first
        coloured = city.evaluate("one => getComputedStyle(one).boxShadow")
        assert coloured != "none"
        page.locator("#show-City").uncheck()
        assert city.evaluate("one => getComputedStyle(one).boxShadow") == "none"
        assert page.locator(".text a.k-Company").first.evaluate("one => getComputedStyle(one).boxShadow") != "none"
    page.locator(".together button").last.click()
    assert page.locator(".legend input:checked").count() == 0
    page.locator(".together button").first.click()
    assert city.evaluate("one => getComputedStyle(one).boxShadow") == coloured


def _moved(one, shift):
    """A mention or a piece of evidence of the first article, so many characters later."""
    return replace(one, start=one.start + shift, end=one.end + shift) if one.document == "d1" else one


def test_offsets_are_those_of_the_source(open_page, server, tmp_path_factory):
    """Characters beyond the first plane count for one; so do line ends that are not shown."""
    source = f"𠮷𠮷訊。\r\n　{FIRST}"
    shift = len(source) - len(FIRST)
    moved = tuple(replace(one, mentions=tuple(_moved(m, shift) for m in one.mentions)) for one in KNOWLEDGE.entities)
    statements = tuple(
        replace(one, evidence=tuple(_moved(said, shift) for said in one.evidence)) for one in KNOWLEDGE.statements
    )
    texts = (KNOWLEDGE.texts[0], text("d1", source, Script.HANT, title="移"))
    site = server(
        write(
            tmp_path_factory.mktemp("shifted"),
            replace(KNOWLEDGE, entities=moved, statements=statements, texts=texts, figures=()),
        )
    )
    page = open_page(f"{site}/document/d1?lang=en")
    page.locator(".said li", has_text="headquartered").locator("a.choose").click()
    assert page.evaluate(HIGHLIGHTED, "quote") == ["霽川智能科技有限公司總部位於蘇州"]
    assert page.evaluate(HIGHLIGHTED, "object") == ["蘇州"]


def test_a_long_article_comes_in_parts(open_page, server, tmp_path_factory):
    """A megabyte with thousands of names is never in the browser all at once."""
    line = "霽川智能展出新品。" + "字" * 90 + "\n"
    count = 3500
    firm = replace(
        FIRM,
        mentions=tuple(Mention("long", at * 100, at * 100 + 4, "霽川智能", "Company", "t", 0.9) for at in range(count)),
    )
    long = text("long", line * count, Script.HANT, title="很长")
    knowledge = replace(
        KNOWLEDGE, texts=(long,), entities=(firm,), statements=(), figures=(), judgements=(), background=()
    )
    site = server(write(tmp_path_factory.mktemp("long"), knowledge))
    page = open_page(f"{site}/document/long?lang=en")
    expect(page.locator(".text a.m")).to_have_count(301)
    page.locator(".pager a[rel=next]").first.click()
    expect(page.locator(".pager span").first).to_have_text("Part 2 of 12")


def test_it_reads_on_a_phone(open_page):
    """Text first, then what it says; nothing beside the screen."""
    page = open_page("/document/d1", width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.locator(".text").bounding_box()["y"] < page.locator(".beside").bounding_box()["y"]
