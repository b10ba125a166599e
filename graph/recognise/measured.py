"""Trades and products that a figure is said of: what stands as the subject of a statistic (某制造业营业收入增长5%)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Mention
from .general import is_worn
from .lists import items_before
from .phrases import left_edge
from .structure import is_stopped
from .view import View

RECOGNISER = "measured"
_SURE = 0.9  # the same words that only a list or a cue makes a term bear no figure
# What is measured of a whole trade or of a kind of goods, in statistics.
_STATISTIC = re.compile(
    r"(?:企业)?(?:共|均|累计|合计|全年)?(?:实现|完成|创造)?"
    r"(?P<of>营业总?收入|营收|主营业务收入|利润|总产值|产值|增加值|产量|产销|销量|销售|出口|进口|进出口|零售|市场规模|产业规模|总?规模|总收入|投资|"
    r"(?<=[造务工]业)(?:同比|环比|比上年|较上年)?(?:增长|下降)|用电量|出货量|保有量|渗透率|装机|业务量|业务收入|(?:实际)?使用外资)"
    r"(?=[^。;!?\n]{0,26}?(?:\d|[一二三四五六七八九]成))"
)
_TRADE = re.compile(
    r"(?:[一-龥](?<![企就创作专事营失毕从职学物停副同结开歇行产工农])业|产业|行业|产业链|服务业|加工业|经济)$"
)
_OF_SIZE = re.compile(r"^(?:规模以上|限额以上|全部|整个|同期)+")
_GENERAL = frozenset(
    "产业 行业 工业 农业 经济 国民经济 实体经济 民营经济 产品 产业链 企业 主业 新产品 其他行业".split()
)
_OPENS = re.compile(r"(?:[,。;:!?\n( ]|其中|等\d*[个类种]?|[年月日度]|期间|以来|额以上|模以上)$")


def measured_terms(view: View) -> Iterator[Mention]:
    """Trades and products, one or a list, at the head of a clause and right before what is measured of them."""
    for match in _STATISTIC.finditer(view.key):
        found = _trades_joined(view, list(items_before(view, match.start())))
        spans = [(_behind_size(view, *span), span[1]) for span in found]
        type = _class_of(view, spans[0], found) if spans else None
        if type is None or not _opens_clause(view, found[-1][0]):
            continue
        row = len(spans) > 1 and view.key[slice(*spans[0])].endswith("行业")  # 甲、乙行业: the word sums up both
        for start, end in spans:
            stop = end - 2 if row and end == spans[0][1] else end
            term = view.key[start:stop]
            if stop - start > 1 and term not in _GENERAL and not is_stopped(view.ontology, term, type):
                yield view.mention(start, stop, type, RECOGNISER, _SURE)


def _trades_joined(view: View, found: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The items, the last first, with what 及 joins made one where it is part of a trade's name (某仪器及器械制造业)."""
    joined: list[tuple[int, int]] = []
    for at, end in found:
        start, sentence = at, view.sentence(at)
        if sentence is not None and view.key[at - 1 : end] == "加工业":  # the tagger knows 工业 only
            start = left_edge(view, at - 1, floor=sentence.start, longest=12)
        if joined and view.key[end : joined[-1][0]] == "及" and view.key[: joined[-1][1]].endswith("业"):
            joined[-1] = (start, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _class_of(view: View, last: tuple[int, int], found: list[tuple[int, int]]) -> str | None:
    """The class of a row by its last item: a trade or a product by its ending; none where a name or a general word is in it."""
    term = view.key[slice(*last)]
    if term in _GENERAL or any(_taken(view, *span) for span in found):
        return None
    if _TRADE.search(term):
        return "Industry"
    product = term.endswith(view.ontology.lexicon("Product").suffixes) and len(term) > 2
    return "Product" if product and not is_worn(term) else None


def _taken(view: View, start: int, end: int) -> bool:
    """Whether a name of somebody or of a place stands in a term or right before it, whose figure it is then."""
    return any(m.start < end and start <= m.end and not _is_term(view, m) for m in view.found)


def _is_term(view: View, mention: Mention) -> bool:
    return view.ontology.fits(mention.type, "Offering") or mention.type == "Industry"


def _behind_size(view: View, start: int, end: int) -> int:
    sized = _OF_SIZE.match(view.key[start:end])
    return start + sized.end() if sized and sized.end() < end - start - 1 else start


def _opens_clause(view: View, start: int) -> bool:
    """Whether nothing but a time, 其中 or a count stands before a term in its clause."""
    return start == 0 or _OPENS.search(view.key[max(0, start - 8) : start]) is not None
