"""Whose figure it is."""

from __future__ import annotations

import pytest

from graph.clean import clean
from graph.model import Document
from graph.ontology import load_ontology
from graph.recognise import recognise
from graph.relate import relate

from .conftest import figures

EDITION = "第三届东湖国际茶叶博览会"


def bearers(said) -> list[tuple[str, str]]:
    """Bearer and value of every figure."""
    return [(found.about, found.value) for found in figures(said)]


def test_each_clause_its_own(extracted):
    """The firm of the clause bears its figure."""
    said = extracted("白鹭集团产量增长8%，青禾集团产量下降3%。")
    assert bearers(said) == [("白鹭集团", "8"), ("青禾集团", "3")]


def test_two_levels_of_two_firms(extracted):
    """Two firms with the same measure keep their own values."""
    said = extracted("青禾集团出口额10亿元，白鹭集团出口额8亿元。")
    assert bearers(said) == [("青禾集团", "1000000000"), ("白鹭集团", "800000000")]


def test_carried_over_a_comma(extracted):
    """A clause without a bearer has that of the clause before."""
    said = extracted("青禾集团位于杭州市，拥有员工3000人。")
    assert bearers(said) == [("青禾集团", "3000")]


def test_carried_over_a_sentence(extracted):
    """公司 and a sentence without a bearer mean the firm before."""
    said = extracted("青禾集团很有名。公司拥有员工3000人，去年营业收入20亿元。", published="2024-05-01")
    assert bearers(said) == [("青禾集团", "3000"), ("青禾集团", "2000000000")]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("本届博览会共有800家企业参展。", "800"),
        ("展会吸引了5万名观众。", "50000"),
        ("共有来自海外的200家展商。", "200"),
        ("意向成交额突破30亿元。", "3000000000"),
    ],
)
def test_the_edition_bears_what_only_fairs_have(extracted, sentence, value):
    """Exhibitors, visitors and deals are the edition's that the article is about."""
    assert bearers(extracted(f"{EDITION}昨天开幕。{sentence}")) == [(EDITION, value)]


def test_the_series_means_its_edition(extracted):
    """A figure said of the series is of the edition that the article is about."""
    said = extracted(f"{EDITION}昨天开幕。东湖国际茶叶博览会展览面积达到5万平方米。")
    assert bearers(said) == [(EDITION, "50000")]


def test_who_publishes_does_not_bear(extracted):
    """An office that gives the numbers does not bear them."""
    said = extracted("海川市统计局数据显示，杭州市茶叶出口额达到6亿元。")
    assert bearers(said) == [("杭州市", "600000000")]


def test_the_nation(extracted):
    """全国 bears its figure, though a city was spoken of before."""
    said = extracted("杭州市的茶很香，全国茶叶产量达到300万吨。")
    assert bearers(said) == [("全国", "3000000")]


def test_the_site_bears_its_investment(extracted):
    """甲建设的乙总投资…: the figure is 乙's."""
    said = extracted("青禾集团投资建设的青云产业园总投资20亿元，占地500亩。")
    assert bearers(said) == [("青云产业园", "2000000000"), ("青云产业园", "500")]


def test_whoever_invests_bears_the_sum(extracted):
    """甲在乙省投资…: the sum is 甲's, not the place's."""
    assert bearers(extracted("青禾集团计划在越南投资5亿美元建设工厂。")) == [("青禾集团", "500000000")]


def test_nobody(extracted):
    """A figure in a text that names nobody has no bearer, and is none."""
    assert bearers(extracted("这家企业很小，员工只有30人。")) == []


def test_who_publishes_a_number_does_not_bear_it(extracted):
    """国家统计局数据显示: the number is not about the statistics office, whatever it is about."""
    assert bearers(extracted("国家统计局数据显示，营业收入9.5万亿元。")) == []


def test_somebody_without_a_name_bears_it(extracted):
    """他们获得了…: neither the place that the article is about nor anybody else whom it names."""
    reading = extracted("杭州市支持茶企。\n\n杭州市的茶山很多。\n\n按照政策，他们获得了168万元的资金。")
    assert bearers(reading) == []


def test_examples_do_not_bear_the_number(extracted):
    """德国、法国等15个国家: the countries are examples of what is counted."""
    assert bearers(extracted("展商来自德国、法国等15个国家。")) == []


def test_one_measure_dealt_out_to_two(extracted):
    """甲、乙分别为…和…: each has one of the numbers, of the same measure."""
    said = extracted("江苏、浙江两省的茶叶产量分别为5万吨和4万吨。")
    assert bearers(said) == [("江苏", "50000"), ("浙江", "40000")]
    assert {measure.measure for measure in said.measures} == {"茶叶产量"}


def test_a_person_bears_figures_where_the_ontology_says_so(extracted, tmp_path):
    """zm:bearsFigures lets numbers speak of people, which they do not by themselves."""
    path = tmp_path / "my.ttl"
    path.write_text(
        "@prefix zm: <https://w3id.org/zhimai/ontology#> . zm:Person zm:bearsFigures true .", encoding="utf-8"
    )
    sentence = "记者沈知远报道。沈知远借款达到30万元。"
    ontology = load_ontology(extra=[path])
    (reading,) = recognise([clean(Document("a", "a.txt", sentence))], ontology)
    assert bearers(relate(reading, ontology)) == [("沈知远", "300000")]
    assert bearers(extracted(sentence)) == []


def test_the_capital_of_a_firm_just_founded(extracted):
    """甲、乙设立丙，注册资本…: the capital is 丙's; where the new firm has no name yet, nobody's."""
    said = extracted("青禾集团与白鹭集团共同出资设立海川云桥科技有限公司，注册资本5000万元。")
    assert bearers(said) == [("海川云桥科技有限公司", "50000000")]
    assert bearers(extracted("青禾集团与白鹭集团将成立新公司，注册资本20亿元。")) == []
    assert bearers(extracted("青禾集团成立于2011年，注册资本5000万元。")) == [("青禾集团", "50000000")]


@pytest.mark.parametrize(
    "sentence",
    [
        "中国食品、服装、造纸行业销售收入增长11.6%、9.2%和8.9%。",
    ],
)
def test_numbers_dealt_out_to_what_is_no_name(extracted, sentence):
    """Which trade has which number is not known, so none has the first."""
    assert bearers(extracted(sentence)) == []


def test_the_nation_goes_on(extracted):
    """A statistic that nobody bears goes on with those of 全国."""
    said = extracted("去年，全国茶叶产量增长3%。\n乡村茶馆零售额同比增长5%。")
    assert bearers(said) == [("全国", "3"), ("全国", "5")]


def test_the_nation_ends_where_somebody_else_is_spoken_of(extracted):
    """Behind a sentence on a town the nation's statistics are over."""
    said = extracted("去年，全国茶叶产量增长3%。宁波市举办了茶会。茶叶生产效率提升5%。")
    assert ("全国", "5") not in bearers(said)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("以宁波市为例，2023年全市茶叶产量2万吨。", [("宁波市", "20000")]),
        ("在浙江宁波奉化区，茶园面积达到3万亩。", [("奉化区", "30000")]),
        ("杭州、宁波、温州三市去年茶叶产量5万吨。", []),
        ("浙江省茶叶产量占全国的两成。", [("浙江省", "20")]),
    ],
)
def test_whose_among_places(extracted, sentence, expected):
    """The smallest of places in a row, the example; of a list with its sum none, of a share whoever has it."""
    assert bearers(extracted(sentence)) == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "法院判决白鹭集团赔偿青禾集团经济损失35万元及合理开支2万元。",
            [("白鹭集团", "350000"), ("白鹭集团", "20000")],
        ),
        ("白鹭集团向青禾集团出售茶机，青禾集团支付白鹭集团货款3万元。", [("青禾集团", "30000")]),
    ],
)
def test_who_pays_bears_the_sum(extracted, sentence, expected):
    """甲赔偿乙3万元 is about 甲."""
    assert bearers(extracted(sentence)) == expected


def test_a_trade_bears_its_statistic(extracted):
    """A trade at the head of its clause bears its growth, the level before and the share behind it."""
    said = extracted("去年，茶机制造业实现营业收入300亿元，比上年增长4%，占制造业的比重提高2个百分点。")
    assert bearers(said) == [("茶机制造业", "30000000000"), ("茶机制造业", "4"), ("茶机制造业", "2")]
    assert figures(said)[0].measure == "营业收入"


def test_a_trade_that_grows(extracted):
    """某制造业增长9% says no more than that the trade grows, whatever the nation's statistic before was."""
    said = extracted("今年，全国制造业增加值同比增长7%。其中，茶机制造业增长9%。")
    assert [(f.about, f.measure, f.value) for f in figures(said)][1:] == [("茶机制造业", "增长", "9")]


def test_a_trade_of_a_place(extracted):
    """The trade of a place, and what its sentence goes on with, is the place's."""
    said = extracted("浙江省茶叶机械出口20亿元，茶具产品出口30亿元。")
    assert bearers(said) == [("浙江省", "2000000000"), ("浙江省", "3000000000")]


def test_another_statistic_is_not_the_trades(extracted):
    """What the next clause or sentence measures is not of a trade named before."""
    assert bearers(extracted("茶机制造业利润增长4%。居民人均支出增长3%。")) == [("茶机制造业", "4")]


@pytest.mark.parametrize(
    "sentence",
    [
        "其中，采茶机、烘茶机、包装机出口同比分别增长8%、5%、3%。",
        "其中，采茶机、烘茶机、包装机出口均较快增长，增速分别为8%、5%、3%。",
    ],
)
def test_a_list_of_products_dealt_out(extracted, sentence):
    """分别 deals numbers out to the products of its clause, or of the clause before."""
    assert bearers(extracted(sentence)) == [("采茶机", "8"), ("烘茶机", "5"), ("包装机", "3")]


def test_of_those(extracted):
    """A sentence that begins with 其中 goes on about whom the one before was."""
    said = extracted("青禾集团拥有茶园30座。其中，有机茶园12座。")
    assert bearers(said) == [("青禾集团", "30"), ("青禾集团", "12")]


def test_the_nation_of_the_title(extracted):
    """Statistics without a bearer are the nation's that title or lead is about, unless their paragraph is about somebody."""
    said = extracted("今年以来，我国茶业平稳发展。\n前5个月，茶叶零售额同比增长5%。", title="我国茶业平稳发展")
    assert bearers(said) == [("我国", "5")]


def test_the_nation_leads_the_clause(extracted):
    """我国 at the head of a clause bears what is counted far behind it, and in the clause behind."""
    said = extracted("目前，我国已经成功推广了两代总计35台采茶机，可为80个茶区服务。")
    assert bearers(said) == [("我国", "35"), ("我国", "80")]


@pytest.mark.parametrize(
    "sentence",
    [
        "在杭州市，这家采茶机企业生产效率提高了3倍。",
        "青禾集团昨天发布的调查报告显示，70%的受访者爱喝茶。",
        "青禾集团董事长沈知远、白鹭集团董事长顾言等5位负责人到场。",
        "在杭州市，茶机生产线24小时不间断运转。",
        "杭州市和宁波市两座30米高的塔落成。",
        "采茶机、烘茶机和包装机产量增长8%。",
        "茶机协会会员企业对法国、德国出口分别增长8%、5%。",
    ],
)
def test_not_whoever_is_named(extracted, sentence):
    """A firm without a name, a survey's maker, the first of a list and hours of work lend nobody their numbers."""
    assert bearers(extracted(sentence)) == []


def test_the_owner_behind_a_share(extracted):
    """40%的甲国企业 is about the country."""
    assert bearers(extracted("白鹭集团的调查报告显示，有40%的法国企业涨价。")) == [("法国", "40")]


def test_a_film_bears_its_box_office(extracted):
    """Box office and marks are the film's, whoever else is named."""
    said = extracted("国庆档新片《采茶记》上映6天，票房接近3亿元，观众口碑评分达到8.4分。")
    assert bearers(said) == [("《采茶记》", "300000000"), ("《采茶记》", "8.4")]


def test_whoever_does_something(extracted):
    """A person who leads the sentence bears what is counted; one who only says it does not."""
    assert bearers(extracted("沈知远去年走访了三十多家茶馆。")) == [("沈知远", "30")]
    assert bearers(extracted("沈知远表示，去年新开了三十多家茶馆。")) == []


def test_the_place_named_before_another(extracted):
    """对其他…国家 is nobody's topic."""
    said = extracted("浙江省对其他欧盟国家出口茶叶3万吨。")
    assert ("欧盟", "30000") not in bearers(said)
