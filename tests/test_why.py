"""`show` with two names says why they are one thing, two, or left undecided."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from small import FIRM, KNOWLEDGE, RIVAL, SUZHOU

from graph.errors import UsageError
from graph.model import Entity, Judgement, Knowledge, Verdict
from graph.ontology import load_ontology
from graph.quotations import limited
from graph.rdf import write_graphs
from graph.show import show, why, why_of
from graph.store import Store, create_store, open_store

FULL = "霽川智能科技有限公司"
SHORT = Judgement(FIRM.id, "霁川智能", Verdict.SAME, 0.93, "“霁川智能” keeps characters of the full name")
APART = Judgement(FIRM.id, RIVAL.id, Verdict.DIFFERENT, 0.99, "both have a legal form and differ")


def opened(folder: Path, *judgements: Judgement, knowledge: Knowledge = KNOWLEDGE) -> Store:
    write_graphs(replace(knowledge, judgements=judgements), load_ontology(), folder)
    create_store(folder)
    return open_store(folder)


def test_two_names_of_one_thing(tmp_path):
    """The verdict and the thing, the judgement with score and reason, a sentence of each name, how to decide otherwise."""
    lines = why(opened(tmp_path, SHORT), "霁川智能", FULL, directory=Path("out")).splitlines()
    assert lines[0] == f"霁川智能 / {FULL}: 相同 one thing"
    assert lines[1] == f"  {FULL}  企业 Company  https://w3id.org/zhimai/id/{FIRM.id}"
    at = lines.index("名称判定 Judgements on names")
    assert lines[at + 1 : at + 3] == [f"  {FULL} / 霁川智能: 相同  0.93", f"    {SHORT.reason}"]
    assert f"  {FULL}: 首选名，无需判定 its preferred name, which needs no judgement" in lines
    assert lines[-1] == f"  zhimai curate out --different 霁川智能 {FULL}"


def test_each_name_has_a_sentence_of_its_own(tmp_path):
    """The sentence is one in which the thing stands under that very name, with its article."""
    told = why_of(opened(tmp_path, SHORT), "霁川智能", FULL)
    short, full = (side["sentence"] for side in told["sides"])
    assert "霁川智能" in short["quote"]
    assert short["source"] == "d2.txt"
    assert FULL in full["quote"]
    assert full["source"] == "d1.txt"


def test_without_texts_a_quotation_will_do(tmp_path):
    """A build with a limit on quotations shows one that has the name in it, else none."""
    known = limited(KNOWLEDGE, 30)
    told = why_of(opened(tmp_path, SHORT, knowledge=known), "霁川智能", FULL)
    assert "霁川智能" in told["sides"][0]["sentence"]["quote"]


def test_the_chain_goes_by_way_of_the_names_in_the_reasons(tmp_path):
    """A name that belongs by way of another brings the judgement on that one; each stands once."""
    by_way = Judgement(FIRM.id, "霁川", Verdict.SAME, 0.8, "another article introduces “霁川” for “霁川智能”")
    firm = replace(FIRM, aliases=(*FIRM.aliases, "霁川"), hidden=())
    entities = tuple(firm if one.id == FIRM.id else one for one in KNOWLEDGE.entities)
    store = opened(tmp_path, SHORT, by_way, APART, knowledge=replace(KNOWLEDGE, entities=entities))
    assert [one["other"]["name"] for one in why_of(store, "霁川", FULL)["judgements"]] == ["霁川", "霁川智能"]
    assert [one["other"]["name"] for one in why_of(store, "霁川智能", "霁川")["judgements"]] == ["霁川智能", "霁川"]


@pytest.mark.parametrize(("judged", "verdict", "decide"), [(APART, "different", ["same"]), (None, "apart", ["same"])])
def test_two_things(tmp_path, judged, verdict, decide):
    """What keeps them apart is shown from either side; where nothing was judged it says so."""
    store = opened(tmp_path, SHORT, *([judged] if judged else []))
    for pair in (("霁川智能", RIVAL.name), (RIVAL.name, "霁川智能")):
        told = why_of(store, *pair)
        assert (told["verdict"], list(told["decide"])) == (verdict, decide)
        assert [one["reason"] for one in told["judgements"]] == ([judged.reason] if judged else [])
    assert ("nothing, or too little, speaks for their being one" in why(store, FULL, RIVAL.name)) == (judged is None)


def test_an_unsure_pair_says_how_to_decide(tmp_path):
    """Both commands, ready to copy."""
    store = opened(tmp_path, replace(APART, verdict=Verdict.UNSURE, score=0.6))
    lines = why(store, FULL, RIVAL.name, directory=Path("my graph")).splitlines()
    assert lines[0].endswith("不确定 unsure: two things until somebody decides")
    assert lines[-3:] == [
        "决定 To decide",
        f"  zhimai curate 'my graph' --same {FULL} {RIVAL.name}",
        f"  zhimai curate 'my graph' --different {FULL} {RIVAL.name}",
    ]


def test_a_persons_word_comes_first(tmp_path):
    """It says the verdict, with the name of the person."""
    person = replace(APART, reason="两家公司", by="林")
    store = opened(tmp_path, replace(APART, verdict=Verdict.UNSURE), person)
    assert why_of(store, FULL, RIVAL.name)["judgements"][0]["by"] == "林"
    assert "    两家公司  (林)" in why(store, FULL, RIVAL.name).splitlines()


def test_an_entry_of_a_list_that_no_article_names(tmp_path):
    """An alias that entries share is unsure with each; only the judgement on the one asked about is shown."""
    shared = [Judgement(RIVAL.id, name, Verdict.UNSURE, 0.5, f"alias of {name}") for name in ("乙方控股", "乙方电子")]
    told = why_of(opened(tmp_path, *shared), RIVAL.name, "乙方控股")
    assert (told["verdict"], [one["reason"] for one in told["judgements"]]) == ("unsure", ["alias of 乙方控股"])
    assert (told["sides"][1]["thing"], told["sides"][1]["as"]) == (None, "entry")
    assert told["decide"]["same"] == [RIVAL.name, "乙方控股"]


def test_words_that_point_at_a_thing(tmp_path):
    """What is judged to mean a thing and is no name of it is explained too, and is nothing to decide on."""
    store = opened(tmp_path, Judgement(FIRM.id, "该智能企业", Verdict.SAME, 0.9, "the only firm"))
    told = why_of(store, "该智能企业", FULL)
    assert (told["verdict"], told["sides"][0]["as"], told["decide"]) == ("same", "mention", {})


def test_a_name_of_two_things_is_one_with_the_other_where_it_can(tmp_path):
    """The other bearers are told, and an address asks for one of them."""
    two = (Entity("org/甲", "Company", "甲"), Entity("place/甲", "City", "甲", ("甲市",)))
    store = opened(tmp_path, knowledge=Knowledge((), two, (), ()))
    told = why_of(store, "甲", "甲市")
    assert (told["verdict"], told["sides"][0]["thing"]["class"]["en"]) == ("same", "City")
    assert told["sides"][0]["others"] == ["https://w3id.org/zhimai/id/org/甲"]
    assert why_of(store, "org:甲", "甲市")["decide"]["same"] == ["org/甲", "place/甲"]


def test_a_name_that_is_not_there(tmp_path):
    """The nearest names are suggested, for the second name as for the first."""
    store = opened(tmp_path, SHORT)
    for pair in ((FULL, "霁川智"), ("霁川智", FULL)):
        with pytest.raises(UsageError, match=r"nothing is called 霁川智; did you mean .*霁川智能"):
            why(store, *pair)


def test_json(tmp_path):
    """The JSON is what the function gives."""
    store = opened(tmp_path, SHORT)
    assert json.loads(why(store, "霁川智能", FULL, "json")) == why_of(store, "霁川智能", FULL)


def test_the_command(zhimai, tmp_path):
    """A second name asks why."""
    opened(tmp_path, SHORT)
    assert zhimai("show", str(tmp_path), "霁川智能", FULL).out.startswith(f"霁川智能 / {FULL}: 相同")
    assert json.loads(zhimai("show", str(tmp_path), SUZHOU.name, FULL, "-f", "json").out)["verdict"] == "apart"


def test_the_page_of_a_name_has_merges_first(tmp_path):
    """Then what is kept apart, then the unsure, with the class of the other and how to decide."""
    unsure = Judgement(FIRM.id, SUZHOU.id, Verdict.UNSURE, 0.6, "alike")
    lines = show(opened(tmp_path, unsure, APART, SHORT), FULL, directory=Path("out")).splitlines()
    at = lines.index("名称判定 Judgements on names")
    verdicts = [line.split(": ")[1].split("  ")[0] for line in lines[at + 1 :] if line.startswith(f"  {FULL} / ")]
    assert verdicts == ["相同", "不同", "不确定"]
    assert f"    另一 the other: {SUZHOU.name}  城市 City" in lines
    assert f"    决定 decide: zhimai curate out --same {FULL} {SUZHOU.name}  (--different)" in lines
