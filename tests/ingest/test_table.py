"""Tables: an article a row, under names in English or Chinese."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.ingest import read
from graph.ingest.reader import Blob
from graph.ingest.table import read as read_table
from graph.model import Document, Skipped

from .articles import HANS, HANT


@pytest.fixture
def table(tmp_path, monkeypatch):
    """Reads what is written into a table of the given name."""
    monkeypatch.chdir(tmp_path)

    def reading(data: str | bytes, name: str = "a.csv") -> list[Document | Skipped]:
        Path(name).write_bytes(data.encode() if isinstance(data, str) else data)
        return list(read([name]))

    return reading


def row(*cells: str, delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerow(cells)
    return out.getvalue()


@pytest.mark.parametrize(
    "names",
    [
        ("id", "title", "text", "date", "publisher", "author", "url"),
        ("ID", "Title", "Content", "published", "source", "byline", "URL"),
        ("编号", "标题", "正文", "日期", "来源", "作者", "网址"),
        ("編號", "標題", "正文", "日期", "來源", "作者", "網址"),
        (" 编号 ", "标题", "内容", "发布时间", "媒体", "记者", "链接"),
    ],
)
def test_columns_are_known_by_their_names(table, names):
    """The names are those of a JSON object's fields, or Chinese ones in either script."""
    cells = ("a1", "水产博览会闭幕", HANS, "2024年10月24日", "江海网", "林小溪", "https://news.example.cn/1")
    (found,) = table(row(*names) + row(*cells))
    assert isinstance(found, Document)
    assert (found.uri, found.title, found.published) == ("a.csv#a1", "水产博览会闭幕", "2024-10-24")
    assert (found.publisher, found.byline, found.url) == ("江海网", "林小溪", "https://news.example.cn/1")
    assert found.source == f"水产博览会闭幕\n{HANS}"


def test_a_row_without_an_id_is_named_by_its_number(table):
    """The row of names is number 1, as a spreadsheet shows it; blank rows count and are no articles."""
    found = table(row("id", "text") + row("", HANS) + "\n" + row("x", HANT) + ",\n" + row("", HANT + "完"))
    assert [one.uri for one in found] == ["a.csv#2", "a.csv#x", "a.csv#6"]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_text_may_have_lines(table, end):
    """Line breaks inside quotation marks belong to the text, and are those of Unix in the source; marks come in pairs."""
    (found,) = table(f'id,text{end}1,"{HANS}{end}他说""很好""。"{end}')
    assert getattr(found, "source", found) == f'{HANS}\n他说"很好"。'


@pytest.mark.parametrize(
    ("name", "delimiter"), [("a.csv", ","), ("a.csv", ";"), ("a.csv", "\t"), ("a.csv", "|"), ("a.tsv", "\t")]
)
def test_the_row_of_names_shows_what_parts_the_cells(table, name, delimiter):
    """A text is full of commas; the names are not."""
    (found,) = table(
        row("id", "text", delimiter=delimiter) + row("1", f"一,二,三;四|五：{HANS}", delimiter=delimiter), name
    )
    assert getattr(found, "source", found) == f"一,二,三;四|五：{HANS}"


def test_a_table_may_have_one_column(table):
    """Texts alone are articles."""
    assert [getattr(one, "source", one) for one in table(f"正文\n{HANS}\n{HANT}\n")] == [HANS, HANT]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table_may_have_any_encoding(table, encoding):
    """Spreadsheets save tables in UTF-8 with a mark, in the system's encoding, or in UTF-16."""
    (found,) = table((row("编号", "正文") + row("甲", HANS)).encode(encoding))
    assert (found.uri, getattr(found, "source", found)) == ("a.csv#甲", HANS)


def test_a_traditional_table_may_be_in_big5(table):
    """The encoding is told by all the rows together, not by a short one."""
    found = table((row("編號", "正文") + row("甲", HANT) + row("乙", HANT + "完")).encode("big5"))
    assert [getattr(one, "source", one) for one in found] == [HANT, HANT + "完"]


@pytest.mark.parametrize(
    ("bad", "why"),
    [
        (row("b", ""), "row 3: no text in it; put the article there, or remove the row"),
        ("b\n", "row 3: no text in it"),
        (row("b", "  "), "row 3: no text in it"),
        (row("b", "An article about a fair."), "no Chinese in it"),
        ('b,"x"y\n', "row 3: no row of a table ("),
    ],
)
def test_a_row_without_an_article_says_so(table, bad, why):
    """The row is skipped with its number, and those before and after it are read."""
    first, skipped, last = table(row("id", "text") + row("a", HANS) + bad + row("c", HANT))
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(skipped, Skipped)
    assert skipped.reason.startswith(why)


def test_a_quotation_that_does_not_end_is_reported(table):
    """It would take the rest of the table into one text; what was read before it stays."""
    first, skipped = table(row("id", "text") + row("a", HANS) + f'b,"{HANT}\nc,{HANS}\n')
    assert isinstance(first, Document)
    assert getattr(skipped, "reason", "").startswith("row 3: no row of a table (unexpected end of data)")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (
            row("name", "place") + row("甲", "乙"),
            "a table without a column of texts; name one text or content or body or 正文",
        ),
        (HANS, "a table without a column of texts"),
        ("", "empty"),
        ("\n\n", "a table without a column of texts"),
    ],
)
def test_a_table_without_texts_is_turned_down_once(table, data, why):
    """A table of something else is one reason, not one a row."""
    (found,) = table(data)
    assert getattr(found, "reason", "").startswith(why)


def test_a_large_table_is_read_row_by_row():
    """The first article is there when only the beginning of the file has been read."""
    stream = io.BytesIO((row("id", "text") + row("1", HANS) * 10_000).encode())
    drafts = read_table(Blob("a.csv", stream, "a.csv"))
    assert getattr(next(drafts), "text", "") == HANS
    assert stream.tell() < len(stream.getvalue()) / 2


@given(
    st.lists(st.text(st.sampled_from('展会。，,"\n;|x'), min_size=1), min_size=1, max_size=5),
    st.sampled_from([",", ";", "\t", "|"]),
)
def test_what_the_standard_library_writes_is_read_back(texts, delimiter):
    """Whatever commas, quotation marks and line breaks a text has, its cell comes back to the character."""
    data = row("id", "text", delimiter=delimiter)
    data += "".join(row(str(number), HANS + text, delimiter=delimiter) for number, text in enumerate(texts))
    found = list(read_table(Blob("a.csv", io.BytesIO(data.encode()), "a.csv")))
    assert [getattr(one, "text", one) for one in found] == [HANS + text for text in texts]
