"""What an IRI of an answer stands for."""

from __future__ import annotations

from small import FIRM

from graph.explorer.views.meaning import meaning
from graph.store import Store

ID, ZM = "https://w3id.org/zhimai/id/", "https://w3id.org/zhimai/ontology#"


def first(store: Store, sparql: str) -> str:
    """The first value of the first row."""
    return next(iter(next(iter(store.query(sparql))).values()))


def test_a_thing_is_called_by_its_name(opened):
    """With its class, for its colour."""
    known = meaning(opened, f"{ID}{FIRM.id}")
    assert known == {
        "short": f"org:{FIRM.id[4:]}",
        "kind": "thing",
        "id": FIRM.id,
        "name": FIRM.name,
        "class": "Company",
    }


def test_a_term_has_labels_in_three_languages(opened):
    """Of the ontology that the build was made with."""
    assert meaning(opened, f"{ZM}exhibits")["labels"] == {"en": "exhibits", "zh-Hans": "展出", "zh-Hant": "展出"}


def test_evidence_is_a_passage_of_an_article(opened):
    """By its offsets."""
    evidence = first(opened.store, "SELECT ?e { ?s rdf:predicate zm:headquarteredIn ; zm:evidence ?e }")
    known = meaning(opened, evidence)
    assert (known["kind"], known["document"]) == ("passage", f"{ID}document/d1")
    assert known["end"] - known["start"] == len("霽川智能科技有限公司總部位於蘇州")


def test_a_statement_is_told_in_words(opened):
    """Where the page of its thing has it under its id."""
    statement = first(opened.store, "SELECT ?s { ?s rdf:predicate zm:headquarteredIn }")
    known = meaning(opened, statement)
    assert known["words"] == [
        FIRM.name,
        {"en": "headquartered in", "zh-Hans": "总部位于", "zh-Hant": "總部位於"},
        "蘇州",
    ]
    assert (known["id"], known["anchor"]) == (FIRM.id, statement.removeprefix(ID))


def test_whatever_else_is_only_shortened(opened):
    """Where a prefix fits."""
    assert meaning(opened, "http://example.org/a") == {"short": "http://example.org/a", "kind": "other"}
    assert meaning(opened, "http://www.w3.org/2004/02/skos/core#prefLabel") == {
        "short": "skos:prefLabel",
        "kind": "other",
    }
