"""What the values of a list must look like: codes with their check characters, numbers, dates, IRIs."""

from __future__ import annotations

import re

WIKIDATA = "http://www.wikidata.org/entity/"
IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
ITEM = re.compile(r"Q[1-9]\d*")
STOCK = re.compile(r"[A-Z0-9]{1,10}\.[A-Z]{2,4}")
# GB 32100-2015: 31 characters without I, O, S, V, Z; the weights are the powers of 3 modulo 31.
_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_FORMS = {
    "xsd:integer": re.compile(r"[+-]?\d+"),
    "xsd:decimal": re.compile(r"[+-]?\d+(\.\d+)?"),
    "xsd:date": re.compile(r"\d{4}-\d\d-\d\d"),
    "AnyDate": re.compile(r"\d{4}(-\d\d){0,2}|--\d\d-\d\d"),
}
EXAMPLES = {"xsd:integer": "12", "xsd:decimal": "1.5", "xsd:date": "2024-06-05", "AnyDate": "2024 or 2024-06-05"}


def is_credit_code(code: str) -> bool:
    """Whether a unified social credit code (統一社會信用代碼) has its form and its check character (GB 32100-2015).

    >>> is_credit_code("91110000600037341L"), is_credit_code("91110000600037341M")
    (True, False)
    """
    if len(code) != 18 or any(character not in _CREDIT for character in code):
        return False
    total = sum(_CREDIT.index(character) * pow(3, place, 31) for place, character in enumerate(code[:17]))
    return code[17] == _CREDIT[-total % 31]


def fits_datatype(value: str, datatype: str) -> bool:
    form = _FORMS.get(datatype)
    return form is None or form.fullmatch(value) is not None
