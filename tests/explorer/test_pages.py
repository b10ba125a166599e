"""The plain pages: both languages, the named queries and their files, and nothing that a build says is ever run."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from lxml import html
from small import FIRM

from graph.explorer.pages import STYLE
from graph.explorer.reader import WORDS, columns, words
from graph.store import named_queries

from .reading import cells, page, unwanted
from .served import HOSTILE


@pytest.fixture(autouse=True)
def forgotten(client):
    """No test knows what another one chose."""
    yield
    client.cookies.clear()


def test_the_start_page_counts_what_there_is(client):
    """Things by class, in the language asked for."""
    assert ["Company", "2"] in cells(page(client.get("/?lang=en")))
    assert ["企业", "2"] in cells(page(client.get("/?lang=zh")))


@pytest.mark.parametrize(
    ("address", "accepted", "language"),
    [("/", "zh-CN,zh;q=0.9,en;q=0.8", "zh-Hans"), ("/", "zh-TW,zh;q=0.9", "zh-Hant"), ("/?lang=zh-Hant", "en", "zh-Hant"), ("/", "en", "en"), ("/", "", "en"), ("/?lang=en", "zh", "en"), ("/?lang=zh", "en", "zh-Hans")],
)  # fmt: skip
def test_the_language_is_the_readers(client, address, accepted, language):
    """What the address says, else what the browser likes best."""
    tree = page(client.get(address, headers={"Accept-Language": accepted}))
    assert tree.get("lang") == language
    assert tree.find(".//footer//a[@aria-current]").get("lang") == language


def test_what_an_address_chose_holds_on_the_pages_that_follow(client):
    """Language and colours are kept in cookies, which other sites do not get."""
    chosen = client.get("/?lang=zh-Hant&theme=dark")
    assert all("samesite=strict" in cookie.lower() for cookie in chosen.headers.get_list("set-cookie"))
    tree = page(client.get("/queries"))
    assert (tree.get("lang"), tree.get("data-theme")) == ("zh-Hant", "dark")


def test_traditional_words_are_made_of_the_simplified_ones(client):
    """No word of the interface is left in the other script."""
    assert "圖譜" in page(client.get("/?lang=zh-Hant")).find(".//header").text_content()


def test_the_start_page_leads_to_every_named_query(client):
    """Each link works, with the values of its example, and shows the query's parameters and SPARQL."""
    tree = page(client.get("/?lang=zh"))
    links = [link.get("href") for link in tree.iterfind(".//ul[@class='ready']//a")]
    queries = named_queries()
    assert len(links) == len(queries) > 20
    for link, query in zip(links, queries, strict=True):
        shown = page(client.get(link))
        assert shown.find(".//h1").text == query.titles["zh"]
        fields = [field.get("name") for field in shown.iterfind(".//main//form//input")]
        assert fields == [parameter.name for parameter in query.parameters]
        assert shown.find(".//pre").text_content().strip() == query.render(query.example).strip()


def test_no_parameter_is_called_as_ours():
    """`lang`, `theme` and `token` in an address are the page's own."""
    assert not {"lang", "theme", "token"} & {one.name for query in named_queries() for one in query.parameters}


def test_a_named_query_is_a_page_or_a_file(client):
    """A table, CSV for spreadsheets and SPARQL's JSON have the same rows."""
    tree = page(client.get("/queries/exhibitors"))
    files = [link.get("href") for link in tree.iterfind(".//main//a") if re.search(r"\.(csv|json)\b", link.get("href"))]
    assert files == ["/queries/exhibitors.csv?", "/queries/exhibitors.json?"]
    table, as_json = (client.get(file) for file in files)
    found = json.loads(as_json.content)["results"]["bindings"]
    assert len(found) == len(cells(tree)) > 0
    assert table.headers["content-type"] == "text/csv; charset=utf-8"
    assert table.headers["content-disposition"] == 'attachment; filename="exhibitors.csv"'
    read = list(csv.reader(io.StringIO(table.content.decode("utf-8-sig"))))
    assert read[0] == [cell.get("title").removeprefix("?") for cell in tree.iterfind(".//th")]
    assert len(read) == 1 + len(found)


def test_the_columns_of_an_answer_are_in_the_readers_words(client):
    """Those of every named query have a word, and their variables are at hand for who writes SPARQL."""
    for query in named_queries():
        answer = client.get(f"/queries/{query.name}.json").json()
        assert [name for name in answer["head"]["vars"] if name not in columns("zh-Hant")] == [], query.name
    heads = page(client.get("/queries/exhibitors?lang=zh")).findall(".//main//th")
    assert [(head.text, head.get("title")) for head in heads][:2] == [
        ("展会或活动", "?occasionName"),
        ("参展方", "?exhibitorName"),
    ]


def test_what_a_parameter_holds_is_data(client):
    """A quotation mark ends nothing, and the form shows the value as it is."""
    value = '"} UNION { ?s ?p ?o } #<script>'
    answer = client.get("/queries/exhibitors", params={"edition": value})
    tree = page(answer)
    assert tree.find(".//input[@name='edition']").get("value") == value
    assert cells(tree) == []
    assert unwanted(tree) == []


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/queries/none", 404, "no query 'none'"),
        ("/queries/own.rq", 404, "no query 'own'"),
        ("/queries/exhibitors.rq", 404, "csv or json"),
        ("/queries/..%2F..%2Fown.rq", 404, ""),
        ("/queries/", 404, ""),
        ("/templates/start.html", 404, ""),
        ("/queries/exhibitors?no=1", 400, "no parameter 'no'"),
        ("/queries/across-articles?limit=ten", 400, "give a number"),
    ],
)
def test_what_is_not_there_is_told(client, tmp_path, monkeypatch, path, status, said):
    """In a line of plain text; a file of one's own is not read, and no folder is listed."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "own.rq").write_text("SELECT ?x { ?x a zm:Company }")
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/plain; charset=utf-8")
    assert said in answer.text


def test_hostile_labels_and_titles_are_text(client):
    """A label and an article's title with markup in them stand on the page as they are, and make no element."""
    answers = [client.get(f"/queries/{one.name}") for one in named_queries()]
    for answer in answers:
        tree = page(answer)
        assert unwanted(tree) == []
    everything = client.get("/ask", params={"query": "CONSTRUCT WHERE { ?s rdfs:label ?o }"})
    assert "&lt;script&gt;" in everything.text
    assert unwanted(html.fromstring(everything.content)) == []
    shown = [cell for answer in answers for row in cells(page(answer)) for cell in row]
    assert HOSTILE in shown


def test_hostile_texts_are_data_in_every_format(client):
    """What a browser might take for a page is none: the type says what it is, and it is not guessed."""
    query = f"SELECT ?n {{ <https://w3id.org/zhimai/id/{FIRM.id}> rdfs:label ?n }}"
    for accept in ("application/json", "application/xml", "text/csv", "text/tab-separated-values"):
        answer = client.get("/sparql", params={"query": query}, headers={"Accept": accept})
        assert answer.headers["content-type"].partition(";")[0] == accept
        assert answer.headers["x-content-type-options"] == "nosniff"
    xml = client.get("/sparql", params={"query": query}, headers={"Accept": "application/xml"})
    assert b"<script" not in xml.content


def test_pages_name_no_other_host(client):
    """Style and links are our own."""
    for path in ("/", "/queries/exhibitors", "/graph", "/documents", "/ask", "/search?q=x"):
        tree = page(client.get(path))
        assert [link for _, _, link, _ in tree.iterlinks() if not re.match(r"/(?!/)|#", link)] == []
    for file in STYLE.glob("*.css"):
        style = client.get(f"/style/{file.name}")
        assert style.headers["content-type"] == "text/css; charset=utf-8"
        assert "http" not in style.text


@pytest.mark.parametrize("file", sorted(WORDS.glob("*.json")), ids=lambda file: file.stem)
def test_both_languages_say_the_same(file):
    """Every word of the interface is there in each, with the same values in it, of which English may have a form for one."""
    kept = json.loads(file.read_text("utf-8"))
    assert kept.keys() == {"en", "zh-Hans"}
    assert kept["en"].keys() == kept["zh-Hans"].keys()
    for key, text in kept["en"].items():
        other = kept["zh-Hans"][key]
        assert text, key
        assert other, key
        assert set(re.findall(r"\{\w+\}", text)) == set(re.findall(r"\{\w+\}", other)), key


def test_no_room_has_another_word_for_what_all_rooms_say():
    """The bar and the charts stand in every room, where a word of the room of the same key would be read in their place."""
    said = {file.stem: json.loads(file.read_text("utf-8"))["en"].keys() for file in WORDS.glob("*.json")}
    shared = said.pop("common") | said.pop("charts")
    del said["columns"]  # stands alone: the headings of answers
    assert {room: shared & keys for room, keys in said.items() if shared & keys} == {}


def test_chinese_has_its_own_signs_between_words(client):
    """A full-width colon before what is searched for; English has its own."""
    searched = client.get("/search", params={"q": FIRM.name, "lang": "zh"})
    assert page(searched).find(".//main//h1").text_content() == f"搜索：{FIRM.name}"
    assert (
        page(client.get("/search", params={"q": "x", "lang": "en"})).find(".//main//h1").text_content() == "Search: x"
    )


def test_traditional_words_are_those_of_today():
    """群, 為 and 裡 instead of the forms that dictionaries keep."""
    kept = [text for file in WORDS.glob("*.json") for text in words(file.stem, "zh-Hant").values()]
    assert not re.search("[羣爲裏衆]", "".join(kept))
    assert "社群" in "".join(kept)


def test_a_refusal_is_a_page_for_who_reads_pages(client):
    """With the status that it has, and in the reader's language."""
    answer = client.get("/queries/none?lang=zh", headers={"Accept": "text/html"})
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "no query 'none'" in html.fromstring(answer.content).find(".//pre").text


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"edition": "第八届甲州贸易会"}, ["第八届甲州交易会"]),
        ({"edition": "<b>"}, []),
        ({"edition": "第八屆甲州交易會"}, None),
        ({}, None),
    ],
)
def test_a_name_that_nothing_bears_is_told_with_those_that_are_like_it(client, values, said):
    """Each leads to the answer for it; where the name is borne, nothing is said, whatever is found."""
    hints = page(client.get("/queries/exhibitors", params={**values, "lang": "zh"})).findall(".//p[@class='hint']")
    if said is None:
        assert hints == []
        return
    assert f"“{values['edition']}”" in hints[0].text_content()
    links = hints[0].findall("a")
    assert [link.text for link in links][: len(said)] == said
    for link in links[:1]:
        assert len(cells(page(client.get(f"/queries/exhibitors{link.get('href')}")))) > 0
