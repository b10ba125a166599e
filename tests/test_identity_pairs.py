"""The pairs of mentions are in order, and what is counted of them is as worked out by hand. How right a build is, no test says."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from small import FIRM, KNOWLEDGE

from benchmarks.identity import __main__ as bench
from benchmarks.identity import corpora, explained, pairs, scale
from benchmarks.identity.gold import SETS
from benchmarks.identity.located import Found
from benchmarks.identity.pairs import Answer, End, Pair
from graph.errors import UsageError
from graph.evaluate import Tally
from graph.model import Entity, Judgement, Knowledge, Verdict
from graph.ontology import load_ontology
from graph.resolve import resolve
from graph.resolve.candidates import keeps
from graph.resolve.normal import normal

PAIRS, MORE = pairs.load(), pairs.load(pairs.MORE_FILE)
ONTOLOGY = load_ontology()
needs_shared = pytest.mark.skipif(
    not (bench.SHARED / "data" / "finre").is_dir(), reason="the texts of the pairs are not beside the checkout"
)


def test_the_pairs_are_in_order():
    """No id twice, verdicts that are the readers', halves alike, classes of the ontology, nothing of the test half in both."""
    assert pairs.problems([*PAIRS, *MORE], ONTOLOGY.classes) == []
    assert not [one.id for one in PAIRS if one.half not in SETS]
    assert not [one.id for one in MORE if one.half != pairs.MORE]


def test_the_second_sample_has_none_of_the_mentions_of_the_first():
    """Not in the other order either."""
    first = {frozenset((one.left, one.right)) for one in PAIRS}
    assert len({frozenset((one.left, one.right)) for one in MORE}) == len(MORE)
    assert not [one.id for one in MORE if frozenset((one.left, one.right)) in first]


def test_both_halves_have_enough_that_counts():
    """Four hundred pairs at least, half of them to look at."""
    counted = Counter(one.half for one in PAIRS if one.counted)
    assert sum(counted.values()) >= 400
    assert min(counted.values()) >= 200


def test_the_page_says_what_the_file_has():
    """The numbers in the README are those of the pairs."""
    page = (pairs.FILE.parent / "README.md").read_text("utf-8")
    alike = sum(one.readers["A"] == one.readers["B"] for one in PAIRS)
    junk, unsure = (sum(one.verdict == verdict for one in PAIRS) for verdict in ("junk", "unsure"))
    counted = [one for one in PAIRS if one.counted]
    same = sum(one.verdict == pairs.SAME for one in counted)
    for said in (
        f"{len(PAIRS)} pairs of mentions",
        f"agree on {alike} of {len(PAIRS)} (Cohen's kappa {pairs.kappa(PAIRS):.2f})",
        f"other {len(PAIRS) - alike} a third",
        f"are {junk}\npairs with junk and {unsure} that",
        f"{len(counted)} are counted, {same} of them the same",
    ):
        assert said in page
    groups = Counter(one.stratum.split(",")[0] for one in PAIRS)
    rows = [line.rsplit("| ", 1)[1].strip(" |") for line in page.splitlines() if line.startswith(("| `same", "| `org"))]
    assert rows == [str(groups["same name"]), str(groups["org"])]


def test_the_page_says_what_the_second_file_has():
    """Its numbers, and how many pairs of the test half share a name with it."""
    page = (pairs.FILE.parent / "README.md").read_text("utf-8")
    said = Counter(one.verdict for one in MORE)
    names = {normal(end.surface) for one in MORE for end in (one.left, one.right)}
    test = [one for one in PAIRS if one.half == "test"]
    shared = sum(not names.isdisjoint((normal(one.left.surface), normal(one.right.surface))) for one in test)
    groups = Counter(one.stratum.split(",")[0] for one in MORE)
    for told in (
        f"{len(MORE)} more pairs",
        f"{groups['org']} `org, …`, {groups['same name']} `same name, …`, {groups['abbreviation set']} of the abbreviation set",
        f"{said['junk']} pairs with junk and {said['unsure']} that the reader",
        f"{said['same'] + said['different']} are counted, {said['same']} of them",
        f"{shared} of the {len(test)} pairs of the test half",
    ):
        assert told in " ".join(page.split()), told


def test_the_file_has_no_sentence_and_is_written_one_way():
    """Names alone, in UTF-8 with the characters themselves."""
    files = (pairs.FILE, pairs.MORE_FILE)
    for line in (line for path in files for line in path.read_text("utf-8").splitlines()):
        row = json.loads(line)
        assert line == json.dumps(row, ensure_ascii=False)
        assert set(row) == {"id", "half", "stratum", "left", "right", "readers", "verdict"}
        assert all(
            set(row[side]) == {"set", "document", "start", "end", "surface", "class"} for side in ("left", "right")
        )
        assert not {"，", "。"} & set(row["left"]["surface"] + row["right"]["surface"])


@needs_shared
def test_every_mention_is_found_again_in_the_shared_folder():
    """By the id of its document, at its offsets; what strayed into a text (pinyin) may stand between its characters."""
    documents = [
        *corpora.sentences(bench.SHARED, "finre-train", "finre-valid"),
        *corpora.news(bench.SHARED),
        *(one.text.document for one in corpora.alone(corpora.abbreviations(bench.SHARED), "abbrev")),
    ]
    sources = {one.id: one.source for one in documents}
    ends = [end for one in (*PAIRS, *MORE) for end in (one.left, one.right)]
    assert {end.article for end in ends} <= sources.keys()
    assert [end for end in ends if not keeps(end.surface, sources[end.article][end.start : end.end])] == []
    sure = [end for end in ends if end.set != "news"]
    assert [end for end in sure if normal(sources[end.article][end.start : end.end]) != normal(end.surface)] == []


def _end(surface: str, article: str, start: int = 0, type: str = "Company") -> End:
    return End("finre", article, start, start + len(surface), surface, type)


def _pair(left: End, right: End, verdict: str = "same", half: str = "development", id: str = "p") -> Pair:
    readers = {"A": verdict} if half == pairs.MORE else {"A": verdict, "B": verdict}
    return Pair(id, half, "org, core", left, right, readers, verdict)


ONE = _pair(_end("霽川智能", "a"), _end("霁川 智能", "b"))


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        (replace(ONE, half="third"), "no half"),
        (replace(ONE, readers={"A": "same", "B": "perhaps", "C": "same"}), "a reader gives no verdict"),
        (replace(ONE, readers={"A": "same"}), "too few readers"),
        (replace(ONE, readers={"A": "same", "C": "same"}), "too few readers"),
        (replace(ONE, half="more"), "or too many"),
        (replace(ONE, readers={"A": "same", "B": "junk"}), "not the readers'"),
        (replace(ONE, verdict="different"), "not the readers'"),
        (replace(ONE, right=ONE.left), "one mention"),
        (replace(ONE, right=replace(ONE.right, type="Firm")), "no mention"),
        (replace(ONE, right=replace(ONE.right, end=0)), "no mention"),
    ],
)
def test_a_mistake_in_a_pair_is_told(pair, said):
    """Each kind of mistake that the check knows."""
    assert pairs.problems([ONE], ONTOLOGY.classes) == []
    assert [line for line in pairs.problems([pair], ONTOLOGY.classes) if said in line]


def test_mistakes_between_pairs_are_told():
    """An id that is there twice, a stratum that is in one half only."""
    told = pairs.problems([ONE, ONE], ONTOLOGY.classes)
    assert told == ["p is there 2 times", "the halves are uneven in org, core"]


def test_a_pair_of_the_test_half_must_not_be_shown_by_the_second_sample():
    """Its two names, elsewhere and in the other order; a pair of the development half may come again."""
    test = [_pair(ONE.left, ONE.right, half="test", id="t"), ONE]
    again = _pair(_end("霁川智能", "c"), _end("霽川智能", "d"), half="more", id="m")
    near = _pair(_end("霁川智能", "c"), _end("霽川", "d"), half="more", id="n")
    assert pairs.problems([*test, again, near], ONTOLOGY.classes) == [
        "m: its names are those of a pair that nobody looks at"
    ]
    assert pairs.agreed(near.readers) == "same"
    develop = [replace(one, right=replace(one.right, surface="霁川机械")) for one in test[:1]]
    assert pairs.problems([*develop, ONE, again], ONTOLOGY.classes) == []


def test_a_third_reader_decides_where_two_differ():
    """And nobody else's word counts where they agree."""
    assert pairs.agreed({"A": "same", "B": "same", "C": "junk"}) == "same"
    assert pairs.agreed({"A": "same", "B": "junk", "C": "different"}) == "different"
    assert not pairs.agreed({"A": "same", "B": "junk"})


def test_kappa_by_hand():
    """Of four pairs two readers agree on three; by chance they would on (3·2 + 1·2)/16."""
    said = [("same", "same"), ("same", "same"), ("same", "different"), ("different", "different")]
    rows = [replace(ONE, readers=dict(zip("AB", one, strict=True))) for one in said]
    assert pairs.kappa(rows) == pytest.approx((0.75 - 0.5) / 0.5)


def test_a_line_that_is_no_pair_is_named(tmp_path):
    """With the file, the line and where the format is described."""
    path = tmp_path / "pairs.jsonl"
    path.write_text('{"id": "p"}\n', "utf-8")
    with pytest.raises(UsageError, match=r"pairs\.jsonl:1: this is no pair .*README"):
        pairs.load(path)


def _found(entity: str, surface: str) -> Found:
    return Found(0, len(surface), "Company", entity, surface)


def _answer(left: str, right: str, verdict: str, *names: str, half: str = "development") -> Answer:
    """A pair under two names, and the entities that a build has for them; none for an empty one."""
    one, other = names or ("霽川智能", "霁川科技")
    pair = _pair(_end(one, "a"), _end(other, "b"), verdict, half, id=f"{left[-1:]}{right[-1:]}{verdict}")
    return Answer(pair, _found(left, one) if left else None, _found(right, other) if right else None)


ROWS = [
    _answer("org/a", "org/a", "same"),
    _answer("org/a", "org/a", "same", "霽川智能", "霁川 智能"),
    _answer("org/a", "org/a", "different", "霽川", "霁川"),
    _answer("org/a", "org/b", "same"),
    _answer("org/a", "org/b", "different"),
    _answer("org/a", "", "same"),
    _answer("", "", "different"),
    _answer("org/a", "org/a", "junk"),
    _answer("org/a", "org/b", "unsure"),
]


def test_pairs_are_counted_by_hand():
    """Two of three taken for one are; two of four that are one are found. Names alone: one of two, one of four."""
    assert pairs.tally(ROWS) == Tally(found=3, right=2, gold=4, hit=2)
    assert pairs.tally(ROWS, lambda row: row.exact) == Tally(found=2, right=1, gold=4, hit=1)


def test_the_table_says_what_is_left_out_and_not_recognised():
    """Junk and what nobody can tell; a mention that is missing is not the same as anything."""
    lines = pairs.table("x", ROWS, by_stratum=True).splitlines()
    assert lines[0] == "x: 7 pairs, 2 with a mention that is not recognised; 2 left out"
    assert lines[4] == ("| all | 7 | 4 | 0.667 / 0.500 / **0.571** (2, 1, 2) | 0.500 / 0.250 / **0.333** (1, 1, 3) |")
    assert lines[5].startswith("| those recognised | 5 | 3 | 0.667 / 0.667 / **0.667** (2, 1, 1) |")
    assert lines[6].startswith("| org, core | 7 |")
    assert "org, core" not in pairs.table("x", ROWS, by_stratum=False)
    assert "| – / – / **–** (0, 0, 0) |" in pairs.table("x", [], by_stratum=False)


def test_errors_are_told_with_what_the_build_has():
    """What is wrongly one thing first; what is missing says so."""
    assert list(pairs.errors(ROWS)) == [
        "wrong  aadifferent (org, core): 霽川@a org/a | 霁川@b org/a",
        "missed  absame (org, core): 霽川智能@a org/a | 霁川科技@b org/b",
        "missed  asame (org, core): 霽川智能@a org/a | 霁川科技@b (not recognised)",
    ]


def test_pairs_are_answered_by_document_and_place():
    """The mention at the very place, else the one around it of the same space."""
    pair = _pair(_end("霽川智能", "a", 2), _end("霁川", "b", 1))
    around = Found(0, 3, "Company", "org/x", "前霁川")
    places = {"a": (Found(2, 6, "Company", "org/x", "霽川智能"),), "b": (around,)}
    spaces = {name: one.space for name, one in ONTOLOGY.classes.items()}
    (row,) = pairs.answers([pair], places, spaces)
    assert row.together
    assert row.right == around
    assert pairs.answers([pair], {}, spaces)[0].unrecognised


def test_what_is_one_thing_under_two_names_is_explained_by_the_page_of_the_thing():
    """The preferred name in either script and a name that was judged are told; another name is not."""
    judged = Judgement(FIRM.id, "霁川智能", Verdict.SAME, 0.9, "short form")
    known = explained.shown(replace(KNOWLEDGE, judgements=(judged,)), ONTOLOGY, [FIRM.id])
    full, short = "霽川智能科技有限公司", "霁川智能"
    rows = [
        _answer(FIRM.id, FIRM.id, "same", full, short),
        _answer(FIRM.id, FIRM.id, "same", "霁川智能科技有限公司", short),
        _answer(FIRM.id, FIRM.id, "same", short, "霁川"),
        _answer(FIRM.id, FIRM.id, "same", "乙方公司", short),
        _answer(FIRM.id, FIRM.id, "same", "霽川智能", short),
        _answer(FIRM.id, "org/x", "same", full, short),
    ]
    merged = explained.merged(rows)
    assert merged == rows[:4]  # the fifth has one name, the sixth is two things
    lacking = [names for _, names in explained.unexplained(merged, known)]
    assert lacking == [("霁川",), ("乙方公司",)]


def test_a_name_within_a_reason_is_told_and_one_of_an_unsure_judgement_is_not():
    """What the page prints counts, if its verdict is that they are the same."""
    said = {"left": "甲川集团", "right": "甲川", "reason": "another article introduces “甲川” for “甲川股份”"}
    known = {"name": "甲川集团", "names": {"preferred": ["甲川集团", "甲川集團"]}}
    assert explained.told_of({**known, "judgements": [{**said, "verdict": {"id": "same"}}]}) == {
        "甲川集团",
        "甲川",
        "甲川股份",
    }
    assert explained.told_of({**known, "judgements": [{**said, "verdict": {"id": "unsure"}}]}) == {"甲川集团"}


SENTENCES = (
    "浙江霁川智能科技有限公司（以下简称“霁川智能”）在杭州市成立。",
    "霁川智能昨日签约。",
    "云岫重工有限公司昨日签约。",
)


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    """A shared folder with three sentences, an article, a body with its short form, and the names of six hundred firms."""
    names = [
        f"{first}{second}{third}"
        for first in "甲乙丙丁戊己"
        for second in "山水木火土"
        for third in "一二三四五六七八九十百千万亿兆东西南北中"
    ]
    files = {
        "data/finre/train.tsv": "".join(f"甲\t乙\tunknown\t{one}\n" for one in SENTENCES[:2] * 2),
        "data/finre/valid.tsv": f"甲\t乙\tunknown\t{SENTENCES[2]}\n",
        "data/fewfc/train_base.json": "",
        "data/fewfc/train_trans.json": "",
        "data/abbrev/train_set.txt": "云大: 云岫/ns 大学/n \nn: 在/p 同等/b 条件/n\n",
        "data/abbrev/dev_set.txt": "快走: 很快/d 走路/v\n",
        "data/company_names/Company-Shorter-Form.txt": "By@x 2022\n\n" + "\n".join(names) + "\n",
        "corpus/news/20200101-01.txt": "霁川智能亮相杭州\n\n霁川智能今日在杭州亮相，展出新品。\n",
    }
    for name, content in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return tmp_path


def test_the_texts_of_the_sets_are_read(shared):
    """Sentences once each under the hash of their text; of the abbreviations only bodies that have one."""
    found = corpora.sentences(shared, "finre-train", "finre-valid")
    assert [one.source for one in found] == list(SENTENCES)
    assert found[0].id == corpora.hash_of(SENTENCES[0])
    assert corpora.abbreviations(shared) == []  # 云岫大学 is too short to be abbreviated
    assert len(corpora.news(shared)) == 1


def test_short_names_are_runs_of_neighbours_from_everywhere(shared):
    """So many of them, the same every time, and no line of the head of the file."""
    found = corpora.short_names(shared, 95)
    assert found == corpora.short_names(shared, 95)
    assert (len(found), len(set(found))) == (95, 95)
    assert {name[0] for name in found} == set("甲乙丙丁戊己")
    assert found[:10] == [f"甲山{third}" for third in "一二三四五六七八九十"]


def test_the_pairs_are_measured_from_the_texts_to_the_table(shared, monkeypatch, capsys):
    """An error of the test half is counted and never shown; what is merged is explained."""
    first, second, third = map(corpora.hash_of, SENTENCES)
    full, short, other = (
        _end("浙江霁川智能科技有限公司", first),
        _end("霁川智能", second),
        _end("云岫重工有限公司", third),
    )
    given = [
        _pair(full, short, "same", "development", "p1"),
        _pair(full, other, "same", "development", "p2"),
        _pair(full, short, "different", "test", "p3"),
        _pair(short, other, "same", "test", "p4"),
        _pair(full, short, "same", "more", "m1"),
        _pair(full, other, "same", "more", "m2"),
        _pair(other, short, "different", "more", "m3"),
    ]
    both, more = given[:4], given[4:]
    monkeypatch.setattr(pairs, "load", lambda path=pairs.FILE: more if path == pairs.MORE_FILE else both)
    assert bench.main(["pairs", "--shared", str(shared), "--verbose"]) == 0
    told = capsys.readouterr().out
    assert "missed  p2 " in told
    assert "missed  m2 " in told
    assert not [id for id in ("p1", "p3", "p4", "m1", "m3") if id in told]
    development, _, rest = told.partition("\ntest: ")
    test, _, rest = rest.partition("\nboth: ")
    both_halves, _, second = rest.partition("\nmore (read once, looked at): ")
    assert "| all | 2 | 2 | 1.000 / 0.500 / **0.667** (1, 0, 1) |" in development
    assert "| org, core |" in development
    assert "| all | 2 | 1 | 0.000 / 0.000 / **0.000** (0, 1, 1) |" in test
    assert "| org, core |" not in test
    assert "| all | 4 | 3 | 0.500 / 0.333 / **0.400** (1, 1, 2) |" in both_halves
    assert "| all | 3 | 2 | 1.000 / 0.500 / **0.667** (1, 0, 1) |" in second
    assert "| org, core |" in second
    assert "development: 1 of 1 pairs under two names are explained by `show`" in told
    assert "more: 1 of 1 pairs under two names are explained by `show`" in told
    assert bench.main(["pairs", "--shared", str(shared), "--set", "more"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("more (read once, looked at): 3 pairs")
    assert not [name for name in ("development", "test", "both") if name in told]


@pytest.mark.parametrize("command", ["pairs", "speed"])
def test_without_the_shared_folder_the_bench_ends_in_one_line(command, tmp_path, capsys):
    """With code 2 and the remedy."""
    assert bench.main([command, "--shared", str(tmp_path)]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "--shared" in error


def test_names_alone_that_are_taken_for_one_thing_are_told():
    """Two names of one thing, each in a document of its own; a name of a sentence does not count."""
    alone = corpora.alone(["甲山一", "甲山二", "甲山三"], "names")
    both = [one.mentions[0] for one in alone[:2]]
    elsewhere = replace(alone[2].mentions[0], document="x")
    entities = (
        Entity("org/甲山一", "Company", "甲山一", mentions=(*both, elsewhere)),
        Entity("org/甲山三", "Company", "甲山三", mentions=alone[2].mentions),
    )
    knowledge = Knowledge(tuple(one.text for one in alone), entities, (), ())
    assert scale.merged_names(knowledge, ["甲山一", "甲山二", "甲山三"]) == [("甲山一", "甲山二")]


def test_names_that_share_a_block_are_counted():
    """Three names, of which two are brought together by the one's beginning with the other."""
    alone = corpora.alone(["霁川智能", "霁川智能科技有限公司", "云岫"], "names")
    keys, compared = scale.blocked(alone, ONTOLOGY)
    assert sorted(keys) == [("org", "云岫"), ("org", "霁川智能"), ("org", "霁川智能科技有限公司")]
    assert compared == 1
    assert len(resolve(alone, ONTOLOGY).entities) == 2


def test_the_peer_compares_each_pair_of_a_kind_once():
    """Three names and another kind's one: three pairs, one of them alike."""
    pytest.importorskip("rapidfuzz", reason="RapidFuzz is not installed")
    keys = [("org", "霁川智能科技"), ("org", "霁川智能科枝"), ("org", "云岫重工"), ("place", "霁川智能科技")]
    assert scale.all_pairs(keys) == (3, 1)


def test_speed_is_measured_of_sentences_and_names(shared, capsys):
    """Names make up what sentences do not; each figure has its line."""
    pytest.importorskip("rapidfuzz", reason="RapidFuzz is not installed")
    assert bench.main(["speed", "--shared", str(shared), "--documents", "503"]) == 0
    told = capsys.readouterr().out
    assert "| documents | 503: 3 sentences, 500 names alone |" in told
    assert "| **resolution** |" in told
    assert "taken for one with others" in told
