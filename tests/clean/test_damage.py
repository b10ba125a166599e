"""Where a conversion has swallowed characters is known; a question is a question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.clean.damage import damaged_spans


def damaged(source: str) -> list[str]:
    return [source[start:end] for start, end in damaged_spans(source)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("浙江??缇科技", ["??缇"]),
        ("名為?鹋蓪?(上海)", ["?鹋蓪?"]),
        ("獲獎?wù)蛊?0項", ["?wù)蛊?"]),
        ("獲獎?wù)公司", ["?wù)"]),
        ("浙江缇?科技", ["缇?"]),
        ("展览??面积", ["??"]),
        ("浙江\ufffd\ufffd科技\ufffd", ["\ufffd\ufffd", "\ufffd"]),
        ("名为?鹋位于?鹋州", ["?鹋", "?鹋"]),
    ],
)
def test_swallowed_characters_are_found(source, expected):
    """A question mark beside a character that no news uses, twice in a line, or before the rest of a reading."""
    assert damaged(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "你去吗?我去。",
        "真的吗??我不信。",
        "什么?!",
        "为什么???",
        "????2023年展会开幕",
        "展会?\n缇县",
        "谁?(他)",
        "是A?还是B?",
        "缇县和鹋鸟",
        "會(huì)議?",
    ],
)
def test_questions_and_rare_characters_are_no_damage(source):
    """A question mark alone means a question, a rare character alone a rare name, several at a line's start an indent."""
    assert damaged(source) == []


@given(st.text(st.sampled_from("?缇鹋蓪展会(wù)\ufffd\n吗。 a")))
def test_spans_follow_one_another(source):
    """In any text, the spans are in order, not empty, and do not overlap."""
    at = 0
    for start, end in damaged_spans(source):
        assert at <= start < end <= len(source)
        at = end
