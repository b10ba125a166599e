"""The frame of a list: what a line that announces names says of each of them (以下企业参展:, 主办单位:, 参展企业名单)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from ..model import Claim
from ..ontology import Cue
from .arguments import members, objects_after
from .claims import claims_between, held_back
from .scene import Group, Referent, Scene

_NOUN = r"(?:企业|公司|单位|机构|高校|院校|学校|展商|厂商|厂家|品牌|城市|国家|组织|部门|商会|协会)"
_ANNOUNCED = re.compile(rf"(?:以下|下列|如下)[^,。;:]{{0,6}}?{_NOUN}")
_KIND_OF_LIST = re.compile(rf"{_NOUN}(?:的?(?:名单|名录|目录|一览))?(?:如下|包括|有|为)?(?::|$)", re.MULTILINE)
_MARKS = re.compile(r"[\d一二三四五六七八九十、.,;:()①-⑳▲●■◆★·\-—\s“”。]+|等$")
_MOST_OTHER = 4  # characters of a line beside the names, so that it still only names them
_SCORE = 0.85


def by_frames(scene: Scene) -> Iterator[Claim]:
    """What every announcing line says of the names behind its colon, or in the lines below it; the line and the name's own
    are both its evidence.
    """
    for number, sentence in enumerate(scene.sentences):
        for cue, start, end in _announcing(scene, number):
            objects = _objects(scene, number, cue, start, end)
            for at, group in _named(scene, number):
                one = tuple(m for m in members(group, cue.subjects) if m not in objects)
                if not one or not objects:
                    continue
                found = claims_between(scene, cue, number, start, end, (Group(one), 1.0), (Group(objects),), _SCORE)
                own = scene.sentences[at]
                for claim in found.claims:
                    yield claim
                    if own is not sentence:
                        yield replace(claim, start=own.start, end=own.end)


def announces(key: str) -> bool:
    """Whether a text in its normal form has a line that may announce a list."""
    return _ANNOUNCED.search(key) is not None or _KIND_OF_LIST.search(key) is not None


def _announcing(scene: Scene, number: int) -> Iterator[tuple[Cue, int, int]]:
    """The cues of a line that announces a list, with the span of their words: behind 以下企业, or before 单位:."""
    sentence = scene.sentences[number]
    line = scene.key[sentence.start : sentence.end]
    if not announces(line):
        return
    announced = _ANNOUNCED.search(line)
    for cue in scene.ontology.cues:
        if scene.ontology.properties[cue.property].range != "Occasion":
            continue
        for match in (m for word in cue.words if (m := re.search(re.escape(word), line))):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            around = scene.key[max(0, start - 6) : end + 8]
            if announced is None and _KIND_OF_LIST.match(line, match.end()):
                yield cue, start, end  # 参展企业:, which in a sentence would say nothing
                continue
            behind = announced is not None and announced.end() <= match.start() and ":" in line[match.end() :]
            if behind and not held_back(cue, around):
                yield cue, start, end


def _objects(scene: Scene, number: int, cue: Cue, start: int, end: int) -> tuple[Referent, ...]:
    """The occasion that the line names, else the one that the article is about."""
    sentence = scene.sentences[number]
    behind = objects_after(scene, number, end, cue.objects)
    named = [r for g in scene.groups[number] for r in g.members if r.end <= start and r.type in cue.objects]
    if behind:
        return members(behind[0], cue.objects)
    if named:
        return (named[-1],)
    before = [r for r in scene.referents if r.end <= sentence.start and r.type == "FairEdition"]
    names = {scene.mentions[r.mention].name or scene.mentions[r.mention].surface for r in before}
    return (before[-1],) if len(names) == 1 else ()


def _named(scene: Scene, number: int) -> Iterator[tuple[int, Group]]:
    """The groups behind the colon of a line; of one that ends with it, those of the lines below that only name."""
    sentence = scene.sentences[number]
    colon = scene.key.find(":", sentence.start, sentence.end)
    inline = [g for g in scene.groups[number] if 0 <= colon < g.start]
    if inline:
        yield from ((number, group) for group in inline)
        return
    for below in range(number + 1, len(scene.sentences)):
        groups = scene.groups[below]
        rest = scene.key[scene.sentences[below].start : scene.sentences[below].end]
        for member in (m for g in groups for m in g.members):
            rest = rest.replace(scene.key[member.start : member.end], "", 1)
        if not groups or len(_MARKS.sub("", rest)) > _MOST_OTHER:
            return
        yield from ((below, group) for group in groups)
