"""Why a cue gave what it gave, and why another gave nothing, in words for a person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..model import Claim
from ..ontology import Ontology
from .arguments import blocked, is_free, members, modifies
from .claims import Found
from .scene import Group, Scene
from .unnamed import unnamed_subject

_MOST_NAMED = 3
_RELATIVE = re.compile(r"[今去明昨前]年|[今昨明前]天|[今昨]日|本月|\d+月")


@dataclass(frozen=True, slots=True)
class Explained:
    """A cue seen at the clean span ``[start, end)`` and what came of it: ``claims`` of the extraction, or why there are
    none (``verdict``).
    """

    cue: str
    words: str
    start: int
    end: int
    verdict: str
    claims: tuple[Claim, ...] = ()


def explained(scene: Scene, found: Iterable[Found], kept: Iterable[Claim]) -> Iterator[Explained]:
    """Every cue seen, in the order of the text; ``kept`` are the claims that stand in the end."""
    standing = tuple(kept)
    for one in sorted(_longest(found), key=lambda f: (f.start, f.end, f.cue.id)):
        own = tuple(claim for claim in standing if claim.extractor == f"cue:{one.cue.id}" and _says(one, claim))
        verdict = _count(own) if own else _outdone(one, standing) if one.claims else _why(scene, one)
        yield Explained(one.cue.id, scene.text.clean[one.start : one.end], one.start, one.end, verdict, own)


def _longest(found: Iterable[Found]) -> Iterator[Found]:
    """Each cue once at a place: where words of one cue overlap (成立, 成立于), what gave claims, else the longest."""
    seen: list[Found] = []
    for one in sorted(found, key=lambda f: (not f.claims, f.start - f.end, f.start)):
        if not any(one.cue is other.cue and one.start < other.end and other.start < one.end for other in seen):
            seen.append(one)
            yield one


def _says(found: Found, claim: Claim) -> bool:
    return any((c.subject, c.predicate, c.start) == (claim.subject, claim.predicate, claim.start) for c in found.claims)


def _count(claims: tuple[Claim, ...]) -> str:
    return f"{len(claims)} statement{'s' * (len(claims) != 1)}"


def _outdone(found: Found, standing: tuple[Claim, ...]) -> str:
    """Who took what the cue proposed."""
    by = sorted({claim.extractor for claim in standing if _says(found, claim)})
    return f"said more surely by {', '.join(by)}" if by else "what it says is said closer by another relation"


def _why(scene: Scene, found: Found) -> str:
    if found.verdict:
        return found.verdict
    if inside := next((r for r in scene.referents if r.start <= found.start and found.end <= r.end), None):
        return f"it is part of the name {scene.text.clean[inside.start : inside.end]}, a {inside.type}"
    reasons = {"subject": _no_subject, "object": _no_object, "date": _no_date}
    return "; ".join(reasons[what](scene, found) for what in found.missing)


def _no_date(scene: Scene, found: Found) -> str:
    clause = scene.clauses[found.sentence][scene.clause_at(found.sentence, found.start)]
    if told := _RELATIVE.search(scene.key, clause.start, clause.end):
        return f"no date in its clause: {told.group()} needs the date of an article"
    return "no date in its clause"


def _no_subject(scene: Scene, found: Found) -> str:
    wanted, admitted = kinds(scene.ontology, found.cue.subjects), found.cue.subjects
    clauses = scene.clauses[found.sentence]
    here = clauses[scene.clause_at(found.sentence, found.start)]
    before = [g for clause in clauses for g in clause.groups if g.end <= found.start]
    fitting = [g for g in before if members(g, admitted)]
    if not fitting:
        other = f"; {_named(scene, before[-1])}" if before else ""
        return f"no {wanted} before it as its subject{other}"
    nearest = fitting[-1]
    name = scene.text.clean[nearest.start : nearest.end]
    if unnamed_subject(scene, here, found.start):
        return f"a plain noun right before it is its subject, not {name}"
    if not is_free(scene, nearest):
        return f"{name} stands behind a preposition or another verb, so it is not its subject"
    if modifies(scene, nearest):
        return f"{name} only qualifies what follows it"
    return f"{name} is too far, or somebody else acts in between"


def _no_object(scene: Scene, found: Found) -> str:
    wanted, admitted = kinds(scene.ontology, found.cue.objects), found.cue.objects
    clauses = scene.clauses[found.sentence]
    here = clauses[scene.clause_at(found.sentence, max(found.start, found.end - 1))]
    if found.cue.frame in ("After", "Locative"):
        return (
            f"no second {wanted} before it" if found.cue.frame == "After" else f"no {wanted} in a phrase with 在 or 于"
        )
    behind = [g for g in here.groups if g.start >= found.end]
    fitting = [g for g in behind if members(g, admitted)]
    if fitting and blocked(scene, found.end, fitting[0].start):
        return f"another verb stands between it and {scene.text.clean[fitting[0].start : fitting[0].end]}"
    other = f"; {_named(scene, behind[0])}" if behind and not fitting else ""
    return f"no {wanted} behind it as its object{other}"


def _named(scene: Scene, group: Group) -> str:
    return f"{scene.text.clean[group.start : group.end]} is a {group.type}"


def kinds(ontology: Ontology, admitted: Iterable[str]) -> str:
    """The classes admitted, without those below another of them: ``Company or Person``."""
    names = frozenset(admitted)
    tops = [name for name in ontology.classes if name in names and not ontology.superclasses(name) & (names - {name})]
    shown = tops[:_MOST_NAMED]
    return " or ".join(shown) + (" or the like" if len(tops) > len(shown) else "")
