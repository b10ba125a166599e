"""Authority files → ``Authority``: which columns they have, and whether what they say fits together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from ..errors import EntitiesError
from ..gazetteer import load_gazetteer
from ..ontology import Ontology, classes_called
from ..script import normal_form, simplified
from ..spreadsheets import read_table
from .codes import EXAMPLES, fits_datatype
from .entries import Authority, Entry
from .rows import Row

_MOST = 50  # mistakes that are told at once
_HEADERS = {
    "name": ("name", "名称", "全称", "名字", "姓名"),
    "class": ("class", "类别", "类", "类型", "type"),
    "aliases": ("aliases", "alias", "别名", "简称", "又名"),
    "sameAs": ("sameas", "id", "iri", "uri", "链接", "标识"),
    "creditCode": ("creditcode", "uscc", "统一社会信用代码", "信用代码"),
    "stockCode": ("stockcode", "stock", "股票代码", "证券代码"),
}


def load_authority(paths: Iterable[Path], ontology: Ontology) -> Authority:
    """Read authority files.

    Raises:
        EntitiesError: a file cannot be read, or a row is wrong: the first mistake with its line, and the others in it.
    """
    mistakes: list[EntitiesError] = []
    entries: dict[str, Entry] = {}
    for path in paths:
        for entry in _entries(path, ontology, mistakes):
            first = entries.setdefault(normal_form(entry.name), entry)
            if first is not entry:
                remedy = "join the two rows, or tell the names apart"
                mistakes.append(
                    EntitiesError(f"{entry.name} is also in {first.where}", where=entry.where, remedy=remedy)
                )
    _check_ends(entries, ontology, mistakes)
    if mistakes:
        told = mistakes[0]
        raise EntitiesError(told.what, where=told.where, remedy=told.remedy, others=mistakes[1:_MOST])
    return Authority(tuple(entries.values()))


def _check_ends(entries: Mapping[str, Entry], ontology: Ontology, mistakes: list[EntitiesError]) -> None:
    """Note relations of a class that cannot have them, and to what is neither another row nor one known place."""
    places = load_gazetteer().by_name
    for entry in entries.values():
        for property, value in entry.facts:
            prop, name = ontology.properties[property], normal_form(value)
            if not ontology.fits(entry.type, prop.domain):
                what = f"{property} is a property of {prop.domain}, and {entry.name} is a {entry.type}"
                mistakes.append(EntitiesError(what, where=entry.where, remedy="leave the cell empty"))
            elif not prop.literal and name == normal_form(entry.name):
                what = f"{property}: {value} is {entry.name} itself"
                mistakes.append(EntitiesError(what, where=entry.where, remedy="name another, or leave the cell empty"))
            elif not prop.literal and name not in entries and len(places.get(name, ())) != 1:
                which = "several places are called" if name in places else "no row and no known place is called"
                remedy = "give its full name" if name in places else f"add a row for {value}"
                mistakes.append(EntitiesError(f"{property}: {which} {value}", where=entry.where, remedy=remedy))
            elif not prop.literal and not _fits_range(value, prop.range, entries, ontology):
                what = f"{property} leads to a {prop.range}, and {value} is none"
                mistakes.append(EntitiesError(what, where=entry.where, remedy="mend the cell or the class of the row"))
            elif prop.literal and not fits_datatype(value, prop.range):
                remedy = f"write it as {EXAMPLES.get(prop.range, EXAMPLES['AnyDate'])}"
                mistakes.append(EntitiesError(f"{value} is no {prop.range}", where=entry.where, remedy=remedy))


def _fits_range(value: str, range: str, entries: Mapping[str, Entry], ontology: Ontology) -> bool:
    name = normal_form(value)
    type = entries[name].type if name in entries else load_gazetteer().by_name[name][0].type
    return ontology.fits(ontology.standing_for(type), range)


def _entries(path: Path, ontology: Ontology, mistakes: list[EntitiesError]) -> Iterator[Entry]:
    head, rows = read_table(path, EntitiesError)
    columns = _columns(path, head, ontology, mistakes)
    if columns is None:
        return
    kinds = classes_called(ontology)
    for line, cells in rows:
        if any(cell.strip() for cell in cells):
            row = Row(f"{path.name}:{line}", ontology, mistakes, kinds)
            if entry := row.entry(columns, cells):
                yield entry


def _columns(path: Path, head: Sequence[str], ontology: Ontology, mistakes: list[EntitiesError]) -> list[str] | None:
    """What each column holds: a key of ``_HEADERS`` or a property's name, empty for an empty column; none for all where
    one is wrong.
    """
    where, found, before = f"{path.name}:1", [_column(title, ontology) for title in head], len(mistakes)
    for wanted in ("name", "class"):
        if wanted not in found:
            titles = " or ".join(_HEADERS[wanted][:2])
            mistakes.append(
                EntitiesError(f"no column {titles}", where=where, remedy="let the first line name the columns")
            )
            return None
    for number, (title, column) in enumerate(zip(head, found, strict=True)):
        if title.strip() and not column:
            known = "name, class, aliases, sameAs, uscc, stock, or a property of the ontology"
            mistakes.append(
                EntitiesError(f"the column {title.strip()!r} is unknown", where=where, remedy=f"use {known}")
            )
        elif column and column in found[:number]:
            mistakes.append(
                EntitiesError(f"two columns for {column}", where=where, remedy="keep one; | separates values")
            )
    return found if len(mistakes) == before else None


def _column(title: str, ontology: Ontology) -> str:
    plain = simplified(title.strip()).lower().replace(" ", "").replace("_", "")
    known = next((key for key, titles in _HEADERS.items() if plain in titles), "")
    if not plain or known in ontology.properties or known in ("name", "class", "aliases", "sameAs"):
        return known
    local = title.strip().rpartition(":")[2]
    by_label = (
        name
        for name, prop in ontology.properties.items()
        if name == local or plain in {simplified(label).lower().replace(" ", "") for label in prop.labels.values()}
    )
    return next(by_label, "")
