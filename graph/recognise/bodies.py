"""Organisations by other means than their endings: the tagger's, well-known ones, departments of a place, publishers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..gazetteer import longest_matches
from ..model import Mention
from .phrases import BODY_BREAK, behind_leads, transitive_verbs
from .structure import (
    BODY_HEAD,
    GENERAL_FIRM,
    SEVERAL,
    class_of_ending,
    is_proper,
    is_stopped,
    level_before,
    offerings,
)
from .view import View

_PAVILION = re.compile(r"(?:国家)?馆(?![藏长员舍内])")
_DEPARTMENT = re.compile(r"(?:公司|集团|大学|银行)[一-龥]{2,6}(?:部|处|科|室|中心)$")
_SURE = 0.7
_SEATS = frozenset({"Country", "Province", "City", "District"})
_INSTITUTION = re.compile(
    r"[一-龥]{1,8}?(?:(?<![东西南北中内外上下全总腹局])部|厅|(?<![布格结开僵时困])局|委|署|院)(?![门分队件署长员落内外下上里中件位品])"
)
_POST = re.compile(r"(?:书记|主任|部长|局长|市长|省长|会长|院长|校长|董事长|总裁|总经理)$")


def tagged_organisations(view: View) -> Iterator[Mention]:
    """What the tagger takes for an organisation, where its ending or a place in it makes that likely."""
    for token in view.tokens:
        name = view.word(token)
        if token.tag != "ORG" or len(name) < 2 or _in_label(view, token.start) or _no_body(view, name, token.score):
            continue
        ending, type = class_of_ending(view.ontology, name)
        start = behind_leads(view, level_before(view, token.start), token.end)
        proper = next(longest_matches(name, view.gazetteer.by_name), (1, 1))[0] == 0 or BODY_HEAD.match(name)
        if (
            not ending
            or (view.ontology.fits(type, "Organisation") and is_proper(view, start, token.end - len(ending)))
            or proper
        ):
            known = type if view.ontology.fits(type, "Organisation") else "Organisation"
            yield view.mention(start, token.end, _body_type(view, start, token.end, known), "tagger", 0.75)


def _no_body(view: View, name: str, score: float) -> bool:
    """Whether a word that the tagger takes for an organisation is a general one, a department, or nothing it is sure of."""
    ending, type = class_of_ending(view.ontology, name)
    if is_stopped(view.ontology, name, type) or GENERAL_FIRM.fullmatch(name) or SEVERAL.search(name):
        return True
    if BODY_BREAK.search(name) or _POST.search(name):
        return True  # two names, or a name with a verb or a post: recognised in parts
    if not re.search(r"[一-龥a-z]{2}", name) or _DEPARTMENT.search(name) or (name.endswith("企业") and len(name) < 6):
        return True
    if name.endswith("科技") and name[:2] in transitive_verbs():
        return True  # 锚定科技强国: two words of a predicate
    if ending:
        return _only_trade(view, name.removesuffix(ending), ending)
    return (
        score < _SURE
        or len(name) < 3
        or re.search(r"(?:镇|乡|村|[\d一二三四五六七八九十]号|500强企业)$", name) is not None
        or name.endswith(offerings(view.ontology))
    )


def known_bodies(view: View) -> Iterator[Mention]:
    """Well-known organisations of the gazetteer, by full name or alias."""
    for start, end in longest_matches(view.key, view.gazetteer.bodies):
        body = view.gazetteer.bodies[view.key[start:end]]
        if end - start == 2 and not (view.starts_word(start) and view.ends_word(end)):
            continue
        if view.key[end : end + 1] in ("网", "报") or _inside_longer_organisation(view, start, end):
            continue
        yield view.mention(start, end, body.type, "gazetteer", 0.9, body.name)


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


def _inside_longer_organisation(view: View, start: int, end: int) -> bool:
    token = view.token(start)
    return token is not None and token.tag == "ORG" and (token.start < start or token.end > end) and token.end >= end


def _body_type(view: View, start: int, end: int, type: str) -> str:
    """A government body where the name ends as one and nothing more special was found."""
    if type == "Organisation" and re.search(r"(?:部|厅|局|委|署|政府|法院|检察院)$", view.key[start:end]):
        return "GovernmentBody"
    return type


def _only_trade(view: View, bare: str, ending: str) -> bool:
    """Whether a firm's name without its ending is a place or a trade and nothing else (中国科技, 电子元件公司)."""
    if ending.endswith("有限公司") or ending in ("银行", "日报", "大学", "政府"):
        return False
    trades = (*offerings(view.ontology), *view.ontology.lexicon("Company").prefixes)
    return (bare in view.gazetteer.by_name and ending in ("科技", "股份", "控股", "公司", "集团")) or (
        ending == "公司" and bare.endswith(trades) and not next(longest_matches(bare, view.gazetteer.by_name), None)
    )
