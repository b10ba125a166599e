"""PDF: the text layer, paragraph by paragraph, and files that have none."""

from __future__ import annotations

import io

import pytest

from graph.ingest import read

from .articles import document, reason
from .paper import column, pdf

FIRST = "第三届宁港国际水产博览会今天在宁港闭幕，参展企"
SECOND = "业来自四十个国家和地区。"
TEXT = FIRST + SECOND


def locked() -> bytes:
    """A PDF that asks for a password: the standard handler of PDF 1.4 with a user password that is not the empty one."""
    key = "<" + "5a" * 32 + ">"
    encrypt = f"/Encrypt<</Filter/Standard/V 1/R 2/O{key}/U{key}/P -4>>/ID[<00><00>]"
    return pdf(column(TEXT)).replace(b"/Root 1 0 R", f"/Root 1 0 R{encrypt}".encode())


def test_what_a_line_s_end_parts_is_joined():
    """A paragraph of two lines is one line of the source, without a blank; the paragraphs stay apart."""
    found = document(pdf(column("　　" + FIRST[:-2], FIRST[-2:] + SECOND, "　　" + FIRST[:-2], FIRST[-2:] + SECOND)))
    assert found.source == f"{TEXT}\n{TEXT}"


def test_a_paragraph_goes_on_on_the_next_page():
    """A page's end ends no paragraph, and what stands at the edges of pages does not come between."""
    first = [
        *column("水产博览会闭幕", size=24),
        *column("　　" + FIRST[:-2], top=700),
        *column("第 1 页", top=30, left=280),
    ]
    second = [*column(FIRST[-2:] + SECOND), *column("第 2 页", top=30, left=280)]
    found = document(pdf(first, second))
    assert (found.title, found.source) == ("水产博览会闭幕", f"水产博览会闭幕\n{TEXT}")


def test_running_heads_are_left_out():
    """What pages repeat at their edges is dropped, whatever the number in it; a heading in the text stays."""
    said = [TEXT[number:] + TEXT[:number] for number in range(9)]
    pages = [
        [*column(f"江海日报第{n}版", top=800), *column(*said[3 * n : 3 * n + 3]), *column(f"{n + 1}/3", top=30)]
        for n in range(3)
    ]
    found = document(pdf(*pages))
    assert found.source.replace("\n", "") == "".join(said)


def test_the_name_of_a_file_gives_the_day(tmp_path):
    """The article is alone in its file, so a date in the file's name is the article's."""
    (tmp_path / "20241024-a.pdf").write_bytes(pdf(column(TEXT)))
    (found,) = read([str(tmp_path / "20241024-a.pdf")])
    assert getattr(found, "published", found) == "2024-10-24"


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"%PDF-1.4\nnothing", "a broken PDF; fetch or save it again"),
        (pdf(column(TEXT))[:600], "a broken PDF; fetch or save it again"),
        (pdf([]), "a PDF without a text layer (a scan); put it through text recognition, or give its text"),
        (pdf(column("扫描件")), "a PDF without a text layer (a scan)"),
        (pdf(column("The fair has opened today", "and it is in English.")), "no Chinese in it"),
        (locked(), "a PDF with a password; save it without one"),
        (pdf(column("\ue001\ue002\ue003\ue004\ue005\ue006" * 3)), "a PDF whose fonts do not tell their characters"),
    ],
    ids=["broken", "cut off", "blank", "stamp", "English", "locked", "private use"],
)
def test_a_pdf_without_an_article_says_so(data, why):
    """A broken file, a scan, a locked one, one of unknown characters: each is skipped for its reason."""
    assert reason(data).startswith(why)


def test_too_large_a_pdf_is_skipped(monkeypatch):
    """Pictures and fonts may make a PDF larger than a text, and not without end."""
    monkeypatch.setattr("graph.ingest.pdf.CONTAINER_LIMIT", 5000)
    (found,) = read(["-"], io.BytesIO(pdf(column(*[TEXT] * 60))))
    assert getattr(found, "reason", "").startswith("larger than")
