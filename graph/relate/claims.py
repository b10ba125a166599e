"""Claims from arguments: every subject with every object, with status, qualifiers, score and the sentence that says so."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Claim, Status
from ..ontology import Cue
from .arguments import members
from .happened import time_of
from .scene import Group, Referent, Scene
from .status import claimed_by, status_of

_CLAIMED = 0.9


@dataclass(frozen=True, slots=True)
class Found:
    """What a cue at the clean span ``[start, end)`` yields: claims, or none and the reason: in words (``verdict``), or
    which ends it lacks (``missing``: subject, object, date).
    """

    cue: Cue
    start: int
    end: int
    claims: tuple[Claim, ...]
    verdict: str = ""
    missing: tuple[str, ...] = ()
    sentence: int = 0


def claims_between(
    scene: Scene,
    cue: Cue,
    sentence: int,
    start: int,
    end: int,
    subject: tuple[Group, float] | None,
    objects: tuple[Group, ...],
    score: float,
) -> Found:
    """Claims of every admitted subject with every admitted object."""
    if subject is None or not objects:
        missing = tuple(what for what, there in (("subject", subject), ("object", objects)) if not there)
        return Found(cue, start, end, (), missing=missing, sentence=sentence)
    group, sure = subject
    found = [
        claim(scene, cue, sentence, start, end, left, right, sure * score)
        for left in members(group, cue.subjects)
        for group_of_objects in objects
        for right in members(group_of_objects, cue.objects)
        if left.mention != right.mention and not same_name(scene, left, right)
    ]
    return Found(cue, start, end, tuple(found), "" if found else "subject and object are the same", sentence=sentence)


def held_back(cue: Cue, around: str) -> str:
    """The verdict where words of ``zm:unless`` stand around a cue; empty where none do."""
    words = next((words for words in cue.unless if words in around), "")
    return f"“{words}” holds it back (zm:unless)" if words else ""


def claim(
    scene: Scene, cue: Cue, sentence: int, start: int, end: int, left: Referent, right: Referent, score: float
) -> Claim:
    """One claim; its evidence is the sentence."""
    span = scene.sentences[sentence]
    status = cue.status or status_of(scene, sentence, start, end, left.mention)
    if cue.property == "respondsTo" and status is Status.PLANNED:
        status = Status.ASSERTED
    return Claim(
        subject=left.mention,
        predicate=cue.property,
        object=right.mention,
        start=span.start,
        end=span.end,
        extractor=f"cue:{cue.id}",
        score=round(
            cue.confidence * score * left.score * right.score * (_CLAIMED if status is Status.CLAIMED else 1), 2
        ),
        status=status,
        qualifiers=(*cue.qualifiers, *_speaker(scene, start, left.mention, status)),
        time=time_of(scene, cue.property, sentence, start, end),
    )


def _speaker(scene: Scene, start: int, about: int, status: Status) -> tuple[tuple[str, int], ...]:
    """Who says what is only claimed, where the text names them."""
    speech = claimed_by(scene, start, about) if status is Status.CLAIMED else None
    return (("speaker", speech.speakers[-1]),) if speech and speech.speakers else ()


def same_name(scene: Scene, left: Referent, right: Referent) -> bool:
    one, other = scene.mentions[left.mention], scene.mentions[right.mention]
    return (one.name or one.surface) == (other.name or other.surface)
