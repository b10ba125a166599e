"""Across articles: short and full names, aliases that another article defines, series, editions; and what stays apart."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.firms import short_forms
from graph.gazetteer import load_gazetteer
from graph.resolve.merge import closed

from .by_hand import article, ids, know, named, ontology, reasons

FULL = "浙江栩川智能科技有限公司"
SERIES = "中国(宁波)国际海工装备交易会"


def _firm(name):
    return article(f"{name}宣布", named(name, "Company"))


def _defines(full, short, type="Company"):
    return article(f"{full}（简称“{short}”）", named(full, type), named(short, type, "definition", full))


def _edition(name, series):
    return article(f"{name}开幕", named(name, "FairEdition", "pattern"), named(series, "Fair", "pattern"))


def _forms(name):
    return list(short_forms(name, ontology().classes["Company"].prefixes, load_gazetteer()))


def test_full_name_short_form_and_the_other_script_are_one():
    """A full name, its short form in a second article and that in the other script in a third make one node."""
    full = "浙江澜岸数据有限公司"
    knowledge = know(_firm(full), _firm("澜岸数据"), _firm("瀾岸數據"), _firm("澜岸数码"))
    assert set(ids(knowledge, "org")) == {full, "澜岸数码"}
    firm = knowledge.entity(f"org/{full}")
    assert (firm.name, len(firm.aliases), len(firm.mentions)) == (full, 1, 3)
    assert reasons(knowledge, firm.id) == {
        "澜岸数据": f"“澜岸数据” is what remains of “{full}” without place, trade and legal form; "
        "no other name here has that short form"
    }


@pytest.mark.parametrize("short", ["甲川", "甲川智能"])
def test_two_firms_that_share_a_short_form_stay_two(short):
    """成都甲川机器人 and 浙江甲川智能科技 stay two; what fits both (甲川) is a third, what fits one goes to that one."""
    names = ["成都甲川机器人有限公司", "浙江甲川智能科技有限公司"]
    found = ids(know(*map(_firm, [*names, short])), "org")
    assert found == sorted([*names, "甲川"] if short == "甲川" else names)


def test_a_short_form_that_differs_by_its_place_alone_is_given_to_neither_of_two():
    """浙江栩川智能 and 江苏栩川智能 are two, and 栩川智能 is neither, near as it is to both."""
    names = ["江苏栩川智能有限公司", "浙江栩川智能有限公司", "栩川智能"]
    assert ids(know(*map(_firm, names)), "org") == sorted(names)


def test_a_place_before_a_short_form_makes_no_other_firm():
    """浙江栩川智能 is 栩川智能 with its place before it."""
    assert ids(know(_firm("栩川智能股份有限公司"), _firm("浙江栩川智能")), "org") == ["栩川智能股份有限公司"]


def test_a_firm_of_another_place_is_another_firm():
    """武汉澜岸数据有限公司 and 上海澜岸数据有限公司 are two."""
    names = ["上海澜岸数据有限公司", "武汉澜岸数据有限公司"]
    assert ids(know(*map(_firm, names)), "org") == names


def test_a_group_is_one_with_and_without_its_legal_form():
    """安徽栩弧集团 is 安徽栩弧集团有限公司, not a second firm."""
    assert ids(know(_firm("安徽栩弧集团有限公司"), _firm("安徽栩弧集团")), "org") == ["安徽栩弧集团有限公司"]


def test_an_alias_that_one_article_defines_names_the_same_in_another():
    """蜀屿航材, which no rule derives from the full name, is known from the article that defines it."""
    full = "四川蜀屿航空材料有限公司"
    knowledge = know(_defines(full, "蜀屿航材"), _firm("蜀屿航材"))
    assert ids(knowledge, "org") == [full]


def test_an_alias_of_two_characters_that_is_like_a_short_form_is_what_the_text_says():
    """栩能 is defined for a firm that might also be called 栩川: one character more or less does not speak against a text."""
    full = "浙江栩川智能科技有限公司"
    assert ids(know(_defines(full, "栩能"), _firm("栩能")), "org") == [full]


def test_an_alias_that_two_articles_define_differently_stays_apart():
    """Where 海澜 is short for two firms, an article that only says 海澜 means neither for certain."""
    names = ["宁波海曙澜石有限公司", "青岛海港澜图有限公司"]
    knowledge = know(_defines(names[0], "海澜"), _defines(names[1], "海澜"), _firm("海澜"))
    assert ids(knowledge, "org") == sorted([*names, "海澜"])


@pytest.mark.parametrize("short", ["海交会", "海装交会"])
def test_the_short_name_of_a_fair_is_its_full_name(short):
    """Three or four characters that stand in exactly one full name, in their order, are that fair."""
    knowledge = know(*(article(f"{n}开幕", named(n, "Fair", "pattern")) for n in (SERIES, short)))
    (fair,) = [e for e in knowledge.entities if e.type == "Fair"]
    assert (fair.name, fair.aliases) == (SERIES, (short,))


@pytest.mark.parametrize("short", ["交海会", "海交展", "海博会"])
def test_a_short_name_with_other_characters_is_another_fair(short):
    """Characters in another order, another ending or a character that the full name lacks make no short name of it."""
    knowledge = know(*(article(f"{n}开幕", named(n, "Fair", "pattern")) for n in (SERIES, short)))
    assert len(ids(knowledge, "occasion")) == 2


def test_a_short_name_ends_as_the_full_name_does():
    """海交会 is no short name of 中国海洋交通会展, though all its characters stand there."""
    knowledge = know(*(article(f"{n}开幕", named(n, "Fair", "pattern")) for n in ("中国海洋交通会展", "海交会")))
    assert len(ids(knowledge, "occasion")) == 2


def test_a_short_name_that_fits_two_fairs_stays_apart():
    """屿博会 fits two full names, so it is neither."""
    names = ["东澜屿岸产品博览会", "西澜屿岸产业博览会", "屿博会"]
    knowledge = know(*(article(f"{n}开幕", named(n, "Fair", "pattern")) for n in names))
    assert ids(knowledge, "occasion") == sorted(names)


@pytest.mark.parametrize("other", ["第九届海交会", "第九屆海交會", "第9届海交会", f"第9届{SERIES}"])
def test_an_edition_is_one_under_every_name_of_its_series(other):
    """第九届 and 第9届, full and short name of the series, both scripts: one edition."""
    series = other[3:]
    knowledge = know(_edition(f"第九届{SERIES}", SERIES), _edition(other, series))
    assert [e.id for e in knowledge.entities if e.type == "FairEdition"] == [
        "occasion/第九届中国-宁波-国际海工装备交易会"
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("首届", "第一届"),
        ("第十届", "第10届"),
        ("第二十一届", "第21届"),
        ("第一百零八届", "第108届"),
        ("2023", "2023年"),
    ],
)
def test_numbers_of_editions_are_read(one, other):
    """首届 is the first, and numerals and digits say the same."""
    knowledge = know(_edition(f"{one}澜岸交易会", "澜岸交易会"), _edition(f"{other}澜岸交易会", "澜岸交易会"))
    assert sum(e.type == "FairEdition" for e in knowledge.entities) == 1


@pytest.mark.parametrize("one", ["第八届", "2022年", "第十九届", "第一百零九届"])
def test_other_numbers_are_other_editions(one):
    """Editions of different numbers or years stay apart."""
    knowledge = know(_edition(f"{one}澜岸交易会", "澜岸交易会"), _edition("第九届澜岸交易会", "澜岸交易会"))
    assert sum(e.type == "FairEdition" for e in knowledge.entities) == 2


def test_numerals_digit_by_digit_are_read():
    """第一三四届 is the 134th edition, and not the fourth."""
    editions = [_edition(f"{n}澜岸交易会", "澜岸交易会") for n in ("第一三四届", "第134届", "第四届")]
    assert ids(know(*editions), "occasion") == ["澜岸交易会", "第一三四届澜岸交易会", "第四届澜岸交易会"]


def test_editions_of_two_fairs_stay_two():
    """第三届 of one series and 第三届 of another have nothing to do with each other."""
    knowledge = know(_edition("第三届东澜博览会", "东澜博览会"), _edition("第三届西陵博览会", "西陵博览会"))
    assert sum(e.type == "FairEdition" for e in knowledge.entities) == 2


def test_a_technology_said_shorter_in_the_same_article_is_one():
    """视觉技术 and 全视觉技术 in one article are one technology; in two articles they stay apart."""
    words = [named("视觉技术", "Technology"), named("全视觉技术", "Technology")]
    assert ids(know(article("全视觉技术，即视觉技术", *words)), "offering") == ["全视觉技术"]
    apart = know(article("视觉技术很快", words[0]), article("全视觉技术很快", words[1]))
    assert ids(apart, "offering") == ["全视觉技术", "视觉技术"]


def test_a_general_word_more_makes_no_other_technology():
    """灵目 and 灵目技术 are one technology in two articles too; a product of that name is not it."""
    technique = article("灵目技术很快", named("灵目技术", "Technology"))
    assert ids(know(technique, article("灵目很快", named("灵目", "Technology"))), "offering") == ["灵目技术"]
    assert ids(know(technique, article("灵目很快", named("灵目", "Product"))), "offering") == ["灵目", "灵目技术"]


@pytest.mark.parametrize(
    ("name", "forms"),
    [
        (FULL, ["浙江栩川智能科技", "栩川智能科技", "栩川智能", "栩川"]),
        ("安徽栩弧集团有限公司", ["安徽栩弧", "栩弧"]),
        ("中屿（宁波）机械有限公司".replace("（", "(").replace("）", ")"), ["中屿机械", "中屿"]),
    ],
)
def test_short_forms_of_a_firm(name, forms):
    """Legal form, place and trade are left out one after the other; a place in brackets falls too."""
    assert [form for form in _forms(name) if form in forms] == forms


@pytest.mark.parametrize(("name", "trade"), [("江川光电有限公司", "光电"), ("苏州光电科技有限公司", "光电")])
def test_a_trade_alone_is_no_short_form(name, trade):
    """What is left of 江川光电 without 江川 (a district's name) is a trade, which is nobody's name."""
    assert trade not in _forms(name)


@given(st.lists(st.sampled_from("甲乙丙丁"), min_size=2, max_size=4, unique=True))
def test_chains_of_merges_are_followed_to_their_end(names):
    """A → B → C leads A and B to C."""
    keys = [("org", name) for name in names]
    moved = closed([(a, b, "", 1.0) for a, b in itertools.pairwise(keys)])
    assert set(moved.values()) == {keys[-1]}
    assert set(moved) == set(keys[:-1])


ARTICLES = (
    _firm(FULL),
    _firm("栩川智能"),
    _defines("四川蜀屿航空材料有限公司", "蜀屿航材"),
    _firm("蜀屿航材"),
    _edition("第九届中国(宁波)国际海工装备交易会", SERIES),
    _edition("第9届海交会", "海交会"),
    _firm("成都甲川机器人有限公司"),
    _firm("浙江甲川智能科技有限公司"),
    _firm("甲川"),
)


@settings(max_examples=40, deadline=None)
@given(st.permutations(ARTICLES))
def test_the_order_of_the_articles_is_of_no_consequence(articles):
    """Entities, judgements and everything else but the order of the texts are the same."""
    one, other = know(*ARTICLES), know(*articles)
    assert (one.entities, one.judgements, one.background) == (other.entities, other.judgements, other.background)
