"""The page of a thing, its files, and what a name leads to."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from itertools import pairwise
from urllib.parse import quote

import pytest
from small import CARE, EDITION, FIRM, JIANGSU, KNOWLEDGE, RIVAL, SUZHOU

from graph.model import Judgement, Verdict

from ..served import HOSTILE, serving, write
from .pages import only_our_scripts, page


def at(thing):
    return f"/entity/{quote(thing.id)}"


def test_a_thing_has_its_facts_with_their_sentences(client):
    """Each under its property, with the other end a link, and the quote with a link to its place in the article."""
    tree = page(client, f"{at(RIVAL)}?lang=en")
    assert tree.findtext(".//h1") == "乙方公司"
    (group,) = tree.cssselect("section.group")
    assert group.cssselect("h3")[0].text_content().split() == ["acquired", "by", "1"]
    assert group.cssselect("a.thing")[0].get("href") == at(FIRM)
    assert group.cssselect(".status")[0].text == "claimed"
    assert [(mark.get("class"), mark.text) for mark in group.iter("mark")] == [
        ("subject", "霁川智能"),
        ("object", "乙方公司"),
    ]
    link = group.cssselect(".source a")[0]
    assert link.get("href") == "/document/d2?start=34&end=47&said=statement/s6#passage"
    assert page(client, link.get("href")).cssselect("#passage")


@pytest.mark.parametrize("thing", [FIRM, RIVAL, EDITION, SUZHOU, JIANGSU, CARE], ids=lambda one: one.id)
@pytest.mark.parametrize("language", ["en", "zh-Hans", "zh-Hant"])
def test_nothing_that_is_said_of_it_runs(client, thing, language):
    """A firm, a title and a text are hostile; wherever they stand they are text. No word of the interface is missing."""
    tree = page(client, f"{at(thing)}?lang={language}")
    only_our_scripts(tree)
    assert tree.get("lang") == language
    shown = " ".join(one.text_content() for one in tree.find("body").iter("p", "h1", "h2", "h3", "dt", "dd", "th"))
    assert "{" not in shown


def test_a_hostile_name_is_shown_as_it_is(client):
    """In the heading, in links and in the picture."""
    tree = page(client, at(FIRM))
    assert tree.find(".//h1").text == HOSTILE
    around = page(client, at(SUZHOU))
    assert HOSTILE in [link.text for link in around.cssselect("a.thing")]
    assert any(title.text.startswith(HOSTILE) for title in around.cssselect("svg title"))


def test_headings_tables_and_links_are_in_order(client):
    """One h1, no level left out; tables have captions and headers; each link inside the page leads somewhere."""
    for thing in (FIRM, EDITION, SUZHOU):
        tree = page(client, at(thing))
        levels = [int(one.tag[1]) for one in tree.iter("h1", "h2", "h3", "h4")]
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        assert all(
            table.find("caption") is not None and table.find("thead") is not None for table in tree.iter("table")
        )
        ids = [one.get("id") for one in tree.iter() if one.get("id")]
        assert len(ids) == len(set(ids))
        inside = {link.get("href")[1:] for link in tree.iter("a") if link.get("href", "").startswith("#")}
        assert inside <= set(ids)


def test_links_to_registries_tell_them_nothing(client):
    """They are the only addresses of others, and no referrer goes along."""
    tree = page(client, at(SUZHOU))
    outside = [link for link in tree.iter("a") if "//" in link.get("href", "")]
    assert [link.get("href") for link in outside] == ["http://www.wikidata.org/entity/Q42622"]
    assert "noreferrer" in outside[0].get("rel")


def test_an_address_that_is_none_is_text(tmp_path):
    """Whoever made a list may have written anything as the same thing elsewhere."""
    place = replace(SUZHOU, same_as=("javascript:alert(1)", "urn:x:1"))
    entities = tuple(place if one.id == SUZHOU.id else one for one in KNOWLEDGE.entities)
    with serving(write(tmp_path, replace(KNOWLEDGE, entities=entities))) as client:
        tree = page(client, at(SUZHOU))
    only_our_scripts(tree)
    assert "javascript:alert(1)" in tree.cssselect("dl.about")[0].text_content()
    assert not tree.cssselect("a.outside")


def test_figures_are_a_table_with_their_sentences(client):
    """Measure, value, time, qualification; the number is read in the reader's language and exact on pointing."""
    tree = page(client, f"{at(EDITION)}?lang=en")
    (table,) = tree.cssselect("table.figures")
    rows = [[cell.text_content().strip() for cell in row] for row in table.iter("tr")]
    assert rows[0] == ["Measure", "Value", "Time", "Qualified", "Confidence"]
    traded = next(row for row in rows if row[0] == "成交額")
    assert (" ".join(traded[1].split()), traded[2]) == ("about 2.2 billion 元", "2021")
    assert table.cssselect("[title='2,200,000,000']")
    assert "成交額近22億元" in table.cssselect("tr.said .passage p")[-1].text_content() + table.text_content()


@pytest.mark.parametrize("form", ["csv", "json", "ttl"])
def test_all_of_it_is_had_as_a_file(client, form):
    """Under a name that says what is in it, in any script."""
    answer = client.get(f"{at(RIVAL)}?format={form}")
    assert answer.status_code == 200
    name = quote(f"乙方公司{'-facts' if form == 'csv' else ''}.{form}")
    assert f"filename*=UTF-8''{name}" in answer.headers["content-disposition"]
    if form == "json":
        assert answer.json()["name"] == "乙方公司"
    if form == "csv":
        assert [row["property"] for row in csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")))] == [
            "acquires"
        ]


def test_every_file_of_a_page_is_there(client):
    """Each download that it offers."""
    for thing in (FIRM, EDITION, SUZHOU):
        for link in page(client, at(thing)).cssselect(".files a[download]"):
            answer = client.get(link.get("href"))
            assert (answer.status_code, "attachment" in answer.headers["content-disposition"]) == (200, True), link.get(
                "href"
            )


@pytest.mark.parametrize(
    ("query", "status"), [("format=xml", 404), ("format=csv&of=none", 400), ("property=none", 404), ("fact=none", 404)]
)
def test_what_is_not_to_be_had_is_told(client, query, status):
    """In a line, with the remedy."""
    answer = client.get(f"{at(FIRM)}?{query}")
    assert (answer.status_code, answer.text.count("\n")) == (status, 1)


def test_a_name_leads_to_its_thing(client):
    """Any name of it, in either script; the old address of a renamed thing too, where its name is still known."""
    for name in ("乙方公司", "company/乙方公司", "蘇州", "苏州"):
        answer = client.get(f"/entity/{quote(name)}")
        assert answer.status_code == 303, name
        assert answer.headers["location"] in (at(RIVAL), at(SUZHOU))


def test_nothing_of_that_name_is_a_page_with_names_like_it(client):
    """404, and each suggestion leads on."""
    tree = page(client, f"/entity/{quote('org/乙方集團公司')}?lang=en", 404)
    near = [link for link in tree.cssselect(".hits a") if link.text == "乙方公司"]
    assert client.get(near[0].get("href")).headers["location"] == at(RIVAL)


def test_a_hostile_address_is_text(client):
    """The page of what is not there says what was asked for."""
    tree = page(client, f"/entity/{quote(HOSTILE + 'x')}", 404)
    only_our_scripts(tree)


def test_a_name_of_several_is_a_page_of_its_own(tmp_path):
    """300, with all that bear it; each of them names the others."""
    twin = replace(RIVAL, id="org/乙方公司-二", name="乙方", aliases=("霽川智能",), mentions=())
    apart = Judgement(FIRM.id, twin.id, Verdict.DIFFERENT, 0.9, "=1+1 <script>alert(3)</script>")
    with serving(
        write(tmp_path, replace(KNOWLEDGE, entities=(*KNOWLEDGE.entities, twin), judgements=(apart,)))
    ) as client:
        tree = page(client, f"/entity/{quote('霁川智能')}", 300)
        assert {link.get("href") for link in tree.cssselect(".hits a")} == {at(FIRM), at(twin)}
        known = page(client, at(FIRM))
        only_our_scripts(known)
        assert at(twin) in [link.get("href") for link in known.cssselect("dl.about a.thing")]
        assert "<script>alert(3)</script>" in known.cssselect("table.judgements")[0].text_content()
