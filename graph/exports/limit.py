"""A limit on quotations for what goes out of a build that holds them in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from ..quotations import CUT, cut
from .opened import RDF, RDFS, SKOS, ZM, Opened, name

if TYPE_CHECKING:
    from .opened import Index

_QUOTE, _OMITTED, _SOURCE = (NamedNode(f"{ZM}{name}") for name in ("quote", "omitted", "sourceText"))
_INTEGER = NamedNode("http://www.w3.org/2001/XMLSchema#integer")


def limited(opened: Opened, limit: int) -> Opened:
    """The same build without the texts, and with no quotation of more than ``limit`` characters; 0 leaves none."""
    return replace(opened, quads=tuple(_limited(opened, limit)))


def _limited(opened: Opened, limit: int) -> Iterator[Quad]:
    index = opened.index
    facts = _facts(index)
    quoting = {NamedNode(iri) for iri in index.subjects(f"{ZM}Evidence")}
    for quad in opened.quads:
        if quad.predicate == _SOURCE or (quad.predicate == _OMITTED and quad.subject in quoting):
            continue
        if quad.predicate != _QUOTE or quad.subject not in quoting:
            yield quad
            continue
        iri, whole = name(quad.subject), quad.object.value if isinstance(quad.object, Literal) else ""
        before = int(index.value(iri, f"{ZM}omitted") or 0)
        passage = whole.removeprefix(CUT).removesuffix(CUT) if before and len(whole) > limit else whole
        quote, omitted = cut(passage, limit, facts[_passage(index, iri)])
        language = quad.object.language if isinstance(quad.object, Literal) else None
        if quote:
            yield Quad(quad.subject, _QUOTE, Literal(quote, language=language), quad.graph_name)
        if before + omitted:
            yield Quad(quad.subject, _OMITTED, Literal(str(before + omitted), datatype=_INTEGER), quad.graph_name)


def _facts(index: Index) -> Mapping[tuple[str, ...], Sequence[Sequence[frozenset[str]]]]:
    """What the ends of the facts are called that rest on a passage, by document, start and end."""
    names = _names(index)
    found: defaultdict[tuple[str, ...], set[tuple[frozenset[str], ...]]] = defaultdict(set)
    for cls, parts in (("Statement", (f"{RDF}subject", f"{RDF}object")), ("Observation", (f"{ZM}about",))):
        for iri in index.subjects(f"{ZM}{cls}"):
            ends = [end.value for part in parts for end in index.terms(iri, part) if isinstance(end, NamedNode)]
            for evidence in index.values(iri, f"{ZM}evidence"):
                document = index.value(evidence, f"{ZM}document")
                found[_passage(index, evidence)].add(tuple(frozenset(names[end, document]) for end in ends))
    return defaultdict(
        list, {key: sorted(facts, key=lambda fact: [sorted(end) for end in fact]) for key, facts in found.items()}
    )


def _names(index: Index) -> Mapping[tuple[str, str], set[str]]:
    """What an entity is called in a document, artefacts included."""
    found: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for mention in index.subjects(f"{ZM}Mention"):
        entity, document = (index.value(mention, f"{ZM}{part}") for part in ("entity", "document"))
        found[entity, document].update(index.values(mention, f"{ZM}quote"), index.values(mention, f"{ZM}surface"))
        found[entity, document].update(index.values(entity, f"{RDFS}label"), index.values(entity, f"{SKOS}altLabel"))
    return found


def _passage(index: Index, evidence: str) -> tuple[str, ...]:
    return tuple(index.value(evidence, f"{ZM}{part}") for part in ("document", "start", "end"))
