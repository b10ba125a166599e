"""Figures: for every quantity what is measured, of whom, when, and of what it is a share or against what it has grown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ..model import Measure, Part, Status
from .bearers import bearer_of, beside_somebody
from .measures import Measured, measured
from .nation import the_nation
from .ownership import goes_on_about
from .quantities import Quantity, quantities
from .scene import Clause, Scene
from .status import status_of
from .times import Time

_CURRENCY_MEASURE = re.compile(
    r"(?:额|金|资|值|投入|出口|进口|营收|经费|价值|产值|收入|利润|费|成本|支出|票房|规模|订单|融资|投资|预算|市值|贷款|税)"
)
_NO_CURRENCY = re.compile(r"[量数]$|参数|算力|数据|用户|人数|人次|客流|人口|词汇|字符|样本")
_IN_A_ROW = re.compile(r"[、和与及]")
_AS_OF = re.compile(r"(?:截至|截止|截止到)(?:目前|今天)?[^,。;]{0,14}$")
_NOT_THEN = re.compile(r"(?:之|以)?[前后](?!三|两|二|一|\d|半)")  # 2020年以前 is not in 2020
_AGAINST = re.compile(r"(?:(?<![占同环对])比|较|与)$")
_FROM = re.compile(r"[由从][^\d,。;]{0,8}$")  # 由3%提高到5%
_TURNS = re.compile(r"[^,。;]{0,10}?(?:[增提升降减扩缩涨跌调][^,。;]{0,3})?[到至]")
# What somebody foresees is that body's claim; what one expects of oneself (预计) is a plan.
_FORECAST = re.compile(r"(?:预测|预期|估计)(?!值|数|模型|系统|技术|准确)[^。;“”]{0,30}$")
_NATION_GOES_ON = 0.75


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


@dataclass(slots=True)
class _Course:
    """What the figures so far were: in this sentence a level that growths go on from, the last of any kind, and whose."""

    before: Measured | None = None
    prior: Measured | None = None
    last: tuple[int, float] | None = None
    last_clause: int = 0
    whose: tuple[int, float] | None = None  # the bearer of the last figure of all
    borne: int | None = None  # the mention of 全国 that the last figure was about, if it was
    of_those: bool = False  # the sentence goes on about the last figure (其中)

    def enter(self, of_those: bool) -> None:
        """Begin a sentence, which goes on about the figures of the one before where it says 其中."""
        self.of_those = of_those
        self.before, self.prior = (self.before, self.prior) if of_those else (None, None)
        self.last, self.last_clause = None, 0

    def note(self, scene: Scene, clause: Clause, here: int, what: Measured, bearer: tuple[int, float]) -> None:
        """Take in a figure with its bearer."""
        if self.last is None or not scene.key.startswith("其中", clause.start):
            self.last, self.last_clause = bearer, here  # 其中某省企业过半: an aside, behind which the topic goes on
        self.whose = bearer
        self.borne = bearer[0] if scene.mentions[bearer[0]].recogniser == "deictic" else None
        self.prior = what
        self.before = what if not what.growth or self.before is None or self.before.growth else self.before


def by_quantities(scene: Scene, edition: int | None) -> Iterator[Counted]:
    """What every quantity of a scene gives, in the order of the text; parts of dates and of names are none."""
    covered = [(t.start, t.end) for t in scene.times]
    course = _Course()
    for number, sentence in enumerate(scene.sentences):
        if sentence.part is Part.CAPTION:
            continue
        course.enter(_of_those(scene, number))
        found = [q for q in quantities(scene.key, sentence.start, sentence.end) if not _covered(q, covered)]
        found = [q for q in found if not _in_name(scene, q)]
        for i, quantity in enumerate(found):
            shared = _respectively(scene, number, found, i)
            what = measured(scene, number, quantity, found[i + 1] if i + 1 < len(found) else None, course.before)
            if what is None and shared and course.prior and course.prior.unit == quantity.unit:
                what = course.prior  # 分别为5万元和4万元: one measure
            if what is None:
                yield Counted(quantity, (), "nothing beside it says what it measures")
                continue
            bearer = shared or _whose(scene, number, quantity, what, course, edition)
            if bearer is None or bearer[0] < 0:
                yield Counted(quantity, (), f"it measures {what.name}, but nothing says whose")
                continue
            names = (replace(what, name=name) for name in _each(what))
            yield Counted(quantity, tuple(_measure(scene, number, quantity, one, bearer) for one in names))
            here = scene.clause_at(number, quantity.start)
            course.note(scene, scene.clauses[number][here], here, replace(what, unit=quantity.unit), bearer)


def _of_those(scene: Scene, number: int) -> bool:
    """Whether a sentence begins with 其中 and so goes on about the one before it in its paragraph."""
    opens = scene.key.startswith("其中", scene.sentences[number].start)
    return opens and number > 0 and scene.paragraph(number - 1) == scene.paragraph(number)


def _whose(
    scene: Scene, number: int, quantity: Quantity, what: Measured, course: _Course, edition: int | None
) -> tuple[int, float] | None:
    """The bearer of a figure: of the last one where it goes on about it, else the one that the text names."""
    clauses = scene.clauses[number]
    here = scene.clause_at(number, quantity.start)
    if course.last is not None:
        grows = what.growth and course.before is not None and what.start == course.before.start
        alone = not any(c.groups for c in clauses[course.last_clause + 1 : here + 1])
        if grows or (alone and goes_on_about(scene, course.last[0], number, quantity, what)):
            return course.last
    if bearer := bearer_of(scene, number, quantity, what, edition):
        return bearer
    if course.of_those and not any(g.end <= quantity.start for c in clauses[: here + 1] for g in c.groups):
        return course.whose
    nation = the_nation(scene, number, quantity, what, course.borne)
    return (nation, _NATION_GOES_ON) if nation is not None else None


def _respectively(scene: Scene, number: int, found: Sequence[Quantity], i: int) -> tuple[int, float] | None:
    """The bearer where 分别 deals out numbers to a list (甲市和乙市分别达到…): one each; ``-1`` where the counts differ."""
    clause = scene.clauses[number][scene.clause_at(number, found[i].start)]
    at = scene.key.find("分别", clause.start, found[i].start)
    if at < 0:
        return (-1, 0.0) if _dealt_out(scene, clause.start, found, i) else None
    numbers = [k for k, quantity in enumerate(found) if at < quantity.start < clause.end]
    if i not in numbers:
        return None
    lists = [g for g in clause.groups if g.end <= at and len(g.members) > 1]
    if not lists:  # 甲、乙利润增长,增速分别为…: the list of the clause before, where it has as many
        earlier = [g for c in scene.clauses[number] if c.start < clause.start for g in c.groups]
        lists = [g for g in earlier if len(g.members) == len(numbers) > 1][-1:]
    if not lists:
        return (-1, 0.0) if len(numbers) > 1 else None  # 食品、家具行业分别增长…: nobody knows which
    if beside_somebody(scene, lists[-1]):
        return -1, 0.0  # 甲省对乙国、丙国出口分别增长…: the province's, to each
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


def _measure(scene: Scene, number: int, quantity: Quantity, what: Measured, bearer: tuple[int, float]) -> Measure:
    sentence = scene.sentences[number]
    time, as_of = _time(scene, number, quantity, what)
    turns = _FROM.search(scene.key[sentence.start : quantity.number]) and _TURNS.match(scene.key, quantity.end)
    if turns or (what.how != "former" and _AGAINST.search(scene.key[sentence.start : quantity.number])):
        time = None  # the 3% are of before
    at = quantity.unit_at
    unit = quantity.unit if at < 0 else scene.text.clean[at : at + len(quantity.unit)]  # in the article's script
    if not unit and _CURRENCY_MEASURE.search(what.name) and not _NO_CURRENCY.search(what.name):
        unit = "元"
    if not unit and what.name.endswith("人口"):
        unit = "人"
    status = status_of(scene, number, quantity.start, quantity.end, bearer[0])
    if status in (Status.ASSERTED, Status.PLANNED) and _FORECAST.search(scene.key[sentence.start : quantity.start]):
        status = Status.CLAIMED
    elif status is Status.ASSERTED and time is not None and _is_ahead(scene, time):
        status = Status.PLANNED
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


def _is_earlier(scene: Scene, time: Time) -> bool:
    """Whether a time is what something is compared with, or from which it changed (比2022年增长, 由2022年的3%)."""
    before = scene.key[max(0, time.start - 2) : time.start]
    return before.endswith(("由", "从")) or _AGAINST.search(before) is not None


def _up_to(scene: Scene, time: Time) -> bool:
    """Whether the text says 到 before the end of a period that is past (到2023年底)."""
    ends = scene.key[time.start : time.end].endswith(("底", "末"))
    return ends and scene.key.endswith(("到", "至"), 0, time.start) and not _is_ahead(scene, time)


def _is_ahead(scene: Scene, time: Time) -> bool:
    """Whether a time lies after the article's date, so that what holds then is only planned."""
    published = scene.text.document.published
    return bool(published) and not time.first.startswith("--") and time.first > published[: len(time.first)]


def _time(scene: Scene, number: int, quantity: Quantity, what: Measured) -> tuple[Time | None, str]:
    """The last time before the quantity in its sentence; it is the as-of date where 截至 leads to it."""
    sentence = scene.sentences[number]
    clauses = scene.clauses[number]
    here = clauses[scene.clause_at(number, quantity.start)]
    leading = {at for c in clauses for at in range(c.start, c.start + 5)}
    before = [
        t
        for t in scene.times
        if (what.how == "former" or not _is_earlier(scene, t))
        and not _NOT_THEN.match(scene.key, t.end)
        and sentence.start <= t.start
        and t.end <= quantity.start
        and (here.start <= t.start or t.start in leading)
    ]
    lead = scene.key[sentence.start : quantity.start]
    if not before:
        return None, scene.text.document.published if re.search(r"(?:截至|截止)目前", lead) else ""
    last = before[-1]
    if _AS_OF.search(scene.key[sentence.start : last.start]) or _up_to(scene, last):
        return None, last.last or last.first
    return last, ""


def _covered(quantity: Quantity, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < quantity.end and quantity.number < end for start, end in spans)


def _in_name(scene: Scene, quantity: Quantity) -> bool:
    """Whether the number is part of a name (某国道, 世界500强 is none)."""
    return any(m.start <= quantity.number and quantity.end <= m.end and m.type != "Industry" for m in scene.mentions)
