"""What a quantity measures, in the text's words: the noun before it, the noun that it counts, a growth, a share."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from ..model import Token
from ..script import simplified
from . import measurewords as words
from .quantities import Quantity
from .scene import Scene


@dataclass(frozen=True, slots=True)
class Measured:
    """What is measured: its name in the text's words, where the name begins, how that was read."""

    name: str
    start: int
    how: str
    score: float
    growth: bool = False
    share_of: str = ""
    against: str = ""
    unit: str = ""
    base: str = ""  # what grows, without the growth


def measured(
    scene: Scene, number: int, quantity: Quantity, following: Quantity | None, before: Measured | None
) -> Measured | None:
    """What the quantity measures; ``before`` is what the last level in the sentence did, which a growth goes on from."""
    sentence = scene.sentences[number]
    low = _segment_start(scene, sentence.start, quantity.start)
    left = scene.key[low : quantity.start]
    high = following.start if following and following.start < sentence.end else sentence.end
    distance = quantity.unit in ("公里", "千米", "海里") and scene.key[quantity.end : quantity.end + 1] == "的"
    if distance or words.LASTING.search(left) or words.ROUND_THE_CLOCK.match(scene.key, quantity.end):
        return None  # how far or how long something goes on: no measure of anything
    if words.DURATION.search(left) and quantity.unit in ("天", "日", "个月", "年"):
        return Measured("会期", low, "duration", 0.9)
    if before and before.unit == quantity.unit and (words.REACHED.search(left) or words.FORMER.search(left)):
        former = words.FORMER.search(left) is not None
        return replace(
            before, how="former" if former else "before" if before.how == "former" else before.how, against=""
        )
    return _changed(scene, low, left, quantity) or _told(scene, low, left, quantity, high, before)


def _changed(scene: Scene, low: int, left: str, quantity: Quantity) -> Measured | None:
    """The beginning or the end of a change by a number (面积由3万亩增加到5万亩): what stands before 由."""
    change = words.BEGINNING.search(left) or words.REACHED.search(left)
    noun = _noun_before(scene, low, low + change.start()) if change else None
    if change is None or noun is None or not words.MEASURE_TAIL.search(noun[0]):
        return None
    former = words.BEGINNING.search(left) is not None and words.TURNS.match(scene.key, quantity.end)
    reached = words.BEGINNING.search(left) is None
    return Measured(noun[0], noun[1], "former" if former else "before", 0.8) if former or reached else None


def _told(scene: Scene, low: int, left: str, quantity: Quantity, high: int, before: Measured | None) -> Measured | None:
    """What the words around a quantity say that it is: a payment, a growth, a share, else a plain amount."""
    if words.MONEY.search(quantity.unit) and (paid := _paid(scene, low, quantity)):
        return paid
    if growth := words.GROWTH.search(left) or words.COMPARED.search(left) or words.ABOVE.search(left):
        return _growth(scene, low, growth, quantity, before)
    if quantity.unit in ("%", "1"):
        share = _share(scene, low, left, quantity, high, before)
        if share or _is_share(left):
            return share  # 占全省的七成: of what, the text does not say near by
    if quantity.unit not in ("%", "个百分点") and (said := words.VERBAL.search(left)):
        return Measured(_text(scene, low + said.start(1), low + said.end(1)), low + said.start(1), "verb", 0.8)
    return _level(scene, low, quantity, high, before)


def _is_share(left: str) -> bool:
    """Whether a number is said to be a part of something (占…), whatever has it; 占比 is a measure by itself."""
    share = words.SHARE.search(left)
    return share is not None and not share.group("of").startswith("比")


def _paid(scene: Scene, low: int, quantity: Quantity) -> Measured | None:
    """What is paid to somebody (赔偿某人损失3万元): the verb and what it is for, from where the payer ends."""
    for said in words.PAYS.finditer(scene.key, low, quantity.start):
        payee = next(
            (r for r in scene.referents if r.start == said.end() and scene.ontology.fits(r.type, "Actor")), None
        )
        if payee is not None and payee.end <= quantity.start:
            purpose = _noun_before(scene, payee.end, quantity.start)
            return Measured(_text(scene, *said.span()) + (purpose[0] if purpose else ""), said.start(), "verb", 0.8)
    return None


def _level(scene: Scene, low: int, quantity: Quantity, high: int, before: Measured | None) -> Measured | None:
    """A plain amount: of the noun before it, the noun it counts, what was counted before, or the noun behind 的."""
    counted = _counted(scene, quantity, high)
    noun = _noun_before(scene, low, quantity.start)
    if noun and (counted is None or words.MEASURE_TAIL.search(noun[0])):
        return Measured(noun[0], noun[1], "before", 0.85)
    if counted:
        return Measured(counted, quantity.start, "counted", 0.85)
    if before and before.unit == quantity.unit and (verb := _verb_at(scene, quantity.end)):
        return Measured(f"{before.name}{verb}", quantity.start, "elliptic", 0.7, unit=quantity.unit)
    if quantity.unit in words.AREA_UNITS:
        return Measured(words.AREA_UNITS[quantity.unit], quantity.start, "counted", 0.7)
    if quantity.unit in ("人", "人次") and (takes := words.TAKES_PART.match(scene.key, quantity.end)):
        return Measured(_text(scene, *takes.span()) + quantity.unit, quantity.start, "counted", 0.8)
    after = _noun_after(scene, quantity.end + 1, high) if scene.key[quantity.end : quantity.end + 1] == "的" else None
    after = None if after and words.CHANCE.search(simplified(after)) else after
    return Measured(after, quantity.start, "of", 0.8) if after else None


def _counted(scene: Scene, quantity: Quantity, high: int) -> str | None:
    """The noun right behind the unit: what is counted or weighed, or what a sum of money is."""
    if words.CLASSIFIER.search(quantity.unit) or (
        words.MASS.search(quantity.unit) and scene.key[quantity.end : quantity.end + 1] != "的"
    ):
        return _noun_after(scene, quantity.end, high)
    after = _noun_after(scene, quantity.end, high) if words.MONEY.search(quantity.unit) else None
    return after if after and words.MONEY_NOUN.search(simplified(after)) else None


def _verb_at(scene: Scene, at: int) -> str:
    """The verb right behind a count whose noun is left out: 其中,9家首发…."""
    if (copula := re.compile(r"为(?=[一-龥]{2})").match(scene.key, at)) and (
        end := re.compile(r"[一-龥]{2,6}(?=[,。;])").match(scene.key, copula.end())
    ):
        return _text(scene, *end.span())  # 3场为首次举办
    token = scene.token_at(at)
    return scene.text.clean[token.start : token.end] if token and token.start == at and token.tag in ("v", "vn") else ""


def _segment_start(scene: Scene, floor: int, at: int) -> int:
    last = floor
    for match in words.SEGMENT.finditer(scene.key, floor, at):
        last = match.end()
    return last


def _growth(
    scene: Scene, low: int, growth: re.Match[str], quantity: Quantity, before: Measured | None
) -> Measured | None:
    base = _noun_before(scene, low, low + growth.start())
    verb = _text(scene, low + growth.start("verb"), low + growth.end("verb"))
    said = growth.span("against")
    against = _text(scene, low + said[0], low + said[1]).strip(",，") if growth.group("against") else ""
    if any(
        r.end == low + growth.start() and scene.mentions[r.mention].recogniser == "measured" for r in scene.referents
    ):
        return Measured(verb, low + growth.start("verb"), "growth", 0.7, True, "", against)  # 某制造业增长9%
    if before and (share := words.SHARE_GROWN.search(scene.key[low : low + growth.start()])):
        of = _text(scene, low + share.start("of"), low + share.end("of"))
        name = f"{before.base or before.name}占{of}比重{verb}"
        return Measured(name, before.start, "growth", 0.8, True, "", against, base=before.base)
    if base:
        return Measured(f"{base[0]}{verb}", base[1], "growth", 0.8, True, "", against, base=base[0])
    if before:
        rate = before.growth and not words.BEYOND.match(verb)  # 其中12月增长9%: not the growth of a growth
        name = before.base if rate and before.base else before.name
        return Measured(f"{name}{verb}", before.start, "growth", 0.8, True, "", against, base=before.base)
    counted = _noun_after(scene, quantity.end, quantity.end + 12) if words.CLASSIFIER.search(quantity.unit) else None
    return Measured(f"{verb}{counted}", low, "growth", 0.6, True, "", against) if counted else None


def _share(
    scene: Scene, low: int, left: str, quantity: Quantity, high: int, before: Measured | None
) -> Measured | None:
    share = words.SHARE_IN.search(left) or words.SHARE.search(left)
    ratio = None if share and not share.group("of").startswith("比") else words.RATIO.search(left)
    if ratio:
        noun = _noun_before(scene, low, low + ratio.start())
        word = _text(scene, low + ratio.start(), low + ratio.start() + 2)
        name = f"{noun[0]}{word}" if noun else (f"{before.base or before.name}{word}" if before else "")
        return Measured(name, noun[1] if noun else low, "share", 0.8) if name else None
    if share and not share.group("of").startswith("比"):
        noun = _noun_before(scene, low, low + share.end("what"))
        of = _text(scene, low + share.start("of"), low + share.end("of"))
        what = noun[0] if noun else (before.base or before.name if before else "")
        at = scene.key.find("占", low + share.end("what"))
        taken = _text(scene, at, at + 1)
        return Measured(f"{what}{taken}{of}比重", noun[1] if noun else low, "share", 0.8, False, of) if what else None
    if scene.key[quantity.end : quantity.end + 1] == "的":
        after = _noun_after(scene, quantity.end + 1, high)
        nation = words.NATION.search(left)
        of = _text(scene, low + nation.start(1), low + nation.end(1)) if nation else ""
        if after and (words.CHANCE.search(simplified(after)) or words.SET_TO.search(left)):
            return None
        if after and words.RATE.search(simplified(after)):
            return Measured(after, quantity.start, "of", 0.8)
        if after:
            return Measured(f"{after}占{of}比重" if of else f"{after}占比", quantity.start, "share", 0.8, False, of)
    if left.endswith("的"):
        noun = _noun_before(scene, low, low + len(left) - 1)
        if noun:
            return Measured(noun[0], noun[1], "share", 0.8, False, noun[0])
    return None


def _noun_before(scene: Scene, low: int, end: int) -> tuple[str, int] | None:
    """The noun phrase that ends at ``end``, verbs of reaching and comparators left out; and where it begins."""
    level = words.LEVEL.search(scene.key[low:end])
    stop = low + level.start() if level else end
    start, crossed = stop, False
    for token in reversed(scene.tokens(low, stop)):
        word = scene.key[token.start : min(token.end, stop)]
        if not _joins(scene, token, word, start, stop, crossed):
            break
        crossed = crossed or word == "的"
        start = token.start
    return _cut(scene, start, stop)


def _joins(scene: Scene, token: Token, word: str, start: int, stop: int, crossed: bool) -> bool:
    """Whether a word belongs to the noun phrase from ``start`` to ``stop`` that it stands before."""
    if token.end > stop:
        return word in ("数", "量", "额")  # 门店数不足100家: the tagger takes 数不足 for one word
    touches = token.end == start
    if not touches and scene.key[token.end : start].strip():
        return False
    if touches and (word in words.NOMINAL or (start < stop and word in words.QUALIFYING | words.COMPOUNDING)):
        return True
    if word in ("本", "对"):
        return touches and start < stop and _prefixes(scene, word, start)
    if word == "的" and start < stop:
        return not crossed
    if token.tag == "m" and word[0].isdigit():
        return word[-1] in "gdk"
    if token.tag == "v":
        return start < stop and not crossed and len(word) > 1 and touches and _modifies(scene, start, stop)
    return token.tag in words.NOMINALS and word not in ",。;:、"


def _prefixes(scene: Scene, word: str, start: int) -> bool:
    """Whether 本 or 对 belongs to the noun behind it: 本外币, whose 本 the tagger takes for "this"; 对华投资."""
    if word == "本":
        return scene.key.startswith("外币", start)
    after = scene.token_at(start)
    return after is not None and after.end - start == 1


def _modifies(scene: Scene, start: int, stop: int) -> bool:
    """Whether a verb before a noun at the end of a measure only qualifies it (参展企业, 跨境洽商交易额)."""
    return bool(words.MEASURE_TAIL.search(scene.key[start:stop])) and not re.match(
        r"成为|作为|属于", scene.key[max(0, start - 2) : stop]
    )


def _cut(scene: Scene, start: int, stop: int) -> tuple[str, int] | None:
    """The phrase without the names of who bears it and without words that only lead to it."""
    for referent in scene.referents:
        named = referent.type != "Industry" or scene.mentions[referent.mention].recogniser == "measured"
        if referent.start < stop and start < referent.end < stop and named:
            start = referent.end
    while match := words.LEAD.match(scene.key[start:stop]):
        start += match.end()
    if scene.key[start : start + 1] == "国" and scene.key[start - 1 : start] == "我":
        start += 1
    while stop > start and scene.key[stop - 1] in '的 ,“”"':
        stop -= 1
    while start < stop and scene.key[start] in '的 ,“”")':
        start += 1
    if words.NO_MEASURE.search(scene.key[start:stop]):
        return None
    if stop - start < 2 or any(
        r.start <= start and stop <= r.end and _bears(r.type) and r.type not in ("Programme", "Project")
        for r in scene.referents
    ):
        return None
    if stop - start > 22:
        start = stop - 22
    return _text(scene, start, stop), start


def _bears(type: str) -> bool:
    return type not in ("Industry", "Technology", "Product", "Work", "Publication", "Position", "Award", "Policy")


def _noun_after(scene: Scene, at: int, high: int) -> str | None:
    """The noun phrase that begins at ``at``; behind 的 where a clause qualifies it, with 参展 and the like behind it."""
    at += len(scene.key[at:]) - len(scene.key[at:].lstrip(' “"'))
    if related := words.RELATED.match(scene.key, at, high):
        at = related.end()
    stop = _noun_end(scene, at, high)
    if stop == at:
        return None
    text = _text(scene, at, stop).rstrip("的、和与及等” ")
    if text == "钱":
        return None  # 3万块钱
    head, _, last = text.rpartition("的")
    if head:  # 10个展团的采购商 counts the 展团; 若干项…等领域的新产品 counts what comes last
        plain = not any(t.tag in ("a", "v", "d") for t in scene.tokens(at, at + len(head)))
        text = head if (len(head) <= 6 and "等" not in head and plain) or len(last) < 2 else last
    if len(text) > 2 and text[-1] in "中里上内" and text[-2:] not in ("网上", "线上", "途中"):
        text = text[:-1]  # 30座展馆中,…: the halls are counted
    tail = words.TAIL_VERBS.match(scene.key, stop)
    return (_text(scene, stop, tail.end()) + text if tail else text)[:24] or None  # 企业参展: 参展企业


def _noun_end(scene: Scene, at: int, high: int) -> int:
    """Where the noun phrase that begins at ``at`` ends; ``at`` itself where none does."""
    named = next((r for r in scene.referents if r.start == at and not scene.ontology.fits(r.type, "Place")), None)
    stop, nominal = (named.end, True) if named else (at, False)
    for token in scene.tokens(stop, high):
        word = scene.key[token.start : token.end]
        tag = "a" if word in words.EPOCHS else token.tag
        if _breaks(word, tag, nominal, scene.key[token.end : token.end + 1]):
            break
        nominal = nominal or token.tag in words.NOUNS or (token.tag == "a" and len(word) > 2)
        stop = token.end
    return stop if nominal else at


def _breaks(word: str, tag: str, nominal: bool, behind: str) -> bool:
    """Whether a word ends a noun phrase; ``nominal`` says whether it has its noun, ``behind`` is what follows the word."""
    if word in ("、", "和", "与", "及", "的", "等"):
        return not nominal
    if tag == "w":
        return word not in '“”"'
    if tag == "m":
        return nominal
    return tag in words.STOPS and not (tag == "v" and not nominal and behind not in ",。")


def _text(scene: Scene, start: int, end: int) -> str:
    """The text's own words, without blanks and quotation marks."""
    return re.sub(r"[\s“”「」\"]", "", scene.text.clean[start:end])
