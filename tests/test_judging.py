"""Statements are drawn for a reader, and what is kept of his verdicts has no sentence."""

from __future__ import annotations

import json

import pytest

from benchmarks import judging

ROW = {
    "right": True,
    "s": "衡嶼電子",
    "p": "locatedIn",
    "o": "蘇州市",
    "status": "asserted",
    "sentence": "衡嶼電子位於蘇州市。",
    "before": "",
    "document": "corpus/news/a.txt",
    "start": 0,
    "end": 10,
    "extractor": "cue:locatedIn/位于",
    "confidence": 0.9,
}


@pytest.fixture
def shared(tmp_path):
    """A shared folder with two articles and a sentence of each set."""
    news = tmp_path / "corpus" / "news"
    news.mkdir(parents=True)
    for name in ("a", "b"):
        (news / f"{name}.txt").write_text(
            f"衡嶼電子有限公司位於蘇州市。雲岫重工有限公司位於寧波市。第{name}篇。\n", "utf-8"
        )
    sentence = "衡嶼電子宣布收購雲岫重工有限公司。"
    (tmp_path / "data" / "finre").mkdir(parents=True)
    (tmp_path / "data" / "finre" / "train.tsv").write_text(f"衡嶼電子\t雲岫重工有限公司\t收购\t{sentence}\n", "utf-8")
    for path, row in {
        "fewfc/train_base.json": {"content": sentence, "events": []},
        "fewfc/train_trans.json": {"content": sentence, "events": []},
        "duie2/train_data_5000.jsonl": {"text": sentence, "spo_list": []},
        "duie2/todd_duie_train_subset.jsonl": {"text": sentence, "spo_list": []},
    }.items():
        (tmp_path / "data" / path).parent.mkdir(exist_ok=True)
        (tmp_path / "data" / path).write_text(json.dumps(row, ensure_ascii=False), "utf-8")
    return tmp_path


def test_a_statement_is_drawn_with_its_sentence(shared):
    """The offsets are those of the article; nothing is judged yet."""
    rows = judging.drawn(shared, 60)
    (row,) = [one for one in rows if one["document"].endswith("a.txt") and one["o"] == "蘇州市"]
    assert row["right"] is None
    assert (shared / row["document"]).read_text("utf-8")[row["start"] : row["end"]] == row["sentence"]
    assert any(one["document"].startswith("finre-train#") for one in rows)


def test_what_is_drawn_is_the_same_every_time_and_can_leave_articles_out(shared):
    """By the name of the article."""
    assert judging.drawn(shared, 6) == judging.drawn(shared, 6)
    assert not [one for one in judging.drawn(shared, 60, ["a"]) if one["document"].endswith("a.txt")]


def test_every_extractor_has_its_turn():
    """Of two strata of ten and of one, two rows are one of each."""
    rows = [{**ROW, "start": at} for at in range(10)] + [{**ROW, "extractor": "rare"}]
    assert {row["extractor"] for row in judging._spread(rows, 2)} == {ROW["extractor"], "rare"}


def test_what_is_kept_has_no_sentence_and_no_open_row():
    """A later verdict on the same statement takes the place of the earlier."""
    open_row = {**ROW, "start": 20, "right": None}
    (row,) = judging.kept([{**ROW, "right": False}, open_row], known=[ROW])
    assert set(row) == set(judging.KEPT)
    assert row["right"] is False


def test_a_working_file_in_the_checkout_is_refused(capsys):
    """It has sentences that belong to their publishers."""
    assert judging.main(["sample", str(judging.CHECKOUT / "working.jsonl")]) == 2
    assert "outside the checkout" in capsys.readouterr().err


def test_keeping_adds_to_what_was_kept(tmp_path, capsys):
    """And says how many rows are open."""
    working, kept = tmp_path / "working.jsonl", tmp_path / "judged.jsonl"
    working.write_text("\n".join(json.dumps(row) for row in (ROW, {**ROW, "start": 3, "right": None})), "utf-8")
    kept.write_text(json.dumps({name: ROW[name] for name in judging.KEPT} | {"start": 9}) + "\n", "utf-8")
    assert judging.main(["keep", str(working), "--to", str(kept)]) == 0
    assert [json.loads(line)["start"] for line in kept.read_text("utf-8").splitlines()] == [0, 9]
    assert "1 of working.jsonl are still open" in capsys.readouterr().out
