"""When a number in a sentence is the one that a set gives."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from graph.clean import clean
from graph.evaluate.figures import score_figures
from graph.evaluate.values import Pair, Sample, Tally
from graph.model import Document, Extraction, Measure, Mention

from .made_up import RELATIONS

TEXT = "衡嶼電子註冊資本5000萬元，佔地面積300畝。"
SET = replace(RELATIONS, figures={"注册资本": "注册资本"})
SAMPLE = Sample("1", TEXT, pairs=(Pair("衡屿电子", "注册资本", "5000万元"),))


def _score(value="50000000", measure="註冊資本", about=0):
    firm = Mention("d", 0, 4, "衡嶼電子", "Company", "by hand", 1.0)
    found = Measure(about, measure, Decimal(value), "元", "exactly", 0, len(TEXT), "by hand", 0.9)
    said = Extraction(clean(Document("d", "d", TEXT)), (firm,), measures=(found,))
    return score_figures(SET, [SAMPLE], [said])


@pytest.mark.parametrize(
    ("figure", "counted"),
    [
        ({}, Tally(1, 1, 1, 1)),
        ({"value": "5000"}, Tally(1, 0, 1, 0)),
        ({"measure": "佔地面積"}, Tally(0, 0, 1, 0)),
        ({"about": -1}, Tally(0, 0, 1, 0)),
    ],
)
def test_a_figure_is_right_by_its_bearer_its_measure_and_its_number(figure, counted):
    """A figure of another measure, or of nobody, does not count."""
    assert _score(**figure).total == counted


def test_a_wrong_number_is_told_beside_the_right_one():
    """Once as too much, once as missed."""
    assert [error.kind for error in _score("5000").errors] == ["extra 注册资本", "missed 注册资本"]
    assert "5000万元" in _score("5000").errors[0].what
