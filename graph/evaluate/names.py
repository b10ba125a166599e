"""What names and numbers are compared by, whatever way a set writes them."""

from __future__ import annotations

import re
from collections import defaultdict
from fractions import Fraction

from ..model import Extraction
from ..script import normal_form

_DATE = re.compile(r"(\d{4})年(?:(\d{1,2})月)?(?:(\d{1,2})日)?")
_OVERLAP = 0.4
_ASIDE = re.compile(r"[\s\"'“”‘’《》·]")


def name_key(name: str) -> str:
    """A name with script, width, case, blanks, quotation marks and middle dots aside; a date as in ISO 8601."""
    if date := _DATE.fullmatch(name.strip()):
        return "-".join(part.zfill(2) for part in date.groups() if part)
    return _ASIDE.sub("", normal_form(name))


def names_of(said: Extraction) -> dict[int, set[str]]:
    """What each mention is called: as it stands, as what it names, and as the mentions that a link ties to it."""
    own = {at: {name_key(one.surface), name_key(one.name or one.surface)} for at, one in enumerate(said.mentions)}
    names: defaultdict[int, set[str]] = defaultdict(set, {at: set(called) for at, called in own.items()})
    for link in said.links:
        names[link.left] |= own[link.right]
        names[link.right] |= own[link.left]
    return names


def is_close(ours: Fraction, theirs: Fraction, *, share: bool) -> bool:
    """Equal within 1 %; of a share a ratio equals its percentage."""
    scales = (Fraction(1), Fraction(100), Fraction(1, 100)) if share else (Fraction(1),)
    return any(abs(ours * scale - theirs) <= abs(theirs) / 100 for scale in scales)


def overlap(one: str, other: str) -> bool:
    """Whether the words for two measures overlap: the longer has two fifths of the shorter's characters."""
    mine, theirs = set(name_key(one)), set(name_key(other))
    return bool(mine and theirs) and len(mine & theirs) >= _OVERLAP * min(len(mine), len(theirs))
