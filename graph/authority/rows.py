"""One line of a list as an entry; whatever is wrong in it is noted with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..errors import EntitiesError
from ..ontology import Ontology
from ..script import simplified
from .codes import IRI, ITEM, STOCK, WIKIDATA, in_datatype, is_credit_code
from .entries import Entry


@dataclass(frozen=True)
class Row:
    where: str
    ontology: Ontology
    mistakes: list[EntitiesError]
    kinds: Mapping[str, str]

    def entry(self, columns: Sequence[str], cells: Sequence[str]) -> Entry | None:
        """The entry, or none where its name or class is wrong; what is wrong is noted."""
        if len(cells) > len(columns) and any(cell.strip() for cell in cells[len(columns) :]):
            self._wrong(f"{len(cells)} cells under {len(columns)} columns", 'put "…" around a cell with a comma in it')
            return None
        cell = {column: value.strip() for column, value in zip(columns, cells, strict=False) if column}
        name, type = " ".join(cell.get("name", "").split()), self._class(cell.get("class", ""))
        if not name:
            self._wrong("no name", "fill in the name, or take the row out")
        if not name or not type:
            return None
        aliases = tuple(alias for alias in dict.fromkeys(_split(cell.get("aliases", ""))) if alias != name)
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
        local = text.rpartition(":")[2]
        return local if local in self.ontology.classes else self.kinds.get(simplified(text).lower(), "")

    def _some_classes(self) -> str:
        things = [name for name in self.ontology.classes if self.ontology.fits(name, "Thing") and name != "Thing"]
        return ", ".join([name for name in ("Company", "Person", "Place") if name in things] or things[:3])

    def _same_as(self, cell: Mapping[str, str]) -> tuple[str, ...]:
        found = []
        for text in _split(cell.get("sameAs", ""), only_bars=True):
            iri = WIKIDATA + text if ITEM.fullmatch(text) else text
            if IRI.fullmatch(iri):
                found.append(iri)
            else:
                self._wrong(f"{text} is no IRI", "write https://… or a Wikidata item, as Q42")
        return tuple(dict.fromkeys(found))

    def _facts(self, cell: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        for column, text in cell.items():
            if column not in self.ontology.properties:
                continue
            code = column in ("creditCode", "stockCode")
            for written in _split(text, only_bars=self.ontology.properties[column].literal):
                value = written.upper() if code else written
                if column == "creditCode" and not is_credit_code(value):
                    self._wrong(
                        f"{value} is no unified social credit code", "18 characters, the last of which checks them"
                    )
                elif column == "stockCode" and not STOCK.fullmatch(value):
                    self._wrong(f"{value} is no stock code", "write the exchange behind it, as 600000.SH or 00001.HK")
                else:
                    yield column, in_datatype(value, self.ontology.properties[column].range)

    def _wrong(self, what: str, remedy: str) -> None:
        self.mistakes.append(EntitiesError(what, where=self.where, remedy=remedy))


def _split(text: str, *, only_bars: bool = False) -> list[str]:
    """The values of a cell: between bars where it has any, else between 、 (a name may hold that mark)."""
    parts = re.split("[|｜]" if only_bars or re.search("[|｜]", text) else "、", text)
    return [part for part in (" ".join(part.split()) for part in parts) if part]
