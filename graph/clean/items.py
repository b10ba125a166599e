"""The items of an article that holds several: a bulletin of short reports, a numbered list of firms.

An item begins at a mark (▲, ●, 【…】), a number, a dateline, a rule of dashes or a heading of a sentence's length, if the
article has at least two of the same sort; what stands before the first is common to all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..model import Part, Sentence

_NUMBER = (
    r"(?:(?P<arabic>\d{1,2})(?:[.、)](?!\d)|\s)|(?P<han>[一二三四五六七八九十]{1,3})、|\((?P<bracketed>[一二三四五六七八九十]{1,3}|\d{1,2})\)|"
    r"(?P<circled>[①-⑳]))"
)
_COUNTED = re.compile(_NUMBER)
# The surest sort first: of those that an article has, the first divides it.
_BEGINNINGS: tuple[re.Pattern[str], ...] = (
    re.compile(r"[▲△▼●■◆◇★☆►▶※◎○□]"),
    re.compile(r"【[^】]{2,40}】"),
    re.compile(
        r"(?:[一-龥]{2,8}(?:网|社|报|台))?[一-龥]{0,6}(?:\d{1,2}月\d{1,2}日)?(?:讯|电|消息)(?=[\s(:])|本报[一-龥]{0,4}讯"
    ),
)
_RULE = re.compile(r"\n[ \t]*(?:[-—=*_~·※☆★]{3,})[ \t]*\n")
_HEADING_AT_LEAST = 10
_BODY_AT_LEAST = 30


def divided(key: str, sentences: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """Sentences with the number of the item that each stands in, from 1; 0 for what is common to all and for an article
    that is one piece.
    """
    starts = _starts(key, sentences)
    if len(starts) < 2:
        return tuple(sentences)
    return tuple(replace(s, item=sum(start <= i for start in starts)) for i, s in enumerate(sentences))


def _starts(key: str, sentences: Sequence[Sentence]) -> list[int]:
    """The indices of the sentences with which items begin."""
    first = [
        i for i, s in enumerate(sentences) if i == 0 or sentences[i - 1].paragraph != s.paragraph or _marked(key, s)
    ]
    first = [i for i in first if sentences[i].part is not Part.TITLE]
    for beginning in _BEGINNINGS:
        found = [i for i in first if beginning.match(key, sentences[i].start, sentences[i].end)]
        if len(found) > 1:
            return found
    if counted := _counted(key, sentences, first):
        return counted
    ruled = [match.end() for match in _RULE.finditer(key)]
    if len(ruled) > 1:
        after = [next((i for i in first if sentences[i].start >= at), None) for at in ruled]
        return sorted({i for i in after if i is not None})
    return _headed(sentences)


def _marked(key: str, sentence: Sentence) -> bool:
    return key[sentence.start] in "①②③④⑤⑥⑦⑧⑨⑩▲●■◆★"


def _counted(key: str, sentences: Sequence[Sentence], first: Sequence[int]) -> list[int]:
    """The sentences that are counted from one, without a gap, by one sort of number."""
    for sort in ("arabic", "han", "bracketed", "circled"):
        found: list[int] = []
        for i in first:
            match = _COUNTED.match(key, sentences[i].start, sentences[i].end)
            if match and match.group(sort) and _value(match.group(sort)) == len(found) + 1:
                found.append(i)
        if len(found) > 1:
            return found
    return []


def _value(number: str) -> int:
    """The value of a counting number up to 99; 0 for what is none."""
    if number.isdecimal():
        return int(number)
    if "①" <= number <= "⑳":
        return ord(number) - ord("①") + 1
    tens, ten, ones = number.partition("十")
    digits = "一二三四五六七八九"
    if not ten:
        return digits.find(number) + 1
    return (digits.find(tens) + 1 if tens else 1) * 10 + (digits.find(ones) + 1 if ones else 0)


def _headed(sentences: Sequence[Sentence]) -> list[int]:
    """The headings that are whole reports' own: as long as a headline, each with a paragraph of text behind it."""
    headings = [i for i, s in enumerate(sentences) if s.part is Part.HEADING]
    reports = [
        i
        for i in headings
        if i + 1 < len(sentences)
        and sentences[i + 1].part is Part.BODY
        and sentences[i + 1].end - sentences[i + 1].start >= _BODY_AT_LEAST
        and sentences[i].end - sentences[i].start >= _HEADING_AT_LEAST
    ]
    return reports if len(reports) > 1 and len(reports) == len(headings) else []
