"""Which edition 本届, 今年的 or 展会 points at: the one that the article is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ..model import Mention, Part, Text
from ..script import normal_form

_POINTER = "pointer"
_NUMBERED = re.compile(r"第.{1,5}[届屆]|首[届屆]|\d{4}")
_YEAR = re.compile(r"(?:19|20)\d\d")


def point(mentions: Sequence[Mention], text: Text) -> tuple[Mention, ...]:
    """Give every pointer the name of the edition it points at; one that points at none is named by the year in which its
    article was published (本届甲博会 is 2024年甲博会), or goes. An edition that the article gives by number and by year is one.

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
    return _dated(_with_series(pointed), text)


def _dated(mentions: Sequence[Mention], text: Text) -> tuple[Mention, ...]:
    """The mentions with that of this year's edition named as the numbered one with which title and lead give it."""
    opening = [s for s in text.sentences if s.part in (Part.TITLE, Part.LEAD)]
    editions = [m for m in mentions if m.type == "FairEdition" and m.recogniser != _POINTER]
    early = [m for m in editions if any(s.start <= m.start < s.end for s in opening)]
    numbered = [m for m in early if not _YEAR.match(m.surface)]
    year = text.document.published[:4]
    found = {
        one.surface: numbered[0].name or numbered[0].surface
        for one in early
        if numbered
        and (said := _YEAR.match(one.surface))
        and said.group() == (year or said.group())
        and _same_series(numbered[0], _series_in(one, mentions), mentions)
    }
    called = {
        m: found.get(m.name if m.recogniser == _POINTER else m.surface) for m in (*editions, *_pointers(mentions))
    }
    return tuple(replace(m, name=name) if (name := called.get(m)) else m for m in mentions)


def _pointers(mentions: Sequence[Mention]) -> list[Mention]:
    return [m for m in mentions if m.type == "FairEdition" and m.recogniser == _POINTER]


def _with_series(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions with each short name of a fair named as the only fair of the article that it shortens (茶博会: 东湖茶博会)."""
    series = {m.name or m.surface for m in mentions if m.type == "Fair"}
    full = {
        m: [s for s in series if len(s) > len(m.surface) and _shortens(m.surface, s)]
        for m in mentions
        if m.type == "Fair" and not m.name
    }
    return [replace(m, name=full[m][0]) if len(full.get(m, ())) == 1 else m for m in mentions]


def _series_in(edition: Mention, mentions: Sequence[Mention]) -> list[Mention]:
    """The names of its series at the end of an edition's name."""
    return [m for m in mentions if m.type == "Fair" and edition.start <= m.start and m.end == edition.end]


def _target(pointer: Mention, editions: Sequence[Mention], mentions: Sequence[Mention], text: Text) -> str | None:
    series = _series_in(pointer, mentions)
    same = [e for e in editions if _same_series(e, series, mentions)] if series else list(editions)
    if same:
        before = [e for e in same if e.end <= pointer.start]
        return main_edition(same, text) or (before or same)[-1].surface
    year = text.document.published[:4]
    return f"{year}年{series[0].name or series[0].surface}" if series and year else None


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
    """Whether an edition belongs to a series, by a name that both end in, that shortens the other, or that the text defines."""
    wanted = {name for m in series for name in (m.surface, m.name)} - {""}
    inner = {name for m in _series_in(edition, mentions) for name in (m.surface, m.name)} - {""}
    defined = {m.name for m in mentions if m.type == "Fair" and m.name and m.surface in wanted}
    return bool((wanted | defined) & inner) or any(_shortens(*sorted((a, b), key=len)) for a in wanted for b in inner)


def _shortens(short: str, full: str) -> bool:
    """Whether a name of a fair keeps characters of another in their order and ends like it (甲博会, 甲川国际博览会)."""
    rest = iter(normal_form(full))
    return short[-1:] == full[-1:] and all(character in rest for character in normal_form(short))
