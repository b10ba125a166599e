"""Annotated sentences with other names in the place of their names, so that what is learnt is where names stand, not which.

Names are made up of what lists hold: short names of firms (``company_names``), places of the gazetteer, surnames. A name
that recurs in a sentence is renamed alike; the same seed gives the same sentences.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from graph.gazetteer import load_gazetteer
from graph.ontology import load_ontology
from graph.recognise.surnames import SURNAMES

Named = tuple[int, int, str]
"""A name at ``[start, end)`` of a sentence, and whether it is ``PER``, ``LOC`` or ``ORG``."""

_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰涛明超秀霞平刚桂文辉建国华玉兰志永红梅宇轩浩然子涵晨曦雨欣嘉怡思远立新海燕春生庆林振东晓光德福世荣卫民俊峰家豪天佑若云书恒景行"
_FOREIGN = (
    "史密斯 约翰逊 布朗 米勒 戴维斯 威尔逊 安德森 泰勒 托马斯 马丁内斯 加西亚 罗德里格斯 科瓦奇 伊万诺夫 穆勒 施密特 费舍尔 贝尔纳 杜邦 罗西 费拉里 "
    "铃木一郎 田中健太 山本由美 佐藤 金敏俊 朴智贤 阮文雄 拉杰什 辛格 卡里姆 哈桑 奥马尔 彼得森 汉森 林德伯格 科斯塔 席尔瓦 佩雷拉"
).split()
_LEGAL = ("有限公司", "股份有限公司", "集团", "集团有限公司", "公司", "有限责任公司")
_FULL = re.compile(r"(?:公司|集团)$")
_FIRM = re.compile(r"公司|集团|股份|银行|证券|科技")


class Renamer:
    """Renames about ``share`` of the names of a sentence."""

    def __init__(self, shorts: Path, seed: int, share: float = 0.7) -> None:
        self._random = random.Random(seed)  # noqa: S311 what is made up needs no secrecy
        self._share = share
        lines = shorts.read_text("utf-8-sig").split("\n")
        self._shorts = [line for line in lines if 2 <= len(line) <= 4 and line.isalpha()]
        self._places = [name for name, found in load_gazetteer().by_name.items() if len(name) > 1 and found]
        self._trades = sorted(trade for trade in load_ontology().lexicon("Company").prefixes if len(trade) == 2)
        self._surnames = sorted(SURNAMES)

    def renamed(self, text: str, names: Iterable[Named]) -> tuple[str, list[Named]]:
        """The sentence with other names, and where these stand."""
        chosen: dict[tuple[str, str], str] = {}
        pieces: list[str] = []
        spans: list[Named] = []
        at = length = 0
        for start, end, kind in sorted(names):
            if start < at:
                continue
            old = text[start:end]
            new = chosen.setdefault((old, kind), self._other(old, kind))
            pieces += [text[at:start], new]
            length += start - at
            spans.append((length, length + len(new), kind))
            length += len(new)
            at = end
        return "".join((*pieces, text[at:])), spans

    def _other(self, old: str, kind: str) -> str:
        if self._random.random() > self._share:
            return old
        if kind == "PER":
            return self._person()
        if kind == "LOC":
            return self._pick(self._places) if len(old) <= 4 else old
        return self._firm(old) if _FIRM.search(old) or len(old) <= 5 else old

    def _person(self) -> str:
        if self._random.random() < 0.25:
            name = self._pick(_FOREIGN)
            return name if self._random.random() < 0.5 else f"{self._pick(_FOREIGN)[:3]}·{name}"
        return self._pick(self._surnames) + "".join(self._random.choices(_GIVEN, k=self._random.choice((1, 2, 2, 2))))

    def _firm(self, old: str) -> str:
        short, trade, place = self._pick(self._shorts), self._pick(self._trades), self._pick(self._places)
        if _FULL.search(old) and self._random.random() < 0.7:
            return self._maybe(place, 0.6) + short + self._maybe(trade, 0.8) + self._pick(_LEGAL)
        return self._random.choices(
            (short, short + trade, place + short, place + trade, place + short + trade), (35, 35, 10, 10, 10)
        )[0]

    def _maybe(self, word: str, chance: float) -> str:
        return word if self._random.random() < chance else ""

    def _pick(self, words: Sequence[str]) -> str:
        return self._random.choice(words)
