"""The words that a query can use."""

from __future__ import annotations

from graph.explorer.views.vocabulary import Vocabulary


def test_terms_come_with_what_they_mean_and_how_often_they_are_used(opened):
    """Those of the ontology, used or not, and those of other vocabularies that are used."""
    told = Vocabulary().told(opened)
    assert told["terms"]["zm:Company"]["count"] == 2
    assert told["terms"]["zm:acquires"]["domain"]
    assert told["terms"]["zm:asserted"]["kind"] == "individual"
    assert told["terms"]["skos:prefLabel"] | {"count": 0} == {
        "kind": "property", "count": 0, "labels": {}, "comments": {}, "domain": [], "range": []
    }  # fmt: skip
    assert told["prefixes"] == dict(opened.store.prefixes)
