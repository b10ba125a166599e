"""Names cut into lines for the drawing, and how much room they take."""

from __future__ import annotations

import re
import unicodedata
from itertools import combinations, pairwise

from .names import both_scripts

FONT = 13
"""Height of a label's characters, in the units of the drawing (pixels at scale 1)."""

LINE = 17
"""From one line of a label to the next."""

_WIDEST = 9.5
_MOST_LINES = 3
_LONGEST = 28
_TOKEN = re.compile(r"[\u0021-\u024f]+ ?|.", re.DOTALL)
_WORDS = re.compile(
    "国际|中国|全国|机器人|博览会|交易会|展览会|洽谈会|进出口|技术|科技|股份|有限|责任|公司|集团|控股|产业|工业|智能|智慧|数字|"
    "生物|医药|医疗|新材料|新能源|制造|装备|汽车|航空|航天|信息|通信|电子|网络|软件|大学|学院|研究院|研究所|实验室|委员会|管理|"
    "发展|改革|创新|合作|服务|贸易|经济|商务|知识产权|银行|保险|证券|中心|协会|联盟|政府|人民|办公室|示范区|开发区|系统|平台|"
    "方案|条例|规划|计划|意见|行动|长三角|一体化|高质量"
)
_OPENING = "（(《〈「『“‘【["
_CLOSING = "）)》〉」』”’】]、，。·・-—"
_PART_ENDS = "届屆省市区區县縣年"


def wrap(name: str) -> tuple[str, ...]:
    """The name in one to three lines of much the same width, cut where a part of it ends, not inside a common word.

    A name too long for three lines ends in an ellipsis; the panel shows it whole.
    """
    tokens = _shortened(_TOKEN.findall(" ".join(name.split())))
    if not tokens:
        return ()
    total = sum(map(ems, tokens))
    lines = min(_MOST_LINES, len(tokens), max(1, -int(-total // _WIDEST)))
    whole = _inside_words(tokens)
    cuts = combinations(range(1, len(tokens)), lines - 1)
    best = min(cuts, key=lambda chosen: _cost(tokens, chosen, whole), default=())
    edges = [0, *best, len(tokens)]
    return tuple("".join(tokens[a:b]).strip() for a, b in pairwise(edges))


def ems(text: str) -> float:
    """The width of a text in heights of its characters; a Chinese character is as wide as it is high.

    >>> ems("上海AI")
    3.2
    """
    return round(sum(1.0 if unicodedata.east_asian_width(char) in "WF" else 0.6 for char in text), 2)


def size(lines: tuple[str, ...]) -> tuple[float, float]:
    """Width and height of a label, in the units of the drawing."""
    return max(map(ems, lines), default=0.0) * FONT, float(len(lines) * LINE)


def _shortened(tokens: list[str]) -> list[str]:
    width = 0.0
    for index, token in enumerate(tokens):
        width += ems(token)
        if width > _LONGEST:
            return [*tokens[: max(1, index)], "…"]
    return tokens


def _inside_words(tokens: list[str]) -> set[int]:
    """The cuts that would part a common word; words are compared in simplified script, token by token."""
    simplified = [both_scripts(token)[1] if len(token) == 1 else "\0" for token in tokens]
    found = _WORDS.finditer("".join(simplified))
    return {cut for word in found for cut in range(word.start() + 1, word.end())}


def _cost(tokens: list[str], cuts: tuple[int, ...], whole: set[int]) -> float:
    edges = [0, *cuts, len(tokens)]
    widths = [ems("".join(tokens[a:b])) for a, b in pairwise(edges)]
    mean = sum(widths) / len(widths)
    uneven = sum((width - mean) ** 2 for width in widths)
    return uneven + sum(12.0 * (cut in whole) + _cut_cost(tokens[cut - 1], tokens[cut]) for cut in cuts)


def _cut_cost(before: str, after: str) -> float:
    if after[0] in _CLOSING or before[-1] in _OPENING or after == "…":
        return 1000.0
    good = after[0] in _OPENING or before[-1] in _CLOSING + _PART_ENDS or before.endswith(" ")
    return 0.0 if good else 3.0
