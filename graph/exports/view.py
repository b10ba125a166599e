"""The property graph of a build, which all formats but RDF are made of.

A node is an entity. An edge is a statement between two entities, or a triple of the gazetteer that no statement makes;
two statements that differ in status or qualifiers are two edges. Figures and dates stand beside, since they have no
second end; the dates that are facts are also on their node. Everything is sorted, so that what is written is stable.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Node:
    """An entity. ``documents``, ``mentions`` and ``figures`` are counts; ``classes`` its class and all above, nearest first.

    ``name`` is as in the text, ``name_hans`` and ``name_hant`` are it in both scripts, empty for a Latin name. ``values``
    are its dates that are facts, and codes from a user's list, by relation. ``background`` is true for what only the gazetteer names.
    """

    iri: str
    name: str
    name_hans: str
    name_hant: str
    classes: tuple[str, ...]
    class_en: str
    class_zh: str
    colour: str
    aliases: tuple[str, ...]
    short_names: tuple[str, ...]
    gb_code: str
    same_as: tuple[str, ...]
    documents: int
    mentions: int
    figures: int
    background: bool
    values: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Passage:
    """What says so. ``start`` and ``end`` count code points of the document's source text, the end excluded.

    ``quote`` is those characters, less the ``omitted`` that a limit on quotations has cut off; ``source`` is the file or
    address that the article came from.
    """

    document: str
    title: str
    published: str
    source: str
    quote: str
    start: int
    end: int
    omitted: int
    extractor: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Edge:
    """A statement between two entities, or (``background``) what a gazetteer says, with the relation itself as IRI.

    ``qualifiers`` are name and value, an entity by its name; ``times`` are when it holds, a span as ``start/end``. ``id`` is the statement's IRI.
    """

    id: str
    source: str
    source_name: str
    relation: str
    target: str
    target_name: str
    label_en: str
    label_zh: str
    inverse_en: str
    inverse_zh: str
    status: str
    confidence: float
    qualifiers: tuple[tuple[str, str], ...]
    times: tuple[str, ...]
    background: bool
    evidence: tuple[Passage, ...]

    @property
    def documents(self) -> tuple[str, ...]:
        """The IRIs of the documents that say so, each once."""
        return tuple(dict.fromkeys(passage.document for passage in self.evidence))

    @property
    def weight(self) -> int:
        """How many articles say so; 1 where it is the gazetteer."""
        return max(len(self.documents), 1)


@dataclass(frozen=True, slots=True)
class Dated:
    """A statement that gives an entity a date."""

    id: str
    about: str
    about_name: str
    relation: str
    value: str
    status: str
    confidence: float
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of an entity; ``time_end`` is empty unless it holds for a span."""

    id: str
    about: str
    about_name: str
    measure: str
    value: Decimal
    unit: str
    currency: str
    comparator: str
    notation: str
    time: str
    time_end: str
    as_of: str
    share_of: str
    against: str
    status: str
    confidence: float
    evidence: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class PropertyGraph:
    """The whole. ``value_relations`` are the ontology's relations to a date or code, whether or not any entity has one."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    dates: tuple[Dated, ...]
    figures: tuple[Figure, ...]
    value_relations: tuple[str, ...]
