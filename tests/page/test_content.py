from __future__ import annotations

import json
from dataclasses import replace

from graph.model import Period, Script
from graph.page.content import content
from graph.page.quoting import Role

from .made_up import Reporter, entity, gathered, knowledge, ontology

_FIRM, _CITY = entity("Company", "澄嵐集團", "澄嵐"), entity("City", "蘇州")


def _told():
    report = Reporter(0, "澄嵐集團落戶蘇州")
    said = report.say(_FIRM, "落戶", _CITY, "。")
    report.state(_FIRM, "locatedIn", _CITY, said)
    return content(
        gathered([report], [_FIRM, _CITY], [(_CITY.id, "partOf", _FIRM.id)]), ontology(), "https://example.org/"
    )


def test_an_entity_comes_with_its_names_in_both_scripts():
    """The panel shows the other script apart from the names that texts use."""
    firm = _told()["entities"][0]
    assert (firm["name"], firm["aliases"], firm["converted"]) == ("澄嵐集團", ["澄嵐"], ["澄岚集团", "澄岚"])
    assert firm["id"] == _FIRM.id
    assert _told()["base"] == "https://example.org/"


def test_a_fact_comes_with_its_sentence():
    """Evidence carries its document and the pieces of its passage."""
    told = _told()
    evidence = told["facts"][0]["evidence"][0]
    assert evidence["document"] == 0
    assert told["passages"][evidence["passage"]] == "澄嵐集團落戶蘇州。"
    assert evidence["pieces"] == [[4, Role.SUBJECT], [2, Role.QUOTE], [2, Role.OBJECT], [1, Role.QUOTE]]


def test_a_fact_comes_with_its_times():
    """When it holds stands among its qualifiers, a span with both ends."""
    report = Reporter(0, "澄嵐集團落戶蘇州")
    report.state(_FIRM, "locatedIn", _CITY, report.say(_FIRM, "落戶", _CITY, "。"))
    known = gathered([report], [_FIRM, _CITY], [])
    (said,) = known.statements
    evidence = tuple(replace(e, time=Period("2021", "2023")) for e in said.evidence)
    told = content(replace(known, statements=(replace(said, evidence=evidence),)), ontology(), "https://example.org/")
    assert told["facts"][0]["qualifiers"] == [["time", "2021/2023"]]


def test_a_quote_that_is_a_part_of_its_passage_says_which():
    """So that it can be saved character for character; a quote that is the whole says nothing."""
    report = Reporter(0, "澄嵐集團落戶蘇州")
    whole = report.say(_FIRM, "落戶", _CITY, "。")
    part = replace(whole, start=whole.start + 4, end=whole.end - 1, quote=whole.quote[4:-1])
    report.state(_FIRM, "locatedIn", _CITY, whole)
    report.state(_FIRM, "locatedIn", _CITY, part)
    first, second = content(gathered([report], [_FIRM, _CITY], []), ontology(), "")["facts"][0]["evidence"]
    assert "quote" not in first
    assert second["quote"] == [4, 4]
    assert second["source"][1:3] == [4, 8]


def test_a_name_says_its_script_and_what_it_is_in_the_other():
    """Its script where that is not the page's own; one that is written alike in both has no other form."""
    report = Reporter(0, "消息")
    names = [entity("Company", name) for name in ("澄嵐集團", "越衡电气", "中山")]
    for one in names:
        report.say(one, "。")
    traditional, simplified, alike = content(gathered([report], names, []), ontology(), "")["entities"]
    assert ("script" in traditional, traditional["other"]) == (False, "澄岚集团")
    assert (simplified["script"], simplified["other"]) == (Script.HANS, "越衡電氣")
    assert not {"script", "other"} & set(alike)


def test_a_copy_says_of_which_article():
    """An article knows its original by its position; others have none."""
    reports = [Reporter(number, "澄嵐集團落戶蘇州") for number in (0, 1)]
    known = gathered(reports, [], [])
    original, copy = (text.document.id for text in known.texts)
    told = content(replace(known, copies=((copy, original),)), ontology(), "https://example.org/")
    assert [document["copyOf"] for document in told["documents"]] == [-1, 0]


def test_a_passage_that_says_several_things_is_there_once():
    """Facts share the sentence and differ in what is marked in it."""
    report = Reporter(0, "消息")
    said = report.say(_FIRM, "落戶", _CITY, "。")
    report.state(_FIRM, "locatedIn", _CITY, said)
    report.state(_FIRM, "cooperatesWith", _CITY, said)
    told = content(gathered([report], [_FIRM, _CITY], []), ontology(), "https://example.org/")
    assert told["passages"] == ["澄嵐集團落戶蘇州。"]
    assert [fact["evidence"][0]["passage"] for fact in told["facts"]] == [0, 0]


def test_the_gazetteers_facts_say_so():
    """Background facts have a status of their own and no evidence."""
    fact = _told()["facts"][1]
    assert (fact["status"], fact["evidence"]) == ("background", [])


def test_what_a_text_says_is_not_told_by_the_gazetteer_too():
    """A place that a text puts into its province is there once, with the sentence."""
    report = Reporter(0, "消息")
    report.state(_FIRM, "locatedIn", _CITY, report.say(_FIRM, "落戶", _CITY, "。"))
    known = gathered([report], [_FIRM, _CITY], [(_FIRM.id, "locatedIn", _CITY.id)])
    facts = content(known, ontology(), "https://example.org/")["facts"]
    assert [fact["status"] for fact in facts] == ["asserted"]


def test_the_page_opens_in_the_script_of_most_articles():
    """The interface speaks the language of the reader's texts."""
    assert _told()["language"] is Script.HANT


def test_only_classes_that_occur_are_in_the_legend():
    """The legend counts what there is."""
    assert {item["id"]: item["count"] for item in _told()["classes"]} == {"Company": 1, "City": 1}


def test_everything_can_be_written_as_json():
    """Nothing but plain values reaches the page."""
    made = content(knowledge(30), ontology(), "https://example.org/")
    assert json.loads(json.dumps(made))["figures"]
