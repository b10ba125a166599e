"""Who reads: language, script and colours."""

from __future__ import annotations

import pytest
from starlette.requests import Request

from graph.explorer.reader import Reader, reader_of, words
from graph.script import traditional


def request(query: str = "", **headers: str) -> Request:
    """A request with a query and headers."""
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return Request({"type": "http", "query_string": query.encode(), "headers": raw})


@pytest.mark.parametrize(
    ("query", "headers", "expected"),
    [
        ("", {}, Reader("en")),
        ("lang=zh", {}, Reader("zh-Hans")),
        ("", {"accept_language": "zh-HK,zh;q=0.8"}, Reader("zh-Hant")),
        ("", {"accept_language": "de", "cookie": "zhimai-language=zh-Hans"}, Reader("zh-Hans")),
        ("lang=en&theme=dark", {"cookie": "zhimai-language=zh-Hans; zhimai-theme=light"}, Reader("en", "dark")),
        ("theme=system", {"cookie": "zhimai-theme=light"}, Reader("en", "")),
        ("lang=%00<script>&theme=<b>", {}, Reader("en", "")),
    ],
)
def test_the_address_goes_before_the_cookie_before_the_browser(query, headers, expected):
    """What is no language and no theme is none."""
    assert reader_of(request(query, **headers)) == expected


def test_a_text_is_given_in_the_readers_language():
    """Simplified titles are converted for who reads traditional script; the best there is, where it lacks."""
    titles = {"en": "Firms by province", "zh": "各省企业"}
    assert [Reader(tag).spoken(titles) for tag in ("en", "zh-Hans", "zh-Hant")] == [
        "Firms by province",
        "各省企业",
        "各省企業",
    ]
    assert Reader("zh-Hant").spoken({"en": "only"}) == "only"
    assert Reader("en").spoken({}) == ""


def test_a_rooms_words_stand_beside_those_of_all():
    """In each language; traditional ones are made of the simplified ones."""
    assert words("start", "en")["overview"] == "Overview"
    simplified = words("start", "zh-Hans")["title"]
    assert words("start", "zh-Hant")["title"] == traditional(simplified) != simplified
