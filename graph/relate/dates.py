"""Dates of things: when a firm was founded, a fair opens and closes, a policy was issued; driven by cues of literal properties."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Claim
from ..ontology import Cue
from .arguments import members, subject_of
from .claims import Found, held_back
from .scene import Group, Referent, Scene
from .status import status_of
from .times import Time, literal

_TAKES_EFFECT = re.compile(r"起?(?:正式)?(?:施行|实施|执行|生效)")
_FOUNDS = re.compile(
    r"了?(?:新|合资|联合|一家|两家|子公司|公司|分公司|全资|控股|[^,。;于在以至后]{2,12}?(?:公司|集团|中心|研究院|基金|联盟))"
)
_PHASE = re.compile(r"第?[一二三四五六首\d]期")


def by_dates(scene: Scene, edition: int | None) -> Iterator[Found]:
    """What every occurrence of a cue whose object is a date yields: the cue's word and the date stand in one clause."""
    cues = [cue for cue in scene.ontology.cues if scene.ontology.properties[cue.property].literal and cue.words]
    for number, sentence in enumerate(scene.sentences):
        here = [t for t in scene.times if sentence.start <= t.start < sentence.end and not _in_name(scene, t)]
        if scene.in_body(number):
            for cue in cues:
                yield from _by_cue(scene, cue, number, here, edition)


def _in_name(scene: Scene, time: Time) -> bool:
    """Whether a time is part of a name (2025年某会): that is no date of anything."""
    return any(m.start <= time.start and time.end <= m.end for m in scene.mentions)


def _by_cue(scene: Scene, cue: Cue, sentence: int, here: list[Time], edition: int | None) -> Iterator[Found]:
    span = scene.sentences[sentence]
    for word in cue.words:
        for match in re.finditer(re.escape(word), scene.key[span.start : span.end]):
            start, end = span.start + match.start(), span.start + match.end()
            if cue.property == "date" and scene.key[:start].endswith(("正在", "正")):
                continue  # under way on that day, not held on it
            if verdict := held_back(cue, scene.key[max(0, start - 6) : end + 8]):
                yield Found(cue, start, end, (), verdict)
                continue
            time = _time_near(scene, sentence, here, start, end)
            subject = _subject(scene, cue, sentence, start, end, edition) if time else ()
            claims = tuple(_claims(scene, cue, sentence, start, end, subject, time)) if time else ()
            missing = () if claims else ("subject",) if time else ("date",)
            yield Found(cue, start, end, claims, missing=missing, sentence=sentence)


def _claims(
    scene: Scene, cue: Cue, sentence: int, start: int, end: int, subjects: tuple[Referent, ...], time: Time
) -> Iterator[Claim]:
    span = scene.sentences[sentence]
    for member in subjects:
        status = status_of(scene, sentence, start, end, member.mention)
        for prop, value in _values(cue, time):
            extractor = f"cue:{cue.id}"
            yield Claim(member.mention, prop, literal(value), span.start, span.end, extractor, cue.confidence, status)


def _values(cue: Cue, time: Time) -> tuple[tuple[str, str], ...]:
    """The property and value, or start and end where the text gives a range of days for the whole."""
    if time.last and cue.property == "date":
        return (("startDate", time.first), ("endDate", time.last))
    return ((cue.property, time.first),)


def _time_near(scene: Scene, sentence: int, here: list[Time], start: int, end: int) -> Time | None:
    clause = scene.clauses[sentence][scene.clause_at(sentence, start)]
    after = [t for t in here if end <= t.start <= end + 2 and "," not in scene.key[end : t.start]]
    if after:
        return after[0]
    before = [
        t for t in here if clause.start <= t.start and t.end <= start and not _TAKES_EFFECT.match(scene.key, t.end)
    ]
    span = scene.sentences[sentence]
    opening = [t for t in here if t.start - span.start <= 2 and scene.key[t.end : t.end + 1] == ","]
    return before[-1] if before else (opening[0] if opening else None)


def _subject(scene: Scene, cue: Cue, sentence: int, start: int, end: int, edition: int | None) -> tuple[Referent, ...]:
    clause = scene.clauses[sentence][scene.clause_at(sentence, start)]
    inside: list[Group] = [g for g in clause.groups if members(g, cue.subjects) and g.end <= start]
    behind = [g for g in clause.groups if members(g, cue.subjects) and end <= g.start <= end + 4]
    first_time = scene.key[clause.start : start].endswith(("首次", "首届", "创办", "第一次"))
    if scene.key[end : end + 1] == "的":
        named = [g for g in clause.groups if members(g, cue.subjects) and end <= g.start <= end + 6]
        return members(named[0], cue.subjects)[:1] if named else ()
    if cue.property == "issuedOn" and behind:
        return members(behind[0], cue.subjects)
    if cue.property == "foundedOn" and _FOUNDS.match(scene.key, end):
        return members(behind[0], cue.subjects)[:1] if behind else ()  # 甲成立新公司: 甲 is older
    if inside and _PHASE.match(scene.key, inside[-1].end):
        return ()  # 第三期: a phase has dates of its own
    if inside:
        return _edition_for_series(scene, members(inside[-1], cue.subjects), edition, first_time)
    found = subject_of(scene, sentence, start, cue.subjects)
    return (
        _edition_for_series(scene, members(found[0], cue.subjects), edition, first_time)
        if found and found[1] >= 0.9
        else ()
    )


def _edition_for_series(
    scene: Scene, found: tuple[Referent, ...], edition: int | None, first_time: bool
) -> tuple[Referent, ...]:
    """A date belongs to an edition; where the text says the series' name, to the edition that the article is about, if any."""
    if edition is None or first_time:
        return found if not first_time else tuple(r for r in found if r.type != "FairEdition")
    main = scene.mentions[edition]
    return tuple(Referent(r.start, r.end, edition, main.type, 0.9) if r.type == "Fair" else r for r in found)
