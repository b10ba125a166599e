"""Other names of what was found: defined in the text (以下简称“…”, 被誉为“…”), shortened, or simply said again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..firms import LEGAL_FORM, firm_name
from ..firms import short_forms as firm_forms
from ..gazetteer import longest_matches
from ..model import Mention
from .phrases import left_edge
from .view import View

_DEFINED = re.compile(
    r"[(,]?(?:以下|下)?(?:统称|简称|简称为|下称|又称|又名|也称|亦称|俗称|别称|原名|曾用名|英文名|英文名称|英文简称|代号)[:为]?"
    r"(?:[“\"]([^“”\"\n]{2,20})[”\"]|(《[^《》\n]{2,20}》|[一-龥a-z0-9]{2,10}?))(?:(?:或|、|和)[“\"]?([一-龥a-z0-9]{2,12}?)[”\"]?)?(?=[),,。;]|是)"
)
# 业内称“…”, 即“…”: what people call it, where the marks show which words are the name.
_CALLED = re.compile(
    r"[(,](?:业[内界]|坊间|媒体|外界|市场|群众|民间|俗|也|又|被|人们?|当地|网友)?(?:即|称|称为|称之为|叫|叫做|叫作|称作|誉为)[:为]?“([^“”\n]{2,20})”(?=[),。;])"
)
_BRACKETED = re.compile(r"\(([一-龥]{2,8}|[a-z][a-z0-9&\- .]{1,24})\)")
_LATIN_NAME = re.compile(r"[a-z]{2,}(?:[ .·-]+[a-z]+){1,3}")
_BRAND = re.compile(
    r"[“\"]([一-龥a-z0-9][一-龥a-z0-9 \-.]{0,11})[”\"](?![的等]?(?:战略|倡议|主题|称号|理念|模式|目标|工程|计划|行动|政策))"
)
_NO_BRAND = (
    "圈",
    "格局",
    "模式",
    "战略",
    "工程",
    "行动",
    "计划",
    "活动",
    "公里",
    "奖",
    "效应",
    "时代",
    "经济",
    "现象",
    "平台期",
)
_LIMITED = re.compile(r"有限(?:责任)?公司$")
_DUBBED = re.compile(r"(?:被)?(?:誉为|称为|称作|称之为|叫做|命名为)[“\"]([^“”\"\n]{2,12})[”\"]")
# Classes whose names a text may define, shorten or repeat; places and posts have names of other kinds.
_NAMED = frozenset(
    "Product Technology Company Organisation Fair GovernmentBody Association University ResearchInstitute Media Person Policy "
    "Programme Platform Facility ExhibitionZone Event FairEdition Publication Industry Venue".split()
)


def _may_be_renamed(view: View, type: str) -> bool:
    fits = view.ontology.fits
    return type in _NAMED or (view.ontology.is_own(type) and not fits(type, "Place") and not fits(type, "Position"))


def defined_aliases(view: View) -> Iterator[Mention]:
    """Names that the text defines for what it has just named; ``Mention.name`` says what they name."""
    for match in _DEFINED.finditer(view.key):
        named = _named_before(view, _bracket(view, match.start()))
        for group in (1, 2, 3):
            if named and match.group(group):
                yield _alias(view, named, *match.span(group))
    for match in _CALLED.finditer(view.key):
        if named := _named_before(view, match.start()):
            yield _alias(view, named, *match.span(1))
    for match in _BRACKETED.finditer(view.key):
        named = next((m for m in view.found if m.end == match.start() and _abbreviates(view, m, match.group(1))), None)
        if named:
            yield _alias(view, named, *match.span(1))
    for match in _DUBBED.finditer(view.key):
        named = _named_before(view, match.start(), within=24, types=("Product", "Technology"))
        if named:
            yield _alias(view, named, *match.span(1), score=0.7)


def glossed_terms(view: View) -> Iterator[Mention]:
    """The Latin name in brackets of a technique or of goods that nothing but the list of terms makes known."""
    for match in _BRACKETED.finditer(view.key):
        named = next((m for m in view.found if m.end == match.start() and m.recogniser == "term"), None)
        if named and _abbreviates(view, named, match.group(1)) and match.group(1).isascii():
            yield _alias(view, named, *match.span(1))


def brands(view: View) -> Iterator[Mention]:
    """A brand in quotation marks behind what it is: 储能系统“某某” names the product, and the kind is its other name."""
    endings = view.ontology.lexicon("Product").suffixes
    for match in _BRAND.finditer(view.key):
        kind = next((m for m in view.found if m.end == match.start() and m.type == "Product"), None)
        start = kind.start if kind else _kind_before(view, match.start(), endings)
        acts = {t.tag for t in view.between(*match.span(1))} <= {"v", "vn", "d", "vd"}
        if start < 0 or acts or match.group(1).endswith(_NO_BRAND):
            continue
        brand = view.text.clean[match.start(1) : match.end(1)]
        yield view.mention(start, match.start(), "Product", "brand", 0.97, brand)
        yield view.mention(*match.span(1), "Product", "pattern", 0.9)


def _bracket(view: View, at: int) -> int:
    """Where the brackets that hold a definition open, for (简称甲,原名乙) defines both for what stands before; else ``at``."""
    opening = view.key.rfind("(", max(0, at - 40), at + 1)
    return opening if opening >= 0 and ")" not in view.key[opening:at] else at


def _kind_before(view: View, end: int, endings: tuple[str, ...]) -> int:
    """Where the words for a kind of product that end at ``end`` begin; -1 where none do."""
    head = next((e for e in sorted(endings, key=len, reverse=True) if view.key[:end].endswith(e)), "")
    sentence = view.sentence(end - 1)
    if not head or sentence is None or not view.ends_word(end):
        return -1
    start = left_edge(view, end - len(head), floor=sentence.start, longest=16)
    return start if end - start >= 3 else -1


def short_forms(view: View) -> Iterator[Mention]:
    """Short forms of firms named in full: without the place, the legal form and the trade (某宁), where the text uses them."""
    forms: dict[str, Mention] = {}
    for mention in view.found:
        name = view.key[mention.start : mention.end]
        if mention.type == "Company" and LEGAL_FORM.search(name):
            for form in firm_forms(name, view.ontology.lexicon("Company").prefixes, view.gazetteer):
                forms.setdefault(form, mention)
    for start, end in longest_matches(view.key, forms):
        full = forms[view.key[start:end]]
        longer = view.key[end:].startswith(view.ontology.lexicon("Company").prefixes) and end - start < 4
        if not (full.start <= start and end <= full.end) and not longer and _stands_alone(view, start, end):
            yield view.mention(start, end, "Company", "short-form", 0.93, full.surface)


def kept_forms(view: View) -> Iterator[Mention]:
    """Short forms that keep the first two characters of a firm's own name and others of it in their order (某宁传动 for
    某宁精密传动有限公司), where one firm named in full in the article has them.
    """
    kinds = (*view.ontology.lexicon("Company").prefixes, *view.ontology.lexicon("Company").suffixes)
    firms: dict[str, set[str]] = {}
    full: dict[str, Mention] = {}
    for mention in view.found:
        name = view.key[mention.start : mention.end]
        if mention.type == "Company" and _LIMITED.search(name) and not mention.name:
            parts = firm_name(name, view.ontology.lexicon("Company").prefixes, view.gazetteer)
            own = parts.core + "".join(parts.trades) + parts.form
            firms.setdefault(own[:2], set()).add(own)
            full.setdefault(own, mention)
    for head, names in firms.items():
        if len(names) > 1 or head in view.gazetteer.by_name or head in kinds:
            continue
        own = next(iter(names))
        for match in re.finditer(rf"{re.escape(head)}[一-龥]{{1,4}}", view.key):
            end = _kept(view, match, own, kinds)
            inside = any(
                m.start < end and match.start() < m.end and m.end - m.start > end - match.start() for m in view.found
            )
            if end > match.start() and not inside:
                yield view.mention(match.start(), end, "Company", "short-form", 0.9, full[own].surface)


def _kept(view: View, match: re.Match[str], own: str, kinds: tuple[str, ...]) -> int:
    """Where the longest word or words end that keep the characters of a firm's own name and end as its trade does; else 0."""
    for end in range(match.end(), match.start() + 2, -1):
        said = view.key[match.start() : end]
        rest = iter(own)
        if said != own and view.ends_word(end) and all(c in rest for c in said) and _ends_alike(said, own, kinds):
            return end
    return 0


def _ends_alike(said: str, own: str, kinds: tuple[str, ...]) -> bool:
    """Whether what follows the first two characters is a trade of the firm's, or the beginning of one (新材 for 新材料)."""
    tail = said[2:]
    return tail in own and (len(tail) > 1 or any(kind.startswith(tail) and kind in own for kind in kinds))


def repeated(view: View) -> Iterator[Mention]:
    """Other occurrences of what was found with some certainty: the tagger misses a name here that it saw there."""
    names: dict[str, Mention] = {}
    for mention in view.found:
        name = view.key[mention.start : mention.end]
        certain = mention.score >= 0.7 and mention.recogniser not in (
            "pointer",
            "character",
            "gazetteer",
            "deictic",
            "brand",
            "kind",
            "surname",
        )
        if certain and _may_be_renamed(view, mention.type) and len(name) >= 2:
            names.setdefault(name, mention)
    for start, end in longest_matches(view.key, names):
        mention = names[view.key[start:end]]
        if start != mention.start and _stands_alone(view, start, end):
            yield view.mention(start, end, mention.type, "repeated", mention.score * 0.95, mention.name)


def _stands_alone(view: View, start: int, end: int) -> bool:
    """Whether a short string is a name here and no part of a longer word."""
    if end - start >= 4:
        return True
    return (view.starts_word(start) and (view.ends_word(end) or end - start >= 3)) or _tagged_as_name(view, start, end)


def _tagged_as_name(view: View, start: int, end: int) -> bool:
    token = view.token(start)
    return token is not None and token.tag in ("PER", "ORG", "nz", "LOC") and token.start <= start and end <= token.end


def _named_before(view: View, at: int, within: int = 4, types: tuple[str, ...] = ()) -> Mention | None:
    """The longest mention that ends right before ``at``, or for ``types`` the nearest within the sentence."""
    near = [m for m in view.found if at - within <= m.end <= at and _may_be_renamed(view, m.type)]
    if types:
        sentence = view.sentence(at)
        near = [
            m
            for m in view.found
            if m.type in types and sentence and sentence.start <= m.start and at - within <= m.end <= at
        ]
    return max(near, key=lambda m: (m.end, m.end - m.start), default=None)


def _abbreviates(view: View, mention: Mention, short: str) -> bool:
    """Whether a bracketed word can be a short form: its characters stand in the name in their order, or it is Latin."""
    name = view.key[mention.start : mention.end]
    if mention.type == "Person" and _LATIN_NAME.fullmatch(short):
        return True
    if short in view.gazetteer.by_name or mention.type in (
        "Place",
        "City",
        "Province",
        "Country",
        "District",
        "Person",
    ):
        return False
    if re.fullmatch(r"[a-z][a-z0-9&\- .]*", short):
        return len(short) >= 2 and mention.type != "Industry"
    at = 0
    for character in short:
        at = name.find(character, at) + 1
        if not at:
            return False
    return len(short) < len(name)


def _alias(view: View, named: Mention, start: int, end: int, score: float = 0.97) -> Mention:
    if is_kind(view, view.key[start:end]):
        return view.mention(start, end, named.type, "kind", score, named.name or named.surface)
    type = "Fair" if named.type == "FairEdition" else named.type
    return view.mention(start, end, type, "definition", score, _series_name(view, named))


def is_kind(view: View, word: str) -> bool:
    """Whether a defined alias is only a word for a kind (以下简称“公司”): it points within its article and is nobody's name."""
    found = view.ontology.classes.values()
    return any(word in (*cls.suffixes, *cls.heads, *cls.stops) for cls in found) or word in (
        "我们",
        "双方",
        "大会",
        "展会",
    )


def _series_name(view: View, named: Mention) -> str:
    """What an alias defined after an edition names: the series inside it, for 第八届…交易会(以下简称“…”)."""
    inner = [
        m
        for m in view.found
        if named.type == "FairEdition" and m.type == "Fair" and m.end == named.end and m.start > named.start
    ]
    return (inner[0].name or inner[0].surface) if inner else (named.name or named.surface)
