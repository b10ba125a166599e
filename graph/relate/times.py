"""Times: dates of any precision, those relative to the article's, five-year plans, quarters and ranges, as ISO 8601."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ..model import Literal, Period

_YEAR = r"(?:(?:19|20)\d{2})年|今年|去年|前年|明年|当年"
_EXPRESSION = re.compile(
    rf"(?:(?P<year>{_YEAR})的?)?(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]\d|0?[1-9])日?|(?P<third>上旬|中旬|下旬|底|末|初|份)?)(?!\d)"
    rf"|(?P<whole>{_YEAR})的?(?P<part>第?[一二三四]季度|前[三两二]季度|上半年|下半年|前[一二三四五六七八九十\d]+个?月|末|底|年底|年末|初)?"
    r"|(?P<relative>今天|今日|昨天|昨日|明天|明日)(?:上午|下午|晚|晚间|凌晨)?(?:\((?P<rmonth>\d{1,2})月(?P<rday>\d{1,2})日\))?"
    r"|[“\"]?(?P<plan>十[一二三四五六]?)五[”\"]?(?:规划|期间|时期|计划)"
    r"|(?<![\d月年])(?P<onlyday>3[01]|[12]\d|[1-9])日(?!报|本|常|益|前|均)"
)
_RANGE = re.compile(r"\s?(?:至|到|—|-|~|–)\s?")
_QUARTERS = {"一": (1, 3), "二": (4, 6), "三": (7, 9), "四": (10, 12)}
_TENS = {"十": 10, "十一": 11, "十二": 12, "十三": 13, "十四": 14, "十五": 15, "十六": 16}


@dataclass(frozen=True, slots=True)
class Time:
    """A time at the clean span ``[start, end)``; ISO strings, ``--MM-DD`` where no year is known, ``last`` only for ranges."""

    start: int
    end: int
    first: str
    last: str = ""

    def period(self) -> Period:
        """The time as a figure carries it."""
        return Period(self.first, self.last)

    def literal(self) -> Literal:
        """The first day or the whole as a typed literal."""
        return literal(self.first)


def literal(iso: str) -> Literal:
    """An ISO date of any precision with its XSD type.

    >>> literal("2023-09")
    Literal(value='2023-09', datatype='gYearMonth')
    """
    if iso.startswith("--"):
        return Literal(iso, "gMonthDay")
    return Literal(iso, {4: "gYear", 7: "gYearMonth"}.get(len(iso), "date"))


def times(key: str, published: str) -> Iterator[Time]:
    """The times of a normal form, left to right; relative ones by the article's ISO date, where it has one."""
    today = date.fromisoformat(published) if len(published) == 10 else None
    year = int(published[:4]) if published else None
    found: Time | None = None
    for match in _EXPRESSION.finditer(key):
        if re.match(r"\d", match.group()) and key[max(0, match.start() - 1) : match.start()].isdigit():
            continue
        time = _read(match, today, year, found)
        if time is None:
            continue
        if found and _RANGE.fullmatch(key[found.end : time.start]) and not found.last:
            found = Time(found.start, time.end, found.first, time.first)
            continue
        if found:
            yield found
        found = time
    if found:
        yield found


def _read(match: re.Match[str], today: date | None, year: int | None, before: Time | None) -> Time | None:
    g = match.groupdict()
    if g["plan"]:
        first = 1951 + 5 * _TENS[g["plan"]]
        return Time(match.start(), match.end(), str(first), str(first + 4))
    if g["relative"]:
        return _relative(match, today, year)
    if g["onlyday"]:
        if before and len(before.first) in (7, 10) and _RANGE.fullmatch(match.string, before.end, match.start()):
            return Time(match.start(), match.end(), f"{before.first[:-2]}{int(g['onlyday']):02}")
        return Time(match.start(), match.end(), f"{today:%Y-%m}-{int(g['onlyday']):02}") if today else None
    stated = _year(g["year"] or g["whole"], year)
    if g["month"]:
        near = before is not None and not before.first.startswith("--") and match.start() - before.end < 3
        return _month(match, stated or (int(before.first[:4]) if before and near else year), int(g["month"]), g["day"])
    return _part_of_year(match, stated, g["part"]) if stated else None


def _year(words: str | None, year: int | None) -> int | None:
    """The year that words give; none where they give none, or a relative one and the article has no date."""
    if not words:
        return None
    if words[0].isdigit():
        return int(words[:4])
    shift = {"今年": 0, "当年": 0, "去年": -1, "前年": -2, "明年": 1}[words]
    return year + shift if year is not None else None


def _month(match: re.Match[str], year: int | None, month: int, day: str | None) -> Time | None:
    if day is None:
        return Time(match.start(), match.end(), f"{year}-{month:02}") if year else None
    if int(day) > calendar.monthrange(year or 2000, month)[1]:
        return None
    head = f"{year}-" if year else "--"
    return Time(match.start(), match.end(), f"{head}{month:02}-{int(day):02}")


def _relative(match: re.Match[str], today: date | None, year: int | None) -> Time | None:
    if match.group("rmonth"):
        head = f"{year}-" if year else "--"
        return Time(match.start(), match.end(), f"{head}{int(match.group('rmonth')):02}-{int(match.group('rday')):02}")
    if today is None:
        return None
    shift = {"昨": -1, "明": 1}.get(match.group("relative")[0], 0)
    return Time(match.start(), match.end(), (today + timedelta(days=shift)).isoformat())


def _part_of_year(match: re.Match[str], year: int, part: str | None) -> Time:
    months = _months(part) if part else None
    if months is None:
        return Time(match.start(), match.end(), str(year))
    first, last = months
    return Time(match.start(), match.end(), f"{year}-{first:02}", f"{year}-{last:02}" if last != first else "")


def _months(part: str) -> tuple[int, int]:
    """The first and the last month of a part of a year."""
    if part.endswith(("末", "底")):
        return 12, 12
    if part.endswith("初"):
        return 1, 1
    if part.endswith("半年"):
        return (1, 6) if part.startswith("上") else (7, 12)
    if not part.startswith("前"):
        return _QUARTERS[part.strip("第季度")]
    if "季度" in part:
        return 1, 9 if "三" in part else 6
    digits = "".join(c for c in part if c.isdigit())
    return 1, int(digits) if digits else "一二三四五六七八九十".find(part[1]) + 1
