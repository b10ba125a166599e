"""Times: dates of any precision, those relative to the article's, five-year plans, quarters and ranges, as ISO 8601."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ..model import Literal, Period

_YEAR = r"(?:19|20)\d{2}年(?!代)|民国[一二三四五六七八九十\d]{1,3}年|今年|去年|前年|明年|当年|同年"
_EXPRESSION = re.compile(
    r"(?<!\d)(?P<from>(?:19|20)\d{2})年?\s?(?:-|—|~|至|到)\s?(?P<to>(?:19|20)\d{2})年(?!代)"
    rf"|(?:(?P<span>{_YEAR})的?)(?P<first>1[0-2]|[1-9])\s?(?:-|—|~|至|到)\s?(?P<last>1[0-2]|[1-9])月(?!\d)"
    rf"|(?:(?P<year>{_YEAR})的?)?(?<![\d.])(?P<month>1[0-2]|0?[1-9])月(?:(?P<day>3[01]|[12]\d|0?[1-9])[日号]?|(?P<third>上旬|中旬|下旬|底|末|初|份)?)(?!\d)"
    rf"|(?P<whole>{_YEAR})的?(?P<part>第?[一二三四1234]季度|前[三两二]季度|上半年|下半年|前(?:1[0-2]|[2-9]|十[一二]?|[二两三四五六七八九])个?月|年?[末底初])?"
    r"|(?<![年\d])(?P<bare>[一二三四]季度|前[三两二]季度|上半年|下半年)(?!报)"
    r"|(?P<relative>当日|当天|今天|今日|昨天|昨日|明天|明日)(?:上午|下午|晚|晚间|凌晨)?(?:\((?P<rmonth>\d{1,2})月(?P<rday>\d{1,2})日\))?"
    r"|[“\"]?(?P<plan>十[一二三四五六]?)五[”\"]?(?:规划|期间|时期|计划)"
    r"|(?<![\d月年])(?P<onlyday>3[01]|[12]\d|[1-9])日(?!报|本|常|益|前|均)"
)
_RANGE = re.compile(r"\s?(?:至|到|—|-|~|–)\s?")
_GOES_ON = re.compile(r"\s?(?:至|到|—|-|~|–|、|和|,)\s?")
_QUARTERS = {
    "一": (1, 3),
    "二": (4, 6),
    "三": (7, 9),
    "四": (10, 12),
    "1": (1, 3),
    "2": (4, 6),
    "3": (7, 9),
    "4": (10, 12),
}
_TENS = {"十": 10, "十一": 11, "十二": 12, "十三": 13, "十四": 14, "十五": 15, "十六": 16}
_NUMERALS = {c: n for n, c in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "十一": 11, "十二": 12}


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
    calendar_of_text = _Calendar(published)
    found: Time | None = None
    for match in _EXPRESSION.finditer(key):
        if match.group()[0].isdigit() and key[max(0, match.start() - 1) : match.start()].isdigit():
            continue
        time = calendar_of_text.read(match, found)
        if time is None:
            continue
        calendar_of_text.day = time.first if len(time.first) == 10 else calendar_of_text.day
        if found and _RANGE.fullmatch(key[found.end : time.start]) and not found.last:
            found = Time(found.start, time.end, found.first, _after(found.first, time.first))
            continue
        if found:
            yield found
        found = time
    if found:
        yield found


def _after(first: str, last: str) -> str:
    """The end of a range, a year on where it would lie before its beginning (12月30日至1月2日)."""
    if len(first) == len(last) == 10 and last < first:
        return f"{int(last[:4]) + 1}{last[4:]}"
    return last


class _Calendar:
    """What relative times in one text count from: the article's date, and the year that it named last."""

    def __init__(self, published: str) -> None:
        self.today = date.fromisoformat(published) if len(published) == 10 else None
        self.year = int(published[:4]) if published else None
        self.named = self.year
        self.day = ""  # the last full date named

    def read(self, match: re.Match[str], before: Time | None) -> Time | None:
        """The time of a match, or none where it is no day of the calendar or counts from what is not known."""
        g = match.groupdict()
        if g["from"]:
            return Time(match.start(), match.end(), g["from"], g["to"])
        if g["plan"]:
            first = 1951 + 5 * _TENS[g["plan"]]
            return Time(match.start(), match.end(), str(first), str(first + 4))
        if g["relative"]:
            return self._relative(match)
        if g["onlyday"]:
            return self._only_day(match, before)
        if g["bare"]:
            return _part_of_year(match, self.named, g["bare"]) if self.named else None
        stated = self._year(g["year"] or g["whole"] or g["span"])
        if g["span"]:
            return _months_of(match, stated, int(g["first"]), int(g["last"])) if stated else None
        if not g["month"]:
            return _part_of_year(match, stated, g["part"]) if stated else None
        near = before is not None and not before.first.startswith("--") and match.start() - before.end < 3
        known = stated or (int(before.first[:4]) if before and near else self.year)
        return _month(match, known, int(g["month"]), g["day"])

    def _year(self, words: str | None) -> int | None:
        """The year that words give; none where they give none, or a relative one and the article has no date."""
        if not words:
            return None
        if words[0].isdigit() or words.startswith("民国"):
            self.named = int(words[:4]) if words[0].isdigit() else 1911 + _number(words[2:-1])
            return self.named
        if words in ("当年", "同年"):
            return self.named
        return self.year + {"今年": 0, "去年": -1, "前年": -2, "明年": 1}[words] if self.year is not None else None

    def _only_day(self, match: re.Match[str], before: Time | None) -> Time | None:
        """A day without its month: that of the day just named in the same list or range, else the article's."""
        day = int(match.group("onlyday"))
        last = (before.last or before.first) if before else ""
        if before and len(last) in (7, 10) and _GOES_ON.fullmatch(match.string, before.end, match.start()):
            return _day(match, f"{last[:-2]}{day:02}")
        return _day(match, f"{self.today:%Y-%m}-{day:02}") if self.today else None

    def _relative(self, match: re.Match[str]) -> Time | None:
        if match.group("rmonth"):
            head = f"{self.year}-" if self.year else "--"
            return _day(match, f"{head}{int(match.group('rmonth')):02}-{int(match.group('rday')):02}")
        if match.group("relative") in ("当日", "当天"):
            return Time(match.start(), match.end(), self.day) if self.day else None
        if self.today is None:
            return None
        shift = {"昨": -1, "明": 1}.get(match.group("relative")[0], 0)
        return Time(match.start(), match.end(), (self.today + timedelta(days=shift)).isoformat())


def _day(match: re.Match[str], iso: str) -> Time | None:
    """The time of an ISO day, if the calendar has it."""
    year, month, day = (f"2000{iso[1:]}" if iso.startswith("--") else iso).split("-")
    valid = 1 <= int(month) <= 12 and 1 <= int(day) <= calendar.monthrange(int(year), int(month))[1]
    return Time(match.start(), match.end(), iso) if valid else None


def _month(match: re.Match[str], year: int | None, month: int, day: str | None) -> Time | None:
    if day is None:
        return Time(match.start(), match.end(), f"{year}-{month:02}") if year else None
    return _day(match, f"{year}-{month:02}-{int(day):02}" if year else f"--{month:02}-{int(day):02}")


def _months_of(match: re.Match[str], year: int, first: int, last: int) -> Time:
    return Time(match.start(), match.end(), f"{year}-{first:02}", f"{year}-{last:02}")


def _part_of_year(match: re.Match[str], year: int, part: str | None) -> Time:
    if not part:
        return Time(match.start(), match.end(), str(year))
    first, last = _months(part)
    if first == last:
        return Time(match.start(), match.end(), f"{year}-{first:02}")
    return _months_of(match, year, first, last)


def _number(words: str) -> int:
    """A number below a hundred in digits or words."""
    if words.isdigit():
        return int(words)
    tens, _, ones = words.rpartition("十")
    return ((_NUMERALS.get(tens, 1) * 10) if "十" in words else 0) + _NUMERALS.get(ones, 0)


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
    number = part.removeprefix("前").rstrip("个月")
    return 1, int(number) if number.isdigit() else _NUMERALS.get(number, 12)
