"""docs/resolution.md says which names are compared, by what they are weighed, and where the thresholds lie."""

from __future__ import annotations

import re

import pytest

from graph.resolve.candidates import LONGEST_SERIES, MOST, RULES
from graph.resolve.features import FEATURES
from graph.resolve.weighing import DIFFERENT, PRIOR, SAME, weights

OF_ALL = {
    "only one": "The shorter name fits this one thing and no other.",
    "several": "The shorter name fits other things about as well.",
}
TABLE = re.compile(r"(?<=^\| feature \| weight \| meaning \|\n\|---\|--:\|---\|\n)(?:\|.*\n)*", re.MULTILINE)


@pytest.fixture(scope="module")
def page(checkout) -> str:
    """The page as it stands."""
    return (checkout / "docs" / "resolution.md").read_text("utf-8")


def _rows() -> str:
    """A row for each feature: its weight from the file, and the first line of its function."""
    meanings = {name: (function.__doc__ or "").splitlines()[0] for name, function in FEATURES.items()} | OF_ALL
    told = {name: "*never*" if w.never else f"{w.value:+g}".replace("-", "−") for name, w in weights().items()}
    return "".join(f"| {name} | {told[name]} | {meanings[name]} |\n" for name in weights())


def test_the_table_of_features_is_what_counts(page, checkout, request):
    """Page, ontology/identity.csv and the functions agree; --update-golden writes the table anew."""
    if request.config.getoption("--update-golden"):
        page = TABLE.sub(_rows(), page)
        (checkout / "docs" / "resolution.md").write_text(page, "utf-8", newline="\n")
    (table,) = TABLE.findall(page)
    assert table == _rows(), "write it anew: pytest tests/resolve/test_page.py --update-golden"


def test_the_table_of_rules_has_every_rule(page):
    """Each rule that pairs names has its row, in their order, and aliases come last."""
    table = page.partition("| rule | a pair that it finds |\n")[2].partition("\n\n")[0]
    rules = [row.split("|")[1].strip() for row in table.splitlines()[1:]]
    assert rules == [*RULES, "alias"]


def test_the_page_names_the_thresholds(page):
    """Numbers that the code may change."""
    assert f"| {SAME} and more |" in page
    assert f"| from {DIFFERENT} to {SAME} |" in page
    assert f"| below {DIFFERENT} |" in page
    assert f"{PRIOR}, the weight".replace("-", "−") in page
    assert f"more than {MOST} others" in page
    assert LONGEST_SERIES == 4
    assert "at most four characters" in page
