"""What points at several or at one of two: 双方, 两家公司, 两地, 三方; 前者 and 后者."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from .scene import Referent, Scene

_COUNTS = {"双": 2, "两": 2, "二": 2, "三": 3}
_LEAD = r"(?:(?<=^)|(?<=[,。;:\n”])|(?<=[,。;]此后|[,。;]随后|[,。;]目前)|(?<=[由是使让令为]))"
_SEVERAL: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(rf"{_LEAD}(双)方(?!案|向|面)"), ("Organisation", "Place", "Person")),
    (re.compile(rf"{_LEAD}([三])方(?!案|向|面)"), ("Organisation", "Place")),
    (re.compile(r"(?:这|上述|该)([两三])(?:家|个)?(?:公司|企业|集团|银行|车企|药企|巨头)"), ("Company",)),
    (re.compile(rf"{_LEAD}([两三])家?(?:公司|企业|集团|银行|车企|药企|巨头)"), ("Company",)),
    (re.compile(rf"(?:(?:这|上述)|{_LEAD})([两三])所?(?:校|高校|大学)"), ("University",)),
    (re.compile(rf"(?:(?:这|上述)|{_LEAD})([两三])(?:家|个)?(?:机构|单位)"), ("Organisation",)),
    (re.compile(rf"(?:(?:这|上述)|{_LEAD})([两三])国(?!有|企|产)"), ("Country",)),
    (re.compile(rf"(?:(?:这|上述)|{_LEAD})([两三])(?:地|省|市|县)(?!区)"), ("Place",)),
    (re.compile(rf"{_LEAD}([两二])者"), ("Organisation", "Offering", "Place", "Person")),
)
_ONE_OF_TWO = re.compile(r"(前者|后者)")
_TOPS = ("Organisation", "Person", "Place", "Offering", "Occasion", "Industry", "Work", "Facility")
_SCORE = 0.85


def several(scene: Scene) -> Iterator[Referent]:
    """Referents of one span for each that 双方, 两家公司 and the like mean: those that the words before name, if they are as
    many.
    """
    for pattern, types in _SEVERAL:
        for match in pattern.finditer(scene.key):
            for target in _as_many(scene, match.start(), types, _COUNTS[match.group(1)]):
                yield Referent(match.start(), match.end(), target.mention, target.type, _SCORE)


def one_of_two(scene: Scene) -> Iterator[Referent]:
    """前者 and 后者: of two of a kind in the sentence, or in the one before it, the first or the second."""
    for match in _ONE_OF_TWO.finditer(scene.key):
        for stretch in _stretches(scene, match.start()):
            pairs = [pair for top in _TOPS if len(pair := _distinct(scene, stretch, (top,))) == 2]
            if stretch and pairs:
                latest = max(pairs, key=lambda pair: pair[1].start)
                target = latest[match.group() == "后者"]
                yield Referent(match.start(), match.end(), target.mention, target.type, _SCORE)
                break
            if stretch:
                break


def _as_many(scene: Scene, at: int, types: tuple[str, ...], count: int) -> Sequence[Referent]:
    """The referents that stand before ``at`` as a list of so many, or that are so many of a class in their sentence."""
    for stretch in _stretches(scene, at):
        lists = [
            [m for m in g.members if m in stretch]
            for groups in scene.groups
            for g in groups
            if len(g.members) == count
            and g.end <= at
            and any(scene.ontology.fits(m.type, t) for m in g.members for t in types)
        ]
        lists = [members for members in lists if len(members) == count]
        if len(lists) == 1:
            return lists[0]
        for type in types:
            found = _distinct(scene, stretch, (type,))
            if len(found) == count:
                return found
            if len(found) > count:
                return ()
    return ()


def _stretches(scene: Scene, at: int) -> Iterator[list[Referent]]:
    """The referents before ``at`` in its sentence, then those of the sentence before it in the paragraph."""
    here = next((i for i, s in enumerate(scene.sentences) if s.start <= at < s.end), None)
    if here is None:
        return
    sentence = scene.sentences[here]
    yield [r for r in scene.referents if sentence.start <= r.start and r.end <= at]
    if here and scene.paragraph(here - 1) == scene.paragraph(here):
        before = scene.sentences[here - 1]
        yield [r for r in scene.referents if before.start <= r.start and r.end <= at]


def _distinct(scene: Scene, stretch: Sequence[Referent], types: tuple[str, ...]) -> list[Referent]:
    """The first referent of each name of a class; of places side by side (甲省乙市) only the last."""
    found: dict[str, Referent] = {}
    ends = {r.start for r in stretch if scene.ontology.fits(r.type, "Place")}
    for referent in stretch:
        if not any(scene.ontology.fits(referent.type, t) for t in types):
            continue
        if scene.ontology.fits(referent.type, "Place") and referent.end in ends:
            continue
        mention = scene.mentions[referent.mention]
        found.setdefault(mention.name or mention.surface, referent)
    return list(found.values())
