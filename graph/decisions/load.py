"""Files of decisions → ``Decisions``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ..errors import DecisionsError
from ..script import simplified
from ..spreadsheets import as_meant, read_table
from .decision import PERSON, Choice, Decision, Decisions

COLUMNS = ("decision", "thing", "relation", "other", "reason", "by", "date")
_CHINESE = dict(zip(("决定", "事物", "关系", "另一", "理由", "判定者", "日期"), COLUMNS, strict=True))
_CHOICES = {
    **{choice.value: choice for choice in Choice},
    **dict(zip(("同", "异", "驳回", "改名", "改类"), Choice, strict=True)),
}
_MOST = 50  # mistakes that are told at once
_DATE = re.compile(r"\d{4}(?:-\d\d){0,2}")


def load_decisions(paths: Iterable[Path]) -> Decisions:
    """Read files of decisions, the later ones after the earlier.

    Raises:
        DecisionsError: a file cannot be read, or a line is wrong: the first mistake with its line, and the others in it.
    """
    mistakes: list[DecisionsError] = []
    found = tuple(decision for path in paths for decision in _decisions(path, mistakes))
    if mistakes:
        told = mistakes[0]
        raise DecisionsError(told.what, where=told.where, remedy=told.remedy, others=mistakes[1:_MOST])
    return Decisions(found)


def _decisions(path: Path, mistakes: list[DecisionsError]) -> Iterator[Decision]:
    head, rows = read_table(path, DecisionsError, comment="#")
    columns = [_column(title) for title in head]
    if wrong := list(_wrong_head(head, columns)) if head else []:
        mistakes += [DecisionsError(what, where=f"{path.name}:1", remedy=remedy) for what, remedy in wrong]
        return
    for line, cells in rows:
        if not any(cell.strip() for cell in cells):
            continue
        where = f"{path.name}:{line}"
        cell = {
            column: as_meant(" ".join(text.split())) for column, text in zip(columns, cells, strict=False) if column
        }
        wrong = [*_surplus(columns, cells), *_wrong_line(cell)]
        mistakes += [DecisionsError(what, where=where, remedy=remedy) for what, remedy in wrong]
        if not wrong:
            yield Decision(
                choice=_CHOICES[_plain(cell["decision"])],
                thing=cell["thing"],
                other=cell["other"],
                relation=cell.get("relation", ""),
                reason=cell.get("reason", ""),
                by=cell.get("by", "") or PERSON,
                date=cell.get("date", ""),
                where=where,
            )


def _column(title: str) -> str:
    plain = _plain(title)
    return plain if plain in COLUMNS else _CHINESE.get(plain, "")


def _plain(text: str) -> str:
    return simplified(text.strip()).lower()


def _wrong_head(head: Sequence[str], columns: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What is wrong with the first line, with the remedy."""
    for wanted in ("decision", "thing", "other"):
        if wanted not in columns:
            yield f"no column {wanted}", f"let the first line be {','.join(COLUMNS)}"
    for number, (title, column) in enumerate(zip(head, columns, strict=True)):
        if title.strip() and not column:
            yield f"the column {title.strip()!r} is unknown", f"use {', '.join(COLUMNS)}"
        elif column and column in columns[:number]:
            yield f"two columns {column}", "keep one"


def _surplus(columns: Sequence[str], cells: Sequence[str]) -> Iterator[tuple[str, str]]:
    if any(cell.strip() for cell in cells[len(columns) :]):
        yield f"{len(cells)} cells under {len(columns)} columns", 'put "…" around a cell with a comma in it'


def _wrong_line(cell: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What is wrong with a line, with the remedy."""
    said = cell.get("decision", "")
    choice = _CHOICES.get(_plain(said))
    if choice is None:
        what = f"{said} is no decision" if said else "no decision"
        yield what, f"use one of {', '.join(Choice)}"
    for column in ("thing", "other"):
        if not cell.get(column):
            yield f"no {column}", "fill it in, or take the line out"
    if choice is Choice.REJECT and not cell.get("relation"):
        yield "no relation", "say which statement is wrong, as produces, or which figure, as 营业收入"
    elif choice not in (None, Choice.REJECT) and cell.get("relation"):
        yield f"{choice} has no relation", "leave the cell empty"
    if choice in (Choice.SAME, Choice.DIFFERENT) and cell.get("thing") and cell.get("thing") == cell.get("other"):
        yield f"{cell['thing']} stands on both sides", "name another, by its id where both have one name"
    if cell.get("date") and not _DATE.fullmatch(cell["date"]):
        yield f"{cell['date']} is no date", "write it as 2024-06-12"
