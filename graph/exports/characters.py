"""Characters that XML refuses."""

from __future__ import annotations

import re

_REFUSED = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def readable(text: str) -> str:
    r"""The text with U+FFFD for every character that XML 1.0 refuses or discourages: controls and noncharacters.

    >>> readable("甲\x00公司\x1b")
    '甲�公司�'
    """
    return _REFUSED.sub("\ufffd", text)
