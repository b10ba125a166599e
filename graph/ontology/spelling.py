"""Finds names of ours that nobody declared: a misspelt term must not vanish without a word."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, NamedNode

from .source import RDF_TYPE, Mistakes, Triples, TurtleFile
from .view import ZM

CUE_TERMS = (
    "words", "pattern", "frame", "names", "subjectClass", "objectClass", "confidence", "qualifier", "status", "unless",
)  # fmt: skip
HINTS = ("suffix", "prefix", "lead", "form", "head", "stop")
FRAMES = ("Verb", "Before", "After", "Locative")
_VOCABULARY = frozenset(
    (*CUE_TERMS, *HINTS, "cue", "bearsFigures", "colour", "shape", "space", "symbol", "inverseLabel")
)


def check_spelling(triples: Triples, mistakes: Mistakes) -> None:
    """Report each ``zm:`` name that is used and declared nowhere, with the nearest that is.

    The predicates of cues are left to the reader of cues, which knows what a cue may have.
    """
    declared = {term.value for file in triples.files for term in _declared(file)}
    known = declared | {ZM + name for name in _VOCABULARY}
    for file in triples.files:
        for term in dict.fromkeys(_used(file)):
            if term.value not in known:
                known.add(term.value)
                where = f"{file.path.name}:{file.line(file.short(term))}: {file.short(term)}"
                names = sorted(iri.removeprefix(ZM) for iri in known)
                remedy = suggest(term.value.removeprefix(ZM), names, "declare it or mend it")
                mistakes.add(where, "no such term", remedy)


def _declared(file: TurtleFile) -> Iterator[NamedNode]:
    return (s for s, p, _ in file.triples if p == RDF_TYPE and isinstance(s, NamedNode))


def _used(file: TurtleFile) -> Iterator[NamedNode]:
    for subject, predicate, value in file.triples:
        terms = (value,) if isinstance(subject, BlankNode) else (subject, predicate, value)
        yield from (term for term in terms if isinstance(term, NamedNode) and term.value.startswith(ZM))


def suggest(name: str, names: Iterable[str], otherwise: str) -> str:
    """``did you mean zm:…`` for the nearest of the names, or the other remedy."""
    by_lower = {known.lower(): known for known in names if known != name}
    near = difflib.get_close_matches(name.lower(), by_lower, n=1)
    return f"did you mean zm:{by_lower[near[0]]}?" if near else otherwise
