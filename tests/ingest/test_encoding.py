"""Bytes become the text that was meant, in every encoding that Chinese articles come in."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.errors import InputError
from graph.ingest.encoding import decode

from .articles import HANS, HANT

CLAUSES = (
    "第三届宁港国际水产博览会今天闭幕，",
    "各方共达成一百多项合作成果。",
    "“海港一号”采用新技术，",
    "展览面积达到50.5万平方米（含室外），",
    "参展企业来自四十个国家和地区；",
    "2024年签约金额约为22亿元。\n",
    "他们对中国市场充满信心！",
    "发展新产业，是我们的目标：",
)
TRADITIONAL = (
    "第三屆寧港國際水產博覽會今天閉幕，",
    "各方共達成一百多項合作成果。",
    "「海港一號」採用新技術，",
    "展覽面積達到50.5萬平方米（含室外），",
    "參展企業來自四十個國家和地區；",
    "2024年簽約金額約為22億元。\n",
    "他們對中國市場充滿信心！",
    "發展新產業，是我們的目標：",
)


def articles(clauses: tuple[str, ...]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(clauses), min_size=2, max_size=12).map("".join)


@given(
    articles(CLAUSES + TRADITIONAL),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030", "utf-16-le", "utf-16-be"]),
)
def test_an_article_survives_an_encoding_of_all_characters(text, encoding):
    """What is encoded in UTF-8, UTF-16 or GB18030, with a mark or without, is read back to the character."""
    assert decode(text.encode(encoding)) == text


@given(articles(TRADITIONAL), st.sampled_from(["big5", "cp950", "big5hkscs"]))
def test_a_traditional_article_survives_big5(text, encoding):
    """What is encoded in Big5, also as Windows or Hong Kong extend it, is read back to the character."""
    assert decode(text.encode(encoding)) == text


@given(articles(CLAUSES), st.sampled_from(["gbk", "gb2312"]))
def test_a_simplified_article_survives_gbk(text, encoding):
    """What is encoded in one of GB18030's predecessors is read back to the character."""
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "big5", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("start", [0, 7, 14, 21])
def test_thirty_characters_are_enough(encoding, start):
    """Thirty characters of traditional text are enough to tell its encoding."""
    text = HANT[start : start + 30]
    assert decode(text.encode(encoding)) == text


def test_traditional_characters_in_gbk_are_not_big5():
    """GBK holds both scripts: traditional text in it is not taken for Big5."""
    assert decode(HANT.encode("gbk")) == HANT


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_goes(mark, encoding):
    """A byte order mark tells the encoding and is no part of the text."""
    assert decode(mark + HANS.encode(encoding)) == HANS


def test_line_ends_become_those_of_unix():
    """CR LF becomes LF, and a blank line stays one."""
    assert decode(f"{HANS}\r\n\r\n{HANS}".encode()) == f"{HANS}\n\n{HANS}"


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_few_broken_bytes_are_kept_as_replacements(encoding):
    """One broken byte among hundreds of characters costs a character or two, not the article."""
    data = bytearray((HANS * 8).encode(encoding))
    data[300] = 0xFF
    text = decode(bytes(data))
    assert 1 <= text.count("\ufffd") <= 3
    assert text.endswith(HANS)


def test_many_broken_bytes_are_an_encoding_error():
    """From one character in a hundred on, a text is not read."""
    with pytest.raises(InputError, match=r"an encoding error: 1\.6% .* broken bytes; save it again as UTF-8"):
        decode(("中" * 122 + "\ufffd" * 2).encode())


@pytest.mark.parametrize(
    ("language", "encoding"),
    [("Выставка открылась сегодня в городе. ", "koi8-r"), ("展示会が開かれました。", "shift_jis")],
)
def test_another_language_in_an_old_encoding_is_not_read_as_chinese(language, encoding):
    """Russian or Japanese bytes that GB18030 could decode make no Chinese text."""
    with pytest.raises(InputError, match="not UTF-8, UTF-16, GB18030 or Big5"):
        decode((language * 9).encode(encoding))


@pytest.mark.parametrize(
    "data", [bytes(range(256)) * 9, b"\0" * 99, HANS.encode() + b"\0" * 3, HANS.encode() + b"\1" * 9]
)
def test_binary_data_is_no_text(data):
    """NUL and other control characters mark a file as binary, even one that begins like an article."""
    with pytest.raises(InputError, match="binary, not text"):
        decode(data)


def test_a_declared_encoding_that_is_wrong_does_no_harm():
    """A page that says UTF-8 and is GB18030 is read as what it is."""
    assert decode(HANS.encode("gb18030"), "utf-8") == HANS
