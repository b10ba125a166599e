"""Who does what to what: the subject before a verb, or carried over to it, and the objects behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .scene import Clause, Group, Referent, Scene

_PREPOSITIONS = frozenset("在于对与向为从以按比据给跟同替当随因自至到除")
_CLAUSE_PREPOSITIONS = frozenset("在 自 从 随 随着 当 据 由于 因 因为 自从 对于 鉴于".split())
_TAKES_OBJECT = frozenset({"将", "把"})
_PIVOTS = frozenset(
    "邀请 请 让 使 使得 组织 支持 帮助 推动 吸引 邀 令 带动 鼓励 引导 促使 以及 是 由 有 被 据 如 包括 其中 助力".split()
)
_AS_ADVERBS = frozenset({"重点", "布局", "全力"})  # 江西重点布局: nouns to the tagger, but they begin the predicate
_HEAD_NOUN = re.compile(r"(?:政府|方面|代表团|展团|团队)")
_HOLDS = re.compile(r"[”\"]?(?:所?(?:持有|持|拥有)(?!股)|旗下|下属|手中)")  # 甲持有的乙: what is bought is 乙
_ITEM = re.compile(r"[一二三四五六七八九]是|其[一二三四五]")
# Plain nouns that act; one of them before a verb is its subject.
_ACTING = frozenset(
    "企业 公司 展商 参展商 参展企业 客商 采购商 观众 机构 单位 嘉宾 代表 人员 专家 学者 记者 人士 负责人 团队 国家 地区 部门 高校 科研人员 工作人员 "
    "消费者 游客 群众 市民 农户 用户 他们 我们 大家 各方 双方 各国 商家 品牌 厂商 项目 展品 产品 基地 园区 工厂 车间 生产线 医院 学校".split()
)
_ADVERBIAL = ("d", "ad", "vd", "TIME", "t", "xc", "c")
_FAR_SENTENCES = 2
_NEAR = 4  # characters: adverbs between a subject and its verb


def members(group: Group, admitted: frozenset[str]) -> tuple[Referent, ...]:
    """The members of a group whose class is admitted."""
    return tuple(member for member in group.members if member.type in admitted)


def subject_of(
    scene: Scene, sentence: int, at: int, admitted: frozenset[str], floor: int = 0
) -> tuple[Group, float] | None:
    """The subject of a verb at ``at`` with how sure that is: in the clause, in a clause before it, in a sentence before it."""
    clauses = scene.clauses[sentence]
    here = scene.clause_at(sentence, at)
    found = _in_clause(scene, clauses[here], max(floor, clauses[here].start), at, admitted)
    if found:
        return found, 1.0
    if unnamed_subject(scene, clauses[here], at) or _another_acts(scene, clauses[here], at, admitted):
        return None
    for clause in _back(scene, clauses, here):
        if found := topic(scene, clause, admitted):
            return found, 0.9
    for back in range(1, _FAR_SENTENCES + 1):
        earlier = sentence - back
        if earlier < 0 or scene.paragraph(earlier) != scene.paragraph(sentence):
            return None
        for clause in scene.clauses[earlier]:
            if found := topic(scene, clause, admitted):
                return found, 0.8 - 0.1 * back
    return None


def _another_acts(scene: Scene, clause: Clause, at: int, admitted: frozenset[str]) -> bool:
    """Whether an actor of a class that is not admitted leads the clause, so that nobody else is its subject."""
    if "Company" not in admitted:
        return False
    return any(
        g.end <= at and scene.ontology.fits(g.type, "Actor") and leads(scene, clause, g) and not modifies(scene, g)
        for g in clause.groups
    )


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
        return token.tag in ("n", "r") and scene.key[token.start : token.end] in _ACTING
    return False


def led_by_unnamed(scene: Scene, clause: Clause) -> bool:
    """Whether a clause begins with a pronoun or plain noun that acts (他们获得了…)."""
    for token in scene.tokens(clause.start, clause.end):
        if token.tag not in (*_ADVERBIAL, "w"):
            return token.tag in ("n", "r") and scene.key[token.start : token.end] in _ACTING
    return False


def _back(scene: Scene, clauses: Sequence[Clause], here: int) -> Iterator[Clause]:
    """The clauses before one, nearest first; an item of an enumeration (二是…) goes back to the head of the sentence."""
    if _ITEM.match(scene.key, clauses[here].start) or any(scene.key[c.end - 1] == ";" for c in clauses[:here]):
        nearest = list(reversed(clauses[:here]))
        cut = next((i for i, c in enumerate(nearest) if scene.key[c.end - 1] == ";"), len(nearest))
        yield from nearest[:cut]
        yield from clauses[: max(0, min(2, here - cut))]
        return
    yield from reversed(clauses[:here])


def topic(scene: Scene, clause: Clause, admitted: frozenset[str]) -> Group | None:
    """The first group of a clause that can be its subject; for verbs about offerings else its last, just spoken of."""
    for group in clause.groups:
        if group.members[0].type in admitted and leads(scene, clause, group) and not modifies(scene, group):
            return group
    if all(scene.ontology.fits(kind, "Offering") for kind in admitted):
        return next((g for g in reversed(clause.groups) if g.members[0].type in admitted), None)
    return None


def leads(scene: Scene, clause: Clause, group: Group) -> bool:
    """Whether a group is free and no verb or unread place comes before it in its clause (南望甲省 has another subject)."""
    tokens = [
        t for t in scene.tokens(clause.start, group.start) if not any(g.start <= t.start < g.end for g in clause.groups)
    ]
    relative = max((i for i, t in enumerate(tokens) if scene.key[t.start : t.end] == "的"), default=-1)
    tags = [t.tag for t in tokens[relative + 1 :]]
    return is_free(scene, group) and "v" not in tags and "LOC" not in tags


def objects_after(scene: Scene, sentence: int, at: int, admitted: frozenset[str]) -> tuple[Group, ...]:
    """The groups behind a verb that can be its objects: the first that fits, and those that a list goes on with."""
    clause = scene.clauses[sentence][scene.clause_at(sentence, at - 1)]
    for position, group in enumerate(clause.groups):
        if group.start >= at and members(group, admitted):
            if blocked(scene, at, group.start):
                return ()
            if _HOLDS.match(scene.key, group.end):
                continue
            inner = _innermost(scene, clause.groups, position, admitted)
            return (clause.groups[inner], *_going_on(scene, clause.groups[inner + 1 :], clause.groups[inner], admitted))
    return ()


def _innermost(scene: Scene, groups: Sequence[Group], position: int, admitted: frozenset[str]) -> int:
    """The position of the place meant where places stand side by side, the larger first (甲省乙市)."""
    while position + 1 < len(groups) and _inside(scene, groups[position], groups[position + 1], admitted):
        position += 1
    return position


def _inside(scene: Scene, left: Group, right: Group, admitted: frozenset[str]) -> bool:
    places = scene.ontology.fits(left.type, "Place") and scene.ontology.fits(right.type, "Place")
    return places and left.end == right.start and bool(members(right, admitted))


def blocked(scene: Scene, start: int, end: int) -> bool:
    """Whether another verb stands between, which would take the object for itself; one before 的 only qualifies it."""
    verb, brackets = False, 0
    for token in scene.tokens(start, end):
        word = scene.key[token.start : token.end]
        brackets += word.count("(") - word.count(")")
        if brackets > 0:
            continue
        if token.start == start and token.tag == "v":
            continue  # 制定实施: two verbs with one object
        if word == "的":
            verb = False
        elif (
            token.tag == "v" and len(word) > 1 and word not in ("包括", "涵盖", "具有", "拥有", "包含", "用于", "作为")
        ) or (token.tag == "p" and word not in ("以", "为", "将", "把")):
            verb = True
    return verb


def is_free(scene: Scene, group: Group) -> bool:
    """Whether a group is neither in a prepositional phrase nor the object of a verb before it."""
    before = next((r for r in scene.referents if r.end == group.start), None)
    if before and scene.ontology.fits(before.type, "Place"):
        return is_free(scene, Group((before,)))  # 在甲县乙村: both are behind 在
    token = scene.token_before(group.start)
    if token is None:
        return True
    word = scene.key[token.start : token.end]
    if scene.key[token.end : group.start].strip('“"《 ') or word in _PIVOTS:
        return True
    if token.tag == "p" or word in _PREPOSITIONS or word in _TAKES_OBJECT:
        return False
    return token.tag not in ("v", "f") or token.end < group.start - 1


def taken_by(scene: Scene, clause: Clause, at: int, admitted: frozenset[str]) -> Group | None:
    """The group that 将 or 把 puts before the verb at ``at``."""
    for group in clause.groups:
        token = scene.token_before(group.start)
        if (
            group.end <= at
            and token
            and scene.key[token.start : token.end] in _TAKES_OBJECT
            and members(group, admitted)
        ):
            return group
    return None


def agent_of(scene: Scene, clause: Clause, at: int, admitted: frozenset[str]) -> Group | None:
    """The group between 由 or 被 and the verb at ``at``; in 由甲主办、乙承办 each verb has the one right before it."""
    passive = False
    for group in clause.groups:
        token = scene.token_before(group.start)
        word = scene.key[token.start : token.end] if token else ""
        passive = passive or word in ("由", "被")
        near = at - group.end <= _NEAR and scene.key[group.start - 1 : group.start] == "、"
        if group.end <= at and passive and members(group, admitted) and (near or word in ("由", "被")):
            last = not any(g.start > group.end and g.end <= at and at - g.end <= _NEAR for g in clause.groups)
            if near or last:
                return group
    return None


def _in_clause(scene: Scene, clause: Clause, floor: int, at: int, admitted: frozenset[str]) -> Group | None:
    before = [g for g in clause.groups if floor <= g.start and g.end <= at and members(g, admitted)]
    free = [g for g in before if is_free(scene, g) or (g.end == at and _opens_clause(scene, g))]
    plain = [g for g in free if not modifies(scene, g)]
    for groups in (plain, [g for g in free if _names_body(scene, g)]):
        bodies = [g for g in groups if not scene.ontology.fits(g.type, "Place")]
        if bodies or groups:
            return (bodies or groups)[-1]
    return None


def _opens_clause(scene: Scene, group: Group) -> bool:
    """Whether the preposition before a body or a person governs the whole clause that begins there (在甲收购乙之后)."""
    token = scene.token_before(group.start)
    governs = token is not None and scene.key[token.start : token.end] in _CLAUSE_PREPOSITIONS
    return governs and not scene.ontology.fits(group.type, "Place")


def _names_body(scene: Scene, group: Group) -> bool:
    return scene.ontology.fits(group.type, "Organisation") and scene.key[group.end : group.end + 1] == "的"


def modifies(scene: Scene, group: Group) -> bool:
    """Whether a group only qualifies what follows: before 的, or a place right before a noun (美国企业)."""
    follows = scene.key[group.end : group.end + 1]
    if follows == "的":
        return True
    if not scene.ontology.fits(group.type, "Place"):
        return False
    token = scene.token_at(group.end)
    return (
        token is not None
        and token.start == group.end
        and token.tag in ("n", "nz", "vn")
        and scene.key[token.start : token.end] not in _AS_ADVERBS
        and not _HEAD_NOUN.match(scene.key, group.end, group.end + 2)
    )


def _going_on(scene: Scene, groups: Sequence[Group], group: Group, admitted: frozenset[str]) -> Iterator[Group]:
    """Further groups of the same list, which a member of another class broke (A、美国B和C)."""
    last = group
    for following in groups:
        between = scene.key[last.end : following.start]
        if not members(following, admitted) or not re.fullmatch(
            r"[”\"]?(?:、|和|与|及|以及|,)[^,。;的]{0,4}[“\"]?", between
        ):
            return
        yield following
        last = following
