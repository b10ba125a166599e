"""Places: the gazetteer, names of one character, groups of places, and what is no place."""

from __future__ import annotations

import pytest

from .conftest import names, surfaces


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("江苏省与安徽省都有茶园。", ["江苏省", "安徽省"]),
        ("江蘇省與安徽省都有茶園。", ["江蘇省", "安徽省"]),
        ("浙江的茶园比湖南的多。", ["浙江", "湖南"]),
    ],
)
def test_provinces(recognised, sentence, places):
    """A province is known by its full and its short name, in both scripts."""
    assert names(recognised(sentence), "Province") == places


@pytest.mark.parametrize(
    ("sentence", "places"),
    [
        ("来自苏州、宁波和合肥的代表到场。", ["苏州", "宁波", "合肥"]),
        ("來自蘇州、寧波和合肥的代表到場。", ["蘇州", "寧波", "合肥"]),
    ],
)
def test_cities(recognised, sentence, places):
    """A city is known without 市, in both scripts."""
    assert names(recognised(sentence), "City") == places


def test_a_chain_of_divisions(recognised):
    """Province, city and district side by side are three places."""
    assert surfaces(recognised("浙江省杭州市余杭区的茶园很大。")) == [
        ("浙江省", "Province"),
        ("杭州市", "City"),
        ("余杭区", "District"),
    ]


def test_a_county_behind_its_province(recognised):
    """A short name of a county counts where what it lies in stands before it."""
    assert surfaces(recognised("浙江义乌的商人带来样品。")) == [("浙江", "Province"), ("义乌", "District")]


def test_a_city_does_not_take_the_first_character_of_people(recognised):
    """广州市民 has 广州 in it, not 广州市."""
    assert surfaces(recognised("广州市民排队入场。")) == [("广州", "City")]


def test_countries(recognised):
    """Countries are known, in both scripts."""
    assert names(recognised("德国、法國和日本的客商到场。"), "Country") == ["德国", "法國", "日本"]


@pytest.mark.parametrize("sentence", ["沪苏浙皖四地共同制定标准。", "滬蘇浙皖四地共同制定標準。"])
def test_a_row_of_one_character_names(recognised, sentence):
    """Four one-character names in a row are four provinces, each with its full name."""
    assert [m.name for m in recognised(sentence).mentions] == ["上海市", "江苏省", "浙江省", "安徽省"]


def test_two_one_character_names(recognised):
    """京沪 names two places where both characters can stand alone."""
    assert [m.name for m in recognised("京沪两地专家到场。").mentions] == ["北京市", "上海市"]


@pytest.mark.parametrize("sentence", ["论坛在沪举行。", "論壇在滬舉行。"])
def test_a_one_character_name_behind_a_preposition(recognised, sentence):
    """在沪举行 names Shanghai by one character."""
    assert [m.name for m in recognised(sentence).mentions] == ["上海市"]


@pytest.mark.parametrize(
    "sentence",
    [
        "这款苏打水很受欢迎。",
        "他心甘情愿地加班。",
        "北望群山，南临大海。",
        "全国各地的客商来到这里。",
        "当地居民很高兴。",
        "他乘坐地铁去公园。",
    ],
)
def test_no_places(recognised, sentence):
    """Characters and words that only look like places name none."""
    places = ("Place", "Country", "Province", "City", "District", "Region")
    assert [found for found in surfaces(recognised(sentence)) if found[1] in places] == []


def test_a_firm_that_contains_such_a_character(recognised):
    """京东 is a firm, not Beijing and the east."""
    assert surfaces(recognised("京东的仓库很大。")) == [("京东", "Company")]


@pytest.mark.parametrize(
    "name",
    ["三省一市", "京津冀", "长三角", "長江三角洲", "粤港澳大湾区", "江浙沪", "东北三省", "成渝地区双城经济圈", "川渝"],
)
def test_names_of_groups(recognised, name):
    """A group of provinces, or the region that they form, has a name of its own."""
    assert names(recognised(f"{name}的客商携手办展。"), "Region") == [name]


@pytest.mark.parametrize(
    ("sentence", "name", "type"),
    [
        ("钱塘江穿过杭州市。", "钱塘江", "Place"),
        ("太湖流域的治理取得成效。", "太湖流域", "Region"),
        ("青禾集团位于104国道旁。", "104国道", "Facility"),
        ("洪泽湖大桥昨天通车。", "洪泽湖大桥", "Facility"),
    ],
)
def test_places_by_their_last_word(recognised, sentence, name, type):
    """Rivers, basins, roads and bridges are recognised by how their names end."""
    assert (name, type) in surfaces(recognised(sentence))


def test_a_text_that_ends_with_a_place(recognised):
    """A place is the last word of a text without a full stop."""
    (_, found) = recognised("青禾集团位于苏州").mentions
    assert (found.start, found.end) == (6, 8)


@pytest.mark.xfail(
    strict=True, reason="朝阳 is a full city's short name and so never weighed against being a plain word"
)
def test_a_word_that_is_also_a_city(recognised):
    """朝阳升起 speaks of the sun."""
    assert names(recognised("朝阳升起，照在海面上。"), "City") == []


def test_no_place_in_the_name_of_a_body(recognised):
    """上海合作组织 is an organisation, not the city."""
    assert names(recognised("他参加了上海合作组织会议。"), "Province") == []


@pytest.mark.parametrize(
    "sentence", ["其中国家级茶园12家。", "其中国际学生4万人。", "大城市的茶馆多。", "各方深化合作，甘肃也来了。"]
)
def test_no_place_across_words(recognised, sentence):
    """其中国家 is 其中 and 国家; 大城市 is no name."""
    assert [m for t in ("Country", "City", "District") for m in names(recognised(sentence), t)] == []


def test_no_place_in_a_kind_of_tea(recognised):
    """普洱茶 is a kind of tea."""
    assert names(recognised("他喜欢喝普洱茶。"), "City") == []


@pytest.mark.parametrize(
    ("sentence", "places"),
    [("苏浙两省联合发文。", ["江苏省", "浙江省"]), ("云贵川三省客商参会。", ["云南省", "贵州省", "四川省"])],
)
def test_a_row_that_is_counted(recognised, sentence, places):
    """A row of one-character names before 两省 or 三省 names that many provinces."""
    assert [m.name for m in recognised(sentence).mentions] == places


def test_a_street_office_is_a_plain_place(recognised):
    """街道, 镇 and 乡 are endings that the ontology gives to Place."""
    assert names(recognised("新民街道举办了集市。"), "Place") == ["新民街道"]


def test_a_zone_takes_the_name_of_its_town(recognised):
    """苏州工业园区 is one name; 工业园区 by itself is none."""
    reading = recognised("在苏州工业园区，茶企很多。工业园区很大。")
    assert names(reading, "District") == ["苏州工业园区"]


@pytest.mark.parametrize("sentence", ["中美两国会谈。", "沪港两地合作。", "这里是一座大港。", "样板区建在山下。"])
def test_no_place_of_its_own(recognised, sentence):
    """Two places at once, a big harbour and a model area are no places."""
    found = surfaces(recognised(sentence))
    assert set(found).isdisjoint({"中美", "沪港", "大港", "样板区"})


@pytest.mark.parametrize(
    "sentence", ["法国人喜欢喝茶。", "她会说日语和德语。", "这位美國籍工程師很有名。", "潮州话很难懂。"]
)
def test_the_people_and_the_tongue_of_a_place_are_not_the_place(recognised, sentence):
    """A people or a language is named after a place, which the text does not speak of."""
    assert not {type for _, type in surfaces(recognised(sentence))} & {"Place", "Country", "Province", "City"}


@pytest.mark.parametrize("sentence", ["浙江人口增加。", "浙江人大通过了条例。", "浙江人均收入提高。", "浙江人才很多。"])
def test_what_only_begins_like_a_people(recognised, sentence):
    """人口, 人大, 人均 and 人才 are words of their own."""
    assert "浙江" in [surface for surface, _ in surfaces(recognised(sentence))]


@pytest.mark.parametrize("region", ["长三角四市", "长三角沿线三市"])
def test_a_region_by_the_number_of_its_members(recognised, region):
    """A region and how many of its places are meant is a region of its own."""
    assert region in names(recognised(f"{region}出口增长5%。"), "Region")
