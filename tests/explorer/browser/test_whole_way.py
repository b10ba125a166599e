"""The whole way through the explorer in a browser, over made-up builds of fifty, a thousand and twenty thousand things."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import networkx as nx
import pytest

from benchmarks.drawing import write_build
from benchmarks.world import world
from graph.model import Knowledge
from graph.script import simplified

from ..served import PATIENCE

FACTS = {"en": "Facts", "zh-Hans": "事实"}


@dataclass(frozen=True)
class Site:
    """A server, what it serves, and what is known of that without it."""

    address: str
    known: Knowledge

    @property
    def links(self) -> nx.Graph:
        """What is linked with what."""
        return nx.Graph((one.subject, str(one.object)) for one in self.known.statements)

    def leaf_and_hub(self) -> tuple[str, str]:
        """The best connected thing, and before it one that only it is linked with."""
        links = self.links
        hub = max(links, key=links.degree)
        return next(one for one in links[hub] if links.degree(one) == 1), hub

    def name(self, id: str) -> str:
        return self.known.entity(id).name


@pytest.fixture(scope="session", params=[50, 1000, 20_000], ids="{:,} things".format)
def made_up(request, server, tmp_path_factory) -> Site:
    """A server over a made-up build of so many things."""
    known = world(request.param)
    return Site(server(write_build(known, tmp_path_factory.mktemp("made-up"))), known)


@pytest.fixture
def expect():
    """What waits until something holds, and long: the machine may be busy, and a large build is read when it is first asked."""
    expect = pytest.importorskip("playwright.sync_api").expect
    expect.set_options(timeout=1000 * PATIENCE)
    yield expect
    expect.set_options(timeout=None)


def drawn(page, made_up, end):
    """The graph view, once it stands."""
    page = page(f"{made_up.address}/graph{end}")
    page.locator("[data-ready=true]").wait_for()
    return page


def seen(page):
    """How many things and facts the graph view says that it shows."""
    return [int(number.replace(",", "")) for number in re.findall(r"\d[\d,]*", page.locator("#seen").text_content())]


@pytest.mark.parametrize("language", ["en", "zh-Hans"])
def test_from_search_to_the_evidence(open_page, expect, made_up, language):
    """Typed in the other script, chosen by keys; a fact of the thing, its sentence, and the sentence marked in its article."""
    leaf, hub = made_up.leaf_and_hub()
    page = open_page(f"{made_up.address}/?lang={language}")
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.keyboard.press("/")
    page.keyboard.type(simplified(made_up.name(leaf)))
    expect(page.get_by_role("option").first).to_contain_text(made_up.name(leaf))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(made_up.name(leaf))
    facts = page.get_by_role("region", name=FACTS[language], exact=False).first
    fact = facts.get_by_role("listitem").filter(has_text=made_up.name(hub)).first
    (said,) = [one for one in made_up.known.statements if {one.subject, str(one.object)} == {leaf, hub}]
    sentence = fact.get_by_role("blockquote")
    expect(sentence).to_contain_text(said.evidence[0].quote)
    assert {made_up.name(leaf), made_up.name(hub)} == set(sentence.locator("mark").all_text_contents())
    sentence.get_by_role("link").click()
    expect(page.locator("#passage")).to_be_in_viewport()
    marked = "".join(page.locator(".text mark").all_text_contents())
    assert marked == said.evidence[0].quote


def test_expand_filter_and_undo(open_page, expect, made_up):
    """From a thing to its neighbour's neighbours by a relation; a class is switched off, and on again by undo."""
    leaf, hub = made_up.leaf_and_hub()
    page = drawn(open_page, made_up, f"#start={quote(leaf)}")
    expect(page.locator("#seen")).to_have_text(re.compile("2 things, 1 fact"))
    details = page.get_by_role("complementary", name="Details")
    details.locator("summary").first.click()
    details.get_by_role("button", name=made_up.name(hub)).click()
    expect(details.get_by_role("heading", level=2)).to_have_text(made_up.name(hub))
    way = details.get_by_role("group").filter(has=page.get_by_text("+", exact=False)).first
    way.locator("summary").click()
    more = way.get_by_role("button", name=re.compile("add")).first
    added = int(re.search(r"\d+", more.text_content())[0])
    more.click()
    expect(page.locator("#seen")).to_contain_text(f"{2 + added} things")
    legend = page.get_by_role("complementary", name="Legend and filters")
    name, off = re.fullmatch(r"(.*\D)(\d+)", legend.get_by_role("button", pressed=True).first.text_content()).groups()
    switch = legend.get_by_role("button", name=re.compile(rf"^{name} \d+$"))
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "false")
    assert seen(page)[0] <= 2 + added - int(off)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#seen")).to_contain_text(f"{2 + added} things")


def test_a_path(open_page, expect, made_up):
    """Between two things that are far apart: as many steps as there are without a browser."""
    links = made_up.links
    leaf, _ = made_up.leaf_and_hub()
    distances = nx.single_source_shortest_path_length(links, leaf)
    far = max((one for one in distances if distances[one] <= 12), key=distances.get)
    page = drawn(open_page, made_up, f"#start={quote(leaf)}")
    page.get_by_role("button", name="Path to …").click()
    page.get_by_label("To", exact=True).fill(made_up.name(far))
    expect(page.get_by_role("listbox").get_by_role("option").first).to_contain_text(made_up.name(far))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name=f"Paths · {distances[far]} steps")).to_be_visible()
    path = page.locator(".paths li").first
    expect(path.get_by_role("button").last).to_have_text(made_up.name(far))
    assert path.get_by_role("button").count() == distances[far] + 1


def test_a_query_and_its_file(open_page, expect, made_up):
    """The named query of a thing's relations has a row for each, the file too, and a drawing."""
    leaf, hub = made_up.leaf_and_hub()
    page = open_page(f"{made_up.address}/queries/relations")
    page.get_by_label("the thing").fill(made_up.name(leaf))
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Ask").click()
    page.wait_for_url("**thing=*")
    answer = page.get_by_role("region", name="Answer")
    expect(answer.get_by_role("row").filter(has_text=made_up.name(hub))).to_have_count(1)
    with page.expect_download() as told:
        answer.get_by_role("link", name="CSV").click()
    _, *rows = Path(told.value.path()).read_text("utf-8-sig").splitlines()
    assert len(rows) == 1
    assert made_up.name(hub) in rows[0]
    answer.get_by_role("link", name="graph").click()
    expect(page.locator("#seen")).to_contain_text("2 things")


def test_everything_is_drawn_and_listed(open_page, expect, made_up):
    """From groups, which have as many things as the build, to all things; what is seen is a file with a row for each."""
    count = len(made_up.known.entities)
    page = drawn(open_page, made_up, "")
    expect(page.locator("#seen")).to_have_text(f"8 groups of {count:,} things")
    page.get_by_role("group", name="Views").get_by_role("button", name="Everything").click()
    expect(page.locator("#seen")).to_have_text(f"{count:,} things, {len(made_up.known.statements):,} facts")
    rows = saved(page, "Things (CSV)").splitlines()
    assert len(rows) == 1 + count
    assert {one.name for one in made_up.known.entities} == {row.partition(",")[0] for row in rows[1:]}


def test_what_is_seen_is_saved_with_its_evidence(open_page, made_up):
    """As Turtle: the two things that are drawn, what links them, and the sentence."""
    leaf, hub = made_up.leaf_and_hub()
    turtle = saved(drawn(open_page, made_up, f"#start={quote(leaf)}"), "Turtle")
    (said,) = [one for one in made_up.known.statements if {one.subject, str(one.object)} == {leaf, hub}]
    for text in (made_up.name(leaf), made_up.name(hub), said.evidence[0].quote):
        assert f'"{text}"' in turtle


def saved(page, form):
    """What a form of "Save" gives."""
    with page.expect_download() as told:
        page.locator("#tool-save").click()
        page.get_by_role("button", name=form).click()
    return Path(told.value.path()).read_text("utf-8-sig")
