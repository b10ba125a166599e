"""Pairs of mentions with what readers say of them, and how far a build agrees, as ``README.md`` describes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graph.errors import UsageError
from graph.evaluate import Tally
from graph.resolve.normal import normal

from .gold import SETS as HALVES
from .located import Found, found_for

FILE = Path(__file__).resolve().parent / "pairs.jsonl"
MORE_FILE = FILE.with_name("more-pairs.jsonl")
MORE = "more"
"""The second sample, which one reader read and which may be looked at; it belongs to neither half of the first."""
SETS = (*HALVES, MORE)
UNSEEN = "test"
CORPORA = ("finre", "news", "abbrev")
SAME, DIFFERENT = "same", "different"
VERDICTS = (SAME, DIFFERENT, "junk", "unsure")


@dataclass(frozen=True, slots=True)
class End:
    """A mention at ``[start, end)`` of the source of a document, by its id, with the class it had when it was drawn."""

    set: str
    article: str
    start: int
    end: int
    surface: str
    type: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two mentions, why they were drawn, what each reader says of them, and the verdict that counts."""

    id: str
    half: str
    stratum: str
    left: End
    right: End
    readers: Mapping[str, str]
    verdict: str

    @property
    def counted(self) -> bool:
        """Whether it is measured: what is no name, and what nobody can tell, is not."""
        return self.verdict in (SAME, DIFFERENT)


@dataclass(frozen=True, slots=True)
class Answer:
    """A pair with the mentions that a build has in the places of the two; ``None`` where it has none."""

    pair: Pair
    left: Found | None
    right: Found | None

    @property
    def together(self) -> bool:
        """Whether the build takes them for one thing; what is not recognised is no thing."""
        return bool(self.left and self.right and self.left.entity == self.right.entity)

    @property
    def exact(self) -> bool:
        """Whether the baseline does: their names are one in normal form."""
        return normal(self.pair.left.surface) == normal(self.pair.right.surface)

    @property
    def right_together(self) -> bool:
        """Whether the readers do."""
        return self.pair.verdict == SAME

    @property
    def unrecognised(self) -> bool:
        """Whether the build lacks a mention of the two."""
        return self.left is None or self.right is None


def load(path: Path = FILE) -> tuple[Pair, ...]:
    """All pairs of a file, in its order.

    Raises:
        UsageError: where a line is no pair.
    """
    found = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            found.append(Pair(**(row | {side: _end(row[side]) for side in ("left", "right")})))
        except (ValueError, KeyError, TypeError) as error:
            said = f"this is no pair ({type(error).__name__}: {error})"
            remedy = "see benchmarks/identity/README.md for the format"
            raise UsageError(said, where=f"{path}:{number}", remedy=remedy) from error
    return tuple(found)


def _end(row: dict[str, object]) -> End:
    start, end = row["start"], row["end"]
    if not isinstance(start, int) or not isinstance(end, int):
        raise TypeError("offsets are numbers")
    words = (str(row[name]) for name in ("set", "document", "surface", "class"))
    corpus, article, surface, type = words
    return End(corpus, article, start, end, surface, type)


def problems(pairs: Sequence[Pair], classes: Collection[str]) -> list[str]:
    """What is wrong with the pairs, a line each; none where all is in order."""
    found = [f"{id} is there {count} times" for id, count in Counter(one.id for one in pairs).items() if count > 1]
    found += [f"{one.id}: {line}" for one in pairs for line in _problems(one, classes)]
    unseen = {_names(one) for one in pairs if one.half == UNSEEN}
    shown = [one.id for one in pairs if one.half == MORE and _names(one) in unseen]
    found += [f"{id}: its names are those of a pair that nobody looks at" for id in shown]
    halves: dict[str, Counter[str]] = {half: Counter() for half in HALVES}
    for one in pairs:
        halves.get(one.half, Counter())[one.stratum] += 1
    development, test = (halves[half] for half in HALVES)
    uneven = sorted(name for name in development | test if abs(development[name] - test[name]) > 1)
    return [*found, *(f"the halves are uneven in {name}" for name in uneven)]


def _names(pair: Pair) -> frozenset[str]:
    return frozenset((normal(pair.left.surface), normal(pair.right.surface)))


def _problems(pair: Pair, classes: Collection[str]) -> Iterator[str]:
    if pair.half not in SETS:
        yield f"{pair.half} is no half"
    if len({"A", "B"} & set(pair.readers)) != (1 if pair.half == MORE else 2):
        yield "it has too few readers or too many"
    if not set(pair.readers.values()) <= set(VERDICTS):
        yield "a reader gives no verdict"
    if pair.verdict != agreed(pair.readers):
        yield "the verdict is not the readers'"
    if pair.left == pair.right:
        yield "the two are one mention"
    for end in (pair.left, pair.right):
        if end.set not in CORPORA or end.type not in classes or not end.start < end.end or not end.surface:
            yield f"{end.surface} is no mention"


def agreed(readers: Mapping[str, str]) -> str:
    """What counts: the word of the only reader, or of two where they agree, else that of a third; nothing without one."""
    one = readers.get("A", "")
    return one if one == readers.get("B", one) else readers.get("C", "")


def kappa(pairs: Sequence[Pair]) -> float:
    """Cohen's kappa (1960) of the first two readers."""
    total = len(pairs)
    alike = sum(one.readers["A"] == one.readers["B"] for one in pairs) / total
    first, second = (Counter(one.readers[reader] for one in pairs) for reader in "AB")
    chance = sum(first[verdict] * second[verdict] for verdict in first) / total**2
    return (alike - chance) / (1 - chance) if chance < 1 else 1.0


def answers(pairs: Sequence[Pair], places: Mapping[str, tuple[Found, ...]], spaces: Mapping[str, str]) -> list[Answer]:
    """The pairs with what a build has in their places; ``places`` are its mentions by the ids of documents."""
    left, right = (found_for([getattr(one, side) for one in pairs], places, spaces) for side in ("left", "right"))
    return [Answer(*row) for row in zip(pairs, left, right, strict=True)]


def tally(rows: Iterable[Answer], joined: Callable[[Answer], bool] = lambda row: row.together) -> Tally:
    """How many are taken for one thing, are so, are rightly taken so."""
    counted = [(joined(row), row.right_together) for row in rows if row.pair.counted]
    right = sum(found and same for found, same in counted)
    return Tally(sum(found for found, _ in counted), right, sum(same for _, same in counted), right)


def table(title: str, rows: Sequence[Answer], *, by_stratum: bool) -> str:
    """The pairs counted as a Markdown table: all, those recognised, and perhaps each stratum."""
    counted = [row for row in rows if row.pair.counted]
    seen = [row for row in counted if not row.unrecognised]
    body = [["pairs", "number", "same", "ours", "exact names"], ["---", "--:", "--:", "---", "---"]]
    body += [_line("all", counted), _line("those recognised", seen)]
    for stratum in sorted({row.pair.stratum for row in counted}) if by_stratum else ():
        body.append(_line(stratum, [row for row in counted if row.pair.stratum == stratum]))
    left_out = len(rows) - len(counted)
    told = f"{title}: {len(counted)} pairs, {len(counted) - len(seen)} with a mention that is not recognised; {left_out} left out"
    lines = [f"| {' | '.join(cells)} |" for cells in body]
    return "\n".join([told, "", *lines, "", "Precision / recall / F1 (right, wrong, missed)."])


def _line(name: str, rows: Sequence[Answer]) -> list[str]:
    ours, names = tally(rows), tally(rows, lambda row: row.exact)
    return [name, str(len(rows)), str(ours.gold), _cell(ours), _cell(names)]


def _cell(one: Tally) -> str:
    precision = f"{one.precision:.3f}" if one.found else "–"
    recall, f1 = (f"{one.recall:.3f}", f"{one.f1:.3f}") if one.gold else ("–", "–")
    return f"{precision} / {recall} / **{f1}** ({one.right}, {one.found - one.right}, {one.gold - one.hit})"


def errors(rows: Iterable[Answer]) -> Iterator[str]:
    """What is wrong, a line each, first what is taken for one thing and is not."""
    wrong = [row for row in rows if row.pair.counted and row.together != row.right_together]
    for row in sorted(wrong, key=lambda row: (not row.together, row.pair.stratum, row.pair.id)):
        sides = (_side(row.pair.left, row.left), _side(row.pair.right, row.right))
        yield f"{'wrong' if row.together else 'missed'}  {row.pair.id} ({row.pair.stratum}): {' | '.join(sides)}"


def _side(end: End, found: Found | None) -> str:
    return f"{end.surface}@{end.article} {found.entity if found else '(not recognised)'}"
