"""Former and later names of one thing: A更名为B, B（原A）, B的前身是A. Of a merger (A和B合并组建C) no name is another's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..firms import LEGAL_FORM
from ..model import Mention
from ..script import normal_form
from .view import View

_RENAMES = re.compile(
    r"(?:(?:更名|改名|改称|易名)(?:成|为)?|(?:名称|全称|简称)(?:由|从|自)?[^,。;]{0,40}?(?:变更|更改|修改|调整|改)[成为]):?(?=[“一-龥a-z0-9])"
)
_DENIED = re.compile(r"(?:没有|没|尚?未|不会|不再|不|否认|是否|并非|拒绝)[^,。;]{0,6}$")
_SEVERAL = re.compile(r"合并|组建|整合|分立|拆分|分别")
# What may stand between a name and the verb; a part of the thing (甲的子公司更名为乙) is another thing.
_OTHER = re.compile(r"的(?!名称|全称|简称)|旗下|下属|所属|子公司|股东|门店|品牌|产品|分公司|原名")
_SUBJECT = re.compile(
    r"(?:并|且|后|将|拟|同意|决定|经[一-龥]{2,10})*(?:该|本|其|公司|企业|集团|学校|学院|协会|证券|股票|名称|全称|简称|正式|已|于|自|\d)"
)
_BEFORE = re.compile(
    r"\((?:(原名|原称|曾用名|旧称|旧名)[:为]?|(?:原|原为|前身|前身为|前身是|前身系):?)“?(?=[一-龥a-z0-9])"
)
_NOW = re.compile(
    r"\((?:现已?更名|现已?改名|现用名|现名|现称|后更名|后改名|后改称|已更名|现|今)(?:成|为)?:?“?(?=[一-龥a-z0-9])"
)
_ANCESTOR = re.compile(r"前身(?:是|为|系|即|可追溯[至到])?“?")
_CAME = re.compile(r"[由系]“?([^,。;“”]{2,30}?)”?(?:正式|整体)?(?:更名|改名|改制|变更|更改)(?:而来|而成)")
_CLAUSE_END = re.compile(r"[”)]?(?:[,。;)\n(]|$)")
_QUOTED = re.compile(r"“([^“”\n]{2,30})”")
_PLAIN = frozenset({"n", "nz", "nw", "vn", "ORG", "LOC", "PER", "an"})
_DATELINE = re.compile(r"[讯訊报報电電社]\s*$")
_LONGEST = 12
_REACH = 20
Span = tuple[int, int]


def renamed(view: View) -> Iterator[Mention]:
    """The other name of what a text says has two in turn, as a definition; ``Mention.name`` is the later one."""
    for former, later in (*_by_verb(view), *_by_brackets(view), *_by_ancestor(view), *_by_origin(view)):
        if view.key[slice(*former)] != view.key[slice(*later)]:
            yield from _joined(view, former, later)


def followed(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """The mentions with the last name of each: what names a former name (甲川 the 甲川有限公司 that is 乙川 now) names the later."""
    later = {normal_form(m.surface): m.name for m in mentions if m.recogniser == "definition" and m.name}
    return tuple(replace(m, name=_last(m.name, later)) if m.name else m for m in mentions)


def _last(name: str, later: dict[str, str]) -> str:
    seen = {normal_form(name)}
    while (after := later.get(normal_form(name))) and normal_form(after) not in seen:
        name = after
        seen.add(normal_form(after))
    return name


def _by_verb(view: View) -> Iterator[tuple[Span, Span]]:
    """甲更名为乙; 甲公告, 公司名称由甲变更为乙."""
    for match in _RENAMES.finditer(view.key):
        sentence = view.sentence(match.start())
        if sentence is None or _DENIED.search(view.key, sentence.start, match.start()):
            continue
        if _SEVERAL.search(view.key, sentence.start, match.end()):
            continue
        former = _within(view, match) or _subject(view, sentence.start, match.start())
        later = former and _name_at(view, match.end(), former.type)
        if former and later:
            yield (former.start, former.end), later


def _within(view: View, match: re.Match[str]) -> Mention | None:
    """The name that 由 or 从 gives between 名称 and 变更为."""
    found = (m for m in _bodies(view) if match.start() < m.start and m.end <= match.end())
    return next((m for m in found if re.search(r"[由从自]“?$", view.key[match.start() : m.start])), None)


def _subject(view: View, floor: int, at: int) -> Mention | None:
    """Who is renamed by a verb at ``at``: the name before it, or what 公司 at the beginning of the clause stands for."""
    clause = max(floor, *(view.key.rfind(mark, floor, at) + 1 for mark in ",;"))
    nearest = _longest_ending(view, clause, at)
    if nearest is not None:
        gap = view.key[nearest.end : at]
        beside = view.key[nearest.start - 1 : nearest.start] in tuple("和与及、")
        return None if _OTHER.search(gap) or beside or len(gap) > _REACH else nearest
    before = [m for m in _bodies(view) if floor <= m.start and m.end <= clause]
    if before and _SUBJECT.match(view.key, clause):
        return max((m for m in before if m.start == before[0].start), key=lambda m: m.end)
    return None


def _by_brackets(view: View) -> Iterator[tuple[Span, Span]]:
    """乙（原甲）, 乙（曾用名甲）, 甲（现更名为乙）."""
    for pattern in (_BEFORE, _NOW):
        for match in pattern.finditer(view.key):
            owner = _longest_ending(view, match.start(), match.start(), exactly=True)
            close = re.search(r"[”),;]", view.key[match.end() : match.end() + 40])
            if owner is None or close is None:
                continue
            span = (match.end(), match.end() + close.start())
            sure = bool(match.lastindex) or "名" in match.group() or "称" in match.group()
            if _is_body(view, span, owner.type) or (sure and _looks_whole(view, span)):
                own = (owner.start, owner.end)
                yield (span, own) if pattern is _BEFORE else (own, span)


def _by_ancestor(view: View) -> Iterator[tuple[Span, Span]]:
    """乙的前身是甲; 乙, 前身为甲; not where the ancestors are several or a part of one."""
    for match in _ANCESTOR.finditer(view.key):
        sentence = view.sentence(match.start())
        if sentence is None or view.key[match.start() - 1 : match.start()] == "(":
            continue
        owner = _longest_ending(view, match.start() - 3, match.start()) or _alone_before(
            view, sentence.start, match.start()
        )
        former = next(
            (m for m in _bodies(view) if match.end() <= m.start <= match.end() + _REACH and m.start < sentence.end),
            None,
        )
        if owner is None or former is None or re.search(r"[,。;、和与由]|合并", view.key[match.end() : former.start]):
            continue
        former = max((m for m in _bodies(view) if m.start == former.start), key=lambda m: m.end)
        if _CLAUSE_END.match(view.key, former.end) and _related(view, owner.type, former.type):
            yield (former.start, former.end), (owner.start, owner.end)


def _by_origin(view: View) -> Iterator[tuple[Span, Span]]:
    """乙由甲更名而来."""
    for match in _CAME.finditer(view.key):
        owner = _longest_ending(view, match.start() - 3, match.start())
        if owner and _is_body(view, match.span(1), owner.type):
            yield match.span(1), (owner.start, owner.end)


def _joined(view: View, former: Span, later: Span) -> Iterator[Mention]:
    """The mentions that make the former name one of the later, for the full form of it too where it is a short one."""
    earlier, after = _at(view, former), _at(view, later)
    known = earlier is not None and earlier.recogniser == "gazetteer"
    if known and not (after is not None and after.recogniser == "gazetteer"):
        former, later, earlier, after = later, former, after, earlier
    elif known:
        return  # two known bodies: the gazetteer says which is which
    kinds = [m.type for m in (after, earlier) if m is not None]
    type = kinds[0] if kinds else "Organisation"
    name = (after.name if after else "") or view.text.clean[slice(*later)]
    yield view.mention(*former, earlier.type if earlier else type, "definition", 0.98, name)
    if after is None:
        yield view.mention(*later, type, "renamed", 0.9)
    full = next((m for m in view.found if earlier and earlier.name and m.surface == earlier.name), None)
    if full is not None and full.surface != name:
        yield view.mention(full.start, full.end, full.type, "definition", 0.98, name)


def _name_at(view: View, at: int, type: str) -> Span | None:
    """The span of the name that begins at ``at``: what quotation marks hold, what is recognised, or nouns up to a mark."""
    if quoted := _QUOTED.match(view.key, at):
        return quoted.span(1)
    found = [m for m in _bodies(view) if m.start == at and _related(view, m.type, type)]
    if found:
        longest = max(found, key=lambda m: m.end)
        return longest.start, longest.end
    stop = re.search(r"[,。;\n(]", view.key[at : at + _LONGEST + 1])
    end = at + stop.start() if stop else at
    whole = end - at > 1 and view.starts_word(at) and set(view.tags(at, end)) <= _PLAIN
    return (at, end) if whole else None


def _looks_whole(view: View, span: Span) -> bool:
    """Whether what 原名 introduces in brackets may be a name as it stands."""
    name = view.key[slice(*span)]
    return 2 <= len(name) <= _LONGEST or bool(LEGAL_FORM.search(name))


def _alone_before(view: View, floor: int, at: int) -> Mention | None:
    """The only body that the sentence names before ``at``; where it names none, the only firm that the text names before."""
    here = [m for m in _bodies(view) if floor <= m.start and m.end <= at]
    there = [m for m in _bodies(view) if m.end <= floor and LEGAL_FORM.search(view.key[m.start : m.end])]
    found = here or (there if view.key[floor:at].startswith("公司") else [])
    if len({m.name or m.surface for m in found}) == 1:
        return found[-1]
    return next((m for m in here if m.end == at - 1 and view.key[m.end] in ",("), None)


def _longest_ending(view: View, floor: int, at: int, *, exactly: bool = False) -> Mention | None:
    """The body that ends last between ``floor`` and ``at``, the longest of them."""
    found = [m for m in _bodies(view) if (m.end == at if exactly else floor <= m.start and m.end <= at)]
    near = [m for m in _bodies(view) if floor <= m.end <= at] if not exactly and at - floor < 4 else found
    return max(near, key=lambda m: (m.end, m.end - m.start), default=None)


def _bodies(view: View) -> list[Mention]:
    """What may be renamed here: bodies, goods, platforms, fairs; places are the gazetteer's."""
    fits = view.ontology.fits
    return [
        m
        for m in view.found
        if any(fits(m.type, kind) for kind in ("Organisation", "Product", "Platform", "Fair", "Facility", "Venue"))
        and m.recogniser not in ("pointer", "parent")
        and m.type != "Media"
        and not _DATELINE.search(m.surface)
    ]


def _at(view: View, span: Span) -> Mention | None:
    return next((m for m in view.found if (m.start, m.end) == span), None)


def _is_body(view: View, span: Span, type: str) -> bool:
    found = _at(view, span)
    return found is not None and found in _bodies(view) and _related(view, found.type, type)


def _related(view: View, one: str, other: str) -> bool:
    """Whether two classes are of one part of the ontology (a firm and a university are bodies)."""
    return view.ontology.classes[one].space == view.ontology.classes[other].space
