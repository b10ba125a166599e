"""The dataset on disk and in memory.

On disk it is ``graph.nq``, sorted N-Quads, so that two builds of the same input are the same bytes, which a database's
files never are, with the prefixes in ``store/``; in memory it is an Oxigraph store.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse, serialize
from pyoxigraph import Store as Oxigraph

from ..errors import OutputError, RefusedError, UsageError
from .mistakes import code_of, malformed, parses
from .result import Answer, Result, short
from .tags import turtle_languages

_FOLDER, _QUADS, _PREFIXES = "store", "graph.nq", "prefixes.json"
_REMEDY = "give the folder that `zhimai build` wrote"
_PREFIXED = re.compile(r"(?<![\w:?$-])([A-Za-z][\w-]*):(\w(?:[\w.-]*[\w-])?)")
_SERVICE = re.compile(r"(?<![?$:\w])SERVICE\b(?!:)", re.IGNORECASE)
_SERVICE_ANYWHERE = re.compile(r"(servic)e", re.IGNORECASE)
_LOOKALIKE = "\\1\u0435"  # a Cyrillic letter: no keyword any more, yet as long and as good in a name, an IRI or a text
_IRIS = """SELECT DISTINCT ?iri WHERE { { SELECT DISTINCT ?iri { ?iri ?p ?o } } UNION { SELECT DISTINCT ?iri { ?s ?iri ?o } }
  UNION { SELECT DISTINCT ?iri { ?s ?p ?iri } } FILTER(ISIRI(?iri) && STRSTARTS(STR(?iri), $namespace)) }"""

Stamp = tuple[tuple[int, int, int], ...] | None


def create_store(directory: Path) -> None:
    """Make ``graph.nq`` and ``store/`` from ``graph.trig`` in a folder that ``write_graphs`` wrote to.

    Raises:
        UsageError: there is no ``graph.trig``, or it is not TriG.
        OutputError: the files cannot be written.
    """
    source = directory / "graph.trig"
    try:
        parser = parse(source.read_bytes(), RdfFormat.TRIG)
        content = nquads(parser)
    except (OSError, SyntaxError) as error:
        raise UsageError("no readable graph.trig", where=str(directory), remedy=_REMEDY) from error
    try:
        folder = directory / _FOLDER
        folder.mkdir(exist_ok=True)
        (directory / _QUADS).write_bytes(content)
        prefixes = json.dumps(parser.prefixes, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        (folder / _PREFIXES).write_text(prefixes, encoding="utf-8", newline="\n")
    except OSError as error:
        raise OutputError(
            f"cannot be written: {error.strerror}", where=str(directory / _FOLDER), remedy="give another folder"
        ) from error


def nquads(quads: Iterable[Quad]) -> bytes:
    """The quads as sorted lines of N-Quads, with language tags as people write them."""
    lines = turtle_languages(serialize(quads, format=RdfFormat.N_QUADS) or b"")
    return b"".join(sorted(lines.splitlines(keepends=True)))


def open_store(directory: Path) -> Store:
    """Open the folder that a build wrote; later changes of its files do not show.

    Raises:
        UsageError: ``directory`` is no such folder, or its store is damaged.
    """
    prefixes, dataset = _prefixes(directory), Oxigraph()
    try:
        # Straight from the file: a million quads as objects of Python would take half a gigabyte meanwhile.
        dataset.bulk_load(path=str(directory / _QUADS), format=RdfFormat.N_QUADS)
    except OSError as error:
        raise _absent(directory) from error
    except (SyntaxError, ValueError) as error:
        raise _damaged(directory) from error
    # Every triple for the default graph: a union at query time would count what two graphs say twice.
    dataset.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
    return Store(dataset, prefixes)


def stamp(directory: Path) -> Stamp:
    """What differs once a build has been made anew in the folder; nothing where none is there."""
    try:
        files = [(directory / name).stat() for name in (_QUADS, f"{_FOLDER}/{_PREFIXES}")]
    except OSError:
        return None
    return tuple((file.st_mtime_ns, file.st_size, file.st_ino) for file in files)


def read_quads(directory: Path) -> tuple[tuple[Quad, ...], Mapping[str, str]]:
    """The quads of a build as they lie on disk, sorted, each in its own graph alone, and the prefixes (prefix → IRI).

    Raises:
        UsageError: ``directory`` is no such folder, or its store is damaged.
    """
    prefixes = _prefixes(directory)
    try:
        return tuple(parse((directory / _QUADS).read_bytes(), RdfFormat.N_QUADS)), prefixes
    except OSError as error:
        raise _absent(directory) from error
    except (SyntaxError, ValueError) as error:
        raise _damaged(directory) from error


def _prefixes(directory: Path) -> dict[str, str]:
    try:
        said = json.loads((directory / _FOLDER / _PREFIXES).read_text(encoding="utf-8"))
        return {str(prefix): str(iri) for prefix, iri in said.items()}
    except (OSError, ValueError, AttributeError) as error:
        raise _absent(directory) from error


def _absent(directory: Path) -> UsageError:
    return UsageError("no build is here", where=str(directory), remedy=_REMEDY)


def _damaged(directory: Path) -> UsageError:
    return UsageError("its store is damaged", where=str(directory / _QUADS), remedy="build it again")


@dataclass(frozen=True)
class Store:
    """An opened build. ``dataset`` is the Oxigraph store, ``prefixes`` are those of its outputs (prefix → IRI)."""

    dataset: Oxigraph
    prefixes: Mapping[str, str]
    _found: dict[str, tuple[str, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def query(self, sparql: str) -> Result:
        """Ask in SPARQL 1.1; the prefixes of the outputs need no declaration.

        Raises:
            QueryError: the query is malformed; a ``UsageError`` too.
            RefusedError: it asks another server; a ``UsageError`` too.
            UsageError: it cannot be answered.
        """
        try:
            return Result(lambda: self.answer(sparql), self.prefixes)
        except (OSError, RuntimeError, ValueError) as error:
            raise UsageError(f"cannot be answered: {error}", where="query", remedy="mend or simplify it") from error

    def answer(self, sparql: str, graphs: tuple[Sequence[str], Sequence[str]] | None = None) -> Answer:
        """The same as Oxigraph gives it: what is found is worked out while one reads it, and may fail then.

        Args:
            sparql: the query.
            graphs: the IRIs of the graphs that make the default graph and of those that ``GRAPH`` sees, in place of
                what the query says; ``None`` leaves it to the query, which without ``FROM`` sees everything.

        Raises:
            QueryError: the query is malformed; a ``UsageError`` too.
            RefusedError: it asks another server; a ``UsageError`` too.
        """
        self._refuse_service(sparql)
        default, named = (None, None) if graphs is None else (_nodes(graphs[0]), _nodes(graphs[1]))
        try:
            return self.dataset.query(sparql, prefixes=dict(self.prefixes), default_graph=default, named_graphs=named)
        except SyntaxError as error:
            raise malformed(sparql, self.prefixes, self.nearest) from error

    def check(self, sparql: str) -> None:
        """See whether the query can be asked, without asking it.

        Raises:
            QueryError: the query is malformed; a ``UsageError`` too.
            RefusedError: it asks another server; a ``UsageError`` too.
        """
        self._refuse_service(sparql)
        if not parses(sparql, self.prefixes):
            raise malformed(sparql, self.prefixes, self.nearest)

    def _refuse_service(self, sparql: str) -> None:
        """Refuse a query that has ``SERVICE`` as a keyword, however it is hidden between strings and comparisons.

        Where the word stands for something else (a text, a part of a name), the query is still one with another word
        there. Only the parser can tell: ``1<'a>'`` is a comparison to it, and would be an IRI to a pattern.
        """
        if not _SERVICE_ANYWHERE.search(sparql):
            return
        without = _SERVICE_ANYWHERE.sub(_LOOKALIKE, sparql)
        if parses(without, self.prefixes):
            return
        if _SERVICE.search(code_of(sparql)):
            raise RefusedError("SERVICE asks another server", where="query", remedy="ask only this build")
        raise malformed(without, self.prefixes, self.nearest)

    def short(self, iri: str) -> str:
        """An IRI with the prefix of the outputs that fits it best, for reading and for typing."""
        return short(iri, self.prefixes)

    def unknown_terms(self, sparql: str) -> Mapping[str, str]:
        """The terms with a known prefix of which the build says nothing: misspelt ones, most likely.

        Each with the nearest that it does know, or with nothing. Datatypes and what a query declares itself are left out.
        """
        code = code_of(sparql)
        own = {"xsd", *re.findall(r"\bPREFIX\s+([\w-]*):", code, re.IGNORECASE)}
        used = sorted(set(_PREFIXED.findall(code)))
        return {
            f"{prefix}:{local}": self.nearest(f"{prefix}:{local}")
            for prefix, local in used
            if prefix in self.prefixes
            and prefix not in own
            and not self._occurs(NamedNode(self.prefixes[prefix] + local))
        }

    def nearest(self, term: str) -> str:
        """The term that is spelt most like ``term``: with its prefix, or with any of the ontology's; or nothing."""
        prefix, colon, local = term.rpartition(":")
        namespace = self.prefixes.get(prefix if colon else "zm", "")
        known = {name.casefold(): name for name in self._locals(namespace)} if namespace else {}
        near = difflib.get_close_matches(local.casefold(), sorted(known), n=1, cutoff=0.75)
        return f"{prefix if colon else 'zm'}:{known[near[0]]}" if near else ""

    def _locals(self, namespace: str) -> tuple[str, ...]:
        """What follows the namespace in the IRIs of the build; looked for once, since an editor asks again and again."""
        if namespace not in self._found:
            rows = self.dataset.query(_IRIS.replace("$namespace", str(Literal(namespace))))
            self._found[namespace] = tuple(sorted(row[0].value[len(namespace) :] for row in rows))  # type: ignore[union-attr]
        return self._found[namespace]

    def _occurs(self, term: NamedNode) -> bool:
        quads = self.dataset.quads_for_pattern
        return any(next(q, None) for q in (quads(term, None, None), quads(None, term, None), quads(None, None, term)))


def _nodes(iris: Iterable[str]) -> list[Any]:
    """The IRIs as graphs; of any type, since Oxigraph's two lists of them differ in theirs."""
    return [NamedNode(iri) for iri in iris]
