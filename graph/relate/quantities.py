"""Quantities: numbers in every notation that news uses, with scale, unit and comparator.

Number words are read by the rules of the Chinese numeral system (一百二十 = 120); scale words (万, 亿) multiply and are not
part of the unit, so that 22亿元 is 2200000000 元.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

_DIGITS = dict(zip("〇零○一二两三四五六七八九", (0, 0, 0, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9), strict=True))
_TENS = {"十": 10, "百": 100, "千": 1000}
_SCALES = {
    "万亿": 10**12, "千亿": 10**11, "百亿": 10**10, "十亿": 10**9, "亿": 10**8,
    "千万": 10**7, "百万": 10**6, "十万": 10**5, "万": 10**4, "千": 10**3, "百": 10**2,
}  # fmt: skip
_SCALE = "|".join(_SCALES).replace("|千|", "|千(?![瓦米克卡])|")
_HAN = r"[〇零○一二两三四五六七八九十百千]+(?:点[〇零一二三四五六七八九]+)?"
_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.。]\d+)?"
# What goes on after a scale: 1亿2000万, 一万二千. Digits need a scale of their own there, or they begin something else.
_REST = rf"(?:(?:{_ARABIC})(?:{_SCALE})|[〇零]?[一二两三四五六七八九][十百千一二三四五六七八九]*(?:{_SCALE})?)*"
_LONGEST = 15  # digits; a longer row is a code
_BEFORE = "不少于|不低于|至少|不足|不到|低于|少于|不超过|不多于|至多|最多|超过了?|突破了?|高于|大于|多于|优于|逾|超|近|(?<![签合条节预公契制])约|大约|将近|接近|大概|上"
_AFTER = "以上|以下|左右|上下(?![游级])|以内|之多|开外"
_CLASSIFIERS = (
    "个百分点|人次|班次|列次|架次|艘次|车次|台\\(套\\)|台套|平方公里|平方千米|平米|批次|字节|平方米|立方米|公顷|公里|千米|公斤|千克|斤|海里|厘米|毫米|微米|纳米|"
    "千瓦时|千瓦|兆瓦|毫秒|小时|分钟|个月|标准箱|吨|克|升|亩|米|度|秒|级|天|日|周|年|岁|倍|"
    "多?个|多?家|项|件|名|位|人|户|种|款|类|处|座|所|台|套|艘|架|辆|列|条|张|册|部|篇|份|笔|场|次|届|期|批|支|只|头|颗|枚|株|棵|间|栋|幢|"
    "所|站|城|国(?!道)|省(?!道)|市|县(?!道)|镇|村|路|层|股|单|例|起|轮|步|对|组|本|幅|片|块|道|门|口|箱|包|瓶|盒|套|亿|家次|余家|元"
)
_CURRENCIES = "元人民币|人民币元|人民币|美元|美金|欧元|英镑|日元|港元|港币|澳门元|新台币|卢布|韩元|元"
_UNIT = rf"(?:{_CURRENCIES}|{_CLASSIFIERS})"
_NUMBER = re.compile(
    rf"(?P<before>{_BEFORE})? ?"
    rf"(?:百分之(?P<hundredths>{_HAN}|{_ARABIC})"
    rf"|(?P<fraction>(?<![\d/])\d{{1,4}}/\d{{1,4}}(?![\d/])|[一二三四五六七八九十百]+分之[一二两三四五六七八九十]+)"
    rf"|(?P<tenths>(?<![一二三四五六七八九十\d])[一二两三四五六七八九\d])成(?P<half>半)?"
    rf"(?![立为功员果交本都长品熟效绩年就分群形名人千上排像])"
    rf"|(?P<number>{_ARABIC}|{_HAN}|万|亿)(?P<more1>多|余|来|几)?(?P<scale>{_SCALE})?(?P<rest>{_REST})(?P<more2>多|余|来)?"
    rf"(?:(?P<percent>%|％|个百分点)|(?P<unit>{_UNIT})?))"
    rf"(?P<after>{_AFTER})?"
)
_PART = re.compile(rf"({_ARABIC}|{_HAN})({_SCALE})?")
_NO_QUANTITY_BEFORE = re.compile(
    r"(?:第|数|几|[a-z]-?|[a-z]\s|\d[年月.:\-—~/]|[-—]\d?|中共|党的|十[一二三四五六七八九]届|北纬|东经|西经|南纬|[′°]|\d, ?[-+]?|\ufffd)$"
)
_NO_QUANTITY_AFTER = re.compile(
    r"(?:国道|省道|县道|[a-z+]|年(?!的?时间)|月(?!份)?|[日号](?![,。]?\d)|世纪|届|[:]\d|点(?!\d)[整半]?|时\d|五规划|五”|五\"|[°′]|\ufffd)"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A quantity at the clean span ``[start, end)``; ``number`` is where the digits begin. ``unit`` may be empty.

    ``comparator`` is one of the contract's names; ``notation`` is how a fraction was written; ``unit_at`` is where the unit
    stands, or -1.
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
    end = len(key) if end is None else end
    at = start
    while match := _NUMBER.search(key, at, end):
        quantity = _quantity(key, match)
        if quantity is None:
            at = max(match.start() + 1, _end_of_digits(key, match))
            continue
        yield quantity
        at = quantity.end


def _quantity(key: str, match: re.Match[str]) -> Quantity | None:
    first = next(match.start(g) for g in ("fraction", "hundredths", "tenths", "number") if match.group(g))
    if match.group("hundredths"):
        first -= 3
    before, behind = key[max(0, first - 3) : first], key[match.end() : match.end() + 3]
    if _NO_QUANTITY_BEFORE.search(before) or (not match.group("unit") and _NO_QUANTITY_AFTER.match(behind)):
        return None
    if re.search(r"[/分]0+$|/0", match.group("fraction") or ""):
        return None  # a division by nothing
    if match.group("fraction") or match.group("hundredths") or match.group("tenths"):
        return _share(match, first)
    if not _counts(key, match):
        return None
    value = _scaled(match)
    unit = "%" if match.group("percent") in ("%", "％") else match.group("percent") or match.group("unit") or ""
    more = match.group("more1") or match.group("more2")
    return Quantity(
        match.start(),
        first,
        match.end(),
        _plain(value),
        unit,
        _comparator(match.group("before"), match.group("after"), more),
        unit_at=match.start("unit") if match.group("unit") else -1,
    )


def _counts(key: str, match: re.Match[str]) -> bool:
    """Whether a plain number is a quantity: it has a unit or a scale, and is no 一 of 一个, 一批 or 一家."""
    number, unit = match.group("number"), match.group("unit")
    if len(number.replace(",", "")) > _LONGEST or (match.group("rest") and not match.group("scale")):
        return False
    if not _unit_counts(key, match, unit):
        return False
    if number[0].isdigit():
        return bool(unit or match.group("scale") or match.group("percent"))
    if match.group("percent"):
        return True
    if number in ("百", "千", "万", "亿") or number[0] in "百千":
        return bool(unit) and (match.group("more1") is not None or match.group("before") is not None)
    return bool(unit) and (_scaled(match) >= 10 or unit in ("倍", "年") or "点" in number)


def _scaled(match: re.Match[str]) -> Decimal:
    """The value of a number with its scale, and of what goes on after it (一万二千)."""
    total = _value(match.group("number")) * _SCALES.get(match.group("scale") or "", 1)
    for part in _PART.finditer(match.group("rest") or ""):
        total += _value(part.group(1)) * _SCALES.get(part.group(2) or "", 1)
    return total


def _unit_counts(key: str, match: re.Match[str], unit: str | None) -> bool:
    """Whether a unit makes a number a quantity here: years only as a duration, times and ages only compared."""
    if unit in ("年", "日", "届", "级", "期", "路") and not match.group("before"):
        return unit == "年" and bool(re.search(r"(?:长达|为期|历时|超过|近)$", key[: match.start()]))
    if unit in ("次", "步", "轮", "岁"):
        return match.group("before") is not None
    place = unit in ("国", "省", "市", "县", "村", "镇", "城")
    return unit != "月" and not (place and not match.group("number")[0].isdigit())


def _share(match: re.Match[str], first: int) -> Quantity:
    comparator = _comparator(match.group("before"), match.group("after"), None)
    if match.group("hundredths"):
        return Quantity(match.start(), first, match.end(), _plain(_value(match.group("hundredths"))), "%", comparator)
    if match.group("tenths"):
        number = match.group("tenths")
        value = Decimal(_DIGITS.get(number, 0) or (int(number) if number.isdigit() else 0)) * 10
        value += 5 if match.group("half") else 0
        return Quantity(match.start(), first, match.end(), value, "%", comparator)
    text = match.group("fraction")
    above, below = text.split("/") if "/" in text else reversed(text.split("分之"))
    fraction = Fraction(int(_value(above)), int(_value(below)) or 1)
    value = (Decimal(fraction.numerator) / Decimal(fraction.denominator)).quantize(Decimal("0.000001"))
    return Quantity(
        match.start(), first, match.end(), value, "1", comparator, f"{int(_value(above))}/{int(_value(below))}"
    )


def _comparator(before: str | None, after: str | None, more: str | None) -> str:
    """The contract's comparator for the words around a number."""
    if before in ("不少于", "不低于", "至少") or after == "以上":
        return "atLeast"
    if before in ("不超过", "不多于", "至多", "最多") or after == "以内":
        return "atMost"
    if before in ("不足", "不到", "低于", "少于", "优于") or after == "以下":
        return "lessThan"
    if (
        before in ("超过", "突破", "超过了", "突破了", "高于", "大于", "多于", "逾", "超", "上")
        or more
        or after in ("之多", "开外")
    ):
        return "moreThan"
    if before in ("近", "约", "大约", "将近", "接近", "大概") or after in ("左右", "上下"):
        return "approximately"
    return "exactly"


def _value(text: str) -> Decimal:
    """The value of digits or number words without a scale."""
    if text in ("万", "亿"):
        return Decimal(_SCALES[text])
    if text[0].isdigit():
        return Decimal(text.replace(",", "").replace("。", "."))
    whole, _, decimals = text.partition("点")
    value = Decimal(_words(whole))
    if decimals:
        value += Decimal("0." + "".join(str(_DIGITS[c]) for c in decimals))
    return value


def _words(text: str) -> int:
    """The value of number words: by place (二十五) or digit by digit (二〇二三)."""
    if not any(c in _TENS for c in text):
        return int("".join(str(_DIGITS[c]) for c in text) or "0")
    total, digit = 0, 0
    for character in text:
        if character in _TENS:
            total += (digit or 1) * _TENS[character]
            digit = 0
        else:
            digit = _DIGITS[character]
    return total + digit


def _plain(value: Decimal) -> Decimal:
    """A decimal without exponent or trailing zeros."""
    return Decimal(int(value)) if value == value.to_integral_value() else value.normalize()


def _end_of_digits(key: str, match: re.Match[str]) -> int:
    digits = re.compile(r"[\d.,]*").match(key, match.end("number") if match.group("number") else match.end())
    return digits.end() if digits else match.end()
