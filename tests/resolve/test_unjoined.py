"""Judgements on what was compared and not joined: unsure in the grey zone, different for a hard fact alone."""

from __future__ import annotations

from dataclasses import replace

from graph.model import Entity, Verdict
from graph.resolve.candidates import candidates
from graph.resolve.merge import Joined, joined, scored_pairs
from graph.resolve.unjoined import unjoined

from .by_hand import bundled, know, of

EAST, NORTH = "浙江栩川智能有限公司", "江苏栩川智能有限公司"


def _found(*names: str) -> Joined:
    bundles, known, around = bundled(*map(of, names))
    return joined(scored_pairs(candidates(bundles, known.aliases), bundles, known, around), bundles, known)


def _entities(*names: str) -> list[Entity]:
    return [Entity(f"org/{name}", "Company", name) for name in names]


def test_a_doubt_is_unsure_with_score_and_reason():
    """栩川 may be 浙江栩川智能有限公司."""
    found = _found(EAST, "栩川")
    (judgement,) = unjoined(found, {}, _entities(EAST, "栩川"))
    assert (judgement.left, judgement.right, judgement.verdict) == ("org/栩川", f"org/{EAST}", Verdict.UNSURE)
    assert (judgement.score, judgement.reason) == (found.doubts[0].score, found.doubts[0].reason())


def test_what_a_hard_fact_parts_is_different():
    """Two firms that are alike but for their places."""
    (judgement,) = unjoined(_found(EAST, NORTH), {}, _entities(EAST, NORTH))
    assert (judgement.verdict, judgement.score) == (Verdict.DIFFERENT, 0)
    assert "of different places" in judgement.reason


def test_both_ends_are_things():
    """A name that is no thing any more, since every article of it was read for another, has no judgement."""
    assert unjoined(_found(EAST, "栩川"), {}, _entities(EAST)) == ()


def test_names_that_became_one_have_one_judgement():
    """Of a thing's several names the likeliest speaks; what is one by now is in no doubt."""
    found = _found(EAST, NORTH, "栩川智能")
    likely, other = (replace(one, score=score) for one, score in zip(found.doubts, (0.7, 0.5), strict=True))
    moved = {("org", NORTH): ("org", EAST)}
    for doubts in ([likely, other], [other, likely]):
        (judgement,) = unjoined(Joined(doubts=doubts), moved, _entities(EAST, "栩川智能"))
        assert judgement.score == 0.7
    moved |= {("org", "栩川智能"): ("org", EAST)}
    assert unjoined(found, moved, _entities(EAST)) == ()


def test_a_hard_fact_leaves_no_doubt():
    """Two firms of two places are different, though a short name of the one would fit the other as well."""
    found = _found(EAST, NORTH, "栩川智能")
    moved = {("org", "栩川智能"): ("org", NORTH)}
    judgements = unjoined(found, moved, _entities(EAST, NORTH))
    assert (len(found.doubts), len(found.parted)) == (2, 1)
    assert [one.verdict for one in judgements] == [Verdict.DIFFERENT]
    assert found.open(moved) == frozenset()


def test_what_is_parted_and_unlike_besides_is_in_no_doubt_either():
    """A hard fact that is no judgement, since little else speaks for one thing, answers the question all the same."""
    found = _found(EAST, NORTH, "栩川智能")
    moved = {("org", "栩川智能"): ("org", NORTH)}
    assert unjoined(replace(found, parted=[]), moved, _entities(EAST, NORTH)) == ()


def test_what_was_compared_and_is_unlike_is_not_judged():
    """Two firms of one core and other trades."""
    assert unjoined(_found("浙江栩川机械有限公司", EAST), {}, _entities("浙江栩川机械有限公司", EAST)) == ()


def test_the_graph_has_the_judgements():
    """Unsure and different stand beside what is the same."""
    verdicts = {(j.left, j.right): j.verdict for j in know(of(EAST), of(NORTH)).judgements}
    assert verdicts == {(f"org/{NORTH}", f"org/{EAST}"): Verdict.DIFFERENT}
