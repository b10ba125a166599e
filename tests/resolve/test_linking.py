"""Linking: entities with what lists say of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.authority import Authority, Entry
from graph.gazetteer import load_gazetteer
from graph.model import Entity
from graph.resolve import resolve
from graph.resolve.linking import linked

from .by_hand import article, ids, know, named, ontology, reasons

GAZETTEER = load_gazetteer()
WIKIDATA, GEONAMES = "http://www.wikidata.org/entity/", "https://sws.geonames.org/"


def link(entity):
    """The entity, linked with the ontology that ships."""
    (found,) = linked([entity], ontology(), GAZETTEER)
    return found


def test_a_place_has_its_code_its_point_and_its_other_iris():
    """What the lists say of 苏州."""
    place = link(Entity("place/苏州市", "City", "苏州"))
    assert (place.code, place.same_as) == ("320500", (f"{GEONAMES}1881771/",))
    assert dict(place.properties) == {"lat": "31.3041", "long": "120.5954"}


def test_the_former_name_and_the_present_one_are_one_node():
    """廣德縣 in one article, 广德市 in another: the code of today, the former code beside it, and why."""
    knowledge = know(
        article("来到廣德縣", named("廣德縣", "District", "gazetteer")),
        article("来到广德市", named("广德市", "District", "gazetteer")),
    )
    assert "广德市" in ids(knowledge, "place")
    place = knowledge.entity("place/广德市")
    assert place.code == "341882"
    assert dict(place.properties)["formerCode"] == "341822"
    assert dict(place.properties)["formerName"] == "广德县 341822 (–2019)"
    assert reasons(knowledge, place.id) == {"廣德縣": "gazetteer: 广德县 is 广德市 341882 since 2019"}


def test_a_dissolved_county_has_the_code_of_its_time():
    """無錫縣 went to several divisions: its node lies in 无锡市, with its former code alone."""
    knowledge = know(article("来到無錫縣", named("無錫縣", "District", "gazetteer")))
    place = knowledge.entity("place/无锡县")
    assert (place.code, dict(place.properties)) == (
        "",
        {"formerCode": "320222", "formerName": "无锡县 320222 (–1995)"},
    )
    assert ("place/无锡县", "partOf", "place/无锡市") in knowledge.background
    assert place.hidden == ()


def test_a_name_that_went_while_the_code_stayed_has_no_former_code():
    """襄樊市 and 襄阳市 have one code."""
    place = link(Entity("place/襄阳市", "City", "襄阳"))
    assert "formerCode" not in dict(place.properties)
    assert dict(place.properties)["formerName"] == "襄樊市 420600 (–2010)"


def test_a_former_name_that_no_text_uses_is_hidden():
    """It finds the place all the same, and is no label beside itself."""
    assert "广德县" in link(Entity("place/广德市", "District", "广德")).hidden
    used = link(Entity("place/广德市", "District", "广德市", aliases=("廣德縣",)))
    assert used.hidden == ()


def test_larger_places_are_linked_too():
    """江苏省 stands behind 苏州 without a mention, with its point and its items."""
    province = know(article("来到苏州", named("苏州", "City", "gazetteer"))).entity("place/江苏省")
    assert province.background
    assert province.same_as == (f"{WIKIDATA}Q16963", f"{GEONAMES}1806260/")
    assert dict(province.properties).keys() == {"lat", "long"}


@pytest.mark.parametrize(
    ("id", "type", "item"), [("org/招商银行", "Company", "Q1073327"), ("org/h-m-5a9ce0", "Company", "")]
)
def test_a_body_is_known_by_its_id(id, type, item):
    """By the full name that its id is made of, and by nothing that only looks like it."""
    assert link(Entity(id, type, "招行")).same_as == ((f"{WIKIDATA}{item}",) if item else ())


def test_what_is_no_organisation_has_no_item_of_one():
    """A product called like a bank is none."""
    assert link(Entity("offering/招商银行", "Product", "招商银行")).same_as == ()


def test_what_no_list_knows_stays_as_it_is():
    """A stable IRI of its own, and nothing else."""
    entity = Entity("place/甲乙县", "District", "甲乙县")
    assert link(entity) is entity


def test_a_users_item_stands_alone():
    """Where a list of one's own gives an item of Wikidata, ours is not added; other IRIs stand beside."""
    own = Entity("place/江苏省", "Province", "江苏", same_as=(f"{WIKIDATA}Q42",))
    assert link(own).same_as == (f"{WIKIDATA}Q42", f"{GEONAMES}1806260/")


def test_a_users_values_stay():
    """A point of one's own is not mixed with ours."""
    entry = Entry("苏州市", "City", facts=(("lat", "31.5"), ("long", "120.5")), where="my.csv:2")
    texts = [article("来到苏州市", named("苏州市", "City", "entities", "苏州市"))]
    place = resolve(texts, ontology(), Authority((entry,))).entity("place/苏州市")
    assert place.properties == (("lat", "31.5"), ("long", "120.5"))


def test_an_ontology_without_the_terms_goes_without():
    """What the ontology has no property for is not written."""
    bare = replace(ontology(), properties={n: p for n, p in ontology().properties.items() if n != "lat"})
    (place,) = linked([Entity("place/苏州市", "City", "苏州")], bare, GAZETTEER)
    assert dict(place.properties) == {"long": "120.5954"}


@given(st.lists(st.sampled_from(sorted(GAZETTEER.places)), unique=True, max_size=8))
def test_linking_keeps_the_entities_and_again_changes_nothing(names):
    """As many as there were, in their order; what is linked is linked for good."""
    once = linked([Entity(id, "Place", GAZETTEER.places[id].name) for id in names], ontology(), GAZETTEER)
    assert [entity.id for entity in once] == names
    assert linked(once, ontology(), GAZETTEER) == once
