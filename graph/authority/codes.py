"""What the values of a list must look like: codes with their check characters, numbers, dates, IRIs."""

from __future__ import annotations

import re
from datetime import date

WIKIDATA = "http://www.wikidata.org/entity/"
IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
ITEM = re.compile(r"Q[1-9]\d*")
STOCK = re.compile(r"[A-Z0-9]{1,10}\.[A-Z]{2,4}")
# GB 32100-2015: 31 characters without I, O, S, V, Z; the weights are the powers of 3 modulo 31.
_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_FORMS = {
    "xsd:integer": re.compile(r"[+-]?\d+"),
    "xsd:decimal": re.compile(r"[+-]?\d+(\.\d+)?"),
    "xsd:boolean": re.compile(r"true|false|0|1"),
    "xsd:anyURI": IRI,
    "xsd:gYear": re.compile(r"\d{4}"),
    "xsd:gYearMonth": re.compile(r"\d{4}-(0[1-9]|1[0-2])"),
    "xsd:date": re.compile(r"\d{4}-\d\d-\d\d"),
    "AnyDate": re.compile(r"\d{4}|\d{4}-(0[1-9]|1[0-2])|\d{4}-\d\d-\d\d|--\d\d-\d\d"),
}
_DATES = ("xsd:date", "AnyDate")
_SPREADSHEET_DATE = re.compile(r"(\d{4})(?:年|[/.])(\d{1,2})(?:月|[/.])(\d{1,2})日?")
EXAMPLES = {
    "xsd:boolean": "true or false",
    "xsd:anyURI": "https://example.org/",
    "xsd:gYear": "2024",
    "xsd:gYearMonth": "2024-06",
    "xsd:integer": "12",
    "xsd:decimal": "1.5",
    "xsd:date": "2024-06-05",
    "AnyDate": "2024 or 2024-06-05",
}


def is_credit_code(code: str) -> bool:
    """Whether a unified social credit code (統一社會信用代碼) has its form and its check character (GB 32100-2015).

    >>> is_credit_code("91110000600037341L"), is_credit_code("91110000600037341M")
    (True, False)
    """
    if len(code) != 18 or any(character not in _CREDIT for character in code):
        return False
    total = sum(_CREDIT.index(character) * pow(3, place, 31) for place, character in enumerate(code[:17]))
    return code[17] == _CREDIT[-total % 31]


def in_datatype(value: str, datatype: str) -> str:
    """The value as RDF writes it: days as spreadsheets write them become ISO dates.

    >>> in_datatype("2011年12月6日", "AnyDate"), in_datatype("2011/12/16", "xsd:date"), in_datatype("2011/12", "xsd:string")
    ('2011-12-06', '2011-12-16', '2011/12')
    """
    written = _SPREADSHEET_DATE.fullmatch(value) if datatype in _DATES else None
    return f"{written[1]}-{int(written[2]):02}-{int(written[3]):02}" if written else value


def fits_datatype(value: str, datatype: str) -> bool:
    """Whether a value is sound; a day has to be one that the calendar has.

    >>> fits_datatype("2024-02-29", "AnyDate"), fits_datatype("2024-13-45", "AnyDate"), fits_datatype("是", "xsd:boolean")
    (True, False, False)
    """
    form = _FORMS.get(datatype)
    if form is not None and not form.fullmatch(value):
        return False
    if datatype not in _DATES or len(value) < 7 or value.count("-") < 2:
        return True
    try:
        date.fromisoformat(value.replace("--", "2024-", 1) if value.startswith("--") else value)
    except ValueError:
        return False
    return True
