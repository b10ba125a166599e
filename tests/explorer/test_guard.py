"""Who may ask, and what every answer says to a browser."""

from __future__ import annotations

import pytest
from lxml import html

from .served import HERE, NEEDS_SCRIPTS, serving

TOKEN = "a-token-for-the-tests-only"  # noqa: S105 it opens nothing
ASK = {"query": "ASK {}"}


@pytest.fixture(scope="module")
def private(small):
    """The application for other machines, with a token."""
    with serving(small, loopback=False, token=TOKEN) as client:
        yield client


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/sparql",
        "/sparql?query=ASK%7B%7D",
        "/sparql?query=no",
        "/queries/documents",
        "/ask?query=no",
        "/graph",
        "/api/schema",
        "/style/common.css",
        "/static/manifest.json",
        "/none",
        "/../",
    ],
)
def test_every_answer_is_guarded(client, path):
    """Scripts of our own only, no frame, no guess at the type, no referrer: on pages, answers and refusals alike."""
    headers = client.get(path).headers
    policy = headers["content-security-policy"].split("; ")
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert not [one for one in policy if "unsafe" in one or "http" in one or "*" in one]
    assert "frame-ancestors 'none'" in policy
    assert (headers["x-content-type-options"], headers["referrer-policy"]) == ("nosniff", "no-referrer")
    assert (headers["x-frame-options"], headers["cache-control"]) == ("DENY", "no-store")


@NEEDS_SCRIPTS
def test_only_a_bundled_script_is_kept(client):
    """Its name has a digest of what is in it; everything else is asked for anew."""
    script = html.fromstring(client.get("/").content).find(".//script[@type='module']").get("src")
    answer = client.get(script)
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert "immutable" in answer.headers["cache-control"]


def test_what_styles_must_show_is_new_each_time(client):
    """The nonce of one answer is of no use for the next."""
    first, second = (client.get("/").headers["content-security-policy"] for _ in range(2))
    assert "'nonce-" in first
    assert first != second


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8000", "localhost:9", "LOCALHOST", "127.1.2.3:1", "[::1]:8000"]
)
def test_names_of_this_machine_are_answered(client, host):
    """Whatever the port, since it may be forwarded."""
    assert client.get("/sparql", params=ASK, headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "", "127.0.0.1@x"]
)
def test_a_name_that_leads_here_is_not_answered(client, host):
    """DNS rebinding: a name of somebody else's that resolves to this machine."""
    assert client.get("/sparql", params=ASK, headers={"Host": host}).status_code == 421


@pytest.mark.parametrize(
    "origin", ["http://localhost:3000", "http://127.0.0.1:8080", "https://localhost", "http://[::1]:1"]
)
def test_pages_on_this_machine_may_ask(client, origin):
    """CORS for loopback, whatever the port, and the preflight before a POST of SPARQL."""
    answer = client.get("/sparql", params=ASK, headers={"Origin": origin, "Sec-Fetch-Site": "cross-site"})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (200, origin)
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    before = client.options("/sparql", headers={"Origin": origin, **asked})
    assert (before.status_code, before.headers["access-control-allow-origin"]) == (200, origin)
    assert "POST" in before.headers["access-control-allow-methods"]
    assert "content-type" in before.headers["access-control-allow-headers"]


@pytest.mark.parametrize(
    "origin", ["https://evil.example", "http://localhost.evil.example", "null", "http://127.0.0.1.x"]
)
def test_pages_of_other_sites_may_not_ask(client, origin):
    """Neither by a request nor by asking before."""
    asked = {"Origin": origin, "Access-Control-Request-Method": "POST"}
    for answer in (
        client.get("/sparql", params=ASK, headers={"Origin": origin}),
        client.options("/sparql", headers=asked),
    ):
        assert answer.status_code == 403
        assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("path", ["/", "/api/schema", "/entity/x", "/style/common.css", "/none"])
def test_pages_on_this_machine_may_ask_the_endpoint_alone(client, path):
    """Another program's page neither reads our pages nor what is told to their scripts; ours, behind a proxy too, may."""
    theirs = {"Origin": "http://localhost:3000", "Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"}
    asked = {"Access-Control-Request-Method": "POST", "Access-Control-Request-Headers": "content-type"}
    for answer in (client.get(path, headers=theirs), client.options(path, headers=theirs | asked)):
        assert answer.status_code == 403
        assert "access-control-allow-origin" not in answer.headers
    ours = theirs | {"Sec-Fetch-Site": "same-origin"}
    assert client.get(path, headers=ours).status_code != 403


@pytest.mark.parametrize("origin", ["https://evil.example", "http://localhost:3000", "null"])
@pytest.mark.parametrize("type", ["application/json", "text/plain", "application/x-www-form-urlencoded"])
def test_what_other_sites_post_is_refused(client, origin, type):
    """Also what a form can send, of which a browser asks nobody before."""
    headers = {"Origin": origin, "Sec-Fetch-Site": "cross-site", "Content-Type": type}
    assert client.post("/api/whole", content="{}", headers=headers).status_code == 403


def test_a_picture_of_another_site_may_not_ask_but_a_link_may(client):
    """What a browser says of who asks tells them apart."""
    picture = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    assert client.get("/sparql", params=ASK, headers=picture).status_code == 403
    link = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    assert client.get("/", headers=link).status_code == 200


def test_the_own_form_may_ask(client):
    """A browser that sends no referrer sends no origin with it either."""
    own = {"Origin": "null", "Sec-Fetch-Site": "same-origin"}
    assert client.post("/sparql", data=ASK, headers=own).status_code == 200


@pytest.mark.parametrize("path", ["/", "/sparql?query=ASK%7B%7D", "/explorer.css", "/none"])
@pytest.mark.parametrize(
    "headers", [{}, {"Authorization": "Bearer wrong"}, {"Authorization": TOKEN}, {"Cookie": f"zhimai={TOKEN}"}]
)
def test_without_the_token_nothing_is_answered(private, path, headers):
    """401, also where a page would be missing."""
    answer = private.get(path, headers=headers)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert TOKEN not in answer.text


def test_a_program_shows_the_token_each_time(private):
    """In the header, from wherever it asks."""
    headers = {"Authorization": f"Bearer {TOKEN}", "Host": "build.example"}
    assert private.get("/sparql", params=ASK, headers=headers).status_code == 200


def test_a_browser_shows_the_token_once(private):
    """In the address, which is left at once for one without it; a cookie that is not the token opens the rest."""
    answer = private.get("/queries/documents", params={"token": TOKEN, "lang": "zh"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/queries/documents?lang=zh")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert TOKEN not in cookie
    private.cookies.clear()
    assert private.get("/", headers={"Cookie": cookie.partition(";")[0]}).status_code == 200


def test_a_token_stays_in_no_address(private):
    """Who has the cookie already is sent on too, so that no link of the page holds the token."""
    cookie = private.get("/", params={"token": TOKEN}).headers["set-cookie"].partition(";")[0]
    private.cookies.clear()
    answer = private.get("/graph", params={"token": TOKEN}, headers={"Cookie": cookie})
    assert (answer.status_code, answer.headers["location"]) == (303, "/graph")


def test_the_way_on_leads_nowhere_else(private):
    """Two slashes at the beginning would name another host."""
    answer = private.get(f"{HERE}//evil.example/?token={TOKEN}")
    assert answer.headers["location"] == "/evil.example/"


def test_a_post_may_have_the_token_in_its_address(private):
    """It cannot be sent on."""
    answer = private.post("/sparql", params={"token": TOKEN}, data=ASK)
    assert answer.status_code == 200
