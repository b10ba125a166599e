"""Our readers of times, numbers and currencies on the Chinese specification cases of Microsoft's Recognizers-Text.

The cases lie in ``recognizers/`` as their authors wrote them (MIT, see its README). What they expect is mapped onto what our
readers give:

- A span may begin with a word that only leads to it (从, 在) and end with one that only closes it (之间): both are left out.
- A day is a day; a period has a first and a last day. Their periods end on the day after, or at the beginning of their last
  year or month: where ours ends on the day before, or with that year or month, the two are one. 近三年 is as precise as its unit.
- Where they leave open which day is meant (the last or the next 5 May) ours must be one of the two.
- A bare number is no figure, so that nothing reads one out of a text: the number that they mark is given to the reader of
  numerals by itself, a fraction to that of quantities. Percentage points count as percentages there.
- Currencies go by their ISO code in the ontology.

``failing.json`` names each case that does not come out so, and why; a case that begins to pass must leave it.
"""

from __future__ import annotations

import calendar
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

import pytest
from recognise.conftest import shipped

from graph.clean import normal_form
from graph.relate.numerals import value
from graph.relate.quantities import quantities
from graph.relate.times import times

HERE = Path(__file__).parent / "recognizers"
FAILING = json.loads((HERE / "failing.json").read_text(encoding="utf-8"))
LEADING = re.compile(r"(?:从|在|自从|自|由|时间)+ ?")
CLOSING = re.compile(r"(?:之?间|期间|以来)$")
Case = dict[str, Any]


def cases(name: str) -> list[Case]:
    """The cases of a file."""
    return json.loads((HERE / name).read_text(encoding="utf-8-sig"))


def label(number: int, case: Case) -> str:
    """How ``failing.json`` names a case."""
    return f"{number} {case['Input'][:30]}"


def marked(result: Case) -> tuple[int, int]:
    """The span that a case marks, without the words that only lead to it or close it."""
    start = result["Start"]
    end = start + result["Length"] if "Length" in result else result["End"] + 1
    text = result["Text"]
    if lead := LEADING.match(text):
        start += lead.end()
    if close := CLOSING.search(text):
        end -= len(text) - close.start()
    return start, end


def resolutions(result: Case) -> list[tuple[str, str, str]]:
    """The readings that a case allows: the day or first day, the last day, the TIMEX."""
    inner = result.get("Value") or result.get("Resolution") or {}
    if "values" in inner:
        return [(v.get("value") or v.get("start", ""), v.get("end", ""), v.get("timex", "")) for v in inner["values"]]
    both = [inner.get(f"{side}Resolution", {}) for side in ("Past", "Future")]
    return [(r.get("date") or r.get("startDate", ""), r.get("endDate", ""), inner.get("Timex", "")) for r in both if r]


def first_day(iso: str) -> date:
    return date.fromisoformat(f"{iso}-01-01"[:10] if len(iso) < 10 else iso)


def last_day(iso: str) -> date:
    if len(iso) == 10:
        return date.fromisoformat(iso)
    year, month = int(iso[:4]), int(iso[5:7]) if len(iso) == 7 else 12
    return date(year, month, calendar.monthrange(year, month)[1])


def agrees(first: str, last: str, expected: tuple[str, str, str]) -> bool:
    """Whether our time is what a reading of the case says."""
    start, end, timex = expected
    if not end:
        return not last and first == start
    if re.search(r",P\d+[YM]\)$", timex) and start[5:] == end[5:] != "01-01":  # 近三年: as precise as its unit
        return (start[: len(first)], end[: len(first)]) == (first, last)
    ends = {first_day(last or first), last_day(last or first), last_day(last or first) + timedelta(days=1)}
    return start == first_day(first).isoformat() and end in {day.isoformat() for day in ends}


def passes_time(case: Case) -> bool:
    """Whether our reader finds the times of a case, each with its span and one of its readings."""
    published = (case.get("Context") or {}).get("ReferenceDateTime", "2019-07-01")[:10]
    found = list(times(normal_form(case["Input"]), published))
    if [(t.start, t.end) for t in found] != [marked(r) for r in case["Results"]]:
        return False
    read = zip(found, (resolutions(r) for r in case["Results"]), strict=True)
    return all(not each or any(agrees(t.first, t.last, one) for one in each) for t, each in read)


def passes_number(case: Case) -> bool:
    """Whether each number that a case marks has the value that it says."""
    return all(
        abs(number(normal_form(re.sub(r"[\s第]", "", r["Text"]))) - Decimal(r["Resolution"]["value"])) < Decimal("1e-6")
        for r in case["Results"]
    )


def number(text: str) -> Decimal:
    """The value of a number or fraction by itself."""
    if "分之" not in text and "/" not in text:
        return value(text)
    (fraction,) = quantities(text)
    return fraction.value


def passes_percentage(case: Case) -> bool:
    """Whether our reader finds the percentages of a case, each with its span and value."""
    found = [q for q in quantities(normal_form(case["Input"])) if q.unit in ("%", "个百分点")]
    expected = [(*marked(r), Decimal(r["Resolution"]["value"].rstrip("%"))) for r in case["Results"]]
    return [(q.number, q.end, q.value) for q in found] == expected


def passes_currency(case: Case) -> bool:
    """Whether our reader finds the sums of money of a case, each with its span, value and currency."""
    units = shipped().units
    found = [q for q in quantities(normal_form(case["Input"])) if q.unit in units and units[q.unit].currency]
    expected = [
        (*marked(r), Decimal(r["Resolution"]["value"] or "NaN"), r["Resolution"].get("isoCurrency", ""))
        for r in case["Results"]
    ]
    return [(q.number, q.end, q.value, units[q.unit].currency) for q in found] == expected


def passes_range(case: Case) -> bool:
    """Whether our reader finds the bounds of a case's ranges: each figure with the comparator of its side."""
    found = [q for q in quantities(normal_form(case["Input"])) if q.comparator not in ("exactly", "approximately")]
    expected = list(bounds(case))
    return [(q.comparator, q.value) for q in found] == expected


def bounds(case: Case) -> Iterator[tuple[str, Decimal]]:
    for result in case["Results"]:
        said = result["Resolution"]["value"]
        low, high = said[1:-1].split(",")
        if low:
            yield ("atLeast" if said[0] == "[" else "moreThan"), Decimal(low)
        if high:
            yield ("atMost" if said[-1] == "]" or low else "lessThan"), Decimal(high)


READERS = {
    **dict.fromkeys(("DateExtractor", "DateParser", "DatePeriodExtractor", "DatePeriodParser"), passes_time),
    **dict.fromkeys(("TimeExtractor", "TimeParser", "TimePeriodExtractor", "TimePeriodParser"), passes_time),
    **dict.fromkeys(("DateTimeExtractor", "DateTimeParser"), passes_time),
    **dict.fromkeys(("DateTimePeriodExtractor", "DateTimePeriodParser", "DateTimeModel"), passes_time),
    **dict.fromkeys(("NumberModel", "OrdinalModel"), passes_number),
    "PercentModel": passes_percentage,
    "NumberRangeModel": passes_range,
    "CurrencyModel": passes_currency,
}


def passes(name: str, case: Case) -> bool:
    """Whether a case of a file comes out as it says."""
    try:
        return READERS[name](case)
    except (InvalidOperation, ValueError, OverflowError):
        return False


@pytest.mark.parametrize("name", READERS)
def test_the_cases_of_a_file_pass_but_for_those_named(name):
    """Exactly the cases in ``failing.json`` fail: one more is an error of ours, one fewer must leave that file."""
    failing = {label(i, case) for i, case in enumerate(cases(f"{name}.json")) if not passes(name, case)}
    named = {entry for entries in FAILING.get(name, {}).values() for entry in entries}
    assert failing - named == set(), "fail and are not named"
    assert named - failing == set(), "are named and pass"
