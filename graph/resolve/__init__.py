"""Mentions of all documents to entities: aliases, short forms, places, editions, with a reason for each merge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..authority import NO_AUTHORITY, Authority
from ..decisions import NO_DECISIONS, Decisions
from ..gazetteer import Gazetteer, load_gazetteer
from ..model import Entity, Extraction, Knowledge, Statement
from ..ontology import Ontology
from .applied import applied
from .background import background_of
from .clusters import Cluster, clusters_of
from .conflicts import conflicts_of
from .decided import forced, kept_apart, obeying, parted
from .editions import Merge
from .entities import entities_of, id_of
from .facts import figures_of, statements_of
from .identify import identify
from .linking import linked
from .listed import listed_background, listed_keys, shared_by_several, unsure
from .merge import closed
from .unjoined import unjoined
from .voices import copies_of, voices_of

__all__ = ["applied", "resolve"]


def resolve(
    extractions: Sequence[Extraction],
    ontology: Ontology,
    authority: Authority = NO_AUTHORITY,
    decisions: Decisions = NO_DECISIONS,
) -> Knowledge:
    """Bring the extractions of a build together; ``authority`` is the one that they were recognised with.

    ``decisions`` are a person's, and win over all else.

    Entities are derived from mentions and judgements alone; the order of the extractions changes nothing but the order of
    ``Knowledge.texts``.
    """
    gazetteer = load_gazetteer()
    clusters: list[Cluster] = []
    for number, extraction in enumerate(extractions):
        clusters.extend(clusters_of(number, extraction, ontology, gazetteer, _used(extraction)))
    clusters = parted(clusters, extractions, decisions)
    listed = listed_keys(authority, ontology, gazetteer)

    def obeyed(merges: Sequence[Merge]) -> list[Merge]:
        return obeying(merges, forced(decisions, clusters, listed, closed(merges)), listed)

    never = kept_apart(forced(decisions, clusters, listed), shared_by_several(authority))
    named = identify(clusters, extractions, ontology, gazetteer, never=never, obeyed=obeyed, settled=listed.keys())
    merges = obeyed(named.merges)  # people of one name have keys of their own by now
    by_id = {id_of(key): entry for key, entry in listed.items()}
    entities, judgements, ids = entities_of(clusters, merges, extractions, ontology, gazetteer, by_id)
    texts = tuple(extraction.text for extraction in extractions)
    copies = copies_of(texts)
    voices = voices_of(texts, copies)
    statements = statements_of(extractions, ids, ontology, voices, {entity.id: entity.type for entity in entities})
    figures = figures_of(extractions, ids, voices)
    unlisted = (entity for entity in entities if entity.id not in by_id)
    doubts = (*named.people, *unsure(unlisted, authority), *unjoined(named.found, closed(merges), entities))
    more, given = listed_background(entities, by_id, ontology, gazetteer)
    entities, background = _with_background((*entities, *more), ontology, gazetteer)
    knowledge = Knowledge(
        texts=texts,
        entities=linked(entities, ontology, gazetteer),
        statements=statements,
        figures=figures,
        judgements=(*judgements, *doubts),
        background=_once({*background, *given}, statements, ontology),
        copies=copies,
        conflicts=conflicts_of(statements, figures, entities, texts, background, voices, ontology),
    )
    became = {id_of(gone): id_of(stays) for gone, stays in closed(merges).items()} if decisions else {}
    return applied(knowledge, decisions, ontology, became)


def _once(
    background: Iterable[tuple[str, str, str]], statements: Iterable[Statement], ontology: Ontology
) -> tuple[tuple[str, str, str], ...]:
    """The background without what is said already the other way round: symmetric relations are written once."""
    stated = {(s.subject, s.predicate, s.object) for s in statements if isinstance(s.object, str)}
    kept: list[tuple[str, str, str]] = []
    for subject, predicate, object in sorted(background):
        turned = (object, predicate, subject)
        if not (ontology.properties[predicate].symmetric and (turned in stated or turned in kept)):
            kept.append((subject, predicate, object))
    return tuple(kept)


def _with_background(
    entities: Sequence[Entity], ontology: Ontology, gazetteer: Gazetteer
) -> tuple[tuple[Entity, ...], tuple[tuple[str, str, str], ...]]:
    """The entities with the larger places of those that occur, as far as the ontology has terms for them."""
    if "partOf" not in ontology.properties:
        return tuple(sorted(entities, key=lambda e: e.id)), ()
    found, background = background_of(entities, gazetteer)
    typed = {e.id: replace(e, type=type) for e in found if (type := ontology.standing_for(e.type))}
    return tuple(typed.values()), tuple(t for t in background if t[0] in typed and t[2] in typed)


def _used(extraction: Extraction) -> frozenset[int]:
    """The mentions that a claim or a measure refers to."""
    found = {claim.subject for claim in extraction.claims}
    found |= {claim.object for claim in extraction.claims if isinstance(claim.object, int)}
    return frozenset(found | {measure.about for measure in extraction.measures})
