"""What pages leave in a text goes by its form, and leaves the rest where it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.clean import clean
from graph.clean.debris import debris_spans, unsure_spans
from graph.model import DAMAGED, Document
from graph.script import normal_form

SENTENCES = ("甲州交易会开幕。", "江蘇雲嵐公司亮相。", "成交額5亿元！", "客商很多，展台不少。")
DEBRIS = (
    "【打印】【关闭】",
    "www.jianghai.example",
    "https://a.example.cn/b/1.html?x=1",
    "![图](a.jpg)",
    "**",
    "<br/>",
    "</p>",
    "&nbsp;",
    "?!?/p>",
)


def cleaned(source: str, publisher: str = "") -> str:
    return clean(Document("d", "d.txt", source, publisher=publisher)).clean


@given(st.lists(st.tuples(st.sampled_from(SENTENCES), st.sampled_from(("", *DEBRIS))), min_size=1, max_size=8))
def test_debris_between_sentences_goes(pieces):
    """Whatever stands between sentences, the sentences are left, in order, and each character knows its place."""
    source = "".join(sentence + debris for sentence, debris in pieces)
    text = clean(Document("d", "d.txt", source))
    assert text.clean == "".join(sentence for sentence, _ in pieces)
    assert "".join(source[start:end] for start, end in zip(text.starts, text.ends, strict=True)) == text.clean


@given(st.text(st.sampled_from("【】打印关闭[]()!*?<p>/&nbsp;大中小版权所有网，、。\n 甲乙丙丁www.abc.cn")))
def test_spans_lie_in_the_text(source):
    """Whatever is made of the parts of debris, no pattern fails, and every span is one of the text's."""
    form = normal_form(source)
    for start, end in (*debris_spans(form, ""), *unsure_spans(form, "")):
        assert 0 <= start < end <= len(form)


@given(st.text(st.sampled_from("【】打印关闭[]()!*<p>/大中小，、。\n 甲乙丙丁www.abc.cn")))
def test_nothing_is_added(source):
    """The clean text is the source with parts left out."""
    rest = iter(source)
    assert all(character in rest for character in cleaned(source))


def test_the_shortest_of_a_page_s_names_for_itself_is_the_watermark():
    """Two watermarks in two sentences share the site's name and nothing else."""
    source = "展会开幕江海控制网版权所有。他们去了宁港江海控制网版权所有。"
    assert cleaned(source) == "展会开幕。他们去了宁港。"


def test_the_publisher_is_the_watermark():
    """A page says whose it is, so one watermark is enough."""
    assert cleaned("展会开幕江海控制網版權所有。", "江海控制网") == "展会开幕。"


def test_a_watermark_of_unknown_beginning_is_marked():
    """Four characters and 网 are damaged, whatever of them is the site's name."""
    text = clean(Document("d", "d.txt", "展会今天开幕江海控制网版权所有。"))
    assert (text.clean, text.key) == ("展会今天开幕江海控制网版权所有。", f"展会今天开幕{DAMAGED * 9}。")


@pytest.mark.parametrize("line", ["甲州交易会开幕", "图为甲州交易会的展台", "甲州交易会今天在甲州开幕，客商云集。"])
def test_the_same_line_again_goes(line):
    """The first stays, blanks aside; a short one may come twice."""
    assert cleaned(f"{line}\n客商云集。\n　{line} \n展台\n展台") == f"{line}\n客商云集。\n\n展台\n展台"


def test_long_lines_take_no_time_to_speak_of():
    """No pattern tries a long line over and over: this would not end otherwise."""
    for piece in ("大", "【", "?", "<p ", "![", "www.", "版权所有", "未经许可", "a.", "展会 "):
        assert len(cleaned(piece * 20_000)) <= len(piece) * 20_000
