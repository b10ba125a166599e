"""Names by their structure: what stands before an ending that the ontology gives for a class (zm:suffix)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ..gazetteer import longest_matches
from ..model import Mention
from ..ontology import Ontology
from .phrases import left_edge, quoted_span
from .view import View

# Classes whose names are found by their endings alone; fairs, titles, posts and people have recognisers of their own.
CLASSES = (
    "Company",
    "GovernmentBody",
    "University",
    "ResearchInstitute",
    "Association",
    "Media",
    "Organisation",
    "ExhibitionZone",
    "Venue",
    "Facility",
    "Platform",
    "Programme",
    "Project",
    "Region",
    "Place",
    "Award",
)
_ORGANISATIONS = frozenset(CLASSES[:7])
_PROPER = frozenset({"LOC", "ORG", "PER", "nz", "nr", "ns", "nt", "nw"})
_LEVEL = re.compile(r"(?:国家|省|市|区|县|自治区)")
_OFFICE = re.compile(r"(?:执行办公室|执行办|办公室|秘书处)")  # 组委会执行办 is one body
# Below these numbers of characters before the ending, a name without a proper part is a description.
_ENOUGH = {
    "Programme": 4,
    "Platform": 6,
    "Facility": 6,
    "ExhibitionZone": 4,
    "Project": 8,
    "Association": 4,
    "Award": 3,
}
_PARK = re.compile(r"(?:产业园|科技园|示范园|工业园|物流园|产业园区|试验区|自贸港|综合保税区)$")
_UNDERTAKES = re.compile(r"(?:实施|开展|启动|推进|组织|推行|承担|参与|落实|推出|部署|深入实施|组织实施|全力实施)了?$")
_PAVILION = re.compile(r"(?:国家)?馆(?![藏长员舍内])")
_ITEM = re.compile(r"([一-龥]{2,3})、$")
_SEVERAL = re.compile(r"[一二两三四五六七八九十百\d]+(?:大|座|条|个|家|所)|跨国|知名|大型|多家")
_DEPARTMENT = re.compile(r"(?:公司|集团|大学|银行)[一-龥]{2,6}(?:部|处|科|室|中心)$")
_SURE = 0.7
_GENERAL_FIRM = re.compile(
    r"(?:前沿|新兴|高端|现代|先进|尖端|硬核|核心|未来|数字|智能|绿色|航天|农业|生物|信息|网络|金融|教育|文化|体育|卫生|交通|新时代|民用|消费)+(?:科技|股份|控股|银行|证券|保险|集团|公司)"
)
_BODY_HEAD = re.compile(
    r"^(?:省|市|区|县)?(?:商务|发改|经信|科技|财政|教育|卫健|住建|交通|农业农村|文旅|市场监管|人社|统计|外事|国资)(?:委|厅|局|办)(?:员会)?$"
)


def structured_names(view: View) -> Iterator[Mention]:
    """Names that end as the ontology says names of a class end, with something proper before the ending."""
    classes = _endings(view.ontology)
    pattern = _pattern(tuple(classes))
    taken: set[tuple[int, int]] = set()
    for match in pattern.finditer(view.key):
        end = match.end()
        if not _ends_name(view, end):
            continue
        type = classes[match.group()]
        if office := _OFFICE.match(view.key, end) if type == "Organisation" else None:
            end = office.end()
        span = _span(view, match.start(), end, type)
        if span and span not in taken:
            taken.add(span)
            yield view.mention(*span, type, "structure", _score(view, span, type))


def tagged_organisations(view: View) -> Iterator[Mention]:
    """What the tagger takes for an organisation, where its ending or a place in it makes that likely."""
    classes = _endings(view.ontology)
    pattern = re.compile(f"(?:{_pattern(tuple(classes)).pattern})$")
    for token in view.tokens:
        if token.tag != "ORG" or token.end - token.start < 2:
            continue
        name = view.word(token)
        ending = pattern.search(name)
        type = classes[ending.group()] if ending else "Organisation"
        if (
            _stopped(view.ontology, name, type)
            or _GENERAL_FIRM.fullmatch(name)
            or not re.search(r"[一-龥a-z]{2}", name)
        ):
            continue
        start = _level_before(view, token.start)
        vague = ending is not None and type not in _ORGANISATIONS
        proper = not vague and (ending is None or _proper(view, start, token.start + ending.start()))
        bare = name[: ending.start()] if ending else name
        if _SEVERAL.search(name) or (ending and _only_trade(view, bare, ending.group())):
            continue
        if (name.endswith("企业") and len(name) < 6) or _DEPARTMENT.search(name) or (ending is None and token.score < _SURE):
            continue
        if (
            (ending is None
            and (len(name) < 3 or name.endswith(_offerings(view.ontology))))
            or _in_label(view, token.start)
        ):
            continue
        proper = proper or next(longest_matches(name, view.gazetteer.by_name), (1, 1))[0] == 0
        if proper or _BODY_HEAD.match(name):
            known = type if type in _ORGANISATIONS else "Organisation"
            yield view.mention(start, token.end, _body_type(view, start, token.end, known), "tagger", 0.75)


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
    """Departments of a place: 美国农业部, 辽宁省农业农村厅, 市商务委; the place or the level before makes them names."""
    for match in re.finditer(r"([一-龥]{2,8}?)(部|厅|局|委|署|院)(?![门分队件署长员落内外下上里中件位品])", view.key):
        places = [
            m for m in view.found if m.end == match.start() and m.type in ("Country", "Province", "City", "District")
        ]
        if places and view.ends_word(match.end()) and _one_word(view, match.start(), match.end()):
            yield view.mention(places[0].start, match.end(), "GovernmentBody", "structure", 0.85)


def pavilions(view: View) -> Iterator[Mention]:
    """The pavilion of a country or province at a fair: 爱尔兰馆, 英国国家馆."""
    for match in _PAVILION.finditer(view.key):
        places = [
            m for m in view.found if m.end == match.start() and m.type in ("Country", "Province", "City", "Region")
        ]
        if places and view.ends_word(match.end()):
            yield view.mention(places[0].start, match.end(), "ExhibitionZone", "structure", 0.85)


def _offerings(ontology: Ontology) -> tuple[str, ...]:
    return (*ontology.classes["Product"].suffixes, *ontology.classes["Technology"].suffixes)


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


def _level_before(view: View, start: int) -> int:
    """The start moved left over 市, 省 … that the tagger cut off (市|商务委)."""
    for width in (2, 1):
        if start >= width and _LEVEL.fullmatch(view.key[start - width : start]) and view.starts_word(start - width):
            return start - width
    return start


def _ends_name(view: View, end: int) -> bool:
    if view.key[:end].endswith("有限公司"):
        return True
    return view.ends_word(end) or not view.key[end : end + 1].isalpha()


def _span(view: View, head: int, end: int, type: str) -> tuple[int, int] | None:
    sentence = view.sentence(head)
    if sentence is None:
        return None
    quoted = quoted_span(view, head)
    if quoted and quoted[1] == end and type in ("ExhibitionZone", "Platform", "Programme", "Project", "Award"):
        return (quoted[0], end) if end - quoted[0] > 3 else None
    floor = quoted[0] if quoted else sentence.start
    start = left_edge(view, head, floor=floor, loose=type in ("Facility", "Platform", "Programme", "ExhibitionZone"))
    start = _level_before(view, start)
    name = view.key[start:end]
    if type not in _ORGANISATIONS and view.tags(start, end) == ("LOC",):
        return None  # the tagger's own place, which the recogniser of places weighs
    if type == "Company" and _trade_only(view, start, head) and not name.endswith("有限公司"):
        return None
    if _stopped(view.ontology, name, type) or head - start < (1 if type == "Company" else 2):
        return None
    if _proper(view, start, head) or _BODY_HEAD.match(name):
        return start, end
    enough = _ENOUGH.get(type)
    if enough is None or head - start < enough:
        return None
    introduced = type == "Programme" and _UNDERTAKES.search(view.key[max(0, start - 5) : start])
    at_fair = type == "ExhibitionZone" and any(m.type == "Fair" for m in view.found)
    named = type == "Award" and name.endswith(("奖章", "勋章", "金奖", "一等奖", "二等奖", "特等奖"))
    park = type == "Facility" and _PARK.search(name) is not None
    named = named or at_fair or park or view.key[start:].startswith(("国家", "全国"))
    return (start, end) if introduced or named else None


def _proper(view: View, start: int, head: int) -> bool:
    """Whether what stands before the ending names something: a name, a Latin word, or a word the tagger does not know.

    A place alone does not do for 公司 or 企业 (美国公司), so it must not fill the whole.
    """
    if head <= start:
        return False
    body = view.key[start:head]
    if re.search(r"[a-z]{2,}", body):
        return True
    tags = view.tags(start, head)
    if _SEVERAL.search(body) or not _PROPER.intersection(tags) or _GENERAL_FIRM.fullmatch(view.key[start : head + 2]):
        return False
    return body not in view.gazetteer.by_name or not re.match(
        r"公司|企业|集团|科技|股份|控股|重工|制药|项目|计划|行动|工程|园区|基地|中心|平台", view.key[head:]
    )


def _trade_only(view: View, start: int, head: int) -> bool:
    """Whether what stands before 公司 only says what it trades in (电子元件公司)."""
    tags = view.tags(start, head)
    return not {"LOC", "ORG", "PER"}.intersection(tags) and view.key[start:head].endswith(
        (*_offerings(view.ontology), *view.ontology.classes["Company"].prefixes, "元件")
    )


def _only_trade(view: View, bare: str, ending: str) -> bool:
    """Whether a firm's name without its ending is a place or a trade and nothing else (中国科技, 电子元件公司)."""
    if ending.endswith("有限公司") or ending in ("银行", "日报", "大学", "政府"):
        return False
    trades = (*_offerings(view.ontology), *view.ontology.classes["Company"].prefixes)
    return (bare in view.gazetteer.by_name and ending in ("科技", "股份", "控股", "公司", "集团")) or (
        ending == "公司" and bare.endswith(trades) and not next(longest_matches(bare, view.gazetteer.by_name), None)
    )


def listed_before(view: View) -> Iterator[Mention]:
    """Names that share the head of the last in their list: 太原、兰州、广州铁路公司."""
    for mention in view.found:
        if mention.type not in ("Facility", "Company", "Venue") or mention.recogniser != "structure":
            continue
        at = mention.start
        while match := _ITEM.search(view.key, max(0, at - 6), at):
            token = view.token(match.start(1))
            if token is None or token.start != match.start(1) or not _PROPER.intersection(view.tags(*match.span(1))):
                break
            yield view.mention(*match.span(1), mention.type, "list", 0.75)
            at = match.start(1)


def _score(view: View, span: tuple[int, int], type: str) -> float:
    if type == "Company" and view.key[slice(*span)].endswith("有限公司"):
        return 0.95
    return 0.85 if type in _ORGANISATIONS else 0.75


def _stopped(ontology: Ontology, name: str, type: str) -> bool:
    found = ontology.classes.get(type)
    return found is not None and name in found.stops


def _endings(ontology: Ontology) -> Mapping[str, str]:
    return {
        ending: name
        for name in reversed(CLASSES)
        for ending in ontology.classes[name].suffixes
        if len(ending) > 1 or name != "Place"
    }


@lru_cache(maxsize=8)
def _pattern(endings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(endings, key=lambda e: (-len(e), e)))))
