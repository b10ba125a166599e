"""The values that travel from stage to stage: frozen, typed, standard library only.

Offsets are half-open and count code points. A ``Span`` of a ``Text`` counts in the *clean* text; everything that leaves
the program (``Evidence``, the outputs) counts in ``Document.source``, and ``source[start:end] == quote`` always holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

BASE = "https://w3id.org/zhimai/id/"
"""Where the IRIs of instances begin unless the user says otherwise."""

DAMAGED = "\ufffd"
"""What stands in a ``Text.key`` for a character that was lost or garbled. No name, number, sentence or fact goes over it."""


PROGRAM = "zhimai"
"""Who judges, where no person does."""


def digest(*parts: str) -> str:
    """The end of the IRI of a record that has no name: 16 hexadecimal digits, the same for the same parts."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Script(StrEnum):
    """The script of an article, as a language tag."""

    HANT = "zh-Hant"
    HANS = "zh-Hans"


class Status(StrEnum):
    """How far the text commits itself to what a statement says."""

    ASSERTED = "asserted"
    PLANNED = "planned"
    CLAIMED = "claimed"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"


class Part(StrEnum):
    """Which part of an article a sentence belongs to."""

    TITLE = "title"
    LEAD = "lead"
    BODY = "body"
    HEADING = "heading"
    CAPTION = "caption"


class Verdict(StrEnum):
    """What a judgement says of two names, or of a name and what a person puts right."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    RENAMED = "renamed"
    RETYPED = "retyped"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Document:
    """One article as its reader found it.

    ``id`` is a hash of the content; ``uri`` is where it came from, as the user named it; ``source`` is the text as decoded
    (or as the reader of HTML extracted it), before cleaning. ``published`` is an ISO date or empty.
    """

    id: str
    uri: str
    source: str
    title: str = ""
    published: str = ""
    publisher: str = ""
    byline: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A source that was left out of a build, and why (one line, with the remedy)."""

    uri: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence as a span of the clean text, with the part of the article it stands in and its paragraph's number.

    ``item`` is which of an article's several reports or entries it belongs to, from 1; 0 is what is common to all.
    """

    start: int
    end: int
    part: Part
    paragraph: int
    item: int = 0


@dataclass(frozen=True, slots=True)
class Text:
    """A cleaned article.

    ``clean`` is what a person reads; ``key`` is its normal form, character for character (simplified, half-width, lower
    case; ``DAMAGED`` where it is), on which all matching happens; character ``i`` of both is ``document.source[starts[i]:ends[i]]``.
    """

    document: Document
    clean: str
    key: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    script: Script
    sentences: tuple[Sentence, ...] = ()

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in ``document.source`` of the non-empty clean span ``[start, end)``."""
        return self.starts[start], self.ends[end - 1]

    def items(self) -> tuple[int, ...]:
        """The numbers of the article's items, in order; none for an article that is one piece."""
        return tuple(sorted({sentence.item for sentence in self.sentences} - {0}))

    def quote(self, start: int, end: int) -> str:
        """What the source says at the clean span ``[start, end)``, artefacts included."""
        first, last = self.source_span(start, end)
        return self.document.source[first:last]


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the tagger at the clean span ``[start, end)``, with its part of speech (LAC's tag set) and how likely
    the tagger holds that to be, between 0 and 1.
    """

    start: int
    end: int
    tag: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, or a term in the place of one, at the clean span ``[start, end)`` of a document.

    ``type`` is a class of the ontology; ``name`` is what the mention names, where that is not its surface (本屆 names an
    edition); ``recogniser`` says what found it; ``score`` is between 0 and 1.
    """

    document: str
    start: int
    end: int
    surface: str
    type: str
    recogniser: str
    score: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class Literal:
    """A value that is no entity: a date of XSD type ``datatype`` (``date``, ``gYear``, ``gYearMonth``, ``gMonthDay``)."""

    value: str
    datatype: str


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """When a fact holds: ``start`` and ``end`` are ISO dates of any precision; ``end`` is empty where they are one."""

    start: str
    end: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A statement before resolution: subject and object are indices into the mentions of its ``Extraction``."""

    subject: int
    predicate: str
    object: int | Literal
    start: int
    end: int
    extractor: str
    score: float
    status: Status = Status.ASSERTED
    qualifiers: tuple[tuple[str, int | str], ...] = ()
    time: Period | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure before resolution: ``about`` and ``share_of`` are indices of mentions or ``-1``; see ``Figure``."""

    about: int
    measure: str
    value: Decimal
    unit: str
    comparator: str
    start: int
    end: int
    extractor: str
    score: float
    notation: str = ""
    time: Period | None = None
    as_of: str = ""
    share_of: str = ""
    against: str = ""
    status: Status = Status.ASSERTED


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions of one document that name one thing, with the reason (a definition, an apposition)."""

    left: int
    right: int
    reason: str
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What recognition makes of a text: its words and its mentions, both in the order of the text.

    ``addresses`` are mentions of a place together with what it lies in (甲省乙市 for 乙市); each part is one of ``mentions``.
    """

    text: Text
    tokens: tuple[Token, ...]
    mentions: tuple[Mention, ...]
    addresses: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that was read out of one document."""

    text: Text
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...] = ()
    measures: tuple[Measure, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that says so; offsets count in the document's ``source``.

    ``omitted`` is how many of its characters a limit on quotations has taken out of ``quote``; 0 where it is whole.
    ``time`` is when the fact holds by this sentence, where it says so; when the sentence appeared is the document's date.
    """

    document: str
    start: int
    end: int
    quote: str
    extractor: str
    score: float
    omitted: int = 0
    time: Period | None = None

    def key(self, record: str) -> str:
        """The end of its IRI as a passage for ``record`` (``statement/ID``): of what and where, not how surely."""
        return digest(record, self.document, str(self.start), str(self.end), self.extractor)


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact between entities (ids) or an entity and a literal, with all that says it.

    ``id`` is a hash of subject, predicate, object, qualifiers and status, not of the evidence. A qualifier is a
    property's name with an entity's id or a word.
    """

    id: str
    subject: str
    predicate: str
    object: str | Literal
    status: Status
    confidence: float
    evidence: tuple[Evidence, ...]
    qualifiers: tuple[tuple[str, str], ...] = ()

    def times(self) -> tuple[Period, ...]:
        """When it holds by its evidence, in order; no part of what it says, so that it is one fact with and without."""
        return tuple(sorted({said.time for said in self.evidence if said.time}))


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that the text gives for a measure of an entity; scale words are multiplied out of ``value``.

    ``comparator`` is one of exactly, approximately, moreThan, atLeast, lessThan, atMost; ``share_of`` is what a share is
    of, ``against`` what a growth is measured against, both in the text's words.
    """

    id: str
    about: str
    measure: str
    value: Decimal
    unit: str
    comparator: str
    status: Status
    confidence: float
    evidence: tuple[Evidence, ...]
    notation: str = ""
    time: Period | None = None
    as_of: str = ""
    share_of: str = ""
    against: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on two names (entity ids or names with their document), with its reason. Append-only.

    Of what a person puts right ``right`` is the former name, the new class, or the statement that is rejected, in words.
    """

    left: str
    right: str
    verdict: Verdict
    score: float
    reason: str
    by: str = PROGRAM


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing. ``id`` is its IRI below the base (``company/…``); ``type`` its class in the ontology.

    ``name`` is preferred, ``aliases`` are other names that a text uses, ``hidden`` are derived short forms that none
    uses alone; ``mentions`` are where it occurs; ``code`` is its GB/T 2260 code; ``same_as`` are IRIs in registries.
    ``properties`` are literal values that a user's list gives it, by property. ``background`` is true for what the
    gazetteer or such a list adds and no text names.
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    mentions: tuple[Mention, ...] = ()
    code: str = ""
    same_as: tuple[str, ...] = ()
    background: bool = False
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a person's decisions, each told as (place in its file, words).

    ``unapplied`` are those that do not apply, with why; ``left_out`` is what no longer fits a class that one gave.
    """

    unapplied: tuple[tuple[str, str], ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Knowledge:
    """What a build knows: everything that is written, shown and queried is derived from it.

    ``quote_limit`` is how many characters of an article may be quoted at a time; ``None`` is any number, and the
    articles themselves are written too. ``copies`` are articles, by id, each with the one that it is a copy of;
    ``conflicts`` are pairs of figures (``observation/ID``) or statements (``statement/ID``) that cannot both be true.
    """

    texts: tuple[Text, ...]
    entities: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    judgements: tuple[Judgement, ...] = ()
    background: tuple[tuple[str, str, str], ...] = ()
    skipped: tuple[Skipped, ...] = ()
    quote_limit: int | None = None
    outcome: Outcome = Outcome()
    copies: tuple[tuple[str, str], ...] = ()
    conflicts: tuple[tuple[str, str], ...] = ()
    _by_id: dict[str, Entity] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._by_id.update((entity.id, entity) for entity in self.entities)

    def entity(self, id: str) -> Entity:
        """The entity of that id; ``KeyError`` where there is none."""
        return self._by_id[id]

    def facts(self) -> Iterator[Statement]:
        """The statements that also stand as plain triples: the asserted and the planned."""
        return (s for s in self.statements if s.status in (Status.ASSERTED, Status.PLANNED))
