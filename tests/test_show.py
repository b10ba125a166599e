"""One page says all that is known of a name, with its sentences, from a build's folder alone."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from small import CHINA, EDITION, FIGURES, FIRM, FIRST, KNOWLEDGE, RIVAL

from graph.errors import UsageError
from graph.model import Entity, Knowledge, Literal, Period, Status
from graph.ontology import load_ontology
from graph.rdf import write_graphs
from graph.show import find, is_called, nearest, show
from graph.store import create_store, open_store

BASE = "https://w3id.org/zhimai/id/"


def opened(folder, knowledge):
    write_graphs(knowledge, load_ontology(), folder)
    create_store(folder)
    return open_store(folder)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """The small knowledge, built and opened."""
    return opened(tmp_path_factory.mktemp("build"), KNOWLEDGE)


@pytest.mark.parametrize(
    "name",
    [
        "霽川智能科技有限公司",
        "霁川智能科技有限公司",
        "霁川",
        "霽川",
        "霁川智能",
        "「霁川智能」",
        " 霁川 智能",
        "org:霁川智能科技有限公司",
        BASE + FIRM.id,
    ],
)
def test_any_name_finds(store, name):
    """Preferred names, aliases and short forms in either script, with other brackets and spaces, and the IRI."""
    assert find(store, name) == (BASE + FIRM.id,)


def test_what_is_not_there_is_not_found(store):
    """No name, no thing."""
    assert find(store, "无此名") == ()
    assert find(store, "  ") == ()


def test_names_class_and_address(store):
    """The head says the name as in the text, the class in both languages, the other names and the IRI."""
    head = show(store, "霁川").splitlines()[:5]
    assert head[0] == "霽川智能科技有限公司  企业 Company"
    assert head[1] == "  简繁 other script: 霁川智能科技有限公司"
    assert head[2] == "  又名 also: 霁川智能、霽川智能"
    assert head[3].endswith("霁川")
    assert head[4].strip() == BASE + FIRM.id


def test_a_fact_has_its_sentences_and_articles(store):
    """Each fact is followed by the passages that say so, each with title, date and source."""
    lines = [line.strip() for line in show(store, "霁川").splitlines()]
    at = lines.index("「雲帆」機器人  (场合: 第八屆甲州交易會)  0.95")
    assert lines[at - 1] == "展出 exhibits"
    assert lines[at + 1 : at + 5] == [
        "“霽川智能亮相第八屆甲州交易會，展出「雲帆」機器人”",
        "霽川智能亮相 · 2021-04 · d1.txt",
        "“霁川智能带来云帆机器人”",
        "机器人走进养老院 · 2021-04-16 · d2.txt",
    ]


def test_a_fact_says_when_it_holds(tmp_path):
    """The times of all its sentences stand beside it, spans with both ends."""
    times = (Period("2021-04"), Period("2020", "2021"))
    first = KNOWLEDGE.statements[0]
    dated = replace(first, evidence=tuple(replace(e, time=t) for e, t in zip(first.evidence, times, strict=True)))
    known = replace(KNOWLEDGE, statements=(dated, *KNOWLEDGE.statements[1:]))
    lines = show(opened(tmp_path, known), "霁川").splitlines()
    assert "    「雲帆」機器人  (场合: 第八屆甲州交易會; 时间: 2020/2021、2021-04)  0.95" in lines


def test_a_copy_says_of_what(tmp_path):
    """Beside the source of a passage stands the article that it is a copy of."""
    lines = show(opened(tmp_path, replace(KNOWLEDGE, copies=(("d2", "d1"),))), "霁川").splitlines()
    assert "        机器人走进养老院 · 2021-04-16 · d2.txt · 转载 copy of 霽川智能亮相" in lines


def test_conflicts_show_both_sides(tmp_path):
    """Below a figure and its sentences stands the one that cannot be true as well, with its own; and the other way round."""
    other = replace(FIGURES[0], id="f9", value=Decimal("1.5E+9"), comparator="exactly")
    known = replace(KNOWLEDGE, figures=(*FIGURES, other), conflicts=(("observation/f1", "observation/f9"),))
    lines = show(opened(tmp_path, known), EDITION.name).splitlines()
    against = [line.strip() for line in lines if "矛盾" in line]
    assert against == ["矛盾 conflicts with: 约 2,200,000,000元", "矛盾 conflicts with: 1,500,000,000元"]
    assert lines[lines.index(f"      {against[0]}") + 1] == "      “成交額近22億元”"


def test_a_fact_conflicts_with_its_denial(tmp_path):
    """What is denied elsewhere says so, with the status of the other."""
    denied = replace(KNOWLEDGE.statements[0], id="s9", status=Status.DENIED)
    known = replace(
        KNOWLEDGE, statements=(*KNOWLEDGE.statements, denied), conflicts=(("statement/s1", "statement/s9"),)
    )
    assert "      矛盾 conflicts with: 否认 「雲帆」機器人" in show(opened(tmp_path, known), "霁川").splitlines()


def test_what_is_claimed_is_marked(store):
    """A statement that is no fact says so."""
    assert "乙方公司  [据称]" in show(store, "霁川")


def test_facts_from_the_other_end(store):
    """The object's page has the fact under the inverse label."""
    lines = [line.strip() for line in show(store, RIVAL.name).splitlines()]
    at = lines.index("被收购于 acquired by")
    assert lines[at + 1].startswith(FIRM.name)


def test_a_stated_fact_is_not_repeated_as_the_gazetteers(tmp_path):
    """What a text says too stands once, with its sentence."""
    said = next(s for s in KNOWLEDGE.statements if not isinstance(s.object, Literal) and s.status is Status.ASSERTED)
    known = replace(KNOWLEDGE, background=(*KNOWLEDGE.background, (said.subject, said.predicate, str(said.object))))
    names = {entity.id: entity.name for entity in known.entities}
    page = show(opened(tmp_path, known), BASE + said.subject)
    assert names[str(said.object)] in page
    assert f"{names[str(said.object)]}  (地名录 gazetteer)" not in page


def test_gazetteer_facts_are_marked(store):
    """What no text says is shown as the gazetteer's, from both ends."""
    assert "江苏  (地名录 gazetteer)" in show(store, CHINA.name)
    assert "江苏  (地名录 gazetteer)" in show(store, "苏州")


def test_figures(store):
    """Figures show comparator, number, unit, time and what they are a share of."""
    page = show(store, EDITION.name)
    assert "成交額: 约 2,200,000,000元  (2021)" in page
    assert "来自江苏的参展企业: 1/3  (占 of 参展企业)" in page
    assert "参展企业: 超过 -12.5%  (2018/2022-03; 截至 as of 2023-12-31; 同比)  [计划]" in show(store, "江苏")


def test_judgements_with_their_reasons(store):
    """Why names were merged or kept apart."""
    page = show(store, "霁川")
    assert "霽川智能科技有限公司 / 霁川智能 (d2): 相同  0.93" in page
    assert "both have a legal form and differ" in page


def test_two_things_of_one_name_are_both_shown(tmp_path):
    """A name that two things bear shows both."""
    two = (Entity("org/甲", "Company", "甲"), Entity("place/甲", "City", "甲"))
    page = show(opened(tmp_path, Knowledge((), two, (), ())), "甲")
    assert "企业 Company" in page
    assert "城市 City" in page


def test_odd_names_are_shown_on_one_line(tmp_path):
    """A name with quotes, markup and a dollar sign is no query."""
    odd = Entity('org/a"$this$thing>b', "Company", 'a"$this$thing>b <b>')
    page = show(opened(tmp_path, Knowledge((), (odd,), (), ())), 'a"$this$thing>b <b>')
    assert page.startswith('a"$this$thing>b <b>  企业')


def test_an_unknown_name_is_told_with_near_ones(store):
    """The nearest names are suggested."""
    with pytest.raises(UsageError, match=r"nothing is called 霁川智; did you mean .*霁川智能"):
        show(store, "霁川智")
    with pytest.raises(UsageError, match="nothing is called zzz"):
        show(store, "zzz")


@pytest.mark.parametrize("name", ["jichuan", "智能科技", "霁川智"])
def test_near_names(store, name):
    """A part of a name, its pinyin or a slip leads to it, once a thing."""
    assert nearest(store, name)[0] in ("霁川", "霁川智能", "霁川智能科技有限公司")
    assert len(nearest(store, name)) == len(set(nearest(store, name)))


def test_a_name_of_blanks_is_near_nothing(store):
    """Blanks are no part of every name."""
    assert nearest(store, " ") == ()


def test_what_is_longer_than_a_name_is_near_nothing(tmp_path):
    """Comparing it letter by letter would take seconds; a shorter one is found beside a name without end."""
    entity = Entity("org/甲川", "Company", "甲川", aliases=("甲" * 201,))
    store = opened(tmp_path, Knowledge((), (entity,), (), ()))
    assert nearest(store, "甲" * 201) == ()
    assert nearest(store, "甲") == ("甲川",)


def test_long_lists_are_cut_and_say_so(store):
    """With ``most`` each list stops there and says how many more there are."""
    short = show(store, "霁川", most=1).splitlines()
    assert "      … 另有 1 more" in short
    assert len(short) < len(show(store, "霁川").splitlines())


def test_json_has_all_that_the_text_has(store):
    """Facts of both directions, qualifiers, offsets and figures are in the JSON."""
    (firm,) = json.loads(show(store, "霁川", "json"))
    shown = next(fact for fact in firm["facts"] if fact["relation"]["en"] == "exhibits")
    assert shown["qualifiers"] == {"场合": EDITION.name}
    passage = shown["evidence"][0]
    assert passage["quote"] == FIRST[passage["start"] : passage["end"]]
    (edition,) = json.loads(show(store, EDITION.name, "json"))
    assert {figure["measure"] for figure in edition["figures"]} == {"成交額", "来自江苏的参展企业"}
    assert "from" in {fact["direction"] for fact in edition["facts"]}


def test_several_of_a_name_are_listed_first(tmp_path):
    """Where two things have the name, the page begins with their addresses, and an address shows one alone."""
    two = (Entity("org/甲", "Company", "甲"), Entity("place/甲", "City", "甲"))
    both = opened(tmp_path, Knowledge((), two, (), ()))
    assert show(both, "甲").splitlines()[1:3] == ["  企业 Company  org:甲", "  城市 City  place:甲"]
    assert "City" not in show(both, "org:甲")


@pytest.mark.parametrize(("name", "called"), [("霁川", True), ("企业", True), ("exhibits", True), ("甲甲甲", False)])
def test_a_thing_a_class_or_a_relation_bears_a_name(store, name, called):
    """As the named queries take names."""
    assert is_called(store, name) is called
