"""Editions by number or year, and the series that they are of."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from .bundles import Bundle, Key, Known
from .terms import known_fairs

Merge = tuple[Key, Key, str, float]
"""The key that goes, the key that stays, why, and how sure that is."""

_EDITION = re.compile(r"^(第[一二三四五六七八九十百零〇\d]+[届次]|首届|(?:19|20)\d\d年?(?:度)?)(.+)$")
_NUMERALS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0}
_SURE = 0.9


def edition_of(name: str) -> tuple[str, str]:
    """The number or year of an edition in digits, and the name of its series; two empty strings where it has none.

    >>> edition_of("第二十一届甲川博览会"), edition_of("甲川博览会")
    (('21', '甲川博览会'), ('', ''))
    """
    match = _EDITION.match(name)
    return (_number(match.group(1)), match.group(2)) if match else ("", "")


def same_editions(bundles: Mapping[Key, Bundle], moved: Mapping[Key, Key], known: Known) -> Iterator[Merge]:
    """Editions of one series with one number or year, however the series is called; ``moved`` says what became of keys."""
    groups: dict[tuple[Key, str], list[Key]] = defaultdict(list)
    for key, bundle in bundles.items():
        number, rest = edition_of(key[1]) if "FairEdition" in bundle.types else ("", "")
        if number:
            series = (key[0], known_fairs().get(rest, rest))
            owners = known.aliases.get(series, frozenset())
            series = next(iter(owners)) if len(owners) == 1 else series
            groups[(moved.get(series, series), number)].append(key)
    for (series, number), keys in groups.items():
        stays = max(keys, key=lambda k: (len(k[1]), k[1]))
        yield from (
            (key, stays, f"edition {number} of “{series[1]}” under another name", _SURE) for key in keys if key != stays
        )


def _number(words: str) -> str:
    """An edition's number or year in digits."""
    digits = re.search(r"\d+", words)
    if digits:
        return digits.group()
    if words == "首届":
        return "1"
    plain = words.strip("第届次")
    if plain and all(c in _NUMERALS for c in plain):
        return "".join(str(_NUMERALS[c]) for c in plain)
    total, digit = 0, 0
    for c in words.strip("第届次"):
        if c in "十百":
            total += (digit or 1) * (10 if c == "十" else 100)
            digit = 0
        else:
            digit = _NUMERALS.get(c, 0)
    return str(total + digit)
