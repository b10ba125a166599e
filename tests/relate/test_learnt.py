"""Relations between two firms as learnt: what they need, where they keep silent, what the weights are."""

from __future__ import annotations

import numpy as np
import pytest

from graph.ontology import load_ontology
from graph.relate import relate
from graph.relate.learnt import WEIGHTS, Learnt, Said

from .conftest import Fact, facts

A, B, C = "青禾集团", "白鹭集团", "云杉科技有限公司"


def small() -> Learnt:
    """Weights of two features for three classes."""
    classes = (Said("", "="), Said("acquires", ">"), Said("acquires", "<"))
    table = np.array([[0, 4, 0], [0, 0, 4]], np.float32)
    made = Learnt.of(np.array([10, 20], np.uint32), table, classes)
    return Learnt(made.features, made.weights, made.scale, made.classes, ((0.0, 0.2), (0.7, 0.8)))


def learnt(extraction) -> list[Fact]:
    """The facts that no other cue gave."""
    shown = [(c.subject, c.predicate, c.object) for c in extraction.claims if c.extractor.endswith(FIRST_WORDS)]
    said = [(extraction.mentions[s].surface, p, extraction.mentions[o].surface) for s, p, o in shown]
    return [fact for fact in facts(extraction) if fact[:3] in said]


FIRST_WORDS = tuple(f"cue:{cue.id}" for cue in load_ontology().cues if cue.frame == "Learnt")


def test_a_feature_tells_the_order():
    """What was seen with one order is guessed with it, as surely as the steps say."""
    assert small().guess([10], {"acquires"}) == (Said("acquires", ">"), 0.8)
    assert small().guess([20, 7], {"acquires"}) == (Said("acquires", "<"), 0.8)


def test_features_on_both_sides_make_it_unsure():
    """Between the steps the lower counts."""
    assert small().guess([10, 20], {"acquires"})[1] == 0.2


@pytest.mark.parametrize(
    ("shown", "worded"), [([7], {"acquires"}), ([], {"acquires"}), ([10], set()), ([10], {"founds"})]
)
def test_nothing_known_says_nothing(shown, worded):
    """Without a known feature, or a word of what it would say, there is no guess."""
    assert small().guess(shown, worded)[1] in (0.0, 0.2)


def test_weights_come_back_as_they_were_saved(tmp_path):
    """Features, weights, classes and steps survive the file."""
    path = tmp_path / "learnt.npz"
    small().save(path)
    back = Learnt.load(path)
    assert back.guess([10], {"acquires"}) == small().guess([10], {"acquires"})
    assert (back.classes, back.calibration) == (small().classes, small().calibration)


def test_the_same_weights_are_the_same_file(tmp_path):
    """No time or name gets into it."""
    small().save(tmp_path / "a.npz")
    small().save(tmp_path / "b.npz")
    assert (tmp_path / "a.npz").read_bytes() == (tmp_path / "b.npz").read_bytes()


def test_the_shipped_weights_speak_of_properties_that_are_there():
    """Every class is a property of the shipped ontology with a cue of the frame, or nothing."""
    cued = {cue.property for cue in load_ontology().cues if cue.frame == "Learnt"}
    assert {said.predicate for said in Learnt.load(WEIGHTS).classes} - {""} == cued


def test_the_steps_rise():
    """What seems likelier is right at least as often."""
    steps = Learnt.load(WEIGHTS).calibration
    assert list(steps) == sorted(steps)
    assert [right for _, right in steps] == sorted(right for _, right in steps)


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        (f"记者获悉，{A}大股东变更为{B}，后者持有公司股权。", (B, "holdsShareIn", A)),
        (f"{A}与旗下的控股公司{C}同时停牌。", (C, "subsidiaryOf", A)),
    ],
)
def test_a_relation_that_no_other_cue_has(extracted, sentence, fact):
    """It is a claim with the id of the cue whose word stands there."""
    assert Fact(*fact) in facts(extracted(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        f"{A}、{B}和{C}参加了研讨会。",
        f"{A}发布财报，{B}也发布了财报。",
        f"{A}的展台就在{B}的旁边。",
        "青禾大学与白鹭大学都设有战略研究中心。",
    ],
)
def test_firms_side_by_side(extracted, sentence):
    """Firms that a sentence only names together are in no relation."""
    assert learnt(extracted(sentence)) == []


def test_another_cue_goes_first(extracted):
    """Of two firms of which a cue says something, even that it is denied, nothing is guessed."""
    found = facts(extracted(f"{A}没有收购{B}的股份。"))
    assert [(f.predicate, f.status) for f in found if {f.subject, f.object} == {A, B}] == [("acquires", "denied")]


def test_an_ontology_without_the_cues_says_nothing(recognised):
    """The cues with the frame are what lets the weights speak."""
    from dataclasses import replace

    terms = load_ontology()
    silent = replace(terms, cues=tuple(cue for cue in terms.cues if cue.frame != "Learnt"))
    reading = recognised(f"记者获悉，{A}大股东变更为{B}，后者持有公司股权。")
    assert {c.extractor for c in relate(reading, silent).claims} <= {f"cue:{cue.id}" for cue in silent.cues}


def test_two_partners_of_a_third_are_not_guessed_to_be_partners(extracted):
    """甲与乙、丙合作 says nothing of 乙 and 丙."""
    found = facts(
        extracted("昨天，云岚科技与青禾集团、白鹭集团、云杉科技达成战略合作，携手建设茶园。"), "cooperatesWith"
    )
    assert {frozenset((f.subject, f.object)) for f in found} <= {
        frozenset(("云岚科技", other)) for other in ("青禾集团", "白鹭集团", "云杉科技")
    }


def test_a_pledge_makes_nobody_a_shareholder(extracted):
    """质押 in the sentence holds back what is learnt of 持有 (zm:unless)."""
    said = extracted("青禾集团的股东沈知远将其持有的500万股股份质押给白鹭银行，占总股本的2%。")
    assert not [f for f in facts(said, "holdsShareIn") if f.subject == "白鹭银行"]
