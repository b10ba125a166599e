"""Bodies named after places: teams in reports on matches, and the forces of a nation (某军)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Mention
from .view import View

_SURE = 0.96  # surer than the list of places, whose names these are
# A sentence on a match has two of these; one alone is also said of firms (主场, 击败).
_MATCH = re.compile(
    r"联赛|杯赛|主场|客场|赛季|球队|球员|球迷|主教练|主帅|进球|射门|前锋|后卫|中场|门将|足球|篮球|排球|比赛|决赛|小组赛|淘汰赛|世界杯|欧洲杯|亚洲杯|欧冠|积分|"
    r"赔率|让球|盘口|主胜|客胜|战绩|对阵|交锋|首发|转会|vs"
)
_BEFORE = re.compile(
    r"(?:vs\.?|对阵|迎战|战胜|击败|战平|打平|不敌|负于|输给|力克|大胜|完胜|险胜|逆转|挑战|做客|淘汰|\d[:比-]\d)[“ ]?$"
)
_AFTER = re.compile(
    r"[” ]?(?:vs|主场|客场|坐镇|主胜|客胜|队|球员|主帅|主教练|前锋|后卫|中场|门将|锋线|防线|阵中|阵容|近\d+[场轮]|[\d一二两三四五]连[胜败]|取胜|获胜|"
    r"战胜|击败|战平|对阵|迎战|做客|不敌|输给|力克|\d[:比-]\d)"
)
_LEAST = 2
_NATION = "美日俄苏德英法意韩朝乌以伊印越缅清"
_FORCES = re.compile(
    rf"(?<![一-龥])(?:[{_NATION}]|驻[{_NATION}])军|(?<=[一-龥])[{_NATION}]军(?![队人官事营校训区需用医衔舰种民政])"
)


def teams(view: View) -> Iterator[Mention]:
    """Names of places and of nobody known that stand where only a team can, in sentences on a match."""
    for sentence in view.text.sentences:
        words = view.key[sentence.start : sentence.end]
        if len(set(_MATCH.findall(words))) < _LEAST:
            continue
        for token in view.tokens:
            if not (sentence.start <= token.start < sentence.end) or token.tag not in ("LOC", "PER", "ORG", "nz"):
                continue
            before = view.key[max(sentence.start, token.start - 4) : token.start]
            if token.end - token.start > 1 and (_BEFORE.search(before) or _AFTER.match(view.key, token.end)):
                known = token.tag == "ORG" or not view.key.startswith("队", token.end)
                yield view.mention(token.start, token.end + (not known), "Organisation", "team", _SURE)


def forces(view: View) -> Iterator[Mention]:
    """The forces of a nation by its short name: 某军."""
    for match in _FORCES.finditer(view.key):
        if view.starts_word(match.start()) or view.ends_word(match.end()):
            yield view.mention(*match.span(), "Organisation", "pattern", 0.8)
