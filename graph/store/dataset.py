"""The dataset on disk and in memory.

On disk it is sorted N-Quads, so that two builds of the same input are the same bytes, which a database's files never
are; in memory it is an Oxigraph store.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, Quad, QueryBoolean, QuerySolutions, QueryTriples, RdfFormat, parse, serialize
from pyoxigraph import Store as Oxigraph

from ..errors import OutputError, UsageError
from .result import Result

_FOLDER, _QUADS, _PREFIXES = "store", "graph.nq", "prefixes.json"
_REMEDY = "give the folder that `zhimai build` wrote"
_PLACE = re.compile(r"error at (\d+):(\d+): ")
_NOT_CODE = re.compile(
    r"\"\"\".*?\"\"\"|'''.*?'''|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|<[^<>\s]*>|#[^\n]*", re.DOTALL
)
_UPDATE = re.compile(
    r"^\s*(?:(?:PREFIX|BASE)\b.*\s+)*(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY)\b", re.IGNORECASE
)
_SERVICE = re.compile(r"(?<![?$:\w])SERVICE\b(?!:)", re.IGNORECASE)


def create_store(directory: Path) -> None:
    """Make ``store/`` from ``graph.trig`` in a folder that ``write_graphs`` wrote to.

    Raises:
        UsageError: there is no ``graph.trig``, or it is not TriG.
        OutputError: ``store/`` cannot be written.
    """
    source = directory / "graph.trig"
    try:
        parser = parse(source.read_bytes(), RdfFormat.TRIG)
        lines = sorted((serialize(parser, format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True))
    except (OSError, SyntaxError) as error:
        raise UsageError("no readable graph.trig", where=str(directory), remedy=_REMEDY) from error
    try:
        folder = directory / _FOLDER
        folder.mkdir(exist_ok=True)
        (folder / _QUADS).write_bytes(b"".join(lines))
        prefixes = json.dumps(parser.prefixes, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        (folder / _PREFIXES).write_text(prefixes, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(
            f"cannot be written: {error.strerror}", where=str(directory / _FOLDER), remedy="give another folder"
        ) from error


def open_store(directory: Path) -> Store:
    """Open the folder that a build wrote; later changes of its files do not show.

    Raises:
        UsageError: ``directory`` is no such folder, or its store is damaged.
    """
    content, prefixes = _content(directory)
    dataset = Oxigraph()
    try:
        dataset.bulk_load(content, RdfFormat.N_QUADS)
        dataset.bulk_extend(_merged(content))
    except (SyntaxError, ValueError) as error:
        raise _damaged(directory) from error
    return Store(dataset, prefixes)


def read_quads(directory: Path) -> tuple[tuple[Quad, ...], Mapping[str, str]]:
    """The quads of a build as they lie on disk, sorted, each in its own graph alone, and the prefixes (prefix → IRI).

    Raises:
        UsageError: ``directory`` is no such folder, or its store is damaged.
    """
    content, prefixes = _content(directory)
    try:
        return tuple(parse(content, RdfFormat.N_QUADS)), prefixes
    except (SyntaxError, ValueError) as error:
        raise _damaged(directory) from error


def _content(directory: Path) -> tuple[bytes, dict[str, str]]:
    folder = directory / _FOLDER
    try:
        return (folder / _QUADS).read_bytes(), json.loads((folder / _PREFIXES).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError("no build is here", where=str(directory), remedy=_REMEDY) from error


def _damaged(directory: Path) -> UsageError:
    return UsageError("its store is damaged", where=str(directory / _FOLDER), remedy="build it again")


def _merged(content: bytes) -> Iterator[Quad]:
    """Every triple for the default graph: a union at query time would count what two graphs say twice."""
    return (Quad(q.subject, q.predicate, q.object) for q in parse(content, RdfFormat.N_QUADS))


@dataclass(frozen=True)
class Store:
    """An opened build. ``dataset`` is the Oxigraph store, ``prefixes`` are those of its outputs (prefix → IRI)."""

    dataset: Oxigraph
    prefixes: Mapping[str, str]

    def query(self, sparql: str) -> Result:
        """Ask in SPARQL 1.1; the prefixes of the outputs need no declaration.

        Raises:
            UsageError: the query is malformed, or it asks another server.
        """
        if _SERVICE.search(_NOT_CODE.sub(" ", sparql)):
            raise UsageError("SERVICE asks another server", where="query", remedy="ask only this build")
        run = self._runner(sparql)
        try:
            return Result(run, self.prefixes)
        except SyntaxError as error:
            raise _malformed(sparql, str(error)) from error
        except (OSError, RuntimeError, ValueError) as error:
            raise UsageError(f"cannot be answered: {error}", where="query", remedy="mend or simplify it") from error

    def unknown_terms(self, sparql: str) -> tuple[str, ...]:
        """The ``zm:`` names in a query of which the build says nothing: misspelt ones, most likely; sorted."""
        names = set(re.findall(r"(?<![\w:-])zm:([A-Za-z]\w*)", _NOT_CODE.sub(" ", sparql)))
        return tuple(sorted(f"zm:{name}" for name in names if not self._occurs(NamedNode(self.prefixes["zm"] + name))))

    def _occurs(self, term: NamedNode) -> bool:
        quads = self.dataset.quads_for_pattern
        return any(next(q, None) for q in (quads(term, None, None), quads(None, term, None), quads(None, None, term)))

    def _runner(self, sparql: str) -> Callable[[], QuerySolutions | QueryBoolean | QueryTriples]:
        return lambda: self.dataset.query(sparql, prefixes=dict(self.prefixes))


def _malformed(sparql: str, message: str) -> UsageError:
    """The parser's message without its list of all that could have stood there."""
    place = _PLACE.match(message)
    line, column = (int(place[1]), int(place[2])) if place else (1, 1)
    text = ([*sparql.splitlines(), ""])[min(line - 1, sparql.count("\n") + 1)]
    before, after = text[: column - 1], text[column - 1 :]
    where = f"query, line {line}, column {column}"
    if _UPDATE.search(_NOT_CODE.sub(" ", sparql)):
        return UsageError("a build is not changed by a query", where=where, remedy="use SELECT, ASK or CONSTRUCT")
    unknown = re.search(r"([\w-]*):[\w-]*\s*$", before)
    if "Prefix not found" in message and unknown:
        return UsageError(f"prefix {unknown[1]}: is not known", where=where, remedy="declare it with PREFIX")
    near = f"malformed near {(before[-20:] + after[:10]).strip()!r}" if text.strip() else "malformed or empty"
    return UsageError(near, where=where, remedy="mend it there or just before")
