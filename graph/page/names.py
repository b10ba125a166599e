"""Names as people search for them: in both scripts, in pinyin, in any width and case."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from opencc import OpenCC

_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_GAP = re.compile(r"[\s·•・()（）〈〉《》“”\"'「」『』,，.。、-]+")


def both_scripts(name: str) -> tuple[str, str]:
    """The name in traditional and in simplified script; a name without Han characters comes back twice."""
    if not _HAN.search(name):
        return name, name
    traditional, simplified = _converter("s2t").convert(name), _converter("t2s").convert(name)
    return (name if simplified != name else traditional), simplified


def search_keys(names: Iterable[str]) -> tuple[list[str], list[str]]:
    """What a query is compared with: the folded names in both scripts, and their pinyin (full, then initials)."""
    spelt: dict[str, None] = {}
    spoken: dict[str, None] = {}
    for name in names:
        traditional, simplified = both_scripts(name)
        spelt.update(dict.fromkeys(fold(form) for form in (name, traditional, simplified)))
        spoken.update(dict.fromkeys(_pinyin(simplified)))
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


@lru_cache(maxsize=2)
def _converter(config: str) -> OpenCC:
    from opencc import OpenCC

    return OpenCC(config)
