"""HTML: the article, what the page says of it, and pages that mean harm."""

from __future__ import annotations

import time

import pytest

from .articles import HANS, HANT, document, reason

PARAGRAPH = f"<p>{HANS}</p>"


def page(body: str, head: str = "", charset: str = "utf-8") -> str:
    return f'<!DOCTYPE html><html><head><meta charset="{charset}">{head}</head><body>{body}</body></html>'


def test_title_goes_before_the_text():
    """The source is the page's title and the article's paragraphs, one a line, without the page's furniture."""
    body = f"<nav>首页 新闻 体育</nav><h1>水产博览会闭幕</h1><article>{PARAGRAPH}<p>{HANT}</p></article><footer>版权所有</footer>"
    found = document(page(body))
    assert found.title == "水产博览会闭幕"
    assert found.source == f"水产博览会闭幕\n{HANS}\n{HANT}"


def test_what_the_page_declares_is_taken():
    """Site, author, date and address come from the page's metadata."""
    head = (
        '<meta property="og:site_name" content="江海网"><meta name="author" content="林小溪">'
        '<meta name="publishdate" content="2024-10-24"><link rel="canonical" href="https://news.example.cn/1.html">'
    )
    found = document(page(f"<article>{PARAGRAPH * 5}</article>", head))
    assert (found.publisher, found.byline, found.published) == ("江海网", "林小溪", "2024-10-24")
    assert found.url == "https://news.example.cn/1.html"


def test_a_site_is_no_author():
    """Many pages declare themselves as their author."""
    assert document(page(PARAGRAPH * 5, '<meta name="author" content="江海网">')).byline == ""


def test_what_the_page_shows_is_taken():
    """Where nothing is declared, the line under the headline tells the date and the source."""
    body = f"<h1>水产博览会闭幕</h1><span>2024-10-24 19:30 来源：江海网</span><article>{PARAGRAPH * 5}</article>"
    found = document(page(body))
    assert (found.publisher, found.published) == ("江海网", "2024-10-24")


def test_the_site_is_no_part_of_the_title():
    """What stands behind the title in the browser's bar names the publisher."""
    found = document(page(PARAGRAPH * 5, "<title>水产博览会闭幕_新闻频道_江海网</title>"))
    assert (found.title, found.publisher) == ("水产博览会闭幕", "江海网")


def test_a_date_of_the_story_is_not_the_page_s():
    """A date in a sentence of the article is not taken for the day of publication."""
    assert document(page(f"<p>2019年5月6日，公司在宁港成立。{HANS}</p>" * 4)).published == ""


@pytest.mark.parametrize(("text", "charset"), [(HANS, "gb2312"), (HANS, "utf-8"), (HANS, ""), (HANT, "gbk")])
def test_a_page_in_gb18030_is_read_whatever_it_declares(text, charset):
    """The declared encoding is a hint; a page that declares another or none is read as well."""
    assert text in document(page(f"<p>{text}</p>" * 3, charset=charset).encode("gb18030")).source


def test_a_page_in_big5_is_read():
    """A traditional page in Big5 is read."""
    assert HANT in document(page(f"<p>{HANT}</p>" * 3, charset="big5").encode("big5")).source


def test_xhtml_with_a_declaration_is_read():
    """The encoding in an XML declaration does not keep the parser from reading decoded text."""
    declared = '<?xml version="1.0" encoding="gb2312"?>' + page(PARAGRAPH * 3)
    assert HANS in document(declared.encode("gb18030")).source


def test_character_references_are_characters():
    """A page in plain ASCII may spell Chinese as references."""
    spelt = "".join(f"&#{ord(char)};" for char in HANS)
    assert HANS in document(page(f"<p>{spelt}</p>")).source


def test_a_fragment_is_read(tmp_path):
    """A file that is called a page and is only a paragraph is read, also a short one."""
    from graph.ingest import read

    (tmp_path / "a.html").write_text("<p>水产博览会今天在宁港闭幕成果丰硕。</p>", encoding="utf-8")
    (found,) = read([str(tmp_path / "a.html")])
    assert getattr(found, "source", found) == "水产博览会今天在宁港闭幕成果丰硕。"


def test_a_fragment_on_standard_input_is_a_page():
    """Text that begins with a tag of pages is read as one: tags are no text."""
    assert document(f"<div>{PARAGRAPH}</div>").source == HANS


def test_pinyin_stays_in_the_source():
    """Nothing is cleaned here: what a site left behind characters stays for the evidence."""
    assert "網(wǎng)" in document(page(f"<p>江海網(wǎng)消息：{HANT}</p>" * 3)).source


@pytest.mark.parametrize(
    "html",
    [
        page("<div>" * 20_000 + PARAGRAPH),
        page("<div " + " ".join(f'a{i}="1"' for i in range(100_000)) + f">{PARAGRAPH}</div>"),
        page("<" * 200_000 + PARAGRAPH),
        page("<!--" * 50_000 + PARAGRAPH),
        page("<script>" * 20_000 + PARAGRAPH),
        page('<a "' * 20_000 + PARAGRAPH),
        page("<table>" * 2_000 + PARAGRAPH),
        page("<![CDATA[" * 20_000 + PARAGRAPH),
    ],
    ids=["deep", "attributes", "brackets", "comments", "scripts", "quotes", "tables", "cdata"],
)
def test_a_hostile_page_ends_soon(html):
    """A page that is made to choke parsers is read or skipped, in seconds and without a crash."""
    from .articles import piped

    start = time.monotonic()
    assert len(piped(html)) == 1
    assert time.monotonic() - start < 20


@pytest.mark.parametrize(
    ("html", "why"),
    [
        (page(""), "no article in the page"),
        (page("<p>An article about a fair.</p>" * 9), "no Chinese"),
        (page("<b>" * 100_001 + PARAGRAPH), "more than 100000 tags"),
        (page(PARAGRAPH + "\0"), "binary"),
    ],
)
def test_a_page_without_an_article_says_so(html, why):
    """An empty page, an English one, one of too many tags, one with NUL: each is skipped for its reason."""
    assert why in reason(html)
