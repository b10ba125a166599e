"""Subjects that no mention names: plain nouns and pronouns before a verb, which keep everybody else from being its subject."""

from __future__ import annotations

import re

from ..model import Token
from .scene import Clause, Group, Scene

# Plain nouns that act; one of them before a verb is its subject.
_ACTING = frozenset(
    "企业 公司 展商 参展商 参展企业 客商 采购商 观众 机构 单位 嘉宾 代表 人员 专家 学者 记者 人士 负责人 团队 国家 地区 部门 高校 科研人员 工作人员 "
    "消费者 游客 群众 市民 农户 用户 他们 我们 大家 他 她 它 其 前者 后者 对方 各方 双方 两者 二者 各国 商家 品牌 厂商 项目 展品 产品 基地 园区 工厂 车间 生产线 医院 学校".split()
)
_PRONOUNS = frozenset("他 她 他们 她们 它们".split())
_NATION = re.compile(r"我国|全国|各地|国家(?!级)|全球|世界")
_ADVERBIAL = ("d", "ad", "vd", "TIME", "t", "xc", "c")
AS_ADVERBS = frozenset({"重点", "布局", "全力"})  # 江西重点布局: nouns to the tagger, but they begin the predicate


def unnamed_subject(scene: Scene, clause: Clause, at: int) -> bool:
    """Whether a plain noun right before the verb is its subject, so that none may be carried over (近百家企业参展)."""
    for token in reversed(scene.tokens(clause.start, at)):
        if any(group.start <= token.start < group.end for group in clause.groups):
            return False
        if token.tag in _ADVERBIAL or scene.key[token.start : token.end] in (
            "等",
            "共同",
            "也",
            "都",
        ):
            continue
        if token.tag == "v" and token.end == at:
            continue  # 采购商报名参加
        word = scene.key[token.start : token.end]
        leads = token.tag == "n" and len(word) > 1 and _begins(scene, clause, token)
        return (leads and word not in AS_ADVERBS) or (token.tag in ("n", "r") and word in _ACTING)
    return False


def _begins(scene: Scene, clause: Clause, token: Token) -> bool:
    """Whether a noun opens its clause, or only numbers and what counts stand before it (场馆配备…, 41个城市参会)."""
    groups = [g for g in clause.groups if g.end <= token.start]
    before = [t for t in scene.tokens(clause.start, token.start) if not any(g.start <= t.start < g.end for g in groups)]
    return all(
        scene.key[t.start : t.end] == "有" or t.tag in ("m", "q", "c", "w", "TIME", "t", "d", "r") for t in before
    )


def has_own_subject(scene: Scene, clause: Clause, at: int) -> bool:
    """Whether a clause opens with a plain noun that an adverb, a preposition or a verb follows, so that it is the subject
    of what comes (种植户还在机器上加装…), or with 我国 or 各地.
    """
    tokens = [t for t in scene.tokens(clause.start, at) if t.tag not in (*_ADVERBIAL, "w", "m", "q")]
    if not tokens or any(g.start <= tokens[0].start < g.end for g in clause.groups):
        return False
    first, word = tokens[0], scene.key[tokens[0].start : tokens[0].end]
    if _NATION.match(scene.key, first.start):
        return True
    return first.tag == "n" and len(word) > 1 and word not in AS_ADVERBS and _acts(scene, first.end)


def led_by_unnamed(scene: Scene, clause: Clause) -> bool:
    """Whether a clause begins with a pronoun or plain noun that acts (他们获得了…)."""
    for token in scene.tokens(clause.start, clause.end):
        if token.tag not in (*_ADVERBIAL, "w"):
            return token.tag in ("n", "r") and scene.key[token.start : token.end] in _ACTING
    return False


def pronoun_acts(scene: Scene, group: Group, at: int) -> bool:
    """Whether a pronoun between a name and the verb is the verb's subject (甲肯定他长期致力于…)."""
    return any(
        scene.key[t.start : t.end] in _PRONOUNS
        and not any(r.start == t.start for r in scene.referents)
        and _acts(scene, t.end)
        for t in scene.tokens(group.end, at)
    )


def _acts(scene: Scene, at: int) -> bool:
    """Whether a verb, or what leads to one, stands at ``at``."""
    token = scene.token_at(at)
    return token is not None and token.start == at and token.tag in ("d", "p", "ad", "vd", "v", "TIME")
