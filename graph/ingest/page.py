"""HTML: ``.html``, ``.htm``, ``.xhtml``, and what begins like it. trafilatura finds the article in the page."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from configparser import ConfigParser
from copy import deepcopy
from functools import cache
from itertools import takewhile

from ..errors import InputError
from .encoding import decode
from .markup import parse, shown
from .metadata import date_line, person, publisher_label
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

_LINK = "string-length(normalize-space(.)) - string-length(normalize-space(.//a[@href])) < 14"
_NO_ARTICLE = [
    "//nav",
    "//footer",
    "//aside",
    "//form",
    "//button",
    "//select",
    # The teasers of other articles: an article whose headline is a link, and what is a link with at most its date.
    "//article[not(.//h1)][.//*[self::h2 or self::h3 or self::h4]//a[@href]]",
    f"//*[self::li or self::td or self::p][.//a[@href]][string-length(normalize-space(.)) < 60][{_LINK}]",
]
_LAST = "2100-01-01"
_DATES: dict[str, object] = {"original_date": True, "extensive_search": False, "max_date": _LAST}
_LEAST = (
    "25"  # characters below which trafilatura gives up paragraphs for all that the page shows; its own are Latin ones
)
_CELLS = re.compile(r"\| (.*) \| *")
_RULE = re.compile(r"\|(?:---\|)+")
_BULLET = re.compile(r"^- ")
_TITLE = re.compile(r"<title[^>]*>([^<]{1,300})", re.IGNORECASE)
_DECLARED = re.compile(r"""<script[^>]{0,99}application/ld\+json.*?</script>""", re.IGNORECASE | re.DOTALL)

for _name in ("trafilatura", "htmldate", "courlan"):  # their complaints about bad pages are ours to report
    logging.getLogger(_name).addHandler(logging.NullHandler())


def accepts(blob: Blob) -> bool:
    """By the suffix, or because the file begins like a page."""
    return blob.suffix in _SUFFIXES or _BEGINNING.match(blob.head) is not None


def read(blob: Blob) -> Iterator[Draft]:
    """The page as one article: its text, with title, date, publisher and author where the page states them."""
    declared = _CHARSET.search(blob.head)
    yield article(blob, decode(blob.data(), declared[1].decode() if declared else ""))


def article(blob: Blob, html: str, url: str = "") -> Draft:
    """The article in a page that stands in the file ``blob``; ``InputError`` where there is none.

    ``url`` is where the page was saved from, where it does not say so itself.
    """
    if not html.strip():
        raise InputError("empty", remedy="give an article with text")
    if len(_TAG.findall(html)) > MOST_TAGS:
        raise InputError(f"a page of more than {MOST_TAGS} tags", remedy=_REMEDY)
    if "<frameset" in html.lower():
        raise InputError("a page of frames", remedy="give the page that the frame with the article shows")
    if "<body" not in html.lower():
        html = f"<html><body>{html}</body></html>"  # or trafilatura takes a short fragment for no page
    # A tag with a hundred thousand attributes takes the parser minutes; without them it is still the same tag.
    return _draft(blob, _ENDLESS_TAG.sub(r"<\1>", _XML_DECLARATION.sub("", html)), url)


def _draft(blob: Blob, html: str, url: str) -> Draft:
    from trafilatura import bare_extraction  # half a second, spared to those who read no HTML

    try:
        tree = parse(html)
        if tree is None:
            raise InputError("no article in the page", remedy=_REMEDY)
        everything, declared = shown(tree), _declared_date(html)
        found = bare_extraction(
            tree,
            include_comments=False,
            with_metadata=True,
            prune_xpath=_NO_ARTICLE,
            date_extraction_params=_DATES,
            config=_config(),
        )
    except InputError:
        raise
    except Exception as error:  # a parser may fail in any way on a hostile page
        raise InputError(f"a page that does not parse ({type(error).__name__})", remedy=_REMEDY) from error
    text = _lines(_said(found, "text")) or "\n".join(everything)
    if not text.strip():
        raise InputError("no article in the page", remedy=_REMEDY)
    title, site = _split(_said(found, "title"))
    return Draft(
        uri=blob.uri,
        text=text,
        title=title,
        published=declared or _shown_date(everything, text),
        publisher=_said(found, "sitename") or _labelled(everything) or site or _site(html),
        byline=_said(found, "author") or _author(html),
        url=_said(found, "url") or url,
        file=blob.name,
    )


@cache
def _config() -> ConfigParser:
    from trafilatura.settings import DEFAULT_CONFIG

    config = deepcopy(DEFAULT_CONFIG)
    config["DEFAULT"]["MIN_EXTRACTED_SIZE"] = _LEAST
    return config


def _lines(text: str) -> str:
    """What trafilatura found, without the Markdown that it writes tables and lists in: a cell or an item a line."""
    rows = (_CELLS.fullmatch(line) for line in text.split("\n"))
    lines = (row[1].split(" | ") if row else [line] for row, line in zip(rows, text.split("\n"), strict=True))
    shown = (_BULLET.sub("", cell) for cells in lines for cell in cells if cell.strip() and not _RULE.fullmatch(cell))
    return "\n".join(shown)


def _declared_date(html: str) -> str:
    """The day that the page's head or its description for machines gives; dates in its body may be of other articles."""
    from htmldate import find_date

    head = re.split("<body", html, maxsplit=1, flags=re.IGNORECASE)[0] + "".join(_DECLARED.findall(html))
    return find_date(f"{head}<body></body></html>", original_date=True, extensive_search=False, max_date=_LAST) or ""


def _shown_date(everything: list[str], text: str) -> str:
    """The day in a line above the article, the nearest first: 2024-10-24 19:30 来源：江海网."""
    lines = text.split("\n")
    story = max(lines[:3], key=len).strip()[:20]
    above = list(takewhile(lambda line: story not in line, everything))
    nearest = reversed(above if len(above) < len(everything) else [])
    return next((day for line in nearest if (day := date_line(line))), "")


def _labelled(everything: list[str]) -> str:
    return next((name for line in everything if (name := publisher_label(line))), "")


_REMEDY = "save the page once it has loaded, or the article's text as .txt"


def _author(html: str) -> str:
    """The author that the page declares; trafilatura takes none without a blank in the name."""
    found = _AUTHOR.search(html)
    return person(found[1]) if found else ""


def _said(found: object, name: str) -> str:
    """A field of what trafilatura found; it gives ``None`` for a missing field, and for a page without an article."""
    value = getattr(found, name, None)
    return value if isinstance(value, str) else ""


def _site(html: str) -> str:
    """The site's name behind the title in the browser's bar, where a headline on the page was taken for the title."""
    found = _TITLE.search(html)
    return _split(found[1].strip())[1] if found else ""


def _split(title: str) -> tuple[str, str]:
    """A page's title without the site's name behind it, and that name: 展会闭幕_新闻_江海网 is 展会闭幕 of 江海网."""
    parts = _SEPARATOR.split(title)
    sites = [part for part in parts[1:] if _SITE.search(part)]
    return (parts[0].strip(), sites[-1].strip()) if sites else (title, "")
