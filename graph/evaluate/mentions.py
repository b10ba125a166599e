"""Names: exact span and type over the core classes, the tagger LAC alone beside Zhimai.

The sets are flat, so of core names that stand in one another only the outermost counts: 海川 in 海川市商務局 is
structure, neither right nor wrong. A core name found where a set has none is one too many, but neither right nor wrong
where the set has a name of another type there (a scenic spot, a nationality): whether that is also a place is a question
of the set's classes and not of ours. Counted so, LAC alone reaches on CLUENER what has been published for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ..model import Extraction
from ..ontology import Ontology
from .extracted import lac_spans
from .values import CORE, Error, EvalSet, Sample, Score, Span, Tally

PART = "mentions"


def score_mentions(
    of: EvalSet, samples: Sequence[Sample], said: Sequence[Extraction | None], ontology: Ontology
) -> list[Score]:
    """Zhimai's score on a set of names, with its errors, and that of LAC alone."""
    ours = [core_spans(one, ontology) if one else () for one in said]
    alone = _score(of, "LAC alone", samples, map(lac_spans, samples))
    return [_score(of, "Zhimai", samples, ours), alone.silent()]


def core_spans(extraction: Extraction, ontology: Ontology) -> list[Span]:
    """The outermost core names of an extraction at their offsets in the source, with their core class."""
    spans = [
        Span(*extraction.text.source_span(mention.start, mention.end), core)
        for mention in extraction.mentions
        if (core := core_of(mention.type, ontology))
    ]
    return [one for one in spans if not any(_is_inside(one, other) for other in spans)]


def core_of(type: str, ontology: Ontology) -> str:
    """The core class that a class is or stands below, or nothing."""
    return next((one for one in CORE if ontology.fits(type, one)), "")


def _is_inside(one: Span, other: Span) -> bool:
    return other.start <= one.start and one.end <= other.end and one.end - one.start < other.end - other.start


def _score(of: EvalSet, system: str, samples: Sequence[Sample], found: Iterable[Iterable[Span]]) -> Score:
    by = {core: Tally() for core in CORE}
    errors: list[Error] = []
    for sample, spans in zip(samples, found, strict=True):
        gold = {Span(one.start, one.end, of.classes[one.label]) for one in sample.spans if one.label in of.classes}
        others = [one for one in sample.spans if one.label not in of.classes]
        mine = {one for one in spans if _overlaps(one, gold) or not _overlaps(one, others)}
        for core in CORE:
            these, those = ({one for one in spans if one.label == core} for spans in (mine, gold))
            right = len(these & those)
            by[core] += Tally(len(these), right, len(those), right)
        errors += _errors(sample, mine, gold)
    return Score(of.id, system, PART, len(samples), sum(by.values(), Tally()), by, tuple(errors))


def _overlaps(one: Span, others: Iterable[Span]) -> bool:
    return any(other.start < one.end and one.start < other.end for other in others)


def _errors(sample: Sample, found: set[Span], gold: set[Span]) -> list[Error]:
    """What is wrong, each name once: a wrong class or boundary is told of the name in the gold."""
    errors, explained = [], Counter[Span]()
    for wanted in sorted(gold - found, key=lambda one: one.start):
        name = sample.text[wanted.start : wanted.end]
        over = sorted((one for one in found - gold if _overlaps(one, [wanted])), key=lambda one: one.start)
        explained.update(over)
        if any((one.start, one.end) == (wanted.start, wanted.end) for one in over):
            kind, name = "wrong class", f"{name} → {over[0].label}"
        elif over:
            kind, name = "wrong boundary", f"{name} → {sample.text[over[0].start : over[0].end]}"
        else:
            kind = "missed"
        errors.append(Error(f"{kind} {wanted.label}", name, sample.text))
    extra = sorted(found - gold - set(explained), key=lambda one: one.start)
    return errors + [Error(f"extra {one.label}", sample.text[one.start : one.end], sample.text) for one in extra]
