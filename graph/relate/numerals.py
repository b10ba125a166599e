"""The values of numbers in words, digits and both together, by the rules of the Chinese numeral system.

一百二十 is 120, 1亿2000万 is 120000000, 一万二 is 12000: a last digit right behind a unit counts the next smaller one. A row
of digit words is read digit by digit (二〇二三). Formal numerals (壹, 拾) are read like plain ones.
"""

from __future__ import annotations

import re
from decimal import Decimal

_DIGITS = dict(
    zip("〇零○一二两三四五六七八九壹贰叁肆伍陆柒捌玖", (0, 0, 0, 1, 2, 2, *range(3, 10), *range(1, 10)), strict=True)
)
_TENS = {"十": 10, "百": 100, "千": 1000, "拾": 10, "佰": 100, "仟": 1000, "廿": 20}
_SCALES = {"万": 10**4, "亿": 10**8, "万亿": 10**12, "兆": 10**12}
_PIECE = re.compile(r"\d[\d,]*(?:[.。]\d+)?|点[〇零○一二两三四五六七八九]+|万亿|.")
# 三四十, 七八千: two neighbouring digits before a unit are about that many.
_NEIGHBOURS = re.compile(
    r"(?<![〇零○一二三四五六七八九])(?:一二|二三|两三|三四|四五|五六|六七|七八|八九)(?=[十百千万亿]|$)"
)


def value(text: str) -> Decimal:
    """The value of a number without its unit; blanks, and words such as 余 and 多 in it, are left out.

    >>> value("1亿2000万"), value("二十一点五亿"), value("两千三")
    (Decimal('120000000'), Decimal('2150000000'), Decimal('2300'))
    """
    sign = -1 if text[:1] in ("负", "-") else 1
    return sign * plain(_total(text.lstrip("负-")))


def is_rough(text: str) -> bool:
    """Whether two neighbouring digits leave open which is meant (三四十, 七八千); :func:`value` gives the lower."""
    return bool(_NEIGHBOURS.search(text))


def _total(text: str) -> Decimal:
    total, section, current, last = Decimal(0), Decimal(0), Decimal(0), 0
    pending = False  # whether a digit waits for its unit
    for piece in _PIECE.findall(_NEIGHBOURS.sub(lambda match: match.group()[0], text)):
        if piece[0].isdigit():
            current, pending, last = Decimal(piece.replace(",", "").replace("。", ".")), True, 0
        elif piece in _DIGITS:
            current = current * 10 + _DIGITS[piece] if pending else Decimal(_DIGITS[piece])
            pending, last = True, 0 if _DIGITS[piece] == 0 else last
        elif piece in _TENS:
            section += (current or Decimal(1)) * _TENS[piece]  # also in 零十二
            current, pending, last = Decimal(0), False, _TENS[piece]
        elif piece in _SCALES:
            total, section = _scaled(total, section + current, pending, _SCALES[piece])
            current, pending, last = Decimal(0), False, _SCALES[piece]
        elif piece[0] == "点":
            current = current * (last // 10) if pending and last >= 100 and current < 10 else current
            current, pending, last = current + Decimal("0." + "".join(str(_DIGITS[c]) for c in piece[1:])), True, 0
    if pending and last >= 100 and current < 10:
        current *= last // 10
    return total + section + current


def _scaled(total: Decimal, section: Decimal, pending: bool, scale: int) -> tuple[Decimal, Decimal]:
    """What is counted so far times a scale: all of it where it is smaller (一万五千亿), else its last part (1亿2000万)."""
    section = section if section or pending or total else Decimal(1)
    return ((total + section) * scale if total < scale else total + section * scale), Decimal(0)


def plain(number: Decimal) -> Decimal:
    """A decimal without exponent or trailing zeros."""
    return Decimal(int(number)) if number == number.to_integral_value() else number.normalize()
