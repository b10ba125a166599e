"""Every kind of noise that Chinese articles from the web come with: what becomes of it, and that the rest is read all the same.

``FACT`` stands beside each; whatever the noise does, it must still be read, and evidence must quote the source.
"""

from __future__ import annotations

import pytest
from recognise.conftest import read, shipped
from relate.conftest import Fact, facts, figures

from graph.clean import clean
from graph.model import DAMAGED, Document, Extraction, Part, Text
from graph.relate import relate

FACT = "霽川智能科技有限公司位于苏州市。"
READ = Fact("霽川智能科技有限公司", "locatedIn", "苏州市")


def cleaned(source: str, **more: str) -> Text:
    return clean(Document("d", "d.txt", source, **more))


def extracted(source: str, **more: str) -> Extraction:
    """What is read out of a source; every claim's evidence is what the source has there."""
    extraction = relate(read(source, **more), shipped())
    for claim in extraction.claims:
        first, last = extraction.text.source_span(claim.start, claim.end)
        assert extraction.text.quote(claim.start, claim.end) == source[first:last]
    return extraction


def surfaces(extraction: Extraction) -> list[str]:
    return [mention.surface for mention in extraction.mentions]


@pytest.mark.parametrize("source", ["霽川創(chuàng)新報(bào)設(shè)計(jì)", "霽川創(chuàng)新報設(shè)計"])
def test_pinyin_after_a_character_sparse_or_dense(source):
    """However many characters have a reading behind them, all readings go."""
    assert cleaned(source).clean == "霽川創新報設計"


@pytest.mark.parametrize(("source", "clean"), [("會(huì )議", "會議"), ("同時(sh", "同時")])
def test_pinyin_with_a_blank_or_cut_off(source, clean):
    """A blank in the bracket, and the end of the text instead of its second half, make no difference."""
    assert cleaned(source).clean == clean


@pytest.mark.parametrize(
    "source",
    [
        "浙江??缃智能科技有限公司总部在杭州，成交额5亿元。",
        "公司名為?鸬蕰?(上海)有限公司，總部位於上海。",
        "去年展品?jiàn)饭?0項，乙川?蕰科技有限公司收购了丙川科技有限公司。",
        "浙江\ufffd\ufffd智能科技有限公司位于杭州市。",
    ],
)
def test_mojibake_is_marked_and_not_guessed(source):
    """The place is known, the text is left as it is, and nothing that touches the place is a name, a fact or a number."""
    text = cleaned(source)
    assert (text.clean, DAMAGED in text.key) == (source, True)
    extraction = extracted(source + FACT)
    assert READ in facts(extraction)
    spans = [(m.start, m.end) for m in extraction.mentions] + [(m.start, m.end) for m in extraction.measures]
    spans += [(c.start, c.end) for c in extraction.claims]
    assert not [span for span in spans if DAMAGED in extraction.text.key[slice(*span)]]
    around = [extraction.text.key[max(0, m.start - 1) : m.end + 1] for m in extraction.mentions]
    assert not [name for name in around if DAMAGED in name]


@pytest.mark.parametrize("source", ["????2023年，", "　????2023年，", "2023年。?!?/p>", "2023年。?/p>"])
def test_leading_question_marks_and_the_rest_of_a_tag(source):
    """An indent whose blanks were lost and the end of a broken tag are no damage to the text: they go."""
    text = cleaned(source)
    assert (text.clean.strip("，。\u3000"), DAMAGED in text.key) == ("2023年", False)


@pytest.mark.parametrize(
    ("source", "clean"), [("闭幕，,由甲州主办", "闭幕，由甲州主办"), ("有綫寬帶客戶，，增加", "有綫寬帶客戶，增加")]
)
def test_doubled_punctuation(source, clean):
    """One comma is enough; the one that stands first stays."""
    assert cleaned(source).clean == clean


def test_wrong_conversion_to_traditional():
    """A character that only a machine would write there reads as the right one."""
    assert cleaned("展出麵積、控制係統、見麵、口袋裏").key == "展出面积、控制系统、见面、口袋里"
    (figure,) = figures(extracted("第八屆甲州交易會展出麵積達到3萬平方米。"))
    assert (figure.value, figure.unit) == ("30000", "平方米")


def test_conversion_that_left_characters_of_both_scripts():
    """后, 于, 并, 里 and 采 in a traditional text change neither its script nor what is read."""
    text = cleaned("霽川智能科技有限公司位于蘇州，并采用新技術，會后簽約。")
    assert text.script == "zh-Hant"
    assert facts(extracted(text.clean))[0] == Fact("霽川智能科技有限公司", "locatedIn", "蘇州")


def test_wording_of_another_region():
    """數位 for 數字 and 屆 beside 届 stay words, and the facts around them are read."""
    assert READ in facts(extracted(f"數位博覽第八届与第九屆展示了新資料，提高水準与水准。{FACT}"))


def test_variant_characters():
    """爲, 靑 and 綫 are 为, 青 and 线 in the normal form."""
    assert cleaned("爲靑年開通綫上專區").key == "为青年开通线上专区"


def test_dropped_characters_that_only_one_script_has():
    """Where a converter has lost the first character of a country, no country is made up."""
    extraction = extracted(f"宴大利代表团昨天抵达。{FACT}")
    assert READ in facts(extraction)
    assert "意大利" not in surfaces(extraction)


@pytest.mark.parametrize(
    ("source", "publisher"),
    [
        ("霽川智能科技有限公司www.jianghai.example位于苏州市。", ""),
        ("霽川智能科技有限公司http://jianghai.example.cn/a/1.html位于苏州市。", ""),
        ("霽川智能科技有限公司江海控制网版权所有位于苏州市。", "江海控制网"),
        ("江海控制网版权所有\n霽川智能科技有限公司江海控制网版权所有位于苏州市。", ""),
        ("展会开幕江海控制网版权所有。霽川智能科技有限公司江海控制网版权所有位于苏州市。", ""),
    ],
)
def test_a_watermark_in_mid_sentence_vanishes(source, publisher):
    """The sentence is read as if it were not there, and the evidence shows it, for so the source has it."""
    extraction = extracted(source, publisher=publisher)
    assert READ in facts(extraction)
    assert FACT in extraction.text.clean
    assert not {"江海控制网", "jianghai"} & set(surfaces(extraction))


def test_a_watermark_that_cannot_be_told_from_the_sentence_is_marked():
    """Where the site's name may begin nobody knows, so nothing that touches it is taken for a name."""
    extraction = extracted(f"浙江乙川智能江海控制网版权所有科技有限公司位于杭州市。{FACT}")
    assert facts(extraction) == [READ]


def test_keyword_stuffing():
    """A row of search words around one of them is no sentence and no list of names."""
    extraction = extracted(f"甲州水博会 甲州水博会门票 甲州水博会官网 甲州水博会时间 甲州水博会地点\n{FACT}")
    assert facts(extraction) == [READ]
    assert not [name for name in surfaces(extraction) if "水博会" in name]


def test_a_list_of_firms_is_no_keyword_stuffing():
    """Names that end alike stay."""
    assert "乙川公司" in cleaned(f"甲川公司 乙川公司 丙川公司 丁川公司 戊川公司\n{FACT}").clean


def test_rows_and_titles_of_grey_trades():
    """Rows that sell gambling and the like are left out, whatever places they name."""
    extraction = extracted(f"澳门某某真人娱乐 注册送彩金 老虎机下载\n{FACT}", title="")
    assert facts(extraction) == [READ]
    assert "澳门" not in surfaces(extraction)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("甲州交易会成交额4。5万亿元。", [("4500000000000", "元")]),
        ("甲州交易会成交额3,8162億元。", []),
        ("甲州交易会成交额三十二點七六億元。", [("3276000000", "元")]),
        ("甲州交易会参观者五八三二○人。", [("58320", "人")]),
        ("甲州交易会成交额1, 200亿元。", []),
        ("甲州交易会成交额5??缃亿元。", []),
        ("甲州交易会成交额??5亿元。", []),
    ],
)
def test_bad_number_marks(source, expected):
    """A number is read right or not at all."""
    assert [(figure.value, figure.unit) for figure in figures(extracted(source))] == expected


@pytest.mark.parametrize("source", ["第八届甲州交易会展览面积6.", "第八届甲州交易会展览面积6.\n5家企业签约。"])
def test_truncation_inside_a_number(source):
    """What is cut off behind the point is no number of square metres."""
    assert not [figure for figure in figures(extracted(source)) if figure.value.startswith("6")]


def test_a_stock_quote_in_brackets():
    """Price and change are no figures of the firm's business; the bracket does not break the name before it."""
    source = "浙江霽川机器人有限公司(15.380, 0.26, 1.72%)位于苏州市，去年营业收入25亿元。"
    extraction = extracted(source)
    assert extraction.text.clean == source
    assert [(figure.about, figure.value) for figure in figures(extraction)] == [
        ("浙江霽川机器人有限公司", "2500000000")
    ]


def test_a_fake_publish_time():
    """The page's own time says when it was put up, and does not become the day of what it tells."""
    source = f"发布时间：2024-10-24\n江海网6月12日电 第八届甲州交易会6月12日开幕。\n{FACT}"
    dates = [
        fact for fact in facts(extracted(source, published="2024-10-24")) if fact.predicate in ("date", "startDate")
    ]
    assert not [fact for fact in dates if "10-24" in fact.object]


def test_captions_between_paragraphs_repeated():
    """A caption is known as one, and the same caption again is left out."""
    caption = "图为霽川智能科技有限公司的展台。林小溪 摄"
    text = cleaned(f"{FACT}\n{caption}\n{FACT[:-1]}，员工三百人。\n{caption}\n")
    assert text.clean.count("图为") == 1
    assert [sentence.part for sentence in text.sentences if "图为" in text.key[sentence.start : sentence.end]] == [
        Part.CAPTION
    ]


@pytest.mark.parametrize(
    "noise",
    [
        "【打印】【关闭】",
        "【打印】【关闭",
        "】【打 印",
        "【大 中 小】 【打印】 【關閉】",
        "当前位置：首页 > 经济 > 正文",
        "（责任编辑：高原）",
        "责编：高原 校对：林溪",
        "相关阅读：",
        "分享到： 微信 微博 QQ空间",
        "扫一扫在手机打开当前页",
        "版权声明：凡本网注明来源的作品，未经授权不得转载。",
        "江海网版权所有 江ICP备05000001号-1",
        "上一篇：下一篇：",
        "关键词：水博会 机器人",
        "(完)",
        "0 条评论",
        "江海网客户端下载",
    ],
)
def test_navigation_printing_and_tails(noise):
    """Tools and notices go, on a line of their own and, in their brackets, behind a sentence."""
    assert cleaned(f"{noise}\n{FACT}\n{noise}").clean.strip() == FACT


@pytest.mark.parametrize("noise", ["【打印】【关闭】", "【打印】【关闭", "】【打 印"])
def test_tools_behind_a_sentence(noise):
    """What has its brackets is known within a line too."""
    assert cleaned(FACT + noise).clean == FACT


def test_a_title_repeated_two_or_three_times():
    """The title counts once, blanks aside."""
    title = "霽川智能科技有限公司落户苏州市"
    text = cleaned(f"{title}\n{title}\n　{title}\n{FACT}", title=title)
    assert [sentence.part for sentence in text.sentences] == [Part.TITLE, Part.LEAD]


def test_remains_of_markdown_and_html():
    """Marks of emphasis, pictures, links, tags and character references go; the words in them stay."""
    source = "# **霽川智能科技有限公司**&nbsp;位于![图](a.jpg)[苏州市](https://a.example/b)。<br/></p>"
    extraction = extracted(source)
    assert extraction.text.clean == FACT
    assert facts(extraction) == [READ]


def test_bilingual_paragraphs():
    """A paragraph in English says nothing in Chinese, and the Chinese one says the same as without it."""
    english = "Jichuan Intelligence is located in Suzhou and exhibits at the fair."
    assert facts(extracted(f"{english}\n{FACT}\n{english}")) == [READ]


def test_back_translated_aliases():
    """A name that a machine translated there and back is not taken for the firm's, and does not keep it from being read."""
    extraction = extracted(f"NBU霽川与霽川智能相近。{FACT}")
    assert READ in facts(extraction)
    assert "NBU霽川" not in [fact.subject for fact in facts(extraction)]


def test_a_stored_title_of_another_entity():
    """A title that names another firm than the article does is the subject of nothing that the article says."""
    source = "江海集团\n宁港铁路有限公司总部位于宁波市。该公司去年营业收入25亿元。"
    extraction = extracted(source, title="江海集团")
    assert {fact.subject for fact in facts(extraction)} == {"宁港铁路有限公司"}
    assert [figure.about for figure in figures(extraction)] == ["宁港铁路有限公司"]


def test_a_name_whose_bracketed_part_is_lost():
    """Two shareholders that have become one name are no partners of themselves."""
    name = "霽川通訊股份有限公司"
    found = facts(extracted(f"股東有{name}和{name}。{FACT}"))
    assert READ in found
    assert not [fact for fact in found if fact.subject == fact.object]


def test_the_same_dispatch_in_both_scripts():
    """Two sites, two scripts, one reading."""
    hans, hant = "霽川智能科技有限公司位于苏州市，展出采茶机器人。", "霽川智能科技有限公司位於蘇州市，展出採茶機器人。"
    one, other = extracted(hans), extracted(hant)
    assert one.text.key == other.text.key
    assert [(c.predicate, c.start, c.end) for c in one.claims] == [(c.predicate, c.start, c.end) for c in other.claims]


def test_a_bulletin_of_several_items():
    """Each item's heading is one, and no item's fact goes to another's subject."""
    source = f"宁港新闻集锦\n霽川智能落户苏州\n{FACT}\n宁港大桥合龙\n宁港大桥今天合龙，全长3.2公里。"
    extraction = extracted(source)
    headings = [s.part for s in extraction.text.sentences]
    assert headings == [Part.TITLE, Part.HEADING, Part.LEAD, Part.HEADING, Part.BODY]
    assert [figure.about for figure in figures(extraction)] == ["宁港大桥"]


def test_a_dropped_word():
    """Where a word is lost, what is left is not completed."""
    extraction = extracted(f"三省一建立了产业联盟。{FACT}")
    assert READ in facts(extraction)
    assert "三省一市" not in surfaces(extraction)


@pytest.mark.parametrize(
    "source",
    [
        "中國(上海)國際技術展覽會",
        "簽約設備300臺(套)",
        "國家會展中心(上海)",
        "(以下簡稱“甲交會”)",
        "雲帆機器人(21.290, 0.40)",
        "PET(CT)",
        "你去展会吗?我去。",
        "真的吗??",
        "版权所有者获得收入。",
        "市民可在打印店打印材料，大中小企业都来了。",
        "审核工作将于今天完成。",
        "发放许可证3张，扫一扫即可付款。",
        "公司关闭了三家工厂。",
        "网址是公司的门面，大小不一。",
    ],
)
def test_what_only_resembles_noise_stays(source):
    """Brackets that are content, questions, and words that tools and notices use too."""
    text = cleaned(source)
    assert (text.clean, DAMAGED in text.key) == (source, False)
