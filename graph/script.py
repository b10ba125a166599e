"""The normal form on which both scripts are one: character for character, so that offsets stay what they are."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from opencc import OpenCC

from .model import Script

_T2S = OpenCC("t2s")
_S2T = OpenCC("s2t")
# What neither NFKC nor the conversion of scripts brings together: quotation marks, middle dots, dashes, variant characters.
_SAME = str.maketrans(
    {
        "「": "“",
        "」": "”",
        "『": "“",
        "』": "”",
        "〝": "“",
        "〞": "”",
        "‧": "·",
        "・": "·",
        "•": "·",
        "∙": "·",
        "⋅": "·",
        "﹑": "、",
        "〈": "《",
        "〉": "》",
        "﹏": "_",
        "丨": "|",
        "爲": "为",
        "靑": "青",
        "衆": "众",
        "啓": "启",
        "裏": "里",
        "綫": "线",
        "臺": "台",
        "峯": "峰",
        "羣": "群",
        "鷄": "鸡",
        "牀": "床",
        "敎": "教",
        "說": "说",
        "産": "产",
    }
)
# Only characters that one script alone uses tell a text's script; 后, 于, 里, 云 stand in both.
_SHARED = frozenset(
    "后后于里云台干系只并采布松制表面板志卷准扎吁才丑斗范丰谷胡几家姜借克困了累蒙秋曲舍沈术涂万旋余郁岳折征症致周朱筑"
)


def simplified(text: str) -> str:
    """The text in simplified characters, word by word (OpenCC t2s)."""
    return str(_T2S.convert(text))


def traditional(text: str) -> str:
    """The text in traditional characters, word by word (OpenCC s2t)."""
    return str(_S2T.convert(text))


def traditional_today(text: str) -> str:
    """The text in traditional characters as readers meet them: 為, 群 and 裡, where OpenCC's standard has 爲, 羣 and 裏.

    >>> traditional_today("社群为何")
    '社群為何'
    """
    return str(_to_traditional()[1].convert(text))


def written_forms(text: str) -> tuple[str, ...]:
    """The text as given, simplified, and traditional in OpenCC's standard and as Taiwan and Hong Kong write it.

    >>> written_forms("观众")
    ('观众', '觀衆', '觀眾')
    """
    return tuple(dict.fromkeys((text, simplified(text), *(str(each.convert(text)) for each in _to_traditional()))))


@lru_cache(maxsize=1)
def _to_traditional() -> tuple[OpenCC, ...]:
    return (_S2T, OpenCC("s2tw"), OpenCC("s2hk"))


def normal_form(text: str) -> str:
    """Simplified, half-width and lower case, of the same length as ``text``.

    >>> normal_form("廣東ＡＢＣ「數位」")
    '广东abc“数位”'
    """
    return "".join(map(_normal_character, text))


@lru_cache(maxsize=65536)
def _normal_character(character: str) -> str:
    """One step after the other until nothing changes, so that the normal form of a normal form is itself."""
    known = character.translate(_SAME)
    # A circled or raised digit must not join the number beside it (①300家).
    folded = known if unicodedata.category(known) == "No" else _single(unicodedata.normalize("NFKC", known), known)
    lowered = _single(folded.lower(), folded)
    plain = _single(simplified(lowered), lowered)
    return plain if plain == character else _normal_character(plain)


def _single(changed: str, otherwise: str) -> str:
    """What a conversion gives where that is one character, for offsets must stay what they are."""
    return changed if len(changed) == 1 else otherwise


def script_of(text: str) -> Script:
    """The script of a text: that of which it holds more characters that the other does not use; simplified where even."""
    hant = sum(_only_in(c) == Script.HANT for c in text)
    hans = sum(_only_in(c) == Script.HANS for c in text)
    return Script.HANT if hant > hans else Script.HANS


def script_of_name(name: str, otherwise: Script) -> Script:
    """The script that the characters of a name betray; ``otherwise`` where they could be either.

    后 and 里 are simplified forms and traditional characters both; 讯 is only the one, which the traditional character
    set Big5 shows by lacking it.
    """
    if simplified(name) != name:
        return Script.HANT
    changed = (a for a, b in zip(name, traditional(name), strict=False) if a != b)
    return Script.HANS if any(not _in_big5(character) for character in changed) else otherwise


def _in_big5(character: str) -> bool:
    try:
        character.encode("cp950")
    except UnicodeEncodeError:
        return False
    return True


@lru_cache(maxsize=65536)
def _only_in(character: str) -> Script | None:
    if character < "㐀" or character in _SHARED:
        return None
    if simplified(character) != character:
        return Script.HANT
    return Script.HANS if traditional(character) != character else None
