"""Times: dates of any precision, those relative to the article's, five-year plans, quarters and ranges, as ISO 8601."""

from __future__ import annotations

import calendar
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ..model import Literal, Period
from .numerals import value
from .timewords import BETWEEN, BETWEEN_END, EXPRESSION, GOES_ON, RANGE, REIGNS, SINCE

_QUARTERS = {
    numeral: (3 * i + 1, 3 * i + 3) for i, pair in enumerate(("一首1", "二2", "三3", "四4")) for numeral in pair
}
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_SHIFTS = {"上上": -2, "上": -1, "本": 0, "这": 0, "当": 0, "同": 0, "下": 1, "下下": 2}
_DAYS = {"大前": -3, "前": -2, "昨": -1, "今": 0, "明": 1, "后": 2, "大后": 3}
_YEARS = {"今": 0, "本": 0, "去": -1, "前": -2, "明": 1, "后": 2}
_CENTURIES = {"上世纪": 20, "本世纪": 21}
_FAR_AHEAD = 20  # days
_AHEAD = re.compile(r"(?:将于?|将在|定于|拟于|计划于?)[^,。;]{0,6}$")


@dataclass(frozen=True, slots=True)
class Time:
    """A time at the clean span ``[start, end)``; ISO strings, ``--MM-DD`` where no year is known, ``last`` only for ranges.

    ``until`` is the article's date where the text says 以来 or 至今: a figure's period ends there, a thing's own date does not.
    """

    start: int
    end: int
    first: str
    last: str = ""
    until: str = ""

    def period(self) -> Period:
        """The time as a figure carries it."""
        return Period(self.first, self.last or self.until)

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
    for match in EXPRESSION.finditer(key):
        time = calendar_of_text.read(match, found)
        if time is None:
            continue
        calendar_of_text.day = time.first if len(time.first) == 10 else calendar_of_text.day
        if found and _ranges(key, found, time):
            found = Time(found.start, time.end, found.first, _after(found.first, time.last or time.first))
            continue
        if found:
            yield _open(key, found, published)
        found = time
    if found:
        yield _open(key, found, published)


def _ranges(key: str, left: Time, right: Time) -> bool:
    """Whether two times are the ends of one range."""
    between = key[left.end : right.start]
    return not left.last and bool(
        RANGE.fullmatch(between) or (BETWEEN.fullmatch(between) and BETWEEN_END.match(key, right.end))
    )


def _open(key: str, time: Time, published: str) -> Time:
    """A time that the text lets run to the article's own date, marked so."""
    open_ended = not time.last and not time.first.startswith("--") and SINCE.match(key, time.end)
    return replace(time, until=published) if open_ended and time.first <= published else time


def _after(first: str, last: str) -> str:
    """The end of a range, a year on where it would lie before its beginning (12月30日至1月2日)."""
    if len(first) == len(last) > 4 and last < first and not last.startswith("--"):
        return f"{int(last[:4]) + 1}{last[4:]}"
    return last


class _Calendar:
    """What relative times in one text count from: the article's date, and the year that it named last."""

    def __init__(self, published: str) -> None:
        self.today = date.fromisoformat(published) if len(published) == 10 else None
        self.published = published
        self.year = int(published[:4]) if published else None
        self.named = self.year
        self.day = ""  # the last full date named
        self.month = ""  # the last month named

    def read(self, match: re.Match[str], before: Time | None) -> Time | None:
        """The time of a match, or none where it is no day of the calendar or counts from what is not known."""
        time = self._read(match, before)
        if time is not None and len(time.last or time.first) >= 7 and not time.first.startswith("--"):
            self.month = (time.last or time.first)[:7]
        return time

    def _read(self, match: re.Match[str], before: Time | None) -> Time | None:
        """As :meth:`read`, by the kind of the expression."""
        if match.group("onlyday") or match.group("lastday"):
            return self._only_day(match, before)
        reader = next((reader for kind, reader in _READERS.items() if match.group(kind)), None)
        return reader(self, match) if reader else self._of_year(match, before)

    def _years(self, match: re.Match[str]) -> Time:
        """2021至2023年."""
        return Time(match.start(), match.end(), match.group("from"), match.group("to"))

    def _iso(self, match: re.Match[str]) -> Time | None:
        """2023-11-05, 2023.11.5."""
        year, month, day = match.group("iso").split(match.group("sep"))
        self.named = int(year)
        return _day(match, f"{year}-{int(month):02}-{int(day):02}")

    def _plan(self, match: re.Match[str]) -> Time:
        """“十四五”期间: the five years of a plan."""
        first = 1951 + 5 * _number(match.group("plan"))
        return Time(match.start(), match.end(), str(first), str(first + 4))

    def _reign(self, match: re.Match[str]) -> Time:
        """康熙三年: the year of a reign."""
        year = match.group("reign")[2:-1]
        return Time(
            match.start(),
            match.end(),
            str(REIGNS[match.group("reign")[:2]] - 1 + (1 if year == "元" else _number(year))),
        )

    def _bare(self, match: re.Match[str]) -> Time | None:
        """上半年, of the year named last."""
        return _part_of_year(match, self.named, match.group("bare")) if self.named else None

    def _of_year(self, match: re.Match[str], before: Time | None) -> Time | None:
        """A year, its part, or a month or day in it; of the article's year where the text gives none."""
        g = match.groupdict()
        stated = self._year(g["year"] or g["whole"] or g["span"])
        if g["span"]:
            return _months_of(match, stated, int(g["first"]), int(g["last"])) if stated else None
        if g["mfirst"]:
            return _months_of(match, self.year, int(g["mfirst"]), int(g["mlast"])) if self.year else None
        if not g["month"]:
            return _part_of_year(match, stated, g["part"]) if stated else None
        if (g["year"] or g["whole"]) and stated is None:
            return None
        near = before is not None and not before.first.startswith("--") and match.start() - before.end < 3
        known = stated or (int(before.first[:4]) if before and near else self._year_of(match, _number(g["month"])))
        day = g["day"] or g["dayword"]
        return _month(match, known, _number(g["month"]), _number(day) if day else None)

    def _year_of(self, match: re.Match[str], month: int) -> int | None:
        """The year of a month without one: the article's; at the turn of the year that before, unless the text looks ahead."""
        turn = self.today is not None and self.today.month <= 2 and month >= 10
        ahead = _AHEAD.search(match.string, max(0, match.start() - 10), match.start()) or match.string.startswith(
            "将", match.end()
        )
        return self.year - 1 if self.year is not None and turn and not ahead else self.year

    def _year(self, words: str | None) -> int | None:
        """The year that words give; none where they give none, or a relative one and the article has no date."""
        if not words:
            return None
        if words in ("当年", "同年"):
            return self.named
        if words == "上年":
            return self.named - 1 if self.named is not None else None
        if words[0] in _YEARS and words[1] == "年":
            return self.year + _YEARS[words[0]] if self.year is not None else None
        year = 1911 + _number(words[2:-1]) if words.startswith("民国") else int(value(words.rstrip(" 年")))
        self.named = year if year >= 100 else year + (2000 if self._in_century(year) else 1900)
        return self.named

    def _in_century(self, year: int) -> bool:
        """Whether a year of two digits is one of this century: at most ten years ahead of the article."""
        return year <= ((self.year or 2000) + 10) % 100

    def _decade(self, match: re.Match[str]) -> Time:
        """The ten years of 上世纪90年代, 1980年代 or 90年代."""
        tens, century = _number(match.group("decade")), match.group("century")
        if match.group("centuryyear"):
            first = int(match.group("centuryyear")) * 100 + tens
        elif century:
            number = _CENTURIES.get(century) or _number(century.removesuffix("世纪"))
            first = (number - 1) * 100 + tens
        else:
            first = tens + (2000 if self._in_century(tens) else 1900)
        return Time(match.start(), match.end(), str(first), str(first + 9))

    def _only_day(self, match: re.Match[str], before: Time | None) -> Time | None:
        """A day without its month: that of the day just named in the same list or range, else the article's."""
        day = _number(match.group("onlyday") or match.group("lastday"))
        last = (before.last or before.first) if before else ""
        if before and len(last) in (7, 10) and GOES_ON.fullmatch(match.string, before.end, match.start()):
            return _day(match, f"{last[:-2]}{day:02}")
        if self.today is None:
            return None
        ahead = _AHEAD.search(match.string, max(0, match.start() - 10), match.start())
        past = day - self.today.day > _FAR_AHEAD and not ahead  # on the 3rd, the 29th is that of the month before
        return _day(match, f"{_moved(self.today, -past)}-{day:02}")

    def _relative(self, match: re.Match[str]) -> Time | None:
        """昨天, 后天, 当晚: by the article's day, or the day named last."""
        if match.group("rmonth"):
            head = f"{self.year}-" if self.year else "--"
            return _day(match, f"{head}{int(match.group('rmonth')):02}-{int(match.group('rday')):02}")
        word = match.group("relative")[:-1]
        if word == "当":
            return Time(match.start(), match.end(), self.day) if self.day else None
        if self.today is None:
            return None
        return Time(match.start(), match.end(), (self.today + timedelta(days=_DAYS[word])).isoformat())

    def _week(self, match: re.Match[str]) -> Time | None:
        """上周五, 本周, 下周末: weeks begin on Monday. A bare 周五 is the last one, the next one where 将 leads to it."""
        word, day = match.group("shift"), match.group("weekday")
        shift = (word or match.group("weekshift") or "").rstrip("个")
        if self.today is None or (day == "末" and not shift):
            return None
        monday = self.today - timedelta(days=self.today.weekday())
        start = monday + timedelta(weeks=_SHIFTS.get(shift, 0))
        if day is None:
            return Time(match.start(), match.end(), start.isoformat(), (start + timedelta(days=6)).isoformat())
        if day == "末":
            saturday = start + timedelta(days=5)
            return Time(match.start(), match.end(), saturday.isoformat(), (start + timedelta(days=6)).isoformat())
        found = start + timedelta(days=_WEEKDAYS[day])
        if not shift:
            ahead = _AHEAD.search(match.string, max(0, match.start() - 10), match.start())
            found += timedelta(weeks=(found < self.today) if ahead else -(found > self.today))
        return Time(match.start(), match.end(), found.isoformat())

    def _this_month(self, match: re.Match[str]) -> Time | None:
        """本月, 上月底, 下月5日; 当月 is the month named last."""
        word = match.group("rmonthword")
        base = self.month if word[0] in "当同" else self.published[:7]
        if len(base) != 7:
            return None
        months = int(base[:4]) * 12 + int(base[5:]) - 1 + _SHIFTS[word[0]]
        day = match.group("rmday")
        return _month(match, months // 12, months % 12 + 1, _number(day) if day else None)

    def _reach(self, match: re.Match[str]) -> Time | None:
        """近三年, 过去6个月, 未来10天: up to the article's date or from it on, as precise as the unit."""
        if self.today is None:
            return None
        length = int(value(match.group("length")))
        length = length if match.group("reach")[0] in "未今" else -length
        other = {
            "年": f"{self.today.year + length:04}",
            "个月": _moved(self.today, length),
            "周": (self.today + timedelta(weeks=length)).isoformat(),
            "天": (self.today + timedelta(days=length)).isoformat(),
        }[match.group("of")]
        ahead = match.group("of") in "周天" and length > 0  # from tomorrow on
        here = (self.today + timedelta(days=ahead)).isoformat()[: len(other)]
        return Time(match.start(), match.end(), min(here, other), max(here, other))


_READERS: dict[str, Callable[[_Calendar, re.Match[str]], Time | None]] = {
    "from": _Calendar._years,
    "iso": _Calendar._iso,
    "plan": _Calendar._plan,
    "reign": _Calendar._reign,
    "decade": _Calendar._decade,
    "relative": _Calendar._relative,
    "weekday": _Calendar._week,
    "weekshift": _Calendar._week,
    "rmonthword": _Calendar._this_month,
    "reach": _Calendar._reach,
    "bare": _Calendar._bare,
}


def _moved(day: date, months: int) -> str:
    """The month so many months from a day's."""
    total = day.year * 12 + day.month - 1 + months
    return f"{total // 12}-{total % 12 + 1:02}"


def _day(match: re.Match[str], iso: str) -> Time | None:
    """The time of an ISO day, if the calendar has it."""
    year, month, day = (f"2000{iso[1:]}" if iso.startswith("--") else iso).split("-")
    valid = 1 <= int(month) <= 12 and 1 <= int(day) <= calendar.monthrange(int(year), int(month))[1]
    return Time(match.start(), match.end(), iso) if valid else None


def _month(match: re.Match[str], year: int | None, month: int, day: int | None) -> Time | None:
    if day is None:
        return Time(match.start(), match.end(), f"{year}-{month:02}") if year else None
    return _day(match, f"{year}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}")


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
    """A whole number in digits or words."""
    return int(value(words))


def _months(part: str) -> tuple[int, int]:
    """The first and the last month of a part of a year."""
    if part.endswith("季度末"):
        return (_QUARTERS[part.removeprefix("第")[0]][1],) * 2
    if part.endswith(("末", "底")):
        return 12, 12
    if part.endswith("初"):
        return 1, 1
    if part.endswith("半年"):
        return (1, 6) if part[0] in "上前" else (7, 12)
    if not part.startswith(("前", "头", "首")) or part in ("首季", "首季度"):
        return _QUARTERS[part.strip("第季度")]
    number = _number(part[1:].rstrip("个月季度"))
    return 1, number * 3 if "季" in part else number
