"""Language tags as people write them; Oxigraph writes all in lower case."""

from __future__ import annotations

import re

_TAGS = {"zh-hans": "zh-Hans", "zh-hant": "zh-Hant"}
_TAGGED = re.compile(rb'("(?:[^"\\]|\\.)*+")(@zh-han[st]\b)?')


def language(tag: str) -> str:
    """A language tag in its usual case.

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
