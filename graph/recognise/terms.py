"""Products, technologies and trades in the contexts that name them: lists closed by their head, objects of cues."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from ..model import Mention, Token
from ..ontology import Ontology
from .general import is_nominal, is_plausible, is_worn
from .lists import items, items_before, trim
from .phrases import quoted_span, transitive_verbs
from .structure import is_stopped
from .view import View

# What may stand between 等 and the head of a list: a number, a quantity, qualities.
_BETWEEN = (
    r"等(?:等)?(?:\d+|[一二两三四五六七八九十百几多数]+|数十|几十)?[余多]?(?:个|项|种|款|类|大类|大|家|件|台)?(?:方面的?)?"
    r"(?:一系列|一大批|一批|系列|各类|多个|多种|众多|热门|相关|有关|战略性|支柱|先导|主导|未来|现代|新兴|前沿|先进|重点|优势|特色|万亿级|千亿级|百亿级|重大|国家级|科研|十大|旅游|知名|新型|知名|关键|核心|高端|主要|高科技|高附加值|大批|、|新|的|"
    r"(?:首次)?[参展]+的?|[一-龥]{2}(?=产业|行业|领域|技术|产品)|[一-龥]{3,5}(?=行业))*"
)
_FIRMS_OF = re.compile(r"(?:龙头|骨干|领军|头部|重点|相关|上下游)?(?:企业|公司|协会|专家|人士|人才)")
_FROM_TO = re.compile(r"从[“\"]?([一-龥a-z0-9]{2,12}?)[”\"]?到[“\"]?([一-龥a-z0-9]{2,12}?)[”\"]?(?=[,。;]|等|再到)")
_EXAMPLES = re.compile(r"[,(](?:例如|比如|如|包括)(?=[^,。;]{2,40})")
_POINTER = re.compile(r"(?:这|那|该|此|上述)[款套种台项个类架]")
_COUNTED = re.compile(
    r"(?:[\d万亿]|[一二两三四五六七八九十百千多余数几])(?:家|座|所|个|条|处)(?:以上)?(?:国家级|省级|市级|重点|大型)?的?$"
)
_NO_TRADE = re.compile(
    r"^\d|(?:市场|文件|比重|布局|基础设施|[导支]?[向撑]型|政策|监控|短板|弱项|企业|团队|之路|路径|显现|思考|探索|进展|突破口?|时期|初创期|能级|优化|跨越|场景|工厂|"
    r"平台|集群|热点|工程|人才|队伍|创建|对接|梳理|调整|赛道|制高点|策源|使命|职责|重点|基础|成果转化|质量提升)$"
)
_PLAIN = frozenset({"n", "nz", "nw", "vn", "a", "ORG", "LOC", "PER", "m"})
_TURNS = frozenset({"对", "向", "给", "为", "在", "从"})
_NAMES = frozenset({"nz", "nw", "ORG", "PER", "LOC"})
_DEVELOPS = frozenset({"发展", "壮大", "培育", "推进", "推动"})
_CLAUSE = re.compile(r"[,。;:!?\n]")


def listed_terms(view: View) -> Iterator[Mention]:
    """Items of a list that 等 closes with a head: A、B和C等产品 are products, A、B等领域 are trades."""
    heads = _heads(view.ontology)
    closing = re.compile(_BETWEEN + "(" + (_either(heads) or r"(?!)") + ")")
    for match in closing.finditer(view.key):
        type = heads[match.group(1)]
        if not view.starts_word(match.start()):
            continue  # 高等院校 closes no list
        if type != "Company" and _FIRMS_OF.match(view.key, match.end()):
            continue
        for item, end in items_before(view, match.start()):
            start = _behind_place(view, item, end) if type == "Industry" else item
            term = view.key[start:end]
            if is_worn(term) and not (type == "Industry" and term.startswith("新")):
                continue
            if type == "Company" and not _names_firm(view, start, end):
                continue
            if type == "Industry" and _is_no_trade(view, start, end):
                continue
            yield view.mention(start, end, type, "list", 0.85)


def _behind_place(view: View, start: int, end: int) -> int:
    """The start of an item behind the place that it belongs to (甲省|仿生机器人等产业)."""
    places = (m.end for m in view.found if m.start == start and m.end < end - 1 and m.recogniser == "gazetteer")
    return max(places, default=start)


def _is_no_trade(view: View, start: int, end: int) -> bool:
    """Whether an item of trades is a general word, a place, or a verb with its object (促进某业振兴)."""
    first = view.token(start)
    verb = first is not None and end - start > 5 and first.tag == "v" and view.word(first) in transitive_verbs()
    if view.key[start:end].endswith(("馆", "医院", "学校", "工厂", "商场", "场景应用")):
        return True
    if _COUNTED.search(view.key, max(0, start - 8), start) or _NO_TRADE.search(view.key[start:end]):
        return True
    return verb or set(view.tags(start, end)) == {"LOC"} or is_stopped(view.ontology, view.key[start:end], "Industry")


def _names_firm(view: View, start: int, end: int) -> bool:
    """Whether an item before 等企业 names a firm: the tagger takes it for a name, and it is no trade (智能制造)."""
    term = view.key[start:end]
    named = {"ORG", "PER", "nz", "nr"}.intersection(view.tags(start, end)) or term in view.gazetteer.bodies
    trade = term.endswith((*view.ontology.lexicon("Company").prefixes, *view.ontology.lexicon("Product").suffixes))
    return bool(named) and (not trade or term.endswith(view.ontology.lexicon("Company").suffixes))


_BOARD_LIST = re.compile(
    r"(?:题材包括|展区包括|展览分为|分为|分设|设有|设置了?|设立了?)([^,。;:]{4,60}?)(?:等)?[\d一二两三四五六七八九十]+(?:个|大)(?:板块|展区|专区|主题展区|题材)"
)


def zone_lists(view: View) -> Iterator[Mention]:
    """Zones listed without 等: 展览分为甲、乙、丙3个板块; only where an article names a fair."""
    if not any(m.type == "Fair" for m in view.found):
        return
    for match in _BOARD_LIST.finditer(view.key):
        found = [item for item in items(view, *match.span(1)) if not is_worn(view.key[slice(*item)])]
        if len(found) > 1:
            for item in found:
                yield view.mention(*item, "ExhibitionZone", "list", 0.8)


def named_by_cues(view: View) -> Iterator[Mention]:
    """What stands as object of a cue that names things (zm:names): 带来X、Y, 应用于X领域, 以自主研发的X为基础."""
    for cue in view.ontology.cues:
        if not cue.names:
            continue
        for word in cue.words:
            for match in re.finditer(re.escape(word), view.key):
                if is_word(view, *match.span()):
                    yield from _objects(view, cue.names, match.end())


_FOUNDATION = re.compile(r"以([^,。;:]{2,20}?)为(?:基础|支撑|内核)")


def foundations(view: View) -> Iterator[Mention]:
    """What something is built on: 以某某技术为基础."""
    for match in _FOUNDATION.finditer(view.key):
        item = trim(view, *match.span(1))
        if item and is_plausible(view, *item, "Technology"):
            yield view.mention(*item, _class_of(view, *item, "Technology"), "cue", 0.75)


_USED_IN = re.compile(
    r"在([一-龥]{2,8}?)(?:领域|行业|产业|场景)?中?的(?:推广|创新|规模化|深度|广泛|示范|普及|落地)*应用(?!程序|软件)"
)


def fields_of_use(view: View) -> Iterator[Mention]:
    """Where something is used: 某机在某业中的应用."""
    for match in _USED_IN.finditer(view.key):
        item = trim(view, *match.span(1))
        if item and is_plausible(view, *item, "Industry") and not _is_no_trade(view, *item):
            yield view.mention(*item, "Industry", "cue", 0.72)


def spanned_terms(view: View) -> Iterator[Mention]:
    """The ends of a span of products: 从甲机到乙椅."""
    for match in _FROM_TO.finditer(view.key):
        for group in (1, 2):
            if is_plausible(view, *match.span(group), "Product"):
                yield view.mention(*match.span(group), _class_of(view, *match.span(group), "Product"), "span", 0.7)


def taken_terms(view: View) -> Iterator[Mention]:
    """What 将 or 把 puts before a cue about offerings: 将某成像技术应用于…."""
    for cue in view.ontology.cues:
        if not view.ontology.fits(view.ontology.properties[cue.property].domain, "Offering"):
            continue
        for word in cue.words:
            for match in re.finditer(rf"(?:将|把)([^,。;:]{{2,20}}?){re.escape(word)}", view.key):
                item = trim(view, *match.span(1))
                if item and is_plausible(view, *item, "Technology"):
                    yield view.mention(*item, _class_of(view, *item, "Technology"), "cue", 0.75)


def examples(view: View) -> Iterator[Mention]:
    """What is named as an example of an offering just named: 服务产品,如某型机器人."""
    for match in _EXAMPLES.finditer(view.key):
        if any(m.end == match.start() and view.ontology.fits(m.type, "Offering") for m in view.found):
            yield from _objects(view, "Product", match.end())


def is_word(view: View, start: int, end: int) -> bool:
    """Whether a cue's word stands as words of its own: it begins one, and ends one unless it is long."""
    return (view.starts_word(start) and (view.ends_word(end) or end - start > 2)) or end - start > 3


def _objects(view: View, type: str, at: int) -> Iterator[Mention]:
    clause_end = _CLAUSE.search(view.key, at)
    end = clause_end.start() if clause_end else len(view.key)
    aspect = re.match(r"[了着过出的于]*(?:成功)?\s?", view.key[at:end])
    at += aspect.end() if aspect else 0
    if type == "Industry":
        at = _behind_verbs(view, at)
    if type in ("Product", "Technology") and (means := _before_of(view, at, end, type)):
        yield view.mention(*means, _class_of(view, *means, type), "cue", 0.7)
    closing = view.key.find("等", at, end)
    if closing > at:
        end = closing
    end = _before_phrase(view, at, end)
    last = view.key.rfind("、", at, end)
    # A long list goes on to its last item, whatever the tagger makes of a word in it.
    listed = view.key.count("、", at, end) > 1
    found = list(items(view, at, _stop(view, last + 1 if listed else at, end)))
    while found and (more := _continued(view, found[-1][1])):
        found.append(more)
    sure = [is_plausible(view, *item, type) for item in found]
    if type == "Industry":
        found = [(a, b - 2 if view.key[b - 2 : b] in ("领域", "发展", "建设") and b - a > 4 else b) for a, b in found]
        sure = [is_plausible(view, *item, type) for item in found]
        kept = [(item, certain) for item, certain in zip(found, sure, strict=True) if not _is_no_trade(view, *item)]
        found, sure = [item for item, _ in kept], [certain for _, certain in kept]
    pointed = _POINTER.match(view.key, at) is not None
    for item, certain in zip(found, sure, strict=True):
        if (quoted := quoted_span(view, item[0])) and quoted != item and "、" not in view.key[slice(*quoted)]:
            continue  # a part of what is quoted
        if pointed and not _is_named(view, *item):
            continue  # 这套智能系统 names nothing
        if certain or (any(sure) and is_nominal(view, *item)):
            yield view.mention(*item, _class_of(view, *item, type), "cue", 0.75 if certain else 0.65)


def _before_of(view: View, at: int, end: int, type: str) -> tuple[int, int] | None:
    """The object of a verb in a relative clause (搭载某模型的某机), where it is a term by itself."""
    of = view.key.find("的", at, end)
    item = trim(view, at, of) if of > at else None
    plain = item is not None and not set(view.tags(*item)) - _PLAIN
    if not plain or _POINTER.match(view.key, at):
        return None
    if any(m.start == of + 1 and view.ontology.fits(m.type, "Actor") for m in view.found):
        return None  # 展出某机的某公司
    return item if item and item[0] == at and is_plausible(view, *item, type) else None


def _before_phrase(view: View, at: int, end: int) -> int:
    """The end of an object before a preposition that turns to somebody else (使用甲和乙对丙发起…)."""
    phrases = (t.start for t in view.between(at, end) if t.tag == "p" and view.word(t) in _TURNS and t.start > at + 1)
    return next(phrases, end)


def _behind_verbs(view: View, at: int) -> int:
    """The start of the object where further verbs stand before it (布局建设某产业); none behind a preposition."""
    token = view.token(at)
    while token is not None and token.start == at and (_is_verb(view, token) or view.word(token) in _DEVELOPS):
        at = token.end
        token = view.token(at)
    return at if token is None or token.tag != "p" else len(view.key)


def _is_verb(view: View, token: Token) -> bool:
    return token.tag == "v" and token.end - token.start > 1 and view.word(token) in transitive_verbs()


def _is_named(view: View, start: int, end: int) -> bool:
    """Whether a term has letters, digits or a word in it that the tagger takes for a name."""
    return bool(re.search(r"[a-z\d]", view.key[start:end])) or not _NAMES.isdisjoint(view.tags(start, end))


def _continued(view: View, end: int) -> tuple[int, int] | None:
    """The next item where a list of technologies goes on over a comma: 甲技术,乙计算,丙技术."""
    if view.key[end : end + 1] != "," or not view.key[:end].endswith(("技术", "计算", "算法")):
        return None
    match = re.match(
        r"(?:(?![了着的在将把])[一-龥a-z0-9]){1,8}?(?:技术|计算|算法|网络|数据|智能)(?:技术)?(?![一-龥]?化)",
        view.key[end + 1 : end + 14],
    )
    return (end + 1, end + 1 + match.end()) if match else None


def _class_of(view: View, start: int, end: int, type: str) -> str:
    """Product or technology by the ending of the term, where the cue admits either; else what the cue says."""
    if type not in ("Product", "Technology"):
        return type
    term = view.key[start:end]
    if term.endswith(view.ontology.lexicon("Technology").suffixes):
        return "Technology"
    return "Product" if term.endswith(view.ontology.lexicon("Product").suffixes) else type


def _stop(view: View, at: int, end: int) -> int:
    """Where the object of a cue ends within its clause: before a verb or a preposition that follows a noun."""
    index = view.token_index(at)
    nominal = False
    while 0 <= index < len(view.tokens) and view.tokens[index].start < end:
        token = view.tokens[index]
        word = view.word(token)
        if nominal and (token.tag in ("p", "d", "r", "TIME") or (token.tag == "v" and _ends_object(view, index, word))):
            return token.start
        nominal = nominal or token.tag in ("n", "nz", "vn", "nw")
        index += 1
    return end


def _ends_object(view: View, index: int, word: str) -> bool:
    """Whether a verb behind a noun begins the predicate, not a compound (测量仪器)."""
    follows = view.tokens[index + 1].tag if index + 1 < len(view.tokens) else ""
    if view.key[view.tokens[index].end : view.tokens[index].end + 1] == "的":
        return False  # 全球领先的…产品: it qualifies what comes
    return word in transitive_verbs() or len(word) > 2 or (len(word) > 1 and follows not in ("n", "nz", "vn"))


def _either(words: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda w: (-len(w), w))))


@lru_cache(maxsize=8)
def _head_table(pairs: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, str]:
    return {head: name for name, heads in pairs for head in heads}


def _heads(ontology: Ontology) -> Mapping[str, str]:
    return _head_table(tuple((name, found.heads) for name, found in ontology.classes.items() if found.heads))
