"""Mojibake: places where a wrong conversion has swallowed characters. They are marked, and nothing is guessed.

A half-width question mark stands for what was lost. It is one beside a character that no news uses (為?鸬蕰?), twice within a
line (??缃), or before the rest of a reading that has lost its character (品?jiàn)). U+FFFD, what the decoder puts for broken
bytes, is one always.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

_HAN = "㐀-䶿一-鿿豈-﫿"
_CANDIDATE = re.compile(
    rf"\?[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{{1,6}}\)(?:[{_HAN}]{{1,2}}\?)?"
    rf"|(?<=[^\n?!\s吗嗎呢吧么麼啊])\?{{2,8}}(?P<after>[{_HAN}])"
    rf"|\?{{1,8}}(?P<right>[{_HAN}]{{1,3}})\?{{0,8}}"
    rf"|(?P<left>[{_HAN}])\?{{1,8}}"
    r"|\ufffd+"
)
_FIRST_LEVELS = (("gb2312", 0xD8), ("big5", 0xC9))  # the first byte at which the second level begins


def damaged_spans(source: str) -> Iterator[tuple[int, int]]:
    """The half-open spans of a source in which characters are lost or wrong, in order."""
    at = 0
    while match := _CANDIDATE.search(source, at):
        span = _span(match)
        if span:
            yield span
        at = span[1] if span else match.start() + 1


def _span(match: re.Match[str]) -> tuple[int, int] | None:
    start, end = match.span()
    if match["left"]:
        return (start, end) if _is_rare(match["left"]) else None
    if match["right"]:
        rare = [at for at, char in enumerate(match["right"], match.start("right")) if _is_rare(char)]
        if not rare:
            return None
        last = rare[-1] + 1
        return start, end if last == match.end("right") else last
    if match["after"] and not _is_rare(match["after"]):
        return start, match.start("after")
    return start, end


@lru_cache(maxsize=8192)
def _is_rare(char: str) -> bool:
    """Whether neither script has the character among its common ones: the first levels of GB 2312 and of Big5."""
    return all(_level(char, name) >= second for name, second in _FIRST_LEVELS)


def _level(char: str, encoding: str) -> int:
    try:
        return char.encode(encoding)[0]
    except UnicodeEncodeError:
        return 0xFF
