"""Names within names that stand for something by themselves: the academy of an institute, the bridge of a crossing, the region
of its cities; and bodies that the kind before them makes known (某国调查机构某某).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..gazetteer import longest_matches
from ..model import Mention
from .view import View

_PART_OF_BODY = re.compile(
    r"[一-龥]{2,}(?:研究所|研究院|学院|学部|系|实验室|分院|研究中心|附属医院|天文台|植物园|高能所)$|[一-龥]{2,}分行$"
)
_PARENTS = ("University", "ResearchInstitute", "Company")
_OF_THE_NATION = re.compile(
    r"中国[一-龥]{2}(?:科学|技术|工程|设计)研究"
)  # 中国|某业科学研究院, no institute of 中国某业's
_OF_GROUP = re.compile(r"([一-龥]{3,9}集团)(?!股份|有限|控股|公司|责任|总公司)[一-龥]{2,12}公司")
_OF_HOLDERS = re.compile(r"([一-龥a-z0-9]{2,20}?)(?:\d{4}年)?(?:度|年度|临时)*股东大?会$")
_SITE = re.compile(
    r"([一-龥]{2,}?(?:大桥|国际机场|机场|自贸港|综合保税区|科学城))[一-龥a-z\d]{2,}(?:口岸|隧道|航站楼|人工岛|园区|产业园|基地|中心|枢纽|站)$"
)
_KIND = re.compile(
    r"(?:(?:调查|民调|评级|研究|咨询|投资|数据|检测|金融|市场研究|分析)机构|(?:汽车|科技|零售|能源|芯片|互联网|电商|医药|石油|化工|食品|家电|软件|制药|航空|物流|餐饮|快餐|运动)(?:巨头|公司|企业)|"
    r"(?:制造|零售|运营|供应|开发|服务|零部件供应|芯片制造|汽车制造|飞机制造|设备制造)商|车企|药企|券商|投行|智库|独角兽(?:企业)?)"
)
_BODY = re.compile(
    r"(?:(?![与和及向对为在的、将等已也还从是有])[一-龥a-z]){2,8}?(?:公司|集团)(?![一-龥]?(?:法|债|治理))"
)
_THINKS = re.compile(r"调查|民调|评级|研究|咨询|检测|分析|智库")
_FORMER = {"专区": "City", "人民公社": "District"}
_NUMBER = re.compile(r"第?[一二三四五六七八九十\d]{1,5}(?:研究所|研究院|所|院|厂)(?![一-龥]?(?:有|长|在|属|大学|校))")
_AFTER_NAME = re.compile(
    r"([一-龥]{2,5}?)(?=近日|日前|今[日天]|昨[日天]|\d+日|当地时间|发布|公布|表示|指出|宣布|预计|预测|认为|[,的])"
)
_ENDING = re.compile(r"[县市区]$")
_NAMED = frozenset({"ORG", "PER", "LOC", "nz", "nw"})


def parents(view: View) -> Iterator[Mention]:
    """The larger thing whose name a name begins with; both are then spoken of."""
    firms = {view.key[m.start : m.end] for m in view.found if m.type == "Company"}
    for mention in view.found:
        name = view.key[mention.start : mention.end]
        if mention.type in (*_PARENTS, "Organisation"):
            width = next((n for n in range(len(name) - 3, 2, -1) if name[:n] in view.gazetteer.bodies), 0)
            body = view.gazetteer.bodies.get(name[:width])
            if group := _OF_GROUP.fullmatch(name):
                yield view.mention(mention.start, mention.start + group.end(1), "Company", "parent", 0.85)
            national = _OF_THE_NATION.match(name)
            if body and body.type in _PARENTS and _PART_OF_BODY.fullmatch(name[width:]) and not national:
                yield view.mention(mention.start, mention.start + width, body.type, "parent", 0.9, body.name)
        elif mention.type == "Region" and mention.recogniser == "pattern":
            start, width = next(longest_matches(name, view.gazetteer.by_name), (1, 0))
            if start == 0 and view.gazetteer.by_name[name[:width]][0].type == "Region":
                yield view.mention(mention.start, mention.start + width, "Region", "parent", 0.9)
        elif mention.type == "Event" and (meeting := _OF_HOLDERS.match(name)) and meeting.group(1) in firms:
            yield view.mention(mention.start, mention.start + meeting.end(1), "Company", "parent", 0.85)
        elif mention.type in ("Facility", "Place", "Venue") and (site := _SITE.match(name)):
            yield view.mention(mention.start, mention.start + site.end(1), "Facility", "parent", 0.8)


def former_units(view: View) -> Iterator[Mention]:
    """Prefectures and communes of former times, named after their town (某州专区, 某某人民公社)."""
    fair = any(m.type == "Fair" for m in view.found)
    for place in view.found:
        for word, type in _FORMER.items():
            if place.type in ("City", "District", "Place") and view.key.startswith(word, place.end) and not fair:
                yield view.mention(place.start, place.end + len(word), type, "structure", 0.97)


def numbered_institutes(view: View) -> Iterator[Mention]:
    """Institutes and works of a body that are known by their number (某集团九十所)."""
    for start, end in longest_matches(view.key, view.gazetteer.bodies):
        if (match := _NUMBER.match(view.key, end)) and view.gazetteer.bodies[view.key[start:end]].type != "University":
            type = "Company" if match.group().endswith("厂") else "ResearchInstitute"
            yield view.mention(start, match.end(), type, "structure", 0.96)


def kinds_of_bodies(view: View) -> Iterator[Mention]:
    """A name right behind the kind of body that it names (某国汽车巨头某某), whatever the tagger takes it for."""
    for match in _KIND.finditer(view.key):
        type = "Organisation" if _THINKS.search(match.group()) else "Company"
        if (body := _BODY.match(view.key, match.end())) and not view.starts_word(match.end()):
            yield view.mention(*body.span(), "Company", "kind-before", 0.9)
            continue
        token = view.token(match.end())
        if token is None or token.start != match.end() or token.tag not in _NAMED or token.end - token.start < 2:
            continue
        name = view.word(token)
        longer = _AFTER_NAME.match(view.key, token.start)
        if longer and longer.end() == token.end + 1:
            yield view.mention(*longer.span(), type, "kind-before", 0.8)  # the tagger cut the name
        elif name not in view.gazetteer.by_name and re.fullmatch(r"[一-龥·a-z0-9]{2,10}", name):
            yield view.mention(token.start, token.end, type, "kind-before", 0.8)


def short_places(view: View) -> Iterator[Mention]:
    """A place without 县, 市 or 区 where the text also names it with that (甲、乙两县 after 甲县)."""
    full = {
        view.key[m.start : m.end - 1]: m
        for m in reversed(view.found)
        if m.type in ("District", "City") and m.end - m.start > 2 and _ENDING.search(view.key[m.start : m.end])
    }
    for mention in view.found:
        named = full.get(view.key[mention.start : mention.end])
        known = view.gazetteer.by_name.get(view.key[mention.start : mention.end], ())
        if any(place.type in ("City", "Province") for place in known):
            continue
        if named is not None and view.ontology.fits(mention.type, "Place") and mention.end != named.end:
            yield view.mention(
                mention.start, mention.end, named.type, mention.recogniser, 0.97, named.name or named.surface
            )
