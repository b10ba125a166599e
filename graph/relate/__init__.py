"""Statements and figures from mentions: cues of the ontology, structure of names, anaphora, quantities, dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..gazetteer import load_gazetteer
from ..model import Claim, Extraction, Measure, Reading
from ..ontology import Ontology
from .claims import Found
from .dates import by_dates
from .explain import Explained, explained
from .figures import Counted, by_quantities, figures
from .frames import announces, by_frames
from .items import items
from .learnt import by_pairs
from .patterns import by_patterns
from .people import by_posts
from .precision import weighed
from .referents import lay_out, main_edition
from .scene import Scene
from .structures import by_structure, exhibitors
from .verbs import by_verbs

_LEAST = 0.4  # what is found less surely is wrong more often than right, as judged, and is not said
_AT_EDITION = frozenset({"exhibitsAt", "participatesIn", "organises"})
__all__ = ["Counted", "Explained", "explain", "explain_numbers", "relate"]


def relate(reading: Reading, ontology: Ontology) -> Extraction:
    """Read the claims and measures out of a reading; every one carries the sentence that says it."""
    claims: list[Claim] = []
    measures: list[Measure] = []
    for item in items(reading):
        found, counted = _related(item.reading, ontology)
        claims.extend(item.claim(claim) for claim in found if claim.start in item.starts)
        measures.extend(item.measure(measure) for measure in counted if measure.start in item.starts)
    if announces(reading.text.key):
        framed = by_frames(lay_out(reading, ontology, load_gazetteer()))
        claims.extend(claim for claim in framed if claim.predicate in ontology.properties)
    mentions = (*reading.mentions, *reading.addresses)
    sure = (claim for claim in map(weighed, _once(claims)) if claim.score >= _LEAST)
    return Extraction(reading.text, mentions, tuple(sure), tuple(measures))


def _related(reading: Reading, ontology: Ontology) -> tuple[list[Claim], list[Measure]]:
    """The claims and measures of a reading that is one piece."""
    scene = lay_out(reading, ontology, load_gazetteer())
    edition = main_edition(reading.mentions, reading)
    claims = [claim for found in _found(scene, edition) for claim in found.claims]
    claims.extend(by_structure(scene, edition))
    claims.extend(by_posts(scene))
    claims.extend(claim for found in by_dates(scene, edition) for claim in found.claims)
    claims = [_to_edition(scene, claim, edition) for claim in claims]
    claims.extend(exhibitors(scene, claims, edition))
    claims.extend(claim for found in [*by_pairs(scene, claims)] for claim in found.claims)
    claims = [_in_terms(claim, ontology) for claim in claims if claim.predicate in ontology.properties]
    return claims, list(figures(scene, edition))


def explain(reading: Reading, ontology: Ontology) -> tuple[Explained, ...]:
    """Every cue seen in a reading, in the order of the text, and what came of it."""
    scene = lay_out(reading, ontology, load_gazetteer())
    edition = main_edition(reading.mentions, reading)
    found = [*_found(scene, edition), *by_dates(scene, edition)]
    found += by_pairs(scene, [claim for one in found for claim in one.claims])
    return tuple(explained(scene, found, relate(reading, ontology).claims))


def explain_numbers(reading: Reading, ontology: Ontology) -> tuple[Counted, ...]:
    """Every quantity seen in a reading, in the order of the text, and what came of it."""
    scene = lay_out(reading, ontology, load_gazetteer())
    return tuple(by_quantities(scene, main_edition(reading.mentions, reading)))


def _in_terms(claim: Claim, ontology: Ontology) -> Claim:
    """A claim without qualifiers that the ontology does not have; one in place of the shipped one may have few."""
    known = tuple(qualifier for qualifier in claim.qualifiers if qualifier[0] in ontology.properties)
    return claim if known == claim.qualifiers else replace(claim, qualifiers=known)


def _found(scene: Scene, edition: int | None) -> Iterator[Found]:
    yield from by_verbs(scene, edition)
    yield from by_patterns(scene)


def _to_edition(scene: Scene, claim: Claim, edition: int | None) -> Claim:
    """A fact about taking part in a fair, in an article on one edition of it, is about that edition."""
    if edition is None or not isinstance(claim.object, int) or claim.predicate not in _AT_EDITION:
        return claim
    named = scene.mentions[claim.object]
    return (
        replace(claim, object=edition)
        if named.type == "Fair" and _same_series(scene, named.surface, edition)
        else claim
    )


def _same_series(scene: Scene, name: str, edition: int) -> bool:
    """Whether a name is that of the series of an edition, by its words or by the text's definition."""
    full = scene.mentions[edition]
    names = {full.surface, full.name}
    named = {m.name for m in scene.mentions if m.surface == name and m.name}
    return any(n and n.endswith(name) for n in names) or any(full.surface.endswith(n) for n in named)


def _once(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Each claim once: of the same fact in the same sentence the surest."""
    best: dict[tuple[object, ...], Claim] = {}
    for claim in claims:
        key = (claim.subject, claim.predicate, claim.object, claim.start, claim.status)
        if key not in best or claim.score > best[key].score:
            best[key] = claim
    yield from sorted(best.values(), key=lambda c: (c.start, c.subject, c.predicate, str(c.object)))
