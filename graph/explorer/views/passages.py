"""Quotes as people read them: in the sentences around them, with the names that a fact is about marked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pyoxigraph import NamedNode

from ...ontology import ZM
from ...page.quoting import Role, paint, pieces
from .asked import Json

if TYPE_CHECKING:
    from .opened import Opened

_ENDS = re.compile(r"[。！？!?][”」』’\"）)]*|[\r\n]+")
_BREAKS = "\r\n"
_FARTHEST = 180
"""Characters of context on either side at most."""
_NEIGHBOUR = 60
"""Characters of the sentence before, and of that after, at most."""
_ENTITY, _START, _END = (NamedNode(f"{ZM}{name}") for name in ("entity", "start", "end"))

Span = tuple[int, int]


class Passages:
    """Finds the passages of one answer; texts and places of names are looked up once for all of it."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._texts: dict[str, str | None] = {}
        self._spans: dict[tuple[str, str], list[Span]] = {}

    def told(self, said: Mapping[str, Any], subject: str, object: str = "") -> Json:
        """A passage of evidence: what is known of its article, its offsets, its ``quote`` and its ``pieces``, each with the
        number of its role; joined they are the article's own characters. ``cut`` says whether more stands before and after.

        Args:
            said: the evidence as ``beside`` gives it.
            subject: the IRI of what the fact is about.
            object: that of the other end; nothing where it is a value.
        """
        iri, start, end = said["document"], said["start"], said["end"]
        told = {**self._opened.articles.told(iri), "start": start, "end": end, "quote": said.get("quote", "")}
        text = self.text(iri)
        if text is None:
            return {**told, "cut": [False, False], "pieces": self._alone(told["quote"], subject, object)}
        first, last, cut = around(text, start, end)
        roles = [Role.CONTEXT] * (last - first)
        paint(roles, (start - first, end - first), Role.QUOTE)
        for one, role in ((subject, Role.SUBJECT), (object, Role.OBJECT)):
            for left, right in self.within(one, iri, (start, end)) or self.within(one, iri, (first, last)):
                paint(roles, (left - first, right - first), role)
        return {**told, "cut": cut, "pieces": pieces(text[first:last], roles)}

    def text(self, document: str) -> str | None:
        """The text of an article by its IRI; nothing where the build kept none."""
        if document not in self._texts:
            self._texts[document] = self._opened.articles.text(document)
        return self._texts[document]

    def within(self, thing: str, document: str, span: Span) -> list[Span]:
        """Where a thing is named inside a span of an article; where no mention is, the first place of one of its names."""
        if not thing:
            return []
        mentioned = self._mentioned(thing, document)
        near = mentioned[bisect_left(mentioned, (span[0], 0)) : bisect_left(mentioned, (span[1], 0))]
        inside = [one for one in near if one[1] <= span[1]]
        text = self.text(document)
        if inside or text is None:
            return inside
        found = _first(text[span[0] : span[1]], self._opened.names.of(thing))
        return [(span[0] + found[0], span[0] + found[1])] if found else []

    def _mentioned(self, thing: str, document: str) -> list[Span]:
        key = thing, document
        if key not in self._spans:
            quads = self._opened.store.dataset.quads_for_pattern
            graph = NamedNode(document)
            mentions = [quad.subject for quad in quads(None, _ENTITY, NamedNode(thing), graph)]
            places: list[Any] = [
                (next(quads(one, _START, None, graph)).object, next(quads(one, _END, None, graph)).object)
                for one in mentions
            ]
            self._spans[key] = sorted((int(start.value), int(end.value)) for start, end in places)
        return self._spans[key]

    def _alone(self, quote: str, *things: str) -> Json:
        """A quote without its text, which the build did not keep."""
        roles = [Role.QUOTE] * len(quote)
        for one, role in zip(things, (Role.SUBJECT, Role.OBJECT), strict=True):
            if found := _first(quote, self._opened.names.of(one) if one else ()):
                paint(roles, found, role)
        return pieces(quote, roles)


def around(text: str, start: int, end: int) -> tuple[int, int, tuple[bool, bool]]:
    """The span of the sentences that a quote touches, with the end of the sentence before and the beginning of the one
    after, in the same paragraph; and whether a sentence is cut at either end.

    >>> around("甲来了。乙走了。丙没动。", 4, 8)
    (0, 12, (False, False))
    """
    low, high = max(0, start - _FARTHEST), min(len(text), end + _FARTHEST)
    cuts = [low, *(match.end() for match in _ENDS.finditer(text, low, high)), high]
    sentences = [pair for pair in pairwise(cuts) if pair[0] < pair[1]]
    touched = [at for at, (a, b) in enumerate(sentences) if a < end and start < b] or [0]
    first, last = sentences[touched[0]][0], sentences[touched[-1]][1]
    starts = {a for a, _ in sentences if a > low or low == 0}
    if touched[0] and text[first - 1] not in _BREAKS:
        first = max(sentences[touched[0] - 1][0], first - _NEIGHBOUR)
    if touched[-1] + 1 < len(sentences) and text[last - 1] not in _BREAKS:
        last = min(sentences[touched[-1] + 1][1], last + _NEIGHBOUR)
    last = max(end, first + len(text[first:last].rstrip(_BREAKS)))
    ended = last == len(text) or text[last] in _BREAKS or last in starts
    return first, last, (first not in starts, not ended)


def _first(text: str, names: Iterable[str]) -> Span | None:
    """Where the longest of some names stands first."""
    for name in sorted(names, key=lambda one: (-len(one), one)):
        at = text.find(name)
        if name and at >= 0:
            return at, at + len(name)
    return None
