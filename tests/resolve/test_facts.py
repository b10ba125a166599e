"""Statements and figures: one of each fact, all the evidence, ids and confidence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.model import Evidence, Literal, Period, Status
from graph.resolve.facts import confidence
from graph.resolve.voices import Voice

from .by_hand import article, claim, know, measure, named

ONE, OTHER = "澜岸数据有限公司", "栩川智能有限公司"


def _says(predicate, *, first=ONE, second=OTHER, before="", **more):
    """An article that says one thing of two firms."""
    source = f"{before}{first}与{second}。"
    span = (len(before), len(source))
    return article(
        source,
        named(first, "Company"),
        named(second, "Company"),
        claims=[claim(0, predicate, 1, span=span, **more)],
    )


def _evidence(document, score):
    return Evidence(document, 0, 1, "x", "cue", score)


def test_articles_that_say_the_same_add_evidence():
    """One statement, the evidence of both articles, and more confidence than either gives."""
    alone = know(_says("suppliesTo")).statements
    both = know(_says("suppliesTo"), _says("suppliesTo", before="昨日，")).statements
    assert [len(s.evidence) for s in both] == [2]
    assert (alone[0].confidence, both[0].confidence) == (0.8, 0.96)


def test_the_id_of_a_statement_does_not_hold_its_evidence():
    """The same fact in another sentence and with another score has the same id."""
    statements = [
        know(_says("suppliesTo", before=before, score=score)).statements[0]
        for before, score in (("", 0.8), ("今，", 0.6))
    ]
    assert statements[0].id == statements[1].id
    assert statements[0].evidence != statements[1].evidence


@pytest.mark.parametrize(
    "change",
    [
        {"predicate": "acquires"},
        {"status": Status.DENIED},
        {"qualifiers": (("role", "主办"),)},
        {"first": OTHER, "second": ONE},
    ],
    ids=lambda change: next(iter(change)),
)
def test_another_fact_has_another_id(change):
    """Predicate, status, qualifiers and ends are part of the id."""
    fields = {"predicate": "suppliesTo"} | change
    assert know(_says(**fields)).statements[0].id != know(_says("suppliesTo")).statements[0].id


def test_a_passage_read_twice_by_one_extractor_is_one_evidence():
    """The surer reading stays, so an evidence has one confidence."""
    found = _says("suppliesTo")
    twice = replace(found, claims=(replace(found.claims[0], score=0.6), *found.claims))
    assert [e.score for e in know(twice).statements[0].evidence] == [0.8]


def test_a_fact_told_with_and_without_its_time_is_one():
    """The time belongs to the evidence; the statement holds at all that its evidence says."""
    told = [replace(_says("acquires", before=before), claims=()) for before in ("", "去年，", "前年，")]
    times = (None, Period("2023"), Period("2022", "2023"))
    claims = [
        claim(0, "acquires", 1, span=(0, len(t.text.clean)), time=time) for t, time in zip(told, times, strict=True)
    ]
    (found,) = know(*(replace(t, claims=(c,)) for t, c in zip(told, claims, strict=True))).statements
    assert found.id == know(_says("acquires")).statements[0].id
    assert found.times() == (Period("2022", "2023"), Period("2023"))
    assert {e.quote[:2]: e.time for e in found.evidence} == {ONE[:2]: None, "去年": times[1], "前年": times[2]}


def test_a_denial_does_not_support_the_fact():
    """Asserted here and denied there are two statements, each with its own evidence."""
    knowledge = know(_says("acquires"), _says("acquires", before="不，", status=Status.DENIED))
    assert sorted((s.status.value, len(s.evidence), s.confidence) for s in knowledge.statements) == [
        ("asserted", 1, 0.8),
        ("denied", 1, 0.8),
    ]
    assert [s.status for s in knowledge.facts()] == [Status.ASSERTED]


@pytest.mark.parametrize("predicate", ["cooperatesWith", "competesWith", "mergesWith", "signsContractWith"])
def test_symmetric_relations_are_written_once(predicate):
    """A with B and B with A are one statement with the evidence of both."""
    knowledge = know(_says(predicate), _says(predicate, first=OTHER, second=ONE))
    assert [len(s.evidence) for s in knowledge.statements] == [2]


def test_relations_with_a_direction_are_not_turned():
    """A supplies B and B supplies A are two."""
    assert len(know(_says("suppliesTo"), _says("suppliesTo", first=OTHER, second=ONE)).statements) == 2


def test_nothing_is_related_to_itself():
    """A claim between two names of one thing is no statement."""
    found = article(
        "澜岸数据有限公司即澜岸数据",
        named(ONE, "Company"),
        named("澜岸数据", "Company", "definition", ONE),
        claims=[claim(0, "cooperatesWith", 1)],
    )
    assert know(found).statements == ()


def test_a_statement_uses_the_entities_of_the_merge():
    """A fact said of the short form is a fact of the full name."""
    knowledge = know(article(ONE, named(ONE, "Company")), _says("suppliesTo", first="澜岸数据"))
    assert [s.subject for s in knowledge.statements] == [f"org/{ONE}"]


def test_qualifiers_are_entities_or_words():
    """A qualifier by mention becomes the entity's id, one in words stays."""
    source = "澜岸数据有限公司主办展会，栩川智能有限公司"
    found = article(
        source,
        named(ONE, "Company"),
        named("展会", "Event"),
        named(OTHER, "Company"),
        claims=[claim(0, "organises", 1, qualifiers=(("role", "主办"), ("organisation", 2)))],
    )
    assert know(found).statements[0].qualifiers == (("role", "主办"), ("organisation", f"org/{OTHER}"))


def test_a_literal_stays_a_literal():
    """A date is the object as it was read."""
    found = article(ONE, named(ONE, "Company"), claims=[claim(0, "foundedOn", Literal("2015", "gYear"))])
    assert know(found).statements[0].object == Literal("2015", "gYear")


def test_evidence_quotes_the_source():
    """Offsets of the evidence count in the source, artefacts included."""
    found = _says("suppliesTo", before="其間，")
    document = found.text.document
    (evidence,) = know(found).statements[0].evidence
    assert document.source[evidence.start : evidence.end] == evidence.quote == f"{ONE}与{OTHER}。"


def test_evidence_quotes_artefacts_too():
    """Where the clean text leaves a reading out, the quote still has it."""
    found = _says("suppliesTo")
    source = found.text.document.source.replace("澜", "澜(lán)")
    starts = tuple(i if i == 0 else i + 5 for i in range(len(found.text.clean)))
    text = replace(
        found.text,
        document=replace(found.text.document, source=source),
        starts=starts,
        ends=tuple(start + 1 for start in starts),
    )
    (evidence,) = know(replace(found, text=text)).statements[0].evidence
    assert evidence.quote == source[evidence.start : evidence.end] == source


def test_the_same_figure_twice_is_one_with_both_sentences():
    """Two articles that give the same number share a figure."""
    articles = [
        article(f"{before}{ONE}员工12人", named(ONE, "Company"), measures=[measure(0, "员工", "12", "人")])
        for before in ("", "据悉，")
    ]
    (figure,) = know(*articles).figures
    assert (len(figure.evidence), figure.confidence) == (2, 0.96)


def test_other_numbers_are_other_figures():
    """Two articles that disagree leave two figures."""
    articles = [
        article(f"{ONE}员工{n}人", named(ONE, "Company"), measures=[measure(0, "员工", n, "人")]) for n in ("12", "13")
    ]
    assert sorted(str(f.value) for f in know(*articles).figures) == ["12", "13"]


@pytest.mark.parametrize("field", ["against", "share_of"])
def test_growth_against_something_else_is_another_figure(field):
    """同比增长8% and 环比增长8%, half of the exports and half of the sales, are two figures each."""
    measures = [measure(0, "营业收入增长", "8", "%", **{field: words}) for words in ("同比", "环比")]
    assert len(know(article(ONE, named(ONE, "Company"), measures=measures)).figures) == 2


def test_a_figure_about_nothing_is_left_out():
    """A measure whose bearer is unknown is no figure."""
    assert know(article(ONE, named(ONE, "Company"), measures=[measure(-1, "员工", "12", "人")])).figures == ()


def test_sentences_of_one_article_are_one_voice():
    """Saying it twice in one article raises nothing; a second article does."""
    assert confidence([_evidence("a", 0.8), _evidence("a", 0.6)]) == 0.8
    assert confidence([_evidence("a", 0.8), _evidence("b", 0.6)]) == 0.92


def test_copies_are_one_voice():
    """Two papers that print one report say it once; a third that wrote its own says it again."""
    voices = {"a": Voice("a", "p"), "b": Voice("a", "p"), "c": Voice("c", "q")}
    assert confidence([_evidence("a", 0.8), _evidence("b", 0.7)], voices) == 0.8
    assert confidence([_evidence("a", 0.8), _evidence("b", 0.7), _evidence("c", 0.6)], voices) == 0.92


def test_a_publisher_that_repeats_itself_counts_less_than_another():
    """Its second article adds something, that of another publisher more."""
    alone, again, other = (
        confidence([_evidence("a", 0.8), _evidence("b", 0.6)][:n], {"a": Voice("a", "p"), "b": Voice("b", p)})
        for n, p in ((1, "p"), (2, "p"), (2, "q"))
    )
    assert (alone, again, other) == (0.8, 0.83, 0.92)


VOICES = st.fixed_dictionaries(
    {d: st.builds(Voice, st.sampled_from("abcdef"), st.sampled_from("pqr")) for d in "abcdef"}
)
SCORES = st.lists(st.tuples(st.sampled_from("abcde"), st.floats(0, 1)), min_size=1, max_size=8)


@given(SCORES, VOICES, st.randoms())
def test_confidence_is_a_number_of_two_digits_between_0_and_1(scores, voices, random):
    """Confidence lies in [0, 0.99], has two digits, and does not depend on the order."""
    said = [_evidence(*pair) for pair in scores]
    found = confidence(said, voices)
    random.shuffle(said)
    assert 0 <= found <= 0.99
    assert found == round(found, 2) == confidence(said, voices)


@given(SCORES, VOICES, st.sampled_from("abcdef"), st.floats(0, 1))
def test_more_evidence_never_lowers_confidence(scores, voices, document, score):
    """Another sentence, wherever it stands, leaves confidence as it was or raises it."""
    said = [_evidence(*pair) for pair in scores]
    assert confidence([*said, _evidence(document, score)], voices) >= confidence(said, voices)


def test_a_statement_whose_ends_turn_out_otherwise_is_left_out():
    """What one sentence takes for a firm is a district by the rest of its article, and districts hold no shares."""
    of = article(
        "栩川持有澜岸数据有限公司股份。栩川区举行会议，栩川区说。",
        named("栩川", "Organisation", score=0.2),
        named(ONE, "Company"),
        claims=[claim(0, "holdsShareIn", 1)],
    )
    assert len(know(of).statements) == 1
    mentions = (replace(of.mentions[0], type="District", score=0.9), *of.mentions[1:])
    assert know(replace(of, mentions=mentions)).statements == ()
