"""Quantities: numbers in every notation that news uses, with scale, unit and comparator.

Scale words (万, 亿) multiply and are not part of the unit, so that 22亿元 is 2200000000 元. A range (3%至5%) is two quantities, one
for each bound.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from . import quantitywords as words
from .numerals import is_rough, plain, value

_LONGEST = 15  # digits; a longer row is a code
_PARTS = {
    "百": 0,
    "千": 1,
    "万": 2,
}  # places by which a part of a thousand or of ten thousand is less than one of a hundred
_FIRST = ("base", "halved", "fraction", "tenths", "number")
_MONEY = ("元", "美金", "英镑", "港币", "卢布", "法郎", "人民币")
_POINTS = re.compile(r"(?:和|与|、|及)\d[\d.]*个百分点")
_MARKS = re.compile(r"[评得打总均]分[^,。;]{0,5}$")  # other 分 are parts of an hour
_SIGNED = {
    "新台币": "新台币",
    "港币": "港币",
    "美元": "美元",
    "us$": "美元",
    "$": "美元",
    "hk$": "港元",
    "€": "欧元",
    "£": "英镑",
    "¥": "元",
    "rmb": "元",
    "人民币": "元",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at the clean span ``[start, end)``; ``number`` is where the digits begin. ``unit`` may be empty.

    ``comparator`` is one of the contract's names; ``notation`` is how a fraction was written; ``unit_at`` is where the unit
    stands, or -1. Both bounds of a range span all of it.
    """

    start: int
    number: int
    end: int
    value: Decimal
    unit: str
    comparator: str
    notation: str = ""
    unit_at: int = -1


def quantities(key: str, start: int = 0, end: int | None = None) -> Iterator[Quantity]:
    """The quantities in a stretch of a normal form, left to right; dates, ordinals and model names are none.

    >>> [(q.value, q.unit, q.comparator) for q in quantities("资金超过22亿元")]
    [(Decimal('2200000000'), '元', 'moreThan')]
    """
    waiting: Quantity | None = None
    for quantity in _single(key, start, len(key) if end is None else end):
        lower = _lower_bound(key, waiting, quantity)
        if lower is not None:
            if waiting is not None and waiting.number < lower.number:
                yield waiting
            yield replace(lower, end=quantity.end)
            yield replace(quantity, start=lower.start, comparator="atMost")
            waiting = None
            continue
        if waiting is not None:
            yield waiting
        waiting = quantity
    if waiting is not None:
        yield waiting


def _single(key: str, at: int, end: int) -> Iterator[Quantity]:
    """The quantities one by one, ranges not yet put together."""
    while match := words.NUMBER.search(key, at, end):
        quantity = _quantity(key, match)
        if quantity is None:
            at = max(match.start() + 1, _end_of_digits(key, match))
            continue
        yield quantity
        at = quantity.end


def _lower_bound(key: str, before: Quantity | None, upper: Quantity) -> Quantity | None:
    """The lower bound of a range that ends with ``upper``: the quantity before, or a number that shares the unit."""
    if upper.comparator not in ("exactly", "approximately") or upper.notation:
        return None
    found = _sharing(key, before.end if before else 0, upper)
    if before and before.unit in ("", upper.unit) and words.TO.fullmatch(key, before.end, upper.number):
        bare = before.comparator in ("exactly", "approximately")
        found = replace(before, unit=upper.unit, unit_at=upper.unit_at) if bare else None
    if (
        found is None
        or found.value >= upper.value
        or words.CHANGES.search(key[max(0, found.start - words.LOWER_REACH) : found.start])
    ):
        return None
    return replace(found, comparator="atLeast")


def _sharing(key: str, floor: int, upper: Quantity) -> Quantity | None:
    """The number before 至 that has neither unit nor, perhaps, scale of its own (20至30万吨)."""
    match = words.LOWER.search(key, max(floor, upper.number - words.LOWER_REACH), upper.number)
    if match is None:
        return None
    scale = match.group("scale") or "".join(words.SCALE.findall(key[upper.number : upper.end])[:1])
    low = value(match.group("number") + scale)
    return replace(upper, start=match.start(), number=match.start(), value=low)


def _quantity(key: str, match: re.Match[str]) -> Quantity | None:
    first = next(match.start(group) for group in _FIRST if match.group(group))
    before, behind = key[max(0, first - 3) : first], key[match.end() : match.end() + 3]
    negative = bool(match.group("percent") or match.group("base")) and words.NEGATIVE.search(
        key[max(0, first - 2) : first]
    )
    ranges = words.LOWER.search(key, max(0, first - words.LOWER_REACH), first)
    if ranges and key[: ranges.start()].endswith(("第", "前")):
        return None  # 第3至5名
    ranges = ranges or words.GOES_TO.search(before)  # 5%—10%
    if not (negative or ranges or match.group("sign")) and words.NO_QUANTITY_BEFORE.search(before):
        return None
    if not match.group("unit") and words.NO_QUANTITY_AFTER.match(behind):
        return None
    if re.search(r"[/分]0+$|/0", match.group("fraction") or ""):
        return None  # a division by nothing
    if not match.group("number"):
        return _share(match, first, -1 if negative else 1)
    if not _counts(key, match):
        return None
    number = _digits(match)
    more = match.group("more1") or match.group("more2")
    comparator = _comparator(match.group("before"), match.group("after"), more)
    rough = comparator == "exactly" and is_rough(number)
    start = first - len(negative.group()) if negative else match.start("sign") if match.group("sign") else first
    unit = _unit(match)
    return Quantity(
        min(match.start(), start),
        start,
        match.end(),
        value(f"-{number}" if negative else number),
        unit,
        "approximately" if rough else comparator,
        unit_at=match.start("unit")
        if unit == match.group("unit")
        else match.start("sign")
        if unit == match.group("sign")
        else -1,
    )


def _unit(match: re.Match[str]) -> str:
    """The unit behind a number, or the currency whose sign stands before it."""
    if match.group("percent"):
        return match.group("percent").replace("％", "%")
    if match.group("unit") == "个" and _POINTS.match(match.string, match.end()):
        return "个百分点"  # 2个和3个百分点
    before = _SIGNED.get(match.group("sign") or "", "")
    return before if match.group("unit") in (None, "元") and before else match.group("unit") or ""


def _digits(match: re.Match[str]) -> str:
    """A number with its scale and what goes on after it, without 多 and the like."""
    return match.group("number") + (match.group("scale") or "") + (match.group("rest") or "")


def _counts(key: str, match: re.Match[str]) -> bool:
    """Whether a plain number is a quantity: it has a unit or a scale, and is no 一 of 一个, 一批 or 一家."""
    number, unit = match.group("number"), match.group("unit") or match.group("sign")
    if len(number.replace(",", "")) > _LONGEST or (match.group("rest") and not match.group("scale")):
        return False
    if not _unit_counts(key, match, match.group("unit")):
        return False
    if number[0].isdigit():
        return bool(unit or match.group("scale") or match.group("percent"))
    if match.group("percent"):
        return True
    if number in ("百", "千", "万", "亿") or number[0] in "百千":
        return bool(unit) and (match.group("more1") is not None or match.group("before") is not None)
    if not unit:
        return "亿" in (match.group("scale") or "")
    money = unit.endswith(_MONEY) and not (unit == "元" and number in "一二两")
    return value(_digits(match)) >= 10 or unit in ("倍", "年", "番") or "点" in number or money


def _unit_counts(key: str, match: re.Match[str], unit: str | None) -> bool:
    """Whether a unit makes a number a quantity here: years only as a duration, times and ages only compared."""
    if unit == "番":
        return words.DOUBLED.search(key[max(0, match.start("number") - 2) : match.start("number")]) is not None
    if unit in ("年", "日", "届", "级", "期", "路") and not match.group("before"):
        return unit == "年" and key.endswith(("长达", "为期", "历时", "超过", "近"), 0, match.start())
    if unit == "分":
        return _MARKS.search(key, max(0, match.start() - 8), match.start()) is not None
    if unit in ("次", "步", "轮", "岁"):
        return match.group("before") is not None
    place = unit in ("国", "省", "市", "县", "村", "镇", "城")
    return unit != "月" and not (place and not match.group("number")[0].isdigit())


def _share(match: re.Match[str], first: int, sign: int) -> Quantity:
    """A part of a whole: 百分之五, 三成半, 三分之一, 过半."""
    comparator = _comparator(match.group("before"), match.group("after"), None)
    if match.group("base"):
        percent = value(match.group("parts")).scaleb(-_PARTS[match.group("base")])
        comparator = "approximately" if is_rough(match.group("parts")) and comparator == "exactly" else comparator
        return Quantity(match.start(), first, match.end(), sign * plain(percent), "%", comparator)
    if match.group("tenths"):
        half = match.group("half") or ""
        percent = value(match.group("tenths")) * 10 + (5 if half == "半" else value(half) if half else 0)
        return Quantity(match.start(), first, match.end(), plain(percent), "%", comparator)
    if match.group("halved"):
        over = {"过": "moreThan", "超": "moreThan", "近": "approximately"}.get(match.string[first - 1], comparator)
        return Quantity(match.start(), first, match.end(), Decimal("0.5"), "1", over, "1/2")
    text = match.group("fraction")
    above, below = text.split("/") if "/" in text else reversed(text.split("分之"))
    fraction = Fraction(int(value(above)), int(value(below)) or 1)
    part = (Decimal(fraction.numerator) / Decimal(fraction.denominator)).quantize(Decimal("0.000001"))
    return Quantity(match.start(), first, match.end(), part, "1", comparator, f"{value(above)}/{value(below)}")


def _comparator(before: str | None, after: str | None, more: str | None) -> str:
    """The contract's comparator for the words around a number."""
    before = (before or "").rstrip("有为达了")
    if before in ("不少于", "不低于", "不小于", "至少", "大于等于", "≥") or after == "以上":
        return "atLeast"
    if before in ("不超过", "不多于", "不大于", "不高于", "至多", "最多", "≤") or after == "以内":
        return "atMost"
    if before in ("不足", "不到", "低于", "少于", "小于", "优于") or after == "以下":
        return "lessThan"
    if before in ("超过", "突破", "高于", "大于", "多于", "逾", "超", "上") or more or after in ("之多", "开外"):
        return "moreThan"
    if before in ("近", "约", "大约", "将近", "接近", "大概") or after in ("左右", "上下"):
        return "approximately"
    return "exactly"


def _end_of_digits(key: str, match: re.Match[str]) -> int:
    digits = re.compile(r"[\d.,]*").match(key, match.end("number") if match.group("number") else match.end())
    return digits.end() if digits else match.end()
