"""All that is known of a thing, and what may be meant by a name."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from small import EDITION, FIRM, FIRST, JIANGSU, KNOWLEDGE, RIVAL, SUZHOU, evidence, statement

from graph.explorer.views import Opened, Unknown
from graph.explorer.views.entity import FIRST as SHOWN
from graph.explorer.views.entity import PAGE, Called, Entity
from graph.explorer.views.facts import FEW
from graph.model import Entity as Thing
from graph.model import Judgement, Verdict
from graph.show import known_of
from graph.store import open_store

from ..served import write


def told(opened, thing, **more):
    return json.loads(json.dumps(Entity(thing.id, **more).told(opened)))


def test_facts_stand_by_property_and_direction(opened):
    """All of them, as `zhimai show` knows them: values first, then what it does, then what is done to it."""
    known = told(opened, EDITION)
    assert [(one["property"], one["direction"], one["count"]) for one in known["groups"]] == [
        ("startDate", "to", 1),
        ("editionOf", "to", 1),
        ("exhibitsAt", "from", 1),
    ]
    assert known["facts"] == len(known_of(opened.store, known["iri"])["facts"])
    assert known["groups"][2]["labels"]["zh-Hans"] == opened.schema.inverse["exhibitsAt"]["zh-Hans"]


def test_a_fact_says_all_that_stands_beside_it(opened):
    """Its other end, qualifiers, and each passage with its article."""
    (fact,) = next(one for one in told(opened, FIRM)["groups"] if one["property"] == "exhibits")["facts"]
    assert (fact["other"]["id"], fact["status"], fact["confidence"]) == ("offering/云帆机器人", "asserted", 0.95)
    assert [(one["property"], one["id"]) for one in fact["qualifiers"]] == [("edition", EDITION.id)]
    assert [one["publisher"] for one in fact["evidence"]] == ["", "乙报"]
    assert fact["said"] == 2


def test_the_gazetteers_facts_are_told_as_such(opened):
    """Without status and sentence of their own."""
    (group,) = [one for one in told(opened, SUZHOU)["groups"] if one["property"] == "partOf"]
    assert [(fact["by"], fact["evidence"]) for fact in group["facts"]] == [("gazetteer", [])]


def test_names_codes_and_registries(opened):
    """Both scripts, aliases, derived forms; where else it is known."""
    known = told(opened, FIRM)
    called = {kind: [one["name"] for one in some] for kind, some in known["names"].items()}
    assert sorted(called["preferred"]) == ["霁川智能科技有限公司", "霽川智能科技有限公司"]
    assert (sorted(called["alias"]), called["short"]) == (["霁川智能", "霽川智能"], ["霁川"])
    place = told(opened, SUZHOU)
    assert (place["codes"], place["sameAs"]) == (["320500"], ["http://www.wikidata.org/entity/Q42622"])


def test_figures_by_measure_with_a_point_where_they_have_a_time(opened):
    """Read as people write numbers, exact as well."""
    groups = told(opened, EDITION)["figures"]
    traded = next(one for one in groups if one["unit"] == "元")
    assert traded["figures"][0]["shown"]["en"] == "2.2 billion"
    assert [(one["start"], one["value"]) for one in traded["points"]] == [("2021", 2.2e9)]
    share = next(one for one in groups if one["unit"] == "")
    assert (share["figures"][0]["shown"]["en"], share["figures"][0]["shareOf"]) == ("1/3", "参展企业")
    assert share["points"] == []
    planned = told(opened, JIANGSU)["figures"][0]["figures"][0]
    assert (planned["when"], planned["until"], planned["asOf"]) == ("2018", "2022-03", "2023-12-31")
    assert (planned["status"], planned["against"], planned["comparator"]) == ("planned", "同比", "moreThan")


def test_articles_and_judgements(opened):
    """The newest article first; a judgement with its other side, a thing where it is one."""
    known = told(opened, FIRM)
    assert [one["published"] for one in known["articles"]] == ["2021-04-16", "2021-04"]
    assert [(one["verdict"], one["other"].get("id")) for one in known["judgements"]] == [
        ("same", None),
        ("different", RIVAL.id),
    ]
    assert known["judgements"][0]["labels"]["zh-Hans"]


def test_the_picture_has_the_thing_and_its_neighbours(opened):
    """Each with a place."""
    picture = told(opened, FIRM)["picture"]
    assert picture["nodes"][0]["id"] == FIRM.id
    assert len(picture["nodes"]) == picture["count"] + 1 == 5


@pytest.fixture(scope="module")
def hub(tmp_path_factory):
    """A place in which many firms lie, with coordinates of its own nowhere; two firms share a name."""
    firms = tuple(
        Thing(f"org/{n}", "Company", f"第{n}公司", aliases=("同名",) if n < 2 else ()) for n in range(PAGE + 60)
    )
    said = KNOWLEDGE.statements[1].evidence
    facts = tuple(statement(f"f{n}", one, "locatedIn", SUZHOU, *said * 9) for n, one in enumerate(firms))
    unsure = Judgement(firms[0].id, firms[1].id, Verdict.UNSURE, 0.5, "the same short name")
    more = {"entities": (*KNOWLEDGE.entities, *firms), "statements": facts, "judgements": (unsure,)}
    return Opened(open_store(write(tmp_path_factory.mktemp("hub"), replace(KNOWLEDGE, **more))))


def test_a_page_of_a_hub_has_the_first_facts_of_each_property(hub):
    """The number of all beside them; one property alone is told page by page."""
    group = next(one for one in told(hub, SUZHOU)["groups"] if one["property"] == "locatedIn")
    assert (group["count"], len(group["facts"])) == (PAGE + 60, SHOWN)
    pages = [
        told(hub, SUZHOU, property="locatedIn", direction="from", start=start)["groups"][0]["facts"]
        for start in (0, PAGE, 2 * PAGE)
    ]
    assert [len(facts) for facts in pages] == [PAGE, 60, 0]
    assert len({fact["id"] for facts in pages for fact in facts}) == PAGE + 60
    assert pages[0][:SHOWN] == group["facts"]


def test_one_fact_is_told_alone(hub):
    """With all of its passages; one that is not its own is unknown."""
    (group,) = told(hub, SUZHOU, fact="statement/f7")["groups"]
    assert [one["other"]["id"] for one in group["facts"]] == ["org/7"]
    for more in ({"fact": "statement/none"}, {"property": "exhibits"}):
        with pytest.raises(Unknown):
            told(hub, SUZHOU, **more)


def test_a_fact_that_is_said_often_shows_a_few_passages(tmp_path):
    """And how many there are; alone it shows all."""
    said = tuple(evidence("d1", FIRST[at : at + 4]) for at in range(12))
    often = replace(KNOWLEDGE, statements=(statement("s", FIRM, "headquarteredIn", SUZHOU, *said),))
    opened = Opened(open_store(write(tmp_path, often)))
    for more, shown in (({}, FEW), ({"fact": "statement/s"}, 12)):
        (fact,) = told(opened, FIRM, **more)["groups"][0]["facts"]
        assert (len(fact["evidence"]), fact["said"]) == (shown, 12)


def test_namesakes_know_of_each_other(hub):
    """On the page of each."""
    known = told(hub, Thing("org/0", "", ""))
    assert [(one["name"], [each["id"] for each in one["things"]]) for one in known["namesakes"]] == [
        ("同名", ["org/1"])
    ]


def test_what_a_name_may_mean(hub):
    """All that bear it, whatever stands before it in an address; else names that are like it."""
    for name in ("同名", "org/同名", "elsewhere/x/同名"):
        assert [one["id"] for one in Called(name).told(hub)["things"]] == ["org/0", "org/1"]
    told = Called("org/第7公司有限公司").told(hub)
    assert told["things"] == []
    assert "第7公司" in told["near"]
