"""Named queries: ``ontology/queries/*.rq``, SPARQL that runs as it stands, with a header of comments.

    # title: Firms by province
    # title-zh: 各省企业
    # description: One sentence or two; a comment line without a keyword continues it.
    # description-zh: 一两句话。
    # param province: what it means
    # param-zh province: 含义
    # param limit = 20: what it means; 20 if nothing is said
    # example: province=浙江; limit=5

Every line of the header is optional. Parameters act where a comment in the query says so, and nowhere else:

    # where ?province is named $province      the variable has that name, in either script; without a name, any
    # where ?measure contains $words          the variable's text has those words in it, in either script
    # limit $limit                            at most that many rows; without a number, all
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import UsageError
from ..resources import ontology_dir
from ..script import written_forms

_HEADER = re.compile(r"#\s*(title|description|param|example)(-zh)?\b\s*([\w-]*)\s*(?:=\s*([^:]*?))?\s*:\s*(.*)")
_ACTION = re.compile(
    r"^([ \t]*)#\s*(?:where \?(\w+) (is named|contains)|limit) \$([\w-]+)[ \t]*$",
    re.MULTILINE,
)
_LABELS = "rdfs:label|skos:prefLabel|skos:altLabel|skos:hiddenLabel"
_TAGS = ("", "@zh-Hans", "@zh-Hant", "@en")
_MOST_NAMED = 9999
"""More than ever bear one name. Oxigraph takes all of a class for ten thousand, and begins with what it takes for fewer."""
_AROUND = " 《》〈〉「」『』“”\"'"
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


@dataclass(frozen=True, slots=True)
class Parameter:
    """A parameter, described by language (``en``, ``zh``); without a default, leaving it out means any."""

    name: str
    descriptions: Mapping[str, str]
    default: str = ""


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query with a name; ``titles`` and ``descriptions`` by language (``en``, ``zh``).

    ``example`` holds values of parameters with which the query finds something in the sample articles.
    """

    name: str
    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    sparql: str
    example: Mapping[str, str] = field(default_factory=dict)

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

    @property
    def naming(self) -> frozenset[str]:
        """The parameters that are names of things, classes or relations."""
        return frozenset(match[4] for match in _ACTION.finditer(self.sparql) if match[3] == "is named")

    def names_in(self, values: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
        """The parameters that are taken for names, each with its value."""
        return tuple((name, value) for name, value in values.items() if name in self.naming and value.strip())

    def _act(self, match: re.Match[str], given: Mapping[str, str]) -> str:
        indent, variable, verb, name = match.groups()
        value = given[name].strip()
        if not value:
            return match.group()
        if variable:
            return indent + (is_named(variable, value) if verb == "is named" else _contains(variable, value))
        if not re.fullmatch(r"[0-9]{1,9}", value):
            raise UsageError(f"{name} is {value!r}", where=f"query {self.name}", remedy="give a number")
        return f"{indent}LIMIT {value}"


def named_queries(folder: Path | None = None) -> tuple[NamedQuery, ...]:
    """All named queries, sorted by name; ``folder`` is the shipped one unless given.

    Raises:
        UsageError: a file uses a parameter that its header lacks.
    """
    files = sorted((folder or ontology_dir() / "queries").glob("*.rq"))
    return tuple(_read(file) for file in files)


def named_query(name: str) -> NamedQuery:
    """The named query of that name, or that of a file of one's own: ``./my.rq``.

    Raises:
        UsageError: there is none, or the file cannot be read.
    """
    if name.endswith(".rq"):
        return _read(Path(name))
    queries = {query.name: query for query in named_queries()}
    if name not in queries:
        near = dict.fromkeys([*(one for one in queries if name in one), *difflib.get_close_matches(name, queries)])
        remedy = f"did you mean {', '.join(near)}?" if near else "`zhimai query --list` has them; a file ends in .rq"
        raise UsageError(f"no query {name!r}", where="query", remedy=remedy)
    return queries[name]


def _read(file: Path) -> NamedQuery:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise UsageError("cannot be read as UTF-8", where=str(file), remedy="give a file of SPARQL") from error
    header, body = _split(text)
    said = {(kind, language, name): (default, rest) for kind, language, name, default, rest in _entries(header)}

    def both(kind: str, name: str = "") -> dict[str, str]:
        return {language: said[kind, language, name][1] for language in ("en", "zh") if (kind, language, name) in said}

    titles = both("title")
    parameters = tuple(
        Parameter(name, both("param", name), default)
        for (kind, language, name), (default, _) in said.items()
        if (kind, language) == ("param", "en")
    )
    pairs = (part.partition("=") for part in said.get(("example", "en", ""), ("", ""))[1].split(";") if part.strip())
    example = {name.strip(): value.strip() for name, _, value in pairs}
    used = {*(match[4] for match in _ACTION.finditer(body)), *example}
    if unknown := sorted(used - {parameter.name for parameter in parameters}):
        raise UsageError(f"${unknown[0]} is no parameter", where=str(file), remedy="mend the comments at its head")
    first = next(iter(titles.values()), file.stem)
    names = {language: titles.get(language, first) for language in ("en", "zh")}
    return NamedQuery(file.stem, names, both("description"), parameters, body, example)


def _entries(header: list[str]) -> Iterator[tuple[str, str, str, str, str]]:
    """Keyword, language, name, default and text of each entry; lines without a keyword continue the one before."""
    entry = ("", "", "", "", "")
    for line in header:
        if match := _HEADER.match(line):
            if entry[0]:
                yield entry
            kind, chinese, name, default, rest = match.groups("")
            entry = (kind, "zh" if chinese else "en", name, default, rest)
        else:
            entry = (*entry[:4], f"{entry[4]} {line.lstrip('# ')}".strip())
    if entry[0]:
        yield entry


def _split(text: str) -> tuple[list[str], str]:
    """The comment lines at the head, and the rest."""
    lines = text.splitlines(keepends=True)
    head = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return [line.rstrip() for line in lines[:head]], "".join(lines[head:]).lstrip("\n")


def is_named(variable: str, name: str) -> str:
    """A pattern that binds a variable to whatever bears the name, once; also to a class or relation of that label."""
    literals = " ".join(f"{quoted}{tag}" for quoted in map(_quoted, _forms(name)) for tag in _TAGS)
    values = f"VALUES ?{variable}_name {{ {literals} }}"
    names = f"?{variable} {_LABELS} ?{variable}_name"
    return f"{{ SELECT DISTINCT ?{variable} WHERE {{ {values} {names} }} LIMIT {_MOST_NAMED} }}"


def _contains(variable: str, words: str) -> str:
    """A filter on the text of a variable; letters of either case."""
    tests = (f"CONTAINS(LCASE(STR(?{variable})), LCASE({_quoted(form)}))" for form in _forms(words))
    return f"FILTER({' || '.join(tests)})"


def _forms(text: str) -> dict[str, None]:
    """A text in both scripts, as given and with its full-width characters in their plain form, without 《》 around it."""
    text = text.strip(_AROUND) or text
    plain = unicodedata.normalize("NFKC", text)
    return dict.fromkeys((*written_forms(text), *written_forms(plain)))


def _quoted(text: str) -> str:
    return '"' + re.sub(r"[\"\\\x00-\x1f]", lambda m: _ESCAPES.get(m[0]) or f"\\u{ord(m[0]):04X}", text) + '"'
