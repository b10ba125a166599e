"""Statements and figures from the claims of all documents: the same fact once, with everything that says it."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import prod
from types import MappingProxyType

from ..model import Claim, Evidence, Extraction, Figure, Literal, Measure, Statement, Status, Text
from ..ontology import Ontology
from .entities import Ids
from .voices import Voice, Voices

_SURE = 0.99
_AGAIN = 0.25  # how much a publisher's further articles count beside its best one
# What says more than another relation between the same two; the weaker one is not written beside it.
_IMPLIED = {"headquarteredIn": "locatedIn", "exhibitsAt": "participatesIn"}


def statements_of(
    extractions: Sequence[Extraction], ids: Ids, ontology: Ontology, voices: Voices, classes: Mapping[str, str]
) -> tuple[Statement, ...]:
    """The statements of all documents, sorted by id; a symmetric one is written once, its ends in order.

    ``classes`` are those of the entities by id: a claim whose ends turned out to be of classes that its relation does not
    take (a firm that is a district by all other articles) is left out.
    """
    evidence: dict[tuple[str, str, str | Literal, tuple[tuple[str, str], ...], Status], list[Evidence]] = defaultdict(
        list
    )
    for number, extraction in enumerate(extractions):
        for claim in extraction.claims:
            ends = _ends(number, claim, ids, ontology)
            if ends is None or not _takes(claim.predicate, ends, classes, ontology):
                continue
            qualifiers = tuple((k, ids.get((number, v), "") if isinstance(v, int) else v) for k, v in claim.qualifiers)
            key = (ends[0], claim.predicate, ends[1], tuple(q for q in qualifiers if q[1]), claim.status)
            evidence[key].append(_evidence(extraction.text, claim))
    found = [
        Statement(_hash(s, p, o, q, status), s, p, o, status, confidence(said, voices), _sorted(said), q)
        for (s, p, o, q, status), said in evidence.items()
    ]
    said_closer = {(s.subject, _IMPLIED[s.predicate], s.object) for s in found if s.predicate in _IMPLIED}
    kept = [s for s in found if (s.subject, s.predicate, s.object) not in said_closer]
    return tuple(sorted(kept, key=lambda s: s.id))


def figures_of(extractions: Sequence[Extraction], ids: Ids, voices: Voices) -> tuple[Figure, ...]:
    """The figures of all documents, sorted by id."""
    found: dict[str, tuple[str, Measure, list[Evidence]]] = {}
    for number, extraction in enumerate(extractions):
        for measure in extraction.measures:
            about = ids.get((number, measure.about))
            if about is None:
                continue
            time = (measure.time.start, measure.time.end) if measure.time else ()
            id = _hash(
                about,
                measure.measure,
                measure.value,
                measure.unit,
                measure.comparator,
                time,
                measure.as_of,
                measure.status,
                measure.share_of,
                measure.against,
            )
            found.setdefault(id, (about, measure, []))[2].append(_evidence(extraction.text, measure))
    return tuple(_figure(id, *found[id], voices) for id in sorted(found))


def confidence(said: Iterable[Evidence], voices: Voices = MappingProxyType({})) -> float:
    """How sure a fact is, by voices that are taken to be independent (noisy or).

    A voice counts with its surest sentence: all articles that are copies of one another are one voice. Of the voices of
    one publisher the surest counts in full and each other as a quarter of that, for they may have one source. More evidence never
    lowers it.
    """
    best: dict[str, dict[str, float]] = defaultdict(dict)
    for evidence in said:
        voice = voices.get(evidence.document) or Voice(evidence.document, evidence.document)
        known = best[voice.publisher]
        known[voice.original] = max(known.get(voice.original, 0.0), evidence.score)
    doubt = 1.0
    for publisher in sorted(best):
        surest, *others = sorted(best[publisher].values(), reverse=True)
        doubt *= (1 - surest) * prod(1 - _AGAIN * score for score in others)
    return round(min(_SURE, 1 - doubt), 2)


def _ends(number: int, claim: Claim, ids: Ids, ontology: Ontology) -> tuple[str, str | Literal] | None:
    subject = ids.get((number, claim.subject))
    target = ids.get((number, claim.object)) if isinstance(claim.object, int) else claim.object
    if subject is None or target is None or subject == target:
        return None
    if ontology.properties[claim.predicate].symmetric and isinstance(target, str) and target < subject:
        return target, subject
    return subject, target


def _takes(predicate: str, ends: tuple[str, str | Literal], classes: Mapping[str, str], ontology: Ontology) -> bool:
    """Whether a relation takes things of those classes at its ends."""
    known = ontology.properties[predicate]
    wanted = [(ends[0], known.domain)] + ([(ends[1], known.range)] if isinstance(ends[1], str) else [])
    return all(ontology.fits(classes[id], cls) for id, cls in wanted)


def _evidence(text: Text, said: Claim | Measure) -> Evidence:
    start, end = text.source_span(said.start, said.end)
    time = said.time if isinstance(said, Claim) else None  # that of a figure is part of it
    return Evidence(
        text.document.id, start, end, text.document.source[start:end], said.extractor, said.score, time=time
    )


def _figure(id: str, about: str, measure: Measure, said: Sequence[Evidence], voices: Voices) -> Figure:
    return Figure(
        id=id,
        about=about,
        measure=measure.measure,
        value=measure.value,
        unit=measure.unit,
        comparator=measure.comparator,
        status=measure.status,
        confidence=confidence(said, voices),
        evidence=_sorted(said),
        notation=measure.notation,
        time=measure.time,
        as_of=measure.as_of,
        share_of=measure.share_of,
        against=measure.against,
    )


def _sorted(said: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """One of each passage and extractor, with the highest score."""
    best: dict[tuple[str, int, int, str], Evidence] = {}
    for evidence in sorted(said, key=lambda e: e.score):
        best[evidence.document, evidence.start, evidence.end, evidence.extractor] = evidence
    return tuple(best[passage] for passage in sorted(best))


def _hash(*parts: object) -> str:
    return hashlib.sha256("\0".join(map(repr, parts)).encode()).hexdigest()[:16]
