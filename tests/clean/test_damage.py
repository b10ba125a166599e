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
        ("浙江??缃科技", ["??缃"]),
        ("名為?鸬蕰?(上海)", ["?鸬蕰?"]),
        ("展品?jiàn)饭?0項", ["?jiàn)饭?"]),
        ("獲品?jiàn)公司", ["?jiàn)"]),
        ("浙江缃?科技", ["缃?"]),
        ("展览??面积", ["??"]),
        ("浙江\ufffd\ufffd科技\ufffd", ["\ufffd\ufffd", "\ufffd"]),
        ("名为?鸬位于?鸬州", ["?鸬", "?鸬"]),
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
        "展会?\n缃县",
        "谁?(他)",
        "是A?还是B?",
        "缃县和鸬鸟",
        "會(huì)議?",
    ],
)
def test_questions_and_rare_characters_are_no_damage(source):
    """A question mark alone means a question, a rare character alone a rare name, several at a line's start an indent."""
    assert damaged(source) == []


@given(st.text(st.sampled_from("?缃鸬蕰展会(jiàn)\ufffd\n吗。 a")))
def test_spans_follow_one_another(source):
    """In any text, the spans are in order, not empty, and do not overlap."""
    at = 0
    for start, end in damaged_spans(source):
        assert at <= start < end <= len(source)
        at = end
