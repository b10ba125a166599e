"""Entities: IRIs, preferred and other names, codes, mentions."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graph.resolve.entities import slug

from .by_hand import article, claim, ids, know, measure, named, reasons

FULL = "浙江栩川智能科技有限公司"


def _place(knowledge, id):
    return knowledge.entity(f"place/{id}")


@pytest.mark.parametrize(
    ("name", "segment"),
    [
        ("浙江栩川智能科技有限公司", "浙江栩川智能科技有限公司"),
        ("中国(宁波)国际海工装备交易会", "中国-宁波-国际海工装备交易会"),
        ("玛丽·陈@澜岸", "玛丽·陈-澜岸"),
        ("《》", "x"),
    ],
)
def test_the_last_segment_of_an_iri_is_readable(name, segment):
    """Letters, digits, Han characters and the dot in a name stay; everything else is a hyphen, never at an end."""
    assert slug(name) == segment


@given(st.text(max_size=20))
def test_a_segment_needs_no_escape(name):
    """Whatever the name, its segment is not empty and has no slash, blank or mark."""
    assert slug(name)
    assert not set(slug(name)) & set("/ #?()《》“”<>\n")


@pytest.mark.parametrize(("one", "other"), [("PET/CT", "PET-CT"), ("C++", "C#")])
def test_two_entities_never_share_an_id(one, other):
    """PET/CT and PET-CT are one node, C++ and C# are two: an id never stands for two entities."""
    found = ids(know(article(f"{one}和{other}", named(one, "Technology"), named(other, "Technology"))), "offering")
    assert len(found) == len(set(found))


def test_the_full_name_of_a_firm_is_preferred():
    """The full name is the label however often the short one stands."""
    short = named("栩川智能", "Company", "short-form", FULL)
    knowledge = know(article(f"{FULL}。栩川智能，栩川智能", named(FULL, "Company"), short, short))
    firm = knowledge.entity(f"org/{FULL}")
    assert (firm.name, firm.aliases) == (FULL, ("栩川智能",))


def test_longer_names_of_a_firm_come_first():
    """Other names stand from the longest to the shortest, however often each is used."""
    names = [named(name, "Company", "definition", FULL) for name in ("栩川", "栩川", "栩川智能")]
    knowledge = know(article(f"{FULL}，栩川，栩川，栩川智能", named(FULL, "Company"), *names))
    assert knowledge.entity(f"org/{FULL}").aliases == ("栩川智能", "栩川")


def test_spellings_of_one_name_are_one_name():
    """A name in the other script is the same name: the commoner spelling stands, the other is no alias."""
    knowledge = know(
        article("瀾岸數據，瀾岸數據", named("瀾岸數據", "Company"), named("瀾岸數據", "Company")),
        article("澜岸数据", named("澜岸数据", "Company")),
    )
    (firm,) = knowledge.entities
    assert (firm.name, firm.aliases) == ("瀾岸數據", ())


def test_short_forms_that_no_text_uses_are_hidden():
    """Derived short forms of a firm are hidden names, and one that a text uses is an alias instead."""
    short = named("栩川智能", "Company", "short-form", FULL)
    hidden = know(article(FULL, named(FULL, "Company"))).entity(f"org/{FULL}").hidden
    used = know(article(f"{FULL}，栩川智能", named(FULL, "Company"), short)).entity(f"org/{FULL}").hidden
    assert hidden == ("浙江栩川智能科技", "栩川智能科技", "栩川智能", "浙江栩川智能", "栩川", "浙江栩川")
    assert used == ("浙江栩川智能科技", "栩川智能科技", "浙江栩川智能", "栩川", "浙江栩川")


def test_the_full_name_of_a_place_that_no_text_says_is_hidden():
    """A text that only says 苏州 makes it the label; 苏州市 is findable, and the code is there."""
    place = _place(know(article("苏州", named("苏州", "City", "gazetteer"))), "苏州市")
    assert (place.name, place.aliases, place.hidden, place.code) == ("苏州", (), ("苏州市",), "320500")


def test_a_place_said_in_one_character_has_a_readable_label():
    """滬 is among the names of Shanghai but not its label."""
    place = _place(know(article("在滬舉行", named("滬", "Province", "character", "上海市"))), "上海市")
    assert place.name == "上海市"


def test_the_class_of_a_known_place_is_that_of_the_gazetteer():
    """However the text's 昆山市 was read, it is the district-level city of the gazetteer."""
    place = _place(know(article("昆山市", named("昆山市", "City"))), "昆山市")
    assert (place.type, place.code) == ("District", "320583")


def test_a_group_of_places_has_no_code():
    """长三角 is known, and has no code in GB/T 2260."""
    assert _place(know(article("长三角", named("长三角", "Region", "gazetteer"))), "长三角").code == ""


@pytest.mark.parametrize(("surface", "recogniser"), [("该公司", "deictic"), ("本届", "pointer"), ("其", "deictic")])
def test_words_that_point_are_never_aliases(surface, recogniser):
    """What points (该公司, 本届, 其) is a mention with a fact, and no name of the entity."""
    knowledge = know(
        article(
            f"{FULL}，{surface}",
            named(FULL, "Company"),
            named(surface, "Company", recogniser, FULL),
            measures=[measure(1, "员工", "12", "人")],
        )
    )
    (firm,) = knowledge.entities
    assert (len(firm.mentions), firm.name, firm.aliases) == (2, FULL, ())


def test_our_country_is_no_alias_of_china():
    """我国 is a mention of China, which keeps the name that the text gives it elsewhere."""
    knowledge = know(
        article(
            "我国出口增长,中国进口下降",
            named("我国", "Country", "deictic", "中国"),
            named("中国", "Country"),
            measures=[measure(0, "出口增长", "3", "%")],
        )
    )
    assert (_place(knowledge, "中国").name, _place(knowledge, "中国").aliases) == ("中国", ())


def test_mentions_stand_in_the_order_of_the_texts():
    """An entity holds all its mentions, sorted by document and offset."""
    knowledge = know(
        *(
            article(f"{x}，栩川智能，栩川智能", named("栩川智能", "Company"), named("栩川智能", "Company"))
            for x in "甲乙"
        )
    )
    mentions = knowledge.entities[0].mentions
    assert len(mentions) == 4
    assert list(mentions) == sorted(mentions, key=lambda m: (m.document, m.start))


def test_a_judgement_names_entity_alias_reason_and_score():
    """Every name but the preferred one has a judgement with a reason in words and a score between 0 and 1."""
    knowledge = know(
        article(
            f"{FULL}（简称“栩川”），苏州市即苏州",
            named(FULL, "Company"),
            named("栩川", "Company", "definition", FULL, 0.97),
            named("苏州市", "City", "gazetteer", "", 0.95),
            named("苏州", "City", "gazetteer", "", 0.9),
        )
    )
    assert [(j.left, j.right, j.verdict.value, j.score) for j in knowledge.judgements] == [
        (f"org/{FULL}", "栩川", "same", 0.97),
        ("place/苏州市", "苏州", "same", 0.9),
    ]
    assert reasons(knowledge, "place/苏州市") == {"苏州": "gazetteer: 苏州市 320500"}


MAIN = (
    article(f"{FULL}展出", named(FULL, "Company"), named("展出", "Product"), claims=[claim(0, "exhibits", 1)]),
    article("栩川智能在苏州", named("栩川智能", "Company"), named("苏州", "City"), claims=[claim(0, "locatedIn", 1)]),
    article("第9届海交会，海交会", named("第9届海交会", "FairEdition"), named("海交会", "Fair")),
    article("市商务委，上海", named("市商务委", "GovernmentBody"), named("上海", "Province")),
)
HAN = st.text(st.sampled_from("屿岚渊溟澈"), min_size=4, max_size=6)


@settings(max_examples=40, deadline=None)
@given(HAN, st.sampled_from(["Company", "Product", "Policy", "Person", "Fair", "Industry"]))
@example("屿岚渊溟", "Company")
def test_an_unrelated_article_changes_no_iri(name, type):
    """An article about something else leaves all other entities and statements what they are."""
    alone = know(*MAIN)
    more = know(article(f"{name}亮相", named(name, type)), *MAIN)
    assert set(alone.entities) <= set(more.entities)
    assert alone.statements == more.statements
    assert len(more.entities) == len(alone.entities) + 1


@pytest.mark.parametrize("word", ["全国", "我国"])
def test_the_whole_country_where_nothing_else_names_it(word):
    """全国 or 我国 is all that the text calls China, and so a name by which it is found."""
    knowledge = know(
        article(
            f"{word}出口增长", named(word, "Country", "deictic", "中国"), measures=[measure(0, "出口增长", "3", "%")]
        )
    )
    assert (_place(knowledge, "中国").name, _place(knowledge, "中国").aliases) == ("中国", (word,))
