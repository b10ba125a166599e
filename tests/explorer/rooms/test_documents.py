"""The list of articles and the page of one."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from urllib.parse import quote

import pytest
from small import FIRM, FIRST, KNOWLEDGE

from graph.model import Script

from ..served import HOSTILE, serving, write
from .pages import only_our_scripts, page


def test_the_list_is_a_table_that_can_be_sorted_and_had(client):
    """Each header is a link that sorts, and says how it is sorted; the file has the same rows."""
    tree = page(client, "/documents?lang=en")
    headers = tree.cssselect("table.articles th")
    assert [one.get("aria-sort") for one in headers] == ["descending", None, None, None, None]
    for header in headers:
        sorted_by = page(client, header.find("a").get("href"))
        assert [one.get("aria-sort") for one in sorted_by.cssselect("th")].count(None) == 4
    (table, _) = [link.get("href") for link in tree.cssselect(".files a")]
    rows = list(csv.DictReader(io.StringIO(client.get(table).content.decode("utf-8-sig"))))
    assert len(rows) == len(tree.cssselect("table.articles tbody tr")) == 2


def test_what_narrows_the_list_is_kept(client):
    """In the form, in the links that sort, and in the file."""
    tree = page(client, f"/documents?q=onerror&publisher=乙报&since=2020&thing={quote(FIRM.id)}")
    assert len(tree.cssselect("table.articles tbody tr")) == 1
    fields = {one.get("name"): one.get("value") for one in tree.cssselect(".narrowing input")}
    assert fields | {"q": "onerror", "since": "2020", "thing": FIRM.id} == fields
    for link in (*tree.cssselect("th a"), *tree.cssselect(".files a")):
        assert "q=onerror" in link.get("href")
    assert page(client, "/documents?since=nonsense&until=9&sort=x&start=-5").cssselect(".narrowing")


def test_a_title_is_text(client):
    """In the list and at the head of its article, where the text is hostile too."""
    for address in ("/documents", "/document/d2", "/document/d1"):
        only_our_scripts(page(client, address))
    assert page(client, "/document/d2").find(".//h1").text == HOSTILE


def test_names_in_the_text_are_links_coloured_by_class(client):
    """The text is there to the letter; each class has a colour and a switch with its count."""
    tree = page(client, "/document/d1?lang=en")
    text = tree.cssselect(".text")[0]
    assert text.text_content().replace("\n", "") == FIRST
    links = {link.text: link for link in text.cssselect("a.m")}
    assert links["蘇州"].get("href") == "/entity/place/320500"
    assert "k-City" in links["蘇州"].get("class")
    assert ".k-City { --kind: #" in client.get("/document/d1").text
    assert [label.text_content().split()[-1] for label in tree.cssselect(".legend label")] == ["1"] * 5
    assert tree.cssselect(".legend #show-City[checked]")


def test_what_it_says_leads_to_where_it_says_so(client):
    """Each fact and figure has its quote as a link; there the passage is marked, with subject and object, and the fact chosen."""
    tree = page(client, "/document/d1")
    links = [link.get("href") for link in tree.cssselect("a.choose")]
    assert len(links) == 6
    for link in links:
        shown = page(client, link)
        marked = "".join(mark.text_content() for mark in shown.cssselect(".text mark"))
        assert marked == next(one for one in tree.cssselect("a.choose") if one.get("href") == link).text
        assert len(shown.cssselect("#passage")) == 1
        assert len(shown.cssselect(".said .chosen[aria-current]")) == 1


def test_source_and_copies(tmp_path):
    """Only an address of the web is a link; a copy and what it is one of name each other."""
    first, *others = KNOWLEDGE.texts
    texts = (replace(first, document=replace(first.document, url="javascript:alert(1)//")), *others)
    with serving(write(tmp_path, replace(KNOWLEDGE, texts=texts, copies=(("d2", "d1"),)))) as client:
        copy, original = page(client, "/document/d2"), page(client, "/document/d1")
        listed = page(client, "/documents")
    only_our_scripts(copy)
    assert "javascript:alert(1)//" in copy.cssselect("dl.about")[0].text_content()
    assert [link.get("href") for link in copy.cssselect("dl.about a")] == ["/document/d1"]
    outside, to_copy = original.cssselect("dl.about a")
    assert (outside.get("href"), to_copy.get("href")) == ("https://example.org/1", "/document/d2")
    assert "noreferrer" in outside.get("rel")
    assert listed.cssselect(".copied")


def test_a_text_that_looks_like_markup_is_text(tmp_path):
    """In the text, in quotes and in what a script is told."""
    from small import text

    source = f"</script><b onclick=x>{HOSTILE}</b>\n{FIRST}"
    texts = (text("d2", source, Script.HANS), *KNOWLEDGE.texts[1:])
    entities = tuple(
        replace(one, mentions=tuple(m for m in one.mentions if m.document == "d1")) for one in KNOWLEDGE.entities
    )
    with serving(write(tmp_path, replace(KNOWLEDGE, texts=texts, entities=entities))) as client:
        tree = page(client, "/document/d2")
    only_our_scripts(tree)
    assert tree.cssselect(".text p")[0].text_content() == source.partition("\n")[0]


def test_without_texts_the_quotes_stand_alone(tmp_path):
    """And the page says why there is no text."""
    with serving(write(tmp_path, replace(KNOWLEDGE, quote_limit=40))) as client:
        tree = page(client, "/document/d1?lang=en")
        assert not tree.cssselect(".text")
        assert "keeps no texts" in tree.text_content()
        assert all(link.text for link in tree.cssselect("a.choose"))
        assert page(client, f"/entity/{quote(FIRM.id)}").cssselect(".passage .quote, .passage mark")


@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_no_word_is_missing(client, language):
    """In any language; what stands in braces was forgotten."""
    for address in ("/documents", "/document/d1"):
        tree = page(client, f"{address}?lang={language}")
        assert "{" not in tree.find("body").text_content()


def test_files_of_an_article(client):
    """All that the page offers; others are refused."""
    tree = page(client, "/document/d1")
    links = [link.get("href") for link in tree.cssselect(".files a[download]")]
    assert len(links) == 7
    for link in links:
        answer = client.get(link)
        assert (answer.status_code, "attachment" in answer.headers["content-disposition"]) == (200, True)
    for address, status in (
        ("/document/none", 404),
        ("/document/d1?format=xml", 404),
        ("/document/d1?format=csv&of=x", 400),
    ):
        assert client.get(address).status_code == status
