"""Who says what: the stretches of a text that are somebody's words, in quotation marks or behind a verb of saying.

Three kinds of verbs are told apart. 称 and 认为 keep their distance whoever speaks; 表示 and 说 give the view of a person,
but the word of a body that speaks for itself; 介绍, 公布 and 显示 only name the source of what the article says itself, and
open no stretch here. Quotation marks that a verb of saying opens or closes make any of them a claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Token
from .scene import Clause, Scene, Speech

_DISTANT = frozenset("称 声称 宣称 自称 诡称 坚称 辩称 谎称 认为 觉得 相信 指责 猜测 推测 怀疑 爆料".split())
_VIEWS = frozenset("说 表示 指出 强调 坦言 直言 感叹 感慨 透露 谈到 写道 回应 评价".split())
_TELLS = frozenset("介绍 告诉 提到 解释 补充 宣布 讲 讲述 问 回答 答 呼吁 描述 总结".split())
SAYING = _DISTANT | _VIEWS | _TELLS

_LEADS_TO = re.compile(r"[^。!?“”;]{0,8}?[:,]?\s?$")
_PUBLISHED = re.compile(r"(?:公告|通报|通告|通知|声明|公报|年报|财报|报告|白皮书|公告中|报告中)$")
_SOMEBODY = re.compile(
    r"(?:专家|人士|嘉宾|观众|网友|市民|学者|分析师|教授|居民|代表|客商|展商|消费者|游客|村民|农户|员工|传言|消息|传闻|报道|媒体|外界|"
    r"民众|业界|业内|人们|不少人|有人|他|她|他们|她们)[^,。;]{0,10}$"
)
_NO_SPEECH = re.compile(r"(?:来|可以|就是|总的来|不用|被|堪|不得不|话|一般来|换句话|或者)$")
_SPEECH_MARK = re.compile(r"[,。!?…;]")
_NAME_LENGTH = 12
_FAR = 40


def speeches(scene: Scene) -> tuple[Speech, ...]:
    """The stretches that are somebody's words, in the order of the text; they may nest."""
    verbs = {number: tuple(_verbs(scene, number)) for number in range(len(scene.sentences))}
    found = [*_direct(scene, verbs), *_indirect(scene, verbs)]
    return tuple(sorted(found, key=lambda s: (s.start, -s.end)))


def speech_at(scene: Scene, at: int) -> Speech | None:
    """The innermost stretch of speech over clean offset ``at``."""
    return next((s for s in reversed(scene.speeches) if s.start <= at < s.end), None)


def _verbs(scene: Scene, number: int) -> Iterator[Token]:
    sentence = scene.sentences[number]
    for token in scene.tokens(sentence.start, sentence.end):
        word = scene.key[token.start : token.end]
        if word in SAYING and token.tag in ("v", "vn", "xc") and not _NO_SPEECH.search(scene.key, 0, token.start):
            yield token


def _indirect(scene: Scene, verbs: dict[int, tuple[Token, ...]]) -> Iterator[Speech]:
    """甲称, …: from the verb to the end of the sentence, or to the clause in which somebody else speaks."""
    for number, found in verbs.items():
        sentence = scene.sentences[number]
        claims = [verb for verb in found if _claims(scene, number, verb)]
        for verb in claims:
            speakers = _speakers(scene, number, verb)
            others = (_clause(scene, number, v) for v in claims if v.start > verb.end)
            end = next((c.start for c in others if c.start > verb.start), sentence.end)
            if end > verb.end:
                yield Speech(verb.end, end, speakers)


def _claims(scene: Scene, number: int, verb: Token) -> bool:
    """Whether what follows a verb of saying is its speaker's and not the article's."""
    word = scene.key[verb.start : verb.end]
    before = scene.key[_clause(scene, number, verb).start : verb.start]
    if _PUBLISHED.search(before) or word in _TELLS or scene.key[verb.end : verb.end + 1] == "的":
        return False
    if word in _DISTANT or _SOMEBODY.search(before):
        return True
    return any(scene.ontology.fits(scene.mentions[i].type, "Person") for i in _speakers(scene, number, verb)[-1:])


def _direct(scene: Scene, verbs: dict[int, tuple[Token, ...]]) -> Iterator[Speech]:
    """甲说:“…” and “…,”甲说; marks around a name or a few words are none."""
    for start, end in _quotations(scene):
        number = _sentence(scene, start)
        opening = _opening_verb(scene, number, start, verbs)
        if opening is not None and (scene.key[start - 1] in ":," or not _is_name(scene.key[start + 1 : end])):
            yield Speech(start, end, _speakers(scene, *opening), direct=True)
        elif (speaker := _named_before(scene, start)) is not None:
            yield Speech(start, end, (speaker,), direct=True)
        elif scene.key[end - 1] in ",。!?…" and (closing := _closing_verb(scene, end, verbs)) is not None:
            yield Speech(start, end, _speakers(scene, *closing), direct=True)


def _is_name(words: str) -> bool:
    return len(words) < _NAME_LENGTH and not _SPEECH_MARK.search(words)


def _quotations(scene: Scene) -> Iterator[tuple[int, int]]:
    """The outermost pairs of quotation marks; one that a paragraph repeats goes on with the quotation before it, and one
    that nothing closes ends with its paragraph.
    """
    start, depth = -1, 0
    for match in re.finditer(r"[“”\n]", scene.key):
        at, mark = match.start(), match.group()
        if mark == "\n" and depth and not re.match(r"\s*“", scene.key[at : at + 8]):
            yield start, at
            depth = 0
        elif mark == "“" and depth == 0:
            start, depth = at, 1
        elif mark == "“" and not scene.key[:at].rstrip(" \u3000").endswith("\n"):
            depth += 1
        elif mark == "”" and depth:
            depth -= 1
            if depth == 0:
                yield start, at


def _opening_verb(scene: Scene, number: int, at: int, verbs: dict[int, tuple[Token, ...]]) -> tuple[int, Token] | None:
    """The verb of saying that leads to the quotation at ``at``, with the number of its sentence."""
    before = [v for v in verbs.get(number, ()) if v.end <= at and at - v.end < _FAR]
    if before and _LEADS_TO.fullmatch(scene.key, before[-1].end, at):
        return number, before[-1]
    return None


def _closing_verb(scene: Scene, at: int, verbs: dict[int, tuple[Token, ...]]) -> tuple[int, Token] | None:
    """The verb of saying in the first clause behind the quotation that ends at ``at``."""
    for number in (_sentence(scene, at), _sentence(scene, at) + 1):
        for verb in verbs.get(number, ()):
            if 0 < verb.start - at < _FAR and not re.search(r"[,。;“\n]", scene.key[at + 1 : verb.start].lstrip(",。")):
                return number, verb
    return None


def _named_before(scene: Scene, at: int) -> int | None:
    """The person whose name and a colon stand before a quotation."""
    if scene.key[at - 1 : at] != ":":
        return None
    named = (r.mention for r in scene.referents if r.end == at - 1 and scene.ontology.fits(r.type, "Person"))
    return next(named, None)


def _speakers(scene: Scene, number: int, verb: Token) -> tuple[int, ...]:
    """The actors in the words that lead to a verb of saying; who speaks is the last, its body stands before (甲公司董事长张三说)."""
    clause = _clause(scene, number, verb)
    named = [r for r in scene.referents if clause.start <= r.start and r.end <= verb.start]
    return tuple(
        dict.fromkeys(r.mention for r in named if scene.ontology.fits(r.type, "Actor") or _is_place(scene, r.type))
    )


def _is_place(scene: Scene, type: str) -> bool:
    return scene.ontology.fits(type, "Place")


def _clause(scene: Scene, number: int, token: Token) -> Clause:
    return scene.clauses[number][scene.clause_at(number, token.start)]


def _sentence(scene: Scene, at: int) -> int:
    return next((i for i, s in enumerate(scene.sentences) if s.start <= at < s.end), -1)
