"""Phrases that end as names do and only describe: a kind of school, 计划 as a verb, 科技 before another noun."""

from __future__ import annotations

import re

from .phrases import transitive_verbs
from .view import View

# Names of these classes that only describe, though a word in them looks proper.
DESCRIBED = {
    "University": re.compile(
        r"^(?:高水平|研究型|应用型|综合性?|一流|世界|现代|未来|职业|技师|高等|本科|师范|理工类?|技术|产业|人工智能)+(?:大学|学院|学校)$"
    ),
    "Company": re.compile(
        r"^(?:[一-龥]{1,4}国|[一-龥]{2,3})?(?:评级|咨询|调查|民调|数据|芯片|制药|零售|软件|互联网|社交媒体|初创|家族)公司$"
    ),
    "GovernmentBody": re.compile(r"(?:会客|客|餐|展|大|音乐|舞|影|前|门)厅$|政局$"),
    "ExhibitionZone": re.compile(r"[\d一二两三四五六七八九十]+(?:大|个)(?:主题|特色|专业)?[展专]区$"),
    "Award": re.compile(r"(?:颁|获|得|评|领|授|受|设)奖$|^(?:国家|最高|重要)?荣誉称号$"),
    "Place": re.compile(r"^(?:半|室内|室外|主要|公路|铁路|水运|航空)+"),
    "ResearchInstitute": re.compile(r"^(?:校企|联合|省内|国内|首个|全国|重点|创新|[一-龥]?全国)+(?:重点)?实验室$"),
}
# 科技 before these is science, not the end of a firm's name.
_SCIENCE = re.compile(r"创新|自立|前沿|成果|人才|进步|强国|革命|攻关|体制|竞争|发展|支撑|计划|战略|力量|资源|摆|作为")
_HOLDS = frozenset({"坚持", "依靠", "强化", "突出", "注重", "聚焦", "加快", "加强", "促进"})


def describes(view: View, start: int, head: int, end: int, type: str) -> bool:
    """Whether the phrase ``[start, end)`` whose ending begins at ``head`` is no name of the class, but says something."""
    name = view.key[start:end]
    if type in ("Programme", "Project") and _plans(view, start, head, end):
        return True
    science = type == "Company" and name.endswith("科技")
    return _kind_of(view, start, head, name, type) or (science and _is_science(view, start, head, end))


def _is_science(view: View, start: int, head: int, end: int) -> bool:
    """Whether 科技 is science here (科技|创新, 加大|科技…)."""
    if _SCIENCE.match(view.key, end) or head - start < 2:
        return True
    return view.key[start : start + 2] in transitive_verbs() or _acts(view, start, head)


def _plans(view: View, start: int, head: int, end: int) -> bool:
    """Whether 计划 is the verb of a body or before another verb (甲集团计划…, 某省计划播种…)."""
    follows = view.token(end)
    verb = view.key[:end].endswith("计划") and follows is not None and follows.tag == "v"
    return verb or re.search(r"(?:集团|公司|政府|银行|大学)$", view.key[start:head]) is not None


def _acts(view: View, start: int, head: int) -> bool:
    """Whether what stands before 科技 is a verb, perhaps behind the place that acts (甲省坚持|科技…)."""
    places = [m.end for m in view.found if m.start == start and m.end < head and view.ontology.fits(m.type, "Place")]
    return any(
        t.start in (start, *places) and view.word(t) in transitive_verbs() | _HOLDS for t in view.between(start, head)
    )


def _kind_of(view: View, start: int, head: int, name: str, type: str) -> bool:
    """Whether a phrase says of which kind something is, or what somebody did at one (某人|大学毕业)."""
    if type == "University":
        people = (m for m in view.found if m.type == "Person")
        if any(view.key[m.start : m.end] == view.key[start:head] for m in people):
            return True
    if name.endswith("专区") and set(view.tags(start, head)) == {"LOC"}:
        return not any(m.type == "Fair" for m in view.found)  # 某州专区 was a prefecture
    return type in DESCRIBED and DESCRIBED[type].search(name) is not None
