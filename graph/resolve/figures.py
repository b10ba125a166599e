"""Whether a person means a figure: by its measure and its value, as the text or `zhimai show` writes it."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from ..model import Figure
from ..script import normal_form
from .normal import normal

_VALUE = re.compile(r"([-+]?\d[\d,]*(?:\.\d+)?)\s*(万亿|百万|千万|[百千万亿])?\s*(.*)")
_SCALES = {"百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}


def is_figure(figure: Figure, measure: str, written: str) -> bool:
    """Whether a measure and a value with its unit are those of a figure; the unit may be left out.

    >>> from graph.model import Status
    >>> sales = Figure("f", "org/甲", "营业收入", Decimal(350000000), "元", "exactly", Status.ASSERTED, 0.9, ())
    >>> [is_figure(sales, "營業收入", value) for value in ("3.5億元", "350,000,000", "3.5亿美元")]
    [True, True, False]
    """
    if normal(figure.measure) != normal(measure):
        return False
    if figure.notation and normal(written) in (normal(figure.notation), normal(figure.notation + figure.unit)):
        return True
    match = _VALUE.fullmatch(_plain(written))
    if match is None:
        return False
    number, scale, unit = match.groups()
    try:
        value = Decimal(number.replace(",", "")).scaleb(_SCALES.get(scale or "", 0))
    except InvalidOperation:
        return False
    own = "" if figure.unit == "1" else figure.unit
    return value == figure.value and unit in ("", _plain(own))


def _plain(text: str) -> str:
    """A value in the form in which values are compared; unlike in a name, its marks count."""
    return "".join(normal_form(text).split())
