"""Honours named in quotation marks before 称号, and the country that 我国 or 全国 means."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Mention
from .view import View

_TITLES = re.compile(r"((?:“[^“”\n]{2,20}”[、和及与以及]*)+)(?:的)?(?:荣誉)?(?:称号|荣誉)")
_QUOTED = re.compile(r"“([^“”\n]{2,20})”")
_NATION = re.compile(r"我国|全国(?!人大|政协|性|各(?!地(?:已|共|累计)))")


def honours(view: View) -> Iterator[Mention]:
    """Every name in a row of quotation marks before 称号 or the like is an award."""
    for match in _TITLES.finditer(view.key):
        for name in _QUOTED.finditer(view.key, *match.span(1)):
            yield view.mention(*name.span(1), "Award", "pattern", 0.85)


def nation(view: View) -> Iterator[Mention]:
    """我国 and 全国 point at China; such a mention counts only where a figure needs a bearer, and it is no alias."""
    for match in _NATION.finditer(view.key):
        yield view.mention(*match.span(), "Country", "deictic", 0.6, "中国")
