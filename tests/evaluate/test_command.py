"""``zhimai eval``: what it reads from a folder, and what it prints."""

from __future__ import annotations

import json

import pytest

TEXT = "衡嶼電子股份有限公司位於蘇州市。衡嶼電子董事長林知遠昨日宣布擴建工廠。"


def _write(path, *rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), "utf-8")


@pytest.fixture
def folder(tmp_path):
    """Two public sets in miniature and an annotated article with offsets."""
    labels = [{"name": {"林知遠": [[23, 25]]}, "address": {"蘇州市": [[12, 14]]}}] * 3
    rows = [{"text": f"{TEXT}第{at}條。", "label": label} for at, label in enumerate(labels, 1)]
    _write(tmp_path / "data" / "cluener" / "train.json", *rows)
    sentence = "衡嶼電子宣布收購雲岫重工有限公司。"
    (tmp_path / "data" / "finre").mkdir()
    (tmp_path / "data" / "finre" / "valid.tsv").write_text(f"衡嶼電子\t雲岫重工有限公司\t收购\t{sentence}\n", "utf-8")
    place = {"name": "蘇州市", "type": "City", "aliases": [], "mentions": [[12, 15]]}
    _write(tmp_path / "gold" / "a.json", {"document": "a.txt", "entities": [place], "relations": [], "figures": []})
    (tmp_path / "gold" / "a.txt").write_text(TEXT, "utf-8")
    return tmp_path


def _rows(done):
    return [json.loads(line) for line in done.out.splitlines()]


def test_every_set_that_is_there_is_scored(folder, zhimai):
    """Names beside LAC alone, relations beside the majority, an article by its parts and by its spans; the rest in one line."""
    done = zhimai("eval", str(folder), "--json")
    assert done.code == 0
    assert [(row["set"], row["system"], row["part"]) for row in _rows(done)] == [
        ("cluener", "Zhimai", "mentions"),
        ("cluener", "LAC alone", "mentions"),
        ("finre-valid", "Zhimai", "statements"),
        ("finre-valid", "always the majority", "statements"),
        *(("gold", "Zhimai", part) for part in ("entities", "statements", "figures", "resolution")),
        ("gold", "Zhimai", "mentions"),
        ("gold", "LAC alone", "mentions"),
    ]
    assert done.err.count("\n") == 1
    assert "finre-train" in done.err


def test_offsets_of_an_article_are_those_of_its_text(folder, zhimai):
    """The span that the annotation names is found."""
    *_, ours, _ = _rows(zhimai("eval", str(folder), "--set", "gold", "--json"))
    assert (ours["part"], ours["hit"], ours["gold"]) == ("mentions", 1, 1)


def test_a_sample_is_spread_and_the_same_every_time(folder, zhimai):
    """Two of three."""
    one, other = (zhimai("eval", str(folder), "--set", "cluener", "--limit", "2", "--json").out for _ in range(2))
    assert one == other
    assert json.loads(one.splitlines()[0])["samples"] == 2


def test_errors_come_with_a_sentence(folder, zhimai):
    """The commonest of each kind."""
    _write(folder / "data" / "cluener" / "train.json", {"text": TEXT, "label": {"address": {"工廠": [[31, 32]]}}})
    done = zhimai("eval", str(folder), "--set", "cluener", "--errors", "1")
    assert "missed Place" in done.out
    assert TEXT in done.out


def test_errors_of_unseen_articles_are_told_only_where_the_set_is_named(folder, zhimai):
    """Whoever reads them can no longer develop without them."""
    kept = {"kept": {"title": "kept", "documents": ["a"], "unseen": True}}
    (folder / "gold" / "sets.json").write_text(json.dumps(kept), "utf-8")
    entity = {"name": "雲岫重工", "type": "Company", "aliases": []}
    _write(folder / "gold" / "a.json", {"document": "a.txt", "entities": [entity]})
    assert "雲岫重工" not in zhimai("eval", str(folder), "--errors", "5").out.partition("kept")[2]
    assert "雲岫重工" in zhimai("eval", str(folder), "--set", "kept", "--errors", "5").out


@pytest.mark.parametrize(
    ("words", "said"), [(["--set", "none"], "cluener"), (["--set", "weibo"], "docs/evaluation.md")]
)
def test_what_is_not_there_is_said_with_the_remedy(words, said, folder, zhimai):
    """An unknown set, and a folder without any of the sets asked for."""
    done = zhimai("eval", str(folder), *words)
    assert done.code == 2
    assert said in done.err


def test_an_article_without_its_text_is_named(folder, zhimai):
    """With where it should stand."""
    (folder / "gold" / "a.txt").unlink()
    done = zhimai("eval", str(folder), "--set", "gold")
    assert done.code == 2
    assert "a.txt" in done.err
