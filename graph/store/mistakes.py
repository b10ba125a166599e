"""What is wrong with a query, said to who wrote it, with the place.

The parser of Oxigraph names the furthest place that it reached and all that could have stood there. The place is put
right here (a keyword that does not fit is reported behind it); ``rules`` has the words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from pyoxigraph import Store as Oxigraph
from wcwidth import wcswidth

from ..errors import QueryError
from .rules import RULES, Stop, anything

_NOT_CODE = re.compile(
    r"\"\"\".*?\"\"\"|'''.*?'''|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|<[^<>\s]*>|#[^\n]*", re.DOTALL
)
_PLACE = re.compile(r"error at (\d+):(\d+): expected (?:one of )?(.*)", re.DOTALL)
_PADDING = " " * 64  # so that no keyword is cut short by the end of the text, which hides the place


def code_of(sparql: str) -> str:
    """The query with what is in strings, IRIs and comments made harmless; offsets stay."""
    return _NOT_CODE.sub(_blank, sparql)


def parses(sparql: str, prefixes: Mapping[str, str]) -> bool:
    """Whether the parser takes the query; nothing is looked up."""
    try:
        Oxigraph().query(sparql, prefixes=dict(prefixes))
    except SyntaxError:
        return False
    return True


def malformed(sparql: str, prefixes: Mapping[str, str], suggest: Callable[[str], str]) -> QueryError:
    """The error for a query that the parser refuses.

    Args:
        sparql: the query.
        prefixes: those that need no declaration.
        suggest: the term with a prefix that is nearest to a word or to a misspelt one, or nothing.
    """
    stop = _stop(sparql, prefixes, suggest)
    found = next((mistake for rule in RULES if (mistake := rule(stop))), None) or anything(stop)
    at = min(stop.at if found.at is None else found.at, len(sparql))
    line = sparql.count("\n", 0, at)
    begin = sparql.rfind("\n", 0, at) + 1
    text = sparql[begin:].partition("\n")[0].rstrip("\r")
    shown = text.replace("\t", " ")
    picture = f"  {shown}\n  {' ' * max(wcswidth(shown[: at - begin]), 0)}^" if text.strip() else ""
    place = {"line": line + 1, "column": at - begin + 1}
    where = f"query, line {place['line']}, column {place['column']}"
    return QueryError(found.what, where=where, remedy=found.remedy, picture=picture, **place)


def _blank(match: re.Match[str]) -> str:
    text = match[0]
    if text[0] == "#":
        return " " * len(text)
    return text[0] + re.sub(r"[^\n]", "_", text[1:-1]) + text[-1]


def _stop(sparql: str, prefixes: Mapping[str, str], suggest: Callable[[str], str]) -> Stop:
    said, at, until = "", 0, 0
    try:
        Oxigraph().query(sparql + _PADDING, prefixes=dict(prefixes))
    except SyntaxError as error:
        if match := _PLACE.match(str(error)):
            said = match[3]
            lines = (sparql + _PADDING).split("\n")
            at = sum(len(line) + 1 for line in lines[: int(match[1]) - 1]) + int(match[2]) - 1
            until = at
            if not re.search(r"\"|\['|Prefix|contains|overrides", said):  # only keywords fit, and none stands there
                at -= min(map(len, re.findall(r"[A-Za-z_]{2,}", said)), default=0)
    at = max(0, min(at, len(sparql)))
    at += len(sparql[at:]) - len(sparql[at:].lstrip())
    return Stop(sparql, code_of(sparql), at, max(at, until), said, prefixes, suggest)
