"""A build in which everything that an article or a list can say is hostile, on every page: text stays text."""

from __future__ import annotations

import base64
import json
import zlib
from dataclasses import replace
from decimal import Decimal
from urllib.parse import quote, urlencode

import pytest
from small import EDITION, FIRM, KNOWLEDGE, RIVAL, statement

from graph.model import Literal

from ..served import HOSTILE, write

SPELT = HOSTILE + "</title></style></textarea></svg>-->{{7*7}}\u202e"
ODD = "org/a\"b'<i>%2F..%3Fq#c"
ENTITY, ODD_ENTITY = (f"/entity/{quote(id, safe='/')}" for id in (FIRM.id, "org/a%22b'%3Ci%3E%2F..%3Fq%23c"))
PATHS = (
    "/",
    "/search?" + urlencode({"q": "甲"}),
    "/search?" + urlencode({"q": SPELT}),
    "/documents",
    "/document/d1?start=0&end=20#passage",
    "/queries/conflicts",
    "/queries/exhibitors?" + urlencode({"fair": SPELT}),
    "/ask?" + urlencode({"query": "SELECT * { ?s ?p ?o } LIMIT 900"}),
    "/ask?" + urlencode({"query": SPELT}),
    "/entity/" + quote(SPELT, safe=""),
    "/graph#" + urlencode({"start": FIRM.id}),
    "/graph#by=community",
    "/graph#whole",
    "/graph#" + urlencode({"sparql": SPELT}),
    ENTITY,
    ENTITY + "?property=acquires",
    ODD_ENTITY,
)
UNWANTED = """() => [
  ...document.querySelectorAll("main script, main iframe, main img, main style, main object, main base, svg script, svg foreignObject"),
  ...[...document.querySelectorAll("*")].filter((one) => one.getAttributeNames().some((name) => name.startsWith("on") || name === "srcdoc")),
  ...[...document.querySelectorAll("[href], [src], [action]")].filter((one) => !/^(https?:|blob:|data:image)/.test(one.href?.baseVal ? new URL(one.href.baseVal, location) : one.href || one.src || one.action)),
].map((one) => one.outerHTML.slice(0, 300))"""


@pytest.fixture(scope="module")
def site(server, tmp_path_factory) -> str:
    """The address of a server over it, in place of the small knowledge as it is."""
    names = {FIRM.id: SPELT, RIVAL.id: "javascript:alert(1)", EDITION.id: "=cmd|' /C calc'!A0"}
    entities = tuple(
        replace(one, name=names[one.id], aliases=(*one.aliases, SPELT + "2"), hidden=("<b>",))
        if one.id in names
        else one
        for one in KNOWLEDGE.entities
    )
    odd = replace(RIVAL, id=ODD, name="__proto__", mentions=())
    evidence = KNOWLEDGE.statements[0].evidence[0]
    more = (
        statement("h1", odd, "acquires", FIRM, evidence, qualifiers=(("edition", EDITION.id),)),
        statement("h2", FIRM, "startDate", Literal(SPELT, "string"), evidence),
    )
    figure = replace(KNOWLEDGE.figures[0], about=FIRM.id, measure=SPELT, unit="<b>\"'", share_of=SPELT, against=SPELT)
    figures = (
        replace(figure, id="h3", value=Decimal("1E+400")),
        replace(figure, id="h4", value=Decimal("1E+45")),
        replace(figure, id="h5", time=replace(KNOWLEDGE.figures[0].time, start="2022")),
    )
    first, second = KNOWLEDGE.texts
    said = {"title": SPELT, "publisher": SPELT, "byline": SPELT, "uri": SPELT}
    texts = tuple(
        replace(one, document=replace(one.document, **said, url=url))
        for one, url in ((first, "javascript:alert(1)"), (second, "https://example.org/\"'><script>"))
    )
    hostile = replace(
        KNOWLEDGE,
        texts=texts,
        entities=(*entities, odd),
        statements=(*KNOWLEDGE.statements, *more),
        figures=(*KNOWLEDGE.figures, *figures),
    )
    return server(write(tmp_path_factory.mktemp("hostile"), hostile))


@pytest.mark.parametrize("path", PATHS)
def test_hostile_data_is_text_on_every_page(open_page, site, path):
    """Nothing runs, nothing becomes an element or a link of its own, the policy is never asked, no other host either."""
    page = open_page("/queries")
    page.on("dialog", lambda dialog: page.complaints.append(f"a dialog: {dialog.message}"))
    page.goto(site + path)
    page.wait_for_load_state("networkidle")
    page.complaints[:] = [one for one in page.complaints if "status of 4" not in one]  # what is not found is told so
    assert page.get_by_role("main").is_visible()
    assert page.evaluate(UNWANTED) == []
    assert [url for url in page.requested if not url.startswith((site, "blob:", "data:"))] == []
    outside = page.locator("a[href^=http]").evaluate_all("links => links.map((link) => [link.href, link.rel])")
    assert all({"noreferrer", "noopener"} <= set(rel.split()) for _, rel in outside)


def test_an_odd_id_has_its_page_and_its_picture(open_page):
    """Its address is escaped once, by the server as by the scripts."""
    page = open_page(ODD_ENTITY)
    assert page.get_by_role("heading", level=1).inner_text() == "__proto__"
    page.goto(page.url.partition("/entity")[0] + "/graph#" + urlencode({"start": "org/a%22b'%3Ci%3E%2F..%3Fq%23c"}))
    page.locator("[data-ready]").wait_for()
    assert "org/a%22b'%3Ci%3E%2F..%3Fq%23c" in page.evaluate("zhimai.seen().things")


def packed(told: object) -> str:
    """A view as an address holds it."""
    deflate = zlib.compressobj(wbits=-15)
    text = base64.urlsafe_b64encode(deflate.compress(json.dumps(told).encode()) + deflate.flush())
    return f"/graph#v1={text.decode().rstrip('=')}"


PLACED = {"i": [FIRM.id], "p": [0, 0], "k": [0, 0, 1], "u": []}


@pytest.mark.parametrize(
    "address",
    [
        "/graph#v1=@@@@",
        "/graph#v1=AAAA",
        "/graph#%ED%A0%80&v1",
        packed(None),
        packed([]),
        packed({"i": [["\ud800"]]}),
        packed(PLACED | {"i": ["\ud800"]}),
        packed(PLACED | {"p": ["x", None]}),
        packed(PLACED | {"k": ["x", {}, -1]}),
        packed(PLACED | {"k": [0, 0, 0]}),
        packed(PLACED | {"c": "constructor"}),
        packed(PLACED | {"n": [7], "h": ["__proto__"], "f": [9], "t": [["x", 5]], "s": ["node", 12]}),
        packed(PLACED | {"w": -5}),
        packed(PLACED | {"w": "all", "g": ["zz", "1"], "m": "x"}),
        packed(PLACED | {"o": [SPELT], "y": [{}, []], "l": "x", "s": ["line", SPELT]}),
    ],
)
def test_an_address_of_garbage_leads_to_a_picture(open_page, address):
    """What cannot be read is told, and the overview is there; nothing throws."""
    page = open_page(address)
    page.locator("[data-ready]").wait_for()
    page.wait_for_load_state("networkidle")
    page.complaints[:] = [one for one in page.complaints if "status of 4" not in one]
    page.get_by_role("button", name="Class").first.click()
    page.wait_for_function("() => zhimai.view().scene === 'summary' && zhimai.seen().nodes.length > 0")


def test_an_address_that_swells_is_not_read(open_page):
    """A few thousand letters could become gigabytes; the overview is shown in place of what they say."""
    page = open_page(packed(PLACED | {"x": "0" * 20_000_000}))
    page.locator("[data-ready]").wait_for()
    assert page.evaluate("() => zhimai.view().scene") == "summary"


def test_marks_that_turn_the_direction_of_writing_end_with_the_name(open_page):
    """What follows a name stands where it belongs."""
    page = open_page(ENTITY)
    assert page.locator("a.thing").first.evaluate("link => getComputedStyle(link).unicodeBidi") == "isolate"
