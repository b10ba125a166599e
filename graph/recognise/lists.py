"""Lists in a text: their items, each without quantities, modifiers and quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .general import is_worn
from .phrases import GENERIC_LEAD, left_edge, transitive_verbs
from .view import View

_SEPARATOR = re.compile(r"、|以及|及其|及|和|与|或|,(?=[^,]{1,12}(?:、|等))")
_MODIFIER = re.compile(r"^.*(?:的|了|着|过)(?=.{2,})")
_QUANTITY = re.compile(
    r"^(?:[\d.]+|[一二两三四五六七八九十百千几多数]+)(?:余|多)?(?:个|项|种|款|类|大|家|件|台|套|批|部|支|艘|架|辆|枚|颗|系列)+(?:的)?"
)
_OPENING = re.compile(
    r"^(?:诸如|譬如|用于|通过|运用|还主要是|主要是|还是|都是|不仅有|还有|更有|既有|包括|涵盖|例如|比如|特别是|尤其是|以及|如|像|有|是|从|到|在)(?=.{2})"
)
_PACE = frozenset({"加快", "加速", "继续", "超前", "提前", "抓紧", "加紧", "着力", "大力", "积极"})
_PUSHES = _PACE | {
    "打造",
    "建设",
    "推动",
    "促进",
    "推进",
    "聚焦",
    "围绕",
    "壮大",
    "培育",
    "紧盯",
    "做大",
    "做强",
    "发展",
}
_SHORT_TERM = 4  # 新型显示 is a trade, 显示 none
_ONLY_VERBS = frozenset({"赋能", "攻关", "攻克"})
_MAKES = frozenset("赋能 攻克 研发 研制 打造 推出 发展 布局 培育 引进 引入 攻关 投资 升级 支持 撬动".split())
_BOARDS = re.compile(r"[一二两三四五六七八九十\d]+大(?:板块|类|领域|品类)?(?:的)?(?:产品|设备|技术|展品)?$")
_BREAK = re.compile(r"[。;:!?\n()]|,(?![^,]{1,14}(?:、|等))")
_TERM = re.compile(r"[一-龥a-z0-9][一-龥a-z0-9+\-./·() ]*[一-龥a-z0-9)+]")


def items(view: View, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The items of a list between two offsets, without quantities, modifiers and quotation marks."""
    at = start
    for separator in [*_SEPARATOR.finditer(view.key, start, end), None]:
        stop = separator.start() if separator else end
        if separator and not _separates(view, separator):
            continue
        item = trim(view, at, stop)
        if item:
            yield item
        at = separator.end() if separator else end


def items_before(view: View, end: int) -> Iterator[tuple[int, int]]:
    """The items of the list that ends at ``end``, the last first; the first item's left edge is that of its phrase."""
    sentence = view.sentence(end - 1)
    if sentence is None:
        return
    breaks = [m.end() for m in _BREAK.finditer(view.key, sentence.start, end)]
    floor = breaks[-1] if breaks else sentence.start
    while end > floor:
        separators = [s for s in _SEPARATOR.finditer(view.key, floor, end) if _separates(view, s)]
        after = separators[-1].end() if separators else floor
        opens = not separators or not _is_item(view, after, end)
        item = trim(view, _first_edge(view, after, end) if opens else after, end)
        if item:
            yield item
        if opens:
            return
        end = separators[-1].start()


def trim(view: View, start: int, end: int) -> tuple[int, int] | None:
    """The span of the term in a stretch of text, or none where what is left is no term."""
    start = _behind_verb(view, start, end)
    for pattern in (_OPENING, _MODIFIER, _QUANTITY, GENERIC_LEAD, _QUANTITY):
        match = pattern.match(view.key[start:end])
        if match and match.end() < end - start and not (match.group() == "新型" and end - start == _SHORT_TERM):
            start += match.end()
    if view.key.startswith("国", start) and view.key[start - 1 : start] == "我":
        start += 1  # the tagger cuts 我国 in two before a noun
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


def _behind_verb(view: View, start: int, end: int) -> int:
    """The start moved behind a verb of making that the tagger read into the term's phrase (加大力度研发|某某芯片)."""
    verbs = [
        t
        for t in view.between(start, end)
        if t.tag in ("v", "vn")
        and t.start > start - 1
        and view.word(t) in _MAKES
        and (t.tag == "v" or (t.start == start and view.word(t) in _ONLY_VERBS))
        and t.end < end - 1
    ]
    return verbs[-1].end if verbs else start


def _separates(view: View, separator: re.Match[str]) -> bool:
    """Whether 和, 与, 及 stands as a word of its own here, not inside one (和平)."""
    token = view.token(separator.start())
    return separator.group() in "、," or (
        token is not None and token.start == separator.start() and token.end <= separator.end()
    )


def _is_item(view: View, start: int, end: int) -> bool:
    """Whether a stretch between separators is an item as it stands: no verb with an object, no preposition, no number."""
    tokens = [t for t in view.tokens if start <= t.start and t.end <= end]
    words = [view.word(t) for t in tokens]
    verbs = any(
        word in transitive_verbs() and len(word) > 1 and token.tag != "vn"
        for token, word in zip(tokens[:-1], words[:-1], strict=True)
    )
    phrase = any(
        t.tag == "p" or (t.tag == "m" and word[:1].isdigit() and len(word) > 2)
        for t, word in zip(tokens, words, strict=True)
    )
    return not verbs and not phrase


def _behind_subject(view: View, edge: int, head: int) -> int:
    """The edge moved behind a subject and its verb that the tagger takes for one noun phrase (甲省布局某某)."""
    first = view.token(edge)
    if first is None or first.tag not in ("LOC", "ORG", "PER"):
        return edge
    verb = view.token(first.end)
    acts = verb is not None and verb.end <= head and view.word(verb) in (view.cue_words | _PUSHES)
    return verb.end if verb is not None and acts else edge


def _first_edge(view: View, floor: int, end: int) -> int:
    token = view.token(end - 1)
    head = max(token.start if token else end - 1, floor)
    edge = left_edge(view, head, floor=floor, loose=True)
    before = view.token(edge - 1) if edge > floor else None
    if before is not None and before.tag == "v" and is_worn(view.key[edge:end]):
        compound = view.word(before) not in _PUSHES
        return before.start if compound else edge  # 感应设备: the verb is part of the term
    edge = _behind_subject(view, edge, head)
    first = view.token(edge)
    if first is None or before is None or first.end >= end or view.word(first) not in transitive_verbs():
        return edge
    # 加快布局甲、乙等产业: what the tagger takes for a noun is a verb behind an adverb or one of pace.
    return first.end if before.tag in ("d", "ad", "vd") or view.word(before) in _PACE else edge
