"""Named queries: ``ontology/queries/*.rq``, SPARQL that runs as it stands, with a header of comments.

    # title: Firms by province
    # title-zh: 各省企业
    # description: One sentence or two; a comment line without a keyword continues it.
    # param province: what it means
    # param limit = 20: what it means; 20 if nothing is said

Parameters act where a comment in the query says so, and nowhere else:

    # where ?province is named $province      the variable has that name, in either script; without a name, any
    # limit $limit                            at most that many rows; without a number, all
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ..errors import UsageError
from ..resources import ontology_dir
from ..script import simplified, traditional

_HEADER = re.compile(r"#\s*(title-zh|title|description|param)\b\s*([\w-]*)\s*(?:=\s*([^:]*?))?\s*:\s*(.*)")
_ACTION = re.compile(r"^([ \t]*)#\s*(?:where \?(\w+) is named|(limit)) \$([\w-]+)[ \t]*$", re.MULTILINE)
_LABELS = "rdfs:label|skos:prefLabel|skos:altLabel|skos:hiddenLabel"
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter; without a default, leaving it out means any."""

    name: str
    description: str
    default: str = ""


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with a name; ``titles`` by language (``en``, ``zh``)."""

    name: str
    titles: Mapping[str, str]
    description: str
    parameters: tuple[Parameter, ...]
    sparql: str

    def render(self, values: Mapping[str, str] | None = None) -> str:
        """The SPARQL with the given parameters; what a value holds is always data, never SPARQL.

        Raises:
            UsageError: there is no such parameter, or a number is wanted and not given.
        """
        defaults = {parameter.name: parameter.default for parameter in self.parameters}
        for name in values or {}:
            if name not in defaults:
                known = ", ".join(defaults) or "none"
                raise UsageError(f"no parameter {name!r}", where=f"query {self.name}", remedy=f"it has: {known}")
        given = {**defaults, **(values or {})}
        return _ACTION.sub(lambda match: self._act(match, given), self.sparql)

    def _act(self, match: re.Match[str], given: Mapping[str, str]) -> str:
        indent, variable, _, name = match.groups()
        value = given[name].strip()
        if not value:
            return match.group()
        if variable:
            return f"{indent}{_is_named(variable, value)}"
        if not re.fullmatch(r"[0-9]{1,9}", value):
            raise UsageError(f"{name} is {value!r}", where=f"query {self.name}", remedy="give a number")
        return f"{indent}LIMIT {value}"


def named_queries(folder: Path | None = None) -> tuple[NamedQuery, ...]:
    """All named queries, sorted by name; ``folder`` is the shipped one unless given.

    Raises:
        UsageError: a file lacks a title or uses a parameter that its header lacks.
    """
    files = sorted((folder or ontology_dir() / "queries").glob("*.rq"))
    return tuple(_read(file) for file in files)


def named_query(name: str, folder: Path | None = None) -> NamedQuery:
    """The named query of that name.

    Raises:
        UsageError: there is none.
    """
    queries = {query.name: query for query in named_queries(folder)}
    if name not in queries:
        raise UsageError(f"no query {name!r}", where="query", remedy=f"use one of {', '.join(queries)}")
    return queries[name]


def _read(file: Path) -> NamedQuery:
    text = file.read_text(encoding="utf-8")
    header, body = _split(text)
    titles: dict[str, str] = {}
    parameters: list[Parameter] = []
    description: list[str] = []
    for line in header:
        match = _HEADER.match(line)
        kind, name, default, rest = match.groups("") if match else ("", "", "", line.lstrip("# "))
        if kind.startswith("title"):
            titles["zh" if kind == "title-zh" else "en"] = rest
        elif kind == "param":
            parameters.append(Parameter(name, rest, default))
        elif kind or description:
            description.append(rest)
    used = {match[4] for match in _ACTION.finditer(body)}
    unknown = sorted(used - {parameter.name for parameter in parameters})
    if unknown or set(titles) != {"en", "zh"}:
        what = f"${unknown[0]} is no parameter" if unknown else "no title or no title-zh"
        raise UsageError(what, where=str(file), remedy="mend the comments at its head")
    return NamedQuery(file.stem, titles, " ".join(description), tuple(parameters), body)


def _split(text: str) -> tuple[list[str], str]:
    """The comment lines at the head, and the rest."""
    lines = text.splitlines(keepends=True)
    head = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return [line.rstrip() for line in lines[:head]], "".join(lines[head:]).lstrip("\n")


def _is_named(variable: str, name: str) -> str:
    """A pattern that binds a variable to whatever bears the name, once."""
    plain = unicodedata.normalize("NFKC", name)
    forms = dict.fromkeys((name, plain, simplified(name), traditional(name), traditional(plain)))
    literals = " ".join(f"{quoted}{tag}" for quoted in map(_quoted, forms) for tag in ("", "@zh-Hans", "@zh-Hant"))
    values = f"VALUES ?{variable}_name {{ {literals} }}"
    return f"{{ SELECT DISTINCT ?{variable} WHERE {{ {values} ?{variable} {_LABELS} ?{variable}_name }} }}"


def _quoted(text: str) -> str:
    return '"' + re.sub(r"[\"\\\x00-\x1f]", lambda m: _ESCAPES.get(m[0]) or f"\\u{ord(m[0]):04X}", text) + '"'
