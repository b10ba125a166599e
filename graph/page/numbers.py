"""Numbers as people read them: 2200000000 is 22亿, 22億 or 2.2 billion."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Context, Decimal

_CHINESE = ((12, "万亿", "萬億"), (8, "亿", "億"), (4, "万", "萬"))
_ENGLISH = ((12, " trillion"), (9, " billion"), (6, " million"))


def readable(value: Decimal) -> dict[str, str]:
    """The number by language tag, in at most four significant digits once a scale word shortens it.

    >>> readable(Decimal("2200000000"))
    {'zh-Hans': '22亿', 'zh-Hant': '22億', 'en': '2.2 billion'}
    """
    forms = dict.fromkeys(("zh-Hans", "zh-Hant", "en"), exact(value))
    for power, simplified, traditional in _CHINESE:
        if abs(value) >= 10**power:
            number = _short(value.scaleb(-power))
            forms["zh-Hans"], forms["zh-Hant"] = number + simplified, number + traditional
            break
    for power, word in _ENGLISH:
        if abs(value) >= 10**power:
            forms["en"] = _short(value.scaleb(-power)) + word
            break
    return forms


def exact(value: Decimal) -> str:
    """The whole number, its thousands grouped, without trailing zeros.

    >>> exact(Decimal("1234567.50"))
    '1,234,567.5'
    """
    return _trim(f"{value:,f}")


def _short(value: Decimal) -> str:
    places = max(0, 3 - value.copy_abs().adjusted())
    room = Context(prec=max(28, value.adjusted() + 2))  # an article may write a number of any length
    return _trim(f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, room):,f}")


def _trim(text: str) -> str:
    return text.rstrip("0").rstrip(".") if "." in text else text
