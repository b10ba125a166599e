"""Names by their structure: what stands before an ending that the ontology gives for a class (zm:suffix)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ..model import Mention
from ..ontology import Ontology
from .descriptions import describes
from .phrases import BODY_BREAK, left_edge, quoted_span, transitive_verbs
from .view import View

# Classes whose names other recognisers find; the names of all others, a user's own too, are found by their endings.
_ELSEWHERE = frozenset(
    "Fair FairEdition Event Occasion Policy Publication Person Position Product Technology Industry Country Province City District".split()
)
# Where two classes give one ending, the earlier of these has it.
_FIRST = (
    "Company", "GovernmentBody", "University", "ResearchInstitute", "Association", "Media", "Organisation", "ExhibitionZone",
    "Venue", "Facility", "Platform", "Programme", "Project", "Region", "Place", "Award",
)  # fmt: skip
_SHIPPED = _ELSEWHERE.union(_FIRST)
_QUOTABLE = frozenset({"ExhibitionZone", "Platform", "Programme", "Project", "Award"})
_LOOSE = frozenset({"Facility", "Platform", "Programme", "ExhibitionZone"})
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
    "Venue": 2,
    "Award": 3,
}
_SURELY = 0.8
_ENOUGH_OF_OWN = 2  # for the classes of a user's own, whose endings are meant to do
_PARK = re.compile(r"(?:产业园|科技园|示范园|工业园|物流园|产业园区|试验区|自贸港|综合保税区)$")
_UNDERTAKES = re.compile(r"(?:实施|开展|启动|推进|组织|推行|承担|参与|落实|推出|部署|深入实施|组织实施|全力实施)了?$")
_ZONE_ITEM = re.compile(r"(?:(?<=[、设的和在])|(?<=[设立括]))([一-龥]{2,8})、$")
_ITEM = re.compile(r"([一-龥]{2,3})、$")
SEVERAL = re.compile(
    r"[一二两三四五六七八九十百\d]+(?:大|座|条|个|家|所)|跨国|知名|大型|多家|[两多各]国|[两三](?=机场|车站|港|口岸)|行业(?=协会)"
)
# What says of which kind a body is, before its name; not where it is a part of the name (某某企业管理有限公司).
_KIND = re.compile(
    r"(?:巨头|龙头|厂商|厂家|运营商|制造商|供应商|开发商|服务商|零售商|制药商|经销商|代理商|分销商|独角兽|民企|国企|央企|车企|药企|(?:企业|品牌|机构)|(?<!有限|集团|股份|责任)(?<!总|分|子)公司)"
    r"(?!企业|管理|服务|咨询|发展|集团|孵化|信用|联合|重组|征信|投资|文化|形象|策划|信息|网络|科技|技术|总部|家|名|总|协会|联盟|商会)"
)
_BRANCH_PLACE = re.compile(r"\(([一-龥]{2,4})\)")  # 国家会展中心(上海)
_BUILT = re.compile(
    r"(?:新建|修建|兴建|扩建|改建|筹建|在建|建成|新设|共建)新?|[一-龥]{0,8}(?:布局|搭建|打造|构建)(?:更多|一批|多个)?"
)
_LIMITED = re.compile(r"(?:股份|责任|集团|控股)?有限(?:责任)?公司")
_BRANCH = ("分公司", "子公司", "分行", "支行")
GENERAL_FIRM = re.compile(
    r"(?:前沿|新兴|高端|现代|先进|尖端|硬核|核心|未来|数字|智能|绿色|航天|农业|生物|信息|网络|金融|教育|文化|体育|卫生|交通|新时代|民用|消费)+(?:科技|股份|控股|银行|证券|保险|集团|公司)"
)
BODY_HEAD = re.compile(
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
        if branch := _BRANCH_PLACE.match(view.key, end) if type == "Venue" else None:
            end = branch.end() if branch[1] in view.gazetteer.by_name else end
        span = _span(view, match.start(), end, type)
        if span and span not in taken:
            taken.add(span)
            yield view.mention(*span, type, "structure", _score(view, span, type))


def offerings(ontology: Ontology) -> tuple[str, ...]:
    """The endings of products and technologies."""
    return (*ontology.lexicon("Product").suffixes, *ontology.lexicon("Technology").suffixes)


def level_before(view: View, start: int) -> int:
    """The start moved left over 市, 省 … that the tagger cut off (市|商务委)."""
    for width in (2, 1):
        if start >= width and _LEVEL.fullmatch(view.key[start - width : start]) and view.starts_word(start - width):
            return start - width
    return start


def _ends_name(view: View, end: int) -> bool:
    if view.key[:end].endswith("有限公司") or BODY_BREAK.match(view.key, end):
        return True
    return view.ends_word(end) or not view.key[end : end + 1].isalpha()


def _span(view: View, head: int, end: int, type: str) -> tuple[int, int] | None:
    """The span of the name whose ending begins at ``head``; none where what stands before it does not make it one."""
    sentence = view.sentence(head)
    if sentence is None:
        return None
    quoted = quoted_span(view, head)
    if quoted and quoted[1] == end and type in _QUOTABLE:
        if (first := view.token(quoted[0])) and first.tag == "v" and view.word(first) in transitive_verbs():
            return None  # “建设某平台” is a proposal
        return (quoted[0], end) if end - quoted[0] > (2 if type == "Award" else 3) else None
    floor = quoted[0] if quoted else sentence.start
    start = level_before(view, left_edge(view, head, floor=floor, loose=type in _LOOSE))
    if type in _LOOSE and (built := _BUILT.match(view.key, start, head)) and head - built.end() > 1:
        start = built.end()  # 新建|某某码头
    if type in _LOOSE:
        start = _behind_verb(view, start, head)
    if view.ontology.fits(type, "Organisation"):
        start = behind_kind(view, start, head, end)
    start = _as_tagged(view, start, end)
    if (placed := _BRANCH_PLACE.match(view.key, start - 1)) and floor < start - 1 and placed.end() <= head:
        start = left_edge(view, start - 1, floor=floor, longest=12)  # 甲川|(中国)投资有限公司
    if type == "ExhibitionZone" and view.key[start - 1 : start] == "及" and start - 1 > floor:
        start = left_edge(view, start - 1, floor=floor, longest=10)  # 甲及乙展区 is one zone
    if _no_name(view, start, head, end, type):
        return None
    named = (
        is_proper(view, start, head) or BODY_HEAD.match(view.key[start:end]) or _is_enough(view, start, head, end, type)
    )
    return (start, end) if named else None


def _behind_verb(view: View, start: int, head: int) -> int:
    """The start moved behind a verb that takes the name for its object (甲国打击|乙基地, 建设|某平台)."""
    index, edge = view.token_index(start), start
    while 0 <= index < len(view.tokens) and view.tokens[index].end < head:
        token = view.tokens[index]
        index += 1
        takes = view.word(token) in transitive_verbs() or view.tokens[index].tag in (*_PROPER, "f", "m", "q")
        if token.tag == "v" and token.end - token.start > 1 and takes:
            edge = token.end
    return edge if head - edge > 1 else start


def _as_tagged(view: View, start: int, end: int) -> int:
    """The start moved to where the tagger surely begins a body that ends here, unless a name stands before it."""
    token = view.token(end - 1)
    if token is None or token.tag != "ORG" or token.score < _SURELY or not (start < token.start and token.end == end):
        return start
    if view.key[token.start - 1] == "(":
        return start  # 甲川(|中国)投资有限公司
    return start if _PROPER.intersection(view.tags(start, token.start)) else token.start


_PLAIN_KINDS = frozenset("巨头 零售商 制造商 运营商 供应商 开发商 独角兽 车企 药企 厂商".split())


def behind_kind(view: View, start: int, head: int, end: int) -> int:
    """The start moved behind what only says of which kind the body is (某国汽车巨头|甲公司, 龙头企业|乙股份有限公司)."""
    if view.key[:end].endswith(_BRANCH):
        return start
    full = view.key[:end].endswith("有限公司")  # such a name is one, whatever words the tagger sees in it
    kinds = [
        m.end()
        for m in _KIND.finditer(view.key, start, head)
        if full or view.starts_word(m.end()) or m.group() in _PLAIN_KINDS
    ]
    return max((kind for kind in kinds if head - kind > 1), default=start)


def _no_name(view: View, start: int, head: int, end: int, type: str) -> bool:
    name = view.key[start:end]
    if not view.ontology.fits(type, "Organisation") and type != "Venue" and view.tags(start, end) == ("LOC",):
        return True  # the tagger's own place, which the recogniser of places weighs
    if describes(view, start, head, end, type):
        return True
    if type == "Company" and name.endswith("控股") and view.key.startswith("股东", end):
        return True  # 甲集团|控股股东
    bodies = [
        m.end for m in view.found if m.start == start and m.end < head and view.ontology.fits(m.type, "Organisation")
    ]
    if bodies and view.key[max(bodies) : max(bodies) + 2] in transitive_verbs():
        return True  # 某银行|优化科技…
    if type == "Company" and _trade_only(view, start, head) and not name.endswith("有限公司"):
        return True
    return is_stopped(view.ontology, name, type) or head - start < (1 if type == "Company" else 2)


def _is_enough(view: View, start: int, head: int, end: int, type: str) -> bool:
    """Whether a name without a proper part is still one: long enough, and introduced or built as names are."""
    name = view.key[start:end]
    if type not in _SHIPPED:
        return head - start >= _ENOUGH_OF_OWN
    if head - start < _ENOUGH.get(type, 99):
        return False
    if type == "Programme" and _UNDERTAKES.search(view.key[max(0, start - 5) : start]):
        return True
    if type == "ExhibitionZone" and any(m.type == "Fair" for m in view.found):
        return True
    if type == "Venue":
        return name.startswith("国家")  # 国家会议中心 is one house
    if type == "Award" and name.endswith(("奖章", "勋章", "金奖", "一等奖", "二等奖", "特等奖")):
        return True
    return (type == "Facility" and _PARK.search(name) is not None) or name.startswith(("国家", "全国"))


def is_proper(view: View, start: int, head: int) -> bool:
    """Whether what stands before the ending names something: a name, a Latin word, or a word the tagger does not know.

    A place alone does not do for 公司 or 企业 (美国公司), so it must not fill the whole.
    """
    if head <= start:
        return False
    body = view.key[start:head]
    if re.search(r"[a-z]{2,}", body) or (_LIMITED.match(view.key, head) and _is_glued(view, start)):
        return True
    tags = view.tags(start, head)
    if SEVERAL.search(body) or not _PROPER.intersection(tags) or GENERAL_FIRM.fullmatch(view.key[start : head + 2]):
        return False
    return body not in view.gazetteer.by_name or not re.match(
        r"公司|企业|集团|科技|股份|控股|重工|制药|项目|计划|行动|工程|园区|基地|中心|平台", view.key[head:]
    )


def _is_glued(view: View, start: int) -> bool:
    """Whether a name begins inside a word of the tagger's, behind the kind of body that it took for a part of it."""
    token = view.token(start)
    return token is not None and token.start < start and _KIND.search(view.key, token.start, start) is not None


def _trade_only(view: View, start: int, head: int) -> bool:
    """Whether what stands before 公司 only says what it trades in (电子元件公司)."""
    body = view.key[start:head]
    if trades_only(view.ontology, body):
        return True
    named = {"LOC", "ORG", "PER"}.intersection(view.tags(start, head))
    return not named and body.endswith((*offerings(view.ontology), *view.ontology.lexicon("Company").prefixes, "元件"))


def trades_only(ontology: Ontology, body: str) -> bool:
    """Whether words for trades make up the whole (电子元件, 新能源汽车)."""
    trades = (*ontology.lexicon("Company").prefixes, "元件")
    while rest := next((body.removesuffix(trade) for trade in trades if body.endswith(trade)), None):
        body = rest
    return body in trades


def listed_before(view: View) -> Iterator[Mention]:
    """Names that share the head of the last in their list: 太原、兰州、广州铁路公司."""
    for mention in view.found:
        zone = mention.type == "ExhibitionZone"
        if mention.type not in ("Facility", "Company", "Venue", "ExhibitionZone") or mention.recogniser != "structure":
            continue
        at = mention.start
        while match := (_ZONE_ITEM if zone else _ITEM).search(view.key, max(0, at - 12), at):
            token = view.token(match.start(1))
            tags = view.tags(*match.span(1))
            if token is None or token.start != match.start(1) or not (zone or _PROPER.intersection(tags)):
                break
            yield view.mention(*match.span(1), mention.type, "list", 0.75)
            at = match.start(1)


def _score(view: View, span: tuple[int, int], type: str) -> float:
    if type == "Company" and view.key[slice(*span)].endswith("有限公司"):
        return 0.95
    return 0.85 if view.ontology.fits(type, "Organisation") else 0.75


def class_of_ending(ontology: Ontology, name: str) -> tuple[str, str]:
    """The ending that says what a name names, with its class; no ending and ``Organisation`` where none does."""
    classes = _endings(ontology)
    match = re.search(rf"(?:{_pattern(tuple(classes)).pattern})$", name)
    return (match.group(), classes[match.group()]) if match else ("", "Organisation")


def is_stopped(ontology: Ontology, name: str, type: str) -> bool:
    found = ontology.classes.get(type)
    return found is not None and name in found.stops


def _endings(ontology: Ontology) -> Mapping[str, str]:
    own = sorted(name for name in ontology.classes if name not in _SHIPPED)
    # Where a user gives a class below a shipped one the same ending, it is the more special.
    below = [name for name in own if any(ontology.fits(name, known) for known in _FIRST)]
    return {
        ending: name
        for name in reversed((*below, *_FIRST, *own))
        if name in ontology.classes
        for ending in ontology.classes[name].suffixes
        if len(ending) > 1 or name != "Place"
    }


@lru_cache(maxsize=8)
def _pattern(endings: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(endings, key=lambda e: (-len(e), e)))) or r"(?!)")
