"""Organisations, zones, venues, platforms and programmes by the structure of their names."""

from __future__ import annotations

import pytest

from .conftest import names, read, surfaces


@pytest.mark.parametrize(
    ("name", "type"),
    [
        ("江苏云岚智能装备有限公司", "Company"),
        ("江蘇雲嵐智能裝備有限公司", "Company"),
        ("青禾集团", "Company"),
        ("白鹭银行", "Company"),
        ("英国驰风公司", "Company"),
        ("云桥茶叶合作社", "Company"),
        ("浙江省商务厅", "GovernmentBody"),
        ("寧波市商務局", "GovernmentBody"),
        ("杭州市人民政府", "GovernmentBody"),
        ("虹桥理工大学", "University"),
        ("安徽云杉研究院", "ResearchInstitute"),
        ("云杉量子实验室", "ResearchInstitute"),
        ("中国茶叶流通协会", "Association"),
        ("海川日报", "Media"),
        ("青禾基金会", "Organisation"),
        ("东湖国际会展中心", "Venue"),
        ("舟山国际航运枢纽", "Facility"),
        ("长三角茶产业公共服务平台", "Platform"),
        ("国家海洋碳汇工程", "Programme"),
        ("新加坡国家馆", "ExhibitionZone"),
        ("新加坡館", "ExhibitionZone"),
    ],
)
def test_a_name_by_its_ending(recognised, name, type):
    """The ending that the ontology gives for a class makes a name of what stands before it."""
    assert (name, type) in surfaces(recognised(f"昨天，{name}的代表到场。"))


def test_the_level_before_a_body(recognised):
    """市 before 商务委 belongs to the name."""
    assert names(recognised("市商务委副主任周岚致辞。"), "GovernmentBody") == ["市商务委"]


def test_the_place_in_a_name_is_a_mention_too(recognised):
    """The place that a firm's name begins with stays a mention inside it."""
    assert surfaces(recognised("江苏云岚智能装备有限公司获奖。")) == [
        ("江苏云岚智能装备有限公司", "Company"),
        ("江苏", "Province"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "子公司",
        "上市公司",
        "一家跨国公司",
        "该公司",
        "美国公司",
        "美国企业",
        "参展企业",
        "各级政府",
        "政府",
        "本集团",
        "高科技",
        "参股",
    ],
)
def test_no_organisations(recognised, words):
    """What only says what kind of body is meant names none."""
    body = ("Company", "GovernmentBody", "Organisation")
    assert [found for found in surfaces(recognised(f"今年，{words}表现良好。")) if found[1] in body] == []


def test_zones_of_a_fair(recognised):
    """In an article on a fair, what ends in 展区 names a zone; 各展区 does not."""
    reading = recognised("第三届东湖国际茶叶博览会设立绿色茶机展区、品牌茶企展区，各展区人气很旺。")
    assert names(reading, "ExhibitionZone") == ["绿色茶机展区", "品牌茶企展区"]


def test_a_platform_without_a_name(recognised):
    """平台 alone is none."""
    assert surfaces(recognised("平台上线了。")) == []


def test_several_bodies_in_a_list(recognised):
    """、 and 以及 part names."""
    found = names(recognised("青禾集团、白鹭集团以及云杉科技到场。"), "Company")
    assert found == ["青禾集团", "白鹭集团", "云杉科技"]


@pytest.mark.parametrize(
    ("before", "name"), [("来自", "青禾集团"), ("位于", "青禾集团"), ("由", "青禾集团"), ("一家名为", "青禾集团")]
)
def test_a_name_begins_behind_verbs_and_prepositions(recognised, before, name):
    """Words that introduce a name are no part of it."""
    assert names(recognised(f"这款设备{before}{name}。"), "Company") == [name]


@pytest.mark.xfail(strict=True, reason="a city on the same span is surer than a name that shares the head of a list")
def test_names_that_share_a_head(recognised):
    """甲、乙铁路公司 names two firms."""
    assert len(names(recognised("合肥、苏州铁路公司到场。"), "Company")) == 2


@pytest.mark.parametrize("sentence", ["锚定决胜科技前沿。", "各地将科技创新摆在首位。"])
def test_science_is_no_firm(recognised, sentence):
    """科技 before 创新 and the like ends no name."""
    assert names(recognised(sentence), "Company") == []


def test_the_publisher():
    """The medium that the reader found to have published an article is recognised where the text names it."""
    reading = read("茶海观察获悉，茶叶丰收了。", publisher="茶海观察")
    assert names(reading, "Media") == ["茶海观察"]


@pytest.mark.parametrize(
    "dateline",
    [
        "新华社杭州6月5日电 ",
        pytest.param(
            "海川日报杭州6月5日讯 ",
            marks=pytest.mark.xfail(strict=True, reason="the last word of a dateline is glued to the name behind it"),
        ),
    ],
)
def test_a_name_behind_a_dateline(recognised, dateline):
    """A name begins behind the dateline, not with its 电 or 讯."""
    assert names(recognised(f"{dateline}青禾集团展出了采茶机器人。"), "Company") == ["青禾集团"]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("青禾集团与白鹭集团签署战略合作协议。", ["青禾集团", "白鹭集团"]),
        ("青禾集团与白鹭科技有限公司合作。", ["青禾集团", "白鹭科技有限公司"]),
        ("青禾集团投资白鹭集团。", ["青禾集团", "白鹭集团"]),
        ("青禾集团向白鹭集团供货。", ["青禾集团", "白鹭集团"]),
        ("青禾集团旗下白鹭科技有限公司生产茶机。", ["青禾集团", "白鹭科技有限公司"]),
    ],
)
def test_two_names_are_not_one(recognised, sentence, found):
    """与, 向, 投资 and 旗下 between two names part them."""
    assert names(recognised(sentence), "Company") == found


def test_a_department_that_the_tagger_is_not_sure_of(recognised):
    """A province before 农业农村厅 makes a government body."""
    assert names(recognised("浙江省农业农村厅印发了通知。"), "GovernmentBody") == ["浙江省农业农村厅"]


def test_a_verb_behind_a_name(recognised):
    """协办 at the end of the sentence is what the firm does."""
    reading = recognised("青禾集团承办了第三届东湖国际茶叶博览会，白鹭集团协办。")
    assert names(reading, "Company") == ["青禾集团", "白鹭集团"]


@pytest.mark.xfail(strict=True, reason="a description before the name is taken into it")
def test_a_role_before_a_name(recognised):
    """主办方 says what the firm is here; its name begins behind it."""
    reading = recognised("云雀国际低空经济博览会主办方青禾集团发布了消息。")
    assert names(reading, "Company") == ["青禾集团"]


def test_a_committee_and_its_secretary(recognised):
    """市委 is the body and 书记 the post."""
    reading = recognised("杭州市委书记沈知远会见了客人。")
    assert names(reading, "Position") == ["书记"]
    assert names(reading, "Organisation") == []


def test_a_plan_is_no_programme(recognised):
    """计划 before a verb says what the firm means to do."""
    assert names(recognised("青禾集团计划收购白鹭集团。"), "Programme") == []


def test_a_science_park_is_a_facility(recognised):
    """科技园 is an ending that the ontology gives to Facility."""
    assert names(recognised("青云科技园位于合肥市。"), "Facility") == ["青云科技园"]


def test_a_trade_is_no_name(recognised):
    """电子元件公司 is a kind of firm."""
    assert names(recognised("电子元件公司很多。"), "Company") == []


@pytest.mark.parametrize("name", ["海川日报社", "浙江卫视"])
def test_more_media(recognised, name):
    """A publishing house of a daily and a satellite channel are media."""
    assert names(recognised(f"{name}记者到现场采访。"), "Media") == [name]


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("英国芯片设计公司云岚控股有限公司发布新架构。", "云岚控股有限公司"),
        ("国内光伏龙头企业青川新能源股份有限公司投产。", "青川新能源股份有限公司"),
        ("知名芯片厂商青宏半导体有限公司落户无锡。", "青宏半导体有限公司"),
        ("法国化工巨头巴斯蒙公司宣布建厂。", "巴斯蒙公司"),
    ],
)
def test_the_kind_of_a_body_is_no_part_of_its_name(recognised, sentence, name):
    """龙头企业, 厂商, 巨头 say of which kind a firm is; its name begins behind them."""
    assert names(recognised(sentence), "Company") == [name]


@pytest.mark.parametrize("name", ["上海云岚企业管理有限公司", "青禾集团公司苏州分公司", "浙江青禾企业发展集团有限公司"])
def test_the_kind_of_a_body_as_a_part_of_its_name(recognised, name):
    """企业管理 and the firm that a branch belongs to are parts of a name."""
    assert names(recognised(f"{name}参展。"), "Company") == [name]


def test_a_firm_of_two_trades_has_no_name(recognised):
    """电子元件公司 says what a firm trades in, wherever it stands."""
    assert names(recognised("它是总部位于苏州的电子元件公司。"), "Company") == []


@pytest.mark.parametrize("name", ["云桥半导体", "青岚储能", "霁川光电"])
def test_a_short_name_that_acts_as_a_firm(recognised, name):
    """A name and a trade that announce, are bought or have shares are a firm."""
    assert names(recognised(f"青禾集团收购{name}30%股权。"), "Company") == ["青禾集团", name]


def test_an_institute_of_an_academy(recognised):
    """中国科学院 and the institute behind it are one name, members of the academy are none."""
    assert names(recognised("中国科学院海川微系统所研制了芯片。"), "ResearchInstitute") == ["中国科学院海川微系统所"]
    assert names(recognised("中国科学院院士沈知远出席。"), "ResearchInstitute") == ["中国科学院"]


def test_a_verb_is_no_organisation(recognised):
    """聚力 opens a predicate, whatever the tagger takes it for."""
    assert "聚力" not in names(recognised("辽宁聚力打造三个万亿级产业基地。"), "Organisation")


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("展会在南京国际博览中心开幕。", "南京国际博览中心"),
        ("展会在国家会展中心（上海）举办。", "国家会展中心（上海）"),
        ("峰会在国家会议中心举行。", "国家会议中心"),
    ],
)
def test_a_venue(recognised, sentence, name):
    """A venue has its place before the ending or in brackets behind it."""
    assert names(recognised(sentence), "Venue") == [name]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("昨天甲军打击西山武器制造基地。", ["西山武器制造基地"]),
        ("云海市规划AI产业园。", ["AI产业园"]),
        ("云海市采茶机器人研发中心昨天成立。", ["云海市采茶机器人研发中心"]),
        ("云海省智能制造示范基地昨天成立。", ["云海省智能制造示范基地"]),
    ],
)
def test_a_site_begins_behind_the_verb(recognised, sentence, found):
    """A verb that takes the name for its object is no part of it; one that says what is done there is."""
    assert names(recognised(sentence), "Facility") == found


@pytest.mark.parametrize(
    ("sentence", "type"),
    [
        ("沈知远大学毕业后回乡，沈知远很有名。", "University"),
        ("云海建成一所高水平研究型大学。", "University"),
        ("会议在西山会客厅举行。", "GovernmentBody"),
        ("他掌握了云海政局。", "GovernmentBody"),
        ("他获国家荣誉称号。", "Award"),
        ("青禾两国政府会谈。", "GovernmentBody"),
    ],
)
def test_what_only_describes(recognised, sentence, type):
    """A kind of school, what somebody did at one, a room, a state of affairs and two governments are no names."""
    assert names(recognised(sentence), type) == []
