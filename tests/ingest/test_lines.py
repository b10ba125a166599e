"""Lines become paragraphs by where they stand."""

from __future__ import annotations

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ingest.lines import Line, paragraphs

WIDTH = 20  # characters of a full line


def line(text: str, row: float, left: float = 0.0, size: float = 10.0, right: float | None = None) -> Line:
    """A line of characters as wide as high, in the given row of a page that is set in rows of 15 points."""
    return Line(text, left, left + size * len(text) if right is None else right, 800 - 15 * row, size, size)


def set_in_lines(paragraph: str, indent: int) -> list[tuple[str, int]]:
    """A paragraph as lines of at most ``WIDTH`` characters, with the indent of each."""
    first = WIDTH - indent
    rest = paragraph[first:]
    return [(paragraph[:first], indent)] + [(rest[i : i + WIDTH], 0) for i in range(0, len(rest), WIDTH)]


@given(st.lists(st.integers(WIDTH * 2, WIDTH * 5), min_size=2, max_size=6), st.integers(3, 9))
def test_indented_paragraphs_come_back(lengths, rows):
    """Paragraphs that are set with an indent, over as many pages as it takes, are what they were."""
    letters = map(chr, range(0x4E00, 0x9000))
    given_ = ["".join(islice(letters, length - 1)) + "。" for length in lengths]
    lines = [one for paragraph in given_ for one in set_in_lines(paragraph, 2)]
    pages = [
        [line(text, row, left=indent * 10.0) for row, (text, indent) in enumerate(lines[at : at + rows])]
        for at in range(0, len(lines), rows)
    ]
    assert list(paragraphs(pages)) == given_


def test_a_gap_parts_paragraphs_without_an_indent():
    """After a sentence's end, more room between lines than usual begins a paragraph, though the line before is full."""
    full = "博" * 19 + "。"
    rows = (0, 1, 2, 4, 5, 6)
    assert list(paragraphs([[line(full, row) for row in rows]])) == [full * 3, full * 3]


def test_a_picture_does_not_part_a_sentence():
    """Room between lines in mid-sentence is room for a picture."""
    assert list(paragraphs([[line("博" * 20, 0), line("览" * 20, 1), line("会" * 20, 9), line("展", 10)]])) == [
        "博" * 20 + "览" * 20 + "会" * 20 + "展"
    ]


def test_a_short_line_ends_its_paragraph():
    """Where the next word would still have fitted, the break was meant."""
    lines = [line("博" * 20, 0), line("会" * 5, 1), line("展" * 20, 2), line("览" * 20, 3), line("品", 4)]
    assert list(paragraphs([lines])) == ["博" * 20 + "会" * 5, "展" * 20 + "览" * 20 + "品"]


def test_type_of_another_size_is_another_paragraph():
    """A headline does not run into the text below it."""
    lines = [line("博览会闭幕", 0, size=20), line("展" * 20, 3), line("览" * 20, 4)]
    assert list(paragraphs([lines])) == ["博览会闭幕", "展" * 20 + "览" * 20]


def test_columns_follow_one_another():
    """The first line of a column goes on with the last of the column before; a headline over both sets no margin."""
    left = [line("博" * 20, row) for row in range(3, 8)]
    right = [line("览" * 20, row, left=220) for row in range(3, 7)]
    head = line("标题" * 10, 0, size=20)
    assert list(paragraphs([[head, *left, *right]])) == ["标题" * 10, "博" * 100 + "览" * 80]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("展出了Nord", "Aqua等新产品", "展出了Nord Aqua等新产品"),
        ("展出了soft\xad", "ware等新产品", "展出了software等新产品"),
        ("展出了soft-", "ware等新产品", "展出了software等新产品"),
        ("展出了PET-", "CT等新产品了", "展出了PET-CT等新产品了"),
        ("投资三点二亿元", "2024年", "投资三点二亿元2024年"),
        ("新产品共3.2", "亿元的", "新产品共3.2亿元的"),
    ],
)
def test_words_in_latin_letters_keep_their_blank(first, second, expected):
    """Only between two words in Latin letters is a line's end a blank; a hyphen at it goes before a small letter."""
    assert list(paragraphs([[line(first, 0, right=200), line(second, 1, right=120)]])) == [expected]


@pytest.mark.parametrize("number", ["3", "- 3 -", "第3页", "第 3 頁 共 9 頁", "3/9", "Page 3 of 9", "·3·"])
def test_page_numbers_go(number):
    """However it is written, a number at a page's edge is not the article's, also on a single page."""
    lines = [line("博览会在宁港闭幕。", 0), *(line("展览会", row) for row in (3, 5, 7)), line(number, 50, left=100)]
    assert number not in list(paragraphs([lines]))


@pytest.mark.parametrize("text", ["2024年10月", "3.2亿元", "第三届", "签约12项"])
def test_a_number_with_a_meaning_stays(text):
    """A short line with a number at a page's edge is no page number."""
    assert text in list(paragraphs([[line("博览会在宁港闭幕。", 0), line(text, 9)]]))


def test_what_a_browser_prints_around_a_page_goes():
    """Day and title above, address and number below: the browser's, not the article's."""
    lines = [
        line("2024/10/24 19:30 博览会闭幕", 0),
        line("博览会在宁港闭幕。", 3),
        line("https://news.example.cn/1.html 1/1", 50),
    ]
    assert list(paragraphs([lines])) == ["博览会在宁港闭幕。"]


def test_no_pages_no_paragraphs():
    """Nothing comes of nothing."""
    assert list(paragraphs([])) == list(paragraphs([[], []])) == []
