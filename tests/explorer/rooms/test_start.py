"""The first page."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest


def told(page: str) -> dict:
    """What the page tells its script."""
    return json.loads(re.search(r'<script type="application/json" id="drawn">(.*?)</script>', page, re.DOTALL)[1])


def test_it_leads_everywhere(client):
    """To a search, to each room, to things, articles and the questions that are ready."""
    page = client.get("/").text
    for address in (
        "/search",
        "/graph",
        "/documents",
        "/queries",
        "/ask",
        "/entity/",
        "/document/",
        "/queries/editions?",
    ):
        assert f'"{address}' in page


def test_charts_and_tables_tell_the_same(client):
    """Of the provinces, with the named query that lists the firms of each."""
    page = client.get("/").text
    (area,) = told(page)["areas"]
    assert (area["label"], area["code"], area["count"]) == ("江苏", "320000", 1)
    assert f'<a href="{area["href"]}">1</a>' in page
    assert client.get(area["href"]).status_code == 200


def test_editions_are_drawn_with_their_dates(client):
    """And lead to their pages."""
    (series,) = told(client.get("/").text)["series"]
    (moment,) = series["moments"]
    assert (moment["from"], moment["to"], moment["status"]) == ("2021-04-15", "2021-04-15", "asserted")
    assert client.get(moment["href"]).status_code == 200


@pytest.mark.parametrize(("language", "class_"), [("en", "Company"), ("zh-Hans", "企业"), ("zh-Hant", "企業")])
def test_classes_are_in_the_language_of_the_page(client, language, class_):
    """In the chart as in the table."""
    page = client.get("/", params={"lang": language}).text
    assert class_ in [one["label"] for one in told(page)["classes"]]


def test_a_list_is_had_as_a_file(client):
    """As CSV and as JSON; a format or a list that there is not is told."""
    answer = client.get("/?format=csv&of=provinces")
    assert "attachment" in answer.headers["content-disposition"]
    rows = list(csv.DictReader(io.StringIO(answer.text.removeprefix("\ufeff"))))
    assert [row["count"] for row in rows] == ["1"]
    assert client.get("/?format=json&of=provinces").json()[0]["code"] == "320000"
    assert client.get("/?format=xls").status_code == 404
    assert "classes" in client.get("/?format=csv&of=nothing").text


def test_what_is_hostile_is_text(client):
    """A firm of such a name is among the best connected, and comes in as text."""
    page = client.get("/").text
    assert "onerror=alert(2)&gt;" in page
    assert "<img" not in page
