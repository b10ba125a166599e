"""The corpus of identity is in order, and its measure counts as worked out by hand. How right the build is, no test says."""

from __future__ import annotations

import json
from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.identity import __main__ as bench
from benchmarks.identity import gold, located, stability
from benchmarks.identity.agreement import Agreement, b_cubed, pairwise
from benchmarks.identity.gold import Article, Cluster, GoldMention, Group, load, mentions, occurrences, problems
from benchmarks.identity.located import Found, entities_of
from graph.errors import UsageError
from graph.ontology import load_ontology

GROUPS = load()
CLASSES = load_ontology().classes
SPACES = {name: one.space for name, one in CLASSES.items()}


def test_every_mention_of_the_corpus_is_where_it_says():
    """No id twice, no surface that does not occur, no two mentions that overlap, no class of our own making."""
    assert problems(GROUPS, CLASSES) == []


def test_the_corpus_has_more_than_sixty_things_of_several_forms_or_articles():
    """A thing named once in one article asks nothing of identity."""
    hard = [
        cluster
        for group in GROUPS
        for cluster in group.clusters
        if len({article for article, _, _ in cluster.named}) > 1
        or len({surface for _, surface, _ in cluster.named}) > 1
    ]
    assert len(hard) >= 60


def test_both_halves_have_the_same_kinds_of_cases():
    """As many things of each kind to look at as not to."""
    kinds = {
        half: Counter(cluster.kind for group in GROUPS if group.half == half for cluster in group.clusters)
        for half in gold.SETS
    }
    assert kinds["development"] == kinds["test"]


def test_the_articles_are_short():
    """Each is a brief report, long enough to say what it is about."""
    assert {len(article.text) // 60 for group in GROUPS for article in group.articles} <= {1, 2, 3, 4}


def test_the_page_says_how_large_the_corpus_is():
    """The numbers in the README are those of the files."""
    page = (gold.FOLDER.parent / "README.md").read_text("utf-8")
    articles = sum(len(group.articles) for group in GROUPS)
    things = sum(len(group.clusters) for group in GROUPS)
    for said in (f"{articles} articles", f"{len(mentions(GROUPS))} mentions", f"\n{things} things"):
        assert said in page
    assert all(f"`{cluster.kind}`" in page for group in GROUPS for cluster in group.clusters)


def _group(
    *named: tuple[str, str, int], text: str = "霽川智能在甲市。霽川智能在乙市。", type: str = "Company"
) -> Group:
    cluster = Cluster("a", type, "renamed", "", named)
    return Group("01", "test", "", (Article("01-a", "短訊", text, "2024-01-01", "江海网"),), (cluster,))


def test_mentions_are_found_by_the_number_of_the_occurrence():
    """1 is the first, 0 is every one; offsets count the title and a line break."""
    assert [one.start for one in mentions([_group(("01-a", "霽川智能", 2))])] == [11]
    assert [one.start for one in mentions([_group(("01-a", "霽川智能", 0))])] == [3, 11]


@pytest.mark.parametrize(
    ("group", "said"),
    [
        (_group(("01-a", "霽川", 3)), "does not stand 3 times"),
        (_group(("01-b", "霽川", 0)), "does not stand 1 times"),
        (_group(("01-a", "霽川智能", 1), ("01-a", "智能", 1)), "overlap"),
        (_group(), "named nowhere"),
        (_group(("01-a", "霽川", 1), type="Firm"), "no class"),
        (_group(("01-a", "霽川", 1), text="短訊：霽川"), "begins with its title"),
    ],
)
def test_a_mistake_in_a_group_is_told(group, said):
    """Each kind of mistake that the check knows."""
    assert any(said in line for line in problems([group], CLASSES))


def test_ids_are_the_whole_corpus_s():
    """An article or a thing that two groups have is a mistake."""
    group = _group(("01-a", "霽川", 1))
    assert {line.split()[0] for line in problems([group, group], CLASSES)} == {"article", "cluster", "text"}


def test_a_file_that_is_no_group_is_named(tmp_path):
    """One line with the file and where the format is described."""
    with pytest.raises(UsageError, match="no group of articles"):
        load(tmp_path)
    (tmp_path / "01.json").write_text("{}", "utf-8")
    with pytest.raises(UsageError, match=r"01\.json: this is no group .*README"):
        load(tmp_path)


def test_occurrences_of_nothing_are_none():
    """An empty surface stands nowhere."""
    assert occurrences("霽川", "") == []


def test_b_cubed_by_hand():
    """The example of Bagga and Baldwin: five, two and five things, of which the last two fives are taken for one."""
    gold_labels = "aaaaabbccccc"
    found = "111112222222"[:7] + "22222"
    # 1-5: 5/5; 6-7: 2/7 each; 8-12: 5/7 each.
    precision = (5 + 2 * Fraction(2, 7) + 5 * Fraction(5, 7)) / 12
    score = b_cubed(gold_labels, found)
    assert score.precision == pytest.approx(float(precision))
    assert score.recall == 1.0
    assert b_cubed(found, gold_labels).recall == pytest.approx(float(precision))


def test_b_cubed_of_a_thing_in_two_parts():
    """Three of four found together and one alone: recall (3·3/4 + 1/4)/4, and all that is found is right."""
    score = b_cubed("aaaa", "xxxy")
    assert (score.precision, score.recall) == (1.0, 0.625)
    assert score.f1 == pytest.approx(2 * 0.625 / 1.625)


def test_b_cubed_of_some_mentions_counts_what_is_taken_for_one_with_them():
    """The b that is taken for an a spoils the precision of a, though only a is counted."""
    assert b_cubed("aab", "xxx", [0, 1]) == Agreement(pytest.approx(2 / 3), 1.0, 2)
    assert b_cubed("aab", "xxx", []) == Agreement(0.0, 0.0, 0)


def test_pairs_by_hand():
    """a1a2 a3 | b1 found with a3: one right of two found, one of three that belong together."""
    assert pairwise("aaab", "xxyy") == Agreement(0.5, pytest.approx(1 / 3), 4)
    # Of b alone: the pair with a3 is wrong, and none is missed.
    assert pairwise("aaab", "xxyy", [3]) == Agreement(0.0, 1.0, 1)
    assert pairwise("ab", "xy") == Agreement(1.0, 1.0, 2)


@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=12))
def test_agreement_turned_round_swaps_precision_and_recall(pairs):
    """Both measures, whatever the clusterings; and a clustering agrees with itself."""
    left, right = [a for a, _ in pairs], [b for _, b in pairs]
    for measure in (b_cubed, pairwise):
        one, other = measure(left, right), measure(right, left)
        assert one.precision == pytest.approx(other.recall)
        assert one.recall == pytest.approx(other.precision)
        assert measure(left, left).f1 == pytest.approx(1.0)


def _mention(start: int, end: int, type: str = "Company") -> GoldMention:
    return GoldMention("01-a", start, end, "甲" * (end - start), "a", type, "renamed", "test")


@pytest.mark.parametrize(
    ("found", "entity"),
    [
        ([Found(2, 8, "Company", "org/a"), Found(0, 9, "Company", "org/b")], "org/a"),
        ([Found(2, 8, "Person", "person/a")], "person/a"),
        ([Found(2, 8, "Company", "org/b"), Found(2, 8, "Association", "org/a")], "org/b"),
        ([Found(0, 9, "Company", "org/b"), Found(1, 8, "Company", "org/c")], "org/c"),
        ([Found(0, 9, "Facility", "facility/a")], None),
        ([Found(5, 8, "Company", "org/a"), Found(7, 8, "Company", "org/b")], "org/a"),
        ([Found(2, 6, "Company", "org/a"), Found(2, 4, "Company", "org/b")], "org/a"),
        ([Found(2, 6, "Company", "org/a"), Found(3, 7, "Company", "org/b")], None),
        ([Found(2, 5, "Company", "org/a")], None),
        ([Found(0, 5, "Company", "org/a")], None),
        ([], None),
    ],
    ids=[
        "the very span",
        "of another class",
        "two of a span",
        "the least around",
        "around, of another kind",
        "the head",
        "more than half",
        "two inside",
        "half, and not the head",
        "across",
        "none",
    ],
)
def test_which_entity_a_mention_names(found, entity):
    """The gold's span is [2, 8)."""
    assert entities_of([_mention(2, 8)], {"01-a": tuple(found)}, SPACES) == [entity]


def test_the_corpus_is_built_with_its_titles():
    """A name in the title is found where the gold counts it."""
    article = Article(
        "01-a", "浙江霽川智能科技有限公司開業", "浙江霽川智能科技有限公司位於杭州市。", "2024-01-01", "江海网"
    )
    places = located.found_in(located.built([article]))["01-a"]
    assert {(one.start, one.end) for one in places if one.type == "Company"} == {(0, 12), (15, 27)}


ROWS = [
    (GoldMention("01-a", 0, 4, "霽川智能", "a", "Company", "renamed", "development"), "org/a"),
    (GoldMention("01-a", 5, 9, "霁川 智能", "a", "Company", "renamed", "development"), "org/b"),
    (GoldMention("01-a", 10, 12, "衡嶼", "b", "Company", "merged", "development"), "org/b"),
    (GoldMention("01-a", 20, 22, "雲岫", "c", "Company", "merged", "development"), None),
]


def test_what_is_not_recognised_is_alone():
    """The build's label for it is nobody else's; the baseline ignores script and blanks."""
    _, ours, names = bench.labels([*ROWS, ROWS[3]])
    assert len(set(ours)) == 4
    assert names[0] == names[1] != names[2]


def test_the_table_counts_all_and_those_recognised():
    """One of four is not recognised; ours for all: P (1+½+½+1)/4, R (½+½+1+1)/4."""
    lines = bench.table("x", ROWS, by_kind=True).splitlines()
    assert lines[0] == "x: 4 mentions of 3 things, 1 not recognised"
    assert lines[4].startswith("| all | 4 | 0.750 / 0.750 / **0.750** | 1.000 / 1.000 / **1.000** |")
    assert lines[5].startswith("| those recognised | 3 | 0.667 / 0.667 / **0.667** |")
    assert [line.split(" | ")[0] for line in lines[6:8]] == ["| merged", "| renamed"]
    assert bench.ceiling(ROWS).f1 == 1.0


def test_errors_are_of_three_sorts():
    """Not recognised, one for several, several for one."""
    assert [line.split("  ")[0] for line in bench.errors(ROWS)] == [
        "unrecognised",
        "one for several",
        "several for one",
    ]


def test_the_bench_shows_no_error_of_the_test_half(monkeypatch, capsys):
    """Neither with --verbose nor by kind, unless the kinds are asked for."""
    halves = [group for group in GROUPS if group.name[:2] in ("08", "18")]
    monkeypatch.setattr(bench, "load", lambda: halves)
    monkeypatch.setattr(bench, "found_in", lambda _: {})  # so that every mention is an error
    assert bench.main(["clusters", "--verbose"]) == 0
    told = capsys.readouterr().out
    assert "in 08-" in told
    assert "18-" not in told
    after = told.partition("\ntest: ")[2]
    assert "| all |" in after
    assert "| english |" not in after


def _places(articles) -> stability.Places:
    """As if resolution took an article's first character for the thing, and saw all the articles that begin so."""
    texts = {article.id: article.text for article in articles}
    return {
        id: (Found(0, 1, "Company", f"org/{text[0]}{sum(other[0] == text[0] for other in texts.values())}"),)
        for id, text in texts.items()
    }


def _groups(*texts: str) -> list[Group]:
    return [Group(str(n), "test", "", (Article(str(n), "", text, "", ""),), ()) for n, text in enumerate(texts)]


def test_a_group_left_out_changes_what_it_names_and_nothing_else():
    """The two that begin alike are one less without the other; the third never changes."""
    groups = _groups("甲", "甲", "乙")
    whole = _places(article for group in groups for article in group.articles)
    assert [(one.touched, one.untouched, one.lost) for one in stability.without_each(groups, whole, _places)] == [
        (("org/甲2",), (), 0),
        (("org/甲2",), (), 0),
        ((), (), 0),
    ]


def test_a_change_of_what_a_group_does_not_name_is_told():
    """Here the name of a thing hangs on how many articles there are."""

    def counting(articles) -> stability.Places:
        ids = [article.id for article in articles]
        return {id: (Found(0, 1, "Company", f"org/{id}-{len(ids)}"),) for id in ids}

    groups = _groups("甲", "乙")
    whole = counting(article for group in groups for article in group.articles)
    assert [one.untouched for one in stability.without_each(groups, whole, counting)] == [("org/1-2",), ("org/0-2",)]


def test_an_order_that_matters_is_counted():
    """Where the first article decides, the reverse order differs."""

    def first_decides(articles) -> stability.Places:
        ids = [article.id for article in articles]
        return {id: (Found(0, 1, "Company", f"org/{ids[0]}"),) for id in ids}

    groups = _groups("甲", "乙", "丙")
    whole = first_decides(article for group in groups for article in group.articles)
    assert stability.in_another_order(groups, whole, first_decides) >= 1
    whole = _places(article for group in groups for article in group.articles)
    assert stability.in_another_order(groups, whole, _places) == 0


def test_files_are_written_one_way():
    """UTF-8 with the characters themselves, so that a change shows in a diff as what it is."""
    for path in gold.FOLDER.glob("*.json"):
        text = path.read_text("utf-8")
        assert "\\u" not in text
        assert json.loads(text)["group"] == path.stem
