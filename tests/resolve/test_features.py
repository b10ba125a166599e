"""Every feature of a pair of names: a pair for which it holds, and one near to it for which it does not."""

from __future__ import annotations

import pytest

from graph.resolve.compared import Compared
from graph.resolve.features import FEATURES
from graph.resolve.weighing import weights

from .by_hand import alias, article, claim, compared, named, of

FULL = "浙江栩川智能科技有限公司"
# What the pairs together give, not a pair by itself.
OF_ALL = frozenset({"only one", "several"})

# Feature, class of both; a pair that has it; one that has not. Each name stands in an article of its own.
BY_NAME = [
    ("same core", "Company", ("栩川智能", "浙江栩川科技有限公司"), ("栩川智能", "浙江澜岸科技有限公司")),
    ("long core", "Company", ("栩川澜科技", "浙江栩川澜智能有限公司"), ("栩川科技", "浙江栩川智能有限公司")),
    ("long core", "Company", ("栩川澜科技", "浙江栩川澜智能有限公司"), ("江苏钢铁", "江苏钢铁集团有限公司")),
    ("plain core", "Company", ("江苏钢铁", "江苏钢铁集团有限公司"), ("江苏钢铁", "江苏钢铁有限公司")),
    ("plain core", "Company", ("电力企业", "电力企业集团"), ("栩川企业", "栩川企业集团")),
    ("same trade", "Company", ("栩川智能", "浙江栩川智能有限公司"), ("栩川智能", "浙江栩川科技有限公司")),
    ("same trade", "Company", ("栩川智能", "栩川智能有限公司"), ("栩川", "栩川有限公司")),
    ("legal form dropped", "Company", ("栩川智能", "栩川智能有限公司"), ("栩川智能", "浙江栩川智能有限公司")),
    ("legal form dropped", "Company", ("栩川", "栩川集团"), ("栩川", "栩川智能有限公司")),
    ("head dropped", "Company", ("栩川", "栩川集团"), ("栩川", "栩川有限公司")),
    ("head dropped", "Company", ("栩川", "栩川控股有限公司"), ("栩川", "栩川智能股份有限公司")),
    ("shares dropped", "Company", ("栩川", "栩川股份"), ("栩川智能", "栩川智能股份")),
    ("trade dropped", "Company", ("栩川", "栩川智能有限公司"), ("栩川澜", "栩川澜智能有限公司")),
    ("trade dropped", "Company", ("栩川", "栩川智能有限公司"), ("栩川科技", "栩川智能有限公司")),
    ("short form", "Company", ("栩川智能", FULL), ("栩川机械", FULL)),
    ("short form", "Company", ("浙江栩川", FULL), ("浙江栩川", "浙江栩川智能科技")),
    ("place dropped", "Company", ("栩川智能", "浙江栩川智能有限公司"), ("浙江栩川智能", "浙江栩川智能有限公司")),
    ("known elsewhere", "Company", ("大众汽车", "江苏大众汽车有限公司"), ("栩川汽车", "江苏栩川汽车有限公司")),
    ("place kept", "Company", ("杭州栩川智能", "杭州市栩川智能"), ("栩川智能", "杭州市栩川智能")),
    ("bare core", "Company", ("栩川", "浙江栩川"), ("栩川智能", "浙江栩川智能")),
    ("place otherwise called", "Event", ("印尼栩川论坛", "印度尼西亚栩川论坛"), ("印尼栩川论坛", "印度栩川论坛")),
    ("place tells", "ResearchInstitute", ("澜岸研究院", "江苏澜岸研究院"), ("浙江澜岸研究院", "江苏澜岸研究院")),
    ("other place", "Company", ("浙江栩川智能", "江苏栩川智能有限公司"), ("浙江栩川澜智能", "杭州栩川澜智能有限公司")),
    ("other place", "Company", ("浙江栩川智能", "杭州栩川智能有限公司"), ("杭州栩川智能", "杭州市栩川智能有限公司")),
    ("other place", "Company", ("浙江栩川智能", "江苏栩川智能有限公司"), ("栩川智能", "江苏栩川智能有限公司")),
    (
        "other place",
        "Company",
        ("浙江栩川智能有限公司", "杭州栩川智能有限公司"),
        ("浙江栩川智能有限公司", "浙江省栩川智能有限公司"),
    ),
    ("other place", "University", ("浙江澜岸大学", "杭州澜岸大学"), ("浙江澜岸大学", "浙江省澜岸大学")),
    ("other trade", "Company", ("栩川机械", "浙江栩川科技有限公司"), ("栩川智能", FULL)),
    ("other trade", "Company", ("栩川机械", "浙江栩川科技有限公司"), ("栩川", FULL)),
    ("group and member", "Company", ("栩川集团", "栩川股份有限公司"), ("栩川集团", "栩川集团有限公司")),
    ("group and member", "Company", ("栩川矿业", "栩川集团矿业有限公司"), ("栩川矿业", "栩川矿业有限公司")),
    ("group and member", "Company", ("栩川集团", "栩川矿业有限公司"), ("栩川", "栩川矿业有限公司")),
    ("rank against trade", "Company", ("栩川股份", "栩川矿业有限公司"), ("栩川股份", "栩川矿业股份有限公司")),
    ("core kept", "Company", ("栩川智科", "浙江栩川智能科技有限公司"), ("栩川机科", "浙江栩川智能科技有限公司")),
    ("core kept", "Company", ("栩川智科", "浙江栩川智能科技有限公司"), ("川智科", "浙江栩川智能科技有限公司")),
    ("general alias", "Company", ("公司", FULL), ("栩川", FULL)),
    ("general alias", "Policy", ("办法", "栩川河治理办法"), ("栩川办法", "栩川河治理办法")),
    ("abbreviation", "Association", ("栩数会", "栩川数据协会"), ("数栩会", "栩川数据协会")),
    ("abbreviation", "Association", ("栩数会", "浙江栩川数据协会"), ("江川会", "浙江栩川数据协会")),
    ("abbreviation", "Association", ("栩数会", "栩川数据协会"), ("栩川数据", "栩川数据协会")),
    ("middle dropped", "ResearchInstitute", ("栩川实验室", "栩川澜岸实验室"), ("栩川实验室", "栩岸川陵实验室")),
    ("firms abbreviation", "Company", ("栩数", "栩川数据有限公司"), ("栩川", "栩川数据有限公司")),
    ("loose abbreviation", "Position", ("副理", "副总经理"), ("总经", "副总经理")),
    ("ends alike", "Association", ("栩数会", "栩川数据协会"), ("栩数协", "栩川数据协会组")),
    ("ends alike", "University", ("栩川大", "栩岸川陵大学"), ("栩川陵", "栩岸川陵大学")),
    ("well shaped", "Association", ("栩数协", "栩川数据协会"), ("栩川会", "栩岸川数据信息联合协会")),
    ("series", "Fair", ("栩博会", "栩川国际博览会"), ("栩博会", "澜岸国际博览会")),
    ("series", "Fair", ("栩博会", "中国栩川国际博览会"), ("栩博展", "中国栩川国际博览会")),
    ("nation dropped", "Association", ("澜岸协会", "中国澜岸协会"), ("澜岸协会", "浙江澜岸协会")),
    ("nation dropped", "Association", ("澜岸协会", "中华全国澜岸协会"), ("澜岸协会", "中国东方澜岸协会")),
    ("nation dropped", "Fair", ("澜岸大会", "中国国际澜岸大会"), ("澜岸大会", "栩川国际澜岸大会")),
    ("place before", "Facility", ("栩川大桥", "浙江栩川大桥"), ("栩川大桥", "澜岸栩川大桥")),
    ("place before", "Facility", ("栩川大桥", "浙江栩川大桥"), ("浙江栩川", "浙江栩川大桥")),
    ("part of the name", "Product", ("栩行机器人", "栩行机器人二型"), ("栩行机器人", "岸行机器人二型")),
    ("part of the name", "Association", ("澜岸协会", "栩川澜岸协会"), ("澜岸协会", "中国澜岸协会")),
    ("part of the name", "Company", ("澜岸电讯社", "澜岸电讯社东部"), ("澜岸智能", "澜岸智能有限公司")),
    ("general word dropped", "Industry", ("澜能产业", "澜能行业"), ("澜能产业", "岸能产业")),
    ("general word dropped", "Technology", ("灵目", "灵目技术"), ("灵目", "灵目系统")),
    ("general word dropped", "Region", ("澜岸", "澜岸地区"), ("澜岸", "澜岸省")),
    ("same reading", "Company", ("栩川志能", "栩川智能"), ("栩川智能", "栩川动能")),
    ("same reading", "Company", ("栩川志能", "浙江栩川智能有限公司"), ("栩川志能", "浙江栩川动能有限公司")),
    ("same brand", "Product", ("“甲川”摄像机", "“甲川”夜视摄像机"), ("“甲川”摄像机", "“乙湖”摄像机")),
    ("same brand", "Product", ("“甲川”摄像机", "“甲川”夜视摄像机"), ("甲川摄像机", "“甲川”夜视摄像机")),
    ("one character", "Company", ("栩川智能", "栩川动能"), ("栩川志能", "栩川智能")),
    ("one character", "Company", ("栩川智能", "栩川动能"), ("栩川智能", "栩川动力")),
    ("one character", "Company", ("栩能", "栩川"), ("栩能", "栩川有限公司")),
    ("long name", "Product", ("甲川乙湖栩行机器人", "甲川乙河栩行机器人"), ("栩行机器人", "栩行机械人")),
    ("long name", "Product", ("栩行机器人", "栩行机气人"), ("栩行机器人", "栩型机械人")),
    ("telling character", "Product", ("栩行一号", "栩行二号"), ("栩行一号", "栩行天号")),
    ("telling character", "Facility", ("栩川南站", "栩川北站"), ("栩川南站", "栩川南桥")),
    ("number dropped", "Product", ("栩章号", "栩章四号"), ("栩章四号", "栩章四号机")),
    ("number dropped", "Organisation", ("第一栩川中学", "第二栩川中学"), ("四川栩川中学", "栩川中学")),
    ("other edition", "FairEdition", ("第八届栩川展", "第九届栩川展"), ("第9届栩川展", "第九届栩川展")),
    ("other edition", "FairEdition", ("2023年栩川展", "2024年栩川展"), ("第九届栩川展", "栩川展")),
    ("edition and series", "Fair", ("栩川博览会", "第九届栩川博览会"), ("第八届栩川博览会", "第九届栩川博览会")),
    ("known apart", "Province", ("江苏省", "浙江省"), ("江苏省", "栩川省")),
    ("of places", "Region", ("栩川", "栩川湾"), ("栩川", "栩川地区")),
    ("branch", "Company", ("栩川银行", "栩川银行苏州分行"), ("栩川银行", "栩川银行有限公司")),
    ("branch", "Company", ("栩川", "栩川研究院"), ("栩川", "栩川智能")),
]


def _pair(names: tuple[str, str], type: str) -> Compared:
    return compared(*names, *(of(name, type) for name in names))


@pytest.mark.parametrize(("feature", "type", "holds", "not_"), BY_NAME)
def test_features_of_names(feature, type, holds, not_):
    """A feature that depends on the names alone."""
    assert FEATURES[feature](_pair(holds, type))
    assert not FEATURES[feature](_pair(not_, type))


SHORT, OTHER = "栩川智能", "江苏澜岸科技有限公司"


def _beside(*names: str, joint: str = "、") -> object:
    """An article that lists firms one after the other."""
    return article(f"{joint.join(names)}参展", *(named(name, "Company") for name in names))


def _with(name: str, *others: str) -> object:
    """An article about a firm that names others too."""
    return article(f"{name}说，" + "。".join(others), *(named(one, "Company") for one in (name, *others)))


def _in(name: str, place: str) -> object:
    return article(f"{name}在{place}", named(name, "Company"), named(place, "Province"))


def _deals(one: str, other: str) -> object:
    firms = [named(one, "Company"), named(other, "Company")]
    return article(f"{one}向{other}供货", *firms, claims=[claim(0, "suppliesTo", 1)])


def _makes(firm: str, product: str) -> object:
    names = [named(firm, "Company"), named(product, "Product")]
    return article(f"{firm}生产{product}", *names, claims=[claim(0, "produces", 1)])


def _serves(person: str, firm: str) -> object:
    names = [named(firm, "Company"), named(person, "Person", "tagger")]
    return article(f"{firm}的{person}", *names, claims=[claim(1, "affiliatedWith", 0)])


def _shortens(short: str, full: str) -> object:
    """An article that has a firm in full and calls it by a shorter name without a word about it."""
    return article(f"{full}说，{short}", named(full, "Company"), named(short, "Company", "short-form", full))


COMPANY = ("岸田重工", "湖屿机械", "溟渊精密")
# Feature; the two names; articles by which it holds; articles by which it does not.
BY_ARTICLE = [
    ("same place", (SHORT, FULL), [_in(SHORT, "浙江"), of(FULL)], [_in(SHORT, "江苏"), of(FULL)]),
    ("same place", (SHORT, FULL), [_in(SHORT, "浙江省"), of(FULL)], [of(SHORT), _in(FULL, "浙江")]),
    ("introduced", ("栩能", FULL), [alias("栩能", FULL), of("栩能")], [of("栩能"), of(FULL)]),
    (
        "introduced",
        ("栩能", FULL),
        [alias("栩能", FULL), of("栩能")],
        [alias("栩能", FULL), alias("栩能", OTHER), of("栩能")],
    ),
    (
        "introduced for several",
        ("栩能", FULL),
        [alias("栩能", FULL), alias("栩能", OTHER), of("栩能")],
        [alias("栩能", FULL), of("栩能"), of(OTHER)],
    ),
    ("shortened elsewhere", (SHORT, FULL), [_shortens(SHORT, FULL), of(SHORT)], [of(FULL), of(SHORT)]),
    (
        "shortened elsewhere",
        (SHORT, FULL),
        [_shortens(SHORT, FULL), of(SHORT)],
        [_shortens(SHORT, FULL), alias(SHORT, FULL), of(SHORT)],  # it is introduced, which says more
    ),
    (
        "shortened elsewhere",
        (SHORT, FULL),
        [_shortens(SHORT, FULL), of(SHORT)],
        [_shortens(SHORT, FULL), _shortens(SHORT, "江苏栩川智能有限公司"), of(SHORT)],
    ),
    ("introduced", (SHORT, FULL), [alias(SHORT, FULL), of(SHORT)], [_shortens(SHORT, FULL), of(SHORT)]),
    ("same article", (SHORT, FULL), [_with(SHORT, FULL)], [of(SHORT), of(FULL)]),
    ("same article", (SHORT, FULL), [_with(SHORT, FULL)], [_beside(SHORT, FULL)]),
    ("beside", (SHORT, FULL), [_beside(SHORT, FULL)], [_with(SHORT, FULL)]),
    ("beside", (SHORT, FULL), [_beside(SHORT, FULL, joint="与")], [_beside(SHORT, FULL, joint="即")]),
    ("related", (SHORT, FULL), [_deals(SHORT, FULL)], [_deals(SHORT, OTHER), of(FULL)]),
    (
        "company kept",
        (SHORT, FULL),
        [_with(SHORT, COMPANY[0]), _with(FULL, COMPANY[0])],
        [_with(SHORT, COMPANY[0]), _with(FULL, COMPANY[1])],
    ),
    (
        "company kept",
        (SHORT, FULL),
        [_with(SHORT, COMPANY[0]), _with(FULL, COMPANY[0])],
        [_with(SHORT, FULL, COMPANY[0])],  # one article is no agreement of two
    ),
    (
        "much company kept",
        (SHORT, FULL),
        [_with(SHORT, *COMPANY), _with(FULL, *COMPANY)],
        [_with(SHORT, *COMPANY[:2]), _with(FULL, *COMPANY[:2])],
    ),
    (
        "fuller",
        ("视觉技术", "全视觉技术"),
        [article("全视觉技术，即视觉技术", named("全视觉技术", "Technology"), named("视觉技术", "Technology"))],
        [of("全视觉技术", "Technology"), of("视觉技术", "Technology")],
    ),
    (
        "same body",
        ("沈知远", "沈之远"),
        [_serves("沈知远", FULL), _serves("沈之远", FULL)],
        [_serves("沈知远", FULL), _serves("沈之远", OTHER)],
    ),
    (
        "same body",
        ("沈知远", "沈之远"),
        [_serves("沈知远", FULL), _serves("沈之远", FULL)],
        [_serves("沈知远", FULL), of("沈之远", "Person")],
    ),
    (
        "same maker",
        ("栩行机器人", "栩行机械人"),
        [_makes(FULL, "栩行机器人"), _makes(FULL, "栩行机械人")],
        [_makes(FULL, "栩行机器人"), _makes(OTHER, "栩行机械人")],
    ),
    (
        "other class",
        ("栩川大学", "栩川大学集团"),
        [of("栩川大学", "University"), of("栩川大学集团")],
        [of("栩川大学", "Organisation"), of("栩川大学集团")],
    ),
    (
        "place tells",
        ("澜岸研究院", "浙江澜岸研究院"),
        [of("澜岸研究院", "ResearchInstitute"), of("浙江澜岸研究院", "ResearchInstitute")],
        [of("澜岸研究院"), of("浙江澜岸研究院")],
    ),
    (
        "nation dropped",
        ("澜岸", "中国澜岸"),
        [of("澜岸", "Association"), of("中国澜岸", "Association")],
        [of("澜岸"), of("中国澜岸")],  # 甲川中国 is a firm of its own, in 甲川
    ),
]


def test_two_bodies_of_the_gazetteer_are_known_apart():
    """科学技术部 and 教育部 are two, whatever is said of them; of a body that no list has nothing is known."""
    bodies = [of(name, "GovernmentBody") for name in ("科学技术部", "教育部", "栩川部")]
    assert FEATURES["known apart"](compared("科学技术部", "教育部", *bodies))
    assert not FEATURES["known apart"](compared("栩川部", "教育部", *bodies))


@pytest.mark.parametrize(("feature", "names", "holds", "not_"), BY_ARTICLE)
def test_features_of_articles(feature, names, holds, not_):
    """A feature that depends on what the articles say beside the names."""
    assert FEATURES[feature](compared(*names, *holds))
    assert not FEATURES[feature](compared(*names, *not_))


def test_every_feature_is_tested():
    """No feature without a pair that has it and one that has not."""
    assert {row[0] for row in (*BY_NAME, *BY_ARTICLE)} == set(FEATURES)


def test_every_feature_has_a_weight_and_every_weight_a_feature():
    """ontology/identity.csv lists the features, and what only the pairs together give."""
    assert set(weights()) == set(FEATURES) | OF_ALL


def test_every_feature_says_what_it_means():
    """The first line of a feature's function is its meaning, a sentence of its own."""
    meanings = [(function.__doc__ or "").splitlines()[0] for function in FEATURES.values()]
    assert len(set(meanings)) == len(FEATURES)
    assert [meaning for meaning in meanings if not meaning.endswith(".")] == []


@pytest.mark.parametrize("names", [(SHORT, FULL), ("栩川集团", "栩川股份有限公司"), ("栩川智能", "栩川动能")])
def test_features_do_not_depend_on_which_name_comes_first(names):
    """The shorter name is the first of a pair, whichever article comes first."""
    articles = [of(name) for name in names]
    one, other = compared(*names, *articles), compared(*names[::-1], *articles[::-1])
    assert [f for f in FEATURES if FEATURES[f](one)] == [f for f in FEATURES if FEATURES[f](other)]
