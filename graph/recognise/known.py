"""Well-known organisations of the gazetteer: by names that count anywhere, and by weak ones that the text has to bear out."""

from __future__ import annotations

from collections.abc import Iterator

from ..gazetteer import Body, Support, longest_matches
from ..model import Mention
from .bodies import acts_as_firm, begins_predicate
from .view import View

_SURE = 0.7  # of the tagger's word
_STRONG, _WEAK = 0.9, 0.96  # a weak name that the text bears out is no place of that name, either
_SHORT = 3  # characters, of a name that is easily part of a word
_LEVELS = frozenset("省市区县州旗盟镇乡")
_MAY_HOLD = frozenset({"ORG", "LOC", "nz", "nw"})


def known_bodies(view: View) -> Iterator[Mention]:
    """Well-known organisations by full name or alias."""
    for start, end in longest_matches(view.key, view.gazetteer.bodies):
        body = view.gazetteer.bodies[view.key[start:end]]
        if not _is_whole(view, start, end) or _is_local(view, start, body):
            continue
        if body.type == "Company" and _is_composed(view, start, end):
            continue
        if view.key[end : end + 1] in ("网", "报") or _inside_longer_name(view, start, end, body.type):
            continue
        yield view.mention(start, end, body.type, "gazetteer", _STRONG, body.name)


def weak_bodies(view: View) -> Iterator[Mention]:
    """Well-known organisations by names that mean other things too (苹果, 火箭), where tagger or words around bear them out."""
    taken = {at for start, end in longest_matches(view.key, view.gazetteer.bodies) for at in range(start, end)}
    for start, end in longest_matches(view.key, view.gazetteer.weak_bodies):
        if start in taken or not _is_whole(view, start, end):
            continue
        body = _meant(view, start, end)
        if body is not None and not _inside_longer_name(view, start, end, body.type):
            yield view.mention(start, end, body.type, "gazetteer", _WEAK, body.name)


def _meant(view: View, start: int, end: int) -> Body | None:
    """The one body that a weak name means here: that which the text names in full, else that which its surroundings fit."""
    bodies = view.gazetteer.weak_bodies[view.key[start:end]]
    named = [body for body in bodies if _is_named(view, body)]
    around = [body for body in bodies if _fits(view, start, end, body)]
    place = "LOC" in view.tags(start, end)
    found = (named if not place else []) or around or (list(bodies) if _tagged_surely(view, start, end) else [])
    return found[0] if len(found) == 1 else None


def _tagged_surely(view: View, start: int, end: int) -> bool:
    """Whether the tagger is sure of an organisation, for a name that is no place's (利物浦 is a club and a city)."""
    token = view.token(start)
    sure = token is not None and token.tag == "ORG" and (token.start, token.end) == (start, end) and token.score > _SURE
    return sure and view.key[start:end] not in view.gazetteer.by_name


def _is_named(view: View, body: Body) -> bool:
    """Whether the text has a name of the body that counts anywhere."""
    return any(name.lower() in view.key for name in (body.name, *body.aliases) if name not in body.weak)


def _fits(view: View, start: int, end: int, body: Body) -> bool:
    """Whether what stands right before or behind a name stands around bodies of that class (``support.csv``)."""
    support = view.gazetteer.support.get(body.type, Support((), ()))
    if view.key.endswith(support.before, 0, start) or view.key.startswith(support.after, end):
        return True
    return body.type == "Company" and acts_as_firm(view, start, end)


def _is_whole(view: View, start: int, end: int) -> bool:
    """Whether a name is no part of a longer word: a short one has words' ends on both sides, a Latin one no letter."""
    if view.key[start].isascii() and view.key[start - 1 : start].isascii() and view.key[start - 1 : start].isalnum():
        return False
    if view.key[end - 1].isascii() and view.key[end : end + 1].isascii() and view.key[end : end + 1].isalnum():
        return False
    return end - start > _SHORT or (view.starts_word(start) and view.ends_word(end))


def _is_composed(view: View, start: int, end: int) -> bool:
    """Whether plain words side by side only happen to read as a firm (某省|能源|建设, 中国|航运|枢纽)."""
    if end - start > _SHORT + 1 or view.key[start].isascii() or acts_as_firm(view, start, end):
        return False
    follows = view.token(end)
    goes_on = follows is not None and (follows.start < end or follows.tag in ("n", "vn", "nz"))
    words = view.between(start, end)
    plain = len(words) > 1 and {t.tag for t in words} <= {"n", "LOC", "vn", "v", "a", "an"}
    return goes_on and (plain or view.key.startswith("中国", start))


def _is_local(view: View, start: int, body: Body) -> bool:
    """Whether the short name of a national organ is that of a local one (某市卫健委)."""
    return body.type == "GovernmentBody" and view.key[start - 1 : start] in _LEVELS


def _inside_longer_name(view: View, start: int, end: int, type: str) -> bool:
    """Whether the tagger takes the name for part of a longer one; a place before it is no part (某省某公司, not 某国财政部)."""
    token = view.token(start)
    if token is None or (token.start == start and begins_predicate(view.key[end : token.end])):
        return False
    if token.end == end and type != "GovernmentBody" and view.key[token.start : start] in view.gazetteer.by_name:
        return False
    return token.tag in _MAY_HOLD and (token.start < start or token.end > end) and token.end >= end
