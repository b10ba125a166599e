"""The benches run, and what they measure against is in order. What they measure is in docs/quality.md, not here."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import graph
from benchmarks import baseline, public, quality, speed
from benchmarks.quality import GOLD, PAGE, SYSTEMS, GoldSet, Score
from graph.clean import clean
from graph.errors import InputError, UsageError
from graph.evaluate import Score as SetScore
from graph.evaluate import Tally
from graph.evaluate.articles import mark
from graph.evaluate.gold import read_gold
from graph.model import Document
from graph.ontology import load_ontology

SHARED = quality.CHECKOUT.parent / "shared"
SETS = json.loads((GOLD / "sets.json").read_text("utf-8"))
GOLDS = sorted(path for path in GOLD.glob("*.json") if path.name != "sets.json")
ONE = GoldSet("one", "one", (GOLD / f"{SETS['dev-a']['documents'][0]}.json",))
needs_shared = pytest.mark.skipif(
    not (SHARED / "score" / "score.py").is_file(), reason="the scorer and the texts are not beside the checkout"
)


def _load(path: Path) -> dict:
    return json.loads(path.read_text("utf-8"))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from _strings(one)


def _names(gold: dict) -> set[str]:
    return {name for entity in gold["entities"] for name in (entity["name"], *entity["aliases"])}


def _score(f1: float = 0.5, part: str = "entities") -> Score:
    return Score(ONE, "Zhimai", {part: {"p": 0.25, "r": 1.0, "f1": f1, "gold": 7}})


def test_every_annotation_is_in_one_set():
    """sets.json names the files in benchmarks/gold, each once, and no other."""
    named = Counter(f"{name}.json" for one in SETS.values() for name in one["documents"])
    assert named == Counter(path.name for path in GOLDS)


@pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.stem)
def test_an_annotation_speaks_the_ontology(path):
    """Its types are classes and its predicates relations of the ontology."""
    ontology, gold = load_ontology(), _load(path)
    assert {entity["type"] for entity in gold["entities"]} <= set(ontology.classes)
    relations = {name for name, property in ontology.properties.items() if not property.literal}
    assert {row["p"] for row in gold["relations"]} <= relations


@pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.stem)
def test_an_annotation_refers_to_its_own_entities(path):
    """Both ends of a relation and the subject of a figure are names of its entities."""
    gold = _load(path)
    ends = {row[end] for row in gold["relations"] for end in "so"} | {row["subject"] for row in gold["figures"]}
    assert ends - _names(gold) == set()


@pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.stem)
def test_an_annotation_quotes_no_sentence(path):
    """It holds names, predicates and numbers: no string is longer than 40 characters."""
    assert [words for words in _strings(_load(path)) if len(words) > 40] == []


@needs_shared
def test_zhimai_and_lac_are_scored_on_one_article():
    """Both systems are built and scored; Zhimai finds more entities of an article than LAC alone."""
    ours, theirs = (quality.measure(ONE, system, SHARED)[0] for system in SYSTEMS)
    assert (set(ours.parts), set(theirs.parts)) == ({"entities", "relations", "figures"}, {"entities"})
    assert ours.parts["entities"]["f1"] > theirs.parts["entities"]["f1"] > 0


@needs_shared
def test_zhimai_eval_counts_as_the_scorer_does():
    """Things, relations and figures of an article, found, right and wanted."""
    theirs = quality.measure(ONE, SYSTEMS[0], SHARED)[0].parts
    (gold,) = (read_gold(path, [SHARED]) for path in ONE.golds)
    ours = mark(gold, graph.knowledge_of([gold.article]), load_ontology())
    for part, named in {"entities": "entities", "relations": "statements", "figures": "figures"}.items():
        total = sum(ours[named].by.values(), Tally())
        assert (total.found, total.right, total.gold) == tuple(
            theirs[part][name] for name in ("found", "right", "gold")
        )


@needs_shared
def test_every_set_has_its_annotations():
    """The sets of the bench name files that exist, and the shared ones come first."""
    sets = quality.gold_sets(SHARED)
    assert [one.id for one in sets] == ["seed", "others", *SETS]
    assert all(one.golds and all(path.is_file() for path in one.golds) for one in sets)


def test_without_the_scorer_the_bench_says_so_in_one_line(tmp_path, capsys):
    """Where the shared folder is absent the bench ends with code 2 and one line that names the remedy."""
    assert quality.main(["--shared", str(tmp_path)]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "--shared" in error


@pytest.mark.parametrize(("options", "told"), [([], {"dev"}), (["--set", "kept"], {"kept"})])
def test_errors_of_an_unseen_set_are_shown_only_on_demand(options, told, monkeypatch):
    """`--verbose` leaves its errors out unless the set is named."""
    asked = set()

    def measure(of, system, shared, *, verbose=False):
        asked.update({of.id} if verbose else ())
        return _score(), ""

    monkeypatch.setattr(quality, "measure", measure)
    monkeypatch.setattr(quality, "gold_sets", lambda _: [GoldSet("dev", "", ()), GoldSet("kept", "", (), unseen=True)])
    assert quality.main(["--verbose", *options]) == 0
    assert asked == told


def test_the_table_has_a_row_a_score_and_dashes_for_what_a_system_does_not_do():
    """A part that a system does not have is a dash, not a nought."""
    *_, row = quality.table([_score()]).splitlines()
    assert row == "| one | 1 | Zhimai | 0.25 / 1.00 / **0.50** | – | – | 7 / – / – |"


def test_the_commonest_errors_are_counted_by_kind():
    """Errors are counted with the class or the property that they concern, the commonest first."""
    account = """gold/a.json: entities F1 0.500
  missed entity    甲 [Company]
  extra entity     丁|丁方 ['Place']
  missed relation  甲 --locatedIn-> 乙
  missed figure    甲 產值 3元
  missed entity    丙 [Company]"""
    counted = [line.split(maxsplit=1) for line in quality.commonest([account]).splitlines()]
    assert counted[0] == ["2", "missed entity Company"]
    assert sorted(kind for _, kind in counted[1:]) == [
        "extra entity 'Place'",
        "missed figure",
        "missed relation locatedIn",
    ]


def test_writing_replaces_only_the_table(tmp_path):
    """What stands before and after the markers stays, and writing twice changes nothing more."""
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- table: begin -->\nold\n<!-- table: end -->\nafter\n", "utf-8")
    quality.write(page, "table", "| new |\n")
    once = page.read_text("utf-8")
    quality.write(page, "table", "| new |\n")
    assert once == page.read_text("utf-8")
    assert once == "before\n<!-- table: begin -->\n\n| new |\n\n<!-- table: end -->\nafter\n"


def test_a_page_without_markers_is_left_alone(tmp_path):
    """Where the markers are missing nothing is written."""
    page = tmp_path / "page.md"
    page.write_text("no table\n", "utf-8")
    with pytest.raises(UsageError, match="markers"):
        quality.write(page, "table", "| new |\n")
    assert page.read_text("utf-8") == "no table\n"


def test_the_page_has_a_row_for_every_set():
    """The table in docs/quality.md has each set of our own with both systems."""
    rows = [row.split(" | ") for row in PAGE.read_text("utf-8").splitlines() if row.startswith("| ")]
    shown = {(row[0].removeprefix("| "), row[2]) for row in rows if len(row) > 2}
    assert {(one["title"], system.name) for one in SETS.values() for system in SYSTEMS} <= shown


def test_articles_that_are_only_measured_are_unseen():
    """Nobody sees their errors by accident."""
    assert {id for id, one in SETS.items() if one.get("unseen")} == {"held-out", "unseen"}


def test_the_page_has_a_place_for_every_table(tmp_path):
    """The tables of public sets are put between markers of their names."""
    page = PAGE.read_text("utf-8")
    for name in ("table", *public.sections(tmp_path, GOLD.parent / "none" / "gold", limit=1)):
        assert f"<!-- {name}: begin -->" in page
        assert f"<!-- {name}: end -->" in page


def test_a_property_has_a_row_and_a_set_a_column():
    """Where a set does not ask for a property there is a dash."""
    scores = [
        SetScore("one", "Zhimai", "statements", 1, Tally(), {"acquires": Tally(1, 1, 2, 1)}),
        SetScore("other", "Zhimai", "statements", 1, Tally(), {"owns": Tally(0, 0, 3, 0)}),
    ]
    _, _, owns, acquires = public.properties_table(scores).splitlines()
    assert owns == "| owns | – | 0.00 / 0.00 / **0.000** (3) |"
    assert acquires == "| acquires | 1.00 / 0.50 / **0.667** (2) | – |"


def test_lac_alone_names_things_in_the_script_of_the_article():
    """The baseline's nodes are what LAC tags, without pinyin artefacts, in the article's characters."""
    names = baseline.names(clean(Document("d", "d", "張偉在廣(guǎng)東省工作。")))
    assert names == {"張偉": "Person", "廣東省": "Place"}


def test_lac_alone_says_why_a_file_is_no_article(tmp_path):
    """A file without Chinese is an error with a reason, not an empty graph."""
    article = tmp_path / "a.txt"
    article.write_text("no Chinese", "utf-8")
    with pytest.raises(InputError, match="Chinese"):
        baseline.build(article, tmp_path)


def test_articles_are_repeated_as_documents_of_their_own(tmp_path):
    """The speed bench reads at least as many characters as asked for, and no document twice under one id."""
    (tmp_path / "a.txt").write_text("杭州是浙江的省會，蘇州在江蘇。", "utf-8")
    documents = speed.articles([str(tmp_path)], 100)
    sizes = [len(document.source) for document in documents]
    assert sum(sizes[:-1]) < 100 <= sum(sizes)
    assert len({document.id for document in documents}) == len(documents)
