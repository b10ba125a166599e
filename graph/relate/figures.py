"""Figures: for every quantity what is measured, of whom, when, and of what it is a share or against what it has grown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import Measure, Part
from .bearers import bearer_of
from .measures import Measured, measured
from .quantities import Quantity, quantities
from .scene import Scene
from .status import status_of
from .times import Time, times

_CURRENCY_MEASURE = re.compile(
    r"(?:额|金|资|值|价值|产值|收入|利润|费|成本|支出|票房|规模|订单|融资|投资|预算|市值|贷款|税)"
)
_NO_CURRENCY = re.compile(r"参数|算力|数据|用户|人数|人次|客流|人口|词汇|字符|样本")
_IN_A_ROW = re.compile(r"[、和与及]")
_AS_OF = re.compile(r"(?:截至|截止|截止到)(?:目前|今天)?[^,。;]{0,14}$")


@dataclass(frozen=True, slots=True)
class Counted:
    """A quantity in a text with the measures that it gives, or why it gives none (``verdict``)."""

    quantity: Quantity
    measures: tuple[Measure, ...]
    verdict: str = ""


def figures(scene: Scene, edition: int | None) -> Iterator[Measure]:
    """The measures of a scene, in the order of the text. A quantity without a measure or a bearer gives none."""
    for counted in by_quantities(scene, edition):
        yield from counted.measures


def by_quantities(scene: Scene, edition: int | None) -> Iterator[Counted]:
    """What every quantity of a scene gives, in the order of the text; parts of dates and of names are none."""
    dates = list(times(scene.key, scene.text.document.published))
    covered = [(t.start, t.end) for t in dates]
    for number, sentence in enumerate(scene.sentences):
        if sentence.part is Part.CAPTION:
            continue
        found = [q for q in quantities(scene.key, sentence.start, sentence.end) if not _covered(q, covered)]
        found = [q for q in found if not _in_name(scene, q)]
        before: Measured | None = None
        last: tuple[int, float] | None = None
        last_clause = 0
        for i, quantity in enumerate(found):
            what = measured(scene, number, quantity, found[i + 1] if i + 1 < len(found) else None, before)
            shared = _respectively(scene, number, found, i)
            if what is None and shared is not None and before is not None and before.unit == quantity.unit:
                what = before  # 分别为5万元和4万元: one measure
            if what is None:
                yield Counted(quantity, (), "nothing beside it says what it measures")
                continue
            goes_on = what.growth and before is not None and what.start == before.start
            here = scene.clause_at(number, quantity.start)
            goes_on = goes_on or (
                last is not None and not any(c.groups for c in scene.clauses[number][last_clause + 1 : here + 1])
            )
            bearer = last if goes_on else bearer_of(scene, number, quantity, what, edition)
            bearer = shared if shared is not None else bearer
            if bearer is None or bearer[0] < 0:
                yield Counted(quantity, (), f"it measures {what.name}, but nothing says whose")
                continue
            last, last_clause = bearer, here
            names = (replace(what, name=name) for name in _each(what))
            yield Counted(quantity, tuple(_measure(scene, number, quantity, one, bearer, dates) for one in names))
            before = replace(what, unit=quantity.unit) if not what.growth else before


def _respectively(scene: Scene, number: int, found: Sequence[Quantity], i: int) -> tuple[int, float] | None:
    """The bearer where 分别 deals out numbers to a list (甲市和乙市分别达到…): one each; ``-1`` where the counts differ."""
    clause = scene.clauses[number][scene.clause_at(number, found[i].start)]
    at = scene.key.find("分别", clause.start, found[i].start)
    if at < 0:
        return (-1, 0.0) if _dealt_out(scene, clause.start, found, i) else None
    lists = [g for g in clause.groups if g.end <= at and len(g.members) > 1 and scene.ontology.fits(g.type, "Thing")]
    numbers = [k for k, quantity in enumerate(found) if at < quantity.start < clause.end]
    if i not in numbers:
        return None
    if not lists:
        return (-1, 0.0) if len(numbers) > 1 else None  # 食品、家具行业分别增长…: nobody knows which
    members = lists[-1].members
    return (members[numbers.index(i)].mention, 0.85) if len(members) == len(numbers) else (-1, 0.0)


def _dealt_out(scene: Scene, clause_start: int, found: Sequence[Quantity], i: int) -> bool:
    """Whether the number is one of several in a row (11.6%、9.2%和8.9%) that a list of as many nouns before shares."""
    first = last = i
    while first > 0 and _IN_A_ROW.fullmatch(scene.key[found[first - 1].end : found[first].number]):
        first -= 1
    while last + 1 < len(found) and _IN_A_ROW.fullmatch(scene.key[found[last].end : found[last + 1].number]):
        last += 1
    before = scene.key[clause_start : found[first].number]
    return last > first and len(re.findall(r"[、和与及]", before)) >= last - first


def _each(what: Measured) -> tuple[str, ...]:
    """The measures of a share that a list of nouns has in common: 1/5的甲和乙 are two figures."""
    if what.how != "share" or not what.share_of or "的" in what.name:
        return (what.name,)
    tail = f"占{what.share_of}比重"
    parts = re.split(r"(?<=.{3})(?:和|与|、)(?=.{3})", what.name.removesuffix(tail))
    return tuple(f"{part}{tail}" for part in parts) if len(parts) > 1 else (what.name,)


def _measure(
    scene: Scene, number: int, quantity: Quantity, what: Measured, bearer: tuple[int, float], dates: Sequence[Time]
) -> Measure:
    sentence = scene.sentences[number]
    time, as_of = _time(scene, number, quantity, dates)
    at = quantity.unit_at
    unit = quantity.unit if at < 0 else scene.text.clean[at : at + len(quantity.unit)]  # in the article's script
    if not unit and _CURRENCY_MEASURE.search(what.name) and not _NO_CURRENCY.search(what.name):
        unit = "元"
    if not unit and what.name.endswith("人口"):
        unit = "人"
    status = status_of(scene, number, quantity.start, quantity.end, bearer[0])
    return Measure(
        about=bearer[0],
        measure=what.name,
        value=quantity.value,
        unit=unit,
        comparator=quantity.comparator,
        start=sentence.start,
        end=sentence.end,
        extractor=f"figure:{what.how}",
        score=round(what.score * bearer[1], 2),
        notation=quantity.notation,
        time=time.period() if time else None,
        as_of=as_of,
        share_of=what.share_of,
        against=what.against,
        status=status,
    )


def _time(scene: Scene, number: int, quantity: Quantity, dates: Sequence[Time]) -> tuple[Time | None, str]:
    """The last time before the quantity in its sentence; it is the as-of date where 截至 leads to it."""
    sentence = scene.sentences[number]
    clauses = scene.clauses[number]
    here = clauses[scene.clause_at(number, quantity.start)]
    leading = {at for c in clauses for at in range(c.start, c.start + 5)}
    before = [
        t
        for t in dates
        if not scene.key[: t.start].endswith(("比", "较", "与"))
        and sentence.start <= t.start
        and t.end <= quantity.start
        and (here.start <= t.start or t.start in leading)
    ]
    lead = scene.key[sentence.start : quantity.start]
    if not before:
        return None, scene.text.document.published if re.search(r"(?:截至|截止)目前", lead) else ""
    last = before[-1]
    if _AS_OF.search(scene.key[sentence.start : last.start]):
        return None, last.last or last.first
    return last, ""


def _covered(quantity: Quantity, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < quantity.end and quantity.number < end for start, end in spans)


def _in_name(scene: Scene, quantity: Quantity) -> bool:
    """Whether the number is part of a name (某国道, 世界500强 is none)."""
    return any(m.start <= quantity.number and quantity.end <= m.end and m.type != "Industry" for m in scene.mentions)
