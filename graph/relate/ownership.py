"""Whose a figure can be by what it measures: of a film, of a place behind a share, of a firm just founded, of whoever acts."""

from __future__ import annotations

import re

from ..model import Mention
from .arguments import leads, modifies
from .measures import Measured
from .quantities import Quantity
from .scene import Scene
from .unnamed import led_by_unnamed

OF_NEW_FIRM = re.compile(r"[注註][册冊][资資]本")
_FOUNDING = re.compile(r"(?:成立|设立|组建|创办|新设)了?")
# A firm, site or household without a name, of which a sentence tells (在甲市,这家企业…): what it has is not the place's.
_SOMEBODYS = re.compile(
    r"(?:这|一|该|那|某|另一|其中一)(?:家|座|个|所|条|处|块|片|间|户|位|名)[^,。;的]{0,12}?"
    r"(?:企业|公司|工厂|生产线|厂|医院|车间|农场|合作社|商店|门店|店|养殖场|学校|实验室|农户|科技园|酒店|餐厅|超市)(?![们链群])"
)
# A measure that names nothing of which it is one, so that it goes on about what was spoken of.
_BARE = re.compile(
    r"(?:营业总?收入|营收|利润总?额?|产值|增加值|产量|销量|销售额|销售收入|出口额?|进口额?|进出口额?|零售额|投资额?|规模|增速|增幅|占比|比重|份额|贡献率|贡献度)?"
    r"(?:占.*|增长|增速|增幅|上升|提高|提升|下降|减少|回落|增加|扩大|加快|放缓|收窄|回升|[高低快慢](?:于|出))?$"
)
_OF_WORKS = re.compile(r"票房|评分|口碑|收视率|播放量|点击量|阅读量|发行量|印数|销售册数")
_PEOPLE = re.compile(r"的?[^,。;的]{0,4}?(?:企业|公司|人|民众|受访者|消费者|家庭|居民|选民|网民|学生|工人|农民|用户)")
_SAYS = re.compile(r"表示|指出|强调|介绍|认为|告诉|透露|坦言|称|说|提出|宣布|要求")


def founded(scene: Scene, number: int, here: int) -> tuple[int, float] | None:
    """The firm that the clause before founds, whose capital is told next; ``-1`` where it has no name yet (新公司)."""
    if here == 0:
        return None
    clause = scene.clauses[number][here - 1]
    founding = [match.end() for match in _FOUNDING.finditer(scene.key, clause.start, clause.end)]
    if not founding or scene.key[founding[-1] : founding[-1] + 1] in ("于", "以", "于,"):
        return None
    named = [g for g in clause.groups if g.start >= founding[-1] and scene.ontology.fits(g.type, "Organisation")]
    if named:
        return named[0].members[0].mention, 0.85
    return (-1, 0.0) if "公司" in scene.key[founding[-1] : clause.end] else None


def of_work(scene: Scene, number: int, what: Measured) -> int | None:
    """The film, book or programme that box office, marks or copies are of: the last one named before in the sentence."""
    if not _OF_WORKS.search(what.name):
        return None
    start = scene.sentences[number].start
    named = [r for r in scene.referents if start <= r.start and r.end <= what.start and r.type == "Publication"]
    return named[-1].mention if named else None


def of_owner(scene: Scene, quantity: Quantity) -> int | None:
    """The place whose people or firms a share is of, that stands behind the share (40%的甲国企业)."""
    if quantity.unit not in ("%", "1") or scene.key[quantity.end : quantity.end + 1] != "的":
        return None
    at = quantity.end + 1
    owner = next((r for r in scene.referents if r.start == at and scene.ontology.fits(r.type, "Place")), None)
    return owner.mention if owner and _PEOPLE.match(scene.key, owner.end) else None


def doer(scene: Scene, number: int, here: int, quantity: Quantity) -> tuple[int, float] | None:
    """Who does something with what is counted (某人走访了30家企业): a person who leads the sentence and says nothing in it."""
    sentence = scene.sentences[number]
    if _SAYS.search(scene.key, sentence.start, quantity.start):
        return None
    for clause in reversed(scene.clauses[number][: here + 1]):
        if led_by_unnamed(scene, clause) or _SOMEBODYS.search(
            scene.key, clause.start, min(clause.end, quantity.number)
        ):
            return None
        people = [g for g in clause.groups if g.end <= quantity.start]
        if people:
            first = people[0]
            alone = first.type == "Person" and len(first.members) == 1 and leads(scene, clause, first)
            does = not modifies(scene, first) and scene.key[first.end : first.end + 1] not in "所等和与、"
            return (first.members[0].mention, 0.75) if alone and does else None
    return None


def of_somebody_unnamed(scene: Scene, number: int, quantity: Quantity, bearer: Mention) -> bool:
    """Whether a firm without a name stands between a place and the quantity, or has the bearer for what it is called by."""
    sentence = scene.sentences[number]
    told = _SOMEBODYS.search(scene.key, sentence.start, quantity.number)
    if told is not None and told.start() <= bearer.start < told.end():
        return True  # 这家某某企业
    told = _SOMEBODYS.search(scene.key, max(bearer.end, sentence.start), quantity.number)
    between = told is not None and not scene.key.startswith(("占", "向", "在"), told.end())
    return between and scene.ontology.fits(bearer.type, "Place")


def nearest_project(scene: Scene, at: int) -> tuple[int, float] | None:
    """The project or site before ``at`` that a bare 项目 means; its figures are nobody else's."""
    found = [r for r in scene.referents if r.end <= at and r.type in ("Project", "Facility", "Platform")]
    return (found[-1].mention, 0.7) if found else None


def is_measured(scene: Scene, mention: int) -> bool:
    """Whether a mention is a trade or product that the text names only as what a statistic is of."""
    return scene.mentions[mention].recogniser == "measured"


def goes_on_about(scene: Scene, bearer: int, number: int, quantity: Quantity, what: Measured) -> bool:
    """Whether a figure can be another one of a bearer named before: of a trade only where the measure names nothing else."""
    clause = scene.clauses[number][scene.clause_at(number, quantity.start)]
    return not is_measured(scene, bearer) or what.start < clause.start or _BARE.match(what.name) is not None
