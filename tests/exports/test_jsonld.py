"""JSON-LD reads as plain JSON, and its context is the ontology's."""

from __future__ import annotations

import json

import pytest
from small import EDITION, FIRM, ROBOT

from graph.exports import exporter, open_build
from graph.exports.context import context
from graph.ontology import load_ontology
from graph.pipeline import build
from graph.resources import ontology_dir

from .made_up import BASE, opened

DOCUMENT = json.loads(exporter("jsonld").export(opened())["graph.jsonld"])
NODES = {node["id"].removeprefix(BASE): node for node in DOCUMENT["@graph"]}


def test_entities_and_articles_are_the_nodes():
    """Statements, figures and evidence stand inside them."""
    assert {node["type"] for node in DOCUMENT["@graph"]} >= {"Company", "FairEdition", "Document"}
    assert not {node["type"] for node in DOCUMENT["@graph"]} & {"Statement", "Observation", "Evidence"}


def test_labels_are_language_maps():
    """A name by its script; several of one script are a list."""
    firm = NODES[FIRM.id]
    assert firm["label"] == {"zh-Hant": "霽川智能科技有限公司"}
    assert firm["name"] == {"zh-Hans": "霁川智能科技有限公司", "zh-Hant": "霽川智能科技有限公司"}
    assert firm["exhibits"] == [BASE + ROBOT.id]


def test_a_statement_stands_in_its_subject():
    """With the short names of relation and status, and its evidence inside."""
    said = next(one for one in NODES[FIRM.id]["statements"] if one["predicate"] == "exhibits")
    assert (said["object"], said["status"], said["confidence"]) == (BASE + ROBOT.id, "asserted", "0.95")
    assert "subject" not in said
    quote = next(one for one in said["evidence"] if one["document"] == f"{BASE}document/d1")
    assert (quote["quote"], quote["start"]) == ({"zh-Hant": "霽川智能亮相第八屆甲州交易會，展出「雲帆」機器人"}, 0)


def test_a_figure_stands_in_what_it_is_about():
    """An exact value as a string, a year with its type."""
    figure = next(one for one in NODES[EDITION.id]["figures"] if one["measure"] == {"zh-Hant": "成交額"})
    assert (figure["value"], figure["unit"], figure["comparator"]) == ("2200000000", "元", "approximately")
    assert figure["time"] == {"@value": "2021", "@type": "xsd:gYear"}


def test_the_context_file_is_that_of_the_ontology(built, pytestconfig):
    """ontology/context.jsonld says what a build says inline; --update-golden writes it anew."""
    file, wanted = ontology_dir() / "context.jsonld", context(open_build(built)).to_json()
    if pytestconfig.getoption("--update-golden"):
        file.write_text(wanted, encoding="utf-8", newline="\n")
    assert file.read_text("utf-8") == wanted, "the ontology has changed: run this test with --update-golden"


def test_every_term_of_the_ontology_has_a_short_name():
    """Classes, properties and codes, as they are called in the ontology or, where that is taken, as zm: and that."""
    ontology, definitions = load_ontology(), DOCUMENT["@context"]
    assert [name for name in (*ontology.classes, *ontology.properties) if name not in definitions] == []
    assert definitions["exhibits"] == {"@id": "zm:exhibits", "@type": "@id", "@container": "@set"}
    assert definitions["status"] == {"@id": "zm:status", "@type": "@vocab"}
    assert definitions["asserted"] == "zm:asserted"


def test_terms_of_a_user_have_their_prefix(tmp_path, news):
    """An ontology of one's own is in the context too."""
    (tmp_path / "my.ttl").write_text(
        "@prefix my: <https://example.org/my#> . @prefix zm: <https://w3id.org/zhimai/ontology#> .\n"
        "@prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        "my:Ship a owl:Class ; rdfs:subClassOf zm:Thing ; rdfs:comment 'A ship.'@en ;"
        " rdfs:label 'Ship'@en , '船'@zh-Hans , '船'@zh-Hant ; zm:colour '#112233' ; zm:shape 'dot' ; zm:space 'ship' .",
        encoding="utf-8",
    )
    build([str(news / "07-kunshan-shi.txt")], tmp_path / "out", ontology=[tmp_path / "my.ttl"])
    definitions = json.loads((tmp_path / "out" / "graph.jsonld").read_text("utf-8"))["@context"]
    assert (definitions["my"], definitions["my:Ship"]) == ("https://example.org/my#", "my:Ship")


@pytest.mark.parametrize("key", ["@context", "@graph"])
def test_no_network_is_needed(key):
    """The context is inside, not an address."""
    assert DOCUMENT[key]
    assert not isinstance(DOCUMENT[key], str)
