"""Names as literals that are tagged with their script, and what they are in the other."""

from __future__ import annotations

import re

from ..model import Script
from ..script import script_of_name, simplified, traditional
from .terms import Lit

_HAN = re.compile(r"[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


def tagged(text: str, otherwise: Script) -> Lit:
    """The text with the tag of its script; without Han characters, without a tag."""
    return Lit(text, language=script_of_name(text, otherwise).value) if _HAN.search(text) else Lit(text)


def both_scripts(name: str, otherwise: Script) -> tuple[Lit, ...]:
    """The name in simplified and in traditional characters; one literal where it has no Han characters."""
    if not _HAN.search(name):
        return (Lit(name),)
    hans = simplified(name)
    hant = name if script_of_name(name, otherwise) is Script.HANT else traditional(name)
    return Lit(hans, language=Script.HANS.value), Lit(hant, language=Script.HANT.value)
