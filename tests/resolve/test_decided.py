"""A person's word wins over what the program judges, whatever the order of the articles, and says so."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.authority import Authority, Entry
from graph.decisions import Choice, Decision, Decisions
from graph.model import Knowledge, Verdict
from graph.resolve import applied, resolve

from .by_hand import article, claim, ids, know, measure, named, ontology

FULL, SHORT, OTHER = "甲川智能科技有限公司", "甲川智能", "乙湖科技有限公司"
# The first defines the short name, the second and third use it or another firm's.
ONE = article(
    f"{FULL}（以下简称{SHORT}）位于苏州市，生产丙型机器人。",
    named(FULL, "Company"),
    named(SHORT, "Company", "definition", FULL),
    named("苏州市", "City"),
    named("丙型机器人", "Product"),
    claims=[claim(0, "headquarteredIn", 2), claim(0, "produces", 3)],
    measures=[measure(0, "营业收入", "350000000", "元")],
)
TWO = article(
    f"{SHORT}与{OTHER}合作。", named(SHORT, "Company"), named(OTHER, "Company"), claims=[claim(0, "cooperatesWith", 1)]
)
THREE = article(f"丁州{SHORT}参展。", named(f"丁州{SHORT}", "Company"))


def decided(*lines: tuple[str, ...], articles=(ONE, TWO), authority=None) -> Knowledge:
    """The articles with decisions: (choice, thing, other[, relation])."""
    all = (Decision(Choice(line[0]), *line[1:], where=f"d.csv:{n}") for n, line in enumerate(lines, 2))
    return resolve(articles, ontology(), authority or Authority(), Decisions(tuple(all)))


def by_person(knowledge: Knowledge) -> list[tuple[str, str, Verdict]]:
    return [(j.left, j.right, j.verdict) for j in knowledge.judgements if j.by == "person"]


def unapplied(knowledge: Knowledge) -> dict[str, str]:
    return dict(knowledge.outcome.unapplied)


def test_without_decisions_nothing_changes():
    """The program's own judgement, as before."""
    assert decided() == know(ONE, TWO)


def test_what_a_person_calls_one_is_one():
    """Two firms that nothing connects are joined, under the id where the program's own merges lead."""
    found = decided(("same", SHORT, OTHER))
    assert ids(found, "org") == [FULL]
    assert by_person(found) == [(f"org/{FULL}", OTHER, Verdict.SAME)]
    assert found.outcome.unapplied == ()


def test_what_a_person_keeps_apart_is_two():
    """A short name that the program gives to the firm, even one that an article defines, is a thing of its own."""
    found = decided(("different", SHORT, FULL))
    assert set(ids(found, "org")) == {OTHER, SHORT, FULL}
    assert SHORT not in found.entity(f"org/{FULL}").aliases + found.entity(f"org/{FULL}").hidden
    assert [(verdict, left != right) for left, right, verdict in by_person(found)] == [(Verdict.DIFFERENT, True)]


def test_apart_also_by_way_of_a_third():
    """Where two are kept apart, a name that the program gives to both goes to one of them."""
    found = decided(
        ("same", SHORT, OTHER), ("different", FULL, OTHER), articles=(TWO, article(FULL, named(FULL, "Company")))
    )
    assert set(ids(found, "org")) == {FULL, OTHER}
    assert SHORT in found.entity(f"org/{OTHER}").aliases


@pytest.mark.parametrize(("last", "firms"), [("same", 1), ("different", 2)])
def test_the_later_line_holds(last, firms):
    """Of two lines about one pair, by whatever name, the later; the earlier is told not to apply."""
    first = "different" if last == "same" else "same"
    found = decided((first, FULL, OTHER), (last, OTHER, f"org/{FULL}"))
    assert len(ids(found, "org")) == firms
    assert list(unapplied(found)) == ["d.csv:2"]


def test_either_script_names_a_thing():
    """A person may write in the other script than the texts."""
    found = decided(
        ("same", "丁綫機器人公司", OTHER),
        articles=(TWO, article("丁线机器人公司参展。", named("丁线机器人公司", "Company"))),
    )
    assert found.outcome.unapplied == ()
    assert len(ids(found, "org")) == 2


def test_the_id_of_a_name_that_was_merged_is_known():
    """What had an id of its own in an earlier build is found by it."""
    found = decided(("rename", f"org/{SHORT}", "甲川集团"))
    assert found.entity(f"org/{FULL}").name == "甲川集团"


def test_a_new_name_keeps_the_id_and_the_old_name():
    """The person's name is preferred, the old one an alias, the id what it was; later lines may use the new name."""
    found = decided(("rename", SHORT, "甲川集团"), ("reject", "甲川集团", "丙型机器人", "produces"))
    firm = found.entity(f"org/{FULL}")
    assert (firm.name, set(firm.aliases)) == ("甲川集团", {FULL, SHORT})
    assert (f"org/{FULL}", FULL, Verdict.RENAMED) in by_person(found)
    assert found.outcome.unapplied == ()


def test_of_two_new_names_the_later_holds():
    """And the earlier leaves nothing."""
    firm = decided(("rename", SHORT, "甲川集团"), ("rename", FULL, "甲川控股")).entity(f"org/{FULL}")
    assert (firm.name, set(firm.aliases)) == ("甲川控股", {FULL, SHORT})


def test_a_new_class_leaves_out_what_it_cannot_have():
    """What only the old class can have goes, and is told."""
    found = decided(("retype", FULL, "人物"))
    assert found.entity(f"org/{FULL}").type == "Person"
    assert [s.predicate for s in found.statements if s.subject == f"org/{FULL}"] == ["produces"]
    told = [what for where, what in found.outcome.left_out if where == "d.csv:2"]
    assert any("headquartered in" in what and "no longer fits" in what for what in told)


def test_a_new_class_leaves_out_a_code_of_places():
    """What is no place has no code of one."""
    place = article("杭州市。", named("杭州市", "City"))
    assert decided(articles=(place,)).entity("place/杭州市").code == "330100"
    assert decided(("retype", "杭州市", "Company"), articles=(place,)).entity("place/杭州市").code == ""


@pytest.mark.parametrize("other", ["无此类", "Statement"])
def test_a_class_that_is_none(other):
    """A class must be one of things in the ontology."""
    assert "is no class of things" in unapplied(decided(("retype", FULL, other)))["d.csv:2"]


@pytest.mark.parametrize("relation", ["produces", "zm:produces", "生产", "生產"])
def test_a_rejected_statement_goes(relation):
    """By name or label; its judgement says what was rejected, and other statements stay."""
    found = decided(("reject", SHORT, "丙型机器人", relation))
    assert sorted(s.predicate for s in found.statements) == ["cooperatesWith", "headquarteredIn"]
    assert by_person(found) == [(f"org/{FULL}", "生产 丙型机器人", Verdict.REJECTED)]


def test_a_symmetric_statement_goes_from_either_end():
    """Its ends have no order."""
    for ends in ((SHORT, OTHER), (OTHER, SHORT)):
        found = decided(("reject", *ends, "cooperatesWith"))
        assert "cooperatesWith" not in {s.predicate for s in found.statements}


@pytest.mark.parametrize("value", ["3.5亿元", "350000000", "350,000,000元", "3.5億元"])
def test_a_rejected_figure_goes(value):
    """By its measure and its value, with or without the unit."""
    assert decided(("reject", SHORT, value, "营业收入")).figures == ()


def test_what_contradicted_a_rejected_figure_is_in_no_conflict_any_more():
    """A pair of which a person rejects one side goes with it; other pairs stay."""
    before = know(ONE, TWO)
    (figure,), (one, other, _) = before.figures, before.statements
    stays = (f"statement/{one.id}", f"statement/{other.id}")
    torn = replace(before, conflicts=((f"observation/{figure.id}", "observation/2"), stays))
    rejected = Decision(Choice.REJECT, SHORT, "3.5亿元", "营业收入", where="d.csv:2")
    assert applied(torn, Decisions((rejected,)), ontology()).conflicts == (stays,)


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (("same", "无名公司", FULL), "nothing here is called 无名公司"),
        (("different", FULL, "无名公司"), "nothing here is called 无名公司"),
        (("rename", "无名公司", "丙"), "nothing here is called 无名公司"),
        (("reject", FULL, "丁型机器人", "produces"), "no such statement here"),
        (("reject", FULL, "3.6亿元", "营业收入"), "no such statement here"),
        (("different", SHORT, "甲川智能。"), "they are still one"),
    ],
)
def test_what_does_not_apply_is_told(line, why):
    """With its line and why; the rest is as without it."""
    found = decided(line)
    assert why in unapplied(found)["d.csv:2"]
    assert found.statements == decided().statements


def test_what_is_so_already_applies():
    """Where the program agrees nothing is to be told, and the person's word is the reason from then on."""
    found = decided(("same", SHORT, FULL))
    assert found.outcome.unapplied == ()
    assert by_person(found) == [(f"org/{FULL}", SHORT, Verdict.SAME)]


def test_a_name_of_several_things_wants_an_id():
    """Nothing is guessed; the ids are given."""
    person = article(f"{OTHER}的甲川。", named(OTHER, "Company"), named("甲川", "Person"))
    product = article("甲川上市。", named("甲川", "Product"))
    found = decided(("rename", "甲川", "甲川号"), articles=(person, product))
    assert "give one of offering/甲川, person/甲川" in unapplied(found)["d.csv:2"]
    assert (
        decided(("rename", "offering/甲川", "甲川号"), articles=(person, product)).entity("offering/甲川").name
        == "甲川号"
    )


def in_two_firms():
    """Two articles, each with one of that name in a firm of its own."""
    return [
        article(
            f"{firm}的林一帆。",
            named(firm, "Company"),
            named("林一帆", "Person"),
            claims=[claim(1, "affiliatedWith", 0)],
        )
        for firm in (FULL, OTHER)
    ]


def test_people_of_one_name_are_joined_by_their_ids():
    """The program keeps people of one name in two firms apart; a person may know better."""
    articles = in_two_firms()
    apart = ids(decided(articles=articles), "person")
    assert len(apart) == 2
    found = decided(("same", *(f"person/{one}" for one in apart)), articles=articles)
    assert len(ids(found, "person")) == 1
    assert found.outcome.unapplied == ()
    assert [(j.left in j.right, j.verdict) for j in found.judgements if j.by == "person"] == [(False, Verdict.SAME)]


def test_people_joined_by_their_ids_are_judged_once():
    """The word of the person, on the name, and not that a thing is itself."""
    alone = article("林一帆说。", named("林一帆", "Person"))
    firms = in_two_firms()
    known = f"person/林一帆-{FULL}"
    found = decided(("same", "person/林一帆", known), articles=(alone, *firms))
    assert [(j.left, j.right, j.by) for j in found.judgements if j.verdict is Verdict.SAME and j.left == known] == [
        (known, "林一帆", "person")
    ]


LISTED = Authority(
    (
        Entry("华兴钢铁有限公司", "Company", ("华兴",), where="my.csv:2"),
        Entry("华兴造船厂", "Company", ("华兴",), where="my.csv:3"),
    )
)
SHARED = article("华兴参展。", named("华兴", "Company", "ambiguous"))


def test_an_alias_that_a_list_shares_is_given_to_an_entry():
    """Also to one that no text names in full: it has the entry's id, and no doubt is left."""
    found = decided(("same", "华兴", "华兴造船厂"), articles=(SHARED,), authority=LISTED)
    assert ids(found, "org") == ["华兴造船厂"]
    assert [j for j in found.judgements if j.verdict is Verdict.UNSURE] == []


def test_an_alias_that_a_list_shares_is_kept_from_an_entry():
    """The doubt about the other one stays."""
    found = decided(("different", "华兴", "华兴造船厂"), articles=(SHARED,), authority=LISTED)
    assert [j.right for j in found.judgements if j.verdict is Verdict.UNSURE] == ["华兴钢铁有限公司"]
    assert by_person(found) == [("org/华兴", "华兴造船厂", Verdict.DIFFERENT)]


_NAMES = st.sampled_from([FULL, SHORT, OTHER, f"丁州{SHORT}", "丙型机器人"])
_LINES = st.lists(
    st.tuples(st.sampled_from(["same", "different"]), _NAMES, _NAMES).filter(lambda line: line[1] != line[2]),
    max_size=5,
)


@given(lines=_LINES, articles=st.permutations([ONE, TWO, THREE]))
def test_the_order_of_the_articles_is_of_no_consequence(lines, articles):
    """The same things, statements, judgements and notes, whichever article comes first."""
    found, again = decided(*lines, articles=articles), decided(*lines, articles=(ONE, TWO, THREE))
    assert (found.entities, found.statements, found.figures) == (again.entities, again.statements, again.figures)
    assert (found.judgements, found.outcome) == (again.judgements, again.outcome)


@given(lines=_LINES)
def test_a_decision_holds_or_is_told(lines):
    """Of each line: what it says is so, or it is told not to apply."""
    found = decided(*lines, articles=(ONE, TWO, THREE))
    told = unapplied(found)
    bearers = {
        name: {e.id for e in found.entities if name == e.name} or {e.id for e in found.entities if name in e.aliases}
        for line in lines
        for name in line[1:]
    }
    for number, (choice, one, other) in enumerate(lines, 2):
        if f"d.csv:{number}" not in told:
            assert (bearers[one] == bearers[other]) is (choice == "same")


def test_all_mentions_stay():
    """Whatever is decided, no mention is lost or doubled."""
    count = sum(len(entity.mentions) for entity in decided().entities)
    for line in (("same", SHORT, OTHER), ("different", SHORT, FULL)):
        assert sum(len(entity.mentions) for entity in decided(line).entities) == count
