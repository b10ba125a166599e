"""Questions: the page of SPARQL, named queries with what is known of their answers, files, and what the editor asks for."""

from __future__ import annotations

import json

import pytest
from lxml import html
from small import FIRM

from ..reading import cells, page, unwanted
from ..served import HOSTILE

IRI = f"https://w3id.org/zhimai/id/{FIRM.id}"


def asked(client, sparql):
    return page(client.get("/ask", params={"query": sparql, "lang": "en"}))


def told(client, sparql):
    answer = client.post("/api/table", json={"sparql": sparql})
    assert answer.status_code == 200, answer.text
    return answer.json()


def links(tree, path=".//tbody//a"):
    return [(link.text, link.get("href")) for link in tree.iterfind(path)]


def test_a_query_of_ones_own_is_asked_by_a_form(client):
    """Without a script too; its field keeps the query, and says something to begin with."""
    form = page(client.get("/ask")).find(".//form[@id='asking']")
    assert (form.get("action"), form.get("method")) == ("/ask", "get")
    assert "zm:Company" in form.find(".//textarea").text
    sparql = "SELECT ?firm { ?firm a zm:Nothing }"
    tree = asked(client, sparql)
    assert tree.find(".//textarea").text == sparql
    assert cells(tree) == []


def test_a_thing_is_shown_by_its_name_and_leads_to_its_page(client):
    """An empty place stays empty."""
    tree = asked(client, "SELECT ?firm ?none { ?firm a zm:Company } ORDER BY ?firm")
    assert cells(tree) == [["乙方公司", ""], [HOSTILE, ""]]
    assert links(tree)[0] == ("乙方公司", "/entity/org/%E4%B9%99%E6%96%B9%E5%85%AC%E5%8F%B8")
    assert "2 rows" in tree.find(".//p[@class='told']").text_content()


def test_articles_passages_and_statements_lead_to_their_places(client):
    """An article by its title, a passage to its sentence, a statement in words to the thing that it is said of."""
    sparql = "SELECT ?d ?e ?s { ?s rdf:predicate zm:headquarteredIn ; zm:evidence ?e . ?e zm:document ?d }"
    tree = asked(client, sparql)
    assert links(tree)[2][0] == f"{HOSTILE} · headquartered in · 蘇州"
    article, passage, statement = (address for _, address in links(tree))
    assert article.startswith("/document/d")
    assert passage.startswith(f"{article}?start=")
    assert passage.endswith("#passage")
    place, _, anchor = statement.partition("#")
    assert page(client.get(place)).get_element_by_id(anchor) is not None


def test_a_figure_is_told_by_its_measure(client):
    """And leads to where the page of its thing has it."""
    tree = asked(client, "SELECT ?f { ?f a zm:Observation ; zm:measure ?m FILTER(STR(?m) = '成交額') }")
    words, address = links(tree)[0]
    assert words.endswith(" · 成交額")
    place, _, anchor = address.partition("#")
    assert page(client.get(place)).get_element_by_id(anchor) is not None


def test_a_term_is_shown_by_its_label_in_the_language_of_the_page(client):
    """With its short form beside it."""
    sparql = f"SELECT ?class {{ <{IRI}> a ?class }}"
    assert cells(asked(client, sparql)) == [["Company zm:Company"]]
    chinese = page(client.get("/ask", params={"query": sparql, "lang": "zh-Hans"}))
    assert cells(chinese) == [["企业 zm:Company"]]


def test_literals_tell_their_language_and_datatype(client):
    """Quietly, and not that of plain strings."""
    tree = asked(client, 'SELECT ("甲"@zh-Hans AS ?a) (1.5 AS ?b) ("乙" AS ?c) {}')
    assert cells(tree) == [["甲 @zh-Hans", "1.5 xsd:decimal", "乙"]]
    assert tree.find(".//tbody//span[@lang]").get("lang") == "zh-Hans"


def test_a_long_text_is_folded(client):
    """Its beginning stands there, the whole is in it."""
    tree = asked(client, f"SELECT ?a {{ BIND('{'长' * 401}' AS ?a) }}")
    folded = tree.find(".//tbody//details")
    assert folded.find("summary/span").text == "长" * 120 + "…"
    assert folded.find("summary").tail == "长" * 401


def test_an_address_of_somebody_else_is_no_link(client):
    """Not even one that would run; nor is a literal with markup in it anything but text."""
    tree = asked(
        client,
        "SELECT * { BIND(<javascript:alert(1)> AS ?a) BIND(<http://example.org/x> AS ?b) BIND('<b onclick=x>y</b>' AS ?c) }",
    )
    assert cells(tree) == [["javascript:alert(1)", "http://example.org/x", "<b onclick=x>y</b>"]]
    assert links(tree) == []
    assert unwanted(tree) == []


def test_yes_or_no(client):
    """ASK is answered in a word."""
    assert "Yes" in asked(client, "ASK { ?s a zm:Company }").find(".//p[@class='told']").text_content()
    assert "No" in asked(client, "ASK { ?s a zm:Nothing }").find(".//p[@class='told']").text_content()


def test_a_graph_is_shown_as_triples_and_as_turtle(client):
    """Each triple once; the Turtle has the prefixes that it uses, and people's language tags."""
    tree = asked(
        client,
        f"CONSTRUCT {{ ?s zm:exhibits ?o . <{IRI}> rdfs:label ?l }} WHERE {{ ?s zm:exhibits ?o . <{IRI}> skos:prefLabel ?l }}",
    )
    rows = cells(tree)
    assert [row[1] for row in rows if "zm:exhibits" in row[1]] == ["exhibits zm:exhibits"]
    turtle = tree.find(".//details[@class='turtle']/pre").text
    assert turtle.startswith("@prefix ")
    assert "@zh-Hant" in turtle
    assert "@prefix skos:" not in turtle
    files = [address.rpartition("file=")[2] for _, address in links(tree, ".//p[@class='files']/a")][:-1]
    assert files == ["ttl", "nt", "jsonld", "rdf"]


def test_a_mistake_is_told_with_its_place(client):
    """In the page, with status 400, and as data for the editor; nothing of it is markup."""
    sparql = "SELECT ?x {\n  ?x rdfs:label 霽川 <script>alert(1)</script> }"
    answer = client.get("/ask", params={"query": sparql, "lang": "en"})
    assert answer.status_code == 400
    tree = html.fromstring(answer.content)
    assert unwanted(tree) == []
    assert "Line 2, column 17" in tree.find(".//div[@class='mistake']").text_content()
    for path in ("/api/table", "/api/check"):
        mistake = client.post(path, json={"sparql": sparql}).json()["mistake"]
        assert (mistake["line"], mistake["column"]) == (2, 17)
        assert mistake["what"] == "霽川 stands there bare"
        assert mistake["remedy"]
        assert mistake["picture"].endswith("^")
    assert client.post("/api/check", json={"sparql": "SELECT ?x { ?x a zm:Company }"}).json() == {"mistake": None}


def test_another_server_is_not_asked(client):
    """SERVICE is a mistake without a place."""
    sparql = "SELECT * { SERVICE <http://example.org/sparql> { ?s ?p ?o } }"
    assert told(client, sparql)["mistake"] == {"what": "SERVICE asks another server", "remedy": "ask only this build"}
    assert client.post("/api/check", json={"sparql": sparql}).json()["mistake"]["what"] == "SERVICE asks another server"


def test_why_a_sound_query_may_find_nothing_is_told(client):
    """A misspelt term, a text without its language."""
    assert told(client, "SELECT ?x { ?x zm:exhibit ?y }")["hints"] == [
        "the build knows no zm:exhibit; did you mean zm:exhibits?"
    ]
    tree = asked(client, "SELECT ?x { ?x rdfs:label '养老' }")
    assert "with a language only" in tree.find(".//p[@class='hint']").text


def test_a_page_shows_the_first_rows_and_counts_all(client, monkeypatch):
    """The files have the rest."""
    monkeypatch.setattr("graph.explorer.rooms.ask.MOST_ROWS", 1)
    tree = page(client.get("/queries/documents?lang=en"))
    assert len(cells(tree)) == 1
    assert "2 rows (the first 1 are shown; the files have all)" in tree.find(".//p[@class='told']").text_content()
    assert client.get("/queries/documents.csv").text.count("\r\n") == 3


@pytest.mark.parametrize(
    ("file", "media_type", "begins"),
    [
        ("csv", "text/csv", b"\xef\xbb\xbffirm"),
        ("tsv", "text/tab-separated-values", b"?firm"),
        ("json", "application/sparql-results+json", b"{"),
        ("xml", "application/sparql-results+xml", b"<?xml"),
    ],
)
def test_rows_are_had_as_files(client, file, media_type, begins):
    """Each to be kept, not shown; the CSV is for spreadsheets."""
    answer = client.get("/ask", params={"query": "SELECT ?firm { ?firm a zm:Company }", "file": file})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media_type
    assert answer.headers["content-disposition"] == f'attachment; filename="answer.{file}"'
    assert answer.content.startswith(begins)


@pytest.mark.parametrize(
    ("file", "media_type"),
    [
        ("ttl", "text/turtle"),
        ("nt", "application/n-triples"),
        ("jsonld", "application/ld+json"),
        ("rdf", "application/rdf+xml"),
    ],
)
def test_graphs_are_had_as_files(client, file, media_type):
    """In the formats of RDF."""
    answer = client.get("/ask", params={"query": "CONSTRUCT WHERE { ?f zm:exhibits ?o }", "file": file})
    assert answer.headers["content-type"].partition(";")[0] == media_type
    assert answer.headers["content-disposition"].endswith(f'"answer.{file}"')


def test_a_file_that_cannot_be_had_is_told(client):
    """A suffix that means nothing; a format that does not fit; what is refused is no file."""
    query = "SELECT ?firm { ?firm a zm:Company }"
    assert client.get("/ask", params={"query": query, "file": "exe"}).status_code == 404
    refused = client.get("/ask", params={"query": query, "file": "ttl"})
    assert (refused.status_code, refused.headers.get("content-disposition")) == (406, None)


def test_a_name_of_one_thing_leads_to_it_in_the_answer_of_a_named_query(client):
    """There answers are names; a text that no one thing alone is called leads nowhere."""
    tree = page(client.get("/queries/exhibitors?lang=en"))
    assert (
        HOSTILE,
        "/entity/org/%E9%9C%81%E5%B7%9D%E6%99%BA%E8%83%BD%E7%A7%91%E6%8A%80%E6%9C%89%E9%99%90%E5%85%AC%E5%8F%B8",
    ) in links(tree)
    assert (
        "第八屆甲州交易會",
        "/entity/occasion/%E7%AC%AC%E5%85%AB%E5%B1%8A%E7%94%B2%E5%B7%9E%E4%BA%A4%E6%98%93%E4%BC%9A",
    ) in links(tree)


def test_a_name_that_nothing_has_is_told_with_those_like_it(client):
    """Each of these asks again with it."""
    tree = page(client.get("/queries/exhibitors", params={"edition": "第八届甲州交易", "lang": "en"}))
    hint = tree.find(".//p[@class='hint']")
    assert "Nothing is called 第八届甲州交易." in hint.text_content()
    again = page(client.get(f"/queries/exhibitors{hint.find('a').get('href')}"))
    assert len(cells(again)) > 0


def test_a_named_query_is_edited_with_its_values(client):
    """The link holds the query as it was asked."""
    tree = page(client.get("/queries/exhibitors", params={"edition": "甲州", "lang": "en"}))
    address = tree.find(".//a[@class='button']").get("href")
    assert address.startswith("/ask?query=")
    assert "甲州" in page(client.get(address)).find(".//textarea").text
    assert "甲州" in client.get("/api/named/exhibitors", params={"edition": "甲州"}).text


def test_classes_and_relations_are_suggested(client):
    """By their labels, without a script; what is a name of a thing says so to the script."""
    tree = page(client.get("/queries/compare?lang=zh-Hans"))
    assert "企业" in [option.get("value") for option in tree.iterfind(".//datalist/option")]
    thing = page(client.get("/queries/relations")).find(".//input[@name='thing']")
    assert thing.get("data-finds") == "thing"


def test_the_words_of_a_query_come_with_what_they_mean(client):
    """Labels and comments by language, domain and range, how often each is used; the prefixes of the build."""
    words = client.get("/api/vocabulary").json()
    exhibits = words["terms"]["zm:exhibits"]
    assert (exhibits["kind"], exhibits["labels"]["zh-Hans"]) == ("property", "展出")
    assert exhibits["count"] >= 1
    assert exhibits["comments"]["en"]
    assert (exhibits["domain"], exhibits["range"]) == (["zm:Actor"], ["zm:Offering"])
    assert words["terms"]["zm:Company"]["kind"] == "class"
    assert words["terms"]["rdfs:label"]["count"] > 1
    assert words["prefixes"]["zm"].startswith("https://")


@pytest.mark.parametrize("body", [b"", b"[]", b'{"sparql": 1}', b"{}"])
def test_what_is_no_query_is_told(client, body):
    """In a line, with status 400."""
    answer = client.post("/api/table", content=body)
    assert answer.status_code == 400
    assert answer.text.count("\n") == 1


def test_what_the_editor_is_told_is_json_that_ends_nowhere(client):
    """Titles and parameters of the queries stand in the page as data."""
    tree = page(client.get("/ask?lang=zh-Hant"))
    data = json.loads(tree.find(".//script[@id='asking-data']").text)
    assert data["files"]["triples"][0] == ["ttl", "Turtle"]
    assert {"name": "limit", "default": "30"}.items() <= data["parameters"]["across-articles"][1].items()
