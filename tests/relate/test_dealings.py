"""Dealings between firms and people: shares, sales, security, tenders, courts, rivals, orders."""

from __future__ import annotations

import pytest

from .conftest import Fact, facts

A, B, C = "青禾集团", "白鹭集团", "云杉科技有限公司"


@pytest.mark.parametrize(
    ("sentence", "fact"),
    [
        (f"{A}减持{B}两百万股。", (A, "reducesStakeIn", B)),
        ("青禾集團減持白鷺集團兩百萬股。", ("青禾集團", "reducesStakeIn", "白鷺集團")),
        (f"{B}遭{A}减持。", (A, "reducesStakeIn", B)),
        (f"{A}抛售{B}的股票。", (A, "reducesStakeIn", B)),
        (f"{A}增持{B}两百万股。", (A, "holdsShareIn", B)),
        (f"{B}被{A}举牌。", (A, "holdsShareIn", B)),
        (f"{A}将{B}三成股权转让给{C}。", (A, "sellsTo", C)),
        (f"{A}日前受让{B}持有的茶厂股权。", (B, "sellsTo", A)),
        (f"{A}将两百万股股份质押给{B}。", (A, "pledgesTo", B)),
        (f"沈知远把所持股份质押给{B}。", ("沈知远", "pledgesTo", B)),
        (f"{A}为{B}提供连带责任担保。", (A, "guarantees", B)),
        (f"{A}起诉{B}侵犯专利权。", (A, "takesToCourt", B)),
        (f"{A}将{B}告上法庭。", (A, "takesToCourt", B)),
        (f"{B}被{A}起诉。", (A, "takesToCourt", B)),
        (f"{A}对{B}提起诉讼。", (A, "takesToCourt", B)),
        (f"{A}与{B}的专利纠纷尚未了结。", (A, "disputesWith", B)),
        (f"{A}中标青云产业园。", (A, "winsTenderOf", "青云产业园")),
        (f"{A}向{B}采购茶叶包装机。", (B, "suppliesTo", A)),
        (f"{A}向{B}增资三千万元。", (A, "investsIn", B)),
        (f"{B}获得{A}的战略投资。", (A, "investsIn", B)),
        (f"{A}与{B}展开较量。", (A, "competesWith", B)),
        (f"{A}叫板{B}。", (A, "competesWith", B)),
        (f"{A}牵手{B}。", (A, "cooperatesWith", B)),
        (f"{A}与{B}共同出资建厂。", (A, "cooperatesWith", B)),
        (f"{A}日前入主{B}。", (A, "acquires", B)),
        (f"{A}是{B}的控股股东。", (B, "subsidiaryOf", A)),
        (f"{A}下属的{C}开工。", (C, "subsidiaryOf", A)),
    ],
)
def test_a_dealing(extracted, sentence, fact):
    """Each end has its role, whichever stands first."""
    assert Fact(*fact) in facts(extracted(sentence))


@pytest.mark.parametrize(
    ("sentence", "predicate", "status"),
    [
        (f"{A}拟减持{B}两百万股。", "reducesStakeIn", "planned"),
        (f"{A}有意收购{B}。", "acquires", "planned"),
        (f"{A}将起诉{B}。", "takesToCourt", "planned"),
        (f"{A}没有起诉{B}。", "takesToCourt", "denied"),
        (f"{A}并未为{B}提供担保。", "guarantees", "denied"),
        (f"{A}与{B}洽谈合作。", "cooperatesWith", "hypothetical"),
        (f"{A}终止收购{B}。", "acquires", "denied"),
        (f"{A}放弃收购{B}。", "acquires", "denied"),
    ],
)
def test_how_far_a_text_goes(extracted, sentence, predicate, status):
    """What is planned, called off or denied is not asserted."""
    assert [fact.status for fact in facts(extracted(sentence), predicate)] == [status]


@pytest.mark.parametrize(
    ("sentence", "predicate"),
    [
        (f"{A}收到{B}的起诉书。", "takesToCourt"),
        (f"{A}向消费者协会投诉{B}。", "takesToCourt"),
        (f"{A}参加{B}的投标。", "winsTenderOf"),
        (f"{A}为{B}提供仓储服务。", "guarantees"),
        (f"{A}为{B}提供仓储服务。", "suppliesTo"),
        (f"{A}办理股份解除质押，{B}发布公告。", "pledgesTo"),
        (f"{A}和{B}都是上市公司。", "competesWith"),
        (f"{A}收购{B}持有的{C}股权。", "holdsShareIn"),
        (f"{A}与{B}制定资产重组方案。", "mergesWith"),
    ],
)
def test_what_only_looks_like_it(extracted, sentence, predicate):
    """A word of the kind that means something else here says nothing."""
    told = facts(extracted(sentence), predicate)
    assert not [fact for fact in told if fact.subject == A]


def test_who_only_holds_what_is_bought_is_not_bought(extracted):
    """甲收购乙持有的丙: 甲 takes over 丙, from 乙."""
    found = facts(extracted(f"{A}收购{B}持有的{C}。"))
    assert [(f.subject, f.object) for f in found if f.predicate == "acquires"] == [(A, C)]
    assert Fact(B, "sellsTo", A) in found
