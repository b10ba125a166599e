"""Organisations by other means than their endings: the tagger's, departments of a place, publishers."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from ..gazetteer import longest_matches
from ..model import Mention, Token
from .descriptions import DESCRIBED
from .phrases import BODY_BREAK, behind_leads, transitive_verbs
from .structure import (
    BODY_HEAD,
    GENERAL_FIRM,
    SEVERAL,
    behind_kind,
    class_of_ending,
    is_proper,
    is_stopped,
    level_before,
    offerings,
    trades_only,
)
from .view import View

_PAVILION = re.compile(r"(?:国家)?馆(?![藏长员舍内])")
_DEPARTMENT = re.compile(r"(?:公司|集团|大学|银行)[一-龥]{2,6}(?:部|处|科|室|中心)$")
_LIKELY, _SURE, _VERY_SURE = 0.5, 0.5, 0.66
_LEAST = 3
_PAIRED = re.compile(r"[中美俄日韩欧英法德印哈乌越朝泰缅老柬新马菲澳巴埃土伊沙阿以]{2}(?:关系|双方|两国)?")
_ADVERBS = frozenset("将已拟曾也还")
_TAIL = re.compile(r"(?<=..)(?:股权|股票|股价|股份发行|增发|发行|代工|股份转让)$")  # what is done with a firm's shares
# No organisation ends so: places, people, groups, measures, kinds of firms.
_NO_ENDING = re.compile(
    r"(?:镇|乡|村|人|族|军|教|队|[政战时]局|[力手性化感]|巨头|龙头|厂商|[平立]方米|吨|[\d一二三四五六七八九十]号|500强企业)$"
)
_NATIONS = re.compile(r"[美英法德日俄韩欧中印][美英法德日俄韩欧中印以伊乌媒方军企商]")  # 美以, 美媒
_WHOLE = frozenset("中华 中国 国家 全国 民族 世界 全球 国际 人民".split())
_STEMS = frozenset({"ORG", "nz", "nw", "PER", "LOC"})
_STEM = re.compile(r"[一-龥]{2,4}|[a-z]{2,8}")
_FIRM_BEFORE = re.compile(
    r"(?:收购|并购|入股|参股|控股|增持|减持|转让|受让|重组|合并|注资|投资|持有|出售|起诉|牵手|联手|携手|股东|巨头|龙头|企业|公司|厂商|品牌|旗下的?|子公司|竞争对手)[“\"]?$"
)
_FIRM_AFTER = re.compile(
    r"[”\"]?(?:今日|昨日|近日|日前|此前|已|将|拟|也|还|曾)?(?:公告|公布|宣布|成立于|创立于|创办于|总部|注册资本|主营|发布|称|表示|披露|收购|并购|入股|参股|控股|增持|减持|持有|持股|出资|旗下|集团|公司|股份|股权|股东|"
    r"[的]?(?:股价|股权|股份|市值|子公司|控股|第一大股东|大股东|营收|净利|业绩)|董事|总裁|总经理|ceo|cfo|副总|高管|[\d.]+%)",
    re.IGNORECASE,
)
_SEATS = frozenset({"Country", "Province", "City", "District"})
_INSTITUTION = re.compile(
    r"[一-龥]{1,8}?(?:(?<![东西南北中内外上下全总腹局])部|厅|(?<![布格结开僵时困政战危乱])局|委|署|院)(?![门分队件署长员落内外下上里中件位品])"
)
_INSTITUTE = re.compile(
    r"(?:[一-龥](?![由与和及的在是把将])){1,14}?[一-龥](?:研究所|研究院|研究中心|分院|所)(?![长属在有以])"
)
_POST = re.compile(r"(?:书记|主任|部长|局长|市长|省长|会长|院长|校长|董事长|总裁|总经理)$")


def tagged_organisations(view: View) -> Iterator[Mention]:
    """What the tagger takes for an organisation, where its ending or a place in it makes that likely."""
    for token in view.tokens:
        name = view.word(token)
        if token.tag != "ORG" or len(name) < 2 or _in_label(view, token.start) or _no_body(view, token):
            continue
        ending, type = class_of_ending(view.ontology, name)
        end = token.end - (len(name) > 3 and name[-1] in _ADVERBS)  # 党中央|将
        end -= len(tail.group()) if (tail := _TAIL.search(name)) else 0
        if name.endswith("控股") and view.key.startswith("股东", end) and len(name) > 3:
            end -= 2  # 甲能源|控股股东
        start = behind_kind(view, level_before(view, token.start), end - len(ending), end)
        start = behind_place(view, behind_leads(view, start, end), end)
        proper = next(longest_matches(name, view.gazetteer.by_name), (1, 1))[0] == 0 or BODY_HEAD.match(name)
        body = view.ontology.fits(type, "Organisation")
        if not ending or (body and is_proper(view, start, end - len(ending))) or proper:
            site = type in ("Facility", "Venue", "Platform")
            known = type if body or (ending and site) else "Organisation"
            if name.endswith("人民公社"):
                yield view.mention(start, end, "District", "tagger", 0.8)
                continue
            firm = known == "Organisation" and (
                name.endswith(_trades(view)) or acts_as_firm(view, token.start, token.end)
            )
            known = "Company" if firm else _body_type(view, start, end, known)
            yield view.mention(start, end, known, "tagger", 0.75)


def behind_place(view: View, start: int, end: int) -> int:
    """The start moved behind a province or city where what follows is a name without it, known or used in the text."""
    name = view.key[start:end]
    at, width = next(longest_matches(name, view.gazetteer.by_name), (1, 1))
    rest = name[width:]
    if at or len(rest) < _LEAST or class_of_ending(view.ontology, rest)[0]:
        return start
    known = rest in view.gazetteer.bodies or any(
        token.tag == "ORG" and view.word(token) == rest for token in view.tokens
    )
    return start + width if known else start


def firms_by_trade(view: View) -> Iterator[Mention]:
    """Short names of firms that the tagger parts before the trade: 某某|半导体; the trades are the prefixes of zm:Company.

    What it takes for an organisation is one with the trade behind it; any other name has to act as firms do.
    """
    trades = _trades(view)
    for first, second in itertools.pairwise(view.tokens):
        stem, trade = view.word(first), view.word(second)
        if first.end != second.start or trade not in trades or second.tag not in ("n", "nz", "vn"):
            continue
        if first.tag not in _STEMS or not _STEM.fullmatch(stem) or stem.endswith(trades):
            continue
        if class_of_ending(view.ontology, stem)[0] or _names_no_firm(view, stem, trade):
            continue
        whole = Token(first.start, second.end, "ORG", first.score)
        follows = view.token(second.end)
        ends = follows is None or follows.start != second.end or follows.tag not in ("n", "nz", "vn", "ORG", "LOC")
        known = stem in view.gazetteer.by_name
        if acts_as_firm(view, whole.start, whole.end) or (
            first.tag == "ORG" and first.score > _LIKELY and ends and not known
        ):
            yield view.mention(whole.start, whole.end, "Company", "trade", 0.75)


def _names_no_firm(view: View, stem: str, trade: str) -> bool:
    """Whether what stands before a trade is a nation, another body or a quality (中华|文化, 欧盟|进出口, 前沿|科技)."""
    return stem in _WHOLE or stem in view.gazetteer.bodies or GENERAL_FIRM.fullmatch(stem + trade) is not None


def begins_predicate(rest: str) -> bool:
    """Whether what follows a name in a word of the tagger's is the predicate (党中央|将, 某银行|优化科技…)."""
    return rest[:1] in _ADVERBS or rest[:2] in transitive_verbs()


def _no_body(view: View, token: Token) -> bool:
    """Whether a word that the tagger takes for an organisation is a general one, a department, or nothing it is sure of."""
    name = view.word(token)
    ending, type = class_of_ending(view.ontology, name)
    if (
        any(is_stopped(view.ontology, name, one) for one in (type, "Company"))
        or _is_general(name)
        or _is_several(view, name)
    ):
        return True
    if ending:
        return _only_trade(view, name.removesuffix(ending), ending)
    if _NO_ENDING.search(name) or trades_only(view.ontology, name):
        return True
    if acts_as_firm(view, token.start, token.end):
        return False
    offered = len(name) < 3 or name.endswith(offerings(view.ontology))
    return token.score < (_VERY_SURE if offered else _SURE)


def _is_general(name: str) -> bool:
    """Whether a word names nothing, or a part of a body."""
    if _PAIRED.fullmatch(name) or name == "商协会":
        return True
    if re.match(r".(?:全国|国家)", name) and name[0] in "京沪津渝川粤苏浙鲁豫鄂湘皖闽赣陕":
        return True  # 在京|全国重点实验室
    if name[0] in "从在于对与和及把被" or _NATIONS.fullmatch(name) or name in _WHOLE:
        return True
    if name.endswith("大学") and DESCRIBED["University"].search(name):
        return True
    worn = GENERAL_FIRM.fullmatch(name) or SEVERAL.search(name) or _DEPARTMENT.search(name)
    return bool(worn) or not re.search(r"[一-龥a-z]{2}", name) or (name.endswith("企业") and len(name) < 6)


def _is_several(view: View, name: str) -> bool:
    """Whether a word is two names, or a name with a post or the predicate behind it: these are recognised in parts."""
    start, end = next(longest_matches(name, view.gazetteer.bodies), (1, 1))
    glued = start == 0 and end < len(name) and begins_predicate(name[end:])
    place, width = next(longest_matches(name, view.gazetteer.by_name), (1, 1))
    if place == 0 and (name[width:] in transitive_verbs() or name[width:] in view.gazetteer.by_name):
        return True  # 在某市|投资|创立…, 某省|某县
    predicate = name in transitive_verbs() or (name.endswith("科技") and name[:2] in transitive_verbs())
    return glued or predicate or bool(BODY_BREAK.search(name) or _POST.search(name))


def _trades(view: View) -> tuple[str, ...]:
    """The trades that firms have in their names."""
    return view.ontology.lexicon("Company").prefixes


def acts_as_firm(view: View, start: int, end: int) -> bool:
    """Whether what stands around a name is what stands around firms: shares, takeovers, announcements, a chairman."""
    before, after = view.key[max(0, start - 8) : start], view.key[end : end + 8]
    return bool(_FIRM_BEFORE.search(before) or _FIRM_AFTER.match(after))


def publishers(view: View) -> Iterator[Mention]:
    """The medium that the reader of the source found to have published the article, where the text names it."""
    name = view.text.document.publisher
    if len(name) > 1:
        for match in re.finditer(re.escape(name), view.text.clean):
            yield view.mention(*match.span(), "Media", "publisher", 0.9)


def institutions(view: View) -> Iterator[Mention]:
    """Departments of a place: 某国财政部, 某省水利厅; the place before makes them names."""
    for place in view.found:
        match = _INSTITUTION.match(view.key, place.end) if place.type in _SEATS else None
        own = match and view.ontology.is_own(class_of_ending(view.ontology, match.group())[1])
        if match and not own and view.ends_word(match.end()) and _one_word(view, match.start(), match.end()):
            yield view.mention(place.start, match.end(), "GovernmentBody", "structure", 0.85)


def institutes(view: View) -> Iterator[Mention]:
    """Institutes of an academy: 中国科学院某某所; the academy before makes them names."""
    for start, end in longest_matches(view.key, view.gazetteer.bodies):
        academy = view.gazetteer.bodies[view.key[start:end]].type == "ResearchInstitute" and view.key[end - 1] == "院"
        match = _INSTITUTE.match(view.key, end) if academy else None
        if match and (view.ends_word(match.end()) or not view.key[match.end() : match.end() + 1].isalpha()):
            yield view.mention(start, match.end(), "ResearchInstitute", "structure", 0.9)


def pavilions(view: View) -> Iterator[Mention]:
    """The pavilion of a country or province at a fair: 某国馆, 某国国家馆."""
    for match in _PAVILION.finditer(view.key):
        places = [
            m for m in view.found if m.end == match.start() and m.type in ("Country", "Province", "City", "Region")
        ]
        if places and view.ends_word(match.end()):
            yield view.mention(places[0].start, match.end(), "ExhibitionZone", "structure", 0.85)


def _in_label(view: View, at: int) -> bool:
    """Whether a column's label in 【】 holds the offset."""
    opening = view.key.rfind("【", 0, at)
    return opening >= 0 and view.key.find("】", opening, at) < 0


def _one_word(view: View, start: int, end: int) -> bool:
    tags = view.tags(start, end)
    return len(tags) <= 3 and all(tag in ("n", "nz", "vn", "ORG", "LOC", "an") for tag in tags)


def _body_type(view: View, start: int, end: int, type: str) -> str:
    """A government body where the name ends as one and nothing more special was found."""
    if type == "Organisation" and re.search(r"(?:部|厅|局|委|署|政府|法院|检察院)$", view.key[start:end]):
        return "GovernmentBody"
    return type


def _only_trade(view: View, bare: str, ending: str) -> bool:
    """Whether a firm's name without its ending is a place or a trade and nothing else (中国科技, 电子元件公司)."""
    if ending.endswith("有限公司") or ending in ("银行", "日报", "大学", "政府"):
        return False
    trades = (*offerings(view.ontology), *_trades(view))
    return (bare in view.gazetteer.by_name and ending in ("科技", "股份", "控股", "公司", "集团")) or (
        ending == "公司" and bare.endswith(trades) and not next(longest_matches(bare, view.gazetteer.by_name), None)
    )
