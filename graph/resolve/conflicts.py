"""Conflicts: figures and statements of different voices that cannot all be true.

What is compared is narrow on purpose, for a conflict that is none costs a reader more than one that is missed:
asserted figures of one thing, measure, unit, period and base; statements that one text asserts and another denies; and values
of a property of which a thing has one (``zm:singleValued``).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from itertools import combinations
from typing import TypeVar

from ..model import Entity, Evidence, Figure, Literal, Period, Statement, Status, Text
from ..ontology import Ontology
from ..script import simplified
from .voices import Voice, Voices

_TRIVIAL = re.compile(r"[\s的]|(?<![指参系基倍])(?:总?数量?|总数)$")
_SCALES = (Decimal(10**12), Decimal(10**8), Decimal(10**4), Decimal(1))  # 万亿, 亿, 万
_ABOUT = Decimal("0.1")  # how far 近, 约 and 左右 may be off, of the number
_ROUGH = Decimal("0.05")  # how far a fraction in words (三分之一)
# A total so far, that of a day, and that of a part are figures of different extents, though the text gives no date.
_EXTENT = re.compile(
    r"累计|截至|截止|首日|首天|当天|当日|单日|日均|前.{1,2}天|首批|新增|第.{1,2}(?:期|阶段|批)|[首一二三四五六]期(?!待)|其中"
)
_POINTS = re.compile(
    r"该|本(?:届|次|公司|市|省|县|区|校|院)|此次|(?:^|[,，。;；:：“])公司|(?<![与尤])其(?![中他它余实次间])"
)
_COMES = re.compile(r"来自[^,，。;；、]{0,4}\d")
_MANY = 50  # figures; what is told in so many ways is a word for many things, not one measure
_NEAR = 7  # days between two reports of a figure without a time

Pair = tuple[str, str]
_Told = TypeVar("_Told", Figure, Statement)


def conflicts_of(
    statements: Iterable[Statement],
    figures: Iterable[Figure],
    entities: Sequence[Entity],
    texts: Iterable[Text],
    background: Iterable[tuple[str, str, str]],
    voices: Voices,
    ontology: Ontology,
) -> tuple[Pair, ...]:
    """The pairs of records that contradict each other, by their paths (``observation/…``), each once and sorted."""
    occasions = {entity.id for entity in entities if ontology.fits(entity.type, "Occasion")}
    places = _Places(entities, texts)
    within = _within(background)
    told = [s for s in statements if s.status in (Status.ASSERTED, Status.DENIED)]
    asserted = [f for f in figures if f.status is Status.ASSERTED]
    alike = _grouped(asserted, lambda figure: _key(figure, ontology))
    few = (group for group in alike if len(group) <= _MANY)
    pairs = (pair for group in few for pair in _disagreeing(group, occasions, voices))
    found = {_pair("observation", *pair) for pair in pairs if all(map(places.name, pair))}
    found |= {_pair("statement", *pair) for pair in _denials(told, voices)}
    found |= {_pair("statement", *pair) for pair in _several_values(told, within, voices, ontology)}
    return tuple(sorted(found))


def _grouped(told: Iterable[_Told], key: Callable[[_Told], Hashable]) -> Iterator[list[_Told]]:
    groups: defaultdict[Hashable, list[_Told]] = defaultdict(list)
    for one in told:
        groups[key(one)].append(one)
    return (group for group in groups.values() if len(group) > 1)


def _pair(space: str, one: Figure | Statement, other: Figure | Statement) -> Pair:
    left, right = sorted((one.id, other.id))
    return f"{space}/{left}", f"{space}/{right}"


class _Places:
    """Where each text names each thing, in the source."""

    def __init__(self, entities: Iterable[Entity], texts: Iterable[Text]) -> None:
        self._texts = {text.document.id: text for text in texts}
        self._mentions = {entity.id: entity.mentions for entity in entities}

    def name(self, figure: Figure) -> bool:
        """Whether a sentence of a figure says itself whose it is, by a name or a word that points (该公司, 本届).

        One that is carried over from another sentence may be that of a part, and one of where somebody comes from (来自
        15个国家的企业) says in other words whom it counts.
        """
        return any(self._names(figure.about, e) and not _COMES.search(simplified(e.quote)) for e in figure.evidence)

    def _names(self, thing: str, evidence: Evidence) -> bool:
        text = self._texts[evidence.document]
        spans = (text.source_span(m.start, m.end) for m in self._mentions[thing] if m.document == evidence.document)
        return any(evidence.start <= start and end <= evidence.end for start, end in spans) or bool(
            _POINTS.search(simplified(evidence.quote))
        )


# ── Figures ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _key(figure: Figure, ontology: Ontology) -> Hashable:
    """What two figures must have in common to be compared, in the normal form of their words."""
    words = (_plain(text) for text in (figure.measure, figure.share_of, figure.against))
    unit = simplified(figure.unit)
    known = ontology.units.get(unit)
    unit = "1" if unit == "%" else known.name if known else unit
    return (figure.about, *words, unit, _normal(figure.time), figure.as_of)


def _plain(words: str) -> str:
    return _TRIVIAL.sub("", simplified(words))


def _normal(time: Period | None) -> Period | None:
    """January to December as the year."""
    if time and time.start[:4] == time.end[:4] and (time.start[4:], time.end[4:]) == ("-01", "-12"):
        return Period(time.start[:4])
    return time


def _disagreeing(group: Sequence[Figure], occasions: set[str], voices: Voices) -> Iterator[tuple[Figure, Figure]]:
    """The pairs whose values cannot both be true.

    A voice that gives several values for what looks like one figure speaks of several, and is left out.
    """
    said = {figure.id: {_voice(evidence, voices).original for evidence in figure.evidence} for figure in group}
    pairs = [pair for pair in combinations(group, 2) if not _agree(*pair)]
    vague = {voice for one, other in pairs for voice in said[one.id] & said[other.id]}
    for one, other in pairs:
        together = one.time or one.as_of or one.about in occasions or _reported_together(one, other, voices)
        if said[one.id] - vague and said[other.id] - vague and together and _same_extent(one, other):
            yield one, other


def _voice(evidence: Evidence, voices: Voices) -> Voice:
    return voices.get(evidence.document) or Voice(evidence.document, evidence.document)


def _agree(one: Figure, other: Figure) -> bool:
    (low, high), (lower, higher) = _range(one), _range(other)
    return low <= higher and lower <= high


def _range(figure: Figure) -> tuple[Decimal, Decimal]:
    """The least and the most that the true number can be."""
    value = figure.value / 100 if figure.unit == "%" else figure.value
    if figure.comparator in ("moreThan", "atLeast"):
        return value, Decimal("Infinity")
    if figure.comparator in ("lessThan", "atMost"):
        return Decimal("-Infinity"), value
    off = _rounding(figure) if figure.comparator == "exactly" else max(abs(value) * _ABOUT, _rounding(figure))
    return value - off, value + off


def _rounding(figure: Figure) -> Decimal:
    """Half of the last place that a number is given to: 22.3亿 may be 5百万 more, 20亿 half of 1亿, 1000 half of 1."""
    if figure.notation:
        return _ROUGH
    last = Decimal(1).scaleb(int(figure.value.normalize().as_tuple().exponent))
    scale = next((scale for scale in _SCALES if abs(figure.value) >= scale), Decimal(1))
    return min(last, scale) / 2 / (100 if figure.unit == "%" else 1)


def _reported_together(one: Figure, other: Figure, voices: Voices) -> bool:
    """Whether articles of about the same day tell both; a figure without a time holds when it is reported."""
    days, others = ([_voice(e, voices).day for e in figure.evidence] for figure in (one, other))
    return any(_apart(day, another) <= _NEAR for day in days for another in others)


def _apart(day: str, other: str) -> float:
    """The days between two ISO dates; what is no full date is far from all."""
    if not len(day) == len(other) == 10:
        return float("inf")
    return abs((date.fromisoformat(day) - date.fromisoformat(other)).days)


def _same_extent(one: Figure, other: Figure) -> bool:
    """Whether two of their sentences agree on whether they count so far, for a day, or a part."""
    extents, others = (
        {frozenset(_EXTENT.findall(simplified(e.quote))) for e in figure.evidence} for figure in (one, other)
    )
    return bool(extents & others)


# ── Statements ───────────────────────────────────────────────────────────────────────────────────────────────────────


def _denials(told: Iterable[Statement], voices: Voices) -> Iterator[tuple[Statement, Statement]]:
    """What one voice asserts and another denies, unless each says when and the times differ."""
    for group in _grouped(told, lambda s: (s.subject, s.predicate, s.object)):
        for one, other in combinations(group, 2):
            if (
                one.status is not other.status
                and _apart_in_voice(one, other, voices)
                and not _of_other_times(one, other)
            ):
                yield one, other


def _of_other_times(one: Statement, other: Statement) -> bool:
    return bool(one.times() and other.times()) and not set(one.times()) & set(other.times())


def _several_values(
    told: Iterable[Statement], within: Mapping[str, set[str]], voices: Voices, ontology: Ontology
) -> Iterator[tuple[Statement, Statement]]:
    """Two values that voices assert of what has one; of two dates or places one may be within the other."""
    single = (s for s in told if s.status is Status.ASSERTED and ontology.properties[s.predicate].single_valued)
    for group in _grouped(single, lambda s: (s.subject, s.predicate)):
        for one, other in combinations(group, 2):
            if not _compatible(one.object, other.object, within) and _apart_in_voice(one, other, voices):
                yield one, other


def _compatible(one: str | Literal, other: str | Literal, within: Mapping[str, set[str]]) -> bool:
    if isinstance(one, Literal) or isinstance(other, Literal):
        dates = [value.value for value in (one, other) if isinstance(value, Literal)]
        return len(dates) < 2 or _same_day(*dates) or _same_day(*reversed(dates))
    known = within.get(one) and within.get(other)  # of a place that is in no gazetteer nobody knows what it lies in
    return not known or one == other or one in within[other] or other in within[one]


def _same_day(one: str, other: str) -> bool:
    """Whether a date may be the other: its year or month, or the same day of a year that is not known."""
    return one.startswith(other) or one.endswith(other.removeprefix("--"))


def _apart_in_voice(one: Statement, other: Statement, voices: Voices) -> bool:
    """Whether each has a voice that does not say the other."""
    by, by_other = ({_voice(e, voices).original for e in s.evidence} for s in (one, other))
    return bool(by - by_other and by_other - by)


def _within(parts: Iterable[tuple[str, str, str]]) -> Mapping[str, set[str]]:
    """All that a place lies in, by what the gazetteer says."""
    above: defaultdict[str, set[str]] = defaultdict(set)
    for part, predicate, whole in parts:
        if predicate == "partOf":
            above[part].add(whole)
    found: defaultdict[str, set[str]] = defaultdict(set)
    for place in list(above):
        ahead = list(above[place])
        while ahead:
            if (one := ahead.pop()) not in found[place]:
                found[place].add(one)
                ahead += above.get(one, ())
    return found
