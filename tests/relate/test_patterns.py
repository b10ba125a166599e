"""Relations by patterns with {s}, {o} and …."""

from __future__ import annotations

import pytest

from .conftest import Fact, facts


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        ("白鹭集团是青禾集团的全资子公司。", ("白鹭集团", "subsidiaryOf", "青禾集团")),
        ("白鷺集團是青禾集團的全資子公司。", ("白鷺集團", "subsidiaryOf", "青禾集團")),
        ("青禾集团的子公司白鹭科技有限公司很有名。", ("白鹭科技有限公司", "subsidiaryOf", "青禾集团")),
        ("青禾集团旗下的白鹭科技有限公司很有名。", ("白鹭科技有限公司", "subsidiaryOf", "青禾集团")),
        ("青禾集团是白鹭集团的供应商。", ("青禾集团", "suppliesTo", "白鹭集团")),
        ("青禾集团向云杉科技供货。", ("青禾集团", "suppliesTo", "云杉科技")),
        ("青禾集团为白鹭集团供应茶叶包装机。", ("青禾集团", "suppliesTo", "白鹭集团")),
        ("来自德国的青禾集团很有名。", ("青禾集团", "locatedIn", "德国")),
        ("位于无锡的青禾集团很有名。", ("青禾集团", "locatedIn", "无锡")),
        ("杭州市下辖余杭区。", ("余杭区", "partOf", "杭州市")),
        ("青禾集团是中国茶叶流通协会理事成员。", ("青禾集团", "memberOf", "中国茶叶流通协会")),
        ("为响应“千帆出海”战略，青禾集团建设青云产业园。", ("青禾集团", "respondsTo", "千帆出海")),
        ("青禾集团是白鹭集团的战略合作伙伴。", ("青禾集团", "partnerOf", "白鹭集团")),
    ],
)
def test_a_pattern(extracted, sentence, fact):
    """Each end stands where its slot is, whatever the order."""
    assert Fact(*fact) in facts(extracted(sentence))


def test_a_list_fills_a_slot(extracted):
    """Every member of a list in a slot takes part."""
    found = facts(extracted("青禾集团旗下的白鹭科技有限公司和云杉制药有限公司很有名。"), "subsidiaryOf")
    assert [f.subject for f in found] == ["白鹭科技有限公司", "云杉制药有限公司"]


def test_a_partner_does_not_fill_it(extracted):
    """旗下甲公司与乙大学签约: only 甲 is a subsidiary."""
    said = extracted("青禾集团旗下白鹭科技有限公司与虹桥理工大学签署合作协议。")
    assert [f.subject for f in facts(said, "subsidiaryOf")] == ["白鹭科技有限公司"]


def test_a_subject_carried_into_a_pattern(extracted):
    """A pattern that begins with {s} also holds of the subject of the clause before."""
    found = facts(extracted("青禾集团很有名，是白鹭集团的供应商。"), "suppliesTo")
    assert [(f.subject, f.object) for f in found] == [("青禾集团", "白鹭集团")]


def test_a_foundation(extracted):
    """以甲为基础，发展出乙等产品: the products are based on 甲."""
    said = extracted("青禾集团以自主研发的多目视觉技术为基础，发展出采茶机器人和智能烘干机等产品。")
    found = facts(said, "basedOn")
    assert [(f.subject, f.object) for f in found] == [("采茶机器人", "多目视觉技术"), ("智能烘干机", "多目视觉技术")]


@pytest.mark.parametrize(
    "sentence", ["德国的采茶机器人很有名。", "青禾集团和白鹭集团都有子公司。", "杭州市在浙江省北边。"]
)
def test_no_pattern(extracted, sentence):
    """Words out of a pattern's order state nothing."""
    assert facts(extracted(sentence)) == []


def test_a_member(extracted):
    """会员 says membership as 成员 does."""
    assert len(facts(extracted("青禾集团是中国茶叶流通协会会员。"), "memberOf")) == 1


def test_a_foundation_without_a_verb_of_developing(extracted):
    """以甲技术为基础 names a technology by its ending."""
    said = extracted("青禾集团以多目视觉技术为基础，发展出采茶机器人和智能烘干机等产品。")
    assert [f.object for f in facts(said, "basedOn")] == ["多目视觉技术", "多目视觉技术"]
