"""Times: what a text says of when, as ISO 8601."""

from __future__ import annotations

import itertools
import re
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graph.clean import normal_form
from graph.model import Literal, Period
from graph.relate.times import Time, literal, times

PUBLISHED = "2024-05-03"
DAYS = st.dates(date(1950, 1, 1), date(2049, 12, 31))


def read(text, published=PUBLISHED):
    """First and last of every time in a text."""
    return [(t.first, t.last) for t in times(normal_form(text), published)]


def only(text, published=PUBLISHED):
    (time,) = read(text, published)
    return time


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("2023年11月5日开幕", "2023-11-05"),
        ("２０２３年１１月５日開幕", "2023-11-05"),
        ("2023年05月06日", "2023-05-06"),
        ("2024年2月29日", "2024-02-29"),
        ("2023年5月", "2023-05"),
        ("2023年5月份", "2023-05"),
        ("2023年5月中旬", "2023-05"),
        ("2023年5月底", "2023-05"),
        ("2023年的5月", "2023-05"),
        ("1949年成立", "1949"),
        ("到2035年", "2035"),
        ("2016年末", "2016-12"),
        ("2016年底", "2016-12"),
        ("2020年年末", "2020-12"),
        ("2016年初", "2016-01"),
    ],
)
def test_dates_of_every_precision_need_no_articles_date(text, first):
    """Day, month, year, and the ends of a year."""
    assert only(text, "") == (first, "")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("今年", "2024"),
        ("去年", "2023"),
        ("前年", "2022"),
        ("明年", "2025"),
        ("今年5月", "2024-05"),
        ("去年10月1日", "2023-10-01"),
        ("去年年底", "2023-12"),
        ("今年年初", "2024-01"),
        ("今天", "2024-05-03"),
        ("今日上午", "2024-05-03"),
        ("昨天", "2024-05-02"),
        ("明日", "2024-05-04"),
        ("今天(5月3日)", "2024-05-03"),
        ("5月6日", "2024-05-06"),
        ("5月", "2024-05"),
        ("3日", "2024-05-03"),
    ],
)
def test_relative_times_count_from_the_articles_date(text, first):
    """今年 is the article's year, 昨天 the day before it."""
    assert only(text) == (first, "")


@pytest.mark.parametrize(
    ("text", "published", "first"),
    [("昨天", "2024-01-01", "2023-12-31"), ("明天", "2024-02-28", "2024-02-29"), ("昨日", "2024-03-01", "2024-02-29")],
)
def test_the_day_before_may_lie_in_another_month(text, published, first):
    """Days are counted by the calendar."""
    assert only(text, published) == (first, "")


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("今年", "2024", [("2024", "")]),
        ("去年5月", "2024-05", [("2023-05", "")]),
        ("今天", "2024", []),
        ("3日", "2024", []),
    ],
)
def test_an_articles_date_may_be_less_than_a_day(text, published, expected):
    """Of a year alone, 今年 can be told and 今天 cannot."""
    assert read(text, published) == expected


@pytest.mark.parametrize("text", ["今年", "去年5月", "前年", "今天", "昨天", "3日", "5月", "今年前三季度"])
def test_relative_times_are_none_without_an_articles_date(text):
    """What cannot be dated is left undated."""
    assert read(text, "") == []


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("11月5日", ("--11-05", "")),
        ("2月29日", ("--02-29", "")),
        ("11月5日至10日", ("--11-05", "--11-10")),
        ("今天(5月3日)", ("--05-03", "")),
    ],
)
def test_a_day_without_a_year_is_a_day_of_any_year(text, time):
    """With no date of the article, month and day are all that is known."""
    assert only(text, "") == time


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023年11月5日至10日", "2023-11-05", "2023-11-10"),
        ("2023年11月5日—10日", "2023-11-05", "2023-11-10"),
        ("2023年11月5日-10日", "2023-11-05", "2023-11-10"),
        ("2023年11月5日~10日", "2023-11-05", "2023-11-10"),
        ("2023年11月5日到10日", "2023-11-05", "2023-11-10"),
        ("5月31日至6月2日", "2024-05-31", "2024-06-02"),
        ("2023年12月30日至2024年1月2日", "2023-12-30", "2024-01-02"),
        ("2021年3月至5月", "2021-03", "2021-05"),
        ("2021年至2023年", "2021", "2023"),
        ("16日至18日", "2024-05-16", "2024-05-18"),
        ("2021至2023年", "2021", "2023"),
        ("2021-2023年", "2021", "2023"),
        ("今年1-5月", "2024-01", "2024-05"),
        ("2023年1至9月", "2023-01", "2023-09"),
        ("2023年12月30日至1月2日", "2023-12-30", "2024-01-02"),
    ],
)
def test_ranges_have_a_first_and_a_last(text, first, last):
    """The last part takes over what it leaves out, and never lies before the first."""
    assert only(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023年第一季度", "2023-01", "2023-03"),
        ("2023年二季度", "2023-04", "2023-06"),
        ("2023年三季度", "2023-07", "2023-09"),
        ("2020年第四季度", "2020-10", "2020-12"),
        ("2020年第3季度", "2020-07", "2020-09"),
        ("今年前三季度", "2024-01", "2024-09"),
        ("去年上半年", "2023-01", "2023-06"),
        ("2023年下半年", "2023-07", "2023-12"),
        ("2023年前9个月", "2023-01", "2023-09"),
        ("2023年前九个月", "2023-01", "2023-09"),
        ("2023年前十个月", "2023-01", "2023-10"),
        ("2023年前十一个月", "2023-01", "2023-11"),
    ],
)
def test_parts_of_a_year_run_from_month_to_month(text, first, last):
    """Quarters, halves and the first months of a year."""
    assert only(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("十四五期间", "2021", "2025"),
        ("“十四五”期间", "2021", "2025"),
        ("「十四五」規劃", "2021", "2025"),
        ("“十三五”时期", "2016", "2020"),
        ("“十一五”期间", "2006", "2010"),
        ("“十五”计划", "2001", "2005"),
        ("“十五五”规划", "2026", "2030"),
    ],
)
def test_a_five_year_plan_is_its_five_years(text, first, last):
    """With quotation marks or without, in both scripts; the article's date does not matter."""
    assert only(text) == only(text, "") == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2月30日",
        "2023年2月29日",
        "13月5日",
        "0月5日",
        "5月0日",
        "人民日报",
        "工作日",
        "生日",
        "3日报",
        "12023年",
        "世纪",
    ],
)
def test_what_is_no_time(text):
    """Days that no calendar has, and words that only look like one."""
    assert read(text) == []


def test_a_decade_is_not_its_first_year():
    """1980年代 is not 1980."""
    assert ("1980", "") not in read("1980年代")


def test_the_same_year_is_the_one_just_named():
    """同年5月 goes by the year before it, not by the article's."""
    assert read("公司2021年成立，同年5月投产") in ([("2021", ""), ("2021-05", "")], [("2021", "")])


def test_a_list_of_days_is_in_the_month_just_named():
    """11月5日、6日 are both in November."""
    assert read("11月5日、6日") == [("2024-11-05", ""), ("2024-11-06", "")]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("展会于2023年11月5日至10日在甲州举行", "2023年11月5日至10日"),
        ("“十四五”期间投产", "“十四五”期间"),
        ("展会今天(5月3日)开幕", "今天(5月3日)"),
        ("定于2023年5月6号开幕", "2023年5月6号"),
    ],
)
def test_a_time_spans_its_words(text, quote):
    """Offsets are those of the whole expression."""
    (time,) = times(text, PUBLISHED)
    assert text[time.start : time.end] == quote


def test_several_times_come_in_the_order_of_the_text():
    """A sentence may name many."""
    assert read("公司2015年成立，去年8月上市，今天亮相。") == [("2015", ""), ("2023-08", ""), ("2024-05-03", "")]


@given(DAYS, st.one_of(st.just(""), DAYS.map(date.isoformat)))
def test_a_full_date_is_read_as_it_is(day: date, published: str):
    """Whatever the article's date."""
    assert read(f"展会于{day.year}年{day.month}月{day.day}日开幕", published) == [(day.isoformat(), "")]


@given(DAYS, st.integers(0, 40))
def test_a_range_of_full_dates_is_read_as_it_is(day: date, length: int):
    """First and last, over the ends of months and years."""
    last = date.fromordinal(day.toordinal() + length)
    text = f"{day.year}年{day.month}月{day.day}日至{last.year}年{last.month}月{last.day}日"
    assert read(text, "") == [(day.isoformat(), last.isoformat())]


PIECES = (
    "2023年",
    "去年",
    "今年",
    "12月",
    "2月",
    "1",
    "30",
    "31",
    "5",
    "日",
    "至",
    "-",
    "、",
    "今天",
    "昨天",
    "(2月30日)",
    "前",
    "个月",
    "季度",
    "底",
)


@given(st.lists(st.sampled_from(PIECES), max_size=10).map("".join), st.sampled_from(("", "2024-06-15", "2023-02-28")))
@example("31日", "2024-06-01")
@example("今天(2月30日)", "2024-02-29")
def test_every_time_is_one_that_the_calendar_has(text: str, published: str):
    """Each value is a valid ISO date of some precision, and spans lie in order inside the text."""
    seen = list(times(text, published))
    assert all(is_valid(value) for t in seen for value in (t.first, *filter(None, [t.last])))
    assert all(0 <= t.start < t.end <= len(text) for t in seen)
    assert all(left.end <= right.start for left, right in itertools.pairwise(seen))


def is_valid(iso: str) -> bool:
    """Whether there is such a day, month or year."""
    if re.fullmatch(r"--\d\d-\d\d", iso):
        iso = f"2000{iso[1:]}"
    try:
        date.fromisoformat(f"{iso}-01-01"[:10] if len(iso) < 10 else iso)
    except ValueError:
        return False
    return len(iso) in (4, 7, 10)


@pytest.mark.parametrize(
    ("iso", "datatype"),
    [("2023", "gYear"), ("2023-09", "gYearMonth"), ("2023-09-01", "date"), ("--09-01", "gMonthDay")],
)
def test_a_literal_has_the_type_of_its_precision(iso, datatype):
    """The XSD types of the contract."""
    assert literal(iso) == Literal(iso, datatype)
    assert Time(0, 1, iso).literal() == Literal(iso, datatype)


def test_a_time_is_a_period():
    """A figure carries first and last."""
    assert Time(0, 1, "2021", "2025").period() == Period("2021", "2025")
    assert Time(0, 1, "2021").period() == Period("2021")


def test_the_first_months_of_a_year():
    """前两个月, 前11个月 are spans; a year has no 112 months."""
    assert only("2023年前11个月") == ("2023-01", "2023-11")
    assert only("2024年前两个月") == ("2024-01", "2024-02")
    assert only("2023年前112月") == ("2023", "")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("前天", "2024-05-01", ""),
        ("大后天", "2024-05-06", ""),
        ("昨晚", "2024-05-02", ""),
        ("今晨", "2024-05-03", ""),
        ("周三", "2024-05-01", ""),
        ("将于周六", "2024-05-04", ""),
        ("上周五", "2024-04-26", ""),
        ("下周一", "2024-05-06", ""),
        ("本周", "2024-04-29", "2024-05-05"),
        ("上个周末", "2024-04-27", "2024-04-28"),
        ("本月", "2024-05", ""),
        ("上月底", "2024-04", ""),
        ("下个月5日", "2024-06-05", ""),
        ("本月初", "2024-05", ""),
        ("上年", "2023", ""),
        ("后年", "2026", ""),
        ("29日", "2024-04-29", ""),
        ("截至年底", "2024-12", ""),
        ("在近三年", "2021", "2024"),
        ("过去6个月", "2023-11", "2024-05"),
        ("未来10天", "2024-05-04", "2024-05-13"),
        ("首季度", "2024-01", "2024-03"),
        ("截至三季度末", "2024-09", ""),
        ("头两个月", "2024-01", "2024-02"),
        ("1-4月", "2024-01", "2024-04"),
    ],
)
def test_more_that_counts_from_the_articles_date(text, first, last):
    """Friday 3 May 2024: days, weeks, months and stretches told from it; a weekday is the last one unless 将 looks ahead."""
    assert only(text) == (first, last)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2023-11-05", "2023-11-05", ""),
        ("2023.11.5", "2023-11-05", ""),
        ("2023/1/10-2023/7/10", "2023-01-10", "2023-07-10"),
        ("二〇二三年十一月五日", "2023-11-05", ""),
        ("二〇二三年十一月五日至十日", "2023-11-05", "2023-11-10"),
        ("18年10月1日", "2018-10-01", ""),
        ("08年", "2008", ""),
        ("1911年", "1911", ""),
        ("1644年4月", "1644-04", ""),
        ("民国二十六年", "1937", ""),
        ("康熙三年五月", "1664", ""),
        ("光绪元年", "1875", ""),
        ("1980年代", "1980", "1989"),
        ("上世纪九十年代", "1990", "1999"),
        ("19世纪70年代", "1870", "1879"),
        ("90年代", "1990", "1999"),
        ("2021年与2023年之间", "2021", "2023"),
        ("2023年11月5日(星期日)", "2023-11-05", ""),
    ],
)
def test_dates_in_other_notations(text, first, last):
    """ISO, number words, two digits, reigns, decades; the day of the week repeats what the date says."""
    assert only(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "每周三",
        "周一至周五",
        "最后一个周三",
        "农历八月十五",
        "五月初五",
        "3个月",
        "2万年前",
        "十月革命",
        "三年前年产",
        "深耕近二十年",
    ],
)
def test_what_is_no_date_of_a_fact(text):
    """Recurring days, days of the moon, lengths of time."""
    assert read(text) == []


def test_at_the_turn_of_the_year_a_month_is_past():
    """In January 12月 was last month, unless the text looks ahead."""
    assert only("12月当月", "2026-01-27") == ("2025-12", "")
    assert only("将于12月", "2026-01-27") == ("2026-12", "")


def test_since_reaches_to_the_articles_date():
    """The period of a figure is open to that day; the year itself stays what it is."""
    (time,) = times("2015年以来", PUBLISHED)
    assert (time.first, time.last, time.period()) == ("2015", "", Period("2015", PUBLISHED))
