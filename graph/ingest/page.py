"""HTML: ``.html``, ``.htm``, ``.xhtml``, and what begins like it. trafilatura finds the article in the page."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import partial

from ..errors import InputError
from .encoding import decode
from .metadata import person, publisher_label
from .reader import Blob, Draft

MOST_TAGS = 100_000
"""The most tags of a page: it takes some 50 µs each, and no article has so many."""

_SUFFIXES = {".html", ".htm", ".xhtml"}
_BEGINNING = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|(?:html|head|meta|title|body|article|div|p)[\s>])",
    re.IGNORECASE,
)
_CHARSET = re.compile(
    rb"""(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,80}?encoding)\s*=\s*["']?\s*([\w-]{2,20})""", re.IGNORECASE
)
_AUTHOR = re.compile(r"""<meta\s+name\s*=\s*["']?author["']?\s+content\s*=\s*["']([^"'<>]{2,40})["']""", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_TAG = re.compile(r"<[A-Za-z]")
_ENDLESS_TAG = re.compile(r"""<([A-Za-z][\w:-]{0,30})(?:[^<>"']|"[^"]*+"|'[^']*+'){1000,}+>?""")

_SEPARATOR = re.compile(r"\s*[_|｜]\s*|\s+[-–—]+\s+|--")
_SITE = re.compile(r"(?:[网網社报報台臺]|新闻|新聞|在[线線]|财经|財經|频道|頻道|客户端)$")

_NO_ARTICLE = ["//nav", "//footer", "//aside", "//form", "//button", "//select"]
_DATES: dict[str, object] = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}

for _name in ("trafilatura", "htmldate", "courlan"):  # their complaints about bad pages are ours to report
    logging.getLogger(_name).addHandler(logging.NullHandler())


def accepts(blob: Blob) -> bool:
    """By the suffix, or because the file begins like a page."""
    return blob.suffix in _SUFFIXES or _BEGINNING.match(blob.head) is not None


def read(blob: Blob) -> Iterator[Draft]:
    """The page as one article: its text, with title, date, publisher and author where the page states them."""
    declared = _CHARSET.search(blob.head)
    html = decode(blob.data(), declared[1].decode() if declared else "")
    if not html.strip():
        raise InputError("empty", remedy="give an article with text")
    if len(_TAG.findall(html)) > MOST_TAGS:
        raise InputError(f"a page of more than {MOST_TAGS} tags", remedy="save the article's text as .txt")
    if "<body" not in html.lower():
        html = f"<html><body>{html}</body></html>"  # or trafilatura takes a short fragment for no page
    # A tag with a hundred thousand attributes takes the parser minutes; without them it is still the same tag.
    yield _draft(blob, _ENDLESS_TAG.sub(r"<\1>", _XML_DECLARATION.sub("", html)))


def _draft(blob: Blob, html: str) -> Draft:
    from trafilatura import bare_extraction, html2txt  # half a second, spared to those who read no HTML

    extract = partial(
        bare_extraction,
        include_comments=False,
        with_metadata=True,
        prune_xpath=_NO_ARTICLE,
        date_extraction_params=_DATES,
    )
    try:
        found, everything = extract(html), html2txt(html, clean=True)
    except Exception as error:  # a parser may fail in any way on a hostile page
        raise InputError(f"a page that does not parse ({type(error).__name__})", remedy=_REMEDY) from error
    text = _said(found, "text") or everything
    if not text.strip():
        raise InputError("no article in the page", remedy=_REMEDY)
    title, site = _split(_said(found, "title"))
    return Draft(
        uri=blob.uri,
        text=text,
        title=title,
        published=_said(found, "date"),
        publisher=_said(found, "sitename") or publisher_label(everything) or site,
        byline=_said(found, "author") or _author(html),
        url=_said(found, "url"),
        file=blob.name,
    )


_REMEDY = "save the article's text as .txt"


def _author(html: str) -> str:
    """The author that the page declares; trafilatura takes none without a blank in the name."""
    found = _AUTHOR.search(html)
    return person(found[1]) if found else ""


def _said(found: object, name: str) -> str:
    """A field of what trafilatura found; it gives ``None`` for a missing field, and for a page without an article."""
    value = getattr(found, name, None)
    return value if isinstance(value, str) else ""


def _split(title: str) -> tuple[str, str]:
    """A page's title without the site's name behind it, and that name: 展会闭幕_新闻_江海网 is 展会闭幕 of 江海网."""
    parts = _SEPARATOR.split(title)
    sites = [part for part in parts[1:] if _SITE.search(part)]
    return (parts[0].strip(), sites[-1].strip()) if sites else (title, "")
