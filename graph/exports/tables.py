"""The property graph as four tables, which every format of rows and attributes shares: nodes, edges, figures, evidence."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from .characters import readable

if TYPE_CHECKING:
    from .view import Node, Passage, PropertyGraph

Value = str | int | float | Decimal | bool | tuple[str, ...]


class Kind(Enum):
    """What a column holds: ``LIST`` is of strings, ``NUMBER`` may have decimals."""

    STRING = auto()
    INTEGER = auto()
    NUMBER = auto()
    BOOLEAN = auto()
    LIST = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column; its name is the same in every format."""

    name: str
    kind: Kind = Kind.STRING


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under typed columns; no text in it holds a character that XML refuses."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]

    def records(self) -> Iterator[Mapping[str, Value]]:
        """The rows as dictionaries."""
        names = [column.name for column in self.columns]
        return (dict(zip(names, row, strict=True)) for row in self.rows)


_Field = tuple[Column, Callable[[Any], Value]]


def _field(name: str, kind: Kind = Kind.STRING, get: Callable[[Any], Value] | None = None) -> _Field:
    return Column(name, kind), get or attrgetter(name)


def _quotes(said: Any) -> tuple[str, ...]:  # noqa: ANN401 an edge or a figure
    """The quotations, each once."""
    return tuple(dict.fromkeys(passage.quote for passage in said.evidence if passage.quote))


def _sources(said: Any) -> tuple[str, ...]:  # noqa: ANN401 an edge or a figure
    """Date and title of the documents, each once; what has neither is told by where it came from."""
    told = (" ".join(filter(None, (p.published, p.title))) or p.source for p in said.evidence)
    return tuple(dict.fromkeys(told))


_NODE = (
    _field("iri"),
    _field("name"),
    _field("name_hans"),
    _field("name_hant"),
    _field("class", get=lambda node: node.classes[0]),
    _field("class_en"),
    _field("class_zh"),
    _field("classes", Kind.LIST),
    _field("aliases", Kind.LIST),
    _field("short_names", Kind.LIST),
    _field("gb_code"),
    _field("same_as", Kind.LIST),
    _field("documents", Kind.INTEGER),
    _field("mentions", Kind.INTEGER),
    _field("figures", Kind.INTEGER),
    _field("background", Kind.BOOLEAN),
)
_EVIDENCED = (
    _field("status"),
    _field("confidence", Kind.NUMBER),
    _field("quotes", Kind.LIST, _quotes),
    _field("sources", Kind.LIST, _sources),
)
_EDGE = (
    _field("id"),
    _field("source"),
    _field("source_name"),
    _field("relation"),
    _field("target"),
    _field("target_name"),
    _field("label_en"),
    _field("label_zh"),
    _field("inverse_en"),
    _field("inverse_zh"),
    _field("qualifiers", Kind.LIST, lambda edge: tuple(f"{name}={value}" for name, value in edge.qualifiers)),
    _field("times", Kind.LIST),
    _field("documents", Kind.INTEGER, lambda edge: len(edge.documents)),
    _field("background", Kind.BOOLEAN),
    *_EVIDENCED,
)
_FIGURE = (
    _field("id"),
    _field("about"),
    _field("about_name"),
    _field("measure"),
    _field("comparator"),
    _field("value", Kind.NUMBER),
    _field("unit"),
    _field("currency"),
    _field("notation"),
    _field("time"),
    _field("time_end"),
    _field("as_of"),
    _field("share_of"),
    _field("against"),
    *_EVIDENCED,
)
_SAID = (Column("of"), Column("kind"), Column("subject"), Column("relation"), Column("object"), Column("status"))
_PASSAGE = (
    _field("document"),
    _field("title"),
    _field("published"),
    _field("source"),
    _field("quote"),
    _field("start", Kind.INTEGER),
    _field("end", Kind.INTEGER),
    _field("omitted", Kind.INTEGER),
    _field("extractor"),
    _field("confidence", Kind.NUMBER),
)


def tables(graph: PropertyGraph) -> tuple[Table, ...]:
    """All four tables, in the order nodes, edges, figures, evidence."""
    return nodes(graph), edges(graph), figures(graph), evidence(graph)


def nodes(graph: PropertyGraph) -> Table:
    """One row an entity; after the fixed columns one for each relation to a date, which may have several values."""
    values = tuple(_field(name, Kind.LIST, _values_of(name)) for name in graph.value_relations)
    return _table("nodes", (*_NODE, *values), graph.nodes)


def edges(graph: PropertyGraph) -> Table:
    """One row a relation; ``documents`` says how many articles state it."""
    return _table("edges", _EDGE, graph.edges)


def figures(graph: PropertyGraph) -> Table:
    """One row a figure."""
    return _table("figures", _FIGURE, graph.figures)


def evidence(graph: PropertyGraph) -> Table:
    """One row a passage and what it is evidence of: an edge, a date or a figure, whose id is in ``of``."""
    columns = (*_SAID, *(column for column, _ in _PASSAGE))
    rows = (
        tuple(map(_readable, (*said, *(get(passage) for _, get in _PASSAGE))))
        for said, passages in _said(graph)
        for passage in passages
    )
    return Table("evidence", columns, tuple(rows))


def _said(graph: PropertyGraph) -> Iterator[tuple[tuple[str, ...], Sequence[Passage]]]:
    for e in graph.edges:
        yield (e.id, "edge", e.source_name, e.relation, e.target_name, e.status), e.evidence
    for d in graph.dates:
        yield (d.id, "date", d.about_name, d.relation, d.value, d.status), d.evidence
    for f in graph.figures:
        yield (f.id, "figure", f.about_name, f.measure, f"{f.value:f}{f.unit}", f.status), f.evidence


def _values_of(relation: str) -> Callable[[Node], tuple[str, ...]]:
    return lambda node: node.values.get(relation, ())


def _table(name: str, fields: Sequence[_Field], items: Iterable[object]) -> Table:
    rows = (tuple(_readable(get(item)) for _, get in fields) for item in items)
    return Table(name, tuple(column for column, _ in fields), tuple(rows))


def _readable(value: Value) -> Value:
    if isinstance(value, tuple):
        return tuple(map(readable, value))
    return readable(value) if isinstance(value, str) else value
