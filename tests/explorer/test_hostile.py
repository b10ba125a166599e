"""What a hostile page, a hostile link or a clumsy program sends: refused in a line, and the server lives."""

from __future__ import annotations

import pytest
from lxml import html
from small import FIRM, SUZHOU

from graph.explorer.pages import Pages

from .served import serving

POSTED = ("start", "whole", "add", "group", "belonging", "paths", "query", "turtle", "table", "check")
FIELDS = {
    "start": "ids around",
    "add": "ids have",
    "group": "by key limit start have related",
    "paths": "from to limit without confidence background",
    "whole": "limit",
    "query": "name values sparql limit",
    "turtle": "nodes edges",
    "belonging": "by ids",
}
PLAIN = {"Accept": "text/plain"}


def posted(client, path, body):
    """One line of plain text, whatever is wrong."""
    answer = client.post(f"/api/{path}", content=body)
    if answer.status_code != 200:
        assert answer.headers["content-type"] == "text/plain; charset=utf-8"
        assert len(answer.text) < 1000
    return answer


@pytest.mark.parametrize("path", POSTED)
@pytest.mark.parametrize(
    "body",
    [
        "[",
        "null",
        "[]",
        "1e308",
        '{"ids": ' + "[" * 200_000,
        "[" * 200_000,
        '{"limit": NaN, "sparql": "ASK {}", "name": "fairs"}',
        '{"ids": ["\\ud800"], "by": "class", "key": "\\udfff", "from": "\\ud800", "to": "\\ud800", "sparql": "\\ud800"}',
        '{"limit": ' + "9" * 5000 + "}",
        b"\xff\xfe",
    ],
)
def test_what_is_no_json_object_is_refused(client, path, body):
    """Nesting without end, numbers that JSON has not, half characters, other encodings: 400, not a failure."""
    assert posted(client, path, body).status_code == 400


@pytest.mark.parametrize(
    "value", ["-1", "1.5", "true", '"x"', "1000000000001", "[[[1]]]", '{"a": 1}', "[null]", "1e308"]
)
def test_fields_of_another_kind_are_refused_or_not_asked_for(client, value):
    """A number where a list is wanted, a list where a number is, and numbers beyond all sense."""
    usual = (
        f'"ids": [], "by": "class", "key": "Company", "from": "{FIRM.id}", "to": "{SUZHOU.id}", "sparql": "ASK {{}}"'
    )
    for path, fields in FIELDS.items():
        for field in fields.split():
            assert posted(client, path, f'{{{usual}, "{field}": {value}}}').status_code in (200, 400, 404)


def test_no_path_is_wanted(client):
    """None at all is a number of paths too."""
    answer = client.post("/api/paths", json={"from": FIRM.id, "to": SUZHOU.id, "limit": 0})
    assert answer.json()["paths"] == []


def test_a_query_to_be_drawn_is_no_file(client, tmp_path, monkeypatch):
    """A name with .rq is a file of one's own on the terminal alone; a script could read others' files by it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.rq").write_text("SELECT ?x { ?x a zm:Company }")
    for name in ("own.rq", "./own.rq", f"../{tmp_path.name}/own.rq", str(tmp_path / "own.rq"), r"\\host\share\own.rq"):
        answer = client.post("/api/query", json={"name": name})
        assert answer.status_code == 404
        assert "no query" in answer.text


def test_an_id_without_end_is_refused_in_a_short_line(client):
    """It is not repeated whole, and not compared with every name."""
    answer = client.get("/api/around", params={"id": "org/" + "甲" * 5000})
    assert answer.status_code == 404
    assert len(answer.text) < 300


def test_no_link_of_a_page_leads_to_another_host(client):
    """Two slashes at the beginning of an address would, where the page repeats it for another language."""
    page = html.fromstring(client.get("http://127.0.0.1:8000//evil.example/x", headers={"Accept": "text/html"}).content)
    links = [link.get("href") for link in page.iter("a")]
    assert "/evil.example/x?lang=en" in links
    assert not [link for link in links if link.startswith(("//", "http"))]


def test_a_mistake_of_ours_in_a_room_is_a_line(small, monkeypatch):
    """500 that says what and where, and no trace of the source; the next page is there."""

    def page(*_, **__):
        raise KeyError("甲")

    with serving(small) as client:
        with monkeypatch.context() as patch:
            patch.setattr(Pages, "page", page)
            answer = client.get("/queries", headers=PLAIN)
        assert answer.status_code == 500
        assert "KeyError" in answer.text
        assert answer.text.count("\n") == 1
        assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
        assert client.get("/queries").status_code == 200


@pytest.mark.parametrize(
    "query", ["?lang=%0d%0aSet-Cookie:+a=b", "?lang=" + "x" * 5000, "?theme=%22onload=", "?lang=zh&theme=dark"]
)
def test_a_foreign_link_sets_no_more_than_a_language_and_a_theme(client, query):
    """Whatever it says, the cookie holds one of the words that we know."""
    client.cookies.clear()
    cookies = client.get(f"/queries{query}").headers.get_list("set-cookie")
    client.cookies.clear()
    values = {cookie.partition(";")[0].partition("=")[2] for cookie in cookies}
    assert values <= {"en", "zh-Hans", "zh-Hant", "light", "dark", "", '""'}
    assert all("samesite=strict" in cookie.lower() for cookie in cookies)
