"""Results are told so that a person understands them: named, grouped, counted, with the articles."""

from __future__ import annotations

import json

import pytest

from graph.shapes import check_dataset, findings, table, to_json

PREFIXES = (
    "PREFIX zm: <https://w3id.org/zhimai/ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
    " PREFIX org: <https://w3id.org/zhimai/id/org/> PREFIX s: <https://w3id.org/zhimai/id/statement/>"
    " PREFIX o: <https://w3id.org/zhimai/id/observation/>"
)


@pytest.fixture
def tell(store, ontology):
    """The findings after an update of the small build."""

    def tell(update):
        store.dataset.update(PREFIXES + update)
        return findings(check_dataset(store.dataset, ontology, "sparql"), store.dataset, store.prefixes)

    return tell


def test_a_thing_is_named_with_its_articles(tell):
    """A thing has its name and short IRI, what is wrong, and the articles that mention it."""
    found = tell("INSERT DATA { org:霁川智能科技有限公司 a zm:Award }")
    lines = table(found).splitlines()
    assert "1 × is one of two classes, but a thing has one class" in lines
    assert (
        "    霽川智能科技有限公司 (org:霁川智能科技有限公司): zm:Award, zm:Company; seen in d1.txt and 1 more" in lines
    )


def test_a_statement_is_named_by_what_it_says(tell):
    """A statement has no name: its subject, relation and object stand in its place."""
    (found,) = tell("DELETE WHERE { s:s2 zm:confidence ?x }")
    assert found.cases[0].name == "霽川智能科技有限公司 总部位于 蘇州"
    assert found.cases[0].articles == ("d1.txt",)


def test_a_figure_is_named_by_what_it_measures(tell):
    """A figure stands as the thing that it is about and the measure."""
    (found,) = tell("DELETE WHERE { o:f1 zm:comparator ?x }")
    assert found.cases[0].name == "第八屆甲州交易會: 成交額"


def test_cases_of_a_kind_are_counted(tell):
    """What is wrong in many places is told once, with the number, ten of the places, and how many more there are."""
    found = tell("DELETE WHERE { ?x zm:recogniser ?y }")
    (recogniser,) = [one for one in found if "zm:recogniser" in one.message]
    assert len(recogniser.cases) == 9
    assert table(found).startswith("9 × has no zm:recogniser\n")
    doubled = type(recogniser)(recogniser.message, recogniser.shape, recogniser.cases * 2)
    assert table([doubled]).splitlines()[-1] == "    and 8 more"


def test_json_has_everything(tell):
    """As JSON every case is there, and whether the graph conforms."""
    shown = json.loads(to_json(tell("DELETE WHERE { s:s2 zm:confidence ?x }")))
    assert shown["conforms"] is False
    (finding,) = shown["findings"]
    assert finding["message"] == "has no zm:confidence"
    assert finding["cases"][0]["node"] == "statement:s2"
    assert json.loads(to_json(()))["conforms"] is True
