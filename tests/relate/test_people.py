"""People with their posts and organisations."""

from __future__ import annotations

import pytest

from .conftest import Fact, facts


@pytest.mark.parametrize(
    ("sentence", "person", "body", "post"),
    [
        ("云岚智能科技有限公司董事长沈知远介绍了产品。", "沈知远", "云岚智能科技有限公司", "董事长"),
        ("雲嵐智能科技有限公司董事長沈知遠介紹了產品。", "沈知遠", "雲嵐智能科技有限公司", "董事長"),
        ("市商务委副主任周岚致辞。", "周岚", "市商务委", "副主任"),
        ("沈知远担任青禾集团总经理。", "沈知远", "青禾集团", "总经理"),
        ("沈知远是青禾集团董事长。", "沈知远", "青禾集团", "董事长"),
        ("沈知远现任虹桥理工大学校长。", "沈知远", "虹桥理工大学", "校长"),
        ("虹桥理工大学教授沈知远主持研讨。", "沈知远", "虹桥理工大学", "教授"),
    ],
)
def test_a_post_at_a_body(extracted, sentence, person, body, post):
    """Body, post and person give an affiliation, and a post with the body for its qualifier."""
    said = extracted(sentence)
    assert Fact(person, "affiliatedWith", body) in facts(said)
    (held,) = (c for c in said.claims if c.predicate == "holdsPosition")
    assert (said.mentions[held.subject].surface, said.mentions[held.object].surface) == (person, post)
    assert [(name, said.mentions[at].surface) for name, at in held.qualifiers] == [("organisation", body)]


def test_two_posts_of_one_person(extracted):
    """Each of several posts keeps its own body."""
    said = extracted("青禾集团董事长、中国茶叶流通协会会长沈知远致辞。")
    held = [c for c in said.claims if c.predicate == "holdsPosition"]
    pairs = [(said.mentions[c.object].surface, said.mentions[c.qualifiers[0][1]].surface) for c in held]
    assert pairs == [("董事长", "青禾集团"), ("会长", "中国茶叶流通协会")]


@pytest.mark.parametrize("dateline", ["海川日报6月5日讯", "海川日報6月5日訊", "海川日报消息"])
def test_a_byline(extracted, dateline):
    """Reporters belong to the medium of the dateline."""
    said = extracted(f"{dateline}（记者 沈知远 韩若川）海川市的茶叶丰收了。昨天，茶农很高兴。")
    found = facts(said, "affiliatedWith")
    assert [(f.subject, f.object) for f in found] == [("沈知远", dateline[:4]), ("韩若川", dateline[:4])]


@pytest.mark.xfail(strict=True, reason="the tagger makes one word of 海川日报讯, which is then no medium")
def test_a_byline_right_behind_the_medium(extracted):
    """海川日报讯 is the medium and 讯."""
    found = facts(extracted("海川日报讯（记者 沈知远）海川市的茶叶丰收了。昨天，茶农很高兴。"), "affiliatedWith")
    assert [f.object for f in found] == ["海川日报"]


@pytest.mark.parametrize(
    "sentence", ["青禾集团负责人介绍，产品销往海外。", "青禾集团邀请沈知远参观。", "沈知远、韩若川到场。"]
)
def test_no_affiliation(extracted, sentence):
    """A post without a person, a guest and people in a list have no body."""
    assert facts(extracted(sentence), "affiliatedWith") == []


def test_a_post_without_a_body(extracted):
    """A post beside a person stands alone where no body is named."""
    assert facts(extracted("著名教授沈知远致辞。")) == [Fact("沈知远", "holdsPosition", "教授")]


def test_a_post_of_a_city(extracted):
    """A vice mayor holds a post, though a city is no organisation."""
    assert Fact("韩若川", "holdsPosition", "副市长") in facts(extracted("宁波市副市长韩若川致辞。"))


@pytest.mark.xfail(strict=True, reason="…组委会 behind an edition is not recognised as a body")
def test_the_committee_of_a_fair(extracted):
    """The secretary of a fair's committee belongs to the committee."""
    found = facts(extracted("第三届东湖国际茶叶博览会组委会秘书长沈知远致辞。"), "affiliatedWith")
    assert [f.subject for f in found] == ["沈知远"]


@pytest.mark.parametrize(
    "sentence",
    [
        "青禾集团前董事长沈知远到场。",
        "青禾集團前董事長沈知遠到場。",
        "会议免去了青禾集团董事长沈知远的职务。",
        "沈知远不再担任青禾集团董事长。",
    ],
)
def test_a_post_that_is_over(extracted, sentence):
    """Who held a post once, or loses it, is not said to hold it."""
    assert facts(extracted(sentence), "holdsPosition") == []


@pytest.mark.parametrize("sentence", ["目前董事长沈知远到场。", "会议免去了税款，青禾集团董事长沈知远到场。"])
def test_a_post_that_goes_on(extracted, sentence):
    """目前 is now, and what is waived in another clause is no post."""
    assert [f.object for f in facts(extracted(sentence), "holdsPosition")] == ["董事长"]
