"""Quantities: every notation that news uses, with its exact value; and the numbers that are none."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from recognise.conftest import shipped

from graph.clean import normal_form
from graph.relate.quantities import quantities

SCALES = {
    "": 1,
    "百": 10**2,
    "千": 10**3,
    "万": 10**4,
    "十万": 10**5,
    "百万": 10**6,
    "千万": 10**7,
    "亿": 10**8,
    "万亿": 10**12,
}
COMPARATORS = {"exactly", "approximately", "moreThan", "atLeast", "lessThan", "atMost"}


def found(text):
    return list(quantities(normal_form(text)))


def only(text):
    """The one quantity of a text: value, unit and comparator."""
    (quantity,) = found(text)
    return quantity.value, quantity.unit, quantity.comparator


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("成交额22億元", "2200000000", "元"),
        ("成交额4。5万亿元", "4500000000000", "元"),
        ("成交额1.5万亿元", "1500000000000", "元"),
        ("投资2.9萬美元", "29000", "美元"),
        ("售出3,200万颗芯片", "32000000", "颗"),
        ("共1,234,567元", "1234567", "元"),
        ("共12,345.67元", "12345.67", "元"),
        ("共３２０家企业", "320", "家"),
        ("签约35546台(套)", "35546", "台(套)"),
        ("簽約35546臺(套)", "35546", "台(套)"),
        ("线宽0.9纳米", "0.9", "纳米"),
        ("面积6平方公里", "6", "平方公里"),
        ("接待2万人次", "20000", "人次"),
        ("20个国家", "20", "个"),
        ("24小时", "24", "小时"),
        ("发电22亿千瓦时", "2200000000", "千瓦时"),
        ("装机5万千瓦", "50000", "千瓦"),
        ("签约100家", "100", "家"),
        ("共200亿", "20000000000", ""),
        ("0元入场", "0", "元"),
        ("1.0亿元", "100000000", "元"),
    ],
)
def test_digits_with_scale_and_unit(text, value, unit):
    """Scale words multiply and are no part of the unit; separators, bad points and widths make no difference."""
    assert only(text) == (Decimal(value), unit, "exactly")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("为期十五天", "15", "天"),
        ("十家企业", "10", "家"),
        ("一百二十名专家", "120", "名"),
        ("一百零五家", "105", "家"),
        ("一千零五人", "1005", "人"),
        ("三千零五十家", "3050", "家"),
        ("四六四五〇人", "46450", "人"),
        ("四六四五○人", "46450", "人"),
        ("二十一点五亿元", "2150000000", "元"),
        ("二十一點九五億元", "2195000000", "元"),
        ("三千亿元", "300000000000", "元"),
        ("十万人", "100000", "人"),
        ("一百万人", "1000000", "人"),
        ("增长一倍", "1", "倍"),
        ("历时三年", "3", "年"),
        ("三点五亿元", "350000000", "元"),
        ("两亿元", "200000000", "元"),
        ("两万亿元", "2000000000000", "元"),
        ("三万人", "30000", "人"),
        ("一点五米", "1.5", "米"),
    ],
)
def test_number_words_with_scale_and_unit(text, value, unit):
    """Words are read by place or digit by digit, in both scripts."""
    assert only(text) == (Decimal(value), unit, "exactly")


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("一万二千家", "12000", "家"),
        ("三万五千人", "35000", "人"),
        ("1万5千家", "15000", "家"),
        ("12万3千人", "123000", "人"),
        ("1亿2000万元", "120000000", "元"),
        ("一千二百三十四万五千六百七十八元", "12345678", "元"),
    ],
)
def test_scales_in_a_row_are_one_number(text, value, unit):
    """12 thousand is not ten thousand and two thousand."""
    assert only(text) == (Decimal(value), unit, "exactly")


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator"),
    [
        ("近300家", "300", "家", "approximately"),
        ("约6平方公里", "6", "平方公里", "approximately"),
        ("100家左右", "100", "家", "approximately"),
        ("100家上下", "100", "家", "approximately"),
        ("14000余项", "14000", "项", "moreThan"),
        ("2000多项", "2000", "项", "moreThan"),
        ("两千多项", "2000", "项", "moreThan"),
        ("1.2万多家", "12000", "家", "moreThan"),
        ("1300多万人", "13000000", "人", "moreThan"),
        ("百余家", "100", "家", "moreThan"),
        ("十几家", "10", "家", "moreThan"),
        ("上千名观众", "1000", "名", "moreThan"),
        ("上百家企业", "100", "家", "moreThan"),
        ("逾2万人次", "20000", "人次", "moreThan"),
        ("超过22亿元", "2200000000", "元", "moreThan"),
        ("突破100亿美元", "10000000000", "美元", "moreThan"),
        ("100家之多", "100", "家", "moreThan"),
        ("100万以上", "1000000", "", "atLeast"),
        ("50人以上", "50", "人", "atLeast"),
        ("至少30家", "30", "家", "atLeast"),
        ("不少于30家", "30", "家", "atLeast"),
        ("不足40人", "40", "人", "lessThan"),
        ("不到5分钟", "5", "分钟", "lessThan"),
        ("低于3毫秒", "3", "毫秒", "lessThan"),
        ("10天以内", "10", "天", "atMost"),
        ("不超过50元", "50", "元", "atMost"),
        ("至多50人", "50", "人", "atMost"),
        ("上万人", "10000", "人", "moreThan"),
        ("万余人", "10000", "人", "moreThan"),
        ("近万人", "10000", "人", "approximately"),
        ("超百家企业", "100", "家", "moreThan"),
        ("两万余人", "20000", "人", "moreThan"),
    ],
)
def test_comparators(text, value, unit, comparator):
    """Words before, inside and after a number say how far it holds."""
    assert only(text) == (Decimal(value), unit, comparator)


@pytest.mark.parametrize(
    ("text", "value", "comparator"),
    [
        ("12.5%", "12.5", "exactly"),
        ("３．５％", "3.5", "exactly"),
        ("12.50%", "12.5", "exactly"),
        ("100%", "100", "exactly"),
        ("超过12.5%", "12.5", "moreThan"),
        ("12.5%以上", "12.5", "atLeast"),
        ("百分之二十", "20", "exactly"),
        ("百分之三点五", "3.5", "exactly"),
        ("百分之百", "100", "exactly"),
        ("百分之一百二十", "120", "exactly"),
        ("百分之八十以上", "80", "atLeast"),
        ("近百分之三十", "30", "approximately"),
        ("八成以上", "80", "atLeast"),
        ("近九成的观众", "90", "approximately"),
        ("八成半", "85", "exactly"),
        ("占比七成。", "70", "exactly"),
        ("近六成企业", "60", "approximately"),
    ],
)
def test_percentages_keep_their_number(text, value, comparator):
    """%, 百分之 and tenths (成) all have the unit %."""
    assert only(text) == (Decimal(value), "%", comparator)


def test_percentage_points_are_no_percentage():
    """增长3.5个百分点 has a unit of its own."""
    assert only("提高3.5个百分点") == (Decimal("3.5"), "个百分点", "exactly")


@pytest.mark.parametrize(
    ("text", "value", "notation", "comparator"),
    [
        ("占三分之一。", "0.333333", "1/3", "exactly"),
        ("占1/3。", "0.333333", "1/3", "exactly"),
        ("超过三分之二", "0.666667", "2/3", "moreThan"),
        ("近三分之一", "0.333333", "1/3", "approximately"),
        ("五分之二的展商", "0.4", "2/5", "exactly"),
        ("二分之一", "0.5", "1/2", "exactly"),
        ("十分之一", "0.1", "1/10", "exactly"),
    ],
)
def test_fractions_are_decimals_to_six_places(text, value, notation, comparator):
    """The unit of a fraction is 1; how it was written is kept."""
    (quantity,) = found(text)
    assert (quantity.value, quantity.unit, quantity.notation) == (Decimal(value), "1", notation)
    assert quantity.comparator == comparator


@pytest.mark.parametrize(
    "text",
    [
        "第八届展会",
        "十二届全国人大",
        "第3个",
        "第三名",
        "第104期",
        "2023年",
        "二〇二三年",
        "11月10日",
        "2025年11月5日至10日",
        "1-9月",
        "2023/11/05",
        "14:30分",
        "14时30分",
        "8点30分",
        "5G基站",
        "3D打印",
        "8K屏",
        "4.0时代",
        "A380客机",
        "G20峰会",
        "N95口罩",
        "MU5735航班",
        "104国道",
        "312省道",
        "一家企业",
        "一个平台",
        "一批项目",
        "一系列",
        "“十四五”规划",
        "十四五期间",
        "二十一世纪",
        "80年代",
        "3号馆",
        "一号馆",
        "95后",
        "数百家",
        "数十家",
        "几十家",
        "北纬31度",
        "展览面积3.",
        "参加3次",
        "今年50岁",
        "1:5",
        "",
    ],
)
def test_numbers_that_count_nothing(text):
    """Ordinals, dates, models, roads, plans, indefinite numbers and 一 are no quantities."""
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "right"), [("签约100家", "exactly"), ("合约3亿元", "exactly"), ("预约200人", "exactly")]
)
def test_a_verb_that_ends_in_a_comparator_compares_nothing(text, right):
    """约 in 签约 and 预约 is not 'about'."""
    assert only(text)[2] == right


def test_several_quantities_come_in_the_order_of_the_text():
    """Each has its own span."""
    text = "近300家企业带来1.2万件展品,占三分之一"
    spans = [(text[q.start : q.end], text[q.number : q.end]) for q in found(text)]
    assert spans == [("近300家", "300家"), ("1.2万件", "1.2万件"), ("三分之一", "三分之一")]


def test_only_the_stretch_asked_for_is_read():
    """Offsets count in the whole text; what lies outside is not seen."""
    text = "300家企业,400人,500台"
    assert [(q.start, q.end) for q in quantities(text, 6, 11)] == [(7, 11)]


@given(st.integers(2, 10**9), st.sampled_from(sorted(SCALES)), st.sampled_from(("元", "家", "项", "人次", "台(套)")))
def test_a_whole_number_is_exact(number: int, scale: str, unit: str):
    """Whatever the number, its scale is multiplied out without rounding."""
    assert only(f"共{number}{scale}{unit}。") == (Decimal(number) * SCALES[scale], unit, "exactly")


@given(st.decimals("0.01", "99999.99", places=2), st.sampled_from(("", "万", "亿", "万亿")))
def test_a_decimal_number_is_exact(number: Decimal, scale: str):
    """No binary fraction creeps in."""
    assert only(f"共{number}{scale}元。")[0] == number * SCALES[scale]


@given(st.integers(1000, 10**12))
def test_separators_make_no_difference(number: int):
    """1,234 is 1234."""
    assert only(f"共{number:,}元") == only(f"共{number}元") == (Decimal(number), "元", "exactly")


@given(st.integers(10, 9999))
def test_number_words_are_read_by_place(number: int):
    """Every number that words of thousand, hundred and ten can write."""
    assert only(f"共有{in_words(number)}家")[0] == number


@given(st.integers(1, 99), st.integers(2, 99))
def test_a_fraction_is_its_quotient_to_six_places(above: int, below: int):
    """Rounded, not cut."""
    if above < below:
        (quantity,) = found(f"占{above}/{below}。")
        assert abs(quantity.value - Decimal(above) / below) <= Decimal("0.0000005")
        assert quantity.notation == f"{above}/{below}"


@given(st.text("0123456789.,。%/一二十百千万亿分之成余多近超家元年月日第(:", max_size=24))
def test_whatever_stands_there_is_read_without_failing(text: str):
    """Spans lie inside the text, in order, and begin with a comparator or the number; values are decimals."""
    seen = found(text)
    assert all(0 <= q.start <= q.number < q.end <= len(text) for q in seen)
    assert all(left.end <= right.start for left, right in itertools.pairwise(seen))
    assert all(q.value.is_finite() and q.value >= 0 for q in seen)
    assert {q.comparator for q in seen} <= COMPARATORS


@pytest.mark.parametrize("length", [29, 300, 5000])
@pytest.mark.parametrize("digit", ["1", "一"])
def test_a_row_of_digits_of_any_length_does_no_harm(digit, length):
    """An article with a barcode in it is read like any other: exactly, or not at all."""
    assert [q.value for q in found(f"共{digit * length}家")] in ([], [Decimal("1" * length)])


def test_a_division_by_nothing_is_no_share():
    """A score or a misprint has no quotient."""
    assert found("比分5/0。") == []


def in_words(number: int) -> str:
    """A number from 10 to 9999 as it is written in words, with 零 where a place is empty."""
    words, gap = "", False
    for place, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // place % 10
        if digit:
            words += ("零" if gap else "") + "零一二三四五六七八九"[digit] + name
            gap = False
        elif words:
            gap = True
    return words.removeprefix("一") if number < 20 else words


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("占3%至5%", [("3", "%", "atLeast"), ("5", "%", "atMost")]),
        ("招聘100至200人", [("100", "人", "atLeast"), ("200", "人", "atMost")]),
        ("产量20~30万吨", [("200000", "吨", "atLeast"), ("300000", "吨", "atMost")]),
        ("产量20万-30万吨", [("200000", "吨", "atLeast"), ("300000", "吨", "atMost")]),
        ("增长-3.2%", [("-3.2", "%", "exactly")]),
        ("由3%升至5%", [("3", "%", "exactly"), ("5", "%", "exactly")]),
        ("从3家到5家", [("3", "家", "exactly"), ("5", "家", "exactly")]),
        ("从3%至5%", [("3", "%", "exactly"), ("5", "%", "exactly")]),
    ],
)
def test_the_bounds_of_a_range(text, bounds):
    """A range is two bounds; a change from one to the other is none."""
    assert [(str(q.value), q.unit, q.comparator) for q in found(text)] == bounds


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("售价$20", "20", "美元"),
        ("售价US$20", "20", "美元"),
        ("售价€15.5", "15.5", "欧元"),
        ("罚款¥300", "300", "元"),
        ("注资RMB300万", "3000000", "元"),
        ("人民币8千元", "8000", "元"),
        ("8亿元人民币", "800000000", "元人民币"),
        ("五美元", "5", "美元"),
        ("3万瑞士法郎", "30000", "瑞士法郎"),
        ("两万亿", "2000000000000", ""),
    ],
)
def test_money(text, value, unit):
    """Signs, words before and behind the number, small sums in words."""
    assert only(text)[:2] == (Decimal(value), unit)


def test_every_currency_of_a_sign_is_in_the_ontology():
    """So that it gets its ISO 4217 code."""
    units = shipped().units
    assert {text: units[only(text)[1]].currency for text in ("$5", "€5", "£5", "¥5", "HK$5", "人民币5", "5新元", "5泰铢")} == {
        "$5": "USD", "€5": "EUR", "£5": "GBP", "¥5": "CNY", "HK$5": "HKD", "人民币5": "CNY", "5新元": "SGD", "5泰铢": "THB",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator"),
    [
        ("千分之五", "0.5", "%", "exactly"),
        ("万分之三", "0.03", "%", "exactly"),
        ("三成半", "35", "%", "exactly"),
        ("七成六", "76", "%", "exactly"),
        ("比重过半", "0.5", "1", "moreThan"),
        ("近半数", "0.5", "1", "approximately"),
        ("占一半以上", "0.5", "1", "atLeast"),
        ("3分之1", "0.333333", "1", "exactly"),
        ("翻两番", "2", "番", "exactly"),
        ("三四十家", "30", "家", "approximately"),
        ("至少有10家", "10", "家", "atLeast"),
        ("不大于5毫秒", "5", "毫秒", "atMost"),
        ("≥20吨", "20", "吨", "atLeast"),
        ("小于3毫米", "3", "毫米", "lessThan"),
        ("一万五千亿元", "1500000000000", "元", "exactly"),
    ],
)
def test_shares_and_bounds_in_words(text, value, unit, comparator):
    """Parts of a thousand, tenths, halves, doublings, signs of comparison."""
    assert only(text) == (Decimal(value), unit, comparator)


@pytest.mark.parametrize("text", ["数十家", "四五家", "另一半", "一大半", "番茄", "第3至5名", "前3至5家"])
def test_what_is_no_quantity_for_sure(text):
    """Words that give no number, ranks."""
    assert [q for q in found(text) if q.comparator in ("exactly", "atMost", "atLeast") and q.unit != "个"] == []


@pytest.mark.parametrize(("text", "unit"), [("新臺幣48萬元", "新台币"), ("港幣3萬元", "港币"), ("人民幣3萬元", "元")])
def test_the_currency_before_a_sum(text, unit):
    """新台币…元 is no yuan."""
    assert only(text)[1] == unit


def test_points_share_their_unit():
    """2个和3个百分点 are both points."""
    assert [q.unit for q in quantities("分别提高2个和3个百分点")] == ["个百分点", "个百分点"]
