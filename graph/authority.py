"""What a user knows beforehand: an authority file in CSV of names, classes, aliases and identifiers.

The first line names the columns, in English or Chinese. ``name`` and ``class`` are wanted; ``aliases``, ``sameAs``,
``creditCode`` and ``stockCode`` may be there, and any other column that is a property of the ontology.
"""

from __future__ import annotations

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from .errors import EntitiesError
from .gazetteer import load_gazetteer
from .ontology import Ontology
from .script import normal_form, simplified

_HEADERS = {
    "name": ("name", "名称", "全称", "名字", "姓名"),
    "class": ("class", "type", "类", "类别", "类型"),
    "aliases": ("aliases", "alias", "别名", "简称", "又名"),
    "sameAs": ("sameas", "id", "iri", "uri", "链接", "标识"),
    "creditCode": ("creditcode", "uscc", "统一社会信用代码", "信用代码"),
    "stockCode": ("stockcode", "stock", "股票代码", "证券代码"),
}
_WIKIDATA = "http://www.wikidata.org/entity/"
_IRI = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
_ITEM = re.compile(r"Q[1-9]\d*")
_STOCK = re.compile(r"[A-Z0-9]{1,10}\.[A-Z]{2,4}")
# GB 32100-2015: 31 characters without I, O, S, V, Z; the weights are the powers of 3 modulo 31.
_CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_FORMS = {
    "xsd:integer": re.compile(r"[+-]?\d+"),
    "xsd:decimal": re.compile(r"[+-]?\d+(\.\d+)?"),
    "xsd:date": re.compile(r"\d{4}-\d\d-\d\d"),
    "AnyDate": re.compile(r"\d{4}(-\d\d){0,2}|--\d\d-\d\d"),
}
_EXAMPLES = {"xsd:integer": "12", "xsd:decimal": "1.5", "xsd:date": "2024-06-05", "AnyDate": "2024 or 2024-06-05"}
_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing that a user lists: its full name, its class, other names, IRIs in registries.

    ``facts`` are further values by property of the ontology: literals, and names of other things. ``where`` is
    ``file:line``.
    """

    name: str
    type: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    where: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """All that it goes by, the full name first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True)
class Authority:
    """The entries of all files, in their order."""

    entries: tuple[Entry, ...] = ()
    _by_name: dict[str, tuple[Entry, ...]] = field(init=False, default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            for name in dict.fromkeys(map(normal_form, entry.names)):
                found[name].append(entry)
        for name, entries in found.items():
            full = [entry for entry in entries if normal_form(entry.name) == name]
            self._by_name[name] = tuple(full or entries)  # a full name is nobody else's alias

    @property
    def by_name(self) -> Mapping[str, tuple[Entry, ...]]:
        """The entries by each name in normal form; several where an alias is shared."""
        return self._by_name

    @cached_property
    def names_alone(self) -> Mapping[Entry, tuple[str, ...]]:
        """The names of each entry, in normal form, that are no other's."""
        found: dict[Entry, list[str]] = {entry: [] for entry in self.entries}
        for name, entries in self._by_name.items():
            if len(entries) == 1:
                found[entries[0]].append(name)
        return {entry: tuple(names) for entry, names in found.items()}

    @cached_property
    def notes(self) -> tuple[str, ...]:
        """One line for each alias that several entries share."""
        return tuple(
            f"{found[0].where}: the alias {_as_written(name, found[0])} is also that of {_others(found)}; "
            "where a text says no more, it is kept apart from all of them"
            for name, found in self._by_name.items()
            if len(found) > 1
        )


def _as_written(name: str, entry: Entry) -> str:
    return next((own for own in entry.names if normal_form(own) == name), name)


def _others(found: Sequence[Entry]) -> str:
    return ", ".join(f"{entry.name} ({entry.where})" for entry in found[1:])


NO_AUTHORITY = Authority()
"""What nobody has listed anything in."""


def load_authority(paths: Iterable[Path], ontology: Ontology) -> Authority:
    """Read authority files.

    Raises:
        EntitiesError: a file cannot be read, or a row is wrong: the first mistake with its line, and how many others
            there are.
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
        first_mistake, others = mistakes[0], len(mistakes) - 1
        more = f" (and {others} more mistake{'s' * (others > 1)})" if others else ""
        raise EntitiesError(first_mistake.what + more, where=first_mistake.where, remedy=first_mistake.remedy)
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
            elif not prop.literal and name not in entries and len(places.get(name, ())) != 1:
                which = "several places are called" if name in places else "no row and no known place is called"
                remedy = "give its full name" if name in places else f"add a row for {value}"
                mistakes.append(EntitiesError(f"{property}: {which} {value}", where=entry.where, remedy=remedy))
            elif prop.literal and not _fits_datatype(value, prop.range):
                remedy = f"write it as {_EXAMPLES.get(prop.range, _EXAMPLES['AnyDate'])}"
                mistakes.append(EntitiesError(f"{value} is no {prop.range}", where=entry.where, remedy=remedy))


def _fits_datatype(value: str, datatype: str) -> bool:
    form = _FORMS.get(datatype)
    return form is None or form.fullmatch(value) is not None


def is_credit_code(code: str) -> bool:
    """Whether a unified social credit code (統一社會信用代碼) has its form and its check character (GB 32100-2015).

    >>> is_credit_code("91110000600037341L"), is_credit_code("91110000600037341M")
    (True, False)
    """
    if len(code) != 18 or any(character not in _CREDIT for character in code):
        return False
    total = sum(_CREDIT.index(character) * pow(3, place, 31) for place, character in enumerate(code[:17]))
    return code[17] == _CREDIT[-total % 31]


def _entries(path: Path, ontology: Ontology, mistakes: list[EntitiesError]) -> Iterator[Entry]:
    head, rows = _table(path)
    columns = _columns(path, head, ontology, mistakes)
    if columns is None:
        return
    for line, cells in rows:
        if any(cell.strip() for cell in cells):
            row = _Row(f"{path.name}:{line}", ontology, mistakes)
            if entry := row.entry(columns, cells):
                yield entry


def _table(path: Path) -> tuple[list[str], list[tuple[int, list[str]]]]:
    """The first line and the others, each with its number in the file."""
    text = _text(path)
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    rows, line = [], 1
    try:
        for cells in reader:
            rows.append((line, cells))
            line = reader.line_num + 1
    except csv.Error as error:
        raise EntitiesError(f"no CSV: {error}", where=f"{path.name}:{line}", remedy="mend the line") from error
    return (rows[0][1], rows[1:]) if rows else ([], [])


def _text(path: Path) -> str:
    """The text of a file in UTF-8, UTF-16 with a byte order mark, or GB18030, as spreadsheets save them."""
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise EntitiesError(f"cannot be read: {reason}", where=str(path), remedy="give a CSV file") from error
    marked = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if marked else ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise EntitiesError("is neither UTF-8 nor GB18030", where=path.name, remedy="save it as CSV in UTF-8")


def _columns(path: Path, head: Sequence[str], ontology: Ontology, mistakes: list[EntitiesError]) -> list[str] | None:
    """What each column holds: a key of ``_HEADERS`` or a property's name, empty for an empty column."""
    where, found = f"{path.name}:1", [_column(title, ontology) for title in head]
    for wanted in ("name", "class"):
        if wanted not in found:
            titles = " or ".join((wanted, _HEADERS[wanted][-1]))
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
    return found


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


@dataclass(frozen=True)
class _Row:
    where: str
    ontology: Ontology
    mistakes: list[EntitiesError]

    def entry(self, columns: Sequence[str], cells: Sequence[str]) -> Entry | None:
        """The entry, or none where its name or class is wrong; what is wrong is noted."""
        if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
            self._wrong(f"{len(cells)} cells under {len(columns)} columns", 'put "…" around a cell with a comma in it')
            return None
        cell = {column: value.strip() for column, value in zip(columns, cells, strict=False) if column}
        name, type = " ".join(cell["name"].split()), self._class(cell.get("class", ""))
        if not name:
            self._wrong("no name", "fill in the name, or take the row out")
        if not name or not type:
            return None
        aliases = tuple(alias for alias in dict.fromkeys(_split(cell.get("aliases", ""), "、|")) if alias != name)
        for one in (name, *aliases):
            if len(one) < 2:
                self._wrong(f"“{one}” has one character", "give a name of two or more: one alone is too often a word")
        return Entry(name, type, aliases, self._same_as(cell), tuple(self._facts(cell)), self.where)

    def _class(self, text: str) -> str:
        if not text:
            self._wrong("no class", "fill in a class of the ontology, as Company or 企业")
            return ""
        found = self._named_class(text)
        if not found:
            self._wrong(f"{text} is no class of the ontology", f"use one, as {self._some_classes()}")
        elif "Record" in self.ontology.superclasses(found):
            self._wrong(
                f"{text} is what Zhimai writes about texts", f"use a class of things, as {self._some_classes()}"
            )
            return ""
        return found

    def _named_class(self, text: str) -> str:
        local, plain = text.rpartition(":")[2], simplified(text).lower()
        if local in self.ontology.classes:
            return local
        labelled = (
            name
            for name, cls in self.ontology.classes.items()
            if plain == name.lower() or plain in {simplified(label).lower() for label in cls.labels.values()}
        )
        return next(labelled, "")

    def _some_classes(self) -> str:
        things = [name for name in self.ontology.classes if self.ontology.fits(name, "Thing") and name != "Thing"]
        return ", ".join([name for name in ("Company", "Person", "Place") if name in things] or things[:3])

    def _same_as(self, cell: Mapping[str, str]) -> tuple[str, ...]:
        found = []
        for text in _split(cell.get("sameAs", ""), "|"):
            iri = _WIKIDATA + text if _ITEM.fullmatch(text) else text
            if _IRI.fullmatch(iri):
                found.append(iri)
            else:
                self._wrong(f"{text} is no IRI", "write https://… or a Wikidata item, as Q42")
        return tuple(dict.fromkeys(found))

    def _facts(self, cell: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        for column, text in cell.items():
            if column not in self.ontology.properties:
                continue
            code = column in ("creditCode", "stockCode")
            for written in _split(text, "|" if self.ontology.properties[column].literal else "、|"):
                value = written.upper() if code else written
                if column == "creditCode" and not is_credit_code(value):
                    self._wrong(
                        f"{value} is no unified social credit code", "18 characters, the last of which checks them"
                    )
                elif column == "stockCode" and not _STOCK.fullmatch(value):
                    self._wrong(f"{value} is no stock code", "write the exchange behind it, as 600000.SH or 00001.HK")
                else:
                    yield column, value

    def _wrong(self, what: str, remedy: str) -> None:
        self.mistakes.append(EntitiesError(what, where=self.where, remedy=remedy))


def _split(text: str, marks: str) -> list[str]:
    return [part for part in (" ".join(part.split()) for part in re.split(f"[{re.escape(marks)}]", text)) if part]
