"""Evidence as people read it: the quote in its sentence, with the names that it is about marked."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model import Entity, Evidence, Text

LONGEST = 360
"""Characters of context that are shown at most, beyond the quote itself."""

Span = tuple[int, int]


class Role(IntEnum):
    """What a piece of a passage is; the page gives each its own look."""

    CONTEXT = 0
    QUOTE = 1
    SUBJECT = 2
    OBJECT = 3


class Quoter:
    """Finds the passage around a quote and the names in it. All spans count in ``Document.source``.

    Without ``context`` a passage is the quote alone, as it stands in the evidence.
    """

    def __init__(self, texts: Iterable[Text], entities: Iterable[Entity], *, context: bool = True) -> None:
        self._context = context
        self._texts = {text.document.id: text for text in texts}
        self._names: dict[str, tuple[str, ...]] = {}
        self._spans: dict[tuple[str, str], list[Span]] = {}
        for entity in entities:
            self._names[entity.id] = tuple(sorted({entity.name, *entity.aliases}, key=lambda name: (-len(name), name)))
            for mention in entity.mentions:
                text = self._texts.get(mention.document)
                if text is not None and mention.start < mention.end:
                    spans = self._spans.setdefault((entity.id, mention.document), [])
                    spans.append(text.source_span(mention.start, mention.end))
        self._sentences = {id: sentence_spans(text) for id, text in self._texts.items()}

    def passage(self, evidence: Evidence, subject: str, object: str = "") -> list[tuple[str, int]]:
        """The pieces of the passage in their order, each with its role; joined they are the source's own characters.

        ``subject`` and ``object`` are ids of entities; an id that is unknown or empty marks nothing.
        """
        text = self._texts.get(evidence.document)
        if text is None or not self._context:
            return self._alone(evidence.quote, subject, object)
        source = text.document.source
        start, end = around(self._sentences[evidence.document], evidence.start, evidence.end)
        roles = [Role.CONTEXT] * (end - start)
        paint(roles, (evidence.start - start, evidence.end - start), Role.QUOTE)
        for id, role in ((subject, Role.SUBJECT), (object, Role.OBJECT)):
            for first, last in self._found(id, evidence.document, source, (start, end)):
                paint(roles, (first - start, last - start), role)
        return pieces(source[start:end], roles)

    def _alone(self, quote: str, *ends: str) -> list[tuple[str, int]]:
        """The quote without its sentence, which is not at hand or not to be shown."""
        roles = [Role.QUOTE] * len(quote)
        for id, role in zip(ends, (Role.SUBJECT, Role.OBJECT), strict=True):
            name = next((name for name in self._names.get(id, ()) if name and name in quote), "")
            paint(roles, (quote.find(name), quote.find(name) + len(name)), role)
        return pieces(quote, roles)

    def _found(self, id: str, document: str, source: str, within: Span) -> list[Span]:
        start, end = within
        inside = [span for span in self._spans.get((id, document), ()) if start <= span[0] and span[1] <= end]
        if inside:
            return inside
        for name in self._names.get(id, ()):
            at = source.find(name, start, end)
            if name and at >= 0:
                return [(at, at + len(name))]
        return []


def sentence_spans(text: Text) -> list[Span]:
    """The sentences of a text, in their order."""
    return sorted(text.source_span(s.start, s.end) for s in text.sentences if s.start < s.end)


def around(sentences: Sequence[Span], start: int, end: int) -> Span:
    """The span of the sentences that ``[start, end)`` touches, cut to a length that a person reads at a glance."""
    first, last = start, end
    for left, right in sentences[max(0, bisect_left(sentences, (start, start)) - 1) :]:
        if left >= end:
            break
        if right > start:
            first, last = min(first, left), max(last, right)
    return max(first, start - LONGEST // 2), min(last, end + LONGEST // 2)


def paint(roles: list[Role], span: Span, role: Role) -> None:
    """Give the characters of ``span`` a role; a character that is already part of a name keeps it."""
    for index in range(max(0, span[0]), min(len(roles), span[1])):
        if roles[index] < Role.SUBJECT:
            roles[index] = role


def pieces(text: str, roles: Sequence[Role]) -> list[tuple[str, int]]:
    """The text cut where the role changes."""
    cuts = [0, *(i for i in range(1, len(text)) if roles[i] != roles[i - 1]), len(text)]
    return [(text[a:b], int(roles[a])) for a, b in itertools.pairwise(cuts) if a < b]
