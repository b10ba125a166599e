"""The form in which names are compared."""

from __future__ import annotations

import re
from functools import lru_cache

from ..script import normal_form

_MARKS = re.compile(r"[\s《》“”\"「」『』·・•∙‧,，、。:：]")


@lru_cache(maxsize=65536)
def normal(name: str) -> str:
    """A name in the form in which names are compared: simplified, half-width, lower case, without blanks and marks.

    >>> normal("《數字貿易 報告》")
    '数字贸易报告'
    """
    return _MARKS.sub("", normal_form(name))
