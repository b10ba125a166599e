"""Mentions of all documents to entities: aliases, short forms, places, editions, with a reason for each merge."""

from __future__ import annotations

from collections.abc import Sequence

from ..gazetteer import load_gazetteer
from ..model import Extraction, Knowledge
from ..ontology import Ontology
from .background import background_of
from .clusters import Cluster, clusters_of
from .entities import entities_of
from .facts import figures_of, statements_of
from .merge import closed, merges
from .people import separate_people

__all__ = ["resolve"]


def resolve(extractions: Sequence[Extraction], ontology: Ontology) -> Knowledge:
    """Bring the extractions of a build together.

    Entities are derived from mentions and judgements alone; the order of the extractions changes nothing but the order of
    ``Knowledge.texts``.
    """
    gazetteer = load_gazetteer()
    clusters: list[Cluster] = []
    for number, extraction in enumerate(extractions):
        clusters.extend(clusters_of(number, extraction, ontology, gazetteer, _used(extraction)))
    found = merges(clusters, ontology, gazetteer)
    clusters = separate_people(clusters, extractions, closed(found))
    entities, judgements, ids = entities_of(clusters, found, extractions, ontology, gazetteer)
    statements = statements_of(extractions, ids, ontology)
    figures = figures_of(extractions, ids)
    entities, background = background_of(entities, gazetteer)
    return Knowledge(
        texts=tuple(extraction.text for extraction in extractions),
        entities=entities,
        statements=statements,
        figures=figures,
        judgements=judgements,
        background=background,
    )


def _used(extraction: Extraction) -> frozenset[int]:
    """The mentions that a claim or a measure refers to."""
    found = {claim.subject for claim in extraction.claims}
    found |= {claim.object for claim in extraction.claims if isinstance(claim.object, int)}
    return frozenset(found | {measure.about for measure in extraction.measures})
