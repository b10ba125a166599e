"""What a quantity measures, in the text's words."""

from __future__ import annotations

import pytest

from .conftest import figures


def measure(said) -> list[str]:
    return [found.measure for found in figures(said)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("青禾集团营业收入达到22亿元。", "营业收入"),
        ("青禾集团的海外营业收入已经达到22亿元。", "海外营业收入"),
        ("青禾集团员工总数为两千五百人。", "员工总数"),
        ("青禾集团年产值逾10亿元。", "产值"),
        ("青禾集团拥有30家门店。", "门店"),
        ("青禾集團擁有1200項專利。", "專利"),
        ("青禾集团产品出口到30多个国家和地区。", "国家和地区"),
        ("第三届东湖国际茶叶博览会为期5天。", "会期"),
        ("第三届东湖国际茶叶博览会意向成交额突破30亿元。", "意向成交额"),
        ("青禾集团研发人员占比超过30%。", "研发人员占比"),
        ("青禾集团出口额占全省的三分之一。", "出口额占全省比重"),
        ("青禾集团产量比上年增长8%。", "产量增长"),
        ("第三届东湖国际茶叶博览会有三分之二的展商来自海外。", "展商占比"),
        ("青云产业园总投资20亿元。", "总投资"),
    ],
)
def test_a_measure(extracted, sentence, expected):
    """The noun before the number or behind its classifier, without verbs of reaching and without the bearer's name."""
    assert measure(extracted(sentence)) == [expected]


def test_a_number_without_a_noun_measures_nothing(extracted):
    """A sum beside nothing that it could measure is no figure."""
    assert measure(extracted("青禾集团达到22亿元。")) == []


@pytest.mark.xfail(strict=True, reason="a count without a noun takes none from the sentence before")
def test_a_count_of_what_was_counted_before(extracted):
    """其中，66家… counts some of the exhibitors just counted."""
    found = figures(extracted("第三届东湖国际茶叶博览会共有800家企业参展。其中，66家首次参展。"))
    assert [f.value for f in found] == ["800", "66"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("第三届东湖国际茶叶博览会参展企业比上届增加20%。", "参展企业增加"),
        ("我国茶园面积达到100万亩。", "茶园面积"),
        ("青禾集團營業收入達到22億元，同比增長15%。", "營業收入增長"),
    ],
)
def test_the_whole_measure(extracted, sentence, expected):
    """A measure is neither cut short nor put into another script than the text's."""
    assert measure(extracted(sentence))[-1] == expected


def test_a_share_with_a_particle(extracted):
    """占…的比重为 is a share of it, not its level."""
    expected = "研发投入占营业收入比重"
    assert measure(extracted("白鹭集团研发投入占营业收入的比重为12%。")) == [expected]


def test_from_one_level_to_another(extracted):
    """由200项增加到1200项 is a level of patents."""
    assert set(measure(extracted("2019年至2023年，青禾集团专利由200项增加到1200项。"))) == {"专利"}


def test_a_capacity(extracted):
    """年产能1万台以上 is a level of capacity; 年 before the measure is left out, as in 年产值."""
    assert measure(extracted("青禾集团年产能1万台以上。")) == ["产能"]


def test_lighter_than(extracted):
    """比同类产品轻 compares; it is no measure of the others."""
    assert "同类产品轻" not in measure(extracted("青禾集团的采茶机器人重量比同类产品轻20%。"))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("白鹭集团研发经费投入3亿元。", ["研发经费投入"]),
        ("宁波市茶叶出口3亿元，同比增长8%。", ["茶叶出口", "茶叶出口增长"]),
        ("白鹭集团与青禾集团签署了3亿元采购合同。", ["采购合同"]),
        ("白鹭集团去年收购了300多吨新茶。", ["新茶"]),
        ("白鹭集团建成60个与茶叶相关的实验室。", ["实验室"]),
        ("白鹭集团利润同比增长8%，占行业利润的比重达到了12%。", ["利润增长", "利润占行业利润比重"]),
        ("白鹭集团营业收入增长9%，其中，12月增长7%。", ["营业收入增长", "营业收入增长"]),
        ("白鹭集团产值翻了一番。", ["产值翻"]),
    ],
)
def test_what_is_measured(extracted, sentence, expected):
    """Trade and expense end a measure, mass and money count what stands behind them, a growth goes on with its base."""
    assert measure(extracted(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("白鹭集团利润连续3个月增长。", []),
        ("白鹭集团茶机以8%的增速领先。", ["增速"]),
        ("白鹭集团产值占行业比重提高至12%。", ["产值占行业比重"]),
        ("白鹭集团海外营业收入占比首次超过1/3。", ["海外营业收入占比"]),
        ("白鹭集团门店增多，占全省的七成。", []),
        ("白鹭集团每5个家庭就有茶机10台。", ["茶机"]),
    ],
)
def test_lengths_rates_and_shares(extracted, sentence, expected):
    """How long something goes on measures nothing, a rate behind its number is itself, a share must say what has it."""
    assert measure(extracted(sentence)) == expected


def test_both_ends_of_a_change(extracted):
    """由3万亩增加到5万亩 tells two values of what stands before 由."""
    said = extracted("青禾集团茶园面积由3万亩增加到5万亩。")
    assert [(f.measure, f.value) for f in figures(said)] == [("茶园面积", "30000"), ("茶园面积", "50000")]


@pytest.mark.parametrize(
    ("sentence", "measures"),
    [
        ("青禾集团利润由上月下降转为增长9%。", ["利润增长"]),
        ("青禾集团产量增速高于全行业2个百分点。", ["产量增速高于"]),
        ("青禾集团产量增速比上年全年加快6个百分点。", ["产量增速加快"]),
        ("青禾集团吸引了3万人次参观。", ["参观人次"]),
        ("青禾集团30座茶园中,有机茶园12座。", ["茶园", "有机茶园"]),
        ("青禾集团有50%的几率获胜。", []),
        ("青禾集团享受税费减免3亿元。", ["税费减免"]),
    ],
)
def test_turns_rates_and_visits(extracted, sentence, measures):
    """A turn to growth, rates above others or faster, who comes how often; a chance measures nothing."""
    assert [found.measure for found in figures(extracted(sentence))] == measures
