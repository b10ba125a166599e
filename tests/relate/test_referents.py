"""What points back: 该公司, 该产品, 其, 本届; the article's own edition and place."""

from __future__ import annotations

import pytest

from graph.relate.referents import main_edition

from .conftest import Fact, facts, figures

EDITION = "第三届东湖国际茶叶博览会"


@pytest.mark.parametrize(
    "article",
    [
        "青禾集团位于杭州市。该公司生产采茶机器人。",
        "青禾集團位於杭州市。該公司生產採茶機器人。",
        "青禾集团位于杭州市。公司生产采茶机器人。",
        "青禾集团位于杭州市。其生产采茶机器人。",
        "青禾集团位于杭州市，其生产采茶机器人。",
        "青禾集团位于杭州市。生产采茶机器人。",
    ],
)
def test_the_firm_goes_on(extracted, article):
    """该公司, 公司, 其 and no subject at all mean the firm that was spoken of."""
    (found,) = facts(extracted(article), "produces")
    assert found.subject[:2] == "青禾"


def test_the_firm_is_the_subject_not_the_object(extracted):
    """Of two firms in the sentence before, 该公司 means the one that it was about."""
    found = facts(extracted("青禾集团收购了白鹭集团。该公司生产采茶机器人。"), "produces")
    assert found == [Fact("青禾集团", "produces", "采茶机器人")]


@pytest.mark.parametrize("words", ["该产品", "该设备", "这款机器人"])
def test_the_product(extracted, words):
    """该产品, 该设备 and 这款机器人 mean the product named last."""
    found = facts(extracted(f"青禾集团研发了采茶机器人。{words}采用多目视觉技术。"), "usesTechnology")
    assert found == [Fact("采茶机器人", "usesTechnology", "多目视觉技术")]


def test_the_technology(extracted):
    """该技术 means the technology named last, in the next clause too."""
    found = facts(extracted("青禾集团研发了多目视觉技术。该技术应用于医疗、物流等领域。"), "appliedIn")
    assert [(f.subject, f.object) for f in found] == [("多目视觉技术", "医疗"), ("多目视觉技术", "物流")]


@pytest.mark.parametrize(
    "sentence", ["该公司生产采茶机器人。", "该产品采用多目视觉技术。", "它采用多目视觉技术。", "其位于杭州市。"]
)
def test_no_antecedent(extracted, sentence):
    """A pronoun with nothing before it gives nothing."""
    assert facts(extracted(sentence)) == []


def test_another_paragraph_does_not_lend_its_subject(extracted):
    """A clause without a subject looks no further back than its paragraph."""
    assert facts(extracted("青禾集团很有名。\n生产采茶机器人是一门学问。"), "produces") == []


def test_this_edition(extracted):
    """本届博览会 is the edition that the article is about."""
    found = facts(extracted(f"{EDITION}昨天开幕。本届博览会由青禾集团承办。"), "organises")
    assert found == [Fact("青禾集团", "organises", EDITION)]


@pytest.mark.parametrize(("title", "edition"), [(f"{EDITION}开幕", EDITION), ("茶香满城", "")])
def test_a_firm_takes_part_in_the_edition_of_the_title(extracted, title, edition):
    """参展 without an object means the edition that title or lead name; without one, nothing."""
    found = facts(extracted(f"{title}\n茶香四溢。\n青禾集团参展。", title=title), "exhibitsAt")
    assert [f.object for f in found] == ([edition] if edition else [])


def test_the_city_as_a_whole(extracted):
    """全市 and 该市 mean the city that the article is about."""
    said = extracted("杭州市茶叶产量达到3万吨。全市共有茶企800家。该市出口额达到6亿元。")
    assert {f.about for f in figures(said)} == {"杭州市"}


def test_the_main_edition(recognised):
    """The edition named first in title or lead is what an article is about."""
    reading = recognised(f"{EDITION}昨天开幕。\n第五届茶机展览会明年举行。")
    index = main_edition(reading.mentions, reading)
    assert index is not None
    assert reading.mentions[index].surface == EDITION


def test_no_main_edition(recognised):
    """An article that names none is about none."""
    reading = recognised("青禾集团昨天开业。")
    assert main_edition(reading.mentions, reading) is None


def test_it(extracted):
    """它 before a verb about offerings means the product."""
    found = facts(extracted("青禾集团研发了采茶机器人，它采用多目视觉技术。"), "usesTechnology")
    assert found == [Fact("采茶机器人", "usesTechnology", "多目视觉技术")]


def test_the_province_just_named(extracted):
    """全省 in a sentence that names a province is that one, though the article is more about another."""
    said = extracted("浙江省茶叶产量3万吨。浙江省茶园面积2万亩。安徽省茶园多，全省产量1万吨。")
    assert [(f.about, f.value) for f in figures(said)][-1] == ("安徽省", "10000")


@pytest.mark.parametrize(
    ("article", "subject"),
    [
        ("青禾集团到场。这家企业位于苏州市。", "青禾集团"),
        ("虹桥理工大学很有名。该校位于苏州市。", "虹桥理工大学"),
        ("云海省茶叶协会很有名。该协会位于苏州市。", "云海省茶叶协会"),
        ("青禾集团收购了白鹭集团。后者位于苏州市。", "白鹭集团"),
        ("青禾集团收购了白鹭集团，前者位于苏州市。", "青禾集团"),
        ("青禾集團收購了白鷺集團。後者位於蘇州市。", "白鷺集團"),
    ],
)
def test_who_lies_there(extracted, article, subject):
    """这家企业, 该校 and 该协会 mean the body just spoken of; 前者 and 后者 the first and the second of two."""
    assert [f.subject for f in facts(extracted(article), "locatedIn")] == [subject]


@pytest.mark.parametrize(
    "article",
    [
        "青禾集团和白鹭集团到场。该公司位于苏州市。",
        "青禾集团、白鹭集团和云杉科技到场。后者位于苏州市。",
        "青禾集团和白鹭集团到场。其位于苏州市。",
        "青禾集团很有名。\n白鹭集团很好。\n天气好。\n风大。\n该公司位于苏州市。",
        "沈知远很有名。它位于苏州市。",
        "青禾集团很有名，他位于苏州市。",
    ],
)
def test_nobody_is_meant_for_sure(extracted, article):
    """Of several that fit alike, far back or of another kind, none is taken."""
    assert facts(extracted(article), "locatedIn") == []


@pytest.mark.parametrize(
    "article",
    [
        "青禾集团与白鹭集团昨天会谈，双方签署了合作协议。",
        "青禾集团与白鹭集团昨天会谈。两家公司签署了合作协议。",
        "青禾集团董事长沈知远与白鹭集团总裁许一舟昨天会谈。双方签署了合作协议。",
    ],
)
def test_both(extracted, article):
    """双方 and 两家公司 are the two bodies of the words before."""
    found = facts(extracted(article), "signsContractWith")
    assert [(f.subject, f.object) for f in found] == [("青禾集团", "白鹭集团")]


@pytest.mark.parametrize(
    "article",
    [
        "青禾集团与白鹭集团、云杉科技昨天会谈。双方签署了合作协议。",
        "青禾集团与白鹭集团昨天会谈。\n双方签署了合作协议。",
        "青禾集团到场。双方签署了合作协议。",
        "青禾集团与白鹭集团昨天会谈。有两家公司签署了合作协议。",
    ],
)
def test_not_both(extracted, article):
    """Of three, over a paragraph, of one, and of two others nothing is said."""
    assert facts(extracted(article), "signsContractWith") == []


def test_each_of_both(extracted):
    """What both establish, each establishes."""
    found = facts(extracted("青禾集团与白鹭集团昨天会谈。两家公司建设了青云产业园。"), "establishes")
    assert [f.subject for f in found] == ["青禾集团", "白鹭集团"]


def test_the_founder_by_a_pronoun(extracted):
    """他 is a person, also over the start of a paragraph."""
    for break_ in ("", "\n"):
        found = facts(extracted(f"沈知远很有名。{break_}他创办了青禾集团。"), "founds")
        assert [(f.subject, f.object) for f in found] == [("沈知远", "青禾集团")]


def test_the_place_there(extracted):
    """当地 is the place named last, not the one that the article began with, and no list."""
    article = "浙江省多地下雨。杭州市很热闹，当地茶叶产量达到3000吨。"
    assert [(n.about, n.value) for n in figures(extracted(article))] == [("杭州市", "3000")]
    listed = extracted("杭州市、苏州市很热闹，当地茶叶产量达到3000吨。")
    assert [n.about for n in figures(listed)] != ["苏州市"]


def test_the_province_of_the_sentence_before(extracted):
    """全省 is the province that opens the sentence before, though the article names another more often."""
    said = extracted("浙江省茶园多。浙江省产茶。\n安徽省春茶采摘结束。全省产量1万吨。")
    assert [(f.about, f.value) for f in figures(said)] == [("安徽省", "10000")]


def test_the_place_here(extracted):
    """当地 before a predicate is the place named last, before a noun it is nobody."""
    said = extracted("在杭州市，春茶开采。当地还投入采茶机300台。")
    assert [(f.about, f.value) for f in figures(said)] == [("杭州市", "300")]
