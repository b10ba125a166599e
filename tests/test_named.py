"""Named queries: each finds what it says, and its parameters are data."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small import KNOWLEDGE

from graph import build
from graph.cli.query import example
from graph.errors import UsageError
from graph.ontology import load_ontology
from graph.rdf import write_graphs
from graph.store import create_store, named_queries, named_query, open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """The small knowledge, built and opened."""
    folder = tmp_path_factory.mktemp("build")
    write_graphs(KNOWLEDGE, load_ontology(), folder)
    create_store(folder)
    return open_store(folder)


@pytest.fixture(scope="module")
def samples(built):
    """The build of the sample articles, opened."""
    return open_store(built)


QUERIES = named_queries()


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_named_queries_run_as_they_stand(store, query):
    """Without parameters each is sound SPARQL, and all of it is described in both languages."""
    store.query(query.sparql)
    store.query(query.render())
    for said in (query.titles, query.descriptions, *(parameter.descriptions for parameter in query.parameters)):
        assert all(said[language] for language in ("en", "zh"))
    assert query.titles["en"] != query.titles["zh"]


@pytest.mark.parametrize(
    ("name", "values", "column", "found"),
    [
        ("firms-by-province", {"place": "江蘇"}, "firmName", ["霽川智能科技有限公司"]),
        ("firms-by-province", {"place": "浙江"}, "firmName", []),
        ("exhibitors", {"edition": "第八届甲州交易会"}, "exhibitorName", ["霽川智能科技有限公司"]),
        ("exhibitors", {"edition": "甲州交易會"}, "shownName", ["「雲帆」機器人"]),
        ("offerings", {"actor": "霁川"}, "relation", ["展出"]),
        ("figures", {"thing": "第八屆甲州交易會"}, "value", ["2200000000", "0.333333"]),
        ("weakest-facts", {"limit": "1"}, "confidence", ["0.6"]),
        ("editions", {"fair": "甲州交易会"}, "starts", ["2021-04-15"]),
        ("evidence", {"left": "霁川智能", "right": "乙方公司"}, "status", ["据称"]),
        ("evidence", {"left": "乙方公司", "right": "霽川智能"}, "quote", ["据称霁川智能将收购乙方公司"]),
        ("not-facts", {}, "objectName", ["乙方公司"]),
        ("fields", {"field": "養老"}, "actorName", ["霽川智能科技有限公司"]),
        ("across-articles", {}, "articles", ["2"]),
        ("across-articles", {"class": "Place"}, "articles", []),
        ("by-publisher", {"publisher": "乙報"}, "objectName", ["养老", "「雲帆」機器人", "乙方公司"]),
        ("changes", {"before": "第八届甲州交易会"}, "item", []),
        ("compare", {}, "value", []),
        ("corroborated", {"thing": "霁川"}, "articles", ["2"]),
        ("deals", {"actor": "乙方公司", "relation": "acquires"}, "relationName", ["收购"]),
        ("deals", {"relation": "投资"}, "relationName", []),
        ("documents", {"publisher": "乙报"}, "mentions", ["4"]),
        ("groups", {"head": "霁川"}, "memberName", []),
        ("in-common", {"left": "霁川", "right": "甲州交易会"}, "commonName", ["第八屆甲州交易會"]),
        ("merges", {"thing": "霁川", "limit": "1"}, "rightName", ["霁川智能 (d2)"]),
        ("names", {"thing": "霁川"}, "kind", ["preferred", "preferred", "alias", "alias", "short form"]),
        ("relations", {"thing": "养老"}, "direction", ["←"]),
        ("relations", {"thing": "霁川", "relation": "展出"}, "otherName", ["「雲帆」機器人", "「雲帆」機器人"]),
        ("series", {"thing": "江苏"}, "time", []),
        ("single-source", {"limit": "1"}, "confidence", ["0.6"]),
        ("timeline", {"thing": "霁川"}, "datedName", ["第八屆甲州交易會"]),
    ],
)
def test_named_queries_find(store, name, values, column, found):
    """Each named query finds what it says, by any name in either script."""
    rows = list(store.query(named_query(name).render(values)))
    assert [row[column] for row in rows] == found


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query.name)
def test_named_queries_have_an_example(samples, query):
    """With the values of its example each finds something in the sample articles, and fewer things than without."""
    found = samples.query(query.render(query.example))
    assert len(found) > 0
    assert len(found) <= len(samples.query(query.render()))
    assert example(query).startswith(f"zhimai query outputs --name {query.name}")


@settings(deadline=None)  # the machine may be busy
@given(name=st.text(min_size=1, max_size=20) | st.sampled_from(['"', "\\", '"} DROP', "\n", "'''", "{", "?x", "#"]))
def test_a_parameter_is_data(store, name):
    """Whatever a name holds, the query stays sound and finds only what is called so; blanks are no name."""
    rows = list(store.query(named_query("figures").render({"thing": name})))
    assert bool(rows) == (not name.strip())


def test_wrong_parameters_are_told():
    """An unknown query, an unknown parameter and a limit that is no number are told with what there is."""
    with pytest.raises(UsageError, match=r"no query 'firm'; did you mean firms-by-province\?"):
        named_query("firm")
    with pytest.raises(UsageError, match=r"no query 'xyzzy'; `zhimai query --list` has them"):
        named_query("xyzzy")
    with pytest.raises(UsageError, match=r"no parameter 'things'; it has: thing"):
        named_query("figures").render({"things": "x"})
    with pytest.raises(UsageError, match="give a number"):
        named_query("weakest-facts").render({"limit": "5; DROP"})


def test_a_limit_left_empty_means_all(store):
    """An empty number takes the limit away."""
    assert len(store.query(named_query("weakest-facts").render({"limit": ""}))) == 7


def test_a_query_file_with_a_mistake_is_told(tmp_path):
    """A parameter that the header lacks would never be filled in."""
    (tmp_path / "a.rq").write_text(
        "# title: A\n# title-zh: 甲\n\nSELECT * {\n  # where ?x is named $y\n}\n", encoding="utf-8"
    )
    with pytest.raises(UsageError, match=r"\$y is no parameter"):
        named_queries(tmp_path)


def test_words_are_found_in_either_script(samples):
    """What `contains` asks for is found however the text writes it, and data whatever it holds."""
    query = named_query("figures")
    found = [samples.query(query.render({"measure": words})) for words in ("观众", "觀眾", "觀衆", '"}')]
    assert [len(one) > 0 for one in found] == [True, True, True, False]
    assert len(found[0]) == len(found[1])


def test_classes_and_relations_of_ones_own_are_found(tmp_path):
    """Queries that ask for firms or deals find the classes and relations that an ontology of one's own adds."""
    own = tmp_path / "own.ttl"
    own.write_text(
        "@prefix zm: <https://w3id.org/zhimai/ontology#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix my: <https://example.org/my#> .\n"
        "my:moors a owl:ObjectProperty ; rdfs:domain my:Shipyard ; rdfs:range zm:Organisation ; "
        'rdfs:label "moors"@en , "停泊"@zh-Hans , "停泊"@zh-Hant ; zm:cue [ zm:words "停泊" ] ; '
        'zm:inverseLabel "moored by"@en , "被停泊"@zh-Hans , "被停泊"@zh-Hant .\n'
        'my:Shipyard a owl:Class ; rdfs:subClassOf zm:Company ; rdfs:label "Shipyard"@en , "船厂"@zh-Hans , '
        '"船廠"@zh-Hant ; rdfs:comment "A firm that builds ships."@en ; zm:suffix "船厂" ; zm:colour "#123456" .\n',
        encoding="utf-8",
    )
    article = tmp_path / "a.txt"
    article.write_text("甲港大洋船厂位于江苏省苏州市。甲港大洋船厂停泊苏州乙丙丁物流有限公司。", encoding="utf-8")
    build([str(article)], tmp_path / "out", ontology=[own])
    store = open_store(tmp_path / "out")
    assert len(store.query("SELECT ?x { ?x a <https://example.org/my#Shipyard> }")) > 0
    assert len(store.query(named_query("firms-by-province").render({"place": "江苏省"}))) > 0
    assert len(store.query(named_query("deals").render({"relation": "moors"}))) > 0


def test_a_query_of_ones_own(tmp_path, store):
    """A file .rq is asked by its path, with or without a header; without one its name is its title."""
    file = tmp_path / "mine.rq"
    file.write_text("SELECT ?s { ?s a zm:Company }", encoding="utf-8")
    mine = named_query(str(file))
    assert (mine.titles, mine.parameters) == ({"en": "mine", "zh": "mine"}, ())
    assert len(store.query(mine.render())) == 2
    with pytest.raises(UsageError, match=r"nothing\.rq: cannot be read"):
        named_query(str(tmp_path / "nothing.rq"))


def test_the_query_file_of_the_docs(tmp_path, store):
    """What docs/queries.md tells people to write is a sound named query."""
    page = (Path(__file__).resolve().parent.parent / "docs" / "queries.md").read_text(encoding="utf-8")
    (tmp_path / "mine.rq").write_text(re.findall(r"```sparql\n(# title.*?)```", page, re.DOTALL)[0], encoding="utf-8")
    mine = named_query(str(tmp_path / "mine.rq"))
    assert [parameter.default for parameter in mine.parameters] == ["", "50"]
    assert len(store.query(mine.render({"firm": "霁川"}))) == 0


def test_parameters_that_are_names_are_told_from_words_and_numbers():
    """With the values that are given for them; an empty one means any."""
    query = named_query("corroborated")
    assert query.naming == {"thing"}
    assert query.names_in({"thing": "甲", "limit": "5"}) == (("thing", "甲"),)
    assert query.names_in({"thing": " "}) == ()
    assert named_query("by-publisher").naming == {"thing"}
