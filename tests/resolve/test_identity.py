"""Identity: the normal form of names, places behind names, what 市 and 省 before a body mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.gazetteer import load_gazetteer
from graph.resolve.entities import slug
from graph.resolve.identity import of_its_article, place_of, seat_of
from graph.resolve.normal import normal

from .by_hand import article, ids, know, named, reasons


def _place(name, *others):
    """The code of the place of a name in an article that names others too; None where it is not known."""
    found = place_of(name, article("，".join(others), *(named(other, "Place") for other in others)), load_gazetteer())
    return found and found.code


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("瀾岸數據", "澜岸数据"),
        ("臺州", "台州"),
        ("ＡＢＣ科技", "abc科技"),
        ("《行動方案》", "行动方案"),
        ("「雲帆」機器人", "云帆机器人"),
        ("Sprint Pro", "SprintPro"),
        ("崑山", "昆山"),
    ],
)
def test_spellings_of_one_name_have_one_normal_form(one, other):
    """Script, width, case, blanks and the marks of a title do not tell names apart."""
    assert normal(one) == normal(other)


def test_different_names_keep_different_normal_forms():
    """Digits, numerals and Latin letters do tell names apart."""
    assert len({normal(name) for name in ("栩行一号", "栩行二号", "栩行1号", "栩行S1", "栩行S2")}) == 5


@given(
    st.text(
        st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5) | st.sampled_from("Aa1９Ｚ·《》（） "), max_size=20
    )
)
def test_the_normal_form_is_stable(name):
    """The normal form of a normal form is itself."""
    assert normal(normal(name)) == normal(name)


@pytest.mark.parametrize(
    ("name", "code"),
    [("苏州", "320500"), ("苏州市", "320500"), ("江苏", "320000"), ("内蒙古", "150000"), ("延边", "222400")],
)
def test_a_place_has_its_code_by_full_and_short_name(name, code):
    """The full and the short name of a division lead to its GB/T 2260 code."""
    assert _place(name) == code


@pytest.mark.parametrize(("city", "code"), [("北京市", "110105"), ("长春市", "220104")])
def test_places_of_one_name_are_told_apart_by_what_the_article_names(city, code):
    """朝阳区 in an article that names 北京 is the one there, with 长春 the one there."""
    assert _place("朝阳区", city) == code


def test_a_name_that_several_places_share_stays_open():
    """朝阳区 in an article that names no larger place is none of the known ones."""
    assert _place("朝阳区") is None


def test_a_name_shared_with_a_larger_place_is_the_larger():
    """海南 is the province, and the prefecture only in an article that names 青海."""
    assert (_place("海南"), _place("海南", "青海")) == ("460000", "632500")


def test_a_name_is_not_its_own_support():
    """吉林 alone is the province; only 吉林省 beside it or another city of it would make it the city."""
    assert _place("吉林", "吉林") == "220000"


def test_the_city_is_meant_where_it_says_so():
    """吉林市 is the city, whatever else is named."""
    assert _place("吉林市", "吉林", "吉林省") == "220200"


def test_the_level_before_a_body_is_the_first_place_of_that_level():
    """市 is the first city or municipality that the article names, 省 the first province."""
    found = article("江苏，南京", named("江苏", "Province"), named("南京", "City"))
    gazetteer = load_gazetteer()
    assert [seat_of(found, level, gazetteer).name for level in "省市"] == ["江苏省", "南京市"]
    assert seat_of(found, "县", gazetteer) is None


def test_a_body_of_the_city_is_that_of_the_articles_city():
    """市商务委 in an article from 上海 and in one from 宁波 are two bodies, each with the reason."""
    knowledge = know(
        article("上海5月6日电市商务委表示", named("上海", "Province"), named("市商务委", "GovernmentBody")),
        article("宁波5月7日电市商务委表示", named("宁波", "City"), named("市商务委", "GovernmentBody")),
    )
    assert ids(knowledge, "org") == ["上海市商务委员会", "宁波市商务委员会"]


def test_a_body_of_no_known_city_keeps_its_own_words():
    """市商务委 in an article that names no city is 市商务委."""
    assert ids(know(article("市商务委表示", named("市商务委", "GovernmentBody"))), "org") == ["市商务委"]


def test_a_body_is_one_with_and_without_its_city():
    """上海市商务委 and 市商务委 in an article from 上海 are one, and the judgement says why."""
    knowledge = know(
        article("上海市商务委发布", named("上海市商务委", "GovernmentBody")),
        article("上海讯市商务委表示", named("上海", "Province"), named("市商务委", "GovernmentBody")),
    )
    assert ids(knowledge, "org") == ["上海市商务委员会"]
    assert reasons(knowledge, "org/上海市商务委员会") == {"市商务委": "the article is from 上海市"}


@pytest.mark.parametrize(
    ("name", "type", "place"),
    [
        ("区块链产业协会", "Association", "浦东新区"),
        ("市场监督管理局", "GovernmentBody", "上海市"),
        ("省力机械研究院", "ResearchInstitute", "江苏省"),
    ],
)
def test_a_word_that_begins_like_a_level_is_no_level(name, type, place):
    """The 区 of 区块链 is no district, so the name is not turned into 浦东新区块链."""
    knowledge = know(article(f"{place}，{name}", named(place, "Place"), named(name, type)))
    assert ids(knowledge, "org") != [f"{place}{name[1:]}"]


def test_a_known_body_is_one_under_all_its_names():
    """科技部 and 科學技術部 are the body of the gazetteer."""
    knowledge = know(
        article("科技部发布", named("科技部", "GovernmentBody", "gazetteer")),
        article("科學技術部發布", named("科學技術部", "GovernmentBody", "gazetteer")),
    )
    assert ids(knowledge, "org") == ["科学技术部"]


def test_the_name_of_the_state_is_no_part_of_a_body():
    """中华人民共和国 before a body does not make another body of it."""
    names = ("中华人民共和国航道局", "航道局")
    knowledge = know(*(article(f"{name}发布", named(name, "GovernmentBody")) for name in names))
    assert ids(knowledge, "org") == ["航道局"]


def test_a_place_that_several_share_is_a_place_of_its_article():
    """朝阳区 in two articles that do not say which is two places without a code, each with its article's id."""
    articles = [article(f"朝阳区{word}", named("朝阳区", "District")) for word in ("举行", "开幕")]
    knowledge = know(*articles)
    assert ids(knowledge, "place") == sorted(f"朝阳区-{one.text.document.id[:8]}" for one in articles)
    assert [(e.name, e.code) for e in knowledge.entities] == [("朝阳区", "")] * 2


def test_a_place_that_several_share_is_one_within_its_article():
    """Both mentions of 朝阳区 in one article mean one place."""
    twice = article("朝阳区举行，朝阳区说", named("朝阳区", "District"), named("朝阳区", "District"))
    (place,) = know(twice).entities
    assert len(place.mentions) == 2


def test_a_place_that_no_list_has_is_one_in_all_articles():
    """栩川区 is in no list: its name is all that is known, and it is one."""
    articles = [article(f"栩川区{word}", named("栩川区", "District")) for word in ("举行", "开幕")]
    assert ids(know(*articles), "place") == ["栩川区"]


def test_a_department_of_no_place_is_one_of_its_article():
    """人民政府: every place has one. Two articles that name no place mean two."""
    articles = [article(f"人民政府{word}", named("人民政府", "GovernmentBody")) for word in ("发布", "表示")]
    assert ids(know(*articles), "org") == sorted(f"人民政府-{one.text.document.id[:8]}" for one in articles)


def test_what_only_its_article_can_tell_keeps_its_id():
    """Another article changes nothing of it, whatever it names."""
    here, there = (article(f"人民政府{word}", named("人民政府", "GovernmentBody")) for word in ("发布", "表示"))
    (alone,) = know(here).entities
    assert alone in know(there, here).entities


@pytest.mark.parametrize(
    "title",
    [
        "栩川发展规划（2024—2027年）",
        "栩川发展规划(2024-2027)",
        "《栩川发展规划（2024年版）》",
        "栩川发展规划（试行）",
        "《栩川发展规划（征求意见稿）》",
        "《栩川發展規劃》",
    ],
)
def test_a_policy_is_one_with_and_without_its_years(title):
    """Years and stage in brackets behind a title make no other policy of it."""
    articles = [article(f"{name}发布", named(name, "Policy")) for name in (title, "《栩川发展规划》")]
    assert ids(know(*articles), "work") == ["栩川发展规划"]


@pytest.mark.parametrize("title", ["栩川发展规划(机械)", "栩川发展规划二", "2024年栩川发展规划", "栩川(2024)发展规划"])
def test_what_else_is_in_a_title_makes_another_policy(title):
    """A trade in brackets, a number, years before: another plan may be called so."""
    articles = [article(f"{name}发布", named(name, "Policy")) for name in (title, "栩川发展规划")]
    assert len(ids(know(*articles), "work")) == 2


def test_the_reason_of_a_title_without_its_years():
    """The judgement is on the title with them."""
    articles = [article(f"{name}发布", named(name, "Policy")) for name in ("栩川规划（2024年）", "栩川规划")]
    (reason,) = reasons(know(*articles), "work/栩川规划").values()
    assert reason == "title named without its years or its stage"


def test_a_known_firm_with_its_kind_behind_is_that_firm():
    """公司 or 总公司 behind the name of a firm of the gazetteer makes no other of it; behind another name it stays."""
    bodies = load_gazetteer().bodies
    firm = next(b for name, b in sorted(bodies.items()) if b.type == "Company" and f"{name}公司" not in bodies)
    known = know(
        *(article(f"{firm.name}{kind}说", named(f"{firm.name}{kind}", "Company")) for kind in ("公司", "总公司"))
    )
    assert [e.id for e in known.entities] == [f"org/{slug(normal(firm.name))}"]
    assert ids(know(article("栩川公司说", named("栩川公司", "Company"))), "org") == ["栩川公司"]


def test_a_name_of_its_article_has_the_articles_id_behind_it():
    """Eight characters of it are enough to tell articles apart, and stay when others come."""
    found = article("发改委", named("发改委", "GovernmentBody"))
    assert of_its_article("发改委", found) == f"发改委@{found.text.document.id[:8]}"
