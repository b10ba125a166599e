"""A text cut into paragraphs and pieces."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from graph.explorer.views.text import PART, Mention, paragraphs, part_of, parts

TEXT = "甲省乙市的丙公司。\n\r\n丁来自甲省。"


def shown(text, mentions=(), roles=(), span=None):
    return [one["pieces"] for one in paragraphs(text, span or (0, len(text)), mentions, roles)]


def test_lines_are_paragraphs_and_say_where_they_start():
    """Empty ones are none."""
    told = paragraphs(TEXT, (0, len(TEXT)), (), ())
    assert [(one["start"], one["pieces"]) for one in told] == [(0, ["甲省乙市的丙公司。"]), (12, ["丁来自甲省。"])]


def test_names_inside_names():
    """Each piece says all that it is a name of, the innermost first, and whether that begins there."""
    inner, outer = Mention(2, 4, 2), Mention(0, 8, 1)
    assert shown(TEXT, (outer, inner))[0] == [
        ["甲省", [1], 0, True],
        ["乙市", [2, 1], 0, True],
        ["的丙公司", [1], 0, False],
        "。",
    ]


def test_names_that_overlap():
    """Neither is lost where one begins inside another and ends outside it."""
    assert shown("甲乙丙丁", (Mention(0, 3, 1), Mention(1, 4, 2)))[0] == [
        ["甲", [1], 0, True],
        ["乙丙", [2, 1], 0, True],
        ["丁", [2], 0, False],
    ]


def test_what_is_highlighted_is_cut_out():
    """With the ends of the fact in it, also inside a name, and over the end of a paragraph."""
    pieces = shown(TEXT, (Mention(0, 2, 1),), ((1, 15, 1), (2, 4, 2)))
    assert pieces == [
        [["甲", [1], 0, True], ["省", [1], 1, False], ["乙市", [], 2, False], ["的丙公司。", [], 1, False]],
        [["丁来自", [], 1, False], "甲省。"],
    ]


def test_a_part_has_what_reaches_into_it():
    """A name that began before it too."""
    assert shown("甲乙丙丁", (Mention(0, 2, 1),), span=(1, 4)) == [[["乙", [1], 0, False], "丙丁"]]


@given(st.text(alphabet="甲a𠀀\n\r", max_size=60), st.data())
def test_no_character_is_lost(text, data):
    """Joined, the pieces of all paragraphs are the text without its line ends, however names lie."""
    spans = data.draw(st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)), max_size=8))
    mentions = sorted(Mention(min(pair), max(pair), at) for at, pair in enumerate(spans))
    said = "".join(
        piece if isinstance(piece, str) else piece[0] for pieces in shown(text, mentions) for piece in pieces
    )
    assert said == text.replace("\n", "").replace("\r", "")


def test_a_long_text_has_parts():
    """They end with a paragraph where there is one, follow one another, and hold it all."""
    line = "甲" * 99 + "\n"
    for text, ends in ((line * 1000, "\n"), ("甲" * 100_000, "甲")):
        bounds = parts(text)
        assert "".join(text[start:end] for start, end in bounds) == text
        assert len(bounds) > 2
        assert all(text[end - 1] == ends and end - start <= PART + 5_000 for start, end in bounds[:-1])
        assert [part_of(bounds, start) for start, _ in bounds] == list(range(len(bounds)))


def test_an_offset_beyond_the_text_lies_in_its_first_part():
    """An address may say anything."""
    assert part_of(parts("甲" * 100_000), 1 << 40) == part_of(parts("甲" * 100_000), -1) == 0
