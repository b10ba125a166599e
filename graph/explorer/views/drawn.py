"""What a query speaks of, as a picture: the things in its answer, and where that holds only names, those behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, QuerySolutions, QueryTriples

from ...store import Answer, code_of
from .asked import Asked, Json
from .picture import picture

if TYPE_CHECKING:
    from .opened import Opened

_SELECT = re.compile(r"\bSELECT\b[^{]*", re.IGNORECASE)
_GROUPED = re.compile(r"\s*(GROUP\s+BY|HAVING)\b", re.IGNORECASE)
_MOST_ROWS = 20_000


@dataclass(frozen=True, slots=True)
class Drawn(Asked):
    """The picture of a query's answer, of so many things at most: the first that it names.

    Args:
        sparql: the query.
        most: things that are drawn.
        named: whether it is a named query; its answer gives names, and so whatever it goes by is drawn.
    """

    sparql: str
    most: int = 300
    named: bool = False

    def told(self, opened: Opened) -> Json:
        """A picture, and the ``count`` of all things in the answer."""
        found = self._things(opened, self.sparql)
        whole = unprojected(self.sparql) if self.named or not found else ""
        found = list(dict.fromkeys([*found, *(self._things(opened, whole) if whole else [])]))
        return {**picture(opened, found[: self.most]), "count": len(found)}

    def _things(self, opened: Opened, sparql: str) -> list[int]:
        number = opened.catalogue.number
        edges = opened.catalogue
        found: dict[int, None] = {}
        for iri in _iris(opened.store.answer(sparql)):
            if iri in number:
                found[number[iri]] = None
            elif (at := edges.edge_by_id.get(edges.id(iri))) is not None:
                found |= {edges.edges[at].source: None, edges.edges[at].target: None}
        return list(found)


def unprojected(sparql: str) -> str:
    """The query with all its variables in place of those selected, ungrouped; nothing where it is no SELECT. Its order and
    limit are kept where they hold for what is not grouped.

    >>> unprojected("SELECT ?n WHERE { ?a rdfs:label ?n } ORDER BY ?n LIMIT 3")
    'SELECT * WHERE { ?a rdfs:label ?n } ORDER BY ?n LIMIT 3'
    >>> unprojected("SELECT (COUNT(?a) AS ?n) WHERE { ?a a zm:Fair } GROUP BY ?b LIMIT 3")
    'SELECT * WHERE { ?a a zm:Fair }'
    """
    code = code_of(sparql)
    select = _SELECT.search(code)
    if select is None or code[: select.start()].count("{"):
        return ""
    end, depth = select.end(), 0
    for end in range(select.end(), len(code)):
        depth += {"{": 1, "}": -1}.get(code[end], 0)
        if depth == 0:
            break
    computed = "(" in select[0] or _GROUPED.match(code, end + 1)
    tail = "" if computed else sparql[end + 1 :]
    return f"{sparql[: select.start()]}SELECT * WHERE {sparql[select.end() : end + 1]}{tail}"


def _iris(answer: Answer) -> Iterator[str]:
    if isinstance(answer, QuerySolutions):
        for row in islice(answer, _MOST_ROWS):
            yield from (term.value for term in row if isinstance(term, NamedNode))
    elif isinstance(answer, QueryTriples):
        for triple in islice(answer, _MOST_ROWS):
            yield from (term.value for term in (triple.subject, triple.object) if isinstance(term, NamedNode))
