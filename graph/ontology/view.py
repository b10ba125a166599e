"""What an ontology is once read: classes, properties, cues, units; immutable."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pyoxigraph import Triple

from ..model import Status

ZM = "https://w3id.org/zhimai/ontology#"
TAGS = ("en", "zh-Hans", "zh-Hant")


@dataclass(frozen=True, slots=True)
class OntClass:
    """A class. ``parents`` are direct superclasses by name; colour, shape and space may be inherited ones.

    ``suffixes``, ``prefixes``, ``leads``, ``heads``, ``general`` and ``stops`` are lexical hints of this class alone, sorted, in simplified
    characters; ``forms`` are regular expressions. ``bears`` says that figures may be about things of this class.
    """

    name: str
    iri: str
    labels: Mapping[str, str]
    comment: str
    parents: tuple[str, ...]
    colour: str
    shape: str
    space: str
    suffixes: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    general: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    leads: tuple[str, ...] = ()
    bears: bool = False


@dataclass(frozen=True, slots=True)
class OntProperty:
    """A relation (``literal`` false) or a property with a literal value (``literal`` true).

    ``domain`` is a class's name; ``range`` is a class's name, or a datatype's (``AnyDate``, ``xsd:decimal``). ``takes_time``
    says that a statement of it holds at a time, which its evidence may give, ``single_valued`` that a thing has one value.
    """

    name: str
    iri: str
    labels: Mapping[str, str]
    inverse_labels: Mapping[str, str]
    domain: str
    range: str
    symmetric: bool
    literal: bool
    comment: str
    takes_time: bool = False
    single_valued: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """Words (with a frame) or patterns that betray a relation; in the order of the file, in simplified characters.

    ``subjects`` and ``objects`` are all class names admitted, subclasses included (``objects`` is empty where the value
    is a literal). ``names`` is the class of a plain term in the object's place, or empty. ``id`` is stable:
    ``exhibits/带来``.
    """

    id: str
    property: str
    words: tuple[str, ...]
    patterns: tuple[str, ...]
    frame: str
    names: str
    subjects: frozenset[str]
    objects: frozenset[str]
    confidence: float
    qualifiers: tuple[tuple[str, str], ...] = ()
    status: Status | None = None
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit whose figures compare: the words for it, and its ISO 4217 code or its IRI in QUDT (the other is empty)."""

    name: str
    symbols: tuple[str, ...]
    currency: str
    match: str


@dataclass(frozen=True, slots=True)
class Code:
    """An item of a closed list: ``kind`` is its class (``Status``, ``Comparator``, ``Frame`` …)."""

    name: str
    kind: str
    labels: Mapping[str, str]
    comment: str


@dataclass(frozen=True, slots=True)
class Ontology:
    """The whole, by local names. ``triples`` are its named terms as RDF, sorted, without cues and lexical hints.

    ``datatypes`` are those of our own, each with the IRIs of the datatypes that it holds. ``prefixes`` are those (prefix →
    namespace) that files of a user's own gave to terms of their own. ``broader`` leads from each class of the shipped
    ontology that is not here to the nearest above it that is, where there is one.
    """

    iri: str
    version: str
    classes: Mapping[str, OntClass]
    properties: Mapping[str, OntProperty]
    cues: tuple[Cue, ...] = ()
    codes: Mapping[str, Code] = field(default_factory=dict)
    units: Mapping[str, Unit] = field(default_factory=dict)
    datatypes: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    triples: tuple[Triple, ...] = ()
    prefixes: Mapping[str, str] = field(default_factory=dict)
    broader: Mapping[str, str] = field(default_factory=dict)
    _up: dict[str, frozenset[str]] = field(init=False, default_factory=dict, repr=False, compare=False)
    _down: dict[str, frozenset[str]] = field(init=False, default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._up.update((name, frozenset(self._climb(name))) for name in self.classes)
        self._down.update((n, frozenset(m for m in self.classes if n in self._up[m])) for n in self.classes)

    def subclasses(self, name: str) -> frozenset[str]:
        """The class and all below it; ``KeyError`` where there is no such class."""
        return self._down[name]

    def superclasses(self, name: str) -> frozenset[str]:
        """The class and all above it; ``KeyError`` where there is no such class."""
        return self._up[name]

    def fits(self, cls: str, wanted: str) -> bool:
        """Whether every ``cls`` is a ``wanted``; an unknown class fits nothing."""
        return wanted in self._up.get(cls, ())

    def lexicon(self, name: str) -> OntClass:
        """The class for its hints; one without any where there is no such class."""
        return self.classes.get(name) or OntClass(name, ZM + name, {}, "", (), "", "", "")

    def is_own(self, name: str) -> bool:
        """Whether a class is a user's own: declared outside the namespace of Zhimai."""
        return name in self.classes and not self.classes[name].iri.startswith(ZM)

    def standing_for(self, name: str) -> str:
        """The class itself, or the one that stands for it here (``broader``); empty where none does."""
        return name if name in self.classes else self.broader.get(name, "")

    def _climb(self, name: str) -> set[str]:
        found = {name}
        for parent in self.classes[name].parents:
            found |= self._climb(parent)
        return found
