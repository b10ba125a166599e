"""Sentences as spans of the clean text, each with its paragraph and the part of the article it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import DAMAGED, Part, Sentence
from .items import divided

# No sentence goes over damaged characters. A full stop between digits is a bad decimal point (4。5万亿), not an end; a closing quote or bracket stays with its sentence.
_END = re.compile(r"(?:(?<!\d)。|。(?!\d)|[!?\ufffd]|…{1,2}(?=\s|$|[”\"]))+[”’\")』」]*")
_PARAGRAPH = re.compile(r"[^\n]+")
_CAPTION = re.compile(
    r"^[▲△▼◀▶(]?(?:图为|图[:一二三四五六七八九十\d]|上图|下图|左图|右图|图片来源|图源|图片说明|资料图|视频截图|(?:文|图)\s?[/丨|]\s?[一-龥]{2,4})|(?:记者|通讯员)\s?\S{2,4}\s?摄[)。]?$|(?:^|\s)[一-龥]{2,4}\s?摄[)。]?$|(?:供图|配图|图片来源:?[^,。]{0,12}|受访者供图)[)。]?$"
)
_HEADING_LENGTH = 45


def split_sentences(key: str, title: str) -> tuple[Sentence, ...]:
    """The sentences of a normal form, in order; ``title`` is the normal form of the article's title, if any."""
    found: list[Sentence] = []
    body_seen = False
    number = 0
    for paragraph in _PARAGRAPH.finditer(key):
        line = paragraph.group().strip()
        part = _part(line, title.strip(), first=not found, body_seen=body_seen)
        body_seen = body_seen or part in (Part.LEAD, Part.BODY)
        for start, end in _spans(key, *paragraph.span()):
            found.append(Sentence(start, end, part, number))
            number += key[end - 1] == DAMAGED  # whose subject goes on behind the damage is not known
        number += 1
    return divided(key, found)


def _part(line: str, title: str, *, first: bool, body_seen: bool) -> Part:
    if title and line == title:
        return Part.TITLE
    if _CAPTION.search(line) and len(line) < 120:
        return Part.CAPTION
    if len(line) <= _HEADING_LENGTH and not line.endswith(("。", "!", "?", ";", ":", "”", ",")) and "。" not in line:
        return Part.TITLE if first else Part.HEADING
    return Part.BODY if body_seen else Part.LEAD


def _spans(key: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for match in _END.finditer(key, start, end):
        yield from _stripped(key, at, match.end())
        at = match.end()
    yield from _stripped(key, at, end)


def _stripped(key: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and key[start].isspace():
        start += 1
    while start < end and key[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
