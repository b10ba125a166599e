"""A page's tree: parsed once, its layout freed of tables, and the lines that it shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    "address article aside blockquote body br center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tbody td th tr ul".split()
)
_UNSHOWN = frozenset("head script style noscript template select textarea iframe svg".split())
_LAYOUT = ".//table[.//table or .//td[string-length(normalize-space(.)) > 100]]"
_PARTS_OF_TABLES = frozenset("table tbody thead tfoot tr td th".split())


def parse(html: str) -> HtmlElement | None:
    """The tree of a page, ``None`` where there is none.

    Tables that set out the page rather than data, as those of old sites do, are made blocks, and so are sections, which
    articles written in editors of messengers have for paragraphs.
    """
    from trafilatura.utils import load_html

    tree = load_html(html)
    if tree is None:
        return None
    for table in tree.xpath(_LAYOUT):
        for part in (table, *_own_parts(table)):
            part.tag = "div"
    for section in tree.xpath(".//section[not(.//section or .//p or .//div)]"):
        section.tag = "p"
    return tree


def shown(tree: HtmlElement) -> list[str]:
    """The lines that a page shows, without blank ones."""
    return [line for line in (" ".join(part.split()) for part in "".join(_pieces(tree)).split("\n")) if line]


def _own_parts(table: HtmlElement) -> Iterator[HtmlElement]:
    """The rows and cells of a table that belong to no table in it."""
    waiting = list(table)
    while waiting:
        part = waiting.pop()
        if part.tag in _PARTS_OF_TABLES and part.tag != "table":
            yield part
            waiting.extend(part)


def _pieces(tree: HtmlElement) -> Iterator[str]:
    from lxml.etree import iterwalk

    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        block = element.tag in _BLOCKS
        if event == "start":
            if not isinstance(element.tag, str) or element.tag in _UNSHOWN:
                walk.skip_subtree()
            else:
                yield ("\n" if block else "") + _flat(element.text)
        else:
            yield ("\n" if block else "") + _flat(element.tail)


def _flat(text: str | None) -> str:
    return " ".join((text or "").split("\n"))
