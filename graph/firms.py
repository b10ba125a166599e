"""The short forms of firms: what is left of a full name without its place, its trade and its legal form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .gazetteer import Gazetteer, longest_matches

LEGAL_FORM = re.compile(
    r"(?:股份)?(?:有限(?:责任)?公司|集团有限公司|集团股份有限公司|集团公司|集团|控股公司|公司|总公司)$"
)


def short_forms(name: str, trades: Sequence[str], gazetteer: Gazetteer) -> Iterator[str]:
    """The short forms of a firm's full name in normal form, longest first; ``trades`` are words that fall away.

    >>> from .gazetteer import load_gazetteer
    >>> list(short_forms("杭州甲川智能科技有限公司", ("科技", "智能"), load_gazetteer()))
    ['杭州甲川智能科技', '甲川智能科技', '甲川智能', '杭州甲川智能', '甲川', '杭州甲川']
    """
    plain = re.sub(r"\([^()]*\)", "", name)
    bare = LEGAL_FORM.sub("", plain)
    if bare == plain:
        return  # a name without a legal form is short already
    known = next(longest_matches(bare, gazetteer.by_name), None)
    place = bare[: known[1]] if known and known[0] == 0 else ""
    core = re.sub(r"^(?:省|市|县|区)", "", bare[len(place) :])
    found = [*_without_legal_form(plain), bare, core]
    while trade := next((t for t in sorted(trades, key=len) if core.endswith(t) and len(core) - len(t) >= 2), None):
        core = core[: -len(trade)]
        found += [core, place + core]
    general = {*trades, *gazetteer.by_name}
    yield from (f for f in dict.fromkeys(found) if 2 <= len(f) < len(plain) and f not in general)


def _without_legal_form(name: str) -> Iterator[str]:
    """甲川集团 for 甲川集团有限公司."""
    group = re.sub(r"(?:股份)?有限(?:责任)?公司$", "", name)
    if group != name and group.endswith("集团"):
        yield group
