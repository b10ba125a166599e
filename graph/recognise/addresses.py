"""Places named from the larger to the smaller in one go: 甲省乙市丙镇 is one name of 丙镇."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..gazetteer import Gazetteer
from ..model import Mention, Text

_LEVELS = {"Region": 0, "Country": 0, "Province": 1, "City": 2, "District": 3, "Place": 6, "Facility": 6, "Venue": 6}
_SMALLER = (("镇", 4), ("乡", 4), ("街道", 4), ("村", 5), ("社区", 5))  # what is smaller than its class says


def addresses(text: Text, mentions: Sequence[Mention], gazetteer: Gazetteer) -> Iterator[Mention]:
    """The whole of each run of places of which each lies in the one before; it names what the last of them names.

    ``mentions`` are in the order of the text, the longer first where two begin together.
    """
    run: list[Mention] = []
    end = 0
    for mention in mentions:
        inside = mention.end <= end
        end = max(end, mention.end)
        if inside:
            continue
        if run and run[-1].end == mention.start and _lies_in(text, mention, run[-1], gazetteer):
            run.append(mention)
            continue
        yield from _whole(text, run)
        run = [mention] if mention.type in _LEVELS else []
    yield from _whole(text, run)


def _whole(text: Text, run: Sequence[Mention]) -> Iterator[Mention]:
    if len(run) > 1:
        start, last = run[0].start, run[-1]
        surface, score = text.clean[start : last.end], min(m.score for m in run)
        name = last.name or last.surface
        yield Mention(text.document.id, start, last.end, surface, last.type, "address", score, name)


def _lies_in(text: Text, mention: Mention, before: Mention, gazetteer: Gazetteer) -> bool:
    """Whether a place may lie in the one named right before it: the smaller one, and no list says otherwise."""
    if mention.type not in _LEVELS or _level(text, mention) <= _level(text, before):
        return False
    known = gazetteer.by_name.get(text.key[mention.start : mention.end], ())
    above = {place.id for place in gazetteer.by_name.get(text.key[before.start : before.end], ())}
    if not known or not above:
        return True
    return any(above & {larger.id for larger in gazetteer.ancestors(place)} for place in known)


def _level(text: Text, mention: Mention) -> int:
    name = text.key[mention.start : mention.end]
    return next((level for ending, level in _SMALLER if name.endswith(ending)), _LEVELS[mention.type])
