"""A document laid out for relating: clauses, referents (mentions and what points back at them), lists of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..gazetteer import Gazetteer
from ..model import Mention, Part, Reading, Sentence, Text, Token
from ..ontology import Ontology
from .times import Time, times

_CLAUSE_END = re.compile(r"[,;:。!?\n]")
_LIST = re.compile(
    r"[”》]\s?[“《]|[”\"』」》)]?(?:等[^,。;、]{0,6})?\s?(?:、|和|与|及|以及|暨|,如|,包括|,例如)\s?[“\"『「《(]?"
)
_OPEN, _CLOSE = "“(《", "”)》"


@dataclass(frozen=True, slots=True)
class Referent:
    """Something that stands for an entity at the clean span ``[start, end)``; ``mention`` is the index of the mention that
    names it, which lies elsewhere for a pronoun. ``score`` is how sure the reference is.
    """

    start: int
    end: int
    mention: int
    type: str
    score: float = 1.0


@dataclass(frozen=True, slots=True)
class Group:
    """Referents joined in a list (A、B和C), or one alone."""

    members: tuple[Referent, ...]

    @property
    def start(self) -> int:
        return self.members[0].start

    @property
    def end(self) -> int:
        return self.members[-1].end

    @property
    def type(self) -> str:
        return self.members[0].type


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch between commas, as a span of the clean text, and the groups in it."""

    start: int
    end: int
    sentence: int
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Speech:
    """Somebody's words at the clean span ``[start, end)``. ``speakers`` are mentions that the words of saying name, the one
    who speaks last; ``direct`` is true for words in quotation marks.
    """

    start: int
    end: int
    speakers: tuple[int, ...]
    direct: bool = False


@dataclass(frozen=True)
class Scene:
    """A reading with what relating needs; ``referents`` are outermost ones in the order of the text."""

    reading: Reading
    ontology: Ontology
    gazetteer: Gazetteer
    referents: tuple[Referent, ...]
    speeches: tuple[Speech, ...] = ()

    @property
    def text(self) -> Text:
        return self.reading.text

    @property
    def key(self) -> str:
        return self.reading.text.key

    @property
    def mentions(self) -> tuple[Mention, ...]:
        return self.reading.mentions

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        return self.reading.text.sentences

    @cached_property
    def groups(self) -> tuple[tuple[Group, ...], ...]:
        """The lists of referents of each sentence, in order."""
        by_sentence = [[r for r in self.referents if s.start <= r.start < s.end] for s in self.sentences]
        return tuple(tuple(self._grouped(found)) for found in by_sentence)

    @cached_property
    def clauses(self) -> tuple[tuple[Clause, ...], ...]:
        """The clauses of each sentence, in order."""
        return tuple(tuple(self._clauses(i, s)) for i, s in enumerate(self.sentences))

    @cached_property
    def times(self) -> tuple[Time, ...]:
        """The times of the text, in order."""
        return tuple(times(self.key, self.text.document.published))

    def clause_at(self, sentence: int, at: int) -> int:
        """The index, within a sentence, of the clause over clean offset ``at``."""
        clauses = self.clauses[sentence]
        return next((i for i, clause in enumerate(clauses) if clause.start <= at < clause.end), len(clauses) - 1)

    def token_before(self, at: int) -> Token | None:
        """The last word that ends at or before ``at``, blanks and quotation marks left out."""
        index = bisect_right(self._starts, at - 1) - 1
        while index >= 0 and self.key[self.reading.tokens[index].start] in '“"《「 ':
            index -= 1
        return self.reading.tokens[index] if index >= 0 and self.reading.tokens[index].end <= at else None

    def token_at(self, at: int) -> Token | None:
        """The word over ``at``."""
        index = bisect_right(self._starts, at) - 1
        return self.reading.tokens[index] if index >= 0 and self.reading.tokens[index].end > at else None

    def tokens(self, start: int, end: int) -> Sequence[Token]:
        """The words that begin in ``[start, end)``."""
        first = bisect_right(self._starts, start - 1)
        last = bisect_right(self._starts, end - 1)
        return self.reading.tokens[first:last]

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(token.start for token in self.reading.tokens)

    def _grouped(self, referents: Sequence[Referent]) -> Iterator[Group]:
        members: list[Referent] = []
        for referent in referents:
            if members and not self._joined(members[-1], referent):
                yield Group(tuple(members))
                members = []
            members.append(referent)
        if members:
            yield Group(tuple(members))

    def _joined(self, left: Referent, right: Referent) -> bool:
        if left.start == right.start:
            return True  # both are what 双方 means
        between = self.key[left.end : right.start]
        if not between and self.ontology.fits(left.type, "Work") and self.ontology.fits(right.type, "Work"):
            return True  # 《甲》《乙》
        if not between and left.end - left.start == right.end - right.start == 1:
            return self._alike(left.type, right.type)  # 苏浙沪皖
        if _LIST.fullmatch(between):
            return self._alike(left.type, right.type)
        return between == "," and left.type == right.type and self.ontology.fits(left.type, "Offering")

    def _alike(self, left: str, right: str) -> bool:
        tops = ("Organisation", "Place", "Person", "Occasion", "Offering", "Industry", "Work", "Position")
        both = [{top for top in tops if self.ontology.fits(kind, top)} for kind in (left, right)]
        if both[0] & both[1] or left == right:
            return True
        terms = {"Offering", "Industry"}
        actors = {"Organisation", "Place"}
        sites = {"Place", "Facility", "Venue", "Platform", "Project"}
        if any(self.ontology.fits(left, site) for site in sites) and any(
            self.ontology.fits(right, site) for site in sites
        ):
            return True
        return bool(both[0] & terms and both[1] & terms) or bool(both[0] & actors and both[1] & actors)

    def _clauses(self, index: int, sentence: Sentence) -> Iterator[Clause]:
        start, depth = sentence.start, 0
        groups = self.groups[index]
        inside = {at for g in groups if len(g.members) > 1 for at in range(g.start, g.end)}
        for at in range(sentence.start, sentence.end):
            depth += (self.key[at] in "(《") - (self.key[at] in ")》")
            if (
                at == sentence.end - 1
                or (sentence.part is Part.TITLE and self.key[at] == " ")
                or (depth <= 0 and at not in inside and _CLAUSE_END.match(self.key[at]))
            ):
                found = tuple(g for g in groups if start <= g.start < at + 1)
                yield Clause(start, at + 1, index, found)
                start = at + 1

    def sentence_at(self, at: int) -> int:
        """The index of the sentence over clean offset ``at``."""
        return max(0, bisect_right(self.sentences, at, key=lambda sentence: sentence.start) - 1)

    def paragraph(self, sentence: int) -> int:
        return self.sentences[sentence].paragraph

    def in_body(self, sentence: int) -> bool:
        return self.sentences[sentence].part != Part.CAPTION
