"""People whom an article names in full and then by their surname: 宋总, 李女士 or, of a foreign name, what follows its dot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..model import Mention
from .surnames import COMPOUND, SURNAMES
from .view import View

_POLITE = frozenset({"先生", "女士", "小姐", "太太", "老师", "师傅", "博士", "医生", "律师", "大夫"})
# What makes another word of a surname and 总, 董 or 工 (王总部, 林董事会).
_GOES_ON = re.compile(r"[部数量额体会署局行统理裁书监领结经值产台站编支队程师长作业厂人]")
_ONE_CHARACTER = frozenset({"总", "董", "工", "导", "局", "处", "校", "所"})
_LEAST_FOREIGN = 2


def addressed(view: View) -> Iterator[Mention]:
    """Whom a surname with a title means: the only person of that surname whom the article has named in full by then, or at all.

    Reporters in a byline are nobody that an article speaks of. ``Mention.name`` is the full name.
    """
    people = [m for m in view.found if m.type == "Person" and m.recogniser not in ("byline", "surname")]
    full: dict[str, list[Mention]] = {}
    titles = re.compile(_titles(view))
    for person in people:
        surname = _surname(view.key[person.start : person.end])
        if surname and not titles.match(view.key, person.start + len(surname)):
            full.setdefault(surname, []).append(person)
    for surname, named in full.items():
        for match in re.finditer(rf"{surname}({titles.pattern})", view.key):
            meant = _meant(view, named, match)
            if meant is not None and _is_address(view, match, meant):
                yield view.mention(*match.span(), "Person", "surname", 0.95, meant.name or meant.surface)


def family_names(view: View) -> Iterator[Mention]:
    """The last part of a foreign name that the article gives in full before (克莱因 after 马丁·克莱因), where nobody else has it."""
    last: dict[str, list[Mention]] = {}
    for person in view.found:
        name = view.key[person.start : person.end]
        if person.type == "Person" and "·" in name and len(part := name.rpartition("·")[2]) >= _LEAST_FOREIGN:
            last.setdefault(part, []).append(person)
    for part, named in last.items():
        if len({p.name or p.surface for p in named}) > 1:
            continue
        for match in re.finditer(re.escape(part), view.key[named[0].end :]):
            start = named[0].end + match.start()
            inside = any(m.start <= start < m.end and m.end - m.start > len(part) for m in view.found)
            if not inside and view.key[start - 1] not in "·-" and view.starts_word(start):
                yield view.mention(
                    start, start + len(part), "Person", "surname", 0.95, named[0].name or named[0].surface
                )


def _surname(name: str) -> str:
    """The surname of a Chinese name in full; none of a name that is only a surname or foreign."""
    if name.startswith(COMPOUND) and len(name) > 2:
        return name[:2]
    return name[0] if 2 <= len(name) <= 3 and name[0] in SURNAMES and "·" not in name else ""


def _titles(view: View) -> str:
    posts = {*view.ontology.lexicon("Position").suffixes, *_POLITE, *_ONE_CHARACTER}
    return "|".join(map(re.escape, sorted(posts, key=lambda p: (-len(p), p))))


def _meant(view: View, named: Sequence[Mention], match: re.Match[str]) -> Mention | None:
    """The one person of the surname before the address, or in the article; of several the one with that post."""
    before = [m for m in named if m.end <= match.start()] or list(named)
    if len({m.name or m.surface for m in before}) > 1:
        before = [m for m in before if view.key[: m.start].endswith(match.group(1))]
    return before[-1] if len({m.name or m.surface for m in before}) == 1 else None


def _is_address(view: View, match: re.Match[str], person: Mention) -> bool:
    """Whether the characters are a surname and a title here, and no stranger is introduced by them (市民王女士)."""
    start, end = match.span()
    if view.key[person.start : person.end] == match.group():
        return False
    if any(m.start < end and start < m.end and m.end - m.start > end - start for m in view.found):
        return False
    if match.group(1) in _ONE_CHARACTER and _GOES_ON.match(view.key, end):
        return False
    if not view.starts_word(start):
        return False
    before = view.token(start - 1) if start else None
    if match.group(1) not in _POLITE or before is None or before.end != start:
        return True
    said = view.word(before)
    return before.tag not in ("n", "q", "m") or said.endswith(view.ontology.lexicon("Position").suffixes)
