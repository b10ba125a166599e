"""When a fact holds: the time that its own clause gives it, apart from when the article told it."""

from __future__ import annotations

import re

from ..model import Period
from .scene import Clause, Scene
from .times import Time

# Behind a time it is that of the telling (5月8日公告, 12月6日讯), not of what is told.
_TOLD = re.compile(
    r"宣布|宣告|公告|公布|披露|透露|报道|报导|表示|介绍|消息|讯|获悉|了解到|指出|称(?!号)|说(?!明)|^电|发布(?:会|的|了?(?:声明|消息))"
)
_NOT_THEN = re.compile(r"(?:之|以)?[前后](?!三|两|二|一|\d|半)")  # 2020年以前 is not in 2020
_BEFORE = re.compile(r"(?:较|比|与|同|由|从)$")  # what it is compared with, or changes from
_LINK = frozenset({"", "于", "在", "是在", "了"})


def time_of(scene: Scene, predicate: str, sentence: int, start: int, end: int) -> Period | None:
    """The time of a fact whose cue stands at the clean span ``[start, end)``; none where it is not plain, where its year is
    not known, or where the ontology has no ``zm:takesTime`` for the relation.

    A time belongs to the cue that it stands before in one clause, or right behind; one before a comma belongs to the clause
    that follows. Where a verb of telling or one that qualifies a noun (2015年成立的甲公司) stands between, it is that one's.
    """
    if not scene.ontology.properties[predicate].takes_time:
        return None
    clauses = scene.clauses[sentence]
    here = scene.clause_at(sentence, start)
    times = [t for t in scene.times if _usable(scene, t) and scene.sentences[sentence].start <= t.start]
    own = [t for t in times if clauses[here].start <= t.start and t.end <= start]
    after = [t for t in times if end <= t.start < clauses[here].end and scene.key[end : t.start] in _LINK]
    leading = [t for t in times if t.end < clauses[here].start and _leads(scene, clauses, here, t)]
    found = [t for t in own[-1:] or leading[-1:] if _reaches(scene, t, start)] or after[:1]
    return found[0].period() if found else None


def _usable(scene: Scene, time: Time) -> bool:
    named = any(m.start <= time.start and time.end <= m.end for m in scene.mentions)
    compared = _BEFORE.search(scene.key, max(0, time.start - 1), time.start) and not time.until
    return not (time.first.startswith("--") or named or compared or _NOT_THEN.match(scene.key, time.end))


def _leads(scene: Scene, clauses: tuple[Clause, ...], here: int, time: Time) -> bool:
    """Whether a time ends a clause that has no verb of its own, nor has one between it and this clause (5月8日,在甲地,…)."""
    at = next(i for i, clause in enumerate(clauses) if clause.start <= time.start < clause.end)
    closes = scene.key[time.end : clauses[at].end] == ","
    return closes and not any(token.tag == "v" for token in scene.tokens(clauses[at].start, clauses[here].start))


def _reaches(scene: Scene, time: Time, start: int) -> bool:
    """Whether nothing between a time and a cue has the time for itself."""
    verbs = (token.end for token in scene.tokens(time.end, start) if token.tag == "v")
    qualifies = any("的" in scene.key[end:start] for end in verbs)
    return not (qualifies or _TOLD.search(scene.key[time.end : start]))
