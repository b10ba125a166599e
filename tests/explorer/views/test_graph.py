"""What the graph view asks for: pictures, groups, what is around a thing, paths, sentences and Turtle."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import RdfFormat, parse
from small import (
    CARE,
    EDITION,
    FAIR,
    FIRM,
    JIANGSU,
    KNOWLEDGE,
    RIVAL,
    ROBOT,
    STATEMENTS,
    SUZHOU,
    evidence,
    statement,
)

from graph.errors import UsageError
from graph.explorer.views import Opened, Unknown
from graph.explorer.views.grouping import Summary
from graph.explorer.views.paths import Paths
from graph.explorer.views.picture import Added, Around, Belonging, Chosen, Grouped, Whole
from graph.explorer.views.said import Said
from graph.explorer.views.schema import Schemed
from graph.explorer.views.turtle import Seen
from graph.model import Entity
from graph.page.quoting import Role
from graph.store import open_store

from ..served import write

LISTED = f"partOf {SUZHOU.id} {JIANGSU.id}"


def ids(picture):
    return {node["id"] for node in picture["nodes"]}


def ends(picture):
    return {(edge["source"], edge["property"], edge["target"]) for edge in picture["edges"]}


# --- pictures


def test_a_picture_has_the_edges_among_its_things(opened):
    """Those that lead out are left away; each node says what it is and where it stands."""
    told = Chosen((FIRM.id, ROBOT.id)).told(opened)
    assert ends(told) == {(FIRM.id, "exhibits", ROBOT.id)}
    (firm,) = [node for node in told["nodes"] if node["id"] == FIRM.id]
    assert (firm["name"], firm["class"], firm["province"], firm["documents"]) == (FIRM.name, "Company", JIANGSU.id, 2)
    assert {type(firm["x"]), type(firm["y"])} == {int}


def test_a_start_brings_the_best_neighbours(opened):
    """So many of each thing, the best connected first."""
    assert ids(Chosen((FIRM.id,), around=3).told(opened)) == {FIRM.id, ROBOT.id, SUZHOU.id, EDITION.id}
    assert ids(Chosen((FIRM.id,), around=20).told(opened)) == {FIRM.id, ROBOT.id, SUZHOU.id, EDITION.id, RIVAL.id}


def test_what_is_missing_is_told(opened):
    """An id of another build among known ones; alone it is an error that suggests names."""
    assert Chosen((FIRM.id, "org/nobody")).told(opened)["missing"] == ["org/nobody"]
    with pytest.raises(Unknown, match="霁川智能科技"):
        Chosen(("org/霁川智能科技",)).told(opened)


def test_what_is_added_comes_with_its_edges_to_what_is_there(opened):
    """And nothing comes twice."""
    told = Added((ROBOT.id, CARE.id), have=(FIRM.id, CARE.id)).told(opened)
    assert ids(told) == {ROBOT.id}
    assert ends(told) == {(FIRM.id, "exhibits", ROBOT.id), (ROBOT.id, "appliedIn", CARE.id)}


def test_the_whole_is_what_is_linked(opened):
    """The best connected where there is too much."""
    told = Whole().told(opened)
    assert told["count"] == len(told["nodes"]) == len([one for one in opened.catalogue.around if one])
    few = Whole(2).told(opened)
    assert (len(few["nodes"]), few["count"]) == (2, told["count"])
    assert FIRM.id in ids(few)


def test_a_group_has_its_best_members_and_what_they_are_linked_to(opened):
    """Members count, what is related does not; from a place on come the next members."""
    told = Grouped("class", "Company", most=1, related=1).told(opened)
    assert told["count"] == 2
    assert FIRM.id in ids(told)
    assert len(told["nodes"]) == 2
    assert ids(Grouped("class", "Company", most=5, start=1, have=(FIRM.id,)).told(opened)) == {RIVAL.id}
    with pytest.raises(Unknown, match="summary"):
        Grouped("class", "Nothing").told(opened)


def test_around_a_thing_are_its_relations_both_ways(opened):
    """With the ids of what is there."""
    told = Around(ROBOT.id).told(opened)
    assert [(one["property"], one["direction"], one["ids"]) for one in told] == [
        ("appliedIn", "to", [CARE.id]),
        ("exhibits", "from", [FIRM.id]),
    ]


def test_the_schema_tells_what_occurs(opened):
    """Classes and properties with counts, the provinces' names."""
    told = Schemed().told(opened)
    assert told["classes"]["Company"]["count"] == 2
    assert told["properties"]["exhibits"]["labels"]["en"] == "exhibits"
    assert told["provinces"] == {JIANGSU.id: JIANGSU.name}
    assert (told["things"], told["edges"]) == (len(KNOWLEDGE.entities), len(opened.catalogue.edges))


# --- groups


def test_a_summary_groups_and_links(opened):
    """Each thing is in one group; links say what leads which way, the gazetteer's not."""
    told = Summary("class").told(opened)
    assert sum(group["count"] for group in told["groups"]) == len(KNOWLEDGE.entities)
    links = {(link["source"], link["target"]): dict(link["properties"]) for link in told["links"]}
    assert links["Company", "Product"] == {"exhibits": 1}
    assert ("City", "Province") not in links


def test_things_are_in_the_province_that_they_lie_in(opened):
    """By way of the city; what lies nowhere is in none."""
    told = Belonging("province", (FIRM.id, SUZHOU.id, CARE.id)).told(opened)
    assert told == {FIRM.id: JIANGSU.id, SUZHOU.id: JIANGSU.id, CARE.id: "rest"}


def test_a_community_is_of_some_size(opened):
    """Two or three things are none."""
    keys = Belonging("community", tuple(one.id for one in KNOWLEDGE.entities)).told(opened)
    assert set(keys.values()) == {"rest"}


def test_a_community_goes_by_its_best_connected(tmp_path):
    """The rest goes by none."""
    said = STATEMENTS[1].evidence
    more = [statement(f"s{n}", FIRM, "cooperatesWith", other, *said) for n, other in enumerate((RIVAL, CARE, FAIR), 20)]
    opened = Opened(open_store(write(tmp_path, replace(KNOWLEDGE, statements=(*STATEMENTS, *more)))))
    told = {group["key"]: group.get("name") for group in Summary("community").told(opened)["groups"]}
    assert told["1"] == FIRM.name
    assert told.get("rest") is None


def test_there_are_three_kinds_of_groups(opened):
    """Another is refused with their names."""
    with pytest.raises(UsageError, match="class, province, community"):
        Summary("colour").told(opened)


# --- paths


def test_the_shortest_paths_go_either_way(opened):
    """From the fair to the robot by way of the firm that exhibits both."""
    told = Paths(FAIR.id, ROBOT.id).told(opened)
    assert told["paths"] == [[FAIR.id, EDITION.id, FIRM.id, ROBOT.id]]
    assert told["length"] == 3
    assert ids(told) == {FAIR.id, EDITION.id, FIRM.id, ROBOT.id}


def test_a_path_avoids_what_it_is_told(opened):
    """A thing, the gazetteer, facts that are read too unsurely."""
    assert Paths(FAIR.id, ROBOT.id, without=(FIRM.id,)).told(opened)["paths"] == []
    assert Paths(FIRM.id, JIANGSU.id).told(opened)["length"] == 2
    assert Paths(FIRM.id, JIANGSU.id, background=False).told(opened)["paths"] == []
    assert Paths(FIRM.id, EDITION.id, confidence=0.7).told(opened)["paths"] == []


def test_facts_go_before_the_gazetteer(tmp_path):
    """Two cities are linked by the firm that is in both; that both lie in one province is told only where no fact is."""
    wuxi = Entity("place/320200", "City", "無錫", mentions=SUZHOU.mentions, code="320200")
    said = statement("s9", FIRM, "locatedIn", wuxi, evidence("d1", "總部位於蘇州"))
    listed = (*KNOWLEDGE.background, (wuxi.id, "partOf", JIANGSU.id))
    entities, statements = (*KNOWLEDGE.entities, wuxi), (*KNOWLEDGE.statements, said)
    knowledge = replace(KNOWLEDGE, entities=entities, statements=statements, background=listed)
    opened = Opened(open_store(write(tmp_path, knowledge)))
    by_province = [[SUZHOU.id, JIANGSU.id, wuxi.id]]
    assert Paths(SUZHOU.id, wuxi.id).told(opened)["paths"] == [[SUZHOU.id, FIRM.id, wuxi.id]]
    assert Paths(SUZHOU.id, wuxi.id, without=(FIRM.id,)).told(opened)["paths"] == by_province


def test_a_path_has_two_ends(opened):
    """One thing twice is refused."""
    with pytest.raises(UsageError, match="give two"):
        Paths(FIRM.id, FIRM.id).told(opened)


# --- sentences


def marked(passage):
    """The names that are marked in a passage, each with its role."""
    return [(text, role) for text, role in passage["pieces"] if role > Role.QUOTE]


def test_what_an_edge_says_has_its_sentences(opened):
    """With publisher and title, and where subject and object stand in the quote."""
    (told,) = Said(("statement/s1",)).told(opened)
    assert (told["source"]["id"], told["property"], told["target"]["id"]) == (FIRM.id, "exhibits", ROBOT.id)
    assert [(one["labels"]["en"], one.get("id")) for one in told["qualifiers"]] == [("on the occasion of", EDITION.id)]
    by_title = {one["title"]: one for one in told["evidence"]}
    second = by_title["机器人走进养老院"]
    assert second["publisher"] == "乙报"
    assert marked(second) == [("霁川智能", Role.SUBJECT)]
    assert marked(by_title["霽川智能亮相"]) == [("霽川智能", Role.SUBJECT), ("「雲帆」機器人", Role.OBJECT)]


def test_what_the_gazetteer_says_has_no_sentence(opened):
    """It has a status of its own."""
    (told,) = Said((LISTED,)).told(opened)
    assert (told["status"], told["target"]["name"]) == ("background", JIANGSU.name)
    assert "evidence" not in told


def test_an_unknown_edge_is_told(opened):
    """In one line."""
    with pytest.raises(Unknown, match="statement/none"):
        Said(("statement/none",)).told(opened)


# --- Turtle


def triples(opened, *asked):
    return {
        (t.subject.value, t.predicate.value, t.object.value) for t in parse(Seen(*asked).told(opened), RdfFormat.TURTLE)
    }


def test_turtle_of_what_is_seen_stands_alone(opened):
    """Names, the fact, its statement and evidence; what is claimed is no triple of its own."""
    iri = opened.catalogue.iri
    zm = "https://w3id.org/zhimai/ontology#"
    found = triples(opened, (FIRM.id,), ("statement/s1", "statement/s6", LISTED))
    predicates = {(s, p.removeprefix(zm), o) for s, p, o in found}
    assert (iri(FIRM.id), "exhibits", iri(ROBOT.id)) in predicates
    assert (iri(FIRM.id), "acquires", iri(RIVAL.id)) not in predicates
    assert (iri(SUZHOU.id), "partOf", iri(JIANGSU.id)) in predicates
    assert (iri("statement/s6"), "status", f"{zm}claimed") in predicates
    assert any(p == "quote" for _, p, _ in predicates)
    assert all((iri(one.id), "http://www.w3.org/2000/01/rdf-schema#label", one.name) in found for one in (FIRM, RIVAL))


def test_turtle_of_nothing_is_empty(opened):
    """Unknown ids are left out."""
    assert triples(opened, ("org/nobody",), ("statement/none",)) == set()


def test_a_name_in_turtle_stays_a_name(tmp_path):
    """Quotation marks and line breaks end nothing."""
    name = '甲"\n. <x:a> <x:b> <x:c> .'
    firm = replace(RIVAL, name=name)
    known = replace(KNOWLEDGE, entities=tuple(firm if one.id == RIVAL.id else one for one in KNOWLEDGE.entities))
    opened = Opened(open_store(write(tmp_path, known)))
    assert name in {o for _, _, o in triples(opened, (firm.id,), ())}


def test_symmetric_relations_go_both_ways(tmp_path):
    """Around either end it is the same relation."""
    together = statement("s9", FIRM, "cooperatesWith", RIVAL, *STATEMENTS[1].evidence)
    opened = Opened(open_store(write(tmp_path, replace(KNOWLEDGE, statements=(*STATEMENTS, together)))))
    for one, other in ((FIRM, RIVAL), (RIVAL, FIRM)):
        told = {(way["property"], way["direction"]): way["ids"] for way in Around(one.id).told(opened)}
        assert told["cooperatesWith", "both"] == [other.id]
