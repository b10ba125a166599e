"""Names as people search for them: in both scripts, in pinyin, in any width and case."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from ..script import simplified, traditional

if TYPE_CHECKING:
    from collections.abc import Iterable

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_GAP = re.compile(r"[\s·•・()（）〈〉《》“”\"'「」『』,，.。、-]+")


def both_scripts(name: str) -> tuple[str, str]:
    """The name in traditional and in simplified script; a name without Han characters comes back twice."""
    if not _HAN.search(name):
        return name, name
    hans = simplified(name)
    return (name if hans != name else traditional(name)), hans


Key = tuple[str, str, str]
"""A folded name: simplified, traditional where that differs, and its pinyin, a syllable for each character."""


def search_keys(names: Iterable[str]) -> list[Key]:
    """What a query is compared with, in the order of the names.

    >>> search_keys(["蘇州市"])
    [('苏州市', '蘇州市', 'su zhou shi')]
    """
    keys: dict[Key, None] = {}
    for name in names:
        hant, hans = (fold(form) for form in both_scripts(name))
        spoken = _pinyin(hans)
        if hant == hans or len(hant) == len(hans):
            keys[hans, "" if hant == hans else hant, spoken] = None
        else:
            keys |= {(hans, "", spoken): None, (hant, "", _pinyin(hant)): None}
    return [key for key in keys if key[0]]


def fold(text: str) -> str:
    """The form in which names and queries are compared: one width, one case, no spaces, brackets or dots."""
    return _GAP.sub("", unicodedata.normalize("NFKC", text).casefold())


def _pinyin(name: str) -> str:
    """The syllables of a folded name without tones, ü as v; what is no Han character stands for itself."""
    if not _HAN.search(name):
        return ""
    from pypinyin import lazy_pinyin

    return " ".join(lazy_pinyin(name, errors=list))  # type: ignore[arg-type]  # a list of characters is taken too
