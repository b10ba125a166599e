"""Products, technologies and fields, in the contexts that name them."""

from __future__ import annotations

import pytest

from .conftest import names, surfaces


@pytest.mark.parametrize(
    ("sentence", "products"),
    [
        ("青禾集团发展出采茶机器人、制茶软件和恒温箱等一系列产品。", ["采茶机器人", "制茶软件", "恒温箱"]),
        ("青禾集團發展出採茶機器人、製茶軟件和恆溫箱等一系列產品。", ["採茶機器人", "製茶軟件", "恆溫箱"]),
        ("青禾集团生产茶叶包装机、色选机等设备。", ["茶叶包装机", "色选机"]),
    ],
)
def test_a_list_of_products(recognised, sentence, products):
    """等…产品 and 等…设备 make products of the items before them."""
    assert names(recognised(sentence), "Product") == products


@pytest.mark.parametrize(
    ("sentence", "fields"),
    [
        ("该技术应用于医疗、农业和物流等领域。", ["医疗", "农业", "物流"]),
        ("該技術應用於醫療、農業和物流等領域。", ["醫療", "農業", "物流"]),
        ("青禾集团聚焦智慧农业、低空经济等领域。", ["智慧农业", "低空经济"]),
        ("智能制造、生物医药等产业集聚。", ["智能制造", "生物医药"]),
    ],
)
def test_a_list_of_fields(recognised, sentence, fields):
    """等领域 and 等产业 make fields of the items before them."""
    assert names(recognised(sentence), "Industry") == fields


def test_a_list_of_technologies(recognised):
    """等新兴技术 makes technologies of the items before it, whatever they are elsewhere."""
    assert names(recognised("人工智能、物联网等新兴技术改变了茶园。"), "Technology") == ["人工智能", "物联网"]


@pytest.mark.parametrize(
    "sentence",
    [
        "青禾集团带来采茶机器人和智能烘干机。",
        "青禾集团展出了采茶机器人、智能烘干机。",
        "青禾集团自主研发的采茶机器人和智能烘干机受到好评。",
        "青禾集团推出采茶机器人以及智能烘干机。",
    ],
)
def test_objects_of_cues(recognised, sentence):
    """What is shown, brought, developed or brought out is named, item by item."""
    assert names(recognised(sentence), "Product") == ["采茶机器人", "智能烘干机"]


def test_a_relative_clause(recognised):
    """甲带来的乙 names 乙."""
    assert names(recognised("青禾集团带来的采茶机器人很受欢迎。"), "Product") == ["采茶机器人"]


def test_a_technique_by_its_ending(recognised):
    """What ends in 算法 is a technology, also behind a verb of developing."""
    assert names(recognised("青禾集团自主研发的云雾算法获得好评。"), "Technology") == ["云雾算法"]


def test_what_is_put_to_use(recognised):
    """将…应用于 names what is put to use."""
    reading = recognised("青禾集团将多目视觉技术应用于医疗、物流等领域。")
    assert names(reading, "Technology") == ["多目视觉技术"]


@pytest.mark.parametrize("sentence", ["数字经济成为新动能。", "數字經濟成為新動能。"])
def test_a_trade(recognised, sentence):
    """数字经济 is a trade by its last word."""
    assert len(names(recognised(sentence), "Industry")) == 1


def test_a_brand_in_quotation_marks(recognised):
    """A quoted name behind a kind of product is that product's name."""
    reading = recognised("储能系统“云雀”亮相。")
    assert "云雀" in names(reading, "Product")
    assert {m.name or m.surface for m in reading.mentions} == {"云雀"}


@pytest.mark.parametrize(
    "sentence",
    [
        "青禾集团带来了新的机遇。",
        "展会带来了巨大的影响。",
        "青禾集团推出一系列新产品。",
        "青禾集团展示了中国形象。",
        "青禾集团展示最新成果。",
        "相关产业受益。",
        "各领域专家到场。",
        "这是一项先进技术。",
    ],
)
def test_general_words_are_no_terms(recognised, sentence):
    """Chances, influence, results and general heads name no product, technology or trade."""
    terms = ("Product", "Technology", "Industry")
    assert [found for found in surfaces(recognised(sentence)) if found[1] in terms] == []


def test_people_in_a_list_are_no_fields(recognised):
    """等领域专家 does not end a list of fields with people for its head, nor 等行业企业."""
    assert names(recognised("来自医疗、物流等行业企业的代表到场。"), "Industry") == []


@pytest.mark.xfail(strict=True, reason="选 inside 色选机 is taken for a verb, and the term is cut before it")
def test_a_verb_inside_a_term(recognised):
    """茶叶色选机 is one machine; 茶叶色 is nothing."""
    reading = recognised("青禾集团展出采茶机器人、智能烘干机以及茶叶色选机。")
    assert names(reading, "Product") == ["采茶机器人", "智能烘干机", "茶叶色选机"]


@pytest.mark.parametrize(
    ("sentence", "field"), [("该技术应用于环境监测领域。", "环境监测"), ("青禾集团专注于茶叶加工领域。", "茶叶加工")]
)
def test_one_field(recognised, sentence, field):
    """A field is named by what stands before 领域, as in a list."""
    assert names(recognised(sentence), "Industry") == [field]


@pytest.mark.xfail(strict=True, reason="the object of a cue in a relative clause before its subject is not named")
def test_a_relative_clause_before_its_subject(recognised):
    """展出乙的甲 names 乙."""
    assert names(recognised("展出采茶机器人的青禾集团来自杭州。"), "Product") == ["采茶机器人"]


def test_what_is_taken_along(recognised):
    """携…亮相 names what is shown."""
    assert names(recognised("青禾集团携采茶机器人亮相第三届东湖国际茶叶博览会。"), "Product") == ["采茶机器人"]


@pytest.mark.parametrize(
    ("sentence", "terms"),
    [
        ("合肥加快布局生命科学、卫星互联网等产业。", ["生命科学", "卫星互联网"]),
        ("合肥做大做强集成电路、航空装备等产业。", ["集成电路", "航空装备"]),
        ("合肥超前布局建设未来产业。", ["未来产业"]),
        ("资金投向生物医药、高端装备等战略性新兴产业。", ["生物医药", "高端装备"]),
    ],
)
def test_verbs_before_a_list_are_no_part_of_it(recognised, sentence, terms):
    """布局, 做大, 做强 and 建设 take the list for their object."""
    assert names(recognised(sentence), "Industry") == terms


@pytest.mark.parametrize("sentence", ["论坛围绕开放、治理、共享等热点话题展开。", "他们走访了绍兴、宁波等方向的茶园。"])
def test_general_words_and_places_are_no_trades(recognised, sentence):
    """What everybody is for, and where one goes, are no fields of application."""
    assert names(recognised(sentence), "Industry") == []


def test_what_is_only_pointed_at_has_no_name(recognised):
    """这套智能系统 names nothing."""
    assert names(recognised("青禾集团研发的这套智能系统很好用，公司还研发了这套智能系统。"), "Product") == []
