"""Who 该公司, 其, 这款产品 or 全市 is: mentions and anaphors laid out as referents, each with its antecedent."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ..gazetteer import Gazetteer
from ..model import Mention, Part, Reading
from ..ontology import Ontology
from .scene import Referent, Scene

# What points back, and the classes of what it may point at; the nearest fitting mention before it is meant.
_ANAPHORS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (
        re.compile(r"(?:该|这家|本|我|上述)(?:公司|企业|集团|厂|行)|(?<=[,。\n;])公司(?!法|债|章程)|(?<=^)公司(?!法)"),
        ("Company", "Organisation"),
    ),
    (
        re.compile(r"(?<!成立)(?<!组建)(?<!设立)(?<!创办)(?<!注册)(?<!创立)(?:新公司|(?:该)?合资公司|新企业)"),
        ("Company",),
    ),
    (
        re.compile(
            r"(?:该|这一|这个|上述|这款|这种|这项|这台)(?:产品|设备|装置|系统|机器人|仪器|芯片|软件|模型|[一-龥]{1,2}(?:镜|机|器|仪|药|车|船))"
        ),
        ("Product", "Technology"),
    ),
    (re.compile(r"(?:该|这项|这一|这种)(?:技术|工艺|成果)"), ("Technology", "Product")),
    (re.compile(r"(?:该|这一|这个)(?:平台)"), ("Platform",)),
    (re.compile(r"(?:该|这一|这个)(?:项目|工程)"), ("Project", "Facility")),
    (re.compile(r"(?:该|这一|这个)(?:园区|基地|开发区|产业园)"), ("Facility",)),
    (re.compile(r"(?:该|这所)(?:校|大学|学校)|(?<=[,。\n;])学校"), ("University",)),
    (
        re.compile(
            r"(?:该|这一|这项)(?:政策|规划|方案|办法|条例|意见)|《(?:规划|方案|意见|办法|条例|通知|计划|纲要)》"
        ),
        ("Policy",),
    ),
    (re.compile(r"(?:该市|全市|我市|本市|市内)"), ("City", "District", "Province")),
    (re.compile(r"(?:该省|全省|我省|本省|省内)"), ("Province",)),
    (re.compile(r"(?:该县|全县|我县|该区|全区|我区)"), ("District",)),
    (re.compile(r"(?:该国|该地区)"), ("Country", "Region")),
    (
        re.compile(r"(?<=[,。;\n])当地(?![政居群村民企农市人时生特传媒警商百养种渔果工学医旅文品的产]|有关|相关)"),
        ("District", "City", "Province"),
    ),
    (re.compile(r"(?<=[,。;\n])(?:该)?档期(?=票房|内|总|累计)"), ("Event",)),
)
_ITS = re.compile(r"(?<=[,。;])(?:其(?!中|他|它|余|实|间|次|一|二)|它(?!们)|他(?!们|国|人)|她(?!们))")
_EDITION = re.compile(
    r"(?:(?:本届|此次|本次|这届|这次)|(?:(?<=[,。;:\n“在于从当、])|(?<=^)))(?:展会|盛会|大会|展览)(?=期间|现场|上|共|吸引|累计|还|以|将|由|总|设|为期|,|首次|预计|的)|本届(?![一-龥]?[展大盛会届])"
)


def lay_out(reading: Reading, ontology: Ontology, gazetteer: Gazetteer) -> Scene:
    """The scene of a reading: outermost mentions and resolved anaphors, in the order of the text."""
    outer = [
        Referent(m.start, m.end, i, m.type)
        for i, m in enumerate(reading.mentions)
        if not _dateline(m, reading)
        and m.recogniser != "deictic"
        and not _defining(m, reading)
        and not (m.recogniser == "measured" and _within_place(m, reading, ontology))
        and not any(
            o.start <= m.start and m.end <= o.end and o is not m for o in reading.mentions[max(0, i - 3) : i + 3]
        )
    ]
    found = [*outer, *_anaphors(reading, outer, ontology)]
    kept: list[Referent] = []
    for referent in sorted(found, key=lambda r: (r.start, -r.end)):
        if not kept or referent.start >= kept[-1].end:
            kept.append(referent)
    return Scene(reading, ontology, gazetteer, tuple(kept))


def _defining(mention: Mention, reading: Reading) -> bool:
    """Whether a mention is the alias inside the brackets that define it, which is no argument of anything."""
    before = reading.text.key[max(0, mention.start - 8) : mention.start]
    return mention.recogniser == "definition" and bool(re.search(r"\((?:[^()]*(?:称|名)[为]?)?[“《\"]?$", before))


def _within_place(mention: Mention, reading: Reading, ontology: Ontology) -> bool:
    """Whether a place opens a clause before a trade in its sentence: its part of the trade is meant (甲省…,机电产品…)."""
    sentence = reading.text.sentences[_sentence_of(reading, mention.start)]
    return any(
        m.recogniser != "deictic"
        and ontology.fits(m.type, "Place")
        and sentence.start <= m.start < mention.start
        and (m.start == sentence.start or reading.text.key[m.start - 1] in ",;:在年月日前度")
        for m in reading.mentions
    )


def _often(mentions: Sequence[Mention], edition: Mention) -> bool:
    """Whether an article names an edition or its series often enough to be about it."""
    return sum(edition.surface.endswith(m.surface) for m in mentions if m.type in ("Fair", "FairEdition")) > 3


def _numbered(mention: Mention) -> bool:
    """Whether a mention names an edition of a fair, or an event with its number or year."""
    if mention.recogniser == "pointer":
        return False
    return mention.type == "FairEdition" or (
        mention.type == "Event" and bool(re.match(r"第.{1,5}[届屆]|首[届屆]|\d{4}", mention.surface))
    )


def _dateline(mention: Mention, reading: Reading) -> bool:
    """Whether a medium or a place is only named as where the report comes from (某网消息, 新华社北京4月1日电)."""
    after = reading.text.key[mention.end : mention.end + 24]
    if mention.type in ("City", "Province", "District", "Country"):
        return mention.start < 240 and bool(
            re.match(r"(?:\d{4}年)?(?:\d+月\d+日)?(?:讯|消息|电[\s(,])|(?:综合)?(?:报道|报导)", after)
        )
    return mention.type == "Media" and bool(
        re.match(r"[一-龥]{0,4}(?:\d{4}年)?(?:\d+月\d+日)?(?:讯|消息|电|报道|记者)", after)
    )


def main_edition(mentions: Sequence[Mention], reading: Reading) -> int | None:
    """The index of the edition that the article is about: named first in title or lead, or the only one there is."""
    editions = [i for i, m in enumerate(mentions) if _numbered(m)]
    for sentence in reading.text.sentences:
        if sentence.part in (Part.TITLE, Part.LEAD):
            for i in editions:
                if sentence.start <= mentions[i].start < sentence.end:
                    return i
    pointed = [i for i, m in enumerate(mentions) if m.type == "FairEdition" and m.recogniser == "pointer"]
    if editions and (pointed or _often(mentions, mentions[editions[0]])):
        return editions[0]
    return pointed[0] if pointed and not editions else None


def _anaphors(reading: Reading, outer: Sequence[Referent], ontology: Ontology) -> Iterator[Referent]:
    key = reading.text.key
    for pattern, types in _ANAPHORS:
        for match in pattern.finditer(key):
            target = _antecedent(reading, outer, match.start(), types, match.group(), ontology)
            if target is not None:
                yield Referent(match.start(), match.end(), target.mention, target.type, 0.9)
    edition = main_edition(reading.mentions, reading)
    if edition is not None:
        for match in _EDITION.finditer(key):
            yield Referent(match.start(), match.end(), edition, "FairEdition", 0.85)
    for match in _ITS.finditer(key):
        target = _subject_before(reading, outer, match.start(), ontology)
        if target is not None:
            yield Referent(match.start(), match.end(), target.mention, target.type, 0.75)


def _antecedent(
    reading: Reading, outer: Sequence[Referent], at: int, types: tuple[str, ...], words: str, ontology: Ontology
) -> Referent | None:
    """The nearest mention before ``at`` of one of the classes; for 全市 and the like the article's main place of that level."""
    before = [r for r in outer if r.end <= at and any(ontology.fits(r.type, t) for t in types)]
    noun = words[-1]
    same_head = [r for r in before if reading.text.key[r.start : r.end].endswith(noun)]
    if words == "当地":
        return before[-1] if before else None
    if words[1:] == "县" and same_head:
        before = outer = same_head  # a county, not a district
    if words[0] in "全我本市省":
        first = next((r for t in types for r in outer if ontology.fits(r.type, t)), None)
        main = _most_named(reading, outer, types, ontology) or first
        if named := _just_named(reading, before, types, at, main, ontology):
            return named
        here = any(_sentence_of(reading, r.start) == _sentence_of(reading, at) for r in before)
        topic = None if here or words[0] in "我本" else _topic_just_before(reading, before, types, at, ontology)
        return topic or main
    if types[0] in ("Product", "Technology"):
        return (same_head if noun not in "品术果" and same_head else before)[-1] if before else None
    for type in types:
        fitting = [r for r in before if ontology.fits(r.type, type)]
        if fitting:
            return fitting[-1] if words.startswith(("新", "合资", "该合资")) else _in_focus(reading, fitting)
    return None


def _in_focus(reading: Reading, fitting: Sequence[Referent]) -> Referent:
    """Of the fitting ones: the first of the latest sentence that has any, for a subject outlives an object."""
    latest = _sentence_of(reading, fitting[-1].start)
    return next(r for r in fitting if _sentence_of(reading, r.start) == latest)


def _just_named(
    reading: Reading,
    before: Sequence[Referent],
    types: tuple[str, ...],
    at: int,
    main: Referent | None,
    ontology: Ontology,
) -> Referent | None:
    """The place of one of the levels that the sentence names before 全省 or 全市 (以甲市为例,全市…), unless it names the main one."""
    here = _sentence_of(reading, at)
    named = [r for r in before if _sentence_of(reading, r.start) == here]
    names = [reading.text.key[r.start : r.end][:2] for r in named]
    if main is not None and reading.text.key[main.start : main.end][:2] in names:
        return None
    return next((r for type in types for r in reversed(named) if ontology.fits(r.type, type)), None)


def _topic_just_before(
    reading: Reading, before: Sequence[Referent], types: tuple[str, ...], at: int, ontology: Ontology
) -> Referent | None:
    """The place of the highest level that opens the sentence before 全省 or 全市, in the same paragraph (甲省…。全省…)."""
    here = _sentence_of(reading, at)
    earlier = reading.text.sentences[here - 1] if here > 0 else None
    if earlier is None or earlier.paragraph != reading.text.sentences[here].paragraph:
        return None
    return next((r for r in before if r.start == earlier.start and ontology.fits(r.type, types[0])), None)


def _most_named(
    reading: Reading, outer: Sequence[Referent], types: tuple[str, ...], ontology: Ontology
) -> Referent | None:
    fitting = [r for r in outer if any(ontology.fits(r.type, type) for type in types)]
    counts = Counter(reading.text.key[r.start : r.end][:2] for r in fitting)
    return max(fitting, key=lambda r: (counts[reading.text.key[r.start : r.end][:2]], -r.start), default=None)


def _subject_before(reading: Reading, outer: Sequence[Referent], at: int, ontology: Ontology) -> Referent | None:
    """The first actor or offering of the sentence, or of the one before it."""
    here = _sentence_of(reading, at)
    for sentence in (here, here - 1):
        for r in outer:
            acts = any(ontology.fits(r.type, t) for t in ("Actor", "Offering", "Platform", "Facility", "Venue"))
            if acts and r.end <= at and _sentence_of(reading, r.start) == sentence:
                return r
    return None


def _sentence_of(reading: Reading, at: int) -> int:
    return next((i for i, s in enumerate(reading.text.sentences) if s.start <= at < s.end), -1)
