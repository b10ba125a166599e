"""The names of firms: place, distinctive core, trade and legal form, and the short forms that leave some of them out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from .gazetteer import Gazetteer, longest_matches

LEGAL_FORM = re.compile(
    r"(?:股份)?(?:有限(?:责任)?公司|集团有限公司|集团股份有限公司|集团公司|集团|控股公司|公司|总公司)$"
)
_FORM = re.compile(r"(?:集团|控股)?(?:股份)?(?:有限(?:责任)?公司|总公司|公司)$|(?:控股)?集团(?:公司)?$|(?:股份|控股)$")
_BRACKETED = re.compile(r"\([^()]*\)")
_ARM = re.compile(r"([^()]+)\((中国)\)")  # 甲川(中国)投资有限公司 is 甲川中国
_WARNED = re.compile(r"^(?:\*?st|s\*st|s)(?=[\u4e00-\u9fff])")  # a mark of the exchanges for firms in trouble
_RANKS = {"group": "集团|总公司", "holding": "控股", "shares": "股份"}
_LEVEL = re.compile(r"^(?:省|市|县|区)")


@dataclass(frozen=True, slots=True)
class FirmName:
    """A firm's name in parts, in normal form: 浙江|霁川|智能科技|有限公司.

    ``places`` are the names of places that it begins with; ``core`` is what tells it from others of its trade, ``trades``
    what it deals in, in order; ``form`` is its legal form. All but ``core`` may be empty.
    """

    places: tuple[str, ...]
    core: str
    trades: tuple[str, ...]
    form: str

    @property
    def rank(self) -> str:
        """What it calls itself beside its trade: ``group``, ``holding``, ``shares`` (a company limited by shares), or nothing;
        a group limited by shares may be called either and is nothing.
        """
        said = [rank for rank, word in _RANKS.items() if re.search(word, self.form)]
        return said[0] if len(said) == 1 else ""

    @property
    def is_plain(self) -> bool:
        """Whether it calls itself none of these."""
        return not any(re.search(word, self.form) for word in _RANKS.values())

    @property
    def is_of_a_group(self) -> bool:
        """Whether it names a group and a trade in it (甲川集团矿业有限公司)."""
        return len(self.trades) > 1 and "集团" in self.trades[:-1]


def firm_name(name: str, trades: Collection[str], gazetteer: Gazetteer) -> FirmName:
    """The parts of a firm's name in normal form; ``trades`` are the words of trades.

    A core that would be a trade or nothing (上海|医药) takes the place before it in.

    >>> from .gazetteer import load_gazetteer
    >>> firm_name("杭州甲川智能科技股份有限公司", ("科技", "智能"), load_gazetteer())
    FirmName(places=('杭州',), core='甲川', trades=('智能', '科技'), form='股份有限公司')
    """
    plain = _WARNED.sub("", _BRACKETED.sub("", name))
    form = _FORM.search(plain)
    rest = plain[: form.start()] if form and form.start() > 1 else plain
    places: list[str] = []
    while place := _leading_place(rest, gazetteer, places):
        places.append(place)
        rest = _LEVEL.sub("", rest[len(place) :])
    dealt: list[str] = []
    while trade := _last_trade(rest, trades):
        dealt.insert(0, trade)
        rest = rest[: -len(trade)]
    if rest in trades and places and places[-1] in gazetteer.weak:  # 长安|汽车: hardly the place
        dealt.insert(0, rest)
        rest = places.pop()
    elif rest in trades and places:
        rest = places.pop() + rest
    return FirmName(tuple(places), rest, tuple(dealt), form.group() if form and form.start() > 1 else "")


def _leading_place(rest: str, gazetteer: Gazetteer, before: list[str]) -> str:
    """The place that a name begins with; behind another place only one that lies in it (中国|长安 and 兰州|亚太 do not)."""
    found = next(longest_matches(rest, gazetteer.by_name), None)
    if found is None or found[0] or found[1] >= len(rest) - 1:
        return ""
    place = rest[: found[1]]
    return place if not before or (place not in gazetteer.weak and _lies_in(place, before[-1], gazetteer)) else ""


def _lies_in(name: str, outer: str, gazetteer: Gazetteer) -> bool:
    around = {place.id for place in gazetteer.by_name[outer]}
    return any(above.id in around for place in gazetteer.by_name[name] for above in gazetteer.ancestors(place))


def _last_trade(rest: str, trades: Collection[str]) -> str:
    """The word of a trade at the end, the shortest, where two characters or more are left."""
    return next((rest[-n:] for n in range(2, len(rest) - 1) if rest[-n:] in trades), "")


def short_forms(name: str, trades: Collection[str], gazetteer: Gazetteer) -> Iterator[str]:
    """The short forms of a firm's full name in normal form, longest first; ``trades`` are words that fall away.

    >>> from .gazetteer import load_gazetteer
    >>> list(short_forms("杭州甲川智能科技有限公司", ("科技", "智能"), load_gazetteer()))
    ['杭州甲川智能科技', '甲川智能科技', '甲川智能', '杭州甲川智能', '甲川', '杭州甲川']
    """
    plain = _BRACKETED.sub("", name)
    bare = LEGAL_FORM.sub("", plain)
    if bare == plain:
        return  # a name without a legal form is short already
    known = next(longest_matches(bare, gazetteer.by_name), None)
    place = bare[: known[1]] if known and known[0] == 0 else ""
    core = _LEVEL.sub("", bare[len(place) :])
    arm = _ARM.match(name)
    found = [*_without_legal_form(plain), *([arm.group(1) + arm.group(2)] if arm else []), bare, core]
    while trade := _last_trade(core, trades):
        core = core[: -len(trade)]
        found += [core, place + core]
    yield from (
        f for f in dict.fromkeys(found) if 2 <= len(f) < len(plain) and f not in trades and f not in gazetteer.by_name
    )


def _without_legal_form(name: str) -> Iterator[str]:
    """甲川集团 for 甲川集团有限公司."""
    group = re.sub(r"(?:股份)?有限(?:责任)?公司$", "", name)
    if group != name and group.endswith("集团"):
        yield group
