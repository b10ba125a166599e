"""What the page gives away, in a real browser: a link, pictures, tables, Turtle; hostile names included."""

from __future__ import annotations

import csv
import io

import pytest
import rdflib
from lxml import etree
from rdflib.namespace import RDF, RDFS

from graph.model import BASE, Evidence, Literal, Period
from graph.ontology import ZM, load_ontology
from graph.page import write_page
from graph.rdf import write_graphs

from .made_up import Reporter, entity, gathered, knowledge

SVG = "{http://www.w3.org/2000/svg}"
FIRM = entity("Company", "澄嵐機器人股份有限公司", "澄嵐機器人")
GOOD = entity("Product", "協作機械臂")
FAIR = entity("FairEdition", "第二屆蘇州國際機器人博覽會")
CITY = entity("City", "蘇州")
PROVINCE = entity("Province", "江蘇省", background=True)
LARGE = knowledge(320)
EVIL = "<img src=x onerror=\"document.title='ran'\"></text><script>document.title='ran'</script>"
FORMULA = '=HYPERLINK("http://example.org","甲")'
ODD = "\\\"\n'''\t\u0001\u2028 @prefix : <x> ."


@pytest.fixture(scope="module")
def small():
    report = Reporter(0, "機器人展開幕")
    said = report.say((FIRM, "澄嵐機器人"), "在", FAIR, "帶來", GOOD, "。")
    report.state(FIRM, "exhibits", GOOD, said, qualifiers=(("edition", FAIR.id),))
    report.state(FIRM, "develops", GOOD, said, confidence=0.55)
    said = report.say("博覽會在", CITY, "舉行。")
    held = Evidence(said.document, said.start, said.end, said.quote, said.extractor, said.score, time=Period("2024-05"))
    report.state(FAIR, "heldIn", CITY, held)
    report.state(FIRM, "foundedOn", Literal("2011", "gYear"), report.say(FIRM, "成立於2011年。"))
    return gathered([report], [FIRM, GOOD, FAIR, CITY, PROVINCE], [(CITY.id, "partOf", PROVINCE.id)])


@pytest.fixture(scope="module")
def hostile():
    """Names and sentences that are markup, a formula, and what Turtle would take for its own."""
    firm, good, other = entity("Company", EVIL), entity("Product", FORMULA), entity("Product", ODD)
    report = Reporter(0, EVIL + FORMULA)
    report.state(firm, "exhibits", good, report.say(good, "由", firm, "展出。"), qualifiers=(("role", ODD),))
    report.state(firm, "exhibits", other, report.say(firm, "展出", other, "。"))
    return gathered([report], [firm, good, other], [])


def visible(page):
    return set(page.evaluate("zhimai.visible().nodes"))


def saved(page, kind):
    """The bytes of the file that a button of the dialog gives, and its name."""
    page.keyboard.press("g")
    page.keyboard.press("s")
    with page.expect_download() as told:
        page.locator(f"#save [data-save={kind}]").click()
    return told.value.path().read_bytes(), told.value.suggested_filename


def offset(page, id, other):
    """How far one node stands from another, in the drawing's own measure."""
    ends = "[a, b].map((id) => zhimai.where(id))"
    unit = "zhimai.onStage({ x: 1000, y: 0 }).x - zhimai.onStage({ x: 0, y: 0 }).x"
    return page.evaluate(
        f"([a, b]) => {{ const [p, q] = {ends}; const u = {unit}; return [(p.x - q.x) * 1000 / u, (p.y - q.y) * 1000 / u]; }}",
        [id, other],
    )


def statements(graph):
    return set(graph.subjects(RDF.type, rdflib.URIRef(ZM + "Statement")))


def test_a_link_restores_the_whole_view(open_page, small):
    """What is hidden, pinned, limited, coloured, selected and shown as it is shown; compact."""
    page = open_page(small)
    page.evaluate("id => zhimai.focus(id)", FIRM.id)
    page.evaluate("([id, p]) => zhimai.expand(id, p)", [FAIR.id, "heldIn"])
    page.evaluate("id => zhimai.hide(id)", GOOD.id)
    page.locator("#sureness").fill("0.6")
    page.locator("#legend .relations .switch", has_text="研發").click()
    page.evaluate("id => zhimai.select(id)", FAIR.id)
    page.keyboard.press("d")
    address = page.evaluate("location.hash")
    again = open_page(small, anchor=address)
    assert visible(again) == visible(page)
    for one in visible(page):
        assert offset(again, one, FIRM.id) == pytest.approx(offset(page, one, FIRM.id), abs=2)
    assert again.evaluate("zhimai.pinned()") == [FAIR.id]
    assert again.locator("#panel h2").inner_text() == FAIR.name
    assert again.locator("#sureness").input_value() == "0.6"
    assert again.locator("#legend .relations .switch", has_text="研發").get_attribute("aria-pressed") == "false"
    assert again.evaluate("location.hash") == address
    assert len(address) < 160


def test_a_link_to_a_path_and_one_to_a_limited_overview(open_page):
    """The path is found again; an overview keeps its limits and its colours."""
    page = open_page(LARGE)
    firm, city = (next(s for s in LARGE.facts() if s.predicate == "locatedIn").subject, "city/合肥")
    page.evaluate("([a, b]) => zhimai.path(a, b)", [firm, city])
    again = open_page(LARGE, anchor=page.evaluate("location.hash"))
    assert visible(again) == visible(page)
    assert again.locator("#panel .paths li").count() > 0
    page.evaluate("zhimai.view('/community')")
    page.locator("#sureness").fill("0.75")
    again = open_page(LARGE, anchor=page.evaluate("location.hash"))
    assert visible(again) == visible(page)
    assert again.evaluate("zhimai.visible().edges.length") == page.evaluate("zhimai.visible().edges.length")


@pytest.mark.parametrize(
    "address",
    [
        "#/whole?h=AAAA&f=%%%&p=x&s=nine&y=a-b&c=<script>&k=red&w=zz",
        "#/whole?f=" + "A" * 4000,
        "#/nowhere?s=1",
        "#%E0%A4%A?x",
    ],
)
def test_a_broken_link_breaks_nothing(open_page, small, address):
    """What this page does not know is left out."""
    page = open_page(small, anchor=address)
    assert FIRM.id in visible(page)
    assert page.complaints == []


def test_the_picture_is_saved_as_svg_with_its_words_and_its_legend(open_page, small):
    """Well-formed, names and relations as text, a title, what colours mean; in light colours also where it is dark."""
    page = open_page(small)
    page.emulate_media(color_scheme="dark")
    data, name = saved(page, "svg")
    root = etree.fromstring(data)
    texts = ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]
    assert name == "zhimai.svg"
    assert CITY.name in texts
    assert "舉辦於" in texts
    assert any(text.startswith("企業 1") for text in texts)
    assert len(list(root.iter(f"{SVG}line"))) == page.evaluate("zhimai.visible().edges.length") + 1  # one in the legend
    assert not [one for one in root.iter(f"{SVG}g") if (one.text or "").strip()]
    assert {one.text for one in root.iter(f"{SVG}title")} >= {FIRM.name, GOOD.name, CITY.name}
    assert root.find(f"{SVG}rect").get("fill") == "#fff"


def test_an_overview_is_saved_as_a_picture_too(open_page):
    """With the names of its groups; its legend counts the names that they stand for."""
    page = open_page(LARGE)
    data, _ = saved(page, "svg")
    texts = {"".join(one.itertext()) for one in etree.fromstring(data).iter(f"{SVG}text")}
    assert {"企業", f"企業 {sum(one.type == 'Company' for one in LARGE.entities)}"} <= texts


def test_the_picture_is_saved_as_png(open_page, small):
    """Of the size of the drawing, twice as sharp, and something is on it."""
    page = open_page(small)
    data, name = saved(page, "png")
    assert name == "zhimai.png"
    assert data.startswith(b"\x89PNG\r\n")
    assert int.from_bytes(data[16:20]) >= 1920
    assert len(data) > 20_000
    assert page.complaints == []


def test_the_statements_are_saved_as_a_table(open_page, small):
    """A row a sentence, in UTF-8 with its mark; limits and legend hold; the year of founding is there too."""
    page = open_page(small)
    page.locator("#sureness").fill("0.6")
    data, name = saved(page, "csv")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert name == "zhimai.csv"
    assert data.startswith(b"\xef\xbb\xbf")
    assert rows[0][:5] == ["主語", "關係", "賓語", "狀態", "置信度"]
    assert [row[:3] for row in rows[1:]] == [
        [FIRM.name, "展出", GOOD.name],
        [FAIR.name, "舉辦於", CITY.name],
        [FIRM.name, "成立時間", "2011"],
        [CITY.name, "屬於", PROVINCE.name],
    ]
    shown = dict(zip(rows[0], rows[1], strict=True))
    assert shown["原句"] == f"澄嵐機器人在{FAIR.name}帶來{GOOD.name}。"
    assert shown["限定語"] == f"屆次 {FAIR.name}"
    assert shown["主語 IRI"] == BASE + FIRM.id
    assert rows[2][5] == "2024-05"


def test_an_overview_gives_the_statements_of_all_its_names(open_page):
    """One sees groups and saves what they stand for."""
    page = open_page(LARGE)
    rows = list(csv.reader(io.StringIO(page.evaluate("zhimai.csv()").lstrip("\ufeff"), newline="")))
    assert len(rows) > sum(1 for _ in LARGE.facts())


def test_turtle_of_what_is_seen_is_a_part_of_the_builds_graph(open_page, small, tmp_path):
    """Every triple of it stands in graph.ttl, with the same IRIs; what is hidden is not in it."""
    known = load_ontology()
    write_graphs(small, known, tmp_path)
    whole = rdflib.Graph().parse(tmp_path / "graph.ttl")
    page = open_page(small)
    data, name = saved(page, "turtle")
    seen = rdflib.Graph().parse(data=data, format="turtle")
    assert name == "zhimai.ttl"
    assert set(seen) <= set(whole)
    assert statements(seen) == statements(whole)
    quotes = set(seen.objects(None, rdflib.URIRef(ZM + "quote")))
    assert rdflib.Literal(f"博覽會在{CITY.name}舉行。", lang="zh-Hant") in quotes
    page.evaluate("id => zhimai.hide(id)", CITY.id)
    fewer = rdflib.Graph().parse(data=page.evaluate("zhimai.turtle()"), format="turtle")
    assert len(statements(fewer)) == len(statements(seen)) - 1
    assert rdflib.URIRef(BASE + CITY.id) not in set(fewer.subjects())


def test_turtle_follows_a_base_and_an_ontology_of_ones_own(open_page, small, tmp_path, browser):
    """The IRIs begin where the build's do."""
    write_page(small, load_ontology(), tmp_path / "own.html", base="https://data.example/x#")
    page = browser.new_page()
    page.goto((tmp_path / "own.html").as_uri())
    page.wait_for_function("window.zhimai !== undefined")
    seen = rdflib.Graph().parse(data=page.evaluate("zhimai.turtle()"), format="turtle")
    assert rdflib.URIRef(f"https://data.example/x#{FIRM.id}") in set(seen.subjects())
    page.close()


def test_hostile_names_are_only_text_in_a_picture(open_page, hostile):
    """No element comes of them, and what XML cannot hold is replaced."""
    page = open_page(hostile)
    root = etree.fromstring(page.evaluate("zhimai.svg()").encode())
    tags = {one.tag.removeprefix(SVG) for one in root.iter()}
    assert tags <= {"svg", "title", "rect", "g", "text", "line", "polygon", "path", "circle"}
    assert EVIL in {one.text for one in root.iter(f"{SVG}title")}
    data, _ = saved(page, "png")
    assert data.startswith(b"\x89PNG")
    assert page.title() == "知脈 Zhimai：知識圖譜"
    assert page.complaints == []


def test_hostile_names_are_no_formulas_in_a_table(open_page, hostile):
    """A cell that a spreadsheet would run begins with the apostrophe that it hides; quotes and line ends stay inside."""
    page = open_page(hostile)
    rows = list(csv.reader(io.StringIO(page.evaluate("zhimai.csv()").lstrip("\ufeff"), newline="")))
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows for cell in row]
    assert "'" + FORMULA in cells
    assert EVIL in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]


def test_hostile_names_stay_literals_in_turtle(open_page, hostile):
    """Quotes, line ends and prefixes in a name end nothing; it reads back as it was."""
    page = open_page(hostile)
    seen = rdflib.Graph().parse(data=page.evaluate("zhimai.turtle()"), format="turtle")
    labels = {str(one) for one in seen.objects(None, RDFS.label)}
    assert {EVIL, FORMULA, ODD.replace("\u0001", "\ufffd")} <= labels
    assert len(statements(seen)) == 2


def test_the_table_lists_what_is_seen(open_page, small):
    """A real table with a caption; a name in it opens the panel; what is hidden leaves it."""
    page = open_page(small)
    page.locator("#views [data-key=table]").click()
    table = page.locator("#table table")
    assert table.locator("caption").count() == 1
    assert table.locator("thead th[scope=col]").count() == 8
    assert table.locator("tbody tr").count() == 5
    assert f"博覽會在{CITY.name}舉行。" in table.inner_text()
    table.locator("tbody .name", has_text=GOOD.name).first.click()
    assert page.locator("#panel h2").inner_text() == GOOD.name
    page.evaluate("id => zhimai.hide(id)", GOOD.id)
    assert table.locator("tbody tr").count() == 3
    page.keyboard.press("g")
    page.keyboard.press("t")
    assert page.locator("#table").is_hidden()


def test_a_table_is_sorted_by_any_column(open_page, small):
    """Once up, once down, and it says so to screen readers; by keys too."""
    page = open_page(small)
    page.keyboard.press("t")
    head = page.locator("#table th", has_text="置信度")
    head.locator("button").focus()
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    page.keyboard.press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    cells = page.locator("#table tbody tr td:nth-child(5)").all_inner_texts()
    assert cells == ["0.90", "0.90", "0.90", "0.55", "–"]


def test_a_long_table_comes_in_parts(open_page):
    """Names by what they have; the rest waits behind a button."""
    page = open_page(LARGE)
    page.keyboard.press("t")
    page.locator("#table [data-key=table-names]").click()
    rows = page.locator("#table tbody tr")
    assert rows.count() == 200
    page.locator("#table .more").click()
    assert 200 < rows.count() <= len(LARGE.entities)
    page.locator("#table th button", has_text="相鄰名稱").click()
    page.locator("#table th button", has_text="相鄰名稱").click()
    counts = [int(text) for text in page.locator("#table tbody tr td:nth-child(3)").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)


def test_hostile_names_are_only_text_in_the_table(open_page, hostile):
    """As everywhere."""
    page = open_page(hostile)
    page.keyboard.press("t")
    assert EVIL in page.locator("#table").inner_text()
    assert page.locator("#table img, #table script").count() == 0
    assert page.complaints == []


def test_the_link_can_be_copied(open_page, small):
    """It stands in a field, and a button copies it."""
    page = open_page(small)
    page.evaluate("id => zhimai.hide(id)", GOOD.id)
    page.keyboard.press("g")
    page.keyboard.press("s")
    field = page.locator("#save .copy input")
    assert field.input_value() == page.evaluate("location.href")
    assert "?h=" in field.input_value()
    page.locator("#save .copy button").click()
    assert page.locator("#live").inner_text() == "已複製"
