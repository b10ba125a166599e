"""JSON: objects a line, one object, one list."""

from __future__ import annotations

import io
import json

import pytest

from graph.ingest import read
from graph.model import Document, Skipped

from .articles import HANS, HANT, document, piped, reason


def line(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False)


def test_an_object_of_id_and_text_keeps_its_text():
    """Offsets of who wrote the text stay right: nothing is added, taken away or normalised."""
    text = f"\ufeff {HANS}\r\n\r\n  {HANS}\n"
    assert document(line(id="a", text=text)).source == text


def test_fields_become_what_a_document_has():
    """Each field has its place, the date in ISO."""
    found = document(
        line(
            id=7,
            text=HANS,
            title="水产博览会闭幕",
            date="2024年10月24日",
            publisher="江海网",
            author=["林小溪", "高原"],
            url="https://news.example.cn/1",
        )
    )
    assert (found.uri, found.title, found.published) == ("-#7", "水产博览会闭幕", "2024-10-24")
    assert (found.publisher, found.byline, found.url) == ("江海网", "林小溪、高原", "https://news.example.cn/1")


@pytest.mark.parametrize("name", ["text", "content", "body"])
def test_other_names_of_fields_are_known(name):
    """Content and body are text, published is a date, source a publisher, byline an author."""
    found = document(line(**{name: HANS, "published": "2024-10-24", "source": "江海网", "byline": "林小溪"}))
    assert (found.source, found.published, found.publisher, found.byline) == (HANS, "2024-10-24", "江海网", "林小溪")


def test_a_title_goes_before_the_text():
    """A title that is stated apart becomes the first line, so that facts in it have evidence."""
    assert document(line(text=HANS, title="水产博览会闭幕")).source == f"水产博览会闭幕\n{HANS}"


def test_a_title_that_the_text_begins_with_is_not_repeated():
    """The text's own first line stays the only one, whatever its blanks; the title is as it stands there."""
    found = document(line(text=f"水产博览会　闭幕\n{HANS}", title="水产博览会 闭幕"))
    assert (found.title, found.source) == ("水产博览会　闭幕", f"水产博览会　闭幕\n{HANS}")


def test_what_no_field_says_the_text_may_say():
    """Without fields, a dateline in the text still names the publisher."""
    assert document(line(id="a", text=f"江海网消息：{HANS}")).publisher == "江海网"


def test_a_broken_line_is_skipped_with_its_number():
    """The lines before and after a broken one are read, and the reason says which it was."""
    first, broken, last = piped("\n".join([line(id="a", text=HANS), '{"id": "b", "text', line(id="c", text=HANT)]))
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(broken, Skipped)
    assert (broken.uri, broken.reason.split(" (")[0]) == ("-#2", "line 2: not JSON")


def test_blank_lines_count_but_are_no_articles():
    """A line's number is that of an editor."""
    found = piped(f"\n{line(text=HANS)}\r\n\n{line(text=HANT)}\n")
    assert [one.uri for one in found] == ["-#2", "-#4"]


def test_a_number_is_that_of_the_line_in_a_long_file_too():
    """The first bytes of a file are read apart, and no line is counted twice for it."""
    found = piped("".join(f"{line(text=f'{number}{HANS}')}\n" for number in range(1, 41)))
    assert [one.uri for one in found] == [f"-#{number}" for number in range(1, 41)]


def test_fields_may_have_chinese_names():
    """The names that tables have in either script do for an object too."""
    found = document(
        line(編號="a", 正文=HANS, 标题="水产博览会闭幕", 日期="2024年10月24日", 來源="江海网", 作者="林小溪")
    )
    assert (found.uri, found.title, found.published) == ("-#a", "水产博览会闭幕", "2024-10-24")
    assert (found.publisher, found.byline) == ("江海网", "林小溪")


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("[1, 2]", "not a JSON object"),
        ('"text"', "not a JSON object"),
        ('{"id": "b"}', "no text in it; put the article into the field text or content or body"),
        ('{"text": 7}', "no text in it"),
        ('{"text": ""}', "empty"),
        ('{"text": "An article about a fair."}', "no Chinese"),
        ('{"text": "\\u0000"}', "binary"),
        ("[" * 100_000, "not JSON (RecursionError)"),
    ],
)
def test_a_line_without_an_article_says_so(value, why):
    """What is JSON and no article in Chinese is skipped for its reason; the next line is read."""
    _, found, last = piped(f"{line(text=HANS)}\n{value}\n{line(text=HANT)}")
    assert isinstance(found, Skipped)
    assert why in found.reason
    assert isinstance(last, Document)


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("suffix", [".json", ".jsonl"])
def test_a_list_is_articles(tmp_path, indent, suffix):
    """A file that is one list, indented or not, holds an article for each object."""
    file = tmp_path / f"a{suffix}"
    file.write_text(json.dumps([{"id": "x", "text": HANS}, {"text": HANT}], indent=indent), encoding="utf-8")
    assert [one.uri.removeprefix(tmp_path.as_posix()) for one in read([str(file)])] == [
        f"/a{suffix}#x",
        f"/a{suffix}#2",
    ]


def test_an_indented_object_is_an_article(tmp_path):
    """A .json file may be one article over several lines."""
    (tmp_path / "a.json").write_text(json.dumps({"text": HANS}, indent=1, ensure_ascii=False), encoding="utf-8")
    (found,) = read([str(tmp_path / "a.json")])
    assert getattr(found, "source", found) == HANS


def test_a_broken_file_is_one_reason(tmp_path):
    """A .json file that is no JSON is skipped once, not line by line."""
    (tmp_path / "a.json").write_text('[\n{"text": "a"},\n{"text"\n', encoding="utf-8")
    (found,) = read([str(tmp_path / "a.json")])
    assert getattr(found, "reason", "").startswith("not JSON (")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_lines_may_come_in_other_encodings(tmp_path, encoding):
    """JSON lines that an office program saved are read as well."""
    (tmp_path / "a.jsonl").write_bytes(f"{line(text=HANS)}\n{line(text=HANT)}\n".encode(encoding))
    assert [getattr(one, "source", one) for one in read([str(tmp_path / "a.jsonl")])] == [HANS, HANT]


def test_lines_are_read_as_they_come():
    """The first article is there before the second line is asked for, so that a file may be larger than memory."""

    class Stream(io.BytesIO):
        asked = 0

        def readline(self, size: int | None = -1, /) -> bytes:
            self.asked += 1
            return super().readline(size)

    stream = Stream("\n".join(line(id=i, text=HANS) for i in range(1000)).encode())
    next(read(["-"], stream))
    assert stream.asked < 5


def test_a_half_character_becomes_a_replacement():
    r"""A lone surrogate, which no output could hold, is one replacement character; offsets stay."""
    text = HANS * 3
    assert document('{"text": "\\ud800' + text + '"}').source == f"\ufffd{text}"


def test_the_id_of_a_document_tells_records_apart():
    """The same text under two ids is two documents; under one id, in two files or twice, it is one."""
    ids = [getattr(one, "id", one) for one in piped("\n".join(line(id=i, text=HANS) for i in "aba"))]
    assert ids[0] == ids[2] != ids[1]


def test_an_empty_file_says_so():
    """A file of blank lines has no article."""
    assert reason(b"\n \n") == "empty; give an article with text"
