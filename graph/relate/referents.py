"""Who 该公司, 其, 这款产品 or 全市 is: mentions and anaphors laid out as referents, each with its antecedent."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..gazetteer import Gazetteer
from ..model import Mention, Part, Reading
from ..ontology import Ontology
from .pairs import one_of_two, several
from .scene import Referent, Scene
from .speech import speeches

_THIS = "(?:该|这家|本|我|上述)"
# What points back, and the classes of what it may point at.
_ANAPHORS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (
        re.compile(
            rf"{_THIS}(?:上市|初创|科技)?(?:公司|企业|集团|厂|行(?![业政程])|银行|车企|药企|工厂)|"
            r"(?<=[,。\n;])公司(?!法|债|章程)|(?<=^)公司(?!法)"
        ),
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
    (re.compile(r"(?:该|这座|这个)(?:场馆|展馆|馆)"), ("Venue",)),
    (re.compile(r"(?:该|这所)(?:校|大学|学校)|(?<=[,。\n;])学校"), ("University",)),
    (re.compile(r"(?:该|这家|这个|这所)(?:研究院|研究所|实验室|院|所)(?![一-龥]?[长述有谓])"), ("ResearchInstitute",)),
    (re.compile(r"(?:该|这家|这个)(?:协会|学会|商会|联盟|联合会)"), ("Association",)),
    (re.compile(r"(?:该|这家|这个|上述)(?:机构|组织|部门|单位)"), ("Organisation",)),
    (
        re.compile(
            r"(?:该|这一|这项)(?:政策|规划|方案|办法|条例|意见)|《(?:规划|方案|意见|办法|条例|通知|计划|纲要)》"
        ),
        ("Policy",),
    ),
    (
        re.compile(
            r"(?:(?<=[,。;\n])|(?<=参加)|(?<=出席)|(?<=主持))(?:座谈会|研讨会|协商会|论坛|峰会|年会|会议)(?=上|期间|[,。]|并|由|还)"
        ),
        ("Event",),
    ),
    (re.compile(r"(?:该市|全市|我市|本市|市内)"), ("City", "District", "Province")),
    (re.compile(r"(?:该省|全省|我省|本省|省内)"), ("Province",)),
    (re.compile(r"(?:该县|全县|我县|该区|全区|我区)"), ("District",)),
    (re.compile(r"(?:该国|该地区)"), ("Country", "Region")),
    (re.compile(r"当地(?!时间)"), ("Place",)),
    (re.compile(r"(?<=[,。;\n])(?:该)?档期(?=票房|内|总|累计)"), ("Event",)),
)
_HEADS = {"会议": ("会", "会议"), "档期": ("档",)}  # what the names end in that such words point at
_CONGRESS = re.compile(r"中全会$|两会$|运动会$")
_ITS = re.compile(
    r"(?<=[,。;])(?:其(?!中|他|它|余|实|间|次|一|二)|它(?!们)|他(?!们|国|人|乡|山|律)|她(?!们))|(?<=\n)(?:他(?!们|国|人|乡|山|律)|她(?!们))"
)
_EDITION = re.compile(
    r"(?:(?:本届|此次|本次|这届|这次)|(?:(?<=[,。;:\n“在于从当、])|(?<=^)))(?:展会|盛会|大会|展览)(?=期间|现场|上|共|吸引|累计|还|以|将|由|总|设|为期|,|首次|预计|的)|本届(?![一-龥]?[展大盛会届])"
)
_ITEM_HEAD = 2  # sentences with which a report of several says what it is about


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
    scene = Scene(reading, ontology, gazetteer, tuple(_apart(outer)))
    pointing = [*_anaphors(scene), *several(scene), *one_of_two(scene)]
    scene = replace(scene, referents=tuple(_apart([*scene.referents, *pointing])))
    return replace(scene, speeches=speeches(scene))


def _apart(referents: Sequence[Referent]) -> Iterator[Referent]:
    """The referents in the order of the text without those that begin inside another; those of one 双方 stay together."""
    last: Referent | None = None
    for referent in sorted(referents, key=lambda r: (r.start, -r.end)):
        if last is None or referent.start >= last.end or _together(last, referent):
            yield referent
            last = referent


def _together(left: Referent, right: Referent) -> bool:
    return (left.start, left.end) == (right.start, right.end) and left.mention != right.mention


def _defining(mention: Mention, reading: Reading) -> bool:
    """Whether a mention is the alias inside the brackets that define it, which is no argument of anything."""
    before = reading.text.key[max(0, mention.start - 8) : mention.start]
    return mention.recogniser == "definition" and bool(re.search(r"\((?:[^()]*(?:称|名)[为]?)?[“《\"]?$", before))


def _within_place(mention: Mention, reading: Reading, ontology: Ontology) -> bool:
    """Whether a place opens a clause before a trade in its sentence: its part of the trade is meant (甲省…,机电产品…)."""
    sentence = next((s for s in reading.text.sentences if s.start <= mention.start < s.end), None)
    return sentence is not None and any(
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
    own = [sentence for sentence in reading.text.sentences if sentence.item][:_ITEM_HEAD]
    for sentence in (*own, *(s for s in reading.text.sentences if s.part in (Part.TITLE, Part.LEAD))):
        for i in editions:
            if sentence.start <= mentions[i].start < sentence.end:
                return i
    pointed = [i for i, m in enumerate(mentions) if m.type == "FairEdition" and m.recogniser == "pointer"]
    if editions and (pointed or _often(mentions, mentions[editions[0]])):
        return editions[0]
    return pointed[0] if pointed and not editions else None


def _anaphors(scene: Scene) -> Iterator[Referent]:
    for pattern, types in _ANAPHORS:
        for match in pattern.finditer(scene.key):
            target = _antecedent(scene, match.start(), types, match.group())
            if target is not None:
                yield Referent(match.start(), match.end(), target.mention, target.type, 0.9)
    edition = main_edition(scene.mentions, scene.reading)
    if edition is not None:
        for match in _EDITION.finditer(scene.key):
            yield Referent(match.start(), match.end(), edition, "FairEdition", 0.85)
    for match in _ITS.finditer(scene.key):
        target = _subject_before(scene, match.start(), match.group())
        if target is not None:
            yield Referent(match.start(), match.end(), target.mention, target.type, 0.75)


def _antecedent(scene: Scene, at: int, types: tuple[str, ...], words: str) -> Referent | None:
    """What words at ``at`` point back at; for 全市 and the like the article's main place of that level."""
    before = [r for r in scene.referents if r.end <= at and _fits(scene, r, types)]
    if words[0] in "全我本市省":
        return _whole_place(scene, before, types, at, words)
    if types == ("Event",):
        heads = _HEADS.get(words[-2:], (words,))
        met = [scene.key[r.start : r.end] for r in before]
        before = [r for r, name in zip(before, met, strict=True) if name.endswith(heads) and not _CONGRESS.search(name)]
    if types == ("Place",):
        return _place_before(scene, before, at)
    noun = words[-1]
    if types[0] in ("Product", "Technology"):
        same_head = [r for r in before if scene.key[r.start : r.end].endswith(noun)]
        return (same_head if noun not in "品术果" and same_head else before)[-1] if before else None
    for type in types:
        fitting = [r for r in before if scene.ontology.fits(r.type, type)]
        if fitting:
            return fitting[-1] if words.startswith(("新", "合资", "该合资")) else _in_focus(scene, fitting, at)
    return None


def _whole_place(
    scene: Scene, before: Sequence[Referent], types: tuple[str, ...], at: int, words: str
) -> Referent | None:
    """What 全市, 我省 or 全县 means: the place just named, the topic of the sentence before, else the article's main one."""
    places = scene.referents
    if words[1:] == "县":  # a county, not a district
        counties = tuple(r for r in before if scene.key[r.start : r.end].endswith("县"))
        before, places = counties or before, counties or places
    first = next((r for t in types for r in places if scene.ontology.fits(r.type, t)), None)
    main = _most_named(scene, types, places) or first
    if named := _just_named(scene, before, types, at, main):
        return named
    here = any(_sentence_of(scene, r.start) == _sentence_of(scene, at) for r in before)
    topic = None if here or words[0] in "我本" else _topic_just_before(scene, before, types, at)
    return topic or main


def _fits(scene: Scene, referent: Referent, types: Sequence[str]) -> bool:
    return any(scene.ontology.fits(referent.type, type) for type in types)


def _just_named(
    scene: Scene, before: Sequence[Referent], types: tuple[str, ...], at: int, main: Referent | None
) -> Referent | None:
    """The place of one of the levels that the sentence names before 全省 or 全市 (以甲市为例,全市…), unless it names the main one."""
    here = _sentence_of(scene, at)
    named = [r for r in before if _sentence_of(scene, r.start) == here]
    names = [scene.key[r.start : r.end][:2] for r in named]
    if main is not None and scene.key[main.start : main.end][:2] in names:
        return None
    return next((r for type in types for r in reversed(named) if scene.ontology.fits(r.type, type)), None)


def _in_focus(scene: Scene, fitting: Sequence[Referent], at: int) -> Referent | None:
    """Of the fitting ones: that of the latest sentence that has any, and of several there its subject, for a subject
    outlives an object; none where a list leaves open which, or where they lie more than a paragraph back among others.
    """
    latest = _sentence_of(scene, fitting[-1].start)
    groups = [g for g in scene.groups[latest] if any(member in fitting for member in g.members)]
    if _names(scene, fitting) > 1 and scene.paragraph(_sentence_of(scene, at)) - scene.paragraph(latest) > 1:
        return None
    members = [member for g in groups for member in g.members if member in fitting]
    if _names(scene, members) > 1 and _names(scene, [m for m in groups[0].members if m in fitting]) > 1:
        return None
    return members[0]


def _topic_just_before(scene: Scene, before: Sequence[Referent], types: tuple[str, ...], at: int) -> Referent | None:
    """The place of the highest level that opens the sentence before 全省 or 全市, in the same paragraph (甲省…。全省…)."""
    here = _sentence_of(scene, at)
    if here < 1 or scene.paragraph(here - 1) != scene.paragraph(here):
        return None
    start = scene.sentences[here - 1].start
    return next((r for r in before if r.start == start and scene.ontology.fits(r.type, types[0])), None)


def _names(scene: Scene, referents: Sequence[Referent]) -> int:
    """How many names referents have among them."""
    named = (scene.mentions[r.mention] for r in referents)
    return len({mention.name or mention.surface for mention in named})


def _place_before(scene: Scene, before: Sequence[Referent], at: int) -> Referent | None:
    """The place that 当地 means: the last one of its sentence or of those before it in the paragraph, unless that stands in
    a list.
    """
    here = _sentence_of(scene, at)
    near = [r for r in before if scene.paragraph(_sentence_of(scene, r.start)) == scene.paragraph(here)]
    if not near:
        return None
    latest = _sentence_of(scene, near[-1].start)
    group = next((g for g in scene.groups[latest] if near[-1] in g.members), None)
    return near[-1] if group is None or len(group.members) == 1 else None


def _most_named(scene: Scene, types: tuple[str, ...], places: Sequence[Referent]) -> Referent | None:
    fitting = [r for r in places if _fits(scene, r, types)]
    counts = Counter(scene.key[r.start : r.end][:2] for r in fitting)
    return max(fitting, key=lambda r: (counts[scene.key[r.start : r.end][:2]], -r.start), default=None)


def _subject_before(scene: Scene, at: int, word: str) -> Referent | None:
    """What a pronoun means: the first of its kind in the sentence, or in the one before it; none where that is a list. 他
    looks back over the start of a paragraph, the others do not.
    """
    here = _sentence_of(scene, at)
    person = word in ("他", "她")
    for number in (here, here - 1):
        if number < 0 or (scene.paragraph(number) != scene.paragraph(here) and not person):
            return None
        for group in scene.groups[number]:
            found = [r for r in group.members if r.end <= at and _may_be(scene, r, word)]
            if found:
                return found[0] if len(group.members) == 1 else None
    return None


def _may_be(scene: Scene, referent: Referent, word: str) -> bool:
    person = scene.ontology.fits(referent.type, "Person")
    if word in ("他", "她"):
        return person
    return not (person and word == "它") and _fits(
        scene, referent, ("Actor", "Offering", "Platform", "Facility", "Venue")
    )


def _sentence_of(scene: Scene, at: int) -> int:
    return next((i for i, s in enumerate(scene.sentences) if s.start <= at < s.end), -1)
