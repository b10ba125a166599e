"""Products, technologies and trades in the contexts that name them: lists closed by their head, objects of cues."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from ..model import Mention
from ..ontology import Ontology
from .phrases import GENERIC_LEAD, left_edge, transitive_verbs
from .view import View

# What may stand between 等 and the head of a list: a number, a quantity, qualities.
_BETWEEN = (
    r"等(?:等)?(?:\d+|[一二两三四五六七八九十百几多数]+|数十|几十)?[余多]?(?:个|项|种|款|类|大类|大|家|件|台)?(?:方面的?)?"
    r"(?:一系列|一大批|一批|系列|各类|多个|多种|众多|热门|相关|有关|新兴|前沿|先进|重点|优势|特色|万亿级|千亿级|百亿级|重大|国家级|科研|十大|旅游|知名|新型|知名|关键|核心|高端|主要|高科技|高附加值|[、,]|新|的|"
    r"(?:首次)?[参展]+的?|[一-龥]{2}(?=产业|行业|领域|技术|产品))*"
)
_SEPARATOR = re.compile(r"、|以及|及其|及|和|与|或|,(?=[^,]{1,12}(?:、|等))")
_MODIFIER = re.compile(r"^.*(?:的|了|着|过)(?=.{2,})")
_QUANTITY = re.compile(
    r"^(?:[\d.]+|[一二两三四五六七八九十百千几多数]+)(?:余|多)?(?:个|项|种|款|类|大|家|件|台|套|批|部|支|系列)+(?:的)?"
)
_WORN = re.compile(
    r"^(?:新|高|优质|特色|传统|创新|科技创新|科技|先进|消费|关键|核心|前沿|高端|相关|全新|重大|自主|主要)*(?:产品|技术|科技|设备|成果|服务|企业|项目|商品|展品|材料|应用|系统|平台|方案|业务|内容|领域|行业|产业|功能|优势|方式|模式|经验|活动|资源|"
    r"机遇|信心|动力|动能|机会|作用|影响|变化|水平|能力|环境|市场|订单|客户|消费|生活|体验|发展|合作|信息|数据|研究|实践|问题|前景|空间|潜力|惊喜|"
    r"研发|生产|销售|制造|设计|加工|运营|推广|应用|开发|贸易|经营|出口|进口|采购|管理)+$"
)
_ABSTRACT = re.compile(
    r"(?:机遇|信心|动力|动能|机会|作用|影响|变化|水平|能力|环境|优势|体验|发展|合作|问题|前景|空间|潜力|魅力|目光|关注|实力|成果|成就|成绩|贡献|"
    r"效应|效果|效率|力度|规模|格局|局面|趋势|态势|氛围|热潮|氛|风采|形象|精神|理念|文化|故事|方向|目标|任务|政策|措施|举措|机制|体系|制度|环节|创新|开放|改革|转型|升级|建设|治理|保障|安全|议题|主题|热点|话题|需求|要求|关切|民生|主业|领先|"
    r"收入|增长|损失|压力|挑战|危机|风险|困难|便利|实惠|红利|利润|效益|价值|意义|企业|公司|人员|游客|观众|客商|嘉宾|代表|产能|订单|信息|工作|活动|"
    r"计划|规划|方案|战略|格|感|性|度|率|量|额|者|们|(?<!机器)人|(?<!专)家|力|项目|基地|中心|园区|产业园|园|展区|专区|论坛|大会|峰会|博览会|报告|榜单)$"
)
_OPENING = re.compile(
    r"^(?:还主要是|主要是|还是|都是|不仅有|还有|更有|既有|包括|涵盖|例如|比如|特别是|尤其是|以及|如|像|有|是|从|到|在)(?=.{2})"
)
_BOARDS = re.compile(r"[一二两三四五六七八九十\d]+大(?:板块|类|领域|品类)?(?:的)?(?:产品|设备|技术|展品)?$")
_EXAMPLES = re.compile(r"[,(](?:例如|比如|如|包括)(?=[^,。;]{2,40})")
_GENERAL_SOLUTION = re.compile(r"解决方案$")
_TERM = re.compile(r"[一-龥a-z0-9][一-龥a-z0-9+\-./·() ]*[一-龥a-z0-9)+]")
_CLAUSE = re.compile(r"[,。;:!?\n]")
_NAME_TYPES = frozenset({"Product", "Technology", "Industry", "ExhibitionZone"})


def listed_terms(view: View) -> Iterator[Mention]:
    """Items of a list that 等 closes with a head: A、B和C等产品 are products, A、B等领域 are trades."""
    heads = _heads(view.ontology)
    closing = re.compile(_BETWEEN + "(" + "|".join(sorted(heads, key=lambda h: (-len(h), h))) + ")")
    for match in closing.finditer(view.key):
        type = heads[match.group(1)]
        if (
            re.match(
                r"(?:龙头|骨干|领军|头部|重点|相关|上下游)?(?:企业|公司|协会|专家|人士|人才)", view.key[match.end() :]
            )
            and type != "Company"
        ):
            continue
        for start, end in _items_before(view, match.start()):
            term = view.key[start:end]
            if _WORN.match(term) and not (type == "Industry" and term.startswith("新")):
                continue
            yield view.mention(start, end, type, "list", 0.85)


def named_by_cues(view: View) -> Iterator[Mention]:
    """What stands as object of a cue that names things (zm:names): 带来X、Y, 应用于X领域, 以自主研发的X为基础."""
    for cue in view.ontology.cues:
        if not cue.names:
            continue
        for word in cue.words:
            for match in re.finditer(re.escape(word), view.key):
                if is_word(view, *match.span()):
                    yield from _objects(view, cue.names, match.end())


_FROM_TO = re.compile(r"从[“\"]?([一-龥a-z0-9]{2,12}?)[”\"]?到[“\"]?([一-龥a-z0-9]{2,12}?)[”\"]?(?=[,。;]|等|再到)")


def spanned_terms(view: View) -> Iterator[Mention]:
    """The ends of a span of products: 从甲机到乙椅."""
    for match in _FROM_TO.finditer(view.key):
        for group in (1, 2):
            if _plausible(view, *match.span(group), "Product"):
                yield view.mention(*match.span(group), _class_of(view, *match.span(group), "Product"), "span", 0.7)


_TRADE = re.compile(r"(?:产业|行业|领域|经济)(?![一-龥]?[链园区带带化总体全学界圈社特])")
_GENERAL_TRADE = re.compile(
    r"(?:相关|特色|优势|传统|新兴|战略性新兴|支柱|重点|主导|关键|未来|各|该|本|同|全|多个?|众多|不同|我国|中国|世界|全球|国民|区域|地方|县域|市场|实体|民营|"
    r"宏观|国内|国际|开放型|外向型|现代|现代化|高端|上下游|生产|服务|经济|这一|这个|其他|细分|两个?|三个?|核心|主要|新|大|多|产业|行业|领域|乡村)+$"
)


def trades(view: View) -> Iterator[Mention]:
    """Trades named by their last word: 预制菜产业, 数字经济."""
    for match in _TRADE.finditer(view.key):
        sentence = view.sentence(match.start())
        if sentence is None or not view.ends_word(match.end()):
            continue
        start = left_edge(view, match.start(), floor=sentence.start, longest=10)
        known = [m for m in view.found if m.start <= start < m.end <= match.start() and m.type not in ("Industry",)]
        start = max([start, *(m.end for m in known)])
        body = view.key[start : match.start()]
        field = match.group() == "领域"  # the field is named by what stands before the word
        if field and len(body) < 4:
            continue
        if (
            2 <= len(body) <= 9
            and not _GENERAL_TRADE.search(body)
            and not re.search(r"[、和与及的“”]", body)
            and _nominal(view, start, match.start())
        ):
            yield view.mention(start, match.start() if field else match.end(), "Industry", "trade", 0.6)


def taken_terms(view: View) -> Iterator[Mention]:
    """What 将 or 把 puts before a cue about offerings: 将数字成像技术应用于…"""
    for cue in view.ontology.cues:
        if view.ontology.properties[cue.property].domain != "Offering":
            continue
        for word in cue.words:
            for match in re.finditer(rf"(?:将|把)([^,。;:]{{2,20}}?){re.escape(word)}", view.key):
                item = _trim(view, *match.span(1))
                if item and _plausible(view, *item, "Technology"):
                    yield view.mention(*item, _class_of(view, *item, "Technology"), "cue", 0.75)


def examples(view: View) -> Iterator[Mention]:
    """What is named as an example of an offering just named: 智能客服产品,如AI客服机器人."""
    for match in _EXAMPLES.finditer(view.key):
        if any(m.end == match.start() and view.ontology.fits(m.type, "Offering") for m in view.found):
            yield from _objects(view, "Product", match.end())


def is_word(view: View, start: int, end: int) -> bool:
    """Whether a cue's word stands as words of its own: it begins one, and ends one unless it is long."""
    return (view.starts_word(start) and (view.ends_word(end) or end - start > 2)) or end - start > 3


def _objects(view: View, type: str, at: int) -> Iterator[Mention]:
    clause_end = _CLAUSE.search(view.key, at)
    end = clause_end.start() if clause_end else len(view.key)
    aspect = re.match(r"[了着过出的于]*\s?", view.key[at:end])
    at += aspect.end() if aspect else 0
    closing = view.key.find("等", at, end)
    if closing > at:
        end = closing
    last = view.key.rfind("、", at, end)
    listed = (
        view.key.count("、", at, end) > 1
    )  # a long list goes on to its last item, whatever the tagger makes of a word
    items = list(_items(view, at, _stop(view, last + 1 if listed else at, end)))
    while items and (more := _continued(view, items[-1][1])):
        items.append(more)
    sure = [_plausible(view, *item, type) for item in items]
    for item, certain in zip(items, sure, strict=True):
        if certain or (any(sure) and _nominal(view, *item)):
            yield view.mention(*item, _class_of(view, *item, type), "cue", 0.75 if certain else 0.65)


def _continued(view: View, end: int) -> tuple[int, int] | None:
    """The next item where a list of technologies goes on over a comma: AI技术,云计算,大数据技术."""
    if view.key[end : end + 1] != "," or not view.key[:end].endswith(("技术", "计算", "算法")):
        return None
    match = re.match(
        r"[一-龥a-z0-9]{1,8}?(?:技术|计算|算法|网络|数据|智能)(?:技术)?(?![一-龥]?化)", view.key[end + 1 : end + 14]
    )
    return (end + 1, end + 1 + match.end()) if match else None


def _class_of(view: View, start: int, end: int, type: str) -> str:
    """Product or technology by the ending of the term, where the cue admits either; else what the cue says."""
    if not view.ontology.fits(type, "Offering"):
        return type
    term = view.key[start:end]
    if term.endswith(view.ontology.classes["Technology"].suffixes):
        return "Technology"
    return "Product" if term.endswith(view.ontology.classes["Product"].suffixes) else type


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
    """Whether a verb behind a noun begins the predicate, not a compound (打印耗材)."""
    follows = view.tokens[index + 1].tag if index + 1 < len(view.tokens) else ""
    if view.key[view.tokens[index].end : view.tokens[index].end + 1] == "的":
        return False  # 全球领先的…产品: it qualifies what comes
    return word in transitive_verbs() or len(word) > 2 or follows not in ("n", "nz", "vn")


def _items(view: View, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The items of a list between two offsets, without quantities, modifiers and quotation marks."""
    at = start
    for separator in [*_SEPARATOR.finditer(view.key, start, end), None]:
        stop = separator.start() if separator else end
        if separator and not _separates(view, separator):
            continue
        item = _trim(view, at, stop)
        if item:
            yield item
        at = separator.end() if separator else end


def _separates(view: View, separator: re.Match[str]) -> bool:
    """Whether 和, 与, 及 stands as a word of its own here, not inside one (和平)."""
    token = view.token(separator.start())
    return separator.group() in "、," or (
        token is not None and token.start == separator.start() and token.end <= separator.end()
    )


def _trim(view: View, start: int, end: int) -> tuple[int, int] | None:
    for pattern in (_OPENING, _MODIFIER, _QUANTITY, GENERIC_LEAD, _QUANTITY):
        match = pattern.match(view.key[start:end])
        if match and match.end() < end - start:
            start += match.end()
    while start < end and (view.key[start] in '“”《》" 、的' or view.key[start].isspace()):
        start += 1
    while start < end and (view.key[end - 1] in '“”" 、的等' or view.key[end - 1].isspace()):
        end -= 1
    tail = _BOARDS.search(view.key[start:end])
    end -= len(tail.group()) if tail else 0
    lead = GENERIC_LEAD.match(view.key[start:end])
    if lead and lead.end() < end - start - 1:
        start += lead.end()
    return (start, end) if 2 <= end - start <= 24 and _TERM.fullmatch(view.key[start:end]) else None


def _items_before(view: View, end: int) -> Iterator[tuple[int, int]]:
    """The items of the list that ends at ``end``, the last first; the first item's left edge is that of its phrase."""
    sentence = view.sentence(end - 1)
    if sentence is None:
        return
    floor = max(
        [sentence.start, *(m.end() for m in re.finditer(r"[。;:!?\n()]|[,](?![^,]{1,14}(?:、|等))", view.key[:end]))][
            -1:
        ]
    )
    while end > floor:
        separators = [s for s in _SEPARATOR.finditer(view.key, floor, end) if _separates(view, s)]
        last = separators[-1] if separators else None
        opens = last is None or not _is_item(view, last.end(), end)
        start = _first_edge(view, last.end() if last else floor, end) if opens else last.end()  # type: ignore[union-attr]
        item = _trim(view, start, end)
        if item:
            yield item
        if last is None or opens:
            return
        end = last.start()


def _is_item(view: View, start: int, end: int) -> bool:
    """Whether a stretch between separators is an item as it stands: no verb with an object, no 的 with a clause."""
    words = [view.word(t) for t in view.tokens if start <= t.start and t.end <= end]
    return not any(word in transitive_verbs() and len(word) > 1 for word in words[:-1])


def _first_edge(view: View, floor: int, end: int) -> int:
    token = view.token(end - 1)
    head = max(token.start if token else end - 1, floor)
    edge = left_edge(view, head, floor=floor, loose=True)
    before = view.token(edge - 1) if edge > floor else None
    general = _WORN.match(view.key[edge:end]) and before is not None and before.tag == "v"
    return before.start if general and before else edge  # 显示技术: the verb is part of the term


def _nominal(view: View, start: int, end: int) -> bool:
    term = view.key[start:end]
    if _WORN.match(term) or (_ABSTRACT.search(term) and not _GENERAL_SOLUTION.search(term)):
        return False
    last = view.token(end - 1)
    return last is not None and last.tag in ("n", "nz", "vn", "nw", "ORG", "LOC", "PER")


def _plausible(view: View, start: int, end: int, type: str) -> bool:
    """Whether an object of a cue is a term and no general word: its ending fits the class, or it has a name in it."""
    term = view.key[start:end]
    if not _nominal(view, start, end):
        return False
    if re.search(r"[a-z]", term) and re.search(r"[一-龥]|[a-z]{3}", term):
        return True
    if type == "Industry":
        return len(term) >= 2
    found = view.ontology.classes
    endings = (*found["Product"].suffixes, *found["Technology"].suffixes)
    return (
        len(term) >= 4 and term.endswith(endings) and term not in (*found["Product"].stops, *found["Technology"].stops)
    )


@lru_cache(maxsize=8)
def _head_table(pairs: tuple[tuple[str, tuple[str, ...]], ...]) -> Mapping[str, str]:
    return {head: name for name, heads in pairs for head in heads}


def _heads(ontology: Ontology) -> Mapping[str, str]:
    return _head_table(tuple((name, found.heads) for name, found in ontology.classes.items() if found.heads))
