"""Trades by their last word: 某菜产业, 数字经济, 某某制造业; and those that somebody puts first: 以甲、乙为重点."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Mention
from .general import is_nominal, is_worn
from .lists import items
from .phrases import left_edge
from .structure import is_stopped
from .view import View

_TRADE = re.compile(r"(?:全?产业链|产业|行业|领域|经济)(?![一-龥]?[链园区带带化总体全学界圈社特基])")
_GENERAL_TRADE = re.compile(
    r"(?:相关|特色|优势|传统|新兴|战略性新兴|支柱|重点|主导|关键|未来|各|该|本|同|全|多个?|众多|不同|我国|中国|世界|全球|国民|区域|地方|县域|市场|实体|民营|"
    r"宏观|国内|国际|开放型|外向型|现代|现代化|高端|上下游|生产|服务|经济|这一|这个|其他|细分|两个?|三个?|核心|主要|新|大|多|产业|行业|领域|乡村|条件|符合条件|两岸|两国|双边|民族|中华民族|致富|富民|所有制|集体|具体|现有|支撑|配套|先导|全村|全区|全镇|政府|一条龙|"
    r"农业|创新链|供应链|部件|百强|本国|世界级|国家级|两大|三大)+$"
)
_PUSHED = re.compile(
    r"(?:发展|壮大|培育|推进|推动|促进|振兴|打造|布局|支持|撬动|赋能|做大|做强|做优|巩固|提升|扩大|抢占)+"
)
# The branches that statistics and reports speak of; 农业 and 工业 by themselves are too wide to be named.
_BRANCH = re.compile(
    r"(?:制造|加工|服务|养殖|种植|旅游|纺织|建筑|采矿|采掘|金融|物流|零售|批发|餐饮|住宿|电影|影视|娱乐|航运|造船|运输|捕捞|畜牧|化工|冶金|软件|信息|通信|"
    r"保险|银行|房地产|汽车|医药|电子|机械|食品|会展|渔|林|牧|奶)业"
)
_BEFORE_BRANCH = re.compile(
    r"^(?:国家(?!安全)|规模以上|规上|传统|限额以上|现有|我国|全国|本国|全球|世界|中国|其中|部分|从事|以及|和|与|及|新增|持续|加快|推动|扩大)+"
)
_NO_BRANCH = re.compile(r"[一-龥]?(?:协会|学会|联合会|大学|学院|管理|人员|有限|集团|公司|局|厅|部|大会|展|博览会|论坛)")
_LEAST_BRANCH = 3
_PILLAR = re.compile(r"(?<![一-龥])([一-龥]{2,8}?)是[一-龥]{2,8}的[一-龥]{0,4}(?:支柱|优势|主导|特色|重点|龙头)产业")
_STRESSED = re.compile(
    r"以([^,。;:“”]{3,40}?)(?:等(?:行业|产业|领域)?)?为(?:重点|主导|支柱|龙头|主攻方向|核心产业|特色|主体)(?![一-龥]?工作)"
)


def trades(view: View) -> Iterator[Mention]:
    """Trades named by 产业, 行业, 领域 or 经济 with something before it."""
    for match in _TRADE.finditer(view.key):
        sentence = view.sentence(match.start())
        if sentence is None or not view.ends_word(match.end()):
            continue
        start = left_edge(view, match.start(), floor=sentence.start, longest=10)
        start = _behind_known(view, start, match.start())
        body = view.key[start : match.start()]
        field = match.group() == "领域"  # the field is named by what stands before the word
        if field and len(body) < 4:
            continue
        if (
            2 <= len(body) <= 9
            and not _GENERAL_TRADE.search(body)
            and not re.search(r"[、和与及的“”\d]", body)
            and (body.endswith(("信息", "文化")) or is_nominal(view, start, match.start()))
        ):
            row = field or (match.group() == "行业" and view.key[start - 1 : start] == "、")  # it sums up a list
            yield view.mention(start, match.start() if row else match.end(), "Industry", "trade", 0.6)


def branches(view: View) -> Iterator[Mention]:
    """Branches of trade: 某某制造业, 养殖业, with the words that narrow them."""
    for match in _BRANCH.finditer(view.key):
        sentence = view.sentence(match.start())
        if sentence is None or not view.ends_word(match.end()) or _NO_BRANCH.match(view.key, match.end()):
            continue
        start = left_edge(view, match.start(), floor=sentence.start, longest=10)
        start = _behind_known(view, min(start, match.start()), match.start())
        lead = _BEFORE_BRANCH.match(view.key[start : match.start()])
        start += lead.end() if lead else 0
        separated = max((view.key.rfind(c, start, match.start()) for c in "、和与及的“”"), default=-1)
        start = max(start, separated + 1)
        name = view.key[start : match.end()]
        if (
            len(name) >= _LEAST_BRANCH
            and not re.search(r"\d", name)
            and not is_stopped(view.ontology, name, "Industry")
        ):
            yield view.mention(start, match.end(), "Industry", "trade", 0.72)


def stressed_trades(view: View) -> Iterator[Mention]:
    """Trades that are put first: 甲是某地的支柱产业, 以甲、乙为重点."""
    for match in _PILLAR.finditer(view.key):
        if _is_trade(view, *match.span(1)) and view.starts_word(match.start(1)):
            yield view.mention(*match.span(1), "Industry", "list", 0.75)
    for match in _STRESSED.finditer(view.key):
        found = list(items(view, *match.span(1)))
        if len(found) > 1:
            yield from (view.mention(*item, "Industry", "list", 0.75) for item in found if _is_trade(view, *item))


def _is_trade(view: View, start: int, end: int) -> bool:
    """Whether an item of such a list can name a trade: a noun that is neither worn nor a place."""
    term = view.key[start:end]
    return (
        "等" not in term
        and is_nominal(view, start, end)
        and not is_worn(term)
        and not is_stopped(view.ontology, term, "Industry")
        and view.tags(start, end) not in (("LOC",), ("ORG",), ("PER",))
    )


def _behind_known(view: View, start: int, head: int) -> int:
    """The start moved behind another name, and behind a verb of furthering (发展|黄茶产业)."""
    known = [m for m in view.found if m.start <= start < m.end <= head and m.type != "Industry"]
    start = max([start, *(m.end for m in known)])
    pushed = _PUSHED.match(view.key, start, head)
    return pushed.end() if pushed and head - pushed.end() > 1 else start
