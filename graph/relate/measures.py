"""What a quantity measures, in the text's words: the noun before it, the noun that it counts, a growth, a share."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .quantities import Quantity
from .scene import Scene

_SEGMENT = re.compile(r"[,;。:!?\n(“]|(?<=[一-龥]) (?=[一-龥])|、(?=[^、,。;]{0,8}\d)")
_GROWTH = re.compile(
    r"(?P<against>同比|环比|(?:比|较|与)(?:上年|去年|前年|上届|往届|上月|20\d\d年|上一届|去年同期|上年同期|[^,。;、\d]{2,10}?)(?:同期)?(?:相比)?)?"
    r"[,]?(?:实际|平均|年均|分别|则|又|也|均|大幅|再|将|已)*(?P<verb>增长|增加|增幅|增速|上升|提高|提升|下降|减少|降低|下滑|回落|上涨|下跌|扩大|缩短|增收|增产|(?<![新首])增|降|高出|多出|翻)"
    r"(?:了|达到|达|约|近|超过|超|为|逾)*$"
)
_COMPARED = re.compile(
    r"(?P<against>(?:比|较)[^,。;、\d]{2,14}?)(?P<verb>低|高|快|多|少|轻|重|薄|长|短|减重|节省|节约)(?:了|出|约|近|超|超过|达)*$"
)
_LEVEL = re.compile(
    r"(?:摄氏|总共|共计|共有|共达|累计|总计|合计|已经|已有|已达|已|共|约|近|超|达到|达|为|是|有|突破|超过|增至|增加到|增长到|升至|降至|提高到|提升至|提升到|"
    r"扩大到|扩大至|下降到|降低到|实现|完成|高达|多达|长达|仅|只有|均|分别|逾|至|了|到|将|首次|再|仍|在|接近|不到|保持|稳定|优于|着|计|可|就|全年|预计|带来|"
    r"最大|最高|最低|平均|大约|以上|左右|多|更是|还|也|不低于|不少于|控制|缩短|延长|也是|:)+$"
)
_SHARE = re.compile(
    r"(?P<what>[^,。;、]{0,20}?)(?:占|占据|占到|约占)(?P<of>[^,。;\d]{0,16}?)(?:的|比重|比例)*(?:达到|达|为|超过|超|约|近)*$"
)
_SHARE_IN = re.compile(
    r"(?P<what>[^,。;、]{0,20}?)在(?P<of>[^,。;在\d]{2,8}?)的?占比(?:已|均)?(?:达到|达|为|超过|超|约|近)*$"
)
_RATIO = re.compile(r"(?:占比|比重|比例|份额)(?:已|均|也)?(?:达到|达|为|超过|超|约|近|升至|提高到|提升到|突破|接近)*$")
_NATION = re.compile(r"(全国|我国|中国|全球|世界|全省|全市)(?:总额|总量|总数)?(?:的)?(?:近|约|超)?$")
_CLASSIFIER = re.compile(
    r"(?:多?个|多?家|项|件|名|位|人|户|种|款|类|处|座|所|台|台\(套\)|台套|套|艘|架|辆|列|条|张|册|部|篇|份|场|次|届|批|支|只|头|颗|枚|株|棵|间|栋|幢|站|单|例|起|轮|步|对|组|本|幅|片|块|道|门|人次|班次|列次|架次)$"
)
_AREA_UNITS = {
    "城": "城市数",
    "国": "国家数",
    "省": "省份数",
    "市": "城市数",
    "县": "县数",
    "村": "村数",
    "镇": "镇数",
    "路": "线路数",
}
_TAIL_VERBS = re.compile(
    r"(?:线上|线下)?(?:参展|参会|参赛|参加|首发|首展|首发首展|落户|入驻|亮相|签约|上市|注册|就业|受益|投产|达成|开工)+"
)
_QUALIFYING = frozenset("发明 参展 参会 到会 注册 成交 签约 研发 进出口 营业".split())
_COMPOUNDING = frozenset("换 进 展 涉 购 售 研 充 用".split())  # 换电站, 进馆客流量
_NOUNS = frozenset({"n", "nz", "vn", "nw", "an", "LOC", "ORG"})
_DURATION = re.compile(r"(?:为期|会期|展期|历时)$")
_STOPS = frozenset({"v", "p", "d", "ad", "vd", "c", "r", "xc", "TIME", "u"})
_LEAD = re.compile(
    r"^(?:[两兩二三四五六七八九十](?:省市?|市|地|区|區|县|縣|国|國|家|者)的?|其中|此外|目前|同时|另外|而|并|且|也|还|已|共|今年|去年|当年|当日|期间|以来|上|中|内|里|下|年|月|日|的|等|末|底|实现|完成|提供|安排|现有|拥有|接入|建成|签约|达成|引进|新增|培育|全市|全省|全县|全区|全国|我国|当地|境内|区域|地区|等地|相互间|相互|之间|互相|届时|间)+"
)
_VERBAL = re.compile(
    r"(占地面积|占地|投资|亏损|出资|注资|募资|融资|耗资|斥资|捐赠|罚款|盈利|总投资|注册资本|年产量|年产|日产|月产|亩产|每亩增产|时速|起步|海拔)(?:达到|达|为|约|近|超过|超|在)*$"
)
_MEASURE_TAIL = re.compile(
    r"(?:数量|总数|总量|总额|额|量|率|值|价值|面积|人口|收入|产值|金额|规模|资金|比重|占比|长|宽|高|深|指数|成本|票房|利润|投资)$"
)


@dataclass(frozen=True, slots=True)
class Measured:
    """What is measured: its name in the text's words, where the name begins, how that was read."""

    name: str
    start: int
    how: str
    score: float
    growth: bool = False
    share_of: str = ""
    against: str = ""
    unit: str = ""


def measured(
    scene: Scene, number: int, quantity: Quantity, following: Quantity | None, before: Measured | None
) -> Measured | None:
    """What the quantity measures; ``before`` is what the last level in the sentence did, which a growth goes on from."""
    sentence = scene.sentences[number]
    low = _segment_start(scene, sentence.start, quantity.start)
    left = scene.key[low : quantity.start]
    high = following.start if following and following.start < sentence.end else sentence.end
    if _DURATION.search(left) and quantity.unit in ("天", "日", "个月", "年"):
        return Measured("会期", low, "duration", 0.9)
    if growth := _GROWTH.search(left) or _COMPARED.search(left):
        return _growth(scene, low, growth, quantity, before)
    if quantity.unit in ("%", "1") and (share := _share(scene, low, left, quantity, high, before)):
        return share
    if quantity.unit in ("公里", "千米", "海里") and scene.key[quantity.end : quantity.end + 1] == "的":
        return None  # a distance, not a measure of anything
    if said := _VERBAL.search(left):
        return Measured(_text(scene, low + said.start(1), low + said.end(1)), low + said.start(1), "verb", 0.8)
    return _level(scene, low, quantity, high, before)


def _level(scene: Scene, low: int, quantity: Quantity, high: int, before: Measured | None) -> Measured | None:
    """A plain amount: of the noun before it, the noun it counts, what was counted before, or the noun behind 的."""
    counted = _noun_after(scene, quantity.end, high) if _CLASSIFIER.search(quantity.unit) else None
    noun = _noun_before(scene, low, quantity.start)
    if noun and (counted is None or _MEASURE_TAIL.search(noun[0])):
        return Measured(noun[0], noun[1], "before", 0.85)
    if counted:
        return Measured(counted, quantity.start, "counted", 0.85)
    if before and before.unit == quantity.unit and (verb := _verb_at(scene, quantity.end)):
        return Measured(f"{before.name}{verb}", quantity.start, "elliptic", 0.7, unit=quantity.unit)
    if quantity.unit in _AREA_UNITS:
        return Measured(_AREA_UNITS[quantity.unit], quantity.start, "counted", 0.7)
    after = _noun_after(scene, quantity.end + 1, high) if scene.key[quantity.end : quantity.end + 1] == "的" else None
    return Measured(after, quantity.start, "of", 0.8) if after else None


def _verb_at(scene: Scene, at: int) -> str:
    """The verb right behind a count whose noun is left out: 其中,9家首发…."""
    token = scene.token_at(at)
    return scene.text.clean[token.start : token.end] if token and token.start == at and token.tag in ("v", "vn") else ""


def _segment_start(scene: Scene, floor: int, at: int) -> int:
    last = floor
    for match in _SEGMENT.finditer(scene.key, floor, at):
        last = match.end()
    return last


def _growth(
    scene: Scene, low: int, growth: re.Match[str], quantity: Quantity, before: Measured | None
) -> Measured | None:
    base = _noun_before(scene, low, low + growth.start())
    verb = _text(scene, low + growth.start("verb"), low + growth.end("verb"))
    said = growth.span("against")
    against = _text(scene, low + said[0], low + said[1]).strip(",，") if growth.group("against") else ""
    if base:
        return Measured(f"{base[0]}{verb}", base[1], "growth", 0.8, True, "", against)
    if before:
        return Measured(f"{before.name}{verb}", before.start, "growth", 0.8, True, "", against)
    counted = _noun_after(scene, quantity.end, quantity.end + 12) if _CLASSIFIER.search(quantity.unit) else None
    return Measured(f"{verb}{counted}", low, "growth", 0.6, True, "", against) if counted else None


def _share(
    scene: Scene, low: int, left: str, quantity: Quantity, high: int, before: Measured | None
) -> Measured | None:
    share = _SHARE_IN.search(left) or _SHARE.search(left)
    ratio = None if share and not share.group("of").startswith("比") else _RATIO.search(left)
    if ratio:
        noun = _noun_before(scene, low, low + ratio.start())
        word = _text(scene, low + ratio.start(), low + ratio.start() + 2)
        name = f"{noun[0]}{word}" if noun else (f"{before.name}{word}" if before else "")
        return Measured(name, noun[1] if noun else low, "share", 0.8) if name else None
    if share and not share.group("of").startswith("比"):
        noun = _noun_before(scene, low, low + share.end("what"))
        of = _text(scene, low + share.start("of"), low + share.end("of"))
        what = noun[0] if noun else (before.name if before else "")
        at = scene.key.find("占", low + share.end("what"))
        taken = _text(scene, at, at + 1)
        return Measured(f"{what}{taken}{of}比重", noun[1] if noun else low, "share", 0.8, False, of) if what else None
    if scene.key[quantity.end : quantity.end + 1] == "的":
        after = _noun_after(scene, quantity.end + 1, high)
        nation = _NATION.search(left)
        of = _text(scene, low + nation.start(1), low + nation.end(1)) if nation else ""
        if after:
            return Measured(f"{after}占{of}比重" if of else f"{after}占比", quantity.start, "share", 0.8, False, of)
    if left.endswith("的"):
        noun = _noun_before(scene, low, low + len(left) - 1)
        if noun:
            return Measured(noun[0], noun[1], "share", 0.8, False, noun[0])
    return None


def _noun_before(scene: Scene, low: int, end: int) -> tuple[str, int] | None:
    """The noun phrase that ends at ``end``, verbs of reaching and comparators left out; and where it begins."""
    level = _LEVEL.search(scene.key[low:end])
    stop = low + level.start() if level else end
    tokens = list(scene.tokens(low, stop))
    start, crossed = stop, False
    for token in reversed(tokens):
        word = scene.key[token.start : token.end]
        if token.end != start and scene.key[token.end : start].strip():
            break
        if (word in _QUALIFYING or word in _COMPOUNDING) and token.end == start and start < stop:
            pass
        elif word == "的" and not crossed and start < stop:
            crossed = True
        elif token.tag == "m" and word[0].isdigit() and word[-1] not in "gdk":
            break
        elif (
            token.tag in ("n", "nz", "vn", "an", "a", "nw", "s", "f", "ORG", "LOC", "PER", "w", "m", "q")
            and word not in ",。;:、"
        ) or (
            token.tag == "v"
            and (
                start < stop and not crossed and len(word) > 1 and token.end == start and _modifies(scene, start, stop)
            )
        ):
            pass
        else:
            break
        start = token.start
    return _cut(scene, start, stop)


def _modifies(scene: Scene, start: int, stop: int) -> bool:
    """Whether a verb before a noun at the end of a measure only qualifies it (参展企业, 跨境洽商交易额)."""
    return bool(_MEASURE_TAIL.search(scene.key[start:stop])) and not re.match(
        r"成为|作为|属于", scene.key[max(0, start - 2) : stop]
    )


def _cut(scene: Scene, start: int, stop: int) -> tuple[str, int] | None:
    """The phrase without the names of who bears it and without words that only lead to it."""
    for referent in scene.referents:
        if referent.start < stop and start < referent.end < stop and (referent.type != "Industry"):
            start = referent.end
    while match := _LEAD.match(scene.key[start:stop]):
        start += match.end()
    if scene.key[start : start + 1] == "国" and scene.key[start - 1 : start] == "我":
        start += 1
    while stop > start and scene.key[stop - 1] in '的 ,“”"':
        stop -= 1
    while start < stop and scene.key[start] in '的 ,“”")':
        start += 1
    if stop - start < 2 or any(
        r.start <= start and stop <= r.end and _bears(r.type) and r.type not in ("Programme", "Project")
        for r in scene.referents
    ):
        return None
    if stop - start > 22:
        start = stop - 22
    return _text(scene, start, stop), start


def _bears(type: str) -> bool:
    return type not in ("Industry", "Technology", "Product", "Work", "Publication", "Position", "Award", "Policy")


def _noun_after(scene: Scene, at: int, high: int) -> str | None:
    """The noun phrase that begins at ``at``; behind 的 where a clause qualifies it, with 参展 and the like behind it."""
    at += len(scene.key[at:]) - len(scene.key[at:].lstrip(' “"'))
    stop = _noun_end(scene, at, high)
    if stop == at:
        return None
    text = _text(scene, at, stop).rstrip("的、和与及等” ")
    head, _, last = text.rpartition("的")
    if head:  # 10个展团的采购商 counts the 展团; 若干项…等领域的新产品 counts what comes last
        plain = not any(t.tag in ("a", "v", "d") for t in scene.tokens(at, at + len(head)))
        text = head if (len(head) <= 6 and "等" not in head and plain) or len(last) < 2 else last
    tail = _TAIL_VERBS.match(scene.key, stop)
    return (_text(scene, stop, tail.end()) + text if tail else text)[:24] or None  # 企业参展: 参展企业


def _noun_end(scene: Scene, at: int, high: int) -> int:
    """Where the noun phrase that begins at ``at`` ends; ``at`` itself where none does."""
    named = next((r for r in scene.referents if r.start == at and not scene.ontology.fits(r.type, "Place")), None)
    stop, nominal = (named.end, True) if named else (at, False)
    for token in scene.tokens(stop, high):
        word = scene.key[token.start : token.end]
        if _breaks(word, token.tag, nominal, scene.key[token.end : token.end + 1]):
            break
        nominal = nominal or token.tag in _NOUNS or (token.tag == "a" and len(word) > 2)
        stop = token.end
    return stop if nominal else at


def _breaks(word: str, tag: str, nominal: bool, behind: str) -> bool:
    """Whether a word ends a noun phrase; ``nominal`` says whether it has its noun, ``behind`` is what follows the word."""
    if word in ("、", "和", "与", "及", "的", "等"):
        return not nominal
    if tag == "w":
        return word not in '“”"'
    if tag == "m":
        return nominal
    return tag in _STOPS and not (tag == "v" and not nominal and behind not in ",。")


def _text(scene: Scene, start: int, end: int) -> str:
    """The text's own words, without blanks and quotation marks."""
    return re.sub(r"[\s“”「」\"]", "", scene.text.clean[start:end])
