"""How far a text commits itself: asserted, planned, claimed in somebody's words, hypothetical or denied."""

from __future__ import annotations

import re

from ..model import Status
from .scene import Scene, Speech
from .speech import speech_at

# Words that deny the verb behind them; only as words of their own (无锡, 不仅 and 未来 deny nothing).
_NOT = frozenset(
    "没有 没 并未 并没有 从未 尚未 未能 未曾 未 不再 不会 不 无意 拒绝 无 从不 并不 并非 不是 无法 不能 难以 未获 "
    "终止 中止 取消 放弃 停止 暂停 叫停 搁置 撤销 撤回".split()
)
_NEVER = frozenset("没有 并未 从未 尚未 无意".split())
_DENIAL = re.compile(r"(?:否认|并非|不属实|辟谣)[^,。;]*$")
_HYPOTHETICAL = re.compile(
    r"(?:如果|若是|^若(?!干)|假如|倘若|一旦|原定|原计划|原拟|可能|或将|或许|也许|假设|是否|有望|本可|本应|本该|本来可以|本要|洽谈|商谈|磋商|接洽|"
    r"原本(?:要|应|可|想|计划|打算)|差点|险些|疑似|据传|网传|盛传|恐将|恐怕)[^。;]*$"
)
_CONDITION = re.compile(
    r"(?:^|[,。;:“])[^,。;“”]{0,10}?(?:如果(?!说)|若(?![干有])|假如|倘若|(?<![主只还])要是|一旦|除非|假设|如若)[^。;“”]*$"
)
_PLANNED = re.compile(
    r"(?:将|拟|计划|即将|预计|准备|打算|力争|争取|有意|意欲|谋求|明年|下一步|未来|届时|着手)[^,。;“”]{0,24}$"
)
# Verbs of wishing: what hangs on them has not happened, and nobody has decided on it.
_WISHED = frozenset(
    "希望 期望 盼望 盼 呼吁 建议 敦促 应当 应该 应 理应 但愿 期盼 主张 提议 愿 愿意 欢迎 鼓励 号召 假定 要 必须 须 务必 需 需要".split()
)
_RUMOUR = re.compile(
    r"(?:据[^,。;]{1,12}(?:称|透露|爆料|传)|传闻|传言|有传言|消息人士|号称|据传|网传|盛传|[据有]消息[称说]|"
    r"据[^,。;]{0,8}媒体[^,。;]{0,12}(?:报道|报导))"
)
_FELL_THROUGH = re.compile(r"[^,。;]{0,6}(?:告吹|流产|破裂|泡汤|落空)")
_UNTRUE = re.compile(r"[^,。;]{0,16}的?(?:消息|传闻|说法|报道|传言)(?:均|都|并|系|完全)?(?:不属实|不实|谣言|不准确)")
_DENIED_LATER = re.compile(r"[^。;]{0,24}(?:不属实|系谣言|不实|不存在|予以否认|否认了?)")


def status_of(scene: Scene, sentence: int, start: int, end: int, about: int | None = None) -> Status:
    """The status of a fact on the mention ``about`` whose cue stands at the clean span ``[start, end)`` of a sentence."""
    span = scene.sentences[sentence]
    clause = scene.clauses[sentence][scene.clause_at(sentence, start)]
    within, before = scene.key[clause.start : start], scene.key[span.start : start]
    if _negated(scene, clause.start, start) or _DENIAL.search(before) or _denied_later(scene, before, end, span.end):
        return Status.DENIED
    if _FELL_THROUGH.match(scene.key, end, clause.end):
        return Status.DENIED
    if _HYPOTHETICAL.search(within) or _CONDITION.search(before) or _open(scene, sentence, clause.start, start):
        return Status.HYPOTHETICAL
    if claimed_by(scene, start, about) is not None or _RUMOUR.search(before):
        return Status.CLAIMED
    if _planned(scene, within, clause.start) or _goes_on_planned(scene, sentence, clause.start, within):
        return Status.PLANNED
    return Status.ASSERTED


def claimed_by(scene: Scene, at: int, about: int | None) -> Speech | None:
    """The speech that makes a fact on ``about`` at ``at`` a claim; what somebody says of their own doings without quotation
    marks is their word for it and no claim.
    """
    speech = speech_at(scene, at)
    if speech is None or speech.direct or about is None:
        return speech
    name = _name(scene, about)
    if scene.ontology.fits(scene.mentions[about].type, "Person"):
        return speech  # 甲指出,要…: whose doings they are is not said
    return None if any(_name(scene, speaker) == name for speaker in speech.speakers) else speech


def _name(scene: Scene, mention: int) -> str:
    return scene.mentions[mention].name or scene.mentions[mention].surface


def _open(scene: Scene, sentence: int, start: int, at: int) -> bool:
    """Whether a question leaves a fact open, or a wish or 或 before its verb (甲或收购乙; 甲或乙 is a choice of names)."""
    span = scene.sentences[sentence]
    if scene.key[span.start : span.end].rstrip("”’)").endswith("?"):
        return True
    tokens = list(scene.tokens(start, at))
    words = [scene.key[token.start : token.end] for token in tokens]
    if any(word in _WISHED and token.tag in ("v", "vn", "d", "a") for word, token in zip(words, tokens, strict=True)):
        return True
    perhaps = max((i for i, word in enumerate(words) if word == "或"), default=-1)
    return perhaps >= 0 and all(token.tag in ("d", "p", "TIME", "t") for token in tokens[perhaps + 1 :])


def _denied_later(scene: Scene, before: str, end: int, stop: int) -> bool:
    """Whether a rumour that the sentence takes up is denied behind it (对于“…”的传言,某人予以否认)."""
    if _UNTRUE.match(scene.key, end, stop):
        return True
    return bool(re.search(r"对于|针对|关于|就", before)) and bool(_DENIED_LATER.match(scene.key, end, stop))


def _negated(scene: Scene, start: int, at: int) -> bool:
    """Whether a word of denial stands right before the verb, or one that reaches over the clause (从未与…商谈)."""
    words = [scene.key[token.start : token.end] for token in scene.tokens(start, at)]
    return not _NOT.isdisjoint(words[-2:]) or not _NEVER.isdisjoint(words)


def _goes_on_planned(scene: Scene, sentence: int, start: int, within: str) -> bool:
    """Whether the clause before speaks of a plan and this one goes on with it, without a subject or a tense of its own."""
    clauses = scene.clauses[sentence]
    here = next(i for i, clause in enumerate(clauses) if clause.start == start)
    if (
        here == 0
        or re.search(r"已|了|曾|目前", within)
        or (clauses[here].groups[:1] and clauses[here].groups[0].start == start)
    ):
        return False
    before = clauses[here - 1]
    lead = re.search(r"(?:将于|将在|拟|计划|即将)[^,。;]*$", scene.key[before.start : before.end - 1])
    return bool(lead) and scene.key[before.end - 1] == ","


def _planned(scene: Scene, within: str, at: int) -> bool:
    match = _PLANNED.search(within)
    if not match:
        return False
    token = scene.token_at(at + match.start())
    if match.group().startswith("将"):
        if any(r.start == at + match.start() + 1 for r in scene.referents):
            return False  # 将某产品应用于…: it only takes the object
        return token is not None and token.tag == "d"  # 将 as preposition takes an object: 将技术应用于…
    return not match.group().startswith("计划") or (token is not None and token.tag == "v")  # 国家…计划 is no plan
