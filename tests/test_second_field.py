"""The example of a second field is in order, and its bench runs. How well it reads is in its README, not here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import graph
from benchmarks import second_field
from benchmarks.quality import GoldSet, measure
from benchmarks.second_field import ENTITIES, FIELD, ONTOLOGY, SETS
from graph.authority import load_authority
from graph.ontology import load_ontology

SHARED = second_field.CHECKOUT.parent / "shared"
GOLDS = [path for one in SETS for path in one.golds]
TERMS = load_ontology(extra=[ONTOLOGY])


def _load(path: Path) -> dict:
    return json.loads(path.read_text("utf-8"))


def test_the_list_loads_without_a_note():
    """No alias is shared, and every row has a class."""
    authority = load_authority([ENTITIES], TERMS)
    assert len(authority.entries) == 40
    assert authority.notes == ()


def test_every_article_has_its_annotation_in_one_half():
    """Development and held-out part share nothing and leave nothing out."""
    assert len(GOLDS) == len(set(GOLDS))
    assert {path.stem for path in GOLDS} == {path.stem for path in (FIELD / "articles").iterdir()}


@pytest.mark.parametrize("path", GOLDS, ids=lambda path: path.stem)
def test_an_annotation_speaks_of_its_article(path):
    """Types and predicates are terms of the two files, names stand in the article, ends are names."""
    gold = _load(path)
    text = (FIELD / gold["document"]).read_text("utf-8")
    names = {name for entity in gold["entities"] for name in (entity["name"], *entity["aliases"])}
    assert [name for name in names if name not in text] == []
    assert {entity["type"] for entity in gold["entities"]} <= set(TERMS.classes)
    assert {row["p"] for row in gold["relations"]} <= set(TERMS.properties)
    ends = {row[end] for row in gold["relations"] for end in "so"} | {row["subject"] for row in gold["figures"]}
    assert ends <= names


def test_the_example_has_terms_of_its_own_in_every_article(tmp_path):
    """Each article gives a court and a relation of the example, in either script."""
    for path in GOLDS:
        article = FIELD / _load(path)["document"]
        knowledge = graph.knowledge_of([str(article)], ontology=[ONTOLOGY], entities=[ENTITIES])
        assert "Court" in {entity.type for entity in knowledge.entities}, article
        own = {name for name, prop in TERMS.properties.items() if not prop.iri.startswith("https://w3id.org/zhimai/")}
        assert own & {statement.predicate for statement in knowledge.statements}, article


@pytest.mark.skipif(not (SHARED / "score" / "score.py").is_file(), reason="the scorer is not beside the checkout")
def test_the_bench_counts_classes_of_the_example():
    """To the scorer a class of the example is a class: no court of the article is missed."""
    one = GoldSet("one", "one", GOLDS[:1])
    scorer = second_field.scorer_for(SHARED, TERMS)
    ours, account = measure(one, second_field.system(TERMS), FIELD, verbose=True, scorer=scorer)
    assert ours.parts["entities"]["hit"] > 0
    assert "[Court]" not in account


def test_without_the_scorer_the_bench_says_so_in_one_line(tmp_path, capsys):
    """Where the shared folder is absent the bench ends with code 2 and one line that names the remedy."""
    assert second_field.main(["--shared", str(tmp_path)]) == 2
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert "--shared" in error
