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


def search_keys(names: Iterable[str]) -> tuple[list[str], list[str]]:
    """What a query is compared with: the folded names in both scripts, and their pinyin (full, then initials)."""
    spelt: dict[str, None] = {}
    spoken: dict[str, None] = {}
    for name in names:
        hant, hans = both_scripts(name)
        spelt.update(dict.fromkeys(fold(form) for form in (name, hant, hans)))
        spoken.update(dict.fromkeys(_pinyin(hans)))
    return [key for key in spelt if key], [key for key in spoken if key and key not in spelt]


def fold(text: str) -> str:
    """The form in which names and queries are compared: one width, one case, no spaces, brackets or dots."""
    return _GAP.sub("", unicodedata.normalize("NFKC", text).casefold())


def _pinyin(name: str) -> tuple[str, ...]:
    if not _HAN.search(name):
        return ()
    from pypinyin import lazy_pinyin

    syllables = [fold(syllable) for syllable in lazy_pinyin(name)]
    return "".join(syllables), "".join(syllable[:1] for syllable in syllables)
