"""Neo4j: files for ``neo4j-admin database import``, and a script of Cypher for a database that runs.

Both make the same graph. A node is an entity with the labels ``Thing``, its class and all classes above it; figures are
nodes ``Figure`` that ``HAS_FIGURE`` leads to. A relationship's type is the relation in capitals: ``EXHIBITS_AT``.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from .tables import Column, Kind, Table, Value, edges, figures, nodes

if TYPE_CHECKING:
    from .opened import Opened

_TYPES = {
    Kind.STRING: "string",
    Kind.INTEGER: "int",
    Kind.NUMBER: "double",
    Kind.BOOLEAN: "boolean",
    Kind.LIST: "string[]",
}
_ENDS = frozenset({"source", "source_name", "target", "target_name", "about", "about_name"})
"""What the relationship itself says."""
_NAMED_ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_CONSTRAINT = "CREATE CONSTRAINT zhimai_{0} IF NOT EXISTS FOR (n:{1}) REQUIRE n.{0} IS UNIQUE;\n"


class Neo4j:
    """Three files with typed headers, for an import with the default options.

    Those allow neither line breaks in a field nor ``;`` in an item of a list: the one becomes a blank, the other ``；``.
    """

    name = "neo4j"
    file = "neo4j"
    is_folder = True

    def export(self, opened: Opened) -> Mapping[str, bytes]:
        """``nodes.csv``, ``figures.csv`` and ``relationships.csv``."""
        things, relations, numbers = nodes(opened.graph), edges(opened.graph), figures(opened.graph)
        node_rows = ([*map(_field, row), _labels(record)] for row, record in _paired(things))
        figure_rows = ([*map(_field, _kept(numbers, row)), "Figure"] for row in numbers.rows)
        properties = _columns(relations)
        return {
            "nodes.csv": _csv([*_headers(things.columns, "iri"), ":LABEL"], node_rows),
            "figures.csv": _csv([*_headers(_columns(numbers), "id"), ":LABEL"], figure_rows),
            "relationships.csv": _csv(
                [":START_ID", ":END_ID", ":TYPE", *_headers(properties)], _relationships(relations, numbers)
            ),
        }


class Cypher:
    """One script; running it twice changes nothing, since everything is merged by its IRI."""

    name = "cypher"
    file = "graph.cypher"
    is_folder = False

    def export(self, opened: Opened) -> Mapping[str, bytes]:
        """The script: two constraints, then a statement a line."""
        things, relations, numbers = nodes(opened.graph), edges(opened.graph), figures(opened.graph)
        lines = [_CONSTRAINT.format("iri", "Thing"), _CONSTRAINT.format("id", "Figure")]
        for record in things.records():
            labels = "".join(f":{_name(label)}" for label in _labels(record).split(";"))
            lines.append(f"MERGE (n:Thing {{iri: {_literal(record['iri'])}}}) SET n{labels}, n += {_map(record)};\n")
        lines += (f"MERGE (n:Figure {{id: {_literal(r['id'])}}}) SET n += {_map(r)};\n" for r in numbers.records())
        for record in relations.records():
            lines.append(_merge("iri", record["source"], "Thing", record["target"], _type(record), record))
        for record in numbers.records():
            lines.append(_merge("id", record["about"], "Figure", record["id"], "HAS_FIGURE", {"id": record["id"]}))
        return {self.file: "".join(lines).encode()}


def _paired(table: Table) -> Iterator[tuple[Sequence[Value], Mapping[str, Value]]]:
    return zip(table.rows, table.records(), strict=True)


def _columns(table: Table) -> list[Column]:
    return [column for column in table.columns if column.name not in _ENDS]


def _kept(table: Table, row: Sequence[Value]) -> Iterator[Value]:
    return (value for column, value in zip(table.columns, row, strict=True) if column.name not in _ENDS)


def _headers(columns: Sequence[Column], id: str = "") -> list[str]:
    return [f"{c.name}:ID" if c.name == id else f"{_property(c.name)}:{_TYPES[c.kind]}" for c in columns]


def _relationships(relations: Table, numbers: Table) -> Iterator[list[str]]:
    for row, record in _paired(relations):
        yield [str(record["source"]), str(record["target"]), _type(record), *map(_field, _kept(relations, row))]
    width = len(_columns(relations))
    for record in numbers.records():
        yield [str(record["about"]), str(record["id"]), "HAS_FIGURE", *[""] * width]


def _csv(header: Sequence[str], rows: Iterator[Sequence[str]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode()


def _field(value: Value) -> str:
    match value:
        case bool():
            return str(value).lower()
        case tuple():
            return ";".join(_one_line(item).replace(";", "；") for item in value)
        case Decimal():
            return f"{value:f}"
        case str():
            return _one_line(value)
    return str(value)


def _one_line(text: str) -> str:
    return re.sub(r"[\r\n\x85\u2028\u2029]+", " ", text)


def _labels(record: Mapping[str, Value]) -> str:
    classes = record["classes"]
    labels = [_property(name) for name in classes] if isinstance(classes, tuple) else []
    return ";".join(dict.fromkeys(("Thing", *labels)))


def _type(record: Mapping[str, Value]) -> str:
    """``exhibitsAt`` → ``EXHIBITS_AT``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", _property(str(record["relation"]))).upper()


def _property(name: str) -> str:
    """A name that needs no quoting, neither in Cypher nor in a header: ``my:ship`` → ``my_ship``."""
    return re.sub(r"\W+", "_", name)


def _name(label: str) -> str:
    return f"`{label}`"


def _merge(key: str, start: Value, label: str, end: Value, type: str, record: Mapping[str, Value]) -> str:
    ends = f"MATCH (a:Thing {{iri: {_literal(start)}}}), (b:{label} {{{key}: {_literal(end)}}})"
    return f"{ends} MERGE (a)-[r:{_name(type)} {{id: {_literal(record['id'])}}}]->(b) SET r += {_map(record)};\n"


def _map(record: Mapping[str, Value]) -> str:
    """The properties that have a value, less those that the relationship itself says."""
    kept = ((name, value) for name, value in record.items() if name not in _ENDS and value not in ("", ()))
    return "{" + ", ".join(f"`{_property(name)}`: {_literal(value)}" for name, value in kept) + "}"


def _literal(value: Value) -> str:
    match value:
        case bool():
            return str(value).lower()
        case tuple():
            return f"[{', '.join(map(_literal, value))}]"
        case Decimal():
            return str(float(value))
        case str():
            return _string(value)
    return str(value)


def _string(text: str) -> str:
    r"""A string of Cypher. Some versions read ``\u0027`` before they read strings, so that no ``\u`` may be left.

    >>> print(_string("it's\\u0027"))
    'it\'s\\' + 'u0027'
    """
    parts = re.split(r"(?<=\\)(?=u)", text)
    escaped = ("".join(_NAMED_ESCAPES.get(character, character) for character in part) for part in parts)
    return " + ".join(f"'{part}'" for part in escaped)
