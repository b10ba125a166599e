"""Names as tagged literals: which script a name is in, and what it is in the other."""

from __future__ import annotations

import re

from ..model import Script
from ..script import simplified, traditional
from .terms import Lit

_HAN = re.compile(r"[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def tagged(text: str, otherwise: Script) -> Lit:
    """The text with the tag of its script; without Han characters, without a tag."""
    return Lit(text, language=script_of(text, otherwise).value) if _HAN.search(text) else Lit(text)


def both_scripts(name: str, otherwise: Script) -> tuple[Lit, ...]:
    """The name in simplified and in traditional characters; one literal where it has no Han characters."""
    if not _HAN.search(name):
        return (Lit(name),)
    hans = simplified(name)
    hant = name if script_of(name, otherwise) is Script.HANT else traditional(name)
    return Lit(hans, language=Script.HANS.value), Lit(hant, language=Script.HANT.value)


def script_of(text: str, otherwise: Script) -> Script:
    """The script that the characters themselves betray; ``otherwise`` where they could be either.

    后 and 里 are simplified forms and traditional characters both; 讯 is only the one, which the traditional character
    set Big5 shows by lacking it.
    """
    if simplified(text) != text:
        return Script.HANT
    changed = (a for a, b in zip(text, traditional(text), strict=False) if a != b)
    return Script.HANS if any(not _in_big5(character) for character in changed) else otherwise


def _in_big5(character: str) -> bool:
    try:
        character.encode("cp950")
    except UnicodeEncodeError:
        return False
    return True
