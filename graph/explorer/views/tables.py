"""What the pages tell, as tables for spreadsheets: CSV with a mark of UTF-8 in which no cell is a formula."""

from __future__ import annotations

import csv
import io
import re
from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from ...errors import UsageError
from ...show import beside, judgements_of, known_of
from ...spreadsheets import harmless
from .asked import Asked, Json
from .catalogue import BACKGROUND
from .documents import Articles, facts_in, figures_in, head_of, mentions_of
from .entity import articles_told
from .facts import groups_of
from .figures import figure_rows
from .passages import Passages
from .places import places_told
from .schema import term_name

if TYPE_CHECKING:
    from .opened import Opened

Row = Mapping[str, object]
_Kind = TypeVar("_Kind")
_NUMBER = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?")
_PASSAGE = ("document", "title", "published", "publisher", "copyOf", "start", "end", "quote")
_ALL = 1 << 31


class Table(Asked):
    """A question whose answer is a table."""

    __slots__ = ()
    media_type = "text/csv; charset=utf-8"

    @abstractmethod
    def table(self, opened: Opened) -> tuple[tuple[str, ...], Iterable[Row]]:
        """The names of the columns, and the rows."""

    def told(self, opened: Opened) -> Json:
        """The CSV."""
        return _csv(*self.table(opened))


def chosen(tables: Mapping[str, _Kind], of: str) -> _Kind:
    """One of the tables that there are.

    Raises:
        UsageError: there is no such table.
    """
    if of not in tables:
        raise UsageError(f"no table of {of}", where="of", remedy=f"take one of {', '.join(tables)}")
    return tables[of]


@dataclass(frozen=True, slots=True)
class Objects(Asked):
    """A table as JSON: a list of objects."""

    of: Table

    def told(self, opened: Opened) -> Json:
        """Its rows."""
        columns, rows = self.of.table(opened)
        return [{name: row[name] for name in columns if name in row} for row in rows]


@dataclass(frozen=True, slots=True)
class Known(Asked):
    """All that is known of a thing, as ``zhimai show --form json`` tells it."""

    id: str

    def told(self, opened: Opened) -> Json:
        """What ``known_of`` gives."""
        return known_of(opened.store, opened.iri(self.id))


@dataclass(frozen=True, slots=True)
class EntityTable(Table):
    """A block of the page of a thing; ``of`` is one of ``ENTITY_TABLES``."""

    id: str
    of: str = "facts"

    def table(self, opened: Opened) -> tuple[tuple[str, ...], Iterable[Row]]:
        """The block in full."""
        iri = opened.iri(self.id)
        columns, rows = chosen(ENTITY_TABLES, self.of)
        return columns, rows(opened, iri)


@dataclass(frozen=True, slots=True)
class ArticleTable(Table):
    """A block of the page of an article; ``of`` is one of ``ARTICLE_TABLES``."""

    id: str
    of: str = "mentions"

    def table(self, opened: Opened) -> tuple[tuple[str, ...], Iterable[Row]]:
        """The block in full."""
        iri = head_of(opened, self.id).iri
        columns, rows = chosen(ARTICLE_TABLES, self.of)
        return columns, rows(opened, iri)


@dataclass(frozen=True, slots=True)
class ArticlesTable(Table):
    """The list of articles as it is narrowed and sorted, all pages of it."""

    asked: Articles

    def table(self, opened: Opened) -> tuple[tuple[str, ...], Iterable[Row]]:
        """A row an article."""
        columns = ("document", "title", "published", "publisher", "language", "source", "copyOf", "mentions", "facts")
        one = self.asked
        whole = Articles(one.typed, one.publisher, one.since, one.until, one.thing, one.sort, 0, _ALL)
        return columns, whole.told(opened)["articles"]


def _facts(opened: Opened, iri: str) -> Iterator[Row]:
    catalogue = opened.catalogue
    facts = [fact for group in groups_of(opened, catalogue.number[iri]) for fact in group.facts]
    said = beside(opened.store, [catalogue.iri(fact.id) for fact in facts if fact.status != BACKGROUND])
    for fact in facts:
        other = catalogue.things[fact.other] if fact.other >= 0 else None
        more = said.get(catalogue.iri(fact.id), {})
        qualifiers = (
            f"{term_name(row['property'])}: {row.get('other', row['value'])}" for row in more.get("qualifiers", ())
        )
        row = {
            "property": fact.property,
            "direction": fact.direction,
            "other": other.name if other else fact.value,
            "otherClass": other.cls if other else "",
            "otherIri": other.iri if other else "",
            "status": fact.status,
            "confidence": fact.confidence,
            "times": "; ".join(more.get("times", ())),
            "qualifiers": "; ".join(qualifiers),
            "conflicts": "; ".join(one["value"] for one in more.get("conflicts", ())),
        }
        yield from _by_passage(opened, row, more.get("evidence", ()))


def _figures(opened: Opened, iri: str) -> Iterator[Row]:
    rows = figure_rows(opened, iri)
    said = beside(opened.store, (row["figure"] for row in rows))
    for row in rows:
        more = said[row["figure"]]
        terms = {"comparator": term_name(row["comparator"]), "status": term_name(row["status"])}
        conflicts = {"conflicts": "; ".join(one["value"] for one in more["conflicts"])}
        yield from _by_passage(opened, {**row, **terms, **conflicts}, more["evidence"])


def _by_passage(opened: Opened, row: Row, evidence: Iterable[Mapping[str, Any]]) -> Iterator[Row]:
    """A row for each passage that says so; one alone where none does."""
    passages = [{**one, **opened.articles.told(one["document"])} for one in evidence]
    yield from ({**row, **passage} for passage in passages) if passages else (row,)


def _judgements(opened: Opened, iri: str) -> Iterator[Row]:
    for one in judgements_of(opened.store, iri):
        yield {**one, "verdict": one["verdict"]["id"], "otherIri": one["other"]["iri"] or ""}


def _articles(opened: Opened, iri: str) -> Iterator[Row]:
    return iter(articles_told(opened, iri))


def _places(opened: Opened, iri: str) -> Iterator[Row]:
    return iter(places_told(opened, opened.catalogue.number[iri]))


def _mentions(opened: Opened, iri: str) -> Iterator[Row]:
    text = opened.articles.text(iri)
    for one in mentions_of(opened, iri):
        thing = opened.catalogue.things[one.thing]
        quote = "" if text is None else text[one.start : one.end]
        named = {"name": thing.name, "class": thing.cls, "iri": thing.iri}
        yield {"start": one.start, "end": one.end, "quote": quote, **named}


def _facts_in(opened: Opened, iri: str) -> Iterator[Row]:
    for one in facts_in(opened, iri, Passages(opened)):
        other = one["object"]
        named = {"subject": one["subject"]["name"], "object": other.get("name", other.get("value", ""))}
        ids = {"subjectId": one["subject"]["id"], "objectId": other.get("id", "")}
        yield {**one, **named, **ids}


def _figures_in(opened: Opened, iri: str) -> Iterator[Row]:
    for one in figures_in(opened, iri, Passages(opened)):
        yield {
            **one,
            "about": one["subject"]["name"],
            "aboutId": one["subject"]["id"],
            "time": one["when"],
            "to": one["until"],
        }


_Rows = Callable[["Opened", str], Iterator[Row]]
ENTITY_TABLES: Mapping[str, tuple[tuple[str, ...], _Rows]] = {
    "facts": (
        ("property", "direction", "other", "otherClass", "otherIri", "status", "confidence", "times", "qualifiers", "conflicts", *_PASSAGE),
        _facts,
    ),
    "figures": (
        ("measure", "comparator", "value", "unit", "notation", "time", "from", "to", "asOf", "share", "against", "status", "confidence", "conflicts", *_PASSAGE),
        _figures,
    ),
    "articles": (("document", "title", "published", "publisher", "copyOf"), _articles),
    "places": (("id", "name", "class", "lat", "long", "count"), _places),
    "judgements": (("left", "right", "otherIri", "verdict", "confidence", "reason", "by"), _judgements),
}  # fmt: skip
ARTICLE_TABLES: Mapping[str, tuple[tuple[str, ...], _Rows]] = {
    "mentions": (("start", "end", "quote", "name", "class", "iri"), _mentions),
    "facts": (("id", "subject", "subjectId", "property", "object", "objectId", "status", "confidence", "start", "end", "quote"), _facts_in),
    "figures": (("id", "about", "aboutId", "measure", "comparator", "value", "unit", "time", "to", "status", "confidence", "start", "end", "quote"), _figures_in),
}  # fmt: skip


def _csv(columns: tuple[str, ...], rows: Iterable[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(row.get(name, "")) for name in columns] for row in rows)
    return f"\ufeff{out.getvalue()}"


def _cell(value: object) -> str:
    text = str(value)
    return text if _NUMBER.fullmatch(text) else harmless(text)
