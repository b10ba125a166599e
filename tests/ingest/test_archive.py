"""MHTML: the page that a browser saved as one file."""

from __future__ import annotations

from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from graph.ingest import read

from .articles import HANS, HANT, document, reason

PAGE = (
    "<!DOCTYPE html><html><head><title>水产博览会闭幕_江海网</title></head><body><nav>首页 新闻</nav>"
    f"<h1>水产博览会闭幕</h1><p>{HANS}</p><p>{HANT}</p></body></html>"
)


def saved(*pages: str, charset: str = "utf-8", address: str = "https://news.example.cn/1.html") -> bytes:
    """A file as browsers write it: the page first, then its frames and pictures."""
    message = MIMEMultipart("related", type="text/html")
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = address
    for number, page in enumerate(pages):
        part = MIMEText(page, "html", charset)
        part["Content-Location"] = f"{address}?{number}" if number else address
        message.attach(part)
    message.attach(MIMEText("body{color:red}", "css", "utf-8"))
    return message.as_bytes()


@pytest.mark.parametrize("charset", ["utf-8", "gb18030"])
def test_the_page_is_read(charset):
    """Title, text and publisher are those of the page, its address that from which it was saved."""
    found = document(saved(PAGE, charset=charset))
    assert found.source == f"水产博览会闭幕\n{HANS}\n{HANT}"
    assert (found.publisher, found.url) == ("江海网", "https://news.example.cn/1.html")


def test_quoted_printable_is_read(tmp_path):
    """Browsers write a page as quoted-printable, so that a line of it shows no Chinese at all."""
    message = EmailMessage()
    message.set_content(PAGE, subtype="html", cte="quoted-printable")
    message.make_related()
    (tmp_path / "a.mhtml").write_bytes(message.as_bytes())
    (found,) = read([str(tmp_path / "a.mhtml")])
    assert HANS in getattr(found, "source", "")


def test_the_frame_is_read_where_the_page_has_nothing_but_frames():
    """A page of frames has no article; the first frame that has one gives it."""
    frames = '<html><head><title>江海网</title></head><frameset><frame src="1"><frame src="2"></frameset></html>'
    assert HANS in document(saved(frames, "<html><body></body></html>", PAGE)).source


def test_a_file_of_this_computer_is_no_address():
    """Where a page lay on the disk of who saved it is nobody's business."""
    assert document(saved(PAGE, address="file:///C:/Users/x/1.html")).url == ""


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (saved(), "no page in the file; save the page again, or its text as .txt"),
        (saved("<html><body></body></html>"), "no article in the page"),
        (saved(PAGE)[:200], "no page in the file"),
    ],
    ids=["nothing", "empty page", "cut off"],
)
def test_a_file_without_an_article_says_so(data, why):
    """No page, an empty one, a file that is cut off: each is skipped for its reason."""
    assert reason(data).startswith(why)
