"""Who does what to what: the subject before a verb, or carried over to it, and the objects behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .scene import Clause, Group, Referent, Scene
from .unnamed import AS_ADVERBS, has_own_subject, led_by_unnamed, pronoun_acts, unnamed_subject

_PREPOSITIONS = frozenset("在于对与向为从以按比据给跟同替当随因自至到除")
_CLAUSE_PREPOSITIONS = frozenset("在 自 从 随 随着 当 据 由于 因 因为 自从 对于 鉴于".split())
_TAKES_OBJECT = frozenset({"将", "把"})
_PIVOTS = frozenset(
    "邀请 请 让 使 使得 组织 支持 帮助 推动 吸引 邀 令 带动 鼓励 引导 促使 以及 是 由 有 被 据 如 包括 其中 助力 "
    "称 表示 认为 指出 说 透露 宣布 希望 呼吁 建议 敦促 否认".split()
)
_HEAD_NOUN = re.compile(r"(?:政府|方面|代表团|展团|团队)")
_STAFF = re.compile(
    r"(?:政协)?委员(?!会)|代表(?!团|处|队|作)|职工|员工|师生|学生|专家|学者|记者|官员|科研人员|研究人员|工作人员|负责同志"
)
_HOLDS = re.compile(r"[”\"]?(?:所?(?:持有|持|拥有)(?!股)|旗下|下属|手中)")  # 甲持有的乙: what is bought is 乙
_ITEM = re.compile(r"[一二三四五六七八九]是|其[一二三四五]")
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
        return None if pronoun_acts(scene, found, at) else (found, 1.0)
    if _has_another(scene, clauses[here], at, admitted):
        return None
    for clause in _back(scene, clauses, here):
        if found := topic(scene, clause, admitted):
            return found, 0.9
        if led_by_unnamed(scene, clause):
            return None
    for back in range(1, _FAR_SENTENCES + 1):
        earlier = sentence - back
        if earlier < 0 or scene.paragraph(earlier) != scene.paragraph(sentence):
            return None
        for clause in scene.clauses[earlier]:
            if found := topic(scene, clause, admitted):
                return found, 0.8 - 0.1 * back
    return None


def _has_another(scene: Scene, clause: Clause, at: int, admitted: frozenset[str]) -> bool:
    """Whether somebody else is the subject of the verb at ``at``, so that nobody may be carried over to it."""
    return (
        unnamed_subject(scene, clause, at)
        or _another_acts(scene, clause, at, admitted)
        or has_own_subject(scene, clause, at)
    )


def _another_acts(scene: Scene, clause: Clause, at: int, admitted: frozenset[str]) -> bool:
    """Whether an actor of a class that is not admitted leads the clause, so that nobody else is its subject."""
    offers = all(scene.ontology.fits(kind, "Offering") for kind in admitted)
    if "Company" not in admitted and not offers:
        return False
    acting = ("Actor", "Venue", "Facility", "Platform", "Project") if offers else ("Actor", "Publication")
    return any(
        g.end <= at
        and any(scene.ontology.fits(g.type, kind) for kind in acting)
        and leads(scene, clause, g)
        and not modifies(scene, g)
        and not (offers and scene.key[g.start : g.end] in ("它", "其"))  # the firm, or what it makes
        for g in clause.groups
    )


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
            if scene.key[group.end : group.end + 1] == "的" and scene.ontology.fits(group.type, "Work"):
                return ()  # 发布《某规划》的通知
            abroad = scene.key[group.start - 1] == "在" and scene.ontology.fits(group.type, "Occasion")
            if _qualifies(scene, group):
                continue
            if _heads_relative(scene, at, group.start) or blocked(scene, at, group.start - abroad):
                return ()  # 出席|在甲国中资企业座谈会: 在 belongs to the name
            if _HOLDS.match(scene.key, group.end):
                continue
            inner = _innermost(scene, clause.groups, position, admitted)
            return (clause.groups[inner], *_going_on(scene, clause.groups[inner + 1 :], clause.groups[inner], admitted))
    return ()


def _qualifies(scene: Scene, group: Group) -> bool:
    """Whether a well-known term only qualifies the noun behind it (展示量子计算能力)."""
    token = scene.token_at(group.end)
    known = scene.mentions[group.members[-1].mention].recogniser == "term"
    return known and token is not None and token.start == group.end and token.tag in ("n", "vn", "nz")


def _heads_relative(scene: Scene, at: int, start: int) -> bool:
    """Whether the verb at ``at`` has a plain object before 的, so that what follows is no object (搭载视觉模型的无人机)."""
    if scene.key[start - 1 : start] != "的":
        return False
    token = scene.token_before(start - 1)
    return token is not None and token.start > at and token.tag in ("n", "nz", "nw")


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
    while token is not None and token.tag == "LOC" and scene.ontology.fits(group.type, "Place"):
        token = scene.token_before(token.start)  # 在某县甲村, where 某县 is nothing that is known
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
        return bool(_STAFF.match(scene.key, group.end)) and scene.ontology.fits(group.type, "Organisation")
    token = scene.token_at(group.end)
    return (
        token is not None
        and token.start == group.end
        and token.tag in ("n", "nz", "vn")
        and scene.key[token.start : token.end] not in AS_ADVERBS
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
