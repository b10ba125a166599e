"""Pairs of names with their scores brought together: rivals, the grey zone, hard facts, and entries of a list."""

from __future__ import annotations

from graph.model import Verdict
from graph.resolve.candidates import candidates
from graph.resolve.merge import Joined, closed, joined, scored_pairs
from graph.resolve.weighing import DIFFERENT, SAME

from .by_hand import alias, article, bundled, know, named, of


def _joined(*articles, settled=()) -> Joined:
    bundles, known, around = bundled(*articles)
    pairs = scored_pairs(candidates(bundles, known.aliases), bundles, known, around)
    return joined(pairs, bundles, known, settled=[("org", name) for name in settled])


def _pairs(scored):
    return [tuple(key[1] for key in one.pair) for one in scored]


def _scored(short, full, *articles):
    bundles, known, around = bundled(*articles)
    return next(
        one
        for one in scored_pairs(candidates(bundles, known.aliases), bundles, known, around)
        if [key[1] for key in one.pair] == [short, full]
    )


TWO = ["江苏栩川智能有限公司", "浙江栩川智能有限公司"]


def test_a_name_that_fits_one_thing_only_is_told_so():
    """The only firm of a short form is likelier to be meant than one of two."""
    alone = _scored("栩川", TWO[0], *map(of, [TWO[0], "栩川"]))
    rivalled = _scored("栩川", TWO[0], *map(of, [*TWO, "栩川"]))
    assert ("only one" in alone.features, "several" in rivalled.features) == (True, True)
    assert alone.score > rivalled.score


def test_a_rival_that_is_far_behind_is_none():
    """栩数协 is 栩川数据协会 where an article says so, though 栩岸数字协会 has the characters too."""
    articles = [of(name, "Association") for name in ("栩川数据协会", "栩岸数字协会", "栩数协")]
    assert _joined(*articles).merges == []
    said = alias("栩数协", "栩川数据协会", "Association")
    assert [merge[:2] for merge in _joined(*articles, said).merges] == [(("org", "栩数协"), ("org", "栩川数据协会"))]


def test_two_names_of_oneof_are_no_rivals():
    """栩川智能 fits 浙江栩川智能 and 浙江栩川智能有限公司, which are one: it is not told that it fits several."""
    names = ["浙江栩川智能有限公司", "浙江栩川智能", "栩川智能"]
    found = _joined(*map(of, names))
    assert {(gone[1], stays[1]) for gone, stays, *_ in found.merges} == {(name, names[0]) for name in names[1:]}
    assert not any("other names here" in reason for _, _, reason, _ in found.merges)


def test_a_short_form_of_twoofs_is_in_the_grey_zone_with_each():
    """It is joined with neither, and a person may say which it is."""
    found = _joined(*map(of, [*TWO, "栩川智能"]))
    assert found.merges == []
    assert _pairs(found.doubts) == [("栩川智能", name) for name in TWO]
    unsure = [j for j in know(*map(of, [*TWO, "栩川智能"])).judgements if j.verdict is Verdict.UNSURE]
    assert [{j.left, j.right} for j in unsure] == [{f"org/{name}", "org/栩川智能"} for name in TWO]


def test_between_the_thresholds_a_pair_is_in_the_grey_zone():
    """栩川 may be short for 浙江栩川智能, the only one that it fits; others may be called so too."""
    found = _joined(*map(of, ["浙江栩川智能有限公司", "栩川"]))
    (doubt,) = found.doubts
    assert DIFFERENT <= doubt.score < SAME
    assert found.merges == []


def test_a_full_name_that_two_of_other_places_fit_is_given_to_neither():
    """The rivals may be on either side: 栩川智能有限公司 is no more that of 江苏 than that of 浙江."""
    for names in (
        ["栩川智能有限公司", "江苏栩川智能", "浙江栩川智能"],
        ["浙江栩川澜智能", "杭州栩川澜智能有限公司", "宁波栩川澜智能有限公司"],
    ):
        found = _joined(*map(of, names))
        assert found.merges == []
        assert [set(pair) for pair in _pairs(found.doubts)] == [{names[0], other} for other in sorted(names[1:])]


def test_what_a_hard_fact_parts_is_not_joined_by_way_of_a_third():
    """An article that introduces 栩能 for the firm in 江苏 and firms of one name in 浙江 do not make the two one."""
    found = _joined(
        *map(of, TWO),
        alias("栩能", TWO[0]),
        of("栩能"),
        article(f"{TWO[1]}。栩川智能", *(named(n, "Company") for n in (TWO[1], "栩川智能"))),
    )
    moved = closed(found.merges)
    assert len({moved.get(("org", name), ("org", name)) for name in TWO}) == 2


def test_of_merges_that_cannot_all_be_the_surest_is_kept():
    """栩川智能 is introduced for one firm and stands beside the other: it goes where the text says so."""
    found = _joined(*map(of, TWO), alias("栩川智能", TWO[1]), of("栩川智能"))
    assert [merge[:2] for merge in found.merges] == [(("org", "栩川智能"), ("org", TWO[1]))]


def test_likely_but_for_a_hard_fact_is_told():
    """Two firms alike in all but their place are judged different, and the reason says by what."""
    found = _joined(*map(of, TWO))
    assert _pairs(found.parted) == [tuple(TWO)]
    assert found.parted[0].reason().startswith(f"“{TWO[0]}” and “{TWO[1]}” are of different places")
    assert found.parted[0].score == 0


def test_what_is_unlike_anyway_is_not_told():
    """Two firms of other places and other trades need no judgement."""
    found = _joined(*map(of, ["江苏栩川机械有限公司", "浙江栩川智能有限公司"]))
    assert (found.merges, found.doubts, found.parted) == ([], [], [])


def test_two_entries_of_a_list_are_never_one():
    """栩川智能 and 浙江栩川智能有限公司 stand in a user's list as two, so they stay two, however alike."""
    names = ["浙江栩川智能有限公司", "栩川智能"]
    assert len(_joined(*map(of, names)).merges) == 1
    assert _joined(*map(of, names), settled=names).merges == []


def test_an_entry_of_a_list_gives_its_name():
    """Where one of the names is in a user's list it stays, even if it is the shorter."""
    names = ["浙江栩川智能有限公司", "栩川智能"]
    ((gone, stays, _, _),) = _joined(*map(of, names), settled=["栩川智能"]).merges
    assert (gone[1], stays[1]) == tuple(names)


def test_the_reason_is_that_of_the_pair_or_of_the_surest_way():
    """A name that is joined by way of a third has the reason of its surest pair in the group."""
    full, middle, short = "浙江栩川智能科技有限公司", "栩川智能科技", "栩川智能"
    merges = {gone[1]: reason for gone, _, reason, _ in _joined(*map(of, [full, middle, short])).merges}
    assert set(merges) == {middle, short}
    assert merges[middle].startswith(f"“{middle}” is what remains of “{full}”")
