"""Where a noun phrase begins and ends, by words and their tags: the ground on which names and terms are delimited."""

from __future__ import annotations

import re
from functools import cache

from ..model import Token
from ..resources import ontology_dir
from .view import View

NOMINAL = frozenset({"n", "nz", "nw", "nr", "ns", "nt", "LOC", "ORG", "PER", "vn", "an", "s"})
_MODIFYING = frozenset({"a", "v", "vd", "f", "m", "q", "d", "ad", "xc"})
_BRACKETED_PLACE = re.compile(r"\([一-龥]{2,4}\)$")
# Words that introduce or qualify a name without being part of it.
_LEADING = (
    "位于|来自|包括|以及|其中|其|该|此|本|各|每|某|另|这|那|一些|这些|多个|一批|一个|一款|一种|一家|全新|新款|最新|著名|知名|"
    "大型|唯一|众多|相关|所属|有关|部分|我国|我市|我省|国产|当地|境内|目前|近日|日前|昨日|今日|"
    "由|在|从|于|与|和|及|或|对|向|为|将|把|被|让|使|等|的|了|着|也|还|都|又|再|就|并|但|而|则|已|曾|可|能|会|要|是|有"
)
_LEADING_WORD = re.compile(rf"(?:{_LEADING})$")
GENERIC_LEAD = re.compile(
    r"^(?:国家级|省级|市级|世界级|高端(?!制造|装备)|大型|著名|知名|唯一|重要|主要|最大|首个|首家|首届|首[颗艘架台枚套款座条列批口]|省内|市内|业内|全新|新款|新型|最新|相关|众多|多个|各大|各类|"
    r"各|一批|一系列|一大批|热门|其他|其它|不少|更多|国内外|国内|国外|海内外|中外|本土|当地|同类|这些|这款|这种|该|此|自主研发的?|"
    r"控股股东|大股东|股东|合作伙伴|龙头企业|民营企业|国有企业|本土企业|科技企业|上市公司|央企|国企|主办方|承办方|客户|曾用名|原名|现名|现更名为|前身为|前身是|更名为|改名为|全资子公司|控股子公司|子公司|控股公司|旗下|母公司|参股公司|全省|全市|全县|全区|本市|本省|我市|我省|"
    r"全国首[个家台]|我国首[个家台]|我国|全国|全球领先的|全球|世界|国产(?=[一-龥]{8}))+"
)

# What says of a name that the thing has or had it, where the tagger takes it for the beginning of the name.
_NAMES_IN_TURN = re.compile(r"曾用名|原名|现名|(?<=\()[现原今](?=[一-龥a-z\d]{2,28}(?:公司|集团|大学|学院|银行)\))")

_COUNTED = re.compile(
    r"[\d一二两三四五六七八九十百千万亿几数多余][个家项名款台届万亿场条座种处次位批艘期辆大所套只头份张部篇组对片段年月日天度倍成余多]$|^多"
)


# Where the name of a body ends and a verb or conjunction goes on; the tagger often makes one word of both.
BODY_BREAK = re.compile(
    r"(?<=集团|公司|大学|银行|政府|协会|商会|学院|大会|中央)(?:成立|会同|致信|致函|致电|与|和|及|以及|、|向|投资|收购|旗下的?|联合|携手|控股|主办|承办|协办|举办|签约|发布|推出|宣布|的)"
    r"|(?:旗下|下属|所属)的?|(?:主办方|承办方|协办方|参展商|赞助商|控股股东|大股东|子公司|供应商|主宾国)|(?<=[一-龥])\s(?=[一-龥])"
)


@cache
def transitive_verbs() -> frozenset[str]:
    """Verbs that take an object and so are no part of a name behind them (``ontology/gazetteer/verbs.txt``)."""
    lines = (ontology_dir() / "gazetteer" / "verbs.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def left_edge(view: View, at: int, *, floor: int, longest: int = 24, loose: bool = False) -> int:
    """Where the noun phrase whose head begins at ``at`` begins, not before ``floor``.

    Words are taken in while they are nominal, or modify a nominal word taken in already; a bracketed place inside a name
    (中国(上海)国际…) belongs to it. ``loose`` also takes in verbs that are not known to take objects.
    """
    head = view.token(at)
    edge = max(floor, head.start) if head and head.start < at else at
    index = view.token_index(edge - 1) if edge > floor else -1
    while index >= 0:
        token = view.tokens[index]
        if token.start < floor or at - token.start > longest:
            break
        bracket = _BRACKETED_PLACE.search(view.key[max(floor, token.end - 6) : token.end])
        if bracket and edge == token.end:
            edge = token.end - len(bracket.group())
            index = view.token_index(edge - 1) if edge > floor else -1
            continue
        if not (belongs(view, token, loose) and token.end == edge) or _repeats_head(view, token, at):
            break
        edge = token.start
        index -= 1
        if edge > floor and view.key[edge - 1].isspace() and not view.key[edge - 2 : edge - 1].isascii():
            break  # a blank between Han characters parts a dateline or a heading from what follows
        if view.word(token) in ("国家", "全国") and not (index >= 0 and view.tokens[index].tag == "LOC"):
            break  # names begin with these words, they do not go on with them
    return _without_leading_modifiers(view, _behind_break(view, edge, at), at)


def _behind_break(view: View, edge: int, at: int) -> int:
    """The edge moved behind another body's name that the tagger put into the same word (甲集团与乙集团)."""
    breaks = list(BODY_BREAK.finditer(view.key, edge, at))
    return breaks[-1].end() if breaks else edge


def belongs(view: View, token: Token, loose: bool) -> bool:
    """Whether a word can stand inside a name: nominal, or a modifier that introduces no phrase."""
    word = view.word(token)
    if (_LEADING_WORD.match(word) and _LEADING_WORD.fullmatch(word)) or word in view.leads:
        return False
    if token.tag in NOMINAL:
        return True
    if word in transitive_verbs() or word in view.cue_words:
        return False
    if token.tag == "a" or (token.tag == "m" and not _COUNTED.search(word)):
        return True
    return loose and (token.tag in ("v", "vd", "f", "q") or word == "重点") and len(word) > 1


def _repeats_head(view: View, token: Token, at: int) -> bool:
    """Whether a word ends as the name's head begins, and so closes a name or description of its own before it."""
    head = view.token(at)
    return head is not None and len(view.word(head)) > 1 and view.word(token).endswith(view.word(head))


def _without_leading_modifiers(view: View, edge: int, at: int) -> int:
    """The edge moved right past adjectives and adverbs that only qualify what follows."""
    while qualifying := _leading(view, edge, at):
        edge += qualifying
    return edge


def behind_leads(view: View, start: int, end: int) -> int:
    """The start of a name moved behind the words that lead to it (zm:lead, or 曾用名): 原告 of 原告某公司."""
    if in_turn := _NAMES_IN_TURN.match(view.key, start, end + 1):
        start = in_turn.end()
    while length := max(
        (len(w) for w in view.leads if view.key.startswith(w, start) and start + len(w) < end), default=0
    ):
        start += length
    return start


def _leading(view: View, edge: int, at: int) -> int:
    """The length of what only qualifies or introduces at the beginning of a phrase."""
    match = GENERIC_LEAD.match(view.key[edge:at]) or _NAMES_IN_TURN.match(view.key, edge)
    leads = (len(lead) for lead in view.leads if view.key.startswith(lead, edge) and edge + len(lead) <= at)
    return max(len(match.group()) if match else 0, max(leads, default=0))


def quoted_span(view: View, at: int) -> tuple[int, int] | None:
    """The inner span of the quotation marks that enclose clean offset ``at`` within its sentence, if any does."""
    sentence = view.sentence(at)
    if sentence is None:
        return None
    opening = view.key.rfind("“", sentence.start, at + 1)
    if opening < 0 or view.key.find("”", opening, at) >= 0:
        return None
    closing = view.key.find("”", at, sentence.end)
    return (opening + 1, closing) if closing > 0 else None
