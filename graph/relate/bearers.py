"""Whose figure it is: what stands before the measure, the topic carried over, or what the article is about."""

from __future__ import annotations

import re
from itertools import zip_longest

from .arguments import is_free, leads, modifies
from .measures import Measured
from .ownership import (
    OF_NEW_FIRM,
    doer,
    founded,
    goes_on_about,
    is_measured,
    nearest_project,
    of_owner,
    of_somebody_unnamed,
    of_work,
)
from .quantities import Quantity
from .scene import Clause, Group, Referent, Scene
from .unnamed import led_by_unnamed

_BEARING = (
    "Place", "Organisation", "Occasion", "Offering", "Platform", "Facility", "Venue", "Project", "Programme", "ExhibitionZone",
)  # fmt: skip
_FAR = 3  # sentences
_WEAK = 0.5
_AT_FAIRS = re.compile(r"参展|展商|采购商|展位|展区|展团")
_UNNAMED = re.compile(r"(?:该|这一|这个|整个)?(?:项目|工程|基地|园区)(?!数|总)")
# What only a fair has: its exhibitors, buyers, zones, deals.
_OF_FAIRS = re.compile(
    r"参展|展商|采购商|展区|专区|展馆|展览|展位|展品|展团|成交|签约|首发|首展|观众|客商|境外|办展|设展"
)
_PUBLISHES = re.compile(r"[^,。;:]{0,14}?(?:发布|公布|数据|显示|介绍|统计|消息|通报|报告|表示|称|说|认为|指出)")
_SURVEY = re.compile(
    r"[》”]?[^,。;:]{0,12}?(?:报告|调查|民调|研究|统计|预测|数据|榜单|指数)[^,。;:]{0,4}?(?:显示|指出|表明|认为|称|发现)"
)
_DEEDS = frozenset("投资 投資 出资 出資 注资 注資 斥资 斥資 耗资 耗資 捐赠 捐贈 融资 融資 募资 募資".split())
# 甲、乙、丙3省: what follows is the sum of the list.
_SUMMED = re.compile(r"等?(?:\d+|[两二三四五六七八九十]+)(?:个|大)?(?:省|市|州|地|县|区|国|家|方|校|镇)")
_POST = re.compile(
    r"[^,。;、]{0,6}(?:长|总裁|经理|执行官|主任|书记|主席|总监|创始人|研究员|院士|教授|代表)[一-龥·]{2,4}(?:等|、)"
)
_LINK = re.compile(r"(?:的|上|中|内|里|期间|已|,|目前|累计|共|总|[^,。;]{0,2})?")


def bearer_of(
    scene: Scene, number: int, quantity: Quantity, what: Measured, edition: int | None
) -> tuple[int, float] | None:
    """The mention that the figure is about, with how sure that is; the edition where the text says only the series.

    None where the sentences around the figure name nobody: what the article is about otherwise is a guess, mostly wrong.
    """
    found = _bearer(scene, number, quantity, what, edition)
    if what.name.startswith("全社会") and found and not scene.ontology.fits(scene.mentions[found[0]].type, "Place"):
        return None  # what a ministry tells of all society
    if found is None or found[1] <= _WEAK:
        return None
    mention = scene.mentions[found[0]]
    if of_somebody_unnamed(scene, number, quantity, mention):
        return None
    if mention.type == "Fair" and edition is not None:
        return edition, found[1]
    return found


def _bearer(
    scene: Scene, number: int, quantity: Quantity, what: Measured, edition: int | None
) -> tuple[int, float] | None:
    here = scene.clause_at(number, quantity.start)
    near = _named_at_measure(scene, number, quantity, what) or _own_clause(scene, number, here, quantity, what)
    if near:
        return near
    clause = scene.clauses[number][here]
    if OF_NEW_FIRM.match(what.name) and (new := founded(scene, number, here)) is not None:
        return new if new[0] >= 0 else None
    if _UNNAMED.match(scene.key[clause.start :]) and not clause.groups:
        return nearest_project(scene, quantity.start)
    before = scene.clauses[number][:here]
    if edition is not None and _OF_FAIRS.search(what.name) and not any(_has_body(scene, c) for c in before):
        return edition, 0.85
    if what.how == "verb" and scene.key[quantity.end : quantity.end + 1] == "的":
        return None  # 投资30亿元的项目: the project's, which has no name here
    if edition is None and _AT_FAIRS.search(what.name):
        return None  # some fair's exhibitors, nobody knows whose
    return _from_before(scene, number, quantity, what, edition)


def _from_before(
    scene: Scene, number: int, quantity: Quantity, what: Measured, edition: int | None
) -> tuple[int, float] | None:
    """The bearer that a clause without one goes on about: a topic before it, the edition, or whoever does something."""
    here = scene.clause_at(number, quantity.start)
    if found := _carried(scene, number, here, quantity, what):
        return found
    if led_by_unnamed(scene, scene.clauses[number][here]) and not _OF_FAIRS.search(what.name):
        return None  # 他们获得了168万元: somebody whom the text does not name
    if edition is not None:
        return None if _another_spoken_of(scene, number, here) else (edition, 0.75)
    return doer(scene, number, here, quantity) if what.how in ("counted", "verb") else None


def _named_at_measure(scene: Scene, number: int, quantity: Quantity, what: Measured) -> tuple[int, float] | None:
    if (whole := _of_whole(scene, number, quantity, what)) is not None:
        return whole, 0.85
    own = of_work(scene, number, what)
    own = of_owner(scene, quantity) if own is None else own
    if own is not None:
        return own, 0.85
    nation = _nation(scene, number, quantity, what)
    return (nation, 0.8) if nation is not None else None


def _another_spoken_of(scene: Scene, number: int, here: int) -> bool:
    """Whether a sentence names a thing or somebody up to a clause, so that its figures are hardly the edition's."""
    things = ("Product", "Technology", "Industry", "Person")
    clauses = scene.clauses[number][: here + 1]
    alone = [g for c in clauses for g in c.groups if len(g.members) == 1 and scene.key[g.end : g.end + 1] not in "等、"]
    return any(g.type in things and is_free(scene, g) for g in alone)


def _own_clause(scene: Scene, number: int, here: int, quantity: Quantity, what: Measured) -> tuple[int, float] | None:
    acting = what.how == "verb" and what.name in _DEEDS  # 甲在乙省投资20亿元: whoever acts, not where
    found = _in_clause(scene, scene.clauses[number][here], min(what.start, quantity.start), acting)
    return (found.mention, found.score) if found else None


def _carried(scene: Scene, number: int, here: int, quantity: Quantity, what: Measured) -> tuple[int, float] | None:
    """The topic of a clause before this one; of a sentence before it unless somebody else speaks in this one."""
    clauses = scene.clauses[number]
    for clause in reversed(clauses[:here]):
        found = _first(scene, clause, clause.end)
        if found and goes_on_about(scene, found.mention, number, quantity, what):
            return found.mention, 0.9 * found.score
        if (nation := _leading_nation(scene, clause)) is not None:
            return nation, 0.8
    if any(g.type in ("Person", "Policy") and leads(scene, c, g) for c in clauses[: here + 1] for g in c.groups):
        return None
    for earlier in range(number - 1, max(-1, number - 1 - _FAR), -1):
        if scene.paragraph(earlier) != scene.paragraph(number):
            return None
        for clause in scene.clauses[earlier]:
            found = _first(scene, clause, clause.end)
            if found and not is_measured(scene, found.mention):
                return found.mention, (0.85 - 0.1 * (number - earlier)) * found.score
    return None


def _of_whole(scene: Scene, number: int, quantity: Quantity, what: Measured) -> int | None:
    """The place that a share is taken of by a word for the whole of it (占全市面积的两成)."""
    here = scene.clause_at(number, quantity.start)
    clause = scene.clauses[number][here]
    if not what.share_of or any(_first(scene, c, what.start) for c in scene.clauses[number][: here + 1]):
        return None  # 甲市…占全省的两成 is about 甲市
    found = [m for g in clause.groups for m in g.members if what.start <= m.start and m.end <= quantity.start]
    return found[0].mention if found and scene.key[found[0].start] in "全本" else None


def _nation(scene: Scene, number: int, quantity: Quantity, what: Measured) -> int | None:
    """The mention of 全国 or 我国 that stands right at the measure."""
    clause = scene.clauses[number][scene.clause_at(number, quantity.start)]
    for i, mention in enumerate(scene.mentions):
        near = max(clause.start, what.start - 12) <= mention.start < quantity.start
        near = near or (clause.start <= mention.start < quantity.start and _alone_leads(scene, clause, mention.start))
        if mention.recogniser == "deictic" and near and what.share_of[:2] != mention.surface:
            return i
    return None


def _leading_nation(scene: Scene, clause: Clause) -> int | None:
    """The mention of 我国 or 全国 that a clause is about."""
    for i, mention in enumerate(scene.mentions):
        inside = mention.recogniser == "deictic" and clause.start <= mention.start < clause.end
        if inside and _alone_leads(scene, clause, mention.start):
            return i
    return None


def _alone_leads(scene: Scene, clause: Clause, at: int) -> bool:
    """Whether 我国 at ``at`` opens its clause and nobody else in the clause could bear its figures."""
    led = scene.key[clause.start : at]
    opens = not led or led[-1] in "年月日前" or led in ("目前", "如今", "同时", "此外", "其中")
    token = scene.token_at(at + 2)
    opens = opens and token is not None and token.tag in ("d", "ad", "v", "vd", "p", "TIME")  # not 我国最长的河
    return opens and not any(_bears(scene, group) and is_free(scene, group) for group in clause.groups)


def _has_body(scene: Scene, clause: Clause) -> bool:
    """Whether a clause has a firm, a body or an edition for its topic, which such a figure may belong to."""
    return any(scene.ontology.fits(g.type, "Organisation") and is_free(scene, g) for g in clause.groups)


def _in_clause(scene: Scene, clause: Clause, before: int, acting: bool) -> Referent | None:
    """The nearest bearer before the measure that touches it, else the first free one of the clause."""
    groups = [g for g in clause.groups if g.end <= before and _bears(scene, g)]
    groups = [g for g in groups if not any(h.start == g.end and _both_places(scene, g, h) for h in groups)]
    bodies = [g for g in groups if scene.ontology.fits(g.type, "Organisation") and is_free(scene, g)]
    if acting and bodies:
        return bodies[0].members[0]
    for group in reversed(groups):
        if (len(group.members) > 2 and group.end == before) or beside_somebody(scene, group):
            continue  # 甲、乙、丙10个镇 counts the list; 与甲市3家医院签约 is not about 甲市
        if _LINK.fullmatch(scene.key[group.end : before]):
            return group.members[-1]
    free = [g for g in groups if is_free(scene, g) and not beside_somebody(scene, g) and not _goes_on_as_list(scene, g)]
    if free:
        return free[0].members[0]
    return groups[0].members[0] if groups and scene.key[max(0, groups[0].start - 1)] in "在于" else None


def has_topic(scene: Scene, number: int) -> bool:
    """Whether a sentence has a bearer for its topic, or somebody without a name."""
    found = [_first(scene, clause, clause.end) for clause in scene.clauses[number]]
    named = any(one is not None and not is_measured(scene, one.mention) for one in found)
    return named or any(led_by_unnamed(scene, clause) for clause in scene.clauses[number])


def beside_somebody(scene: Scene, group: Group) -> bool:
    """Whether a group stands behind 与, 向 or the like, so that somebody else is spoken of."""
    token = scene.token_before(group.start)
    if token and scene.key[token.start : token.end] in ("其他", "其它", "共建", "周边"):
        token = scene.token_before(token.start)
    return token is not None and scene.key[token.start : token.end] in ("与", "和", "同", "跟", "向", "对", "给")


def _goes_on_as_list(scene: Scene, group: Group) -> bool:
    """Whether a list goes on behind a group, or its post, so that it alone bears nothing (甲市、企业等代表, 甲公司董事长某某、…)."""
    if scene.key[group.end : group.end + 1] == "、":
        return True
    post = scene.ontology.fits(group.type, "Organisation") and _POST.match(scene.key, group.end)
    return bool(post)


def _begins_with(scene: Scene, clause: Clause, group: Group) -> bool:
    """Whether a clause begins with 在 and the group (在山东,…), with places above it between, or takes it for an example (以甲市为例)."""
    floor = clause.start
    while (token := scene.token_at(floor)) and token.tag in ("TIME", "t", "c") and token.end < group.start:
        floor = token.end  # 如今在甲市
    start = group.start
    for other in reversed(clause.groups):
        start = other.start if other.end == start and _both_places(scene, other, group) else start
    if start - floor > 2:
        return False
    before = scene.key[start - 1 : start]
    return before == "在" or (before == "以" and scene.key.startswith("为例", group.end))


def _both_places(scene: Scene, left: Group, right: Group) -> bool:
    """Whether two groups are places side by side, of which the last is meant (甲省乙市)."""
    return scene.ontology.fits(left.type, "Place") and scene.ontology.fits(right.type, "Place")


def _first(scene: Scene, clause: Clause, before: int) -> Referent | None:
    for group, following in zip_longest(clause.groups, clause.groups[1:]):
        if group.type == "ExhibitionZone" or modifies(scene, group):
            continue
        if following and group.end == following.start and _both_places(scene, group, following):
            continue  # 甲省乙市: the figures are those of 乙市
        if (
            group.end <= before
            and _bears(scene, group)
            and (leads(scene, clause, group) or _begins_with(scene, clause, group))
        ):
            return group.members[0]
    return None


def _bears(scene: Scene, group: Group) -> bool:
    """Whether a group can bear a figure: not one that only publishes it, nor a list of which 等 makes examples."""
    if is_measured(scene, group.members[0].mention):
        return len(group.members) == 1  # 甲、乙和丙制造业增长5%: all of them together, or one trade
    if _publishes(scene, group.type, group.end) or scene.key[group.end : group.end + 1] == "等":
        return False
    if len(group.members) > 1 and _SUMMED.match(scene.key, group.end):
        return False
    above = scene.ontology.superclasses(group.type)
    return not above.isdisjoint(_BEARING) or any(scene.ontology.classes[name].bears for name in above)


def _publishes(scene: Scene, type: str, end: int) -> bool:
    """Whether a body that ends at ``end`` is said there to make something public."""
    if _SURVEY.match(scene.key, end) and any(scene.ontology.fits(type, kind) for kind in ("Organisation", "Work")):
        return True
    source = any(scene.ontology.fits(type, kind) for kind in ("GovernmentBody", "Media", "Association"))
    return source and _PUBLISHES.match(scene.key, end) is not None
