"""The parts of ``docs/quality.md`` that ``graph.evaluate`` measures, as Markdown: names, relations, resolution, calibration."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

from graph.evaluate import (
    CORE,
    JUDGED,
    Absent,
    Bench,
    Score,
    Tally,
    calibration_error,
    curve,
    curve_table,
    markdown,
    read_judged,
)


def sections(shared: Path, gold: Path, limit: int | None) -> dict[str, str]:
    """The tables by the names of their markers; a set whose files are not in the shared folder is left out.

    ``gold`` is the folder with the annotations of this repository and the judged statements.
    """
    bench = Bench(shared, shared)
    found = [score for score in bench.scores(bench.public, limit) if not isinstance(score, Absent)]
    ours = Bench(gold.parent, shared)
    articles = chain(bench.scores(bench.annotated), ours.scores(ours.annotated))
    resolved = [score for score in articles if isinstance(score, Score) and score.part == "resolution"]
    return {
        "names": names_table([score for score in found if score.part == "mentions"]),
        "relations": relations_table([score for score in found if score.part == "statements"]),
        "properties": properties_table([s for s in found if s.part == "statements" and s.system == "Zhimai"]),
        "resolution": resolution_table(resolved),
        "calibration": calibration(gold / JUDGED),
    }


def names_table(scores: Sequence[Score]) -> str:
    """Zhimai and LAC alone on each set of names, all core classes together and each by itself."""
    head = ["set", "sentences", "system", "P / R / F1", *(f"{core}<br>P / R / F1" for core in CORE), "names"]
    rows = [
        [s.set, str(s.samples), s.system, _ratios(s.total), *(_ratios(s.by[core]) for core in CORE), str(s.total.gold)]
        for s in scores
    ]
    return markdown(head, rows)


def relations_table(scores: Sequence[Score]) -> str:
    """Zhimai and the commonest relation on each set of relations."""
    head = ["set", "sentences", "system", "P / R / F1", "asserted", "in the gold"]
    rows = [[s.set, str(s.samples), s.system, _ratios(s.total), str(s.total.found), str(s.total.gold)] for s in scores]
    return markdown(head, rows)


def properties_table(scores: Sequence[Score]) -> str:
    """A row a property, a column a set."""
    counts: dict[str, int] = {}
    for score in scores:
        for name, tally in score.by.items():
            counts[name] = counts.get(name, 0) + tally.gold
    named = sorted((name for name, count in counts.items() if count), key=lambda name: (-counts[name], name))
    rows = [[name, *(_cell(score.by.get(name, Tally())) for score in scores)] for name in named]
    return markdown(["property", *(f"{score.set}<br>P / R / F1 (gold)" for score in scores)], rows)


def resolution_table(scores: Sequence[Score]) -> str:
    """How well names of one thing come together, for each set of articles."""
    head = ["set", "articles", "P / R / F1", "pairs of names joined", "in the gold"]
    rows = [[s.set, str(s.samples), _ratios(s.total), str(s.total.found), str(s.total.gold)] for s in scores]
    return markdown(head, rows)


def calibration(path: Path) -> str:
    """The reliability curve of the judged statements."""
    if not path.is_file():
        return "No statements have been judged yet.\n"
    judged = read_judged(path)
    bins = curve(judged)
    heading = f"{len(judged)} judged statements; expected calibration error {calibration_error(bins):.3f}."
    return f"{heading}\n\n{curve_table(bins)}"


def _ratios(tally: Tally) -> str:
    if not tally.gold and not tally.found:
        return "–"
    return f"{tally.precision:.2f} / {tally.recall:.2f} / **{tally.f1:.3f}**"


def _cell(tally: Tally) -> str:
    return f"{_ratios(tally)} ({tally.gold})" if tally.gold else "–"


def written(tables: Iterable[tuple[str, str]]) -> str:
    """The tables below their names, for the terminal."""
    return "\n".join(f"{name}\n\n{table}" for name, table in tables)
