"""Pinyin artefacts: readings that a converter left in brackets after the characters that it changed, as in 創(chuàng).

The rule: a half-width ``(…)`` after a Han character is an artefact only if what it holds is a reading of that very
character. Tone marks may be missing, a blank may stand inside, and the closing bracket may be lost at the end of a text.
Everything else in brackets is content. Readings come from pypinyin.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from pypinyin import Style, pinyin

_CANDIDATE = re.compile(r"(?<=([㐀-䶿一-鿿豈-﫿]))\(\s?([^()\s]{0,7})\s?(?:\)|\Z)")
_MARKS = {"̄", "́", "̌", "̀"}


def artefact_spans(source: str) -> Iterator[tuple[int, int]]:
    """The half-open spans of the artefacts in a source, brackets included, in order."""
    for match in _CANDIDATE.finditer(source):
        closed = match.group().endswith(")")
        if _reads(match.group(1), match.group(2), whole=closed):
            yield match.span()


def _reads(character: str, latin: str, *, whole: bool) -> bool:
    """Whether the Latin letters are a reading of the character, or, where cut off, the beginning of one."""
    bare = _bare(latin)
    if whole:
        return bool(bare) and bare in _readings(character)
    return any(reading.startswith(bare) for reading in _readings(character))


@lru_cache(maxsize=8192)
def _readings(character: str) -> frozenset[str]:
    found = pinyin(character, style=Style.TONE, heteronym=True, errors="ignore")
    return frozenset(_bare(reading) for readings in found for reading in readings)


def _bare(latin: str) -> str:
    """A syllable without its tone mark, ``v`` written ``ü``: what two spellings of one reading share."""
    decomposed = unicodedata.normalize("NFD", latin.lower().replace("v", "ü").replace("ɡ", "g"))
    return unicodedata.normalize("NFC", "".join(c for c in decomposed if c not in _MARKS))
