"""What the page of a thing draws: its figures over time, and places on a map."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from small import FIRM, KNOWLEDGE, evidence

from graph.model import Figure, Period, Status

from ..served import write

SAID = evidence("d1", "成交額近22億元", "figure")


def figure(id: str, measure: str, value: str, unit: str, *period: str, comparator="exactly", status=Status.ASSERTED):
    """A figure of the firm."""
    return Figure(id, FIRM.id, measure, Decimal(value), unit, comparator, status, 0.9, (SAID,), time=Period(*period))


FIGURES = (
    figure("a1", "收入", "120000000", "元", "2019"),
    figure("a2", "收入", "150000000", "元", "2020", comparator="moreThan"),
    figure("a3", "收入", "180000000", "元", "2021", comparator="approximately"),
    figure("a4", "收入", "300000000", "元", "2024", status=Status.PLANNED),
    figure("b1", "员工", "320", "人", "2020-03-01"),
    figure("b2", "员工", "510", "人", "2021-06", comparator="lessThan"),
    figure("b3", "员工", "900", "人", "2022-01", "2022-06"),
)


@pytest.fixture(scope="session")
def charted(server, tmp_path_factory) -> str:
    """The address of the page of a firm with figures of many years."""
    folder = write(tmp_path_factory.mktemp("charted"), replace(KNOWLEDGE, figures=FIGURES))
    return f"{server(folder)}/entity/{FIRM.id}"


@pytest.fixture
def chart(open_page, charted):
    """Opens the page and gives its chart."""

    def open_(**how):
        found = open_page(charted, **how).locator("#chart")
        found.locator("svg").wait_for()
        return found

    return open_


def test_every_measure_has_a_chart_of_its_own(chart):
    """With its unit, over one axis of years; numbers are short."""
    drawn = chart()
    assert drawn.locator(".chart-head").all_text_contents() == ["收入 · 元", "员工 · 人"]
    assert drawn.locator(".chart-value").all_text_contents() == ["120M", "150M", "180M", "300M", "320", "510", "900"]
    assert "2020" in drawn.locator(".chart-tick").all_text_contents()


def test_a_mark_says_what_it_is(chart):
    """How it compares, the number with its unit, when, and whether it is only planned."""
    marks = chart().get_by_role("link")
    said = marks.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert said == [
        "收入: 120M 元, 2019",
        "收入: more than 150M 元, 2020",
        "收入: about 180M 元, 2021",
        "收入: 300M 元, 2024, planned",
        "员工: 320 人, 2020-03-01",
        "员工: less than 510 人, 2021-06",
        "员工: 900 人, between 2022-01 and 2022-06",
    ]


def test_chinese_counts_in_ten_thousands(chart):
    """And writes no blank before the unit."""
    drawn = chart(locale="zh-CN")
    assert drawn.locator(".chart-value").first.text_content() == "1.2亿"
    assert drawn.get_by_role("link").nth(1).get_attribute("aria-label") == "收入: 超过 1.5亿元, 2020"


def test_what_is_not_exact_looks_so(chart):
    """What is about or planned is hollow, more points up, less points down; a year is a span, a day is not."""
    drawn = chart()
    assert drawn.locator(".chart-point.about").count() == 1
    assert drawn.locator(".chart-point.planned").count() == 1
    turned = [one.get_attribute("transform").endswith("rotate(180)") for one in drawn.locator(".chart-point").all()]
    assert turned == [False] * 5 + [True, False]
    widths = [
        float(one.get_attribute("x2")) - float(one.get_attribute("x1")) for one in drawn.locator(".chart-span").all()
    ]
    year, day, month = widths[0], widths[4], widths[5]
    assert year > 5 * month > 20 * day


def test_the_line_joins_what_is_asserted_and_no_bound(chart):
    """Of the revenues the first and the third; of the staff the first and the last."""
    lines = [one.get_attribute("d") for one in chart().locator(".chart-line").all()]
    assert [line.count("L") for line in lines] == [1, 1]


def test_a_mark_leads_to_its_row(chart):
    """By key as by mouse: the arrow keys go to the next, Enter opens."""
    drawn = chart()
    first = drawn.get_by_role("link").first
    first.focus()
    drawn.page.keyboard.press("ArrowRight")
    drawn.page.keyboard.press("Enter")
    assert drawn.page.locator(":target").text_content().startswith("收入")
    assert "more than" in drawn.page.locator(":target").text_content()


def test_charts_fit_a_telephone(chart):
    """Nothing is wider than the screen."""
    drawn = chart(width=390, height=844)
    assert drawn.page.evaluate("document.documentElement.scrollWidth") == 390
    right = [one["x"] + one["width"] for one in (each.bounding_box() for each in drawn.locator("text").all())]
    assert max(right) <= 390


def test_places_stand_on_the_map_by_name(open_page, server, built):
    """A province and its cities: each a link, the names apart from each other, the outlines of the provinces around."""
    page = open_page(f"{server(built)}/entity/place/浙江省", locale="zh-CN")
    places = page.locator("#map")
    places.locator(".map-dot").first.wait_for()
    assert places.locator(".map-area").count() == 34
    hangzhou = places.get_by_role("link", name="杭州市").first
    assert hangzhou.is_visible()
    assert {"杭州市", "宁波市"} <= set(places.locator(".map-names text").all_text_contents())
    hangzhou.click()
    page.wait_for_url("**/entity/place/**")
