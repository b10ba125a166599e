"""What a recogniser sees of a text: its normal form, its words, the ontology and the gazetteer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Protocol

from ..authority import NO_AUTHORITY, Authority
from ..gazetteer import Gazetteer
from ..model import DAMAGED, Mention, Sentence, Text, Token
from ..ontology import Ontology


@dataclass(frozen=True)
class View:
    """A text with its words; ``found`` are the mentions of the recognisers before this one."""

    text: Text
    tokens: tuple[Token, ...]
    ontology: Ontology
    gazetteer: Gazetteer
    found: tuple[Mention, ...] = ()
    authority: Authority = NO_AUTHORITY
    _token_at: dict[int, int] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        for index, token in enumerate(self.tokens):
            self._token_at.update(dict.fromkeys(range(token.start, token.end), index))

    @cached_property
    def cue_words(self) -> frozenset[str]:
        """The words of the ontology's cues that are long enough to be verbs by themselves."""
        verbs = (cue for cue in self.ontology.cues if cue.frame != "Learnt")
        return frozenset(word for cue in verbs for word in cue.words if len(word) > 1)

    @cached_property
    def leads(self) -> frozenset[str]:
        """The words that stand right before names without being part of them (zm:lead)."""
        return frozenset(lead for cls in self.ontology.classes.values() for lead in cls.leads)

    @property
    def key(self) -> str:
        """The text in its normal form."""
        return self.text.key

    def token_index(self, at: int) -> int:
        """The index of the word over clean offset ``at``; -1 where there is none."""
        return self._token_at.get(at, -1)

    def token(self, at: int) -> Token | None:
        """The word over clean offset ``at``."""
        index = self.token_index(at)
        return self.tokens[index] if index >= 0 else None

    def word(self, token: Token) -> str:
        """A word in normal form."""
        return self.key[token.start : token.end]

    def starts_word(self, at: int) -> bool:
        """Whether a word begins at ``at``."""
        token = self.token(at)
        return token is None or token.start == at

    def ends_word(self, at: int) -> bool:
        """Whether a word ends before ``at``."""
        token = self.token(at - 1)
        return token is None or token.end == at

    def tags(self, start: int, end: int) -> tuple[str, ...]:
        """The parts of speech of the words that touch a span."""
        first = self.token_index(start)
        found = []
        while 0 <= first < len(self.tokens) and self.tokens[first].start < end:
            found.append(self.tokens[first].tag)
            first += 1
        return tuple(found)

    def between(self, start: int, end: int) -> list[Token]:
        """The words that lie in a span."""
        index = max(self.token_index(start), 0)
        found = []
        while index < len(self.tokens) and self.tokens[index].end <= end:
            if self.tokens[index].start >= start:
                found.append(self.tokens[index])
            index += 1
        return found

    def is_whole(self, mention: Mention) -> bool:
        """Whether no damaged character stands in a mention or beside it, where it may be part of the name."""
        return DAMAGED not in self.key[max(0, mention.start - 1) : mention.end + 1]

    def sentence(self, at: int) -> Sentence | None:
        """The sentence over clean offset ``at``."""
        for sentence in self.text.sentences:
            if sentence.start <= at < sentence.end:
                return sentence
        return None

    def mention(self, start: int, end: int, type: str, recogniser: str, score: float, name: str = "") -> Mention:
        """A mention of this text at the clean span ``[start, end)``."""
        return Mention(
            self.text.document.id, start, end, self.text.clean[start:end], type, recogniser, round(score, 2), name
        )


class Recogniser(Protocol):
    """Finds mentions of one kind; it may look at those found before it (``View.found``) and never changes them."""

    def __call__(self, view: View) -> Iterable[Mention]: ...
