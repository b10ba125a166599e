"""Which figures and statements cannot both be true."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Document, Entity, Evidence, Figure, Literal, Mention, Period, Statement, Status
from graph.resolve.conflicts import conflicts_of
from graph.resolve.voices import Voice

from .by_hand import ontology, text

FAIR, FIRM = "occasion/第八届甲州交易会", "org/澜岸数据有限公司"
THINGS = (Entity(FAIR, "FairEdition", "第八届甲州交易会"), Entity(FIRM, "Company", "澜岸数据有限公司"))
QUOTE = "本届如此说。"
VOICES = {d: Voice(d, d, f"2021-04-1{n}") for n, d in enumerate("abc")} | {"late": Voice("late", "late", "2022-09-01")}
YEAR = Period("2021")


def _by(document, quote=QUOTE):
    return Evidence(document, 0, len(quote), quote, "x", 0.9)


def _figure(id, value, comparator="exactly", unit="家", **more):
    fields = {"about": FAIR, "measure": "参展企业", "status": Status.ASSERTED, "evidence": (_by(id[0]),)} | more
    return Figure(id=id, value=Decimal(value), unit=unit, comparator=comparator, confidence=0.9, **fields)


def _statement(id, predicate, object_, status=Status.ASSERTED, **more):
    fields = {"subject": FIRM, "evidence": (_by(id[0]),)} | more
    return Statement(id=id, predicate=predicate, object=object_, status=status, confidence=0.9, **fields)


def _pairs(*told, background=(), voices=VOICES, things=THINGS):
    figures = [one for one in told if isinstance(one, Figure)]
    statements = [one for one in told if isinstance(one, Statement)]
    documents = {e.document for one in told for e in one.evidence}
    texts = [replace(text("甲州交易会到场的有25家。"), document=Document(d, d, "")) for d in sorted(documents)]
    return conflicts_of(statements, figures, things, texts, background, voices, ontology())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("22", "exactly"), ("25", "exactly")),
        (("2200000000", "exactly"), ("2500000000", "exactly")),
        (("120", "moreThan"), ("100", "exactly")),
        (("90", "lessThan"), ("100", "exactly")),
        (("100", "approximately"), ("130", "exactly")),
        (("100", "moreThan"), ("90", "atMost")),
        (("2230000000", "exactly"), ("2400000000", "exactly")),
        (("1000", "exactly"), ("1300", "exactly")),
    ],
)
def test_values_beyond_their_comparators_conflict(one, other):
    """Neither 近 and 超 nor the rounding of the numbers bring them together."""
    assert _pairs(_figure("a", *one), _figure("b", *other)) == (("observation/a", "observation/b"),)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("100", "approximately"), ("98.5", "exactly")),
        (("100", "moreThan"), ("120", "exactly")),
        (("100", "atLeast"), ("100", "exactly")),
        (("100", "lessThan"), ("96", "exactly")),
        (("2200000000", "exactly"), ("2230000000", "exactly")),
        (("2200000000", "moreThan"), ("2200000000", "exactly")),
        (("1000", "approximately"), ("987", "exactly")),
        (("100", "moreThan"), ("200", "moreThan")),
    ],
)
def test_values_that_can_both_be_true_agree(one, other):
    """近100 and 98.5, 超过100 and 120, 22亿 and 22.3亿."""
    assert _pairs(_figure("a", *one), _figure("b", *other)) == ()


def test_percentages_are_rounded_too():
    """12% and 12.4% agree, 12% and 13% do not; a third is about 33%."""
    assert _pairs(_figure("a", "12", unit="%"), _figure("b", "12.4", unit="%")) == ()
    assert _pairs(_figure("a", "12", unit="%"), _figure("b", "13.6", unit="%"))
    assert _pairs(_figure("a", "0.333333", unit="1", notation="1/3"), _figure("b", "33", unit="%")) == ()


@pytest.mark.parametrize(
    "change",
    [
        {"about": FIRM, "evidence": (_by("late"),)},
        {"measure": "参展商品"},
        {"unit": "个"},
        {"time": Period("2020")},
        {"as_of": "2021-04-16"},
        {"share_of": "全省"},
        {"against": "同比"},
        {"status": Status.PLANNED},
        {"status": Status.CLAIMED},
        {"evidence": (_by("a", "本届另一句。"),)},
        {"evidence": (_by("b", "本届首日就有这么多家。"),)},
    ],
    ids=str,
)
def test_figures_of_different_things_do_not_conflict(change):
    """Another thing, measure, unit, time, base or status; the same article; the first day."""
    assert _pairs(_figure("a", "22", time=YEAR), _figure("b", "25", **({"time": YEAR} | change))) == ()


@pytest.mark.parametrize(
    ("words", "other"), [("参展企业数", "參展企業"), ("参展 企业", "参展的企业"), ("参展企业数量", "参展企业")]
)
def test_measures_are_compared_in_their_normal_form(words, other):
    """Script, blanks and trivial words make no other measure."""
    assert _pairs(_figure("a", "22", measure=words), _figure("b", "25", measure=other))


def test_an_index_is_not_what_it_is_an_index_of():
    """指数 is no 数."""
    assert _pairs(_figure("a", "22", measure="景气指数"), _figure("b", "25", measure="景气指")) == ()


def test_a_firms_figure_without_a_time_holds_when_it_is_reported():
    """Reported in one week it conflicts, a year later it has changed; an edition of a fair happens once."""
    one = _figure("a", "600", about=FIRM)
    assert _pairs(one, _figure("b", "530", about=FIRM))
    assert _pairs(one, _figure("late", "530", about=FIRM, evidence=(_by("late"),))) == ()
    assert _pairs(_figure("a", "600"), _figure("late", "530", evidence=(_by("late"),)))


def test_a_voice_that_gives_two_values_speaks_of_two_things():
    """An article with two 金额 says nothing against another's."""
    told = [_figure("a1", "22"), _figure("a2", "25"), _figure("b", "28")]
    assert _pairs(*told[:1], told[2]) == (("observation/a1", "observation/b"),)
    assert _pairs(*told) == ()


def test_what_is_told_in_very_many_ways_is_no_one_measure():
    """Fifty values for a word of one thing are compared, more are not."""
    told = [_figure(f"a{n}", str(100 + 3 * n), evidence=(_by(f"d{n}"),)) for n in range(51)]
    assert len(_pairs(*told[:50])) == 50 * 49 / 2
    assert _pairs(*told) == ()


@pytest.mark.parametrize("quote", ["到场的有25家。", "本届企业来自25个国家。", "本届第二期到场的有25家。"])
def test_a_figure_that_may_be_of_a_part_is_not_compared(quote):
    """Its sentence says whose it is, does not count where people come from, nor a part."""
    assert _pairs(_figure("a", "22"), _figure("b", "25", evidence=(_by("b", quote),))) == ()


def test_a_sentence_that_names_the_thing_is_compared():
    """A mention within the sentence is as good as a word that points."""
    fair = replace(THINGS[0], mentions=(Mention("b", 0, 5, "甲州交易会", "Fair", "x", 0.9),))
    told = [_figure("a", "22"), _figure("b", "25", evidence=(_by("b", "甲州交易会到场的有25家。"),))]
    assert _pairs(*told) == ()
    assert _pairs(*told, things=(fair, THINGS[1])) == (("observation/a", "observation/b"),)


def test_copies_do_not_contradict_each_other():
    """A misprint in a copy is no second voice."""
    copies = VOICES | {"b": Voice("a", "a", "2021-04-11")}
    assert _pairs(_figure("a", "22"), _figure("b", "25"), voices=copies) == ()


def test_what_one_asserts_and_another_denies_conflicts():
    """The same fact, asserted and denied; not what is planned, nor what is said of other times."""
    fact, denial = _statement("a", "acquires", "org/乙"), _statement("b", "acquires", "org/乙", Status.DENIED)
    assert _pairs(fact, denial) == (("statement/a", "statement/b"),)
    assert _pairs(replace(fact, status=Status.PLANNED), denial) == ()
    dated = [
        replace(s, evidence=(replace(s.evidence[0], time=Period(y)),)) for s, y in ((fact, "2020"), (denial, "2021"))
    ]
    assert _pairs(*dated) == ()


def test_two_dates_of_founding_conflict():
    """2015 and 2016 cannot both be; 2015 and 2015-08 can."""
    first, other, closer = (
        _statement(id, "foundedOn", Literal(value, type))
        for id, value, type in (("a", "2015", "gYear"), ("b", "2016", "gYear"), ("c", "2015-08", "gYearMonth"))
    )
    assert _pairs(first, other, closer) == (("statement/a", "statement/b"), ("statement/b", "statement/c"))


def test_a_seat_in_a_place_and_in_what_it_lies_in_agree():
    """苏州 is in 江苏; 苏州 and 杭州 conflict; of a place in no gazetteer nobody knows."""
    parts = [
        ("place/320500", "partOf", "place/320000"),
        ("place/320000", "partOf", "place/CN"),
        ("place/330100", "partOf", "place/330000"),
    ]
    seat, province, other, unknown = (
        _statement(id, "headquarteredIn", f"place/{place}")
        for id, place in (("a", "320500"), ("b", "320000"), ("c", "330100"), ("b", "高新区"))
    )
    assert _pairs(seat, province, background=parts) == ()
    assert _pairs(seat, other, background=parts) == (("statement/a", "statement/c"),)
    assert _pairs(seat, unknown, background=parts) == ()


FIGURES = st.lists(
    st.builds(
        lambda n, document, value, comparator: _figure(f"{document}{n}", value, comparator, evidence=(_by(document),)),
        st.integers(0, 99),
        st.sampled_from("abc"),
        st.integers(1, 60).map(str),
        st.sampled_from(("exactly", "approximately", "moreThan", "atLeast", "lessThan", "atMost")),
    ),
    max_size=6,
    unique_by=lambda figure: figure.id,
)


@given(FIGURES, st.randoms())
def test_conflicts_depend_on_no_order(figures, random):
    """Every pair stands once, its ends and the pairs in order, however the figures are sorted."""
    found = _pairs(*figures)
    assert list(found) == sorted({tuple(sorted(pair)) for pair in found})
    random.shuffle(figures)
    assert _pairs(*figures) == found


@given(FIGURES)
def test_no_figure_conflicts_with_one_of_its_own_value(figures):
    """Whatever the comparators, equal values told as exact agree."""
    exact = [replace(figure, comparator="exactly", value=Decimal(7)) for figure in figures]
    assert _pairs(*exact) == ()
