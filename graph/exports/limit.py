"""A limit on quotations for what goes out of a build that holds them in full."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from pyoxigraph import Literal, NamedNode, Quad

from ..ontology import ZM
from ..quotations import CUT, Fact, cut, figure_ends, in_order, numerals
from .opened import RDF, RDFS, SKOS, Opened, name

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
    quoting = {iri for iri in index.subjects(f"{ZM}Evidence") if index.value(iri, f"{ZM}quote")}
    for quad in opened.quads:
        iri, value = name(quad.subject), quad.object
        if quad.predicate == _SOURCE or (quad.predicate == _OMITTED and iri in quoting):
            continue
        if quad.predicate != _QUOTE or iri not in quoting or not isinstance(value, Literal):
            yield quad
            continue
        before = int(index.value(iri, f"{ZM}omitted") or 0)
        quote, omitted = _cut(value.value, limit, facts[_passage(index, iri)], was_cut=before > 0)
        if quote:
            yield Quad(quad.subject, _QUOTE, Literal(quote, language=value.language), quad.graph_name)
        if before + omitted:
            yield Quad(quad.subject, _OMITTED, Literal(str(before + omitted), datatype=_INTEGER), quad.graph_name)


def _cut(quote: str, limit: int, facts: Sequence[Fact], *, was_cut: bool) -> tuple[str, int]:
    """As ``cut``; where the quote has been cut before, its marks stay and are no characters that can be left out."""
    if not was_cut or len(quote) <= limit:
        return cut(quote, limit, facts)
    before, after = CUT * quote.startswith(CUT), CUT * quote.endswith(CUT)
    passage = quote.removeprefix(CUT).removesuffix(CUT)
    window, omitted = cut(passage, limit - len(before) - len(after), facts)
    if not window:
        return "", omitted
    return before * (not window.startswith(CUT)) + window + after * (not window.endswith(CUT)), omitted


def _facts(index: Index) -> Mapping[tuple[str, ...], Sequence[Fact]]:
    """What the ends of the facts are called that rest on a passage, by document, start and end."""
    names = _names(index)
    found: defaultdict[tuple[str, ...], set[Fact]] = defaultdict(set)
    for cls in ("Statement", "Observation"):
        for iri in index.subjects(f"{ZM}{cls}"):
            for evidence in index.values(iri, f"{ZM}evidence"):
                found[_passage(index, evidence)].update(_ends(index, iri, evidence, names))
    return defaultdict(list, {passage: in_order(facts) for passage, facts in found.items()})


def _ends(index: Index, said: str, evidence: str, names: Mapping[tuple[str, str], set[str]]) -> Iterable[Fact]:
    document = index.value(evidence, f"{ZM}document")
    if value := index.value(said, f"{ZM}value"):
        number = numerals(index.value(evidence, f"{ZM}quote"), Decimal(value))
        return figure_ends(names[index.value(said, f"{ZM}about"), document], number)
    ends = (end for part in ("subject", "object") for end in index.terms(said, f"{RDF}{part}"))
    return [tuple(frozenset(names[end.value, document]) for end in ends if isinstance(end, NamedNode))]


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
