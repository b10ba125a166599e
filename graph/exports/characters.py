"""Characters that XML refuses, and language tags as people write them."""

from __future__ import annotations

import re

_REFUSED = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAGS = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}
_TAGGED = re.compile(rb'("(?:[^"\\]|\\.)*+")(@zh-han[st]\b)?')


def readable(text: str) -> str:
    r"""The text with U+FFFD for every character that XML 1.0 refuses or discourages: controls and noncharacters.

    >>> readable("甲\x00公司\x1b")
    '甲�公司�'
    """
    return _REFUSED.sub("\ufffd", text)


def language(tag: str) -> str:
    """A language tag as people write it; Oxigraph writes all in lower case.

    >>> language("zh-hant")
    'zh-Hant'
    """
    return _TAGS.get(tag, tag)


def turtle_languages(text: bytes) -> bytes:
    r"""The same for a whole file of N-Quads or Turtle; what stands in a literal is left as it is.

    >>> turtle_languages(rb'"\"@zh-hant"@zh-hant')
    b'"\\"@zh-hant"@zh-Hant'
    """
    return _TAGGED.sub(_tagged, text)


def _tagged(match: re.Match[bytes]) -> bytes:
    tag = language(match[2][1:].decode()) if match[2] else ""
    return match[1] + f"@{tag}".encode() if tag else match[0]
