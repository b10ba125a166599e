"""Which edition 本届, 今年的 or 展会 points at: the one that the article is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..model import Mention, Part, Text

_POINTER = "pointer"
_NUMBERED = re.compile(r"第.{1,5}[届屆]|首[届屆]|\d{4}")


def point(mentions: Sequence[Mention], text: Text) -> tuple[Mention, ...]:
    """Give every pointer the name of the edition it points at; one that points at none is named by its own words, or goes.

    In an article of several reports a pointer sees its own report and what is common to all.
    """
    items = text.items()
    if not items:
        return _point(mentions, text)
    pointed: dict[tuple[int, int], Mention] = {}
    for item in items:
        part = replace(text, sentences=tuple(s for s in text.sentences if s.item in (0, item)))
        within = [m for m in mentions if any(s.start <= m.start < s.end for s in part.sentences)]
        pointed |= {(m.start, m.end): m for m in _point(within, part)}
    return tuple(pointed[m.start, m.end] for m in mentions if (m.start, m.end) in pointed)


def _point(mentions: Sequence[Mention], text: Text) -> tuple[Mention, ...]:
    editions = [m for m in mentions if m.name != _POINTER and (m.type == "FairEdition" or _numbered_event(m))]
    pointed = []
    for mention in mentions:
        if mention.name != _POINTER:
            pointed.append(mention)
        elif (target := _target(mention, editions, mentions, text)) is not None:
            kind = next((e.type for e in editions if e.surface == target), mention.type)
            pointed.append(replace(mention, name=target, type=kind))
    return tuple(pointed)


def _target(pointer: Mention, editions: Sequence[Mention], mentions: Sequence[Mention], text: Text) -> str | None:
    series = [m for m in mentions if m.type == "Fair" and pointer.start <= m.start and m.end == pointer.end]
    same = [e for e in editions if _same_series(e, series, mentions)] if series else list(editions)
    if same:
        before = [e for e in same if e.end <= pointer.start]
        return main_edition(same, text) or (before or same)[-1].surface
    return pointer.surface if series else None


def _numbered_event(mention: Mention) -> bool:
    return mention.type == "Event" and bool(_NUMBERED.match(mention.surface))


def main_edition(editions: Sequence[Mention], text: Text) -> str | None:
    """The surface of the edition named first in title or lead, or in the first words of one report of several."""
    own = [sentence for sentence in text.sentences if sentence.item][:2]
    for sentence in (*own, *(s for s in text.sentences if s.part in (Part.TITLE, Part.LEAD))):
        for edition in editions:
            if sentence.start <= edition.start < sentence.end:
                return edition.surface
    return None


def _same_series(edition: Mention, series: Sequence[Mention], mentions: Sequence[Mention]) -> bool:
    """Whether an edition belongs to a series, by a name that both end in or that the text defines."""
    wanted = {series[0].surface, series[0].name}
    inner = {
        name
        for m in mentions
        if m.type == "Fair" and m.start >= edition.start and m.end == edition.end
        for name in (m.surface, m.name)
    }
    defined = {m.name for m in mentions if m.type == "Fair" and m.name and m.surface in wanted}
    return bool((wanted | defined) & inner - {""})
